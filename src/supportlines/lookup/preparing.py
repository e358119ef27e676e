"""What a directory says to prepare, whoever asks: by desk and by kind of request."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, Iterable, Iterator, Mapping, Tuple, TypeVar

from supportlines.lookup.conditions import Limits, limits_of, limits_of_thing
from supportlines.lookup.errors import UnknownChoiceError

if TYPE_CHECKING:
    from supportlines.directory import (
        Desk,
        Facts,
        Level,
        Line,
        Preparation,
        Promise,
        Request,
        SelfHelp,
    )

G = TypeVar("G", "Preparation", "Promise", "Request", "SelfHelp")

Decided = Mapping[str, Tuple[str, ...]]
"""What is known of the desk and the kind of request: for each what it may be."""


@dataclass(frozen=True)
class ForSome(Generic[G]):
    """Something that the directory lists, with for whom it is."""

    what: G
    """What is listed."""
    limits: Limits = ()
    """For whom it is, as far as desk and kind of request do not decide that."""


@dataclass(frozen=True)
class ForRequest:
    """What one kind of request wants to know."""

    kind: ForSome[Request]
    """The kind of request, and for whom it is."""
    line: Line
    """The line that takes it."""
    desks: tuple[str, ...]
    """The desks that it may reach."""
    wants: tuple[ForSome[Preparation], ...]
    """What must be given."""
    helps: tuple[ForSome[Preparation], ...]
    """What need not be given, and helps."""
    also: tuple[ForSome[Preparation], ...]
    """What else is to be had ready for this kind of request alone."""

    @property
    def id(self) -> str:
        """The id of the kind of request; several lines may take the same."""
        return self.kind.what.id

    @property
    def named(self) -> frozenset[str]:
        """The ids of all that is to be had ready for it."""
        return frozenset(one.what.id for one in (*self.wants, *self.helps, *self.also))


@dataclass(frozen=True)
class Guidance:
    """All that helps before contact; each part is in the order of the file."""

    desks: tuple[Desk, ...]
    """The desks that it is about."""
    requests: tuple[ForRequest, ...]
    """Kinds of request, each with what it wants."""
    prepare: tuple[ForSome[Preparation], ...]
    """What to have ready besides, whatever the request is."""
    levels: tuple[Level, ...]
    """Who picks up."""
    self_help: tuple[ForSome[SelfHelp], ...]
    """Pages to read first."""
    promises: tuple[ForSome[Promise], ...]
    """What one may ask to be told."""

    @property
    def is_empty(self) -> bool:
        """Whether the directory says nothing of all this."""
        listed = (self.requests, self.prepare, self.levels, self.self_help, self.promises)
        return not any(listed) and not any(desk.not_for for desk in self.desks)


def guidance(facts: Facts, desk: str | None = None, request: str | None = None) -> Guidance:
    """Return what helps before contact, for a *desk* and a kind of *request* or for all.

    What is for certain tiers, phones or others is among it, with its limits.

    Raises:
        UnknownChoiceError: There is no such desk, or the desk takes no such request.
    """
    if desk is not None and facts.desk(desk) is None:
        raise UnknownChoiceError("desk", desk, facts.desk_ids)
    taken = tuple(_requests(facts, desk))
    requests = taken if request is None else tuple(one for one in taken if one.id == request)
    if request is not None and not requests:
        raise UnknownChoiceError("request", request, [*{one.id: None for one in taken}])
    said: dict[str, tuple[str, ...]] = {}
    if desk is not None:
        said["desk"] = (desk,)
    elif request is not None:
        said["desk"] = tuple(dict.fromkeys(name for one in requests for name in one.desks))
    if request is not None:
        said["request"] = (request,)
    named = [one.named for one in requests]
    in_each = frozenset.intersection(*named) if named else frozenset()
    return Guidance(
        desks=tuple(one for one in facts.desks if one.id in said.get("desk", facts.desk_ids)),
        requests=requests,
        prepare=tuple(
            one
            for one in _held(_limited(facts), said)
            if one.what.id not in in_each and (request or not _is_of_requests(one.limits))
        ),
        levels=_levels(facts, said, requests if request is not None else ()),
        self_help=_held(_by_condition(facts.self_help), said),
        promises=_held(_by_condition(facts.promises), said),
    )


def _limited(facts: Facts) -> Iterator[ForSome[Preparation]]:
    """Yield what is to be prepared, each with for whom it is."""
    return (ForSome(one, limits_of_thing(facts, one)) for one in facts.prepare)


def _by_condition(listed: Iterable[G]) -> Iterator[ForSome[G]]:
    """Yield what is *listed*, each with for whom it is by its own words."""
    return (ForSome(one, limits_of(one.only_for)) for one in listed)


def _requests(facts: Facts, desk: str | None) -> Iterator[ForRequest]:
    """Yield the kinds of request that reach *desk*, or all of them."""
    for line, _ in facts.lines():
        for kind in line.requests:
            desks = facts.desks_of(line) if kind.desk is None else (kind.desk,)
            if desk is not None and desk not in desks:
                continue
            said = {"desk": desks if desk is None else (desk,), "request": (kind.id,)}
            held = _held(_by_condition((kind,)), said)
            if held:
                yield _for_request(facts, held[0], line, said)


def _for_request(facts: Facts, kind: ForSome[Request], line: Line, said: Decided) -> ForRequest:
    by_id = {one.what.id: one for one in _held(_limited(facts), said)}
    request = kind.what
    return ForRequest(
        kind=kind,
        line=line,
        desks=said["desk"],
        wants=tuple(by_id[one] for one in request.wants if one in by_id),
        helps=tuple(by_id[one] for one in request.helps if one in by_id),
        also=tuple(
            one
            for name, one in by_id.items()
            if name not in (*request.wants, *request.helps) and "requests" in one.what.only_for
        ),
    )


def _held(listed: Iterable[ForSome[G]], said: Decided) -> tuple[ForSome[G], ...]:
    """Return those of *listed* that hold or may hold, each with what is left open."""
    found = []
    for one in listed:
        limits = _left_open(one.limits, said)
        if limits is not None:
            found.append(ForSome(one.what, limits))
    return tuple(found)


def _left_open(condition: Limits, said: Decided) -> Limits | None:
    """Return what of *condition* is not decided; None if it does not hold."""
    found = []
    for name, values in condition:
        known = said.get(name, ())
        if known and set(known).isdisjoint(values):
            return None
        if not known or not set(known) <= set(values):
            found.append((name, values))
    return tuple(found)


def _is_of_requests(limits: Limits) -> bool:
    """Return whether something stands with the kinds of request that it is for."""
    return any(name == "request" for name, _ in limits)


def _levels(facts: Facts, said: Decided, requests: Iterable[ForRequest]) -> tuple[Level, ...]:
    """Return who picks up at the desks that are known, or at all."""
    desks = said.get("desk", ())
    named = {one for desk in facts.desks if desk.id in desks for one in desk.levels}
    named.update(one.kind.what.level for one in requests if one.kind.what.level is not None)
    return tuple(one for one in facts.levels if not desks or one.id in named)
