"""A directory that can be asked."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from functools import lru_cache, partial
from typing import TYPE_CHECKING, Any, Callable, Iterator, Mapping, Sequence

from supportlines import clock
from supportlines.api.answer import Answer
from supportlines.api.checking import check_whom, checked_instant
from supportlines.api.published import Published
from supportlines.directory import Facts
from supportlines.errors import SupportlinesError, WrongTypeError, plain
from supportlines.hours import in_utc, instant_to_second
from supportlines.lookup import (
    Index,
    InstantError,
    Question,
    UnknownChoiceError,
    answer,
    caller_of,
    make_plan,
)
from supportlines.values import keep

if TYPE_CHECKING:
    from datetime import tzinfo

    from typing_extensions import TypedDict, Unpack

    from supportlines.changes import Change
    from supportlines.coverage import Coverage
    from supportlines.directory import CountryFacts, Line, Region, Source, Tier
    from supportlines.lookup import Caller, Plan
    from supportlines.lookup.validity import Generation

    class Asked(TypedDict, total=False):
        """Of whom `Directory.coverage` tells; by default of all."""

        countries: Sequence[str]
        languages: Sequence[str]
        tiers: Sequence[str]
        desk: str | None
        channels: Sequence[str]
        facets: Mapping[str, str]


_QUESTIONS = 4096
"""Questions, as they were worded and without their instant, that a directory remembers."""

_PLANS = 1024
"""Callers whose lines a directory remembers; one takes some kilobytes."""

_FIRST_YEAR, _LAST_YEAR = 2, 9998
_FIRST_MEASURED, _LAST_MEASURED = 1900, 2999
"""Before, hardly any country had a standard time; after, nobody knows."""
_MEASURED = f"the years {_FIRST_MEASURED} to {_LAST_MEASURED}"

_LAST_COMPARED = 9997
"""A year and the next are compared, and a day more for the zones."""

_BY_PHONE = ("phone",)
_question = lru_cache(maxsize=_QUESTIONS, typed=True)(Question)
"""A question asked in the same words is the same value, whose hash is known."""


@lru_cache(maxsize=_QUESTIONS)
def _further(question: Question, channels: tuple[str, ...], facets: Any) -> Question:
    """Return *question* with channels and facets."""
    return replace(question, channels=channels, facets=facets)


def _with_more(question: Question, channels: Any, facets: Any) -> Question:
    """Return *question* with channels and facets, the same value for the same texts."""
    wanted = tuple(channels) if type(channels) is list else channels
    pairs = tuple(facets.items()) if type(facets) is dict else facets or ()
    try:
        texts = (*wanted, *question.languages, *(text for pair in pairs for text in pair))
        if type(pairs) is tuple and all(type(one) is str for one in texts):
            return _further(question, wanted, pairs)
    except TypeError:  # something that cannot be hashed, or is no list: it is told when it is asked
        pass
    return replace(question, channels=channels, facets=facets or ())


class Directory(Published):
    """Everything one organisation publishes, ready to be asked.

    Get one from `load`. It never changes; it may be shared between threads.
    """

    __slots__ = ("_caller", "_facts", "_index", "_plan")

    _facts: Facts
    _index: Index
    _caller: Callable[[Question], Caller]
    _plan: Callable[[Caller, Generation], Plan]

    def __init__(self, facts: Facts) -> None:
        if not isinstance(facts, Facts):
            raise WrongTypeError.of("facts", facts, "the `facts` of a directory, or use `load`")
        index = Index(facts)
        keep(
            self,
            _facts=facts,
            _index=index,
            _caller=lru_cache(maxsize=_QUESTIONS)(partial(caller_of, facts)),
            _plan=lru_cache(maxsize=_PLANS)(partial(make_plan, facts, index)),
        )

    def __repr__(self) -> str:
        return f"<Directory {self.id}>"

    def __eq__(self, other: object) -> bool:
        """Directories with the same facts give the same answers."""
        if not isinstance(other, Directory):
            return NotImplemented
        return self._facts is other._facts or self._facts == other._facts

    def __hash__(self) -> int:
        return hash((self.id, self.name, self.sources))

    def __reduce__(self) -> tuple[type[Directory], tuple[Facts]]:
        """A directory is its facts: what it remembers of questions is found again."""
        return Directory, (self._facts,)

    @property
    def facts(self) -> Facts:
        """The validated model of the file."""
        return self._facts

    @property
    def id(self) -> str:
        """The directory's own id, for example "redhat-support"."""
        return self._facts.id

    @property
    def name(self) -> str:
        """Its name for people."""
        return self._facts.name

    @property
    def sources(self) -> tuple[Source, ...]:
        """What it was read from, and when."""
        return self._facts.sources

    @property
    def tiers(self) -> tuple[Tier, ...]:
        """What customers can be entitled to; the first is the default."""
        return self._facts.tiers

    @property
    def regions(self) -> tuple[Region, ...]:
        """Its outermost regions, each with the regions inside it."""
        return self._facts.regions

    @property
    def countries(self) -> Mapping[str, CountryFacts]:
        """What it says of single countries, by ISO 3166-1 alpha-2 code."""
        return self._facts.countries

    def lines(self) -> Iterator[tuple[Line, tuple[Region, ...]]]:
        """Yield every line with its regions, innermost first, in the order of the file."""
        return self._facts.lines()

    def line(self, identifier: str) -> Line:
        """Return the line with this id.

        Raises:
            UnknownChoiceError: If there is none, a `LookupError`.

        >>> import supportlines
        >>> supportlines.load().line("mx-toll-fre")
        Traceback (most recent call last):
        ...
        supportlines.lookup.errors.UnknownChoiceError: there is no line "mx-toll-fre". \
Did you mean "mx-toll-free"?
        """
        try:
            return self._facts.line(identifier)[0]
        except (KeyError, TypeError):
            known = [line.id for line, _ in self.lines()]
            found = plain(identifier) if isinstance(identifier, str) else str(identifier)
            raise UnknownChoiceError("line", found, known) from None

    def who_can_i_call(
        self,
        country: str,
        *,
        languages: Sequence[str] = (),
        tier: str | None = None,
        desk: str | None = None,
        severity: str | None = None,
        time_zone: str | tzinfo | None = None,
        calling_from: str | None = None,
        subdivision: str | None = None,
        channels: Sequence[str] = ("phone",),
        facets: Mapping[str, str] | None = None,
        at: datetime | None = None,
    ) -> Answer:
        """Return who a customer of *country* can call at *at*, best first, with the reasons.

        Args:
            country: ISO 3166-1 alpha-2 code of the customer's country.
            languages: BCP 47 tags in order of preference; empty: any will do.
            tier: What the customer is entitled to; by default the directory's first tier.
            desk: What the call is about, if the directory distinguishes desks.
            severity: How bad it is, where the hours depend on it.
            time_zone: IANA name of the caller's zone, or a `ZoneInfo`. Where the country has
                several and none is given, a state that differs between them is "unknown".
            calling_from: Country where the phone stands; by default *country*.
            subdivision: Part of the country by ISO 3166-2 ("DE-BY" or "BY"), for its own
                lines and public holidays. If none is given, hours of a day that some parts keep and
                others do not are "unknown" where that makes a difference.
            channels: The channels that are wanted, in order of preference: "phone", "sms",
                "textphone", "messaging", "chat", "web_form", "email", "post". Lines of others
                are `other_ways` of the answer.
            facets: What else is known, such as {"phone": "mobile", "carrier": "du"}: the kind of
                phone ("landline" or "mobile"), the carrier, the kind of request, and what the
                directory asks by itself. What was not said is in `asks` if it matters.
            at: The instant, aware, in any zone; by default now.

        Raises:
            SupportlinesError: If an argument is wrong; also a `LookupError` for names that
                do not exist and a `ValueError` for what is ill-formed. Several wrong
                arguments come together as one `QuestionError`.

        >>> from datetime import datetime, timezone
        >>> import supportlines
        >>> answer = supportlines.load().who_can_i_call(
        ...     "MX",
        ...     languages=["es"],
        ...     time_zone="America/Mexico_City",
        ...     at=datetime(2026, 11, 24, 16, tzinfo=timezone.utc),
        ... )
        >>> answer.best.dial, answer.best.state
        ('800 123 1661', 'open')
        """
        tags = tuple(languages) if type(languages) is list else languages
        words = (country, tags, tier, desk, severity, time_zone, calling_from, subdivision)
        # What is equal is not the same in texts of other classes, nor is 1 and True, and what is
        # neither text nor tuple may change: such a question is not remembered.
        remembered = type(tags) is tuple
        for tag in tags if remembered else ():
            if type(tag) is not str:
                remembered = False
        try:
            question = _question(*words) if remembered else Question(*words)
        except TypeError:  # something that cannot be hashed
            question = Question(*words)
        if facets is not None or channels != _BY_PHONE:
            question = _with_more(question, channels, facets)
        return self.answer(question, at=at)

    def answer(self, question: Question, *, at: datetime | None = None) -> Answer:
        """Return who can be called at *at*, best first, with the reasons.

        Args:
            question: What the caller says.
            at: The instant, aware, in any zone; by default now.

        Raises:
            SupportlinesError: As `who_can_i_call` does.
        """
        if at is None:
            at = clock.now()
        try:
            second = _second_of(at)
        except SupportlinesError as problem:
            if isinstance(question, Question):
                caller_of(self._facts, question, (problem,))
            raise
        try:
            caller = self._caller(question)
        except TypeError:  # something that cannot be hashed: the check says what is wrong with it
            caller = self.caller(question)
        plan = self._plan(caller, self._index.calendar.generation(caller, second))
        return answer(plan, in_utc(at), second, Answer)

    def caller(self, question: Question) -> Caller:
        """Return the caller whom *question* describes, without asking who can be called.

        Raises:
            SupportlinesError: As `who_can_i_call` does.
        """
        return caller_of(self._facts, question)

    def changes_to(self, newer: Directory, *, at: datetime | None = None) -> tuple[Change, ...]:
        """Return what changes for callers from here to *newer*; what concerns most countries first.

        Hours are compared by what they mean in a year and the next: the year of *at*, an aware
        instant, or that in which a source of either was last read.
        """
        from supportlines.changes import Window, compare

        if not isinstance(newer, Directory):
            raise WrongTypeError.of("newer", newer, "a directory, such as `load` returns")
        window = None if at is None else Window(min(checked_instant(at).year, _LAST_COMPARED))
        return compare(self._facts, newer.facts, window)

    def coverage(
        self,
        year: int | None = None,
        *,
        week_of: datetime | None = None,
        in_utc: bool = False,
        **whom: Unpack[Asked],
    ) -> Coverage:
        """Return who is served when, over a year or a week.

        Args:
            year: A calendar year; by default the present one.
            week_of: An aware instant: instead of a year the week from Monday on in which it is.
            in_utc: Whose clock says when it begins and ends: UTC, or the callers' own.
            whom: `countries` (ISO 3166-1 codes), `languages` (BCP 47 tags), `tiers` and `desk`;
                by default all. `channels` (by default `["phone"]`) and `facets` as in
                `who_can_i_call`.

        Raises:
            SupportlinesError: For a country, language, tier, desk, channel or facet that does not
                exist, and for both a year and a week.

        >>> import supportlines
        >>> found = supportlines.load().coverage(2026, countries=["AE"], tiers=["premium"])
        >>> found.rows[0].week.open_share
        1.0
        """
        from supportlines.coverage import Period, measure

        check_whom(whom)
        if week_of is not None:
            if year is not None:
                raise WrongTypeError.of("year", year, "either a year or week_of")
            at = checked_instant(week_of)
            if not _FIRST_MEASURED <= at.year <= _LAST_MEASURED:
                raise WrongTypeError.of("week_of", at, f"an instant of {_MEASURED}")
            period = Period.of_week(at, is_local=not in_utc)
        else:
            chosen = clock.now().year if year is None else year
            is_year = isinstance(chosen, int) and not isinstance(chosen, bool)
            if not is_year or not _FIRST_MEASURED <= chosen <= _LAST_MEASURED:
                raise WrongTypeError.of("year", chosen, f"one of {_MEASURED}")
            period = Period.of_year(chosen, is_local=not in_utc)
        return measure(self._facts, period, **whom)


def _second_of(at: datetime) -> int:
    if not isinstance(at, datetime):
        raise InstantError(at)
    second = instant_to_second(at)
    # Somewhere on Earth it is already, or still, another year.
    if not _FIRST_YEAR <= at.year <= _LAST_YEAR:
        raise InstantError(at)
    return second
