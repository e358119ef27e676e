"""An answer as HTML: the facts of the text, whole, inert, and in the language of the page."""

from __future__ import annotations

# ruff: noqa: E501 - a row of a table stands on one line
import random
import re
from datetime import datetime, timedelta, timezone
from pathlib import Path

import html5lib
import pytest

import supportlines
from supportlines.render.local_time import LocalTime

from strategies.directories import directory_of, question_of, text_of

HERE = Path(__file__).parent
AT = datetime(2026, 11, 24, 15, tzinfo=timezone.utc)  # a Tuesday, 16:00 in Berlin
NIGHT = datetime(2026, 11, 24, 21, tzinfo=timezone.utc)
LOOKUP = HERE.parent / "lookup" / "directory.yaml"
OPTIONS = HERE / "options.yaml"
SMALL = HERE.parent / "data" / "small_directory.yaml"

PAGES = {
    "open_en": (LOOKUP, {"country": "DE", "languages": ["de"], "at": AT}, "en"),
    "closed_de": (LOOKUP, {"country": "AE", "languages": ["en"], "at": NIGHT}, "de"),
    "unknown_ar": (LOOKUP, {"country": "US", "desk": "technical", "at": NIGHT}, "ar"),
    "withheld_ja": (LOOKUP, {"country": "FR", "calling_from": "DE", "at": AT}, "ja"),
    "nothing_en": (LOOKUP, {"country": "KZ", "at": AT}, "en"),
    "steps_en": (OPTIONS, {"country": "GB", "at": AT}, "en"),
    "whole_en_GB": (SMALL, {"country": "GB", "at": AT}, "en-GB"),
}
BLOCKS = "section|h[1-6]|p|div|dl|dt|dd|ul|li|table|caption|thead|tbody|tr|th|td|footer"
NARROW = "\u202f"
"""CLDR has it before AM in some of its versions and not in others."""


def parsed(markup):
    """Return the one element of an answer; what is wrong with its HTML is an error."""
    parser = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False)
    (found,) = list(parser.parseFragment(str(markup)))
    return found


def words_of(element):
    """Return the text of an element, with single blanks."""
    return " ".join("".join(element.itertext()).split())


def page(name):
    """Return a page with each element on a line of its own, so that a diff can be read."""
    path, words, locale = PAGES[name]
    words = dict(words)
    answer = supportlines.load(path).who_can_i_call(words.pop("country"), **words)
    html = re.sub(r"(data <bdi[^>]*>)\w+", r"\1VERSION", str(answer.html(locale)))
    return re.sub(rf"(?=<(?:{BLOCKS})\b)", "\n", html.replace(NARROW, " ")).strip() + "\n"


@pytest.mark.parametrize("name", PAGES)
def test_page_is_the_golden_one(name):
    """Structure, words, languages and links."""
    assert page(name) == (HERE / "golden" / f"{name}.html").read_text(encoding="utf-8")


def fresh():
    """Return what each golden file holds now, for `python -m tests.refresh`."""
    return {HERE / "golden" / f"{name}.html": page(name).encode() for name in PAGES}


MOMENT = re.compile(
    r"\b(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun) (?:\d+ [A-Z][a-z][a-z] \d{4} )?\d\d:\d\d(?::\d\d)?"
    r"(?: UTC(?:[+-]\d\d:\d\d)?)?(?!-)"
)
"""A moment as the text has it; behind times of a day there is a hyphen."""


def of_text(answer):
    """Return the words of an answer as text, and the moments in it."""
    text = " ".join(answer.text(width=100_000).split())
    return text, set(MOMENT.findall(text))


def of_html(answer):
    """Return the words of an answer as HTML, and the moments in it as the text would have them."""
    root = parsed(answer.html())
    clock = LocalTime(answer.caller.local_zones, answer.at, "en")
    instants = [
        datetime.strptime(one.get("datetime"), "%Y-%m-%dT%H:%M:%SZ").replace(tzinfo=timezone.utc)
        for one in root.iter("time")
        if "T" in one.get("datetime")
    ]
    assert instants[0] == answer.at.replace(microsecond=0)  # as of: the text has it with a comma
    zone = "" if clock.is_local else " UTC"
    moments = {clock.moment(at) + zone for at in instants[1:]}
    return words_of(root), moments


def differs(answer):
    """Return a fact that the text of an answer has and its HTML has not, or the other way round."""
    (text, told), (html, shown) = of_text(answer), of_html(answer)
    if told != shown:
        return "moments", sorted(told ^ shown)
    options = [*answer.options, *answer.other_ways, *answer.guesses]
    facts = [option.dial or option.contact for option in options]
    facts += [one.text for one in answer.caveats]
    facts += [one.text for option in options for one in (*option.reasons, *option.caveats)]
    facts += [one.why.text for one in answer.coming]
    facts += [reason.text for _, reason in answer.withheld]
    facts += [line.published_as for line, _ in answer.withheld]
    facts += [choice.dial for ask in answer.asks for choice in ask.choices if choice.dial]
    for fact in facts:
        words = " ".join(fact.split()).rstrip(".").lower()
        if (words in text.lower()) is not (words in html.lower()):
            return "fact", fact
    return None


