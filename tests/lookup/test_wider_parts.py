"""Parts of a country that lie in one another: who says a wider one may be in those inside."""

from __future__ import annotations

import json
import random
import sys
from datetime import datetime, timezone

import pytest

import supportlines
from supportlines.places.parts import COUNTRIES_BY_THEMSELVES, lies_in, parts_of

TUESDAY = datetime(2026, 12, 1, 10, tzinfo=timezone.utc)
SATURDAY = datetime(2026, 12, 5, 10, tzinfo=timezone.utc)
HEAD = """
directory:
  id: parts
  name: Parts
  sources: [{id: page, title: A page, url: "https://support.example", read_on: 2026-11-02}]
tiers: {standard: {}}
"""
REGION = """
regions:
  - id: all
    countries: [%s]
    languages: [en]
    availability: {standard: %s}
    lines: [{id: main, number: "+44 20 7946 0100"%s}]
"""


def asked(text, country, part=None, at=TUESDAY):
    """Return the answer for who is in a country, and says a part of it or not."""
    return supportlines.loads(HEAD + text).who_can_i_call(country, subdivision=part, at=at)


def only_for(option):
    """Return the parts that an option says it is for, or nothing."""
    return [one.values["values"] for one in option.caveats if one.code == "only_for"]


def not_for(option):
    """Return the parts that an option says it is not for."""
    said = [one.values["values"] for one in option.caveats if one.code == "not_for"]
    return [part for parts in said for part in parts]


@pytest.mark.parametrize(
    ("part", "expected"),
    [
        ("DE-BY", [("main", [])]),
        ("DE-Augsburg", [("main", [])]),  # lies in Bavaria
        ("DE-BW", []),
        (None, [("main", [("DE-BY",)])]),
    ],
)
@pytest.mark.parametrize(
    "text",
    [
        REGION % ("DE-BY", "24/7", ""),
        REGION % ("DE", "24/7", ", serves: [DE-BY]"),
        REGION % ("DE", "24/7", ", for: {subdivisions: DE-BY}"),
        REGION % ("DE", "24/7", ", dialable_from: [DE-BY]"),
    ],
)
def test_a_city_of_which_the_holidays_have_a_name_is_in_its_part(text, part, expected):
    """What is for Bavaria is for who is in Augsburg, wherever the file says it."""
    options = asked(text, "DE", part).options

    assert [(one.line.id, only_for(one)) for one in options] == expected


@pytest.mark.parametrize(
    ("part", "expected", "choices"),
    [
        ("FR-67", [[]], []),
        ("FR-6AE", [[("FR-67",)]], ["FR-67", "FR-68"]),
        ("FR-GES", [[("FR-67",)]], ["FR-67", "FR-68"]),
        ("FR-68", [], []),
        ("FR-IDF", [], []),
    ],
)
@pytest.mark.parametrize(
    "text",
    [
        REGION % ("FR-67", "24/7", ""),
        REGION % ("FR", "24/7", ", serves: [FR-67]"),
        REGION % ("FR", "24/7", ", for: {subdivisions: FR-67}"),
        REGION % ("FR", "24/7", ", dialable_from: [FR-67]"),
    ],
)
def test_who_says_a_wider_part_may_be_in_one_inside(text, part, expected, choices):
    """A line for the Bas-Rhin is not taken from who says Alsace, or the Grand Est around it."""
    answer = asked(text, "FR", part)

    assert [only_for(one) for one in answer.options] == expected
    assert [choice.value for ask in answer.asks for choice in ask.choices] == choices


@pytest.mark.parametrize(
    ("part", "state"),
    [
        ("FR-67", "open"),
        ("FR-68", "closed"),
        ("FR-6AE", "unknown"),
        ("FR-GES", "unknown"),
        ("FR-IDF", "closed"),
        (None, "unknown"),
    ],
)
def test_hours_of_a_part_inside_are_perhaps_those_of_who_says_the_wider_one(part, state):
    """On Saturday the line is open for the Bas-Rhin alone."""
    rules = '[{hours: "Mo-Fr 09:00-17:00"}, {hours: "Sa 09:00-17:00", for: {subdivisions: FR-67}}]'

    answer = asked(REGION % ("FR", rules, ""), "FR", part, SATURDAY)

    assert answer.state == state
    assert bool(answer.asks) is (state == "unknown")


