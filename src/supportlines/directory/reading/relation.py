"""What relations between records are made of: a record in its place, and the usual questions."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import (
    AbstractSet,
    Callable,
    Collection,
    Dict,
    Iterable,
    Iterator,
    List,
    Mapping,
    NamedTuple,
    Optional,
    Set,
    Tuple,
)

from supportlines.directory.finding import Finding, Path, did_you_mean
from supportlines.directory.reading.raw import Parser, RawRecord, codes, repeated, text_of
from supportlines.errors import quoted


@dataclass
class File:
    """The names that a file gives to things, and what was seen of it up to a record."""

    names: Mapping[str, Collection[str]]
    """By what is named; in the order of the file, for those who refer to them."""

    facets: Mapping[str, Collection[str]]
    """For each facet its values."""

    seen: Set[Tuple[str, str]] = field(default_factory=set)
    """Sorts of records with the ids that they have had."""

    holding: Dict[str, str] = field(default_factory=dict)
    """For a country the region that lists it."""

    replaced: Dict[str, List[Tuple[str, Path]]] = field(default_factory=dict)
    """For a line what it stands for, and where that is said."""

    followed: List[Tuple[Path, str]] = field(default_factory=list)
    """Where rules say after which line they hold, and which."""


class Here(NamedTuple):
    """A record, where it stands, and what is known around it."""

    sort: str
    content: RawRecord
    path: Path
    file: File
    region: str = ""
    """The id of the region of a line."""

    places: Optional[AbstractSet[str]] = None
    """Countries, and parts of some, of the region of a line and of regions inside it.

    None where a list of these is faulty, so that nobody knows what stands in it.
    """


Complaint = List[Tuple[str, str]]
"""What was found and what to do about it; empty if nothing is wrong."""

Relation = Callable[[Here, str], Iterable[Finding]]
"""Returns where a record breaks it; it is asked about one key, or about none in particular."""

Relations = Tuple[Tuple[str, Relation], ...]

ALWAYS = ""
"""Instead of a key: the relation is asked of each record."""


def once(parse: Parser = str) -> Relation:
    """Nothing stands in the list for a second time, in whatever way it is written."""

    def find(here: Here, key: str) -> Iterator[Finding]:
        for index, word in repeated(codes(here.content[key], parse)):
            found = f"{quoted(word)} stands here twice."
            yield Finding((*here.path, key, index), found, "Delete one of the two.", word)

    return find


def each(wrong: Callable[[Here, str], Complaint], parse: Parser = str) -> Relation:
    """Nothing that stands there is *wrong*."""

    def find(here: Here, key: str) -> Iterator[Finding]:
        for index, word in codes(here.content[key], parse):
            for found, remedy in wrong(here, word):
                yield Finding((*here.path, key, index), found, remedy, word)

    return find


def known(name: str) -> Relation:
    """What stands there is the *name* of something of this file."""
    return each(lambda here, word: not_a(name, word, here.file.names[name]))


def not_a(name: str, word: str, names: Collection[str]) -> Complaint:
    """Return what is wrong with *word* where the *name* of something is expected."""
    if word in names:
        return []
    remedy = did_you_mean(word, names) if names else "The file names none."
    return [(f"{quoted(word)} is not a {name} of this file.", remedy)]


def only_if(right: Callable[[RawRecord], bool], found: str, remedy: str) -> Relation:
    """The key is there only if its record is *right* for it."""

    def find(here: Here, key: str) -> Iterator[Finding]:
        if not right(here.content):
            yield Finding((*here.path, key), found, remedy, at_key=True)

    return find


def no_id(name: str) -> Relation:
    """A record that stands under its id has no key for it."""
    found = f'the id of a {name} is the key that it stands under, and no key "id".'
    return only_if(lambda _: False, found, 'Delete "id".')


def own_id(here: Here, key: str) -> Iterator[Finding]:
    """No other record of this sort has the id."""
    name = text_of(here.content, key)
    if name and (here.sort, name) in here.file.seen:
        found = f"the id {quoted(name)} is that of another {here.sort} already."
        yield Finding((*here.path, key), found, "Give this one an id of its own.", name)
    here.file.seen.add((here.sort, name))


def own_id_here(here: Here, key: str) -> Iterator[Finding]:
    """No other record of the list has the id; elsewhere it names the same thing again."""
    name = text_of(here.content, key)
    place = f"{here.sort} {here.path[:-1]}"
    if name and (place, name) in here.file.seen:
        found = f"the id {quoted(name)} is that of another {here.sort} of this list already."
        yield Finding((*here.path, key), found, "Give this one an id of its own.", name)
    here.file.seen.add((place, name))


def rings(following: Mapping[str, Iterable[str]]) -> Iterator[List[str]]:
    """Yield names that lead back to themselves, each ring with its first name at its end too.

    Of rings that have a name in common one is found at least.
    """
    done: Set[str] = set()
    for start in following:
        way: List[str] = []
        waiting: List[Iterator[str]] = [iter((start,))]
        while waiting:
            here = next(waiting[-1], None)
            if here is None:
                waiting.pop()
                if way:
                    way.pop()
            elif here in way:
                yield [*way[way.index(here) :], here]
            elif here in following and here not in done:
                done.add(here)
                way.append(here)
                waiting.append(iter(following[here]))


def as_words(ring: List[str], verb: str) -> str:
    """Return a ring of names as a sentence without its end."""
    first, *others = map(quoted, ring)
    return f"{first} {verb} " + f", which {verb} ".join(others)
