"""What is wrong with a language tag, or with the locale of who reads."""

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


class UnknownLocaleError(SupportlinesError, LookupError):
    """A text that is no locale for which CLDR has words.

    Attributes:
        text: What was written.
        expected: What to write instead; goes on from the sentence.
        suggestions: Locales that may have been meant.
    """

    def __init__(self, text: str, expected: str, suggestions: tuple[str, ...] = ()) -> None:
        super().__init__(text, expected, suggestions)
        self.text = text
        self.expected = expected
        self.suggestions = suggestions

    def __str__(self) -> str:
        return f"there is no locale {quoted(self.text)}; {self.expected}."