@pytest.mark.parametrize(
    ("part", "state"),
    [("FR-GES", "unknown"), ("FR-67", "open"), ("FR-68", "closed"), (None, "unknown")],
)
def test_a_rule_of_a_wider_part_holds_for_who_replies_that_they_are_in_no_other(part, state):
    """The rule of the Grand Est is for all of it, and that for the Bas-Rhin adds to it."""
    rules = (
        '[{hours: "Mo-Fr 09:00-17:00", for: {subdivisions: FR-GES}}, '
        '{hours: "Sa 09:00-17:00", for: {subdivisions: FR-67}}, '
        "{hours: 24/7 off}]"
    )

    text = REGION % ("FR", rules, "")

    assert asked(text, "FR", part, SATURDAY).state == state
    assert asked(text, "FR", "FR-GES").state == "open"


def test_parts_that_are_all_of_a_wider_one_decide_for_it():
    """Flanders has five provinces."""
    provinces = "BE-VAN, BE-VBR, BE-VLI, BE-VOV, BE-VWV"
    rules = f"[{{hours: 24/7, for: {{subdivisions: [{provinces}]}}}}, {{hours: off}}]"

    answer = asked(REGION % ("BE", rules, f", serves: [{provinces}]"), "BE", "BE-VLG")

    assert (answer.state, answer.asks) == ("open", ())
    assert only_for(answer.best) == []


def test_rules_for_every_part_leave_nobody_elsewhere():
    """The United Kingdom is its four parts."""
    parts = ("GB-ENG", "GB-NIR", "GB-SCT", "GB-WLS")
    rules = ", ".join(f"{{hours: 24/7, for: {{subdivisions: {part}}}}}" for part in parts)

    answer = asked(REGION % ("GB", f"[{rules}]", ""), "GB")

    assert (answer.state, answer.asks) == ("open", ())


FEAST = "exceptions: [{on: 2026-12-01, hours: off, reason: Feast}]"
ALSACE = """
regions:
  - id: alsace
    countries: [FR-6AE]
    languages: [fr]
    availability: {standard: 24/7}
    lines: [{id: main, number: "+44 20 7946 0100"}]
    regions:
      - {id: bas-rhin, countries: [FR-67], %s}
"""
SIDE_BY_SIDE = """
regions:
  - id: france
    countries: [FR]
    languages: [fr]
    availability: {standard: 24/7}
    lines: [{id: main, number: "+44 20 7946 0100"}]
    regions:
      - {id: alsace, countries: [FR-6AE]}
      - {id: bas-rhin, countries: [FR-67], %s}
"""


@pytest.mark.parametrize(("part", "state"), [("FR-67", "closed"), ("FR-68", "open")])
@pytest.mark.parametrize("text", [ALSACE, SIDE_BY_SIDE])
def test_the_regions_of_a_smaller_part_are_further_inside(text, part, state):
    """On the day of the feast the Bas-Rhin is closed, also where Alsace is listed before it."""
    answer = asked(text % FEAST, "FR", part)

    assert [(one.line.id, one.state) for one in answer.options] == [("main", state)]


@pytest.mark.parametrize("part", [None, "FR-GES"])
def test_a_part_that_is_covered_by_those_inside_is_no_place_of_its_own(part):
    """Nobody in Alsace is in neither of its two parts, so nobody finds the line open."""
    text = ALSACE % FEAST + f"      - {{id: haut-rhin, countries: [FR-68], {FEAST}}}\n"

    (option,) = asked(text, "FR", part).options

    assert (option.state, only_for(option)) == ("closed", [("FR-67", "FR-68")])


def test_what_inner_parts_leave_of_a_wider_one_is_a_place():
    """The Haut-Rhin is listed by nobody, and in Alsace."""
    options = asked(ALSACE % FEAST, "FR").options

    assert [(one.state, only_for(one)) for one in options] == [
        ("open", [("FR-68",)]),
        ("closed", [("FR-67",)]),
    ]


def test_a_line_of_all_states_is_for_the_whole_country():
    """Whoever is in Puerto Rico is in PR, and Guam is no part of the US in that sense."""
    states = [one for one in parts_of("US") if one[3:] not in COUNTRIES_BY_THEMSELVES["US"]]
    closed = "exceptions: [{on: 2026-12-01, hours: off}]"
    inner = "".join(
        f"      - {{id: r{one[3:].lower()}, countries: [{one}], {closed}}}\n" for one in states
    )
    text = REGION % ("US", "24/7", "") + f"    regions:\n{inner}"

    (option,) = asked(text, "US").options

    assert (option.state, only_for(option)) == ("closed", [])


