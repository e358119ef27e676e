"""What an answer says of public holidays: which of two things is missing, and only if one is."""

from __future__ import annotations

from datetime import datetime, timezone

import pytest

import supportlines
from supportlines.lookup import caveats
from supportlines.lookup.holidays import Holidays
from supportlines.words.clauses import kept

ORDINARY = datetime(2026, 11, 24, 12, tzinfo=timezone.utc)  # a Tuesday
NO_CALENDAR = datetime(2150, 6, 2, 12, tzinfo=timezone.utc)  # a Tuesday of a year nobody lists

FILE = """
directory:
  id: d
  name: D
  sources:
    - {{id: page, title: t, url: "https://a.example/", read_on: 2026-11-02}}
tiers:
  standard: {{}}
regions:
  - id: r
    countries: [{country}]
    languages: [en]
    availability: {{standard: {hours}}}
{exceptions}
    lines:
      - {{id: l, number: "+44 20 7946 0958", published_as: 020 7946 0958, kind: geographic}}
"""
CODES = {"holidays_not_considered", "holidays_not_stated"}


def asked(tmp_path, hours, *, exceptions="", at=ORDINARY, country="GB", **words):
    """Return the answer of a directory with one line and these hours."""
    path = tmp_path / "d.yaml"
    text = FILE.format(hours=f'"{hours}"', exceptions=exceptions, country=country)
    path.write_text(text, encoding="utf-8")
    return supportlines.load(path).who_can_i_call(country, at=at, **words)


def said(answer):
    """Return the codes about holidays, which stand in the answer and in its option alike."""
    found = {one.code for one in answer.best.caveats} & CODES
    assert found == {one.code for one in answer.caveats} & CODES
    return found


@pytest.mark.parametrize(
    ("hours", "expected"),
    [
        ("Mo-Fr 09:00-17:00", {"holidays_not_stated"}),
        ("Mo-Sa 09:00-17:00", {"holidays_not_stated"}),
        ("Mo-Su 21:00-06:00", set()),  # every night: the page leaves no day out
        ("09:00-17:00", set()),
        ("Mo-Fr 08:00-20:00; Sa-Su 10:00-16:00", set()),
        ("24/7", set()),
    ],
)
def test_hours_that_leave_days_out_do_not_speak_of_holidays(tmp_path, hours, expected):
    """Whether a calendar is there or not: nobody would ask it."""
    with_calendar = asked(tmp_path, hours)
    without = asked(tmp_path, hours, at=NO_CALENDAR)

    assert said(with_calendar) == said(without) == expected


@pytest.mark.parametrize(
    "hours", ["Mo-Fr 09:00-17:00; PH off", "Mo-Su 09:00-17:00; PH 10:00-12:00", "24/7; PH off"]
)
def test_hours_that_speak_of_holidays_need_a_calendar(tmp_path, hours):
    """Where it is there, nothing is missing; where not, it is the calendar and not the file."""
    pytest.importorskip("holidays")
    with_calendar = asked(tmp_path, hours)
    without = asked(tmp_path, hours, at=NO_CALENDAR)

    assert said(with_calendar) == set()
    assert said(without) == {"holidays_not_considered"}


def test_a_year_that_the_calendar_does_not_know_is_a_missing_calendar(tmp_path):
    """The package speaks of no year after 2100."""
    answer = asked(tmp_path, "Mo-Fr 09:00-17:00; PH off", at=NO_CALENDAR)

    assert said(answer) == {"holidays_not_considered"}


EXCEPTION = (
    "    exceptions: [{{first_day: 2150-06-01, last_day: 2150-06-30, hours: {}, adds: true}}]"
)


def test_an_exception_may_speak_of_holidays(tmp_path):
    """Hours painted over a month close on holidays, which the hours below do not mention."""
    words = {"exceptions": EXCEPTION.format("PH off")}
    later = datetime(2150, 12, 22, 12, tzinfo=timezone.utc)

    within = asked(tmp_path, "Mo-Fr 09:00-17:00", at=NO_CALENDAR, **words)
    after = asked(tmp_path, "Mo-Fr 09:00-17:00", at=later, **words)

    assert said(within) == {"holidays_not_considered"}
    assert said(after) == {"holidays_not_stated"}


