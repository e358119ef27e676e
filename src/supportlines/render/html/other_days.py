"""Days on which hours are otherwise, as a table: when, how, why, and whose they are."""

from __future__ import annotations

from datetime import timezone
from typing import TYPE_CHECKING, NamedTuple, Sequence

from supportlines.hours import zone_info
from supportlines.render.html.markup import element, joined
from supportlines.render.html.page import CLAUSES

if TYPE_CHECKING:
    from datetime import datetime

    from markupsafe import Markup

    from supportlines.directory import DayException
    from supportlines.render.html.page import Page
    from supportlines.render.html.times import TimesHtml

_STATES = {"open": "open", "closed": "closed", "unknown": "short_unknown"}


class OtherDaysRow(NamedTuple):
    """An exception, and what is to be said beside it."""

    said: DayException

    whose: tuple[Markup, ...]
    """Whose hours it changes, as far as they are not all, and whose stay."""

    zone: str | None
    """By whose clock these are, an IANA name; None where there is no one clock."""


class OtherDaysHtml:
    """Writes closures and other hours for a page."""

    def __init__(self, page: Page, times: TimesHtml) -> None:
        self._page = page
        self._times = times

    def table(self, rows: Sequence[OtherDaysRow]) -> Markup | None:
        """Return what is otherwise on some days, each with whose hours it is about."""
        if not rows:
            return None
        page = self._page
        heads = [page.labelled("th", key, scope="col") for key in ("when", "hours", "reason")]
        return element(
            "table",
            page.labelled("caption", "other_days", class_="sl-heading"),
            element("thead", element("tr", *heads)),
            element("tbody", *map(self._row, rows)),
            class_="sl-closures",
        )

    def _row(self, row: OtherDaysRow) -> Markup:
        reason = row.said.reason
        why = [] if reason is None else [self._page.own(reason)]
        return element(
            "tr",
            element("th", self._when(row), scope="row"),
            element("td", self._hours_of(row.said)),
            element("td", joined([*why, *row.whose], CLAUSES)),
        )

    def _hours_of(self, one: DayException) -> Markup:
        """Return the hours of an exception: all of its days, or what is painted over them."""
        if not one.adds:
            return self._times.hours(one.hours)
        return joined(
            [
                joined([self._page.label(_STATES[rule.state]), ": ", self._times.interval(*span)])
                for rule in one.hours.overlay or one.hours.rules
                for span in rule.spans
            ],
            CLAUSES,
        )

    def _when(self, row: OtherDaysRow) -> Markup:
        page, times, one = self._page, self._times, row.said
        if one.each_month is not None:
            said = [joined([page.label("each_month"), times.day_of_month(one.each_month)], ": ")]
            for key, day in (("valid_from", one.first_day), ("valid_until", one.last_day)):
                if day is not None:
                    said.append(joined([page.label(key), times.day(day)], ": "))
            return joined(said, CLAUSES)
        first, last = one.days
        begins = times.day(first) if one.begins is None else self._moment(one.begins, row.zone)
        if one.end_unknown:
            return joined([begins, page.label("end_unknown")], CLAUSES)
        if one.ends is None and first == last and one.begins is None:
            return begins
        ends = times.day(last) if one.ends is None else self._moment(one.ends, row.zone)
        return joined([begins, " – ", ends])

    def _moment(self, at: datetime, zone: str | None) -> Markup:
        """Return a time on the wall as it is said, an instant by the clock of *zone*, or in UTC."""
        if at.tzinfo is None:
            return self._times.moment(at)
        if zone is None:
            return self._times.moment(at.astimezone(timezone.utc), "UTC")
        return self._times.moment(at.astimezone(zone_info(zone)), zone)
