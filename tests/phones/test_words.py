"""A word stands in place of digits; beside a number that is whole it is a remark and refused."""

from __future__ import annotations

import pytest

from supportlines.phones import PhoneNumber, PhoneNumberError
from supportlines.phones.inside import countries_of
from supportlines.phones.wholeness import (
    fits_abroad,
    fits_inside,
    is_short_inside,
    is_whole_abroad,
    is_whole_inside,
)

NOTE = "Write the number alone; what is to be said about it is a note."
STEP = (
    "Write the number alone, and the extension as a step: it is pressed after the call is answered."
)


def refusal(text, only_in=None):
    """Return the error that reading raises."""
    with pytest.raises(PhoneNumberError) as caught:
        PhoneNumber.parse(text, only_in=only_in)
    return caught.value


@pytest.mark.parametrize(
    ("text", "only_in", "word"),
    [
        ("+49 30 23125000 (Zentrale)", None, "Zentrale"),  # +49 has 4 to 15 digits
        ("+43 1 234567 (Wien)", None, "Wien"),
        ("+49 30 23125000Zentrale", None, "Zentrale"),  # without a gap
        ("+49 30 23125000 (Büro)", None, "Büro"),  # ü is on no key
        ("+44 20 7946 0958 (office)", None, "office"),  # +44 has 10 at most
        ("+33 1 99 00 12 34 gratuit", None, "gratuit"),
        ("+39 02 0000 0000 solo emergenze", None, "solo"),
        ("+1 202 555 0123 free", None, "free"),
        ("+800 1234 5678 freephone", None, "freephone"),
        ("0800 1111 free", "GB", "free"),  # seven digits behind the 0
        ("0800 111 222 free", "GB", "free"),  # nine
        ("0800 123 456 gratis", "GB", "gratis"),
        ("0800 123 4567 freephone", "GB", "freephone"),  # ten
        ("0800 111 222 HELP", "GB", "HELP"),  # capitals are no sign of a number
        ("030 23125000 Zentrale", "DE", "Zentrale"),
        ("free 0800 1111", "GB", "free"),  # in front
        ("Tel 030 23125000", "DE", "Tel"),
        ("0800 free 123 4567", "GB", "free"),  # between
        ("988 lifeline", "US", "lifeline"),  # a short number is whole too
        ("116 123 (free)", ("GB", "DE"), "free"),
        ("00800 100167 free", "QA", "free"),  # longer than any number there
        ("0800 1111 (бесплатно)", "GB", "бесплатно"),
        ("+1 800 FLOWERS free", None, "free"),  # the word before it completes the number
        ("+1 202 HELPNOW please", None, "please"),
        ("1 800 FLOWERS free", "US", "free"),
        ("+1 202-555-TALK (8256)", None, "TALK"),  # the digits say another number
    ],
)
def test_a_word_beside_a_whole_number_is_refused(text, only_in, word):
    """Nobody presses a remark; the message points at it and says what to write."""
    error = refusal(text, only_in)

    assert (
        str(error) == f'"{text}" has "{word}" beside digits that are a number by themselves. {NOTE}'
    )
    assert error.offset == text.index(word)


@pytest.mark.parametrize(
    ("text", "only_in", "extension"),
    [
        ("+49 30 23125000 Durchwahl 12", None, "Durchwahl 12"),
        ("+33 1 99 00 12 34 poste 12", None, "poste 12"),
        ("+55 11 3529 6006 ramal 12", None, "ramal 12"),
        ("+7 499 000 01 23 доб. 12", None, "доб. 12"),
        ("+39 02 0000 0000 (interno 7)", None, "interno 7"),
        ("03 1234 5678 内線12", "JP", "内線12"),  # two letters are a word there
        ("030 23125000 Nebenstelle 4711", "DE", "Nebenstelle 4711"),
        ("+1 202 555 0123 Extension 42", None, "Extension 42"),
        ("+1 202 555 EXT 4357", None, "EXT 4357"),  # English: also where it could be a word
    ],
)
def test_an_extension_is_one_in_every_language(text, only_in, extension):
    """A word with a few digits behind a whole number is pressed after the answer."""
    error = refusal(text, only_in)

    assert str(error) == f'"{text}" ends in the extension "{extension}". {STEP}'
    assert error.offset == text.index(extension)


