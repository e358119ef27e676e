"""What is said of an option that is for some callers holds for these, whatever others are told."""

from __future__ import annotations

import json
import random
from datetime import datetime, timedelta, timezone

import pytest

import supportlines
from supportlines.lookup import Caller
from supportlines.lookup.conditions import parts_left_to
from supportlines.lookup.narrowed import narrowed

SATURDAY = datetime(2026, 12, 5, 10, tzinfo=timezone.utc)
WEEKDAYS = '"Mo-Fr 09:00-17:00", time_zone: Europe/London'
EPIPHANY = datetime(2027, 1, 6, 10, tzinfo=timezone.utc)
"""In 2027 a Wednesday, and a public holiday in BW, BY and ST, of all parts of Germany."""


@pytest.fixture(scope="module")
def of_brands(made):
    """Return the directory with some rules of the region and some lines; three brands."""

    def build(rules, lines):
        return made(
            f"""
facets:
  brand: {{name: Which brand?, values: {{north: North, south: South, west: West}}}}
regions:
  - id: r
    countries: [GB]
    languages: [en]
    availability: {{standard: [{", ".join(rules)}]}}
    lines: [{", ".join(lines)}]
"""
        )

    return build


def line(name, more="", number=18):
    """Return a line of a telephone."""
    return f'{{id: {name}, number: "+44 20 7946 00{number}"{more}}}'


NORTH, SOUTH = ", for: {brand: north}", ", for: {brand: south}"
OPEN_FOR_NORTH = ["{hours: 24/7, for: {brand: north}}", f"{{hours: {WEEKDAYS}{SOUTH}}}"]


@pytest.mark.parametrize(
    ("rules", "lines", "told"),
    [
        (
            OPEN_FOR_NORTH,
            [line("n", NORTH), line("s", SOUTH, 19)],
            {"n": ("open", {"North"}), "s": ("closed", {"South"})},
        ),
        # Of two brands that a line is for they are not the same hours.
        (
            OPEN_FOR_NORTH,
            [line("b", ", for: {brand: [north, south]}")],
            {"b": ("unknown", {"North", "South"})},
        ),
        # Nothing is stated for the west.
        (OPEN_FOR_NORTH, [line("w", ", for: {brand: west}")], {"w": ("unknown", {"West"})}),
        # A rule that refuses the south refuses nobody on the line of the north.
        (
            ["{hours: 24/7}", f"{{not_available: Ask your dealer.{SOUTH}}}"],
            [line("n", NORTH), line("s", SOUTH, 19)],
            {"n": ("open", {"North"})},
        ),
        (
            ["{hours: 24/7}", f"{{not_available: Ask your dealer.{SOUTH}}}"],
            [line("b", ", for: {brand: [north, south]}")],
            {"b": ("open", {"North"})},
        ),
        (
            ["{hours: 24/7, for: {phone: landline}}", f"{{hours: {WEEKDAYS}}}"],
            [line("m", ", dialable_by: mobile"), line("l", ", dialable_by: landline", 19)],
            {"m": ("closed", set()), "l": ("open", set())},
        ),
        (
            ["{hours: 24/7, for: {carrier: Red}}", f"{{hours: {WEEKDAYS}}}"],
            [line("r", ", carriers: [Red]"), line("b", ", carriers: [Blue]", 19)],
            {"r": ("open", set()), "b": ("closed", set())},
        ),
        # Hours after those of another line are those for whom this one is.
        (
            OPEN_FOR_NORTH,
            [
                line("main"),
                line("n", f"{NORTH}, availability: {{standard: {{after: main}}}}", 19),
                line("s", f"{SOUTH}, availability: {{standard: {{after: main}}}}", 20),
            ],
            {
                "main": ("unknown", set()),
                "n": ("closed", {"North"}),
                "s": ("open", {"South"}),
            },
        ),
    ],
)
def test_hours_of_a_line_for_some_are_theirs(of_brands, rules, lines, told):
    """Rules for others have no part in it, and nobody is told that it depends on them."""
    options = of_brands(rules, lines).who_can_i_call("GB", at=SATURDAY).options

    found = {}
    for one in options:
        limits = [each.values["names"] for each in one.caveats if each.code == "only_for"]
        found[one.line.id] = (one.state, {name for names in limits for name in names})
    assert found == told


