"""Coverage of a directory: for each country, language and tier the share of the time served."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Iterator, Mapping, NamedTuple, Sequence

from supportlines.coverage.served import Offered
from supportlines.coverage.week import HOURS, Week, gaps_of, lay_over_a_week
from supportlines.directory import ANY_LANGUAGE, OTHER
from supportlines.lookup import Index, Question, caller_of
from supportlines.lookup.conditions import with_replies
from supportlines.lookup.offers import offerings
from supportlines.lookup.resolution import local_zones, parts_named
from supportlines.lookup.unnamed import unnamed_language
from supportlines.places.parts import is_whole
from supportlines.values import BriefRecord

if TYPE_CHECKING:
    from supportlines.coverage.period import Period, Segments
    from supportlines.coverage.served import Served
    from supportlines.coverage.week import Gap, Parts
    from supportlines.directory import Facts
    from supportlines.lookup import Caller


@dataclass(frozen=True, repr=False)
class Row(BriefRecord):
    """One country on one clock, with one language and one tier."""

    country: str
    time_zones: tuple[str, ...]
    """Zones of the country whose clocks agree in the period; the first one was asked."""

    tier: str
    language: str | None
    """BCP 47 tag; None for whatever language is spoken, `any` for each that lines serve and do not
    name."""

    is_spoken: bool
    """Whether any line on which somebody answers is for the language."""

    is_assumed: bool
    """Whether that rests on languages that the source does not state."""

    week: Week

    subdivision: str | None = None
    """The part of the country by ISO 3166-2 with its country, or "other" for what is left of it.

    None in a country of which regions list no parts.
    """

    language_mode: str | None = None
    """How the language is served at best: "native", "interpreter", "best_effort", or None."""

    only_for: tuple[str, ...] = ()
    """What was not said and decides for whom some of the lines are; they count as not known."""

    waiting: tuple[str, ...] = ()
    """What must be said before some lines are offered at all: facets of the directory."""

    not_available: tuple[str, ...] = ()
    """Why lines do not serve these callers, in the directory's words."""

    takes_messages: bool = False
    """Whether messages are taken in the language, which are answered later."""

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

    unknown_gaps: tuple[Gap, ...]
    """Those in which nobody surely answers in any of them, but perhaps somebody does."""


