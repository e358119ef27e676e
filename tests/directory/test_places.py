"""Lists of countries name sets of the file, parts of countries, the rest, or all but some."""

from __future__ import annotations

import pytest

from supportlines.directory import DirectoryError, dump, load_directory
from supportlines.directory.reading import read
from supportlines.places import known_countries

HEAD = """
directory:
  {id: a, name: A, sources: [{id: p, title: P, url: "https://a.example", read_on: 2026-11-02}]}
tiers: {standard: {}}
places: {nordics: [DK, FI, "NO", SE, IS], more: [nordics, EE, CA-QC], others: {except: nordics}}
"""


def loaded(regions, head=HEAD):
    """Return the facts of a file with these regions."""
    return load_directory(f"{head}regions:\n{regions}".encode(), "a.yaml")


def lines_of(said):
    """Return the first line of the region that holds the nordic countries and GB."""
    facts = loaded(
        "  - id: r\n    countries: [nordics, GB, US-NY]\n    regions: [{id: i, countries: FR}]\n"
        f'    lines: [{{id: x, number: "+44 20 7946 0958", {said}}}]\n'
    )
    return facts.regions[0].lines[0]


def test_sets_are_put_in_where_they_are_named():
    """In the order of the file; sets may hold sets."""
    region = loaded("  - {id: r, countries: [DE, more], countries_not_named: FR}").regions[0]

    assert region.countries == ("DE", "DK", "FI", "NO", "SE", "IS", "EE")
    assert region.parts == ("CA-QC",)
    assert region.countries_not_named == ("FR",)


def test_sets_are_kept_with_their_countries():
    """What they hold is what they mean, in canonical form."""
    facts = loaded(
        "  - {id: r, countries: nordics}", HEAD.replace("{except: nordics}", "[de, us-ny]")
    )

    assert facts.places == {
        "nordics": ("DK", "FI", "NO", "SE", "IS"),
        "more": ("DK", "FI", "NO", "SE", "IS", "EE", "CA-QC"),
        "others": ("DE", "US-NY"),
    }


def test_all_but_some_are_all_others():
    """In the order of their codes."""
    region = loaded("  - {id: r, countries: {except: [nordics, GB]}}").regions[0]

    left = known_countries() - {"DK", "FI", "NO", "SE", "IS", "GB"}
    assert region.countries == tuple(sorted(left))


def test_rest_is_what_no_other_region_lists():
    """Whole countries, named or not, of regions inside as well; a part leaves the others."""
    facts = loaded(
        "  - {id: a, countries: rest, regions: [{id: i, countries: FR}]}\n"
        "  - {id: b, countries: {except: [DE, FR, GB, CA, US, JP]}, countries_not_named: GB}\n"
        "  - {id: c, countries: [CA-QC, US]}\n"
    )

    assert facts.regions[0].countries == ("DE", "JP")
    assert "CA-ON" in facts.regions[0].parts
    assert "CA-QC" not in facts.regions[0].parts
    assert facts.countries_of("a") == {"CA", "DE", "FR", "JP"}


@pytest.mark.parametrize(
    ("listed", "left", "gone"),
    [
        ("DE-Augsburg", {"DE-BY", "DE-BW"}, set()),  # there is no code for the rest of Bavaria
        ("FR-67", {"FR-68", "FR-57", "FR-IDF"}, {"FR-67", "FR-6AE", "FR-GES", "FR-75"}),
        ("BE-WAL", {"BE-BRU", "BE-VLG"}, {"BE-WAL", "BE-WBR", "BE-VAN"}),
    ],
)
def test_rest_of_a_country_is_all_beside_the_parts_that_are_listed(listed, left, gone):
    """What lies around one of them is left by what else lies in it, where that has codes."""
    facts = loaded(f"  - {{id: a, countries: [{listed}]}}\n  - {{id: r, countries: rest}}\n")
    parts = set(facts.regions[1].parts)

    assert left <= parts
    assert gone.isdisjoint(parts)


def test_line_serves_all_of_its_region_but_some():
    """Countries elsewhere are none of its own."""
    assert lines_of("serves: {except: [nordics]}").serves == ("GB", "FR")
    assert lines_of("serves: {except: GB}").serves == ("DK", "FI", "NO", "SE", "IS", "FR")


