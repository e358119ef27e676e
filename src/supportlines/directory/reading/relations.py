"""Relations between the records of a file: what no record can know by itself.

They are checked on the plain texts and not on the model, so that a mistake in one record
does not hide a mistake between two others. What is no valid value is passed over here:
`shapes` speaks of it. `RELATIONS` says for each sort of record what must hold.
"""

from __future__ import annotations

from typing import AbstractSet, Any, Dict, Iterator, List, Mapping, Optional, Tuple

from supportlines.directory.finding import Finding, Path
from supportlines.directory.reading.codes import (
    country_of_text,
    language_of_text,
    listed_place_of_text,
    place_of_text,
)
from supportlines.directory.reading.conditions import (
    CONDITION,
    FACET,
    facets_of,
    none_of_these,
)
from supportlines.directory.reading.contacts import CONTACT
from supportlines.directory.reading.lists import (
    calendars,
    of_ids,
    of_no_region,
    of_the_region,
    once_in_parts,
    parts_of_listed,
    sets,
    under_one_key,
)
from supportlines.directory.reading.meeting import DAY, exceptions_that_meet, rules_that_meet
from supportlines.directory.reading.outcomes import OUTCOME, after_messages, circles, inherited
from supportlines.directory.reading.raw import (
    RawRecord,
    codes,
    entries,
    ids_of,
    is_read,
    lines_of,
    record,
    records,
    text_of,
)
from supportlines.directory.reading.relation import (
    ALWAYS,
    File,
    Here,
    Relation,
    Relations,
    as_words,
    each,
    known,
    no_id,
    not_a,
    once,
    only_if,
    own_id,
    own_id_here,
    rings,
)
from supportlines.directory.reading.shapes import rules_of
from supportlines.errors import listed, quoted
from supportlines.phones.steps import ACTIONS


def _in_order(here: Here, key: str) -> Iterator[Finding]:
    """What holds for some days does not end before it begins; it could not be asked."""
    first, last = text_of(here.content, "valid_from"), text_of(here.content, key)
    if last < first and DAY.fullmatch(first) and DAY.fullmatch(last):
        found = f'"valid_until", {last}, comes before "valid_from", {first}.'
        yield Finding(here.path, found, "Compare them with the source.", is_fatal=True)


def _apart(here: Here, key: str) -> Iterator[Finding]:
    """Exceptions of the same days say which of them holds."""
    return exceptions_that_meet(here.content[key], (*here.path, key))


def _leads_away(field: str, verb: str, sentence: str) -> Relation:
    """No record leads to itself by its *field*, by way of others or at once."""

    def find(here: Here, key: str) -> Iterator[Finding]:
        one_by_one = record(here.content[key])
        following = {name: (text_of(record(one), field),) for name, one in one_by_one.items()}
        for ring in rings(following):
            found = f"{as_words(ring, verb)}: {sentence}."
            yield Finding((key, ring[0], field), found, "Delete one of these.", ring[1])

    return find


def _replaces_others(here: Here, _key: str) -> Iterator[Finding]:
    """A line stands for another line of the file, and in the end for none that is itself."""
    replaced, lines = here.file.replaced, here.file.names["line"]
    for name, path in (one for several in replaced.values() for one in several):
        for found, remedy in not_a("line", name, lines) if name else ():
            yield Finding(path, found, remedy, name)
    for ring in rings({line: several[0][:1] for line, several in replaced.items() if line}):
        found = f"{as_words(ring, 'replaces')}: a line cannot replace itself."
        remedy = 'Delete "replaces", or name the line that was there before.'
        yield Finding(replaced[ring[0]][0][1], found, remedy, ring[1])


def _one_way(here: Here, _key: str) -> Iterator[Finding]:
    """Who is wrong at a desk is sent to one place."""
    said = [key for key in ("desk", "line", "url") if key in here.content]
    if len(said) > 1:
        found = f"there are several ways: {listed(map(quoted, said))}."
        yield Finding(here.path, found, "Keep one.")


def _one_desk_key(here: Here, key: str) -> Iterator[Finding]:
    if "desk" in here.content:
        found = '"desks" stands beside "desk".'
        remedy = 'Write all of them in "desks".'
        yield Finding((*here.path, key), found, remedy, at_key=True)


def _one_action(here: Here, _key: str) -> Iterator[Finding]:
    """A step is one thing to do."""
    actions = [action for action in ACTIONS if action in here.content]
    if not actions:
        remedy = f"Write one of {', '.join(map(quoted, ACTIONS))}."
        yield Finding(here.path, "the step says nothing to do.", remedy, is_fatal=True)
    elif len(actions) > 1:
        found = f"the step says several things to do: {listed(map(quoted, actions))}."
        yield Finding(here.path, found, "Write a step for each.", is_fatal=True)
    elif actions == ["press"] and "label" not in here.content:
        found, remedy = '"label" is missing.', 'Write "label: …" here.'
        yield Finding(here.path, found, remedy, is_fatal=True)


