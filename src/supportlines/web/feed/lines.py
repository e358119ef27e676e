"""The file of one country: who answers when, for every caller, without a word of ours."""

from __future__ import annotations

from functools import reduce
from itertools import product
from math import gcd
from typing import TYPE_CHECKING, Any, Iterable, Iterator, NamedTuple, Sequence

from supportlines.hours import DAY, open_zone, zone_data_version
from supportlines.lookup import Spell
from supportlines.web.feed.apart import told_apart
from supportlines.web.feed.asking import PageAsk, PageAsks, asks_for, replies_of, title_of
from supportlines.web.feed.coming import coming_record, seconds_of_coming
from supportlines.web.feed.episodes import Episode, continued, episodes
from supportlines.web.feed.from_where import costs_from
from supportlines.web.feed.notes import notes_of
from supportlines.web.feed.numbers import contact_row, number_rows
from supportlines.web.feed.options import (
    is_numbered,
    kind_of,
    option_record,
    turn_of,
    withheld_texts,
)
from supportlines.web.feed.spoken import served_by_tags
from supportlines.web.feed.tables import Table
from supportlines.web.feed.texts import compact, joined_words
from supportlines.web.feed.tracks import OptionKind, seconds_of, text, track_record

if TYPE_CHECKING:
    from supportlines.directory import Line, Region
    from supportlines.lookup import Ahead, Caller, Course, OptionCourse
    from supportlines.web.feed.scope import Foreseen, Scope

VERSION = 1
"""Of the files; who reads a later one claims nothing."""

_MINUTE = 60


class LinesFile(NamedTuple):
    """The file of one country."""

    record: dict[str, Any]
    """What is written."""
    left_out: tuple[str, ...]
    """What callers may say that makes a difference and is not told apart."""


def lines_file(scope: Scope, country: str, fresh_for: int) -> LinesFile:
    """Return the file of *country*.

    Args:
        scope: The directory and the time.
        country: ISO 3166-1 alpha-2 code.
        fresh_for: Seconds after which an open page reads the file again.
    """
    return _Country(scope, country).file(fresh_for)


class _Told(NamedTuple):
    """An option, and what is told of it when."""

    record: dict[str, Any]
    kind: OptionKind
    spells: tuple[Spell, ...]
    coming: tuple[Ahead, ...]
    zones: tuple[str, ...]
    """Those that the caller may be in."""


class _Case(NamedTuple):
    """What callers of one kind are offered."""

    groups: dict[str, list[_Told]]
    """By the key of the answer, options with what is told of them."""
    withheld: list[Any]
    waiting: list[Any]
    """A row that says what is to be said first."""
    notes: list[Any]


