"""Which places of a country are told apart where regions list parts of it."""

from __future__ import annotations

import pytest

from supportlines.lookup.divided import parts_inside, places_within
from supportlines.places.parts import COUNTRIES_BY_THEMSELVES, parts_of


@pytest.mark.parametrize(
    ("around", "parts", "expected"),
    [
        ("", ["BE-VLG", "BE-WAL"], {"VLG": "BE-VLG", "WAL": "BE-WAL", "--": "BE-BRU"}),
        ("", ["BE-BRU", "BE-VLG", "BE-WAL"], {one: f"BE-{one}" for one in ("BRU", "VLG", "WAL")}),
        # Of Flanders there is what lies around Antwerp too.
        (
            "VLG",
            ["BE-VAN"],
            {"VAN": "BE-VAN", "VLG--": "BE-VBR BE-VLI BE-VOV BE-VWV"},
        ),
        (
            "",
            ["BE-VLG", "BE-VAN", "BE-WAL"],
            {
                "VLG--": "BE-VBR BE-VLI BE-VOV BE-VWV",
                "VAN": "BE-VAN",
                "WAL": "BE-WAL",
                "--": "BE-BRU",
            },
        ),
    ],
)
def test_places_are_the_parts_and_what_is_left(around, parts, expected):
    """By what one says to be there, with the parts that it is."""
    found = places_within("BE", around, parts)

    assert {code: " ".join(listed) for code, listed in found.items()} == expected


def test_parts_that_are_all_of_a_wider_one_leave_nothing_of_it():
    """Alsace is the Bas-Rhin and the Haut-Rhin, and has no place beside them."""
    found = places_within("FR", "6AE", ["FR-67", "FR-68"])
    within_the_east = places_within("FR", "GES", ["FR-6AE", "FR-67", "FR-68", "FR-57"])

    assert found == {"67": ("FR-67",), "68": ("FR-68",)}
    assert within_the_east == {
        "67": ("FR-67",),
        "68": ("FR-68",),
        "57": ("FR-57",),
        "GES--": ("FR-08", "FR-10", "FR-51", "FR-52", "FR-54", "FR-55", "FR-88"),
    }


def test_a_part_that_is_a_country_by_itself_is_no_place_of_the_country_around():
    """Whoever is in Puerto Rico is in PR: the states and the capital are all of the US."""
    states = [one for one in parts_of("US") if one[3:] not in COUNTRIES_BY_THEMSELVES["US"]]

    assert list(places_within("US", "", states)) == [one[3:] for one in states]


def test_what_lies_around_a_city_is_a_place_of_which_nobody_lists_the_parts():
    """Bavaria is more than Augsburg."""
    found = places_within("DE", "BY", ["DE-Augsburg"])

    assert found == {"Augsburg": ("DE-Augsburg",), "BY--": ("DE-BY",)}


@pytest.mark.parametrize(
    ("others", "expected"),
    [
        (["DE-BY", "DE-BW"], ("DE-Augsburg",)),
        (["DE-BW"], ()),
        (["FR-IDF"], ("FR-Zone C",)),  # nobody knows where it lies
        (["FR-Zone A"], ()),  # nor where this one does
    ],
)
def test_parts_inside_of_others_are_told_once(others, expected):
    """Where nobody knows it, it may be so."""
    parts = {"DE": ["DE-Augsburg", "DE-Augsburg"], "FR": ["FR-Zone C"]}[others[0][:2]]

    assert parts_inside(parts, others) == expected
