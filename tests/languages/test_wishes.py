"""Which wishes a spoken language serves is what matching says of each of them."""

from __future__ import annotations

import pytest

from supportlines.languages import best_match, parse_tag, wishes_served
from supportlines.languages.cldr import table

LANGUAGES = sorted(
    {tag for tag in table("likely_subtags") if tag.isalpha() and len(tag) in (2, 3)}
    - {"und", "mul", "mis", "zxx"}
)
KEYS = [tag for tag in LANGUAGES if parse_tag(tag) == tag]
"""Languages as they are called today."""


def key_of(tag):
    """Return the key of a wish, as a page works it out."""
    parts = tag.split("-")
    if parts[0] == "zh" and {"HK", "MO"} & set(parts) and "Hans" not in parts:
        return "zh-HK"
    return parts[0]


@pytest.mark.parametrize(
    "spoken", ["ar", "arz", "de", "no", "nb", "sr", "sh", "yue", "zh", "zh-HK"]
)
def test_what_is_served_is_what_matches(spoken):
    """A key is among them exactly if a wish of that language is served."""
    served = wishes_served(spoken)

    matching = {one for one in (*KEYS, "zh-HK") if best_match([one], [spoken]) is not None}
    assert {one for one in served if one in KEYS or one == "zh-HK"} == matching


@pytest.mark.parametrize(
    "wish",
    ["zh", "zh-Hans", "zh-Hant-HK", "zh-HK", "zh-MO", "zh-Hans-HK", "yue", "nb-NO", "nn", "de-CH"],
)
@pytest.mark.parametrize("spoken", ["zh", "yue", "zh-HK", "no", "nb", "de", "de-AT", "gsw"])
def test_regions_and_scripts_of_a_wish_matter_for_chinese_alone(wish, spoken):
    """All tags of one key are served alike."""
    assert (key_of(wish) in wishes_served(spoken)) is (best_match([wish], [spoken]) is not None)


def test_all_languages_serve_at_least_themselves():
    """Most serve nobody else."""
    served = {tag: wishes_served(tag) for tag in KEYS}

    assert all(tag in keys for tag, keys in served.items())
    assert sum(keys != (tag,) for tag, keys in served.items()) < len(KEYS) / 10
