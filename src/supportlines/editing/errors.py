"""What cannot be written into a data file."""

from __future__ import annotations

from supportlines.errors import SupportlinesError, one_line


class CannotInsertError(SupportlinesError, ValueError):
    """A place at which nothing can be put in without changing something else.

    Attributes:
        file: The name of the file as it was given.
        line: Of the record, counted from 1.
        column: Counted from 1.
        path: The record by its ids.
        entry: What to write by hand.

    >>> print(CannotInsertError("my.yaml", 7, 9, "regions / uk / gb", "{on: 2026-11-30}"))
    my.yaml:7:9: regions / uk / gb: this record is written in a way that cannot be continued \
without changing something else; the file stays as it is. Write by hand, under "exceptions": \
{on: 2026-11-30}
    """

    def __init__(self, file: str, line: int, column: int, path: str, entry: str) -> None:
        super().__init__(file, line, column, path, entry)
        self.file = file
        self.line = line
        self.column = column
        self.path = path
        self.entry = entry

    def __str__(self) -> str:
        return (
            f"{one_line(self.file)}:{self.line}:{self.column}: {self.path}: this record is "
            "written in a way that cannot be continued without changing something else; the file "
            f'stays as it is. Write by hand, under "exceptions": {self.entry}'
        )


class TooHighError(SupportlinesError, ValueError):
    """An exception over which no other can hold.

    >>> print(TooHighError("gb", 999_999))
    an exception of these days that concerns "gb" has the highest priority, 999999. Lower it, or \
change that exception.
    """

    def __init__(self, line: str, priority: int) -> None:
        super().__init__(line, priority)
        self.line = line
        self.priority = priority

    def __str__(self) -> str:
        return (
            f'an exception of these days that concerns "{self.line}" has the highest priority, '
            f"{self.priority}. Lower it, or change that exception."
        )


class ClosureError(SupportlinesError, ValueError):
    """A closure that says nothing, or nothing that can be said.

    Attributes:
        found: What is the matter, as a sentence without its first capital.
        remedy: What to do about it.
    """

    def __init__(self, found: str, remedy: str) -> None:
        super().__init__(found, remedy)
        self.found = found
        self.remedy = remedy

    @classmethod
    def of_times(cls, start: str, end: str) -> ClosureError:
        """Return the error for a closure without a minute.

        >>> print(ClosureError.of_times("2026-11-30T14:00Z", "2026-11-30T13:00Z"))
        the closure ends at 2026-11-30T13:00Z and begins at 2026-11-30T14:00Z. Give a later end.
        """
        return cls(f"the closure ends at {end} and begins at {start}.", "Give a later end.")

    def __str__(self) -> str:
        return f"{self.found} {self.remedy}"