class _Country:
    def __init__(self, scope: Scope, country: str) -> None:
        self._scope = scope
        self._facts = scope.facts
        self._country = country
        self._caller = scope.caller(country)
        self._contacts = Table()
        self._numbered: dict[str, int] = {}
        self._options = Table()
        self._tracks = Table()
        self._told = Table()
        self._choices = Table()
        self._coming = Table()
        self._known_coming: dict[object, tuple[Ahead, ...]] = {}
        self._changes = Table()
        self._tracked: dict[tuple[object, ...], tuple[object, int]] = {}
        self._unit = _MINUTE
        self._last = scope.until
        self._tags: dict[str, None] = {}
        self._foreign: str | None = None

    def file(self, fresh_for: int) -> LinesFile:
        scope, facts = self._scope, self._facts
        caller = self._caller
        asks = asks_for(scope, caller)
        self._foreign = asks.foreign
        cases = [self._case(one) for one in asks.cases(scope, caller)]
        seconds = {second for case in cases for second in _seconds_of(case)}
        self._unit = _unit(scope.since, seconds)
        self._last = max((*seconds, scope.until - 1))
        answers = Table()
        table = [answers.place(self._answer(one)) for one in cases]
        asks, table = told_apart(asks, table)
        record = {
            "version": VERSION,
            "directory": facts.id,
            "name": text(facts.name),
            "country": self._country,
            "from": scope.since,
            "until": scope.until,
            "fresh_for": fresh_for,
            "unit": self._unit,
            "zone_data": zone_data_version(),
            "read_on": str(min(one.read_on for one in facts.sources)),
            # Numbers beside numbers, texts beside texts: so they are compressed best.
            "answers": _clocked(asks.asks, [answers.rows[place] for place in table]),
            "coming": self._coming.rows,
            "tracks": self._tracks.rows,
            "clocks": self._clocks(asks, caller),
            "told": self._told.rows,
            "changes": self._changes.rows,
            "options": _ranked(self._options.rows),
            "choices": self._choices.rows,
            "asks": self._asks(asks),
            "serves": served_by_tags((*self._tags, *asks.languages)),
            "contacts": self._contacts.rows,
        }
        if not facts.lists(self._country):
            record["listed"] = False
        return LinesFile(record, asks.left_out)

    def _asks(self, asks: PageAsks) -> list[dict[str, Any]]:
        found = []
        for one in asks.asks:
            record: dict[str, Any] = {"name": one.name}
            facet = self._facts.facet(one.name)
            if facet is not None:
                record["title"] = text(title_of(self._scope, one.name))
            record["groups"] = [joined_words(group) for group in one.groups]
            if one.default:
                record["default"] = one.default
            if one.is_set:
                record["sets"] = True
            if facet is not None and facet.required:
                record["required"] = True
            # The first two are asked in the page; parts are called as their groups are.
            if one.name not in ("calling_from", "language", "subdivision"):
                record["replies"] = replies_of(self._scope, self._caller, one)
            found.append(record)
        return found

    def _case(self, caller: Caller) -> _Case:
        found = self._scope.courses(caller)
        keys = ("options", "other_ways", "guesses")
        courses = [course for _, course in found]
        # A page says it all the time: it must be asked for if it ever is.
        names = dict.fromkeys(name for course in courses for name in course.waiting)
        titles = [text(title_of(self._scope, name)) for name in names]
        return _Case(
            groups={key: self._joined(found, key, caller.local_zones) for key in keys},
            withheld=_in_all([withheld_texts(one.withheld) for one in courses]),
            waiting=["waiting", titles] if titles else [],
            notes=_in_all([notes_of(self._facts, one.caveats) for one in courses]),
        )

    def _joined(
        self, courses: Sequence[tuple[int, Course]], key: str, zones: tuple[str, ...]
    ) -> list[_Told]:
        """Return the options of all *courses*, each once; they are away where another one holds."""
        is_beside = key == "other_ways"
        if len(courses) == 1:
            (_, course), *_ = courses
            return [
                _Told(self._record(one), kind_of(one.option, is_beside=is_beside), *episode, zones)
                for one in sorted(getattr(course, key), key=turn_of)
                for episode in self._episodes(one.spells, [*self._scope.foreseen(course, one)])
            ]
        found: dict[str, tuple[dict[str, Any], OptionKind, list[Spell], list[Foreseen]]] = {}
        turns: dict[str, tuple[int, ...]] = {}
        since = self._scope.since
        for start, course in courses:
            here: set[str] = set()
            for one in getattr(course, key):
                record, kind = self._record(one), kind_of(one.option, is_beside=is_beside)
                name = compact([record, kind])
                while name in here:
                    name += "+"  # equal but for when it answers
                here.add(name)
                turns.setdefault(name, turn_of(one))
                known = found.setdefault(name, (record, kind, [Spell(since, None)], []))
                continued(known[2], one.spells)
                known[3].extend(self._scope.foreseen(course, one))
            for name in found.keys() - here:
                continued(found[name][2], [Spell(start, None)])
        names = sorted(found, key=lambda name: turns[name])
        return [
            _Told(record, kind, *episode, zones)
            for record, kind, spells, foreseen in (found[name] for name in names)
            for episode in self._episodes(tuple(spells), foreseen)
        ]

    def _episodes(
        self, spells: tuple[Spell, ...], foreseen: Sequence[Foreseen]
    ) -> Iterator[Episode]:
        """Yield an option in episodes, each with the same object for the same that comes."""
        for told, coming in episodes(spells, foreseen, self._scope.until):
            yield Episode(told, self._known_coming.setdefault(coming, coming))

    def _record(self, one: OptionCourse) -> dict[str, Any]:
        option = one.option
        if is_numbered(option):
            line, chain = self._facts.line(option.line.id)
            contact = self._number(line, chain[0])
        else:
            said = option.contact if option.dial is None else option.dial
            shown = None if said is None else text(said)
            row = contact_row(shown, option.uri, option.cost, option.channel)
            contact = self._contacts.place([row])
        self._tags.update(dict.fromkeys(tag for tag in option.languages if tag != self._foreign))
        return option_record(self._facts, one, contact, self._foreign)

    def _number(self, line: Line, region: Region) -> int:
        if line.id not in self._numbered:
            costs = costs_from(self._scope, self._caller, line, region)
            rows = number_rows(line, self._country, costs)
            self._numbered[line.id] = self._contacts.place(rows)
        return self._numbered[line.id]

    def _answer(self, case: _Case) -> list[int]:
        """Return what is offered: the place of its choice, and a track for each option of that.

        Of tracks that are equal to the last one only one is written.
        """
        choice: dict[str, Any] = {
            key: [self._options.place(one.record) for one in options]
            for key, options in case.groups.items()
            if options or key == "options"
        }
        for key in ("withheld", "waiting", "notes"):
            if getattr(case, key):
                choice[key] = getattr(case, key)
        tracks = [self._track(one) for told in case.groups.values() for one in told]
        while len(tracks) > 1 and tracks[-1] == tracks[-2]:
            tracks.pop()
        return [self._choices.place(choice), *tracks]

    def _track(self, one: _Told) -> int:
        # Spells are shared by all who are told the same; they are kept, so that their identity
        # stays theirs.
        key = (id(one.spells), one.kind, id(one.coming), one.zones)
        if key not in self._tracked:
            span = (self._scope.since, self._scope.until)
            edges = track_record(one.spells, span, self._unit, self._told, one.kind)
            if one.coming:
                told = (self._scope, self._unit, one.zones, self._changes)
                edges.append(self._coming.place(coming_record(one.coming, *told)))
            self._tracked[key] = ((one.spells, one.coming), self._tracks.place(edges))
        return self._tracked[key][1]

    def _clocks(self, asks: PageAsks, caller: Caller) -> list[list[Any]]:
        """Return the clock of each group of zones, that of who says none in front.

        A clock is the names of its zones, and seconds east of UTC, each from a POSIX second on.
        """
        clocks = self._scope.clocks
        common = clocks.common(caller.local_zones)
        named = clocks.alike(caller.local_zones)[0] if common is not None else ()
        found = [[joined_words(named), *self._offsets(common)]]
        for one in asks.asks:
            if one.name == "time_zone":
                for group in one.groups:
                    same = clocks.of(group[0])
                    names = (zone for zone in group if clocks.of(zone) == same)
                    found.append([joined_words(names), *self._offsets(group[0])])
        return found

    def _offsets(self, zone: str | None) -> list[list[int]]:
        if zone is None:
            return []
        # What comes next may lie behind the end, and behind a change of the clock.
        since = self._scope.since
        segments = open_zone(zone).segments(since, self._last + 1)
        found: list[list[int]] = []
        for start, _, offset in segments:
            if not found or found[-1][1] != offset:
                found.append([0 if start <= since else start, offset])
        return found