def test_the_sentences_say_which_it_is():
    """The file is silent, or the calendar is: two remedies."""
    assert "hours do not mention" in caveats.HOLIDAYS_NOT_STATED.text
    assert "not installed" in caveats.HOLIDAYS.text
    assert "not installed" not in caveats.HOLIDAYS_NOT_STATED.text


SOME = tuple(f"DE-{letter}" for letter in "ABCDEF")


@pytest.mark.parametrize(
    ("parts", "others", "where"),
    [
        (("DE-A",), ("DE-B", "DE"), "in DE-A"),
        (("DE-A", "DE"), ("DE-B",), "in DE-A and the rest of the country"),
        (("DE",), ("DE-A",), "in the country as a whole, but in none of the parts with holidays of their own"),  # noqa: E501
        (SOME, ("DE",), "in DE-A, DE-B, DE-C, DE-D, DE-E and DE-F"),
        # More than six are not listed, but the few others are.
        ((*SOME, "DE-G", "DE"), ("DE-X", "DE-Y"), "in all parts of the country but DE-X and DE-Y"),
        ((*SOME, "DE-G", "DE"), SOME, "in all parts of the country but DE-A, DE-B, DE-C, DE-D, DE-E and DE-F"),  # noqa: E501
        ((*SOME, "DE-G", "DE-H"), ("DE-X", "DE"), "in DE-A, DE-B, DE-C, DE-D, DE-E, DE-F and 2 more parts of the country"),  # noqa: E501
        ((*SOME, "DE-G", "DE"), (*SOME, "DE-X"), "in DE-A, DE-B, DE-C, DE-D, DE-E, DE-F and 1 more part of the country"),  # noqa: E501
    ],
)  # fmt: skip
def test_the_parts_that_keep_a_holiday_are_named_shortly(parts, others, where):
    """Those that keep it, or those that do not, whichever can be read."""
    found = kept("Epiphany", parts, others)

    assert found == f"Epiphany is a public holiday {where}"


CLOSED_ON_HOLIDAYS = "Mo-Fr 08:00-17:00; PH off"
DAYS = "first_day: 2026-12-21, last_day: 2027-01-08"


@pytest.mark.parametrize(
    ("hours", "exception", "expected"),
    [
        # Hours that replace those of some weeks replace "PH off" as well.
        (CLOSED_ON_HOLIDAYS, f'{{{DAYS}, hours: "Mo-Fr 09:00-13:00"}}', True),
        (CLOSED_ON_HOLIDAYS, f'{{{DAYS}, hours: "Mo-Fr 09:00-13:00; PH off"}}', False),
        ("24/7", f'{{{DAYS}, hours: "Mo-Fr 09:00-13:00"}}', True),
        # Every day is named, or nothing opens, or only a part of a day is another.
        (CLOSED_ON_HOLIDAYS, f'{{{DAYS}, hours: "09:00-13:00"}}', False),
        (CLOSED_ON_HOLIDAYS, f"{{{DAYS}}}", False),
        (CLOSED_ON_HOLIDAYS, f'{{{DAYS}, hours: "12:00-13:00 off", adds: true}}', False),
        # What is added opens on holidays too.
        (CLOSED_ON_HOLIDAYS, f'{{{DAYS}, hours: "Mo-Fr 17:00-20:00", adds: true}}', True),
        (CLOSED_ON_HOLIDAYS, f'{{{DAYS}, hours: "Mo-Fr 17:00-20:00; PH off", adds: true}}', False),
        # One day over several: nothing is left of these.
        (CLOSED_ON_HOLIDAYS, f'{{{DAYS}, hours: "Mo-Fr 09:00-13:00"}}, {{on: 2026-12-23, hours: "10:00-12:00", priority: 1}}', False),  # noqa: E501
        # One day: the exception speaks of it.
        (CLOSED_ON_HOLIDAYS, '{on: 2026-12-23, hours: "Mo-Fr 09:00-13:00"}', False),
        (CLOSED_ON_HOLIDAYS, '{on: 2026-12-24, hours: "Mo-Fr 09:00-13:00"}', False),
        # The one on top decides.
        (CLOSED_ON_HOLIDAYS, f'{{{DAYS}, hours: "Mo-Fr 09:00-13:00; PH off", priority: 1}}, {{first_day: 2026-12-01, last_day: 2027-01-31, hours: "Mo-Fr 09:00-15:00"}}', False),  # noqa: E501
        (CLOSED_ON_HOLIDAYS, f'{{{DAYS}, hours: "Mo-Fr 09:00-13:00; PH off"}}, {{first_day: 2026-12-01, last_day: 2027-01-31, hours: "Mo-Fr 09:00-15:00", priority: 1}}', True),  # noqa: E501
    ],
)  # fmt: skip
def test_an_exception_of_several_days_is_asked_what_it_says_of_holidays(
    tmp_path, hours, exception, expected
):
    """On Wednesday 23 December: the rule below says nothing of days that are not its own."""
    wednesday = datetime(2026, 12, 23, 12, tzinfo=timezone.utc)
    answer = asked(tmp_path, hours, exceptions=f"    exceptions: [{exception}]", at=wednesday)

    codes = {one.code for one in answer.best.caveats}
    assert ("holidays_not_stated" in codes) is expected


