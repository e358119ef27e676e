"""Texts for people that are given in several languages."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Mapping

from supportlines.errors import on_one_line, plain

if TYPE_CHECKING:
    from typing_extensions import Self


class Translated(str):
    """A text in several languages: as a text it is the first of them.

    >>> sales = Translated({"en": "Sales", "ru": "Отдел продаж"})
    >>> sales, sales.within("ru-RU"), sales.within("de")
    (Translated({'en': 'Sales', 'ru': 'Отдел продаж'}), 'Отдел продаж', 'Sales')
    """

    __slots__ = ("_texts",)

    _texts: Mapping[str, str]

    def __new__(cls, texts: Mapping[str, str]) -> Self:
        """Return the text of *texts*, which holds at least one, by BCP 47 tags."""
        made = super().__new__(cls, next(iter(texts.values())))
        made._texts = dict(texts)
        return made

    @property
    def texts(self) -> dict[str, str]:
        """The texts by their BCP 47 tags, the first being the one that stands for all."""
        return dict(self._texts)

    def within(self, locale: str) -> str:
        """Return the text for who reads *locale*, or the first one.

        Of a tag that is not there the part before its last hyphen counts, and so on (RFC 4647,
        3.4). Hyphens and underscores are the same, as in the names of locales.
        """
        return self._texts[self.tag_within(locale)]

    def tag_within(self, locale: str) -> str:
        """Return the tag of the text for who reads *locale*.

        >>> Translated({"en": "Sales", "ru": "Отдел продаж"}).tag_within("ru_RU")
        'ru'
        """
        tag = locale.replace("_", "-").lower()
        tags = {one.lower(): one for one in self._texts}
        while tag and tag not in tags:
            tag = tag.rpartition("-")[0]
        return tags.get(tag) or next(iter(self._texts))

    def __str__(self) -> str:
        return super().__str__()

    def __repr__(self) -> str:
        return on_one_line(f"{type(self).__name__}({self._texts!r})")

    def __eq__(self, other: object) -> bool:
        """A text in several languages is none in one."""
        if isinstance(other, Translated):
            return list(self._texts.items()) == list(other._texts.items())
        return False if isinstance(other, str) else NotImplemented

    def __ne__(self, other: object) -> bool:
        return not self == other

    def __hash__(self) -> int:
        return hash(tuple(self._texts.items()))

    def __reduce__(self) -> tuple[Any, ...]:
        return Translated, (dict(self._texts),)


def within(text: str, locale: str) -> str:
    """Return *text* for who reads *locale*: one of its translations, or as it is."""
    return text.within(locale) if isinstance(text, Translated) else text


def one_text(text: str) -> str:
    """Return *text* as it is kept: a mere `str`, or one with its translations."""
    return text if isinstance(text, Translated) else plain(text)
