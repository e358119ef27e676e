"""What is written of facts reads back as the same facts."""

from __future__ import annotations

import datetime as dt
import json

from hypothesis import given, settings
from hypothesis import strategies as st

from supportlines.directory import dump, facts_of_plain, load_directory, plain_of

COUNTRIES = ("GB", "DE", "NO", "FR", "US", "CA", "JP", "QA")
LANGUAGES = ("en", "de", "no", "zh-Hant", "pt-BR", "ja")
HOURS = (
    "24/7",
    "24/7 unknown",
    "off",
    "Mo-Fr 09:00-17:00",
    "Mo-Fr 22:00-06:00; PH off",
    "Su 00:00-24:00",
    "12:00-13:00 off",
    "Dec 24-Jan 2 off \"closed: ask 'them'\"",
    "Apr-Oct Mo,We 08:00-12:00,13:00-17:30; Nov-Mar Sa[-1] 10:00-12:00",
    "2026 Dec 24 10:00-14:00 unknown",
)
NUMBERS = (
    {"number": "+44 20 7946 0958"},
    {"number": "+1-202-555-0123"},
    {"number": "0808 157 0123", "only_in": ["GB"]},
    {"number": "988", "only_in": ["US", "CA"]},
    {"number": "00800 100167", "only_in": "qa"},
    {"unusable": "The number is cut off in the source."},
)
UNWRITTEN = ("Cc", "Cs", "Cn", "Co", "Cf", "Zl", "Zp")
"""Categories of characters that a file may not hold, or that no person writes."""

LETTERS = st.characters(exclude_categories=UNWRITTEN, max_codepoint=0x2FFFF)
WORDS = ("NO", "no", "~", "null", "true", "0116", "12:30", "1e3", "2026-11-02", "x " * 90)
MARKS = ("a: b", "- x", "# x", "'", '"', "&a", "[x]", "{", "%", "|", "<<", "two\n\nlines", "a\tb")
TEXTS = st.text(LETTERS, min_size=1, max_size=40).filter(str.strip)
SAID = st.one_of(TEXTS, st.sampled_from(WORDS + MARKS))
DAYS = st.dates(dt.date(2020, 1, 1), dt.date(2030, 12, 31)).map(str)


def some(values, **limits):
    """Return a strategy for a list of different values."""
    return st.lists(st.sampled_from(values), min_size=1, unique=True, **limits)


@st.composite
def optional(draw, **fields):
    """Return some of the fields."""
    return {key: draw(value) for key, value in fields.items() if draw(st.booleans())}


@st.composite
def rules(draw):
    """Return the rules of a tier, in short or in full, no two of them for the same calls."""
    if draw(st.booleans()):
        return draw(st.sampled_from(HOURS))
    found = []
    for language in draw(some(LANGUAGES, max_size=2)):
        further = draw(
            optional(
                time_zone=st.sampled_from(["caller", "Europe/Berlin", "Asia/Kolkata"]),
                published_as=SAID,
                confidence=st.sampled_from(["high", "medium", "low"]),
                source=st.sampled_from(["page", "article"]),
                notes=st.lists(SAID, min_size=1, max_size=2),
                holidays=st.sampled_from(["caller", "national", "de-by", "FR-national"]),
                severities=some(["normal", "urgent"]),
                valid_from=st.just("2026-01-01"),
                valid_until=st.just("2026-12-31"),
                exceptions=exceptions(),
            )
        )
        hours = draw(st.sampled_from(HOURS))
        found.append({"hours": hours, "languages": [language], **further})
    return found


@st.composite
def exceptions(draw):
    """Return exceptions on different days."""
    found = []
    for day in draw(st.lists(DAYS, min_size=1, max_size=3, unique=True)):
        further = draw(
            optional(
                hours=st.sampled_from(HOURS),
                adds=st.booleans(),
                priority=st.integers(-3, 3),
                reason=SAID,
                tiers=st.just("standard"),
            )
        )
        when = {"on": day} if draw(st.booleans()) else {"first_day": day, "last_day": day}
        found.append({**when, **further})
    return found