@dataclass(frozen=True, repr=False)
class Coverage(BriefRecord):
    """Who is served when."""

    directory: str
    """Id of the directory."""

    desk: str | None
    """Id of the desk whose lines alone were asked, or None: whichever desk answers."""

    channels: tuple[str, ...]
    """The channels whose lines count."""

    facets: tuple[tuple[str, str], ...]
    """What else was said of all callers, sorted: pairs such as ("brand", "north")."""

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
    channels: Sequence[str] = ("phone",),
    facets: Mapping[str, str] | Sequence[tuple[str, str]] = (),
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
        channels: The channels whose lines count.
        facets: What else callers say, as in `Question`.

    Raises:
        SupportlinesError: For a country, language, tier, desk, channel or facet that does not
            exist.
    """
    listed = (directory.countries_of(region.id) for region in directory.regions)
    asked = countries or sorted(frozenset().union(*listed))
    tongues = tuple(languages)
    whom = Question("", languages=tongues, desk=desk, channels=channels, facets=facets)
    codes, ids, caller = _checked(directory, asked, tiers, whom)
    tags = caller.languages
    maker = _Measure(directory, period, whom)
    rows = [row for tier in ids for code in codes for row in maker.rows(code, tier, tags)]
    # The languages in the order in which the file names them; whatever language before all, and
    # those that are not named behind.
    found = sorted(rows, key=lambda row: row.language == ANY_LANGUAGE)
    order = {tag: place for place, tag in enumerate(dict.fromkeys(row.language for row in found))}
    places = {tier: place for place, tier in enumerate(ids)}
    rows.sort(key=lambda row: (places[row.tier], order[row.language]))
    wanted: Sequence[str | None] = tags or (None,)
    return Coverage(
        directory=directory.id,
        desk=caller.desk,
        channels=caller.channels,
        facets=caller.facets,
        period=period,
        rows=tuple(rows),
        pictures=tuple(
            _picture(tier, tag, [row for row in rows if (row.tier, row.language) == (tier, tag)])
            for tier in ids
            for tag in wanted
        ),
    )


def _checked(
    directory: Facts, countries: Sequence[str], tiers: Sequence[str], whom: Question
) -> tuple[tuple[str, ...], tuple[str, ...], Caller]:
    """Return countries and tiers in their canonical form, each once, and the first caller.

    The first country hears of all that is said of callers.
    """
    codes: dict[str, None] = {}
    asked = tuple(dict.fromkeys(tiers or [tier.id for tier in directory.tiers]))
    ids: dict[str, None] = {}
    first: Caller | None = None
    for number, country in enumerate(countries):
        for tier in asked if number == 0 else asked[:1]:
            question = replace(whom if number == 0 else Question(""), country=country, tier=tier)
            caller = caller_of(directory, question)
            first = first or caller
            codes[caller.country] = None
            ids[caller.tier] = None
    if first is None:  # a directory that lists no country
        first = caller_of(directory, replace(whom, country="GB"))
    return tuple(codes), tuple(ids) or asked, first


class _Measure:
    """Measures rows; what is the same for several of them is worked out once."""

    def __init__(self, directory: Facts, period: Period, whom: Question) -> None:
        self._directory = directory
        self._whom = replace(whom, languages=())
        self._index = Index(directory)
        self._unnamed = unnamed_language(directory)
        self._period = period
        self._weeks: dict[tuple[Parts, Segments], Week] = {}
        self._standing: dict[Segments, str] = {}
        self._clocks: dict[str, Segments] = {}

    def rows(self, country: str, tier: str, languages: Sequence[str]) -> Iterator[Row]:
        """Yield the rows of one country and tier, clock by clock."""
        for zones in self._clocks_of(country):
            for part in self._parts_of(country):
                usual = self._offered(country, tier, zones, part)
                everything = (None, *usual.languages())
                for language in languages or everything:
                    tag = self._unnamed if language == ANY_LANGUAGE else language
                    offered = usual
                    if tag is not None and (languages or usual.asks_language):
                        # What serves any language serves it only to who asks for it, and a line
                        # may be for those who ask for another than it speaks.
                        offered = self._offered(country, tier, zones, part, tag)
                    one = offered.served(tag)._replace(language=language)
                    yield Row(
                        country=country,
                        time_zones=zones,
                        tier=tier,
                        week=self._week(one, zones),
                        subdivision=part,
                        **{name: value for name, value in one._asdict().items() if name != "parts"},
                    )

    def _parts_of(self, country: str) -> Sequence[str | None]:
        """Return the parts of *country* that count, and what is left of it.

        Where regions list parts by themselves, those that lines or rules name count as well.
        """
        if not self._directory.chains_of_parts(country):
            return (None,)
        named = parts_named(self._directory, country)
        codes = [part.partition("-")[2] for part in named]
        return named if is_whole(country, codes) else (*named, OTHER)

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

    def _offered(
        self,
        country: str,
        tier: str,
        zones: tuple[str, ...],
        part: str | None,
        language: str | None = None,
    ) -> Offered:
        # Of zones whose clocks agree, in whatever country, one stands for all: its hours are
        # worked out once.
        zone = self._standing.setdefault(self._clock(zones[0]), zones[0]) if zones else None
        tongues = (language,) if language is not None else ()
        question = replace(
            self._whom, country=country, tier=tier, time_zone=zone, languages=tongues
        )
        caller = caller_of(self._directory, question)
        if part is not None:
            caller = with_replies(caller, (("subdivision", part),))
        segments = self._segments(zones)
        start, end = segments[0][0], segments[-1][1]
        found = offerings(self._directory, self._index, caller, start, end)
        return Offered(found, caller.channels)

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
    weeks = [row.week for row in rows]
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
        gaps=gaps_of(weeks),
        unknown_gaps=gaps_of(weeks, perhaps=True),
    )
