"""Hours after those of another line: those that this caller has there, whatever was not said."""

from __future__ import annotations

from datetime import datetime, timezone

import pytest

import supportlines

HEAD = """
directory:
  id: after
  name: After
  sources: [{id: page, title: A page, url: "https://support.example", read_on: 2026-11-20}]
tiers: {standard: {}}
"""


def at(*moment):
    """Return an instant of UTC."""
    return datetime(*moment, tzinfo=timezone.utc)


def states(directory, country, when, **words):
    """Return the state of each line that is offered."""
    answer = directory.who_can_i_call(country, at=when, **words)
    return {option.line.id: option.state for option in (*answer.options, *answer.other_ways)}


OF_A_PART = """
regions:
  - id: germany
    languages: [en]
    availability: {standard: {hours: "09:00-17:00", time_zone: Europe/Berlin}}
    lines:
      - {id: main, number: "+44 20 7946 0100"}
      - {id: night, number: "+44 20 7946 0101", availability: {standard: {after: main}}}
    regions:
      - {id: by, countries: [DE-BY],
         availability: {standard: {hours: "07:00-12:00", time_zone: Europe/Berlin}}}
"""
BESIDE = "      - {id: de, countries: [DE]}\n"


@pytest.mark.parametrize("more", ["", BESIDE], ids=["alone", "beside the country"])
@pytest.mark.parametrize("words", [{}, {"subdivision": "DE-BY"}], ids=["nothing", "the part"])
@pytest.mark.parametrize(
    ("when", "main", "night"),
    [
        (at(2026, 12, 2, 5, 30), "closed", "open"),  # half past six in Bavaria
        (at(2026, 12, 2, 6, 30), "open", "closed"),
        (at(2026, 12, 2, 12, 30), "closed", "open"),
    ],
)
def test_the_part_of_the_country_has_its_hours_there_too(more, words, when, main, night):
    """Both lines are looked up in the same regions."""
    directory = supportlines.loads(HEAD + OF_A_PART + more)
    if more and not words:
        words = {"subdivision": "DE-BY"}  # elsewhere other hours hold

    assert states(directory, "DE", when, **words) == {"main": main, "night": night}


BY_SEVERITY = """
severities: [normal, critical]
regions:
  - id: gb
    countries: [GB]
    languages: [en]
    lines:
      - id: main
        number: "+44 20 7946 0100"
        availability:
          standard:
            - {hours: "09:00-17:00", time_zone: Europe/London}
            - {hours: "17:00-22:00", time_zone: Europe/London, severities: critical}
      - id: even
        number: "+44 20 7946 0101"
        availability:
          standard:
            - {after: main}
            - {hours: "17:00-22:00", time_zone: Europe/London, severities: critical}
      - {id: night, number: "+44 20 7946 0102", availability: {standard: {after: main}}}
"""


def test_both_lines_hear_the_same_reply():
    """Open for normal as main is closed, for critical by its own rule: so open for everybody."""
    directory = supportlines.loads(HEAD + BY_SEVERITY)
    evening = at(2026, 12, 1, 18)

    assert states(directory, "GB", evening) == {
        "main": "unknown",
        "even": "open",
        "night": "unknown",
    }
    for severity, night in (("normal", "open"), ("critical", "closed")):
        said = states(directory, "GB", evening, severity=severity)
        assert (said["even"], said["night"]) == ("open", night)


def test_what_the_other_line_depends_on_is_told_of_this_one():
    """Which reply gives which state."""
    directory = supportlines.loads(HEAD + BY_SEVERITY)
    options = directory.who_can_i_call("GB", at=at(2026, 12, 1, 18)).options
    codes = {option.line.id: {one.code for one in option.caveats} for option in options}

    assert "severity_not_given" in codes["night"]
    assert "severity_not_given" not in codes["even"]


