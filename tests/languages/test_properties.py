"""Properties of tags and of matching: one spelling, nothing that was not offered."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from supportlines.errors import SupportlinesError
from supportlines.languages import best_match, language_name, parse_tag

LANGUAGES = (
    "en",
    "es",
    "pt",
    "fr",
    "zh",
    "yue",
    "ar",
    "arz",
    "nb",
    "nn",
    "no",
    "sr",
    "hr",
    "sh",
    "gsw",
    "de",
)
REGIONS = ("", "-GB", "-MX", "-BR", "-HK", "-419", "-US")
SCRIPTS = ("", "-Hans", "-Hant", "-Latn", "-Cyrl")

tags = st.builds(
    lambda language, script, region: f"{language}{script}{region}",
    st.sampled_from(LANGUAGES),
    st.sampled_from(SCRIPTS),
    st.sampled_from(REGIONS),
)
lists = st.lists(tags, max_size=4)


@settings(deadline=None)
@given(tags | st.from_regex(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8}){0,3}", fullmatch=True))
def test_a_canonical_tag_is_its_own_canonical_form(text):
    """Reading what was read changes nothing; nor does the case in which it is written."""
    try:
        tag = parse_tag(text)
    except SupportlinesError:
        return

    assert parse_tag(tag) == tag
    assert parse_tag(tag.upper()) == parse_tag(tag.lower()) == tag


@settings(deadline=None)
@given(lists, tags, lists)
def test_a_language_that_is_spoken_serves_who_asks_for_it_first(before, tag, after):
    """As itself, or as another spelling of the same language at the same distance."""
    match = best_match([tag], [*before, tag, *after])

    assert match is not None
    assert match.rank == 0
    assert best_match([tag], [tag]).spoken == parse_tag(tag)


@settings(deadline=None)
@given(lists, lists)
def test_nothing_is_matched_that_was_not_offered_or_not_asked(wanted, spoken):
    """The rank is the place of the wish, and no earlier wish is served."""
    match = best_match(wanted, spoken)

    if match is None:
        assert all(best_match([one], [other]) is None for one in wanted for other in spoken)
        return
    assert match.spoken in [parse_tag(one) for one in spoken]
    assert match.wanted == parse_tag(wanted[match.rank])
    assert all(best_match([one], spoken) is None for one in wanted[: match.rank])


@settings(deadline=None)
@given(lists, lists, tags)
def test_one_language_more_takes_nothing_away(wanted, spoken, more):
    """Who is served is served still, in no later wish."""
    match, wider = best_match(wanted, spoken), best_match(wanted, [*spoken, more])

    if match is not None:
        assert wider is not None
        assert wider.rank <= match.rank


@settings(deadline=None)
@given(lists, st.lists(tags, min_size=1, max_size=4), st.randoms(use_true_random=False))
def test_the_order_of_what_is_offered_decides_no_wish(wanted, spoken, draw):
    """Which wish is served depends on the caller's order alone."""
    shuffled = draw.sample(spoken, len(spoken))

    found, again = best_match(wanted, spoken), best_match(wanted, shuffled)

    assert (found and found.rank) == (again and again.rank)


@pytest.mark.parametrize("locale", ["en", "de", "ja", "ar"])
@settings(deadline=None)
@given(tags)
def test_every_language_has_a_name(locale, tag):
    """In the words of who reads."""
    name = language_name(parse_tag(tag), locale)

    assert name
    assert name == name.strip()
