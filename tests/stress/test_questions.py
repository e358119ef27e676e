"""Answers of the stress directory are those that were worked out by hand from its page."""

from __future__ import annotations

from datetime import datetime, timezone
from pathlib import Path

import pytest
import yaml

import supportlines
from supportlines.texts import within

FOLDER = Path(__file__).resolve().parents[1] / "data" / "stress"
QUESTIONS = yaml.load(
    (FOLDER / "questions.yaml").read_text(encoding="utf-8"),
    Loader=yaml.BaseLoader,  # noqa: S506 - texts alone
)["questions"]


@pytest.fixture(scope="module")
def directory():
    """Return the directory that uses every rule at once."""
    return supportlines.load(FOLDER / "directory.yaml")


def instant(text):
    """Return the aware instant of a text that ends in Z, or None."""
    if text in (None, "null"):
        return None
    return datetime.strptime(text, "%Y-%m-%dT%H:%M:%SZ").replace(tzinfo=timezone.utc)


def ask(directory, words):
    """Return the answer to a question as the file writes it."""
    said = dict(words)
    at = instant(said.pop("at"))
    country = said.pop("country")
    return directory.who_can_i_call(country, at=at, **said)


def ids(options):
    """Return the ids of the lines of options, in their order."""
    return [option.line.id for option in options]


def text_or_none(value):
    """Return a value as the file has it."""
    return None if value == "null" else value


def of_best(answer, key):
    """Return an attribute of the best option."""
    return None if answer.best is None else getattr(answer.best, key)


def states(options, line):
    """Return the states of the options of a line."""
    return {option.state for option in options if option.line.id == line}


def step_words(option):
    """Return what each step says: keys, or its text."""
    return [step.press or within(step.text, "en") for step in option.steps]


def everything(answer):
    """Return all options of an answer, other ways included."""
    return [*answer.options, *answer.other_ways]


def codes(answer):
    """Return the codes of caveats of an answer and of its best option."""
    of_best_one = () if answer.best is None else answer.best.caveats
    return {one.code for one in (*answer.caveats, *of_best_one)}


FOUND = {
    "state": lambda answer, _: answer.state,
    "best": lambda answer, _: answer.best.line.id if answer.best else None,
    "options": lambda answer, _: ids(answer.options),
    "other_ways": lambda answer, _: ids(answer.other_ways),
    "other_ways_set": lambda answer, _: sorted(set(ids(answer.other_ways))),
    "steps": lambda answer, _: step_words(answer.best),
    "option_state": lambda answer, lines: {
        line: states(everything(answer), line) for line in lines
    },
    "language_state": lambda answer, lines: {
        line: of_languages(answer, line, tags) for line, tags in lines.items()
    },
    "choices": lambda answer, asked: {
        code: choices_of(answer, code, values) for code, values in asked.items()
    },
    "prepare": lambda answer, _: [one.id for one in answer.prepare],
    "self_help": lambda answer, _: [within(one.title, "en") for one in answer.self_help],
    "promises": lambda answer, _: [one.kind for one in answer.promises],
    "coming": lambda answer, _: [
        {"start": one.start, "end": one.end, "state": one.state, "why": one.why.text.rstrip(".")}
        for one in answer.coming
    ],
}
"""What an answer has in the place of what is expected, in the same form."""


def of_languages(answer, line, tags):
    """Return for each tag the states of the options of *line* that hold it."""
    return {
        tag: {
            option.state
            for option in everything(answer)
            if option.line.id == line and tag in option.languages
        }
        for tag in tags
    }


def choices_of(answer, code, values):
    """Return what the answer would be with each reply."""
    (one,) = [one for one in answer.asks if one.code == code] or [None]
    if one is None:
        return None
    by_value = {each.value: each for each in one.choices}
    return {
        value: {key: getattr(by_value[value], key) for key in parts} if value in by_value else None
        for value, parts in values.items()
    }


def wanted(key, expected):
    """Return what is expected, with instants, None and sets."""
    if key in ("changes_at", "reply_by"):
        return instant(expected)
    if key == "other_ways_set":
        return sorted(set(expected))
    if key == "option_state":
        return {line: {state} for line, state in expected.items()}
    if key == "language_state":
        return {
            line: {tag: {state} for tag, state in tags.items()} for line, tags in expected.items()
        }
    if key == "choices":
        return {
            code: {
                value: {part: text_or_none(one) for part, one in parts.items()}
                for value, parts in values.items()
            }
            for code, values in expected.items()
        }
    if key == "coming":
        return [
            {**one, "start": instant(one["start"]), "end": instant(one["end"])} for one in expected
        ]
    return text_or_none(expected)


AMONG = {
    "offered": lambda answer: set(ids(everything(answer))),
    "withheld": lambda answer: {line.id for line, _ in answer.withheld},
    "asks": lambda answer: {one.code for one in answer.asks},
    "caveats": codes,
}


def differences(answer, expect):
    """Yield what an answer has otherwise than the file says."""
    for key, expected in expect.items():
        name = key[len("not_") :] if key.startswith("not_") else key
        if name in AMONG:
            there = AMONG[name](answer)
            right = there.isdisjoint(expected) if name != key else there.issuperset(expected)
            if not right:
                yield key, sorted(there), expected
        elif key == "option_caveats":
            for line, listed in expected.items():
                options = [one for one in everything(answer) if one.line.id == line]
                there = {one.code for option in options for one in option.caveats}
                if not there.issuperset(listed):
                    yield key, {line: sorted(there)}, {line: listed}
        else:
            there = FOUND[key](answer, expected) if key in FOUND else of_best(answer, key)
            should = wanted(key, expected)
            if there != should:
                yield key, there, should


@pytest.mark.parametrize("question", QUESTIONS, ids=[one["id"] for one in QUESTIONS])
def test_the_answer_is_the_one_of_the_page(directory, question):
    """Each with its reasoning in the file."""
    answer = ask(directory, question["ask"])

    assert list(differences(answer, question["expect"])) == [], question["why"]