_LISTS_OF_REGIONS = ("countries", "countries_not_named")
_LANGUAGES = ("languages", once(language_of_text))
_COMMON = (_LANGUAGES, ("source", known("source")), ("exceptions", _apart))
_THINGS = "thing to prepare"
_IS_NOT_BOTH = (
    ("wants", once()),
    ("wants", known(_THINGS)),
    ("helps", once()),
    ("helps", known(_THINGS)),
)

RELATIONS: Mapping[str, Relations] = {
    "source": (("id", own_id),),
    "about": (("assumed_languages", once(language_of_text)),),
    "tier": (("id", no_id("tier")), ("includes", known("tier"))),
    "desk": (("id", no_id("desk")), ("levels", once()), ("levels", known("level"))),
    "not for": ((ALWAYS, _one_way), ("desk", known("desk")), ("line", known("line"))),
    "level": (("id", no_id("level")), ("next", known("level"))),
    "facet": (("id", no_id("facet")), *FACET),
    "thing to prepare": (("id", own_id), CONDITION),
    "help": (CONDITION,),
    "region": (("id", own_id), *_COMMON),
    "line": (
        ("id", own_id),
        *CONTACT,
        (
            "fallback_when",
            only_if(
                lambda line: line.get("fallback") == "true",
                '"fallback_when" is for lines that are a fallback.',
                'Write "fallback: true", or delete it.',
            ),
        ),
        ("only_in", once(country_of_text)),
        ("serves", once_in_parts(listed_place_of_text)),
        ("serves", each(of_the_region, listed_place_of_text)),
        ("dialable_from", once_in_parts(place_of_text)),
        ("desk", known("desk")),
        ("desks", _one_desk_key),
        ("desks", once()),
        ("desks", known("desk")),
        ("valid_until", _in_order),
        CONDITION,
        *_COMMON,
    ),
    "kind of request": (
        ("id", own_id_here),
        ("id", none_of_these),
        ("desk", known("desk")),
        ("level", known("level")),
        *_IS_NOT_BOTH,
        CONDITION,
    ),
    "step": ((ALWAYS, _one_action), _LANGUAGES, CONDITION),
    "rule": (
        *OUTCOME,
        ("severities", once()),
        ("desks", once()),
        ("severities", known("severity")),
        ("desks", known("desk")),
        CONDITION,
        *_COMMON,
    ),
    "rule of some days": (("valid_until", _in_order),),
    "exception": (("tiers", known("tier")),),
    "guess": (
        ("countries", once(country_of_text)),
        ("lines", once()),
        ("countries", each(of_no_region, country_of_text)),
        ("lines", known("line")),
    ),
    "file": (
        ("severities", once()),
        ("desks", once()),
        ("desks", of_ids),
        ("levels", once()),
        ("levels", of_ids),
        ("tiers", _leads_away("includes", "includes", "a tier cannot include itself")),
        ("levels", _leads_away("next", "passes to", "a level cannot pass to itself")),
        ("places", sets),
        ("calendars", calendars),
        ("countries", under_one_key),
        (ALWAYS, _replaces_others),
    ),
}
"""For each sort of record, what must hold where it has a key: `_Walk` asks each once."""


