"""What comes is told by what makes hours other ones, and by nothing that is overruled."""

from __future__ import annotations

from datetime import datetime, timezone

import pytest

import supportlines

TEXT = """
directory:
  id: coming
  name: Coming
  sources: [{id: page, title: A page, url: "https://support.example", read_on: 2026-11-30}]
tiers: {standard: {}, premium: {includes: standard}}
calendars:
  own:
    - {on: 2026-12-08, name: Feast}
    - {on: 2026-12-21, name: Founding day}
    - {on: 2026-12-23, name: Fair}
regions:
  - id: gb
    countries: [GB]
    languages: [en]
    availability:
      standard: {hours: "Mo-Fr 09:00-17:00; PH off", time_zone: Europe/London, holidays: own}
      premium: {hours: 24/7, time_zone: Europe/London}
    exceptions:
      - {on: 2026-12-10, reason: Region closed}
      - {on: 2026-12-15, hours: "10:00-12:00", tiers: standard, reason: Short day}
      - {on: 2026-12-21, hours: "10:00-12:00", tiers: standard, reason: Speech}
      - {first_day: 2026-12-28, last_day: 2026-12-30, tiers: standard, reason: Break}
    lines:
      - id: day
        number: "+44 20 7946 0100"
        valid_until: 2026-12-29
        exceptions:
          - {on: 2026-12-10, hours: "10:00-12:00", reason: Nearer}
          - {on: 2026-12-23, hours: "09:00-17:00", tiers: standard, reason: We stay}
      - id: night
        number: "+44 20 7946 0101"
        desk: night
        availability: {standard: {hours: 24/7, time_zone: Europe/London, after: day}}
        exceptions:
          - {from: 2026-12-16T12:00, until: 2026-12-16T13:00, reason: Lunch}
          - {from: 2026-12-17T16:00, until: 2026-12-17T18:00, reason: Move}
desks: {night: {}}
"""
AT = datetime(2026, 12, 1, 10, tzinfo=timezone.utc)


def told(line, **words):
    """Return the names and states of what comes on *line*."""
    text = TEXT if line == "day" else TEXT.replace("desk: night", "channel: sms")
    words = {**words, "channels": "sms"} if line == "night" else words
    answer = supportlines.loads(text).who_can_i_call("GB", at=AT, **words)
    assert answer.best.line.id == line
    return [
        (one.start.day, one.state, one.why.text.rstrip("."))
        for one in answer.coming
        if one.why.code != "line_ends"  # see test_lasting
    ]


@pytest.mark.parametrize(
    ("line", "words", "expected"),
    [
        (
            "day",
            {},
            [
                (8, "closed", "Feast"),
                (10, "open", "Nearer"),  # and not the region's, which lies below it
                (15, "open", "Short day"),
                (21, "open", "Speech"),  # on Founding day, of which nothing is left
                # on the 23rd the hours are the usual ones, whatever the day is called
                (28, "closed", "Break"),
            ],
        ),
        # What is only for another tier changes nothing for a caller who is always served.
        ("day", {"tier": "premium"}, [(10, "open", "Nearer")]),
        (
            "night",
            {},
            [
                (8, "open", "Feast"),  # day and night, since the day line is closed
                (10, "closed", "Region closed"),
                (15, "open", "Short day"),  # but from 10 to 12, when the day line answers
                # on the 16th at noon the day line answers anyway
                (17, "closed", "Move"),  # from 17 to 18; before that the day line answers
                (21, "open", "Speech"),
                (28, "closed", "Break"),
            ],
        ),
    ],
)
def test_what_comes_has_the_name_of_what_makes_it(line, words, expected):
    """Compare with what the file says, day by day."""
    assert told(line, **words) == expected


def test_shorter_hours_on_a_holiday_are_told():
    """The hours that are left lie within the usual ones: what is otherwise is when it is closed."""
    text = TEXT.replace("PH off", "PH 10:00-12:00")
    answer = supportlines.loads(text).who_can_i_call("GB", at=AT)
    feast = answer.coming[0]

    assert (feast.state, feast.why.text.rstrip(".")) == ("open", "Feast")
    assert [(one.hour, other.hour) for one, other in feast.hours] == [(10, 12)]

    morning = datetime(2026, 12, 8, 9, 30, tzinfo=timezone.utc)
    options = supportlines.loads(text).who_can_i_call("GB", at=morning).options
    day = next(one for one in options if one.line.id == "day")

    assert (day.state, day.changes_at.hour) == ("closed", 10)
    assert day.reasons[-1].values["why"] == "Feast"