def test_who_says_it_is_told_the_same(of_brands):
    """What an option says of those for whom it is alone, it says to each of them."""
    directory = of_brands(OPEN_FOR_NORTH, [line("n", NORTH), line("s", SOUTH, 19)])
    unsaid = directory.who_can_i_call("GB", at=SATURDAY)

    for option, brand in zip(unsaid.options, ("north", "south")):
        best = directory.who_can_i_call("GB", facets={"brand": brand}, at=SATURDAY).best
        assert (best.line.id, best.state, best.changes_at, best.reasons) == (
            option.line.id,
            option.state,
            option.changes_at,
            option.reasons,
        )


def test_who_is_not_served_in_one_language_may_be_served_in_another(made):
    """Each language says who must not call for it."""
    directory = made(
        """
facets:
  brand: {name: Which brand, values: {north: North, south: South}}
  plan: {name: Which plan, values: {pro: Pro, home: Home}}
regions:
  - id: gb
    countries: [GB]
    languages: [en, de]
    availability:
      standard:
        - {hours: 24/7}
        - {languages: [en], not_available: Write, for: {brand: north, plan: pro}}
        - {languages: [de], not_available: Write, for: {brand: south, plan: pro}}
    lines: [{id: line, number: "+44 20 7946 0300"}]
"""
    )

    options = directory.who_can_i_call("GB", at=SATURDAY).options

    assert [
        (one.languages, [each.values["values"] for each in one.caveats if each.code == "not_for"])
        for one in options
    ] == [(("en",), [("north", "pro")]), (("de",), [("south", "pro")])]


def test_one_number_for_two_brands_is_open_for_both_or_unknown(of_brands):
    """They are one option while the hours agree; from then on it depends on the brand."""
    rules = [f'{{hours: "Sa 09:00-12:00", time_zone: Europe/London{NORTH}}}']
    rules += [f'{{hours: "Sa 09:00-12:00,13:00-14:00", time_zone: Europe/London{SOUTH}}}']
    directory = of_brands(rules, [line("n", NORTH), line("s", SOUTH)])

    (option,) = directory.who_can_i_call("GB", at=SATURDAY).options

    at_one = SATURDAY.replace(hour=13)
    assert (option.state, option.changes_at) == ("open", SATURDAY.replace(hour=12))
    assert option.hours.state(at_one) == "unknown"


@pytest.mark.parametrize(
    ("of_line", "hours"),
    [(NORTH, 4), (SOUTH, 8), (", for: {brand: [south, west]}", 8)],
)
def test_a_promise_for_others_makes_no_difference(of_brands, of_line, hours):
    """Whom the line is for may know when to expect an answer."""
    replies = "[{for: {brand: north}, within: 4 h}, {within: 8 h}]"
    directory = of_brands(
        ["{hours: 24/7}"],
        [f'{{id: form, url: "https://form.example", reply: {replies}{of_line}}}'],
    )

    best = directory.who_can_i_call("GB", channels=["web_form"], at=SATURDAY).best

    assert best.reply_by == SATURDAY + timedelta(hours=hours)


@pytest.mark.parametrize(("of_line", "pressed"), [(NORTH, "1"), (SOUTH, ""), ("", None)])
def test_a_step_for_all_whom_the_line_is_for_is_certain(of_brands, of_line, pressed):
    """Its keys stand in the link; a step for others is none of the option's."""
    steps = ", steps: [{press: '1', label: x, for: {brand: north}}]"
    directory = of_brands(["{hours: 24/7}"], [line("a", of_line + steps)])

    best = directory.who_can_i_call("GB", at=SATURDAY).best

    found = "".join(step.press for step in best.steps if not step.only_for)
    assert found == (pressed or "")
    assert best.uri == "tel:+442079460018" + (f",{pressed}" if pressed else "")
    assert bool(best.steps) == (pressed != "")


