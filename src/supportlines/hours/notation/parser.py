"""Text in OpenStreetMap's notation becomes rules; what is not understood is refused by name."""

from __future__ import annotations

from typing import NamedTuple, NoReturn

from supportlines.errors import check_text
from supportlines.hours.days import MONTHS, WEEKDAY_NAMES, WEEKDAYS
from supportlines.hours.errors import HoursSyntaxError
from supportlines.hours.notation.dates import read_dates
from supportlines.hours.notation.reader import TokenReader
from supportlines.hours.notation.times import SUN, TIME_EXAMPLE, read_spans
from supportlines.hours.notation.weekdays import WeekdaysRead, at_weekday, read_weekdays
from supportlines.hours.rules import (
    WHOLE_DAY,
    HoursRule,
    MinuteSpan,
    RuleDates,
    State,
    merge_spans,
)

LONGEST_TEXT = 20_000
"""Characters; nobody publishes hours longer than that."""

_STATES: dict[str, State] = {
    "open": "open", "off": "closed", "closed": "closed", "unknown": "unknown"
}  # fmt: skip

_MEANT = {
    "daily": "Mo-Su", "always": "24/7", "weekdays": "Mo-Fr", "weekends": "Sa,Su",
    "holidays": "PH", "holiday": "PH", "none": "off", "shut": "off", "to": "-", "and": ",",
}  # fmt: skip
"""The notation's words for those that people write."""

_CLOCKS = frozenset(
    [
        *("UTC", "GMT", "BST", "IST", "WET", "WEST", "CET", "CEST", "EET", "EEST", "MSK"),
        *("JST", "KST", "HKT", "SGT", "AEST", "AEDT", "ACST", "AWST"),
        *("EST", "EDT", "ET", "CST", "CDT", "CT", "MST", "MDT", "MT", "PST", "PDT", "PT"),
    ]
)
"""What people write behind a time for the clock that is meant."""

_NEXT_RULE = "Write ; before it if it replaces the hours of its days, or , if it adds to them."
_DAYS_FIRST = 'Write days and times first, and the state behind them: "Su off".'
_AFTER_DAYS = 'Write , between days, and dates before weekdays: "Jan Mo,Tu 09:00-17:00".'
_DAYS = frozenset(name.lower() for name in (*WEEKDAYS, "PH", *MONTHS))


class ParsedRule(NamedTuple):
    """A rule as it was written, and where."""

    rule: HoursRule
    offset: int
    end: int
    """Index into the text after the rule's last character."""

    has_times: bool
    has_state: bool

    @property
    def is_complete(self) -> bool:
        """Whether the rule says more than days."""
        return self.has_times or self.has_state or self.rule.always


class _Selected(NamedTuple):
    """When a rule holds, as it is written; by default at all times."""

    dates: tuple[RuleDates, ...] = ()
    on: WeekdaysRead = WeekdaysRead()
    spans: tuple[MinuteSpan, ...] = ()
    always: bool = False
    """Whether it is written as ``24/7``, or nothing is written."""


class _StateRead(NamedTuple):
    """What a rule says of its times, as it is written."""

    state: State
    comment: str | None
    is_written: bool


def parse_rules(text: str) -> tuple[ParsedRule, ...]:
    """Return the rules of *text* in the order in which they are written.

    Raises:
        HoursSyntaxError: If *text* is not in the notation, or in a part of it that is not
            supported: open ends, events of the sun, Easter, weeks, school holidays, ``||``.
        WrongTypeError: If *text* is no text.
    """
    check_text("text", text, 'opening hours such as "Mo-Fr 09:00-17:00"')
    if len(text) > LONGEST_TEXT:
        raise HoursSyntaxError(
            text,
            LONGEST_TEXT,
            "Write shorter hours.",
            f"the text has more than {LONGEST_TEXT} characters",
        )
    return _read_rules(TokenReader(text))


