"""What is said of lines that come, go, replace others, or can be called no longer."""

from __future__ import annotations

import pytest

from supportlines.changes import compare
from supportlines.directory import load_directory

HEAD = """
directory:
  id: made
  name: Made
  assumed_languages: [en]
  sources: [{id: page, title: A page, url: "https://support.example", read_on: 2026-11-02}]
tiers: {standard: {}}
regions:
  - id: kingdom
    countries: [GB]
    availability: {standard: Mo-Fr 09:00-17:00}
    lines:
"""
LINE = '      - {id: first, number: "+44 20 7946 0958", published_as: 020 7946 0958%s}\n'
SECOND = '      - {id: second, number: "+44 20 7946 0959", published_as: 020 7946 0959%s}\n'
CUT_OFF = "      - {id: second, unusable: The source cuts it off., published_as: 020 79}\n"
PRESS = ', steps: [{press: "1", label: help}]'
ENGLISH = ", languages: [en]"


def told(old, new, head=HEAD):
    """Return what changed from one list of lines to another, as codes with their sentences."""
    before, after = (load_directory((head + text).encode("utf-8"), "a.yaml") for text in (old, new))
    return [(one.code, one.sentence) for one in compare(before, after)]


@pytest.mark.parametrize(
    ("old", "new", "code", "words"),
    [
        (
            LINE % ENGLISH,
            SECOND % f"{ENGLISH}, replaces: first, valid_from: 2026-01-01"
            + LINE % f"{ENGLISH}, valid_until: 2025-12-31",
            "line_replaced",
            "+44 20 7946 0959 replaces +44 20 7946 0958",
        ),
        (
            LINE % ENGLISH,
            LINE % ENGLISH + SECOND % f"{ENGLISH}, kind: geographic, fallback: true",
            "line_added",
            "+44 20 7946 0959 (geographic, English, to fall back on) is new",
        ),
        (
            LINE % ENGLISH + CUT_OFF,
            LINE % ENGLISH + SECOND % ENGLISH,
            "line_added",
            "+44 20 7946 0959 (English) can be called now",
        ),
        (
            LINE % ENGLISH + SECOND % ENGLISH,
            LINE % ENGLISH + CUT_OFF,
            "line_gone",
            "+44 20 7946 0959 cannot be called any more: the source cuts it off",
        ),
        (
            LINE % ENGLISH,
            LINE % ENGLISH + CUT_OFF,
            "line_withheld",
            "020 79 is listed, but cannot be called: the source cuts it off",
        ),
        (
            LINE % ENGLISH + CUT_OFF,
            LINE % ENGLISH,
            "line_withheld",
            "020 79, which could not be called, is not listed any more",
        ),
        (LINE % "", LINE % ENGLISH, "languages", "English stated now, and no longer assumed"),
        (LINE % ENGLISH, LINE % "", "languages", "English only assumed now"),
        (LINE % ", notes: Ask for Ann.", LINE % "", "notes", 'the note "Ask for Ann." is gone'),
        (LINE % "", LINE % ", notes: Ask for Ann.", "notes", 'has the note "Ask for Ann."'),
        (LINE % "", LINE % ", label: Help", "label", "the label is Help, until now not said"),
        (
            LINE % ", label: Help",
            LINE % "",
            "label",
            "the label is not said any more, until now Help",
        ),
        (
            LINE % ", valid_until: 2027-06-30",
            LINE % "",
            "validity",
            "there is no last day any more, until now 2027-06-30",
        ),
        (LINE % "", LINE % ", via: operator", "via", "an operator answers first now"),
        (LINE % PRESS, LINE % "", "steps", "what to press is nothing instead of 1 for help"),
    ],
)
def test_what_becomes_of_a_line_is_told(old, new, code, words):
    """In one sentence, which is the only one."""
    ((found, sentence),) = told(old, new)

    assert words in sentence
    assert found == code


def test_a_line_that_is_there_for_ever_has_no_last_day():
    """However that is written."""
    ends = ", valid_from: 0001-01-01, valid_until: 9999-12-31"

    assert told(LINE % "", LINE % ends) == []


LANGUAGES = ", languages: %s"
ANY = LANGUAGES % "{any: interpreter}"
GERMAN = "is served natively instead of through an interpreter"