def of_germany(made, regions):
    """Return a directory with lines for parts of Germany, closed on public holidays."""
    rows = [
        f"""
  - id: {name}
    countries: {places}
    languages: [de]
    availability: {{standard: {{hours: "Mo-Su 09:00-17:00; PH off", time_zone: Europe/Berlin}}}}
    lines: [{{id: {name}-line, number: "+49 30 23125 {number}"{more}}}]"""
        for number, (name, places, more) in enumerate(regions, start=100)
    ]
    return made("regions:" + "".join(rows))


@pytest.mark.parametrize(
    ("regions", "told"),
    [
        ([("by", "[DE-BY]", "")], {"by": "closed"}),
        ([("b", "[DE-BY, DE-BW]", "")], {"b": "closed"}),
        ([("be", "[DE-BE]", "")], {"be": "open"}),
        ([("b", "[DE-BY, DE-BE]", "")], {"b": "unknown"}),
        ([("all", "[DE]", ", serves: [DE-BY]")], {"all": "closed"}),
        ([("all", "[DE]", ", for: {subdivisions: DE-ST}")], {"all": "closed"}),
        ([("all", "[DE]", ", dialable_from: [DE-BE, DE-HH]")], {"all": "open"}),
        ([("all", "[DE]", "")], {"all": "unknown"}),
    ],
)
def test_holidays_of_a_line_for_some_parts_are_theirs(made, regions, told):
    """Epiphany is a holiday of Bavaria, and no matter of a line for Berlin."""
    pytest.importorskip("holidays")
    answer = of_germany(made, regions).who_can_i_call("DE", at=EPIPHANY)

    found = {one.line.id.partition("-")[0]: one.state for one in answer.options}

    assert found == told
    told_of_parts = {caveat.code for one in answer.options for caveat in one.caveats}
    assert ("subdivision_not_given" in told_of_parts) == ("unknown" in told.values())


@pytest.mark.parametrize(
    ("among", "left"),
    [
        ([], ()),
        ([("FR-NOR", "FR-IDF")], ("FR-NOR", "FR-IDF")),
        ([("FR-NOR",), ("FR-76",)], ("FR-76",)),  # lies in Normandy
        ([("FR-NOR",), ("FR-NOR", "FR-76")], ("FR-NOR",)),
        ([("FR-NOR", "FR-76"), ("FR-NOR",)], ("FR-NOR",)),
        ([("FR-NOR",), ("FR-IDF",)], ()),
        ([("FR-NOR", "FR-RE")], ("FR-NOR",)),  # who is in Réunion is in RE
        ([("FR-NOR", "DE-BE")], ("FR-NOR",)),
    ],
)
def test_a_caller_is_in_what_the_parts_of_a_line_have_in_common(among, left):
    """Two things of a line may name parts, of one of which the other is a part."""
    limits = tuple(("subdivision", parts) for parts in among)
    caller = Caller("FR", (), "standard", None, None, None, "FR", ())

    assert parts_left_to(narrowed(caller, limits)) == left


def test_parts_that_are_asked_are_those_of_the_line(made):
    """Who is in Saxony-Anhalt keeps Epiphany, and a line for two other parts is not theirs."""
    pytest.importorskip("holidays")
    directory = of_germany(made, [("b", "[DE-BY, DE-BE]", "")])

    answer = directory.who_can_i_call("DE", at=EPIPHANY)

    (caveat,) = [one for one in answer.best.caveats if one.code == "subdivision_not_given"]
    assert (caveat.values["parts"], caveat.values["other_parts"]) == (("DE-BY",), ("DE-BE",))
    (ask,) = answer.asks
    states = {one.value: one.state for one in ask.choices}
    assert (states.pop("DE-BY"), states.pop("DE-BE")) == ("closed", "open")
    assert set(states.values()) == {"no_line"}
    coming = directory.who_can_i_call("DE", at=EPIPHANY - timedelta(days=2)).coming
    assert [(one.why.values["why"], one.state) for one in coming] == [("Epiphany", "unknown")]


