"""Relations between regions, their lines and the rules of both."""

from __future__ import annotations

from typing import Any, Dict, List, Set, Tuple

from supportlines.directory.fields import CALLER
from supportlines.directory.finding import Finding, Path, quoted
from supportlines.directory.reading.check_days import (
    days_of_rule,
    ends_before_it_begins,
    meeting_exceptions,
    overlap,
)
from supportlines.directory.reading.raw import (
    Record,
    Words,
    codes,
    entries,
    record,
    records,
    text_of,
    texts,
    twice,
    unknown,
)
from supportlines.directory.reading.shapes import rules_of
from supportlines.directory.reading.values import (
    country_of_text,
    language_of_text,
    place_of_text,
)


class Regions:
    """Checks regions and what is inside them, and remembers which of them holds a country."""

    def __init__(self, words: Words) -> None:
        self.findings: List[Finding] = []
        self.holding: Dict[str, str] = {}
        """The region that lists a country, by its code."""

        self._replaced: Dict[str, List[Tuple[str, Path]]] = {}
        """What stands for what, by the id of the line that does."""
        self._words = words
        self._ids: Dict[str, Set[str]] = {"region": set(), "line": set()}

    def check(self, region: Any, path: Path, around: Dict[str, str]) -> Set[str]:
        """Find what is wrong in *region*, which is inside regions that list the countries *around*.

        Returns:
            The countries that it holds, with those of the regions inside it.
        """
        content = record(region)
        self._check_id("region", content, path)
        listed = self._check_countries(content, path, around)
        held = set(listed)
        self._check_common(content, path)
        for index, inner in entries(content.get("regions")):
            held |= self.check(inner, (*path, "regions", index), {**around, **listed})
        for index, line in records(content.get("lines")):
            self._check_line(line, (*path, "lines", index), held, text_of(content, "id"))
        return held

    def check_replaced(self) -> None:
        """Find lines that stand for a line that is not there, or in the end for themselves.

        To be called after all regions are checked.
        """
        done: Set[str] = set()
        for line, replaced in self._replaced.items():
            for name, path in replaced:
                if name and name not in self._ids["line"]:
                    self._add(unknown(path, name, "a line of this file", self._ids["line"]))
            self._check_circle(line, done)

    def _check_circle(self, line: str, done: Set[str]) -> None:
        """Find that *line*, not *done* before, replaces itself, by way of others or at once."""
        way: List[str] = []
        while line in self._replaced and line not in done:
            done.add(line)
            way.append(line)
            line = self._replaced[line][0][0]
        if line and line in way:
            ring = [*way[way.index(line) :], line]
            sentence = f"{' replaces '.join(map(quoted, ring))}: a line cannot replace itself."
            if len(ring) > 2:  # noqa: PLR2004 - by way of another
                sentence = sentence.replace(" replaces ", ", which replaces ")
                sentence = sentence.replace(", which replaces ", " replaces ", 1)
            remedy = 'Delete "replaces", or name the line that was there before.'
            name, path = self._replaced[line][0]
            self._add(Finding(path, sentence, remedy, name))

    def _check_countries(
        self, region: Record, path: Path, around: Dict[str, str]
    ) -> Dict[str, str]:
        name = text_of(region, "id")
        listed: Dict[str, str] = {}
        for key in ("countries", "countries_not_named"):
            for index, code in codes(region.get(key), country_of_text):
                place = (*path, key, index)
                if code in listed:
                    sentence = f"{quoted(code)} is listed twice in this region."
                    self._add(Finding(place, sentence, "Delete one of the two.", code))
                elif code in around:
                    sentence = f"the region {quoted(around[code])} lists {quoted(code)} as well."
                    remedy = "List it here only: the region around has its countries anyway."
                    self._add(Finding(place, sentence, remedy, code))
                else:
                    listed[code] = name
        self.holding.update(listed)
        return listed

    def _check_line(self, line: Record, path: Path, held: Set[str], region: str) -> None:
        self._check_id("line", line, path)
        self.findings += _check_number(line, path)
        self.findings += twice(line, "only_in", path, country_of_text)
        self.findings += twice(line, "serves", path, country_of_text)
        self.findings += twice(line, "dialable_from", path, place_of_text)
        for index, code in codes(line.get("serves"), country_of_text):
            if code not in held:
                sentence = f"{quoted(code)} is no country of the region {quoted(region)}."
                remedy = "List it in the region, or move the line."
                self._add(Finding((*path, "serves", index), sentence, remedy, code))
        self._check_word(line, "desk", "a desk of this file", self._words.desks, path)
        if "replaces" in line:
            replaced = self._replaced.setdefault(text_of(line, "id"), [])
            replaced.append((text_of(line, "replaces"), (*path, "replaces")))
        self.findings += ends_before_it_begins(line, path)
        for index, step in records(line.get("steps")):
            self.findings += twice(step, "languages", (*path, "steps", index), language_of_text)
        self._check_common(line, path)

    def _check_common(self, content: Record, path: Path) -> None:
        """Find what is wrong in what regions and lines have in common."""
        self.findings += twice(content, "languages", path, language_of_text)
        self._check_word(content, "source", "a source of this file", self._words.sources, path)
        self._check_exceptions(content, path)
        if "availability" not in content:
            return
        for tier, rules in record(rules_of(content["availability"])).items():
            here = (*path, "availability", tier)
            if tier not in self._words.tiers:
                what = "a tier of this file"
                self._add(unknown(here, tier, what, self._words.tiers, at_key=True))
            self._check_rules(rules, here)
            listed = isinstance(record(content["availability"])[tier], list)
            for index, rule in records(rules):
                place = (*here, index) if listed else here
                self.findings += ends_before_it_begins(rule, place)

    def _check_rules(self, rules: Any, path: Path) -> None:
        for index, rule in records(rules):
            here = (*path, index)
            self.findings += twice(rule, "languages", here, language_of_text)
            self.findings += twice(rule, "severities", here)
            self.findings += twice(rule, "desks", here)
            self._check_word(rule, "source", "a source of this file", self._words.sources, here)
            severities = self._words.severities
            self._check_word(rule, "severities", "a severity of this file", severities, here)
            self._check_word(rule, "desks", "a desk of this file", self._words.desks, here)
            self._check_exceptions(rule, here)
        if isinstance(rules, list) and len(rules) > 1:
            self.findings += _check_contradictions(rules, path)

    def _check_exceptions(self, content: Record, path: Path) -> None:
        for index, one in records(content.get("exceptions")):
            here = (*path, "exceptions", index)
            self._check_word(one, "tiers", "a tier of this file", self._words.tiers, here)
        self.findings += meeting_exceptions(content.get("exceptions"), (*path, "exceptions"))

    def _check_word(self, content: Record, key: str, what: str, known: Any, path: Path) -> None:
        """Find words under *key* that the file does not define."""
        if key in content:
            for index, word in texts(content[key]):
                if word not in known:
                    self._add(unknown((*path, key, index), word, what, known))

    def _check_id(self, kind: str, content: Record, path: Path) -> None:
        name = text_of(content, "id")
        if name and name in self._ids[kind]:
            sentence = f"the id {quoted(name)} is that of another {kind} already."
            remedy = "Give this one an id of its own."
            self._add(Finding((*path, "id"), sentence, remedy, name))
        self._ids[kind].add(name)

    def _add(self, finding: Finding) -> None:
        self.findings.append(finding)


