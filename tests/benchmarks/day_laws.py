"""Try the one rule for days on random timetables, as many as wanted, against minutes.

    python tests/benchmarks/day_laws.py --cases 1000000 --seed 2026 --processes 2

A case is one day of a timetable with phases that follow one another, overlap or leave gaps, and
with exceptions of every kind over them. It is compared with an oracle that paints 1440 minutes,
and with the same timetable without its last exception, or with one phase alone: a layer changes
no state on a day that it does not cover, but for spans that it starts. Prints how often each law
was tried and how often it was broken; the exit status is 1 if any was.
`tests/hours/test_layers.py` tries some thousands with every run of the tests, `.ci/run` 20,000.
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

from supportlines.hours import OpeningHours, Override, Phase, Schedule, Timetable

DAYS = ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"]
DAYS_OF_ONE = 14
START = date(2026, 5, 4)
OPEN, CLOSED, UNKNOWN = b"o", b"c", b"u"
LETTERS = {"open": OPEN, "closed": CLOSED, "unknown": UNKNOWN}
WORDS = {OPEN: "", UNKNOWN: " unknown", CLOSED: " off"}


class Written(NamedTuple):
    """A weekly rule as somebody wrote it."""

    separator: str
    weekdays: tuple[int, ...]
    spans: tuple[tuple[int, int], ...]
    state: bytes

    @property
    def text(self) -> str:
        """The rule in the notation."""
        days = ",".join(DAYS[weekday] for weekday in self.weekdays)
        return f"{days} {','.join(map(_span, self.spans))}{WORDS[self.state]}"


def _span(span: tuple[int, int]) -> str:
    start, end = span
    return f"{start // 60:02}:{start % 60:02}-{end // 60:02}:{end % 60:02}"


class Window(NamedTuple):
    """Rules, and on which days they hold: numbers of days since START, None for no end."""

    rules: tuple[Written, ...]
    first: int | None
    last: int | None
    kind: str
    """``phase``, ``replaces`` or ``adds``."""
    priority: int = 0

    def covers(self, day: int) -> bool:
        """Return whether *day* is in the window."""
        return (self.first is None or self.first <= day) and (self.last is None or day <= self.last)

    @property
    def text(self) -> str:
        """The rules in the notation."""
        return "".join(
            f"{rule.separator if number else ''} {rule.text}"
            for number, rule in enumerate(self.rules)
        ).strip()


# -- the oracle -----------------------------------------------------------------------------------


def paint(states: bytearray, window: Window, day: int, *, starts: bool, left_over: bool) -> None:
    """Paint what a window says of *day*, minute by minute.

    Spans painted over others are what is written. All other hours are what they say of a week
    that goes on for ever; they need no closing: what they close is what they do not open.
    """
    if window.kind == "adds":
        said = week_day(window, day, starts=starts, left_over=left_over)
        if not starts:
            forever = week_day(window, day, starts=True, left_over=True)
            said = [state if state == seen else 0 for state, seen in zip(said, forever)]
    else:
        said = owned(window, day, starts=starts, left_over=left_over)
    for minute, state in enumerate(said):
        if state and (window.kind == "adds" or state != CLOSED[0]):
            states[minute] = state


def owned(window: Window, day: int, *, starts: bool, left_over: bool) -> list[int]:
    """Return what of a week that goes on for ever belongs to *day*, to its eve, or to either.

    The small hours belong to the eve as long as its last minute goes on in them; where the day
    says the same itself they belong to both. All else is the day's.
    """
    forever = week_day(window, day, starts=True, left_over=True)
    tail = week_day(window, day, starts=False, left_over=True)
    mine = week_day(window, day, starts=True, left_over=False)
    evening = week_day(window, day - 1, starts=True, left_over=False)[-1]
    if evening != week_day(window, day - 1, starts=True, left_over=True)[-1]:
        evening = 0  # other rules hide it
    eve = week_day(window, day - 1, starts=True, left_over=True)
    longest = len(eve) - next((n for n, one in enumerate(reversed(eve)) if one != evening), 1440)
    left = 0
    while evening not in (0, CLOSED[0]) and left < 1440 and tail[left] == forever[left] == evening:
        left += 1
    if left > longest:
        left = 0  # of more than a day: cut at midnight
    said = [0] * 1440
    for minute, state in enumerate(forever):
        goes_on = minute < left
        is_mine = not goes_on or mine[minute] == state
        if (starts and is_mine) or (left_over and goes_on):
            said[minute] = state
    return said


def week_day(window: Window, day: int, *, starts: bool, left_over: bool) -> list[int]:
    """Return what is said of each minute of *day*, zero for nothing."""
    weekday, eve = (START.weekday() + day) % 7, (START.weekday() + day - 1) % 7
    said = [0] * 1440
    for rule in window.rules:
        state = rule.state[0]
        if starts and weekday in rule.weekdays and rule.separator == ";" and rule.state != CLOSED:
            said = [0] * 1440
        for start, end in rule.spans:
            if left_over and eve in rule.weekdays and end > 1440:
                low, high = max(0, start - 1440), end - 1440
                said[low:high] = [state] * (high - low)
            if starts and weekday in rule.weekdays:
                high = min(end, 1440)
                said[start:high] = [state] * (high - start)
    return said


def in_order(windows: list[Window]) -> list[Window]:
    """Return phases first, then exceptions by priority, equal ones in their order."""
    phases = [window for window in windows if window.kind == "phase"]
    others = [window for window in windows if window.kind != "phase"]
    return phases + sorted(others, key=lambda window: window.priority)


def is_exception_of(window: Window, day: int) -> bool:
    """Return whether the window is an exception that covers *day*."""
    return window.kind != "phase" and window.covers(day)


def topmost(windows: list[Window], day: int) -> int:
    """Return the place of the exception that leaves nothing below on *day*, or -1."""
    places = [n for n, one in enumerate(windows) if one.kind == "replaces" and one.covers(day)]
    return places[-1] if places else -1


def states_of(windows: list[Window], day: int) -> bytes:
    """Return the state of each of the 1440 minutes that a clock can show on *day*."""
    windows = in_order(windows)
    today = topmost(windows, day)
    spoken_for = any(one.kind == "phase" and one.covers(day) for one in windows) or today >= 0
    states = bytearray((CLOSED if spoken_for else UNKNOWN) * 1440)
    # Nor does another exception of the eve reach into it, whatever its rank.
    places = sorted(range(len(windows)), key=lambda n: is_exception_of(windows[n], day))
    for place in places:
        window = windows[place]
        starts = window.covers(day) and place >= today
        # The day of an exception is its own from 00:00 on, whatever reaches into it.
        left_over = window.covers(day - 1) and (starts or today < 0)
        paint(states, window, day, starts=starts, left_over=left_over)
    return bytes(states)


# -- random timetables ----------------------------------------------------------------------------


def rules(pick: random.Random) -> tuple[Written, ...]:
    """Return one to three rules, often with nights and with mornings stated by themselves."""
    found = []
    for _ in range(pick.choice([1, 1, 2, 3])):
        weekdays = tuple(sorted(pick.sample(range(7), pick.choice([1, 3, 5, 7, 7]))))
        spans = []
        for _ in range(pick.choice([1, 1, 2])):
            start = pick.choice([0, 0, 480, 540, 1260, 1320, pick.randrange(1440)])
            end = start + pick.choice([60, 360, 480, 480, 600, pick.randint(1, 1440)])
            spans.append((start, pick.choice([end, min(end, 1440)])))
        state = pick.choice([OPEN, OPEN, OPEN, UNKNOWN, CLOSED])
        found.append(Written(pick.choice([";", ","]), weekdays, tuple(spans), state))
    if all(rule.state == CLOSED for rule in found):
        found[0] = found[0]._replace(state=OPEN)
    return tuple(found)


def phases(pick: random.Random) -> list[Window]:
    """Return phases that follow one another, leave a gap, or never end."""
    turn = pick.randint(1, DAYS_OF_ONE - 2)
    kind = pick.random()
    if kind < 0.3:
        return [Window(rules(pick), None, None, "phase")]
    if kind < 0.8:
        again = turn + pick.choice([1, 1, 1, 2, 4])
        first = pick.choice([None, 0])
        return [
            Window(rules(pick), first, turn, "phase"),
            Window(rules(pick), again, pick.choice([None, again + 3]), "phase"),
        ]
    return [Window(rules(pick), turn, pick.choice([None, turn + 3]), "phase")]


def exception(pick: random.Random) -> Window:
    """Return a closed day, other hours on some days, or spans painted over."""
    first = pick.randint(-1, DAYS_OF_ONE)
    last = first + pick.choice([0, 0, 0, 1, 3])
    kind = pick.choice(["replaces", "adds"])
    if kind == "replaces" and pick.random() < 0.4:
        return Window((), first, last, kind, pick.randint(0, 1))
    return Window(rules(pick), first, last, kind, pick.randint(0, 1))


def day_of(number: int | None) -> date | None:
    """Return the date of a number of days."""
    return None if number is None else START + timedelta(days=number)


def hours_of(windows: list[Window]) -> OpeningHours:
    """Return the hours that the windows mean, in UTC, where wall and instant are one."""
    table = Timetable(
        phases=tuple(
            Phase(Schedule.parse(one.text), day_of(one.first), day_of(one.last))
            for one in windows
            if one.kind == "phase"
        ),
        overrides=tuple(
            Override(
                Schedule.parse(one.text or "off"),
                day_of(one.first) or date.min,
                day_of(one.last) or date.max,
                "why",
                one.priority,
                one.kind == "adds",
            )
            for one in windows
            if one.kind != "phase"
        ),
    )
    return OpeningHours.of(table, "UTC")


def minutes_of(hours: OpeningHours, first: int, count: int) -> list[bytes]:
    """Return the states of the minutes of *count* days, day by day."""
    start = datetime(START.year, START.month, START.day, tzinfo=timezone.utc)
    start += timedelta(days=first)
    states = b"".join(
        LETTERS[state] * ((until - since) // timedelta(minutes=1))
        for since, until, state in hours.stretches(start, start + timedelta(days=count))
    )
    return [states[day * 1440 : (day + 1) * 1440] for day in range(count)]


# -- laws -----------------------------------------------------------------------------------------


class Laws:
    """What was tried, and what was broken."""

    def __init__(self) -> None:
        self.tried: Counter[str] = Counter()
        self.broken: list[str] = []

    def check(self, law: str, facts: object, where: object) -> None:
        """Note one trial of *law*, and where it was broken if *facts* are not."""
        self.tried[law] += 1
        if not facts:
            self.broken.append(f"{law}: {where}")

    def of_one(self, windows: list[Window], days: list[bytes]) -> None:
        """Every minute is what the oracle says."""
        for day, states in enumerate(days):
            same = states == states_of(windows, day)
            self.check("minutes are those of the oracle", same, (day, windows))

    def of_an_exception(self, windows: list[Window], days: list[bytes], added: Window) -> None:
        """Where an exception does not hold, nothing is different, but for spans it started."""
        more = minutes_of(hours_of([*windows, added]), 0, DAYS_OF_ONE)
        for day, (before, after) in enumerate(zip(days, more)):
            if added.covers(day):
                continue
            touched = bytearray(1440)
            if added.covers(day - 1):
                paint(touched, added, day, starts=False, left_over=True)
            same = all(old == new for old, new, own in zip(before, after, touched) if not own)
            law = "an exception changes no other day, but for spans that it starts"
            self.check(law, before == after or same, (day, windows, added))

    def of_a_phase(self, windows: list[Window], days: list[bytes], phase: Window) -> None:
        """On its days but the first, a phase that nothing overlaps is what it would be alone."""
        alone = minutes_of(hours_of([phase._replace(first=None, last=None)]), 0, DAYS_OF_ONE)
        law = "a phase is on its own days what it would be for ever"
        for day, (states, ever) in enumerate(zip(days, alone)):
            others = [one for one in windows if one != phase]
            disturbed = any(one.covers(day) or one.covers(day - 1) for one in others)
            if phase.covers(day) and phase.covers(day - 1) and not disturbed:
                self.check(law, states == ever, (day, windows, phase))


def run(cases: int, seed: int) -> Laws:
    """Return what became of *cases* cases; fourteen days share their timetable."""
    pick = random.Random(seed)  # noqa: S311 - the same cases in every run
    laws = Laws()
    for _ in range(0, cases, DAYS_OF_ONE):
        windows = [*phases(pick), *(exception(pick) for _ in range(pick.choice([0, 0, 1, 2, 3])))]
        days = minutes_of(hours_of(windows), 0, DAYS_OF_ONE)
        laws.of_one(windows, days)
        # On top of all others, so that nothing hides it.
        laws.of_an_exception(windows, days, exception(pick)._replace(priority=2))
        for window in windows:
            if window.kind == "phase":
                laws.of_a_phase(windows, days, window)
        laws.tried["cases"] += DAYS_OF_ONE
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
        print(f"{law:64} {count:>11,} {violations:>6,}")
    print(f"{ran.how}; broken: {len(broken)}")
    print("\n".join(sorted(broken)[:5]))
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main())