CITY = """
regions:
  - id: germany
    countries: [DE]
    languages: [de]
    availability: {standard: 24/7}
    lines: [{id: main, number: "+49 30 23125 001"}%s]
    regions:
      - {id: augsburg, countries: [DE-Augsburg], %s}
"""


@pytest.mark.parametrize("part", [None, "DE-BY"])
def test_what_holds_around_a_city_is_not_for_who_is_in_it(part):
    """Augsburg is closed on its feast, and no code says "Bavaria but for Augsburg"."""
    answer = asked(CITY % ("", FEAST), "DE", part)

    assert [(one.state, only_for(one), not_for(one)) for one in answer.options] == [
        ("open", [], ["DE-Augsburg"]),
        ("closed", [("DE-Augsburg",)], []),
    ]
    assert answer.best.caveats[-1].text == "Not for callers in DE-Augsburg."
    assert "DE-Augsburg" in [one.value for ask in answer.asks for one in ask.choices]


@pytest.mark.parametrize(("part", "state"), [("DE-Augsburg", "closed"), ("DE-BW", "open")])
def test_who_is_in_the_city_or_surely_outside_is_told_of_no_other(part, state):
    """It is decided where they are."""
    (option,) = asked(CITY % ("", FEAST), "DE", part).options

    assert (option.state, only_for(option), not_for(option)) == (state, [], [])


@pytest.mark.parametrize("part", [None, "DE-BY"])
def test_what_is_the_same_in_a_city_as_around_it_is_for_all(part):
    """No word of Augsburg where it makes no difference."""
    (option,) = asked(CITY % ("", "exceptions: []"), "DE", part).options

    assert (option.state, only_for(option), not_for(option)) == ("open", [], [])


def test_a_city_inside_a_part_that_regions_list_is_named_beside_that_part():
    """Bavaria closes early, and Augsburg not at all: three options."""
    bavaria = """
      - id: bavaria
        countries: [DE-BY]
        exceptions: [{on: 2026-12-01, hours: off, reason: Feast}]
"""
    options = asked(CITY % ("", "languages: [en]") + bavaria, "DE").options
    others = tuple(one for one in parts_of("DE") if one != "DE-BY")

    assert [(one.state, only_for(one), not_for(one)) for one in options] == [
        ("open", [("DE-Augsburg",)], []),
        ("open", [others], []),
        ("closed", [("DE-BY",)], ["DE-Augsburg"]),
    ]


def test_a_line_that_is_for_elsewhere_has_nothing_to_do_with_the_city():
    """It serves Berlin and Hamburg."""
    berlin = ', {id: north, number: "+49 30 23125 002", serves: [DE-BE, DE-HH]}'

    options = {one.line.id: one for one in asked(CITY % (berlin, FEAST), "DE").options}

    assert only_for(options["north"]) == [("DE-BE", "DE-HH")]
    assert not_for(options["north"]) == []


def test_what_is_not_for_a_city_stands_behind_what_is_for_everybody():
    """The region that is listed last has none inside."""
    other = """
  - id: wide
    countries: [DE]
    languages: [de]
    availability: {standard: 24/7}
    lines: [{id: other, number: "+49 30 23125 002"}]
"""
    options = asked(CITY % ("", FEAST) + other, "DE").options

    assert [one.line.id for one in options] == ["other", "main", "main"]


def test_languages_of_a_region_inside_that_of_a_wider_part_are_those_of_the_caller():
    """The region of Alsace is around that of the Bas-Rhin."""
    (option,) = asked(ALSACE % "languages: [de]", "FR", "FR-67").options

    assert option.languages == ("de",)


BELGIUM = """
regions:
  - id: flanders
    countries: [BE-VLG]
    languages: [nl]
    availability: {standard: 24/7}
    lines: [{id: vl, number: "+32 2 555 12 12"}]
  - id: belgium
    countries: [BE]
    languages: [en]
    availability: {standard: 24/7}
    lines:
      - {id: bru, number: "+44 20 7946 0101", serves: [BE-BRU]}
      - {id: be, number: "+44 20 7946 0102"}
      - {id: two, number: "+44 20 7946 0103", serves: [BE-VAN, BE-WLG]}
"""


