"""What is told of an option when, as numbers: gaps and what is told from each edge on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple, Sequence

from supportlines.texts import Translated
from supportlines.web.feed.texts import trimmed

if TYPE_CHECKING:
    from supportlines.hours import State
    from supportlines.lookup import Reason, Spell, Telling
    from supportlines.web.feed.tables import Table
    from supportlines.words import Values


class OptionKind(NamedTuple):
    """What the order of an option hangs on, beside its state and its language."""

    takes_messages: bool
    """Whether nobody talks there."""
    is_last: bool
    """Whether it stands behind all live lines: it takes messages on a channel of talk."""
    is_late: bool
    """Whether it stands behind all that are not: other ways that take messages."""
    is_strange: bool
    """Whether nobody knows its languages."""


_TURNS: dict[State, tuple[int, int]] = {"open": (1, 4), "unknown": (2, 5), "closed": (6, 7)}
"""The place in the order of an option that serves a wish, and of one that serves none."""
_STRANGE = 3
"""The place of an open option of which nobody knows whether it serves a wish."""
_MESSAGES = (8, 9)
_LATE = 10
"""What is added to the place of those that stand behind."""

_BY_CHANGE, _BY_NOTHING = 1, 2
"""What decides within a place in the order, but for the wish: when it opens, or nothing."""

_EVENTS: dict[State | None, str] = {"open": "opens", "closed": "closes"}

AWAY = -1
"""Stands for what is told while an option is not there."""

_DECIDES = frozenset(
    [
        "end_not_known",
        "facet_not_given",
        "holiday_not_stated",
        "holidays_not_considered",
        "holidays_not_stated",
        "hours_inferred",
        "part_of_holidays_not_stated",
        "severity_not_given",
        "subdivision_not_given",
        "time_zone_matters",
        "time_zone_not_given",
    ]
)
"""Caveats that concern the state and its change."""


_UNTIL_OR_SINCE = {"line_ends": "until", "not_confirmed": "since"}
"""Caveats that name a day, and the value that it is."""


def text(value: Any) -> Any:
    """Return a text of the directory as files hold it: several languages by their tags."""
    return value.texts if isinstance(value, Translated) else str(value)


def told_record(told: Telling, kind: OptionKind, change: int | None = None) -> list[Any]:
    """Return what is told of an option of a *kind*; *change* if that is not seen of the edges.

    State, place in the order if it serves a wish and if it does not, what decides there, what
    follows, why now, why then, because, the key of what is said, and the change.
    """
    codes = dict.fromkeys(one.code for one in told.caveats if one.code in _DECIDES)
    because: list[list[Any]] = [[f"because_{code}"] for code in codes]
    days = ((one.code, _UNTIL_OR_SINCE.get(one.code), one.values) for one in told.caveats)
    because += [[f"note_{code}", [str(values[name])]] for code, name, values in days if name]
    return trimmed(
        [
            told.state,
            *_turns(told, kind),
            _event(told),
            None if told.state == "open" else _why(told.reasons),
            None if told.next_reason is None else _named(told.next_reason.values),
            because or None,
            _said(told, kind),
            change,
        ]
    )


def _turns(told: Telling, kind: OptionKind) -> tuple[int, int, int]:
    served, other = _MESSAGES if kind.is_last else _TURNS[told.state]
    if told.state == "open" and kind.is_strange and not kind.is_last:
        other = _STRANGE
    by = 0
    if told.state == "closed" and not kind.is_last:
        by = _BY_CHANGE if told.opens else _BY_NOTHING
    late = _LATE if kind.is_late else 0
    return served + late, other + late, by


def _event(told: Telling) -> str | None:
    if told.changes_at is None:
        return None
    return "changes" if told.state == "unknown" else _EVENTS.get(told.next_state, "changes")


def _said(told: Telling, kind: OptionKind) -> str | None:
    """Return the key of what is said of the state, if it is not the state."""
    if told.state != "open":
        return None
    if kind.takes_messages:
        return "messages_always" if told.changes_at is None else "messages"
    return "always" if told.changes_at is None else None


def _why(reasons: Sequence[Reason]) -> Any:
    """Return what makes the day another one, if all reasons that say so say the same."""
    whys = [_named(one.values) for one in reasons]
    named = [one for one in whys if one is not None]
    return named[0] if named and all(one == named[0] for one in named) else None


def _named(values: Values) -> Any:
    why = values.get("why", values.get("holiday"))
    return None if why is None else text(why)


def track_record(
    spells: Sequence[Spell], span: tuple[int, int], unit: int, tolds: Table, kind: OptionKind
) -> list[int]:
    """Return *spells*, which fill *span*, as pairs of a gap and a place in *tolds*.

    Behind the end stands an edge for the change that is the next one then. What is told names its
    change where that is not the first later edge with another state.
    """
    since, until = span
    last = next((one.told for one in reversed(spells) if one.told is not None), None)
    end = None if last is None else last.changes_at
    if end is not None and end < until:
        end = None
    found: list[int] = []
    before = since
    for place, one in enumerate(spells):
        found += [(one.since - before) // unit, _place(spells, place, end, tolds, kind)]
        before = one.since
    if last is not None and end is not None:
        found += [(end - before) // unit, _other(found, last.state, tolds)]
    return found


def _place(
    spells: Sequence[Spell], place: int, end: int | None, tolds: Table, kind: OptionKind
) -> int:
    told = spells[place].told
    if told is None:
        return AWAY
    is_seen = told.changes_at == _expected(spells, place, end)
    return tolds.place(told_record(told, kind, None if is_seen else told.changes_at or 0))


def _other(edges: Sequence[int], state: State, tolds: Table) -> int:
    """Return the place of anything that tells another state, if possible of one in *edges*."""
    for place in reversed(edges[1::2]):
        if place != AWAY and tolds.rows[place][0] != state:
            return place
    return tolds.place(["open" if state == "closed" else "closed"])


def _expected(spells: Sequence[Spell], place: int, end: int | None) -> int | None:
    """Return when who reads the edges takes the state at *place* to change."""
    told = spells[place].told
    for later in spells[place + 1 :]:
        if later.told is not None and told is not None and later.told.state != told.state:
            return later.since
    return end


def seconds_of(spells: Sequence[Spell]) -> list[int]:
    """Return all POSIX seconds that *spells* speak of."""
    changes = [one.told.changes_at for one in spells if one.told is not None]
    return [one.since for one in spells] + [one for one in changes if one is not None]
