"""For whom a line is, beside countries and desks, as texts: nothing of it may get lost.

In a table each thing that a caller is asked has a column: ``for brand (north, south; required)``
above ``north``. Elsewhere the same stands in one text. All values that there are belong to it: a
condition that names every known value would be none.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Iterator, Mapping, NamedTuple, Sequence

from supportlines.directory import LIMITS, OTHER
from supportlines.exchange.cells import identifier_of_text
from supportlines.exchange.said import RowLimit

if TYPE_CHECKING:
    from supportlines.directory import Facts, Line

FREE = ("phone", "carrier", "subdivisions", "languages", "tiers")
"""What needs no list of values: others know it, or the file lists it elsewhere."""

ASKED = (*FREE, "severities")
"""What can be asked of callers of every directory, and comes back from a text."""

_KEYS = {said: key for key, said in LIMITS.items()}
"""The keys of a condition by what of a question they are about."""

_REQUIRED = "required"
_HEAD = re.compile(
    r"(?P<name>[a-z0-9]+(?:[-_][a-z0-9]+)*)(?:\s*\((?P<values>[^();]*)(?:;\s*(?P<rest>[^();]*))?\))?"
)
_MARKS = re.compile(r"[;|()=:,]")


class AskedFor(NamedTuple):
    """What a caller is asked: its name, the values there are, and whether they must say it."""

    name: str
    choices: tuple[str, ...] = ()
    is_required: bool = False


def limits_of(facts: Facts, line: Line) -> tuple[RowLimit, ...]:
    """Return for whom *line* is, its countries and desks left aside."""
    said: dict[str, Sequence[str]] = dict(line.only_for)
    if line.dialable_by is not None:
        said["phone"] = (line.dialable_by,)
    if line.carriers:
        said["carrier"] = line.carriers
    return tuple(row_limit(facts, name, tuple(values)) for name, values in said.items())


def row_limit(facts: Facts, name: str, values: tuple[str, ...]) -> RowLimit:
    """Return the limit to *values* of *name*, which a condition or a question has."""
    name = _KEYS.get(name, name)
    facet = facts.facet(name)
    if facet is not None:
        return RowLimit(name, values, tuple(facet.values), facet.required)
    return RowLimit(name, values, facts.severities if name == "severities" else ())


def why_not(limit: RowLimit) -> str:
    """Return why *limit* cannot be said in a text, or nothing."""
    if limit.name in LIMITS and limit.name not in ASKED:
        return f"it is for some {limit.name.replace('_', ' ')} only"
    if any(map(_MARKS.search, (*limit.values, *limit.choices))):
        return f"it is for some only ({limit.name}), whose names hold marks"
    return ""


def header_of(limit: RowLimit) -> str:
    """Return what stands above the values of *limit*.

    >>> header_of(RowLimit("brand", ("north",), ("north", "south"), True))
    'for brand (north, south; required)'
    """
    return f"for {_asked(limit)}"


def _asked(limit: RowLimit) -> str:
    required = f"; {_REQUIRED}" if limit.is_required else ""
    inner = f"{', '.join(limit.choices)}{required}"
    return f"{limit.name} ({inner})" if inner else limit.name


def asked_by(header: str) -> AskedFor | None:
    """Return what a column asks, or None if it is no column of `header_of`.

    A facet lists its values; nothing else is taken for one.

    >>> asked_by("for brand (north, south; required)")
    AskedFor(name='brand', choices=('north', 'south'), is_required=True)
    >>> asked_by("For more information") is None, asked_by("for phone").name
    (True, 'phone')
    """
    text = header.strip()
    return _asked_by(text[4:].strip()) if text[:4].lower() == "for " else None


def _asked_by(text: str) -> AskedFor | None:
    match = _HEAD.fullmatch(text)
    if match is None or (match["rest"] or _REQUIRED).strip() != _REQUIRED:
        return None
    name = match["name"]
    choices = tuple(one.strip() for one in (match["values"] or "").split(",") if one.strip())
    if name not in FREE and not choices:
        return None
    if name in LIMITS.values() and name not in LIMITS:
        return None
    return AskedFor(name, choices, match["rest"] is not None)


def limit_of(asked: AskedFor, text: str) -> RowLimit:
    """Return the limit that *text* states below a column that asks for *asked*.

    >>> limit_of(AskedFor("plan", ("team", "home", "other")), "Team; home").values
    ('team', 'home')
    """
    words = [one.strip() for one in re.split(r"[;|]", text) if one.strip()]
    values = [word if asked.name in FREE else identifier_of_text(word) for word in words]
    return RowLimit(asked.name, tuple(dict.fromkeys(values)), asked.choices, asked.is_required)


def unknown_in(limit: RowLimit) -> tuple[str, ...]:
    """Return the values of *limit* that are none of those that there are."""
    known: Mapping[str, Sequence[str]] = {"phone": ("landline", "mobile")}
    choices = limit.choices or known.get(limit.name, ())
    return tuple(one for one in limit.values if choices and one not in (*choices, *_others(limit)))


def _others(limit: RowLimit) -> tuple[str, ...]:
    return (OTHER,) if limit.name == "carrier" else ()


def values_text(limit: RowLimit) -> str:
    """Return the values of *limit* as a cell."""
    return "; ".join(limit.values)


def limits_text(limits: Sequence[RowLimit]) -> str:
    """Return *limits* as one text.

    >>> limits_text([RowLimit("brand", ("north",), ("north", "south"), True)])
    'Only for brand (north, south; required): north'
    """
    if not limits:
        return ""
    parts = (f"{_asked(one)}: {'; '.join(one.values)}" for one in limits)
    return f"{_ONLY_FOR}{' | '.join(parts)}"


_ONLY_FOR = "Only for "


def limits_of_text(text: str) -> tuple[RowLimit, ...] | None:
    """Return the limits that a text of `limits_text` states, or None if it is none.

    >>> limits_of_text("Only for phone: mobile")
    (RowLimit(name='phone', values=('mobile',), choices=(), is_required=False),)
    >>> limits_of_text("Adults") is None
    True
    """
    if not text.startswith(_ONLY_FOR):
        return None
    found = list(_limits_in(text[len(_ONLY_FOR) :]))
    return None if None in found else tuple(one for one in found if one is not None)


def _limits_in(text: str) -> Iterator[RowLimit | None]:
    for part in text.split(" | "):
        head, mark, values = part.rpartition(": ")
        asked = _asked_by(head.strip()) if mark else None
        yield limit_of(asked, values) if asked is not None else None
