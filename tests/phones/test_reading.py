"""Text becomes a number in one of three forms, or an error that says what to write."""

from __future__ import annotations

import copy
import pickle

import pytest

from supportlines.errors import SupportlinesError
from supportlines.phones import PhoneNumber, PhoneNumberError


@pytest.mark.parametrize(
    ("text", "e164", "grouped"),
    [
        ("+12025550123", "+12025550123", "+1 202 555 0123"),
        ("+1 (202) 555-0123", "+12025550123", "+1 202 555 0123"),
        ("  +44 20.7946.0958 ", "+442079460958", "+44 20 7946 0958"),
        ("+ 44 20 7946 0958", "+442079460958", "+44 20 7946 0958"),
        ("+44\u00a020\u20117946\u20130958", "+442079460958", "+44 20 7946 0958"),  # as pages do
        ("+49/30/23125000", "+493023125000", "+49 30 23125000"),
        ("+61 491 570 006", "+61491570006", "+61 491 570 006"),
        ("+33 1 99 00 12 34", "+33199001234", "+33 1 99 00 12 34"),
        ("+39 02 0000 0000", "+390200000000", "+39 02 0000 0000"),  # Italy dials its zero
    ],
)
def test_an_international_number_is_read_from_any_usual_spelling(text, e164, grouped):
    """Separators carry no meaning; the grouping shown is that of the number's country."""
    number = PhoneNumber.parse(text)

    assert (number.form, number.e164, number.grouped) == ("e164", e164, grouped)
    assert number.digits == e164[1:]
    assert number.only_in is None
    assert number.notes == ()


@pytest.mark.parametrize(
    ("text", "country", "form", "digits", "grouped"),
    [
        ("00800 100167", "QA", "national_only", "00800100167", "00800 100167"),
        ("00980-0542-0024", "PY", "national_only", "0098005420024", "00980 0542 0024"),
        ("001800 612 1045", "TH", "national_only", "0018006121045", "001800 612 1045"),
        ("00800 4488 29883", "TR", "national_only", "00800448829883", "00800 4488 29883"),
        ("00800-054-0402", "PA", "national_only", "008000540402", "00800 054 0402"),
        ("00801 861 036", "TW", "national_only", "00801861036", "00801 861 036"),
        ("0800-054-2046", "CR", "national_only", "08000542046", "0800 054 2046"),
        ("0800 123", "qa", "national_only", "0800123", "0800 123"),
        ("988", "US", "short", "988", "988"),
        ("116 123", "GB", "short", "116123", "116 123"),
        ("15", "FR", "short", "15", "15"),
    ],
)
def test_digits_of_one_country_are_kept_as_pressed(text, country, form, digits, grouped):
    """Phone parsers make other countries' numbers of the first five: +98 …, +800 ….."""
    number = PhoneNumber.parse(text, only_in=country)

    assert (number.form, number.digits, number.grouped) == (form, digits, grouped)
    assert number.only_in == country.upper()
    assert number.e164 is None


@pytest.mark.parametrize(
    ("text", "e164", "notes"),
    [
        (
            "+1 888 GO-REDHAT",
            "+18884673342",
            ('the surplus letter "T" at the end of "+1 888 GO-REDHAT" left out',),
        ),
        ("+800-GO-REDHAT", "+80046733428", ()),  # eight letters for eight digits
        ("+1 202 abcdefg", "+12022223334", ()),
        (
            "+1 202 555 HELPDESK",
            "+12025554357",
            ('the surplus letters "DESK" at the end of "+1 202 555 HELPDESK" left out',),
        ),
    ],
)
def test_letters_become_the_digits_on_their_keys(text, e164, notes):
    """A word may be longer than the number; what was left out is said."""
    number = PhoneNumber.parse(text)

    assert number.e164 == e164
    assert number.notes == notes


@pytest.mark.parametrize(
    ("text", "e164"),
    [
        ("+44 (0)20 7946 0958", "+442079460958"),
        ("+49 (0)30 23125 000", "+493023125000"),
        ("+7 8 800 555 2788", "+78005552788"),
    ],
)
def test_a_trunk_prefix_after_the_calling_code_is_left_out_with_a_note(text, e164):
    """It is dialled only inside the country."""
    number = PhoneNumber.parse(text)

    assert number.e164 == e164
    (note,) = number.notes
    assert note.startswith(f'"{text}" read as {e164}')


