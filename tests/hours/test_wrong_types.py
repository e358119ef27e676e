"""Values of other types are refused by the library's own errors, with what is taken."""

from __future__ import annotations

import copy
import pickle
from datetime import date, datetime, timedelta, timezone

import pytest

from supportlines import SupportlinesError
from supportlines.hours import (
    Board,
    NaiveDatetimeError,
    OpeningHours,
    Override,
    Phase,
    Schedule,
    Timetable,
    WrongTypeError,
    Zone,
    complement,
    difference,
    disagreements,
    instant_to_second,
    intersection,
    open_zone,
    second_to_instant,
    union,
    zone_info,
)
from supportlines.hours.errors import check_holidays, check_type
from supportlines.hours.schema_org import from_schema_org, to_schema_org

VALUES = [
    None, True, 0, -1, 1.5, float("nan"), b"Mo", "", "\x1b[31m", [], ["Mo"], [None], {},
    {"a": 1}, {1}, (), (1,), object(), int, date(2026, 1, 1), datetime(2026, 1, 1),  # noqa: DTZ001
    datetime(2026, 1, 1, tzinfo=timezone.utc), lambda: None, [[]], ({},),
]  # fmt: skip

OFFICE = OpeningHours.parse("Mo-Fr 09:00-17:00", time_zone="UTC")
TODAY = date(2026, 11, 26)
NOON = datetime(2026, 11, 26, 12, tzinfo=timezone.utc)

CALLS = {
    "Schedule.parse": Schedule.parse,
    "Schedule.of": Schedule.of,
    "OpeningHours.parse, text": lambda value: OpeningHours.parse(value, time_zone="UTC"),
    "Board": Board,
    "Board of one": lambda value: Board([value]),
    "open_zone": open_zone,
    "zone_info": zone_info,
    "Zone, name": lambda value: Zone(value, zone_info("UTC"), 0),
    "Zone, info": lambda value: Zone("UTC", value, 0),
    "Zone, regular from": lambda value: Zone("UTC", zone_info("UTC"), value),
    "Zone.offset_at": open_zone("UTC").offset_at,
    "Zone.segments": lambda value: list(open_zone("UTC").segments(value, value)),
    "Zone.changes": lambda value: open_zone("UTC").changes(0, value),
    "instant_to_second": instant_to_second,
    "second_to_instant": second_to_instant,
    "OpeningHours": lambda value: OpeningHours(value, open_zone("UTC")),
    "OpeningHours, zone": lambda value: OpeningHours(Timetable.of(OFFICE.schedule), value),
    "Override": lambda value: Override(value, TODAY, TODAY),
    "Override, first day": lambda value: Override(OFFICE.schedule, value, TODAY),
    "Override, last day": lambda value: Override(OFFICE.schedule, TODAY, value),
    "Phase": Phase,
    "Phase, first day": lambda value: Phase(OFFICE.schedule, value),
    "Phase, last day": lambda value: Phase(OFFICE.schedule, TODAY, value),
    "state": OFFICE.state,
    "is_open": OFFICE.is_open,
    "next_change": OFFICE.next_change,
    "state_at": OFFICE.state_at,
    "next_change_after": OFFICE.next_change_after,
    "week": OFFICE.week,
    "comment_at": OFFICE.comment_at,
    "holiday_at": OFFICE.holiday_at,
    "intervals": lambda value: next(OFFICE.intervals(value, NOON), None),
    "intervals, end": lambda value: next(OFFICE.intervals(NOON, value), None),
    "stretches": lambda value: next(OFFICE.stretches(value, NOON), None),
    "open_time": lambda value: OFFICE.open_time(value, NOON),
    "open_time, end": lambda value: OFFICE.open_time(NOON, value),
    "add_open_time": lambda value: OFFICE.add_open_time(value, timedelta(1)),
    "add_open_time, amount": lambda value: OFFICE.add_open_time(NOON, value),
    "union": union,
    "union of two": lambda value: union(OFFICE, value),
    "intersection": intersection,
    "complement": complement,
    "difference": lambda value: difference(OFFICE, value),
    "difference from": lambda value: difference(value, OFFICE),
    "disagreements": lambda value: next(disagreements(OFFICE, value, NOON, NOON), None),
    "to_schema_org": to_schema_org,
    "from_schema_org": from_schema_org,
    "from_schema_org, special": lambda value: from_schema_org([], value),
}


