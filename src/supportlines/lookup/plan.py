"""All of an answer that does not depend on the instant, so that asking again is cheap."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, NamedTuple, Sequence

from supportlines.hours import zone_data_version
from supportlines.languages import best_match
from supportlines.lookup import caveats, reasons
from supportlines.lookup.answer import AnswerData, SourceRead
from supportlines.lookup.candidates import Candidate, Index, Nearness
from supportlines.lookup.histories import variants_for
from supportlines.lookup.language_hours import LanguageHours
from supportlines.lookup.resolution import desk_told, languages_of
from supportlines.lookup.validity import dates_of, midnight
from supportlines.phones import cost_for, tel_uri
from supportlines.places import is_zone_of
from supportlines.places.package import calendar_version

if TYPE_CHECKING:
    from supportlines.directory import Facts, Line
    from supportlines.lookup.answer import Caller, Caveat, Option, Reason, Withheld
    from supportlines.lookup.histories import Variants
    from supportlines.lookup.validity import Dates, Generation
    from supportlines.phones import Cost

_CONFIDENCE = {"high": 0, "medium": 1, "low": 2}


class Spoken(NamedTuple):
    """A language on a line, as this caller sees it."""

    tag: str | None
    """BCP 47 tag, or None where nobody says what is spoken."""
    wanted: str | None
    """The caller's tag that it satisfies."""
    rank: int | None
    """The place of that tag among the caller's; 0 for all if the caller has no wish."""
    hours: LanguageHours


@dataclass(frozen=True)
class Prepared:
    """An option without its state."""

    line: Line
    key: object
    """Equal for lines with the same number."""
    desk: str | None
    """Id of the line's desk, or None in a directory that does not tell desks apart."""
    number: str | None
    dial: str
    tel_uri: str | None
    cost: Cost
    place: tuple[int, int, int, bool, int]
    """Order within a group: soundness, nearness, cost, stated before assumed, the file."""
    spoken: tuple[Spoken, ...]
    assumed: bool
    reason: Reason
    caveats: tuple[Caveat, ...]
    dates: Dates | None
    """When the line begins and ceases, or None if it is always there."""
    confirmed_until: int
    """POSIX second after which its facts are not confirmed any more."""


class Stretch(NamedTuple):
    """What holds from one second to another."""

    start: int
    end: int | None
    """POSIX seconds, half-open; None if it holds for ever."""
    options: tuple[Option, ...]
    guesses: tuple[Option, ...]
    caveats: tuple[Caveat, ...]


@dataclass(frozen=True)
class Plan:
    """A checked question with its candidates."""

    directory: Facts
    caller: Caller
    options: tuple[Prepared, ...]
    guesses: tuple[Prepared, ...]
    withheld: tuple[Withheld, ...]
    caveats: tuple[Caveat, ...]
    data: AnswerData
    stretches: list[Stretch] = field(default_factory=list, compare=False)
    """What was answered, by its start; `answering` forgets the oldest of all plans together."""


def make_plan(directory: Facts, index: Index, caller: Caller, generation: Generation) -> Plan:
    """Return everything about *caller*'s answer but what the hours of an instant decide.

    The lines are those of *generation*; see `validity.Calendar`.
    """
    usable, withheld = index.candidates(caller, generation)
    chains = directory.chains_of(caller.country)
    guessed = index.guesses(caller, generation) if not chains else []
    notes = {
        line: guess.note
        for guess in directory.guesses
        if caller.country in guess.countries
        for line in guess.lines
    }
    maker = _Maker(directory, index, caller, generation)
    options = tuple(maker.prepare(one, index.place_of(one.line)) for one in usable)
    guesses = tuple(
        maker.prepare(one, order, guess=caveats.guess(notes.get(one.line.id)))
        for order, one in enumerate(guessed)
    )
    return Plan(
        directory=directory,
        caller=caller,
        options=options,
        guesses=guesses,
        withheld=tuple(withheld),
        caveats=(
            *_caveats_of_lines(directory, index, caller, generation, options, withheld),
            *(_caveats_of_zone(caller) if chains else ()),
        ),
        data=_data(directory, asks_calendar=maker.asks_calendar),
    )


def _data(directory: Facts, *, asks_calendar: bool) -> AnswerData:
    """Return what an answer from *directory* rests on."""
    # Whether anybody else has imported the package makes no difference to an answer.
    return AnswerData(
        directory=directory.id,
        sources=tuple(
            SourceRead(source.title, source.url, source.read_on) for source in directory.sources
        ),
        zone_data_version=zone_data_version(),
        holidays_version=calendar_version() if asks_calendar else None,
    )


