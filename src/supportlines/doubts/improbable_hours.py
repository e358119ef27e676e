"""Doubts about hours as they are written: improbable spans, notation that surprises."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Iterator, Mapping, NamedTuple

from supportlines.doubts.doubt import Suspicion
from supportlines.doubts.doubtful import Doubtful
from supportlines.errors import quoted
from supportlines.hours import MINUTES_OF_DAY, time_of_day

if TYPE_CHECKING:
    from supportlines.doubts.ground import Ground, PlacedRule
    from supportlines.hours import HoursWarning

_HALF_DAY = 720
_NOON = 720
_EVENING = 18 * 60
_SPAN = re.compile(r"([0-9]{1,2}):([0-9]{2})\s*[-–]\s*([0-9]{1,2}):([0-9]{2})")
_NIGHT = re.compile(
    r"night|nacht|\bnuit|noche|nocturn|notturn|\bnotte|noite|\bnatt|ночь|ночн|夜|야간",
    re.IGNORECASE,
)
_LONG = 20 * 60
_LONG_NIGHT = 16 * 60
_LATE_MORNING = 10 * 60
_SMALL_HOURS = range(60, 5 * 60)
_SHORT = 30
_EARLY, _LATE = 6 * 60, 22 * 60
_FEW_HOURS = 2 * 60
_USUAL = 8 * 60


class WrittenSpan(NamedTuple):
    """A span of a text, in minutes since midnight, and where it stands."""

    start: int
    end: int
    """After `start`: later than 24:00 if it lies in the next day."""

    offset: int


def improbable_spans(ground: Ground) -> Iterator[Suspicion]:
    """Yield hours that nobody keeps: mostly AM for PM, or opening and closing swapped."""
    known: dict[tuple[str, bool], tuple[str, str, int] | None] = {}
    names = {one.id: one.name for one in ground.directory.desks}
    for placed in ground.rules:
        # Who answers when another line is closed is there by night.
        by_night = placed.rule.after is not None or _is_called_a_night(placed, names)
        key = text, _ = placed.text, by_night
        if key not in known:
            known[key] = improbable(text, by_night=by_night)
        answer = known[key]
        if answer is not None:
            found, remedy, offset = answer
            yield at_hours("improbable-span", placed, found, remedy, offset)


def _is_called_a_night(placed: PlacedRule, names: Mapping[str, str]) -> bool:
    """Return whether a line, or the desk of it that its hours are for, is called one of nights."""
    line = placed.line.line if placed.line is not None else None
    words = [*placed.rule.desks]
    if line is not None:
        words += [line.id, line.label or "", *line.desks, line.desk or ""]
    words += [names.get(desk, "") for desk in words]
    return any(_NIGHT.search(word) is not None for word in words)


def improbable(text: str, *, by_night: bool = False) -> tuple[str, str, int] | None:
    """Return what is improbable about the hours in *text*, what to do, and where.

    Those of a desk that is there *by_night* may be in the night alone.
    """
    spans = spans_of(text)
    for span in spans:
        found = _odd(span)
        if found is not None:
            return f"{found}.", _instead(span, _beside(span, spans, text)), span.offset
    if (
        spans
        and not by_night
        and all(span.end > MINUTES_OF_DAY and span.start >= _EVENING for span in spans)
    ):
        found = "these hours are in the night alone."
        return found, _instead(spans[0], _beside(spans[0], spans, text)), spans[0].offset
    return None


def _odd(span: WrittenSpan) -> str | None:
    lasts = span.end - span.start
    written = f"{time_of_day(span.start)}-{time_of_day(span.end)}"
    if _LONG <= lasts < MINUTES_OF_DAY:
        return f"{written} lasts {_hours(lasts)}"
    if lasts < _SHORT:
        return f"{written} lasts {lasts} minutes"
    if span.end > MINUTES_OF_DAY:
        if span.start < _NOON:
            return f"{written} begins in the morning and ends on the next day"
        if lasts >= _LONG_NIGHT:
            return f"{written} closes before it opens, and so lasts {_hours(lasts)} over midnight"
        if span.end - MINUTES_OF_DAY > _LATE_MORNING:
            return f"{written} ends late in the next morning"
    elif span.start in _SMALL_HOURS:
        return f"{written} begins in the small hours"
    return None


def _beside(span: WrittenSpan, spans: list[WrittenSpan], text: str) -> list[WrittenSpan]:
    """Return the *spans* of the same days as *span*: those with but a comma between them."""
    found: list[WrittenSpan] = []
    for other in spans:
        first, last = sorted((span.offset, other.offset))
        between = _SPAN.sub("", text[first:last])
        if other != span and re.fullmatch(r"[\s,]*", between):
            found.append(other)
    return found


def _instead(span: WrittenSpan, beside: list[WrittenSpan]) -> str:
    """Return a question after hours by day that differ in AM and PM alone, or in their order.

    Of several, a working day whose ends are swapped is asked for, then that of another end,
    then the one nearest to the usual eight hours.
    Hours that meet those *beside* are none that anybody meant.
    """
    start, end = span.start, span.end % MINUTES_OF_DAY
    by_day = [
        (opens, closes)
        for opens, closes in (
            (start, (end + _HALF_DAY) % MINUTES_OF_DAY),
            ((start + _HALF_DAY) % MINUTES_OF_DAY, end),
            ((start + _HALF_DAY) % MINUTES_OF_DAY, (end + _HALF_DAY) % MINUTES_OF_DAY),
            (end, start),
        )
        if _EARLY <= opens < closes <= _LATE
        and _FEW_HOURS <= closes - opens <= _HALF_DAY
        and not any(opens < other.end and other.start < closes for other in beside)
    ]
    if not by_day:
        return "Compare them with the source."
    opens, closes = min(by_day, key=lambda hours: _likeliness(hours, span))
    return f"Did you mean {quoted(f'{time_of_day(opens)}-{time_of_day(closes)}')}?"


def _likeliness(hours: tuple[int, int], span: WrittenSpan) -> tuple[bool, bool, int]:
    """Return less for *hours* that are meant by *span* more probably."""
    opens, closes = hours
    swapped = hours == (span.end % MINUTES_OF_DAY, span.start)
    is_working_day = swapped and opens >= _USUAL and closes <= _EVENING
    return not is_working_day, opens != span.start, abs(closes - opens - _USUAL)


def hours_that_surprise(ground: Ground) -> Iterator[Suspicion]:
    """Yield what the reader of the notation warns of: small hours that a later rule eats."""
    for placed in ground.rules:
        for warning in placed.rule.hours.warnings:
            found, remedy = found_and_remedy(warning)
            yield at_hours("hours-read-otherwise", placed, found, remedy, warning.offset)


def improbable_exceptions(ground: Ground) -> Iterator[Suspicion]:
    """Yield hours of single days that nobody keeps."""
    for placed in ground.exceptions:
        answer = improbable(placed.text)
        if answer is not None:
            found, remedy, offset = answer
            text = placed.text
            yield Suspicion("improbable-span", placed.path, found, remedy, text, text, offset)


def exceptions_that_surprise(ground: Ground) -> Iterator[Suspicion]:
    """Yield what the reader of the notation warns of in the hours that replace those of days."""
    for placed in ground.exceptions:
        for warning in () if placed.exception.adds else placed.exception.hours.warnings:
            found, remedy = found_and_remedy(warning)
            if all(rule.state == "closed" for rule in placed.exception.hours.rules):
                remedy = 'Add "adds: true" if nothing but these times is closed.'
            text, offset = placed.text, warning.offset
            yield Suspicion("hours-read-otherwise", placed.path, found, remedy, text, text, offset)


def found_and_remedy(warning: HoursWarning) -> tuple[str, str]:
    """Return the first sentence of a warning, and what it says to write instead."""
    found, stop, remedy = warning.message.partition(". ")
    return found + stop.rstrip(), remedy


def spans_of(text: str) -> list[WrittenSpan]:
    """Return the spans that are written in hours, without those that close.

    >>> spans_of("Mo-Fr 22:00-06:00; Sa 10:00-12:00 off")
    [WrittenSpan(start=1320, end=1800, offset=6)]
    """
    found = []
    for span in _SPAN.finditer(text):
        rest = text[span.end() :].partition(";")[0].lower()
        if re.match(r"[^;]*\b(off|closed)\b", rest):
            continue
        first, first_minute, last, last_minute = map(int, span.groups())
        start, end = first * 60 + first_minute, last * 60 + last_minute
        found.append(WrittenSpan(start, end if end > start else end + MINUTES_OF_DAY, span.start()))
    return found


def at_hours(code: str, placed: PlacedRule, found: str, remedy: str, offset: int) -> Suspicion:
    """Return a doubt that points into the hours of a rule."""
    return Suspicion(code, placed.hours_path, found, remedy, placed.text, placed.text, offset)


def _hours(minutes: int) -> str:
    whole, rest = divmod(minutes, 60)
    return f"{whole} hours" + (f" and {rest} minutes" if rest else "")


DOUBTS = (
    Doubtful(
        "improbable-span",
        "the hours are improbable",
        improbable_spans,
        also=(improbable_exceptions,),
    ),
    Doubtful(
        "hours-read-otherwise",
        "the notation means something else than it seems to",
        hours_that_surprise,
        also=(exceptions_that_surprise,),
    ),
)
