"""What to press for a number from any country: a rule and what differs from it."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any, Mapping

from supportlines.phones import Dial, PhoneNumber, dial_string, tel_uri
from supportlines.places import known_countries
from supportlines.web.abroad import grouped_abroad, press_abroad
from supportlines.web.feed.texts import joined_words, trimmed

if TYPE_CHECKING:
    from supportlines.directory import Line


def number_rows(line: Line, country: str, costs: Mapping[str, str]) -> list[list[Any]]:
    """Return how the number of *line* is reached by callers of *country*, from wherever they are.

    Args:
        line: Whose number it is.
        country: Where the phone is at home.
        costs: What a call costs by the country where the phone stands; where it cannot be made
            it has none.

    Returns:
        Rows of what is pressed, the link, the key of what it costs, the countries in which that is
        so, and the key of a note. The last stands for all other countries. Where what is pressed
        begins with "+" and there is no note, the prefix of the country goes before, if it is known.
    """
    number = line.number
    assert number is not None
    dialled = _pressed(number)
    found: dict[tuple[Any, ...], list[str]] = {}
    for one in (country, *(one for one in costs if one != country)):
        if one in dialled:
            keys, note = _keys(number, dialled[one], one, country)
            link = _link(line, number, one, country)
            row = (keys, link, _cost(line, costs.get(one)), note)
            found.setdefault(row, []).append(one)
    usual = [row for row in found if row[0].startswith("+") and row[3] is None]
    rest = max(usual, key=lambda row: len(found[row]), default=None)
    rows = [
        trimmed([keys, link, cost, joined_words(countries), note])
        for (keys, link, cost, note), countries in found.items()
        if (keys, link, cost, note) != rest
    ]
    return rows if rest is None else [*rows, trimmed(list(rest))]


def _keys(
    number: PhoneNumber, dialled: Dial, standing: str, country: str
) -> tuple[str, str | None]:
    """Return what is pressed where the phone is *standing*, and the key of a note."""
    pressed = dialled.text
    if number.e164 is not None:
        abroad = grouped_abroad(number)
        if pressed == press_abroad(standing, abroad):
            return f"+{abroad}", None
    if not pressed.startswith("+"):
        return pressed, "note_carrier_code" if dialled.carrier_prefix else None
    is_home = standing == country
    return pressed, "note_trunk_prefix_unknown" if is_home else "note_carrier_prefix"


def _link(line: Line, number: PhoneNumber, standing: str, country: str) -> str:
    """Return the link; digits that exist inside countries name the country's plan."""
    scheme = "sms" if line.channel == "sms" else "tel"
    if number.e164 is not None:
        return f"{scheme}:{number.e164}"
    place = country if country in number.exists_in else None
    found = tel_uri(number, place if standing == country else standing)
    return found.replace("tel:", f"{scheme}:", 1)


def _cost(line: Line, cost: str | None) -> str | None:
    """Return the key of what is said of a cost; that it is not known is said of calls alone."""
    if cost in (None, "unknown") and line.channel != "phone":
        return None
    return f"cost_{cost or 'unknown'}"


def contact_row(contact: Any, uri: str | None, cost: str, channel: str) -> list[Any]:
    """Return how an option is reached that has no number to dial: the same from everywhere."""
    key = None if cost == "unknown" and channel != "phone" else f"cost_{cost}"
    is_number = isinstance(contact, str) and contact.startswith("+")
    return trimmed([contact or "", uri, key, None, "" if is_number else None])


@lru_cache(maxsize=4096)
def _pressed(number: PhoneNumber) -> Mapping[str, Dial]:
    """Return what to press for *number*, by the country where the phone stands."""
    found = {}
    for country in number.exists_in if number.e164 is None else known_countries():
        dialled = dial_string(number, country)
        if dialled is not None:
            found[country] = dialled
    return found
