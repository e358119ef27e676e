"""Relations between the records of a file: what no record can know by itself.

They are checked on the plain texts and not on the model, so that a mistake in one record
does not hide a mistake between two others. What is no valid value is passed over here:
`shapes` speaks of it. `RELATIONS` says for each sort of record what must hold.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Callable, Collection, Dict, Iterator, List, Mapping, NamedTuple, Set, Tuple

from supportlines.directory.finding import Finding, Path, did_you_mean
from supportlines.directory.reading.meeting import DAY, exceptions_that_meet, rules_that_meet
from supportlines.directory.reading.raw import (
    Parser,
    RawRecord,
    codes,
    entries,
    ids_of_lines,
    record,
    records,
    repeated,
    text_of,
)
from supportlines.directory.reading.shapes import rules_of
from supportlines.directory.reading.values import (
    country_of_text,
    language_of_text,
    place_of_text,
)
from supportlines.errors import quoted


@dataclass
class _File:
    """The names that a file gives to things, and what was seen of it up to a record."""

    names: Mapping[str, Collection[str]]
    """By what is named; in the order of the file, for those who refer to them."""

    seen: Set[Tuple[str, str]] = field(default_factory=set)
    """Sorts of records with the ids that they have had."""

    holding: Dict[str, str] = field(default_factory=dict)
    """For a country the region that lists it."""

    replaced: Dict[str, List[Tuple[str, Path]]] = field(default_factory=dict)
    """For a line what it stands for, and where that is said."""


class _Here(NamedTuple):
    """A record, where it stands, and what is known around it."""

    sort: str
    content: RawRecord
    path: Path
    file: _File
    region: str = ""
    """The id of the region of a line."""

    countries: Collection[str] = ()
    """The countries of the region of a line, those of regions inside it included."""


_Complaint = List[Tuple[str, str]]
"""What was found and what to do about it; empty if nothing is wrong."""

_Relation = Callable[[_Here, str], Iterator[Finding]]
"""Yields where a record breaks it; it is asked about one key, or about none in particular."""


def _once(parse: Parser = str) -> _Relation:
    """Nothing stands in the list for a second time, in whatever way it is written."""

    def find(here: _Here, key: str) -> Iterator[Finding]:
        for index, word in repeated(codes(here.content[key], parse)):
            found = f"{quoted(word)} stands here twice."
            yield Finding((*here.path, key, index), found, "Delete one of the two.", word)

    return find


def _each(wrong: Callable[[_Here, str], _Complaint], parse: Parser = str) -> _Relation:
    """Nothing that stands there is *wrong*."""

    def find(here: _Here, key: str) -> Iterator[Finding]:
        for index, word in codes(here.content[key], parse):
            for found, remedy in wrong(here, word):
                yield Finding((*here.path, key, index), found, remedy, word)

    return find


def _known(name: str) -> _Relation:
    """What stands there is the *name* of something of this file."""
    return _each(lambda here, word: _not_a(name, word, here.file.names[name]))


def _not_a(name: str, word: str, known: Collection[str]) -> _Complaint:
    if word in known:
        return []
    remedy = did_you_mean(word, known) if known else "The file names none."
    return [(f"{quoted(word)} is not a {name} of this file.", remedy)]


def _only_if(right: Callable[[RawRecord], bool], found: str, remedy: str) -> _Relation:
    """The key is there only if its record is *right* for it."""

    def find(here: _Here, key: str) -> Iterator[Finding]:
        if not right(here.content):
            yield Finding((*here.path, key), found, remedy, at_key=True)

    return find


def _own_id(here: _Here, key: str) -> Iterator[Finding]:
    """No other record of this sort has the id."""
    name = text_of(here.content, key)
    if name and (here.sort, name) in here.file.seen:
        found = f"the id {quoted(name)} is that of another {here.sort} already."
        yield Finding((*here.path, key), found, "Give this one an id of its own.", name)
    here.file.seen.add((here.sort, name))


def _has_number(here: _Here, _key: str) -> Iterator[Finding]:
    """A line has a number, or a reason why it has none."""
    if "number" not in here.content and "unusable" not in here.content:
        remedy = 'Write "number", or say in "unusable" why there is none.'
        yield Finding(here.path, "the line has no number.", remedy)


def _in_order(here: _Here, key: str) -> Iterator[Finding]:
    """What holds for some days does not end before it begins; it could not be asked."""
    first, last = text_of(here.content, "valid_from"), text_of(here.content, key)
    if last < first and DAY.fullmatch(first) and DAY.fullmatch(last):
        found = f'"valid_until", {last}, comes before "valid_from", {first}.'
        yield Finding(here.path, found, "Compare them with the source.", is_fatal=True)


def _of_the_region(here: _Here, code: str) -> _Complaint:
    """A line serves countries of its region."""
    if code in here.countries:
        return []
    found = f"{quoted(code)} is no country of the region {quoted(here.region)}."
    return [(found, "List it in the region, or move the line.")]


def _of_no_region(here: _Here, code: str) -> _Complaint:
    """Guesses are for countries in no region."""
    if code not in here.file.holding:
        return []
    found = f"{quoted(code)} is in the region {quoted(here.file.holding[code])}."
    return [(found, "Guesses are for countries in no region: delete it here or there.")]


def _apart(here: _Here, key: str) -> Iterator[Finding]:
    """Exceptions of the same days say which of them holds."""
    return exceptions_that_meet(here.content[key], (*here.path, key))


def _under_one_key(here: _Here, key: str) -> Iterator[Finding]:
    """A country has one key, in whatever way it is written."""
    keys = list(record(here.content[key]))
    for index, code in repeated(codes(keys, country_of_text)):
        found = f"the country {quoted(code)} stands here twice."
        remedy = "Write its facts under one key."
        yield Finding((key, keys[index]), found, remedy, code, at_key=True)


def _includes_others(here: _Here, key: str) -> Iterator[Finding]:
    """No tier includes itself, by way of others or at once."""
    tiers = record(here.content[key])
    for ring in _rings({tier: text_of(record(one), "includes") for tier, one in tiers.items()}):
        found = f"{_as_words(ring, 'includes')}: a tier cannot include itself."
        yield Finding((key, ring[0], "includes"), found, "Delete one of these.", ring[1])


def _replaces_others(here: _Here, _key: str) -> Iterator[Finding]:
    """A line stands for another line of the file, and in the end for none that is itself."""
    replaced, lines = here.file.replaced, here.file.names["line"]
    for name, path in (one for several in replaced.values() for one in several):
        for found, remedy in _not_a("line", name, lines) if name else ():
            yield Finding(path, found, remedy, name)
    for ring in _rings({line: several[0][0] for line, several in replaced.items() if line}):
        found = f"{_as_words(ring, 'replaces')}: a line cannot replace itself."
        remedy = 'Delete "replaces", or name the line that was there before.'
        yield Finding(replaced[ring[0]][0][1], found, remedy, ring[1])


def _rings(following: Mapping[str, str]) -> Iterator[List[str]]:
    """Yield the names that lead back to themselves, each ring once, with its first at its end."""
    done: Set[str] = set()
    for name in following:
        way: List[str] = []
        here = name
        while here in following and here not in done:
            done.add(here)
            way.append(here)
            here = following[here]
        if here in way:
            yield [*way[way.index(here) :], here]


def _as_words(ring: List[str], verb: str) -> str:
    first, *others = map(quoted, ring)
    return f"{first} {verb} " + f", which {verb} ".join(others)


_ALWAYS = ""
_LANGUAGES = ("languages", _once(language_of_text))
_COMMON = (_LANGUAGES, ("source", _known("source")), ("exceptions", _apart))

RELATIONS: Mapping[str, Tuple[Tuple[str, _Relation], ...]] = {
    "source": (("id", _own_id),),
    "about": (("assumed_languages", _once(language_of_text)),),
    "tier": (
        (
            "id",
            _only_if(
                lambda _: False,
                'the id of a tier is the key that it stands under, and no key "id".',
                'Delete "id".',
            ),
        ),
        ("includes", _known("tier")),
    ),
    "region": (("id", _own_id), *_COMMON),
    "line": (
        ("id", _own_id),
        (
            "unusable",
            _only_if(
                lambda line: "number" not in line,
                "the line has a number, and a reason why it has none.",
                'Delete "number" or "unusable".',
            ),
        ),
        (_ALWAYS, _has_number),
        (
            "only_in",
            _only_if(
                lambda line: "number" in line,
                '"only_in" says where a number exists, but there is no "number".',
                'Delete "only_in".',
            ),
        ),
        (
            "fallback_when",
            _only_if(
                lambda line: line.get("fallback") == "true",
                '"fallback_when" is for lines that are a fallback.',
                'Write "fallback: true", or delete it.',
            ),
        ),
        ("only_in", _once(country_of_text)),
        ("serves", _once(country_of_text)),
        ("dialable_from", _once(place_of_text)),
        ("serves", _each(_of_the_region, country_of_text)),
        ("desk", _known("desk")),
        ("valid_until", _in_order),
        *_COMMON,
    ),
    "step": (_LANGUAGES,),
    "rule": (
        ("severities", _once()),
        ("desks", _once()),
        ("severities", _known("severity")),
        ("desks", _known("desk")),
        *_COMMON,
    ),
    "rule of some days": (("valid_until", _in_order),),
    "exception": (("tiers", _known("tier")),),
    "guess": (
        ("countries", _once(country_of_text)),
        ("lines", _once()),
        ("countries", _each(_of_no_region, country_of_text)),
        ("lines", _known("line")),
    ),
    "file": (
        ("severities", _once()),
        ("desks", _once()),
        ("tiers", _includes_others),
        ("countries", _under_one_key),
        (_ALWAYS, _replaces_others),
    ),
}
"""For each sort of record, what must hold where it has a key: `_Walk` asks each once."""


def check_relations(content: Any) -> List[Finding]:
    """Return what is wrong between the records of the plain *content* of a data file."""
    walk = _Walk(record(content))
    walk.file()
    return walk.findings


class _Walk:
    """Goes from record to record of a file and finds which relations do not hold."""

    def __init__(self, top: RawRecord) -> None:
        self.findings: List[Finding] = []
        self._top = top
        about = record(top.get("directory"))
        self._file = _File(
            {
                "source": [text_of(one, "id") for _, one in records(about.get("sources"))],
                "tier": list(record(top.get("tiers"))),
                "severity": [word for _, word in codes(top.get("severities"))],
                "desk": [word for _, word in codes(top.get("desks"))],
                "line": dict.fromkeys(ids_of_lines(top.get("regions"))),
            }
        )

    def file(self) -> None:
        """Ask all records of the file, and last the file itself."""
        top = self._top
        about = record(top.get("directory"))
        self._ask("about", about, ("directory",))
        self._each("source", about, "sources", ("directory",))
        for tier, facts in record(top.get("tiers")).items():
            self._ask("tier", record(facts), ("tiers", tier))
        for index, region in entries(top.get("regions")):
            self._region(record(region), ("regions", index), {})
        self._each("guess", top, "guesses", ())
        self._ask("file", top, ())

    def _ask(self, sort: str, content: RawRecord, path: Path, *around: Any) -> None:
        here = _Here(sort, content, path, self._file, *around)
        for key, relation in RELATIONS[sort]:
            if key in content or key is _ALWAYS:
                self.findings.extend(relation(here, key))

    def _each(self, sort: str, content: RawRecord, key: str, path: Path) -> None:
        """Ask the records of the list under *key* of *content*."""
        if key in content:
            for index, one in records(content[key]):
                self._ask(sort, one, (*path, key, index))

    def _region(self, region: RawRecord, path: Path, around: Mapping[str, str]) -> Set[str]:
        """Ask a region inside regions that list the countries *around*; return its countries."""
        listed = self._countries(region, path, around)
        held = set(listed)
        self._ask("region", region, path)
        self._hours(region, path)
        for index, inner in entries(region.get("regions")):
            held |= self._region(record(inner), (*path, "regions", index), {**around, **listed})
        for index, line in records(region.get("lines")):
            place = (*path, "lines", index)
            self._ask("line", line, place, text_of(region, "id"), held)
            if "replaces" in line:
                replaced = self._file.replaced.setdefault(text_of(line, "id"), [])
                replaced.append((text_of(line, "replaces"), (*place, "replaces")))
            self._each("step", line, "steps", place)
            self._hours(line, place)
        return held

    def _countries(
        self, region: RawRecord, path: Path, around: Mapping[str, str]
    ) -> Dict[str, str]:
        """Find countries that a region lists twice, or one around it lists; return the others."""
        name = text_of(region, "id")
        listed: Dict[str, str] = {}
        for key in ("countries", "countries_not_named"):
            for index, code in codes(region.get(key), country_of_text):
                place = (*path, key, index)
                if code in listed:
                    found = f"{quoted(code)} is listed twice in this region."
                    self.findings.append(Finding(place, found, "Delete one of the two.", code))
                elif code in around:
                    found = f"the region {quoted(around[code])} lists {quoted(code)} as well."
                    remedy = "List it here only: the region around has its countries anyway."
                    self.findings.append(Finding(place, found, remedy, code))
                else:
                    listed[code] = name
        self._file.holding.update(listed)
        return listed

    def _hours(self, content: RawRecord, path: Path) -> None:
        """Ask the exceptions and rules of a region or line."""
        self._each("exception", content, "exceptions", path)
        if "availability" not in content:
            return
        for tier, rules in record(rules_of(content["availability"])).items():
            here = (*path, "availability", tier)
            for found, remedy in _not_a("tier", tier, self._file.names["tier"]):
                self.findings.append(Finding(here, found, remedy, tier, at_key=True))
            for index, rule in records(rules):
                self._ask("rule", rule, (*here, index))
                self._each("exception", rule, "exceptions", (*here, index))
            self.findings.extend(rules_that_meet(rules, here))
            is_list = isinstance(content["availability"][tier], list)
            for index, rule in records(rules):
                self._ask("rule of some days", rule, (*here, index) if is_list else here)
