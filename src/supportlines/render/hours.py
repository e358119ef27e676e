"""The state of an hours expression, for people and for programs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from supportlines.render.as_json import instant
from supportlines.render.local_time import LocalTime

if TYPE_CHECKING:
    from datetime import datetime

    from supportlines.hours import State


def hours_data(
    at: datetime, time_zone: str, state: State, next_change: datetime | None
) -> dict[str, Any]:
    """Return the keys of the contract: at, time_zone, state, next_change."""
    return {
        "at": instant(at),
        "time_zone": time_zone,
        "state": state,
        "next_change": instant(next_change),
    }


def hours_text(
    at: datetime,
    time_zone: str,
    state: State,
    following: tuple[datetime, State] | None,
    locale: str,
) -> str:
    """Return one line: the state, and the next one with its beginning, in the zone's own time.

    "Until" promises the opposite; of hours that nobody knows then, the line says so.
    """
    time = LocalTime((time_zone,), at, locale)
    if following is None:
        then = ", without end"
    else:
        change, next_state = following
        until = {state, next_state} == {"open", "closed"}
        moment = time.moment(change)
        then = f" until {moment}" if until else f" ⋅ from {moment} {next_state}"
    return f"{time.full(at)} ({time_zone}): {state}{then}\n"
