"""Values of other types are refused by the library's own errors, with what is taken."""

from __future__ import annotations

import pytest

from supportlines import SupportlinesError
from supportlines.errors import WrongTypeError
from supportlines.languages import (
    UnknownLocaleError,
    best_match,
    language_name,
    language_named,
    parse_tag,
)

VALUES = [
    None, True, 0, 1.5, b"en", "", "e", "\x1b[31m", [], ["en"], [None], {}, {"en": 1}, {1}, (),
    (1,), object(), str, lambda: None, [[]],
]  # fmt: skip

CALLS = {
    "parse_tag": parse_tag,
    "language_named": language_named,
    "best_match, wanted": lambda value: best_match(value, ["en"]),
    "best_match, spoken": lambda value: best_match(["en"], value),
    "best_match, one wanted": lambda value: best_match([value], ["en"]),
    "best_match, one spoken": lambda value: best_match(["en"], [value]),
    "language_name, tag": lambda value: language_name(value, "en"),
    "language_name, locale": lambda value: language_name("en", value),
}


@pytest.mark.parametrize("call", CALLS.values(), ids=list(CALLS))
@pytest.mark.parametrize("value", VALUES, ids=lambda value: repr(value).split(" at ")[0])
def test_what_is_public_refuses_other_types_by_its_own_error(call, value):
    """No AttributeError, no TypeError and no error of Babel comes from inside."""
    try:
        call(value)
    except SupportlinesError as error:
        assert isinstance(error, (ValueError, LookupError))  # noqa: PT017
        assert str(error)  # noqa: PT017


@pytest.mark.parametrize(
    ("call", "value", "sentence"),
    [
        (parse_tag, None, 'text=None (NoneType) cannot be used; give a language tag such as "pt-BR".'),  # noqa: E501
        (parse_tag, ["en"], "text (list) cannot be used; give a language tag"),
        # A text is a sequence of letters, and "e" is no tag: the list is what is missing.
        (CALLS["best_match, wanted"], "en", """wanted='en' (str) cannot be used; give a list of tags such as ["en", "pt-BR"]."""),  # noqa: E501
        (CALLS["best_match, spoken"], "en", "spoken='en' (str) cannot be used; give a list"),
        (CALLS["best_match, spoken"], b"en", "spoken=b'en' (bytes) cannot be used; give a list"),
        (CALLS["best_match, wanted"], 5, "wanted=5 (int) cannot be used; give a list"),
        (lambda value: best_match(["en", value], ["de"]), 5, "wanted[1]=5 (int) cannot be used; give a language tag"),  # noqa: E501
        (CALLS["best_match, one spoken"], [], "spoken[0] (list) cannot be used; give a language"),
        (CALLS["language_name, tag"], {}, "tag (dict) cannot be used; give a language tag"),
        (CALLS["language_name, tag"], 5, "tag=5 (int) cannot be used; give a language tag"),
        (CALLS["language_name, locale"], 5, 'locale=5 (int) cannot be used; give a locale such as "pt-BR".'),  # noqa: E501
        (CALLS["language_name, locale"], [], "locale (list) cannot be used; give a locale"),
    ],
)  # fmt: skip
def test_the_error_names_what_was_found_and_what_is_taken(call, value, sentence):
    """The parameter, the value with its type, and what to give."""
    with pytest.raises(WrongTypeError) as caught:
        call(value)

    assert str(caught.value).startswith(sentence)


@pytest.mark.parametrize("locale", ["xx", "", "en-XXXX-", "e", "pt-BR-"])
def test_a_locale_without_words_is_refused(locale):
    """Readers of a locale that CLDR does not know get an error of ours, not Babel's."""
    with pytest.raises(UnknownLocaleError) as caught:
        language_name("en", locale)

    assert str(caught.value) == (
        f'there is no locale "{locale}"; '
        'write a language with or without its country, for example "en" or "pt-BR".'
    )


def test_locales_are_written_as_tags_or_as_identifiers():
    """The library writes tags with hyphens everywhere, Babel with underscores."""
    assert language_name("zh", "zh-Hant") == language_name("zh", "zh_Hant") != "zh"
    assert language_name("en", "pt-BR") == language_name("en", "pt_BR") == "inglês"


class Faulty(str):
    """A text that cannot be looked up: a fault inside, whatever is asked with it."""

    __slots__ = ()

    def __hash__(self):
        """Fail as our own code would."""
        raise TypeError("a fault of our own")


def test_an_error_inside_is_not_taken_for_a_wrong_type():
    """Where the types are right, a fault of the code shows as what it is."""
    for call in (
        lambda: parse_tag(Faulty("en")),
        lambda: best_match([Faulty("en")], ["en"]),
        lambda: language_name(Faulty("en"), "en"),
    ):
        with pytest.raises(TypeError, match="a fault of our own"):
            call()
