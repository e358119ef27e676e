"""Laws that hold for every caller of the shipped directory, wherever they are."""

from __future__ import annotations

import json
import random
from datetime import datetime, timedelta, timezone

import pytest

from supportlines.places import known_countries, zones_of
from supportlines.render.as_json import answer_data
from supportlines.render.text import answer_text

COUNTRIES = sorted(known_countries())
LANGUAGES = ("en", "fr", "de", "es", "pt", "ru", "ja", "ko", "zh-Hant-HK", "ar")
SECOND = timedelta(seconds=1)


def callers(country, number):
    """Yield *number* questions of a customer of *country*, the same in every run."""
    draw = random.Random(country)  # noqa: S311 - a seed makes the run repeatable
    start = datetime(2026, 1, 1, tzinfo=timezone.utc)
    zones = (None, *zones_of(country))
    for _ in range(number):
        yield {
            "languages": draw.sample(LANGUAGES, draw.randint(0, 3)),
            "tier": draw.choice(["standard", "premium"]),
            "time_zone": draw.choice(zones),
            "calling_from": draw.choice([None, country, draw.choice(COUNTRIES)]),
            "at": start + timedelta(minutes=draw.randrange(2 * 365 * 24 * 60)),
        }


@pytest.mark.parametrize("country", COUNTRIES)
def test_every_answer_is_whole(asked, country):
    """Every country has an answer that can be shown, and whose parts agree."""
    for words in callers(country, 4):
        answer = asked.who_can_i_call(country, **words)

        json.dumps(answer_data(answer))
        assert country in answer_data(answer)["caller"]["country"]
        assert answer_text(answer).endswith("\n")
        assert answer.state == (answer.best.state if answer.best else "no_line")
        withheld = {line.id for line, _ in answer.withheld}
        for option in (*answer.options, *answer.guesses):
            assert option.dial
            assert option.line.unusable is None
            assert option.line.id not in withheld
            assert option.changes_at is None or option.changes_at > words["at"]
            assert option.reasons
            assert option.language is None or option.language in answer.caller.languages


def mine(answer, option):
    """Return the option of the same line that speaks the same language, if there is one."""
    return next(
        (
            one
            for one in answer.options
            if one.line.id == option.line.id and set(option.languages) & set(one.languages)
        ),
        None,
    )


@pytest.mark.parametrize("country", COUNTRIES[::5])
def test_state_and_next_change_agree(asked, country):
    """Until the change the state stays, at the change it is another: asked again each time."""
    for words in callers(country, 3):
        if words["time_zone"] is None and len(zones_of(country)) > 1:
            continue  # the next change is then that of one of several zones
        words["languages"] = ["en"]
        answer = asked.who_can_i_call(country, **words)
        for option in answer.options[:2]:
            if option.changes_at is None or option.language is None:
                continue
            before = asked.who_can_i_call(country, **{**words, "at": option.changes_at - SECOND})
            after = asked.who_can_i_call(country, **{**words, "at": option.changes_at})

            assert mine(before, option).state == option.state
            assert mine(before, option).changes_at == option.changes_at
            assert mine(after, option).state != option.state
