"""Public holidays through time, compared fast: whole, or on some days only."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from supportlines.hours import DAY

if TYPE_CHECKING:
    from supportlines.lookup.holidays import Holidays

_EPOCH = date(1970, 1, 1).toordinal()


class DaysAlike:
    """Numbers public holidays of which the same is known on all days of a time."""

    def __init__(self, since: int, until: int) -> None:
        """Look at the days from *since* to *until*, POSIX seconds, by any clock's date."""
        self._first = since // DAY
        self._days = [
            date.fromordinal(day + _EPOCH) for day in range(self._first, until // DAY + 1)
        ]
        self._numbers: dict[Holidays, int] = {}
        self._rows: dict[tuple[int, ...], int] = {}
        self._by_number: list[tuple[int, ...]] = []
        self._told: dict[object, int] = {}

    def of(self, holidays: Holidays) -> int:
        """Return the number of *holidays*: the same for those that are alike on all days."""
        if holidays not in self._numbers:
            told = map(holidays.told_on, self._days)
            row = tuple(self._told.setdefault(one, len(self._told)) for one in told)
            if row not in self._rows:
                self._rows[row] = len(self._by_number)
                self._by_number.append(row)
            self._numbers[holidays] = self._rows[row]
        return self._numbers[holidays]

    def are_alike(
        self, some: tuple[int, ...], others: tuple[int, ...], span: tuple[int, int | None]
    ) -> bool:
        """Return whether *some* and *others*, one by one, are alike on the days of *span*.

        Args:
            some: Numbers.
            others: As many.
            span: The first POSIX second and the last, or None if it has no end.
        """
        if some == others:
            return True
        start = max(span[0] // DAY - self._first, 0)
        end = None if span[1] is None else span[1] // DAY + 1 - self._first
        rows = self._by_number
        return len(some) == len(others) and all(
            rows[one][start:end] == rows[other][start:end] for one, other in zip(some, others)
        )
