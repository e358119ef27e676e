"""For whom a record is: what a caller said, put beside a condition of the directory."""

from __future__ import annotations

from dataclasses import replace
from functools import reduce
from itertools import product
from typing import TYPE_CHECKING, Any, Iterable, Iterator, Mapping, Sequence, Tuple

from supportlines.directory import LIMITS, OTHER
from supportlines.languages import best_match
from supportlines.lookup.narrowed import possible
from supportlines.places.parts import (
    COUNTRIES_BY_THEMSELVES,
    around,
    common_parts,
    is_part,
    is_placed,
    is_whole,
    lies_in,
)
from supportlines.texts import within

if TYPE_CHECKING:
    from supportlines.directory import Facts, Line, Preparation, Rule
    from supportlines.lookup.answer import Caller

Limit = Tuple[str, Tuple[str, ...]]
"""What a caller may say ("brand"), and the values of it for which something holds."""

Limits = Tuple[Limit, ...]
"""All of them must fit."""

UNLISTED = ("subdivision", "carrier", "request")
"""Of these somebody may say something else than what conditions name."""

_PHONES = ("landline", "mobile")
ELSEWHERE = "-"
"""Behind a part of a country, or nothing: there, and in none of the parts that are named."""

OUTSIDE = "--"
"""Behind a part of a country, or nothing: there, and in no part inside that a region lists."""

Replies = Tuple[Tuple[str, str], ...]
"""Replies that a caller might give, each to another question."""


def left_open(facts: Facts, condition: Limits, caller: Caller) -> Limits | None:
    """Return what of *condition* the caller's words do not decide; None if it does not hold.

    Nothing left means that it holds.
    """
    found: list[Limit] = []
    for name, wanted in condition:
        fits = meets(facts, name, wanted, caller)
        # Who replies that they are elsewhere may be so among parts that all fit.
        if fits is None or (name == "subdivision" and not fits):
            must = _must_fit(name, wanted, caller)
            fits = fits if must is None else must
        left = _left_of(name, wanted, caller)
        if fits is None and not is_all(facts, name, left):
            found.append((name, left))
        elif fits is False:
            return None
    return in_common(facts, tuple(found), caller)


def _left_of(name: str, wanted: tuple[str, ...], caller: Caller) -> tuple[str, ...]:
    """Return those of *wanted* that *caller* may be: of parts those inside of the one they said."""
    if name != "subdivision":
        return wanted
    country, code = caller.country, caller.subdivision or ""
    own = tuple(one for one in wanted if one.partition("-")[0] == country)
    if code.endswith(ELSEWHERE):
        return own
    return tuple(one for one in own if may_hold(country, code, one))


def in_common(facts: Facts, limits: Limits, caller: Caller) -> Limits | None:
    """Return *limits* with one for parts of the country where there are several.

    None if no part meets all of them, or *caller* is in none that does.
    """
    several = [values for name, values in limits if name == "subdivision"]
    if len(several) <= 1:
        return limits
    others = tuple(one for one in limits if one[0] != "subdivision")
    parts = reduce(common_parts, several)
    return left_open(facts, (*others, ("subdivision", parts)), caller)


def meets(facts: Facts, name: str, wanted: Sequence[str], caller: Caller) -> bool | None:
    """Return whether what *caller* says of *name* is one of *wanted*; None if that is open."""
    if name == "tier":
        return caller.tier in wanted
    if name == "language":
        return best_match(caller.languages, wanted) is not None if caller.languages else None
    if name == "subdivision":
        own = [one for one in wanted if one.partition("-")[0] == caller.country]
        if not own or caller.subdivision is None:
            return None if own else False
        return _is_in(facts, caller, own)
    said = caller.said(name)
    if said is None or name != "carrier":
        return None if said is None else said in wanted
    return said.casefold() in {one.casefold() for one in wanted}


def _must_fit(name: str, wanted: tuple[str, ...], caller: Caller) -> bool | None:
    """Return whether all that is left to *caller* is one of *wanted*; None if only some is."""
    for values in possible(caller, name):
        if all(_is_among(name, one, wanted) for one in values):
            return True
        if not any(_may_be(name, one, wanted) for one in values):
            return False
    return None


def _is_among(name: str, value: str, others: Sequence[str]) -> bool:
    """Return whether who says *value* of *name* is one of *others*."""
    if name == "subdivision":
        return lies_in(value, others)
    return value.casefold() in {one.casefold() for one in others}


