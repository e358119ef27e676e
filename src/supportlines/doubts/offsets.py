"""Doubts about time zones that are an offset, the same all year, and no clock of a country."""

from __future__ import annotations

from typing import TYPE_CHECKING, Iterable, Iterator, Mapping

from supportlines.directory import CALLER, Path
from supportlines.doubts.doubt import Suspicion
from supportlines.doubts.doubtful import Doubtful, Needs
from supportlines.doubts.printed_hours import offsets_of, seasons_of
from supportlines.errors import quoted
from supportlines.phones import country_of
from supportlines.places import zones_of

if TYPE_CHECKING:
    from supportlines.doubts.ground import Ground, PlacedRule

_OFFSETS = frozenset(
    "EST MST HST UTC UCT GMT GMT0 GMT+0 GMT-0 Greenwich Universal Zulu".split()  # noqa: SIM905
)
_MEANT: Mapping[str, str] = {"EST": "America/New_York", "MST": "America/Denver"}
"""Whose clock people mean who write an abbreviation of the winter."""

_USUAL = ("America/New_York", "America/Chicago", "America/Denver", "America/Los_Angeles")


def zones_that_are_offsets(ground: Ground) -> Iterator[Suspicion]:
    """Yield zones that are an offset which no country concerned keeps all year."""
    year = ground.today.year
    for key, content in (ground.content.get("countries") or {}).items():
        country = key.strip().upper()
        facts = ground.directory.countries.get(country)
        if facts is not None and facts.time_zone is not None:
            path: Path = ("countries", key, "time_zone")
            written = content["time_zone"]
            yield from _doubtful(facts.time_zone, written, (country,), year, path)
    for placed in ground.rules:
        zone = placed.rule.time_zone
        if zone != CALLER and not _is_printed(placed):
            path = (*placed.path, "time_zone")
            countries = sorted(placed.countries | _homes(placed))
            yield from _doubtful(zone, placed.content["time_zone"], countries, year, path)


def _doubtful(
    zone: str, written: str, countries: Iterable[str], year: int, path: Path
) -> Iterator[Suspicion]:
    if not is_offset(zone):
        return
    own = _clock(zone, year)
    around: list[str] = [each for country in countries for each in zones_of(country)]
    if any(_clock(each, year) == own for each in around):
        return
    found = (
        f"{quoted(written)} is {_ahead(own[0])} all year, "
        "and no country that the hours are for keeps such a clock."
    )
    likely = _likely(zone, around, own[0], year)
    remedy = 'Write the zone of the place whose clock it is, such as "America/New_York".'
    if likely is not None:
        remedy = f"Did you mean {quoted(likely)}?"
    yield Suspicion("zone-is-an-offset", path, found, remedy, written)


def is_offset(zone: str) -> bool:
    """Return whether *zone* is the name of an offset and of no place.

    >>> is_offset("Etc/GMT-1"), is_offset("EST"), is_offset("Japan")
    (True, True, False)
    """
    return zone.startswith("Etc/") or zone in _OFFSETS


def _is_printed(placed: PlacedRule) -> bool:
    """Return whether the source itself says UTC or GMT."""
    printed = offsets_of(placed.rule.published_as or "")
    return any(one.offset == 0 for one in printed) and not any(_clock(placed.rule.time_zone, 2000))


def _homes(placed: PlacedRule) -> frozenset[str]:
    number = placed.line.line.number if placed.line is not None else None
    return frozenset(country_of(number)) if number is not None and not number.e164 else frozenset()


def _clock(zone: str, year: int) -> tuple[int, ...]:
    """Return the offsets of *zone* in January and July, in minutes."""
    return tuple(offset for _, offset in seasons_of(zone, year))


def _likely(zone: str, around: list[str], offset: int, year: int) -> str | None:
    """Return the zone whose winter has *offset*: of the countries concerned, if one has."""
    fitting = [each for each in around if min(_clock(each, year)) == offset]
    if fitting:
        return next((each for each in _USUAL if each in fitting), fitting[0])
    return _MEANT.get(zone)


def _ahead(minutes: int) -> str:
    if not minutes:
        return "UTC"
    hours, rest = divmod(abs(minutes), 60)
    return f"UTC{'+' if minutes > 0 else '-'}{hours}" + (f":{rest:02}" if rest else "")


DOUBTS = (
    Doubtful(
        "zone-is-an-offset",
        "the time zone is an offset that no country concerned keeps all year",
        zones_that_are_offsets,
        needs=Needs.COUNTRIES,
    ),
)
