"""A closure: whole minutes, the priority it needs, and what is refused."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone

import pytest

import supportlines
from supportlines.directory import DirectoryError
from supportlines.editing import ClosureError, TooHighError, close_line, priority_over
from supportlines.errors import SupportlinesError

NOON = datetime(2026, 11, 30, 12, tzinfo=timezone.utc)
HALF_AN_HOUR = timedelta(minutes=30)
BARE = b"regions:\n- lines:\n  - id: gb\n"


def closed(content=BARE, start=NOON, end=NOON + HALF_AN_HOUR, reason="Fire drill"):
    """Return a closure of the line gb."""
    return close_line(content, "gb", start, end, reason, "my.yaml")


def test_closure_is_written_as_two_instants():
    """In UTC, so that it is the same for every caller."""
    closure = closed()

    assert closure.content.decode() == (
        "regions:\n- lines:\n  - id: gb\n    exceptions:\n"
        "    - {from: 2026-11-30T12:00Z, until: 2026-11-30T12:30Z, reason: Fire drill}\n"
    )
    assert (closure.start, closure.end) == (NOON, NOON + HALF_AN_HOUR)
    assert (closure.reason, closure.priority, closure.is_new) == ("Fire drill", 0, True)


@pytest.mark.parametrize(
    ("start", "end", "written"),
    [
        ("12:00:00", "12:30:00", "from: 2026-11-30T12:00Z, until: 2026-11-30T12:30Z"),
        ("12:00:59.999999", "12:30:00.000001", "from: 2026-11-30T12:00Z, until: 2026-11-30T12:31Z"),
        ("12:00:20", "12:00:20", "from: 2026-11-30T12:00Z, until: 2026-11-30T12:01Z"),
        ("23:59:01", "23:59:59", "from: 2026-11-30T23:59Z, until: 2026-12-01T00:00Z"),
    ],
)
def test_minutes_that_it_touches_are_closed(start, end, written):
    """It begins with a minute and ends with one, so it is never shorter than what was said."""
    times = (datetime.fromisoformat(f"2026-11-30T{text}+00:00") for text in (start, end))

    assert written in closed(BARE, *times).content.decode()


def test_zone_of_the_instants_does_not_matter():
    """What is written is UTC's."""
    kathmandu = timezone(timedelta(hours=5, minutes=45))

    assert closed(start=NOON.astimezone(kathmandu)) == closed()


@pytest.mark.parametrize("end", [NOON, NOON - HALF_AN_HOUR])
def test_end_before_the_beginning_is_refused(end):
    """A closure of no minute is a mistake."""
    with pytest.raises(ClosureError, match=r"^the closure ends at .* and begins at .*Give a later"):
        closed(end=end)


@pytest.mark.parametrize(
    ("reason", "message"),
    [
        ("", "the reason is empty. Say why, to whoever calls."),
        (" \n", "the reason is empty. Say why, to whoever calls."),
        ("a\x1b[31m", "there is an invisible character \\x1b in the reason. Delete it."),
        ("a\u202eb", "there is an invisible character \\u202e in the reason. Delete it."),
        ("a\rb", "there is an invisible character \\r in the reason. Delete it."),
        ("x" * 501, "the reason has 501 characters; at most 500 are said. Shorten it."),
    ],
    ids=ascii,
)
def test_reason_that_cannot_be_said_is_refused(reason, message):
    """It is read by callers, and on terminals."""
    with pytest.raises(ClosureError) as caught:
        closed(reason=reason)

    assert str(caught.value) == message


def test_same_closure_is_written_once():
    """A script that tries again changes nothing more."""
    once = closed()

    again = closed(once.content)

    assert (again.is_new, again.content) == (False, once.content)
    assert closed(once.content, reason="Another").is_new


def test_closure_that_meets_another_goes_before_it():
    """In one list, exceptions of equal priority may not meet: the later word holds."""
    once = closed()
    longer = closed(once.content, end=NOON + 2 * HALF_AN_HOUR)
    beside = closed(longer.content, start=NOON + 2 * HALF_AN_HOUR, end=NOON + 3 * HALF_AN_HOUR)

    assert [one.priority for one in (once, longer, beside)] == [0, 1, 0]
    assert (
        "{from: 2026-11-30T12:00Z, until: 2026-11-30T13:00Z, priority: 1, reason: Fire drill}"
        in (longer.content.decode())
    )


