"""Several things in one row, as readers of a locale write them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Sequence, TypeVar

from supportlines.languages.cldr import locale_data

if TYPE_CHECKING:
    Text = TypeVar("Text", bound=str)


def joined(parts: Sequence[Text], locale: str, style: str = "standard") -> str | Text:
    """Return *parts* with the commas and the "and" of *locale*; a part may be `Markup`.

    Args:
        parts: Texts; none gives an empty one.
        locale: An identifier of Babel, as of `parse_locale`.
        style: A kind of CLDR's that all locales have: "standard" for "and", or "or".

    >>> joined(["Deutsch", "Englisch", "Türkisch"], "de")
    'Deutsch, Englisch und Türkisch'
    >>> joined(["العربية", "English"], "ar"), joined(["a", "b"], "en", "or"), joined([], "en")
    ('العربية وEnglish', 'a or b', '')
    """
    if not parts:
        return ""
    pattern = locale_data(locale).list_patterns[style]
    first, last = parts[0], parts[-1]
    if len(parts) == 1:
        return first
    # A pattern is a class' own text, so that Markup among the parts stays what it is.
    made = type(first)
    if len(parts) == 2:  # noqa: PLR2004 - CLDR has a pattern for two
        return made(pattern["2"]).format(first, last)
    text = made(pattern["end"]).format(parts[-2], last)
    for part in reversed(parts[1:-2]):
        text = made(pattern["middle"]).format(part, text)
    return made(pattern["start"]).format(first, text)