PARTS = ("BB", "BE", "BW", "BY", "HE", "HH", "MV", "NW", "SL", "SN", "ST", "TH")
BRANDS = ("north", "south", "west")


def agreed(states):
    """Return the state of which all are, or unknown."""
    found = set(states)
    return found.pop() if len(found) == 1 else "unknown"


@pytest.mark.sampled
@pytest.mark.parametrize("seed", range(40))
def test_an_option_for_some_brands_agrees_with_each_of_them(seed):
    """Whatever rules there are, it is what all for whom it is are told, or unknown."""
    chance = random.Random(seed)  # noqa: S311 - no secret

    def some():
        return sorted(chance.sample(BRANDS, chance.randint(1, 3)))

    # Rules for the same calls are refused: those with conditions share no brand.
    parted = [chance.randint(0, 3) for _ in BRANDS]
    rules = []
    for place in range(3):
        rule = {"hours": chance.choice(["24/7", "Mo-Fr 09:00-17:00", "24/7 unknown"])}
        rule = {**rule, "time_zone": "UTC"}
        if chance.random() < 0.3:
            rule = {"not_available": "Not in this plan."}
        whom = [brand for brand, mine in zip(BRANDS, parted) if mine == place]
        if whom or place == 0:
            rules.append({**rule, "for": {"brand": whom}} if whom else rule)
    lines = [
        {"id": f"l{number}", "number": f"+44 20 7946 00{18 + number}", "for": {"brand": some()}}
        for number in range(2)
    ]
    content = {
        "directory": {
            "id": "made",
            "name": "Made",
            "sources": [
                {"id": "p", "title": "P", "url": "https://p.example", "read_on": "2026-11-02"}
            ],
        },
        "tiers": {"standard": {}},
        "facets": {"brand": {"name": "Which brand?", "values": list(BRANDS)}},
        "regions": [
            {
                "id": "r",
                "countries": ["GB"],
                "languages": ["en"],
                "availability": {"standard": rules},
                "lines": lines,
            }
        ],
    }
    directory = supportlines.loads(json.dumps(content), "made.json")

    unsaid = directory.who_can_i_call("GB", at=SATURDAY)
    said = {
        brand: directory.who_can_i_call("GB", facets={"brand": brand}, at=SATURDAY)
        for brand in BRANDS
    }

    for one in lines:
        states = [
            option.state
            for answer in said.values()
            for option in answer.options
            if option.line.id == one["id"]
        ]
        mine = [option.state for option in unsaid.options if option.line.id == one["id"]]
        assert mine == ([agreed(states)] if states else []), (rules, one)


@pytest.mark.sampled
@pytest.mark.parametrize("seed", range(25))
def test_an_option_for_some_parts_agrees_with_each_of_them(made, seed):
    """The same of public holidays, on the days of Germany that only some parts keep."""
    pytest.importorskip("holidays")
    chance = random.Random(seed)  # noqa: S311 - no secret
    parts = [f"DE-{part}" for part in chance.sample(PARTS, chance.randint(1, 4))]
    directory = of_germany(made, [("r", f"[{', '.join(parts)}]", "")])
    days = ["2027-01-06", "2027-03-08", "2027-05-27", "2027-08-15", "2027-10-31", "2027-11-01"]
    for day in days:
        at = datetime.fromisoformat(f"{day}T10:00:00+00:00")

        (unsaid,) = directory.who_can_i_call("DE", at=at).options
        said = [directory.who_can_i_call("DE", subdivision=part, at=at).state for part in parts]

        assert unsaid.state == agreed(said), (day, parts)
