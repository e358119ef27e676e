"""Days on which lines begin and cease, and histories of rules: whose calendar, until when."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone

import pytest

import supportlines
from supportlines.lookup import Question, caller_of
from supportlines.lookup.validity import TurningDays

HEAD = """
directory:
  id: d
  name: D
  assumed_languages: [en]
  sources: [{id: page, title: t, url: "https://a.example/", read_on: 2026-11-02}]
tiers: {standard: {}, premium: {includes: standard}}
severities: [normal, urgent, low]
regions:
"""


def utc(*parts):
    """Return an instant in UTC."""
    return datetime(*parts, tzinfo=timezone.utc)


@pytest.fixture
def load(tmp_path):
    """Return a function that reads regions."""

    def read(regions):
        path = tmp_path / "d.yaml"
        path.write_text(HEAD + regions, encoding="utf-8")
        return supportlines.load(path)

    return read


LINES = """
  - id: r
    countries: [NZ, US, GB]
    availability: {standard: 24/7}
    lines:
      - {id: old, number: "+44 20 7946 0958", published_as: 020 7946 0958, valid_until: 2026-12-31}
      - {id: new, number: "+44 20 7946 0959", published_as: 020 7946 0959, valid_from: 2027-01-01, replaces: old}
"""  # noqa: E501


@pytest.mark.parametrize(
    ("country", "zone", "at", "lines"),
    [
        # New Year in Auckland is 2026-12-31 11:00 UTC, in London 00:00, in New York 05:00.
        ("NZ", "Pacific/Auckland", utc(2026, 12, 31, 10, 59, 59), ["old"]),
        ("NZ", "Pacific/Auckland", utc(2026, 12, 31, 11), ["new"]),
        ("NZ", "Pacific/Auckland", utc(2026, 12, 31, 20), ["new"]),  # 1 January, 09:00
        ("GB", None, utc(2026, 12, 31, 23, 59, 59), ["old"]),
        ("GB", None, utc(2027, 1, 1), ["new"]),
        ("US", "America/New_York", utc(2027, 1, 1, 4, 59, 59), ["old"]),
        ("US", "America/New_York", utc(2027, 1, 1, 5), ["new"]),
        # Chatham is 45 minutes ahead of the rest of New Zealand: both days are possible.
        ("NZ", None, utc(2026, 12, 31, 10, 14, 59), ["old"]),
        ("NZ", None, utc(2026, 12, 31, 10, 30), ["old", "new"]),
        ("NZ", None, utc(2026, 12, 31, 11), ["new"]),
        # The United States span from Guam's calendar (another country) to Adak, ten hours after.
        ("US", None, utc(2027, 1, 1, 4, 59), ["old"]),
        ("US", None, utc(2027, 1, 1, 7), ["old", "new"]),
        ("US", None, utc(2027, 1, 1, 10), ["new"]),
    ],
)
def test_a_line_s_dates_are_days_on_the_caller_s_wall(load, country, zone, at, lines):
    """And a number that has ended somewhere is neither the only one nor said to be open."""
    answer = load(LINES).who_can_i_call(country, time_zone=zone, at=at)

    assert [option.line.id for option in answer.options] == lines
    turning = [any(one.code == "line_turns" for one in each.caveats) for each in answer.options]
    assert turning == [len(lines) > 1] * len(lines)
    assert {option.state for option in answer.options} == {"unknown" if len(lines) > 1 else "open"}


def test_the_end_of_a_line_is_announced_by_the_caller_s_clock(load):
    """From where it may have ended on it is not known, where the zone is not."""
    directory = load(LINES)

    auckland = directory.who_can_i_call("NZ", time_zone="Pacific/Auckland", at=utc(2026, 12, 31, 9))
    anywhere = directory.who_can_i_call("NZ", at=utc(2026, 12, 31, 9))

    assert auckland.best.changes_at == utc(2026, 12, 31, 11)
    assert auckland.best.next_state == "closed"
    assert anywhere.best.changes_at == utc(2026, 12, 31, 10, 15)  # Chatham, 45 minutes before
    assert anywhere.best.next_state == "unknown"


@pytest.mark.parametrize(
    ("country", "zone", "last", "midnight"),
    [
        # At 24:00 on 4 April 2026 Chile went back to 23:00: 03:00 UTC is not yet the 5th.
        ("CL", "America/Santiago", "2026-04-04", utc(2026, 4, 5, 4)),
        # At 24:00 on 5 September it went on to 01:00: no clock shows 00:00.
        ("CL", "America/Santiago", "2026-09-05", utc(2026, 9, 6, 4)),
        # Samoa had no 30 December 2011: after the 29th it was the 31st.
        ("WS", "Pacific/Apia", "2011-12-29", utc(2011, 12, 30, 10)),
        ("WS", "Pacific/Apia", "2011-12-30", utc(2011, 12, 30, 10)),
    ],
)
def test_a_day_begins_when_the_clock_first_shows_it(load, country, zone, last, midnight):
    """Whatever the clock does at midnight."""
    directory = load(
        f"""
  - id: r
    countries: [{country}]
    availability: {{standard: 24/7}}
    lines:
      - {{id: l, number: "+44 20 7946 0958", published_as: 020 7946 0958, valid_until: {last}}}
