"""A value is a value: nothing of it can be set, meaning compares it, and it can be sent on."""

from __future__ import annotations

import copy
import dataclasses
import pickle
import re
from datetime import date, datetime, timedelta, timezone, tzinfo

import pytest

import supportlines.hours as room
from supportlines.hours import (
    Board,
    Combined,
    DayOfHours,
    HolidayOfParts,
    HoursRule,
    HoursWarning,
    LocalSpan,
    NamelessTimeZoneError,
    OpeningHours,
    Override,
    Phase,
    Schedule,
    TimeLine,
    Timetable,
    UnknownTimeZoneError,
    Windowed,
    WrongTypeError,
    Zone,
    agreed,
    installed_files,
    open_zone,
    seasons_of,
    zone_info,
)
from supportlines.hours.line.zone_files import ZoneFiles
from supportlines.hours.line.zones import zone_of
from supportlines.hours.schema_org import Read, Written, from_schema_org, to_schema_org

from strategies.amount import cases

NOON = datetime(2026, 11, 23, 12, tzinfo=timezone.utc)
TEXT = "Mo-Fr 09:00-17:00; Dec 24-26 off; PH off"


class Calendar:
    """Founder's Day, and a carnival that one office keeps."""

    def name_on(self, day):
        """Return the name of the one holiday."""
        return "Founder's Day" if (day.month, day.day) == (11, 23) else None

    def parts_on(self, day):
        """Return who keeps the carnival."""
        if (day.month, day.day) != (11, 24):
            return None
        return HolidayOfParts("Carnival", ("XX-N",), ("XX-S",))

    def __eq__(self, other):
        """A calendar is a value too."""
        return type(self) is type(other)

    def __hash__(self):
        """Return the same for all."""
        return 5


def make():
    """Return one of each public value, made anew."""
    schedule = Schedule.parse(TEXT)
    london = OpeningHours.of(schedule, "Europe/London", Calendar())
    dubai = OpeningHours.parse("Sa-Th 22:00-06:00", time_zone="Asia/Dubai")
    timetable = Timetable(
        phases=(Phase(schedule, date(2026, 1, 1), date(2026, 12, 31)),),
        overrides=(Override(Schedule.parse("off"), date(2026, 6, 1), date(2026, 6, 2), "Move"),),
        known_until=date(2027, 12, 31),
        elsewhere=((None, date(2025, 12, 31)),),
    )
    return {
        "hours": london,
        "timetable in a zone": OpeningHours.of(timetable, "Europe/London"),
        "always": OpeningHours.parse("24/7", time_zone="UTC"),
        "union": london | dubai,
        "intersection": london & dubai,
        "intersection with a complement": london - dubai,
        "complement": ~london,
        "agreed": Combined(agreed, (london, dubai)),
        "board": Board([london, dubai]),
        "schedule": schedule,
        "rule": schedule.rules[0],
        "season": seasons_of(schedule)[0],
        "warning": Schedule.parse("Mo-Fr").warnings[0],
        "timetable": timetable,
        "phase": timetable.phases[0],
        "override": timetable.overrides[0],
        "day": london.week(date(2026, 11, 23))[1],
        "span": london.week(date(2026, 11, 23))[3].spans[0],
        "parts": london.parts_at(NOON + timedelta(days=1)),
        "zone": open_zone("Europe/London"),
        "files": installed_files(),
        "read": from_schema_org("Mo 9am-5pm"),
        "written": to_schema_org(schedule),
        "windowed": Windowed(london, [(1_780_000_000, 1_780_001_800, "closed")]),
        "windowed below": Windowed(london, [(1_780_000_000, None, "closed")], dubai),
    }


VALUES = make()


def test_every_public_class_has_an_example():
    """Whoever adds a value adds it here, and with it all that values promise."""
    classes = {
        found
        for name in room.__all__
        if isinstance(found := getattr(room, name), type)
        and not issubclass(found, Exception)
        and not getattr(found, "_is_protocol", False)
    } | {Read, Written}

    assert classes - {type(each) for each in VALUES.values()} == {TimeLine}  # the base of hours
    assert {type(each) for each in VALUES.values()} - classes == {ZoneFiles}


def attributes_of(value):
    """Return the names of all attributes that a value has, private ones too."""
    return [name for name in dir(value) if not name.startswith("__")]


