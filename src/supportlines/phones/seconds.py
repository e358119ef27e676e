"""What stands in digits behind a number that is whole: another number, or hours.

Where all numbers of a plan are about as long, lengths tell. Where they differ much (Germany,
Austria, Luxembourg, Uruguay) the code of an area is as long as a whole number, and what stands
behind a slash or a hyphen is mostly an extension, which is dialled: there only a number that
begins again, or hours that can be nothing else, are refused.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Callable, Match, NamedTuple

from supportlines.errors import shown
from supportlines.phones.errors import PhoneNumberError

if TYPE_CHECKING:
    from supportlines.phones.words import IsWhole

_DASH = "[-\u2010-\u2014\u2212]"
_HOUR = r"(?:[01]?[0-9]|2[0-4])"
_CLOCK = rf"{_HOUR}(?:\.[0-5][0-9])?"
_HOURS = re.compile(
    rf"(?<=\s)(?P<opens>{_HOUR})(?P<minutes>\.[0-5][0-9])?\s?{_DASH}\s?(?P<closes>{_HOUR})"
    rf"(?P<more>\.[0-5][0-9]|\s?/\s?{_CLOCK}\s?{_DASH}\s?{_CLOCK})?[\s.)]*$"
)
_DAY_AND_NIGHT = ("24", "7")
_DIGITS = re.compile(r"[0-9]+")
_GAP = re.compile(r"(?<=[0-9)])[^0-9(]+(?=[0-9(])")
"""What stands between two groups."""

_BETWEEN_TWO = re.compile(rf"/|\s{_DASH}\s")
"""What stands between two numbers, and sometimes behind the code of an area."""

_BEHIND_A_CODE = re.compile(rf"(?<=[0-9]#)\s*(?:/|{_DASH})?\s*(?=[*#0-9])")
_SECOND_STAR = re.compile(rf"(?<=[0-9])(?:\s*/\s*|\s+{_DASH}\s+)(?=[*#0-9])")
_STAR_AGAIN = re.compile(r"(?<=[0-9])[^0-9*#]+(?=[*#]\s?[0-9])")
_LONG = 9
"""Digits of a plan with numbers of all lengths, behind which two more groups are no extension."""

_WITH_AREA = 6
"""Digits that are more than the code of an area there."""

_FULL_GROUP = 5
"""Digits; a group of so many is no extension."""


class NumberPlan(NamedTuple):
    """What is known of the numbers that a written one may be."""

    is_whole: IsWhole
    """Tells whether digits are enough for a number."""

    fits: IsWhole
    """Tells whether they are as many as a number there can have."""

    is_short: Callable[[str], bool]
    """Tells whether they are a short number that is in use."""

    is_open: bool
    """Whether numbers are of very different lengths."""

    calling_code: str = ""
    """With which the digits begin, if they do."""

    def national(self, digits: str) -> str:
        """Return *digits* without calling code and zeros in front."""
        return digits[len(self.calling_code) :].lstrip("0")


def ends_like_hours(text: str) -> bool:
    """Return whether *text* ends in what can be hours: 9-17, 8.30-12/13-17, 24-7.

    >>> ends_like_hours("0800 1111 9-17"), ends_like_hours("01 531 15-25")
    (True, False)
    """
    return _HOURS.search(text) is not None


def refuse_seconds(text: str, start: int, plan: NumberPlan) -> None:
    """Refuse a second number or hours behind digits that are a number by themselves.

    The digits begin at *start*, behind a plus.

    Raises:
        PhoneNumberError: At the second one.
    """
    hours = _HOURS.search(text)
    if hours is not None and _are_hours(hours, _digits(text[start : hours.start()]), plan):
        _refuse(text, hours.start())
    if any(one.isalpha() for one in text):
        return  # a word may be a part of the number: see `words`
    for gap in _GAP.finditer(text, start):
        groups, second = _DIGITS.findall(text[start : gap.start()]), _digits(text[gap.end() :])
        is_strong = _BETWEEN_TWO.search(gap.group()) is not None
        if _is_second(groups, second, plan, is_strong=is_strong):
            _refuse(text, gap.end())


def refuse_second_star(text: str, start: int) -> None:
    """Refuse a second number behind one that begins with a star or a hash, or hours.

    A code that ends in a hash may have gaps between its parts; nothing stands behind its end.

    Raises:
        PhoneNumberError: At the second one.
    """
    patterns = [_BEHIND_A_CODE, _SECOND_STAR]
    if not text.rstrip().endswith("#"):
        patterns.append(_STAR_AGAIN)
    for pattern in patterns:
        second = pattern.search(text, start + 1)
        if second is not None:
            _refuse(text, second.end())
    hours = _HOURS.search(text)
    if hours is not None and _DIGITS.search(text, start, hours.start()):
        _refuse(text, hours.start())


def _are_hours(hours: Match[str], before: str, plan: NumberPlan) -> bool:
    """Return whether *hours* behind the digits *before* can be nothing else."""
    if not plan.is_whole(before):
        return False
    if not plan.is_open:
        return True
    span = (hours["opens"], hours["closes"])
    is_clear = hours["minutes"] or hours["more"] or len(span[0]) == 1 or span == _DAY_AND_NIGHT
    return len(plan.national(before)) >= (_WITH_AREA if is_clear else _LONG)


def _is_second(groups: list[str], second: str, plan: NumberPlan, *, is_strong: bool) -> bool:
    """Return whether *second* is another number than that of the *groups* before it."""
    first = "".join(groups)
    if is_strong and plan.is_short(first) and (plan.is_short(second) or plan.is_whole(second)):
        return True
    if not plan.is_whole(first):
        return False
    if not plan.fits(first + second):
        return is_strong or (plan.is_whole(second) and _are_alike(first, second))
    mine, theirs = plan.national(first), plan.national(plan.calling_code + second)
    if plan.is_open:
        # A second number has the zero of the area again, or is as long as the last full group.
        is_long = min(len(mine), len(theirs)) >= _WITH_AREA
        again = second.startswith("0") and is_long and mine[:2] == theirs[:2]
        own = groups[1:] if plan.calling_code else groups
        is_full = len(own) > 1 and len(second) == len(own[-1]) >= _FULL_GROUP
        return again or (is_strong and is_full)
    return is_strong and len(mine) == len(theirs) and mine[:2] == theirs[:2]


def _are_alike(first: str, second: str) -> bool:
    """Return whether both begin with one digit and are about as long, as numbers of a country."""
    return first[0] == second[0] and abs(len(first) - len(second)) <= 2  # noqa: PLR2004


def _refuse(text: str, offset: int) -> None:
    raise PhoneNumberError(
        text,
        offset,
        f'has "{shown(text[offset:].rstrip())}" behind digits that are a number by themselves',
        "Write one number alone; another is a line of its own, and hours belong to availability.",
    )


def _digits(text: str) -> str:
    return "".join(_DIGITS.findall(text))
