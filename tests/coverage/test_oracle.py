"""Coverage says what one would count who asks again and again."""

from __future__ import annotations

from collections import Counter
from datetime import datetime, timedelta, timezone

import pytest

from supportlines.coverage import Period, measure
from supportlines.hours import zone_info

START = datetime(2026, 1, 1, tzinfo=timezone.utc)
END = datetime(2027, 1, 1, tzinfo=timezone.utc)
STEP = timedelta(minutes=15)  # all hours, and all clocks, go by quarters

CASES = [
    ("DE", "Europe/Berlin", "standard", "es"),  # an exception, and the line's clock is theirs
    ("DE", "Europe/Berlin", "standard", "de"),  # the line ceases in the middle of the year
    ("GB", "Europe/London", "standard", "es"),  # hours of another zone, with other changes
    ("GB", "Europe/London", "premium", "en"),  # 24/7, but for exceptions of the region
    ("US", "America/New_York", "premium", "en"),  # past midnight; perhaps for urgent ones only
    ("US", "Pacific/Honolulu", "standard", "en"),  # another clock of the same country
    ("MX", "America/Tijuana", "standard", "es"),  # Mexican Spanish is Spanish
    ("AU", "Australia/Lord_Howe", "standard", "en"),  # clocks change by half an hour
    ("NP", "Asia/Kathmandu", "standard", "en"),  # 5:45 ahead of UTC, nobody states a language
    ("NP", "Asia/Kathmandu", "standard", "fr"),  # not spoken
]


def asked(world, country, zone, tier, language, at):
    """Return whether somebody answers in the language: the question of `who_can_i_call`."""
    answer = world.who_can_i_call(country, languages=[language], tier=tier, time_zone=zone, at=at)
    states = {option.state for option in answer.options if option.language is not None}
    return next((state for state in ("open", "unknown") if state in states), "closed")


@pytest.fixture(scope="module", params=CASES, ids=lambda case: "-".join(case).replace("/", "_"))
def sampled(request, world):
    """Return a case and what holds in each quarter of an hour of the year in UTC."""
    case = request.param
    count = (END - START) // STEP
    return case, [asked(world, *case, START + number * STEP) for number in range(count)]


def test_a_year_is_what_one_counts_by_quarters(sampled, world):
    """Open and unknown time, by the hour of the week in UTC and in all."""
    (country, zone, tier, language), states = sampled
    found = measure(
        world.facts,
        Period.of_year(2026, is_local=False),
        countries=[country],
        tiers=[tier],
        languages=[language],
    )
    (row,) = [row for row in found.rows if zone in row.time_zones]

    counted = Counter(states)
    cells = Counter()
    for number, state in enumerate(states):
        at = START + number * STEP
        cells[at.weekday() * 24 + at.hour, state] += 900

    week = row.week
    assert week.open_seconds == counted["open"] * 900
    assert week.unknown_seconds == counted["unknown"] * 900
    assert week.total_seconds == len(states) * 900
    for hour, (opened, unknown, total) in enumerate(week.cells()):
        assert (opened, unknown) == (cells[hour, "open"], cells[hour, "unknown"])
        assert total in {52 * 3600, 53 * 3600}


def test_local_cells_are_what_clocks_on_the_wall_show(sampled, world):
    """The same quarters by the caller's own clock, in the local year, changes included."""
    (country, zone, tier, language), states = sampled
    found = measure(
        world.facts,
        Period.of_year(2026, is_local=True),
        countries=[country],
        tiers=[tier],
        languages=[language],
    )
    (row,) = [row for row in found.rows if zone in row.time_zones]

    # Two days at each end of the year are left out: the samples are of the year in UTC.
    info = zone_info(zone)
    cells = Counter()
    for number, state in enumerate(states):
        local = (START + number * STEP).astimezone(info)
        if local.year == 2026:
            cells[local.weekday() * 24 + local.hour, state] += 900
    missing = abs(START.astimezone(info).utcoffset().total_seconds())

    for hour, (opened, unknown, _) in enumerate(row.week.cells()):
        assert abs(opened - cells[hour, "open"]) <= 3600
        assert abs(unknown - cells[hour, "unknown"]) <= 3600
    differ = sum(abs(cell[0] - cells[hour, "open"]) for hour, cell in enumerate(row.week.cells()))
    assert differ <= missing


def test_gaps_are_when_nobody_ever_answered(sampled, world):
    """In no quarter of a gap was somebody there, and in the others of the week there was."""
    (country, zone, tier, language), states = sampled
    period = Period.of_year(2026, is_local=False)
    found = measure(world.facts, period, countries=[country], tiers=[tier], languages=[language])
    (row,) = [row for row in found.rows if zone in row.time_zones]

    in_gap = set()
    for gap in row.gaps:
        in_gap |= {second % 604_800 for second in range(gap.start, gap.end, 900)}
    ever = set()
    for number, state in enumerate(states):
        if state != "closed":
            at = START + number * STEP
            ever.add(at.weekday() * 86_400 + at.hour * 3600 + at.minute * 60)

    assert in_gap == set(range(0, 604_800, 900)) - ever
