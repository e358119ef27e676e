"""A tag has one canonical spelling; what is no tag is refused with what may have been meant."""

from __future__ import annotations

import copy
import pickle

import pytest
from babel.core import get_global
from hypothesis import given, settings
from hypothesis import strategies as st

from supportlines.errors import SupportlinesError
from supportlines.languages import LanguageTagError, language_named, parse_tag

from strategies.amount import cases


@pytest.mark.parametrize(
    ("text", "canonical"),
    [
        ("en", "en"),
        ("ES-mx", "es-MX"),
        (" pt-br ", "pt-BR"),
        ("ZH-HANT-hk", "zh-Hant-HK"),
        ("es-419", "es-419"),
        ("de-1996", "de-1996"),
        ("sl-rozaj-biske", "sl-rozaj-biske"),
        ("en-u-nu-latn-a-foo-x-Mine", "en-a-foo-u-nu-latn-x-mine"),  # extensions are sorted
        ("yue", "yue"),
        ("bfi", "bfi"),  # British Sign Language, which CLDR leaves out
        # deprecated or longer codes
        ("iw", "he"),
        ("in", "id"),
        ("ji", "yi"),
        ("mo", "ro"),
        ("tl", "fil"),
        ("eng", "en"),
        ("ger", "de"),
        ("cmn", "zh"),
        ("cmn-Hans-CN", "zh-Hans-CN"),
        ("prs", "fa-AF"),
        ("prs-IR", "fa-IR"),  # what is written wins over what the alias implies
        ("en-UK", "en-GB"),
        # extended languages
        ("zh-yue", "yue"),
        ("zh-yue-HK", "yue-HK"),
        ("zh-cmn-Hant", "zh-Hant"),
        ("ar-arz", "arz"),
        ("sgn-ase", "ase"),
        # older than the grammar
        ("i-klingon", "tlh"),
        ("zh-min-nan", "nan"),
        ("no-bok", "nb"),
        ("en-GB-oed", "en-GB-oxendict"),
        # not merged into Serbian, as CLDR does
        ("sh", "sh"),
        ("hbs", "sh"),
        ("cnr", "cnr"),
    ],
)
def test_tags_are_put_into_canonical_form(text, canonical):
    """RFC 5646, section 4.5, with CLDR's aliases; canonical tags stay as they are."""
    assert parse_tag(text) == canonical
    assert parse_tag(canonical) == canonical


EXAMPLE = 'Write a tag of BCP 47, for example "en", "pt-BR" or "yue".'


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("english", '"english" is no language tag. Did you mean "en"?'),
        ("English (US)", '"English (US)" is no language tag. Did you mean "en"?'),
        ("jp", '"jp" names no known language. Did you mean "ja"?'),
        ("cn", '"cn" names no known language. Did you mean "zh"?'),
        ("cn-TW", '"cn-TW" names no known language. Did you mean "zh"?'),
        ("dk", '"dk" names no known language. Did you mean "da"?'),
        ("gr", '"gr" names no known language. Did you mean "el"?'),
        ("ua", '"ua" names no known language. Did you mean "uk"?'),
        ("Deutsch", '"Deutsch" is no language tag. Did you mean "de"?'),
        ("русский", '"русский" is no language tag. Did you mean "ru"?'),
        ("Portugese", '"Portugese" is no language tag. Did you mean "pt"?'),
        ("Mandarin", '"Mandarin" is no language tag. Did you mean "zh"?'),
        ("Cantonese", '"Cantonese" is no language tag. Did you mean "yue"?'),
        ("es_MX", '"es_MX" is no language tag. Did you mean "es-MX"?'),
        ("en--US", '"en--US" is no language tag. Did you mean "en"?'),
        ("es-MEX", '"es-MEX" has "mex" where a region has two letters. Did you mean "es-MX"?'),
        (
            "en-XX",
            (
                '"en-XX" names the region "XX", which does not exist. Write the language alone, or '
                "with a country's code of ISO 3166-1."
            ),
        ),
        ("de-1996-1996", '"de-1996-1996" repeats a variant. Write each subtag once.'),
        ("en-a-bb-a-cc", '"en-a-bb-a-cc" repeats an extension. Write each extension once.'),
        ("", f'"" names no language. {EXAMPLE}'),
        ("xx", f'"xx" names no known language. {EXAMPLE}'),
        ("und", f'"und" names no known language. {EXAMPLE}'),
        ("mul", f'"mul" names no known language. {EXAMPLE}'),
        ("x-mine", f'"x-mine" is no language tag. {EXAMPLE}'),
        ("ЕN", f'"ЕN" is no language tag. {EXAMPLE}'),  # the first letter is Cyrillic
    ],
)
def test_what_is_no_tag_is_refused(text, message):
    """Nothing is guessed; what may have been meant is said."""
    with pytest.raises(LanguageTagError) as caught:
        parse_tag(text)

    assert str(caught.value) == message
    assert caught.value.text == text


def test_suggestions_are_there_for_programs():
    """A form can offer them."""
    with pytest.raises(LanguageTagError) as caught:
        parse_tag("Japanese")

    assert caught.value.suggestions == ("ja",)
    assert isinstance(caught.value, SupportlinesError)
    assert isinstance(caught.value, ValueError)


def test_errors_survive_copying_and_pickling():
    """They travel between processes."""
    error = LanguageTagError("jp", "is none", "Write another.", ("ja",))

    copied = pickle.loads(pickle.dumps(copy.copy(error)))  # noqa: S301

    assert str(copied) == str(error)
    assert copied.suggestions == ("ja",)


@settings(max_examples=cases(150), deadline=None)
@given(st.text(max_size=20) | st.text("abcdefghz-XU0129_", max_size=20))
def test_any_text_is_a_tag_or_an_error(text):
    """A canonical tag is read back as it is; nothing else is raised."""
    try:
        tag = parse_tag(text)
    except LanguageTagError as error:
        sentence = str(error)
    else:
        sentence = None
        assert parse_tag(tag) == tag

    assert sentence is None or sentence.startswith('"')


def test_every_language_of_cldr_is_known():
    """No language that people name in CLDR is refused, and none changes when read again."""
    languages = [code for code in get_global("likely_subtags") if "_" not in code]

    for code in languages:
        if code != "und":
            tag = parse_tag(code)
            assert parse_tag(tag) == tag

    assert len(languages) > 7000


@pytest.mark.parametrize(
    ("text", "tag"),
    [
        ("English", "en"),
        (" brazilian  portuguese ", "pt-BR"),
        ("Deutsch", "de"),
        ("Русский", "ru"),
        ("日本語", "ja"),
        ("Mandarin", "zh"),
        ("EN-gb", "en-GB"),
        ("deu", "de"),
        ("ga", "ga"),  # Irish
        ("GA", "ga"),
        ("Ga", "gaa"),
        ("日本語 ", "ja"),
        ("pt-BR", "pt-BR"),
        ("jp", None),  # a country's code, and no language
        ("portugese", None),
        ("Englisch", None),
        ("", None),
    ],
)
def test_a_name_that_people_use_names_one_language(text, tag):
    """In English or its own words, or its tag; nothing is taken for a slip."""
    assert language_named(text) == tag