"""
    )

    def asked(at):
        return directory.who_can_i_call(country, time_zone=zone, at=at)

    assert asked(midnight - timedelta(hours=5)).best.changes_at == midnight
    assert asked(midnight - timedelta(seconds=1)).best.line.id == "l"
    assert asked(midnight).options == ()


OFFICE = """
  - id: r
    countries: [NZ]
    availability: {standard: "Mo-Fr 09:00-23:30"}
    lines:
      - {id: old, number: "+44 20 7946 0958", published_as: 020 7946 0958, valid_until: 2026-12-31}
      - {id: new, number: "+44 20 7946 0959", published_as: 020 7946 0959, valid_from: 2027-01-01}
"""


@pytest.mark.parametrize(
    ("regions", "at", "told"),
    [
        # 2026-12-31 is a Thursday; midnight is at 10:15 UTC on Chatham, at 11:00 elsewhere.
        (LINES, utc(2026, 12, 31, 10, 30), {
            "old": ("unknown", utc(2026, 12, 31, 11), "closed"),
            "new": ("unknown", utc(2026, 12, 31, 11), "open"),
        }),
        (LINES, utc(2026, 12, 31, 11), {"new": ("open", None, None)}),
        # Closed at 23:30 on every wall; the new line opens at 09:00 of the first zone, Chatham.
        (OFFICE, utc(2026, 12, 31, 10, 50), {
            "old": ("closed", None, None),
            "new": ("closed", utc(2026, 12, 31, 19, 15), "unknown"),
        }),
        (OFFICE, utc(2026, 12, 31, 9, 40), {"old": ("open", utc(2026, 12, 31, 9, 45), "unknown")}),
        (OFFICE, utc(2026, 12, 31, 10, 20), {
            "old": ("unknown", utc(2026, 12, 31, 10, 30), "closed"),
            "new": ("unknown", utc(2026, 12, 31, 10, 30), "closed"),
        }),
    ],
)  # fmt: skip
def test_a_line_that_turns_is_what_both_days_agree_on(load, regions, at, told):
    """Open on one of them is not open; closed on both is closed; what follows is told."""
    answer = load(regions).who_can_i_call("NZ", at=at)

    assert {
        one.line.id: (one.state, one.changes_at, one.next_state) for one in answer.options
    } == told


@pytest.mark.parametrize(
    "dates",
    [
        "valid_until: 9999-12-31",
        "valid_from: 0001-01-01",
        "valid_from: 0001-01-01, valid_until: 9999-12-31",
    ],
)
def test_the_ends_of_the_calendar_are_no_ends_of_a_line(load, dates):
    """People write them for "always" and "no end known"."""
    directory = load(
        f"""
  - id: r
    countries: [NZ, US]
    availability: {{standard: {{hours: 24/7, {dates}}}}}
    lines: [{{id: l, number: "+44 20 7946 0958", published_as: 020 7946 0958, {dates}}}]
"""
    )
    for year in (2, 1900, 2026, 9998):
        answer = directory.who_can_i_call("NZ", at=utc(year, 6, 1))

        assert (answer.state, answer.best.changes_at) == ("open", None)
        assert [one.code for one in answer.best.caveats if one.code == "line_ends"] == []


@pytest.mark.parametrize(
    ("exception", "at", "told"),
    [
        # 2026-06-06 and 9998-06-06 (a year like 1998) are Saturdays; 10:30 UTC is 11:30 in London.
        ("first_day: 2026-01-01, last_day: 9999-12-31, hours: 'Sa 10:00-12:00', adds: true",
         utc(2026, 6, 6, 10, 30), ("open", utc(2026, 6, 6, 11), "closed")),
        ("first_day: 2026-01-01, last_day: 9999-12-31, hours: 'Sa 10:00-12:00', adds: true",
         utc(9998, 6, 6, 10, 30), ("open", utc(9998, 6, 6, 11), "closed")),
        ("first_day: 0001-01-01, last_day: 9999-12-31", utc(2026, 6, 5, 10, 30),
         ("closed", None, None)),
        ("first_day: 0001-01-01, last_day: 9999-12-31", utc(9998, 6, 5, 10, 30),
         ("closed", None, None)),
        ("on: 9999-12-31", utc(2026, 6, 5, 10, 30), ("open", utc(2026, 6, 5, 16), "closed")),
        ("on: 0001-01-01", utc(2026, 6, 5, 10, 30), ("open", utc(2026, 6, 5, 16), "closed")),
    ],
)  # fmt: skip
def test_exceptions_may_reach_to_the_ends_of_the_calendar(load, exception, at, told):
    """They hold to the last day, and nothing overflows."""
    directory = load(
        f"""
  - id: r
    countries: [GB]
    exceptions: [{{{exception}}}]
    availability: {{standard: Mo-Fr 09:00-17:00}}
    lines: [{{id: l, number: "+44 20 7946 0958", published_as: 020 7946 0958}}]
