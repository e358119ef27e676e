"""What the caller did not say: for whom a line is, what it depends on, and what is asked."""

from __future__ import annotations

from datetime import datetime, timezone

import pytest

import supportlines

HEAD = """
directory:
  id: open
  name: Open
  sources: [{id: page, title: A page, url: "https://support.example", read_on: 2026-11-02}]
tiers: {standard: {}, premium: {includes: standard}}
"""
REGION = """
regions:
  - id: gb
    countries: [GB]
    languages: [en]
    availability: {standard: 24/7}
    lines:
"""
BRANDS = "facets: {brand: {values: [north, south]}, plan: {values: [home, pro]}}\n"
AT = datetime(2026, 12, 1, 10, tzinfo=timezone.utc)


def load(text):
    """Return the directory of a text behind the head."""
    return supportlines.loads(HEAD + text)


def lines(*records, facets=BRANDS):
    """Return a directory with lines in one region."""
    return load(facets + REGION + "".join(f"      - {one}\n" for one in records))


def codes(option):
    """Return the codes of an option's caveats."""
    return {one.code for one in option.caveats}


def ids(options):
    """Return the ids of the lines of options."""
    return [option.line.id for option in options]


def test_a_number_for_two_sorts_of_callers_is_not_for_all():
    """North at home and South at work: North at work has no line."""
    directory = lines(
        '{id: n, number: "+44 20 7946 0100", for: {brand: north, plan: home}}',
        '{id: s, number: "+44 20 7946 0100", for: {brand: south, plan: pro}}',
    )

    answer = directory.who_can_i_call("GB", at=AT)

    assert ids(answer.options) == ["n", "s"]
    assert all("only_for" in codes(one) for one in answer.options)
    nobody = directory.who_can_i_call("GB", facets={"brand": "north", "plan": "pro"}, at=AT)
    assert nobody.state == "no_line"


BY_LANGUAGE = """
facets: {brand: {values: [north, south], required: true}}
regions:
  - id: gb
    countries: [GB]
    languages: [en]
    availability: {standard: 24/7}
    lines:
      - id: main
        number: "+44 20 7946 0100"
        languages: [en, fr]
        availability:
          standard:
            - {hours: "Mo-Fr 09:00-17:00", time_zone: Europe/London}
            - hours: "Sa 09:00-17:00"
              time_zone: Europe/London
              languages: [fr]
              for: {brand: north}
      - {id: plain, number: "+44 20 7946 0101", languages: [de]}
"""


@pytest.mark.parametrize(
    ("languages", "options", "said"),
    [
        (["en"], [("main", ("en",)), ("plain", ("de",))], set()),
        # Who wants French must say the brand, and is told of the rest.
        (["fr"], [("main", ("en",)), ("plain", ("de",))], {"must_be_said"}),
        ([], [("main", ("en",)), ("plain", ("de",))], {"must_be_said"}),
        # What waits is in French, which nobody wants here.
        (["nl"], [("main", ("en",)), ("plain", ("de",))], {"wanted_language_missing"}),
    ],
)
def test_what_must_be_said_hides_only_the_languages_that_it_decides(languages, options, said):
    """The brand decides on Saturdays, in French: everybody else is served without saying it."""
    answer = load(BY_LANGUAGE).who_can_i_call("GB", languages=languages, at=AT)

    assert [(one.line.id, one.languages) for one in answer.options] == options
    assert {one.code for one in answer.caveats} - {"holidays_not_stated"} == said
    assert [one.code for one in answer.asks if one.code != "tier"] == ["brand"]


def test_of_a_line_that_waits_nobody_says_which_languages_it_has():
    """The line of one brand is perhaps in English."""
    directory = lines(
        '{id: north, number: "+44 20 7946 0100", for: {brand: north}}',
        '{id: plain, number: "+44 20 7946 0101", languages: [de]}',
        facets="facets: {brand: {values: [north, south], required: true}}",
    )

    answer = directory.who_can_i_call("GB", languages=["en"], at=AT)
    south = directory.who_can_i_call("GB", languages=["en"], facets={"brand": "south"}, at=AT)

    assert {one.code for one in answer.caveats} == {"must_be_said"}
    assert {one.code for one in south.caveats} == {"wanted_language_missing"}