def test_equal_holidays_are_equal_and_nothing_else_is(made):
    """So hours over them are worked out once, however many lines have them."""
    directory = made(
        """
countries:
  GB: {holidays: [{on: 2026-12-24, name: Eve}]}
  IE: {holidays: [{on: 2026-12-24, name: Eve}]}
  FR: {holidays: [{on: 2026-12-24, name: Veille}]}
regions:
  - id: r
    countries: [GB]
    availability: {standard: "Mo-Fr 09:00-17:00; PH off"}
    lines: [{id: l, number: "+44 20 7946 0958", published_as: x}]
"""
    )
    facts = directory._facts.countries  # noqa: SLF001 - no other way to them
    one, other, third = (Holidays(None, facts[country]) for country in ("GB", "IE", "FR"))

    assert one == other
    assert hash(one) == hash(other)
    assert one != third
    assert (one == "GB") is False


@pytest.mark.parametrize(("at", "expected"), [(14, False), (15, True), (20, True)])
def test_the_days_of_an_exception_are_those_of_the_wall(tmp_path, at, expected):
    """Monday 21 December begins in Tokyo at 15:00 UTC of the Sunday."""
    exception = f'{{{DAYS}, hours: "Mo-Fr 09:00-13:00"}}'
    answer = asked(
        tmp_path,
        CLOSED_ON_HOLIDAYS,
        exceptions=f"    exceptions: [{exception}]",
        at=datetime(2026, 12, 20, at, tzinfo=timezone.utc),
        country="JP",
    )

    assert ("holidays_not_stated" in {one.code for one in answer.best.caveats}) is expected


CALENDARS = """
directory:
  id: calendars
  name: Calendars
  sources: [{id: page, title: A page, url: "https://a.example", read_on: 2026-11-30}]
tiers: {standard: {}}
calendars: {company: [{on: 2026-12-02, name: Founding day}]}
regions:
  - id: gb
    countries: [GB]
    languages: [en]
    availability:
      standard: {hours: "Mo-Fr 09:00-17:00; PH off", time_zone: Europe/London, holidays: WHOSE}
    lines: [{id: line, number: "+44 20 7946 0100"}]
"""


def test_an_answer_rests_on_no_package_if_the_file_has_the_days():
    """Whatever was asked before in the same process."""
    pytest.importorskip("holidays")
    at = datetime(2026, 12, 1, 10, tzinfo=timezone.utc)
    own, caller = (
        supportlines.loads(CALENDARS.replace("WHOSE", whose)) for whose in ("company", "caller")
    )

    before = own.who_can_i_call("GB", at=at)
    assert caller.who_can_i_call("GB", at=at).data.holidays_version is not None
    after = supportlines.loads(CALENDARS.replace("WHOSE", "company")).who_can_i_call("GB", at=at)

    assert before.data.holidays_version is None
    assert after == before
