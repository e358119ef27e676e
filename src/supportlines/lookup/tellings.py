"""What is told of hours between two instants, found once for all to whom it is the same."""

from __future__ import annotations

from typing import TYPE_CHECKING, Iterator, NamedTuple, Sequence

from supportlines.hours import DAY, open_zone
from supportlines.lookup.coming import Ahead, foreseen
from supportlines.lookup.days_alike import DaysAlike
from supportlines.lookup.judging import Judge
from supportlines.lookup.narrowed import Narrowed
from supportlines.lookup.plan import followed_by
from supportlines.lookup.reasons import named_day

if TYPE_CHECKING:
    from supportlines.hours import State
    from supportlines.lookup.answer import Caveat, Reason
    from supportlines.lookup.judging import HoursTold
    from supportlines.lookup.language_hours import LanguageHours
    from supportlines.lookup.memory import OptionHours, ServedHours
    from supportlines.lookup.plan import Plan

_AHEAD = 400 * DAY
"""Seconds behind the last one in which a change may lie that is told before it."""

_AROUND = 3 * DAY
"""Seconds before one, or behind it, in which a day may lie that reaches into it."""


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
        self._days = DaysAlike(since - _AROUND, until + _AHEAD)
        self._moments: dict[object, list[_Moment]] = {}
        self._foreseen: dict[object, tuple[ServedHours, tuple[Ahead, ...]]] = {}

    def of(self, plan: Plan, hours: LanguageHours, since: int, until: int) -> Track:
        """Return what is told of *hours*, each from its second on."""
        days = tuple(self._days.of(one) for one in hours.holidays)
        alike = self._alike(hours)
        key = (since, until, alike, days)
        if key not in self._tracks:
            # The hours are kept, so that the identities in the key stay theirs.
            told = tuple(self._told(plan, hours, (since, until), alike, days))
            spells = tuple(Spell(second, _telling(one)) for second, one in told)
            self._tracks[key] = (hours, Track(told, spells))
        return self._tracks[key][1]

    def foreseen(
        self, plan: Plan, served: ServedHours, since: int, until: int
    ) -> tuple[Ahead, ...]:
        """Return what is told of *served* before it comes; see `coming.foreseen`."""
        zones = tuple(self._clock(zone) for zone in plan.caller.local_zones)
        key = (since, until, zones, *(self._as_foreseen(plan, one) for one in served))
        if key not in self._foreseen:
            self._foreseen[key] = (served, tuple(foreseen(plan, served, since, until)))
        return self._foreseen[key][1]

    def _as_foreseen(self, plan: Plan, one: OptionHours) -> object:
        """Return what is equal for hours of which the same is told before it comes."""
        line, days = one.line, tuple(self._days.of(each) for each in one.hours.holidays)
        is_dated = line.valid_from is not None or line.valid_until is not None
        dated = (id(line), followed_by(plan, line)) if is_dated else None
        return self._alike(one.hours), days, one.limits, dated

    def _alike(self, hours: LanguageHours) -> object:
        """Return what is equal for hours of which the same is told while holidays are the same."""
        caller = hours.caller
        rules = [rule for one in hours.stated for rule in one.rules]
        if any(rule.after is not None for rule in rules):
            return id(hours)
        among = caller.among if isinstance(caller, Narrowed) else ()
        zones = tuple(zone for zone, _ in hours.time_lines)
        clock = self._clock(zones[0]) if len(zones) == 1 else zones
        return hours.variants_key, caller.tier, clock, among

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
        self,
        plan: Plan,
        hours: LanguageHours,
        span: tuple[int, int],
        alike: object,
        days: tuple[int, ...],
    ) -> Iterator[tuple[int, HoursTold]]:
        """Yield what is told of *hours* in *span* whenever it is something else."""
        since, until = span
        is_constant = _is_constant(hours, since)
        second: int | None = since
        before = None
        while second is not None and second < until:
            known = self._moments.setdefault((alike, is_constant, second), [])
            for moment in known:  # few: only holidays near by make another one
                if self._days.are_alike(moment.days, days, moment.span):
                    break
            else:
                judge = Judge(plan, second, names_day=False)
                told = judge.told(hours)
                ends = [judge.holds_until]
                if not is_constant:
                    ends += [judge.judge(hours).changes_at, told.coming.changes_at]
                moment = _Moment(days, _around(second, ends), told, judge.holds_until)
                known.append(moment)
            if moment.told != before:
                yield second, moment.told
            before, second = moment.told, moment.holds_until


class _Moment(NamedTuple):
    """What is told of hours at one second, and on which days that rests."""

    days: tuple[int, ...]
    """Public holidays, as numbers of `DaysAlike`."""
    span: tuple[int, int | None]
    """POSIX seconds; holidays outside make no difference."""
    told: HoursTold
    holds_until: int | None


def _is_constant(hours: LanguageHours, second: int) -> bool:
    """Return whether nothing changes the state of *hours* after *second*."""
    return all(line.next_change_after(second) is None for _, line in hours.time_lines)


def _around(second: int, ends: Sequence[int | None]) -> tuple[int, int | None]:
    """Return the time in which something may make a difference to what is told until *ends*."""
    found = [end for end in ends if end is not None]
    last = max(found) + _AROUND if len(found) == len(ends) else None
    return second - _AROUND, last


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
