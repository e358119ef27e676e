"""What a state changes to: `changes_at` speaks of another state, `next_state` says which."""

from __future__ import annotations

from datetime import datetime, timezone

import pytest


def said(caveats):
    """Return code and sentence of each."""
    return [(one.code, one.text) for one in caveats]


def utc(*parts):
    """Return an instant in UTC."""
    return datetime(*parts, tzinfo=timezone.utc)


def coming(option):
    """Return what an option says of its next change."""
    return option.changes_at, option.next_state, option.next_why


@pytest.fixture(scope="module")
def french(made):
    """A line in Paris that may or may not answer on public holidays, and an exception."""
    return made(
        """
countries:
  FR: {holidays: [{on: 2026-07-15, name: Example Day}], working_days: [2026-07-14]}
regions:
  - id: france
    countries: [FR]
    languages: [fr]
    exceptions:
      - {on: 2026-11-25, hours: 24/7 unknown, reason: The desk moves}
      - {on: 2026-12-01, hours: "09:00-12:00", reason: Fire drill}
    availability: {standard: "Mo-Fr 09:00-17:00; PH 09:00-17:00 unknown"}
    lines: [{id: fr, number: "+33 1 99 00 12 34", published_as: 01 99 00 12 34}]
"""
    )


@pytest.mark.parametrize(
    ("at", "state", "expected"),
    [
        # Tuesday evening; Wednesday 15 July is a holiday of which nobody knows.
        (
            utc(2026, 7, 14, 16),
            "closed",
            (utc(2026, 7, 15, 7), "unknown", "Example Day"),
        ),
        # On the holiday itself: its hours end at 17:00 in Paris as those of any day do.
        (utc(2026, 7, 15, 8), "unknown", (utc(2026, 7, 15, 15), "closed", None)),
        # After it an ordinary Thursday.
        (utc(2026, 7, 15, 16), "closed", (utc(2026, 7, 16, 7), "open", None)),
        # The evening before the exception: Wednesday 25 November is not known from midnight on.
        (
            utc(2026, 11, 24, 17),
            "closed",
            (utc(2026, 11, 24, 23), "unknown", "The desk moves"),
        ),
        # An exception that closes early says so before it does.
        (utc(2026, 12, 1, 10), "open", (utc(2026, 12, 1, 11), "closed", "Fire drill")),
        # An ordinary day needs no reason.
        (utc(2026, 11, 23, 10), "open", (utc(2026, 11, 23, 16), "closed", None)),
    ],
)
def test_the_next_state_is_told_with_its_reason(french, at, state, expected):
    """Neither "closed until" nor "open until" tells that what follows is not known."""
    best = french.who_can_i_call("FR", at=at).best

    assert (best.state, coming(best)) == (state, expected)


@pytest.fixture(scope="module")
def states(made):
    """A line for several zones, by the caller's clock; one that ends; one whose rule does."""
    return made(
        """
regions:
  - id: america
    countries: [US]
    languages: [en]
    availability: {standard: Mo-Fr 09:00-18:00}
    lines: [{id: us, number: "+1 202 555 0123", published_as: 202 555 0123}]
  - id: kingdom
    countries: [GB]
    languages: [en]
    lines:
      - id: line-ends
        number: "+44 20 7946 0958"
        published_as: 020 7946 0958
        valid_until: 2026-12-06
        availability: {standard: {hours: Mo-Fr 09:00-17:00, time_zone: Europe/London}}
      - id: rule-ends
        number: "+44 20 7946 0959"
        published_as: 020 7946 0959
        availability:
          standard: {hours: Mo-Fr 09:00-17:00, time_zone: Europe/London, valid_until: 2026-12-06}
      - id: opens
        number: "+44 20 7946 0960"
        published_as: 020 7946 0960
        availability: {standard: {hours: Mo-Fr 10:00-17:00, time_zone: Europe/London}}
      - id: day-and-night
        number: "+44 20 7946 0961"
        published_as: 020 7946 0961
        valid_until: 2026-12-06
        availability: {standard: 24/7}
      - id: may-open
        number: "+44 20 7946 0962"
        published_as: 020 7946 0962
        valid_until: 2026-12-06
        availability: {standard: 24/7 unknown}
"""
    )


