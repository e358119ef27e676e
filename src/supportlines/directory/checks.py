"""Relations between the records of a file: what no record can know by itself.

They are checked on the plain texts and not on the model, so that a mistake in one record
does not hide a mistake between two others. What is no valid value is passed over here:
the model speaks of it.
"""

from __future__ import annotations

from typing import Any, Dict, Iterator, List, Set

from supportlines.directory.fields import CALLER, country_of_text, language_of_text, rules_of
from supportlines.directory.plain import (
    Words,
    again,
    codes,
    entries,
    record,
    records,
    text_of,
    texts,
    words_of,
)
from supportlines.directory.problems import Finding, Path, did_you_mean, quoted


def check_relations(content: Any) -> Iterator[Finding]:
    """Yield what is wrong between the records of the plain *content* of a data file."""
    top = record(content)
    words = words_of(top)
    yield from _check_about(top)
    yield from _check_tiers(top, words)
    yield from _check_countries(top)
    regions = _Regions(words)
    for index, region in entries(top.get("regions")):
        yield from regions.check(region, ("regions", index), {})
    yield from _check_guesses(top, words, regions.holding)


def _check_about(top: Dict[str, Any]) -> Iterator[Finding]:
    sources = record(top.get("directory")).get("sources")
    ids = [
        (("directory", "sources", index, "id"), text_of(one, "id"))
        for index, one in records(sources)
    ]
    yield from again(ids, "a source of this file")
    assumed = record(top.get("directory")).get("assumed_languages")
    yield from _twice(assumed, ("directory", "assumed_languages"), language_of_text)
    for key in ("severities", "desks"):
        yield from _twice(top.get(key), (key,))


def _check_tiers(top: Dict[str, Any], words: Words) -> Iterator[Finding]:
    tiers = record(top.get("tiers"))
    included = {tier: text_of(record(facts), "includes") for tier, facts in tiers.items()}
    done: Set[str] = set()
    for tier, facts in tiers.items():
        path: Path = ("tiers", tier, "includes")
        other = included[tier]
        if "id" in record(facts):
            found = 'the id of a tier is the key that it stands under, and no key "id".'
            yield Finding(("tiers", tier, "id"), found, 'Delete "id".', at_key=True)
        if other and other not in tiers:
            yield _unknown(path, other, "a tier of this file", words.tiers)
        way = [tier]
        while other and other not in way:
            way.append(other)
            other = included.get(other, "")
        if other == tier and not done.intersection(way):
            done.update(way)
            ring = ", which includes ".join(map(quoted, [*way[1:], tier]))
            found = f"{quoted(tier)} includes {ring}: a tier cannot include itself."
            yield Finding(path, found, "Delete one of these.", included[tier])


def _check_countries(top: Dict[str, Any]) -> Iterator[Finding]:
    seen: Set[str] = set()
    for key, code in codes(list(record(top.get("countries"))), country_of_text):
        if code in seen:
            path = ("countries", list(record(top.get("countries")))[key])
            found = f"the country {quoted(code)} stands here twice."
            yield Finding(path, found, "Write its facts under one key.", code, at_key=True)
        seen.add(code)


def _check_guesses(top: Dict[str, Any], words: Words, holding: Dict[str, str]) -> Iterator[Finding]:
    for index, guess in records(top.get("guesses")):
        path: Path = ("guesses", index)
        countries = guess.get("countries")
        yield from _twice(countries, (*path, "countries"), country_of_text)
        yield from _twice(guess.get("lines"), (*path, "lines"))
        for place, code in codes(countries, country_of_text):
            if code in holding:
                found = f"{quoted(code)} is in the region {quoted(holding[code])}."
                remedy = "Guesses are for countries in no region: delete it here or there."
                yield Finding((*path, "countries", place), found, remedy, code)
        for place, line in texts(guess.get("lines")):
            if line not in words.lines:
                yield _unknown((*path, "lines", place), line, "a line of this file", words.lines)


