"""The file of one country: who answers when, for every caller, without a word of ours."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Iterable, NamedTuple, Sequence

from supportlines.hours import zone_data_version
from supportlines.lookup import Spell
from supportlines.web.feed.apart import told_apart
from supportlines.web.feed.asking import PageAsks, asks_for, names_of, title_of
from supportlines.web.feed.from_where import costs_from
from supportlines.web.feed.notes import notes_of
from supportlines.web.feed.numbers import number_record
from supportlines.web.feed.options import numbered, option_record, turn_of, withheld_texts
from supportlines.web.feed.repeats import stepped
from supportlines.web.feed.spoken import served_by_tags
from supportlines.web.feed.tables import Table
from supportlines.web.feed.texts import compact
from supportlines.web.feed.tracks import seconds_of, text, track_record

if TYPE_CHECKING:
    from supportlines.directory import Line, Region
    from supportlines.lookup import Caller, Course, OptionCourse
    from supportlines.web.feed.scope import Scope

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


class _Case(NamedTuple):
    """What callers of one kind are offered."""

    groups: dict[str, list[tuple[dict[str, Any], tuple[Spell, ...]]]]
    """By the key of the answer, options with what is told of them."""
    withheld: list[Any]
    waiting: list[str]
    notes: list[list[Any]]


class _Country:
    def __init__(self, scope: Scope, country: str) -> None:
        self._ground = scope
        self._facts = scope.facts
        self._country = country
        self._caller = scope.caller(country)
        self._numbers = Table()
        self._numbered: dict[str, int] = {}
        self._options = Table()
        self._tracks = Table()
        self._told = Table()
        self._answers = Table()
        self._choices = Table()
        self._tracked: dict[int, tuple[Sequence[Spell], int]] = {}
        self._unit = _MINUTE
        self._tags: dict[str, None] = {}

    def file(self, fresh_for: int) -> LinesFile:
        scope, facts = self._ground, self._facts
        caller = self._caller
        asks = asks_for(scope, caller)
        cases = [self._case(one) for one in asks.cases(scope, caller)]
        self._unit = _unit(scope.since, cases)
        table = [self._answers.place(self._answer(one)) for one in cases]
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
            "asks": self._asks(asks),
            "table": [step for (step,) in stepped([[one] for one in table])],
            "answers": stepped(self._answers.rows),
            "choices": self._choices.rows,
            "options": self._options.rows,
            "tracks": self._tracks.rows,
            "told": self._told.rows,
            "numbers": self._numbers.rows,
            "clocks": self._clocks(asks, caller),
            "serves": served_by_tags(self._tags),
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
                record["title"] = text(title_of(self._ground, one.name))
            record["groups"] = [list(group) for group in one.groups]
            if one.default:
                record["default"] = one.default
            if one.is_set:
                record["sets"] = True
            if facet is not None and facet.required:
                record["required"] = True
            names = {value: text(name) for value, name in names_of(self._ground, one).items()}
            found.append({**record, "names": names} if names else record)
        return found

    def _case(self, caller: Caller) -> _Case:
        found = self._ground.courses(caller)
        keys = ("options", "other_ways", "guesses")
        last = found[-1][1]
        first = found[0][1]
        return _Case(
            groups={key: self._joined(found, key) for key in keys},
            withheld=withheld_texts(first.withheld),
            waiting=list(dict.fromkeys((*first.waiting, *last.waiting))),
            notes=notes_of(self._facts, first.caveats),
        )

    def _joined(
        self, courses: Sequence[tuple[int, Course]], key: str
    ) -> list[tuple[dict[str, Any], tuple[Spell, ...]]]:
        """Return the options of all *courses*, each once; they are away where another one holds."""
        if len(courses) == 1:
            ordered = sorted(getattr(courses[0][1], key), key=turn_of)
            return [(self._record(one), one.spells) for one in ordered]
        found: dict[str, tuple[dict[str, Any], list[Spell]]] = {}
        turns: dict[str, tuple[int, ...]] = {}
        since = self._ground.since
        for start, course in courses:
            here: set[str] = set()
            for one in getattr(course, key):
                record = self._record(one)
                name = compact(record)
                while name in here:
                    name += "+"  # equal but for when it answers
                here.add(name)
                turns.setdefault(name, turn_of(one))
                _, spells = found.setdefault(name, (record, [Spell(since, None)]))
                _continue(spells, one.spells)
            for name in found.keys() - here:
                _continue(found[name][1], [Spell(start, None)])
        names = sorted(found, key=lambda name: turns[name])
        return [(found[name][0], tuple(found[name][1])) for name in names]

    def _record(self, one: OptionCourse) -> dict[str, Any]:
        number = None
        if numbered(one.option):
            line, chain = self._facts.line(one.option.line.id)
            number = self._number(line, chain[0])
        self._tags.update(dict.fromkeys(one.option.languages))
        return option_record(self._facts, one, number)

    def _number(self, line: Line, region: Region) -> int:
        if line.id not in self._numbered:
            costs = costs_from(self._ground, self._caller, line, region)
            record = number_record(line, self._country, costs)
            self._numbered[line.id] = self._numbers.place(record)
        return self._numbered[line.id]

    def _answer(self, case: _Case) -> list[int]:
        """Return what is offered: the place of its choice, and a track for each option of that.

        Of tracks that are equal to the last one only one is written.
        """
        choice: dict[str, Any] = {
            key: [self._options.place(record) for record, _ in options]
            for key, options in case.groups.items()
            if options or key == "options"
        }
        for key in ("withheld", "waiting", "notes"):
            if getattr(case, key):
                choice[key] = getattr(case, key)
        tracks = [self._track(spells) for rows in case.groups.values() for _, spells in rows]
        while len(tracks) > 1 and tracks[-1] == tracks[-2]:
            tracks.pop()
        return [self._choices.place(choice), *tracks]

    def _track(self, spells: Sequence[Spell]) -> int:
        # Spells are shared by all who are told the same; they are kept, so that their identity
        # stays theirs.
        key = id(spells)
        if key not in self._tracked:
            record = track_record(spells, self._ground.since, self._unit, self._told)
            self._tracked[key] = (spells, self._tracks.place(record))
        return self._tracked[key][1]

    def _clocks(self, asks: PageAsks, caller: Caller) -> list[dict[str, Any]]:
        """Return the clock of each group of zones, that of who says none in front."""
        scope = self._ground
        zones = [scope.clocks.common(caller.local_zones) or "UTC"]
        groups = (one.groups for one in asks.asks if one.name == "time_zone")
        zones += [group[0] for each in groups for group in each]
        return [{"zone": zone, "offsets": self._offsets(zone)} for zone in zones]

    def _offsets(self, zone: str) -> list[int]:
        since = self._ground.since
        found: list[int] = []
        for start, offset in self._ground.clocks.of(zone):
            if start < self._ground.until:
                found += [(max(start, since) - since) // self._unit, offset // _MINUTE]
        return found


def _continue(spells: list[Spell], following: Iterable[Spell]) -> None:
    """Put *following* behind *spells*."""
    for one in following:
        if spells[-1].since == one.since:
            spells[-1] = one
        elif spells[-1].told != one.told:
            spells.append(one)


def _unit(since: int, cases: Sequence[_Case]) -> int:
    """Return in how many seconds time is counted: a minute, or one if an edge is within one."""
    seconds = (
        second
        for case in cases
        for options in case.groups.values()
        for _, spells in options
        for second in seconds_of(spells)
    )
    return _MINUTE if all((second - since) % _MINUTE == 0 for second in seconds) else 1
