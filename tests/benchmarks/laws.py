"""Try the laws of hours on random cases, as many as wanted, in zones with odd rules.

    python tests/benchmarks/laws.py --cases 1000000 --seed 2026 --processes 2

A case is hours, a zone and an instant, mostly around a change of the clocks; twenty cases share
their hours and one partner in another zone. Prints how often each law was tried and how often it
was broken, with the first cases that broke it; the exit status is 1 if any did. The same seed and
number of cases give the same cases again. `tests/hours/test_laws.py` tries some thousands
with every run of the tests, `.ci/run` 20,000.
"""

from __future__ import annotations

import random
import sys
from collections import Counter
from datetime import date, datetime, timedelta, timezone
from pathlib import Path
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).resolve().parent))
from in_parts import run_in_parts

from supportlines.hours import (
    Board,
    OpeningHours,
    Override,
    Phase,
    Schedule,
    TimeLine,
    Timetable,
    complement,
    difference,
    disagreements,
    intersection,
    open_zone,
    union,
)

CASES_OF_ONE = 20
SHOWN = 20
EPOCH = datetime(1970, 1, 1, tzinfo=timezone.utc)
YEAR_2005, YEAR_2037 = 1_104_537_600, 2_114_380_800
MICROSECOND = timedelta(microseconds=1)
RANK = {"closed": 0, "unknown": 1, "open": 2}
DAYS = ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"]
MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
ZONES = [
    "Australia/Lord_Howe",  # half an hour of summer time
    "Pacific/Apia",  # 30 December 2011 never was
    "Africa/Casablanca",  # back to winter time for Ramadan
    "Europe/Dublin",  # negative summer time
    "Antarctica/Troll",  # two hours of summer time
    "America/St_Johns",  # changed at 00:01 until 2011
    "America/Nuuk",  # changes on Saturday evening
    "America/Santiago",  # midnight is skipped
    "America/Caracas",  # moved by half an hour, twice
    "Asia/Pyongyang",  # as well
    "Africa/Juba",  # one change, in 2021
    "Asia/Gaza",  # two summers a year, on dates of their own
    "Asia/Kathmandu",
    "Pacific/Kiritimati",
    "Asia/Tehran",
    "Europe/London",
    "America/New_York",
    "UTC",
]


class Calendar:
    """Some public holidays, the same in every year."""

    def name_on(self, day: date) -> str | None:
        """Return the name of the holiday on *day*, or None."""
        return "a holiday" if (day.day * 7 + day.month * 3) % 41 == 0 else None

    def next_from(self, day: date) -> date:
        """Return the first holiday that is not before *day*."""
        while self.name_on(day) is None:
            day += timedelta(days=1)
        return day


CALENDAR = Calendar()


# -- cases --------------------------------------------------------------------------------------


class Group(NamedTuple):
    """Hours, a partner for what takes two, and the instant around which both are tried."""

    text: str
    line: TimeLine
    partner: TimeLine
    zone: str
    middle: int


def clock(minute: int) -> str:
    """Return minutes since midnight as a time."""
    return f"{minute // 60:02}:{minute % 60:02}"


def span(pick: random.Random) -> str:
    """Return a span, in a third of the cases past midnight."""
    start = pick.randrange(96) * 15 if pick.random() < 0.7 else pick.randrange(1440)
    length = pick.choice([1, 30, 60, 90, 240, 480, 480, 900, 1440, pick.randint(1, 1440)])
    end = start + length
    return f"{clock(start)}-{clock(end if pick.random() < 0.3 else (end - 1) % 1440 + 1)}"


def weekdays(pick: random.Random) -> str:
    """Return weekdays, ranges of them, places in a month, or holidays."""
    some = [
        pick.choice(DAYS),
        f"{pick.choice(DAYS)}-{pick.choice(DAYS)}",
        f"{pick.choice(DAYS)}-{pick.choice(DAYS)}",
        f"{pick.choice(DAYS)}[{pick.choice([1, 2, 3, 4, 5, -1, -2, -5])}]",
        "PH",
    ]
    return ",".join(pick.sample(some, pick.choice([1, 1, 2])))


def dates(pick: random.Random) -> str:
    """Return months, dates or years, or ranges of them."""
    first, last = pick.choice(MONTHS), pick.choice(MONTHS)
    day, end, year = pick.randint(1, 28), pick.randint(1, 28), pick.randint(2005, 2036)
    return pick.choice(
        [
            first,
            f"{first}-{last}",
            f"{first} {day}",
            f"{first} {day}-{last} {end}",
            f"{year}",
            f"{year}+",
            f"{year}-{year + pick.randint(0, 9)} {first}",
            f"{year} {first} {day}-{year + 1} {last} {end}",
        ]
    )


def rule(pick: random.Random) -> str:
    """Return one rule."""
    kind = pick.random()
    days = weekdays(pick) if kind < 0.7 else dates(pick)
    if kind > 0.85:
        days = f"{days} {pick.choice(DAYS)}-{pick.choice(DAYS)}"
    state = pick.choice(["", "", "", " unknown", ' unknown "by letter"', " off"])
    if state == " off" and pick.random() < 0.5:
        return days + state
    return f"{days} {','.join(span(pick) for _ in range(pick.choice([1, 1, 2, 3])))}{state}"