WHOLE = (
    'Write it with "+" and the calling code, for example "+44 20 7946 0958", or name the one '
    "country in which these digits are pressed as they stand (only_in)."
)
COMPARE = "Compare it with the source."
ALONE = (
    "Write the number alone, and the extension as a step: it is pressed after the call is answered."
)
CODE = 'Compare it with the source; a calling code follows the "+", for example "+44".'
SPLIT = (
    "has no calling code before its first gap: only together with what follows would it be "
    '"+880". Write "+880 …" if that is the calling code, else compare it with the source.'
)


@pytest.mark.parametrize(
    ("text", "offset", "rest"),
    [
        ("020 7946 0958", 0, f'has no "+" and no country. {WHOLE}'),
        (
            " 00800 100167",
            1,
            (
                'begins with "00", which is the way abroad in many countries and a part of the '
                f"number in others. {WHOLE}"
            ),
        ),
        ("", 0, f"has no digits. {WHOLE}"),
        ("+", 0, f"has no digits. {WHOLE}"),
        (
            "+800 100167",
            1,
            (
                "has 6 digits after +800, and an international freephone number has exactly 8. "
                "Compare it with the source; if 00800 … is what people press inside one country, "
                'write it without "+" and name that country (only_in).'
            ),
        ),
        (
            "+612 976",
            1,
            f"has 4 digits after +61, too few: numbers there have 5 to 10 or 12. {COMPARE}",
        ),
        (
            "+1 202 555 01234",
            1,
            f"has 11 digits after +1, too many: numbers there have 10. {COMPARE}",
        ),
        ("+7 490 951 933 13", 1, f"has 11 digits after +7: numbers there have 10 or 14. {COMPARE}"),
        (
            "+52 01800 123 1661",
            1,
            f"has 12 digits after +52, too many: numbers there have 10. {COMPARE}",
        ),
        ("+1", 1, f"has no digits after +1, too few: numbers there have 10. {COMPARE}"),
        ("+1 2", 1, f"has 1 digit after +1, too few: numbers there have 10. {COMPARE}"),
        ("+0800 123 456", 1, f"begins with no calling code in use. {CODE}"),
        ("+999 123 4567", 1, f"begins with no calling code in use. {CODE}"),
        ("+999 FLOWERS", 1, f"begins with no calling code in use. {CODE}"),  # a word behind it
        (
            "+1 20 FLOWER",
            1,
            f"has 8 digits and letters after +1, too few: numbers there have 10. {COMPARE}",
        ),
        ("+8 800 555 0199", 1, SPLIT),
        (
            "++1 202 555 0123",
            1,
            (
                'has a "+" that is not its first character. Write "+" once, in front of the '
                "calling code."
            ),
        ),
        ("+1 202 555 0123 ext. 42", 16, f'ends in the extension "ext. 42". {ALONE}'),
        ("+1 202 555 0123x42", 15, f'ends in the extension "x42". {ALONE}'),
        (
            "+1 202 555 0123,,1#",
            15,
            (
                'has ",", which is no part of a number. Write the number alone, and what is '
                "pressed after the answer as steps."
            ),
        ),
        ("tel:+12025550123", 0, 'is a link. Write the number without "tel:".'),
        (
            "+44 20 7946 O958",
            12,
            (
                'has the letter "O", and fewer than three letters are no word. Write digits; 0 and '
                '1 are easily taken for "O" and "I".'
            ),
        ),
        (
            "+1 888 GO-REDНAT",
            13,
            (
                'has "Н" (U+041D, cyrillic capital letter en), a letter that is on no key. Write '
                "the letters A-Z that are printed on keys, or digits."
            ),
        ),
        (
            "+٤٤ 20 7946 0958",
            1,
            'has "٤" (arabic-indic digit four). Write numbers with the digits 0-9.',
        ),
        (
            "+1 202 555 0123 | 24",
            16,
            (
                'has "|", which is neither a digit nor a separator. Write digits with spaces or '
                "hyphens between them."
            ),
        ),
        (
            "+GO-REDHAT",
            1,
            "has letters where the calling code stands. Write the calling code in digits.",
        ),
    ],
)
def test_what_is_no_international_number_is_refused_with_a_remedy(text, offset, rest):
    """The message quotes what was found, the offset points at it, the remedy ends it."""
    with pytest.raises(PhoneNumberError) as caught:
        PhoneNumber.parse(text)

    assert str(caught.value) == f'"{text}" {rest}'
    assert caught.value.offset == offset
    assert caught.value.text == text


