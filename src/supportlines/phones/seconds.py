"""What stands in digits behind a number that is whole: another number, or hours."""

from __future__ import annotations

import re
from typing import Callable, List

from supportlines.errors import shown

from .errors import PhoneNumberError

IsWhole = Callable[[str], bool]

_HOURS = re.compile(r"(?<=\s)(?P<opens>[0-9]{1,2})\s?[-\u2013]\s?(?P<closes>[0-9]{1,2})\s*$")
_DIGITS = re.compile(r"[0-9]+")
_SECOND_STAR = re.compile(r"(?<=[0-9])[\s/,]+(?=[*#]\s?[0-9])")
_AN_ENDING = 3
"""Digits; so few behind a whole number are another ending of it."""

_LONGEST_AREA = 5
"""Digits; what is longer is no code of an area, before which the zero stands once."""


def has_hours_behind(text: str) -> bool:
    """Return whether *text* ends in what can be hours: 9-17, 24-7.

    >>> has_hours_behind("0800 1111 9-17"), has_hours_behind("01 531 15-0")
    (True, False)
    """
    found = _HOURS.search(text)
    if found is None:
        return False
    opens, closes = int(found["opens"]), int(found["closes"])
    in_the_afternoon = 7 <= opens <= 10 and 4 <= closes <= 8  # noqa: PLR2004 - "9-5"
    return 0 < opens < closes <= 24 or in_the_afternoon or (opens, closes) == (24, 7)  # noqa: PLR2004


def refuse_seconds(text: str, start: int, is_whole: IsWhole, fits: IsWhole) -> None:
    """Refuse a second number or hours behind digits that are a number by themselves.

    Args:
        text: The written number.
        start: Where its digits begin, behind a plus.
        is_whole: Tells whether digits are enough for a number.
        fits: Tells whether they are as many as a number there can have.

    Raises:
        PhoneNumberError: At the second one.
    """
    if has_hours_behind(text):
        offset = next(found.start() for found in [_HOURS.search(text)] if found is not None)
        if is_whole(_digits(text[start:offset])):
            _refuse(text, offset)
    for offset in (place for place, one in enumerate(text) if one == "/" and place > start):
        front, back = text[start:offset], text[offset:]
        is_more = _DIGITS.search(back) is not None and is_whole(_digits(front))
        groups = _DIGITS.findall(front)[1 if text[:start].endswith("+") else 0 :]
        if is_more and _is_another(groups, _digits(front), _digits(back), is_whole, fits):
            _refuse(text, offset)


def refuse_second_star(text: str, start: int) -> None:
    """Refuse a second number behind one that begins with a star or a hash, or hours.

    Raises:
        PhoneNumberError: At the second one.
    """
    second = _SECOND_STAR.search(text, start + 1)
    if second is not None:
        _refuse(text, second.start())
    hours = _HOURS.search(text) if has_hours_behind(text) else None
    if hours is not None and _DIGITS.search(text, start, hours.start()):
        _refuse(text, hours.start())


def _is_another(
    groups: List[str], first: str, second: str, is_whole: IsWhole, fits: IsWhole
) -> bool:
    """Return whether *second*, behind a whole number and a slash, is another one or its ending.

    A slash stands between the code of an area and the rest as well; behind that nothing begins
    with the zero of the area again, and nothing is as long as the code and begins like it.

    Args:
        groups: Those of the first number, without its calling code.
        first: Its digits.
        second: The digits behind the slash.
        is_whole: Tells whether digits are enough for a number.
        fits: Tells whether they are as many as a number there can have.
    """
    if second.startswith("0") and len(first) > _LONGEST_AREA:
        return True
    if len(first) == len(second) and first[:2] == second[:2]:
        return True
    if not fits(first + second):
        return is_whole(second)
    is_ending = len(second) <= _AN_ENDING or len(second) == len(groups[-1])
    return len(groups) > 1 and is_ending


def _refuse(text: str, offset: int) -> None:
    behind = text[offset:].strip(" /,\t\u00a0")
    place = text.index(behind, offset)
    raise PhoneNumberError(
        text,
        place,
        f'has "{shown(behind)}" behind digits that are a number by themselves',
        "Write one number alone; another is a line of its own, and hours belong to availability.",
    )


def _digits(text: str) -> str:
    return "".join(_DIGITS.findall(text))
