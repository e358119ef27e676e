"""What kind of number it is, what a call costs, and which countries it belongs to."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, get_args

from supportlines.phones.errors import PhoneNumberError, check_country, check_number

if TYPE_CHECKING:
    import phonenumbers

    from supportlines.phones.number import PhoneNumber

Kind = Literal[
    "toll_free",
    "toll_free_international",
    "shared_cost",
    "geographic",
    "mobile",
    "premium_rate",
    "unknown",
]
Cost = Literal["free", "local", "national", "international", "unknown"]

KINDS: tuple[Kind, ...] = get_args(Kind)
"""The kinds of a number, in the order in which the contract names them."""

COSTS: tuple[Cost, ...] = get_args(Cost)
"""What a call can cost this caller, in the order in which the contract names them."""


def _value(number: PhoneNumber) -> phonenumbers.PhoneNumber:
    """Return libphonenumber's value; in-country digits as if they followed the calling code."""
    from supportlines.phones.numbering_plan import numbering

    if number.e164 is None:
        return numbering(number.calling_code, number.digits)
    return numbering(number.calling_code, number.digits[len(str(number.calling_code)) :])


def kind_of(number: PhoneNumber) -> Kind:
    """Return what libphonenumber takes *number* for: a hint, what the source says wins.

    Of digits that exist in several countries it is what they are in all of them.

    >>> from supportlines.phones import PhoneNumber
    >>> kind_of(PhoneNumber.parse("+800 1234 5678"))
    'toll_free_international'
    >>> kind_of(PhoneNumber.parse("+44 20 7946 0958"))
    'geographic'
    """
    check_number(number)
    kinds = {_kind_of_one(number.inside(country)) for country in number.exists_in or ("",)}
    return kinds.pop() if len(kinds) == 1 else "unknown"


def _kind_of_one(number: PhoneNumber) -> Kind:
    import phonenumbers

    from supportlines.phones.numbering_plan import FREEPHONE_CALLING_CODE, short_number_cost

    if number.form == "e164" and number.calling_code == FREEPHONE_CALLING_CODE:
        return "toll_free_international"
    if not number.digits.isdigit():  # it knows nothing of star and hash
        return "unknown"
    value = _value(number)
    if number.only_in is not None and number.form == "short":
        cost = short_number_cost(value, number.only_in)
        if cost == phonenumbers.ShortNumberCost.TOLL_FREE:
            return "toll_free"
        return "premium_rate" if cost == phonenumbers.ShortNumberCost.PREMIUM_RATE else "unknown"
    types = phonenumbers.PhoneNumberType
    kinds: dict[int, Kind] = {
        types.FIXED_LINE: "geographic",
        types.FIXED_LINE_OR_MOBILE: "geographic",
        types.MOBILE: "mobile",
        types.TOLL_FREE: "toll_free",
        types.SHARED_COST: "shared_cost",
        types.PREMIUM_RATE: "premium_rate",
    }
    return kinds.get(phonenumbers.number_type(value), "unknown")


def cost_for(kind: Kind, number: PhoneNumber, calling_from: str) -> Cost:
    """Return what a call to *number* costs on a telephone in *calling_from*.

    Inside the number's country a shared-cost number is charged as a local call,
    a geographic or mobile one as a national call; from another country, of the same
    calling code or not, both are international. A toll-free number is free where it
    belongs; what it costs elsewhere is not known.

    Args:
        kind: What the number is; the directory's word, not libphonenumber's.
        number: The number to ring.
        calling_from: Where the telephone stands, ISO 3166-1.

    >>> from supportlines.phones import PhoneNumber
    >>> cost_for("geographic", PhoneNumber.parse("+44 20 7946 0958"), "DE")
    'international'
    """
    check_number(number)
    check_country(calling_from)
    if kind not in KINDS:
        remedy = f"Write one of {', '.join(KINDS)}."
        raise PhoneNumberError(str(kind), 0, "is no kind of a number", remedy)
    if kind == "toll_free_international":
        return "free"
    inside = belongs_to(number, calling_from)
    if kind == "toll_free":
        return "free" if inside else "unknown"
    if kind in ("premium_rate", "unknown") or not country_of(number):
        return "unknown"
    if not inside:
        return "international"
    if kind == "shared_cost":
        return "local"
    home = home_of(number.inside(calling_from))
    if home is None:
        return "unknown"
    return "national" if home == calling_from else "international"


def is_valid(number: PhoneNumber) -> bool | None:
    """Return whether libphonenumber knows *number*'s range; None where it cannot know.

    Its patterns change every few weeks: False is a doubt, no proof. Of digits that exist
    only inside a country it knows too few for a No.

    >>> from supportlines.phones import PhoneNumber
    >>> is_valid(PhoneNumber.parse("+44 20 7946 0958"))
    True
    >>> is_valid(PhoneNumber.parse("00980 0542 0024", only_in="PY")) is None
    True
    """
    check_number(number)
    import phonenumbers

    if number.e164 is not None:
        return bool(phonenumbers.is_valid_number(_value(number)))
    known = all(_is_known(number.inside(country), country) for country in number.exists_in)
    return True if known else None


def _is_known(number: PhoneNumber, country: str) -> bool:
    """Return whether libphonenumber knows the digits of *number* as those of *country*."""
    import phonenumbers

    from supportlines.phones.numbering_plan import short_number_cost

    if not number.digits.isdigit():  # it knows nothing of star and hash
        return False
    value = _value(number)
    known = short_number_cost(value, country) is not None
    return known or bool(phonenumbers.is_valid_number(value))


def country_of(number: PhoneNumber) -> tuple[str, ...]:
    """Return the countries that share *number*'s calling code, the main one first.

    Those in which they exist for digits of countries; () for a number of no country (+800).

    >>> from supportlines.phones import PhoneNumber
    >>> country_of(PhoneNumber.parse("+44 20 7946 0958"))
    ('GB', 'GG', 'IM', 'JE')
    """
    from supportlines.phones.numbering_plan import countries_of_calling_code

    check_number(number)
    if number.e164 is None:
        return number.exists_in
    return countries_of_calling_code(number.calling_code)


def belongs_to(number: PhoneNumber, country: str) -> bool:
    """Return whether *number* is one of the plan of *country*; true of +800 everywhere."""
    check_country(country)
    countries = country_of(number)
    return not countries or country in countries


def home_of(number: PhoneNumber) -> str | None:
    """Return the one country whose number this is; None if several share its range.

    >>> from supportlines.phones import PhoneNumber
    >>> home_of(PhoneNumber.parse("+1 202 555 0123"))
    'US'
    >>> home_of(PhoneNumber.parse("+1 800 555 0199")) is None
    True
    """
    import phonenumbers

    countries = country_of(number)
    if number.e164 is None or len(countries) <= 1:
        return countries[0] if len(countries) == 1 else None
    value = _value(number)
    types = phonenumbers.PhoneNumberType
    if phonenumbers.number_type(value) not in (
        types.FIXED_LINE,
        types.MOBILE,
        types.FIXED_LINE_OR_MOBILE,
    ):
        return None
    region = phonenumbers.region_code_for_number(value)
    return str(region) if region else None