@st.composite
def lines(draw, name):
    """Return a line."""
    step = st.fixed_dictionaries({"press": st.sampled_from(["1", "4711#", "1,2"]), "label": SAID})
    further = draw(
        optional(
            label=SAID,
            kind=st.sampled_from(["toll_free", "mobile", "geographic"]),
            cost=st.sampled_from(["free", "local"]),
            dialable_from=st.one_of(st.just("anywhere"), some(COUNTRIES)),
            dialable_by=st.sampled_from(["landline", "mobile"]),
            languages=some(LANGUAGES),
            fallback=st.booleans(),
            availability=availability(),
            exceptions=exceptions(),
            steps=st.lists(step, min_size=1, max_size=2),
            notes=SAID,
            accept=st.dictionaries(st.just("number-not-of-country"), SAID, min_size=1),
            correction=st.fixed_dictionaries(
                {"text": SAID, "confidence": st.just("low"), "reason": SAID}
            ),
        )
    )
    number = draw(st.sampled_from(NUMBERS))
    return {"id": name, "published_as": draw(SAID), **number, **further}


def availability():
    """Return the rules of some tiers."""
    return st.dictionaries(st.sampled_from(["standard", "premium"]), rules(), min_size=1)


@st.composite
def regions(draw, name, countries):
    """Return a region of these countries, perhaps with one inside that lists the last of them."""
    further = draw(optional(name=SAID, languages=some(LANGUAGES), availability=availability()))
    region = {"id": name, **further}
    if len(countries) > 1 and draw(st.booleans()):
        region["regions"] = [draw(regions(f"{name}-inner", countries[-1:]))]
        countries = countries[:-1]
    region["countries"] = countries
    count = draw(st.integers(0, 3))
    region["lines"] = [draw(lines(f"{name}-line-{number}")) for number in range(count)]
    return region


@st.composite
def directories(draw):
    """Return the plain content of a sound data file."""
    source = {"title": draw(SAID), "url": "https://support.example/a?b=c#d", "read_on": draw(DAYS)}
    about = {"id": "example", "name": draw(SAID)}
    about["sources"] = [{"id": "page", **source}, {"id": "article", **source}]
    about.update(draw(optional(assumed_languages=some(LANGUAGES))))
    countries = draw(st.permutations(COUNTRIES))
    content = {
        "directory": about,
        "tiers": {"standard": {}, "premium": {"name": draw(SAID), "includes": "standard"}},
        "severities": ["normal", "urgent"],
        "regions": [
            draw(regions("north", list(countries[:3]))),
            draw(regions("south", list(countries[3:5]))),
        ],
    }
    day = st.fixed_dictionaries({"on": DAYS, "name": SAID})
    facts = optional(
        time_zone=st.just("Europe/Oslo"), holidays=st.lists(day, max_size=2), note=SAID
    )
    content.update(
        draw(
            optional(
                countries=st.dictionaries(st.sampled_from(COUNTRIES), facts, min_size=1),
                guesses=st.just([{"countries": list(countries[5:]), "lines": ["north-line-0"]}]),
            )
        )
    )
    if not content["regions"][0]["lines"]:
        content.pop("guesses", None)
    return content


@settings(max_examples=60, deadline=None)
@given(directories())
def test_what_we_write_we_can_read(content):
    """Writing and reading are inverse, and so are the plain form and the facts."""
    facts = load_directory(json.dumps(content).encode(), "generated.json")

    text = dump(facts)

    assert load_directory(text.encode(), "written.yaml") == facts
    assert dump(load_directory(text.encode(), "written.yaml")) == text
    assert facts_of_plain(json.loads(json.dumps(plain_of(facts)))) == facts


def test_file_with_every_key_reads_back_equal(small):
    """No field is forgotten by the writer."""
    text = dump(small)

    assert load_directory(text.encode(), "written.yaml") == small
    assert facts_of_plain(plain_of(small)) == small
    assert plain_of(small)["tiers"]["premium"] == {
        "name": "Premium support",
        "includes": "standard",
    }