@pytest.mark.parametrize(
    ("text", "only_in", "digits"),
    [
        ("+49 800 HELPDESK", None, "4980043573375"),  # 800 is no number: the word completes it
        ("+49 800 HELP DESK", None, "4980043573375"),  # two words, of a length that there is
        ("+49 (0)800 HELPDESK", None, "4980043573375"),
        ("+44 800 HELPME", None, "44800435763"),
        ("+44 20 CALL NOW1", None, "44202255 6691".replace(" ", "")),
        ("+1 888 GO REDHAT", None, "18884673342"),  # a gap, and a surplus letter behind
        ("0800 HELPME", "GB", "0800435763"),
        ("0800 HELP", "DE", "08004357"),  # the 0 is the trunk prefix, 800 no number
        ("1-800-FLOWERS", "US", "18003569377"),
        ("1300 FLOWERS", "AU", "13003569377"),
        ("1-888-GO-REDHAT", "US", "188846733428"),  # longer than the number, and in one piece
    ],
)
def test_a_word_in_place_of_digits_is_read(text, only_in, digits):
    """What stands before it is too short to be a number."""
    assert PhoneNumber.parse(text, only_in=only_in).digits == digits


@pytest.mark.parametrize(
    ("text", "only_in", "digits", "grouped"),
    [
        ("+1 202-555-TALK (8255)", None, "12025558255", "+1 202 555 8255"),
        ("+1 202 555 8255 (TALK)", None, "12025558255", "+1 202 555 8255"),
        ("+1 800 FLOWERS (1-800-356-9377)", None, "18003569377", "+1 800 356 9377"),
        ("+1 800 356 9377 (FLOWERS)", None, "18003569377", "+1 800 356 9377"),
        ("1-202-555-TALK (8255)", "US", "12025558255", "1 202 555 8255"),
        ("0800 435763 HELPME", "GB", "0800435763", "0800 435763"),
    ],
)
def test_the_same_keys_twice_are_one_number(text, only_in, digits, grouped):
    """A word and its digits agree, so there is nothing to ask and nothing left out."""
    number = PhoneNumber.parse(text, only_in=only_in)

    assert (number.digits, number.grouped) == (digits, grouped)
    assert (number.notes, number.surplus) == ((), "")


def test_two_letters_that_repeat_are_no_repetition():
    """Less than a word is a slip."""
    assert 'has the letter "A"' in str(refusal("+1 202 555 0128 A"))


@pytest.mark.parametrize(
    ("text", "only_in", "found"),
    [
        ("+49 30 23125000 24/7", None, 'ends in "24/7"'),
        ("+49 30 23125000 (24/7)", None, 'ends in "24/7"'),
        ("030 23125000 24 / 7", "DE", 'ends in "24/7"'),
        ("+43 1 234567 (12)", None, 'has "(12)" behind digits that are a number by themselves'),
        ("01 234567 (9-17)", "AT", 'has "(9-17)" behind digits that are a number by themselves'),
    ],
)
def test_hours_and_digits_in_parentheses_behind_a_number_are_refused(text, only_in, found):
    """They are digits and no part of it."""
    assert refusal(text, only_in).problem == found


@pytest.mark.parametrize("text", ["+1 (202) 555-0123", "+44 20 7946 (0958)", "+1 202 555 (0123)"])
def test_parentheses_inside_a_number_mean_nothing(text):
    """What stands before them is not a number yet."""
    assert PhoneNumber.parse(text).grouped in ("+1 202 555 0123", "+44 20 7946 0958")


