"""What a wrong number was probably meant to be, and how sure that is."""

from __future__ import annotations

import pytest

from supportlines.phones import Likely
from supportlines.phones.correcting import likely_abroad, likely_inside, usual_lengths

FORMER = "which is no longer dialled there, stands a sound number."


@pytest.mark.parametrize(
    ("digits", "country", "text", "confidence", "reason"),
    [
        ("018001231661", "MX", "+52 800 123 1661", "high", f'Behind "01", {FORMER}'),
        ("0445512345678", "MX", "+52 55 1234 5678", "high", f'Behind "044", {FORMER}'),
        ("0455512345678", "MX", "+52 55 1234 5678", "high", f'Behind "045", {FORMER}'),
        # A code of a carrier, of one to four digits.
        ("188800201252", "CL", "+56 800 201 252", "medium", 'Behind "188" stands a sound number.'),
        (
            "99902079460958",
            "GB",
            "+44 20 7946 0958",
            "medium",
            'Behind "9990" stands a sound number.',
        ),
        ("012025550123", "US", "+1 202 555 0123", "medium", 'Behind "01" stands a sound number.'),
        # Zeros alone are likely only where they lead abroad.
        ("08000542046", "CR", "+506 800 054 2046", "low", 'Behind "0" stands a sound number.'),
        (
            "008000540402",
            "PA",
            "+507 800 054 0402",
            "medium",
            'Behind "00" stands a sound number.',
        ),
        # Several numbers are as near: two are named, in the order of the changes.
        (
            "20205550123",
            "US",
            "+1 220 555 0123 or +1 202 555 0123",
            "low",
            "2 numbers are as near.",
        ),
    ],
)
def test_digits_of_a_country_become_a_sound_number(digits, country, text, confidence, reason):
    """A former prefix first, then another prefix, then one digit."""
    assert likely_inside(digits, country) == Likely(text, confidence, reason)


@pytest.mark.parametrize(
    ("digits", "country"),
    [
        ("999", "GB"),  # too short to say anything
        ("0199", "MX"),  # nothing sound behind the former prefix
        ("1234567890123456", "DK"),  # no change makes eight of sixteen digits
        ("20123", "DK"),  # four digits are left behind a prefix: they say nothing
    ],
)
def test_nothing_is_likely_for_what_no_change_mends(digits, country):
    """No guess is better than a wild one."""
    assert likely_inside(digits, country) is None


def test_a_prefix_is_asked_for_before_a_digit_is_changed():
    """Prefixes are what people print too much."""
    found = likely_inside("0207994690958", "GB")

    assert found.reason.startswith("Behind")


def test_the_digits_left_behind_a_prefix_are_five_at_least():
    """Fewer could be anything: 0 and 1 in front of a short number say nothing."""
    assert likely_inside("9920400", "DK") is None
    assert likely_inside("9932123456", "DK").text == "+45 32 12 34 56"


@pytest.mark.parametrize(
    ("code", "national", "kind", "text", "confidence", "reason"),
    [
        (
            44,
            "02079460958",
            "unknown",
            "+44 20 7946 0958",
            "medium",
            "Without its 1st digit it is sound.",
        ),
        (
            7,
            "49095193313",
            "geographic",  # a mobile number is as near
            "+7 499 519 33 13",
            "medium",
            "Without its 3rd digit it is sound.",
        ),
        (
            7,
            "49095193313",
            "mobile",
            "+7 909 519 33 13",
            "medium",
            "Without its 1st digit it is sound.",
        ),
        (
            7,
            "49095193313",
            "unknown",
            "+7 909 519 33 13 or +7 499 519 33 13",
            "low",
            "2 numbers are as near.",
        ),
        (
            7,
            "49095193313",
            "toll_free",  # neither is of this kind
            "+7 909 519 33 13 or +7 499 519 33 13",
            "low",
            "2 numbers are as near.",
        ),
        (
            1,
            "0225550123",
            "geographic",
            "+1 202 555 0123",
            "medium",
            "With its 1st and 2nd digit swapped it is sound.",
        ),
        (
            44,
            "2709460958",
            "geographic",
            "+44 20 7946 0958",
            "medium",
            "With its 2nd and 3rd digit swapped it is sound.",
        ),
    ],
)
def test_digits_behind_a_calling_code_become_a_sound_number(
    code, national, kind, text, confidence, reason
):
    """One digit less, or two changed about; the stated kind decides between several."""
    assert likely_abroad(code, national, kind) == Likely(text, confidence, reason)


def test_a_digit_at_the_end_is_left_out_too():
    """The last place is one like the others, and named in words."""
    found = likely_abroad(45, "321234560")

    assert "numbers are as near" in found.reason
    assert likely_abroad(45, "111111119") is None  # no change makes a number of it


def test_equal_digits_side_by_side_are_not_changed_about():
    """It would be the same number again: sound already, and not a correction."""
    assert likely_abroad(45, "1111") is None
    assert likely_abroad(800, "11111111") is None


@pytest.mark.parametrize(
    ("code", "kind", "lengths"),
    [
        (7, "toll_free", (10, 14)),
        (7, "geographic", (10,)),
        (7, "mobile", (10,)),
        (7, "shared_cost", (10, 14)),  # no pattern of its own: any length of the plan
        (7, "unknown", (10, 14)),
        (44, "toll_free", (7, 9, 10)),
        (44, "geographic", (9, 10)),
        (800, "toll_free_international", (8,)),  # of no country
    ],
)
def test_usual_lengths_are_those_of_the_kind(code, kind, lengths):
    """A number of another length is too short or too long for its kind."""
    assert usual_lengths(code, kind) == lengths