def test_of_two_facets_a_rule_after_and_one_of_its_own_close_the_gap():
    """Whoever has plan a is served as main is closed, whoever has plan b at all hours."""
    directory = supportlines.loads(
        HEAD
        + """
facets: {plan: {values: [a, b]}}
regions:
  - id: gb
    countries: [GB]
    languages: [en]
    lines:
      - id: main
        number: "+44 20 7946 0100"
        availability:
          standard:
            - {hours: "12:00-13:00", time_zone: UTC, for: {plan: a}}
            - {hours: "10:00-13:00", time_zone: UTC, for: {plan: b}}
      - id: even
        number: "+44 20 7946 0101"
        availability: {standard: [{after: main, for: {plan: a}}, {hours: 24/7, for: {plan: b}}]}
"""
    )

    assert states(directory, "GB", at(2026, 12, 1, 11)) == {"main": "unknown", "even": "open"}
    assert states(directory, "GB", at(2026, 12, 1, 12)) == {"main": "open", "even": "unknown"}


OF_HOLIDAYS = """
desks: [tech, bill]
regions:
  - id: r
    countries: [DE]
    languages: [en]
    lines:
      - id: main
        number: "+44 20 7946 0100"
        desk: tech
        availability: {standard: {hours: "09:00-17:00; PH off", time_zone: Europe/Berlin}}
      - {id: night, number: "+44 20 7946 0101", desk: bill, availability: {standard: {after: main}}}
"""


def test_a_holiday_of_parts_is_asked_for_where_the_other_line_keeps_it():
    """Women's Day is kept in Berlin, and not in Bavaria."""
    pytest.importorskip("holidays")
    directory = supportlines.loads(HEAD + OF_HOLIDAYS)
    noon = at(2027, 3, 8, 13)

    answer = directory.who_can_i_call("DE", desk="bill", at=noon)

    assert answer.state == "unknown"
    assert "subdivision" in [one.code for one in answer.asks]
    assert "subdivision_not_given" in {one.code for one in answer.best.caveats}
    for part, state in (("DE-BE", "open"), ("DE-BY", "closed")):
        assert states(directory, "DE", noon, desk="bill", subdivision=part) == {"night": state}


def test_an_end_that_is_not_known_there_is_told_here():
    """As of the line that is closed."""
    directory = supportlines.loads(
        HEAD
        + """
regions:
  - id: gb
    countries: [GB]
    languages: [en]
    availability: {standard: 24/7}
    lines:
      - id: main
        number: "+44 20 7946 0100"
        exceptions: [{first_day: 2026-11-18, last_day: unknown, reason: Strike}]
      - {id: night, number: "+44 20 7946 0101", availability: {standard: {after: main}}}
"""
    )

    options = directory.who_can_i_call("GB", at=at(2026, 12, 1, 12)).options

    told = {option.line.id: {one.code for one in option.caveats} for option in options}
    assert [option.state for option in options] == ["unknown", "unknown"]
    assert "end_not_known" in told["main"] & told["night"]


def test_what_must_be_said_for_the_other_line_must_be_said_for_this_one():
    """Its hours are decided by it as well."""
    directory = supportlines.loads(
        HEAD
        + """
facets: {brand: {values: [north, south], required: true}}
regions:
  - id: gb
    countries: [GB]
    languages: [en]
    lines:
      - id: main
        number: "+44 20 7946 0100"
        availability:
          standard:
            - {hours: "09:00-17:00", time_zone: UTC, for: {brand: south}}
            - {hours: "12:00-20:00", time_zone: UTC, for: {brand: north}}
      - {id: night, number: "+44 20 7946 0101", availability: {standard: {after: main}}}
"""
    )
    morning = at(2026, 12, 1, 10)

    assert states(directory, "GB", morning) == {}
    assert states(directory, "GB", morning, facets={"brand": "north"}) == {
        "main": "closed",
        "night": "open",
    }


BY_DESK = """
desks: [tech, bill]
regions:
  - id: gb
    countries: [GB]
    languages: [en]
    lines:
      - id: main
        number: "+44 20 7946 0100"
        desks: [tech, bill]
        availability:
          standard:
            - {hours: "09:00-17:00", time_zone: UTC, desks: [tech]}
            - {hours: "10:00-12:00", time_zone: UTC, desks: [bill]}
      - id: night
        number: "+44 20 7946 0101"
        desks: [tech, bill]
        availability: {standard: {after: main}}
"""


