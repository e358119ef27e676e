"""The hours in which callers of a country are served, in one language, with one tier."""

from __future__ import annotations

from typing import TYPE_CHECKING, Iterable, NamedTuple, Sequence

from supportlines.hours import Combined, OpeningHours, union
from supportlines.languages import best_match

if TYPE_CHECKING:
    from supportlines.coverage.week import Parts
    from supportlines.hours import State, TimeLine
    from supportlines.lookup.offers import Offering

_NOBODY = OpeningHours.parse("off", time_zone="UTC")


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


class Offered:
    """What callers of one country, tier and clock are offered over a time."""

    def __init__(self, offerings: Iterable[Offering]) -> None:
        """Read *offerings*, each of which holds from its second to that of the next."""
        self._offerings = tuple(offerings)

    def languages(self) -> tuple[str, ...]:
        """Return the languages that the lines are for, stated or assumed."""
        offers = [offer for one in self._offerings for offer in one.offers]
        tags = [one.tag for offer in offers for one in offer.languages]
        return tuple(dict.fromkeys(tag for tag in tags if tag is not None))

    def served(self, language: str | None) -> Served:
        """Return when a caller is served in *language*, or in any for None."""
        found = [(one.since or 0, *_served(one, language)) for one in self._offerings]
        is_spoken = any(one[2] for one in found)
        return Served(
            language=language,
            parts=tuple((second, hours) for second, hours, _, _ in found),
            is_spoken=is_spoken,
            is_assumed=is_spoken and not any(one[3] for one in found),
        )


def _served(offering: Offering, language: str | None) -> tuple[TimeLine, bool, bool]:
    """Return the hours, whether the language is spoken, and whether the source says so.

    Somebody answers where at least one line that can be dialled is open in a language that
    satisfies the wish. A line whose languages nobody knows leaves it open who answers.
    """
    lines: list[TimeLine] = []
    is_spoken, stated = False, False
    for offer in offering.offers:
        for spoken in offer.languages:
            hours = spoken.hours.line
            if language is None or _satisfies(language, spoken.tag):
                lines.append(hours)
                is_spoken = True
                stated = stated or not offer.is_assumed
            elif spoken.tag is None:
                lines.append(Combined(perhaps, (hours,)))
    return union(*lines) if lines else _NOBODY, is_spoken, stated


def perhaps(states: Sequence[State]) -> State:
    """Return what is sure of hours of which nobody knows whether they are in this language."""
    return "closed" if states[0] == "closed" else "unknown"


def _satisfies(wanted: str, tag: str | None) -> bool:
    return tag is not None and best_match([wanted], [tag]) is not None
