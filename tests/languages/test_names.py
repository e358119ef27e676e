"""Languages are called what CLDR calls them."""

from __future__ import annotations

import pytest

from supportlines.languages import language_name


@pytest.mark.parametrize(
    ("tag", "locale", "name"),
    [
        ("en", "en", "English"),
        ("es-MX", "en", "Mexican Spanish"),
        ("es-AR", "en", "Spanish"),  # no name of its own: the shorter tag's
        ("pt-BR", "en", "Brazilian Portuguese"),
        ("yue", "en", "Cantonese"),
        ("zh-Hans", "en", "Chinese"),  # scripts are not spoken
        ("zh-Hant-HK", "en", "Chinese"),
        ("ru", "ru", "русский"),
        ("ar", "ar", "العربية"),
        ("bfi", "en", "bfi"),  # CLDR has no word for it
    ],
)
def test_names_come_from_cldr(tag, locale, name):
    """In the language of who reads, as short as that has one."""
    assert language_name(tag, locale) == name