@pytest.mark.parametrize("more", ["", ", {on: 2026-12-16, adds: true, reason: Fair}"])
def test_what_makes_no_hours_other_ones_is_in_the_day_that_does(more):
    """On the Feast premium is closed, but for two hours of what it includes.

    These are open on any day, so that the Fair of that day is told with the Feast.
    """
    fair = "{on: 2026-12-08, hours: '10:00-12:00', adds: true, reason: Fair}"
    text = TEXT.replace("holidays: own}", f"holidays: own, exceptions: [{fair}{more}]}}")
    text = text.replace("{hours: 24/7, time", '{hours: "24/7; PH off", holidays: own, time', 1)
    answer = supportlines.loads(text).who_can_i_call("GB", tier="premium", at=AT)
    feast = next(one for one in answer.coming if one.start.day == 8)

    assert (feast.state, feast.why.text.rstrip(".")) == ("open", "Feast")
    assert [(one.hour, other.hour) for one, other in feast.hours] == [(10, 12)]


def test_a_day_on_which_only_what_nobody_knows_is_left_is_told():
    """Premium is unknown day and night beside the standard hours, which the Feast closes."""
    text = TEXT.replace("premium: {hours: 24/7,", 'premium: {hours: "24/7 unknown",')
    text = text.replace("reason: Region closed}", "reason: Region closed, tiers: standard}")
    directory = supportlines.loads(text)
    answer = directory.who_can_i_call("GB", tier="premium", at=AT)

    assert [
        (one.start.day, one.state, one.why.text.rstrip("."))
        for one in answer.coming
        if one.why.code != "line_ends"
    ] == [
        (8, "unknown", "Feast"),
        (10, "open", "Nearer"),
        (15, "unknown", "Short day"),
        (21, "unknown", "Speech"),
        (28, "unknown", "Break"),
    ]

    eve = datetime(2026, 12, 7, 18, tzinfo=timezone.utc)
    best = directory.who_can_i_call("GB", tier="premium", at=eve).best

    assert (best.state, best.changes_at.day, best.next_state) == ("unknown", 9, "open")


def test_what_comes_next_has_the_name_of_what_ends_it_though_another_rule_is_left():
    """Day and night but for the Feast; what is left of it then nobody knows."""
    text = TEXT.replace("premium: {hours: 24/7,", 'premium: {hours: "24/7 unknown",')
    text = text.replace("Mo-Fr 09:00-17:00; PH off", "24/7; PH off")
    best = supportlines.loads(text).who_can_i_call("GB", tier="premium", at=AT).best

    assert (best.state, best.changes_at.day, best.next_state) == ("open", 8, "unknown")
    assert best.next_why == "Feast"


NIGHT = "{on: 2026-12-16, hours: '20:00-04:00', reason: Night}"


@pytest.mark.parametrize(
    ("exceptions", "expected"),
    [
        # The night of the 16th ends at four on the 17th.
        (
            NIGHT,
            [("Night", [(16, 20, 17, 4)])],
        ),
        # What holds on the 17th begins there at midnight, whatever the eve leaves over.
        (
            NIGHT + ", {on: 2026-12-17, hours: 24/7, reason: Fair}",
            [("Night", [(16, 20, 17, 0)]), ("Fair", [(17, 0, 18, 0)])],
        ),
        (
            NIGHT + ", {on: 2026-12-17, hours: 24/7, reason: Night}",
            [("Night", [(16, 20, 17, 0)]), ("Night", [(17, 0, 18, 0)])],
        ),
    ],
)
def test_a_night_that_begins_on_the_day_is_told_to_its_end(exceptions, expected):
    """Who reads "open until midnight" does not call at one."""
    of_region = TEXT[TEXT.index("    exceptions:") : TEXT.index("    lines:")]
    text = TEXT.replace(of_region, f"    exceptions: [{exceptions}]\n")
    answer = supportlines.loads(text).who_can_i_call("GB", at=AT)

    assert [
        (one.why.text.rstrip("."), [(a.day, a.hour, b.day, b.hour) for a, b in one.hours])
        for one in answer.coming
        if one.start.day in (16, 17)
    ] == expected


def test_a_night_that_opens_nothing_else_than_its_morning_is_told():
    """Open until midnight is the line on any day; on the 16th it is until four."""
    of_region = TEXT[TEXT.index("    exceptions:") : TEXT.index("    lines:")]
    added = NIGHT.replace("reason", "adds: true, reason")
    text = TEXT.replace(of_region, f"    exceptions: [{added}]\n")
    text = text.replace("Mo-Fr 09:00-17:00; PH off", "12:00-24:00")
    noon = datetime(2026, 12, 1, 13, tzinfo=timezone.utc)
    answer = supportlines.loads(text).who_can_i_call("GB", at=noon)

    (night,) = [one for one in answer.coming if one.why.text.rstrip(".") == "Night"]

    assert night.start.day == 16
    assert [(a.hour, b.day, b.hour) for a, b in night.hours] == [(12, 17, 4)]