def _in_all(lists: Sequence[list[Any]]) -> list[Any]:
    """Return what is in each of *lists*: the rest is true while some line is there."""
    return [one for one in lists[0] if all(one in each for each in lists)]


def _clocked(asks: Sequence[PageAsk], rows: Sequence[Sequence[int]]) -> list[list[int]]:
    """Return *rows* of cases, the clock of each behind its choice, written as steps."""
    digits = product(*(one.digits for one in asks))
    names = [one.name for one in asks]
    clock = names.index("time_zone") if "time_zone" in names else None
    clocks = (0 if clock is None else case[clock] for case in digits)
    return stepped([[row[0], number, *row[1:]] for row, number in zip(rows, clocks)])


def stepped(rows: Sequence[Sequence[int]]) -> list[list[int]]:
    """Return *rows* as what is added to the row before: 0 stands for what it is too short for.

    >>> stepped([[0, 0], [1, 0], [1, 1, 5]])
    [[0, 0], [1, 0], [0, 1, 5]]
    """
    found: list[list[int]] = []
    before: Sequence[int] = ()
    for row in rows:
        around = (*before, *[0] * (len(row) - len(before)))
        found.append([one - other for one, other in zip(row, around)])
        before = row
    return found


def _ranked(options: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return *options*, of each place in the order its number."""
    places = sorted({tuple(one["place"]) for one in options})
    numbers = {place: number for number, place in enumerate(places)}
    return [{**one, "place": numbers[tuple(one["place"])]} for one in options]


def _seconds_of(case: _Case) -> Iterator[int]:
    """Yield all POSIX seconds that are told in *case*."""
    for options in case.groups.values():
        for one in options:
            yield from seconds_of(one.spells)
            yield from seconds_of_coming(one.coming)


def _unit(since: int, seconds: Iterable[int]) -> int:
    """Return the longest time in which all that is told can be counted, in seconds.

    It is counted from *since*, and from midnight of UTC.

    >>> _unit(7200, [10_800, 12_600])
    1800
    """
    return reduce(gcd, (second - since for second in seconds), gcd(since, DAY))
