"""What to press for a number from any country: a rule and what differs from it."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any, Iterable, Mapping, Sequence

from supportlines.phones import PhoneNumber, dial_string, tel_uri
from supportlines.places import known_countries

if TYPE_CHECKING:
    from supportlines.directory import Line

_PROBES = ("+442079460958", "+12025550123")
"""Numbers set aside for fiction under two calling codes: one of them is abroad, wherever one is."""

USUAL_PREFIX = "00"


@lru_cache(maxsize=1)
def prefixes() -> Mapping[str, str]:
    """Return what goes before a number of another country, by the country where the phone stands.

    Where it depends on the carrier it is "+", as a mobile telephone takes it.
    """
    return {country: _prefix(country) for country in known_countries()}


def _prefix(country: str) -> str:
    for digits in _PROBES:
        number = PhoneNumber.parse(digits)
        dialled, abroad = dial_string(number, country), _international(number)
        if dialled is not None and dialled.text.endswith(abroad):
            return dialled.text[: -len(abroad)].strip()
    return USUAL_PREFIX


def press_abroad(country: str, abroad: str) -> str:
    """Return what to press in *country* for a number that is written *abroad* there.

    >>> press_abroad("DE", "1 202 555 0123"), press_abroad("BR", "1 202 555 0123")
    ('00 1 202 555 0123', '+1 202 555 0123')
    """
    prefix = prefixes()[country]
    return f"+{abroad}" if prefix == "+" else f"{prefix} {abroad}"


def _international(number: PhoneNumber) -> str:
    return number.grouped.lstrip("+")


def number_record(line: Line, country: str, costs: Mapping[str, str]) -> dict[str, Any]:
    """Return how the number of *line* is pressed by callers of *country*, from wherever they are.

    Args:
        line: Whose number it is.
        country: Where the phone is at home.
        costs: What a call costs by the country where the phone stands; where it cannot be made
            it has none.

    Returns:
        "abroad" is what follows the prefix of another country, "home" what is pressed at home and
        "press" what is pressed in some countries, where that is something else; "e164" stands
        where its digits are not those of "abroad", "uri" and "uris" are links of digits without
        it. "cost" is what is paid, "cost_abroad" elsewhere than at home and "costs" in some
        countries, where that is something else.
    """
    number = line.number
    assert number is not None
    if line.channel == "messaging" and number.e164 is not None:
        return {"e164": number.e164, "same": number.grouped}
    found: dict[str, Any] = {}
    dialled = _pressed(number)
    away = [one for one in costs if one != country]
    others: dict[str, list[str]] = {}
    abroad = None if number.e164 is None else _international(number)

    def is_usual(one: str) -> bool:
        return abroad is not None and dialled[one] == press_abroad(one, abroad)

    known = [one for one in (country, *away) if one in dialled]
    if any(is_usual(one) for one in known):
        found["abroad"] = abroad
    if number.e164 not in (None, f"+{_digits(found.get('abroad', ''))}"):
        found["e164"] = number.e164
    if country in dialled and not is_usual(country):
        found["home"] = dialled[country]
    for one in away:
        if one in dialled and not is_usual(one):
            others.setdefault(dialled[one], []).append(one)
    if others:
        found["press"] = others
    found.update(_costs(costs, country, away))
    if number.e164 is None:
        found.update(_links(number, country, [one for one in away if one in dialled]))
    return found


def _digits(text: str) -> str:
    return "".join(one for one in text if one.isdigit())


def _costs(costs: Mapping[str, str], country: str, away: Sequence[str]) -> dict[str, Any]:
    """Return what a call costs at home and elsewhere; what nobody knows is left out."""
    found: dict[str, Any] = {}
    if costs.get(country, "unknown") != "unknown":
        found["cost"] = costs[country]
    others: dict[str, list[str]] = {}
    for one in away:
        others.setdefault(costs[one], []).append(one)
    if others:
        usual = max(others, key=lambda cost: len(others[cost]))
        del others[usual]
        if usual != costs.get(country, "unknown"):
            found["cost_abroad"] = usual
    return {**found, "costs": others} if others else found


@lru_cache(maxsize=4096)
def _pressed(number: PhoneNumber) -> Mapping[str, str]:
    """Return what to press for *number*, by the country where the phone stands."""
    found = {}
    for country in number.exists_in if number.e164 is None else known_countries():
        dialled = dial_string(number, country)
        if dialled is not None:
            found[country] = dialled.text
    return found


def _links(number: PhoneNumber, country: str, away: Iterable[str]) -> dict[str, Any]:
    """Return the links of digits that exist inside countries: each names the country's plan."""
    home = tel_uri(number, country if country in number.exists_in else None)
    uris: dict[str, list[str]] = {}
    for one in away:
        link = tel_uri(number, one)
        if link != home:
            uris.setdefault(link, []).append(one)
    return {"uri": home, **({"uris": uris} if uris else {})}