"""
    )

    best = directory.who_can_i_call("GB", at=at).best

    assert (best.state, best.changes_at, best.next_state) == told


# -- rules that follow one another ---------------------------------------------------------------

HISTORY = """
  - id: r
    countries: [DE]
    availability:
      standard:
        - {{hours: Mo-Fr 09:00-17:00, {before}, valid_until: 2026-06-30}}
        - {{hours: Mo-Fr 09:00-17:00, {after}, valid_from: 2026-07-01, valid_until: 2026-12-31}}
    lines: [{{id: l, number: "+49 30 23125 000", published_as: 030 23125 000}}]
"""


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("time_zone: Europe/Berlin", "time_zone: Europe/London"),
        ("time_zone: caller", "time_zone: Europe/London"),
        ("time_zone: Europe/Berlin", "time_zone: Europe/Berlin, holidays: GB"),
        ("time_zone: Europe/Berlin, severities: [normal]", "time_zone: Europe/London"),
    ],
)
def test_rules_that_follow_one_another_are_one_history(load, before, after):
    """Whatever changes from one to the next: nights are closed, and the day after the last is not known."""  # noqa: E501
    directory = load(HISTORY.format(before=before, after=after))

    def state(*parts):
        return directory.who_can_i_call("DE", severity="normal", at=utc(*parts)).state

    assert state(2026, 6, 15, 22) == "closed"  # a Monday night
    assert state(2026, 6, 15, 8) == "open"  # 10:00 in Berlin
    assert state(2026, 6, 28, 12) == "closed"  # a Sunday
    assert state(2026, 6, 30, 22, 30) == "closed"  # between the two midnights
    assert state(2026, 7, 1, 3) == "closed"
    assert state(2026, 7, 6, 22) == "closed"
    assert state(2026, 7, 6, 9) == "open"
    assert state(2027, 1, 4, 9) == "unknown"


def test_a_day_of_no_rule_says_so(load):
    """And names no rule that held on other days as its reason."""
    directory = load(HISTORY.format(before="time_zone: caller", after="time_zone: Europe/London"))

    answer = directory.who_can_i_call("DE", at=utc(2027, 1, 4, 9))

    reasons = [(one.code, one.text) for one in answer.best.reasons]
    assert reasons[-1] == (
        "hours_not_stated",
        "standard: the source states no hours for this day.",
    )
    assert len([one for one in reasons if one[0].startswith("hours")]) == 1


def test_what_nobody_takes_over_stays_unknown(load):
    """A gap between two rules is a gap, in whatever zones they are."""
    text = HISTORY.format(before="time_zone: Europe/Berlin", after="time_zone: Europe/London")
    directory = load(text.replace("2026-07-01", "2026-08-01"))

    assert directory.who_can_i_call("DE", at=utc(2026, 7, 6, 9)).state == "unknown"
    assert directory.who_can_i_call("DE", at=utc(2026, 8, 3, 22)).state == "closed"


# -- severities that were not given --------------------------------------------------------------


@pytest.mark.parametrize(
    ("rules", "at", "state"),
    [
        # Only decided if all agree; nobody states anything for "low" in the first three.
        ("[{severities: [normal], hours: 24/7}]", utc(2026, 11, 24, 10), "unknown"),
        ("[{severities: [normal], hours: off}]", utc(2026, 11, 24, 10), "unknown"),
        (
            "[{severities: [normal], hours: 24/7}, {severities: [urgent], hours: 24/7}]",
            utc(2026, 11, 24, 10),
            "unknown",
        ),
        (
            "[{severities: [normal, low], hours: 24/7}, {severities: [urgent], hours: 24/7}]",
            utc(2026, 11, 24, 10),
            "open",
        ),
        (
            (
                "[{severities: [normal, low], hours: Mo-Fr 09:00-17:00},"
                " {severities: [urgent], hours: 24/7}]"
            ),
            utc(2026, 11, 24, 10),
            "open",
        ),
        (
            (
                "[{severities: [normal, low], hours: Mo-Fr 09:00-17:00},"
                " {severities: [urgent], hours: 24/7}]"
            ),
            utc(2026, 11, 24, 20),
            "unknown",
        ),
        (
            (
                "[{severities: [normal, low], hours: Mo-Fr 09:00-17:00},"
                " {severities: [urgent], hours: Mo-Fr 08:00-18:00}]"
            ),
            utc(2026, 11, 24, 20),
            "closed",
        ),
        # A rule for all severities stands beside one for some.
        ("[24/7, {severities: [urgent], hours: off}]", utc(2026, 11, 24, 10), "open"),
    ],
)
def test_a_severity_that_was_not_given_decides_only_if_all_agree(load, rules, at, state):
    """As zones do."""
    directory = load(
        f"""
  - id: r
    countries: [GB]
    availability: {{standard: {rules}}}
    lines: [{{id: l, number: "+44 20 7946 0958", published_as: 020 7946 0958}}]
