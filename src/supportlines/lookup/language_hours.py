"""The hours of one language on one line, for one caller."""

from __future__ import annotations

from functools import cached_property
from math import inf
from typing import TYPE_CHECKING, Callable, Iterable, Mapping, NamedTuple, Sequence

from supportlines.directory import CALLER
from supportlines.hours import OpeningHours, union, worst
from supportlines.lookup.rule_hours import Basis, Followed, RuleHours
from supportlines.lookup.validity import in_agreement

if TYPE_CHECKING:
    from supportlines.directory import Facts
    from supportlines.hours import State, TimeLine
    from supportlines.lookup.answer import Caller
    from supportlines.lookup.conditions import Replies
    from supportlines.lookup.histories import Stated, Variants
    from supportlines.lookup.holidays import Holidays
    from supportlines.lookup.rule_hours import SharedHours
    from supportlines.lookup.speaking import DayReason


class OtherHours(NamedTuple):
    """When another line answers, as a caller in one of several zones finds it."""

    time_lines: tuple[tuple[str, TimeLine], ...]
    """By zone, as those of `LanguageHours`."""
    line: TimeLine
    """What all zones agree on."""
    judge: Callable[[int], tuple[tuple[Basis, ...], int | None]]
    """What that rests on at a POSIX second, and a second before which this surely stays."""
    usual_lines: tuple[tuple[str, TimeLine], ...]
    """When it would answer without exceptions, on days that are no public holidays, by zone."""
    usual: TimeLine
    """What all zones agree on of that."""
    stated: tuple[Stated, ...]
    """What speaks of its hours, and of those of lines that these wait for."""


After = Callable[[str, "Replies"], OtherHours]
"""Gives the hours of another line, by its id, for who gives some replies."""

_NOT_STATED = OpeningHours.parse("24/7 unknown", time_zone="UTC")


class Judgement(NamedTuple):
    """What the rules say at one instant."""

    state: State
    changes_at: int | None
    """POSIX seconds of the next change, or None."""
    deciding: tuple[Basis, ...]
    """What the state rests on; nothing if no rule speaks of the language."""
    by_zone: tuple[tuple[str, State], ...]
    """Where the zones that the caller may be in disagree: each with its state."""
    by_reply: tuple[tuple[Replies, State], ...]
    """Where it depends on something else that was not said: each reply with the state then."""
    first_zone: str | None
    """Where they agree now but not on when it changes: the zone in which it changes first."""
    holds_until: int | None
    """POSIX second before which nothing of this changes; None if nothing ever does."""


class _Column(NamedTuple):
    """The rules for one reply of the caller, read in one zone."""

    given: Replies
    rules: tuple[RuleHours, ...]
    line: TimeLine
    """The rules joined: open before unknown before closed."""