def expression(pick: random.Random) -> str:
    """Return hours of one to four rules."""
    text = rule(pick)
    for _ in range(pick.choice([0, 0, 1, 1, 2, 3])):
        text += pick.choice(["; ", ", "]) + rule(pick)
    return text


def around(pick: random.Random, zone: str) -> int:
    """Return a second: of four, three are changes of the clocks in *zone* if it has any."""
    changes = CHANGES.get(zone)
    if changes is None:
        changes = CHANGES[zone] = open_zone(zone).changes(YEAR_2005, YEAR_2037)
    if changes and pick.random() < 0.75:
        return pick.choice(changes)
    return pick.randrange(YEAR_2005, YEAR_2037)


CHANGES: dict[str, tuple[int, ...]] = {}


def line_of(pick: random.Random, text: str, zone: str, middle: int) -> TimeLine:
    """Return hours; of ten, one has exceptions around *middle* and an end."""
    schedule = Schedule.parse(text)
    holidays = CALENDAR if pick.random() < 0.7 else None
    if pick.random() < 0.9:
        return OpeningHours.of(schedule, zone, holidays)
    day = (EPOCH + timedelta(seconds=middle)).date()
    overrides = tuple(
        Override(
            Schedule.parse(expression(pick)),
            day + timedelta(days=first),
            day + timedelta(days=first + pick.randint(0, 3)),
            priority=pick.randint(0, 1),
            adds=pick.random() < 0.5,
        )
        for first in (pick.randint(-3, 1), pick.randint(0, 9))
    )
    until = day + timedelta(days=pick.randint(2, 30))
    timetable = Timetable((Phase(schedule),), overrides, known_until=until)
    return OpeningHours.of(timetable, zone, holidays)


def group(pick: random.Random) -> Group:
    """Return the next hours to try."""
    zone, other_zone = pick.choice(ZONES), pick.choice(ZONES)
    middle = around(pick, zone)
    text = expression(pick)
    line = line_of(pick, text, zone, middle)
    return Group(text, line, line_of(pick, expression(pick), other_zone, middle), zone, middle)


def instant(pick: random.Random, middle: int) -> datetime:
    """Return an instant near *middle*: by seconds, by a day and a half, or by ten days."""
    away = pick.choice([2, 2, 4_000, 130_000, 130_000, 864_000])
    micro = pick.randrange(1_000_000) if pick.random() < 0.3 else 0
    return EPOCH + timedelta(0, middle + pick.randint(-away, away), micro)


# -- laws ---------------------------------------------------------------------------------------


class Laws:
    """What was tried, and what was broken."""

    def __init__(self) -> None:
        self.tried: Counter[str] = Counter()
        self.broken: list[str] = []

    def check(self, law: str, facts: object, where: tuple[object, ...]) -> None:
        """Note one trial of *law*, and where it was broken if *facts* are not."""
        self.tried[law] += 1
        if not facts:
            self.broken.append(f"{law}: " + ", ".join(map(str, where)))

    def of_texts(self, text: str) -> None:
        """What is printed reads back as the same value."""
        schedule = Schedule.parse(text)
        again = Schedule.parse(str(schedule))
        same = again == schedule and str(again) == str(schedule)
        self.check("printing and reading are inverse", same, (text,))

    def of_one(self, line: TimeLine, start: datetime, end: datetime, where: tuple) -> None:
        """State, change, intervals, durations and their inverses agree with each other."""
        state, change = line.state(start), next_change(line, start)
        held = change is None or (
            change > start
            and line.state(change) != state
            and line.state(change - MICROSECOND) == state
        )
        self.check("the state holds until the next change and not longer", held, where)
        stretches = list(line.stretches(start, end))
        self.check("stretches tile time", tile(line, stretches, start, end), where)
        intervals = list(line.intervals(start, end))
        opened = [(first, last) for first, last, state in stretches if state == "open"]
        self.check("intervals are the open stretches", intervals == opened, where)
        total = sum((last - first for first, last in intervals), timedelta(0))
        measured = line.open_time(start, end) == total == -line.open_time(end, start)
        self.check("open time is the sum of the intervals", measured, where)
        if total:
            law = "adding and measuring are inverse"
            self.check(law, adds_what_it_measures(line, start, end, total), where)

    def of_always(self, zone: str, at: datetime, where: tuple) -> None:
        """What is always open never closes."""
        always, daily = ALWAYS.get(zone) or make_always(zone)
        states = {always.state(at), daily.state(at)}
        never = states == {"open"} and always.next_change(at) is None is daily.next_change(at)
        self.check("24/7 and Mo-Su 00:00-24:00 never close", never, where)

    def of_two(self, both: Both, board: Board, at: datetime, where: tuple) -> None:
        """At an instant, combined lines say what their members together say."""
        one, other = (line.state(at) for line in where[:2])
        same = (
            both.union.state(at) == max(one, other, key=RANK.__getitem__)
            and both.intersection.state(at) == min(one, other, key=RANK.__getitem__)
            and both.difference.is_open(at) == (one == "open" and other == "closed")
            and both.complement.is_open(at) == (one == "closed")
        )
        self.check("combinations say what their members say together", same, where)
        asked = board.states_at(at) == [line.state(at) for line in board.lines]
        self.check("a board says what its lines say", asked, where)

    def of_algebra(self, a: TimeLine, b: TimeLine, middle: int, where: tuple) -> None:
        """Over two days around an instant, what algebra calls equal is equal."""
        start, end = (EPOCH + timedelta(0, middle + away * 86_400) for away in (-1, 1))
        equal = {
            "union is commutative": (union(a, b), union(b, a)),
            "De Morgan": (complement(union(a, b)), intersection(complement(a), complement(b))),
            "absorption": (union(a, intersection(a, b)), a),
            "distributivity": (
                intersection(a, union(b, complement(b))),
                union(intersection(a, b), difference(a, b)),
            ),
        }
        for law, (one, other) in equal.items():
            self.check(law, not list(disagreements(one, other, start, end)), where)