@pytest.mark.parametrize(
    ("at", "state", "expected"),
    [
        # Open in all zones until New York closes: from then on it depends on the zone.
        (utc(2026, 11, 24, 20), "open", (utc(2026, 11, 24, 23), "unknown", None)),
        # Closed in all zones until New York opens, at 09:00 there.
        (utc(2026, 11, 24, 10), "closed", (utc(2026, 11, 24, 14), "unknown", None)),
        # Some are open until the last one, Honolulu, closes at 18:00 there.
        (utc(2026, 11, 24, 23, 30), "unknown", (utc(2026, 11, 25, 4), "closed", None)),
        # In the morning not known until Honolulu opens, at 09:00 there: all are open then.
        (utc(2026, 11, 24, 15), "unknown", (utc(2026, 11, 24, 19), "open", None)),
    ],
)
def test_zones_together_change_when_what_they_agree_on_does(states, at, state, expected):
    """A question at that instant says the state that was announced."""
    best = states.who_can_i_call("US", at=at).best

    assert (best.state, coming(best)) == (state, expected)
    assert states.who_can_i_call("US", at=best.changes_at).state == best.next_state


def by_line(answer):
    """Return the options by the id of their line."""
    return {option.line.id: option for option in answer.options}


def test_the_end_of_a_line_is_no_opening(states):
    """On Saturday the 5th a line that ends on Sunday has nothing more to tell but that."""
    options = by_line(states.who_can_i_call("GB", at=utc(2026, 12, 5, 12)))

    ended = options["line-ends"]
    assert (ended.state, coming(ended)) == ("closed", (None, None, None))
    assert ("line_ends", "The source lists this line until 2026-12-06 only.") in said(ended.caveats)


def test_the_end_of_a_rule_is_no_opening(states):
    """After its last day nobody knows: the state changes to that."""
    option = by_line(states.who_can_i_call("GB", at=utc(2026, 12, 5, 12)))["rule-ends"]

    assert (option.state, coming(option)) == ("closed", (utc(2026, 12, 7), "unknown", None))


@pytest.mark.parametrize("line", ["day-and-night", "may-open"])
def test_a_line_that_ends_is_closed_from_then_on(states, line):
    """A page that compares instants does not go on showing "open"."""
    option = by_line(states.who_can_i_call("GB", at=utc(2026, 12, 5, 12)))[line]

    assert coming(option) == (utc(2026, 12, 7), "closed", None)
    assert "line_ends" in [caveat.code for caveat in option.caveats]


def test_a_line_that_changes_before_it_ends_says_nothing_of_its_end(states):
    """On Friday at noon it is open until five as ever."""
    option = by_line(states.who_can_i_call("GB", at=utc(2026, 12, 4, 12)))["line-ends"]

    assert coming(option) == (utc(2026, 12, 4, 17), "closed", None)
    assert "line_ends" not in [caveat.code for caveat in option.caveats]


def test_closed_lines_are_sorted_by_openings_only(states):
    """What opens on Monday at ten comes before what ends on Sunday night."""
    answer = states.who_can_i_call("GB", at=utc(2026, 12, 5, 12))

    closed = [one.line.id for one in answer.options if one.state == "closed"]
    assert closed == ["opens", "line-ends", "rule-ends"]


