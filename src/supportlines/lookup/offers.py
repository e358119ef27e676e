"""What a question is offered between two instants: lines with their languages, hours and dates.

An answer reads what is offered at one instant, coverage and the comparison of two directories
read it over a time. It is all of an answer that does not depend on the instant.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Iterator, NamedTuple, Sequence

from supportlines.hours import intersection
from supportlines.languages import best_match
from supportlines.lookup import caveats, reasons
from supportlines.lookup.candidates import Candidate, Index, Nearness
from supportlines.lookup.histories import variants_for
from supportlines.lookup.language_hours import LanguageHours
from supportlines.lookup.resolution import desk_told, languages_of
from supportlines.lookup.validity import dates_of, midnight, presence

if TYPE_CHECKING:
    from supportlines.directory import Facts, Line
    from supportlines.hours import TimeLine
    from supportlines.lookup.answer import Caller, Caveat, Reason, Withheld
    from supportlines.lookup.histories import Variants
    from supportlines.lookup.validity import Dates, Generation
    from supportlines.phones import Cost

_CONFIDENCE = {"high": 0, "medium": 1, "low": 2}


class OfferedLanguage(NamedTuple):
    """A language on a line, as this caller sees it."""

    tag: str | None
    """BCP 47 tag, or None where nobody says what is spoken."""
    wanted: str | None
    """The caller's tag that it satisfies."""
    rank: int | None
    """The place of that tag among the caller's; 0 for all if the caller has no wish."""
    hours: LanguageHours
    """When it is spoken, whatever the dates of the line."""


@dataclass(frozen=True)
class Offer:
    """A line as one caller would use it, at whatever instant."""

    line: Line
    key: object
    """Equal for lines with the same number."""
    desk: str | None
    """Id of the line's desk, or None in a directory that does not tell desks apart."""
    number: str | None
    """E.164 with its plus sign, or None for digits that exist only inside a country."""
    dial: str
    """The keys to press from where the phone stands."""
    tel_uri: str | None
    cost: Cost
    place: tuple[int, int, int, bool, int]
    """Order within a group: soundness, nearness, cost, stated before assumed, the file."""
    languages: tuple[OfferedLanguage, ...]
    is_assumed: bool
    """Whether the languages are only assumed."""
    reason: Reason
    """Why it is offered."""
    caveats: tuple[Caveat, ...]
    """What is to be known of the line, whatever its hours."""
    dates: Dates | None
    """When the line begins and ceases, or None if it is always there."""
    presence: TimeLine | None
    """The same as hours, open while it is there."""
    confirmed_until: int
    """POSIX second after which its facts are not confirmed any more."""

    def hours_of(self, one: OfferedLanguage) -> TimeLine:
        """Return when *one* of its languages is spoken, as far as it is certain."""
        line = one.hours.line
        return line if self.presence is None else intersection(line, self.presence)

    @property
    def is_fallback(self) -> bool:
        """Whether it is for when the first choice cannot be reached."""
        return self.place[1] >= Nearness.COUNTRY_FALLBACK


class Offering(NamedTuple):
    """What one caller is offered on days between which no line begins or ceases."""

    since: int | None
    """POSIX second from which on it was asked about, or None for days of a kind."""
    offers: tuple[Offer, ...]
    guesses: tuple[Offer, ...]
    """For a country in no region: what the directory names all the same."""
    withheld: tuple[Withheld, ...]
    asks_calendar: bool
    """Whether any of the hours rests on a calendar of public holidays."""


def offering(
    facts: Facts, index: Index, caller: Caller, generation: Generation, since: int | None = None
) -> Offering:
    """Return what *caller* is offered on the days of *generation*; see `validity.Calendar`."""
    usable, withheld = index.candidates(caller, generation)
    guessed = index.guesses(caller, generation) if not facts.chains_of(caller.country) else []
    notes = {
        line: guess.note
        for guess in facts.guesses
        if caller.country in guess.countries
        for line in guess.lines
    }
    maker = _Maker(facts, index, caller, generation)
    return Offering(
        since=since,
        offers=tuple(maker.offer(one, index.place_of(one.line)) for one in usable),
        guesses=tuple(
            maker.offer(one, order, guess=caveats.guess(notes.get(one.line.id)))
            for order, one in enumerate(guessed)
        ),
        withheld=tuple(withheld),
        asks_calendar=maker.asks_calendar,
    )


