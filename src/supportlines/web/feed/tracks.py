"""What is told of an option when, as numbers: gaps and what is told from each edge on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Sequence

from supportlines.texts import Translated
from supportlines.web.feed.repeats import folded

if TYPE_CHECKING:
    from supportlines.hours import State
    from supportlines.lookup import Reason, Spell, Telling
    from supportlines.web.feed.tables import Table
    from supportlines.words import Values

STATES: dict[State, int] = {"closed": 0, "open": 1, "unknown": 2}
"""How states are written."""

AWAY = -1
"""Stands for what is told while an option is not there."""

_DECIDES = frozenset(
    [
        "end_not_known",
        "facet_not_given",
        "holiday_not_stated",
        "holidays_not_considered",
        "holidays_not_stated",
        "part_of_holidays_not_stated",
        "severity_not_given",
        "subdivision_not_given",
        "time_zone_matters",
        "time_zone_not_given",
    ]
)
"""Caveats that concern the state and its change."""


def text(value: Any) -> Any:
    """Return a text of the directory as files hold it: several languages by their tags."""
    return value.texts if isinstance(value, Translated) else str(value)


def told_record(told: Telling) -> list[Any]:
    """Return what is told: state, next state, whether it opens, why now, why then, because."""
    because = list(dict.fromkeys(one.code for one in told.caveats if one.code in _DECIDES))
    found = [
        STATES[told.state],
        None if told.next_state is None else STATES[told.next_state],
        1 if told.opens else None,
        None if told.state == "open" else _why(told.reasons),
        None if told.next_reason is None else _named(told.next_reason.values),
        because or None,
    ]
    while found[-1] is None:
        found.pop()
    return found


def _why(reasons: Sequence[Reason]) -> Any:
    """Return what makes the day another one, if all reasons that say so say the same."""
    whys = [_named(one.values) for one in reasons]
    named = [one for one in whys if one is not None]
    return named[0] if named and all(one == named[0] for one in named) else None


def _named(values: Values) -> Any:
    why = values.get("why", values.get("holiday"))
    return None if why is None else text(why)


def track_record(spells: Sequence[Spell], since: int, unit: int, tolds: Table) -> dict[str, Any]:
    """Return *spells*, the first of which begins at *since*, as gaps and numbers of *tolds*.

    The next change is not written where it is the first later edge with another state.
    """
    edges: list[int] = []
    before = since
    for one in spells:
        edges.append((one.since - before) // unit)
        edges.append(AWAY if one.told is None else tolds.place(told_record(one.told)))
        before = one.since
    found: dict[str, Any] = {"edges": folded(edges)}
    changes = [None if one.told is None else one.told.changes_at for one in spells]
    last = next(
        (change for change, one in zip(changes[::-1], spells[::-1]) if one.told is not None), None
    )
    if all(
        one.told is None or change == _expected(spells, place, last)
        for place, (one, change) in enumerate(zip(spells, changes))
    ):
        if last is not None:
            found["last"] = (last - since) // unit
    else:
        found["changes"] = [None if one is None else (one - since) // unit for one in changes]
    return found


def _expected(spells: Sequence[Spell], place: int, last: int | None) -> int | None:
    """Return when who reads the edges takes the state at *place* to change."""
    told = spells[place].told
    for later in spells[place + 1 :]:
        if later.told is not None and told is not None and later.told.state != told.state:
            return later.since
    return last


def seconds_of(spells: Sequence[Spell]) -> list[int]:
    """Return all POSIX seconds that *spells* speak of."""
    changes = [one.told.changes_at for one in spells if one.told is not None]
    return [one.since for one in spells] + [one for one in changes if one is not None]
