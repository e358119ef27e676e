"""Coverage for a person at a terminal: a picture of the week, and who is served how much."""

from __future__ import annotations

from typing import TYPE_CHECKING, Iterator, NamedTuple, Sequence

from supportlines.directory import ANY_LANGUAGE, OTHER
from supportlines.errors import listed
from supportlines.hours import second_to_instant
from supportlines.languages import language_name
from supportlines.places import country_name
from supportlines.render.layout import Paint, careful, plain, wrapped
from supportlines.render.local_time import LocalTime
from supportlines.render.week_words import (
    DAYS,
    clock_words,
    gaps_words,
    level,
    percent,
    period_words,
    whom_words,
)

if TYPE_CHECKING:
    from supportlines.coverage import Coverage, Gap, Picture, Row

LOCALE = "en"
BLOCKS = "·░▒▓█"
"""Shades from never to always."""
ASCII = ".-+*#"
"""The same for terminals that know no blocks."""
_NOT_KNOWN = "?"
_NAMED = 12
"""So many countries have their names written out; of more, the codes are shorter."""
_FEW = 3
"""More clocks of one country with gaps of their own are told together."""
_HOURS_OF_WEEK = 168


class _Group(NamedTuple):
    """What rows share that stand together."""

    is_spoken: bool
    is_assumed: bool
    gaps: tuple[Gap, ...]
    unknown_gaps: tuple[Gap, ...]
    said: tuple[str, ...]
    """What is to be known of the lines."""


def coverage_text(
    coverage: Coverage, *, width: int = 80, paint: Paint = plain, shades: str = BLOCKS
) -> str:
    """Return pictures and table of *coverage* as lines of text.

    Args:
        coverage: What was measured.
        width: Columns of the terminal.
        paint: Colours a text by its role; without colours nothing is lost.
        shades: Five characters, from never to always.
    """
    paint = careful(paint)
    head = [coverage.directory, *whom_words(coverage)]
    head += [period_words(coverage), clock_words(coverage)]
    found = [paint(" · ".join(head), "faint")]
    for picture in coverage.pictures:
        found += ["", *_picture(picture, width, paint, shades)]
    legend = (
        f"{shades[0]} nobody   {shades[1]} {shades[2]} {shades[3]} a part of the time or of the "
        f"countries   {shades[4]} always   {_NOT_KNOWN} not known"
    )
    found += ["", "  " + paint(legend, "faint")]
    for title, lines in _tables(coverage, width):
        found += ["", *(paint(line, "strong") for line in wrapped(title, "", "  ", width)), *lines]
    return "\n".join(found) + "\n"


def _tables(coverage: Coverage, width: int) -> Iterator[tuple[str, list[str]]]:
    """Yield a title and paragraphs for each tier and language; equal ones have one title."""
    rows_of: dict[tuple[str, str | None], list[Row]] = {}
    for row in coverage.rows:
        rows_of.setdefault((row.tier, row.language), []).append(row)
    languages: dict[tuple[str, tuple[str, ...]], list[str]] = {}
    for (tier, language), rows in rows_of.items():
        lines = []
        for group in _grouped(rows):
            lines += _row(group, rows, width, is_local=coverage.period.is_local)
        languages.setdefault((tier, tuple(lines)), []).append(tongue(language))
    for (tier, paragraphs), names in languages.items():
        yield f"{', '.join(names)}, {tier}", list(paragraphs)


def tongue(language: str | None) -> str:
    """Return the name of a language, or what stands for several."""
    if language == ANY_LANGUAGE:
        return "Any other language"
    return "Whatever language" if language is None else language_name(language, LOCALE)


def _picture(picture: Picture, width: int, paint: Paint, shades: str) -> list[str]:
    where = f"{len(picture.countries)} countries"
    if len(picture.countries) <= _NAMED:
        where = _countries(picture.countries)
    title = f"{tongue(picture.language)}, {picture.tier}: {where}"
    found = wrapped(title, "", "  ", width)
    found[0] = paint(found[0], "strong")
    found.append("       " + "".join(f"{hour:<4}" for hour in range(0, 24, 2)).rstrip())
    for day, name in enumerate(DAYS):
        cells = picture.cells[day * 24 : day * 24 + 24]
        row = "".join(_shade(cell.open_share, cell.unknown_share, paint, shades) for cell in cells)
        found.append(f"  {name}  {row}")
    if len(picture.countries) > 1 and picture.gaps:
        found += wrapped(
            f"Nobody answers in any of the countries: {gaps_words(picture.gaps)}.",
            "  ",
            "  ",
            width,
        )
    return found


def _shade(open_share: float, unknown_share: float, paint: Paint, shades: str) -> str:
    step = level(open_share)
    if step == 0 and unknown_share > 0:
        return paint(_NOT_KNOWN * 2, "unknown")
    return paint(shades[step] * 2, "open" if step else "faint")


def _grouped(rows: Sequence[Row]) -> list[list[Row]]:
    """Return rows of equal gaps together, those served longest first.

    A country whose clocks each have other gaps is a group of its own, unless it is alone.
    """
    keys: dict[str, set[_Group]] = {}
    for row in rows:
        keys.setdefault(row.country, set()).add(_key(row))
    groups: dict[object, list[Row]] = {}
    for row in rows:
        is_many = len(keys[row.country]) > _FEW and len(keys) > 1
        groups.setdefault(row.country if is_many else _key(row), []).append(row)
    return sorted(
        groups.values(),
        key=lambda group: (
            -max(row.week.open_share for row in group),
            -max(row.week.unknown_share for row in group),
        ),
    )