class _Regions:
    """Checks regions and what is inside them, and remembers which holds a country."""

    def __init__(self, words: Words) -> None:
        self._words = words
        self._ids: Dict[str, Set[str]] = {"region": set(), "line": set()}
        self._held: Dict[int, Dict[str, str]] = {}
        self.holding: Dict[str, str] = {}

    def check(self, region: Any, path: Path, around: Dict[str, str]) -> Iterator[Finding]:
        """Yield what is wrong in *region*, inside regions that list the countries *around*."""
        content = record(region)
        name = text_of(content, "id")
        yield from self._check_id("region", name, path)
        listed: Dict[str, str] = {}
        for key in ("countries", "countries_not_named"):
            for index, code in codes(content.get(key), country_of_text):
                place = (*path, key, index)
                if code in listed:
                    found = f"{quoted(code)} is listed twice in this region."
                    yield Finding(place, found, "Delete one of the two.", code)
                elif code in around:
                    found = (
                        f"{quoted(code)} is listed by the region {quoted(around[code])} as well."
                    )
                    remedy = (
                        "List a country in the inner region only; the outer one has it thereby."
                    )
                    yield Finding(place, found, remedy, code)
                else:
                    listed[code] = name
        self.holding.update(listed)
        yield from self._check_common(content, path)
        for index, inner in entries(content.get("regions")):
            yield from self.check(inner, (*path, "regions", index), {**around, **listed})
        held = self._countries_of(content)
        for index, line in records(content.get("lines")):
            yield from self._check_line(line, (*path, "lines", index), held, name)

    def _countries_of(self, region: Dict[str, Any]) -> Set[str]:
        held = {
            code
            for key in ("countries", "countries_not_named")
            for _, code in codes(region.get(key), country_of_text)
        }
        for _, inner in records(region.get("regions")):
            held |= self._countries_of(inner)
        return held

    def _check_id(self, kind: str, name: str, path: Path) -> Iterator[Finding]:
        if name and name in self._ids[kind]:
            found = f"the id {quoted(name)} is that of another {kind} already."
            yield Finding((*path, "id"), found, "Give this one an id of its own.", name)
        self._ids[kind].add(name)

    def _check_line(
        self, line: Dict[str, Any], path: Path, held: Set[str], region: str
    ) -> Iterator[Finding]:
        yield from self._check_id("line", text_of(line, "id"), path)
        yield from _check_number(line, path)
        for key in ("serves", "dialable_from"):
            yield from _twice(line.get(key), (*path, key), country_of_text)
        for index, code in codes(line.get("serves"), country_of_text):
            if code not in held:
                found = f"{quoted(code)} is in no list of the region {quoted(region)}."
                remedy = "Add it to the countries of the region, or move the line."
                yield Finding((*path, "serves", index), found, remedy, code)
        desk = text_of(line, "desk")
        if desk and desk not in self._words.desks:
            yield _unknown((*path, "desk"), desk, "a desk of this file", self._words.desks)
        for index, step in records(line.get("steps")):
            yield from _twice(
                step.get("languages"), (*path, "steps", index, "languages"), language_of_text
            )
        yield from self._check_common(line, path)

    def _check_common(self, content: Dict[str, Any], path: Path) -> Iterator[Finding]:
        yield from _twice(content.get("languages"), (*path, "languages"), language_of_text)
        yield from self._check_source(content, path)
        availability = content.get("availability")
        if availability is None:
            return
        for tier, rules in record(rules_of(availability)).items():
            here = (*path, "availability", tier)
            if tier not in self._words.tiers:
                found = _unknown(here, tier, "a tier of this file", self._words.tiers)
                yield Finding(here, found.found, found.remedy, tier, at_key=True)
            yield from self._check_rules(rules, here)

    def _check_source(self, content: Dict[str, Any], path: Path) -> Iterator[Finding]:
        source = text_of(content, "source")
        if source and source not in self._words.sources:
            yield _unknown((*path, "source"), source, "a source of this file", self._words.sources)

    def _check_rules(self, rules: Any, path: Path) -> Iterator[Finding]:
        scopes: List[_Scope] = []
        for index, rule in records(rules):
            here = (*path, index)
            yield from _twice(rule.get("languages"), (*here, "languages"), language_of_text)
            yield from self._check_source(rule, here)
            for key, known in (
                ("severities", self._words.severities),
                ("desks", self._words.desks),
            ):
                yield from _twice(rule.get(key), (*here, key))
                for place, word in texts(rule.get(key)):
                    if word not in known:
                        what = (
                            "a severity of this file"
                            if key == "severities"
                            else "a desk of this file"
                        )
                        yield _unknown((*here, key, place), word, what, known)
            scope = _Scope(rule)
            other = next((number for number, one in enumerate(scopes) if one.meets(scope)), None)
            if other is not None:
                found = f"this rule holds for the same calls as rule {other + 1} of the list."
                remedy = (
                    'Write their hours as one, for example "Mo-Fr 09:00-17:00, Sa 10:00-12:00".'
                )
                yield Finding(here, found, remedy)
            scopes.append(scope)


class _Scope:
    """The calls that a rule is for."""

    def __init__(self, rule: Dict[str, Any]) -> None:
        self._zone = text_of(rule, "time_zone") or CALLER
        self._limits = (
            {code for _, code in codes(rule.get("languages"), language_of_text)},
            {word for _, word in texts(rule.get("severities"))},
            {word for _, word in texts(rule.get("desks"))},
        )
        self._broken = any(
            key in rule and not limit
            for key, limit in zip(("languages", "severities", "desks"), self._limits)
        )

    def meets(self, other: _Scope) -> bool:
        """Return whether both are for the same calls, neither being the special case."""
        if self._zone != other._zone or self._broken or other._broken:
            return False
        return all(
            bool(mine & theirs) if mine and theirs else not mine and not theirs
            for mine, theirs in zip(self._limits, other._limits)
        )


def _check_number(line: Dict[str, Any], path: Path) -> Iterator[Finding]:
    if "number" in line and "unusable" in line:
        found = "the line has a number, and a reason why it has none."
        yield Finding((*path, "unusable"), found, 'Delete "number" or "unusable".', at_key=True)
    if "number" not in line and "unusable" not in line:
        found = "the line has no number."
        remedy = 'Write "number", or say in "unusable" why there is none.'
        yield Finding(path, found, remedy)
    if "only_in" in line and "number" not in line:
        found = '"only_in" says where a number exists, but there is no "number".'
        yield Finding((*path, "only_in"), found, 'Delete "only_in".', at_key=True)
    if "fallback_when" in line and line.get("fallback") != "true":
        found = '"fallback_when" is for fallback lines.'
        yield Finding(
            (*path, "fallback_when"), found, 'Write "fallback: true" or delete it.', at_key=True
        )


def _unknown(path: Path, word: str, what: str, known: Any) -> Finding:
    remedy = did_you_mean(word, known)
    if not known:
        remedy = "The file names none."
    return Finding(path, f"{quoted(word)} is not {what}.", remedy, word)


def _twice(value: Any, path: Path, parse: Any = str) -> Iterator[Finding]:
    seen: Set[str] = set()
    for index, word in codes(value, parse):
        if word in seen:
            yield Finding((*path, index), f"{quoted(word)} stands here twice.", "Delete one.", word)
        seen.add(word)