@pytest.mark.parametrize(
    ("old", "new", "texts"),
    [
        (
            LANGUAGES % "[de]",
            ANY,
            [
                "German is served through an interpreter instead of natively",
                "every language that is not named is served through an interpreter now",
            ],
        ),
        (ANY, LANGUAGES % "{de: native, any: interpreter}", [f"German {GERMAN}"]),
        (
            ANY,
            LANGUAGES % "[de]",
            [f"German {GERMAN}", "languages that are not named are not served any more"],
        ),
        (ANY, "", ["which languages are spoken is not said any more"]),
        # Who wants German gets it as before.
        (ANY, LANGUAGES % "{de: interpreter, any: interpreter}", ["German is named now"]),
        (LANGUAGES % "{de: interpreter, any: interpreter}", ANY, ["German is named no more"]),
    ],
)
def test_any_language_is_one_that_is_known(old, new, texts):
    """It is not told as one that nobody knows."""
    head = HEAD.replace("  assumed_languages: [en]\n", "")

    found = [sentence.rpartition(": ")[2] for _, sentence in told(LINE % old, LINE % new, head)]

    assert found == [f"{text}." for text in texts]


def test_a_new_line_says_that_it_takes_any_language():
    """As one of those that it speaks."""
    named = ", languages: {de: native, any: interpreter}"
    for languages, words in ((ANY, "any language"), (named, "German, any other language")):
        ((_, sentence),) = told(LINE % ENGLISH, LINE % ENGLISH + SECOND % languages)

        assert f"+44 20 7946 0959 ({words}) is new" in sentence


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        (
            "[{hours: 24/7, languages: [de]}, {hours: 'Mo 10:00-12:00'}]",
            "[{hours: 24/7, languages: [de]}, {hours: 'Mo 10:00-13:00'}]",
            "United Kingdom, any other language: closes at 13:00 instead of 12:00 on Mondays.",
        ),
        # A rule for a language that the line does not name is for it all the same.
        (
            "[{hours: 'Tu 10:00-12:00', languages: [fr]}, {hours: 'Mo 10:00-12:00'}]",
            "[{hours: 'Tu 10:00-13:00', languages: [fr]}, {hours: 'Mo 10:00-12:00'}]",
            "United Kingdom, French: closes at 13:00 instead of 12:00 on Tuesdays.",
        ),
        (
            "24/7",
            "Mo-Fr 10:00-12:00",
            "United Kingdom: answers Mon–Fri 10:00–12:00, until now day and night.",
        ),
    ],
)
def test_hours_of_languages_that_nobody_names_are_compared(old, new, sentence):
    """As those of the others."""
    line = LINE % ", languages: {de: native, any: interpreter}, availability: {standard: %s}"

    assert told(line % old, line % new) == [("hours", sentence)]


GUESSED = "guesses:\n  - {countries: [IE], lines: [first]}\n"


@pytest.mark.parametrize(
    ("countries", "words"),
    [("[GB]", "is only guessed now"), ("[GB, IE]", "is listed, and no longer guessed")],
)
def test_a_guess_that_becomes_a_line_is_told(countries, words):
    """And a line that becomes a guess, in the country that it is guessed for."""
    listed = (HEAD + LINE % ENGLISH).replace("[GB]", "[GB, IE]")
    guessed = HEAD + LINE % ENGLISH + GUESSED
    texts = (listed, guessed) if countries == "[GB]" else (guessed, listed)

    found = [
        one.sentence
        for one in compare(*(load_directory(text.encode("utf-8"), "a.yaml") for text in texts))
    ]

    assert any(words in sentence and "Ireland" in sentence for sentence in found), found


CALLS = "{hours: Mo-Fr 09:00-%s:00, time_zone: Europe/Berlin}"
UNTIL, SINCE = ", valid_until: 2026-06-30", ", valid_from: 2026-07-01"
OLD = "Mo-Fr 09:00-17:00"


