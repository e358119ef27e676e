"""What cannot be read at all."""

from __future__ import annotations

from supportlines.errors import SupportlinesError, quoted


class ForeignFileError(SupportlinesError, ValueError):
    """A text that is in none of the formats that are read.

    >>> print(ForeignFileError("it is no JSON (line 1)", "Export it again."))
    it is no JSON (line 1). Export it again.
    """

    def __init__(self, found: str, remedy: str) -> None:
        super().__init__(found, remedy)
        self.found = found
        self.remedy = remedy

    def __str__(self) -> str:
        return f"{self.found}. {self.remedy}"


class NoTableError(SupportlinesError, ValueError):
    """A text in which no row names columns that are known.

    >>> print(NoTableError(("Colour", "Size")))
    no row names a column with numbers ("Colour", "Size"). Name one "phone", and others "country", \
"language", "hours", "time zone".
    """

    def __init__(self, found: tuple[str, ...]) -> None:
        super().__init__(found)
        self.found = found

    def __str__(self) -> str:
        names = ", ".join(quoted(one) for one in self.found if one)
        return (
            f"no row names a column with numbers ({names or 'the file is empty'}). Name one"
            ' "phone", and others "country", "language", "hours", "time zone".'
        )
