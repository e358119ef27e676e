"""A directory's lines as a table for people and as data for programs."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Any, Iterator, Sequence, Tuple

from supportlines.directory import ANY_LANGUAGE, LIVE_CHANNELS
from supportlines.errors import listed
from supportlines.lookup.conditions import limits_of, name_of
from supportlines.lookup.resolution import desks_told, languages_of
from supportlines.lookup.served import chains_served
from supportlines.render.layout import Paint, careful, plain, table
from supportlines.words import CHANNELS

if TYPE_CHECKING:
    from supportlines.directory import Facts, Line, Region

Listed = Tuple["Line", Tuple["Region", ...]]
"""A line with its regions, innermost first."""


def lines_data(
    listed: Sequence[Listed], facts: Facts | None = None, countries: Sequence[str] | None = None
) -> list[dict[str, Any]]:
    """Return one dictionary a line, ready for `json.dumps`, in the order given.

    Args:
        listed: The lines.
        facts: Their directory: desks are told if it has several, and languages as its callers
            have them; without it as the line's own regions state them.
        countries: Whose callers are meant; all whom a line serves by default.
    """
    return [
        {
            "line": line.id,
            "regions": [region.id for region in chain],
            "serves": list(line.serves),
            "serves_parts": list(line.serves_parts),
            "only_for": {name: list(values) for name, values in line.only_for.items()},
            "desk": next(iter(_desks(line, facts)), None),
            "desks": list(_desks(line, facts)),
            "channel": line.channel,
            "mode": "live" if line.is_live else "message",
            "via": line.via,
            "service": line.service,
            "send": line.send,
            "label": line.label,
            "number": line.number.e164 if line.number is not None else None,
            "digits": line.number.digits if line.number is not None else None,
            "only_in": _only_in(line),
            "url": line.url,
            "email": line.email,
            "address": line.address,
            "contact_is": line.contact_is,
            "published_as": line.published_as,
            "kind": line.kind,
            "languages": list(_spoken(line, chain, facts, countries)),
            "language_modes": dict(line.language_modes),
            "fallback": line.fallback,
            "unusable": line.unusable,
        }
        for line, chain in listed
    ]


def lines_text(
    listed: Sequence[Listed],
    facts: Facts | None = None,
    countries: Sequence[str] | None = None,
    *,
    paint: Paint = plain,
) -> str:
    """Return a table of the lines, one block a region; see `lines_data`.

    Where the directory of *facts* has several desks, the second column tells which.
    """
    paint = careful(paint)
    rows = [
        _row(line, chain, facts, _spoken(line, chain, facts, countries)) for line, chain in listed
    ]
    if facts is not None and len(facts.desks) > 1:
        names = [", ".join(_desks(line, facts)) for line, _ in listed]
        rows = [(row[0], name, *row[1:]) for row, name in zip(rows, names)]
    laid_out = table(rows)
    found: list[str] = []
    numbered = zip(listed, laid_out)
    for path, group in groupby(numbered, key=lambda pair: _path(pair[0][1])):
        found += ["", paint(path, "strong")] if found else [paint(path, "strong")]
        found += ["  " + text for _, text in group]
    return "\n".join(found) + "\n"


def _desks(line: Line, facts: Facts | None) -> tuple[str, ...]:
    return desks_told(facts, line) if facts is not None else ()


def _spoken(
    line: Line, chain: tuple[Region, ...], facts: Facts | None, countries: Sequence[str] | None
) -> tuple[str, ...]:
    """Return the languages that *line* is listed with, for whichever of its callers.

    A line that states none has those of the nearest region of the caller, which may be inside
    the line's own.
    """
    stated = languages_of(line, chain)
    if facts is None or line.languages or line.speaks_any or not chain[0].regions:
        return stated
    served = facts.served_by(line)
    around = (
        caller
        for country in facts.countries_in_order(chain[0].id)
        if country in served and (countries is None or country in countries)
        for caller in chains_served(facts, line, country)
        if chain[0] in caller
    )
    found = dict.fromkeys(tag for caller in around for tag in languages_of(line, caller))
    return tuple(found) or stated


def _row(
    line: Line, chain: tuple[Region, ...], facts: Facts | None, languages: tuple[str, ...]
) -> tuple[str, ...]:
    return (
        _serves(line, chain[0]),
        line.label or "",
        line.published_as,
        _number(line),
        _languages(line, languages),
        ", ".join((_kind(line), *_more(line, facts))),
    )


def _serves(line: Line, region: Region) -> str:
    """Return the countries that a line is for, and parts of others; how many, if they are many."""
    places = (*line.serves, *line.serves_parts)
    if not places and not (region.countries or region.countries_not_named or region.regions):
        places = region.parts
    return f"{len(places)} countries" if len(places) > _NAMED else " ".join(places) or "all"


_NAMED = 12
"""So many countries have their codes written out."""


def _languages(line: Line, spoken: tuple[str, ...]) -> str:
    """Return the languages, those that nobody speaks natively with how they are served."""
    modes = line.language_modes
    found = [
        f"{tag} ({modes[tag].replace('_', ' ')})" if modes.get(tag, "native") != "native" else tag
        for tag in spoken
    ]
    if ANY_LANGUAGE in modes:
        found.append(f"any ({modes[ANY_LANGUAGE].replace('_', ' ')})")
    return " ".join(found) or "not stated"


def _number(line: Line) -> str:
    if line.number is None:
        contact = line.contact_is or line.url or line.email or line.address
        unusable = "not dialable" if line.channel == "phone" else "cannot be used"
        return contact or unusable
    if line.number.exists_in:
        return f"{line.number.grouped} (only in {', '.join(line.number.exists_in)})"
    return line.number.grouped


def _kind(line: Line) -> str:
    """Return what sort of number or contact it is."""
    if line.channel == "phone":
        return line.kind.replace("_", " ")
    channel = line.service or CHANNELS[line.channel].label.lower()
    return channel if line.kind == "unknown" else f"{channel}, {line.kind.replace('_', ' ')}"


def _more(line: Line, facts: Facts | None) -> Iterator[str]:
    """Yield what else tells the line from others."""
    if line.fallback:
        yield "fallback"
    if line.mode == "message" and line.channel in LIVE_CHANNELS:
        yield "takes messages"
    if line.via is not None:
        yield f"via {line.via}"
    if line.dialable_by is not None:
        yield f"by {line.dialable_by} only"
    if line.carriers:
        yield f"through {listed(line.carriers, 'or')} only"
    for name, values in limits_of(line.only_for):
        names = [name_of(facts, name, one) if facts is not None else one for one in values]
        yield f"only for {listed(names, 'or')}"


def _only_in(line: Line) -> str | list[str] | None:
    """Return the country in which the digits of a line exist, or a list of several."""
    if line.number is None or not line.number.exists_in:
        return None
    return line.number.only_in or list(line.number.exists_in)


def _path(chain: tuple[Region, ...]) -> str:
    return " / ".join(region.name for region in reversed(chain))
