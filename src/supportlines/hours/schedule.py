"""Hours as they were written, without a zone: a value that can be read, compared and printed."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from supportlines.errors import WrongTypeError, on_one_line
from supportlines.hours.calendar.painting import weekly_normal_form
from supportlines.hours.notation.parser import parse_rules
from supportlines.hours.notation.printer import print_rules
from supportlines.hours.notation.surprises import warnings_of
from supportlines.hours.rules import EVERY_DAY, EVERY_WEEKDAY, WHOLE_DAY, HoursRule, State, YearDays

if TYPE_CHECKING:
    from supportlines.hours.errors import HoursWarning


@dataclass(frozen=True)
class Schedule:
    """Rules in OpenStreetMap's notation, in their normal form.

    Equal schedules say the same. Different ones say different things if only weekdays
    decide; where dates or holidays do, two ways to write one meaning may differ. Hours that
    only close, such as ``12:00-13:00 off``, differ by when they do: over others that counts.
    So does a morning stated by itself (``Mo 22:00-24:00; Tu 00:00-06:00``) from one that a span
    leaves over (``Mo 22:00-06:00``): where hours begin or end on a Tuesday, it is Tuesday's own.

    >>> Schedule.parse("Mo,Tu,We,Th 09:00-12:00,12:00-17:00; Fr 9:00-17:00")
    Schedule.parse('Mo-Fr 09:00-17:00')
    >>> str(Schedule.parse("Mo-Th 22:00-06:00; Fr 22:00-04:00"))
    'Mo-We 22:00-06:00, Th 22:00-24:00; Fr 22:00-04:00'
    """

    rules: tuple[HoursRule, ...]
    warnings: tuple[HoursWarning, ...] = field(default=(), compare=False, repr=False)
    """Doubts about the text that was read, in its order. They take no part in comparison."""

    overlay: tuple[HoursRule, ...] = field(default=(), compare=False, repr=False)
    """What to paint over other hours: the rules as written, those included that only close.

    On their own, hours that nobody opens need no closing, so the normal form leaves it out.
    """

    @classmethod
    def parse(cls, text: str) -> Schedule:
        """Return the schedule that *text* states.

        Raises:
            HoursSyntaxError: If *text* is no schedule; it points at the character.
            WrongTypeError: If *text* is no text.
        """
        parsed = parse_rules(text)
        return cls.of(tuple(each.rule for each in parsed), warnings_of(text, parsed))

    @classmethod
    def of(cls, rules: tuple[HoursRule, ...], warnings: tuple[HoursWarning, ...] = ()) -> Schedule:
        """Return the schedule that *rules* state, brought into its normal form.

        Raises:
            WrongTypeError: If *rules* are not rules, or there is none.
        """
        if not (isinstance(rules, tuple) and rules and isinstance(rules[0], HoursRule)):
            raise WrongTypeError.of("rules", rules, "a tuple of at least one HoursRule")
        return cls(_normal_form(rules), warnings, (_as_first(rules[0]), *rules[1:]))

    def __str__(self) -> str:
        # Reasons quote it at every instant that is asked about.
        known: str | None = self.__dict__.get("_text")
        if known is None:
            known = self.__dict__["_text"] = print_rules(self.rules)
        return known

    def __repr__(self) -> str:
        return on_one_line(f"Schedule.parse({str(self)!r})")

    @property
    def is_always(self) -> bool:
        """Whether there is one state for ever: `24/7`, `24/7 unknown`, `off`.

        Such a schedule has no weekly hours, and no holiday changes it.
        """
        return len(self.rules) == 1 and self.rules[0].always

    @property
    def always(self) -> State | None:
        """The state that holds for ever, or None if there is more than one."""
        return self.rules[0].state if self.is_always else None

    @property
    def is_weekly(self) -> bool:
        """Whether the weekday alone decides, so that every week is the same."""
        return all(rule.is_weekly for rule in self.rules)

    @property
    def names_holidays(self) -> bool:
        """Whether a rule speaks of public holidays (`PH`)."""
        return any(rule.holidays for rule in self.rules)

    @property
    def names_every_weekday(self) -> bool:
        """Whether there are hours on each of the seven weekdays, all the year round.

        Such hours leave no day out: they hold on public holidays too, unless a rule for `PH`
        says otherwise. Hours that are closed on a weekday, be it in a part of the year, tell
        nothing of a holiday.

        >>> Schedule.parse("22:00-06:00").names_every_weekday
        True
        >>> Schedule.parse("Apr-Sep 09:00-17:00; Oct-Mar 10:00-16:00").names_every_weekday
        True
        """
        named = [0] * 7  # by weekday, the days of the year on which it has hours
        for rule in self.rules:
            if rule.state == "closed" or rule.nth or rule.holidays:
                continue
            days = _days_of_every_year(rule)
            for weekday in range(7):
                named[weekday] |= days if rule.weekdays >> weekday & 1 else 0
        return named == [EVERY_DAY] * 7 and not any(map(_closes_weekdays, self.rules))


def _days_of_every_year(rule: HoursRule) -> int:
    """Return the dates of *rule* as a bit set; what holds for some years only is not in it."""
    if not rule.dates:
        return EVERY_DAY
    found = 0
    for dates in rule.dates:
        if isinstance(dates, YearDays) and dates.is_of_every_year:
            found |= dates.days
    return found


def _closes_weekdays(rule: HoursRule) -> bool:
    return rule.state == "closed" and rule.weekdays not in (0, EVERY_WEEKDAY)


def _normal_form(rules: tuple[HoursRule, ...]) -> tuple[HoursRule, ...]:
    """Return *rules* with the weekly ones at their beginning in normal form.

    What dated rules do to a day does not depend on how the weekly rules before them are
    written, but for one thing: a weekly rule after them replaces their days.
    """
    weekly = 0
    while weekly < len(rules) and rules[weekly].is_weekly:
        weekly += 1
    rest = rules[weekly:]
    first = weekly_normal_form(rules[:weekly]) if weekly else ()
    if not rest and _only_closes_for_hours(rules, first):
        return (_as_first(rules[0]), *rules[1:])
    if rest and len(first) == 1 and first[0].always and first[0].state == "closed":
        first = first if first[0].comment is not None else ()
    everything = (*first, *rest)
    head = everything[0]
    if not head.added:
        return everything
    return (_as_first(head), *everything[1:])


def _only_closes_for_hours(rules: tuple[HoursRule, ...], normal: tuple[HoursRule, ...]) -> bool:
    """Return whether *rules* close for some hours and never open: over other hours that counts."""
    is_constant = len(normal) == 1 and normal[0].always
    return is_constant and all(rule.state == "closed" and rule.spans != WHOLE_DAY for rule in rules)


def _as_first(rule: HoursRule) -> HoursRule:
    """Return *rule* as the first one, which has nothing before it that it could be added to."""
    return replace(rule, added=False) if rule.added else rule
