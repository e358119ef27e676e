"""The shipped directory says what the page says: nothing lost, nothing invented.

`tests/data/redhat_page_facts.csv` holds the facts of the page's 71 numbers:

* `heading`, `countries`: where the number stands; no countries if it is the heading's own
* `label`, `label_published_as`: empty where the page prints none
* `standard`, `premium`: what is stated for that tier on the number itself or at the nearest
  heading above it, for the number's languages: `languages hours zone`, joined by ` + `
* `dialable_from`: `any`, countries, or nothing where the text is no number
* `number`: E.164, or the digits as pressed inside `only_in`
* `valid`: whether libphonenumber knows the number to be valid; empty where it cannot know
* `correction`: how sure the likely correction is

`tests/data/redhat_hours_facts.csv` holds every statement of hours by region or line.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

import phonenumbers
import pytest

from supportlines.hours import Schedule

if TYPE_CHECKING:
    from supportlines.directory import Facts, Line, Region, Rule

Stated = "frozenset[tuple[frozenset[str], Schedule, str]]"

NAMES = {
    "north-america": "North America",
    "latin-america": "Latin America",
    "emea": "EMEA",
    "europe": "Europe",
    "middle-east": "Middle East",
    "africa": "Africa",
    "asia-pacific": "Asia Pacific",
    "india": "India",
}
"""The page's headings by the ids of their regions."""

ROWS = range(71)


def words(text: str) -> tuple[str, ...]:
    """Return the parts of `a;b;c`."""
    return tuple(text.split(";")) if text else ()


@pytest.fixture(scope="module")
def found(
    shipped: Facts, page_rows: tuple[dict[str, str], ...]
) -> list[list[tuple[Line, tuple[Region, ...]]]]:
    """For each row of the page the lines with its heading, published text and label."""
    lines = list(shipped.lines())
    return [
        [
            (line, chain)
            for line, chain in lines
            if (
                NAMES[chain[0].id],
                ";".join(line.serves),
                line.label_published_as or "",
                line.published_as,
            )
            == (row["heading"], row["countries"], row["label_published_as"], row["published_as"])
        ]
        for row in page_rows
    ]


def test_the_facts_have_every_row_of_the_page(page_rows):
    """The page prints 71 numbers."""
    assert len(page_rows) == len(ROWS)


def test_every_row_has_one_line_and_every_line_one_row(shipped, found):
    """Nothing is lost, nothing invented, nothing typed twice."""
    ids = [line.id for matches in found for line, _ in matches]

    assert [len(matches) for matches in found] == [1] * 71
    assert Counter(ids) == Counter(line.id for line, _ in shipped.lines())


@pytest.mark.parametrize("index", ROWS)
def test_line_says_what_its_row_says(index, page_rows, found):
    """Label, kind, telephone, languages and reach of each line are those of the page."""
    row = page_rows[index]
    ((line, chain),) = found[index]

    assert (line.label or "") == row["label"]
    assert line.kind == row["kind"]
    assert (line.dialable_by or "") == row["telephone"]
    assert line.fallback is (row["fallback"] == "yes")
    assert languages(line, chain) == words(row["languages"])
    assert reach(line) == row["dialable_from"]


@pytest.mark.parametrize("index", ROWS)
def test_hours_of_a_line_are_those_of_its_row(index, page_rows, found):
    """Each tier has the hours that the page states nearest to the number."""
    row = page_rows[index]
    ((line, chain),) = found[index]

    assert stated(line, chain, "standard") == read_hours(row["standard"])
    assert stated(line, chain, "premium") == read_hours(row["premium"])


@pytest.mark.parametrize("index", ROWS)
def test_number_of_a_line_is_that_of_its_row(index, page_rows, found):
    """A number is E.164, or digits of one country, or kept as text and never offered."""
    row = page_rows[index]
    ((line, _),) = found[index]

    if row["unusable"]:
        assert line.number is None
        assert line.unusable
    elif row["only_in"]:
        assert line.number.e164 is None
        assert line.number.grouped == row["number"]
        assert line.number.only_in == row["only_in"]
    else:
        assert line.number.e164 == row["number"]
        assert line.number.only_in is None


@pytest.mark.parametrize("index", ROWS)
def test_correction_is_as_sure_as_its_row_says(index, page_rows, found):
    """What the page probably meant is told with a confidence, a text and a reason."""
    row = page_rows[index]
    ((line, _),) = found[index]

    assert (line.correction.confidence if line.correction else "") == row["correction"]