@pytest.mark.parametrize(
    ("old", "new", "texts"),
    [
        ((OLD, UNTIL), ('"Mo-Fr 09:00-17:00; 2026 Dec 24 off"', UNTIL), []),
        ((OLD, SINCE), ('"Mo-Fr 09:00-17:00; 2026 Mar 24 off"', SINCE), []),
        # Of days on which it is there the most frequent is told, though they are a quarter.
        (
            (OLD, UNTIL),
            ("Mo-Fr 09:00-18:00", UNTIL),
            ["closes at 18:00 instead of 17:00 on Mondays to Fridays"],
        ),
        # On its last day in London it is there until midnight, in Berlin one o'clock.
        (
            (CALLS % 17, UNTIL),
            (CALLS % 16, UNTIL),
            ["closes at 16:00 instead of 17:00 on Mondays to Fridays (time of Europe/Berlin)"],
        ),
        # That it is there on other days is told, and not what it does then.
        ((OLD, UNTIL), ("24/7", SINCE), []),
        ((OLD, UNTIL), ("24/7", ""), ["answers day and night, until now Mon–Fri 09:00–17:00"]),
    ],
)
def test_hours_are_compared_on_days_on_which_a_line_is_there(old, new, texts):
    """In both directories: nobody calls it on others."""
    first = LINE % ", languages: [en], availability: {standard: %s}%s"

    found = [sentence for code, sentence in told(first % old, first % new) if code == "hours"]

    assert found == [f"United Kingdom: {one}." for one in texts]


FORMS = HEAD.replace("countries: [GB]", "countries: [CA]").replace(
    "    lines:\n",
    "%s    regions: [{id: inner, countries: [CA-QC]%s}]\n    lines:\n"
    "      - {id: form, url: 'https://support.example/ask'%s}\n",
)
WITHIN = "reply: [{within: %s}]"
AROUND = f"    {WITHIN}\n"
INSIDE = f", {WITHIN}"
SOONER = "a first answer comes within 2 hours instead of within 4 hours"


@pytest.mark.parametrize(
    ("old", "new", "texts"),
    [
        (("", INSIDE % "4 h", ""), ("", INSIDE % "2 h", ""), [f"Canada, CA-QC: {SOONER}"]),
        # What the region around says is nothing to who has a nearer one.
        (
            (AROUND % "4 h", INSIDE % "3 h", ""),
            (AROUND % "2 h", INSIDE % "3 h", ""),
            [f"Canada, other parts: {SOONER}"],
        ),
        ((AROUND % "4 h", "", ""), (AROUND % "2 h", "", ""), [f"Canada: {SOONER}"]),
        ((AROUND % "4 h", INSIDE % "4 h", ""), (AROUND % "4 h", "", ""), []),
        # The line itself says it for all.
        (("", INSIDE % "3 h", INSIDE % "2 h"), ("", INSIDE % "1 h", INSIDE % "2 h"), []),
        (
            ("", INSIDE % "4 open h", ""),
            ("    exceptions: [{on: 2026-12-24}]\n", INSIDE % "4 open h", ""),
            [
                (
                    "Canada, CA-QC: the hours on which a first answer is counted change: "
                    "is closed instead of 09:00–17:00 on 24 December 2026"
                )
            ],
        ),
        # The form says now when it takes messages, and so when they are worked on.
        (
            (AROUND % "4 open h", "", ""),
            (AROUND % "4 open h", "", ", availability: {standard: 24/7}"),
            [
                (
                    "Canada: the hours on which a first answer is counted change: "
                    "answers day and night, until now Mon–Fri 09:00–17:00"
                )
            ],
        ),
    ],
)
def test_promises_are_those_of_the_caller_s_part_of_the_country(old, new, texts):
    """As `reply_by` is."""
    before, after = (load_directory((FORMS % one).encode("utf-8"), "a") for one in (old, new))

    found = [one.sentence for one in compare(before, after)]

    assert found == [f"{text}." for text in texts]


DESKS = "desks:\n  help: {%s}\n  billing: {}\nregions:\n"


@pytest.mark.parametrize(
    ("old", "new", "text"),
    [
        (
            "",
            "not_for: [{what: New contracts, desk: billing}]",
            'desk "help" (help) is not for New contracts (billing), until now not said',
        ),
        (
            "not_for: [{what: New contracts, desk: billing}]",
            "",
            'that desk "help" (help) is not for New contracts (billing) is not said any more',
        ),
        (
            "purpose: technical",
            "",
            'the purpose of desk "help" (help) is not said any more, until now technical',
        ),
    ],
)
def test_what_is_no_longer_said_of_all_is_told(old, new, text):
    """And not as "nothing"."""
    before, after = (HEAD.replace("regions:\n", DESKS % one) + LINE % ENGLISH for one in (old, new))

    found = [
        one.text
        for one in compare(*(load_directory(x.encode("utf-8"), "a") for x in (before, after)))
    ]

    assert found == [text]