class LanguageHours:
    """The rules for one language joined, zone by zone and reply by reply.

    What was not said decides nothing: the zones that the caller may be in must agree, and the
    replies that the caller may give. Who is not served, whatever the hour, is left out.
    """

    def __init__(
        self,
        directory: Facts,
        shared: SharedHours,
        variants: Variants,
        caller: Caller,
        after: After | None = None,
    ) -> None:
        self.caller = caller
        """For whom they hold: who asks, as one of those for whom the line is."""
        variants = tuple(one for one in variants if one.not_available is None)
        keyed = [(one.given, [(each.key, each) for each in one.stated]) for one in variants]
        self.stated = tuple(dict(each for _, stated in keyed for each in stated).values())
        """What speaks of the language, the caller's tier first."""
        self.variants_key = tuple(
            (given, *((key, one.tier) for key, one in stated)) for given, stated in keyed
        )
        """Equal for hours of one directory that rest on the same records, whoever calls."""
        others = _waited_for(keyed, after) if after is not None else {}
        self.heard = self.stated
        """The same, with what speaks of the lines that it waits for."""
        if others:
            theirs = (one for other in others.values() for one in other.stated)
            self.heard = tuple({one.key: one for one in (*self.stated, *theirs)}.values())
        by_caller = any(rule.time_zone == CALLER for one in self.stated for rule in one.rules)
        by_caller = by_caller or any(len(one.time_lines) > 1 for one in others.values())
        # In a country without a zone, what needs one is not known, and the rest is as it is.
        zones = caller.local_zones if by_caller and caller.local_zones else ("UTC",)
        self._zones: list[tuple[str, tuple[_Column, ...]]] = []
        read: dict[object, Mapping[str, RuleHours]] = {}
        by_variant: list[tuple[Replies, list[Mapping[str, RuleHours]]]] = []
        for given, stated in keyed:
            mine = []
            for key, one in stated:
                other = others.get((given, key))
                place = (key, None if other is None else other.judge)
                if place not in read:
                    followed = None if other is None else _by_zone(other, zones)
                    read[place] = RuleHours.read(directory, shared, one, zones, caller, followed)
                mine.append(read[place])
            by_variant.append((given, mine))
        for zone in zones if self.stated else ():
            columns = []
            for given, mine in by_variant:
                rules = tuple(by_zone[zone] for by_zone in mine)
                columns.append(_Column(given, rules, _joined([one.time_line for one in rules])))
            self._zones.append((zone, tuple(columns)))
        self.time_lines: tuple[tuple[str, TimeLine], ...] = tuple(
            (zone, in_agreement([column.line for column in columns]))
            for zone, columns in self._zones
        )
        """The joined hours by zone: one, or one for each zone that the caller may be in."""
        lines = [line for _, line in self.time_lines]
        self.agreed: TimeLine | None = in_agreement(lines) if lines else None
        """What all zones agree on, unknown where they do not; None if no rule speaks."""

    @property
    def line(self) -> TimeLine:
        """The hours as far as they are certain: `agreed`, or unknown if no rule speaks."""
        return self.agreed if self.agreed is not None else _NOT_STATED

    @property
    def usual(self) -> TimeLine:
        """The hours as they would be without exceptions, on days that are no public holidays."""
        lines = [line for _, line in self.usual_lines]
        return in_agreement(lines) if lines else _NOT_STATED

    @cached_property
    def usual_lines(self) -> tuple[tuple[str, TimeLine], ...]:
        """`usual` by zone, as `time_lines` are."""
        return tuple(
            (
                zone,
                in_agreement([_joined([one.usual for one in each.rules]) for each in columns]),
            )
            for zone, columns in self._zones
        )

    @property
    def clocks(self) -> tuple[str, ...]:
        """The zones by whose clocks the rules are written, sorted; `caller` is the caller's own."""
        return tuple(sorted({one.first.time_zone for one in self.stated}))

    @property
    def asks_calendar(self) -> bool:
        """Whether any of the rules speaks of public holidays that a calendar was found for."""
        columns = (column for _, columns in self._zones for column in columns)
        return any(one.asks_calendar for column in columns for one in column.rules)

    @property
    def holidays(self) -> tuple[Holidays, ...]:
        """The calendars of public holidays of which any of the rules speaks."""
        columns = (column for _, columns in self._zones for column in columns)
        found = (one.holidays for column in columns for one in column.rules)
        return tuple(dict.fromkeys(one for one in found if one is not None))

    def judge(self, second: int) -> Judgement:
        """Return state, next change and grounds at *second* (POSIX).

        Where zones or replies do not agree the state is unknown, and the next change is the
        earliest of the zones'.
        """
        if not self._zones:
            return Judgement("unknown", None, (), (), (), None, None)
        states = [(zone, line.state_at(second)) for zone, line in self.time_lines]
        changes = [(zone, line.next_change_after(second)) for zone, line in self.time_lines]
        changes_at = _earliest(change for _, change in changes)
        state, columns = states[0][1], self._zones[0][1]
        by_reply = _by_reply(columns, second)
        agree = all(one == state for _, one in states)
        if agree:
            grounds, holds = _grounds(columns, state, second)
        else:
            grounds, holds = self._grounds_of_zones(states, second)
        holds += [column.line.next_change_after(second) for column in columns]
        first = None
        if agree and any(change != changes_at for _, change in changes):
            first = next(zone for zone, change in changes if change == changes_at)
        return Judgement(
            state=state if agree else "unknown",
            changes_at=changes_at,
            deciding=grounds,
            by_zone=() if agree else tuple(states),
            by_reply=by_reply,
            first_zone=first,
            holds_until=_earliest([changes_at, *holds]),
        )

    def grounds(self, second: int) -> tuple[tuple[Basis, ...], int | None]:
        """Return what the state rests on at *second*, and a second before which that stays."""
        judgement = self.judge(second)
        return judgement.deciding, judgement.holds_until

    def missed(self, second: int) -> list[Basis]:
        """Return what keeps rules from making it at *second* better than it is.

        These are the grounds of those by which it usually is: of what is unknown by another rule
        they say why it is not open.
        """
        rules = (one for _, columns in self._zones for one in _rules_of(columns))
        state = self.line.state_at(second)
        return [one.ground(second) for one in rules if _is_worse(state, one.usual.state_at(second))]

    def why(self, second: int, state: State) -> DayReason | None:
        """Return the holiday, the exception's reason or the comment that makes it *state*.

        The hours become so at *second*, by the clock of one zone at least. What other rules
        were and stay has no part in it. Where it is something else for other replies it is None.
        """
        changing = (
            columns
            for (_, line), (_, columns) in zip(self.time_lines, self._zones)
            if _turns(line, second)
        )
        columns = next(changing, self._zones[0][1])
        found: set[DayReason | None] = set()
        for column in columns:
            rules = _deciding_in(column, state, second)
            turning = [one for one in rules if _turns(one.time_line, second)]
            turning = turning or [one for one in column.rules if _worsens(one.time_line, second)]
            whys = [one.ground(second).why for one in turning]
            if whys:
                found.add(next((why for why in whys if why is not None), None))
        return found.pop() if len(found) == 1 else None

    def _grounds_of_zones(
        self, states: Sequence[tuple[str, State]], second: int
    ) -> tuple[tuple[Basis, ...], list[int | None]]:
        """Return what the first zone rests on, and until when that holds.

        Where the clock of another zone shows a holiday of some parts of the country, the same
        rule says so instead.
        """
        by_zone = [_rules_of(columns) for _, columns in self._zones]
        grounds = [one.ground(second) for one in by_zone[0]]
        holds = [one.ground_holds_until(second) for one in by_zone[0]]
        for (_, state), rules in zip(states, by_zone):
            for place, one in enumerate(rules if state == "unknown" else ()):
                holds.append(one.ground_holds_until(second))
                if grounds[place].of_parts is None:
                    ground = one.ground(second)
                    grounds[place] = ground if ground.of_parts is not None else grounds[place]
        return tuple(grounds), holds