@pytest.mark.parametrize(
    ("desk", "hour", "state"),
    [("bill", 9, "open"), ("bill", 11, "closed"), ("bill", 13, "open"), ("tech", 13, "closed")],
)
def test_a_desk_is_after_its_own_hours(desk, hour, state):
    """As a language is."""
    directory = supportlines.loads(HEAD + BY_DESK)

    assert states(directory, "GB", at(2026, 12, 1, hour), desk=desk)["night"] == state


def test_of_a_desk_that_was_not_said_each_has_its_hours():
    """One option for each where they differ."""
    directory = supportlines.loads(HEAD + BY_DESK)
    answer = directory.who_can_i_call("GB", at=at(2026, 12, 1, 13))

    assert {(option.line.id, option.desks): option.state for option in answer.options} == {
        ("main", ("tech",)): "open",
        ("main", ("bill",)): "closed",
        ("night", ("tech",)): "closed",
        ("night", ("bill",)): "open",
    }


HOLIDAYS = """
facets: {brand: {values: {north: North, south: South}}}
desks: {sales: {}, support: {}}
regions:
  - id: gb
    countries: [GB]
    languages: [en]
    exceptions: [REGION]
    availability: {standard: {hours: "Mo-Fr 09:00-17:00", time_zone: Europe/London}}
    lines:
      - {id: main, number: "+44 20 7946 0100", MAIN}
      - id: night
        number: "+44 20 7946 0101"
        NIGHT
        availability: {standard: {after: main, time_zone: Europe/London}}
"""


def holidays(region="", main="", night=""):
    """Return a directory with a day line and one for the hours after it."""
    text = HOLIDAYS.replace("REGION", region).replace("NIGHT", night)
    return supportlines.loads(HEAD + text.replace(", MAIN", f", {main}" if main else ""))


EVE = '{on: 2026-12-24, hours: "10:00-20:00", reason: Christmas Eve, priority: %s}'
SHUT = "{on: 2026-12-24, reason: Shut, priority: %s}"
FIRE = "{from: 2026-12-24T11:00Z, until: 2026-12-24T12:00Z, reason: Fire}"


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ({}, {8: "open", 11: "closed", 18: "open", 21: "open"}),
        # What the line says of the day itself holds instead, while the day line answers too.
        (
            {"night": f"exceptions: [{EVE % 0}]"},
            {8: "closed", 11: "open", 18: "open", 21: "closed"},
        ),
        ({"night": f"exceptions: [{FIRE}]"}, {10: "closed", 11: "closed", 12: "closed"}),
        (
            {"night": f"exceptions: [{FIRE.replace('reason', 'hours: 24/7, reason')}]"},
            {10: "closed", 11: "open", 12: "closed", 18: "open"},
        ),
        # Other hours that a region says are those of the day line, and this one follows it.
        ({"region": EVE % 0}, {8: "open", 11: "closed", 18: "closed", 21: "open"}),
        # Where it closes, it closes both.
        ({"region": SHUT % 0}, {8: "closed", 11: "closed", 18: "closed"}),
        # Of equal priority the nearer holds, else the higher.
        ({"region": SHUT % 0, "night": f"exceptions: [{EVE % 0}]"}, {11: "open", 21: "closed"}),
        ({"region": SHUT % 1, "night": f"exceptions: [{EVE % 0}]"}, {11: "closed", 18: "closed"}),
        # The day line's own are said of it alone.
        ({"main": f"exceptions: [{SHUT % 0}]"}, {8: "open", 11: "open", 18: "open"}),
    ],
)
def test_exceptions_of_the_line_itself_hold_instead(words, expected):
    """Hour by hour of Christmas Eve, a Thursday on which the day line has its hours."""
    directory = holidays(**words)

    found = {
        hour: states(directory, "GB", at(2026, 12, 24, hour, 30))["night"] for hour in expected
    }

    assert found == expected


def test_the_reason_names_what_decides():
    """The exception, or that of the other line."""
    own = holidays(night=f"exceptions: [{EVE % 0}]")
    theirs = holidays(main=f"exceptions: [{SHUT % 0}]")

    def told(directory):
        answer = directory.who_can_i_call("GB", at=at(2026, 12, 24, 11))
        night = next(one for one in answer.options if one.line.id == "night")
        return night.state, night.reasons[-1].code, night.reasons[-1].text

    assert told(own) == (
        "open",
        "hours_after",
        "standard: while the line +44 20 7946 0100 is closed. Open: Christmas Eve.",
    )
    assert told(theirs) == (
        "open",
        "hours_after",
        "standard: while the line +44 20 7946 0100 is closed. Open: Shut.",
    )


