"""What an answer says beside its options: what to have ready, what comes, where else to go."""

from __future__ import annotations

from datetime import date, datetime, timezone

import pytest

import supportlines

TEXT = """
directory:
  id: beside
  name: Beside
  sources: [{id: page, title: A page, url: "https://support.example", read_on: 2026-11-02}]
tiers: {standard: {}}
severities: [low, high]
desks:
  technical:
    name: Technical support
    not_for:
      - {what: How-to questions, desk: customer-service}
      - {what: Our network, url: "https://status.example"}
      - {what: Contracts, line: sales}
  customer-service: {name: Customer service}
prepare:
  - {id: number, text: Your customer number}
  - {id: error, text: The text of the error, for: {desks: technical, severities: high}}
  - {id: contract, text: Your contract, for: {desks: customer-service}}
self_help: [{title: Questions, url: "https://faq.example"}]
promises: [{kind: cost}, {kind: completion, for: {severities: high}}]
regions:
  - id: gb
    countries: [GB]
    languages: [en]
    availability: {standard: {hours: "Mo-Fr 09:00-17:00; PH off", time_zone: Europe/London}}
    lines:
      - {id: tech, number: "+44 20 7946 0100", desk: technical}
      - id: sales
        label: The sales line
        number: "+44 20 7946 0101"
        desk: customer-service
        exceptions:
          - {on: 2026-12-10, reason: Move}
          - {from: 2026-12-14T12:00, until: 2026-12-14T15:00, reason: Drill}
          - {each_month: 16, hours: "10:00-12:00", reason: Books}
          - {first_day: 2026-12-12, last_day: 2026-12-13, reason: A weekend}
          - {first_day: 2026-12-18, last_day: unknown, reason: Strike, priority: -1}
          - {on: 2027-02-10, reason: Far away}
"""
AT = datetime(2026, 12, 1, 10, tzinfo=timezone.utc)


def asked(**words):
    """Return an answer of the directory."""
    return supportlines.loads(TEXT).who_can_i_call("GB", at=AT, **words)


def utc(*parts):
    """Return an instant of December 2026, or of another month."""
    return datetime(2026, 12, *parts, tzinfo=timezone.utc)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ({}, ["number", "error"]),  # the desk of the best option; how bad it is was not said
        ({"desk": "technical", "severity": "high"}, ["number", "error"]),
        ({"desk": "technical", "severity": "low"}, ["number"]),
        ({"desk": "customer-service"}, ["number", "contract"]),
    ],
)
def test_what_to_have_ready_is_for_the_caller_or_may_be(words, expected):
    """In the order of the file."""
    assert [one.id for one in asked(**words).prepare] == expected


def test_pages_and_promises_are_told():
    """Those that are for the caller, or may be."""
    answer = asked(severity="low")

    assert [one.url for one in answer.self_help] == ["https://faq.example"]
    assert [one.kind for one in answer.promises] == ["cost"]
    assert [one.kind for one in asked().promises] == ["cost", "completion"]


def test_what_a_desk_is_not_for_leads_elsewhere():
    """To a desk, a page or a line, by what people call them."""
    found = [(one.what, one.name, one.url) for one in asked(desk="technical").not_for]

    assert found == [
        ("How-to questions", "Customer service", None),
        ("Our network", None, "https://status.example"),
        ("Contracts", "The sales line", None),
    ]
    assert asked(desk="customer-service").not_for == ()
    assert "How-to questions → Customer service" in asked(desk="technical").text()


def test_closures_and_changed_hours_of_thirty_days_have_names():
    """What changes nothing is not told: a closed weekend; nor is what is far away."""
    coming = asked(desk="customer-service").coming

    assert [(one.start, one.end, one.state, one.why.text.rstrip(".")) for one in coming[:4]] == [
        (utc(10), utc(11), "closed", "Move"),
        (utc(14, 12), utc(14, 15), "closed", "Drill"),
        (utc(16), utc(17), "open", "Books"),
        (utc(18), None, "unknown", "Strike"),  # of its first day alone one knows that it holds
    ]
    assert coming[0].days == (date(2026, 12, 10), date(2026, 12, 10))
    assert coming[2].hours == ((utc(16, 10), utc(16, 12)),)
    assert "A weekend" not in {one.why.text for one in coming}
    assert "Far away" not in {one.why.text for one in coming}


def test_holidays_are_told_by_their_names():
    """Of whoever's calendar the rule speaks."""
    pytest.importorskip("holidays")

    names = [one.why.text.rstrip(".") for one in asked(desk="technical").coming]

    assert names[0] == "Christmas Day"


def test_a_line_without_hours_has_nothing_to_come():
    """Nobody says when it is served."""
    lines = TEXT.splitlines(keepends=True)
    text = "".join(line for line in lines if "availability" not in line)

    answer = supportlines.loads(text).who_can_i_call("GB", desk="technical", at=AT)

    assert (answer.state, answer.coming) == ("unknown", ())
    assert answer.text()