def made(draw):
    """Return a directory made at random, and its content."""
    while True:
        content = directory_of(draw)
        try:
            return supportlines.loads(text_of(content)), content
        except supportlines.SupportlinesError:  # rules that contradict each other
            continue


@pytest.mark.parametrize("seed", range(8))
def test_html_has_the_facts_of_the_text(seed):
    """The same numbers, instants and sentences, for random callers of random directories."""
    draw = random.Random(seed)  # noqa: S311 - cases of a test
    for _ in range(12):
        directory, content = made(draw)
        for _ in range(6):
            words, at = question_of(draw, content)
            answer = directory.who_can_i_call(**words, at=at)

            assert differs(answer) is None, (seed, words, at)


@pytest.mark.parametrize("country", ["DE", "US", "GB", "BR", "KZ", "AE", "JP", "NO", "QA", "IN"])
@pytest.mark.parametrize("name", supportlines.directories())
def test_html_of_shipped_directories_has_the_facts_of_the_text(name, country):
    """Of forms, desks, plans and what to have ready too; some of them around Christmas."""
    directory = supportlines.load(name)
    for hours in range(0, 24 * 40, 53):
        answer = directory.who_can_i_call(country, at=AT + timedelta(hours=hours))

        assert differs(answer) is None, hours


def test_a_lost_fact_would_be_noticed():
    """The comparison itself: without a number, a caveat, a moment."""
    answer = supportlines.load(LOOKUP).who_can_i_call("DE", languages=["de"], at=AT)
    whole = str(answer.html())

    class Changed:
        def __init__(self, what, instead):
            self.what, self.instead = what, instead

        def html(self):
            assert self.what in whole
            return whole.replace(self.what, self.instead)

        def __getattr__(self, name):
            return getattr(answer, name)

    assert differs(Changed("technical", "x")) is None
    assert differs(Changed("030 23125001", "030 23125002"))[0] == "fact"
    assert differs(Changed("doubtful", "sound"))[0] == "fact"
    assert differs(Changed("24T16:00:00Z", "24T17:00:00Z"))[0] == "moments"


@pytest.mark.parametrize("name", PAGES)
def test_an_answer_is_clean(name):
    """No id, style or script; classes of our own; tables with scopes; headings in order."""
    path, words, locale = PAGES[name]
    words = dict(words)
    answer = supportlines.load(path).who_can_i_call(words.pop("country"), **words)
    root = parsed(answer.html(locale, heading_level=3))

    for one in root.iter():
        assert one.tag not in ("script", "style", "font", "iframe")
        assert not {"id", "style"} & set(one.keys())
        assert not [key for key in one.keys() if key.startswith("on")]  # noqa: SIM118
        assert all(part.startswith("sl-") for part in one.get("class", "").split())
        if one.tag == "th":
            assert one.get("scope") in ("col", "row")
    levels = [int(one.tag[1]) for one in root.iter() if re.fullmatch("h[1-6]", one.tag)]
    assert levels == [3, *[4] * (len(levels) - 1)]
    assert (root.get("lang"), root.get("data-at")[-1]) == (locale, "Z")


@pytest.mark.parametrize("name", PAGES)
def test_links_are_called_for_what_they_do(name):
    """The name ends in what is seen; a number goes from left to right."""
    path, words, locale = PAGES[name]
    words = dict(words)
    answer = supportlines.load(path).who_can_i_call(words.pop("country"), **words)
    root = parsed(answer.html(locale))
    calls = [one for one in root.iter("a") if one.get("href").startswith("tel:")]

    assert calls
    for one in calls:
        (number,) = one
        assert one.get("aria-label").startswith("Call ")
        assert one.get("aria-label").endswith(words_of(one))
        assert (number.tag, number.get("dir")) == ("bdi", "ltr")


def languages_of(element, lang=None):
    """Yield each text with the language that is in force there."""
    lang = element.get("lang", lang)
    yield element.text or "", lang
    for child in element:
        yield from languages_of(child, lang)
        yield child.tail or "", lang


@pytest.mark.parametrize("locale", ["ar", "de", "ja"])
def test_english_is_marked_on_other_pages(locale):
    """Names, days and times are the page's; what has no translation says so."""
    answer = supportlines.load(LOOKUP).who_can_i_call("AE", languages=["en"], at=NIGHT)
    root = parsed(answer.html(locale))
    texts = [(text.strip(), lang) for text, lang in languages_of(root) if text.strip()]

    english = {text for text, lang in texts if lang == "en"}
    assert {"Closed", "Contact", "Cost", "English is assumed."} <= english
    assert root.get("dir") == ("rtl" if locale == "ar" else "ltr")
    own = " ".join(text for text, lang in texts if lang == locale)
    assert not re.search(r"\b(Closed|Opens|Contact(?! us)|assumed|The|is)\b", own)
    assert {"ar": "الإمارات العربية المتحدة", "de": "Englisch", "ja": "英語"}[locale] in own


