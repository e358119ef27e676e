"""Coverage of a directory: for each country, language and tier the share of the time served."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Iterator, NamedTuple, Sequence

from supportlines.coverage.served import Offered
from supportlines.coverage.week import HOURS, Week, gaps_of, lay_over_a_week
from supportlines.errors import plain
from supportlines.lookup import Index, Question, caller_of
from supportlines.lookup.offers import offerings
from supportlines.lookup.resolution import local_zones
from supportlines.values import BriefRecord

if TYPE_CHECKING:
    from supportlines.coverage.period import Period, Segments
    from supportlines.coverage.served import Served
    from supportlines.coverage.week import Gap, Parts
    from supportlines.directory import Facts


@dataclass(frozen=True, repr=False)
class Row(BriefRecord):
    """One country on one clock, with one language and one tier."""

    country: str
    time_zones: tuple[str, ...]
    """Zones of the country whose clocks agree in the period; the first one was asked."""

    tier: str
    language: str | None
    """BCP 47 tag; None for whatever language is spoken."""

    is_spoken: bool
    """Whether any line that can be dialled is for the language."""

    is_assumed: bool
    """Whether that rests on languages that the source does not state."""

    week: Week

    @property
    def gaps(self) -> tuple[Gap, ...]:
        """The parts of the week in which nobody ever answers."""
        return gaps_of([self.week])

    @property
    def unknown_gaps(self) -> tuple[Gap, ...]:
        """The parts of the week in which nobody surely answers, but perhaps somebody does."""
        return gaps_of([self.week], perhaps=True)


class HourShare(NamedTuple):
    """One of the 168 hours of the week, over all countries of a picture."""

    open_share: float
    """From 0 to 1: the share of the time in which somebody answers, each country counting once."""

    unknown_share: float


@dataclass(frozen=True, repr=False)
class Picture(BriefRecord):
    """One language and tier over all countries asked about."""

    tier: str
    language: str | None
    countries: tuple[str, ...]
    cells: tuple[HourShare, ...]
    """168, from Monday 00:00 on."""

    gaps: tuple[Gap, ...]
    """The parts of the week in which nobody answers in any of the countries."""


@dataclass(frozen=True, repr=False)
class Coverage(BriefRecord):
    """Who is served when."""

    directory: str
    """Id of the directory."""

    desk: str | None
    """Id of the desk whose lines alone were asked, or None: whichever desk answers."""

    period: Period
    rows: tuple[Row, ...]
    """By tier and language, then by country."""

    pictures: tuple[Picture, ...]


def measure(
    directory: Facts,
    period: Period,
    *,
    countries: Sequence[str] = (),
    languages: Sequence[str] = (),
    tiers: Sequence[str] = (),
    desk: str | None = None,
) -> Coverage:
    """Return who is served when.

    A country whose zones have different clocks is asked once for each clock, as a caller who
    says in which zone the clock hangs; such clocks count equally.

    Args:
        directory: Whose lines are meant.
        period: The time to look at.
        countries: ISO 3166-1 codes; empty for all that the directory lists.
        languages: BCP 47 tags; empty for all that are spoken, and any of them together.
        tiers: Ids; empty for all.
        desk: Id of the desk whose lines count; None for the lines of all desks.

    Raises:
        SupportlinesError: For a country, language, tier or desk that does not exist.
    """
    listed = (directory.countries_of(region.id) for region in directory.regions)
    asked = countries or sorted(frozenset().union(*listed))
    codes, tags, ids = _checked(directory, asked, languages, tiers, desk)
    desk = plain(desk) if desk is not None else None
    maker = _Measure(directory, period, desk)
    rows = [row for tier in ids for code in codes for row in maker.rows(code, tier, tags)]
    # The languages in the order in which the file names them, any language before all.
    order = {tag: place for place, tag in enumerate(dict.fromkeys(row.language for row in rows))}
    places = {tier: place for place, tier in enumerate(ids)}
    rows.sort(key=lambda row: (places[row.tier], order[row.language]))
    wanted: Sequence[str | None] = tags or (None,)
    return Coverage(
        directory=directory.id,
        desk=desk,
        period=period,
        rows=tuple(rows),
        pictures=tuple(
            _picture(tier, tag, [row for row in rows if (row.tier, row.language) == (tier, tag)])
            for tier in ids
            for tag in wanted
        ),
    )


def _checked(
    directory: Facts,
    countries: Sequence[str],
    languages: Sequence[str],
    tiers: Sequence[str],
    desk: str | None,
) -> tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]:
    """Return the words in their canonical form, each once; the first country hears of all tags."""
    codes: dict[str, None] = {}
    tags: tuple[str, ...] = ()
    asked = tuple(dict.fromkeys(tiers or [tier.id for tier in directory.tiers]))
    ids: dict[str, None] = {}
    for number, country in enumerate(countries):
        for tier in asked if number == 0 else asked[:1]:
            tongues = languages if number == 0 else ()
            question = Question(country, languages=tongues, tier=tier, desk=desk)
            caller = caller_of(directory, question)
            tags = tags or caller.languages
            codes[caller.country] = None
            ids[caller.tier] = None
    return tuple(codes), tags, tuple(ids) or asked


class _Measure:
    """Measures rows; what is the same for several of them is worked out once."""

    def __init__(self, directory: Facts, period: Period, desk: str | None) -> None:
        self._directory = directory
        self._desk = desk
        self._index = Index(directory)
        self._period = period
        self._weeks: dict[tuple[Parts, Segments], Week] = {}
        self._standing: dict[Segments, str] = {}
        self._clocks: dict[str, Segments] = {}

    def rows(self, country: str, tier: str, languages: Sequence[str]) -> Iterator[Row]:
        """Yield the rows of one country and tier, clock by clock."""
        clocks = self._clocks_of(country)
        for zones in clocks:
            offered = self._offered(country, tier, zones)
            everything: list[str | None] = [None]
            everything.extend(offered.languages())
            wanted: Sequence[str | None] = languages or everything
            for language in wanted:
                one = offered.served(language)
                yield Row(
                    country=country,
                    time_zones=zones,
                    tier=tier,
                    language=language,
                    is_spoken=one.is_spoken,
                    is_assumed=one.is_assumed,
                    week=self._week(one, zones),
                )

    def _clocks_of(self, country: str) -> list[tuple[str, ...]]:
        """Return the zones of *country*, those together whose clocks agree."""
        zones = local_zones(self._directory, country, None)
        found: dict[Segments, list[str]] = {}
        for zone in zones:
            found.setdefault(self._clock(zone), []).append(zone)
        return [tuple(group) for group in found.values()] or [()]

    def _clock(self, zone: str) -> Segments:
        """Return how the clock of *zone* goes in the period, whichever clock is shown."""
        if zone not in self._clocks:
            local = type(self._period)(self._period.year, self._period.week_of, is_local=True)
            self._clocks[zone] = local.segments(zone)
        return self._clocks[zone]

    def _offered(self, country: str, tier: str, zones: tuple[str, ...]) -> Offered:
        # Of zones whose clocks agree, in whatever country, one stands for all: its hours are
        # worked out once.
        zone = self._standing.setdefault(self._clock(zones[0]), zones[0]) if zones else None
        question = Question(country, tier=tier, time_zone=zone, desk=self._desk)
        caller = caller_of(self._directory, question)
        segments = self._segments(zones)
        start, end = segments[0][0], segments[-1][1]
        return Offered(offerings(self._directory, self._index, caller, start, end))

    def _segments(self, zones: tuple[str, ...]) -> Segments:
        return self._period.segments(zones[0] if zones else None)

    def _week(self, one: Served, zones: tuple[str, ...]) -> Week:
        key = (one.parts, self._segments(zones))
        if key not in self._weeks:
            self._weeks[key] = lay_over_a_week(*key)
        return self._weeks[key]


def _picture(tier: str, language: str | None, rows: Sequence[Row]) -> Picture:
    """Return the mean of *rows*: each country counts once, each of its clocks equally."""
    by_country: dict[str, list[Row]] = {}
    for row in rows:
        by_country.setdefault(row.country, []).append(row)
    sums = [[0.0, 0.0, 0.0] for _ in range(HOURS)]
    known: dict[Week, tuple[tuple[int, int, int], ...]] = {}
    for group in by_country.values():
        for row in group:
            if row.week not in known:
                known[row.week] = row.week.cells()
            for place, (opened, unknown, total) in enumerate(known[row.week]):
                if total:  # an hour that a clock skipped has no say
                    sums[place][0] += opened / total / len(group)
                    sums[place][1] += unknown / total / len(group)
                    sums[place][2] += 1 / len(group)
    return Picture(
        tier=tier,
        language=language,
        countries=tuple(by_country),
        cells=tuple(
            HourShare(opened / weight, unknown / weight) if weight else HourShare(0.0, 0.0)
            for opened, unknown, weight in sums
        ),
        gaps=gaps_of([row.week for row in rows]) if rows else (),
    )
