"""Every difference from opening-hours-py is of a kind that is known, and where it is wrong.

    python -m pip install opening-hours-py
    python -m pytest tests/hours/test_peer.py

The kinds of difference, each with the only place where it may be (docs/explanation/time.md says
why opening-hours-py is wrong there):

* **last minute of an overlap**: the state in the minute before the clocks go back. It judges
  from that minute to the next one, and in local time the next one is the earlier.
* **edge at a clock change**: a next change of which the earlier of the two answers lies in the
  overlap, on either pass, or in the first minute after a gap.
* **tail of a later rule**: for ``Sa 10:00-14:00; Mo-Fr 22:00-06:00`` it drops Saturday's small
  hours; opening_hours.js and OpenStreetMap's text keep them. Only in the small hours, and only
  up to the end of such a tail.
"""

from __future__ import annotations

import random
from collections import Counter
from datetime import datetime, timedelta, timezone

import pytest

from supportlines.hours import OpeningHours, open_zone, zone_info

peer = pytest.importorskip(
    "opening_hours", reason="opening-hours-py is not installed (extra: peers)"
)

CASES = 20_000
KINDS = {"last minute of an overlap", "edge at a clock change", "tail of a later rule"}
DAYS = ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"]
MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
ZONES = [
    "America/Mexico_City", "Asia/Dubai", "Europe/Berlin", "Asia/Kathmandu", "America/St_Johns",
    "Australia/Lord_Howe", "Pacific/Apia", "Europe/Dublin", "Antarctica/Troll",
    "America/Santiago", "Pacific/Kiritimati", "UTC",
]  # fmt: skip
EPOCH = datetime(1970, 1, 1, tzinfo=timezone.utc)
DAY = 86_400
FAR = 740 * DAY


def span(pick):
    """Return a span."""
    start = pick.randrange(0, 96) * 15
    end = (start + pick.choice([30, 60, 240, 480, 600, 900])) % 1440
    return f"{start // 60:02}:{start % 60:02}-{end // 60:02}:{end % 60:02}"


def rule(pick):
    """Return a rule."""
    days = pick.choice(
        [
            lambda: f"{pick.choice(DAYS)}-{pick.choice(DAYS)}",
            lambda: ",".join(sorted({pick.choice(DAYS), pick.choice(DAYS)}, key=DAYS.index)),
            lambda: f"{pick.choice(MONTHS)}-{pick.choice(MONTHS)}",
            lambda: f"{pick.choice(MONTHS)} {pick.randint(1, 28)}",
            lambda: f"{pick.choice(MONTHS)} {pick.choice(DAYS)}[{pick.choice([1, 2, -1])}]",
            lambda: f"2026 {pick.choice(MONTHS)} {pick.randint(1, 28)}",
        ]
    )()
    spans = ",".join(span(pick) for _ in range(pick.choice([1, 1, 2])))
    return f"{days} {pick.choice([spans, spans, spans, spans + ' unknown', 'off'])}"


def expression(pick):
    """Return hours."""
    if pick.random() < 0.05:
        return "24/7"
    text = rule(pick)
    for _ in range(pick.choice([0, 0, 1, 2])):
        text += pick.choice(["; ", ", "]) + rule(pick)
    return text


def state_of(theirs, at):
    """Return the state as a word."""
    if theirs.is_open(at):
        return "open"
    return "unknown" if theirs.is_unknown(at) else "closed"


def stays(theirs, second, info, state, pick):
    """Return whether the peer gives one state at some noons of the next two years."""
    later = (second // DAY * DAY + pick.randrange(1, 730) * DAY + DAY // 2 for _ in range(10))
    return all(
        state_of(theirs, (EPOCH + timedelta(seconds=each)).astimezone(info)) == state
        for each in later
    )


def kind_of_state(text, zone, second):
    """Return the kind of a difference between the states at *second*, or None."""
    if any(back and change - 60 <= second < change for change, back in near(zone, second)):
        return "last minute of an overlap"
    return tail_of_later_rule(text, zone, second)


def kind_of_change(text, zone, found, expected):
    """Return the kind of a difference between two next changes, or None."""
    first = min(each for each in (found, expected) if each is not None)
    for change, back in near(zone, first):
        if change - back <= first <= change + (back or 60):
            return "edge at a clock change"
    return tail_of_later_rule(text, zone, first)


def near(zone, second):
    """Return the changes of the clocks near *second*, each with the seconds they go back."""
    zone = open_zone(zone)
    changes = zone.changes(second - DAY, second + DAY)
    return [(each, max(0, zone.offset_at(each - 1) - zone.offset_at(each))) for each in changes]


def tail_of_later_rule(text, zone, second):
    """Return the kind if the local time at *second* is in or at the end of such a tail."""
    tails = [end for part in text.split(";")[1:] for end in ends_after_midnight(part)]
    local = (second + open_zone(zone).offset_at(second)) % DAY // 60
    return "tail of a later rule" if any(local <= end for end in tails) else None


def ends_after_midnight(part):
    """Return the minutes of the next day at which spans of these rules end."""
    times = [each for word in part.split() if ":" in word for each in word.split(",")]
    spans = [(minutes(each[:5]), minutes(each[6:11])) for each in times if each[2:3] == ":"]
    return [end for start, end in spans if end <= start]


def minutes(clock):
    """Return the minutes since midnight."""
    return int(clock[:2]) * 60 + int(clock[3:])


def test_differences_from_opening_hours_py_are_known():
    """20,000 random hours, zones and instants: state and next change agree or are explained."""
    pick = random.Random(20_261_122)  # noqa: S311 - the same cases in every run
    kinds: Counter = Counter()
    unknown = []
    for _ in range(CASES):
        text, zone = expression(pick), pick.choice(ZONES)
        info = zone_info(zone)
        second = pick.randrange(1_767_225_600, 1_798_761_600) // 60 * 60
        changes = open_zone(zone).changes(1_767_225_600, 1_798_761_600)
        if changes and pick.random() < 0.3:
            away = [pick.randrange(-36, 36) * 10, pick.randrange(-150, 150), -1]
            minute = pick.choice(away)
            second = pick.choice(changes) + minute * 60
        ours = OpeningHours.parse(text, time_zone=zone)
        theirs = peer.OpeningHours(text)
        at = (EPOCH + timedelta(seconds=second)).astimezone(info)
        state = state_of(theirs, at)
        if state != ours.state_at(second):
            kind = kind_of_state(text, zone, second)
            kinds[kind] += 1
            unknown += [(text, zone, str(at), "state", state)] * (kind is None)
            continue
        expected = ours.next_change_after(second)
        if expected is None or expected - second > FAR:
            # Asked for a change that never comes, the peer looks at every day to the year 9999.
            assert stays(theirs, second, info, state, pick), (text, zone, str(at))
            continue
        change = theirs.next_change(at)
        found = None if change is None else int(change.timestamp())
        if found != expected:
            kind = kind_of_change(text, zone, found, expected)
            kinds[kind] += 1
            unknown += [(text, zone, str(at), "next", str(change), expected)] * (kind is None)

    assert unknown[:20] == [], kinds
    assert set(kinds) == KINDS
    assert sum(kinds.values()) < CASES // 100, kinds
    print(f"{CASES} cases; differences: {dict(kinds)}")  # noqa: T201 - shown by pytest -rP