def _read_rules(reader: TokenReader) -> tuple[ParsedRule, ...]:
    if reader.token.kind == "end":
        reader.refuse(
            'Write hours, for example "Mo-Fr 09:00-17:00" or "24/7".', "nothing is written"
        )
    rules = [_read_rule(reader, added=False)]
    while reader.token.kind != "end":
        separator = reader.token
        if separator.kind == "||":
            reader.refuse_by_name(
                "fallback rules (||)", "State the hours with ; or , between rules."
            )
        if separator.kind not in (";", ","):
            before = reader.tokens[reader.index - 1]
            is_alone = before.kind == "word" and before.offset == rules[-1].offset
            reader.refuse_here(_DAYS_FIRST if is_alone else _NEXT_RULE)
        if separator.kind == "," and not rules[-1].is_complete:
            reader.refuse_here("Write times or a state before the comma, for example 09:00-17:00.")
        reader.advance()
        if separator.kind == ";" and reader.token.kind == "end":
            break
        rules.append(_read_rule(reader, added=separator.kind == ","))
    return tuple(rules)


def _read_rule(reader: TokenReader, *, added: bool) -> ParsedRule:
    start = reader.token.offset
    selected = _read_selected(reader)
    if reader.token.kind == "word" and reader.token.text.lower() in _DAYS:
        has_times = selected.spans or selected.always
        reader.refuse_here(_NEXT_RULE if has_times else _AFTER_DAYS)
    said = _read_said(reader)
    if reader.token.offset == start:
        reader.refuse_here('Write days, times or a state, for example "Mo-Fr 09:00-17:00".')
    rule = HoursRule(
        spans=merge_spans(selected.spans) if selected.spans else WHOLE_DAY,
        state=said.state,
        comment=said.comment,
        dates=selected.dates,
        weekdays=selected.on.weekdays,
        nth=selected.on.nth,
        holidays=selected.on.holidays,
        added=added,
        always=selected.always,
    )
    last = reader.tokens[reader.index - 1]
    end = last.offset + len(last.text)
    return ParsedRule(rule, start, end, bool(selected.spans), said.is_written)


def _read_selected(reader: TokenReader) -> _Selected:
    start = reader.index
    if [token.text for token in reader.tokens[start : start + 3]] == ["24", "/", "7"]:
        for _ in range(3):
            reader.advance()
        return _Selected(always=True)
    on = WeekdaysRead()
    dates = read_dates(reader)
    if dates:
        reader.accept(":")
    if at_weekday(reader):
        on = read_weekdays(reader)
        reader.accept(":")
    spans = read_spans(reader)
    return _Selected(dates, on, spans, always=reader.index == start)


def _read_said(reader: TokenReader) -> _StateRead:
    state: State | None = None
    if reader.token.kind == "word":
        state = _STATES.get(reader.token.text.lower())
        if state is None:
            _refuse_word(reader)
        reader.advance()
    comment = reader.advance().text[1:-1] if reader.token.kind == "comment" else None
    if state is None and comment is not None:
        # The notation has it so: a remark alone, such as "by arrangement", promises nothing.
        state = "unknown"
    return _StateRead(state or "open", comment, state is not None)


def _refuse_word(reader: TokenReader) -> NoReturn:
    word = reader.token.text
    lower = word.lower()
    if lower in SUN:
        reader.refuse_by_name(f"the time {lower}", TIME_EXAMPLE)
    if lower == "sh":
        reader.refuse_by_name("school holidays (SH)", "Write the dates of the holidays.")
    if lower == "easter":
        reader.refuse_by_name("Easter", 'Write its date, for example "2026 Apr 5".')
    if lower == "week":
        reader.refuse_by_name("week numbers", 'Write dates, for example "Jan 5-11".')
    if word in _CLOCKS:
        expected = "Leave it out: whose clock it is stands beside the hours."
        reader.refuse(expected, f'the time zone "{word}" is no part of opening hours')
    meant = _meant(lower)
    if meant:
        reader.refuse(
            f'Write "{meant}" instead.', f'the word "{word}" has no meaning in opening hours'
        )
    known = ", ".join((*WEEKDAYS, "PH", *MONTHS, "open", "off", "unknown"))
    reader.refuse(f"The words are {known}.", f'the word "{word}" has no meaning here')


def _meant(word: str) -> str | None:
    """Return the notation's word for one that people write."""
    if len(word) < 3:  # noqa: PLR2004 - too short to tell
        return None
    for short, name in zip(WEEKDAYS, WEEKDAY_NAMES):
        if name.lower().startswith(word) or word.rstrip("s") == name.lower():
            return short
    for month in MONTHS:
        if word.startswith(month.lower()):
            return month
    return _MEANT.get(word)