def _caveats_of_lines(
    directory: Facts,
    index: Index,
    caller: Caller,
    generation: Generation,
    options: Sequence[Prepared],
    withheld: Sequence[Withheld],
) -> Sequence[Caveat]:
    """Return what is said of the lines that there are, or are not, for *caller*."""
    chains = directory.chains_of(caller.country)
    if not chains:
        return [caveats.not_listed(caller)]
    found = []
    if not directory.is_named(caller.country):
        found.append(caveats.country_not_named(caller, [chain[0] for chain in chains]))
    if options:
        if not any(spoken.rank is not None for one in options for spoken in one.spoken):
            found.append(caveats.wanted_language_missing(caller))
    elif withheld:
        found.append(caveats.nothing_dialable(caller))
    else:
        days = index.days_with_lines(caller, generation)
        of_others = caller.desk and any(index.candidates(replace(caller, desk=None), generation))
        missing = caveats.desk_not_listed if of_others else caveats.not_listed
        found.append(missing(caller, *days))
    return found


def _caveats_of_zone(caller: Caller) -> Sequence[Caveat]:
    """Return what is said of whose clock "local time" means."""
    if caller.time_zone is not None:
        if caller.local_zones != (caller.time_zone,):
            return [caveats.time_zone_fixed(caller)]
        if not is_zone_of(caller.time_zone, caller.country):
            return [caveats.time_zone_outside(caller)]
    elif not caller.local_zones:
        return [caveats.time_zone_unknown(caller)]
    return []


class _Maker:
    """Prepares lines for one caller; lines with the same rules share their hours."""

    def __init__(
        self, directory: Facts, index: Index, caller: Caller, generation: Generation
    ) -> None:
        self._directory = directory
        self._calendar, self._generation = index.calendar, generation
        self._caller = caller
        self._hours: dict[object, LanguageHours] = {}

    def prepare(self, one: Candidate, order: int, guess: Caveat | None = None) -> Prepared:
        line, caller, directory = one.line, self._caller, self._directory
        number = line.number
        if number is None:  # pragma: no cover - candidates have numbers
            raise AssertionError(line.id)
        languages, assumed = self._languages(one)
        stated = {
            tag: variants_for(self._directory, line, one.chain, caller, tag) for tag in languages
        }
        confirmed = self._directory.read_on(line.source).toordinal()
        confirmed += self._directory.directory.confirm_within_days + 1
        cost = cost_for(line.kind, number, caller.calling_from)
        if line.cost is not None and caller.calling_from == caller.country:
            cost = line.cost
        said = caveats.of_number(line)
        if one.dial.carrier_prefix:
            said.append(caveats.carrier_prefix(one.dial.text))
        if one.dial.trunk_prefix_unknown:
            said.append(caveats.trunk_prefix_unknown(caller.calling_from))
        if assumed:
            said.append(caveats.language_assumed(languages))
        elif line.languages_confidence != "high" and line.languages:
            said.append(caveats.language_inferred(line))
        if self._calendar.is_turning(line, self._generation):
            said.append(caveats.line_turns(line))
        if guess is not None:
            said.append(guess)
        return Prepared(
            line=line,
            key=number.e164 or number.digits,  # where the phone stands they ring one telephone
            desk=desk_told(directory, line),
            number=number.e164,
            dial=one.dial.text,
            tel_uri=tel_uri(number, caller.calling_from),
            cost=cost,
            place=(_CONFIDENCE[line.number_confidence], one.level, cost != "free", assumed, order),
            spoken=tuple(self._spoken(languages, stated)),
            assumed=assumed,
            reason=self._reason(one),
            caveats=tuple(said),
            dates=dates_of(line, caller),
            confirmed_until=midnight(confirmed),
        )

    @property
    def asks_calendar(self) -> bool:
        """Whether the hours of any line prepared so far rest on a calendar of holidays."""
        return any(hours.asks_calendar for hours in self._hours.values())

    def _languages(self, one: Candidate) -> tuple[tuple[str | None, ...], bool]:
        """Return the line's languages, and whether they are only assumed."""
        stated = languages_of(one.line, one.chain)
        if stated:
            return stated, False
        assumed = self._directory.assumed_languages
        return (assumed, True) if assumed else ((None,), False)

    def _spoken(
        self, languages: Sequence[str | None], stated: dict[str | None, Variants]
    ) -> Sequence[Spoken]:
        caller = self._caller
        found = []
        for tag in languages:
            match = best_match(caller.languages, [tag]) if tag is not None else None
            rank = match.rank if match is not None else None
            if not caller.languages:
                rank = 0
            wanted = match.wanted if match is not None else None
            found.append(Spoken(tag, wanted, rank, self._shared_hours(stated[tag])))
        return found

    def _shared_hours(self, variants: Variants) -> LanguageHours:
        key = tuple((severity, *(one.key for one in stated)) for severity, stated in variants)
        if key not in self._hours:
            self._hours[key] = LanguageHours(self._directory, variants, self._caller)
        return self._hours[key]

    def _reason(self, one: Candidate) -> Reason:
        line, caller = one.line, self._caller
        if one.level is Nearness.OWN:
            return reasons.own_line(line, caller)
        if one.level is Nearness.COUNTRY_FALLBACK:
            return reasons.country_fallback(line, caller)
        if one.level is Nearness.WIDER:
            return reasons.wider_line(line, one.region, caller)
        return reasons.region_fallback(line, one.region, caller)