@pytest.mark.parametrize(
    ("required", "said", "guessed", "asked"),
    [
        ("true", {}, [], [("north", "north", "00 44 20 7946 0100"), ("south", None, None)]),
        ("false", {}, ["north"], [("north", "north", "00 44 20 7946 0100"), ("south", None, None)]),
        ("true", {"brand": "north"}, ["north"], []),
        ("true", {"brand": "south"}, [], []),
    ],
)
def test_what_a_guess_depends_on_is_asked_for(required, said, guessed, asked):
    """It is no option, and the state stays what it is; a choice names it all the same."""
    facets = f"facets: {{brand: {{values: [north, south], required: {required}}}}}\n"
    guesses = "guesses: [{countries: [IE], lines: [north]}]\n"
    line = '{id: north, number: "+44 20 7946 0100", for: {brand: north}}'

    answer = lines(line, facets=guesses + facets).who_can_i_call("IE", facets=said, at=AT)

    assert answer.state == "no_line"
    assert ids(answer.guesses) == guessed
    found = [one for ask in answer.asks if ask.code == "brand" for one in ask.choices]
    assert [(one.value, one.line, one.dial) for one in found] == asked
    assert {one.state for one in found} <= {"no_line"}
    # What is shown as a guess is not shown as a reply again.
    is_told = "perhaps 00 44 20 7946 0100" in answer.text()
    assert is_told is (bool(asked) and not guessed)


def test_a_line_for_speakers_of_a_language_asks_for_it():
    """Which languages are spoken is told without asking; for whom a line is, is not."""
    directory = lines(
        '{id: a, number: "+44 20 7946 0101", languages: [en, de], for: {languages: de}}',
        '{id: b, number: "+44 20 7946 0102", languages: [en, de], for: {languages: en}}',
    )
    of_any = lines('{id: a, number: "+44 20 7946 0101", languages: [en, de]}')

    (ask,) = (one for one in directory.who_can_i_call("GB", at=AT).asks)

    assert ask.code == "language"
    assert [(one.value, one.line) for one in ask.choices] == [("de", "a"), ("en", "b")]
    for value in ("de", "en"):
        assert not directory.who_can_i_call("GB", languages=[value], at=AT).asks
    assert not of_any.who_can_i_call("GB", at=AT).asks


def test_a_number_for_either_brand_is_for_all():
    """Whoever it is gets the one number."""
    directory = lines(
        '{id: n, number: "+44 20 7946 0100", for: {brand: north}}',
        '{id: s, number: "+44 20 7946 0100", for: {brand: south}}',
    )

    answer = directory.who_can_i_call("GB", at=AT)

    (option,) = answer.options
    assert "only_for" not in codes(option)
    assert answer.asks == ()


REFUSED = (
    '{id: o, number: "+44 20 7946 0102", availability: {standard: [{hours: 24/7}, '
    "{not_available: ask your reseller, for: {brand: north, plan: home}}]}}"
)


def test_who_is_not_served_for_two_reasons_together_is_named():
    """And both are asked for."""
    answer = lines(REFUSED).who_can_i_call("GB", at=AT)

    (option,) = answer.options
    (caveat,) = [one for one in option.caveats if one.code == "not_for"]
    assert caveat.text == "Not for who is all of this: north and home. Ask your reseller."
    assert {ask.code for ask in answer.asks} == {"brand", "plan"}


def test_what_must_be_said_decides_before_it_is_offered():
    """Whether it is a line, the outcome of a rule or its hours."""
    facets = BRANDS.replace("[north, south]", "[north, south], required: true")
    hours = (
        '{id: h, number: "+44 20 7946 0103", availability: {standard: '
        '[{hours: "Mo-Fr 09:00-17:00"}, {hours: 24/7, for: {brand: north}}]}}'
    )
    for record in (REFUSED, hours):
        answer = lines(record, facets=facets).who_can_i_call("GB", at=AT)
        assert (answer.state, answer.options) == ("unknown", ())
        assert [one.code for one in answer.caveats] == ["must_be_said"]


@pytest.mark.parametrize(
    "rules",
    ["{not_available: No.}", "[{hours: 24/7}, {not_available: No., for: {plan: home}}]"],
)
def test_a_fallback_that_does_not_serve_the_caller_gives_way(rules):
    """As one that cannot be used does."""
    text = BRANDS + REGION.replace("    countries: [GB]\n", "").replace(
        "    lines:\n",
        '    lines: [{id: wide, number: "+44 20 7946 0100", fallback: true}]\n'
        "    regions:\n      - id: inner\n        countries: [GB]\n        lines:\n"
        '          - {id: own, number: "+44 20 7946 0103", fallback: true, availability: '
        f"{{standard: {rules}}}}}\n",
    )

    answer = load(text).who_can_i_call("GB", facets={"plan": "home"}, at=AT)

    assert ids(answer.options) == ["wide"]
    assert [line.id for line, _ in answer.withheld] == ["own"]