def test_an_english_page_of_another_country_has_no_marks():
    """British English is English: its sentences need no lang, and its times are British."""
    answer = supportlines.load(LOOKUP).who_can_i_call("AE", languages=["en"], at=NIGHT)

    html = answer.html("en-GB")

    assert html.count("lang=") == 1
    assert "09:00" in html
    assert "AM" not in html


STATES = """
directory:
  id: states
  name: States
  sources: [{id: page, title: A page, url: "https://support.example", read_on: 2026-11-02}]
tiers: {standard: {}}
countries:
  GB: {holidays: [{on: 2026-12-09, name: Example Day}]}
regions:
  - id: gb
    countries: [GB]
    languages: [en]
    availability: {standard: "HOURS"}
    lines: [{id: line, number: "+44 20 7946 0958", MODE}]
"""


@pytest.mark.parametrize(
    ("hours", "mode", "at", "clauses"),
    [
        ("24/7", "kind: geographic", "2026-11-24T15:00", "● Open day and night"),
        ("Mo-Fr 09:00-17:00", "kind: geographic", "2026-11-24T15:00", "● Open ⋅ Closes 17:00"),
        # An hour before its end, and a second more.
        ("Mo-Fr 09:00-17:00", "kind: geographic", "2026-11-24T16:00", "● Closes soon ⋅ 17:00"),
        ("Mo-Fr 09:00-17:00", "kind: geographic", "2026-11-24T15:59:59", "● Open ⋅ Closes 17:00"),
        ("Mo-Fr 09:00-17:00", "kind: geographic", "2026-11-24T08:59", "○ Closed ⋅ Opens 09:00"),
        ("Mo-Fr 09:00-17:00", "kind: geographic", "2026-11-27T17:00", "○ Closed ⋅ Opens Mon 09:00"),
        ("Sa 09:00-12:00", "kind: geographic", "2026-11-24T17:00", "○ Closed ⋅ Opens Sat 09:00"),
        # The same weekday in a week is named with its date.
        ("Sa 09:00-12:00", "kind: geographic", "2026-11-28T12:00", "○ Closed ⋅ Opens Sat 5 Dec, 09:00"),
        ("Jun 01 09:00-12:00", "kind: geographic", "2026-11-24T12:00", "○ Closed ⋅ Opens Tue 1 Jun 2027, 09:00"),
        ("Mo-Su 22:00-06:00", "kind: geographic", "2026-11-24T23:00", "● Open ⋅ Closes Wed 06:00"),
        ("Mo-Fr 09:00-17:00; PH off", "kind: geographic", "2026-12-09T10:00", "○ Closed ⋅ Example Day ⋅ Opens Thu 09:00"),
        ("Mo-Fr 09:00-17:00; PH off", "kind: geographic", "2026-12-08T15:00", "● Open ⋅ Closes 17:00"),
        ("24/7; PH off", "kind: geographic", "2026-12-08T15:00", "● Open ⋅ Closes Wed 00:00 (Example Day)"),
        ("Sa 09:00-12:00 unknown; Mo-Fr off", "kind: geographic", "2026-11-28T10:00", "? Not known whether somebody answers ⋅ next change 12:00 ⋅ then closed"),
        ("24/7 unknown", "kind: geographic", "2026-11-28T10:00", "? Not known whether somebody answers"),
        ("Mo-Fr 09:00-17:00 unknown, 17:00-18:00", "kind: geographic", "2026-11-24T08:00", "○ Closed ⋅ next change 09:00 ⋅ then not known"),
        ("off", "kind: geographic", "2026-11-24T10:00", "○ Closed"),
        ("24/7", "mode: message", "2026-11-24T15:00", "● Takes messages at any time"),
        ("24/7", "mode: message, availability: {standard: Mo-Fr 09:00-17:00}", "2026-11-24T15:00", "● Takes messages ⋅ until 17:00"),
        ("24/7", "mode: message, availability: {standard: Mo-Fr 09:00-17:00}", "2026-11-24T18:00", "○ Closed ⋅ Opens Wed 09:00"),
    ],
)  # fmt: skip
def test_a_state_is_told_in_clauses(hours, mode, at, clauses):
    """By word and shape; with the weekday unless it is today, with the date beyond a week."""
    directory = supportlines.loads(STATES.replace("HOURS", hours).replace("MODE", mode))
    at = datetime.fromisoformat(at).replace(tzinfo=timezone.utc)

    root = parsed(directory.who_can_i_call("GB", at=at).html("en-GB"))

    (state,) = [one for one in root.iter("p") if "sl-state" in one.get("class", "")]
    assert words_of(state) == clauses


def test_a_time_that_the_clock_shows_twice_has_its_offset():
    """On the night on which clocks go back, half past one in London is two instants."""
    directory = supportlines.loads(
        STATES.replace("HOURS", "Su 00:00-01:30").replace("MODE", "kind: geographic")
    )
    at = datetime(2026, 10, 24, 22, tzinfo=timezone.utc)

    html = directory.who_can_i_call("GB", at=at).html("en-GB")
    later = directory.who_can_i_call("GB", at=at + timedelta(hours=2)).html("en-GB")

    assert "Opens Sun" in html
    assert "01:30 UTC+01:00" in later
