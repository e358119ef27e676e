"""What stands in digits behind a number that is whole: another number, or hours."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, List, Optional

from supportlines.errors import shown

from .errors import PhoneNumberError

if TYPE_CHECKING:
    from .words import IsWhole

_HOURS = re.compile(r"(?<=\s)(?P<opens>[0-9]{1,2})\s?[-\u2013]\s?(?P<closes>[0-9]{1,2})\s*$")
_DIGITS = re.compile(r"[0-9]+")
_GAP = re.compile(r"(?<=[0-9)])[^0-9(]+(?=[0-9(])")
"""What stands between two groups; a "/" is the strongest of it."""

_SECOND_STAR = re.compile(r"(?<=[0-9])[^0-9*#]+(?=[*#]\s?[0-9])")
_AN_ENDING = 3
"""Digits; so few behind a whole number are another ending of it."""

_LONGEST_AREA = 5
"""Digits; what is longer is no code of an area, before which the zero stands once."""


def hours_behind(text: str) -> Optional[int]:
    """Return where *text* ends in what can be hours (9-17, 9-5, 24-7), or None.

    >>> hours_behind("0800 1111 9-17"), hours_behind("01 531 15-0")
    (10, None)
    """
    found = _HOURS.search(text)
    if found is None:
        return None
    opens, closes = int(found["opens"]), int(found["closes"])
    in_the_afternoon = 7 <= opens <= 10 and 4 <= closes <= 8  # noqa: PLR2004 - "9-5"
    can_be = 0 < opens < closes <= 24 or in_the_afternoon or (opens, closes) == (24, 7)  # noqa: PLR2004
    return found.start() if can_be else None


def refuse_seconds(text: str, start: int, is_whole: IsWhole, fits: IsWhole) -> None:
    """Refuse a second number or hours behind digits that are a number by themselves.

    The digits begin at *start*, behind a plus; *is_whole* and *fits* are those of `words`.

    Raises:
        PhoneNumberError: At the second one.
    """
    hours = hours_behind(text)
    if hours is not None and is_whole(_digits(text[start:hours])):
        _refuse(text, hours)
    if any(one.isalpha() for one in text):
        return  # a word may be a part of the number: see `words`
    calling_code = 1 if text[:start].endswith("+") else 0
    for gap in _GAP.finditer(text, start):
        groups, second = _DIGITS.findall(text[start : gap.start()]), _digits(text[gap.end() :])
        first = "".join(groups)
        if not is_whole(first):
            continue
        is_too_long = not fits(first + second)
        if "/" not in gap.group():
            is_more = is_too_long and is_whole(second) and _are_alike(first, second)
        else:
            is_ending = _is_an_ending(groups[calling_code:], second)
            is_more = is_too_long or is_ending or _is_another(first, second)
        if is_more:
            _refuse(text, gap.end())


def refuse_second_star(text: str, start: int) -> None:
    """Refuse a second number behind one that begins with a star or a hash, or hours.

    Raises:
        PhoneNumberError: At the second one.
    """
    second = _SECOND_STAR.search(text, start + 1)
    if second is not None:
        _refuse(text, second.end())
    hours = hours_behind(text)
    if hours is not None and _DIGITS.search(text, start, hours):
        _refuse(text, hours)


def _is_another(first: str, second: str) -> bool:
    """Return whether *second*, behind a slash, begins again as *first* did.

    A slash stands between the code of an area and the rest as well; behind that nothing begins
    with the zero of the area again, and nothing is as long as the code and begins like it.
    """
    if second.startswith("0") and len(first) > _LONGEST_AREA:
        return True
    return len(first) == len(second) and first[:2] == second[:2]


def _are_alike(first: str, second: str) -> bool:
    """Return whether both begin with one digit and are about as long, as numbers of a country."""
    return first[0] == second[0] and abs(len(first) - len(second)) <= 2  # noqa: PLR2004


def _is_an_ending(groups: List[str], second: str) -> bool:
    """Return whether *second* may stand for the end of a number of several *groups*."""
    return len(groups) > 1 and (len(second) <= _AN_ENDING or len(second) == len(groups[-1]))


def _refuse(text: str, offset: int) -> None:
    raise PhoneNumberError(
        text,
        offset,
        f'has "{shown(text[offset:].rstrip())}" behind digits that are a number by themselves',
        "Write one number alone; another is a line of its own, and hours belong to availability.",
    )


def _digits(text: str) -> str:
    return "".join(_DIGITS.findall(text))