@pytest.mark.parametrize(
    ("text", "country", "offset", "rest"),
    [
        (
            "+44 20 7946 0958",
            "GB",
            0,
            (
                'has a "+", so it does not exist inside GB alone. Leave out only_in, or write the '
                "digits as they are pressed in that country."
            ),
        ),
        ("1", "FR", 0, f"has 1 digit, too few to press inside one country. {COMPARE}"),
        ("", "FR", 0, f"has no digits, too few to press inside one country. {COMPARE}"),
        ("1" * 21, "FR", 20, f"has 21 digits, too many to press inside one country. {COMPARE}"),
        (
            "123",
            "UK",
            0,
            (
                'is said to exist only in "UK", for which no calling code is known. Name a country '
                'by its ISO 3166-1 code, for example "GB".'
            ),
        ),
    ],
)
def test_what_cannot_exist_in_one_country_alone_is_refused(text, country, offset, rest):
    """Digits and the country they exist in are checked together."""
    with pytest.raises(PhoneNumberError) as caught:
        PhoneNumber.parse(text, only_in=country)

    assert str(caught.value) == f'"{text}" {rest}'
    assert caught.value.offset == offset


def test_a_huge_text_is_refused_at_once_and_quoted_in_part():
    """Nobody reads 3 MB of digits; the message stays a sentence."""
    with pytest.raises(PhoneNumberError) as caught:
        PhoneNumber.parse("+" + "1" * 3_000_000)

    assert str(caught.value).startswith('"+1111')
    assert len(str(caught.value)) < 200


def test_a_long_text_is_cut_at_sixty_characters():
    """The cut is shown; what is not longer is quoted whole."""
    assert str(PhoneNumberError("1" * 60, 0, "is long", "Cut it.")).startswith(f'"{"1" * 60}" is')
    assert str(PhoneNumberError("1" * 61, 0, "is long", "Cut it.")).startswith(f'"{"1" * 59}…" is')


def test_a_message_holds_nothing_that_a_terminal_obeys():
    """Line breaks and escapes are shown, not sent."""
    with pytest.raises(PhoneNumberError) as caught:
        PhoneNumber.parse("+1\x1b[2J\n")

    assert str(caught.value).startswith(r'"+1\x1b[2J\n" has "U+001B"')


def test_numbers_are_equal_if_they_ring_the_same_telephone():
    """Spelling, grouping and notes are no part of it; the form is."""
    plain = PhoneNumber.parse("+44 20 7946 0958")
    national = PhoneNumber.parse("020 7946 0958", only_in="GB")

    assert plain == PhoneNumber.parse("+44 (0)20-79460958")
    assert hash(plain) == hash(PhoneNumber.parse("+442079460958"))
    assert plain != national
    assert national == PhoneNumber.parse("0207-9460958", only_in="gb")
    assert PhoneNumber.parse("988", only_in="US") != PhoneNumber.parse("988", only_in="CA")


def test_numbers_and_errors_survive_copying_and_pickling():
    """Answers are sent between processes."""
    number = PhoneNumber.parse("00800 100167", only_in="QA")
    error = PhoneNumberError("1", 0, "is short", "Write more.")

    assert pickle.loads(pickle.dumps(number)) == copy.deepcopy(number) == number  # noqa: S301
    assert str(pickle.loads(pickle.dumps(error))) == str(error)  # noqa: S301
    assert isinstance(error, SupportlinesError)
    assert isinstance(error, ValueError)


def test_what_was_written_takes_no_part_in_equality():
    """The same keys are the same number, however they were written."""
    plain, worded = PhoneNumber.parse("+1 888 467 3342"), PhoneNumber.parse("+1 888-GO-REDHAT")
    spaced, joined = (PhoneNumber.parse(each, only_in="GB") for each in ("0800 1111", "08001111"))

    assert (plain.notes, plain.surplus) != (worded.notes, worded.surplus)
    assert plain == worded
    assert hash(plain) == hash(worded)
    assert spaced.written != joined.written
    assert spaced == joined
    assert "written" not in repr(spaced)
    assert "surplus=" not in repr(worded)
