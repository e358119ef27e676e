"""Which places of a country are told apart where regions list parts of it."""

from __future__ import annotations

import pytest

from supportlines.lookup.divided import places_within


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


def test_what_lies_around_a_city_is_a_place_of_which_nobody_lists_the_parts():
    """Bavaria is more than Augsburg."""
    found = places_within("DE", "BY", ["DE-Augsburg"])

    assert found == {"Augsburg": ("DE-Augsburg",), "BY--": ("DE-BY",)}
