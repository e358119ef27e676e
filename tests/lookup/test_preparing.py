"""What a directory says to prepare, by desk and by kind of request."""

from __future__ import annotations

from datetime import datetime, timezone

import pytest

import supportlines
from supportlines.directory import load_directory
from supportlines.lookup import UnknownChoiceError
from supportlines.lookup.preparing import guidance

AT = datetime(2026, 11, 24, 12, tzinfo=timezone.utc)
TEXT = """
directory:
  id: example
  name: Example
  sources: [{id: page, title: Page, url: "https://support.example", read_on: 2026-11-02}]
tiers: {standard: {}, premium: {includes: standard}}
desks:
  technical: {levels: [first, second]}
  billing: {not_for: [{what: Errors, desk: technical}]}
  sales: {}
levels:
  first: {handles: [Most questions], next: second}
  second: {}
  clerks: {}
prepare:
  - {id: number, text: Your customer number}
  - {id: text, text: What it says, for: {requests: [error, invoice]}}
  - {id: log, text: The log, for: {requests: [error]}}
  - {id: steps, text: What you did, for: {desks: [technical]}}
  - {id: pin, text: Your PIN, for: {tiers: [premium]}}
  - {id: both, text: Order number, for: {desks: [billing, sales], requests: [invoice]}}
self_help:
  - {title: Questions, url: "https://support.example/faq"}
  - {title: Errors, url: "https://support.example/errors", for: {requests: [error]}}
promises:
  - {kind: cost}
  - {kind: next_step, for: {desks: [technical]}}
regions:
  - id: world
    countries: [GB]
    availability: {standard: 24/7, premium: 24/7}
    lines:
      - id: form
        url: https://support.example/form
        desks: [technical, billing]
        requests:
          - {id: error, desk: technical, wants: [text, number], helps: [pin]}
          - {id: invoice, desk: billing, level: clerks, wants: [text]}
          - {id: praise}
      - id: mail
        email: help@support.example
        desk: sales
        requests:
          - {id: error, desk: technical, wants: [log]}
          - {id: offer, for: {tiers: [premium]}, helps: [number]}
          - {id: lost, for: {desks: [billing]}}
"""


@pytest.fixture(scope="module")
def facts():
    """The directory above."""
    return load_directory(TEXT.encode(), "my.yaml")


def ids(listed):
    """Return the ids of what is listed."""
    return [one.what.id for one in listed]


def test_all_kinds_of_request_are_told_in_the_order_of_the_file(facts):
    """With the line that takes them; one that no desk of its line is for is nobody's."""
    found = guidance(facts)

    assert [(one.line.id, one.id, one.desks) for one in found.requests] == [
        ("form", "error", ("technical",)),
        ("form", "invoice", ("billing",)),
        ("form", "praise", ("technical", "billing")),
        ("mail", "error", ("technical",)),
        ("mail", "offer", ("sales",)),
    ]


def test_a_kind_of_request_has_what_it_wants_in_its_own_order(facts):
    """Then what helps; then what is for it and stands in neither list."""
    error, invoice, praise, other, _ = guidance(facts).requests

    assert (ids(error.wants), ids(error.helps), ids(error.also)) == (
        ["text", "number"], ["pin"], ["log"],
    )  # fmt: skip
    assert (ids(invoice.wants), ids(invoice.helps), ids(invoice.also)) == (["text"], [], ["both"])
    assert praise.named == frozenset()
    assert (ids(other.wants), ids(other.also)) == (["log"], ["text"])


def test_what_is_for_some_says_for_whom(facts):
    """The tier is not known, the desk and the kind of request may be."""
    found = guidance(facts)

    assert found.requests[0].helps[0].limits == (("tier", ("premium",)),)
    assert found.requests[4].kind.limits == (("tier", ("premium",)),)
    assert [(one.what.id, one.limits) for one in found.prepare] == [
        ("steps", (("desk", ("technical",)),)),
        ("pin", (("tier", ("premium",)),)),
    ]
    assert [one.limits for one in found.self_help] == [(), (("request", ("error",)),)]
    assert [one.limits for one in found.promises] == [(), (("desk", ("technical",)),)]