def test_a_closure_within_the_hour_that_clocks_skip_is_none():
    """From 01:15 to 01:45 on the day on which London's clocks go from one to two."""
    of_region = TEXT[TEXT.index("    exceptions:") : TEXT.index("    lines:")]
    closure = "{from: 2027-03-28T01:15, until: 2027-03-28T01:45, reason: Move}"
    text = TEXT.replace(of_region, f"    exceptions: [{closure}]\n").replace("valid_until", "#")
    at = datetime(2027, 3, 20, 10, tzinfo=timezone.utc)
    answer = supportlines.loads(text).who_can_i_call("GB", tier="premium", at=at)

    assert answer.coming == ()


def test_a_day_of_each_month_without_a_reason_is_called_by_its_date():
    """Nobody asks what is otherwise from the first day of the calendar to the last."""
    of_region = TEXT[TEXT.index("    exceptions:") : TEXT.index("    lines:")]
    each_month = "{each_month: first Tuesday, hours: '10:00-12:00'}"
    directory = supportlines.loads(TEXT.replace(of_region, f"    exceptions: [{each_month}]\n"))
    november = datetime(2026, 11, 29, 10, tzinfo=timezone.utc)

    first = directory.who_can_i_call("GB", at=november).coming[0]

    assert first.why.text.rstrip(".") == "other hours on 2026-12-01"

    afternoon = datetime(2026, 12, 1, 14, tzinfo=timezone.utc)
    options = directory.who_can_i_call("GB", at=afternoon).options
    day = next(one for one in options if one.line.id == "day")

    assert day.state == "closed"
    assert day.reasons[-1].text.endswith("Closed: other hours on 2026-12-01.")


def test_what_comes_after_the_last_day_of_a_line_is_not_told():
    """It ends on the 29th, in the middle of the break."""
    answer = supportlines.loads(TEXT.replace("2026-12-29", "2026-12-20")).who_can_i_call(
        "GB", at=AT
    )

    assert [one.start.day for one in answer.coming] == [8, 10, 15, 21]
    assert answer.coming[-1].why.code == "line_ends"


def test_a_day_that_some_parts_of_a_country_keep_has_its_name():
    """Epiphany is kept in three of the German states."""
    pytest.importorskip("holidays")
    text = TEXT.replace("[GB]", "[DE]").replace("Europe/London, holidays: own", "Europe/Berlin")
    at = datetime(2027, 1, 4, 10, tzinfo=timezone.utc)
    directory = supportlines.loads(text.replace("valid_until: 2026-12-29", "label: The day line"))

    everywhere = directory.who_can_i_call("DE", at=at).coming
    bavaria = directory.who_can_i_call("DE", subdivision="DE-BY", at=at).coming
    berlin = directory.who_can_i_call("DE", subdivision="DE-BE", at=at).coming

    assert [(one.state, one.start.day) for one in everywhere] == [("unknown", 5)]
    assert [(one.state, one.start.day) for one in bavaria] == [("closed", 5)]
    name = bavaria[0].why.text.rstrip(".")
    assert everywhere[0].why.text.startswith(f"{name}, in some parts")
    assert berlin == ()


STRIKE = """
directory:
  id: strike
  name: Strike
  sources: [{id: page, title: A page, url: "https://support.example", read_on: 2026-11-30}]
tiers: {standard: {}}
regions:
  - id: gb
    countries: [GB]
    languages: [en]
    availability:
      standard: {hours: "Mo-Fr 09:00-17:00; PH off", time_zone: Europe/London, holidays: own}
    lines:
      - id: line
        number: "+44 20 7946 0100"
        exceptions:
          - {first_day: 2026-12-02, last_day: unknown, reason: Strike}
          - {on: 2026-12-24, hours: "09:00-12:00", reason: Christmas Eve, priority: PRIORITY}
calendars: {own: [{on: 2026-12-25, name: Christmas Day}]}
"""


@pytest.mark.parametrize(
    ("priority", "expected"),
    [
        # It holds whether the strike is over or not, and the strike says nothing of it.
        ("1", [(2, "unknown", "Strike"), (24, "open", "Christmas Eve")]),
        # Whether its hours hold is what one does not know of the strike.
        ("-1", [(2, "unknown", "Strike")]),
    ],
)
def test_an_end_that_is_not_known_is_told_once(priority, expected):
    """Of what lies over it, and of what lies below it."""
    directory = supportlines.loads(STRIKE.replace("PRIORITY", priority))

    found = directory.who_can_i_call("GB", at=AT).coming

    told = [(one.start.day, one.state, one.why.text.rstrip(".")) for one in found]
    assert told == [*expected, (25, "closed", "Christmas Day")]
    assert [len(one.hours) for one in found if one.state == "unknown"] == [0]


