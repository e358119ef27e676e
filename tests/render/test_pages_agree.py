"""What the tables of a page say is what an answer says, at any time of several years."""

from __future__ import annotations

import datetime as dt
import json
import random

import pytest

import supportlines
from supportlines.places.package import kind_of

from oracles.page_hours import Reader, cards_of, state_said
from strategies.amount import at_least, cases

FIRST = dt.datetime(2026, 12, 1, tzinfo=dt.timezone.utc)
HOURS = 5 * 365 * 24
DECEMBER = 30 * 24
"""Of the first month, in which days are otherwise."""
WEEKLY = (
    "24/7",
    "24/7 unknown",
    "off",
    "Mo-Fr 09:00-17:00",
    "Mo-Fr 09:00-17:00; PH off",
    "Mo-Fr 09:00-17:00; PH 10:00-12:00",
    "Mo-Sa 08:00-12:00,13:00-18:00; PH Mo-We 10:00-12:00",
    "Mo-Fr 09:00-17:00, Sa 10:00-14:00 unknown",
    "Sa-Th 08:30-12:00",
    "Su 10:00-16:00",
)
NIGHTS = ("Mo-Su 22:00-06:00", "Mo-Fr 20:00-03:30, Tu 08:00-12:00", "Sa 18:00-24:00")
DATED = (
    "Apr-Sep Mo-Fr 09:00-17:00; Oct-Mar Mo-Fr 10:00-16:00",
    "Mo-Fr 09:00-17:00; Jun 01-Aug 31 off",
    "Mo-Fr 09:00-17:00; Jun 01-Aug 31 off; PH off",
    "Mo-Su 07:00-19:00; Dec 24-Jan 02 11:00-15:00",
    "Mo-Fr 09:00-17:00; 2026 Dec 20-2027 Jan 10 off",
    "2026-2028 Mo-Fr 09:00-17:00; 2029+ Mo-Su 10:00-12:00",
    "2027 Sa 09:00-12:00",
    "Mo-Fr 09:00-17:00; Feb 29 off; Jul off; 2028 Jul Mo-We 08:00-10:00",
    "Mo 09:00-10:00; Jan Mo 10:00-11:00; Feb Mo 11:00-12:00; Mar Mo 12:00-13:00; Apr off",
)
OF_MONTH = (
    "Fr[-1] 09:00-12:00",
    "Mo-Fr 09:00-17:00; Fr[-1] off",
    "Mo[1],We[3] 10:00-20:00",
    "Mo-Su 09:00-17:00; Tu[1] 12:00-13:00; Tu[-2] off; PH off",
    "Mo-Fr 09:00-17:00; Fr[-1] off; Fr[4] 10:00-12:00",
    "Apr-Sep Mo-Fr 08:00-18:00; Jun We[2] off",
)
POOLS = (WEEKLY, WEEKLY, NIGHTS, DATED, DATED, OF_MONTH)
OTHER_HOURS = ("off", "off", "10:00-12:00", "24/7", "08:00-20:00 unknown")
ZONES = ("caller", "caller", "Europe/Athens", "America/New_York", "Asia/Kathmandu")
LANGUAGES = {"en": "English", "fr": "French"}
LINES = ("Alpha", "Beta")
TIERS = ("basic", "plus", "alone")


def rule_of(draw):
    """Return a rule of hours, for some of the callers perhaps."""
    rule = {"hours": draw.choice(draw.choice(POOLS)), "time_zone": draw.choice(ZONES)}
    if draw.random() < 0.1:
        rule = {"not_available": "Ask us in writing"}
    if draw.random() < 0.25:
        rule["languages"] = [draw.choice(list(LANGUAGES))]
    if draw.random() < 0.25:
        rule["severities"] = [draw.choice(["low", "high"])]
    if draw.random() < 0.1 and "hours" in rule:
        rule["valid_from"] = draw.choice(["2027-06-01", "2029-01-01"])
    return rule