def test_a_desk_has_its_own_requests_levels_and_things(facts):
    """Those of other desks are left out, and what is for it has no limit."""
    found = guidance(facts, "billing")

    assert [one.id for one in found.desks] == ["billing"]
    assert [one.id for one in found.requests] == ["invoice", "praise"]
    assert ids(found.prepare) == ["pin"]
    assert found.levels == ()
    assert [one.what.kind for one in found.promises] == ["cost"]


def test_a_kind_of_request_names_its_desk(facts):
    """What is for another desk, or another kind, is not for it."""
    found = guidance(facts, request="invoice")

    assert [one.id for one in found.desks] == ["billing"]
    assert [one.id for one in found.levels] == ["clerks"]
    assert ids(found.prepare) == ["pin"]
    assert [one.what.title for one in found.self_help] == ["Questions"]


def test_one_kind_of_request_may_be_taken_by_several_lines(facts):
    """Each says what it wants."""
    found = guidance(facts, "technical", "error")

    assert [one.line.id for one in found.requests] == ["form", "mail"]
    assert [one.id for one in found.levels] == ["first", "second"]
    # "number" is wanted by one of the two, and "text" and "log" are named by both.
    assert ids(found.prepare) == ["number", "steps", "pin"]
    assert [one.limits for one in found.prepare] == [(), (), (("tier", ("premium",)),)]


def test_for_several_desks_a_limit_to_one_remains(facts):
    """The request does not say which of the two it reaches."""
    found = guidance(facts, request="praise")

    assert [one.id for one in found.desks] == ["technical", "billing"]
    assert [(one.what.id, one.limits) for one in found.prepare] == [
        ("steps", (("desk", ("technical",)),)),
        ("pin", (("tier", ("premium",)),)),
    ]


def test_a_thing_without_a_condition_is_for_the_requests_that_name_it(facts):
    """Whoever writes about something else need not have it; with a condition, that decides."""
    praise = guidance(facts, request="praise")
    offer = guidance(facts, request="offer")

    assert "number" not in ids(praise.prepare)
    assert ids(offer.requests[0].helps) == ["number"]
    assert "number" not in ids(guidance(facts).prepare)


def test_an_answer_is_told_what_its_request_names():
    """Who has not said what it is about is shown all that it may be about."""
    directory = supportlines.loads(TEXT)

    def things(**words):
        answer = directory.who_can_i_call("GB", channels=["web_form"], at=AT, **words)
        return [one.id for one in answer.prepare]

    assert things(desk="technical") == ["number", "text", "log", "steps"]
    assert things(desk="technical", facets={"request": "error"}) == [
        "number", "text", "log", "steps",
    ]  # fmt: skip
    assert things(desk="technical", facets={"request": "praise"}) == ["steps"]


def test_without_a_desk_everybody_who_picks_up_is_told(facts):
    """In the order of the file."""
    assert [one.id for one in guidance(facts).levels] == ["first", "second", "clerks"]


@pytest.mark.parametrize(
    ("desk", "request_", "message"),
    [
        (
            "sale",
            None,
            'there is no desk "sale". Write one of: "technical", "billing", "sales".',
        ),
        (
            None,
            "bug",
            ('there is no request "bug". Write one of: "error", "invoice", "praise", "offer".'),
        ),
        (  # there is one, which another desk gets
            "billing",
            "error",
            'there is no request "error". Write one of: "invoice", "praise".',
        ),
    ],
)
def test_what_there_is_not_is_refused_with_what_there_is(facts, desk, request_, message):
    """Known are the requests of the desk that was named."""
    with pytest.raises(UnknownChoiceError) as caught:
        guidance(facts, desk, request_)

    assert str(caught.value) == message


def test_a_directory_without_guidance_has_none():
    """Desks alone are no help; what one of them is not for is."""
    text = TEXT[: TEXT.index("desks:")] + TEXT[TEXT.index("regions:") :]
    text = text[: text.index("        desks:")] + "\n"
    bare = load_directory(text.encode(), "my.yaml")
    desks = load_directory(text.replace("regions:", "desks: [sales]\nregions:").encode(), "my.yaml")
    pointing = "desks: {sales: {not_for: [{what: Errors, line: form}]}}\nregions:"
    pointed = load_directory(text.replace("regions:", pointing).encode(), "my.yaml")

    assert guidance(bare).is_empty
    assert guidance(desks).is_empty
    assert not guidance(pointed).is_empty