def test_a_line_is_only_for_the_parts_that_it_serves():
    """Also where regions list others."""
    said = {one.line.id: only_for(one) for one in asked(BELGIUM, "BE").options}

    assert said == {
        "be": [],
        "vl": [("BE-VLG",)],
        "bru": [("BE-BRU",)],
        "two": [("BE-VAN", "BE-WLG")],
    }


@pytest.mark.parametrize(
    ("countries", "line"),
    [
        ("DE", ", serves: [DE-BY]"),
        ("DE", ", for: {subdivisions: DE-BY}"),
        ("DE-BY", ""),
    ],
)
def test_who_is_in_no_part_with_a_line_is_not_told_that_the_country_has_none(countries, line):
    """There is one for Bavaria."""
    answer = asked(REGION % (countries, "24/7", line), "DE", "DE-BW")

    assert [one.text for one in answer.caveats] == ["The source lists no line for DE-BW."]


def test_of_a_country_without_any_line_the_country_is_told():
    """Its parts have nothing to do with it."""
    answer = asked(REGION % ("FR, DE", "24/7", ", serves: [FR]"), "DE", "DE-BW")

    assert [one.text for one in answer.caveats] == ["The source lists no line for Germany."]


def test_a_line_for_parts_that_do_not_meet_is_nobody_s():
    """It serves Brussels and is for Flanders: no part is both."""
    line = ", serves: [BE-BRU, BE-WLG], for: {subdivisions: [BE-VLG, BE-WNA]}"

    for part in (None, "BE-BRU", "BE-VLG", "BE-WAL"):
        assert asked(REGION % ("BE", "24/7", line), "BE", part).options == ()


@pytest.mark.parametrize("part", [None, "BE-WAL", "BE-WNA", "BE-WLX"])
def test_a_line_whose_parts_a_rule_does_not_serve_is_nobody_s(part):
    """Whoever is in none of the parts that rules name is in Wallonia all the same."""
    rules = (
        "[{hours: 24/7}, {hours: off, for: {subdivisions: BE-WNA}}, "
        "{not_available: Ask your dealer., for: {subdivisions: BE-WAL}}]"
    )

    answer = asked(REGION % ("BE", rules, ", serves: [BE-WAL]"), "BE", part)

    assert answer.options == ()
    assert [reason.text for _, reason in answer.withheld] == ["Ask your dealer."]


@pytest.mark.parametrize(
    ("country", "expected"),
    [
        ("BE", []),  # these are all that there is of it
        ("FR", [("FR-67",)]),
    ],
)
def test_parts_of_another_country_are_no_part_of_the_caller_s(country, expected):
    """A line for all of Belgium and for the Bas-Rhin is not for all of France."""
    line = ", for: {subdivisions: [BE-BRU, BE-VLG, BE-WAL, FR-67]}"

    (option,) = asked(REGION % ("BE, FR", "24/7", line), country).options

    assert only_for(option) == expected


@pytest.mark.parametrize(
    ("part", "expected"),
    [
        (None, [("BE-VAN", "BE-BRU")]),
        ("BE-VLG", [("BE-VAN",)]),
        ("BE-VAN", []),
        ("BE-BRU", []),
        ("BE-WAL", None),
    ],
)
def test_a_line_of_which_two_things_name_parts_is_for_what_they_have_in_common(part, expected):
    """It is said once."""
    line = ", serves: [BE-VAN, BE-BRU, BE-WAL], dialable_from: [BE-VLG, BE-BRU]"
    options = asked(REGION % ("BE", "24/7", line), "BE", part).options

    assert [only_for(one) for one in options] == ([] if expected is None else [expected])


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        ("BE-VLG, BE-BRU", [[("BE-VAN", "BE-BRU")]]),
        ("BE-WAL", []),  # no caller is in Wallonia and in Antwerp or Brussels
    ],
)
def test_a_guess_of_which_two_things_name_parts_is_for_what_they_have_in_common(parts, expected):
    """As a line that is listed for the country."""
    line = f", for: {{subdivisions: [BE-VAN, BE-BRU]}}, dialable_from: [{parts}]"
    text = REGION % ("FR", "24/7", line) + "guesses: [{countries: [BE], lines: [main]}]\n"

    guesses = asked(text, "BE").guesses

    assert [only_for(one) for one in guesses] == expected


