"""Doubts about the whole: what leads nowhere, what nobody has, what time has overtaken."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING, Any, Collection, Iterator

from supportlines.directory import ANYWHERE, Path
from supportlines.doubts.callers import apart, share_callers
from supportlines.doubts.doubt import Suspicion
from supportlines.doubts.doubtful import Doubtful, Needs
from supportlines.doubts.ground import entry_path
from supportlines.errors import listed, quoted
from supportlines.lookup.conditions import limits_of_rule
from supportlines.lookup.resolution import of_language, tiers_within

if TYPE_CHECKING:
    from supportlines.directory import Facts
    from supportlines.doubts.ground import Ground, PlacedLine, PlacedRule

_HIDDEN = re.compile(
    r"\[?e-?mail(?:[\s\u00a0_-]*(?:is|address|was))?[\s\u00a0_-]*"
    r"(?:protected|removed|hidden|redacted)\]?|data-cfemail|/cdn-cgi/l/email-protection"
    r"|\[(?:redacted|hidden|removed)\]",
    re.IGNORECASE,
)

_WORDS = ("mail", "[redacted", "[hidden", "[removed")
"""One of these is in every text that the pattern finds."""


def unreachable_tiers(ground: Ground) -> Iterator[Suspicion]:
    """Yield tiers for which no region and no line states hours."""
    if ground.lines and not any(placed.line.is_live for placed in ground.lines):
        return  # messages are taken at any time
    stated = {placed.tier for placed in ground.rules}
    for tier in (one.id for one in ground.directory.tiers):
        if stated.isdisjoint(tiers_within(ground.directory, tier)):
            found = f"no region and no line states hours for the tier {quoted(tier)}."
            remedy = "State them, or delete the tier."
            yield Suspicion("tier-not-reachable", ("tiers", tier), found, remedy, tier, at_key=True)


def hours_for_no_desk(ground: Ground) -> Iterator[Suspicion]:
    """Yield desks of rules that no line has for which the rule is."""
    for placed in ground.rules:
        calls = ground.calls_of(placed)
        for index, desk in enumerate(placed.rule.desks):
            if desk not in calls.desks:
                found = f"no line for which these hours are is of the desk {quoted(desk)}."
                first = quoted(ground.directory.desk_ids[0])
                remedy = f"Name the desk at its line: a line that names none is of {first}."
                path = entry_path(placed.content, placed.path, "desks", index)
                yield Suspicion("hours-for-no-desk", path, found, remedy, desk)


def fallbacks_to_nowhere(ground: Ground) -> Iterator[Suspicion]:
    """Yield fallbacks that nobody who is sent to them can call."""
    for placed in ground.lines:
        if placed.line.fallback:
            reason = _nowhere(placed)
            if reason is not None:
                found = f"{reason}, so the fallback {placed.line.id} leads nowhere."
                remedy = "Correct the number, or name another fallback."
                path = (*placed.path, "fallback")
                yield Suspicion("fallback-leads-nowhere", path, found, remedy, placed.line.id)


def _nowhere(placed: PlacedLine) -> str | None:
    line = placed.line
    if line.unusable is not None:
        return "there is no number that could be dialled"
    if line.number is None:
        return None
    reach = line.dialable_from
    if reach is not None and ANYWHERE not in reach:
        of_parts = (part.partition("-")[0] for part in line.dialable_from_parts)
        if placed.served.isdisjoint((*reach, *of_parts)):
            return "it can be dialled from no country that the line serves"
    countries = line.number.exists_in
    if countries and placed.served.isdisjoint(countries):
        return f"its digits exist in {listed(countries)} only, which the line does not serve"
    return None


def replaced_not_ended(ground: Ground) -> Iterator[Suspicion]:
    """Yield lines that do not end before the line begins that replaces them for somebody."""
    lines = {placed.line.id: placed for placed in ground.lines}
    for placed in ground.lines:
        replaced = lines.get(placed.line.replaces or "")
        if replaced is None or not share_callers(ground.directory, placed, replaced):
            continue
        begins, last = placed.line.valid_from, replaced.line.valid_until
        if replaced.line.unusable is None and (last is None or begins is None or last >= begins):
            since = "replaces it" if begins is None else f"replaces it from {begins} on"
            found = f"{placed.line.id} {since}, and both are listed then."
            remedy = "Delete it, or write its last day and the first of the other."
            if begins is not None and (replaced.line.valid_from or dt.date.min) < begins:
                remedy = f'Write "valid_until: {begins - dt.timedelta(days=1)}" here.'
            path = (*replaced.path, "id" if last is None else "valid_until")
            yield Suspicion("replaced-not-ended", path, found, remedy, replaced.line.id)


def past_validity(ground: Ground) -> Iterator[Suspicion]:
    """Yield lines and hours whose last day is over and that nothing follows."""
    replaced = {placed.line.replaces for placed in ground.lines}
    for placed in ground.lines:
        last = placed.line.valid_until
        if last is not None and last < ground.today and placed.line.id not in replaced:
            found = f"the line was valid until {last}, and no line replaces it."
            path = (*placed.path, "valid_until")
            yield _over(path, found, last)
    following: dict[tuple[Any, ...], list[PlacedRule]] = {}
    for rule in ground.rules:
        where = (rule.region.path, rule.line.path if rule.line is not None else (), rule.tier)
        following.setdefault(where, []).append(rule)
    for rules in following.values():
        for one in rules:
            last = one.rule.valid_until
            if last is None or last >= ground.today:
                continue
            spoken, facts = ground.calls_of(one).languages, ground.directory
            if not any(_goes_on(facts, one, other, spoken) for other in rules):
                found = f"the hours were valid until {last}, and none follow."
                yield _over((*one.path, "valid_until"), found, last)


def _over(path: Path, found: str, last: dt.date) -> Suspicion:
    remedy = "Read the source again, and say what holds now."
    return Suspicion("past-validity", path, found, remedy, str(last))


def _goes_on(facts: Facts, one: PlacedRule, other: PlacedRule, spoken: Collection[str]) -> bool:
    """Return whether *other* holds after *one*, for a language at least that gets both.

    The languages that are *spoken* where *one* decides tell; else the two must name one.
    """
    if apart(facts, limits_of_rule(one.rule), limits_of_rule(other.rule)) is not None:
        return False
    last, until = one.rule.valid_until, other.rule.valid_until
    if last is None or (until is not None and until <= last):
        return False
    mine, theirs = one.rule.languages, other.rule.languages
    if not mine or not theirs or set(mine) & set(theirs):
        return True
    both = (one.rule, other.rule)
    return any(len(of_language(both, tag)) == len(both) for tag in spoken)


def old_sources(ground: Ground) -> Iterator[Suspicion]:
    """Yield sources that nobody has read for long, or is said to read on a day to come."""
    for index, source in enumerate(ground.directory.sources):
        path = ("directory", "sources", index, "read_on")
        age = (ground.today - source.read_on).days
        if age > ground.confirm_within_days:
            most = ground.confirm_within_days
            often = "every day" if most == 1 else f"every {most} days"
            found = (
                f"{quoted(source.id)} was read {age} days ago, "
                f"and the file is to be compared with it {often}."
            )
            remedy = "Compare the file with it, and write the day on which you did."
            yield Suspicion("read-on-old", path, found, remedy, str(source.read_on))
        elif source.read_on > ground.today + dt.timedelta(days=1):  # it is tomorrow somewhere
            found = f"{source.read_on} is a day to come."
            remedy = "Write the day on which somebody read the source."
            yield Suspicion("read-on-future", path, found, remedy, str(source.read_on))


def old_pages(ground: Ground) -> Iterator[Suspicion]:
    """Yield sources that are old by the date they give themselves, however late they were read."""
    for index, source in enumerate(ground.directory.sources):
        if source.version is None:
            continue
        age = (source.read_on - source.version).days
        if age > ground.confirm_within_days:
            found = (
                f"{quoted(source.id)} was read on {source.read_on}, and the page itself is of "
                f"{source.version}: it was {age} days old."
            )
            remedy = "This is a hint: look whether there is a newer page."
            path = ("directory", "sources", index, "version")
            yield Suspicion("version-old", path, found, remedy, str(source.version))


def redacted_addresses(ground: Ground) -> Iterator[Suspicion]:
    """Yield texts that stand where the page hid an address from who copied it."""
    lowered = ground.text.lower()
    if not any(word in lowered for word in _WORDS):  # a large file has half a million texts
        return
    # A line that cannot be used for it says so already.
    known = {(*one.path, "published_as") for one in ground.lines if one.line.unusable is not None}
    waiting: list[tuple[Path, Any]] = [((), ground.content)]
    while waiting:
        path, value = waiting.pop()
        if isinstance(value, str):
            hidden = _HIDDEN.search(value)
            if hidden is not None and path not in known:
                found = f"{quoted(hidden.group())} is not an address: the page hid it."
                remedy = "Read the page in a browser, or leave the value out."
                yield Suspicion(
                    "redacted-address", path, found, remedy, value, value, hidden.start()
                )
        elif isinstance(value, dict):
            waiting.extend(((*path, key), inner) for key, inner in value.items() if key != "accept")
        elif isinstance(value, list):
            waiting.extend(((*path, index), inner) for index, inner in enumerate(value))


DOUBTS = (
    Doubtful(
        "tier-not-reachable", "no hours are stated for a tier", unreachable_tiers, needs=Needs.WHOLE
    ),
    Doubtful(
        "hours-for-no-desk",
        "hours are stated for a desk that no line is for",
        hours_for_no_desk,
        needs=Needs.WHOLE,
    ),
    Doubtful(
        "fallback-leads-nowhere",
        "a fallback cannot be called",
        fallbacks_to_nowhere,
        needs=Needs.WHOLE,
    ),
    Doubtful(
        "replaced-not-ended", "a line is listed beside the one that replaces it", replaced_not_ended
    ),
    Doubtful(
        "past-validity",
        "the day until which something is valid is over",
        past_validity,
        needs=Needs.WHOLE,
        comes_with_time=True,
    ),
    Doubtful(
        "read-on-old", "the source has not been read for long", old_sources, comes_with_time=True
    ),
    Doubtful(
        "read-on-future",
        "the source is said to be read on a day to come",
        old_sources,
        comes_with_time=True,
    ),
    Doubtful("version-old", "the page itself is old", old_pages, is_hint=True),
    Doubtful(
        "redacted-address",
        "an address was hidden from the reader of the source",
        redacted_addresses,
    ),
)