def availability_of(draw, *, inner):
    """Return what a level states, tier by tier."""
    found = {}
    for tier in TIERS:
        if draw.random() < (0.4 if inner else 0.8):
            rules = [rule_of(draw) for _ in range(draw.choice([1, 1, 1, 2, 3]))]
            inherits = [{"inherit": True}] if inner and draw.random() < 0.5 else []
            found[tier] = [*inherits, *rules]
    return found


def exceptions_of(draw):
    """Return other hours on some days, each of them once."""
    days = draw.sample(range(1, 32), 6)
    found = [{"on": f"2026-12-{day:02}", "hours": draw.choice(OTHER_HOURS)} for day in days]
    for one in found:
        if draw.random() < 0.4:
            one["tiers"] = draw.sample(TIERS, draw.choice([1, 2]))
    return found


def directory_of(draw):
    """Return a directory of Japan, where no part has holidays of its own."""
    lines = []
    for place, label in enumerate(LINES[: draw.choice([1, 2])]):
        line = {"id": label.lower(), "label": label, "number": f"+44 20 7946 095{place}"}
        if draw.random() < 0.4:
            line["availability"] = availability_of(draw, inner=True)
        lines.append(line)
    region = {"id": "jp", "countries": ["JP"], "languages": list(LANGUAGES), "lines": lines}
    region["availability"] = availability_of(draw, inner=False)
    if draw.random() < 0.5:
        region["exceptions"] = exceptions_of(draw)
    source = {"id": "page", "title": "A page", "url": "https://a.example", "read_on": "2026-11-02"}
    return {
        "directory": {"id": "d", "name": "D", "sources": [source]},
        "tiers": {"basic": {}, "plus": {"includes": "basic"}, "alone": {}},
        "severities": ["low", "high"],
        "regions": [region],
    }


def times_of(draw):
    """Return some times of five years, and some of their first month."""
    hours = [draw.randrange(HOURS) for _ in range(50)]
    hours += [draw.randrange(DECEMBER) for _ in range(20)]
    return [FIRST + dt.timedelta(hours=one) for one in hours]


def states(shown, reader, times):
    """Return what answers say of a line to a reader; None for no such option."""
    tag = next(tag for tag, name in LANGUAGES.items() if name == reader.language)
    question = supportlines.Question(
        "JP", languages=(tag,), tier=reader.tier, severity=reader.severity
    )
    for at in times:
        options = shown.answer(question, at=at).options
        mine = (one for one in options if one.line.label == reader.line and one.language == tag)
        yield next((one.state for one in mine), None)


@pytest.mark.parametrize("first", range(0, 100, 50))
def test_the_tables_say_what_answers_say(first):
    """Open, closed and not known alike; where they tell times, and never a wrong "Closed"."""
    told = 0
    feasts = kind_of("JP")(years=range(2026, 2033))
    for seed in range(first, first + cases(25)):
        draw = random.Random(seed)  # noqa: S311 - it may be known
        content = directory_of(draw)
        try:
            shown = supportlines.loads(json.dumps(content))
        except supportlines.DirectoryError:
            continue
        (card,) = cards_of(shown.html("en-GB", since=dt.date(2026, 1, 1)))
        for _ in range(3):
            reader = Reader(
                draw.choice(content["regions"][0]["lines"])["label"],
                draw.choice(list(LANGUAGES.values())),
                draw.choice(TIERS),
                draw.choice(["low", "high"]),
            )
            times = times_of(draw)
            for at, state in zip(times, states(shown, reader, times)):
                said = state_said(card, reader, at, "Asia/Tokyo", LINES, LANGUAGES.values(), feasts)
                if said is None:
                    continue
                told += 1
                expected = ("nothing", None) if said == "nothing" else (said,)
                if said == "nothing" and state == "unknown":
                    continue
                assert state in expected, (seed, reader, at.isoformat(), said, json.dumps(content))
    assert told >= at_least(1500)
