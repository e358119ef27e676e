"""Hours as HSDS has them, RRULEs (RFC 5545) with times, both ways.

https://docs.openreferral.org/en/3.0/, the object `schedule`. It knows no zone but an offset, no
unknown hours, no public holidays and no exceptions. What we write says the whole of it once more
in words that we read back, as long as the recurrences beside them have stayed the same.
"""

from __future__ import annotations

import datetime as dt
import re
from functools import lru_cache
from typing import Any, Dict, Mapping, NamedTuple, Sequence, Tuple

from supportlines.exchange.json_values import text_of
from supportlines.hours import HoursSyntaxError, Schedule
from supportlines.hours.schema_org import SchemaOrgError, from_schema_org, to_schema_org

Recurrence = Dict[str, Any]
_Times = Tuple[Tuple[str, str], ...]

UNKNOWN = "24/7 unknown"

_DAYS = {
    "MO": "Monday", "TU": "Tuesday", "WE": "Wednesday", "TH": "Thursday", "FR": "Friday",
    "SA": "Saturday", "SU": "Sunday",
}  # fmt: skip
_CODES = {name: code for code, name in _DAYS.items()}
_TIME = re.compile(r"T?(?P<clock>[0-9]{1,2}:[0-9]{2})(?::00)?(?P<offset>Z|[+-][0-9]{2}:?[0-9]{2})?")
_NOTATION = "opening_hours: "
_ZONE = "time_zone: "
_NOT_READ = ("count", "byweekno", "bymonthday", "byyearday")
_WHAT_RECURS = ("freq", "byday", "opens_at", "closes_at", "valid_from", "valid_to")


class StatedHours(NamedTuple):
    """What the schedules of something say."""

    text: str
    """In the notation; empty if there are none."""

    zone: str
    """What they say of the zone; empty if nothing."""

    remarks: tuple[str, ...]


def recurrences_of(
    schedule: Schedule, zone: str, day: dt.date
) -> tuple[list[Recurrence], tuple[str, ...]]:
    """Return *schedule* as recurrences without ids, and what they leave out.

    Args:
        schedule: The hours.
        zone: Whose clock: an IANA name, or ``caller``.
        day: Whose offset from UTC stands for the zone.

    >>> found, lost = recurrences_of(Schedule.parse("Mo,Tu 09:00-17:00"), "Asia/Dubai",
    ...                              dt.date(2026, 11, 2))
    >>> found[0]["byday"], found[0]["opens_at"], found[0]["timezone"], lost
    ('MO,TU', '09:00', 4, ())
    """
    found, lost = _weekly(schedule)
    words: Recurrence = {"description": f"{_NOTATION}{schedule}"}
    if not schedule.is_always:
        words["notes"] = f"{_ZONE}{zone}"
        offset = _offset(zone, day)
        words = words if offset is None else {"timezone": offset, **words}
    return [{**dict(one), **words} for one in found] or [words], lost


@lru_cache(maxsize=1024)
def _weekly(schedule: Schedule) -> tuple[tuple[_Times, ...], tuple[str, ...]]:
    """Return what of *schedule* recurs every week, and what does not."""
    written = to_schema_org(schedule)
    lost = list(written.lost)
    found: list[_Times] = []
    for one in (*written.specifications, *written.special):
        days = [name for name in one.get("dayOfWeek", _CODES) if name in _CODES]
        if not days or one["opens"] == one["closes"]:
            if "validFrom" in one or (not days and one["opens"] != one["closes"]):
                lost.append("HSDS has no public holidays and no days that are closed.")
            continue
        recurs = {"freq": "WEEKLY", "byday": ",".join(_CODES[name] for name in days)}
        recurs.update(opens_at=one["opens"], closes_at=one["closes"])
        if "validFrom" in one:
            recurs.update(valid_from=one["validFrom"], valid_to=one["validThrough"])
        found.append(tuple(recurs.items()))
    if not found:
        lost.append("HSDS says when something is open, and of this it never is for sure.")
    if written.special:
        lost.append("HSDS does not say that hours of some dates replace the others.")
    if schedule.names_holidays:
        lost.append("HSDS has no public holidays.")
    return tuple(found), tuple(dict.fromkeys(lost))


def _offset(zone: str, day: dt.date) -> float | None:
    """Return the hours by which *zone* is ahead of UTC at noon of *day*; None for the caller's."""
    if zone == "caller":
        return None
    from supportlines.hours import zone_info  # noqa: PLC0415 - only some hours have a zone

    noon = dt.datetime.combine(day, dt.time(12), tzinfo=zone_info(zone))
    shift = noon.utcoffset()
    hours = 0.0 if shift is None else shift.total_seconds() / 3600
    return int(hours) if hours == int(hours) else hours


