"""What a page is to tell of days to come: when, what is otherwise, and why."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any, Iterable, Iterator, Sequence

from supportlines.hours import DAY, instant_to_second, open_zone
from supportlines.render.local_time import LocalTime, shown_twice
from supportlines.web.feed.texts import trimmed
from supportlines.web.feed.tracks import text

if TYPE_CHECKING:
    from datetime import datetime

    from supportlines.lookup import Ahead, ComingChange, Reason
    from supportlines.web.feed.scope import Scope
    from supportlines.web.feed.tables import Table

_LONG = 300
"""Of so many days the end is not told: its date would want a year."""
_EPOCH = date(1970, 1, 1).toordinal()


def coming_record(
    ahead: Sequence[Ahead], scope: Scope, unit: int, zones: Sequence[str], rows: Table
) -> list[Any]:
    """Return what comes as places in *rows*, behind how long after midnight of UTC days begin.

    They begin at midnight of the clock that callers have, if nothing is said. A place is -1 less
    it where in some parts of the country alone it is so, so that nothing is known.

    Args:
        ahead: What comes, by its beginning.
        scope: The time of the file.
        unit: Seconds in which time is counted.
        zones: Those that the caller may be in.
        rows: Has what comes, each time once.
    """
    zone = scope.clocks.common(zones)
    changes = [one.change for one in ahead]
    shifts = [None if _is_midnight(one, zone) else _shift(one, unit) for one in changes]
    (shift, _), *_ = Counter(shifts).most_common(1)
    found: list[Any] = [shift]
    for (one, sight), own in zip(ahead, shifts):
        is_of_parts = one.why.code == "day_of_parts" and one.state == "unknown"
        why = text(one.why.values["why"]) if is_of_parts else _why(one.why)
        what = None if is_of_parts else _what(one, unit, zones)
        day, after = _day_of(one) - scope.since // DAY, None if own == shift else _shift(one, unit)
        earlier = (instant_to_second(one.start) - sight) // unit or None
        place = rows.place(trimmed([day, why, what, _lasts(one, unit), after, earlier]))
        found.append(~place if is_of_parts else place)
    return found


def _shift(change: ComingChange, unit: int) -> int:
    """Return how long after midnight of UTC *change* begins."""
    return (instant_to_second(change.start) - _day_of(change) * DAY) // unit


def _is_midnight(change: ComingChange, zone: str | None) -> bool:
    """Return whether *change* begins when the clock of *zone* shows midnight."""
    midnight = _day_of(change) * DAY
    return (
        zone is not None
        and change.days is not None
        and (instant_to_second(change.start) == midnight - open_zone(zone).offset_at(midnight))
    )


def _day_of(change: ComingChange) -> int:
    """Return the day on which *change* begins, counted from 1970: that of UTC if it has none."""
    if change.days is not None:
        return change.days[0].toordinal() - _EPOCH
    return instant_to_second(change.start) // DAY


def seconds_of_coming(ahead: Iterable[Ahead]) -> Iterator[int]:
    """Yield the POSIX seconds of which what comes speaks."""
    for one, sight in ahead:
        yield sight
        ends = () if one.end is None else (one.end,)
        instants = (one.start, *ends, *(at for span in one.hours for at in span))
        yield from map(instant_to_second, instants)


def _lasts(change: ComingChange, unit: int) -> int | None:
    """Return the number of days, None if it is one; else for how long it is, less than nothing.

    0 is that nobody knows its end, or that it is far away.
    """
    if change.days is None:
        is_long = change.end is None or change.end - change.start >= _LONG * timedelta(days=1)
        return 0 if change.end is None or is_long else -_units(change.start, change.end, unit)
    count = (change.days[1] - change.days[0]).days + 1
    if count >= _LONG:
        return 0
    return None if count == 1 else count


def _units(start: datetime, end: datetime, unit: int) -> int:
    return (instant_to_second(end) - instant_to_second(start)) // unit


def _what(change: ComingChange, unit: int, zones: Sequence[str]) -> str | list[list[int]] | None:
    """Return the key of what is said, or when somebody answers: since and until when.

    None is that nobody does.
    """
    if change.state != "open":
        return None if change.state == "closed" else "short_unknown"
    spans = [LocalTime(each, change.start, "en").spans(change) for each in _each_alone(zones)]
    whole = spans[0].whole
    if any(one.whole != whole for one in spans):
        return "other_hours"
    if whole is not None:
        return "always" if whole == "day_and_night" else whole
    if any(shown_twice(at) for one in spans for span in one.times for at in span):
        return "other_hours"  # a time without its offset would be two
    return [[_units(change.start, at, unit) for at in span] for span in change.hours]


def _each_alone(zones: Sequence[str]) -> Iterable[tuple[str, ...]]:
    return [(zone,) for zone in zones] or [()]


def _why(why: Reason) -> Any:
    """Return what makes it so: a text of the directory, or a sentence by its key."""
    values = why.values
    if why.code == "line_ends":
        beside = [[["line_followed"]]] if "followed_by" in values else []
        return ["note_line_ends", [str(values["until"])], *beside]
    said = values.get("why")
    if said is None:
        return ["because_end_not_known"] if why.code == "end_not_known" else None
    if why.code == "day_of_parts":
        return ["", text(said), [["coming_parts"]]]
    if why.code == "end_not_known":
        return ["", text(said), [["because_end_not_known"]]]
    return text(said)
