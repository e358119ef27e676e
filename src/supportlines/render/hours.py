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
    at: datetime, time_zone: str, state: State, next_change: datetime | None, locale: str
) -> str:
    """Return one line: the state and until when, in the zone's own time."""
    time = LocalTime((time_zone,), at, locale)
    until = f" until {time.moment(next_change)}" if next_change is not None else ", without end"
    return f"{time.full(at)} ({time_zone}): {state}{until}\n"
