"""The times of a rule: spans of a day in hours and minutes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from supportlines.hours.days import MINUTES_OF_DAY

if TYPE_CHECKING:
    from supportlines.hours.notation.reader import TokenReader
    from supportlines.hours.rules import MinuteSpan

TIME_EXAMPLE = 'Write HH:MM, for example "Mo-Fr 09:00-17:00".'
SUN = ("sunrise", "sunset", "dawn", "dusk")
"""Events that are times elsewhere: when they are depends on the place, which no line has."""

_DAY_AND_NIGHT = 'Write "24/7" for day and night, or the days and times: "Mo-Fr 00:00-24:00".'
_LAST_HOUR = 48
_LAST_MINUTE = 59
_DIGITS = 2


def read_spans(reader: TokenReader) -> tuple[MinuteSpan, ...]:
    """Return the spans that stand here, as they are written; none if none do."""
    spans: list[MinuteSpan] = []
    while _at_time(reader):
        spans.append(_read_span(reader))
        if reader.token.kind != "," or not _at_another_time(reader):
            break
        reader.advance()
    return tuple(spans)


def _at_time(reader: TokenReader) -> bool:
    if reader.token.kind == "(":
        reader.refuse_by_name("times relative to the sun", TIME_EXAMPLE)
    if reader.token.kind == "word" and reader.token.text.lower() in SUN:
        reader.refuse_by_name(f"the time {reader.token.text.lower()}", TIME_EXAMPLE)
    return reader.token.kind == "number"


def _at_another_time(reader: TokenReader) -> bool:
    """Return whether a time, and no date, stands after the comma that stands here."""
    after = reader.peek(1)
    if after.kind == "number":
        return reader.peek(2).kind in (":", "-") and len(after.text) <= _DIGITS
    return after.kind == "(" or after.text.lower() in SUN


def _read_span(reader: TokenReader) -> MinuteSpan:
    start_token = reader.token
    start = _read_time(reader, is_end=False)
    if start >= MINUTES_OF_DAY:
        raise reader.error(
            start_token,
            'Write the hours after midnight with the next day, for example "Tu 00:00-02:00".',
            "a span cannot start at 24:00 or later",
        )
    if reader.token.kind == "+":
        reader.refuse_by_name(
            "open ends (09:00+)", 'Write when it ends, for example "09:00-17:00".'
        )
    if not reader.accept("-"):
        reader.refuse(
            'Write a span with its end, for example "09:00-17:00".',
            f"a span has no end: found {reader.token.shown}",
        )
    if not _at_time(reader):
        reader.refuse_here('Write the end of the span, for example "09:00-17:00".')
    end_token = reader.token
    end = _read_time(reader, is_end=True)
    if reader.token.kind == "+":
        reader.refuse_by_name(
            "open ends (17:00+)", 'Write when it ends, for example "09:00-17:00".'
        )
    if reader.token.kind == "/":
        reader.refuse_by_name(
            "repeated points in time (/)", 'Write spans, for example "09:00-17:00".'
        )
    if end <= start:
        end += MINUTES_OF_DAY
    elif end > 2 * MINUTES_OF_DAY:
        raise reader.error(end_token, "Write an hour up to 48:00.", "a span cannot end after 48:00")
    return start, end


def _read_time(reader: TokenReader, *, is_end: bool) -> int:
    """Return the minutes since midnight of a time such as ``09:00``."""
    hour = reader.token
    reader.advance()
    if not reader.accept(":"):
        # "24" at the beginning is half of "24/7" more often than an hour.
        remedy = _DAY_AND_NIGHT if hour.text == "24" and not is_end else TIME_EXAMPLE
        raise reader.error(hour, remedy, "a time needs minutes")
    minute = reader.token
    is_written_out = minute.kind == "number" and len(minute.text) == _DIGITS
    if not is_written_out or int(minute.text) > _LAST_MINUTE:
        reader.refuse_here("Write minutes from 00 to 59, with two digits.")
    if len(hour.text) > _DIGITS or int(hour.text) > _LAST_HOUR:
        raise reader.error(
            hour,
            "Write an hour from 00 to 24, or to 48 where a span ends.",
            f'there is no hour "{hour.text}"',
        )
    reader.advance()
    if reader.token.kind == ":":
        reader.refuse_by_name("seconds", "Write HH:MM.")
    if reader.token.kind == "word" and reader.token.text.lower() in ("am", "pm"):
        reader.refuse_by_name(f'the word "{reader.token.text}"', "Write the hour from 00 to 24.")
    return int(hour.text) * 60 + int(minute.text)