@pytest.mark.parametrize("name", VALUES)
def test_no_attribute_can_be_set_or_deleted(name):
    """Whatever is tried, the value answers as before."""
    value = make()[name]
    shown, number = repr(value), hash(value)

    for attribute in [*attributes_of(value), "no_such_attribute"]:
        with pytest.raises(AttributeError):
            setattr(value, attribute, "open")
        with pytest.raises(AttributeError):
            delattr(value, attribute)

    assert value == make()[name]
    assert (repr(value), hash(value)) == (shown, number)


UNCHANGING = (
    type(None), bool, int, str, bytes, date, timedelta, tzinfo, type(agreed), type(len), Calendar
)  # fmt: skip


def reachable(value, path, found):
    """Note everything that public attributes and the members of tuples lead to."""
    if isinstance(value, UNCHANGING) or callable(value):
        return
    found.append((path, value))
    if isinstance(value, (tuple, frozenset)):
        for number, each in enumerate(value):
            reachable(each, f"{path}[{number}]", found)
    for attribute in attributes_of(value):
        if not attribute.startswith("_") and len(path) < 200:
            reachable(getattr(value, attribute), f"{path}.{attribute}", found)


@pytest.mark.parametrize("name", VALUES)
def test_nothing_that_a_value_leads_to_can_be_changed(name):
    """There is no list, dictionary or set behind it, and no object whose attributes can be set."""
    found = []
    value = VALUES[name]

    reachable(value, name, found)

    # What is written for schema.org is for `json.dumps`: dictionaries, made when they are asked.
    own = [each for each in found if ".specifications" not in each[0] and ".special" not in each[0]]
    for path, each in own:
        assert isinstance(each, (tuple, frozenset)) or is_frozen(each), path
        assert isinstance(hash(each), int), path


def is_frozen(value):
    """Return whether setting an attribute raises."""
    try:
        value.no_such_attribute = 1
    except AttributeError:
        return True
    return False


def test_what_is_written_for_schema_org_belongs_to_who_asked():
    """Changing it changes nothing of what was written."""
    written = to_schema_org(Schedule.parse("Mo-Fr 09:00-17:00; 2026 Dec 25 off"))

    written.specifications[0]["dayOfWeek"].append("Sunday")
    written.special[0]["opens"] = "10:00"

    assert written == to_schema_org(Schedule.parse("Mo-Fr 09:00-17:00; 2026 Dec 25 off"))
    assert written.specifications[0]["dayOfWeek"][-1] == "Friday"
    assert written.special[0]["opens"] == "00:00"


def asked(value):
    """Return what a line answers to many questions, and how it shows itself."""
    if not isinstance(value, TimeLine):
        return repr(value)
    instants = [NOON + timedelta(hours=7 * n) for n in range(cases(200))]
    return [(value.state(at), value.next_change(at)) for at in instants]


def sent(value):
    """Return what comes out where a value is sent to."""
    return pickle.loads(pickle.dumps(value))  # noqa: S301


@pytest.mark.parametrize("again", [copy.copy, copy.deepcopy, sent])
@pytest.mark.parametrize("name", VALUES)
def test_a_value_survives_being_copied_and_sent(name, again):
    """Equal, with an equal hash and equal answers, before and after it was asked anything."""
    fresh = make()[name]
    used = make()[name]
    answers = asked(used)

    for value in (fresh, used):
        copied = again(value)
        assert copied == value
        assert hash(copied) == hash(value)
        assert type(copied) is type(value)
        assert asked(copied) == answers


@pytest.mark.parametrize("protocol", range(pickle.HIGHEST_PROTOCOL + 1))
def test_what_was_worked_out_is_not_pickled(protocol):
    """A pickle is as long after a year of questions as before, in every protocol."""
    hours = make()["union"]
    before = pickle.dumps(hours, protocol)

    list(hours.intervals(NOON, NOON + timedelta(days=365)))

    assert pickle.dumps(hours, protocol) == before
    assert pickle.loads(before) == hours  # noqa: S301
    assert len(before) < 2_500


@pytest.mark.parametrize("name", VALUES)
def test_a_value_shows_itself_on_one_line(name):
    """It has fewer than 300 characters and begins with what it is."""
    shown = repr(VALUES[name])

    assert len(shown) < 300
    assert shown.isprintable()
    made_by = {"Zone": "open_zone(", "Schedule": "Schedule.parse(", "OpeningHours": "OpeningHours."}
    kind = type(VALUES[name]).__name__
    assert shown.lstrip("<").startswith((made_by.get(kind, kind), name.split()[0]))