def _joined(lines: Sequence[TimeLine]) -> TimeLine:
    return union(*lines) if lines else _NOT_STATED


def _earliest(seconds: Iterable[int | None]) -> int | None:
    return min((second for second in seconds if second is not None), default=None)


def _by_reply(columns: Sequence[_Column], second: int) -> tuple[tuple[Replies, State], ...]:
    """Return each reply with its state if they disagree, else nothing.

    What makes no difference to the state is left out of the replies.
    """
    found = {column.given: column.line.state_at(second) for column in columns}
    if len(set(found.values())) <= 1:
        return ()
    for name in [name for name, _ in columns[0].given]:
        without: dict[Replies, State] = {}
        for given, state in found.items():
            rest = tuple(one for one in given if one[0] != name)
            if without.setdefault(rest, state) != state:
                break
        else:
            found = without
    return tuple(found.items())


def _waited_for(
    keyed: Sequence[tuple[Replies, Sequence[tuple[object, Stated]]]], after: After
) -> dict[object, OtherHours]:
    """Return the lines after which some of what is stated holds, by reply and key of that."""
    return {
        (given, key): after(one.first.after, given)
        for given, stated in keyed
        for key, one in stated
        if one.first.after is not None
    }


def _by_zone(hours: OtherHours, zones: Sequence[str]) -> Mapping[str, Followed]:
    """Return another line by the caller's zones."""
    lines, usual = dict(hours.time_lines), dict(hours.usual_lines)
    return {
        zone: Followed(lines.get(zone, hours.line), hours.judge, usual.get(zone, hours.usual))
        for zone in zones
    }


def _rules_of(columns: Sequence[_Column]) -> list[RuleHours]:
    return list(dict.fromkeys(one for column in columns for one in column.rules))


def _grounds(
    columns: Sequence[_Column], state: State, second: int
) -> tuple[tuple[Basis, ...], list[int | None]]:
    """Return what *state* rests on in one zone, and seconds until which that surely holds."""
    grounds: list[Basis] = []
    for column in columns:
        own = column.line.state_at(second) if len(columns) > 1 else state
        grounds += [one.ground(second) for one in _deciding_in(column, own, second)]
    rules = _rules_of(columns)
    holds = [one.ground_holds_until(second) for one in rules]
    if len(rules) > 1:
        holds += [one.time_line.next_change_after(second) for one in rules]
    return tuple({(id(one.rule), *one[1:]): one for one in grounds}.values()), holds


def _deciding_in(column: _Column, state: State, second: int) -> Sequence[RuleHours]:
    """Return what *state* rests on: all if closed, else the rule for which it lasts longest.

    Until when it lasts is part of the answer, so the rule that says so brings its notes; of
    several, the one with the fewest doubts. Where it is closed, rules of the same history that
    say nothing of the day have no part in it.
    """
    rules = column.rules
    if len(rules) <= 1:
        return rules
    if state == "closed":
        return [one for one in rules if not one.ground(second).is_silent] or rules

    def place(one: RuleHours) -> tuple[float, tuple[bool, int, bool, bool]]:
        until = one.time_line.next_change_after(second)
        return (-(until if until is not None else inf), _doubts(one.ground(second)))

    agreeing = [one for one in rules if one.time_line.state_at(second) == state]
    return [min(agreeing, key=place)] if agreeing else ()


def _turns(line: TimeLine, second: int) -> bool:
    return line.state_at(second - 1) != line.state_at(second)


def _worsens(line: TimeLine, second: int) -> bool:
    return _is_worse(line.state_at(second), line.state_at(second - 1))


def _is_worse(state: State, other: State) -> bool:
    return state != other and worst((state, other)) == state


def _doubts(ground: Basis) -> tuple[bool, int, bool, bool]:
    rule = ground.rule
    is_inferred, varies = rule.confidence != "high", not rule.hours.is_always
    return not ground.is_stated, len(rule.notes), is_inferred, varies
