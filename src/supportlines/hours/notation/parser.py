"""Text in OpenStreetMap's notation becomes rules; what is not understood is refused by name."""

from __future__ import annotations

from typing import NamedTuple, NoReturn

from supportlines.errors import check_text
from supportlines.hours.days import MINUTES_OF_DAY, MONTHS, WEEKDAY_NAMES, WEEKDAYS
from supportlines.hours.errors import HoursSyntaxError
from supportlines.hours.notation.tokens import tokens_of
from supportlines.hours.notation.weekdays import NO_PLACES, WeekdaysParser
from supportlines.hours.rules import (
    EVERY_WEEKDAY,
    WHOLE_DAY,
    Dates,
    HoursRule,
    MinuteSpan,
    State,
    merge_spans,
)

LONGEST_TEXT = 20_000
"""Characters; nobody publishes hours longer than that."""

_STATES: dict[str, State] = {
    "open": "open", "off": "closed", "closed": "closed", "unknown": "unknown"
}  # fmt: skip
_SUN = ("sunrise", "sunset", "dawn", "dusk")
_TIME_EXAMPLE = 'Write HH:MM, for example "Mo-Fr 09:00-17:00".'
_DAY_AND_NIGHT = 'Write "24/7" for day and night, or the days and times: "Mo-Fr 00:00-24:00".'


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
    return _Parser(text).parse()