def long_values():
    """Return values that say a great deal."""
    remark = "so " * 9
    text = "; ".join(f'2026 Dec {day} 08:00-17:{day} open "{remark}"' for day in range(10, 31))
    schedule = Schedule.parse(text)
    lines = [OpeningHours.parse(f"Mo 09:{n:02}-17:00", time_zone="UTC") for n in range(60)]
    line = OpeningHours.of(schedule, "Europe/London")
    union = lines[0]
    for each in lines:
        union |= each
    return [
        schedule,
        line,
        union,
        ~line,
        Board(lines),
        Timetable((Phase(schedule),)),
        Phase(schedule),
        Override(schedule, date(2026, 1, 1), date(2026, 1, 1), "why " * 100),
        HoursWarning(text, 0, text),
        HoursRule(comment="so " * 200),
        LocalSpan(0, 60, "open", "so " * 200),
        DayOfHours(date(2026, 1, 1), 3, (LocalSpan(0, 60, "open", "so " * 200),)),
        HolidayOfParts("Feast", tuple(f"XX-{n}" for n in range(99)), ()),
        to_schema_org(schedule),
        from_schema_org([f"nothing {n}" for n in range(20)]),
    ]


@pytest.mark.parametrize("value", long_values(), ids=lambda value: type(value).__name__)
def test_what_says_much_is_shown_in_brief(value):
    """The beginning stands for the whole."""
    shown = repr(value)

    assert len(shown) < 300
    assert shown.isprintable()
    assert (shown[0], shown[-2:]) == ("<", "…>")


@pytest.mark.parametrize("name", ["hours", "union", "complement", "agreed", "board"])
def test_a_repr_is_what_one_would_write(name):
    """With the names of the room it makes the value, but for the calendar, which is not shown."""
    value = {
        "hours": OpeningHours.parse("Mo-Fr 09:00-17:00", time_zone="Europe/London"),
        **{each: VALUES[each] for each in ("union", "complement", "agreed", "board")},
    }[name]
    without = repr(value)

    made = eval(without, {each: getattr(room, each) for each in room.__all__})  # noqa: S307

    assert repr(made) == without
    assert type(made) is type(value)


def test_hours_are_equal_by_what_they_say_and_where():
    """The way they were written and asked counts for nothing, zone and calendar do."""
    hours = OpeningHours.parse("Mo-We 09:00-17:00; Th,Fr 09:00-17:00", time_zone="Asia/Dubai")
    same = OpeningHours.parse("Mo-Fr 09:00-17:00", time_zone="Asia/Dubai")
    same.next_change(NOON)

    assert hours == same
    assert len({hours, same}) == 1
    assert hours != same.in_zone("Asia/Muscat")
    assert hours != OpeningHours.of(same.schedule, "Asia/Dubai", Calendar())
    assert hours != "Mo-Fr 09:00-17:00"


def test_hours_with_zone_data_of_their_own_are_others():
    """They answer otherwise; and that data, not the machine's, is sent with them."""
    berlin = installed_files().read("Europe/Berlin")
    odd = OpeningHours.of(Schedule.parse("09:00-17:00"), zone_of("Europe/London", berlin))
    plain = OpeningHours.parse("09:00-17:00", time_zone="Europe/London")

    again = sent(odd)

    assert odd != plain
    assert again == odd
    assert again.next_change(NOON) == odd.next_change(NOON) != plain.next_change(NOON)


def test_a_zone_is_the_same_by_its_name_and_data():
    """Read twice it is one value; with other data it is another."""
    files = installed_files()
    london = files.read("Europe/London")

    assert zone_of("Europe/London", london) == open_zone("Europe/London")
    assert hash(zone_of("Europe/London", london)) == hash(open_zone("Europe/London"))
    assert zone_of("Europe/London", files.read("Europe/Berlin")) != open_zone("Europe/London")
    assert sent(open_zone("UTC")) is open_zone("UTC")
    nowhere = zone_of("Nowhere/Here", london)
    assert sent(nowhere) == nowhere
    by_hand = Zone("UTC", zone_info("UTC"), 0)
    assert by_hand == Zone("UTC", zone_info("UTC"), 0) != open_zone("UTC")