def test_nobody_knows_where_a_region_of_school_holidays_lies():
    """A line for the Bas-Rhin is perhaps for who says one of them."""
    pytest.importorskip("holidays")
    text = REGION % ("FR", "24/7", ", serves: [FR-67]")

    try:
        answer = asked(text, "FR", "FR-Zone B")
    except supportlines.SupportlinesError:
        pytest.skip("this version of the package does not name them")

    assert [only_for(one) for one in answer.options] == [[("FR-67",)]]


def test_what_is_not_for_a_region_of_school_holidays_says_so():
    """Any part of France may lie in it."""
    pytest.importorskip("holidays")
    text = CITY.replace("DE-Augsburg", "FR-Zone A").replace("DE", "FR") % ("", FEAST)

    try:
        directory = supportlines.loads(HEAD + text)
    except supportlines.SupportlinesError:
        pytest.skip("this version of the package does not name them")
    options = directory.who_can_i_call("FR", at=TUESDAY).options

    assert [(one.state, only_for(one), not_for(one)) for one in options] == [
        ("open", [], ["FR-Zone A"]),
        ("closed", [("FR-Zone A",)], []),
    ]


REFUSED = """
regions:
  - id: germany
    countries: [DE]
    languages: [de]
    availability: {standard: %s}
    lines: [{id: main, number: "+49 30 23125 001"}]
    regions:
      - {id: inner, countries: [%s]%s}
"""
ASK = "[{not_available: Ask your dealer.}]"


@pytest.mark.parametrize(
    ("text", "part"),
    [
        # The rule of the region around is for those in the region inside alone.
        (
            REFUSED
            % (
                "[{not_available: Ask your dealer., for: {subdivisions: DE-BY}}, {hours: 24/7}]",
                "DE-BY",
                "",
            ),
            "DE-BY",
        ),
        (REFUSED % ("24/7", "DE-BY", f", availability: {{standard: {ASK}}}"), "DE-BY"),
        (REFUSED % ("24/7", "DE-Augsburg", f", availability: {{standard: {ASK}}}"), "DE-Augsburg"),
    ],
)
def test_a_line_that_is_offered_says_whom_it_does_not_serve_and_is_not_withheld(text, part):
    """As a rule says it where no region is inside."""
    answer = asked(text, "DE")
    (option,) = answer.options

    assert (option.state, not_for(option), answer.withheld) == ("open", [part], ())
    assert f"Not for callers in {part}. Ask your dealer." in [one.text for one in option.caveats]


def test_who_is_where_a_line_does_not_serve_is_told_why():
    """There it is no option."""
    text = REFUSED % ("24/7", "DE-BY", f", availability: {{standard: {ASK}}}")

    answer = asked(text, "DE", "DE-BY")

    assert [(one.line.id, one.reason.text) for one in answer.withheld] == [
        ("main", "Ask your dealer.")
    ]


def test_a_line_for_a_city_alone_is_not_told_as_withheld_from_all():
    """Only Augsburg is served; that is said."""
    text = REFUSED % (ASK, "DE-Augsburg", ", availability: {standard: 24/7}")

    for part in (None, "DE-BY"):
        answer = asked(text, "DE", part)
        (option,) = answer.options

        assert (only_for(option), not_for(option)) == ([("DE-Augsburg",)], [])
        assert answer.withheld == ()


# -- the law --------------------------------------------------------------------------------------

PARTS = parts_of("BE")
LEAVES = [one for one in PARTS if not any(lies_in(inner, [one]) for inner in PARTS if inner != one)]
"""Brussels and the ten provinces: everybody is in one of them."""
WIDE = [None, "BE-VLG", "BE-WAL"]
HOURS = ["24/7", "off", "24/7 unknown"]


def rules_at_random(chance):
    """Return rules for everybody and for parts."""
    found = {"": {"hours": chance.choice(HOURS)}}
    for _ in range(chance.choice([0, 0, 1, 2])):
        parts = sorted(chance.sample(PARTS, chance.choice([1, 1, 2])))
        rule = {"hours": chance.choice(HOURS)}
        if chance.random() < 0.3:
            rule = {"not_available": "Ask your dealer."}
        found[str(parts)] = {**rule, "for": {"subdivisions": parts}}
    return [*found.values()]


