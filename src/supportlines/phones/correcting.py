"""Finding what a wrong number was probably meant to be: to compare with, never to dial."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from typing import Iterator

import phonenumbers

from supportlines.errors import listed
from supportlines.phones.kinds import Kind, kind_of
from supportlines.phones.likely import Likely
from supportlines.phones.number import PhoneNumber
from supportlines.phones.numbering_plan import numbering, possible_lengths
from supportlines.phones.readings import behind_way_abroad, former_prefix, grouped, read_inside

_LONGEST_PREFIX = 4  # the code of a carrier, or an old trunk prefix
_SHOWN = 2
_FEWEST = 5  # digits; what is left of a shorter number says nothing


def likely_inside(digits: str, country: str, kind: Kind = "unknown") -> Likely | None:
    """Return what the keys *digits*, which reach nothing in *country*, were meant to be.

    >>> likely_inside("018001231661", "MX")
    Likely(text='+52 800 123 1661', confidence='high', \
reason='Behind "01", which is no longer dialled there, stands a sound number.')
    """
    former = former_prefix(digits, country)
    if former is not None:
        found = read_inside(digits[len(former) :], country)
        if found is not None:
            reason = f'Behind "{former}", which is no longer dialled there, stands a sound number.'
            return Likely(grouped(found), "high", reason)
    for changes in (_behind_prefixes(digits), _changed(digits)):
        sound: dict[str, str] = {}
        for changed, reason in changes:
            found = read_inside(changed, country)
            if found is not None:
                sound.setdefault(found, reason)
        if sound:
            best = _best(sound, kind)
            return replace(best, confidence="low") if _zeros_only(best, digits, country) else best
    return None


def _zeros_only(best: Likely, digits: str, country: str) -> bool:
    """Return whether *best* lacks nothing but zeros, which is likely where they lead abroad."""
    if behind_way_abroad(digits, country) is not None:
        return False
    return best.reason.startswith(('Behind "0"', 'Behind "00"', 'Behind "000"'))


def likely_abroad(calling_code: int, national: str, kind: Kind = "unknown") -> Likely | None:
    """Return what the digits *national* behind *calling_code*, which nobody has, were meant to be.

    >>> likely_abroad(7, "49095193313", "geographic")
    Likely(text='+7 499 519 33 13', confidence='medium', \
reason='Without its 3rd digit it is sound.')
    """
    sound: dict[str, str] = {}
    for changed, reason in _changed(national):
        if phonenumbers.is_valid_number(numbering(calling_code, changed)):
            sound.setdefault(f"+{calling_code}{changed}", reason)
    return _best(sound, kind) if sound else None


@lru_cache(maxsize=1024)
def usual_lengths(calling_code: int, kind: Kind) -> tuple[int, ...]:
    """Return how many digits follow *calling_code* in numbers of *kind*; of any if unknown.

    >>> usual_lengths(7, "toll_free"), 11 in usual_lengths(7, "unknown")
    ((10, 14), False)
    """
    region = phonenumbers.region_code_for_country_code(calling_code)
    metadata = phonenumbers.PhoneMetadata.metadata_for_region(region)
    parts = {"toll_free": "toll_free", "geographic": "fixed_line", "mobile": "mobile"}
    part = getattr(metadata, parts[kind], None) if kind in parts else None
    found = tuple(part.possible_length) if part is not None else ()
    return found or possible_lengths(calling_code)


def _behind_prefixes(digits: str) -> Iterator[tuple[str, str]]:
    for length in range(_LONGEST_PREFIX, 0, -1):
        if len(digits) - length >= _FEWEST:
            reason = f'Behind "{digits[:length]}" stands a sound number.'
            yield digits[length:], reason


def _changed(digits: str) -> Iterator[tuple[str, str]]:
    """Yield *digits* with one of them left out, and with two neighbours changed about."""
    for place in range(len(digits)):
        yield digits[:place] + digits[place + 1 :], f"Without its {_nth(place)} digit it is sound."
    for place in range(len(digits) - 1):
        one, other = digits[place], digits[place + 1]
        if one != other:
            changed = digits[:place] + other + one + digits[place + 2 :]
            yield (
                changed,
                f"With its {_nth(place)} and {_nth(place + 1)} digit swapped it is sound.",
            )


def _best(sound: dict[str, str], kind: Kind) -> Likely:
    """Return the best of the numbers *sound*, each with its reason."""
    fitting: list[str] = [one for one in sound if kind_of(PhoneNumber.parse(one)) == kind]
    chosen = fitting or list(sound)
    if len(chosen) == 1:
        return Likely(grouped(chosen[0]), "medium", sound[chosen[0]])
    shown = listed((grouped(one) for one in chosen[:_SHOWN]), "or")
    return Likely(shown, "low", f"{len(chosen)} numbers are as near.")


def _nth(place: int) -> str:
    endings = {0: "st", 1: "nd", 2: "rd"}
    return f"{place + 1}{endings.get(place, 'th')}"
