"""What a question is offered between two instants: lines with their languages, hours and dates.

An answer reads what is offered at one instant, coverage and the comparison of two directories
read it over a time. It is all of an answer that does not depend on the instant.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Iterable, Iterator, NamedTuple, Sequence

from supportlines.hours import intersection
from supportlines.lookup import caveats, reasons
from supportlines.lookup.answer import Withheld
from supportlines.lookup.candidates import Candidate, Index, Nearness
from supportlines.lookup.conditions import left_open, limits_of_line
from supportlines.lookup.narrowed import narrowed
from supportlines.lookup.replies import promised, promises_of
from supportlines.lookup.resolution import desks_told, parts_listed
from supportlines.lookup.spoken import OfferedLanguage, Spoken
from supportlines.lookup.steps import steps_for_caller
from supportlines.lookup.validity import dates_of, midnight, presence

if TYPE_CHECKING:
    from supportlines.directory import Facts, Line, Rule
    from supportlines.hours import TimeLine
    from supportlines.lookup.answer import Caller, Caveat, Reason
    from supportlines.lookup.conditions import Limits
    from supportlines.lookup.reaching import Way
    from supportlines.lookup.validity import Dates, Generation
    from supportlines.phones import Cost, Step

_CONFIDENCE = {"high": 0, "medium": 1, "low": 2}


@dataclass(frozen=True)
class Offer:
    """A line as one caller would use it, at whatever instant."""

    line: Line
    way: Way
    """How the caller reaches it."""
    desks: tuple[str, ...]
    """Ids of the desks that are meant, the one that was asked for first; none in a directory that
    does not tell desks apart."""
    steps: tuple[Step, ...]
    """What to do after contact, as far as the caller's words do not rule it out."""
    limits: Limits
    """For whom it is, as far as the caller's words leave that open."""
    besides: tuple[str, ...]
    """Parts inside of those of its limits for which it is not."""
    place: tuple[int, int, int, bool, int, int, int, int]
    """Order within a group: soundness, nearness, cost, stated before assumed, channel, the file.

    Behind it what one line offers in several parts of a country, and for several desks.
    """
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
    def key(self) -> object:
        """Equal for lines with the same number."""
        return self.way.key

    @property
    def number(self) -> str | None:
        """E.164 with its plus sign, or None where there is none."""
        return self.way.number

    @property
    def dial(self) -> str | None:
        """The keys to press from where the phone stands, or None where there are none."""
        return self.way.dial

    @property
    def cost(self) -> Cost:
        """What it costs the caller."""
        return self.way.cost

    @property
    def desk(self) -> str | None:
        """Id of the first of its desks."""
        return self.desks[0] if self.desks else None

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
    unnamed: tuple[Withheld, ...]
    """The same of lines that are not named before something is said."""
    waiting: tuple[str, ...]
    """What must be said before more is offered."""
    asks_calendar: bool
    """Whether any of the hours rests on a calendar of public holidays."""


def offering(
    facts: Facts, index: Index, caller: Caller, generation: Generation, since: int | None = None
) -> Offering:
    """Return what *caller* is offered on the days of *generation*; see `validity.Calendar`."""
    withheld, maker, offers = _offered(facts, index, caller, generation)
    guessed = index.guesses(caller, generation) if not facts.lists(caller.country) else []
    notes = {
        line: guess.note
        for guess in facts.guesses
        if caller.country in guess.countries
        for line in guess.lines
    }
    guesses = [
        offer
        for order, one in enumerate(guessed)
        for offer in maker.offers(one, order, guess=caveats.guess(notes.get(one.line.id)))
    ]
    offered = {one.line.id for one in offers}
    refused = (one for line, one in maker.withheld.items() if line not in offered)
    kept_away = (*withheld, *refused)
    is_named = {one.line.id: maker.is_named(one.line) for one in kept_away}
    return Offering(
        since=since,
        offers=tuple(offers),
        guesses=tuple(guesses),
        withheld=tuple(one for one in kept_away if is_named[one.line.id]),
        unnamed=tuple(one for one in kept_away if not is_named[one.line.id]),
        waiting=tuple(maker.waiting) if facts.lists(caller.country) else (),
        asks_calendar=maker.asks_calendar,
    )