def apart_at_random(chance):
    """Return parts of which none lies in another."""
    found = []
    for part in chance.sample(PARTS, chance.choice([1, 1, 2])):
        if not any(lies_in(part, [one]) or lies_in(one, [part]) for one in found):
            found.append(part)
    return sorted(found)


def made(chance):
    """Return the plain content of a directory of Belgium and regions for some of its parts."""
    number = iter(range(100))
    regions = []
    inner = [apart_at_random(chance) for _ in range(chance.choice([0, 1, 1, 2]))]
    for index, countries in enumerate([["BE"], *inner]):
        lines = []
        for _ in range(chance.choice([1, 2])):
            place = next(number)
            line = {"id": f"l{place}", "number": f"+44 20 7946 01{place:02}"}
            if chance.random() < 0.5:
                line["availability"] = {"standard": rules_at_random(chance)}
            if countries == ["BE"] and chance.random() < 0.4:
                line["serves"] = apart_at_random(chance)
            if chance.random() < 0.2:
                line["for"] = {"subdivisions": sorted(chance.sample(PARTS, 2))}
            lines.append(line)
        rules = rules_at_random(chance)
        regions.append(
            {
                "id": f"r{index}",
                "countries": countries,
                "languages": [chance.choice(["nl", "fr"])],
                "availability": {"standard": rules},
                "lines": lines,
            }
        )
    source = {"id": "p", "title": "P", "url": "https://p.example", "read_on": "2026-11-02"}
    for place in range(len(regions) - 1, 0, -1):
        if chance.random() < 0.5:
            around = regions[chance.randrange(place)]
            around.setdefault("regions", []).append(regions.pop(place))
    return {
        "directory": {"id": "made", "name": "Made", "sources": [source]},
        "tiers": {"standard": {}},
        "regions": regions,
    }


def states_of(answer):
    """Return by line the states in which it is offered."""
    found = {}
    for option in answer.options:
        found.setdefault(option.line.id, set()).add(option.state)
    return found


def withheld_too(answer):
    """Return the lines that are offered and withheld in one answer."""
    return {one.line.id for one in answer.withheld} & {*states_of(answer)}


def tried(seed):
    """Return what is otherwise than the law says: what is said of a part holds all over it."""
    chance = random.Random(seed)  # noqa: S311 - no secret
    content = made(chance)
    try:
        directory = supportlines.loads(json.dumps(content), "made.json")
    except supportlines.SupportlinesError:
        return 0, []

    def answer(part):
        return directory.who_can_i_call("BE", subdivision=part, at=TUESDAY)

    there = {leaf: states_of(answer(leaf)) for leaf in LEAVES}
    wrong = []
    for wide in WIDE:
        inside = [leaf for leaf in LEAVES if wide is None or lies_in(leaf, [wide])]
        found = answer(wide)
        expected = {line for leaf in inside for line in there[leaf]}
        if set(states_of(found)) != expected:
            wrong.append((wide, "lines", sorted(states_of(found)), sorted(expected)))
        wrong += [(wide, "withheld and offered", line) for line in withheld_too(found)]
        for option in found.options:
            named = only_for(option)
            left_out = not_for(option)
            mine = [
                leaf
                for leaf in inside
                if all(lies_in(leaf, parts) for parts in named) and not lies_in(leaf, left_out)
            ]
            states = [there[leaf].get(option.line.id, {"no_line"}) for leaf in mine]
            known = {option.state} if option.state != "unknown" else {"open", "closed", "unknown"}
            if not mine or not all(one <= known for one in states):
                wrong.append((wide, option.line.id, option.state, named, states))
        given = found
        for _ in range(3):
            if given.asks:
                given = answer(chance.choice(given.asks[0].choices).value)
        if given.asks:
            wrong.append((wide, "asks", given.asks))
    return 1, wrong


@pytest.mark.sampled
@pytest.mark.parametrize("block", range(4))
def test_what_is_said_of_a_part_holds_all_over_it(block):
    """Lines are those of any place inside, states those of every one; none is withheld too.

    `python tests/lookup/test_wider_parts.py 5000` asks more.
    """
    judged = 0
    for seed in range(block * 15, block * 15 + 15):
        count, wrong = tried(seed)
        judged += count
        assert wrong == [], f"seed {seed}"
    assert judged > 10


if __name__ == "__main__":
    for number in range(int(sys.argv[1])):
        for problem in tried(number)[1]:
            sys.stdout.write(f"seed {number}: {problem}\n")