class _Scope:
    """The calls that a rule is for."""

    def __init__(self, rule: Record) -> None:
        self.zone = text_of(rule, "time_zone") or CALLER
        self.limits = (
            {code for _, code in codes(rule.get("languages"), language_of_text)},
            {word for _, word in texts(rule.get("severities"))},
            {word for _, word in texts(rule.get("desks"))},
        )
        keys = ("languages", "severities", "desks")
        self.days = days_of_rule(rule)
        self.is_dated = "valid_from" in rule or "valid_until" in rule
        self.broken = any(key in rule and not limit for key, limit in zip(keys, self.limits))

    def meets(self, other: _Scope) -> bool:
        """Return whether both are for the same calls, neither being the special case."""
        if self.zone != other.zone or self.broken or other.broken:
            return False
        if not overlap(self.days, other.days):
            return False
        return all(
            bool(mine & theirs) or not (mine or theirs)
            for mine, theirs in zip(self.limits, other.limits)
        )


def _check_contradictions(rules: Any, path: Path) -> List[Finding]:
    found = []
    before: List[_Scope] = []
    for index, rule in entries(rules):
        scope = _Scope(record(rule))
        other = next((number for number, one in enumerate(before, 1) if one.meets(scope)), None)
        if other is not None:
            sentence = f"this rule is for the same calls as rule #{other} of the list."
            remedy = 'Write their hours as one, for example "Mo-Fr 09:00-17:00, Sa 10:00-12:00".'
            if scope.is_dated:
                remedy = "Let one end on the day before the other begins."
            found.append(Finding((*path, index), sentence, remedy))
        before.append(scope)
    return found


def _check_number(line: Record, path: Path) -> List[Finding]:
    found = []
    if "number" in line and "unusable" in line:
        sentence = "the line has a number, and a reason why it has none."
        remedy = 'Delete "number" or "unusable".'
        found.append(Finding((*path, "unusable"), sentence, remedy, at_key=True))
    if "number" not in line and "unusable" not in line:
        remedy = 'Write "number", or say in "unusable" why there is none.'
        found.append(Finding(path, "the line has no number.", remedy))
    if "only_in" in line and "number" not in line:
        sentence = '"only_in" says where a number exists, but there is no "number".'
        found.append(Finding((*path, "only_in"), sentence, 'Delete "only_in".', at_key=True))
    if "fallback_when" in line and line.get("fallback") != "true":
        sentence = '"fallback_when" is for lines that are a fallback.'
        remedy = 'Write "fallback: true", or delete it.'
        found.append(Finding((*path, "fallback_when"), sentence, remedy, at_key=True))
    return found
