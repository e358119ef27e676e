"""The table of sentences: every code has one, every placeholder is known, no name is glued."""

from __future__ import annotations

# ruff: noqa: E501 - a sentence stands on one line
import ast
import re
from datetime import date, datetime, timezone
from pathlib import Path
from string import Formatter

import pytest

import supportlines.lookup
from supportlines.words import MESSAGES, NOTHING, Values, say
from supportlines.words.clauses import CLAUSES
from supportlines.words.kinds import KINDS

ROOT = Path(__file__).resolve().parents[2]
LOOKUP = sorted(Path(supportlines.lookup.__file__).parent.glob("*.py"))
CODES = ROOT / "docs" / "reference" / "codes.md"
SENTENCE = re.compile(r"[a-z]{2,} [a-z]{2,}|[a-z]{2,}[.,;:] |^[A-Z][a-z]+ ")
TEXTS = [
    (code, message.text)
    for code, sentences in MESSAGES.items()
    for sentence in sentences
    for message in sentence
]


def placeholders(text):
    """Return name and kind of each placeholder."""
    return [(name, kind) for _, name, kind, _ in Formatter().parse(text) if name is not None]


@pytest.mark.parametrize(("code", "text"), TEXTS)
def test_placeholders_are_of_a_known_kind(code, text):
    """Those without a kind stand for a clause."""
    for name, kind in placeholders(text):
        assert kind in KINDS if kind else name in CLAUSES, code


@pytest.mark.parametrize(("code", "text"), TEXTS)
def test_messages_are_whole_sentences(code, text):
    """They begin with a capital or a value, and end with a full stop or a text."""
    assert re.match(r'["A-Z{]', text), code
    assert text.endswith((".", "}")), code


def test_every_code_of_the_reference_has_a_message():
    """And every message a row there."""
    listed = set(re.findall(r"^\| `([a-z_]+)` \|", CODES.read_text(encoding="utf-8"), re.MULTILINE))

    assert listed == {code.rpartition("/")[2] for code in MESSAGES}


def test_a_code_without_its_values_says_nothing_wrong():
    """What is not there leaves no gap in a sentence: another is said, or none."""
    for name in MESSAGES:
        context, _, code = name.rpartition("/")
        assert "{" not in say(code, NOTHING, context=context)
        assert "None" not in say(code, NOTHING, context=context)


def rows():
    """Return what the reference writes beside each code."""
    page = CODES.read_text(encoding="utf-8")
    return dict(re.findall(r"^\| `([a-z_]+)` \|(.*)$", page, re.MULTILINE))


@pytest.mark.parametrize(("code", "text"), TEXTS)
def test_values_are_in_the_reference(code, text):
    """Each that a sentence speaks of, in the row of its code."""
    row = rows()[code.rpartition("/")[2]]
    if "as `wider_line`" in row:
        row += rows()["wider_line"]
    if "the same" in row:
        row += rows()["hours_open"]

    assert [name for name, kind in placeholders(text) if kind and f"`{name}`" not in row] == []


