"""The part of the parser that reads weekdays, their places in a month, and public holidays."""

from __future__ import annotations

from typing import Tuple

from supportlines.hours.days import WEEKDAYS
from supportlines.hours.notation.dates import DatesParser
from supportlines.hours.rules import EVERY_WEEKDAY

Places = Tuple[Tuple[int, int], ...]
NO_PLACES: Places = ()
_PLACES = (1, 2, 3, 4, 5, -1, -2, -3, -4, -5)
_WEEKDAY_NUMBERS = {name.lower(): number for number, name in enumerate(WEEKDAYS)}


class WeekdaysParser(DatesParser):
    """Reads the list of weekdays of a rule."""

    def at_weekday(self) -> bool:
        """Return whether a weekday or ``PH`` stands here."""
        if self.token.kind != "word":
            return False
        word = self.token.text.lower()
        if word == "sh":
            self.refuse_by_name("school holidays (SH)", "Write the dates of the holidays.")
        return word == "ph" or word in _WEEKDAY_NUMBERS

    def parse_weekdays(self) -> tuple[int, Places, str]:
        """Return weekdays, places in the month, and how holidays count."""
        weekdays, holidays, alone = 0, "", True
        nth: set[tuple[int, int]] = set()
        while True:
            if not self.at_weekday():
                self.refuse_here(
                    "Write a weekday after the comma: " + ", ".join(WEEKDAYS) + " or PH."
                )
            if self.token.text.lower() == "ph":
                self.advance()
                self.refuse_day_offset()
                if alone and self.token.text.lower() in _WEEKDAY_NUMBERS:
                    return self.parse_weekdays_among_holidays()
                holidays = "also"
            else:
                weekdays |= self.parse_weekday_item(nth)
            alone = False
            if self.token.kind != "," or self.peek(1).kind != "word":
                break
            self.advance()
        places = tuple(sorted(pair for pair in nth if not weekdays >> pair[0] & 1))
        return weekdays, places, holidays

    def parse_weekdays_among_holidays(self) -> tuple[int, Places, str]:
        """Return the same for what stands after ``PH`` without a comma."""
        start = self.index
        weekdays, places, holidays = self.parse_weekdays()
        if holidays:
            self.index, self.token = start, self.tokens[start]
            self.refuse('Write "PH,Mo" or "PH Mo".', "holidays are named twice")
        return (0, (), "also") if weekdays == EVERY_WEEKDAY else (weekdays, places, "only")

    def parse_weekday_item(self, nth: set[tuple[int, int]]) -> int:
        """Return the weekdays of ``Mo`` or ``Mo-Fr``; of ``Mo[1]`` fill *nth*."""
        first = _WEEKDAY_NUMBERS[self.advance().text.lower()]
        if self.token.kind == "[":
            nth.update((first, place) for place in self.parse_places())
            self.refuse_day_offset()
            return 0
        self.refuse_day_offset()
        if self.token.kind != "-":
            return 1 << first
        self.advance()
        if self.token.kind != "word" or self.token.text.lower() not in _WEEKDAY_NUMBERS:
            self.refuse_here("Write the last weekday of the range: " + ", ".join(WEEKDAYS) + ".")
        last = _WEEKDAY_NUMBERS[self.advance().text.lower()]
        if self.token.kind == "[":
            self.refuse(
                "Write the place after one weekday, for example Mo[1].",
                "a range has no place in a month",
            )
        return sum(1 << (first + n) % 7 for n in range((last - first) % 7 + 1))

    def parse_places(self) -> list[int]:
        """Return the places in brackets."""
        self.advance()
        places: list[int] = []
        while True:
            first = self.parse_place()
            last = first
            if self.token.kind == "-":
                self.advance()
                last = self.parse_place()
                if not 0 < first <= last:
                    self.refuse(
                        "Write the smaller place first, for example Mo[1-3].",
                        "a range of places runs backwards",
                        back=1,
                    )
            places.extend(range(first, last + 1))
            if self.token.kind == "]":
                self.advance()
                return places
            if self.token.kind != ",":
                self.refuse_here("Write ] after the place, for example Mo[1] or Fr[-1].")
            self.advance()

    def parse_place(self) -> int:
        """Return one place in the month."""
        sign = 1
        if self.token.kind == "-":
            self.advance()
            sign = -1
        number = self.token
        if (
            number.kind != "number"
            or len(number.text) > 1
            or sign * int(number.text) not in _PLACES
        ):
            self.refuse_here("Write a place in the month from 1 to 5, or from -1 to -5.")
        self.advance()
        return sign * int(number.text)

    def refuse_day_offset(self) -> None:
        """Raise if days are to be counted from the one that was just read."""
        following = self.peek(1)
        if self.token.kind in ("+", "-") and following.kind == "number":
            self.refuse_by_name(
                "days counted from another day (+1 day)", "Write the days themselves."
            )
