"""The rules by which doubts are found, and which of them somebody has accepted."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Callable, Dict, Iterator, List, Mapping, Optional, Set, Tuple

from supportlines.directory.codes import OF_THE_DAY
from supportlines.directory.doubts import (
    digits,
    exceptions,
    hours,
    languages,
    number_facts,
    places,
    printed_hours,
    rows,
    structure,
    swallowed,
    zones,
)
from supportlines.directory.doubts.doubt import Suspicion
from supportlines.directory.doubts.guarded import FAILED, Rule, found_by
from supportlines.directory.problems import quoted

if TYPE_CHECKING:
    from supportlines.directory.doubts.ground import Ground
    from supportlines.directory.problems import Path

RULES: Tuple[Rule, ...] = (
    digits.doubtful_digits,
    digits.refused_digits,
    digits.misleading_groups,
    number_facts.number_of_another_country,
    number_facts.kind_of_another_number,
    number_facts.toll_free_for_all,
    number_facts.number_unlike_print,
    number_facts.dialable_elsewhere,
    rows.swapped_rows,
    rows.shapes_of_others,
    rows.listed_twice,
    rows.different_hours,
    hours.improbable_spans,
    hours.hours_that_surprise,
    exceptions.improbable_exceptions,
    exceptions.exceptions_that_surprise,
    exceptions.exceptions_on_other_days,
    swallowed.rules_that_change_nothing,
    printed_hours.times_unlike_print,
    printed_hours.offsets_unlike_zone,
    zones.zones_that_are_offsets,
    places.zones_of_other_countries,
    places.unusual_weeks,
    places.countries_in_two_regions,
    places.countries_in_no_region,
    languages.official_languages_missing,
    languages.unusual_languages,
    languages.languages_without_hours,
    languages.hours_for_nobody,
    structure.unreachable_tiers,
    structure.hours_for_no_desk,
    structure.fallbacks_to_nowhere,
    structure.replaced_not_ended,
    structure.past_validity,
    structure.old_sources,
    structure.redacted_addresses,
)
"""Pure functions of what they are given; each yields doubts of one code or of a few like ones."""

_OF_THE_WHOLE = frozenset(
    (
        places.countries_in_no_region,
        languages.official_languages_missing,
        languages.languages_without_hours,
        languages.hours_for_nobody,
        structure.unreachable_tiers,
        structure.hours_for_no_desk,
        structure.fallbacks_to_nowhere,
        structure.past_validity,
    )
)
"""Rules that say of something that there is none: what is wrong in a file could be it."""

_OF_THE_COUNTRIES = frozenset(
    (
        number_facts.number_of_another_country,
        number_facts.dialable_elsewhere,
        rows.swapped_rows,
        places.zones_of_other_countries,
        zones.zones_that_are_offsets,
        languages.unusual_languages,
    )
)
"""Rules that are right only where it is known who is served."""

Step = Callable[[int, int], None]


def suspicions(
    ground: Ground, step: Optional[Step] = None
) -> Tuple[List[Suspicion], List[Suspicion]]:
    """Return all doubts that nobody has accepted, and those that somebody has.

    Args:
        ground: What the rules look at.
        step: Called before each rule with its number, from 0, and how many there are.
    """
    open_ones: List[Suspicion] = []
    accepted: List[Suspicion] = []
    used: Set[Tuple[Path, str]] = set()
    for number, rule in enumerate(RULES):
        if step is not None:
            step(number, len(RULES))
        if (rule in _OF_THE_WHOLE and not ground.is_whole) or (
            rule in _OF_THE_COUNTRIES and not ground.has_countries
        ):
            continue
        for suspicion in found_by(rule, ground, of_the_whole=rule in _OF_THE_WHOLE):
            where = _accepted_at(ground.content, suspicion)
            if where is None:
                open_ones.append(suspicion)
            else:
                accepted.append(suspicion)
                used.add((where, suspicion.code))
    if ground.is_whole and not any(one.code == FAILED for one in open_ones):
        open_ones.extend(_unused(ground, used))
    return open_ones, accepted


def _accepted_at(content: Mapping[str, Any], suspicion: Suspicion) -> Optional[Path]:
    """Return the path of the nearest record around a doubt that accepts it."""
    found: Optional[Path] = None
    if suspicion.code in _accepts(content.get("directory")):
        found = ("directory",)
    here: Any = content
    for depth, part in enumerate(suspicion.path):
        try:
            here = here[part]
        except (KeyError, IndexError, TypeError):
            break
        if suspicion.code in _accepts(here):
            found = suspicion.path[: depth + 1]
    return found


def _accepts(content: Any) -> Mapping[str, Any]:
    accepted = content.get("accept") if isinstance(content, dict) else None
    return accepted if isinstance(accepted, dict) else {}


def _unused(ground: Ground, used: Set[Tuple[Path, str]]) -> Iterator[Suspicion]:
    """Yield what is accepted without being there."""
    records: Dict[Path, Any] = {("directory",): ground.content["directory"]}
    records.update((placed.path, placed.content) for placed in ground.regions)
    records.update((placed.path, placed.content) for placed in ground.lines)
    records.update((placed.path, placed.content) for placed in ground.rules)
    for path, content in records.items():
        for code in _accepts(content):
            if (path, code) not in used and code not in OF_THE_DAY:
                found = f"there is no doubt {quoted(code)} here."
                where = (*path, "accept", code)
                remedy = "Delete it, so that it hides none to come."
                yield Suspicion("accept-unused", where, found, remedy, code, at_key=True)
