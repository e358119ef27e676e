"""The hours in which callers of a country are served, in one language, with one tier."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, Sequence

from supportlines.hours import Combined, OpeningHours, union
from supportlines.languages import best_match
from supportlines.lookup import make_plan

if TYPE_CHECKING:
    from supportlines.coverage.week import Parts
    from supportlines.directory import Facts
    from supportlines.hours import State, TimeLine
    from supportlines.lookup import Caller, Index, Plan

_NOBODY = OpeningHours.parse("off", time_zone="UTC")
_NOT_KNOWN = OpeningHours.parse("24/7 unknown", time_zone="UTC")


class Served(NamedTuple):
    """When somebody answers."""

    language: str | None
    """BCP 47 tag; None for whatever language is spoken."""

    parts: Parts
    """The hours; several where lines begin or cease."""

    is_spoken: bool
    """Whether any line that can be dialled is for this language, at whatever hour."""

    is_assumed: bool
    """Whether that rests on languages that the source does not state."""


class Plans:
    """What callers of one country, tier and clock can call, from the first second on."""

    def __init__(
        self, directory: Facts, index: Index, caller: Caller, seconds: tuple[int, ...]
    ) -> None:
        """Prepare the plans that hold from each of *seconds* on."""
        self._plans = [
            (second, make_plan(directory, index, caller, index.calendar.generation(caller, second)))
            for second in seconds
        ]

    def languages(self) -> tuple[str, ...]:
        """Return the languages that the lines are for, stated or assumed."""
        options = [option for _, plan in self._plans for option in plan.options]
        tags = [spoken.tag for option in options for spoken in option.spoken]
        return tuple(dict.fromkeys(tag for tag in tags if tag is not None))

    def served(self, language: str | None) -> Served:
        """Return when a caller is served in *language*, or in any for None."""
        found = [(second, *_served(plan, language)) for second, plan in self._plans]
        is_spoken = any(one[2] for one in found)
        return Served(
            language=language,
            parts=tuple((second, hours) for second, hours, _, _ in found),
            is_spoken=is_spoken,
            is_assumed=is_spoken and not any(one[3] for one in found),
        )


def _served(plan: Plan, language: str | None) -> tuple[TimeLine, bool, bool]:
    """Return the hours, whether the language is spoken, and whether the source says so.

    Somebody answers where at least one line that can be dialled is open in a language that
    satisfies the wish. A line whose languages nobody knows leaves it open who answers.
    """
    lines: list[TimeLine] = []
    is_spoken, stated = False, False
    for option in plan.options:
        for spoken in option.spoken:
            hours = _joined(spoken.hours.time_lines)
            if language is None or _satisfies(language, spoken.tag):
                lines.append(hours)
                is_spoken = True
                stated = stated or not option.assumed
            elif spoken.tag is None:
                lines.append(Combined(perhaps, (hours,)))
    return union(*lines) if lines else _NOBODY, is_spoken, stated


def perhaps(states: Sequence[State]) -> State:
    """Return what is sure of hours of which nobody knows whether they are in this language."""
    return "closed" if states[0] == "closed" else "unknown"


def _joined(lines: tuple[tuple[str, TimeLine], ...]) -> TimeLine:
    """Return the hours by the one clock that the caller has; unknown if no rule speaks."""
    return lines[0][1] if lines else _NOT_KNOWN


def _satisfies(wanted: str, tag: str | None) -> bool:
    return tag is not None and best_match([wanted], [tag]) is not None