def test_what_comes_on_the_day_line_comes_on_the_other():
    """It answers where the day line would."""
    directory = holidays(main=f"exceptions: [{SHUT % 0}]", night="desk: support")
    text = HOLIDAYS.replace("REGION", "").replace("MAIN", f"exceptions: [{SHUT % 0}]")
    text = text.replace("NIGHT", "channel: sms")
    directory = supportlines.loads(HEAD + text)

    coming = directory.who_can_i_call("GB", channels="sms", at=at(2026, 12, 1, 10)).coming

    assert [(one.days[0].day, one.state, one.why.text) for one in coming] == [(24, "open", "Shut")]
    assert coming[0].hours == ((at(2026, 12, 24), at(2026, 12, 25)),)


ANY = """
regions:
  - id: gb
    countries: [GB]
    lines:
      - id: main
        number: "+44 20 7946 0100"
        languages: {en: native, any: interpreter}
        availability:
          standard:
            - {languages: [en], hours: 24/7}
            - {hours: "Mo-Fr 09:00-17:00", time_zone: Europe/London}
      - id: night
        number: "+44 20 7946 0101"
        languages: [tr]
        availability: {standard: {after: main}}
"""


def test_a_language_through_an_interpreter_is_a_language_of_the_other_line():
    """In Turkish it answers on weekdays, so on Saturday the line after it does."""
    directory = supportlines.loads(HEAD + ANY)

    saturday = states(directory, "GB", at(2026, 12, 5, 10), languages=["tr"])
    tuesday = states(directory, "GB", at(2026, 12, 1, 10), languages=["tr"])

    assert (saturday["main"], saturday["night"]) == ("closed", "open")
    assert (tuesday["main"], tuesday["night"]) == ("open", "closed")


REFUSED = """
facets: {plan: {values: {home: Home, work: Work}, required: REQUIRED}}
regions:
  - id: gb
    countries: [GB]
    languages: [en]
    lines:
      - id: main
        number: "+44 20 7946 0100"
        availability:
          standard:
            - {hours: "Mo-Fr 09:00-17:00", time_zone: Europe/London}
            - {not_available: Ask your dealer., for: {plan: home}}
      - {id: night, number: "+44 20 7946 0101", availability: {standard: {after: main}}}
"""


@pytest.mark.parametrize(
    ("when", "facets", "expected"),
    [
        (at(2026, 12, 1, 10), {"plan": "work"}, {"main": "open", "night": "closed"}),
        (at(2026, 12, 1, 10), {"plan": "home"}, {"night": "open"}),
        (at(2026, 12, 1, 10), {}, {"main": "open", "night": "unknown"}),
        (at(2026, 12, 5, 10), {}, {"main": "closed", "night": "open"}),
    ],
)
def test_a_line_that_does_not_serve_somebody_is_closed_for_them(when, facets, expected):
    """And so the one after it is open."""
    directory = supportlines.loads(HEAD + REFUSED.replace("REQUIRED", "false"))

    assert states(directory, "GB", when, facets=facets) == expected


BRANDS = """
facets: {brand: {values: {north: North, south: South}, required: true}}
regions:
  - id: gb
    countries: [GB]
    languages: [en]
    lines:
      - id: for-north
        number: "+44 20 7946 0100"
        for: {brand: north}
        availability: {standard: 24/7}
      - id: for-south
        number: "+44 20 7946 0101"
        for: {brand: south}
        availability: {standard: 24/7}
      - {id: night, number: "+44 20 7946 0102", availability: {standard: {after: for-north}}}
"""


@pytest.mark.parametrize(
    ("facets", "named"),
    [
        ({"brand": "north"}, "+44 20 7946 0100"),
        ({"brand": "south"}, "for-north"),
        ({}, "for-north"),
    ],
)
def test_the_number_of_one_brand_is_not_named_to_the_other(facets, named):
    """Not even in a reason: who is not offered a line is told its id."""
    answer = supportlines.loads(HEAD + BRANDS).who_can_i_call(
        "GB", facets=facets, at=at(2026, 12, 1, 10)
    )
    night = next(one for one in answer.options if one.line.id == "night")

    assert night.reasons[-1].text == f"standard: while the line {named} is closed."