@pytest.mark.parametrize(
    ("exception", "priority"),
    [
        ("{on: 2026-11-30}", 1),
        ("{on: 2026-11-30, adds: true}", 1),
        ("{on: 2026-11-30, priority: 7}", 8),
        ("{on: 2026-11-30, priority: -1}", 0),  # ours holds in any case
        ("{on: 2026-12-01}", 1),  # it is the first of December in Kiritimati
        ("{on: 2026-11-29}", 0),  # nowhere on Earth is it still the 29th
        ("{on: 2026-12-02}", 0),
        ("{first_day: 2026-11-01, last_day: 2026-12-24}", 1),
        ("{first_day: 2026-11-01, last_day: unknown}", 1),
        ("{first_day: 2026-12-03, last_day: unknown}", 0),
        ("{from: 2026-11-30T12:30Z, until: 2026-11-30T13:00Z}", 0),  # ends are not included
        ("{from: 2026-11-30T12:29Z, until: unknown}", 1),
        ("{from: 2026-11-30T11:00Z, until: 2026-11-30T12:00:00Z}", 0),
        ("{from: 2026-12-01T02:00, until: 2026-12-01T03:00}", 1),  # on some wall
        ("{from: 2026-12-01T03:00, until: 2026-12-01T04:00}", 0),
        ("{from: 2026-11-29T23:00, until: 2026-11-30T00:00}", 0),
        ("{each_month: 10}", 1),  # which days these are is not worked out
        ("{each_month: 10, first_day: 2027-01-01, last_day: 2027-12-31}", 0),
        ("{on: 0001-01-01}", 0),
        ("{on: 9999-12-31}", 0),
    ],
)
def test_priority_is_above_what_it_meets(exception, priority):
    """An exception of days is taken to meet it if it does anywhere on Earth."""
    content = f"regions: [{{lines: [{{id: gb, exceptions: [{exception}]}}]}}]".encode()

    assert priority_over(content, "gb", NOON, NOON + HALF_AN_HOUR, "my.yaml") == priority


@pytest.mark.parametrize(
    ("content", "priority"),
    [
        # Of equal ones the line's own holds, before those of regions.
        ("regions: [{exceptions: [{on: 2026-11-30}], lines: [{id: gb}]}]", 0),
        ("regions: [{exceptions: [{on: 2026-11-30, priority: 2}], lines: [{id: gb}]}]", 3),
        # Callers of another region may be offered the line.
        (
            (
                "regions: [{lines: [{id: gb}]}, {regions: [{exceptions: "
                "[{on: 2026-11-30, priority: 2}]}]}]"
            ),
            3,
        ),
        # That of a rule is nearer than the line's.
        (
            (
                "regions: [{lines: [{id: gb, availability: {standard: "
                "[{hours: 24/7, exceptions: [{on: 2026-11-30}]}]}}]}]"
            ),
            1,
        ),
        (
            (
                "regions: [{availability: {standard: {exceptions: [{on: 2026-11-30}]}}, "
                "lines: [{id: gb}]}]"
            ),
            1,
        ),
        # Another line's does not concern it.
        ("regions: [{lines: [{id: gb}, {id: b, exceptions: [{on: 2026-11-30}]}]}]", 0),
        ("regions: [{availability: {standard: 24/7}, lines: [{id: gb}]}]", 0),
    ],
)
def test_exceptions_of_regions_and_rules_are_met_too(content, priority):
    """What holds is decided by priority, then by who is nearer."""
    found = priority_over(content.encode(), "gb", NOON, NOON + HALF_AN_HOUR, "my.yaml")

    assert found == priority


@pytest.mark.parametrize(
    ("exception", "hour"),
    [
        # On no wall is it three in the morning of the 30th any more.
        ("{from: 2026-11-28T18:00, until: 2026-11-30T03:00}", 21),
        # And here not yet six in the evening.
        ("{from: 2026-11-30T18:00, until: 2026-12-01T12:00}", 2),
    ],
)
def test_a_closure_on_a_day_of_another_by_the_wall_is_put_before_it(exception, hour):
    """A directory tells moments of the wall from those in UTC by their days alone."""
    text = f"""
directory:
  id: closures
  name: Closures
  sources: [{{id: page, title: A page, url: "https://support.example", read_on: 2026-11-20}}]
tiers: {{standard: {{}}}}
regions:
  - id: gb
    countries: [GB]
    availability: {{standard: 24/7}}
    lines:
      - id: gb
        number: "+44 20 7946 0100"
        exceptions:
          - {exception}
"""
    start = datetime(2026, 11, 30, hour, tzinfo=timezone.utc)

    closure = closed(text.encode(), start, start + HALF_AN_HOUR)

    assert closure.priority == 1
    answer = supportlines.loads(closure.content).who_can_i_call("GB", at=start)
    assert answer.state == "closed"


def test_nothing_goes_before_the_highest_priority():
    """Then a person decides."""
    text = b"regions: [{lines: [{id: gb, exceptions: [{on: 2026-11-30, priority: 999999}]}]}]"

    with pytest.raises(TooHighError, match=r'concerns "gb" has the highest priority, 999999\.'):
        closed(text)


def test_errors_are_those_of_the_library():
    """Whoever catches one catches all."""
    for kind in (ClosureError, TooHighError):
        assert issubclass(kind, SupportlinesError)
        assert issubclass(kind, ValueError)
    with pytest.raises(DirectoryError):
        closed(b"")
