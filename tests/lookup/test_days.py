"""Hours and lines change: history, exceptions, public holidays, facts that grow old."""

from __future__ import annotations

from datetime import datetime, timezone
from pathlib import Path

import pytest

import supportlines


def utc(*parts):
    """Return an instant in UTC."""
    return datetime(*parts, tzinfo=timezone.utc)


@pytest.fixture(scope="module")
def dated():
    """A directory whose hours and lines change."""
    return supportlines.load(Path(__file__).with_name("dated.yaml"))


def codes(answer):
    """Return the codes of all caveats of the best option."""
    return [caveat.code for caveat in answer.best.caveats]


@pytest.mark.parametrize(
    ("at", "state", "change"),
    [
        (utc(2026, 6, 30, 14, 30), "open", utc(2026, 6, 30, 15)),  # until 17:00, for the last time
        (utc(2026, 7, 1, 6, 30), "open", utc(2026, 7, 1, 14)),  # from 08:00 until 16:00
        (utc(2026, 7, 1, 14, 30), "closed", utc(2026, 7, 2, 6)),
        # Nothing is known of the days after the last rule.
        (utc(2027, 6, 30, 13), "open", utc(2027, 6, 30, 14)),
        (utc(2027, 7, 1, 13), "unknown", None),
    ],
)
def test_a_question_is_answered_with_the_hours_of_its_day(dated, at, state, change):
    """Rules that follow one another are one history; after it the state is unknown."""
    answer = dated.who_can_i_call("FR", at=at)

    assert (answer.state, answer.best.changes_at) == (state, change)


@pytest.mark.parametrize(
    ("at", "line"),
    [
        (utc(2026, 9, 30, 21, 59, 59), "de-old"),
        (utc(2026, 9, 30, 22), "de-new"),  # midnight on the caller's wall
    ],
)
def test_only_lines_that_are_valid_then_are_there(dated, at, line):
    """A question about the past is answered with the number of the past."""
    answer = dated.who_can_i_call("DE", at=at)

    assert [option.line.id for option in answer.options] == [line]


def test_a_line_that_ceases_is_open_until_then_at_most(dated):
    """Premium never closes, but the number does."""
    answer = dated.who_can_i_call("DE", tier="premium", at=utc(2026, 9, 30, 12))

    assert answer.best.changes_at == utc(2026, 9, 30, 22)


@pytest.mark.parametrize(
    ("country", "tier", "at", "state", "change", "why"),
    [
        # 24 December 2026 is a Thursday: from nine to twelve in Berlin.
        ("DE", "standard", utc(2026, 12, 24, 10), "open", utc(2026, 12, 24, 11), "Christmas Eve"),
        # Then Christmas, a weekend, and a week of moving until Sunday 3 January.
        (
            "DE",
            "standard",
            utc(2026, 12, 24, 11),
            "closed",
            utc(2027, 1, 4, 7),
            "Christmas Eve",
        ),
        ("DE", "standard", utc(2026, 12, 25, 10), "closed", utc(2027, 1, 4, 7), "Christmas Day"),
        ("DE", "standard", utc(2026, 12, 30, 10), "closed", utc(2027, 1, 4, 7), "The desk moves"),
        # The move is for all tiers, the short day for one only.
        ("DE", "premium", utc(2026, 12, 30, 10), "closed", utc(2027, 1, 3, 23), "The desk moves"),
        # The line's own exception comes before the region's.
        (
            "FR",
            "standard",
            utc(2026, 12, 29, 9),
            "open",
            utc(2026, 12, 29, 10),
            "One hour in Paris",
        ),
        # A closure of an hour within a day leaves the rest.
        ("FR", "standard", utc(2026, 11, 24, 10, 59), "open", utc(2026, 11, 24, 11), None),
        ("FR", "standard", utc(2026, 11, 24, 11), "closed", utc(2026, 11, 24, 12), "Fire drill"),
        ("FR", "standard", utc(2026, 11, 24, 12), "open", utc(2026, 11, 24, 15), None),
    ],
)
def test_exceptions_decide_and_say_why(dated, country, tier, at, state, change, why):
    """The nearer exception is on top, and the reason tells which one decides."""
    best = dated.who_can_i_call(country, tier=tier, at=at).best

    assert (best.state, best.changes_at) == (state, change)
    assert (why is None) or any(f"{state.capitalize()}: {why}." in one.text for one in best.reasons)


