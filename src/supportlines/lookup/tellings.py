"""What is told of hours between two instants, found once for all to whom it is the same."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Iterator, NamedTuple

from supportlines.hours import DAY, open_zone
from supportlines.lookup.judging import Judge
from supportlines.lookup.narrowed import Narrowed
from supportlines.lookup.reasons import named_day

if TYPE_CHECKING:
    from supportlines.hours import State
    from supportlines.lookup.answer import Caveat, Reason
    from supportlines.lookup.holidays import Holidays
    from supportlines.lookup.judging import HoursTold
    from supportlines.lookup.language_hours import LanguageHours
    from supportlines.lookup.plan import Plan

_AHEAD = 400 * DAY
"""Seconds behind the last one in which a change may lie that is told before it."""

_AROUND = 3 * DAY
"""Seconds before the first one in which a day may begin that reaches into it."""
_EPOCH = date(1970, 1, 1).toordinal()


class Telling(NamedTuple):
    """What is told of an option at one time."""

    state: State
    changes_at: int | None
    """POSIX second of the next change; None if there is none."""
    next_state: State | None
    opens: bool
    """Whether somebody answers from then on, in one of the caller's possible zones at least."""
    next_reason: Reason | None
    reasons: tuple[Reason, ...]
    """Why it is so now."""
    caveats: tuple[Caveat, ...]
    """Those that come and go."""


class Spell(NamedTuple):
    """From *since*, a POSIX second, until the next one."""

    since: int
    told: Telling | None
    """None while the option is not there."""


class Track(NamedTuple):
    """Hours through time."""

    told: tuple[tuple[int, HoursTold], ...]
    """What is told, each from its second on."""
    spells: tuple[Spell, ...]
    """The same as an option has it."""


class Tellings:
    """What is told of hours from one second to another, found once for all to whom it is the same.

    It is for one directory.
    """

    def __init__(self, since: int, until: int) -> None:
        """Follow hours from *since* to *until*, POSIX seconds, half-open."""
        self.since = since
        self.until = until
        self._tracks: dict[object, tuple[LanguageHours, Track]] = {}
        self._clocks: dict[str, object] = {}
        self._holidays: dict[Holidays, object] = {}

    def of(self, plan: Plan, hours: LanguageHours, since: int, until: int) -> Track:
        """Return what is told of *hours*, each from its second on."""
        key = (since, until, self._key(hours))
        if key not in self._tracks:
            # The hours are kept, so that the identities in the key stay theirs.
            told = tuple(_told(plan, hours, since, until))
            spells = tuple(Spell(second, _telling(one)) for second, one in told)
            self._tracks[key] = (hours, Track(told, spells))
        return self._tracks[key][1]

    def _key(self, hours: LanguageHours) -> object:
        """Return what is equal for hours of which always the same is told."""
        caller = hours.caller
        rules = [rule for one in hours.stated for rule in one.rules]
        if isinstance(caller, Narrowed) or any(rule.after is not None for rule in rules):
            return id(hours)
        days = tuple(self._days(one) for one in hours.holidays)
        zones = tuple(zone for zone, _ in hours.time_lines)
        clock: object = zones
        if len(zones) == 1:
            clock = self._clock(zones[0])
        return hours.variants_key, caller.tier, days, clock

    def _days(self, holidays: Holidays) -> object:
        """Return what is equal for public holidays that are the same all the time."""
        if holidays not in self._holidays:
            first = (self.since - _AROUND) // DAY + _EPOCH
            last = (self.until + _AHEAD) // DAY + _EPOCH
            days = map(date.fromordinal, range(first, last + 1))
            self._holidays[holidays] = holidays.told_on(days)
        return self._holidays[holidays]

    def _clock(self, zone: str) -> object:
        """Return what is equal for zones whose clocks show the same all the time."""
        if zone not in self._clocks:
            span = (self.since - DAY, self.until + _AHEAD)
            offsets: list[tuple[int, int]] = []
            for start, _, offset in open_zone(zone).segments(*span):
                if not offsets or offsets[-1][1] != offset:
                    offsets.append((start, offset))
            self._clocks[zone] = tuple(offsets)
        return self._clocks[zone]


def _told(
    plan: Plan, hours: LanguageHours, since: int, until: int
) -> Iterator[tuple[int, HoursTold]]:
    """Yield what is told of *hours* from *since* to *until* whenever it is something else."""
    second: int | None = since
    before = None
    while second is not None and second < until:
        judge = Judge(plan, second, names_day=False)
        told = judge.told(hours)
        if told != before:
            yield second, told
        before, second = told, judge.holds_until


def _telling(told: HoursTold) -> Telling:
    coming = told.coming
    why = None if coming.why is None else named_day(coming.why)
    return Telling(
        state=told.state,
        changes_at=coming.changes_at,
        next_state=coming.state,
        opens=coming.opens,
        next_reason=why,
        reasons=told.reasons,
        caveats=told.caveats,
    )
