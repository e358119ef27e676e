"""What is wrong with the name of a country."""

from __future__ import annotations

from supportlines.errors import SupportlinesError, quoted


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
        return f"there is no country {quoted(self.text)}; {self.expected}."


class UnknownSubdivisionError(SupportlinesError, LookupError):
    """A part of a country that there is not.

    >>> print(UnknownSubdivisionError("Bavaria", "DE", ("BE", "BY")))
    DE has no part "Bavaria"; write its code of ISO 3166-2, such as DE-BE, or leave it out. \
Parts with public holidays of their own are BE, BY.
    """

    def __init__(self, text: str, country: str, known: tuple[str, ...]) -> None:
        super().__init__(text, country, known)
        self.text = text
        self.country = country
        self.known = known

    def __str__(self) -> str:
        found = f"{self.country} has no part {quoted(self.text)}"
        if not self.known:
            return f"{found}; write its code of ISO 3166-2, or leave it out."
        return (
            f"{found}; write its code of ISO 3166-2, such as {self.country}-{self.known[0]}, or"
            f" leave it out. Parts with public holidays of their own are {', '.join(self.known)}."
        )