"""
    )

    answer = directory.who_can_i_call("GB", at=at)

    assert answer.state == state
    told = [one.text for one in answer.best.caveats if one.code == "severity_not_given"]
    given = {
        severity: directory.who_can_i_call("GB", severity=severity, at=at).state
        for severity in ("normal", "urgent", "low")
    }
    assert bool(told) is (len(set(given.values())) > 1)
    for severity in given if told else ():
        assert f'"{severity}"' in told[0]


BETWEEN = (
    "for United Kingdom on this day; there was one until 2026-12-31 and there is one from"
    " 2027-01-11."
)


@pytest.mark.parametrize(
    ("at", "sentence"),
    [
        (utc(2026, 6, 1), "for United Kingdom on this day; there is one from 2026-09-01."),
        (
            utc(2027, 1, 5),
            BETWEEN,
        ),
        (utc(2028, 1, 1), "for United Kingdom on this day; there was one until 2027-02-28."),
    ],
)
def test_a_day_between_two_lines_is_told_as_one(made, at, sentence):
    """That the source lists no line is not said of a country that has one in a week."""
    directory = made(
        """
regions:
  - id: r
    countries: [GB, FR]
    languages: [en]
    availability: {standard: 24/7}
    lines:
      - {id: l, number: "+44 20 7946 0958", published_as: 020 7946 0958, serves: [GB],
         valid_from: 2026-09-01, valid_until: 2026-12-31}
      - {id: n, number: "+44 20 7946 0123", published_as: 020 7946 0123, serves: [GB],
         valid_from: 2027-01-11, valid_until: 2027-02-28}
"""
    )

    answer = directory.who_can_i_call("GB", at=at)

    assert answer.state == "no_line"
    told = [caveat.text for caveat in answer.caveats if caveat.code == "no_line_listed"]
    assert told == [f"The source lists no line {sentence}"]
    french = directory.who_can_i_call("FR", at=at)
    assert [one.text for one in french.caveats] == ["The source lists no line for France."]


def test_so_is_one_of_a_desk(made):
    """Where only another desk has a line today."""
    directory = made(
        """
tiers: {standard: {}}
desks: [help, sales]
regions:
  - id: r
    countries: [GB]
    languages: [en]
    availability: {standard: 24/7}
    lines:
      - {id: l, number: "+44 20 7946 0958", published_as: 020 7946 0958, desk: help}
      - {id: n, number: "+44 20 7946 0123", published_as: 020 7946 0123, desk: sales,
         valid_from: 2027-01-11}