@pytest.mark.parametrize(
    ("dates", "day", "state"),
    [
        ("valid_from: 2026-12-10", 1, "open"),  # it is not there yet
        ("valid_from: 2026-12-10", 11, "closed"),
        ("valid_until: 2026-11-30", 1, "open"),  # it is there no more
        ("valid_until: 2026-12-05", 5, "closed"),
        ("valid_until: 2026-12-05", 6, "open"),
    ],
)
def test_hours_after_a_line_know_when_it_is_there(dates, day, state):
    """A line that has ended is closed for good."""
    directory = lines(
        f'{{id: other, number: "+44 20 7946 0100", {dates}}}',
        '{id: after, number: "+44 20 7946 0101", availability: {standard: {after: other}}}',
    )

    answer = directory.who_can_i_call("GB", at=AT.replace(day=day))

    assert {one.line.id: one.state for one in answer.options}["after"] == state


def test_what_depends_on_two_things_together_is_asked():
    """Neither reply alone decides anything."""
    directory = lines(
        '{id: l, number: "+44 20 7946 0100", availability: {standard: ['
        "{hours: 24/7, for: {brand: north, plan: home}}, "
        "{hours: 24/7, for: {brand: south, plan: pro}}, {hours: off}]}}"
    )

    answer = directory.who_can_i_call("GB", at=AT)

    assert answer.state == "unknown"
    assert {ask.code for ask in answer.asks} == {"brand", "plan"}


@pytest.mark.parametrize(
    "record",
    [
        '{id: l, number: "+44 20 7946 0100", steps: [{press: "9", label: X, for: {carrier: du}}]}',
        "{id: l, url: 'https://l.example', reply: [{for: {carrier: du}, within: 1 h}]}",
    ],
)
def test_what_is_asked_can_be_said(record):
    """A carrier that a step or a reply names is one."""
    directory = lines(record)
    words = {"channels": ["phone", "web_form"], "at": AT}

    answer = directory.who_can_i_call("GB", **words)

    assert [ask.code for ask in answer.asks] == ["carrier"]
    for choice in answer.asks[0].choices:
        said = directory.who_can_i_call("GB", facets={"carrier": choice.value}, **words)
        assert said.asks == ()


def test_a_country_in_no_region_stays_without_a_line():
    """A guess that waits for a brand makes nothing unknown."""
    facets = BRANDS.replace("[north, south]", "[north, south], required: true")
    text = facets + REGION + '      - {id: n, number: "+44 20 7946 0100", for: {brand: north}}\n'
    directory = load(text + "guesses: [{countries: [FR], lines: [n]}]\n")

    answer = directory.who_can_i_call("FR", at=AT)

    assert (answer.state, answer.guesses) == ("no_line", ())


def test_forms_of_two_brands_make_no_telephone():
    """Whatever is said, there is none: that is known."""
    facets = BRANDS.replace("[north, south]", "[north, south], required: true")
    records = [
        f'{{id: {one}, url: "https://{one}.example", for: {{brand: {one}}}}}'
        for one in ("north", "south")
    ]

    answer = lines(*records, facets=facets).who_can_i_call("GB", at=AT)

    assert answer.state == "no_line"


def test_a_reply_on_open_days_asks_for_the_zone():
    """In Perth the day ends later than in Sydney."""
    text = REGION.replace("[GB]", "[AU]").replace("24/7", '"Mo-Fr 09:00-17:00"')
    directory = load(
        text + '      - {id: f, url: "https://f.example", reply: [{within: next open day}]}\n'
    )
    words = {"channels": ["web_form"], "at": AT}

    answer = directory.who_can_i_call("AU", **words)

    assert answer.best.reply_by is None
    assert [ask.code for ask in answer.asks] == ["time_zone"]
    perth = directory.who_can_i_call("AU", time_zone="Australia/Perth", **words)
    assert perth.best.reply_by == datetime(2026, 12, 2, 9, tzinfo=timezone.utc)


