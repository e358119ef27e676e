"""The page typed in as published, with no correction: what is odd about it is found."""

from __future__ import annotations

from pathlib import Path

import pytest

AS_PUBLISHED = Path(__file__).parent.parent / "data" / "as_published.yaml"


@pytest.fixture(scope="module")
def found(examined):
    """Return what is found in the file."""
    return examined(AS_PUBLISHED.read_bytes(), "as_published.yaml")


@pytest.mark.parametrize(
    ("line", "code", "likely"),
    [
        ("cl", "digits-too-many", ("+56 800 201 252", "medium")),  # behind a carrier's code
        ("ru", "grouping-misleads", None),  # 8 800 555 27 88 with the trunk prefix
        ("ru-2", "grouping-misleads", None),  # the same with the country code
        ("ru-3", "digits-too-many", ("+7 499 519 33 13", "medium")),  # eleven digits
        ("py", "bare-international-prefix", ("+595 9800 542 0024", "medium")),  # 00 98: Iran
        ("tr", "freephone-digits", ("+90 800 448 829883", "medium")),  # nine digits
        ("qa", "freephone-digits", None),  # six
        ("pa", "freephone-digits", ("+507 800 054 0402", "medium")),  # seven
        ("th", "freephone-digits", None),  # seven, behind 001
        ("tw", "digits-missing", ("00801 611 378", "low")),  # its twin has one more
        ("tw-2", "digits-too-many", ("+886 80 186 1036", "low")),  # a range nobody knows
        ("mx", "digits-too-many", ("+52 800 123 1661", "high")),  # 01 is of the past
        ("mx-2", "digits-too-many", ("+52 800 123 1661", "high")),
        ("mx-2", "listed-twice", None),
        ("il", "toll-free-abroad", None),  # 1-809 behind +972
        ("cz", "kind-not-of-number", None),  # "toll free", and a number of Prague
        ("in-3", "digits-missing", None),  # +612 976: cut off; nobody can tell
        ("us", "surplus-letters", ("+1 888 467 3342", "high")),  # 888-GO-REDHAT
        ("emea", "letters-for-digits", None),  # +800-GO-REDHAT
        ("cr", "digits-too-many", ("+506 800 054 2046", "low")),  # another range
    ],
)
def test_oddity_is_found(found, line, code, likely):
    """Each by a doubt of its own, with what was probably meant where that can be told."""
    (doubt,) = [one for one in found.doubts if f" / {line} / " in one.path and one.code == code]

    assert likely == (doubt.likely and (doubt.likely.text, doubt.likely.confidence))


def test_mexico_is_listed_twice(found):
    """In North America and in Latin America."""
    (doubt,) = [one for one in found.doubts if one.code == "country-in-two-regions"]

    assert (doubt.value, doubt.path) == ("MX", "regions / latin-america / countries")


def test_two_texts_are_no_numbers(found):
    """The loader refuses them, for they have a length that no number of the country has."""
    assert [(one.path, one.value) for one in found.problems] == [
        ("regions / emea / europe / ru-3 / number", "+7 490 951 933 13"),
        ("regions / asia-pacific / india / in-3 / number", "+612 976"),
    ]


def test_hours_of_europe_are_not_utc(found):
    """The page prints two ranges in UTC, of which one holds in winter and one in summer."""
    (doubt,) = [one for one in found.doubts if one.code == "offset-contradicts-zone"]

    assert "07:00-15:00 UTC" in doubt.message


def test_sound_rows_are_not_doubted(found):
    """Whoever has to read a doubt for every number reads none."""
    doubted = {one.path.split(" / ")[-2] for one in found.doubts if one.path.endswith("number")}

    sound = {"us-2", "ar", "bo", "br", "br-2", "co", "ec", "gt", "pe", "pr", "uy", "ve", "at"}
    sound |= {"fr", "it", "es", "gb", "eg", "il-2", "sa", "ae", "za", "au", "cn", "cn-2", "cn-3"}
    sound |= {"hk", "hk-2", "in", "in-2", "id", "jp", "jp-2", "kr", "my", "nz", "ph", "ph-2", "sg"}
    assert sound & doubted == set()


def test_every_row_of_the_page_is_typed_in(found):
    """71 numbers, two of them refused."""
    assert AS_PUBLISHED.read_text(encoding="utf-8").count("number: ") == 71
    assert len(found.doubts) >= 20