_ASKED: Mapping[str, Tuple[Tuple[Relation, ...], Mapping[str, Tuple[Relation, ...]]]] = {
    sort: (
        tuple(relation for key, relation in relations if key is ALWAYS),
        {
            key: tuple(relation for other, relation in relations if other == key)
            for key, _ in relations
            if key is not ALWAYS
        },
    )
    for sort, relations in RELATIONS.items()
}
"""The same by key: a large file has many records, and each of them few keys."""


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
        names: Dict[str, Any] = {
            "source": [text_of(one, "id") for _, one in records(about.get("sources"))],
            "tier": ids_of(top.get("tiers")),
            "severity": [word for _, word in codes(top.get("severities"))],
            "desk": ids_of(top.get("desks")),
            "level": ids_of(top.get("levels")),
            "calendar": list(record(top.get("calendars"))),
            _THINGS: dict.fromkeys(text_of(one, "id") for _, one in records(top.get("prepare"))),
        }
        lines = [*lines_of(top.get("regions"))]
        names["line"] = dict.fromkeys(text_of(one, "id") for one in lines)
        names["kind of request"] = [
            text_of(one, "id") for line in lines for _, one in records(line.get("requests"))
        ]
        self._file = File(names, facets_of(top.get("facets")))

    def file(self) -> None:
        """Ask all records of the file, and last the file itself."""
        top = self._top
        about = record(top.get("directory"))
        self._ask("about", about, ("directory",))
        self._each("source", about, "sources", ("directory",))
        for sort, key in (("tier", "tiers"), ("level", "levels"), ("facet", "facets")):
            for name, facts in record(top.get(key)).items():
                self._ask(sort, record(facts), (key, name))
        for name, facts in record(top.get("desks")).items():
            self._ask("desk", record(facts), ("desks", name))
            self._each("not for", record(facts), "not_for", ("desks", name))
        self._each(_THINGS, top, "prepare", ())
        for key in ("self_help", "promises", "reply"):
            self._each("help", top, key, ())
        for index, region in entries(top.get("regions")):
            self._region(record(region), ("regions", index), {})
        self._each("guess", top, "guesses", ())
        self._ask("file", top, ())
        self.findings.extend(circles(self._file, top))
        self.findings.extend(after_messages(self._file, top))

    def _ask(self, sort: str, content: RawRecord, path: Path, *around: Any) -> None:
        here = Here(sort, content, path, self._file, *around)
        always, by_key = _ASKED[sort]
        for relation in always:
            self.findings.extend(relation(here, ALWAYS))
        for key in content:
            for relation in by_key.get(key, ()):
                self.findings.extend(relation(here, key))

    def _each(self, sort: str, content: RawRecord, key: str, path: Path) -> None:
        """Ask the records of the list under *key* of *content*."""
        if key in content:
            for index, one in records(content[key]):
                self._ask(sort, one, (*path, key, index))

    def _region(
        self, region: RawRecord, path: Path, around: Mapping[str, str]
    ) -> Optional[AbstractSet[str]]:
        """Ask a region inside regions that list the countries *around*; return its countries.

        It is None where one of its lists cannot be read.
        """
        listed_here = self._countries(region, path, around)
        lists = [region[key] for key in _LISTS_OF_REGIONS if key in region]
        is_known = all(is_read(one, listed_place_of_text) for one in lists)
        held = frozenset(listed_here) if is_known else None
        self._ask("region", region, path)
        self._hours(region, path)
        for index, inner in entries(region.get("regions")):
            here = (*path, "regions", index)
            inside = self._region(record(inner), here, {**around, **listed_here})
            held = None if held is None or inside is None else held | inside
        for index, line in records(region.get("lines")):
            place = (*path, "lines", index)
            self._ask("line", line, place, text_of(region, "id"), held)
            if "replaces" in line:
                replaced = self._file.replaced.setdefault(text_of(line, "id"), [])
                replaced.append((text_of(line, "replaces"), (*place, "replaces")))
            self._each("step", line, "steps", place)
            self._each("kind of request", line, "requests", place)
            self._hours(line, place)
        return held

    def _countries(
        self, region: RawRecord, path: Path, around: Mapping[str, str]
    ) -> Dict[str, str]:
        """Find countries that a region lists twice, or one around it lists; return the others."""
        name = text_of(region, "id")
        found_here: Dict[str, str] = {}
        for key in _LISTS_OF_REGIONS:
            places = codes(region.get(key), listed_place_of_text)
            self.findings.extend(parts_of_listed(places, (*path, key)))
            for index, code in places:
                place = (*path, key, index)
                if code in found_here:
                    found = f"{quoted(code)} is listed twice in this region."
                    self.findings.append(Finding(place, found, "Delete one of the two.", code))
                elif code in around:
                    found = f"the region {quoted(around[code])} lists {quoted(code)} as well."
                    remedy = "List it here only: the region around has its countries anyway."
                    self.findings.append(Finding(place, found, remedy, code))
                else:
                    found_here[code] = name
        self._file.holding.update(found_here)
        return found_here

    def _hours(self, content: RawRecord, path: Path) -> None:
        """Ask the exceptions, replies and rules of a region or line."""
        self._each("exception", content, "exceptions", path)
        self._each("help", content, "reply", path)
        if "availability" not in content:
            return
        for tier, rules in record(rules_of(content["availability"])).items():
            here = (*path, "availability", tier)
            for found, remedy in not_a("tier", tier, self._file.names["tier"]):
                self.findings.append(Finding(here, found, remedy, tier, at_key=True))
            for index, rule in records(rules):
                self._ask("rule", rule, (*here, index))
                self._each("exception", rule, "exceptions", (*here, index))
                if "inherit" in rule:
                    self.findings.extend(inherited(rules, index, here))
            self.findings.extend(rules_that_meet(rules, here))
            is_list = isinstance(content["availability"][tier], list)
            for index, rule in records(rules):
                if "valid_until" in rule:
                    self._ask("rule of some days", rule, (*here, index) if is_list else here)
