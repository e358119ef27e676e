"""Messages are taken at any time, but for exceptions of some tiers: what comes back of that."""

from __future__ import annotations

import datetime as dt
import itertools

import pytest

import supportlines
from supportlines.exchange import write_csv

HEAD = """
directory:
  id: d
  name: D
  sources: [{id: page, title: t, url: "https://a.example/", read_on: 2026-11-02}]
tiers: {standard: {}, premium: {includes: standard}, gold: {includes: premium}, alone: {}}
regions:
  - id: gb
    countries: [GB]
    languages: [en]
    availability: {standard: "24/7"}
    lines:
      - id: form
        url: "https://a.example/ask"
        exceptions:
          - {on: 2026-12-05, reason: Move, tiers: [%s]}
          - {on: 2026-12-24, reason: Maintenance, tiers: [%s]}
"""
TIERS = ("standard", "premium", "gold", "alone")
SOME = [("standard",), ("premium",), ("gold",), ("standard", "gold"), ("alone", "premium"), TIERS]


@pytest.mark.parametrize(("first", "second"), [*itertools.product(SOME, SOME)])
def test_a_form_that_is_closed_for_a_tier_does_not_come_back_open(read, first, second):
    """Neither by what a tier says itself, nor by what it includes."""
    text = HEAD % (", ".join(first), ", ".join(second))
    written = write_csv(supportlines.loads(text).facts)

    states = states_of(supportlines.loads(read(written.text).text))

    closed = {(5, tier) for tier in first} | {(24, tier) for tier in second}
    assert {states[one] for one in closed} == {"unknown"}
    assert {states[7, tier] for tier in TIERS if tier in {*first, *second}} <= {"open"}
    assert any(loss.what == "exceptions" for loss in written.losses)


def states_of(directory):
    """Return the state of the form by day and tier."""
    tiers = {one.id for one in directory.facts.tiers}
    found = {}
    for day, tier in itertools.product((5, 7, 24), TIERS):
        answer = directory.who_can_i_call(
            "GB",
            tier=tier if tier in tiers else None,
            channels=("web_form",),
            at=dt.datetime(2026, 12, day, 10, tzinfo=dt.timezone.utc),
        )
        found[day, tier] = answer.state
    return found