def _may_be(name: str, value: str, others: Sequence[str]) -> bool:
    """Return whether somebody who says *value* of *name* is one of *others*."""
    if _is_among(name, value, others):
        return True
    return name == "subdivision" and any(lies_in(one, (value,)) for one in others)


def parts_left_to(caller: Caller) -> tuple[str, ...]:
    """Return the parts of the country in one of which *caller* is; nothing if that may be any.

    Nobody is in parts that have nothing in common, and of nobody nothing is known.
    """
    named = possible(caller, "subdivision")
    if not named:
        return ()
    left = reduce(common_parts, named)
    left_out = COUNTRIES_BY_THEMSELVES.get(caller.country, ())
    return tuple(one for one in left if one.partition("-")[2] not in left_out) or left


def _is_in(facts: Facts, caller: Caller, parts: Sequence[str]) -> bool | None:
    """Return whether who said a part of their country is in one of *parts*; None if they may be."""
    country, code = caller.country, (caller.subdivision or "").rstrip(ELSEWHERE)
    if code and lies_in(f"{country}-{code}", parts):
        return True
    inner = [one for one in parts if may_hold(country, code, one)]
    if caller.subdivision == code:
        is_all_of_it = bool(inner) and is_whole(country, [_code(one) for one in inner], code)
        return True if is_all_of_it else None if inner else False
    if not (caller.subdivision or "").endswith(OUTSIDE):
        return False
    listed = [part for part, _ in facts.chains_of_parts(country)]
    listed = [one for one in listed if may_hold(country, code, one)]
    return None if any(not lies_in(one, listed) for one in inner) else False


def may_hold(country: str, code: str, part: str) -> bool:
    """Return whether a part of *country* lies in that of *code*, or nobody knows whether it does.

    No code is the whole country. Where a region of school holidays lies nobody knows.
    """
    inner = _code(part)
    if not code or code in around(country, inner):
        return True
    return not is_placed(country, code) and is_part(country, inner)


def _code(part: str) -> str:
    return part.partition("-")[2]


def limits_of(condition: Mapping[str, tuple[str, ...]]) -> Limits:
    """Return a condition of the directory by what a question calls its keys."""
    if not condition:
        return ()
    return tuple((LIMITS.get(key, key), tuple(values)) for key, values in condition.items())


def either(facts: Facts, ways: Sequence[Limits]) -> Limits:
    """Return for whom something is that is for those of any of *ways*, as far as it can be said.

    The result may be wider than all of them together, and is never narrower. What is for
    everybody is no limit: a landline or a mobile phone.
    """
    found = dict(ways[0])
    if len(ways) == 1:
        return ways[0]
    for way in ways[1:]:
        other = dict(way)
        found = {
            name: tuple(dict.fromkeys((*values, *other[name])))
            for name, values in found.items()
            if name in other
        }
    return tuple(one for one in found.items() if not is_all(facts, *one))


def is_all(facts: Facts, name: str, values: Sequence[str]) -> bool:
    """Return whether nobody can say anything of *name* but one of *values*."""
    if name == "subdivision" and values:
        return OTHER in values or is_whole(values[0].partition("-")[0], list(map(_code, values)))
    facet = facts.facet(name)
    every: Mapping[str, Sequence[str]] = {
        "phone": _PHONES,
        "severity": facts.severities,
        "carrier": (*facts.carriers.values(), OTHER),
        "request": (*facts.requests, OTHER),
    }
    known = tuple(facet.values) if facet is not None else every.get(name, ())
    return bool(known) and set(known) <= set(values)


def limits_of_line(line: Line) -> Limits:
    """Return for whom *line* is, its desks left aside."""
    found = limits_of(line.only_for)
    if line.dialable_by is not None:
        found += (("phone", (line.dialable_by,)),)
    if line.carriers:
        found += (("carrier", line.carriers),)
    return found


def limits_of_rule(rule: Rule) -> Limits:
    """Return for whom *rule* is, its languages left aside."""
    found = limits_of(rule.only_for)
    if rule.severities:
        found += (("severity", rule.severities),)
    return (*found, ("desk", rule.desks)) if rule.desks else found


def limits_of_thing(facts: Facts, thing: Preparation) -> Limits:
    """Return for whom a *thing* to prepare is.

    One without a condition that kinds of request name is for these.
    """
    if thing.only_for or thing.id not in facts.wanted_by:
        return limits_of(thing.only_for)
    return (("request", facts.wanted_by[thing.id]),)


