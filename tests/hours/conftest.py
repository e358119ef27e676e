"""An oracle too simple to be wrong: opening hours minute by minute, on the wall clock."""

from __future__ import annotations

import calendar
import sys
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta, timezone
from typing import Callable

import pytest
from hypothesis import strategies as st

from supportlines.hours import open_zone, zone_info

if sys.version_info >= (3, 9):
    import zoneinfo
else:
    from backports import zoneinfo

DAYS = ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"]
MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
EPOCH = datetime(1970, 1, 1, tzinfo=timezone.utc)

ODD_ZONES = [
    "Australia/Lord_Howe",  # half an hour of summer time
    "Pacific/Apia",  # 30 December 2011 never was
    "Africa/Casablanca",  # back to winter time for Ramadan
    "Europe/Dublin",  # negative summer time
    "Antarctica/Troll",  # two hours of summer time
    "Asia/Kathmandu",  # a quarter of an hour
    "America/St_Johns",  # half an hour; changed at 00:01 until 2011
    "America/Nuuk",  # changes on Saturday evening
    "America/Santiago",  # midnight is skipped
    "Pacific/Kiritimati",  # a day ahead of the rest
    "Asia/Tehran",
    "Europe/London",
]


@dataclass(frozen=True)
class WrittenRule:
    """A rule as text, and what it means to a person with a calendar."""

    separator: str
    days: str
    spans: tuple[tuple[int, int], ...]
    state: str
    on: Callable[[date], bool] = field(compare=False)

    @property
    def text(self) -> str:
        """The rule in the notation."""
        times = ",".join(f"{clock(start)}-{clock(end)}" for start, end in self.spans)
        state = {"open": "", "closed": "off", "unknown": "unknown"}[self.state]
        return " ".join(part for part in (self.days, times, state) if part)


def clock(minute: int) -> str:
    """Return minutes since midnight as a time."""
    return f"{minute // 60:02}:{minute % 60:02}"


def written(rules: list[WrittenRule]) -> str:
    """Return *rules* as one text."""
    text = rules[0].text
    for rule in rules[1:]:
        text += rule.separator + " " + rule.text
    return text


def states_of_day(rules: list[WrittenRule], day: date) -> list[str]:
    """Return the state of each of the 1440 minutes that a clock can show on *day*."""
    states = ["closed"] * 1440
    eve = day - timedelta(days=1)
    for rule in rules:
        today, yesterday = rule.on(day), rule.on(eve)
        if today and rule.separator == ";" and rule.state != "closed":
            states = ["closed"] * 1440
        for start, end in rule.spans or ((0, 1440),):
            for minute in range(start, end):
                if minute < 1440 and today:
                    states[minute] = rule.state
                if minute >= 1440 and yesterday:
                    states[minute - 1440] = rule.state
    return states


class Oracle:
    """Answers by looking at the clock every minute."""

    def __init__(self, rules: list[WrittenRule], zone: str) -> None:
        self.rules = rules
        self.zone = zone_info(zone)
        self.days: dict = {}

    def state(self, second: int) -> str:
        """Return what the clock shows at a second."""
        wall = (EPOCH + timedelta(seconds=second)).astimezone(self.zone)
        day = wall.date()
        if day not in self.days:
            self.days[day] = states_of_day(self.rules, day)
        return self.days[day][wall.hour * 60 + wall.minute]

    def states(self, start: int, minutes: int) -> list[str]:
        """Return the state of each of some minutes."""
        return [self.state(start + 60 * n) for n in range(minutes)]


@pytest.fixture(scope="session")
def oracle():
    """Return the class that looks at the clock."""
    return Oracle


@pytest.fixture(scope="session")
def write():
    """Return the function that writes rules as text."""
    return written


# -- written rules of every kind ------------------------------------------------------------------


@st.composite
def spans(draw) -> tuple[tuple[int, int], ...]:
    """Some spans, also past midnight."""
    steps = st.integers(0, 95).map(lambda quarter: quarter * 15) | st.integers(0, 1439)
    found = []
    for _ in range(draw(st.integers(1, 3))):
        start = draw(steps)
        length = draw(st.sampled_from([1, 30, 60, 90, 480, 1440]) | st.integers(1, 1440))
        found.append((start, start + length))
    return tuple(found)


def weekday_rule(first: int, length: int) -> tuple[str, Callable[[date], bool]]:
    """Return a range of weekdays, and whether a day is in it."""
    wanted = {(first + n) % 7 for n in range(length)}
    if length == 1:
        return DAYS[first], lambda day: day.weekday() in wanted
    return f"{DAYS[first]}-{DAYS[(first + length - 1) % 7]}", lambda day: day.weekday() in wanted


