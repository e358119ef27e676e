"""Which days hours mean by their public holidays, and what they are called in a sentence."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple, Sequence

from supportlines.changes.places import LOCALE
from supportlines.directory import CALLER, NATIONAL, NOT_STATED
from supportlines.lookup.holidays import HolidaysOfParts, holidays_for
from supportlines.places import country_name

if TYPE_CHECKING:
    from supportlines.changes.window import Window
    from supportlines.directory import Facts
    from supportlines.lookup import Caller
    from supportlines.lookup.histories import Stated
    from supportlines.lookup.holidays import Holidays


class Kept(NamedTuple):
    """The holidays that some hours speak of."""

    calendar: Holidays
    words: str
    """What they are called: "public holidays"."""


class KeptDays(NamedTuple):
    """Those within a window, by their number there."""

    whole: frozenset[int]
    of_parts: frozenset[int]
    """Days that only some parts of the country keep."""


def kept_by(facts: Facts, caller: Caller, stated: Sequence[Stated]) -> Kept | None:
    """Return which holidays hours speak of; None if it is of none, or of several sorts."""
    found = {
        Kept(holidays_for(facts, one.first, caller), _words(facts, one.first.holidays))
        for one in stated
        if one.timetable().names_holidays
    }
    return found.pop() if len(found) == 1 else None


def _words(facts: Facts, name: str) -> str:
    if name in (CALLER, NOT_STATED):
        return "public holidays"
    if name == NATIONAL:
        return "national holidays"
    if name in facts.calendars:
        return f'the days of the calendar "{name}"'
    country, _, part = name.partition("-")
    if part == NATIONAL:
        return f"the national holidays of {country_name(country, LOCALE)}"
    return f"the public holidays of {name if part else country_name(country, LOCALE)}"


@lru_cache(maxsize=256)
def days_kept(calendar: Holidays, window: Window) -> KeptDays:
    """Return the days of *window* that *calendar* has."""
    days = [(number, window.date_of(number)) for number in range(window.days)]
    divided = calendar if isinstance(calendar, HolidaysOfParts) else None
    return KeptDays(
        frozenset(number for number, day in days if calendar.name_on(day) is not None),
        frozenset(number for number, day in days if divided is not None and divided.parts_on(day)),
    )