@pytest.mark.parametrize("call", CALLS.values(), ids=list(CALLS))
@pytest.mark.parametrize("value", VALUES, ids=lambda value: repr(value).split(" at ")[0])
def test_what_is_public_refuses_other_types_by_its_own_error(call, value):
    """No AttributeError and no TypeError comes from inside, whatever is given."""
    try:
        call(value)
    except SupportlinesError as error:
        assert isinstance(error, (ValueError, LookupError))  # noqa: PT017
        assert str(error)  # noqa: PT017


@pytest.mark.parametrize(
    ("call", "value", "sentence"),
    [
        (Schedule.parse, None, 'text=None (NoneType) cannot be used; give opening hours such as "Mo-Fr 09:00-17:00".'),  # noqa: E501
        (Schedule.parse, b"Mo", "text=b'Mo' (bytes) cannot be used; give opening hours such as"),
        (Schedule.of, (), "rules (tuple) cannot be used; give a tuple of at least one HoursRule."),
        (Schedule.of, ("Mo",), "rules (tuple) cannot be used; give a tuple of at least one HoursRule."),  # noqa: E501
        (Schedule.of, [1], "rules (list) cannot be used; give a tuple of at least one HoursRule."),
        (open_zone, ["UTC"], 'name (list) cannot be used; give a zone such as "Europe/London".'),
        (open_zone, 5, "name=5 (int) cannot be used; give a zone such as"),
        (zone_info, timezone.utc, "name (timezone) cannot be used; give a zone such as"),
        (CALLS["Zone, name"], None, "name=None (NoneType) cannot be used; give a zone such as"),
        (CALLS["Zone, info"], "UTC", "info='UTC' (str) cannot be used; give what zone_info returns."),  # noqa: E501
        (CALLS["Zone, regular from"], "0", "regular_from='0' (str) cannot be used; give a whole number of seconds."),  # noqa: E501
        (open_zone("UTC").offset_at, 1.5, "second=1.5 (float) cannot be used; give a whole number of seconds."),  # noqa: E501
        (lambda value: open_zone("UTC").changes(value, 5), "0", "start='0' (str) cannot be used"),
        (lambda value: open_zone("UTC").changes(5, value), "0", "end='0' (str) cannot be used"),
        (Board, 5, "lines=5 (int) cannot be used; give what OpeningHours.parse or union returns, in a list."),  # noqa: E501
        (Board, ["24/7"], "lines[0]='24/7' (str) cannot be used; give what OpeningHours.parse"),
        (to_schema_org, "24/7", "schedule='24/7' (str) cannot be used; give what Schedule.parse"),
        (check_holidays, "GB", "holidays='GB' (str) cannot be used; give an object with a method name_on(day)."),  # noqa: E501
        (lambda value: check_type("amount", value, int, "minutes"), 10**15 + 0.5, "amount=1000000000000000.5 (float) cannot be used; give minutes."),  # noqa: E501
        (lambda value: check_type("amount", 10**value, str, "a text"), 5000, "amount (int) cannot be used; give a text."),  # noqa: E501
        (lambda value: check_type("amount", value, str, "a text"), 10**15, "amount (int) cannot be used; give a text."),  # noqa: E501
        (lambda value: check_type("amount", value, str, "a text"), 10**15 - 1, "amount=999999999999999 (int) cannot be used; give a text."),  # noqa: E501
    ],
)  # fmt: skip
def test_the_error_names_what_was_found_and_what_is_taken(call, value, sentence):
    """The parameter, the value with its type, and what to give; of a large value the type."""
    with pytest.raises(WrongTypeError) as caught:
        call(value)

    assert str(caught.value).startswith(sentence)
    assert str(copy.copy(caught.value)) == str(caught.value)
    assert str(pickle.loads(pickle.dumps(caught.value))) == str(caught.value)  # noqa: S301


class Faulty(str):
    """A text that cannot be looked up: a fault inside, whatever is asked with it."""

    __slots__ = ()

    def __hash__(self):
        """Fail as our own code would."""
        raise TypeError("a fault of our own")


def test_a_text_of_another_class_is_taken_for_what_it_says():
    """Whatever its class makes of being compared."""
    assert open_zone(Faulty("UTC")) is open_zone("UTC")


class Calendar:
    """Knows no holiday."""

    def name_on(self, day):
        """Return None."""


def test_what_is_taken_is_not_refused():
    """The checks let pass what they name."""
    assert check_holidays(None) is None
    assert check_holidays(Calendar()) is None
    assert check_type("second", 5, int, "a number") is None
    with pytest.raises(NaiveDatetimeError):
        instant_to_second(datetime(2026, 1, 1))  # noqa: DTZ001 - refused
    with pytest.raises(WrongTypeError):
        instant_to_second("2026-01-01")