@pytest.mark.parametrize(
    ("at", "state", "why"),
    [
        (utc(2026, 12, 7, 6), "closed", "Example Day"),  # a Monday that only the directory knows
        (utc(2026, 12, 25, 6), "open", None),  # a Friday that the directory knows better
        (utc(2027, 1, 26, 6), "closed", "Republic Day"),
    ],
)
def test_a_country_s_own_days_join_the_calendar(dated, at, state, why):
    """Holidays and working days of the file come before those of the package."""
    answer = dated.who_can_i_call("IN", at=at)

    assert answer.state == state
    assert why is None or why in answer.best.reasons[-1].text
    assert "holidays_not_considered" not in codes(answer)


def test_a_rule_may_name_whose_holidays_count(dated):
    """Epiphany is a holiday in Bavaria and not in Britain; 2027-01-06 is a Wednesday."""
    answer = dated.who_can_i_call("GB", at=utc(2027, 1, 6, 12))

    assert answer.state == "closed"
    assert "Epiphany" in answer.best.reasons[-1].text


def test_a_subdivision_has_holidays_of_its_own(example_of_the_states):
    """Bavaria keeps Epiphany, Berlin does not."""
    at = utc(2027, 1, 6, 12)

    assert example_of_the_states.who_can_i_call("DE", subdivision="BY", at=at).state == "closed"
    assert example_of_the_states.who_can_i_call("DE", subdivision="DE-BE", at=at).state == "open"


def test_an_unknown_subdivision_is_refused(example_of_the_states):
    """The message names those that are known."""
    with pytest.raises(LookupError, match=r'"Bavaria".*BY'):
        example_of_the_states.who_can_i_call("DE", subdivision="Bavaria")


@pytest.fixture(scope="module")
def example_of_the_states(tmp_path_factory):
    """A German line that is closed on public holidays."""
    path = tmp_path_factory.mktemp("data") / "states.yaml"
    path.write_text(
        """
directory:
  id: states
  name: States
  assumed_languages: [de]
  sources: [{id: page, title: A page, url: https://support.example, read_on: 2026-11-22}]
tiers: {standard: {}}
regions:
  - id: germany
    countries: [DE]
    availability: {standard: Mo-Fr 09:00-18:00; PH off}
    lines: [{id: de, number: +49 30 23125 000, published_as: 030 23125 000}]
""",
        encoding="utf-8",
    )
    return supportlines.load(path)


@pytest.mark.parametrize(
    ("at", "told"),
    [
        (utc(2027, 1, 1, 23, 59, 59), False),  # 365 days after 2026-01-01
        (utc(2027, 1, 2), True),
    ],
)
def test_facts_that_nobody_confirmed_for_a_year_say_so(dated, at, told):
    """The limit is data; the caveat names the day of the last reading."""
    answer = dated.who_can_i_call("FR", at=at)

    assert ("not_confirmed" in codes(answer)) is told
    assert ("not_confirmed" in [one.code for one in answer.caveats]) is told


def test_remembered_answers_are_those_of_a_fresh_directory(dated):
    """Asking hour by hour through a strange week gives what asking once gives."""
    path = Path(__file__).with_name("dated.yaml")
    hours = [utc(2026, 12, 23 + hour // 24, hour % 24, 30) for hour in range(0, 9 * 24, 5)]
    for country in ("DE", "FR", "IN"):
        for at in hours:
            again = dated.who_can_i_call(country, at=at)
            fresh = supportlines.load(path).who_can_i_call(country, at=at)

            assert [(one.state, one.changes_at, one.reasons) for one in again.options] == [
                (one.state, one.changes_at, one.reasons) for one in fresh.options
            ]