def test_numbers_that_phone_metadata_knows_are_valid(page_rows, found):
    """Every E.164 number of the directory is valid to libphonenumber."""
    numbers = [
        line.number.e164
        for row, ((line, _),) in zip(page_rows, found)
        if row["valid"] == "yes" and line.number.e164 is not None
    ]

    assert len(numbers) == 60
    assert [
        one for one in numbers if not phonenumbers.is_valid_number(phonenumbers.parse(one, None))
    ] == []


def test_digits_of_one_country_are_the_only_numbers_without_metadata(page_rows):
    """Eight numbers exist inside one country, three are no numbers."""
    unknown = [row["countries"] for row in page_rows if not row["valid"] and not row["unusable"]]

    assert unknown == ["CL", "CR", "PA", "PY", "TR", "QA", "TW", "TH"]


def test_digits_of_a_national_number_are_those_that_are_printed(page_rows, found):
    """No digit of a number that no library knows is lost or repaired."""
    for row, ((line, _),) in zip(page_rows, found):
        if row["only_in"]:
            assert line.number.digits == re.sub(r"\D", "", row["published_as"])


def test_numbers_that_cannot_be_dialled_are_kept_with_a_reason(shipped):
    """Three texts are kept as printed and are no numbers."""
    kept = {line.id: line.published_as for line, _ in shipped.lines() if line.unusable}

    assert kept == {
        "ru-other": "+7 490 951 933 13",
        "tw-english": "0080 611 378",
        "in-after-hours": "+612 976",
    }


def test_hours_are_stated_where_the_page_states_them_and_nowhere_else(shipped, page_hours):
    """Every rule has its statement on the page, with the words and how sure the reading is."""
    rules = sorted(
        (
            owner.id,
            tier,
            ";".join(rule.languages),
            str(rule.hours),
            rule.time_zone,
            rule.confidence,
            rule.published_as,
        )
        for owner in owners(shipped)
        for tier, rules in owner.availability.items()
        for rule in rules
    )

    assert rules == sorted(
        (
            row["where"],
            row["tier"],
            row["languages"],
            str(Schedule.parse(row["hours"])),
            row["time_zone"],
            row["confidence"],
            row["published_as"],
        )
        for row in page_hours
    )


def test_no_rule_is_limited_to_severities_or_desks(shipped):
    """The page knows neither."""
    rules = [
        rule
        for owner in owners(shipped)
        for rules in owner.availability.values()
        for rule in rules
        if rule.severities or rule.desks
    ]

    assert rules == []
    assert shipped.severities == ()
    assert shipped.desk_ids == ("technical",)


def test_regions_are_the_headings_of_the_page(shipped):
    """Seven headings, three of them in EMEA, and India inside Asia Pacific."""
    tree = {region.id: [inner.id for inner in region.regions] for region in shipped.regions}

    assert tree == {
        "north-america": [],
        "latin-america": [],
        "emea": ["europe", "middle-east", "africa"],
        "asia-pacific": ["india"],
    }


def test_named_countries_are_those_that_the_page_names(shipped, page_rows):
    """A region names the countries of its numbers; Europe also those of the +800 number."""
    freephone = next(row for row in page_rows if row["heading"] == "EMEA")["dialable_from"]
    expected = {name: set() for name in NAMES.values()}
    for row in page_rows:
        expected[row["heading"]].update(words(row["countries"]))
    expected["Europe"].update(set(words(freephone)) - {"ZA"})

    assert {NAMES[region.id]: set(region.countries) for region in regions(shipped)} == expected


def test_headings_are_kept_as_printed(shipped):
    """Four headings survive in the copy that was read, and India's name."""
    printed = {region.id: region.published_as for region in regions(shipped)}

    assert printed == {
        "north-america": None,
        "latin-america": None,
        "emea": None,
        "europe": "Европа",
        "middle-east": "Ближний Восток",
        "africa": "Африка",
        "asia-pacific": None,
        "india": "Индия",
    }


def test_languages_of_regions_are_those_of_the_page(shipped):
    """Two headings state languages; for the others only lines do."""
    assert {region.id: region.languages for region in regions(shipped) if region.languages} == {
        "latin-america": ("en", "es"),
        "europe": ("en", "fr", "de", "it", "ru", "es"),
    }


def test_premium_includes_standard_and_standard_is_the_default(shipped):
    """The page knows two tiers."""
    assert [(tier.id, tier.includes) for tier in shipped.tiers] == [
        ("standard", None),
        ("premium", "standard"),
    ]


