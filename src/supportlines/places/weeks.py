"""Which days of the week are the weekend of a country."""

from __future__ import annotations

_WEEKENDS = {
    # Bit sets, Monday being bit 0. Everywhere else Saturday and Sunday.
    "AF": 0b0011000,  # Thursday and Friday
    "IR": 0b0010000,  # Friday
    "IN": 0b1000000,  # Sunday
    "UG": 0b1000000,
    **dict.fromkeys(
        "BH DZ EG IL IQ JO KW LY OM QA SA SD SY YE".split(),  # noqa: SIM905 - one row
        0b0110000,  # Friday and Saturday
    ),
}
"""CLDR 49, weekData (read on 2026-11-30, a test compares it with Babel's): Babel has it in a file
per language alone, which are slow to open.
"""

_SATURDAY_AND_SUNDAY = 0b1100000


def weekend_of(country: str) -> int:
    """Return the weekend of *country* as a bit set, Monday being bit 0.

    >>> bin(weekend_of("GB")), bin(weekend_of("EG"))
    ('0b1100000', '0b110000')
    """
    return _WEEKENDS.get(country, _SATURDAY_AND_SUNDAY)
