"""When whom a line serves: what differs call by call, told once for all calls that share it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Iterator, NamedTuple, Sequence

from supportlines.changes.boxes import boxes
from supportlines.changes.contacts import number_of
from supportlines.changes.days import compare_days
from supportlines.changes.hours_words import NO_HOLIDAYS, words_of
from supportlines.directory import ANY_LANGUAGE, CALLER
from supportlines.hours import OpeningHours, intersection

if TYPE_CHECKING:
    from supportlines.changes.boxes import Box, Cell
    from supportlines.changes.hours_words import BothKept
    from supportlines.changes.offered import CallKey, OfferedLine, Offers, TierHours
    from supportlines.changes.window import Window
    from supportlines.changes.wordings import Say, Wordings
    from supportlines.directory import Rule
    from supportlines.hours import TimeLine

_NEVER = OpeningHours.parse("off", time_zone="UTC")
SEVERITY = "severity"
DESK = "desk"


class Statement(NamedTuple):
    """A difference for callers of one country; equal ones of several countries are one."""

    code: str
    line: str | None
    number: str | None
    tiers: tuple[str, ...]
    languages: tuple[str, ...]
    severities: tuple[str, ...]
    text: str
    only_for: tuple[tuple[str, tuple[str, ...]], ...] = ()


class _Compared(NamedTuple):
    """What is compared, on the days that count: see `compare_days`."""

    old: TimeLine
    new: TimeLine
    there: TimeLine | None


class _Hours(NamedTuple):
    """The same, with what is known of the hours."""

    old: TierHours
    new: TierHours
    there: TimeLine | None

    @property
    def are_those_of_work(self) -> bool:
        """Whether what comes in at these hours is worked on in them, on either side."""
        return all(one.working is None or one.working.hours == one.hours for one in self[:2])


class CallBoxes:
    """Compares calls of two directories; the same hours are put in words once."""

    def __init__(self, window: Window, wordings: Wordings) -> None:
        self._window = window
        self._wordings = wordings
        self._said: dict[tuple[_Compared, str, BothKept, str], str] = {}

    def differing(
        self,
        names: Sequence[str],
        zone: str | None,
        pairs: dict[str, str],
        old: Offers,
        new: Offers,
    ) -> list[Statement]:
        """Return what differs for callers who say something of *names*."""
        universe: set[Cell] = set()
        cells: dict[tuple[str, str], set[Cell]] = {}
        for one, other in pairs.items():
            before, after = old.by_line[one], new.by_line[other]
            for was, key in _both(before, after):
                # In the order in which sides are joined: lines first, since a rule of the region
                # changes all that speak a language.
                desk = key.desk if len(after.desks) > 1 else None
                tag = was.tag if key.tag == ANY_LANGUAGE else key.tag
                cell = (other, tag, key.tier, *key.said, desk)
                universe.add(cell)
                for told in self._of_call((before, was), (after, key), zone):
                    cells.setdefault(told, set()).add(cell)
        found: list[Statement] = []
        for (code, text), concerned in cells.items():
            for box in boxes(concerned, universe):
                found.extend(_stated(code, text, box, names, new.by_line))
        return [*_presence(names, pairs, old, new), *found]

    def _of_call(
        self, old: tuple[OfferedLine, CallKey], new: tuple[OfferedLine, CallKey], zone: str | None
    ) -> Iterator[tuple[str, str]]:
        """Yield what differs for one call, as codes with texts."""
        (before, was), (after, key) = old, new
        refused, earlier = after.refused.get(key), before.refused.get(was)
        if refused is not None:
            if earlier is None:
                reason = _reason(refused, self._wordings.plain)
                yield "not_available", f"is not available any more: {reason}"
                return
            for one in self._wordings.differing(earlier, refused, _reason):
                yield (
                    "not_available",
                    one.said(lambda _, after: f"is not available, for another reason now: {after}"),
                )
            return
        if earlier is not None:
            reason = _reason(earlier, self._wordings.plain)
            hours = self._week(after.spoken[key], zone, after)
            yield "not_available", f"is available now ({hours}), until now not: {reason}"
            return
        both = _Hours(before.spoken[was], after.spoken[key], _common(before, after))
        verb = "answers" if after.line.is_live else "takes messages"
        text = self._hours(both, zone, verb)
        # A line that takes messages instead of calls has other hours by that; it is told.
        if text and before.line.is_live is after.line.is_live:
            yield "hours", text
        worked = both.old.working, both.new.working
        # Of a line whose hours are those of work the change is told by now.
        if worked[0] is None or worked[1] is None or both.are_those_of_work:
            return
        counted = self._hours(_Hours(worked[0], worked[1], both.there), zone, "answers")
        if counted:
            yield "reply", f"the hours on which a first answer is counted change: {counted}"

    def _week(self, hours: TierHours, zone: str | None, line: OfferedLine) -> str:
        """Return hours by themselves in words."""
        verb = "answers" if line.line.is_live else "takes messages"
        both = _Compared(_NEVER, hours.hours, line.presence)
        return self._differing(both, zone, hours.zones, NO_HOLIDAYS, verb).partition(", until now")[
            0
        ]

    def _hours(self, both: _Hours, zone: str | None, verb: str) -> str:
        """Return what differs in words; nothing if nothing does."""
        old, new, there = both
        holidays = (old.kept, new.kept) if old.hours != new.hours else NO_HOLIDAYS
        zones = (*old.zones, *new.zones)
        return self._differing(_Compared(old.hours, new.hours, there), zone, zones, holidays, verb)

    def _differing(
        self, both: _Compared, zone: str | None, zones: Sequence[str], holidays: BothKept, verb: str
    ) -> str:
        if both.old == both.new:
            return ""
        written = set(zones)
        fixed = next(iter(written)) if len(written) == 1 and CALLER not in written else None
        clock = fixed or zone or "UTC"
        key = (both, clock, holidays, verb)
        if key not in self._said:
            changes = compare_days(both.old, both.new, clock, self._window, both.there)
            text = words_of(changes, self._window, holidays=holidays, verb=verb)
            self._said[key] = f"{text} (time of {fixed})" if text and fixed else text
        return self._said[key]


def _common(old: OfferedLine, new: OfferedLine) -> TimeLine | None:
    """Return when a line is there in both directories; None if it always is."""
    there = [one.presence for one in (old, new) if one.presence is not None]
    return intersection(*there) if there else None


def _reason(rule: Rule, say: Say) -> str:
    """Return the directory's own words for why it does not serve somebody."""
    return say(rule.not_available).rstrip(".")