@pytest.mark.parametrize("only_in", ["GB", "DE", ("GB", "IE"), None])
@pytest.mark.parametrize(
    ("text", "offset"),
    [
        ("none", 0),  # would be 6663
        ("TBD", 0),
        ("unknown", 0),
        ("true", 0),
        ("x-klingon", 0),
        ("see website", 0),
        ("нет", 0),  # on no key
        ("- n/a -", 2),
    ],
)
def test_a_word_alone_is_no_number(text, offset, only_in):
    """A number has digits of its own; the message says how a line without one is written."""
    error = refusal(text, only_in)

    assert error.problem == "has no digit, and a word alone is no number"
    assert '"unusable"' in error.expected
    assert error.offset == offset


def test_a_word_in_front_is_no_beginning():
    """Digits begin a number, a word ends it."""
    error = refusal("FLOWERS 1800", "US")

    assert error.problem == "begins with a word, and a number begins with a digit"
    assert error.offset == 0


def test_a_remark_is_not_cut_to_fill_a_number_up():
    """Two digits are missing, and "fr" is not them."""
    error = refusal("+1 202 555 01 free")

    assert error.problem.startswith('has "free" behind digits that are too few for a number')
    assert error.offset == 14


def test_a_number_one_digit_short_is_not_filled_up_either():
    """The one digit that is missing is not the "f" of a remark."""
    error = refusal("+1 202 555 012 free")

    assert error.problem.startswith('has "free" behind digits that are too few for a number')


def test_letters_are_not_counted_as_digits_in_a_message():
    """13 keys are not 13 digits."""
    error = refusal("+1 800 KARS 4 U 123")

    assert "digits and letters after +1" in error.problem


@pytest.mark.parametrize(
    ("digits", "fits", "whole"),
    [
        ("12025550123", True, True),
        ("1202555012", False, False),  # one less
        ("120255501234", False, True),  # one more: nothing is missing
        ("44207946", False, False),
        ("4402079460958", True, True),  # the trunk prefix does not count
        ("490800", False, False),  # nor where it is all that makes a length
        ("999", False, False),  # no calling code
        ("", False, False),
    ],
)
def test_wholeness_abroad_is_length_alone(digits, fits, whole):
    """Ranges change, lengths do not."""
    assert (fits_abroad(digits), is_whole_abroad(digits)) == (fits, whole)


@pytest.mark.parametrize(
    ("digits", "countries", "fits", "whole"),
    [
        ("08001111", ("GB",), True, True),
        ("080011", ("GB",), False, False),
        ("0800123456789", ("GB",), False, True),
        ("999", ("GB",), False, True),  # short
        ("999", ("US", "GB"), False, True),  # in one of them
        ("0800", ("GB",), False, False),
        ("", ("GB",), False, False),
        ("18005550123", ("US",), True, True),
        ("06 12345678".replace(" ", ""), ("HU",), True, True),  # a prefix of two digits
    ],
)
def test_wholeness_inside_countries_knows_short_numbers(digits, countries, fits, whole):
    """What is whole in one of them is whole."""
    assert (fits_inside(digits, countries), is_whole_inside(digits, countries)) == (fits, whole)


def test_a_number_with_a_star_is_no_short_number_that_libphonenumber_knows():
    """It would pass over the star."""
    assert is_short_inside("112", "DE")
    assert not is_short_inside("*112", "DE")


def test_countries_are_sorted_and_each_is_named_once():
    """The order in which a file names them means nothing."""
    assert countries_of("988", (" us", "PR", "US")) == ("PR", "US")


@pytest.mark.parametrize("text", ["+1 888-GO-REDHAT5X", "+1 888-GO-REDHA5X", "+1 888-GO-REDHAT55"])
def test_letters_behind_a_word_are_surplus_only_without_digits_among_them(text):
    """Nobody leaves a digit out."""
    with pytest.raises(PhoneNumberError) as caught:
        PhoneNumber.parse(text)

    assert "too many" in str(caught.value)