@pytest.mark.parametrize(
    ("at", "expected"),
    [
        ((3, 12), (5, 6)),  # Thursday: Friday's hours, which end on Saturday
        ((4, 12), (12, 6)),  # Friday before them: those of the next week
        ((5, 3), (12, 6)),  # Saturday, within them
    ],
)
def test_a_night_is_of_the_day_on_which_it_begins(at, expected):
    """Also where an answer is promised by the end of a day's hours."""
    text = REGION.replace("24/7", '{hours: "Fr 22:00-06:00", time_zone: Europe/London}')
    directory = load(
        text + '      - {id: f, url: "https://f.example", reply: [{within: next open day}]}\n'
    )
    when = datetime(2026, 12, *at, tzinfo=timezone.utc)

    answer = directory.who_can_i_call("GB", channels=["web_form"], at=when)

    assert answer.best.reply_by == datetime(2026, 12, *expected, tzinfo=timezone.utc)


def test_a_number_of_another_country_is_not_one_of_another_carrier():
    """The first obstacle is the place."""
    directory = lines(
        '{id: n, number: "+44 20 7946 0100", dialable_from: [GB], carriers: [Alpha]}',
        '{id: m, number: "+44 20 7946 0101", carriers: [Beta]}',
    )

    answer = directory.who_can_i_call("GB", calling_from="FR", facets={"carrier": "Beta"}, at=AT)

    assert {line.id: reason.code for line, reason in answer.withheld} == {
        "n": "not_dialable_from_there"
    }


def test_an_hour_of_each_month_is_cut_out_of_the_day():
    """With `adds` the other hours stay, as on a single day."""
    directory = lines(
        '{id: l, number: "+44 20 7946 0100", exceptions: [{each_month: second Wednesday, '
        'hours: "12:00-13:00 off", adds: true, reason: Staff meeting}]}'
    )
    hours = directory.who_can_i_call("GB", at=AT).best.hours

    states = [
        hours.state(datetime(2026, 12, 9, hour, 30, tzinfo=timezone.utc)) for hour in (11, 12, 13)
    ]
    assert states == ["open", "closed", "open"]


CANADA = """
regions:
  - id: canada
    countries: [CA-ON, CA-BC]
    languages: [en]
    availability: {standard: 24/7}
    lines:
      - {id: c, number: "+1 202 555 0144"}
      - {id: wide, number: "+1 202 555 0145", fallback: true}
    regions:
      - id: quebec
        countries: [CA-QC]
        languages: [fr]
        lines: [{id: own, number: "+1 202 555 0146", fallback: true}]
"""


def offered(**words):
    """Return the lines of Canada with their languages, each once."""
    answer = load(CANADA).who_can_i_call("CA", at=AT, **words)
    return {(one.line.id, one.languages) for one in answer.options}


def test_each_part_of_a_country_has_its_languages_and_fallbacks():
    """What a part that is not said would have is offered, and says for whom it is."""
    in_quebec, in_ontario = offered(subdivision="QC"), offered(subdivision="ON")
    answer = load(CANADA).who_can_i_call("CA", at=AT)

    assert in_quebec == {("c", ("fr",)), ("own", ("fr",))}
    assert in_ontario == {("c", ("en",)), ("wide", ("en",))}
    assert offered() == in_quebec | in_ontario
    assert all("only_for" in codes(one) for one in answer.options)
    assert [ask.code for ask in answer.asks] == ["subdivision"]


def test_a_part_that_says_nothing_of_its_own_is_as_the_country():
    """One option, for everybody."""
    text = CANADA.replace("        languages: [fr]\n", "").replace("[CA-ON, CA-BC]", "[CA]")

    answer = load(text).who_can_i_call("CA", at=AT)

    assert [one.line.id for one in answer.options if "only_for" not in codes(one)] == ["c"]


@pytest.mark.parametrize(
    ("severity", "state"), [(None, "unknown"), ("low", "unknown"), ("high", "open")]
)
def test_rules_of_a_region_without_lines_of_its_own_count(severity, state):
    """The line stands in the region around, and the hours inside are for some callers only."""
    directory = load("""
severities: [low, high]
regions:
  - id: europe
    languages: [en]
    lines: [{id: l, number: "+44 20 7946 0100"}]
    regions:
      - {id: gb, countries: [GB], availability: {standard: {hours: 24/7, severities: [high]}}}
""")

    assert directory.who_can_i_call("GB", severity=severity, at=AT).state == state


FALLBACKS = """
facets: {brand: {values: [north, south, west], required: REQUIRED}}
regions:
  - id: world
    languages: [en]
    availability: {standard: 24/7}
    lines: [{id: head, number: "+44 20 7946 0100", fallback: true}]
    regions:
      - id: gb
        countries: [GB]
        lines:
          - {id: n, number: "+44 20 7946 0101", fallback: true, for: {brand: north}}
          - {id: s, number: "+44 20 7946 0102", fallback: true, for: {brand: south}}
      - {id: fr, countries: [FR]}
"""


