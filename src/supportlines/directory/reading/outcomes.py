"""What rules lead to: hours, none at all, those of the level around, or those after a line."""

from __future__ import annotations

from typing import Any, Dict, Iterable, Iterator, List, Mapping, Set

from supportlines.directory.finding import Finding, Path
from supportlines.directory.reading.codes import HOLIDAYS, country_of_text, is_calendar
from supportlines.directory.reading.contacts import takes_messages
from supportlines.directory.reading.raw import RawRecord, lines_of, record, records, text_of
from supportlines.directory.reading.relation import (
    ALWAYS,
    File,
    Here,
    Relations,
    as_words,
    not_a,
    rings,
)
from supportlines.directory.reading.shapes import rules_of
from supportlines.directory.reading.wrong import WrongValueError
from supportlines.errors import quoted

_OF_HOURS = (
    "hours",
    "after",
    "time_zone",
    "valid_from",
    "valid_until",
    "exceptions",
    "holidays",
)
"""Keys that a rule without hours has not."""


_OUTCOMES = frozenset(("hours", "after", "not_available", "inherit"))


def _has_outcome(here: Here, _key: str) -> Iterable[Finding]:
    """A rule says hours, or what stands for them."""
    if not _OUTCOMES.isdisjoint(here.content):
        return ()
    remedy = 'Write "hours", "after" or "not_available".'
    return (Finding(here.path, "the rule has no hours.", remedy, is_fatal=True),)


def _has_no_hours(here: Here, _key: str) -> Iterator[Finding]:
    """Where a tier is not available there are no hours."""
    for key in _OF_HOURS:
        if key in here.content:
            found = f'{quoted(key)} stands beside "not_available".'
            remedy = "Delete one of the two: where the tier is not available there are no hours."
            yield Finding((*here.path, key), found, remedy, at_key=True)


def _is_alone(here: Here, key: str) -> Iterator[Finding]:
    """What is left to the level around is said by one entry that says nothing else."""
    others = [one for one in here.content if one != key]
    if others:
        found = f'{quoted(others[0])} stands beside "inherit".'
        remedy = "Write {inherit: true} as an entry of its own."
        yield Finding((*here.path, others[0]), found, remedy, at_key=True, is_fatal=True)
    elif text_of(here.content, key) == "false":
        found = "nothing is inherited unless a rule says so."
        yield Finding((*here.path, key), found, "Delete the entry.", "false", is_fatal=True)


def _follows(here: Here, key: str) -> Iterator[Finding]:
    """A rule holds after a line of the file."""
    word = text_of(here.content, key)
    for found, remedy in not_a("line", word, here.file.names["line"]) if word else ():
        yield Finding((*here.path, key), found, remedy, word, is_fatal=True)
    here.file.followed.append(((*here.path, key), word))


def _has_calendar(here: Here, key: str) -> Iterator[Finding]:
    """Holidays that are those of no place are those of a calendar of the file."""
    word, calendars = text_of(here.content, key), here.file.names["calendar"]
    if not is_calendar(word) or word in calendars:
        return
    ((found, remedy),) = not_a("calendar", word, calendars)
    if not remedy.startswith("Did"):
        remedy = HOLIDAYS
        try:
            country_of_text(word)
        except WrongValueError as error:
            if getattr(error.__cause__, "suggestions", ()):
                found, remedy = error.found, error.remedy
    yield Finding((*here.path, key), found, remedy, word, is_fatal=True)


OUTCOME: Relations = (
    (ALWAYS, _has_outcome),
    ("not_available", _has_no_hours),
    ("inherit", _is_alone),
    ("after", _follows),
    ("holidays", _has_calendar),
)
"""What must hold for what a rule leads to."""


def inherited(rules: List[Any], index: int, path: Path) -> Iterator[Finding]:
    """Yield what is wrong with an entry of a list that leaves the rest to the level around."""
    if len(rules) == 1:
        found = "nothing but what the level around states stands here."
        remedy = "Delete it: that holds anyway."
        yield Finding(path, found, remedy, at_key=True, is_fatal=True)
    elif any("inherit" in rule for before, rule in records(rules) if before < index):
        yield Finding((*path, index), "the list inherits already.", "Delete one of the two.")


def circles(file: File, top: RawRecord) -> Iterator[Finding]:
    """Yield where a line would have to be closed for its own hours, for customers of some tier."""
    if not file.followed:
        return
    rules = [(path, word, _lines_of(top.get("regions"), path)) for path, word in file.followed]
    told: Set[str] = set()
    for tier in file.names["tier"]:
        entitled = _entitled(record(top.get("tiers")), tier)
        places: Dict[str, Dict[str, Path]] = {}
        for path, word, lines in rules:
            if _tier_of(path) in entitled:
                for line in lines:
                    places.setdefault(line, {}).setdefault(word, path)
        for ring in rings(places):
            found = f"{as_words(ring, 'holds after')}: a line cannot wait for itself."
            if found not in told:
                told.add(found)
                place = places[ring[0]][ring[1]]
                yield Finding(place, found, 'Delete one "after".', ring[1], is_fatal=True)


def after_messages(file: File, top: RawRecord) -> Iterator[Finding]:
    """Yield where a rule waits for a form or mailbox to close that says no hours of its own."""
    if not file.followed:
        return
    lines = {text_of(one, "id"): one for one in lines_of(top.get("regions"))}
    for path, word in file.followed:
        line = lines.get(word, {})
        stated = record(rules_of(line.get("availability")))
        entitled = _entitled(record(top.get("tiers")), _tier_of(path))
        if takes_messages(line) and stated.keys().isdisjoint(entitled):
            found = f"the line {quoted(word)} takes messages at any time, so it is never closed."
            remedy = 'Name a line that somebody answers, or write "hours" instead.'
            yield Finding(path, found, remedy, word, is_fatal=True)


def _entitled(tiers: RawRecord, tier: str) -> List[str]:
    """Return a tier and those that it includes."""
    found: List[str] = []
    while tier and tier not in found:
        found.append(tier)
        tier = text_of(record(tiers.get(tier)), "includes")
    return found


def _tier_of(path: Path) -> str:
    return str(path[path.index("availability") + 1])


def _lines_of(regions: Any, path: Path) -> List[str]:
    """Return the ids of the lines for which the rule holds in which *path* stands.

    A rule of a region is one for its lines, and for those of regions around and inside it,
    unless they, or a region between, state the tier themselves.
    """
    cut = path.index("availability")
    tier = _tier_of(path)
    here: Any = regions
    around: List[RawRecord] = []
    for part in path[1:cut]:
        here = here[part]
        if isinstance(here, dict):
            around.append(here)
    if "lines" in path[:cut]:
        return [text_of(around[-1], "id")]
    *outer, region = around
    found = [line for one in outer for _, line in records(one.get("lines"))]
    waiting = [region]
    while waiting:
        one = waiting.pop()
        if one is region or _is_open(one, tier):
            found += [line for _, line in records(one.get("lines"))]
            waiting += [inner for _, inner in records(one.get("regions"))]
    return [text_of(line, "id") for line in found if _is_open(line, tier)]


def _is_open(one: RawRecord, tier: str) -> bool:
    """Return whether the level around has a say in a tier."""
    stated: Mapping[str, Any] = record(rules_of(one.get("availability")))
    return tier not in stated or any("inherit" in rule for _, rule in records(stated[tier]))