def texts_of(path):
    """Yield the texts in a module that are no docstrings."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    documentation = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        is_text = isinstance(node, ast.Constant) and isinstance(node.value, str)
        if is_text and id(node) not in documentation:
            yield node.value


@pytest.mark.parametrize(
    "path", [one for one in LOOKUP if one.stem != "errors"], ids=lambda p: p.stem
)
def test_the_question_has_no_english(path):
    """Codes and values: who writes a sentence there finds it here.

    What is wrong with a question is told to programmers, in English, by `errors`.
    """
    assert [text for text in texts_of(path) if SENTENCE.search(text)] == []


@pytest.mark.parametrize(
    ("code", "values", "sentence"),
    [
        ("wider_line", Values(countries=("FR", "DE")), "The source lists this line for France and Germany."),
        ("wider_line", Values(country="FR", others=5), "The source lists this line for France and 5 other countries."),
        ("wider_line", Values(region="emea", name="EMEA"), "The line serves EMEA."),
        ("region_fallback", Values(region="emea", name="EMEA", when="Toll free is unavailable."), "The line to fall back on in EMEA, in this case: Toll free is unavailable."),
        ("hours_open", Values(tier="standard", hours="24/7", state="open"), "standard: 24/7."),
        ("hours_closed", Values(tier="standard", hours="Mo-Fr 09:00-17:00", time_zone="caller", state="closed", why="Christmas Day"), "standard: Mo-Fr 09:00-17:00, the caller's local time. Closed: Christmas Day."),
        ("hours_unknown", Values(tier="standard", hours="Mo-Fr 09:00-17:00", time_zone="Europe/Paris", state="unknown", agreed=False, why="Christmas Day"), "standard: Mo-Fr 09:00-17:00, time of Europe/Paris. Christmas Day."),
        ("hours_open", Values(tier="standard", hours="Mo-Fr 09:00-17:00; PH off", time_zone="Europe/Zurich", holidays="CH-TI", state="open"), "standard: Mo-Fr 09:00-17:00; PH off, time of Europe/Zurich. Public holidays (PH) are those of CH-TI."),
        ("hours_open", Values(tier="standard", hours="PH off", holidays="CH", state="open"), "standard: PH off. Public holidays (PH) are those of Switzerland."),
        ("hours_open", Values(tier="standard", hours="PH off", holidays="CH-national", state="open"), "standard: PH off. Public holidays (PH) are those of Switzerland as a whole."),
        ("hours_open", Values(tier="standard", hours="PH off", holidays="national", state="open"), "standard: PH off. Public holidays (PH) are those of the caller's whole country."),
        ("hours_after", Values(tier="standard", hours="PH off", holidays="own", after="day", state="open"), "standard: PH off, while the line day is closed. Public holidays (PH) are the days of the calendar own."),
        ("hours_open", Values(tier="standard", hours="PH off", holidays="national-days", state="open"), "standard: PH off. Public holidays (PH) are the days of the calendar national-days."),
        ("hours_open", Values(tier="standard", hours="PH off", holidays="DE-national", state="open"), "standard: PH off. Public holidays (PH) are those of Germany as a whole."),
        ("hours_open", Values(tier="standard", hours="PH off", holidays="DE-BY", state="open"), "standard: PH off. Public holidays (PH) are those of DE-BY."),
        ("hours_closed", Values(tier="standard", hours="24/7", state="closed", **{"from": date(2026, 12, 24), "until": date(2026, 12, 26)}), "standard: 24/7. Closed: other hours from 2026-12-24 to 2026-12-26."),
        ("time_zone_not_given", Values(closed=("America/Adak",), open=("America/New_York", "America/Chicago")), "It depends on the caller's time zone, which was not given: open in America/New_York and America/Chicago; closed in America/Adak."),
        ("severity_not_given", Values(unknown=("low",), open=("high",)), 'It depends on the severity, which was not given: open for "high"; not known for "low".'),
        ("carriers_only", Values(landline=("A", "B"), mobile=("C",)), "It may be reached from landlines through A and B only, from mobile phones through C only."),
        ("no_line_listed", Values(country="FR", before=date(2026, 1, 1), after=date(2026, 12, 1)), "The source lists no line for France on this day; there was one until 2026-01-01 and there is one from 2026-12-01."),
        ("line_turns", Values(**{"from": date(2026, 1, 1)}), "The line is listed from 2026-01-01: whether that is today depends on the caller's time zone, which was not given."),
    ],
)  # fmt: skip
def test_values_choose_the_sentence(code, values, sentence):
    """The first that has all its placeholders; what a day adds is a sentence of its own."""
    assert say(code, values) == sentence


@pytest.mark.parametrize("hour", [2, 14])
def test_no_sentence_of_the_shipped_directory_has_a_gap(hour):
    """Of every country, by night and by day."""
    directory = supportlines.load()
    facts = directory.facts
    at = datetime(2026, 11, 24, hour, tzinfo=timezone.utc)
    for country in sorted(
        {one for region in facts.regions for one in facts.countries_of(region.id)}
    ):
        answer = directory.who_can_i_call(country, at=at)
        of_options = [
            one for option in answer.options for one in (*option.reasons, *option.caveats)
        ]
        for one in (*answer.caveats, *of_options):
            assert re.fullmatch(r"\S+( \S+)*", one.text), one
            assert "{" not in one.text
            assert "None" not in one.text