OTHERS_CONDITIONS = """
facets: {brand: {values: {north: North, south: South}, required: true}}
desks: [tech, bill]
regions:
  - id: gb
    countries: [GB]
    lines:
      - id: main
        number: "+44 20 7946 0100"
        languages: [de, fr]
        desks: [tech, bill]
        availability:
          standard:
            - {languages: [de], hours: "Mo-Fr 09:00-17:00", time_zone: UTC}
            - {languages: [fr], desks: [tech], hours: "24/7", for: {brand: north}}
            - {languages: [fr], hours: "10:00-11:00", time_zone: UTC, desks: [bill]}
      - id: night
        number: "+44 20 7946 0101"
        languages: [de, fr]
        desks: [tech, bill]
        availability:
          standard:
            - {languages: [de], after: main}
            - {languages: [fr], after: main, desks: [bill]}
            - {languages: [fr], after: main, desks: [tech], NIGHT}
"""


@pytest.mark.parametrize(
    ("night", "said", "told"),
    [
        # A rule for French decides nothing in German, on this line and on the one it waits for.
        (", for: {brand: north}", {"languages": ["de"], "desk": "tech"}, {"open"}),
        ("", {"languages": ["de"], "desk": "tech"}, {"open"}),
        # Nor does a rule for one desk at another.
        (", for: {brand: north}", {"languages": ["fr"], "desk": "bill"}, {"open"}),
        ("", {"languages": ["fr"], "desk": "bill"}, {"open"}),
        # Where one of them decides, the number is kept until the brand is said.
        (", for: {brand: north}", {"languages": ["fr"], "desk": "tech"}, set()),
        ("", {"languages": ["fr"], "desk": "tech"}, set()),
        ("", {"languages": ["fr"], "desk": "tech", "facets": {"brand": "north"}}, {"closed"}),
        # When the day line answers the others in French, its rules do not say.
        ("", {"languages": ["fr"], "desk": "tech", "facets": {"brand": "south"}}, {"unknown"}),
    ],
)
def test_what_must_be_said_is_what_decides_in_the_language_and_at_the_desk(night, said, told):
    """Conditions of other languages and desks keep nothing from a caller."""
    text = OTHERS_CONDITIONS.replace(", NIGHT", night)
    evening = at(2026, 12, 1, 20)  # a Tuesday: the day line is closed in German, and at a desk

    answer = supportlines.loads(HEAD + text).who_can_i_call("GB", at=evening, **said)

    options = [one for one in answer.options if one.line.id == "night"]
    assert {one.state for one in options if one.language in said["languages"]} == told


FOR_OTHERS = """
desks: [technical, billing]
facets: {brand: {values: [north, south]}}
regions:
  - id: islands
    countries: [GB, IE]
    languages: [en]
    availability: {standard: 24/7}
    lines:
      - {id: main, number: "+44 20 7946 0100", %s}
      - {id: night, number: "+44 20 7946 0101", availability: {standard: {after: main}}}
"""


@pytest.mark.parametrize(
    ("main", "night"),
    [
        ("serves: [IE]", "closed"),
        ("for: {brand: north}", "closed"),
        ("for: {subdivisions: GB-SCT}", "closed"),
        ("desk: billing", "closed"),
        ("dialable_from: [IE]", "closed"),
        ("carriers: [Alpha]", "closed"),
        ("availability: {standard: {not_available: Ask your dealer.}}", "open"),
        ("valid_until: 2026-11-30", "open"),
        ("valid_from: 2026-12-02", "open"),
    ],
)
def test_hours_of_a_line_for_others_count_unless_it_is_not_available(main, night):
    """It is the hours that are followed, and not whether the caller is offered the line."""
    directory = supportlines.loads(HEAD + FOR_OTHERS % main)
    said = {"brand": "south", **({"carrier": "other"} if "carriers" in main else {})}
    words = {"subdivision": "GB-ENG", "desk": "technical", "facets": said}

    assert states(directory, "GB", at(2026, 12, 1, 10), **words) == {"night": night}
