"""Laws that hold for all hours, in all zones, at all instants."""

from __future__ import annotations

import copy
import importlib.util
import pickle
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest

from supportlines.hours import (
    Board,
    Combined,
    NaiveDatetimeError,
    NoHoursError,
    OpeningHours,
    Schedule,
    agreed,
    complement,
    instant_to_second,
    intersection,
    second_to_instant,
    union,
    zone_info,
)
from supportlines.hours.line.algebra import best, worst

from strategies.amount import at_least, cases

EPOCH = datetime(1970, 1, 1, tzinfo=timezone.utc)
RANK = {"closed": 0, "unknown": 1, "open": 2}


def laws():
    """Return the module that tries the laws on random cases, any number of them."""
    path = Path(__file__).parent.parent / "benchmarks" / "laws.py"
    spec = importlib.util.spec_from_file_location("laws", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_laws_hold_for_random_cases():
    """State, change, intervals, durations, their inverses, and the algebra agree."""
    tried = laws().run(cases(4_000), seed=2026)

    assert tried.broken == []
    assert tried.tried["cases"] == cases(4_000)
    assert len(tried.tried) == 14
    assert min(tried.tried.values()) >= at_least(200)
    assert tried.tried["adding and measuring are inverse"] > at_least(1_000)


def test_a_range_may_reach_to_the_end_of_the_calendar():
    """There is no instant as far before 1970 as this one is after it."""
    hours = OpeningHours.parse("Mo-Fr 09:00-17:00", time_zone="UTC")
    start = datetime(9999, 12, 31, 9, tzinfo=timezone.utc)  # a Friday
    end = datetime.max.replace(tzinfo=timezone.utc)

    assert [state for _, _, state in hours.stretches(start, end)] == ["open", "closed"]


def test_a_broken_law_is_noticed(monkeypatch):
    """The run of the laws fails if durations lose a second."""
    module = laws()
    open_time = OpeningHours.open_time
    monkeypatch.setattr(
        OpeningHours, "open_time", lambda *given: open_time(*given) + timedelta(seconds=1)
    )

    broken = module.run(100, seed=1).broken

    assert {each.split(":")[0] for each in broken} == {
        "open time is the sum of the intervals",
        "adding and measuring are inverse",
    }


def test_a_complement_of_a_complement_is_the_line_itself():
    """Nothing is piled up."""
    day = OpeningHours.parse("Mo-Fr 09:00-17:00", time_zone="Europe/London")

    assert complement(complement(day)) is day


def test_what_one_member_decides_for_good_is_known_without_a_walk():
    """A union with hours that stay open, and an intersection with closed ones, are quiet."""
    nights = OpeningHours.parse("Mo-Su 22:00-06:00", time_zone="Asia/Dubai")
    start = EPOCH + timedelta(days=20_500)
    for combined in (
        union(nights, OpeningHours.parse("2020+ 00:00-24:00", time_zone="Europe/London")),
        intersection(nights, OpeningHours.parse("24/7; 2020+ off", time_zone="Europe/London")),
    ):
        assert combined.next_change(start) is None
        assert len(combined._blocks) <= 2  # noqa: SLF001 - work is counted, not timed


def test_a_change_at_the_edge_of_a_block_is_not_passed_over():
    """Where a member begins to decide just as a block begins, that is still the next change."""
    edge = EPOCH + timedelta(seconds=675 << 21)
    begins = OpeningHours.parse("2014 Nov 10-9999 Dec 31 00:00-24:00", time_zone="UTC")
    line = union(OpeningHours.parse("2000 Jan 1 10:00-12:00", time_zone="Asia/Dubai"), begins)

    assert edge == datetime(2014, 11, 10, tzinfo=timezone.utc)
    assert line.next_change(edge - timedelta(days=60)) == edge


@pytest.mark.parametrize("text", ["24/7", "24/7 unknown", "off"])
def test_a_union_with_a_line_that_never_changes_is_simple(text):
    """Open for ever is the whole union; closed for ever adds nothing; unknown stays."""
    london = OpeningHours.parse("Mo-Fr 09:00-17:00", time_zone="Europe/London")
    always = OpeningHours.parse(text, time_zone="Asia/Tokyo")

    joined = union(london, always)

    expected = {"24/7": always, "off": london, "24/7 unknown": joined}[text]
    assert joined is expected
    assert union(always) is always
    assert union(london, london) is london
    assert union(union(london, always), london) == joined


def test_nothing_cannot_be_combined():
    """A union of no hours is refused."""
    with pytest.raises(NoHoursError, match="give at least one"):
        union()


def test_a_hand_over_has_neither_gap_nor_overlap():
    """What one line does not serve, its complement does, to the second."""
    day = OpeningHours.parse("Mo-Fr 09:00-17:00", time_zone="Europe/London")
    start, end = EPOCH + timedelta(days=20_500), EPOCH + timedelta(days=20_900)

    night = complement(day)

    assert union(day, night).open_time(start, end) == end - start
    assert intersection(day, night).open_time(start, end) == timedelta(0)


def test_many_lines_are_asked_at_once():
    """The batch answers what each line would, over several blocks of time."""
    lines = [
        OpeningHours.parse(text, time_zone=zone)
        for text in ("Mo-Fr 09:00-17:00", "24/7", "Sa-Th 22:00-06:00", "unknown")
        for zone in ("Asia/Dubai", "America/St_Johns")
    ]
    board = Board(lines)
    for hour in range(0, 1500, 2):
        at = EPOCH + timedelta(days=20_000, hours=hour)
        assert board.states_at(at) == [line.state(at) for line in lines]


@pytest.mark.parametrize("method", ["state", "is_open", "next_change"])
def test_a_naive_datetime_is_refused(method):
    """With a remedy."""
    hours = OpeningHours.parse("24/7", time_zone="UTC")
    at = datetime(2026, 3, 27, 20)  # noqa: DTZ001 - refused

    with pytest.raises(NaiveDatetimeError) as caught:
        getattr(hours, method)(at)

    assert str(caught.value) == (
        f"at={at} has no time zone. "
        "Pass an instant such as datetime.now(timezone.utc), or set tzinfo."
    )
    assert isinstance(caught.value, ValueError)


def test_ranges_refuse_naive_datetimes_at_once():
    """An iterator that cannot be made is refused before it is used."""
    hours = OpeningHours.parse("24/7", time_zone="UTC")
    naive = datetime(2026, 3, 27)  # noqa: DTZ001 - refused
    for wrong in [(naive, EPOCH), (EPOCH, naive)]:
        for method in (hours.intervals, hours.stretches, hours.open_time):
            with pytest.raises(NaiveDatetimeError):
                method(*wrong)
    with pytest.raises(NaiveDatetimeError):
        hours.add_open_time(naive, timedelta(1))


def test_any_zone_of_an_instant_will_do():
    """Only the instant counts, not the zone in which it is given."""
    hours = OpeningHours.parse("Mo-Fr 09:00-17:00", time_zone="America/Mexico_City")
    for hour in range(100):
        at = EPOCH + timedelta(days=20_000, hours=hour)
        for zone in (timezone(timedelta(hours=-3, minutes=-30)), zone_info("Asia/Kathmandu")):
            assert hours.state(at.astimezone(zone)) == hours.state(at)
            assert hours.next_change(at.astimezone(zone)) == hours.next_change(at)
            assert hours.next_change(at.astimezone(zone)).tzinfo is timezone.utc


@pytest.mark.parametrize("zone", ["Pacific/Kiritimati", "America/New_York", "UTC"])
@pytest.mark.parametrize(
    "text", ["Mo-Su 00:00-12:00", "24/7", "2026 Dec 25 10:00-12:00", "Fr[-1] off"]
)
def test_the_first_and_last_instants_are_like_others(zone, text):
    """Near the ends of datetime's range nothing overflows; no change is beyond them."""
    hours = OpeningHours.parse(text, time_zone=zone)
    first = datetime.min.replace(tzinfo=timezone.utc)
    last = datetime.max.replace(tzinfo=timezone.utc)

    assert hours.state(first) in RANK
    assert hours.state(last) in RANK
    assert hours.state(first.replace(tzinfo=timezone(timedelta(hours=14)))) in RANK
    assert hours.next_change(last) is None
    change = hours.next_change(first.replace(tzinfo=timezone(timedelta(hours=14))))
    assert change is None or change >= first
    assert hours.add_open_time(last - timedelta(hours=1), timedelta(days=1)) is None
    assert hours.add_open_time(first + timedelta(hours=1), -timedelta(days=1)) is None


def test_open_time_is_counted_back_to_the_first_day():
    """0001-01-01 was a Monday; from it to Thursday 1 March at noon are 43 days and three hours."""
    hours = OpeningHours.parse("Mo-Fr 09:00-17:00", time_zone="UTC")
    end = datetime(1, 3, 1, 12, tzinfo=timezone.utc)

    def back(count):
        return hours.add_open_time(end, -timedelta(hours=count))

    assert back(43 * 8 + 3 - 1) == datetime(1, 1, 1, 10, tzinfo=timezone.utc)
    assert back(43 * 8 + 3) == datetime(1, 1, 1, 9, tzinfo=timezone.utc)
    assert back(43 * 8 + 4) is None


def test_seconds_and_instants_are_inverse():
    """A second is an instant and back; fractions are cut off, also before 1970."""
    assert second_to_instant(instant_to_second(EPOCH)) == EPOCH
    assert instant_to_second(EPOCH - timedelta(microseconds=1)) == -1


def test_hours_are_values():
    """Hours compare and hash by what they say and where; they survive copying."""
    hours = OpeningHours.parse("Mo-We 09:00-17:00; Th,Fr 09:00-17:00", time_zone="Asia/Dubai")
    same = OpeningHours.of(Schedule.parse("Mo-Fr 09:00-17:00"), "Asia/Dubai")

    assert hours == same
    assert len({hours, same}) == 1
    assert hours != OpeningHours.of(same.schedule, "Asia/Muscat")
    for again in (pickle.loads(pickle.dumps(hours)), copy.deepcopy(hours)):  # noqa: S301
        assert again == hours
    assert repr(hours) == "OpeningHours.parse('Mo-Fr 09:00-17:00', time_zone='Asia/Dubai')"


@pytest.mark.parametrize(
    ("text", "start", "amount", "expected"),
    [
        # four business hours from Friday 15:00, of a desk that opens at eight
        ("Mo-Fr 08:00-18:00", "2026-11-27T15:00", 4, "2026-11-30T09:00"),
        ("Mo-Fr 09:00-17:00", "2026-11-27T15:00", 2, "2026-11-27T17:00"),  # the first such instant
        ("Mo-Fr 09:00-17:00", "2026-11-28T12:00", 1, "2026-11-30T10:00"),
        ("Mo-Fr 09:00-17:00", "2026-11-30T09:00", -1, "2026-11-27T16:00"),
        ("Mo-Fr 09:00-17:00", "2026-11-30T10:00", 0, "2026-11-30T10:00"),
        ("24/7", "2026-11-30T10:00", -30, "2026-11-29T04:00"),
        ("off", "2026-11-30T10:00", 1, None),
        ("2026 Dec 25 10:00-12:00", "2026-11-30T10:00", 3, None),
        ("2026 Dec 25 10:00-12:00", "2026-11-30T10:00", -1, None),
    ],
)
def test_open_time_is_added(text, start, amount, expected):
    """Open time is added forwards and backwards, over nights and weekends."""
    hours = OpeningHours.parse(text, time_zone="UTC")
    at = datetime.strptime(start + "+0000", "%Y-%m-%dT%H:%M%z")

    reached = hours.add_open_time(at, timedelta(hours=amount))

    shown = None if reached is None else reached.strftime("%Y-%m-%dT%H:%M")
    assert shown == expected


def test_microseconds_count():
    """Durations are exact below a second."""
    hours = OpeningHours.parse("Mo-Fr 09:00-17:00", time_zone="UTC")
    start = datetime(2026, 11, 30, 8, 59, 59, 999_999, timezone.utc)
    end = datetime(2026, 11, 30, 9, 0, 0, 1, timezone.utc)

    assert hours.open_time(start, end) == timedelta(microseconds=1)
    assert hours.add_open_time(start, timedelta(microseconds=1)) == end
    assert hours.add_open_time(end, -timedelta(microseconds=1)).second == 0
    assert list(hours.intervals(start, end)) == [(end - timedelta(microseconds=1), end)]


@pytest.mark.parametrize(
    ("rule", "texts", "constant"),
    [
        (agreed, ["Mo-Fr 09:00-17:00", "24/7 unknown"], "unknown"),
        (agreed, ["Mo-Fr 09:00-17:00", "24/7", "off"], "unknown"),
        (agreed, ["24/7", "24/7"], "open"),
        (agreed, ["Mo-Fr 09:00-17:00", "24/7"], None),  # sure on office days
        (best, ["Mo-Fr 09:00-17:00", "24/7"], "open"),
        (best, ["Mo-Fr 09:00-17:00", "24/7 unknown"], None),
        (worst, ["Mo-Fr 09:00-17:00", "off"], "closed"),
        (worst, ["Mo-Fr 09:00-17:00", "24/7"], None),
    ],
)
def test_what_never_changes_is_known_without_looking(rule, texts, constant):
    """Else every question would look through decades for a change that does not come."""
    lines = tuple(OpeningHours.parse(text, time_zone="UTC") for text in texts)

    assert Combined(rule, lines).constant == constant
