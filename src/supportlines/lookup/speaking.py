"""What rules and the exceptions over them say of a day, and what makes it another one."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from datetime import date

    from supportlines.directory import Rule
    from supportlines.hours import Schedule
    from supportlines.lookup.histories import Stated


class DayReason(NamedTuple):
    """What makes a day another one than its weekday is."""

    text: str
    """The public holiday, the exception's reason or the comment; of an exception without a
    reason its days, as an interval of ISO 8601."""
    days: tuple[date, date] | None = None
    """First and last day of an exception without a reason."""
    perhaps: str | None = None
    """Why it is not known: "end", the exception may be over; "holiday", hours may hold on it;
    "parts", only some parts of the country keep it."""


class Speaking:
    """What rules and the exceptions over them say of public holidays and of weekdays."""

    def __init__(self, stated: Stated) -> None:
        self._rules = {
            id(rule): (rule.hours.names_holidays, _leaves_days_out(rule.hours))
            for rule in stated.rules
        }
        overrides = [one for each in stated.exceptions for one in each.overrides()]
        # The one on top first; of those with one priority that is the last.
        from_top = sorted(overrides, key=lambda one: one.priority)[::-1]
        self._exceptions = [(one.first_day, one.last_day, one) for one in from_top]
        self._unnamed = {
            one.reason: None if one.said.each_month is not None else one.said.days
            for one in stated.exceptions
            if one.said.reason is None
        }
        self._decides = {
            id(one): _leaves_days_out(one.schedule)
            for first, last, one in self._exceptions
            if first < last and not (one.adds and _adds_little(one.schedule))
        }

    def on(self, rule: Rule, day: date) -> tuple[bool, bool]:
        """Return whether what holds on *day* speaks of public holidays, and leaves weekdays out.

        Hours of an exception of several days hold on public holidays too, whatever the hours
        below it say of them. An exception of one day speaks of that day.
        """
        names = False
        for first, last, one in self._exceptions:
            if first <= day <= last:
                names = names or one.schedule.names_holidays
                if id(one) in self._decides:
                    return names, self._decides[id(one)]
                if not one.adds:
                    break  # nothing is left of what lies below
        of_rule, leaves_days_out = self._rules[id(rule)]
        return names or of_rule, leaves_days_out

    def why(self, text: str | None, day: date, perhaps: str | None = None) -> DayReason | None:
        """Return what *text* says on *day*: of an exception without a reason, its days."""
        if text is None:
            return None
        days = self._unnamed.get(text)
        if days is None and text in self._unnamed:
            days = (day, day)  # of one of each month only this one is meant
        return DayReason(text, days, perhaps)


def _leaves_days_out(hours: Schedule) -> bool:
    return not (hours.is_always or hours.names_every_weekday)


def _adds_little(hours: Schedule) -> bool:
    """Return whether *hours* only close, or speak of some days of a month alone."""
    return all(rule.state == "closed" or rule.dates or rule.nth for rule in hours.rules)
