"""Which days of the week are the weekend of a country, and with which day its week begins."""

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


_FIRST_DAYS = {
    # Monday is 0, and first everywhere else.
    "MV": 4,
    **dict.fromkeys(
        "AF BH DJ DZ EG IQ IR JO KW LY OM QA SD SY".split(),  # noqa: SIM905 - one row
        5,
    ),
    **dict.fromkeys(
        "AG AS BD BR BS BT BW BZ CA CO DM DO ET GT GU HK HN ID IL IN IS JM JP KE KH KR LA".split(),  # noqa: SIM905
        6,
    ),
    **dict.fromkeys(
        "MH MM MO MT MX MZ NI NP PA PE PH PK PR PT PY SA SG SV TH TT TW UM US VE VI WS YE ZA ZW".split(),  # noqa: E501, SIM905
        6,
    ),
}
"""CLDR 48, weekData (read on 2026-12-04; a test compares it with Babel's)."""


def first_day_of(country: str) -> int:
    """Return the weekday with which calendars of *country* begin, Monday being 0.

    >>> first_day_of("GB"), first_day_of("US"), first_day_of("EG")
    (0, 6, 5)
    """
    return _FIRST_DAYS.get(country, 0)