class _Parser(WeekdaysParser):
    """Reads tokens from left to right and never goes back."""

    def __init__(self, text: str) -> None:
        super().__init__(text, tokens_of(text))

    def parse(self) -> tuple[ParsedRule, ...]:
        if self.token.kind == "end":
            self.refuse(
                'Write hours, for example "Mo-Fr 09:00-17:00" or "24/7".', "nothing is written"
            )
        rules = [self.parse_rule(added=False)]
        while self.token.kind != "end":
            separator = self.token
            if separator.kind == "||":
                self.refuse_by_name(
                    "fallback rules (||)", "State the hours with ; or , between rules."
                )
            if separator.kind not in (";", ","):
                self.refuse_here("Write ; or , between two rules.")
            if separator.kind == "," and not rules[-1].is_complete:
                self.refuse_here(
                    "Write times or a state before the comma, for example 09:00-17:00."
                )
            self.advance()
            if separator.kind == ";" and self.token.kind == "end":
                break
            rules.append(self.parse_rule(added=separator.kind == ","))
        return tuple(rules)

    def parse_rule(self, *, added: bool) -> ParsedRule:
        start = self.token.offset
        always = self.parse_always()
        weekdays, nth, holidays = EVERY_WEEKDAY, NO_PLACES, ""
        dates: tuple[Dates, ...] = ()
        spans: tuple[MinuteSpan, ...] = ()
        if not always:
            dates = self.parse_dates()
            if dates:
                self.accept(":")
            if self.at_weekday():
                weekdays, nth, holidays = self.parse_weekdays()
                self.accept(":")
            spans = self.parse_spans()
        selected = self.token.offset > start
        state, has_state = self.parse_state()
        comment = self.parse_comment()
        if comment is not None and not has_state:
            state, has_state = "unknown", True
        if self.token.offset == start:
            self.refuse_here('Write days, times or a state, for example "Mo-Fr 09:00-17:00".')
        if not selected:
            always = True
        before = self.tokens[self.index - 1]
        rule = HoursRule(
            spans=merge_spans(spans) if spans else WHOLE_DAY,
            state=state,
            comment=comment,
            dates=dates,
            weekdays=weekdays,
            nth=nth,
            holidays=holidays,  # type: ignore[arg-type]
            added=added,
            always=always,
        )
        return ParsedRule(rule, start, before.offset + len(before.text), bool(spans), has_state)

    def parse_always(self) -> bool:
        if [token.text for token in self.tokens[self.index : self.index + 3]] != ["24", "/", "7"]:
            return False
        for _ in range(3):
            self.advance()
        return True

    def parse_state(self) -> tuple[State, bool]:
        if self.token.kind != "word":
            return "open", False
        state = _STATES.get(self.token.text.lower())
        if state is None:
            self.refuse_word()
        self.advance()
        return state, True

    def parse_comment(self) -> str | None:
        if self.token.kind != "comment":
            return None
        return self.advance().text[1:-1]

    # -- times ----------------------------------------------------------------------------

    def parse_spans(self) -> tuple[MinuteSpan, ...]:
        spans: list[MinuteSpan] = []
        while self.at_time():
            spans.append(self.parse_span())
            if self.token.kind != "," or not self.time_follows():
                break
            self.advance()
        return tuple(spans)

    def at_time(self) -> bool:
        if self.token.kind == "(":
            self.refuse_by_name("times relative to the sun", _TIME_EXAMPLE)
        if self.token.kind == "word" and self.token.text.lower() in _SUN:
            self.refuse_by_name(f"the time {self.token.text.lower()}", _TIME_EXAMPLE)
        return self.token.kind == "number"

    def time_follows(self) -> bool:
        after = self.peek(1)
        if after.kind == "number":
            return self.peek(2).kind in (":", "-") and len(after.text) <= 2  # noqa: PLR2004
        return after.kind == "(" or after.text.lower() in _SUN

    def parse_span(self) -> MinuteSpan:
        start_token = self.token
        start = self.parse_time()
        if start >= MINUTES_OF_DAY:
            raise HoursSyntaxError(
                self.text,
                start_token.offset,
                'Write the hours after midnight with the next day, for example "Tu 00:00-02:00".',
                "a span cannot start at 24:00 or later",
            )
        if self.token.kind == "+":
            self.refuse_by_name(
                "open ends (09:00+)", 'Write when it ends, for example "09:00-17:00".'
            )
        if self.token.kind != "-":
            self.refuse(
                'Write a span with its end, for example "09:00-17:00".',
                f"a span has no end: found {self.token.shown}",
            )
        self.advance()
        if not self.at_time():
            self.refuse_here('Write the end of the span, for example "09:00-17:00".')
        end_token = self.token
        end = self.parse_time()
        if self.token.kind == "+":
            self.refuse_by_name(
                "open ends (17:00+)", 'Write when it ends, for example "09:00-17:00".'
            )
        if self.token.kind == "/":
            self.refuse_by_name(
                "repeated points in time (/)", 'Write spans, for example "09:00-17:00".'
            )
        if end <= start:
            end += MINUTES_OF_DAY
        elif end > 2 * MINUTES_OF_DAY:
            raise HoursSyntaxError(
                self.text,
                end_token.offset,
                "Write an hour up to 48:00.",
                "a span cannot end after 48:00",
            )
        return start, end

    def parse_time(self) -> int:
        hour = self.token
        if hour.kind != "number":
            self.refuse_here(_TIME_EXAMPLE)
        is_end = self.index > 0 and self.tokens[self.index - 1].kind == "-"
        self.advance()
        if self.token.kind != ":":
            remedy = _DAY_AND_NIGHT if hour.text == "24" and not is_end else _TIME_EXAMPLE
            raise HoursSyntaxError(self.text, hour.offset, remedy, "a time needs minutes")
        self.advance()
        minute = self.token
        if minute.kind != "number" or len(minute.text) != 2 or int(minute.text) > 59:  # noqa: PLR2004
            self.refuse_here("Write minutes from 00 to 59, with two digits.")
        if len(hour.text) > 2 or int(hour.text) > 48:  # noqa: PLR2004
            raise HoursSyntaxError(
                self.text, hour.offset, "Write an hour from 00 to 24, or to 48 where a span ends.",
                f'there is no hour "{hour.text}"',
            )  # fmt: skip
        self.advance()
        if self.token.kind == ":":
            self.refuse_by_name("seconds", "Write HH:MM.")
        if self.token.kind == "word" and self.token.text.lower() in ("am", "pm"):
            self.refuse_by_name(f'the word "{self.token.text}"', "Write the hour from 00 to 24.")
        return int(hour.text) * 60 + int(minute.text)

    # -- refusals -------------------------------------------------------------------------

    def refuse_word(self) -> NoReturn:
        word = self.token.text
        lower = word.lower()
        if lower in _SUN:
            self.refuse_by_name(f"the time {lower}", _TIME_EXAMPLE)
        if lower == "sh":
            self.refuse_by_name("school holidays (SH)", "Write the dates of the holidays.")
        if lower == "easter":
            self.refuse_by_name("Easter", 'Write its date, for example "2026 Apr 5".')
        if lower == "week":
            self.refuse_by_name("week numbers", 'Write dates, for example "Jan 5-11".')
        meant = _meant(lower)
        if meant:
            self.refuse(
                f'Write "{meant}" instead.', f'the word "{word}" has no meaning in opening hours'
            )
        known = ", ".join((*WEEKDAYS, "PH", *MONTHS, "open", "off", "unknown"))
        self.refuse(f"The words are {known}.", f'the word "{word}" has no meaning here')


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
    return {
        "daily": "Mo-Su", "always": "24/7", "weekdays": "Mo-Fr", "weekends": "Sa,Su",
        "holidays": "PH", "holiday": "PH", "none": "off", "shut": "off", "to": "-", "and": ",",
    }.get(word)  # fmt: skip
