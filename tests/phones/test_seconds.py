"""A second number, another ending or hours behind a whole number are refused, never dialled."""

from __future__ import annotations

import pytest

from supportlines.phones import PhoneNumber, PhoneNumberError


@pytest.mark.parametrize(
    ("text", "only_in", "second"),
    [
        ("0800 1111 / 0800 1112", "GB", "0800 1112"),
        ("0800 1111/0800 1112", "GB", "0800 1112"),
        ("116 123 / 116 006", "GB", "116 006"),
        ("030 123456 / 030 123457", "DE", "030 123457"),
        ("1-800-555-0123 / 1-800-555-0124", "US", "1-800-555-0124"),
        ("13 11 14 / 1300 555 000", "AU", "1300 555 000"),  # of another length
        ("*2700 / *2701", "IL", "*2701"),
        ("*2700 *2701", "IL", "*2701"),
        ("#7119 / #7120", "IL", "#7120"),
        ("+49 30 23125000 / 030 23125001", None, "030 23125001"),
        # Whatever stands between two numbers that are too long for one.
        ("0800 1111 - 0800 1112", "GB", "0800 1112"),
        ("0800 1111 \u2013 0800 1112", "GB", "0800 1112"),
        ("0800 1111   0800 1112", "GB", "0800 1112"),
        ("030 123456 030 123457", "DE", "030 123457"),
        ("044 668 18 00 . 044 668 18 01", "CH", "044 668 18 01"),
        ("*2700 - *2701", "IL", "*2701"),
        ("*2700 (*2701)", "IL", "*2701)"),
        # Another ending of the same number.
        ("044 668 18 00/01", "CH", "01"),
        ("+41 44 668 18 00/01", None, "01"),
        ("01 99 00 12 34/35", "FR", "35"),
        ("+49 30 23125 / 23126", None, "23126"),
        ("+44 20 7946 0958 / 0959", None, "0959"),
        # In a plan of all lengths the area stands before the second one as well.
        ("+43 1 53115 01 53116", None, "01 53116"),
        ("+43 1 53115 - 01 53116", None, "01 53116"),
        ("+49 30 123456 - 123457", None, "123457"),
        # Short numbers, in any pair.
        ("133/144", "AT", "144"),
        ("15 - 112", "FR", "112"),
        ("911/104", "UY", "104"),
        ("116117/112", "DE", "112"),
        ("115/0800 1234567", "DE", "0800 1234567"),
        ("044 668 18 00 - 044 668 18 01", "CH", "044 668 18 01"),
        # Codes of stars and hashes.
        ("*100# / *101#", "PE", "*101#"),
        ("*100# *101#", "PE", "*101#"),
        ("*111#/*112#", "PE", "*112#"),
        ("*121# / 121", "IN", "121"),
        ("*2700/2701", "IL", "2701"),
        ("*611 - 1-800-555-0100", "US", "1-800-555-0100"),
        # Hours in digits alone.
        ("+49 30 23125000 9-17", None, "9-17"),
        ("+49 30 23125000 9 - 17", None, "9 - 17"),
        ("+49 30 23125000 08\u201318", None, "08\u201318"),
        ("+49 30 23125000 24-7", None, "24-7"),
        ("0800 1111 9-17", "GB", "9-17"),
        ("0800 1111 9-5", "GB", "9-5"),
        ("*2700 9-17", "IL", "9-17"),
        ("116 123 24-7", "GB", "24-7"),
        ("0800 1111 9\u201117", "GB", "9\u201117"),
        ("0800 1111 22-6", "GB", "22-6"),
        ("0800 1111 9-17.", "GB", "9-17."),
        ("0800 1111 8.30-17", "GB", "8.30-17"),
        ("+43 1 53115 8-12/13-17", None, "8-12/13-17"),
        ("+43 1 53115 8-17.30", None, "8-17.30"),
        ("+43 1 53115 9-17", None, "9-17"),
        # Behind a number that a text relay calls.
        ("18001 0800 1111 / 0800 1112", "GB", "0800 1112"),
        ("18001 116 123 9-17", "GB", "9-17"),
        ("18003 0808 157 0999", "GB", "157 0999"),  # no prefix of a relay
    ],
)
def test_what_stands_behind_a_whole_number_is_refused(text, only_in, second):
    """At its place: one number is read, or none."""
    with pytest.raises(PhoneNumberError) as caught:
        PhoneNumber.parse(text, only_in=only_in)

    error = caught.value
    assert text[error.offset :] == second
    assert error.problem == f'has "{second}" behind digits that are a number by themselves'