def test_local_time_in_china_is_that_of_shanghai(shipped):
    """China has one official time; of no other country does the file fix the clock."""
    assert {code: facts.time_zone for code, facts in shipped.countries.items()} == {
        "CN": "Asia/Shanghai"
    }


def test_carriers_are_those_of_two_ranges(shipped):
    """The Philippine 1800 1 and the Indonesian 001 belong to one carrier each."""
    assert {line.id: line.carriers for line, _ in shipped.lines() if line.carriers} == {
        "id-toll-free": ("Indosat",),
        "ph-toll-free": ("PLDT",),
    }


def test_readings_that_are_no_more_than_readings_say_so(shipped):
    """The Chinese mobile number's language and the Chilean digits are not certain."""
    lines = [line for line, _ in shipped.lines()]

    assert [line.id for line in lines if line.languages_confidence != "high"] == [
        "cn-chinese-mobile"
    ]
    assert [
        (line.id, line.number_confidence) for line in lines if line.number_confidence != "high"
    ] == [("cl-toll-free", "medium")]


def test_sources_say_where_and_when_they_were_read(shipped):
    """The page, and the operator's article about business hours, which excludes holidays."""
    read = [(source.id, source.read_on.isoformat()) for source in shipped.sources]

    assert read == [("page", "2026-11-22"), ("article", "2026-11-22")]
    assert shipped.sources[1].url == "https://access.redhat.com/articles/2623321"
    assert "public holidays" in shipped.sources[1].note


def test_published_lines_follow_the_page(found):
    """Every line says where its number stands, and the page's order is kept."""
    last = [int(re.findall(r"\d+", line.published_lines)[-1]) for ((line, _),) in found]

    assert last == sorted(set(last))
    assert (last[0], last[-1]) == (7, 195)


def regions(directory: Facts) -> list[Region]:
    """Return all regions, an outer one before those inside it."""
    found = []
    todo = list(directory.regions)
    while todo:
        region = todo.pop(0)
        found.append(region)
        todo[:0] = region.regions
    return found


def owners(directory: Facts) -> list[Region | Line]:
    """Return whatever can state hours."""
    return [*regions(directory), *(line for line, _ in directory.lines())]


def languages(line: Line, chain: tuple[Region, ...]) -> tuple[str, ...]:
    """Return the languages of a line as the contract reads them."""
    return next((one.languages for one in (line, *chain) if one.languages), ())


def reach(line: Line) -> str:
    """Return from where a line can be dialled, as data_file.md has it."""
    if line.unusable:
        return ""
    if line.dialable_from is not None:
        return "any" if line.dialable_from == ("anywhere",) else ";".join(line.dialable_from)
    if line.number.only_in or line.kind.startswith("toll_free"):
        return ";".join(line.serves)
    return "any"


def stated(line: Line, chain: tuple[Region, ...], tier: str) -> Stated:
    """Return what the nearest level says of *tier*, as far as it concerns the line's languages."""
    for level in (line, *chain):
        if tier in level.availability:
            return frozenset(
                (rule_languages(rule, line), rule.hours, rule.time_zone)
                for rule in level.availability[tier]
                if not rule.languages or not line.languages or rule_languages(rule, line)
            )
    return frozenset()


def rule_languages(rule: Rule, line: Line) -> frozenset[str]:
    """Return the languages of a rule that are spoken on the line; none if it is for all."""
    both = frozenset(rule.languages)
    return both & frozenset(line.languages) if line.languages else both


def with_the_article(hours: str) -> str:
    """Return weekly hours of the page with what the operator's article adds to them.

    Business hours exclude public holidays; what is "after hours" has them.
    """
    if hours.startswith("24/7"):
        return hours
    return hours.replace("Sa-Su ", "Sa-Su,PH ") if "Sa-Su" in hours else f"{hours}; PH off"


def read_hours(text: str) -> Stated:
    """Return the value of `en;fr Mo-Fr 09:00-17:00 Europe/Berlin + …`."""
    found = set()
    for part in text.split(" + ") if text else ():
        match = re.fullmatch(r"((?:[a-z]{2};)*[a-z]{2} )?(.+) (\S+)", part)
        found.add(
            (
                frozenset(words((match.group(1) or "").strip())),
                Schedule.parse(with_the_article(match.group(2))),
                match.group(3),
            )
        )
    return frozenset(found)
