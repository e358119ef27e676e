"""The hours in which callers of a country are served, in one language, with one tier."""

from __future__ import annotations

from typing import TYPE_CHECKING, Iterable, Iterator, NamedTuple, Sequence

from supportlines.directory import ANY_LANGUAGE
from supportlines.hours import Combined, OpeningHours, union
from supportlines.languages import best_match

if TYPE_CHECKING:
    from supportlines.coverage.week import Parts
    from supportlines.hours import State, TimeLine
    from supportlines.lookup.offers import Offer, Offering
    from supportlines.lookup.spoken import OfferedLanguage

_NOBODY = OpeningHours.parse("off", time_zone="UTC")
_ANYBODY = OpeningHours.parse("24/7 unknown", time_zone="UTC")
"""Who must say something first is perhaps served, nobody knows when."""

_MODES = ("native", "interpreter", "best_effort")
_CHOSEN = ("phone", "carrier")
"""What a caller may change to be served: another telephone will do."""


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

    language_mode: str | None
    """How it is served at best: "native", "interpreter", "best_effort"; None if nobody says."""

    only_for: tuple[str, ...]
    """What was not said and decides for whom some of the lines are."""

    waiting: tuple[str, ...]
    """What must be said before some lines are offered at all."""

    not_available: tuple[str, ...]
    """Why lines do not serve these callers, in the directory's words."""

    takes_messages: bool
    """Whether messages are taken in the language, which are answered later."""


class Offered:
    """What callers of one country, tier and clock are offered over a time."""

    def __init__(self, offerings: Iterable[Offering], channels: Sequence[str]) -> None:
        """Read *offerings*, each of which holds from its second to that of the next.

        Lines of *channels* count.
        """
        self._offerings = tuple(offerings)
        self._channels = frozenset(channels)

    @property
    def takes_any(self) -> bool:
        """Whether a line on which somebody answers takes any language."""
        offers = (offer for one in self._offerings for offer in self._offers(one))
        return any(offer.line.speaks_any for offer in offers if offer.line.is_live)

    @property
    def asks_language(self) -> bool:
        """Whether a line is for those alone who want a language, or takes any that is wanted."""
        offers = (offer for one in self._offerings for offer in self._offers(one))
        return self.takes_any or any("language" in dict(offer.limits) for offer in offers)

    def languages(self) -> tuple[str, ...]:
        """Return the languages that the lines are for, stated or assumed, and `any` behind them."""
        offers = [offer for one in self._offerings for offer in self._offers(one)]
        tags = [one.tag for offer in offers for one in offer.languages if offer.line.is_live]
        named = dict.fromkeys(tag for tag in tags if tag is not None)
        return (*named, ANY_LANGUAGE) if self.takes_any else tuple(named)

    def served(self, language: str | None) -> Served:
        """Return when a caller is served in *language*, or in any for None."""
        parts = tuple((one.since or 0, self._hours(one, language)) for one in self._offerings)
        all_for = [each for one in self._offerings for each in self._for(one, language)]
        found = [(offer, spoken) for offer, spoken in all_for if offer.line.is_live]
        modes = {spoken.mode for _, spoken in found}
        limits = (name for offer, one in found for name, _ in (*offer.limits, *one.limits))
        withheld = [one for each in self._offerings for one in each.withheld]
        return Served(
            language=language,
            parts=parts,
            is_spoken=bool(found),
            is_assumed=bool(found) and all(offer.is_assumed for offer, _ in found),
            language_mode=next((one for one in _MODES if one in modes), None),
            only_for=tuple(dict.fromkeys(name for name in limits if name not in _CHOSEN)),
            waiting=tuple(dict.fromkeys(name for one in self._offerings for name in one.waiting)),
            not_available=tuple(
                dict.fromkeys(
                    str(reason.values["note"])
                    for line, reason in withheld
                    if reason.code == "not_available" and line.channel in self._channels
                )
            ),
            takes_messages=len(found) < len(all_for),
        )

    def _offers(self, offering: Offering) -> Iterator[Offer]:
        return (one for one in offering.offers if one.line.channel in self._channels)

    def _for(
        self, offering: Offering, language: str | None
    ) -> Iterator[tuple[Offer, OfferedLanguage]]:
        """Yield what is for *language*."""
        for offer in self._offers(offering):
            for spoken in offer.languages:
                if language is None or _satisfies(language, spoken.tag):
                    yield offer, spoken

    def _hours(self, offering: Offering, language: str | None) -> TimeLine:
        """Return the hours.

        Somebody answers where at least one line on which one is answered while one waits is open
        in a language that satisfies the wish. A line whose languages nobody knows leaves it open
        who answers, and so does one that is for some only, and it was not said who calls.
        """
        lines: list[TimeLine] = [_ANYBODY] if offering.waiting else []
        for offer in self._offers(offering):
            for spoken in offer.languages if offer.line.is_live else ():
                hours = spoken.hours.line
                limits = (*offer.limits, *spoken.limits)
                is_sure = all(name in _CHOSEN for name, _ in limits)
                if language is None or _satisfies(language, spoken.tag):
                    lines.append(hours if is_sure else Combined(perhaps, (hours,)))
                elif spoken.tag is None:
                    lines.append(Combined(perhaps, (hours,)))
        return union(*lines) if lines else _NOBODY


def perhaps(states: Sequence[State]) -> State:
    """Return what is sure of hours of which nobody knows whether they are for the caller."""
    return "closed" if states[0] == "closed" else "unknown"


def _satisfies(wanted: str, tag: str | None) -> bool:
    return tag is not None and best_match([wanted], [tag]) is not None
