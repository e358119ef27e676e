"""The directory that uses every rule of the data file is doubted for what is doubtful in it."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from supportlines.doubts import examine

STRESS = Path(__file__).parents[1] / "data" / "stress" / "directory.yaml"


@pytest.fixture(scope="module")
def said():
    """Return the code and place of each doubt, on the day after the last source was read."""
    found = examine(STRESS.read_bytes(), STRESS.name, today=dt.date(2026, 11, 29))
    return [(one.code, one.path) for one in (*found.problems, *found.doubts)]


def test_what_is_doubtful_is_doubted(said):
    """A desk in London and Brussels, English in Finland and Ireland, and another weekend."""
    of_numbers = "number-not-of-country"

    assert [one for one in said if one[0] != of_numbers] == [
        ("official-language-missing", "regions / britain-ireland / countries"),
        (
            "zone-of-another-country",
            "regions / europe / eu-fallback / availability / standard / time_zone",
        ),
        ("official-language-missing", "regions / nordic-countries / countries"),
        ("week-unlike-country", "regions / emirates / availability / standard / hours"),
    ]


def test_numbers_are_doubted_where_they_are_of_another_country(said):
    """Where no number is set aside for fiction, the file has a British or a German one."""
    lines = [path.split(" / ")[-2] for code, path in said if code == "number-not-of-country"]

    assert lines == [
        "eu-fallback", "ch-main", "ch-italian", "fr-main", "fr-critical", "be-flanders",
        "be-wallonia", "nordic-main", "is-main", "nordic-voicebox", "ae-any",
    ]  # fmt: skip
