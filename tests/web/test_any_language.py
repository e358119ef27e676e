"""Lines on which an interpreter helps: a page tells other languages from those that are stated.

More cases: `python -m web.test_any_language FIRST COUNT`, from `tests`.
"""

from __future__ import annotations

import random
from datetime import datetime, timedelta, timezone

import pytest
from web.feed_reader import read
from web.seeds import try_seeds

import supportlines
from supportlines.web.feed import Scope, lines_file

from strategies.amount import at_least, cases

HEAD = """
directory:
  id: made
  name: Made
  sources: [{id: page, title: A page, url: "https://a.example", read_on: 2026-11-02}]
tiers: {standard: {}}
regions:
  - id: gb
    countries: [GB]
    availability: {standard: {hours: "24/7", time_zone: Europe/London}}
    lines:
"""
START = datetime(2026, 11, 30, tzinfo=timezone.utc)
DAYS = 3
SPOKEN = ("en", "fr", "nb")
WISHES = ("en-GB", "fr-CA", "ja", "de", "no", "cy")
HOURS = ("24/7", "Mo-Fr 09:00-17:00", "24/7 unknown")


def rules(draw):
    """Return what a line says of its hours: of some languages by themselves, or of all."""
    found = [f'{{hours: "{draw.choice(HOURS)}", time_zone: Europe/London}}']
    if draw.random() < 0.6:
        tag = draw.choice(SPOKEN)
        hours = draw.choice(HOURS)
        found.insert(0, f'{{hours: "{hours}", time_zone: Europe/London, languages: [{tag}]}}')
    return f"{{standard: [{', '.join(found)}]}}"


def line(draw, number):
    """Return the text of a line, mostly with an interpreter."""
    tags = draw.sample(SPOKEN, draw.choice((0, 1, 1, 2)))
    modes = [f"{tag}: native" for tag in tags]
    if not tags or draw.random() < 0.8:
        modes.append(f"any: {draw.choice(('interpreter', 'best_effort'))}")
    parts = [f'id: l{number}, number: "+44 20 7946 09{number}8"']
    parts.append(f"languages: {{{', '.join(modes)}}}")
    if draw.random() < 0.7:
        parts.append(f"availability: {rules(draw)}")
    return f"      - {{{', '.join(parts)}}}\n"


def told(option):
    """Return what is compared of an option of an answer: no language that its line names not."""
    return option.line.id, option.state, option.dial


def of_seed(seed):
    """Return the first difference on the directory of *seed*, and how often they were compared."""
    draw = random.Random(seed)  # noqa: S311 - for tests
    text = HEAD + "".join(line(draw, number) for number in range(draw.choice((1, 2, 3))))
    try:
        directory = supportlines.loads(text, name="made.yaml")
    except supportlines.SupportlinesError:
        return None, 0
    since = int(START.timestamp())
    lines = lines_file(Scope(directory.facts, since, since + DAYS * 86_400), "GB", 3600).record
    count = 0
    for _ in range(12):
        wishes = draw.sample(WISHES, draw.choice((0, 1, 1, 2, 3)))
        at = START + timedelta(minutes=draw.randrange(DAYS * 1_440))
        answer = directory.who_can_i_call("GB", languages=wishes, at=at)
        shown = read(lines, {"prefixes": {}}, int(at.timestamp()), languages=wishes)
        mine = [(one["line"], one["state"], one["keys"]) for one in shown["options"]]
        theirs = [told(one) for one in answer.options]
        count += 1
        if mine != theirs or shown["state"] != answer.state:
            return (text, wishes, at, mine, theirs), count
    return None, count


@pytest.mark.parametrize("part", range(2))
def test_who_wants_another_language_is_shown_what_python_answers(part):
    """Its hours may be others than those of a language that is stated."""
    outcomes = [of_seed(seed) for seed in range(part * 60, part * 60 + cases(60))]

    assert [differs for differs, _ in outcomes if differs is not None] == []
    assert sum(count for _, count in outcomes) > at_least(400)


if __name__ == "__main__":
    try_seeds(of_seed, 500)