def _key(row: Row) -> _Group:
    said = tuple(_said(row))
    return _Group(row.is_spoken, row.is_assumed, row.gaps, row.unknown_gaps, said)


def _said(row: Row) -> Iterator[str]:
    """Yield what is to be known of the lines of a row before its gaps."""
    if row.waiting:
        yield f"Must be said first, with --facet: {', '.join(row.waiting)}."
    if not row.is_spoken:
        for reason in row.not_available:
            yield f"Not available: {reason}"
        if row.takes_messages:
            yield "Messages are taken, and answered later."
        return
    if row.language_mode in _BY:
        yield _BY[row.language_mode]
    if row.only_for:
        names = ", ".join(name.replace("_", " ") for name in row.only_for)
        yield f"Not known for all: lines are for some only ({names})."


_BY = {"interpreter": "Through an interpreter.", "best_effort": "As well as somebody can."}
"""How a language is served that nobody speaks natively."""


def _row(group: Sequence[Row], rows: Sequence[Row], width: int, *, is_local: bool) -> list[str]:
    """Return a paragraph for a group among all *rows* of its language and tier."""
    first = group[0]
    shares = [row.week.open_share for row in group]
    hours = sorted({round(one * _HOURS_OF_WEEK) for one in shares})
    text = _range(shares)
    if any(shares):
        text += f", {'–'.join(map(str, hours[:: max(1, len(hours) - 1)]))} h a week"
    unknown = [row.week.unknown_share for row in group]
    if any(unknown):
        text += f" (not known: {_range(unknown)})"
    text += f": {_places(group, rows)}"
    found = wrapped(text, "  ", "    ", width)
    for sentence in _notes(group, is_local=is_local):
        found += wrapped(sentence, "    ", "      ", width)
    if len({row.country for row in rows}) == len(group) == 1:
        found += _longest(first, width)
    return found


def _notes(group: Sequence[Row], *, is_local: bool) -> Iterator[str]:
    first = group[0]
    said = tuple(_said(first))
    yield from said
    if not first.is_spoken:
        if not said:
            yield "No line that can be used is for it."
        return
    if first.is_assumed:
        yield "The source does not state the language."
    if len({_key(row) for row in group}) > 1:
        other = "--utc" if is_local else "--local"
        yield f"Nobody: at other hours for each of the clocks; {other} may show them as one."
        return
    if first.gaps:
        yield f"Nobody: {gaps_words(first.gaps)}."
    if first.unknown_gaps:
        yield f"Not known: {gaps_words(first.unknown_gaps)}."


def _range(shares: Sequence[float]) -> str:
    low, high = percent(min(shares)), percent(max(shares))
    return high if low == high else f"{low.replace(' %', '')}–{high}"


def _longest(row: Row, width: int) -> list[str]:
    gap = row.week.longest_gap
    if gap is None or not row.week.open_seconds:
        return []
    start, end = second_to_instant(gap[0]), second_to_instant(gap[1])
    time = LocalTime(row.time_zones[:1], start, LOCALE)
    minutes = (gap[1] - gap[0]) // 60
    lasts = f"{minutes} min" if minutes < 60 else f"{round(minutes / 60, 1):g} h"  # noqa: PLR2004
    text = f"Longest: {lasts}, {time.full(start)} to {time.full(end)} ({time.zone})."
    return wrapped(text, "    ", "      ", width)


def _places(group: Sequence[Row], rows: Sequence[Row]) -> str:
    """Return the countries of a group; of a country with several clocks, which of them."""
    parts = {}
    for country in dict.fromkeys(row.country for row in group):
        known = sum(row.country == country for row in rows)
        here = [row for row in group if row.country == country]
        parts[country] = ""
        if len(here) < known:
            name = _named(here[0]) if len(here) == 1 else f"{len(here)} of {known} {_sorts(here)}"
            parts[country] = f" ({name})"
        elif len({_key(row) for row in here}) > 1:
            parts[country] = f" ({known} {_sorts(here)})"
    return _countries(tuple(parts), parts)


def _named(row: Row) -> str:
    """Return which part of a country, or which of its clocks, a row is of."""
    if row.subdivision is None:
        return _zones(row.time_zones)
    part = "elsewhere" if row.subdivision == OTHER else row.subdivision
    return part if len(row.time_zones) <= 1 else f"{part}, {_zones(row.time_zones)}"


def _sorts(rows: Sequence[Row]) -> str:
    """Return what rows of one country are of."""
    return "clocks" if rows[0].subdivision is None else "parts"


def _zones(names: Sequence[str]) -> str:
    if len(names) <= _FEW:
        return ", ".join(names)
    return listed(names, most=1)


def _countries(countries: Sequence[str], parts: dict[str, str] | None = None) -> str:
    parts = parts or {}
    if len(countries) <= _NAMED:
        return ", ".join(country_name(code, LOCALE) + parts.get(code, "") for code in countries)
    codes = " ".join(code + parts.get(code, "") for code in countries)
    return f"{len(countries)} countries: {codes}"
