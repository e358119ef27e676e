"""Public holidays of a country or a part of it, from the package `holidays` if it is there."""

from __future__ import annotations

from functools import lru_cache
from typing import Iterable, Union

from supportlines.places.calendars import (
    CountryCalendar,
    DividedCalendar,
    HolidayCalendar,
    NationalCalendar,
    PartsCalendar,
)
from supportlines.places.errors import UnknownSubdivisionError
from supportlines.places.package import kind_of
from supportlines.places.parts import (
    COUNTRIES_BY_THEMSELVES,
    around,
    is_code,
    is_part,
    is_whole,
    named_parts,
    widest,
    within,
)

Calendar = Union[HolidayCalendar, DividedCalendar, NationalCalendar]


@lru_cache(maxsize=512)
def public_holidays(country: str, subdivision: str | None = None) -> Calendar | None:
    """Return the calendar of *country*, or None if nobody here knows its public holidays.

    They are those of category "public" in the package `holidays` (the extra of the same
    name), in English where it has English names. None means that the package is not
    installed or does not know the country: then no day may be called a holiday.

    Without *subdivision*, a day is one of the country's holidays if every part keeps it;
    a day that only some keep is told by `parts_on`, and hours that depend on it are unknown.
    Parts that are countries by themselves (Puerto Rico of the United States) do not count.

    Args:
        country: A code of ISO 3166-1, as `parse_country` returns it.
        subdivision: A part of it by ISO 3166-2 ("DE-BY" or "BY", in any case). One of which the
            package knows no holidays has those of the part that it lies in ("FR-67" of Alsace),
            or of the whole country ("FR-IDF"). The package knows some parts that have no such
            code, by name.

    Raises:
        UnknownSubdivisionError: If there is no such part of the country.
    """
    kind = kind_of(country)
    known: tuple[str, ...] = () if kind is None else tuple(kind.subdivisions)
    if subdivision is not None:
        return _of_part(country, subdivision, known, is_known=kind is not None)
    if kind is None:
        return None
    left_out = COUNTRIES_BY_THEMSELVES.get(country, ())
    parts = tuple(HolidayCalendar(country, each) for each in known if each not in left_out)
    whole = HolidayCalendar(country)
    if not parts:
        return whole
    return CountryCalendar(whole, parts, complete=is_whole(country, known))


def subdivision_of(country: str, text: str) -> str:
    """Return what stands behind the hyphen of the code of a part of *country*.

    Args:
        country: A code of ISO 3166-1, as `parse_country` returns it.
        text: A code of ISO 3166-2, with the country or without, in any case; or what the package
            `holidays` calls a part.

    Raises:
        UnknownSubdivisionError: If there is no such part of the country.

    >>> subdivision_of("FR", "fr-idf"), subdivision_of("FR", "67")
    ('IDF', '67')
    """
    part = text.strip()
    if part.upper().startswith(country + "-"):
        part = part[len(country) + 1 :]
    if is_part(country, part.upper()):
        return part.upper()
    kind = kind_of(country)
    known: tuple[str, ...] = () if kind is None else tuple(kind.subdivisions)
    for each in (*known, *named_parts(country)):
        if each.upper() == part.upper():
            return each
    if part and kind is None and not is_code(part.upper()):
        return part  # a name that the package may have, where it is installed
    raise UnknownSubdivisionError(text, country, known)


def _of_part(country: str, text: str, known: tuple[str, ...], *, is_known: bool) -> Calendar | None:
    """Return the calendar of a part of *country*, or None if nobody knows the country's."""
    part = subdivision_of(country, text)
    if not is_known:
        return None
    for each in (part, *around(country, part)):
        if each in known:
            return HolidayCalendar(country, each)
    inner = tuple(HolidayCalendar(country, each) for each in within(country, part) if each in known)
    whole = HolidayCalendar(country)
    if not inner:
        return whole
    return CountryCalendar(whole, inner, part, complete=is_whole(country, known, part))


def holidays_of_some(country: str, parts: Iterable[str]) -> Calendar | None:
    """Return the calendar of who is in one of some *parts*, or None if nobody here knows it.

    A day is one of their holidays if all of the parts keep it; a day that only some keep is told
    by `parts_on`. The order of *parts* makes no difference.

    Args:
        country: A code of ISO 3166-1.
        parts: Codes of parts of it; see `public_holidays`. Those that lie in another of them
            and have its holidays are not told apart from it.

    Raises:
        UnknownSubdivisionError: If there is no such part of the country.
    """
    return _of_some(country, tuple(sorted(set(parts))))


@lru_cache(maxsize=512)
def _of_some(country: str, parts: tuple[str, ...]) -> Calendar | None:
    codes: dict[Calendar, list[str]] = {}
    for part in parts:
        calendar = public_holidays(country, part)
        if calendar is None:
            return None
        codes.setdefault(calendar, []).append(part)
    if len(codes) == 1:
        return next(iter(codes))
    return PartsCalendar(
        country, [(code, one) for one, alike in codes.items() for code in widest(alike)]
    )


@lru_cache(maxsize=512)
def national_holidays(country: str) -> Calendar | None:
    """Return the holidays of *country* as a whole, or None if nobody here knows them.

    They are those of the calendar that the package has of the whole country, whatever some
    parts do, and those that every part keeps. No day of it is one of some parts only.
    """
    calendar = public_holidays(country)
    return NationalCalendar(calendar) if isinstance(calendar, CountryCalendar) else calendar
