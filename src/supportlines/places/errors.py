"""What is wrong with the name of a country or a locale."""

from __future__ import annotations

from supportlines.errors import SupportlinesError
from supportlines.phones.errors import shown


class UnknownCountryError(SupportlinesError, LookupError):
    """A text that is no country's code of ISO 3166-1.

    Attributes:
        text: What was written.
        expected: What to write instead; goes on from the sentence.
        suggestions: Codes that may have been meant.

    >>> print(UnknownCountryError("UK", 'the code of the United Kingdom is "GB"', ("GB",)))
    there is no country "UK"; the code of the United Kingdom is "GB".
    """

    def __init__(self, text: str, expected: str, suggestions: tuple[str, ...] = ()) -> None:
        super().__init__(text, expected, suggestions)
        self.text = text
        self.expected = expected
        self.suggestions = suggestions

    def __str__(self) -> str:
        return f'there is no country "{shown(self.text)}"; {self.expected}.'


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
        return f'there is no locale "{shown(self.text)}"; {self.expected}.'