def test_parts_that_a_region_lists_are_served_and_excepted_as_its_countries_are():
    """A part by its own name, or with its country."""
    others = lines_of("serves: {except: [nordics, GB]}")
    no_part = lines_of("serves: {except: [nordics, us-ny]}")
    no_country = lines_of("serves: {except: [nordics, US]}")

    assert (others.serves, others.serves_parts) == (("FR",), ("US-NY",))
    assert (no_part.serves, no_part.serves_parts) == (("GB", "FR"), ())
    assert (no_country.serves, no_country.serves_parts) == (("GB", "FR"), ())


def test_parts_of_a_country_that_a_region_lists_are_no_places_beside_it():
    """The region inside lists what the region around has as a whole."""
    facts = loaded(
        "  - id: r\n    countries: [US, CA]\n    regions: [{id: i, countries: CA-QC}]\n"
        '    lines: [{id: x, number: "+1 202 555 0123", serves: {except: US}}]\n'
    )
    line = facts.regions[0].lines[0]

    assert (line.serves, line.serves_parts) == (("CA",), ())


def test_line_serves_parts_and_can_be_dialled_from_parts():
    """They stand beside the whole countries."""
    line = lines_of("serves: [GB, us-ny], dialable_from: [nordics, US-NY, US-NJ]")
    parts = lines_of("serves: US-NY, dialable_from: CA-QC")

    assert (line.serves, line.serves_parts) == (("GB",), ("US-NY",))
    assert line.dialable_from == ("DK", "FI", "NO", "SE", "IS")
    assert line.dialable_from_parts == ("US-NY", "US-NJ")
    assert (parts.serves, parts.serves_parts) == ((), ("US-NY",))
    assert (parts.dialable_from, parts.dialable_from_parts) == ((), ("CA-QC",))


def test_digits_exist_in_a_set_of_countries():
    """And guesses are for sets, too."""
    facts = loaded(
        '  - {id: r, countries: GB, lines: [{id: x, number: "116123", only_in: [GB, nordics]}]}\n'
        "guesses: [{countries: [nordics, EE], lines: [x]}]"
    )

    assert facts.line("x")[0].number.exists_in == ("DK", "FI", "GB", "IS", "NO", "SE")
    assert facts.guesses[0].countries == ("DK", "FI", "NO", "SE", "IS", "EE")


def test_what_is_written_reads_back():
    """Countries one by one, parts behind them."""
    facts = loaded(
        "  - {id: r, countries: [more, US-NY], lines: [{id: x, url: https://a.example, "
        "serves: [nordics, CA-QC], dialable_from: [CA-QC]}]}\n"
        "  - {id: others, countries: rest}\n"
    )

    assert load_directory(dump(facts).encode(), "b.yaml") == facts


@pytest.mark.parametrize(
    ("said", "column"),
    [
        ("[DE, nordics, XX]", 38),
        ("[DE, nordics, DK]", 38),
        ("[nordics, nordics]", 34),
        ("{except: [XX]}", 34),
        ("[nordic]", 25),
        ("{except: nordics, but: DE}", 42),
    ],
)
def test_problems_stand_where_the_file_has_them(said, column):
    """Not where the list of codes would have them."""
    with pytest.raises(DirectoryError) as caught:
        loaded(f"  - {{id: r, countries: {said}}}")

    problems = caught.value.problems
    assert {(one.line, one.column) for one in problems} == {(7, column)}


def test_what_is_left_of_a_faulty_file_knows_that_a_list_is_lost():
    """A line is taken out by itself, a list of a region leaves countries unknown."""
    text = (
        f"{HEAD}regions:\n  - id: r\n    countries: [GB, nordics]\n    lines:\n"
        '      - {id: x, number: "+44 20 7946 0958", serves: [nordcs]}\n'
        '      - {id: y, number: "+44 20 7946 0959", serves: [nordics]}\n'
    )
    line = read(text.encode(), "a.yaml")
    region = read(text.replace("[GB, nordics]", "[GB, nordcs]").encode(), "a.yaml")

    assert [one.id for one in line.part.directory.regions[0].lines][1] == "y"
    assert (line.part.has_countries, len(line.problems)) == (True, 1)
    assert not region.part.has_countries
