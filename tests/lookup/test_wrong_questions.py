"""Every wrong argument is refused with what was found and what to write instead."""

from __future__ import annotations

from datetime import date, datetime, timezone

import pytest

import supportlines

AT = datetime(2026, 11, 24, 15, tzinfo=timezone.utc)
NAIVE = AT.replace(tzinfo=None)


@pytest.mark.parametrize(
    ("words", "family", "parts"),
    [
        ({"country": "UK"}, LookupError, ['"UK"', '"GB"']),
        ({"country": "XX"}, LookupError, ['"XX"']),
        ({"country": ""}, LookupError, ['""']),
        ({"country": "ß"}, LookupError, ['"ß"']),  # SS in upper case, and not South Sudan
        ({"country": 49}, ValueError, ["country=49"]),
        ({"country": None}, ValueError, ["country=None"]),
        ({"tier": "gold"}, LookupError, ['"gold"', '"standard"', '"premium"']),
        ({"desk": "cooking"}, LookupError, ['"cooking"', '"technical"', '"sales"']),
        ({"severity": "1"}, LookupError, ['"1"', '"normal"', '"urgent"']),
        ({"time_zone": "Europe/Londn"}, LookupError, ['"Europe/Londn"', '"Europe/London"']),
        ({"time_zone": "+01:00"}, LookupError, ['"+01:00"']),
        ({"time_zone": timezone.utc}, ValueError, ["datetime.timezone.utc", '"Europe/London"']),
        ({"time_zone": 1}, ValueError, ["time_zone=1", '"Europe/London"', "ZoneInfo"]),
        ({"country": ["AE"] * 9_999}, ValueError, ["country=['AE', 'AE'", "…"]),
        ({"calling_from": "England"}, LookupError, ['"England"']),
        ({"languages": ["english"]}, ValueError, ['"english"', '"en"']),
        ({"languages": [None]}, ValueError, ["languages=None"]),
        ({"languages": 7}, ValueError, ["languages=7"]),
        ({"at": NAIVE}, ValueError, ["2026-11-24 15:00", "zone"]),
        ({"at": date(2026, 11, 24)}, ValueError, ["datetime.date(2026, 11, 24)", "datetime("]),
        ({"at": "2026-11-24T15:00Z"}, ValueError, ["2026-11-24T15:00Z", "datetime("]),
        ({"at": 0}, ValueError, ["at=0"]),
    ],
)
def test_a_wrong_argument_is_refused_with_a_remedy(example, words, family, parts):
    """The error is one of ours, of the right family, and says what to do."""
    arguments = {"country": "DE", "at": AT, **words}

    with pytest.raises(supportlines.SupportlinesError) as caught:
        example.who_can_i_call(arguments.pop("country"), **arguments)

    assert isinstance(caught.value, family)
    for part in parts:
        assert part in str(caught.value)


def test_all_that_is_wrong_is_told_at_once(example):
    """Four wrong arguments give one error with four sentences."""
    with pytest.raises(supportlines.QuestionError) as caught:
        example.who_can_i_call("UK", tier="gold", time_zone="Europe/Londn", at=NAIVE)

    assert len(caught.value.problems) == 4
    assert isinstance(caught.value, ValueError)
    assert isinstance(caught.value, LookupError)
    for part in ('"GB"', '"standard"', '"Europe/London"', "2026-11-24 15:00"):
        assert part in str(caught.value)


def test_one_language_may_stand_alone(example):
    """A single tag is not taken for a list of letters."""
    answer = example.who_can_i_call("DE", languages="de", at=AT)

    assert answer.caller.languages == ("de",)


def test_a_question_is_the_same_whatever_its_spelling(example):
    """Countries and tags in another case, languages twice: the caller is the same."""
    one = example.who_can_i_call("de", languages=["EN", "en", "de-de"], at=AT)

    assert one.caller.country == "DE"
    assert one.caller.languages == ("en", "de-DE")


@pytest.mark.parametrize(
    ("at", "answered"),
    [
        (datetime.min.replace(tzinfo=timezone.utc), False),
        (datetime(2, 1, 1, tzinfo=timezone.utc), True),
        (datetime(9998, 12, 31, 23, 59, tzinfo=timezone.utc), True),
        (datetime.max.replace(tzinfo=timezone.utc), False),
    ],
)
def test_the_ends_of_the_calendar_are_refused(example, at, answered):
    """There is no local time before the first and after the last day."""
    for tier in ("standard", "premium"):
        if answered:
            assert example.who_can_i_call("DE", tier=tier, at=at).state in ("open", "closed")
            continue
        with pytest.raises(supportlines.SupportlinesError, match="years 2 to 9998"):
            example.who_can_i_call("DE", tier=tier, at=at)


def test_now_is_the_default(example):
    """Without an instant the answer is for now."""
    before = supportlines.now()

    answer = example.who_can_i_call("DE")

    assert before <= answer.at <= supportlines.now()


@pytest.mark.parametrize("facts", [None, "regions.yaml", [], {"id": "d"}, supportlines.load()])
def test_a_directory_is_made_of_facts_alone(facts):
    """A name of a file, plain data and a directory itself are told what to do."""
    with pytest.raises(supportlines.SupportlinesError, match=r"^facts.+; give the `facts` of"):
        supportlines.Directory(facts)
