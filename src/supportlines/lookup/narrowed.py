"""A caller of whom more is known than was said, since a line is for some callers alone."""

from __future__ import annotations

from dataclasses import dataclass, fields

from supportlines.lookup.answer import Caller


@dataclass(frozen=True, repr=False)
class Narrowed(Caller):
    """A caller who is one of those for whom a line is.

    What is judged of the line need not hold for others.
    """

    among: tuple[tuple[str, tuple[str, ...]], ...] = ()
    """What the caller may say ("brand"), and what of it is left to be said; all of them hold."""

    __hash__ = Caller.__hash__


def narrowed(caller: Caller, among: tuple[tuple[str, tuple[str, ...]], ...]) -> Caller:
    """Return *caller* as one of those *among* whom whoever is offered a line must be."""
    if not among:
        return caller
    said = {one.name: getattr(caller, one.name) for one in fields(Caller)}
    return Narrowed(**said, among=among)


def possible(caller: Caller, name: str) -> list[tuple[str, ...]]:
    """Return what *caller* may be of *name*: one of each of the results.

    Languages are none of these: a line in French serves who says `fr-CA`.
    """
    if not isinstance(caller, Narrowed) or name == "language":
        return []
    found = [values for one, values in caller.among if one == name]
    if name == "subdivision":
        found = [_in_country(caller.country, values) for values in found]
    return [values for values in found if values]


def _in_country(country: str, parts: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(one for one in parts if one.partition("-")[0] == country)