def replies_to(facts: Facts, name: str, caller: Caller, named: Iterable[str] = ()) -> Sequence[str]:
    """Return what *caller* might say of *name*, in the order of the file.

    Args:
        facts: The directory.
        name: What is asked.
        caller: Whose country counts.
        named: The values that conditions name, for what has no list in the file.
    """
    lists: Mapping[str, Sequence[str]] = {
        "tier": [one.id for one in facts.tiers],
        "desk": facts.desk_ids,
        "severity": facts.severities,
        "phone": _PHONES,
    }
    facet = facts.facet(name)
    if facet is not None:
        return tuple(facet.values)
    if name in lists:
        return lists[name]
    if name == "request":
        return (*facts.requests, OTHER)
    if name == "subdivision":
        return _parts_to_reply(caller, named)
    by_word = {one.casefold(): one for one in named}
    if name == "language":
        return tuple(by_word.values())
    return (*by_word.values(), OTHER)


def _parts_to_reply(caller: Caller, named: Iterable[str]) -> Sequence[str]:
    """Return those of the *named* parts in which *caller* may be, and whether there are others."""
    country, code = caller.country, caller.subdivision or ""
    parts = [one for one in named if one.startswith(f"{country}-") and may_hold(country, code, one)]
    is_all_of_it = is_whole(country, [_code(one) for one in parts], code or None)
    return tuple(parts) if is_all_of_it else (*parts, OTHER)


def completions(facts: Facts, caller: Caller, limits: Iterable[Limits]) -> Iterator[Replies]:
    """Yield each way in which *caller* might reply to what *limits* depend on and nobody said."""
    named: dict[str, dict[str, None]] = {}
    for condition in limits:
        for name, values in condition:
            if meets(facts, name, values, caller) is None:
                named.setdefault(name, {}).update(dict.fromkeys(values))
    known = {name: _left_to(facts, name, caller, values) for name, values in named.items()}
    for values in product(*known.values()):
        yield tuple(zip(known, values))


def _left_to(facts: Facts, name: str, caller: Caller, named: Iterable[str]) -> Sequence[str]:
    """Return what *caller* might say of *name*, as far as that is left: see `replies_to`."""
    replies = replies_to(facts, name, caller, named)
    for values in possible(caller, name):
        of_others = [one for one in values if not _is_among(name, one, replies)]
        replies = [
            one for one in replies if _may_be(name, one, values) or (one == OTHER and of_others)
        ] or replies
    return replies


def with_replies(caller: Caller, given: Replies) -> Caller:
    """Return *caller* with what is *given* said."""
    said: dict[str, Any] = {}
    facets = dict(caller.facets)
    for name, value in given:
        if name == "subdivision":
            elsewhere = f"{caller.subdivision or ''}{ELSEWHERE}"
            said["subdivision"] = elsewhere if value == OTHER else _code(value)
        elif name == "language":
            said["languages"] = (value,)
        elif name in ("tier", "desk", "severity"):
            said[name] = value
        else:
            facets[name] = value
    return replace(caller, facets=tuple(sorted(facets.items())), **said)


def completed(caller: Caller, given: Replies) -> Caller:
    """Return *caller* with one of their `completions` said, which names the part as it is named.

    Who replies a part with others inside that are named is in none of these.
    """
    one = with_replies(caller, given)
    part = one.subdivision
    if part == caller.subdivision or part is None or part.endswith(ELSEWHERE):
        return one
    return replace(one, subdivision=f"{part}{ELSEWHERE}")


def name_of(facts: Facts, name: str, value: str) -> str:
    """Return what people call a *value* of *name*, in English or the first language there is.

    *name* is that of a facet, or a tier, a desk, a kind of request.
    """
    return within(words_of(facts, name, value), "en")


def words_of(facts: Facts, name: str, value: str) -> str:
    """Return what people call a *value* of *name*, in all languages that the directory has."""
    facet = facts.facet(name)
    if facet is not None:
        return facet.values.get(value, value)
    if name == "tier":
        return facts.tier(value).name
    if name == "desk":
        desk = facts.desk(value)
        return value if desk is None else desk.name
    request = facts.requests.get(value) if name == "request" else None
    return value if request is None else request.name


def question_of(facts: Facts, name: str) -> str:
    """Return what is asked to learn *name*, in all languages: a facet's words, or its name."""
    facet = facts.facet(name)
    return name.replace("_", " ") if facet is None else facet.name