def test_a_timetable_keeps_no_list_of_its_maker():
    """A list is taken, and becomes a tuple; what is no phase is refused."""
    phases = [Phase(Schedule.parse("24/7"))]
    timetable = Timetable(phases, overrides=[], elsewhere=[(None, None)])

    phases.clear()

    assert timetable.phases == (Phase(Schedule.parse("24/7")),)
    assert isinstance(hash(timetable), int)
    with pytest.raises(WrongTypeError, match=r"phases\[0\]='24/7' \(str\) cannot be used"):
        Timetable(["24/7"])
    with pytest.raises(WrongTypeError, match="in a tuple"):
        Timetable(Phase(Schedule.parse("24/7")))


def test_types_of_rows_can_be_asked_at_run_time():
    """Frameworks that read annotations find them."""
    from typing import get_type_hints  # noqa: PLC0415

    for each in (LocalSpan, DayOfHours):
        assert set(get_type_hints(each)) == {field.name for field in dataclasses.fields(each)}


# -- zones by `zoneinfo` --------------------------------------------------------------------------


def test_a_zone_info_is_taken_for_its_name(zoneinfo_module):
    """It is the zone of that name, wherever a name is taken."""
    london = zoneinfo_module.ZoneInfo("Europe/London")
    hours = OpeningHours.parse("Mo-Fr 09:00-17:00", time_zone="Europe/London")

    assert OpeningHours.parse("Mo-Fr 09:00-17:00", time_zone=london) == hours
    assert OpeningHours.of(hours.schedule, london) == hours
    assert hours.in_zone(zoneinfo_module.ZoneInfo("UTC")).in_zone(london) == hours
    assert open_zone(london) is open_zone("Europe/London")
    assert zone_info(london) is zone_info("Europe/London")
    assert hours.time_zone == "Europe/London"


def test_a_zone_info_without_a_name_is_refused(zoneinfo_module):
    """Nobody can tell which zone a file is; the error says what to write."""
    with (installed_path("Europe/London")).open("rb") as file:
        nameless = zoneinfo_module.ZoneInfo.from_file(file)

    with pytest.raises(NamelessTimeZoneError) as caught:
        OpeningHours.parse("24/7", time_zone=nameless)

    assert isinstance(caught.value, ValueError)
    assert re.match(r"time_zone=(backports\.)?zoneinfo\.ZoneInfo\.from_file\(<", str(caught.value))
    assert str(caught.value).endswith(
        "has no name that tells which zone it is. "
        'Write a name of the IANA data such as "Europe/London", or ZoneInfo("Europe/London").'
    )
    assert str(sent(caught.value)) == str(caught.value)
    with pytest.raises(NamelessTimeZoneError, match="name="):
        open_zone(nameless)


def installed_path(name):
    """Return the file of a zone in the package."""
    from pathlib import Path  # noqa: PLC0415

    return Path(installed_files().package, name)


def test_a_zone_info_of_an_unknown_name_is_refused(zoneinfo_module):
    """A name that somebody gave to a file is no zone."""
    with installed_path("Europe/London").open("rb") as file:
        odd = zoneinfo_module.ZoneInfo.from_file(file, key="Europe/Londn")

    with pytest.raises(UnknownTimeZoneError, match='did you mean "Europe/London"'):
        OpeningHours.parse("24/7", time_zone=odd)


@pytest.mark.parametrize("zone", [timezone.utc, timezone(timedelta(hours=1)), None, 5, b"UTC"])
def test_an_offset_is_no_zone(zone):
    """It is wrong for half the year; the error names the parameter."""
    with pytest.raises(WrongTypeError, match=r'^time_zone.* give a zone such as "Europe/London"'):
        OpeningHours.parse("24/7", time_zone=zone)
    with pytest.raises(WrongTypeError, match=r'^time_zone.* give a zone such as "Europe/London"'):
        VALUES["hours"].in_zone(zone)


def test_what_is_no_calendar_is_refused_at_once():
    """And not by the first question that asks it for a holiday."""
    with pytest.raises(WrongTypeError, match=r"holidays='GB' \(str\) cannot be used"):
        OpeningHours.parse("PH off", time_zone="UTC", holidays="GB")