def hours_of(schedules: Sequence[Mapping[str, Any]]) -> StatedHours:
    """Return the hours that *schedules* state together; unknown if one of them is not read."""
    zones = {
        text[len(_ZONE) :]
        for text in (text_of(one.get("notes")) for one in schedules)
        if text.startswith(_ZONE)
    }
    zone = zones.pop() if len(zones) == 1 else ""
    whole = _whole(schedules)
    if whole:
        return StatedHours(whole, zone, ())
    read = [_specification(one) for one in schedules]
    why = next((one.why for one in read if one.why), "")
    if why:
        return StatedHours(UNKNOWN, "", (f"the schedule is not read: {why}.",))
    remarks = list(
        dict.fromkeys(
            f"the schedule says: {text}"
            for one in schedules
            for text in (text_of(one.get("description")), text_of(one.get("notes")))
            if text and not text.startswith(_ZONE)
        )
    )
    offsets = dict.fromkeys(offset for one in read for offset in one.offsets)
    if offsets and not zone:
        remarks.append(f"of the clock the offset from UTC is stated ({', '.join(offsets)}).")
    specifications = [one.content for one in read if one.content]
    if len(specifications) < len(read) and remarks:
        # What is said in words alone may be hours.
        return StatedHours(UNKNOWN, "", tuple(remarks))
    if not specifications:
        return StatedHours("", zone, tuple(remarks))
    try:
        found = from_schema_org(specifications)
    except SchemaOrgError:
        return StatedHours(UNKNOWN, "", (*remarks, "the schedules are not read."))
    return StatedHours(str(found.schedule), zone, (*remarks, *found.lost))


def _whole(schedules: Sequence[Mapping[str, Any]]) -> str:
    """Return the notation beside the recurrences, if it is ours and they are still the same."""
    texts = {text_of(one.get("description")) for one in schedules}
    text = texts.pop() if len(texts) == 1 else ""
    if not text.startswith(_NOTATION):
        return ""
    schedule = _parsed(text[len(_NOTATION) :])
    if schedule is None:
        return ""
    ours = [dict(one) for one in _weekly(schedule)[0]] or [{}]
    is_same = [_recurs(one) for one in ours] == [_recurs(one) for one in schedules]
    return str(schedule) if is_same else ""


@lru_cache(maxsize=1024)
def _parsed(text: str) -> Schedule | None:
    try:
        return Schedule.parse(text)
    except HoursSyntaxError:
        return None


def _recurs(one: Mapping[str, Any]) -> tuple[object, ...]:
    return tuple(one.get(key) for key in _WHAT_RECURS)


class _Specification(NamedTuple):
    """A schedule as schema.org would have it, or why it is not read."""

    content: dict[str, Any]
    offsets: tuple[str, ...] = ()
    why: str = ""


def _specification(one: Mapping[str, Any]) -> _Specification:
    other = [key for key in _NOT_READ if one.get(key)]
    if other or one.get("interval") not in (None, 1, "1"):
        return _Specification({}, (), f'"{(other or ["interval"])[0]}"')
    opens, closes = text_of(one.get("opens_at")), text_of(one.get("closes_at"))
    freq = text_of(one.get("freq")).upper()
    if not (opens or closes or freq):
        return _Specification({})
    if freq not in ("WEEKLY", ""):
        return _Specification({}, (), f'"freq" is {freq}')
    days = [day.strip().upper() for day in text_of(one.get("byday")).split(",") if day.strip()]
    if not days or not set(days) <= set(_DAYS):
        return _Specification({}, (), "its days are no days of the week")
    times = [_TIME.fullmatch(text) for text in (opens, closes)]
    if times[0] is None or times[1] is None:
        return _Specification({}, (), f'"{opens}" and "{closes}" are no times of a day')
    offsets = [time["offset"] for time in times if time is not None and time["offset"]]
    if isinstance(one.get("timezone"), (int, float)):
        offsets.append(f"{one['timezone']:+g}")
    found: dict[str, Any] = {"dayOfWeek": [_DAYS[day] for day in days]}
    found.update(opens=times[0]["clock"], closes=times[1]["clock"])
    last = text_of(one.get("valid_to")) or text_of(one.get("until"))
    dates = {"validFrom": text_of(one.get("valid_from")), "validThrough": last}
    found.update((key, text) for key, text in dates.items() if text)
    return _Specification(found, tuple(offsets))
