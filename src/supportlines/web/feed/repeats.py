"""Lists of numbers in which weeks repeat, or each is near the one before, written shortly."""

from __future__ import annotations

from typing import Any, Sequence

_PAIR = 2
_MOST = 60
"""Pairs of the longest block that is looked for: some weeks of many edges."""
_WORTH = 6
"""Numbers that a repetition must save."""


def folded(numbers: Sequence[int]) -> list[Any]:
    """Return pairs of *numbers* in which a block that repeats is written once, with how often.

    >>> folded([0, 0, 9, 1, 8, 0, 9, 1, 8, 0, 9, 1, 8, 0, 5, 1])
    [0, 0, [[9, 1, 8, 0], 3], 5, 1]
    """
    found: list[Any] = []
    place = 0
    while place < len(numbers):
        length, times = _longest(numbers, place)
        if times:
            found.append([list(numbers[place : place + length]), times])
            place += length * times
        else:
            found += numbers[place : place + _PAIR]
            place += _PAIR
    return found


def _longest(numbers: Sequence[int], place: int) -> tuple[int, int]:
    """Return the length of the block at *place* whose repetition saves most, and how often it is.

    Never is zero times.
    """
    best, saved = (0, 0), _WORTH - 1
    first = numbers[place : place + _PAIR]
    for length in range(_PAIR, _PAIR * _MOST + 1, _PAIR):
        if numbers[place + length : place + length + _PAIR] != first:
            continue
        block = numbers[place : place + length]
        times = 1
        while numbers[place + length * times : place + length * (times + 1)] == block:
            times += 1
        if length * (times - 1) > saved:
            best, saved = (length, times), length * (times - 1)
    return best


def unfolded(numbers: Sequence[Any]) -> list[int]:
    """Return the numbers that are written as *numbers*; see `folded`.

    >>> unfolded([0, 0, [[9, 1], 3]])
    [0, 0, 9, 1, 9, 1, 9, 1]
    """
    found: list[int] = []
    for one in numbers:
        found += one[0] * one[1] if isinstance(one, list) else [one]
    return found


def stepped(rows: Sequence[Sequence[int]]) -> list[list[int]]:
    """Return *rows* as what is added to the row before: 0 stands for what it is too short for.

    >>> stepped([[0, 0], [1, 0], [1, 1, 5]])
    [[0, 0], [1, 0], [0, 1, 5]]
    """
    found: list[list[int]] = []
    before: Sequence[int] = ()
    for row in rows:
        around = (*before, *[0] * (len(row) - len(before)))
        found.append([one - other for one, other in zip(row, around)])
        before = row
    return found
