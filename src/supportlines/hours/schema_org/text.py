"""The simple form of schema.org's ``openingHours``, such as ``Mo-Fr 09:00-17:00``."""

from __future__ import annotations

import re
from typing import NamedTuple

from supportlines.hours.rules import WHOLE_DAY, MinuteSpan
from supportlines.hours.schema_org.literals import (
    EVERY_DAY,
    NamedDays,
    day_list,
    is_of_half_a_day,
    read_time,
    span_between,
)

_LONGEST = 1000
_TOKEN = re.compile(
    r"(?P<space>\s+)"
    r"|(?P<time>T?\d{1,2}:\d\d(?::\d\d(?:\.\d+)?)?(?:\s?[ap]\.?m\b\.?)?(?:Z|[+]\d\d:?\d\d)?"
    r"|\d{1,2}\s?[ap]\.?m\b\.?|\d{4}(?!\d))"
    r"|(?P<word>[a-z]+\.?)"
    r"|(?P<dash>[-–—−‐‑])"
    r"|(?P<comma>[,&/])"
    r"|(?P<sign>[:;])",
    re.ASCII | re.IGNORECASE,
)
_KINDS = {
    ":": ":", ";": ";", "to": "dash", "through": "dash", "and": "comma", "closed": "closed",
    "off": "closed",
}  # fmt: skip
_ALWAYS = "24/7"


class Group(NamedTuple):
    """Days with their spans, none where they are closed."""

    days: NamedDays
    spans: tuple[MinuteSpan, ...]
    follows: bool = False
    """Whether it stands after ``;``, where OpenStreetMap's notation replaces what is before."""


class _Token(NamedTuple):
    kind: str
    text: str


def read_text(text: str) -> tuple[Group, ...] | None:
    """Return the groups of days and spans that *text* states; None if it is not understood.

    >>> read_text("Mo,We 9:00-12:00; Sa closed")
    (Group(days=NamedDays(weekdays=5, holidays=False), spans=((540, 720),), follows=False), \
Group(days=NamedDays(weekdays=32, holidays=False), spans=(), follows=True))
    """
    if text.strip() == _ALWAYS:
        return (Group(NamedDays(EVERY_DAY.weekdays, holidays=True), WHOLE_DAY),)
    tokens = _tokens_of(text)
    groups: list[Group] = []
    follows = False
    while tokens:
        days, rest = _days(tokens)
        spans, after = _spans(rest)
        is_closed = not spans and bool(rest) and rest[0].kind == "closed"
        after = rest[1:] if is_closed else after
        # Days alone are open all day and hours alone are those of every day, if nothing else
        # stands there: it may say what is meant.
        is_half = len(rest) == len(tokens) or not (spans or is_closed)
        if days is None or spans is None or (is_half and (groups or after)):
            return None
        groups.append(Group(days, spans if spans or is_closed else WHOLE_DAY, follows))
        follows = bool(after) and after[0].kind == ";"
        tokens = after[1:] if after and after[0].kind in ("comma", ";") else after
    return tuple(groups) or None


def _tokens_of(text: str) -> list[_Token]:
    tokens: list[_Token] = []
    offset = 0
    while offset < len(text):
        match = _TOKEN.match(text, offset)
        if match is None or len(text) > _LONGEST:
            return [_Token("unknown", text)]
        kind, found = str(match.lastgroup), match.group()
        if kind != "space":
            tokens.append(_Token(_KINDS.get(found.lower(), kind), found))
        offset = match.end()
    return tokens


def _days(tokens: list[_Token]) -> tuple[NamedDays | None, list[_Token]]:
    """Return the days at the beginning, every day if none are named, and what follows."""
    count = next(
        (n for n, token in enumerate(tokens) if token.kind not in ("word", "dash", "comma")),
        len(tokens),
    )
    rest = tokens[count:]
    if count == 0:
        return EVERY_DAY, rest
    if rest and rest[0].kind == ":":
        rest = rest[1:]
    named = tokens[:count]
    if named[-1].kind == "comma":
        named = named[:-1]
    return day_list(" ".join(token.text for token in named)), rest


def _spans(tokens: list[_Token]) -> tuple[tuple[MinuteSpan, ...] | None, list[_Token]]:
    """Return the spans at the beginning, None if one is not read, and what follows."""
    spans: list[MinuteSpan] = []
    while tokens and tokens[0].kind == "time":
        if [token.kind for token in tokens[1:3]] != ["dash", "time"]:
            return None, tokens
        first, last = tokens[0].text, tokens[2].text
        opens, closes = read_time(first, []), read_time(last, [])
        span = None if opens is None or closes is None else span_between(opens, closes)
        if is_of_half_a_day(first, last) or is_of_half_a_day(last, first):
            span = None
        if span is None:
            return None, tokens
        spans.append(span)
        tokens = tokens[3:]
        if [token.kind for token in tokens[:2]] == ["comma", "time"]:
            tokens = tokens[1:]
    return tuple(spans), tokens