def test_a_headline_says_what_is_not_known_and_why():
    """On a Saturday it is closed as on any other; only from Monday on the strike counts."""
    directory = supportlines.loads(STRIKE.replace("PRIORITY", "1"))

    saturday = directory.who_can_i_call("GB", at=datetime(2026, 12, 5, 10, tzinfo=timezone.utc))

    assert "○ Closed at least until Mon 09:00, then not known (Strike)" in saturday.text()


@pytest.mark.parametrize(("holidays", "expected"), [("CH-TI", "CH-TI"), ("caller", None)])
def test_an_answer_says_whose_holidays_count(holidays, expected):
    """Unless they are those of the caller's own place."""
    text = STRIKE.replace("PRIORITY", "1").replace("holidays: own", f"holidays: {holidays}")

    (hours,) = [
        one
        for one in supportlines.loads(text).who_can_i_call("GB", at=AT).best.reasons
        if one.code == "hours_open"
    ]

    assert dict(hours.values).get("holidays") == expected


BELGIUM = """
directory:
  id: parts
  name: Parts
  sources: [{id: page, title: A page, url: "https://support.example", read_on: 2026-11-30}]
tiers: {standard: {}}
regions:
  - id: belgium
    languages: [fr, nl]
    availability: {standard: {hours: "Mo-Fr 09:00-17:00", time_zone: Europe/Brussels}}
    exceptions: [{on: 2026-12-18, reason: Day of all}]
    lines: [{id: all, number: "+32 2 555 12 12"}]
    regions:
      - id: flanders
        countries: [BE-VLG]
        exceptions:
          - {on: 2026-12-02, reason: Flemish today}
          - {on: 2026-12-22, reason: Flemish}
      - id: wallonia
        countries: [BE-WAL]
        exceptions: [{on: 2026-12-23, reason: Walloon}]
"""
SOME = ", in some parts of the country"


@pytest.mark.parametrize(
    ("day", "part", "expected"),
    [
        # On the 2nd Flanders is closed, and the best option is for Wallonia alone.
        (2, None, [(18, "closed", "Day of all"), (23, "closed", "Walloon")]),
        (2, "BE-WAL", [(18, "closed", "Day of all"), (23, "closed", "Walloon")]),
        (
            2,
            "BE-VLG",
            [
                (2, "closed", "Flemish today"),
                (18, "closed", "Day of all"),
                (22, "closed", "Flemish"),
            ],
        ),
        # On the 3rd one option is for both.
        (
            3,
            None,
            [
                (18, "closed", "Day of all"),
                (22, "unknown", f"Flemish{SOME}"),
                (23, "unknown", f"Walloon{SOME}"),
            ],
        ),
    ],
)
def test_what_comes_is_that_of_the_part_that_the_best_option_is_for(day, part, expected):
    """Where it is for several parts, what comes in one of them is not known of the caller's."""
    at = datetime(2026, 12, day, 10, tzinfo=timezone.utc)
    directory = supportlines.loads(BELGIUM)

    coming = directory.who_can_i_call("BE", subdivision=part, at=at).coming

    found = [(one.end.day, one.state, one.why.text.rstrip(".")) for one in coming]
    assert found == expected


@pytest.mark.parametrize(
    ("conditions", "expected"),
    [
        # One number for two brands: of a customer of either it is not known.
        (("for: {brand: north}", "for: {brand: south}"), [("unknown", "Inventory")]),
        # Two entries of one number for everybody: by the other somebody answers.
        (("label: One", "label: Two"), []),
        # The entry for every phone is sure.
        (("label: One", "dialable_by: landline"), [("closed", "Inventory")]),
        (("dialable_by: landline", "label: Two"), []),
    ],
)
def test_what_comes_on_one_of_two_lines_with_one_number(conditions, expected):
    """The first is closed on the 22nd."""
    one, two = conditions
    closed = "exceptions: [{on: 2026-12-22, reason: Inventory}]"
    head = BELGIUM[: BELGIUM.index("regions:")]
    directory = supportlines.loads(
        f"""{head}facets: {{brand: {{values: [north, south]}}}}
regions:
  - id: gb
    countries: [GB]
    languages: [en]
    availability: {{standard: {{hours: "Mo-Fr 09:00-17:00", time_zone: Europe/London}}}}
    lines:
      - {{id: one, number: "+44 20 7946 0018", {one}, {closed}}}
      - {{id: two, number: "+44 20 7946 0018", {two}}}
"""
    )

    answer = directory.who_can_i_call("GB", at=AT)

    assert len(answer.options) == 1
    found = [(one.state, one.why.text.rstrip(".")) for one in answer.coming]
    assert found == expected
