"""What to press, and what to put into a link, from where the telephone stands."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from supportlines.phones.errors import check_country, check_number

if TYPE_CHECKING:
    from supportlines.phones.number import PhoneNumber

_AMERICA = 1
"""The calling code of a plan that presses itself before every number."""

_CARRIER_WITHIN = frozenset({"BR"})
"""Countries whose own long-distance calls need the code of a carrier (Anatel: 0, CSP, area)."""


@dataclass(frozen=True)
class Dial:
    """Keys to press, in groups.

    >>> Dial("8~10 800 4673 3428").text
    '8~10 800 4673 3428'
    """

    text: str
    """Digits with single spaces; ``~`` is where a second dial tone is waited for."""

    carrier_prefix: bool = False
    """A prefix that no table knows comes first: it depends on the caller's carrier.

    Where *text* begins with ``+`` the prefix stands in its place; a mobile telephone
    takes the ``+`` itself.
    """

    trunk_prefix_unknown: bool = False
    """What is pressed before the number inside its own country is not known.

    *text* begins with ``+``, as a mobile telephone takes it; the bare digits may reach nobody.
    """

    def __str__(self) -> str:
        return self.text


def dial_string(number: PhoneNumber, calling_from: str) -> Dial | None:
    """Return what to press for *number* on a telephone in the country *calling_from*.

    The rule is libphonenumber's for calls out of a country, with single spaces for its
    punctuation. Inside the number's own plan it leaves the trunk prefix out where it has no
    format for the number; there the prefix comes from the plan, if all its numbers have it.
    Who is allowed to dial the number is another question, and data.

    Args:
        number: The number to ring.
        calling_from: Where the telephone stands, ISO 3166-1, not where the caller lives.

    Returns:
        None if the digits exist only inside other countries.

    >>> from supportlines.phones import PhoneNumber
    >>> universal = PhoneNumber.parse("+800 1234 5678")
    >>> dial_string(universal, "DE").text, dial_string(universal, "KR").carrier_prefix
    ('00 800 1234 5678', True)
    """
    check_number(number)
    check_country(calling_from)
    if number.e164 is None:
        return Dial(number.grouped) if calling_from in number.exists_in else None
    national = number.digits[len(str(number.calling_code)) :]
    return _dialled(number.calling_code or 0, national, number.grouped, calling_from)


@lru_cache(maxsize=4096)
def _dialled(calling_code: int, national: str, grouped: str, calling_from: str) -> Dial:
    """Return what to press for a number of the international plan.

    The package looks at the formats of a plan each time; a directory has few numbers.
    """
    import phonenumbers

    from supportlines.phones.numbering_plan import (
        calling_code_of,
        is_formatted,
        numbering,
        pressed_unformatted,
        spaced,
    )

    at_home = calling_code_of(calling_from) == calling_code
    if at_home and calling_code != _AMERICA and not is_formatted(calling_code, national):
        pressed = pressed_unformatted(calling_code, national)
        return Dial(grouped, trunk_prefix_unknown=True) if pressed is None else Dial(pressed)
    value = numbering(calling_code, national)
    text = spaced(phonenumbers.format_out_of_country_calling_number(value, calling_from))
    return Dial(
        text,
        carrier_prefix=text.startswith("+")
        or (
            calling_from in _CARRIER_WITHIN
            and at_home
            and phonenumbers.is_number_geographical(value)
        ),
    )


def tel_uri(number: PhoneNumber, calling_from: str | None = None) -> str:
    """Return the ``tel:`` link of *number*, RFC 3966.

    Digits that exist only inside a country carry that country's calling code as
    ``phone-context`` (section 5.1.4) and are dialled as they stand: ``tel:+1988`` would
    not ring 988. Of a number with ``#`` the hash is written ``%23``, as in every URI.
    Steps after the answer have no place in the scheme.

    Args:
        number: The number to ring.
        calling_from: Where the telephone stands, ISO 3166-1; decides between the countries
            of digits that exist in several, the first of which is taken otherwise.

    >>> from supportlines.phones import PhoneNumber
    >>> tel_uri(PhoneNumber.parse("+44 20 7946 0958"))
    'tel:+442079460958'
    >>> tel_uri(PhoneNumber.parse("116 123", only_in=["DE", "GB"]), "GB")
    'tel:116123;phone-context=+44'
    """
    check_number(number)
    if number.e164 is not None:
        return "tel:" + number.e164
    if calling_from is not None:
        check_country(calling_from)
        number = number.inside(calling_from)
    digits = number.digits.replace("#", "%23")
    return f"tel:{digits};phone-context=+{number.calling_code}"


def sms_uri(number: PhoneNumber, calling_from: str | None = None, body: str | None = None) -> str:
    """Return the ``sms:`` link of *number*, RFC 5724, with what is to be written.

    Args:
        number: The number to write to.
        calling_from: As for `tel_uri`.
        body: The text of the message; None for none.

    >>> from supportlines.phones import PhoneNumber
    >>> sms_uri(PhoneNumber.parse("+44 7700 900123"), body="HELP me")
    'sms:+447700900123?body=HELP%20me'
    """
    link = "sms:" + tel_uri(number, calling_from)[len("tel:") :]
    return link if body is None else f"{link}?body={_quoted(body)}"


def _quoted(text: str) -> str:
    """Return *text* as a part of a link, RFC 3986: all but unreserved characters escaped."""
    return "".join(
        chr(byte) if byte in _UNRESERVED else f"%{byte:02X}" for byte in text.encode("utf-8")
    )


_UNRESERVED = frozenset(b"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~")
