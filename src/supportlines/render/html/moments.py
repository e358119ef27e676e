"""Instants on a page: as the caller's clock shows them, each with its instant in UTC."""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone
from typing import TYPE_CHECKING, Sequence

from supportlines.hours import instant_text
from supportlines.render.html.markup import digits, element, joined, text
from supportlines.render.local_time import LocalTime, shown_twice
from supportlines.words.clock import Clock, clock_of
from supportlines.words.days import day_words
from supportlines.words.events import event_key
from supportlines.words.labels import label

if TYPE_CHECKING:
    from markupsafe import Markup

    from supportlines.lookup import ComingChange
    from supportlines.render.html.page import Page

_SOON = timedelta(hours=1)
_FAR = timedelta(days=180)
"""From here on a date has its year."""


class Moments:
    """Writes instants for a *page*, as a clock in *zones* shows them, around *at*."""

    def __init__(self, zones: Sequence[str], at: datetime, page: Page) -> None:
        self._at = at
        self._page = page
        self._clock = LocalTime(zones, at, page.locale)

    def whose_clock(self) -> Markup:
        """Return whose times these are, as it is said once on a page."""
        if not self._clock.is_local:
            return self._page.label("no_zone")
        return self._page.label("zone", zone=digits(self._clock.zone))

    def is_soon(self, at: datetime) -> bool:
        """Return whether *at* is within the hour."""
        return at - self._at <= _SOON

    def event(self, kind: str, at: datetime) -> Markup:
        """Return what happens at an instant: "Closes 17:00", "Opens Mon 28 Dec, 09:00"."""
        local = self._clock.local(at)
        key = event_key(kind, local.weekday(), dated=not self._clock.is_near(at))
        if local.date() == self._clock.local(self._at).date():
            key = event_key(kind)
        locale = self._page.values_in(label(key, self._page.locale).locale or "en")
        days = day_words(locale)
        pattern = days.day_of_year if abs(at - self._at) > _FAR else days.day
        return self._page.label(
            key,
            date=pattern.text(local),
            time=_instant(at, self._time(local, clock_of(locale, self._page.locale))),
        )

    def time(self, at: datetime) -> Markup:
        """Return the time of *at* by itself."""
        return _instant(at, self._time(self._clock.local(at), clock_of(self._page.locale)))

    def moment(self, at: datetime, locale: str | None = None) -> Markup:
        """Return weekday, day and time, for a place of its own or within a text of a *locale*."""
        written = self._page.values_in(locale or self._page.locale)
        local = self._clock.local(at)
        clock = clock_of(written, self._page.locale)
        day = self._day(local.date(), written)
        return _instant(
            at, day_words(written).with_time.format(day=day, time=self._time(local, clock))
        )

    def as_of(self, at: datetime) -> Markup:
        """Return when the answer was made: to the minute, with the year."""
        said = label("as_of", self._page.locale)
        locale = self._page.values_in(said.locale or "en")
        local = self._clock.local(at).replace(second=0, microsecond=0)
        words = day_words(locale).with_time.format(
            day=day_words(locale).full.text(local),
            time=self._time(local, clock_of(locale, self._page.locale)),
        )
        return self._page.label("as_of", instant=_instant(at, words))

    def period(self, start: datetime, end: datetime | None) -> Markup:
        """Return from when until when something holds."""
        key = "from_moment" if end is None else "from_to"
        locale = label(key, self._page.locale).locale
        until = {} if end is None else {"until": self.moment(end, locale)}
        return self._page.label(key, instant=self.moment(start, locale), **until)

    def days(self, first: date, last: date) -> Markup:
        """Return one day, or from which day until which; days of a calendar have no instant."""
        written = [
            element("time", self._day(day, self._page.locale), datetime=day.isoformat())
            for day in ((first,) if first == last else (first, last))
        ]
        return joined(written, " – ")

    def hours(self, change: ComingChange) -> Markup:
        """Return the times at which somebody answers within *change*, if they are few."""
        page, spans = self._page, self._clock.spans(change)
        if spans.whole is not None:
            return page.label(spans.whole)
        clock = clock_of(page.locale)
        zone = "" if self._clock.is_local else " UTC"
        times = page.listed([f"{self._interval(*span, clock)}{zone}" for span in spans.times])
        if spans.day is None:
            return joined([page.label("open"), times], ": ")
        return joined([page.label("open"), f"{self._day(spans.day, page.locale)}, ", times], ": ")

    def _interval(self, start: datetime, end: datetime, clock: Clock) -> str:
        offsets = shown_twice(start), shown_twice(end)
        if any(offsets):
            return " – ".join(f"{clock.time(at.time())}{shown_twice(at)}" for at in (start, end))
        return clock.interval(start.time(), end.time())

    def _day(self, day: date, locale: str) -> str:
        words = day_words(locale)
        far = abs(day - self._clock.local(self._at).date()) > _FAR
        return (words.full if far else words.near).text(day)

    def _time(self, local: datetime, clock: Clock) -> str:
        """Return a time; with its offset where the clock shows it twice, and in UTC with that."""
        zone = "" if self._clock.is_local else " UTC"
        return f"{clock.time(local.time())}{zone}{shown_twice(local)}"


def _instant(at: datetime, words: str) -> Markup:
    """Return words with the instant that they stand for."""
    return element("time", text(words), datetime=instant_text(at.astimezone(timezone.utc)))
