"""What to press, and what to put into a link, from where the telephone stands."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Optional

if TYPE_CHECKING:
    from .number import PhoneNumber

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

    def __str__(self) -> str:
        return self.text


def dial_string(number: PhoneNumber, calling_from: str) -> Optional[Dial]:
    """Return what to press for *number* on a telephone in the country *calling_from*.

    The rule is libphonenumber's for calls out of a country, with single spaces for its
    punctuation. Who is allowed to dial the number is another question, and data.

    Args:
        number: The number to ring.
        calling_from: Where the telephone stands, ISO 3166-1, not where the caller lives.

    Returns:
        None if the digits exist only inside another country.

    >>> from supportlines.phones import PhoneNumber
    >>> universal = PhoneNumber.parse("+800 1234 5678")
    >>> dial_string(universal, "DE"), dial_string(universal, "KR")
    (Dial(text='00 800 1234 5678', carrier_prefix=False), Dial(text='+800 1234 5678', \
carrier_prefix=True))
    """
    if number.only_in is not None:
        return Dial(number.grouped) if calling_from == number.only_in else None
    import phonenumbers

    from .plan import calling_code_of, numbering, spaced

    value = numbering(number.calling_code, number.digits[len(str(number.calling_code)) :])
    text = spaced(phonenumbers.format_out_of_country_calling_number(value, calling_from))
    return Dial(
        text,
        carrier_prefix=text.startswith("+")
        or (
            calling_from in _CARRIER_WITHIN
            and calling_code_of(calling_from) == number.calling_code
            and phonenumbers.is_number_geographical(value)
        ),
    )


def tel_uri(number: PhoneNumber) -> str:
    """Return the ``tel:`` link of *number*, RFC 3966.

    Digits that exist only inside a country carry that country's calling code as
    ``phone-context`` (section 5.1.4) and are dialled as they stand: ``tel:+1988`` would
    not ring 988. Steps after the answer have no place in the scheme.

    >>> from supportlines.phones import PhoneNumber
    >>> tel_uri(PhoneNumber.parse("+44 20 7946 0958"))
    'tel:+442079460958'
    >>> tel_uri(PhoneNumber.parse("988", only_in="US"))
    'tel:988;phone-context=+1'
    """
    if number.e164 is not None:
        return "tel:" + number.e164
    return f"tel:{number.digits};phone-context=+{number.calling_code}"
