"""A field of a line that nobody shows would be lost: each is shown, or its reason stands below."""

from __future__ import annotations

from dataclasses import fields

import supportlines
from supportlines.changes.line_facts import COMPARED
from supportlines.render.lines import lines_data

NOT_IN_LINES = {
    "accept": "for the keeper of the file",
    "availability": "`now` and `coverage` say when somebody answers",
    "carriers": "a caveat of an option",
    "correction": "a caveat of an option",
    "cost": "of a caller, not of a line",
    "dialable_by": "a caveat of an option",
    "dialable_from": "the reason why a line is withheld",
    "dialable_from_parts": "a caveat of an option",
    "exceptions": "`now` and `coverage` say when somebody answers",
    "fallback_when": "the reason of an option",
    "inherits": "`now` and `coverage` say when somebody answers",
    "label_published_as": "the reason of an option",
    "languages_confidence": "a caveat of an option",
    "notes": "caveats of an option",
    "number_confidence": "a caveat of an option",
    "published_lines": "for the keeper of the file",
    "replaces": "`diff` says it",
    "reply": "`reply_by` of an option",
    "requests": "things to prepare, of an answer",
    "source": "for the keeper of the file",
    "steps": "of an option",
    "valid_from": "of an answer",
    "valid_until": "of an answer",
}
AS_ANOTHER_KEY = {"id": "line"}

NOT_IN_AN_OPTION = {
    "accept": "for the keeper of the file",
    "address": "`contact`",
    "availability": "the state, the reasons",
    "carriers": "a caveat",
    "contact_is": "`contact`",
    "correction": "a caveat",
    "dialable_by": "a caveat",
    "dialable_from": "an option can be dialled",
    "dialable_from_parts": "a caveat",
    "email": "`contact`, `uri`",
    "exceptions": "the state, the reasons",
    "fallback": "a reason",
    "fallback_when": "a reason",
    "inherits": "the state, the reasons",
    "label": "`lines` tells it",
    "label_published_as": "a reason",
    "language_modes": "`language_mode`, a reason",
    "languages_confidence": "a caveat",
    "notes": "caveats",
    "number_confidence": "a caveat",
    "only_for": "a caveat, `asks` of the answer",
    "only_in": "`number` is None",
    "published_lines": "for the keeper of the file",
    "replaces": "`diff` says it",
    "reply": "`reply_by`",
    "requests": "`prepare` of the answer",
    "send": "the first of `steps`",
    "serves": "a reason",
    "serves_parts": "a caveat",
    "service": "`line` has it",
    "source": "for the keeper of the file",
    "unusable": "such a line is no option",
    "url": "`contact`, `uri`",
    "valid_from": "the state",
    "valid_until": "the state, a caveat",
}
NOT_IN_JSON = {
    "hours": "a schedule with its zone and holidays: `hours` and `coverage` print it",
    "day": "the clock of the caller shows it",
    "next_reason": "`next_why` is its sentence",
}
"""Fields of an option that are no keys of its JSON."""

NOT_COMPARED = {
    "accept": "for the keeper of the file",
    "address": "compared for callers, as the contact",
    "availability": "hours are compared by what they mean",
    "channel": "compared for callers",
    "contact_is": "compared for callers, as the contact",
    "cost": "compared as what a call costs a caller",
    "dialable_from": "compared as a line that can be called or not",
    "email": "compared for callers, as the contact",
    "exceptions": "hours are compared by what they mean",
    "fallback": "compared for callers",
    "id": "by it a line is the same",
    "inherits": "hours are compared by what they mean",
    "label_published_as": "the label is compared",
    "languages": "compared for callers",
    "languages_confidence": "how sure somebody is of languages changes nothing for callers",
    "number": "compared for callers",
    "only_in": "compared as a line that can be called or not",
    "published_as": "compared for callers",
    "published_lines": "for the keeper of the file",
    "replaces": "a line that is replaced is told so",
    "serves": "compared country by country",
    "source": "for the keeper of the file",
    "unusable": "compared as a line that can be called or not",
    "url": "compared for callers, as the contact",
}
NAMES = {one.name for one in fields(supportlines.Line) if not one.name.startswith("_")}


def test_every_field_of_a_line_is_in_the_list_of_lines():
    """In `lines --json`, or left out for a reason that stands above."""
    ((line, chain), *_) = supportlines.load().lines()
    shown = {AS_ANOTHER_KEY.get(name, name) for name in NAMES - set(NOT_IN_LINES)}

    assert shown - set(lines_data([(line, chain)])[0]) == set()
    assert set(NOT_IN_LINES) <= NAMES


def test_every_field_of_a_line_is_in_an_option():
    """As an attribute of the option itself, or left out for a reason that stands above."""
    attributes = {AS_ANOTHER_KEY.get(name, name) for name in NAMES - set(NOT_IN_AN_OPTION)}
    option = {one.name for one in fields(supportlines.Option)}

    assert attributes - option == set()
    assert set(NOT_IN_AN_OPTION) <= NAMES


def test_every_field_of_an_option_is_in_its_json():
    """A key of the same name, or left out for a reason that stands above."""
    (option, *_) = supportlines.load().who_can_i_call("DE").options
    data = supportlines.load().who_can_i_call("DE").to_dict()["options"][0]
    names = {one.name for one in fields(option)}

    assert names - set(data) == set(NOT_IN_JSON)


def test_every_field_of_a_line_is_compared():
    """By `diff`, or left out for a reason that stands above."""
    assert NAMES - set(NOT_COMPARED) - set(COMPARED) == set()
    assert set(NOT_COMPARED) <= NAMES
    assert set(COMPARED) <= NAMES