def test_an_opening_in_one_of_several_zones_is_an_opening(made):
    """Without a zone both lines open somewhere; the earlier one comes first."""
    directory = made(
        """
regions:
  - id: america
    countries: [US]
    languages: [en]
    lines:
      - id: late
        number: "+1 202 555 0123"
        published_as: 202 555 0123
        availability: {standard: Mo-Fr 11:00-18:00}
      - id: early
        number: "+1 202 555 0124"
        published_as: 202 555 0124
        availability: {standard: Mo-Fr 08:00-18:00}
"""
    )

    answer = directory.who_can_i_call("US", at=utc(2026, 11, 24, 10))

    assert [one.line.id for one in answer.options] == ["early", "late"]


def test_the_end_of_the_calendar_is_no_end_of_the_answer(states):
    """Nobody looks a year ahead of the last days there are."""
    best = states.who_can_i_call("US", at=utc(9998, 12, 31, 23, 59)).best

    assert (best.changes_at is None) is (best.next_state is None)


def test_zones_that_never_agree_have_no_next_change(made):
    """A rule that is open somewhere at every hour is never decided without a zone."""
    directory = made(
        """
regions:
  - id: russia
    countries: [RU]
    languages: [ru]
    availability: {standard: "Mo-Su 00:00-05:00,07:00-09:00,11:00-15:00,17:00-19:00,21:00-24:00"}
    lines: [{id: ru, number: "+44 20 7946 0958", published_as: 020 7946 0958}]
"""
    )

    best = directory.who_can_i_call("RU", at=utc(2026, 11, 24, 10)).best

    assert (best.state, coming(best)) == ("unknown", (None, None, None))


def test_the_reason_is_that_of_what_changes(made):
    """A closed day of one tier is no reason for the evening of another."""
    directory = made(
        """
tiers: {standard: {}, premium: {includes: standard}}
regions:
  - id: r
    countries: [GB]
    languages: [en]
    exceptions:
      - {on: 2026-12-23, reason: Staff day, hours: "off", tiers: [standard]}
      - {on: 2026-12-24, reason: Half day, hours: "08:00-12:00", tiers: [premium]}
    availability:
      standard: "Mo-Fr 09:00-17:00; PH off"
      premium: "Mo-Fr 08:00-20:00; PH off"
    lines: [{id: l, number: "+44 20 7946 0958", published_as: 020 7946 0958, kind: geographic}]
"""
    )

    def asked(tier, *at):
        return coming(directory.who_can_i_call("GB", at=utc(2026, 12, *at), tier=tier).options[0])

    assert asked("premium", 23, 10) == (utc(2026, 12, 23, 20), "closed", None)
    assert asked("standard", 22, 10) == (utc(2026, 12, 22, 17), "closed", None)
    # Standard, which premium includes, is open until 17:00 on the half day of premium.
    assert asked("premium", 24, 10) == (utc(2026, 12, 24, 17), "closed", None)
    assert asked("premium", 24, 8) == (utc(2026, 12, 24, 17), "closed", None)


@pytest.mark.parametrize(
    ("facets", "expected"), [({"brand": "north"}, "Works"), ({"brand": "south"}, None), ({}, None)]
)
def test_why_a_line_is_silent_next_is_told_if_it_is_so_for_every_reply(made, facets, expected):
    """It closes at five for both, and for the works of the north in one case only."""
    directory = made(
        """
facets: {brand: {name: Which brand, values: {north: North, south: South}}}
regions:
  - id: gb
    countries: [GB]
    languages: [en]
    availability:
      standard:
        - hours: "Mo-Fr 09:00-17:00"
          time_zone: Europe/London
          for: {brand: north}
          exceptions: [{from: "2026-12-04T17:00", until: "2026-12-06T00:00", reason: Works}]
        - {hours: "Mo-Fr 09:00-17:00", time_zone: Europe/London, for: {brand: south}}
    lines: [{id: line, number: "+44 20 7946 0300"}]
"""
    )

    answer = directory.who_can_i_call("GB", facets=facets, at=utc(2026, 12, 4, 10))

    assert coming(answer.best) == (utc(2026, 12, 4, 17), "closed", expected)
