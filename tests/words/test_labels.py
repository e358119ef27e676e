"""The short texts of pages: no name is glued into one, and each is used."""

from __future__ import annotations

import ast
import re
from pathlib import Path
from string import Formatter

import pytest

import supportlines
from supportlines.words.events import WEEKDAYS, event_key
from supportlines.words.labels import FOR_SCRIPTS, LABELS, PLACEHOLDERS, label
from supportlines.words.phrase import Phrase
from supportlines.words.saying import say_in
from supportlines.words.values import Values

KINDS = {"code", "date", "digits", "moment", "name", "number", "text", "time"}
"""What a placeholder can be. None of them is a weekday."""


SOURCES = sorted(Path(supportlines.__file__).parent.rglob("*.py"))
TABLE = "words/labels.py"


def placeholders(text):
    """Return the names of the placeholders of a message."""
    return [name for _, name, _, _ in Formatter().parse(text) if name is not None]


def glued(text, kinds=PLACEHOLDERS):
    """Return the placeholders of CLDR's names that stand within a sentence.

    A name may be all of a message, or stand behind a colon, or in brackets.
    """
    return [
        name
        for name in placeholders(text)
        if kinds[name] == "name"
        and text != f"{{{name}}}"
        and not re.search(rf": \{{{name}\}}$|\(\{{{name}\}}\)", text)
    ]


@pytest.mark.parametrize(("key", "one"), LABELS.items())
def test_labels_have_placeholders_of_a_known_kind_and_no_glued_name(key, one):
    """A country or a language is nominative; a weekday is no placeholder at all."""
    assert set(placeholders(one.text)) <= set(PLACEHOLDERS), key
    assert glued(one.text) == []
    assert one.context
    assert one.text == one.text.strip()


def test_kinds_of_placeholders_are_known():
    """So that a name of CLDR is not taken for something else."""
    assert set(PLACEHOLDERS.values()) <= KINDS
    assert PLACEHOLDERS["country"] == PLACEHOLDERS["languages"] == "name"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Calling from {country}", ["country"]),  # "en France", "au Japon"
        ("{country} is not listed", ["country"]),
        ("Language: {languages}", []),
        ("Spoken here ({languages})", []),
        ("{country}", []),
        ("Closes {time}", []),
    ],
)
def test_a_glued_name_is_found(text, found):
    """The test itself would notice one."""
    assert glued(text) == found


def texts_of(path):
    """Return the texts in a module."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return {
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }


def used():
    """Return the texts of all modules but of the tables, and the heads of those put together."""
    found = set()
    for path in SOURCES:
        if not path.as_posix().endswith((TABLE, "words/events.py")):
            found |= texts_of(path)
    return found


def is_used(key, texts):
    """Return whether a module names the key, or its beginning before a code."""
    heads = [key[: place.end()] for place in re.finditer("_", key)]
    return key in texts or any(head in texts for head in heads)


def test_every_label_is_used():
    """By a module, or by the script of a page."""
    texts = used()

    assert [key for key in LABELS if key not in FOR_SCRIPTS and not is_used(key, texts)] == []


def test_keys_for_scripts_are_labels():
    """States, events and what is chosen."""
    assert set(FOR_SCRIPTS) < set(LABELS)
    assert {"open", "opens_sat", "closes_soon", "stale", "pick_country"} <= set(FOR_SCRIPTS)
    assert "have_ready" not in FOR_SCRIPTS


def test_each_event_has_a_message_for_each_weekday():
    """Without a weekday, with it, and with its date."""
    for kind in ("opens", "closes", "changes", "until"):
        keys = [event_key(kind)]
        keys += [event_key(kind, day, dated=dated) for day in range(7) for dated in (False, True)]
        texts = [LABELS[key].text for key in keys]
        assert len(set(texts)) == 15
        assert "{date}" not in texts[0] + texts[1]
    assert label("opens_mon_date", "en").text == "Opens Mon {date}, {time}"
    assert WEEKDAYS[event_weekday("changes_sun")] == "sun"


def event_weekday(key):
    """Return the weekday of a key."""
    return WEEKDAYS.index(key.split("_")[1])


def test_a_label_says_in_which_locale_it_is():
    """English until there are catalogues, whatever the reader asks for."""
    assert label("open", "de") == Phrase("Open", "en")


@pytest.mark.parametrize(
    ("code", "values", "expected"),
    [
        ("note", Values(note="Nur werktags."), Phrase("Nur werktags.", None)),
        ("named_day", Values(why="Christmas Day"), Phrase("Christmas Day", None)),
        ("guess", Values(note="Essayez la Belgique."), Phrase("Essayez la Belgique.", None)),
        ("reason/end_not_known", Values(), Phrase("The source does not say until when.", "en")),
    ],
)  # fmt: skip
def test_a_text_of_the_directory_is_in_no_known_language(code, values, expected):
    """A sentence of ours around it is in that of the sentence."""
    context, _, code = code.rpartition("/")

    assert say_in(code, values, "de", context) == expected