@pytest.mark.parametrize(
    ("text", "only_in", "digits"),
    [
        # What calls a text relay, and the number that it calls.
        ("18001 0808 157 0999", "GB", "1800108081570999"),
        ("18002-020-7946-0958", "GB", "1800202079460958"),
        ("18001 116 123", "GB", "18001116123"),
        ("18001", "GB", "18001"),
        # A slash behind the code of an area.
        ("04131/12345", "DE", "0413112345"),
        ("030/123456", "DE", "030123456"),
        ("0171/1234567", "DE", "01711234567"),
        ("0 41 31 / 1 23 45", "DE", "0413112345"),  # in pairs, as Germans wrote it until 2001
        ("+49 (0)30 / 23125000", None, "493023125000"),
        ("+49 171 / 123 45 67", None, "491711234567"),
        ("+353 1 / 234 5678", None, "35312345678"),
        ("02/123.45.67", "BE", "021234567"),
        ("01/23/45/67/89", "FR", "0123456789"),
        ("060/01 234", "HR", "06001234"),
        ("+598 2123/1234", None, "59821231234"),
        ("+49 6131/493456", None, "496131493456"),  # the rest begins like the calling code
        ("+43 7242/432100", None, "437242432100"),
        ("+49 1805/010111", None, "491805010111"),  # the rest begins with 0
        ("01803/01801", "DE", "0180301801"),
        ("2123/2183", "UY", "21232183"),
        ("+598 2123/0113", None, "59821230113"),
        # An extension behind a slash, as Austria writes it.
        ("+43 1 40 400/0", None, "431404000"),
        ("01/40 400/0", "AT", "01404000"),
        ("+43 50100/0", None, "43501000"),
        ("+49 30 23125000 / 01", None, "493023125000" + "01"),
        # An extension behind a hyphen, and groups that are no hours.
        ("+49 6131 17-20", None, "4961311720"),
        ("+49 7071 9-17", None, "497071917"),
        ("+43 5574 6-12", None, "435574612"),
        ("+49 89 5 14 10-24", None, "49895141024"),
        ("+43 662 8044 10-12", None, "4366280441012"),
        ("06131 12-24", "DE", "061311224"),
        ("+352 28 22 09-11", None, "35228220911"),
        ("+43 1 531 15-0", None, "431531150"),
        ("+43 1 531 15-2222", None, "431531152222"),
        ("030 23125-0", "DE", "030231250"),
        ("+49 30 231 25-12", None, "49302312512"),
        ("+49 30 231 12-10", None, "49302311210"),
        ("01 23 45 10-12", "FR", "0123451012"),  # the number is not whole before them
        ("+1 202 555 01-23", None, "12025550123"),
        # Stars in one piece.
        ("*123*45678#", "IL", "*123*45678#"),
        ("* 2700", "IL", "*2700"),
        ("*123 *1#", "PE", "*123*1#"),
        ("** 61 * 12 #", "DE", "**61*12#"),
        ("#7119", "JP", "#7119"),
    ],
)
def test_what_belongs_to_a_number_is_read(text, only_in, digits):
    """However it is grouped."""
    assert PhoneNumber.parse(text, only_in=only_in).digits == digits