"""
    )

    answer = directory.who_can_i_call("GB", at=utc(2027, 1, 5), desk="sales")

    assert [(one.code, one.text) for one in answer.caveats] == [
        (
            "desk_not_listed",
            "No line is listed for desk sales on this day; there is one from 2027-01-11.",
        )
    ]


def test_the_turns_of_a_week_are_found_in_each_zone_of_the_caller(load):
    """Between two instants, neither included; New Year is at 10:15 UTC on Chatham."""
    facts = load(LINES)._facts  # noqa: SLF001 - what coverage asks
    caller = caller_of(facts, Question("NZ"))
    calendar = TurningDays(line for line, _ in facts.lines())
    chatham, auckland = (int(utc(2026, 12, 31, *clock).timestamp()) for clock in ((10, 15), (11,)))

    assert calendar.changes(caller, chatham - 1, auckland + 1) == [chatham, auckland]
    assert calendar.changes(caller, chatham, auckland) == []


@pytest.mark.parametrize(
    ("dates", "at", "said"),
    [
        ("valid_from: 2027-01-01", utc(2026, 12, 31, 10, 30), "from 2027-01-01"),
        ("valid_until: 2026-12-31", utc(2026, 12, 31, 10, 30), "until 2026-12-31"),
        (
            "valid_from: 2026-01-01, valid_until: 2026-12-31",
            utc(2026, 12, 31, 10, 30),
            "from 2026-01-01 until 2026-12-31",
        ),
    ],
)
def test_a_line_that_turns_says_its_dates(load, dates, at, said):
    """On Chatham it is the next day already."""
    line = f'{{id: l, number: "+44 20 7946 0958", published_as: x, {dates}}}'
    regions = f"""
  - id: r
    countries: [NZ]
    availability: {{standard: 24/7}}
    lines: [{line}]
"""
    (option,) = load(regions).who_can_i_call("NZ", at=at).options

    (text,) = [one.text for one in option.caveats if one.code == "line_turns"]
    assert said in text


def over_midnight(load):
    """Return lines that follow each other on the day whose midnight came twice in St. John's."""
    return load(
        """
regions:
  - id: newfoundland
    countries: [CA]
    languages: [en]
    availability: {standard: "24/7"}
    lines:
      - {id: old, number: "+1 202 555 0123", published_as: old, valid_until: 2010-11-06}
      - {id: new, number: "+1 202 555 0199", published_as: new, valid_from: 2010-11-07}
"""
    )


@pytest.mark.parametrize(
    ("minute", "line", "until"),
    [
        (-1, "old", 0),
        (0, "new", 1),  # 00:00 on the 7th
        (1, "old", 60),  # the clock is set back to 23:01 on the 6th
        (59, "old", 60),
        (60, "new", None),  # 00:00 once more
    ],
)
def test_a_date_that_a_clock_shows_twice_is_that_date_twice(made, minute, line, until):
    """A date is what the clock shows: state, hours, day and next change say the same."""
    midnight = datetime(2010, 11, 7, 2, 30, tzinfo=timezone.utc)
    at = midnight + timedelta(minutes=minute, seconds=30 if minute in (-1, 0, 1, 59, 60) else 0)

    answer = over_midnight(made).who_can_i_call("CA", time_zone="America/St_Johns", at=at)

    (option,) = answer.options
    ends = None if until is None else midnight + timedelta(minutes=until)
    assert (option.line.id, option.state, option.hours.state(at)) == (line, "open", "open")
    assert (option.changes_at, option.hours.next_change(at)) == (ends, ends)
    assert option.day[0] <= at < option.day[1]
    assert option.reasons[-1].code == "hours_open"


def test_hours_that_dates_hide_are_not_the_reason_of_another_state(made):
    """In a country of several zones a line of yesterday is perhaps there: nobody knows."""
    text = """
regions:
  - id: us
    countries: [US]
    availability: {standard: "24/7"}
    lines: [{id: old, number: "+1 202 555 0123", published_as: old, valid_until: 2026-04-05}]
"""
    at = datetime(2026, 4, 6, 8, 30, tzinfo=timezone.utc)

    (option,) = made(text).who_can_i_call("US", at=at).options

    assert (option.state, option.reasons[-1].code) == ("unknown", "hours_unknown")
    assert option.reasons[-1].text == "standard: 24/7."


@pytest.mark.parametrize(
    ("hours", "expected"),
    [
        ("24/7 unknown", "unknown"),
        ("Mo-Su 01:00-02:00 unknown", "unknown"),
        ("Mo-Su 08:00-20:00", "open"),
        ("24/7 off", "open"),
        ("Mo-Su 08:00-20:00 unknown", "open"),
    ],
)
def test_what_a_new_rule_says_of_its_first_morning_holds_over_the_last_night(load, hours, expected):
    """On Tuesday at 01:40; the last evening was Monday's, until 03:30."""
    directory = load(
        f"""
  - id: gb
    countries: [GB]
    availability:
      standard:
        - {{hours: "Mo-Fr 20:00-03:30", time_zone: Europe/London, valid_until: 2027-03-01}}
        - {{hours: "{hours}", time_zone: Europe/London, valid_from: 2027-03-02}}
    lines: [{{id: day, number: "+44 20 7946 0100"}}]
"""
    )

    assert directory.who_can_i_call("GB", at=utc(2027, 3, 2, 1, 40)).state == expected