def offerings(
    facts: Facts, index: Index, caller: Caller, since: int, until: int
) -> Iterator[Offering]:
    """Yield what *caller* is offered from *since* to *until* (POSIX seconds), in its order.

    Each holds from its own second to that of the next.
    """
    calendar = index.calendar
    known: dict[Generation, Offering] = {}
    for second in (since, *calendar.changes(caller, since, until)):
        generation = calendar.generation(caller, second)
        if generation not in known:
            known[generation] = offering(facts, index, caller, generation)
        yield known[generation]._replace(since=second)


class _Maker:
    """Offers lines to one caller; lines with the same rules share their hours."""

    def __init__(self, facts: Facts, index: Index, caller: Caller, generation: Generation) -> None:
        self._facts = facts
        self._calendar, self._generation = index.calendar, generation
        self._shared = index.hours
        self._caller = caller
        self._hours: dict[object, LanguageHours] = {}

    def offer(self, one: Candidate, order: int, guess: Caveat | None = None) -> Offer:
        line, caller = one.line, self._caller
        languages, assumed = self._languages(one)
        stated = {tag: variants_for(self._facts, line, one.chain, caller, tag) for tag in languages}
        confirmed = self._facts.read_on(line.source).toordinal()
        confirmed += self._facts.directory.confirm_within_days + 1
        said = list(one.reach.caveats)
        if assumed:
            said.append(caveats.language_assumed(languages))
        elif line.languages_confidence != "high" and line.languages:
            said.append(caveats.language_inferred(line))
        if self._calendar.is_turning(line, self._generation):
            said.append(caveats.line_turns(line))
        if guess is not None:
            said.append(guess)
        return Offer(
            line=line,
            key=one.reach.key,
            desk=desk_told(self._facts, line),
            number=one.reach.number,
            dial=one.reach.dial,
            tel_uri=one.reach.uri,
            cost=one.reach.cost,
            place=(
                _CONFIDENCE[line.number_confidence],
                one.nearness,
                one.reach.cost != "free",
                assumed,
                order,
            ),
            languages=tuple(self._offered(languages, stated)),
            is_assumed=assumed,
            reason=self._reason(one),
            caveats=tuple(said),
            dates=dates_of(line, caller),
            presence=presence(line, caller),
            confirmed_until=midnight(confirmed),
        )

    @property
    def asks_calendar(self) -> bool:
        """Whether the hours of any line offered so far rest on a calendar of holidays."""
        return any(hours.asks_calendar for hours in self._hours.values())

    def _languages(self, one: Candidate) -> tuple[tuple[str | None, ...], bool]:
        """Return the line's languages, and whether they are only assumed."""
        stated = languages_of(one.line, one.chain)
        if stated:
            return stated, False
        assumed = self._facts.assumed_languages
        return (assumed, True) if assumed else ((None,), False)

    def _offered(
        self, languages: Sequence[str | None], stated: dict[str | None, Variants]
    ) -> Sequence[OfferedLanguage]:
        caller = self._caller
        found = []
        for tag in languages:
            match = best_match(caller.languages, [tag]) if tag is not None else None
            rank = match.rank if match is not None else None
            if not caller.languages:
                rank = 0
            wanted = match.wanted if match is not None else None
            found.append(OfferedLanguage(tag, wanted, rank, self._shared_hours(stated[tag])))
        return found

    def _shared_hours(self, variants: Variants) -> LanguageHours:
        key = tuple((severity, *(one.key for one in stated)) for severity, stated in variants)
        if key not in self._hours:
            self._hours[key] = LanguageHours(self._facts, self._shared, variants, self._caller)
        return self._hours[key]

    def _reason(self, one: Candidate) -> Reason:
        line, caller = one.line, self._caller
        if one.nearness is Nearness.OWN:
            return reasons.own_line(line, caller)
        if one.nearness is Nearness.COUNTRY_FALLBACK:
            return reasons.country_fallback(line, caller)
        if one.nearness is Nearness.WIDER:
            return reasons.wider_line(line, one.region, caller)
        return reasons.region_fallback(line, one.region, caller)
