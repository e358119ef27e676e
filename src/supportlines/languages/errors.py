"""What is wrong with a language tag that somebody wrote."""

from __future__ import annotations

from supportlines.errors import SupportlinesError, quoted


class LanguageTagError(SupportlinesError, ValueError):
    """A text that names no spoken language as BCP 47 does.

    Attributes:
        text: What was written.
        problem: What is wrong with it; goes on from the quoted text.
        expected: What to write instead, as a sentence.
        suggestions: Tags that may have been meant, the likeliest first.

    >>> print(LanguageTagError("jp", "is no language", "Write another.", ("ja",)))
    "jp" is no language. Write another.
    """

    def __init__(
        self, text: str, problem: str, expected: str, suggestions: tuple[str, ...] = ()
    ) -> None:
        super().__init__(text, problem, expected, suggestions)
        self.text = text
        self.problem = problem
        self.expected = expected
        self.suggestions = suggestions

    def __str__(self) -> str:
        return f"{quoted(self.text)} {self.problem}. {self.expected}"
