"""Texts and names as a page of one locale has them: each in its own language and direction."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any, Iterable, Mapping

from supportlines.errors import one_line
from supportlines.languages import language_name
from supportlines.languages.writing import direction_of, tag_of
from supportlines.places import country_name
from supportlines.render.html.markup import element, filled, isolated, text
from supportlines.texts import Translated, within
from supportlines.words.labels import LABELS, label
from supportlines.words.lists import joined

if TYPE_CHECKING:
    from markupsafe import Markup

    from supportlines.lookup import Caveat, Reason
    from supportlines.words.phrase import Phrase

CLAUSES = " ⋅ "
"""Between what is said of one thing, such as its state and what follows."""


class Page:
    """Writes for readers of *locale*, an identifier of Babel, as of `parse_locale`."""

    def __init__(self, locale: str) -> None:
        self.locale = locale
        self.tag = tag_of(locale)
        self.direction = direction_of(locale) or "ltr"

    @property
    def root(self) -> Mapping[str, str]:
        """The attributes of the outermost element: its language and direction."""
        return {"lang": self.tag, "dir": self.direction}

    def is_own(self, locale: str) -> bool:
        """Return whether what is written in *locale* needs no mark on this page."""
        return _language_and_script(locale) == _language_and_script(self.locale)

    def values_in(self, locale: str) -> str:
        """Return the locale of the values in a message that is written in *locale*."""
        return self.locale if self.is_own(locale) else locale

    def marks(self, locale: str | None) -> Mapping[str, Any]:
        """Return the attributes of an element whose text is in *locale*; None: nobody knows."""
        if locale is None:
            return {"dir": "auto"}
        if self.is_own(locale):
            return {}
        return {"lang": tag_of(locale), "dir": direction_of(locale)}

    def label(self, key: str, **values: str) -> Markup:
        """Return a short text with its values; marked where it is in another language."""
        said = label(key, self.locale)
        words = filled(said.text, **values)
        marks = self.marks(said.locale)
        return element("span", words, **marks) if marks else words

    def heading(self, level: int, key: str) -> Markup:
        """Return a short text as a heading."""
        return self.labelled(f"h{level}", key, class_="sl-heading")

    def labelled(self, name: str, key: str, **attributes: str) -> Markup:
        """Return an element that holds a short text and nothing else."""
        said = label(key, self.locale)
        return element(name, said.text, **{**attributes, **self.marks(said.locale)})

    def said(self, name: str, said: Phrase, *children: Markup, **attributes: str) -> Markup:
        """Return an element with a sentence."""
        return element(name, said.text, *children, **{**attributes, **self.marks(said.locale)})

    def sentence(self, one: Caveat | Reason) -> Markup:
        """Return the sentence of a caveat or a reason, within other words."""
        said = one.say_in(self.locale)
        marks = self.marks(said.locale)
        name = "bdi" if said.locale is None else "span"
        words = said.text.rstrip(".")
        return element(name, words, **marks) if marks else text(words)

    def own(self, words: str) -> Markup:
        """Return a text of the directory: a translation with its language, or as it is."""
        if not isinstance(words, Translated):
            return isolated(words)
        tag = words.tag_within(self.locale)
        return isolated(words.within(self.locale), tag, direction_of(tag) or "auto")

    def own_text(self, words: str) -> str:
        """Return the same for an attribute."""
        return one_line(within(words, self.locale))

    def country(self, code: str) -> str:
        """Return CLDR's name of a country."""
        return _country(code, self.locale)

    def language(self, tag: str) -> str:
        """Return CLDR's name of a language."""
        return _language(tag, self.locale)

    def listed(self, parts: Iterable[str], style: str = "standard") -> Markup:
        """Return names or texts in a row."""
        return text(joined([text(one) for one in parts], self.locale, style))


def accessible_name(page: Page, channel: str, name: str, number: str) -> tuple[str, str] | None:
    """Return what a link of a channel is called for who hears it, and in which locale.

    What is seen, the number, is the end of it, so that who speaks to the page says what they see.
    None where the text of the link says all.
    """
    key = f"link_{channel}" if name else f"link_{channel}_alone"
    if key not in LABELS:
        return None
    said = label(key, page.locale)
    return said.text.format(name=name, number=number), said.locale or page.locale


# A page of a whole directory names the same ones again and again.
_country = lru_cache(maxsize=4096)(country_name)
_language = lru_cache(maxsize=4096)(language_name)


@lru_cache(maxsize=256)
def _language_and_script(locale: str) -> tuple[str, str]:
    language, *others = locale.replace("-", "_").split("_")
    return language, next((one for one in others if len(one) == len("Latn")), "")