def _offered(
    facts: Facts, index: Index, caller: Caller, generation: Generation
) -> tuple[Sequence[Withheld], _Maker, list[Offer]]:
    """Return what is withheld, who made the offers, and the offers.

    A fallback of which the directory says that it does not serve the caller, or perhaps not, keeps
    none away that is further out.
    """
    unsure: frozenset[str] = frozenset()
    while True:
        usable, withheld = index.candidates(caller, generation, unsure)
        maker = _Maker(facts, index, caller, generation)
        offers = [offer for one in usable for offer in maker.offers(one, index.place_of(one.line))]
        sure = {one.line.id for one in offers if not any(row.limits for row in one.languages)}
        fallbacks = {one.line.id for one in usable if one.line.fallback}
        if fallbacks <= sure | unsure:
            return withheld, maker, [maker.with_refused(one) for one in offers]
        unsure |= fallbacks - sure


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
        self._spoken = Spoken(facts, index.hours, caller)
        self._caller = caller
        self._required = {facet.id for facet in facts.facets if facet.required}
        self.withheld: dict[str, Withheld] = {}
        """Lines that the directory says do not serve the caller."""
        self._refused: dict[str, list[tuple[Limits, str]]] = {}
        """For whom they do not, and why."""
        self.waiting: dict[str, None] = {}
        """What must be said before more is offered."""

    def offers(self, one: Candidate, order: int, guess: Caveat | None = None) -> Iterator[Offer]:
        """Yield *one* for each group of its desks that have the same hours."""
        if self._is_waiting(one.line, (*dict(one.limits), *one.depends_on)):
            return
        desks_of_line = desks_told(self._facts, one.line)
        if len(desks_of_line) <= 1:
            offer, refusing = self._offer(one, order, next(iter(desks_of_line), None), guess)
            if offer is not None:
                yield offer
            elif refusing is not None:
                self._withhold(one, refusing)
            return
        groups: dict[object, tuple[list[str], Offer]] = {}
        asked = self._caller.desk
        refused: Rule | None = None
        for desk in desks_of_line:
            offer, refusing = self._offer(one, order, desk, guess)
            if offer is None:
                refused = refusing if refused is None or desk == asked else refused
                continue
            spoken = [
                (row.tag, row.limits, row.refused, row.hours, row.staffed, row.promised)
                for row in offer.languages
            ]
            key = (tuple(spoken), offer.steps)
            groups.setdefault(key, ([], offer))[0].append(desk)
        wanted = [each for each in groups.values() if asked is None or asked in each[0]]
        for desks, offer in wanted:
            yield replace(offer, desks=tuple(sorted(desks, key=lambda desk: desk != asked)))
        if not wanted and refused is not None:
            self._withhold(one, refused)

    def is_named(self, line: Line) -> bool:
        """Return whether the caller may be told of *line*: nothing required decides for whom."""
        limits = left_open(self._facts, limits_of_line(line), self._caller) or ()
        return self._required.isdisjoint(dict(limits))

    def _is_waiting(self, line: Line, names: Iterable[str]) -> bool:
        """Return whether *line* is named only once something is said that the directory requires.

        Of channels that are not wanted nobody asks that.
        """
        missing = [name for name in names if name in self._required]
        if line.channel in self._caller.channels:
            self.waiting.update(dict.fromkeys(missing))
        return bool(missing)

    def _withhold(self, one: Candidate, refusing: Rule) -> None:
        """Remember that on the line nobody is served for whom *one* is."""
        line = one.line
        self.withheld.setdefault(line.id, Withheld(line, reasons.not_available(refusing)))
        self._refused.setdefault(line.id, []).append((one.limits, str(refusing.not_available)))

    def with_refused(self, offer: Offer) -> Offer:
        """Return *offer* with whom its line does not serve where its regions are others."""
        refused = self._refused.get(offer.line.id, ())
        said = caveats.not_in_parts(self._facts, offer.limits, refused)
        told = {part for one in said for part in one.values["values"]}  # type: ignore[union-attr]
        if not said:
            return offer
        besides = tuple(part for part in offer.besides if part not in told)
        return replace(offer, caveats=(*offer.caveats, *said), besides=besides)

    def _offer(
        self, one: Candidate, order: int, desk: str | None, guess: Caveat | None
    ) -> tuple[Offer | None, Rule | None]:
        """Return *one* as its *desk* offers it; or None, and the rule that says why."""
        line, caller = one.line, narrowed(self._caller, one.limits)
        languages, refused = self._spoken.languages(one, desk)
        if not languages:
            return None, refused
        languages = self._with_promises(one, self._decided(line, languages), desk)
        if not languages:
            return None, None
        assumed = self._spoken.is_assumed(one)
        confirmed = self._facts.read_on(line.source).toordinal()
        confirmed += self._facts.directory.confirm_within_days + 1
        offer = Offer(
            line=line,
            way=one.reach,
            desks=(desk,) if desk is not None else (),
            steps=steps_for_caller(self._facts, line, caller, desk),
            limits=one.limits,
            besides=one.besides,
            place=(
                _CONFIDENCE[line.number_confidence],
                one.nearness,
                one.reach.cost != "free",
                assumed,
                _place_in(caller.channels, line.channel),
                order,
                one.turn,
                desks_told(self._facts, line).index(desk) if desk is not None else 0,
            ),
            languages=tuple(languages),
            is_assumed=assumed,
            reason=self._reason(one),
            caveats=(
                *self._caveats(one, languages, guess),
                *(
                    ()
                    if refused is None
                    else [caveats.not_available(reasons.not_available(refused))]
                ),
            ),
            dates=dates_of(line, caller),
            presence=presence(line, caller),
            confirmed_until=midnight(confirmed),
        )
        return offer, None

    def _decided(
        self, line: Line, languages: Sequence[OfferedLanguage]
    ) -> Sequence[OfferedLanguage]:
        """Return those of *languages* of which nothing must be said before they are named.

        If some can be named, only for others that are wanted as well something must be said.
        """
        if not self._required:
            return languages
        names = [(*dict(row.limits), *row.depends_on) for row in languages]
        decided = [row for row, each in zip(languages, names) if self._required.isdisjoint(each)]
        for row, each in zip(languages, names):
            if not decided or row.rank is not None:
                self._is_waiting(line, each)
        return decided

    def _with_promises(
        self, one: Candidate, languages: Sequence[OfferedLanguage], desk: str | None
    ) -> Sequence[OfferedLanguage]:
        """Return *languages* with until when an answer in each comes, where anybody promises it.

        Who speaks several has the answer in that of the option.
        """
        if not promises_of(self._facts, one.line, one.chain):
            return languages
        caller = _of_desk(narrowed(self._caller, one.limits), desk)
        speakers = [
            caller if row.tag is None else replace(caller, languages=(row.tag,))
            for row in languages
        ]
        return [
            row._replace(promised=promised(self._facts, one.line, one.chain, who))
            for row, who in zip(languages, speakers)
        ]

    def _caveats(
        self, one: Candidate, languages: Sequence[OfferedLanguage], guess: Caveat | None
    ) -> Iterator[Caveat]:
        """Yield what is to be known of *one*, whatever its hours."""
        line = one.line
        yield from one.reach.caveats
        if line.via is not None:
            yield caveats.via(line)
        if self._spoken.is_assumed(one):
            yield caveats.language_assumed([row.tag for row in languages])
        elif line.languages_confidence != "high" and line.languages:
            yield caveats.language_inferred(line)
        if self._calendar.is_turning(line, self._generation):
            yield caveats.line_turns(line)
        if guess is not None:
            yield guess

    @property
    def asks_calendar(self) -> bool:
        """Whether the hours of any line offered so far rest on a calendar of holidays."""
        return self._spoken.asks_calendar

    def _reason(self, one: Candidate) -> Reason:
        line, caller = one.line, self._caller
        if one.nearness is Nearness.OWN:
            return reasons.own_line(line, caller, self._parts_of(one))
        if one.nearness is Nearness.COUNTRY_FALLBACK:
            return reasons.country_fallback(line, caller)
        if one.nearness is Nearness.WIDER:
            return reasons.wider_line(line, one.region, caller)
        return reasons.region_fallback(line, one.region, caller)

    def _parts_of(self, one: Candidate) -> tuple[str, ...]:
        """Return the parts of the caller's country that the line's region lists, if only parts."""
        country = self._caller.country
        if one.line.serves or not self._facts.chains_of_parts(country):
            return ()
        return parts_listed(self._facts, one.region, country) or ()


def _of_desk(caller: Caller, desk: str | None) -> Caller:
    return caller if desk is None or caller.desk == desk else replace(caller, desk=desk)


def _place_in(channels: Sequence[str], channel: str) -> int:
    return channels.index(channel) if channel in channels else len(channels)
