"""Answers as JSON."""

from __future__ import annotations

import json
from datetime import datetime, timedelta, timezone

import pytest

import supportlines
from supportlines.render.as_json import answer_data, instant


@pytest.mark.parametrize(
    ("at", "text"),
    [
        (datetime(2026, 11, 23, 16, tzinfo=timezone.utc), "2026-11-23T16:00:00Z"),
        (datetime(2026, 11, 23, 16, 0, 0, 1, tzinfo=timezone.utc), "2026-11-23T16:00:00Z"),
        (
            datetime(2026, 11, 23, 17, tzinfo=timezone(timedelta(hours=1))),
            "2026-11-23T16:00:00Z",
        ),
        (None, None),
    ],
)
def test_instants_are_utc_to_the_second(at, text):
    """Whatever zone they are given in."""
    assert instant(at) == text


def test_everything_is_plain_data():
    """What json writes and reads again is the same."""
    answer = supportlines.load().who_can_i_call(
        "FR", languages=["fr"], calling_from="AT", at=datetime(2026, 1, 15, tzinfo=timezone.utc)
    )

    data = answer_data(answer)

    assert json.loads(json.dumps(data)) == data
    assert data["withheld"][0]["reason"]["code"] == "not_dialable_from_there"