def _both(old: OfferedLine, new: OfferedLine) -> Iterator[tuple[CallKey, CallKey]]:
    """Yield calls that either side knows, each with its key there.

    Where only one directory tells desks apart, a call of the other is one of each of its desks;
    where only one names a language, a call in it is one in any language of the other.
    """
    before = {**dict.fromkeys(old.refused), **dict.fromkeys(old.spoken)}
    after = {**dict.fromkeys(new.refused), **dict.fromkeys(new.spoken)}
    for key in after:
        was = next((one for one in _wider(key) if one in before), None)
        if was is not None:
            yield was, key
    for key in (one for one in before if one not in after):
        now = next((one for one in _wider(key) if one in after), None)
        if now is not None:
            yield key, now


def _wider(key: CallKey) -> Iterator[CallKey]:
    """Yield *key*, and keys of calls that it is among where they are not told apart."""
    for tag in (key.tag,) if key.tag is None else (key.tag, ANY_LANGUAGE):
        yield key._replace(tag=tag)
        yield key._replace(tag=tag, desk=None)


def _presence(
    names: Sequence[str], pairs: dict[str, str], old: Offers, new: Offers
) -> Iterator[Statement]:
    """Yield lines that some callers hear of now, or do not any more, for no reason of their own."""
    universe: set[Cell] = set()
    cells: dict[tuple[str, str], set[Cell]] = {}
    every = {
        one for offers in (old, new) for each in offers.by_line.values() for one in each.callers
    }
    for one, other in pairs.items():
        before, after = old.by_line[one], new.by_line[other]
        # Whom a line is for by its own words is told as that.
        if before.limits != after.limits:
            continue
        for tier, said in every:
            cell = (other, tier, *said)
            universe.add(cell)
            was, is_there = ((tier, said) in each.callers for each in (before, after))
            if is_there and not was:
                cells.setdefault(("line_added", "is offered now"), set()).add(cell)
            elif was and not is_there:
                cells.setdefault(("line_gone", "is not offered any more"), set()).add(cell)
    for (code, text), concerned in cells.items():
        for line, tiers, *rest in boxes(concerned, universe):
            box: Box = (line, None, tiers, *rest, None)
            told = sorted({one for one, *_ in universe if one is not None})
            yield from _stated(code, text, box, names, new.by_line, each_of=told)


def _stated(
    code: str,
    text: str,
    box: Box,
    names: Sequence[str],
    offers: dict[str, OfferedLine],
    *,
    each_of: Sequence[str] = (),
) -> Iterator[Statement]:
    """Yield a box in words; for each line of its own if not all are meant, or *each_of* all."""
    lines, tags, tiers, *rest = box
    only = {name: _some(side) for name, side in zip((*names, DESK), rest)}
    own: list[str | None] = [None]
    if lines is not None:
        own = [*sorted(one for one in lines if one is not None)]
    elif each_of:
        own = [*each_of]
    for line in own:
        yield Statement(
            code=code,
            line=line,
            number=number_of(offers[line].line) if line is not None else None,
            tiers=_some(tiers),
            languages=_some(tags),
            severities=only.get(SEVERITY, ()),
            text=text,
            only_for=tuple(one for one in only.items() if one[1] and one[0] != SEVERITY),
        )


def _some(side: frozenset[str | None] | None) -> tuple[str, ...]:
    """Return what a side has, any other language behind those that have a name."""
    found = sorted(one for one in side or () if one is not None)
    return tuple(sorted(found, key=lambda one: one == ANY_LANGUAGE))
