"""For whom records are: keys and values of `for`, and the facets that a file declares."""

from __future__ import annotations

from typing import Collection, Iterator, List, Mapping, Optional, Tuple, get_args

from supportlines.directory.conditions import LIMITS, OTHER
from supportlines.directory.fields import Device
from supportlines.directory.finding import Finding, Path, did_you_mean
from supportlines.directory.reading.making import PARSERS, SHORT_FORMS
from supportlines.directory.reading.raw import Parser, codes, ids_of, record, repeated, text_of
from supportlines.directory.reading.relation import Here, Relation, Relations, not_a, once
from supportlines.directory.reading.wrong import WrongValueError
from supportlines.errors import quoted

_NAMES: Mapping[str, str] = {
    "tiers": "tier",
    "desks": "desk",
    "severities": "severity",
    "requests": "kind of request",
}
"""What a file calls the values of a key."""

_TAKEN = frozenset((*LIMITS, *LIMITS.values(), "country", "time_zone", "calling_from"))
"""What a facet cannot be called: it is asked already."""

_BESIDE: Mapping[str, Mapping[str, Tuple[str, ...]]] = {
    "line": {"desks": ("desk", "desks"), "phone": ("dialable_by",), "carrier": ("carriers",)},
    "rule": {key: (key,) for key in SHORT_FORMS["rule"]},
    "step": {key: (key,) for key in SHORT_FORMS["step"]},
}
"""By sort of record the keys that say the same as one of a condition."""


def facets_of(value: object) -> Mapping[str, Collection[str]]:
    """Return the facets of a file with the values of each."""
    return {name: ids_of(record(one).get("values")) for name, one in record(value).items()}


def _condition(here: Here, key: str) -> Iterator[Finding]:
    """What stands in a condition are things that the file knows."""
    beside = _BESIDE.get(here.sort, {})
    for name, value in record(here.content[key]).items():
        path = (*here.path, key, name)
        if here.sort == "rule" and name == "tiers":
            found = 'the tier of a rule is the key that it stands under, and not in "for".'
            yield Finding(path, found, 'Delete "tiers".', at_key=True)
            continue
        if name not in LIMITS and name not in here.file.facets:
            yield _unknown(here, path, name)
            continue
        for short in beside.get(name, ()):
            if short in here.content:
                found = (
                    f'{quoted(short)} stands beside "for", and says what {quoted(name)} says in it.'
                )
                yield Finding(path, found, "Delete one of the two.", at_key=True)
        yield from _values(here, path, name, value)


_ELSEWHERE: Mapping[str, str] = {
    **dict.fromkeys(
        ("country", "countries", "region", "regions", "place", "places", "serves"),
        'A line says in "serves" which countries it is for, else it is for those of its region; '
        'parts of a country stand here as "subdivisions".',
    ),
    **dict.fromkeys(
        ("calling_from", "dialable_from"), 'Write "dialable_from" at the line, beside "for".'
    ),
    "channels": 'Write "channel" at the line, beside "for".',
    "channel": 'Write "channel" at the line, beside "for".',
    "time_zone": 'Write "time_zone" in the rule, beside "for".',
}
"""What a caller is asked otherwise than by conditions, and where a file speaks of it."""


def _unknown(here: Here, path: Path, name: str) -> Finding:
    if name in _ELSEWHERE:
        found = f'{quoted(name)} is no condition under "for".'
        return Finding(path, found, _ELSEWHERE[name], name, at_key=True)
    remedy = did_you_mean(name, [*LIMITS, *here.file.facets])
    remedy = (
        remedy if remedy.startswith("Did") else 'Declare it in "facets" at the top of the file.'
    )
    found = f"{quoted(name)} is nothing that a caller is asked."
    return Finding(path, found, remedy, name, at_key=True)


def _values(here: Here, path: Path, name: str, value: object) -> Iterator[Finding]:
    """Yield what is wrong with the values under one key of a condition."""
    parse = PARSERS.get(name)
    words = codes(value)
    if parse is not None:
        for index, word in words:
            error = _error(parse, word)
            if error is not None:
                yield Finding((*path, index), error.found, error.remedy, word, is_fatal=True)
        words = codes(value, parse)
    for index, word in repeated(words):
        found = f"{quoted(word)} stands here twice."
        yield Finding((*path, index), found, "Delete one of the two.", word)
    for index, word in words:
        for found, remedy in _complaints(here, name, word):
            yield Finding((*path, index), found, remedy, word, is_fatal=True)


def _error(parse: Parser, word: str) -> Optional[WrongValueError]:
    try:
        parse(word)
    except WrongValueError as error:
        return error
    return None


def _complaints(here: Here, name: str, word: str) -> List[Tuple[str, str]]:
    if name in _NAMES:
        if name == "requests" and word == OTHER:
            return []
        return not_a(_NAMES[name], word, here.file.names[_NAMES[name]])
    options: Collection[str] = ()
    if name == "phone":
        options = get_args(Device)
    elif name in here.file.facets:
        options = here.file.facets[name]
    if not options or word in options:
        return []
    return [(f"{quoted(word)} is no value of {quoted(name)}.", did_you_mean(word, options))]


def none_of_these(here: Here, key: str) -> Iterator[Finding]:
    """The id of a kind of request is not the word for none of them."""
    if text_of(here.content, key) == OTHER:
        found = f"{quoted(OTHER)} stands for a request that is of no kind of this file."
        remedy = f'Give this kind another id, "{OTHER}-request" perhaps.'
        yield Finding((*here.path, key), found, remedy, OTHER)


CONDITION: Tuple[str, Relation] = ("for", _condition)


def _free_name(here: Here, _key: str) -> Iterator[Finding]:
    """A facet is called as nothing else that a caller is asked."""
    name = here.path[-1]
    if name in _TAKEN:
        found = f"{quoted(str(name))} is asked of callers already."
        remedy = "Give the facet another name, or delete it."
        yield Finding(here.path, found, remedy, str(name), at_key=True)


FACET: Relations = (("", _free_name), ("values", once()))
"""What must hold for a facet."""
