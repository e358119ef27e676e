"""The public door: load a directory, ask it; "now" is added here and nowhere else."""

from __future__ import annotations

from datetime import datetime, timezone
from functools import lru_cache
from typing import TYPE_CHECKING, Iterator, Mapping, Sequence

from supportlines import clock, files
from supportlines.directory import Facts
from supportlines.errors import SupportlinesError, WrongTypeError
from supportlines.hours import instant_to_second
from supportlines.lookup import Index, InstantError, answer, check_question, make_plan

if TYPE_CHECKING:
    import os

    from supportlines.directory import CountryFacts, Line, Region, Source, Tier
    from supportlines.lookup import Answer, Caller, Plan
    from supportlines.lookup.validity import Generation

_QUESTIONS = 4096
"""Questions, as they were worded and without their instant, that a directory remembers."""

_PLANS = 1024
"""Callers whose lines a directory remembers; one takes some kilobytes."""

_FIRST_YEAR, _LAST_YEAR = 2, 9998

SHIPPED = "redhat-support"
"""The name of the directory that comes with the package."""


class Directory:
    """Everything one organisation publishes, ready to be asked.

    Get one from `load`. It never changes; it may be shared between threads.
    """

    def __init__(self, facts: Facts) -> None:
        if not isinstance(facts, Facts):
            raise WrongTypeError.of("facts", facts, "the `facts` of a directory, or use `load`")
        self._facts = facts
        self._index = Index(facts)
        self._caller = lru_cache(maxsize=_QUESTIONS)(self.check_question)
        self._plan = lru_cache(maxsize=_PLANS)(self._make_plan)

    def __repr__(self) -> str:
        return f"<Directory {self.id}>"

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
            LookupError: If there is none.
        """
        return self._facts.line(identifier)[0]

    def who_can_i_call(
        self,
        country: str,
        *,
        languages: Sequence[str] = (),
        tier: str | None = None,
        desk: str | None = None,
        severity: str | None = None,
        time_zone: str | None = None,
        calling_from: str | None = None,
        subdivision: str | None = None,
        at: datetime | None = None,
    ) -> Answer:
        """Return who a customer of *country* can call at *at*, best first, with the reasons.

        Args:
            country: ISO 3166-1 alpha-2 code of the customer's country.
            languages: BCP 47 tags in order of preference; empty: any will do.
            tier: What the customer is entitled to; by default the directory's first tier.
            desk: What the call is about, if the directory distinguishes desks.
            severity: How bad it is, where the hours depend on it.
            time_zone: IANA name of the caller's zone. Where the country has several and
                none is given, a state that differs between them is "unknown".
            calling_from: Country where the phone stands; by default *country*.
            subdivision: Part of the country by ISO 3166-2 ("DE-BY" or "BY"), for its own
                public holidays. If none is given, hours of a day that some parts keep and
                others do not are "unknown" where that makes a difference.
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
        # A list cannot be remembered by lru_cache; anything odd is refused by the check.
        tags = tuple(languages) if isinstance(languages, list) else languages
        question = (country, tags, tier, desk, severity, time_zone, calling_from, subdivision)
        if at is None:
            at = clock.now()
        try:
            second = _second_of(at)
        except SupportlinesError as problem:
            self.check_question(*question, also=(problem,))
            raise
        try:
            caller = self._caller(*question)
        except TypeError:
            # Something that cannot be hashed: the check says what is wrong with it.
            caller = self.check_question(*question)
        plan = self._plan(caller, self._index.calendar.generation(caller, second))
        return answer(plan, at.astimezone(timezone.utc), second)

    def _make_plan(self, caller: Caller, generation: Generation) -> Plan:
        return make_plan(self._facts, self._index, caller, generation)

    def check_question(
        self,
        country: str,
        languages: Sequence[str] = (),
        tier: str | None = None,
        desk: str | None = None,
        severity: str | None = None,
        time_zone: str | None = None,
        calling_from: str | None = None,
        subdivision: str | None = None,
        *,
        also: Sequence[SupportlinesError] = (),
    ) -> Caller:
        """Return the caller whom these words describe, without asking who can be called.

        Args are those of `who_can_i_call`; *also* are problems found elsewhere that belong
        into the same error.

        Raises:
            SupportlinesError: As `who_can_i_call` does.
        """
        return check_question(
            self._facts,
            country,
            languages=languages,
            tier=tier,
            desk=desk,
            severity=severity,
            time_zone=time_zone,
            calling_from=calling_from,
            subdivision=subdivision,
            also=also,
        )


def _second_of(at: datetime) -> int:
    if not isinstance(at, datetime):
        raise InstantError(at)
    second = instant_to_second(at)
    # Somewhere on Earth it is already, or still, another year.
    if not _FIRST_YEAR <= at.year <= _LAST_YEAR:
        raise InstantError(at)
    return second


@lru_cache(maxsize=1)
def _shipped() -> Directory:
    from supportlines.directory import facts_of_compiled  # noqa: PLC0415 - for this one only

    content = files.shipped_directory()
    facts = facts_of_compiled(files.shipped_facts(), content)
    return Directory(facts if facts is not None else _read(content, "data/regions.yaml"))


def _read(content: bytes, name: str) -> Facts:
    """Return the facts of a data file; only who reads one needs what reads it."""
    from supportlines.directory import load_directory  # noqa: PLC0415

    return load_directory(content, name)


def load(path: str | os.PathLike[str] | None = None) -> Directory:
    """Return a directory: the one that comes with the package, or that of the file *path*.

    The shipped one is read once. A file of yours is read and checked at every call.

    Raises:
        SupportlinesError: If the file cannot be read, or is no directory: then the text
            has a line `FILE:LINE:COLUMN: …` for every problem.

    >>> import supportlines
    >>> supportlines.load().name
    'Red Hat Technical Support'
    """
    if path is None:
        return _shipped()
    return Directory(_read(files.read_directory(path), str(path)))


def who_can_i_call(
    country: str,
    *,
    languages: Sequence[str] = (),
    tier: str | None = None,
    desk: str | None = None,
    severity: str | None = None,
    time_zone: str | None = None,
    calling_from: str | None = None,
    subdivision: str | None = None,
    at: datetime | None = None,
) -> Answer:
    """Return who can be called, from the shipped directory: see `Directory.who_can_i_call`."""
    return load().who_can_i_call(
        country,
        languages=languages,
        tier=tier,
        desk=desk,
        severity=severity,
        time_zone=time_zone,
        calling_from=calling_from,
        subdivision=subdivision,
        at=at,
    )
