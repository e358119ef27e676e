"""Which replies make a difference: those of which all answers are equal stand in one group."""

from __future__ import annotations

from typing import TYPE_CHECKING, Sequence

from supportlines.web.feed.from_where import ELSEWHERE

if TYPE_CHECKING:
    from supportlines.web.feed.asking import PageAsk, PageAsks


def told_apart(asks: PageAsks, table: Sequence[int]) -> tuple[PageAsks, list[int]]:
    """Return *asks* and their *table* of answers without what makes no difference.

    Groups of one ask with equal answers, whatever else is said, become one. What is equal to
    saying nothing is left out, but for tiers and languages, of which each has its number.
    """
    kept: list[PageAsk] = []
    rows = list(table)
    sizes = [len(one.digits) for one in asks.asks]
    for place, one in enumerate(asks.asks):
        slices = _slices(rows, sizes, place)
        if one.is_set or one.default:
            kept.append(one)
            continue
        numbers = _numbers(slices)
        if one.name == "time_zone" and any(numbers):
            numbers = [*range(len(slices))]  # a group is one clock, by which times are shown
        if any(ELSEWHERE in group for group, number in zip(one.groups, numbers[1:]) if number):
            # Who is at home says nothing; other countries must be named, or they are elsewhere.
            here = len(set(numbers))
            numbers = [0, *(number or here for number in numbers[1:])]
        groups = _joined(one, numbers)
        distinct = [slices[numbers.index(number)] for number in range(len(set(numbers)))]
        rows = _joined_rows(distinct, sizes, place)
        sizes[place] = len(distinct)
        if groups:
            kept.append(one._replace(groups=_short(one.name, groups)))
    return asks._replace(asks=tuple(kept)), rows


def _slices(rows: Sequence[int], sizes: Sequence[int], place: int) -> list[list[int]]:
    """Return the answers for each digit of the ask at *place*."""
    inner = _product(sizes[place + 1 :])
    found: list[list[int]] = [[] for _ in range(sizes[place])]
    for index, row in enumerate(rows):
        found[index // inner % sizes[place]].append(row)
    return found


def _joined_rows(slices: Sequence[Sequence[int]], sizes: Sequence[int], place: int) -> list[int]:
    """Return *slices* as one table again."""
    inner = _product(sizes[place + 1 :])
    outer = _product(sizes[:place])
    return [
        row
        for block in range(outer)
        for one in slices
        for row in one[block * inner : (block + 1) * inner]
    ]


def _product(sizes: Sequence[int]) -> int:
    count = 1
    for one in sizes:
        count *= one
    return count


def _numbers(slices: Sequence[Sequence[int]]) -> list[int]:
    """Return for each of *slices* the number of the first that is equal, without gaps."""
    known: dict[tuple[int, ...], int] = {}
    return [known.setdefault(tuple(one), len(known)) for one in slices]


def _joined(one: PageAsk, numbers: Sequence[int]) -> tuple[tuple[str, ...], ...]:
    """Return the groups of *one* by their *numbers*, of which the first is that of no reply."""
    found: dict[int, list[str]] = {}
    for group, number in zip(one.groups, numbers[1:]):
        if number:
            found.setdefault(number, []).extend(group)
    return tuple(tuple(found[number]) for number in sorted(found))


_MANY = 20
"""Parts of a country that are one reply: any other part."""


def _short(name: str, groups: tuple[tuple[str, ...], ...]) -> tuple[tuple[str, ...], ...]:
    """Return *groups* in which many parts of a country are not named, but all others."""
    largest = max(groups, key=len)
    if name != "subdivision" or len(largest) < _MANY:
        return groups
    return tuple((ELSEWHERE,) if group is largest else group for group in groups)