@st.composite
def weekdays(draw) -> tuple[str, Callable[[date], bool]]:
    """A list of weekdays."""
    parts = [
        weekday_rule(draw(st.integers(0, 6)), draw(st.integers(1, 7)))
        for _ in range(draw(st.integers(1, 2)))
    ]
    return ",".join(text for text, _ in parts), lambda day: any(on(day) for _, on in parts)


@st.composite
def nth_weekday(draw) -> tuple[str, Callable[[date], bool]]:
    """A weekday at a place in its month."""
    weekday, place = draw(st.integers(0, 6)), draw(st.sampled_from([1, 2, 3, 4, 5, -1, -2, -5]))

    def on(day: date) -> bool:
        length = calendar.monthrange(day.year, day.month)[1]
        of_month = [n for n in range(1, length + 1) if day.replace(day=n).weekday() == weekday]
        position = place - 1 if place > 0 else place
        return -len(of_month) <= position < len(of_month) and of_month[position] == day.day

    return f"{DAYS[weekday]}[{place}]", on


@st.composite
def dates(draw) -> tuple[str, Callable[[date], bool]]:
    """Months, dates, years, or ranges of them."""
    month = st.integers(1, 12)
    kind = draw(st.sampled_from(["month", "months", "day", "days", "year", "dated", "years"]))
    first, last = draw(month), draw(month)
    start, end = (first, draw(st.integers(1, 28))), (last, draw(st.integers(1, 28)))
    year = draw(st.integers(2009, 2030))

    def between(day: date) -> bool:
        today = (day.month, day.day)
        return start <= today <= end if start <= end else today >= start or today <= end

    if kind == "month":
        return MONTHS[first - 1], lambda day: day.month == first
    if kind == "months":
        wanted = {(first - 1 + n) % 12 + 1 for n in range((last - first) % 12 + 1)}
        return f"{MONTHS[first - 1]}-{MONTHS[last - 1]}", lambda day: day.month in wanted
    if kind == "day":
        text = f"{MONTHS[first - 1]} {start[1]}"
        return text, lambda day: (day.month, day.day) == start
    if kind == "days":
        text = f"{MONTHS[first - 1]} {start[1]}-{MONTHS[last - 1]} {end[1]}"
        return text, between
    if kind == "year":
        return f"{year}", lambda day: day.year == year
    if kind == "years":
        return f"{year}+", lambda day: day.year >= year
    text = f"{year} {MONTHS[first - 1]} {start[1]}-{year + 1} {MONTHS[last - 1]} {end[1]}"
    return text, lambda day: date(year, *start) <= day <= date(year + 1, *end)


@st.composite
def dated_days(draw) -> tuple[str, Callable[[date], bool]]:
    """Dates, perhaps with weekdays."""
    text, on = draw(dates())
    if draw(st.booleans()):
        return text, on
    more, also = draw(weekdays() | nth_weekday())
    return f"{text} {more}", lambda day: on(day) and also(day)


@st.composite
def rule(draw, days) -> WrittenRule:
    """Return a rule."""
    state = draw(st.sampled_from(["open", "open", "open", "unknown", "closed"]))
    text, on = draw(days)
    kept: tuple[tuple[int, int], ...] = ()
    if state != "closed" or draw(st.booleans()):
        kept = draw(spans())
    return WrittenRule(draw(st.sampled_from([";", ","])), text, kept, state, on)


WEEKLY = st.lists(rule(weekdays()), min_size=1, max_size=4)
DATED = st.lists(rule(weekdays() | nth_weekday() | dated_days()), min_size=1, max_size=4)


@pytest.fixture(scope="session")
def weekly_rules():
    """Return a strategy for rules of weekdays."""
    return WEEKLY


@pytest.fixture(scope="session")
def any_rules():
    """Return a strategy for rules of every kind."""
    return DATED


def clock_change(zone: str, number: int) -> int | None:
    """Return a change of the clocks in *zone*, if it has any."""
    changes = open_zone(zone).changes(1_230_768_000, 1_893_456_000)  # 2009 to 2029
    return changes[number % len(changes)] if changes else None


@st.composite
def instants(draw) -> tuple[str, int]:
    """A zone and a second in it, mostly within a day and a half of a clock change."""
    zone = draw(st.sampled_from(ODD_ZONES))
    change = clock_change(zone, draw(st.integers(0, 100)))
    anywhere = st.integers(1_230_768_000, 1_893_456_000)
    if change is None or draw(st.integers(0, 9)) == 0:
        return zone, draw(anywhere)
    return zone, change + draw(st.integers(-130_000, 130_000) | st.integers(-2, 2))


@pytest.fixture(scope="session")
def places_in_time():
    """Return a strategy for zones and seconds in them."""
    return instants()


@pytest.fixture(scope="session")
def zoneinfo_module():
    """Return the module zoneinfo."""
    return zoneinfo
