"""Days, moments and amounts of time, from the text of a data file."""

from __future__ import annotations

import datetime as dt
import re
from typing import Callable, Literal, Mapping, Optional, TypeVar, Union

from supportlines.directory.forms import UNKNOWN
from supportlines.directory.reading.wrong import WrongValueError
from supportlines.directory.replies import Within
from supportlines.errors import quoted

V = TypeVar("V")

_DATE = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
_MOMENT = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2})T([0-9]{2}):([0-9]{2})(Z?)")
_A_MOMENT = (
    "Write day and time, 2026-12-24T18:00 by the clock of whose hours these are, "
    "or 2026-12-24T17:00Z by that of UTC."
)

WEEKDAYS = ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su")
_NAMES_OF_WEEKDAYS = {
    name: short
    for short, full in zip(
        WEEKDAYS,
        ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"),
    )
    for name in (full, full[:3], full[:2])
}
_PLACES = {
    **{
        word: place for place, word in enumerate(("first", "second", "third", "fourth", "fifth"), 1)
    },
    **{word: place for place, word in enumerate(("1st", "2nd", "3rd", "4th", "5th"), 1)},
    "last": -1,
}
_NUMBER_OF_DAY = re.compile("([0-9]{1,2})(st|nd|rd|th)?")
_MOST_DAYS = 31
_WEEKDAY_IN_BRACKETS = re.compile(r"([A-Za-z]+)\[(-?[1-5])\]")
_EACH_MONTH = 'Write a day such as 10, "first Saturday" or "last Friday".'

_Unit = Literal["minutes", "hours", "days", "open minutes", "open hours", "open days"]
_UNITS: Mapping[str, _Unit] = {
    **dict.fromkeys(("min", "minute", "minutes"), "minutes"),
    **dict.fromkeys(("h", "hour", "hours"), "hours"),
    **dict.fromkeys(("day", "days"), "days"),
    **dict.fromkeys(("open min", "open minute", "open minutes"), "open minutes"),
    **dict.fromkeys(("open h", "open hour", "open hours"), "open hours"),
    **dict.fromkeys(("open day", "open days"), "open days"),
}
_AMOUNT = re.compile("([0-9]{1,4}) ?([a-z ]+)")
_WEEKS = re.compile("([0-9]{1,2}) weeks?")
_WITHIN = 'Write "30 min", "4 h", "2 days", "4 open hours" or "next open day".'


def day_of_text(text: str) -> dt.date:
    """Return the day that *text* writes."""
    remedy = "Write year, month and day, for example 2026-11-02."
    written = _DATE.fullmatch(text)
    if written is None:
        raise WrongValueError(f"{quoted(text)} is not a day.", remedy)
    try:
        return dt.date(*map(int, written.groups()))
    except ValueError as error:
        raise WrongValueError(f"there is no day {quoted(text)}.", remedy) from error


def moment_of_text(text: str) -> dt.datetime:
    """Return the moment that *text* writes: aware and in UTC with a Z at its end, else naive."""
    written = _MOMENT.fullmatch(text)
    if written is None:
        raise WrongValueError(f"{quoted(text)} is no moment.", _A_MOMENT)
    day, hour, minute, zone = written.groups()
    try:
        clock = dt.time(int(hour), int(minute))
        return dt.datetime.combine(
            dt.date(*map(int, day.split("-"))), clock, dt.timezone.utc if zone else None
        )
    except ValueError as error:
        raise WrongValueError(f"there is no moment {quoted(text)}.", _A_MOMENT) from error


def end_day_of_text(text: str) -> Union[dt.date, str]:
    """Return the last day that *text* writes, or `unknown`."""
    return UNKNOWN if text == UNKNOWN else _or_unknown(day_of_text, text)


def end_of_text(text: str) -> Union[dt.datetime, str]:
    """Return the end that *text* writes, or `unknown`."""
    return UNKNOWN if text == UNKNOWN else _or_unknown(moment_of_text, text)


def _or_unknown(parse: Callable[[str], V], text: str) -> V:
    try:
        return parse(text)
    except WrongValueError as error:
        remedy = f"{error.remedy[:-1]}; or {UNKNOWN}."
        raise WrongValueError(error.found, remedy) from error


def each_month_of_text(text: str) -> str:
    """Return the day of each month that *text* means: `10`, or `Sa[1]` for the first Saturday."""
    word = " ".join(text.split())
    number = _NUMBER_OF_DAY.fullmatch(word)
    if number is not None:
        if 1 <= int(number.group(1)) <= _MOST_DAYS:
            return str(int(number.group(1)))
        raise WrongValueError(f"no month has a day {quoted(text)}.", _EACH_MONTH)
    bracketed = _WEEKDAY_IN_BRACKETS.fullmatch(word)
    if bracketed is not None:
        weekday, place = bracketed.group(1), int(bracketed.group(2))
    else:
        first, _, weekday = word.lower().partition(" ")
        place = _PLACES.get(first, 0)
    short = _NAMES_OF_WEEKDAYS.get(weekday.lower())
    if short is None or place == 0:
        raise WrongValueError(f"{quoted(text)} is no day of each month.", _EACH_MONTH)
    return f"{short}[{place}]"


def within_of_text(text: str) -> Within:
    """Return the amount of time that *text* writes."""
    word = " ".join(text.lower().split())
    found = _amount_of(word)
    if found is None:
        meant = _amount_of(_as_here(word))
        remedy = _WITHIN if meant is None else f"Did you mean {quoted(str(meant))}?"
        raise WrongValueError(f"{quoted(text)} is no amount of time.", remedy)
    if found.amount == 0:
        raise WrongValueError("nobody answers within no time.", _WITHIN)
    return found


def _amount_of(word: str) -> Optional[Within]:
    if word == "next open day":
        return Within(1, "open days")
    written = _AMOUNT.fullmatch(word)
    unit = None if written is None else _UNITS.get(written.group(2).strip())
    return None if written is None or unit is None else Within(int(written.group(1)), unit)


def _as_here(word: str) -> str:
    """Return an amount of time in the words of a data file: working days are open ones."""
    weeks = _WEEKS.fullmatch(word)
    if weeks is not None:
        return f"{int(weeks.group(1)) * 7} days"
    return re.sub("(working|business|office) |work(?=day)", "open ", word)
