"""Matching is for ears: which language of a line a caller understands."""

from __future__ import annotations

import itertools

import pytest

from supportlines.languages import Match, best_match


@pytest.mark.parametrize(
    ("wanted", "spoken", "served_by"),
    [
        # the same language in another country
        ("es", ["es"], "es"),
        ("es-MX", ["es"], "es"),
        ("es", ["es-MX"], "es-MX"),
        ("es-MX", ["es-ES"], "es-ES"),
        ("pt-BR", ["pt"], "pt"),
        ("pt", ["pt-BR"], "pt-BR"),
        ("pt-BR", ["pt-PT"], "pt-PT"),
        ("en-GB", ["fr", "en-US"], "en-US"),
        # the nearest of several
        ("es-MX", ["es-ES", "es-AR", "es", "es-MX"], "es-MX"),
        ("es-MX", ["es-ES", "es-AR", "es"], "es"),
        ("es-MX", ["es-ES", "es-AR"], "es-AR"),  # both of Latin America, es-419
        ("es-MX", ["es-ES", "es-419", "es"], "es-419"),
        ("pt-AO", ["pt-BR", "pt-PT"], "pt-PT"),  # CLDR: Angola follows Portugal
        ("en-AU", ["en-US", "en-GB"], "en-GB"),
        ("fr", ["fr-CA", "fr-FR"], "fr-CA"),  # equally near: the line's own order
        # Chinese: the script is not heard
        ("zh", ["zh"], "zh"),
        ("zh-Hans", ["zh"], "zh"),
        ("zh-Hant", ["zh"], "zh"),
        ("zh-TW", ["zh-CN"], "zh-CN"),
        ("zh", ["yue"], None),
        ("zh-CN", ["yue", "en"], None),
        ("zh-Hans", ["yue", "zh"], "zh"),
        # Hong Kong and Macau speak Cantonese
        ("zh-Hant-HK", ["zh", "yue"], "yue"),
        ("zh-HK", ["zh", "yue"], "yue"),
        ("zh-MO", ["yue"], "yue"),
        ("zh-Hant-HK", ["zh"], "zh"),
        ("zh-Hans-HK", ["yue", "zh"], "zh"),
        ("zh-Hans-HK", ["yue"], None),
        ("yue", ["zh", "yue"], "yue"),
        ("yue", ["zh-HK"], "zh-HK"),
        ("yue", ["zh"], None),
        ("yue-HK", ["yue"], "yue"),
        ("zh", ["zh-HK"], None),
        ("nan", ["zh"], None),
        # Norwegian is written in two ways and spoken in neither
        ("nb", ["no"], "no"),
        ("no", ["nn"], "nn"),
        ("nn", ["nb"], "nb"),
        ("nb", ["da", "sv"], None),
        # Serbian, Croatian and Bosnian stay apart
        ("hr", ["sr"], None),
        ("sr-Latn", ["sr"], "sr"),
        ("bs", ["hr", "sr"], None),
        ("hr", ["sh"], "sh"),  # Serbo-Croatian is all of them, ISO 639-3
        ("sh", ["sr"], "sr"),
        ("sh", ["sr", "sh"], "sh"),
        # Arabic and its members
        ("arz", ["ar"], "ar"),
        ("ar-EG", ["ar"], "ar"),
        ("ar", ["arz"], "arz"),
        ("arz", ["ary"], None),
        ("arz", ["ar", "arz"], "arz"),
        # who understands another language, and not the other way round
        ("gsw", ["de"], "de"),
        ("gsw", ["de", "gsw"], "gsw"),
        ("de", ["gsw"], None),
        ("lb", ["fr", "de"], "de"),
        # neighbours are not the same
        ("uk", ["ru"], None),
        ("gl", ["es", "pt"], None),
        ("da", ["sv", "no"], None),
    ],
)
def test_one_language_is_served_by_the_nearest_spoken(wanted, spoken, served_by):
    """None where the caller would not understand a word."""
    match = best_match([wanted], spoken)

    assert match == (None if served_by is None else Match(wanted, served_by, 0))


def test_the_callers_order_decides_before_nearness():
    """A Mexican who prefers Spanish gets it from Spain before English from next door."""
    match = best_match(["es-MX", "en-US"], ["en-US", "es-ES"])

    assert match == Match(wanted="es-MX", spoken="es-ES", rank=0)


def test_a_later_language_is_used_when_no_earlier_one_is_spoken():
    """The rank says how far down the list it stands."""
    match = best_match(["fr", "de", "en"], ["en", "de-AT"])

    assert match == Match(wanted="de", spoken="de-AT", rank=1)


@pytest.mark.parametrize(("wanted", "spoken"), [([], ["en"]), (["en"], []), ([], [])])
def test_nothing_matches_nothing(wanted, spoken):
    """Neither side may be empty."""
    assert best_match(wanted, spoken) is None


def test_a_language_that_is_spoken_is_always_its_own_best_match():
    """No relative comes before the very tag, wherever it stands in the list."""
    tags = ["es", "es-MX", "es-419", "zh", "zh-HK", "yue", "zh-Hans-HK", "nb", "no", "ar", "arz"]

    for tag, spoken in itertools.product(tags, itertools.permutations(tags, 3)):
        if tag in spoken:
            match = best_match([tag], spoken)
            assert match is not None
            assert (match.spoken == tag) or {match.spoken, tag} == {"nb", "no"}
