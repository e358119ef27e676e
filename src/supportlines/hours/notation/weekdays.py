"""The weekdays of a rule, their places in a month, and public holidays."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

from supportlines.hours.days import WEEKDAYS
from supportlines.hours.rules import EVERY_WEEKDAY

if TYPE_CHECKING:
    from supportlines.hours.notation.reader import TokenReader

_PLACES = (1, 2, 3, 4, 5, -1, -2, -3, -4, -5)
_WEEKDAY_NUMBERS = {name.lower(): number for number, name in enumerate(WEEKDAYS)}


class WeekdaysRead(NamedTuple):
    """Which weekdays and public holidays a rule is for, as `HoursRule` has them."""

    weekdays: int = EVERY_WEEKDAY
    nth: tuple[tuple[int, int], ...] = ()
    holidays: Literal["", "also", "only"] = ""


def at_weekday(reader: TokenReader) -> bool:
    """Return whether a weekday or ``PH`` stands here; refuse school holidays."""
    if reader.token.kind != "word":
        return False
    word = reader.token.text.lower()
    if word == "sh":
        reader.refuse_by_name("school holidays (SH)", "Write the dates of the holidays.")
    return word == "ph" or word in _WEEKDAY_NUMBERS


def read_weekdays(reader: TokenReader) -> WeekdaysRead:
    """Return the weekdays and holidays that stand here; there is at least one."""
    weekdays, holidays, is_first = 0, False, True
    nth: set[tuple[int, int]] = set()
    while True:
        if not at_weekday(reader):
            reader.refuse_here(
                "Write a weekday after the comma: " + ", ".join(WEEKDAYS) + " or PH."
            )
        if reader.token.text.lower() == "ph":
            reader.advance()
            _refuse_day_offset(reader)
            if is_first and reader.token.text.lower() in _WEEKDAY_NUMBERS:
                return _read_weekdays_of_holidays(reader)
            holidays = True
        elif reader.peek(1).kind == "[":
            nth.update(_read_nth(reader))
        else:
            weekdays |= _read_range(reader)
        is_first = False
        if reader.token.kind != "," or reader.peek(1).kind != "word":
            break
        reader.advance()
    places = tuple(sorted(pair for pair in nth if not weekdays >> pair[0] & 1))
    return WeekdaysRead(weekdays, places, "also" if holidays else "")


def _read_weekdays_of_holidays(reader: TokenReader) -> WeekdaysRead:
    """Return what stands after ``PH`` without a comma: the holidays on these weekdays only."""
    start = reader.token
    found = read_weekdays(reader)
    if found.holidays:
        raise reader.error(start, 'Write "PH,Mo" or "PH Mo".', "holidays are named twice")
    if found.weekdays == EVERY_WEEKDAY:
        return WeekdaysRead(0, (), "also")
    return found._replace(holidays="only")


def _read_range(reader: TokenReader) -> int:
    """Return the weekdays of ``Mo`` or ``Mo-Fr``."""
    first = _WEEKDAY_NUMBERS[reader.advance().text.lower()]
    _refuse_day_offset(reader)
    if not reader.accept("-"):
        return 1 << first
    if reader.token.kind != "word" or reader.token.text.lower() not in _WEEKDAY_NUMBERS:
        reader.refuse_here("Write the last weekday of the range: " + ", ".join(WEEKDAYS) + ".")
    last = _WEEKDAY_NUMBERS[reader.advance().text.lower()]
    if reader.token.kind == "[":
        reader.refuse(
            "Write the place after one weekday, for example Mo[1].",
            "a range has no place in a month",
        )
    return sum(1 << (first + n) % 7 for n in range((last - first) % 7 + 1))


def _read_nth(reader: TokenReader) -> list[tuple[int, int]]:
    """Return the pairs of weekday and place of ``Mo[1]`` or ``Fr[1-3,-1]``."""
    weekday = _WEEKDAY_NUMBERS[reader.advance().text.lower()]
    reader.advance()
    places: list[int] = []
    while True:
        first = last = _read_place(reader)
        if reader.accept("-"):
            last = _read_place(reader)
            if not 0 < first <= last:
                reader.refuse(
                    "Write the smaller place first, for example Mo[1-3].",
                    "a range of places runs backwards",
                    back=1,
                )
        places.extend(range(first, last + 1))
        if reader.accept("]"):
            _refuse_day_offset(reader)
            return [(weekday, place) for place in places]
        if not reader.accept(","):
            reader.refuse_here("Write ] after the place, for example Mo[1] or Fr[-1].")


def _read_place(reader: TokenReader) -> int:
    sign = -1 if reader.accept("-") else 1
    number = reader.token
    is_digit = number.kind == "number" and len(number.text) == 1
    if not is_digit or sign * int(number.text) not in _PLACES:
        reader.refuse_here("Write a place in the month from 1 to 5, or from -1 to -5.")
    reader.advance()
    return sign * int(number.text)


def _refuse_day_offset(reader: TokenReader) -> None:
    """Raise if days are to be counted from the one that was just read."""
    if reader.token.kind in ("+", "-") and reader.peek(1).kind == "number":
        reader.refuse_by_name(
            "days counted from another day (+1 day)", "Write the days themselves."
        )
