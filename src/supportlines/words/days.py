"""Days as readers of a locale write them: CLDR's patterns as templates, and the names in them."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any, Mapping, NamedTuple, Tuple

from supportlines.languages.cldr import date_formats, locale_data
from supportlines.places.locales import likely_region
from supportlines.places.weeks import first_day_of

if TYPE_CHECKING:
    from datetime import date

_WIDTHS = {3: "abbreviated", 4: "wide", 5: "narrow", 6: "short"}
"""How long a name is, by how often the letter of its field stands in a pattern."""
_NAME = 3
"""So often at least where a month is a name and no number."""
DayNames = Tuple[str, ...]


class DayPattern(NamedTuple):
    """How a day is written: a template, and what is put into it.

    >>> day_words("de").full
    DayPattern(template='{weekday}, {day}. {month} {year}', ...)
    """

    template: str
    """With some of `{weekday}`, `{day}`, `{month}` and `{year}`, the rest being as it stands."""
    weekdays: DayNames
    """What is put for the weekday, Monday first."""
    months: DayNames
    """What is put for the month, January first: names, or numbers."""
    two_digits: bool
    """Whether a day has a zero before its one digit."""

    def text(self, day: date) -> str:
        """Return *day* in words.

        >>> from datetime import date
        >>> day_words("ja").full.text(date(2026, 11, 24))
        '2026年11月24日(火)'
        """
        return self.template.format(
            weekday=self.weekdays[day.weekday()],
            day=f"{day.day:02}" if self.two_digits else day.day,
            month=self.months[day.month - 1],
            year=day.year,
        )


class DayWords(NamedTuple):
    """The words of days of one locale."""

    full: DayPattern
    """Weekday, day, month and year."""
    near: DayPattern
    """Weekday, day and month."""
    day: DayPattern
    """Day and month."""
    day_of_year: DayPattern
    """Day, month and year."""
    weekdays: DayNames
    """By themselves, as in the head of a table; Monday first."""
    short_weekdays: DayNames
    """The same in short."""
    with_time: str
    """A day and a time of it in a row: a template with `{day}` and `{time}`."""
    week: tuple[int, ...]
    """The weekdays as a calendar has them, from the first day of a week on; Monday is 0."""


@lru_cache(maxsize=256)
def day_words(locale: str) -> DayWords:
    """Return how days are written in *locale*, an identifier of Babel, as of `parse_locale`.

    A week begins as in the locale's country, or in the likely one of its readers.

    >>> day_words("ar").weekdays[0], day_words("ar").week
    ('الاثنين', (5, 6, 0, 1, 2, 3, 4))
    """
    words: Any = locale_data(locale)
    patterns = {name: _pattern(words, skeleton) for name, skeleton in _SKELETONS.items()}
    first = first_day_of(likely_region(locale) or "")
    alone = words.days["stand-alone"]
    return DayWords(
        **patterns,
        weekdays=_listed(alone["wide"], range(7)),
        short_weekdays=_listed(alone["abbreviated"], range(7)),
        with_time=_with_time(words),
        week=tuple((first + day) % 7 for day in range(7)),
    )


_SKELETONS = {"full": "yMMMEd", "near": "MMMEd", "day": "MMMd", "day_of_year": "yMMMd"}
"""CLDR's names of the patterns; all locales have these."""


def _with_time(words: Any) -> str:
    """Return CLDR's pattern that puts a time behind a day."""
    pattern = str(words.datetime_formats["medium"]).replace("'", "")
    return pattern.replace("{1}", "{day}").replace("{0}", "{time}")


def _pattern(words: Any, skeleton: str) -> DayPattern:
    text = words.datetime_skeletons[skeleton].pattern
    template = ""
    weekdays: DayNames = ("",) * 7
    months: DayNames = ("",) * 12
    two_digits = False
    for kind, token in date_formats().tokenize_pattern(text):
        if kind != "field":
            template += token.replace("{", "{{").replace("}", "}}")
            continue
        letter, count = token
        template += f"{{{_PARTS[letter]}}}"
        if letter in "Ec":
            weekdays = _listed(_names(words.days, letter == "c", max(count, _NAME)), range(7))
        elif letter in "ML":
            numbers = range(1, 13)
            months = tuple(f"{number:0{count}}" for number in numbers)
            if count >= _NAME:
                months = _listed(_names(words.months, letter == "L", count), numbers)
        elif letter == "d":
            two_digits = count > 1
    return DayPattern(template, weekdays, months, two_digits)


_PARTS = {
    **dict.fromkeys("Ec", "weekday"),
    "d": "day",
    **dict.fromkeys("ML", "month"),
    **dict.fromkeys("yY", "year"),  # "Y" is the year of a week: CLDR's slip in two locales
}
"""What a field of a pattern stands for."""


def _names(tables: Any, alone: bool, count: int) -> Mapping[int, str]:  # noqa: FBT001 - as CLDR has it
    """Return names as they stand within a date, or by themselves."""
    found: Mapping[int, str] = tables["stand-alone" if alone else "format"][_WIDTHS[count]]
    return found


def _listed(names: Mapping[int, str], keys: range) -> DayNames:
    return tuple(names[key] for key in keys)