class Both(NamedTuple):
    """Two lines combined."""

    union: TimeLine
    intersection: TimeLine
    difference: TimeLine
    complement: TimeLine


ALWAYS: dict[str, tuple[TimeLine, TimeLine]] = {}


def make_always(zone: str) -> tuple[TimeLine, TimeLine]:
    """Return the two ways to be open all the time, kept for the next case."""
    lines = [OpeningHours.parse(text, time_zone=zone) for text in ("24/7", "Mo-Su 00:00-24:00")]
    ALWAYS[zone] = lines[0], lines[1]
    return ALWAYS[zone]


def next_change(line: TimeLine, start: datetime) -> datetime | None:
    """Return the next change; of combined lines, only one that is less than a year away.

    That two lines which both go on changing never do so together takes 60 years to show.
    """
    year = start + timedelta(days=365)
    if isinstance(line, OpeningHours) or next(line.stretches(start, year))[1] < year:
        return line.next_change(start)
    return None


def tile(line: TimeLine, stretches: list, start: datetime, end: datetime) -> bool:
    """Return whether *stretches* follow each other from *start* to *end*, with true states."""
    if not stretches:
        return start == end
    if stretches[0][0] != start or stretches[-1][1] != end:
        return False
    follow = all(
        one[1] == other[0] and one[2] != other[2] for one, other in zip(stretches, stretches[1:])
    )
    return follow and all(
        first < last and line.state(first) == state == line.state(last - MICROSECOND)
        for first, last, state in stretches
    )


def adds_what_it_measures(line: TimeLine, start: datetime, end: datetime, total: timedelta) -> bool:
    """Return whether *total* open time after *start* and before *end* is found again."""
    reached, begun = line.add_open_time(start, total), line.add_open_time(end, -total)
    return (
        reached is not None
        and begun is not None
        and reached <= end
        and begun >= start
        and line.open_time(start, reached) == total == line.open_time(begun, end)
        and line.open_time(start, reached - MICROSECOND) < total
        and line.open_time(begun + MICROSECOND, end) < total
    )


def run(cases: int, seed: int) -> Laws:
    """Return what became of *cases* cases; twenty share their hours."""
    pick = random.Random(seed)  # noqa: S311 - the same cases in every run
    laws = Laws()
    for _ in range(0, cases, CASES_OF_ONE):
        text, a, b, zone, middle = group(pick)
        laws.of_texts(text)
        laws.of_algebra(a, b, middle, (a, b, middle))
        both = Both(union(a, b), intersection(a, b), difference(a, b), complement(a))
        board = Board((a, b, *both))
        for _ in range(CASES_OF_ONE):
            start = instant(pick, middle)
            end = start + timedelta(
                0, pick.randrange(pick.choice([600, 90_000, 1_000_000, 1_000_000]))
            )
            where = (a, b, start, end)
            laws.tried["cases"] += 1
            laws.of_one(a if pick.random() < 0.8 else pick.choice(both), start, end, where)
            laws.of_always(zone, start, (zone, start))
            laws.of_two(both, board, start, where)
    return laws


def _run(task: tuple[int, int]) -> tuple[Counter, list[str]]:
    laws = run(*task)
    return laws.tried, laws.broken


def main() -> int:
    """Run the cases and print the table."""
    ran = run_in_parts(_run, __doc__)
    tried: Counter[str] = Counter()
    broken: list[str] = []
    for found, wrong in ran.results:
        tried.update(found)
        broken.extend(wrong)
    for law, count in tried.items():
        violations = sum(each.startswith(f"{law}: ") for each in broken)
        print(f"{law:56} {count:>11,} {violations:>6,}")
    print(f"{ran.how}; broken: {len(broken)}")
    print("\n".join(sorted(broken)[:SHOWN]))
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main())