@pytest.mark.parametrize(
    ("required", "said", "expected"),
    [
        ("true", {}, []),
        ("true", {"brand": "north"}, ["n"]),
        ("true", {"brand": "west"}, ["head"]),
        ("false", {}, ["head", "n", "s"]),
    ],
)
def test_what_must_be_said_decides_how_far_out_one_falls_back(required, said, expected):
    """The head office is for those alone who have none of their own."""
    directory = load(FALLBACKS.replace("REQUIRED", required))
    answer = directory.who_can_i_call("GB", facets=said, at=AT)

    assert sorted(ids(answer.options)) == expected
    assert answer.state == ("open" if expected else "unknown")
    assert [one.code for one in answer.asks] == ([] if said else ["brand"])


OF_ONE_COUNTRY = """
regions:
  - id: us
    countries: [US]
    languages: [en]
    availability:
      standard:
        - {hours: 24/7}
        - %s
    lines: [{id: main, number: "+1 202 555 0120"%s}]
"""


@pytest.mark.parametrize(
    ("rule", "said", "expected"),
    [
        (
            "{not_available: Ask your dealer., for: {subdivisions: US-AK}}",
            {"subdivision": "US-AK"},
            "Not for callers in US-AK. Ask your dealer.",
        ),
        (
            "{not_available: Ask your dealer., for: {subdivisions: [US-AK, US-HI]}}",
            {"subdivision": "US-HI"},
            "Not for callers in US-AK or US-HI. Ask your dealer.",
        ),
        (
            "{not_available: Use a landline., for: {phone: mobile}}",
            {"facets": {"phone": "mobile"}},
            "It can be dialled from landlines only.",
        ),
        (
            "{not_available: Ask them., for: {carrier: Red}}",
            {"facets": {"carrier": "Red"}},
            "Not through Red. Ask them.",
        ),
        (
            "{not_available: Ask your reseller., for: {plan: home}}",
            {"facets": {"plan": "home"}},
            "Only for pro.",
        ),
    ],
)
def test_who_is_not_served_by_a_rule_is_told_before_they_say_who_they_are(rule, said, expected):
    """Whatever it is that decides; and who says it has no line."""
    directory = load(BRANDS + OF_ONE_COUNTRY % (rule, ""))

    answer = directory.who_can_i_call("US", at=AT)

    assert [one.text for one in answer.best.caveats] == [expected]
    assert [ask.code for ask in answer.asks] == [*said.get("facets", said)]
    assert directory.who_can_i_call("US", at=AT, **said).state == "no_line"


def test_a_kind_of_request_that_is_not_served_is_named():
    """By its name, with the reason."""
    rule = "{not_available: Use the app., for: {requests: error}}"
    form = (
        '}, {id: form, url: "https://support.example/ask", '
        "requests: [{id: error, name: Errors, when: Something breaks}]"
    )

    answer = load(OF_ONE_COUNTRY % (rule, form)).who_can_i_call("US", at=AT)

    assert [one.text for one in answer.best.caveats] == ["Not for Errors. Use the app."]


def test_of_three_rules_the_one_that_serves_nobody_is_told():
    """New York has its own hours, Alaska has none, and all others have the first."""
    rules = (
        "{hours: 24/7, for: {subdivisions: US-NY}}\n"
        "        - {not_available: Ask your dealer., for: {subdivisions: US-AK}}"
    )

    answer = load(OF_ONE_COUNTRY % (rules, "")).who_can_i_call("US", at=AT)

    texts = [one.text for one in answer.best.caveats if one.code in ("only_for", "not_for")]
    assert texts == ["Not for callers in US-AK. Ask your dealer."]


@pytest.mark.parametrize("condition", ["subdivisions: US-AK", "phone: mobile", "carrier: Red"])
def test_a_line_for_those_whom_another_of_the_same_number_does_not_serve(condition):
    """It stands by itself, and nobody is told of the other that it is not for them."""
    rule = f"{{not_available: Ask your dealer., for: {{{condition}}}}}"
    other = (
        '}, {id: other, number: "+1 202 555 0120", availability: {standard: 24/7}, '
        f"for: {{{condition}}}"
    )

    answer = load(OF_ONE_COUNTRY % (rule, other)).who_can_i_call("US", at=AT)

    said = {one.line.id: codes(one) for one in answer.options}
    assert "not_for" not in said.get("other", set())
    if condition == "phone: mobile":  # by both together it is reached from any telephone
        assert said == {"main": set()}
    else:
        assert "not_for" in said["main"]
