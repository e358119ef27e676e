"""Locales are read with either separator; those without words are refused."""

from __future__ import annotations

import pytest

from supportlines.places import UnknownLocaleError, parse_locale

GENERAL = 'write a language with or without its country, for example "en" or "pt-BR"'


@pytest.mark.parametrize(
    ("text", "identifier"),
    [
        ("en", "en"),
        ("pt-br", "pt_BR"),
        ("pt_BR", "pt_BR"),
        ("de_DE.UTF-8", "de_DE"),
        ("zh-Hant-HK", "zh_Hant_HK"),
        ("zh-TW", "zh_Hant_TW"),
        (" ru ", "ru"),
    ],
)
def test_locales_are_babels_identifiers(text, identifier):
    """What Babel opens, in its own spelling."""
    assert parse_locale(text) == identifier


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("en-XX", 'the nearest is "en"'),
        ("xx", GENERAL),
        ("english", GENERAL),
        ("C", GENERAL),  # since Babel 2.19 its name of American English
        ("POSIX", GENERAL),
        ("c-US", GENERAL),
        ("root", GENERAL),
        ("", GENERAL),
        ("../../etc/passwd", GENERAL),
        ("e" * 10_000, GENERAL),
    ],
)
def test_a_locale_without_words_is_refused(text, expected):
    """The nearest one that has words is named, not taken."""
    with pytest.raises(UnknownLocaleError) as caught:
        parse_locale(text)

    shown = text if len(text) < 60 else text[:59] + "…"
    assert str(caught.value) == f'there is no locale "{shown}"; {expected}.'
    assert isinstance(caught.value, LookupError)
