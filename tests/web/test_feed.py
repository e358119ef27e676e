"""What a page reads out of the feed is what Python answers.

More cases: `python -m web.test_feed FIRST COUNT`, from `tests`.
"""

from __future__ import annotations

import random
from datetime import date, datetime, timedelta, timezone

import pytest
from web.feed_reader import read
from web.seeds import try_seeds

import supportlines
from supportlines.lookup import Question
from supportlines.places import known_countries
from supportlines.web.abroad import prefixes
from supportlines.web.feed import Scope, lines_file

from strategies.amount import at_least, cases
from strategies.directories import directory_of, question_of
from strategies.directories import text_of as written
from strategies.merging import BRANDS, START
from strategies.merging import text_of as of_merging

DAYS = 8


WORDS = {"prefixes": {country: one for country, one in prefixes().items() if one != "+"}}


def second_of(at):
    """Return the POSIX second of an instant."""
    return int(at.timestamp())


def sketch(option):
    """Return what is compared of an option of an answer."""
    contact = option.contact if option.dial is None else option.dial
    event = "changes" if option.state == "unknown" else EVENTS.get(option.next_state, "changes")
    return {
        "line": option.line.id,
        "languages": list(option.languages),
        "keys": None if contact is None else str(contact),
        "link": option.uri,
        "cost": option.cost,
        "state": option.state,
        "changes_at": None if option.changes_at is None else second_of(option.changes_at),
        "event": None if option.changes_at is None else event,
    }


EPOCH = date(1970, 1, 1).toordinal()


def foretold(answer, at):
    """Return what is compared of what comes, as far as it has not begun."""
    return [
        {
            "start": second_of(one.start),
            "days": one.days and tuple(day.toordinal() - EPOCH for day in one.days),
            "end": None if one.days or one.end is None else second_of(one.end),
            "state": one.state,
            "hours": [[second_of(each) for each in span] for span in one.hours],
            "why": getattr(one.why.values.get("why"), "texts", one.why.values.get("why")),
        }
        for one in answer.coming
        if one.start > at
    ]


def plainly(change):
    """Return a change as a page tells it, with the name alone of why it is so."""
    why = change["why"]
    if isinstance(why, list):
        why = why[1] if why[0] == "" else None
    return {**change, "why": why}


def comes(shown, answer, at):
    """Return whether the same is told of what comes.

    A page may tell less: no hours, and of a line with several languages what is the same for all.
    """
    theirs = foretold(answer, at)
    best = [*answer.options, *answer.other_ways][:1]
    mine = [plainly(one) for one in shown["coming"]]
    for one in mine:
        hours = one["hours"]
        same = [each for each in theirs if {**each, "hours": hours} == one]
        if not any(hours is None or each["hours"][: len(hours)] == hours for each in same):
            return False
    return len(mine) == len(theirs) or any(len(one.languages) > 1 for one in best)


EVENTS = {"open": "opens", "closed": "closes"}


def difference(lines, directory, question, at):
    """Return where the page and the answer differ, or None."""
    answer = directory.answer(question, at=at)
    said = {
        "tier": question.tier,
        "desk": question.desk,
        "severity": question.severity,
        "time_zone": question.time_zone,
        "subdivision": question.subdivision and f"{question.country}-{question.subdivision}",
        **dict(question.facets),
    }
    shown = read(
        lines,
        WORDS,
        second_of(at),
        languages=list(answer.caller.languages),
        calling_from=question.calling_from,
        **said,
    )
    if shown["state"] != answer.state:
        return "state", shown["state"], answer.state
    for name in ("options", "other_ways", "guesses"):
        mine = [{key: one[key] for key in sketch_keys()} for one in shown[name]]
        theirs = [sketch(one) for one in getattr(answer, name)]
        if mine != theirs:
            return name, mine, theirs
    if not comes(shown, answer, at):
        return "coming", shown["coming"], foretold(answer, at)
    return None


def sketch_keys():
    """Return the names of what is compared."""
    return ("line", "languages", "keys", "link", "cost", "state", "changes_at", "event")


def questions(draw, lines, words):
    """Yield questions of a country: one that says nothing, *words*, and some of what is asked."""
    country = lines["country"]
    yield Question(country)
    yield Question(**{**words, "channels": ("phone",)})
    for _ in range(4):
        said, facets = {}, {}
        for ask in lines["asks"]:
            value = draw.choice([*(one.split("|") for one in ask["groups"]), [None]])[0]
            if ask["name"] == "language" or value in ("other", "*"):
                continue
            if ask["name"] == "calling_from":
                value = draw.choice([None, *known_countries()])
            if ask["name"] == "subdivision" and value is not None:
                value = value.partition("-")[2]
            if ask["name"] in Question.__dataclass_fields__:
                said[ask["name"]] = value
            elif value is not None:
                facets[ask["name"]] = value
        languages = draw.choice([(), ("en",), ("fr", "en"), ("ar-EG", "de"), ("zh-HK", "no", "es")])
        yield Question(country, languages=languages, facets=facets, **said)


def edges_of(lines):
    """Return the POSIX seconds at which anything changes."""
    found = set()
    for track in lines["tracks"]:
        at = lines["from"]
        for gap in track[: len(track) // 2 * 2 : 2]:
            at += gap * lines["unit"]
            found.add(at)
    return found


def of_seed(seed):
    """Return the first difference on the directory of *seed*, and what was compared."""
    draw = random.Random(seed)  # noqa: S311 - for tests
    if seed % 2:
        text, start = of_merging(draw), START
        asked = {"country": "DE", "facets": {"brand": draw.choice(BRANDS)}}
    else:
        content = directory_of(draw)
        text = written(content)
        asked, at = question_of(draw, content)
        start = at - timedelta(days=draw.randint(0, DAYS - 1))
    start = start.replace(second=0, microsecond=0)
    try:
        directory = supportlines.loads(text, name="made.yaml")
    except supportlines.SupportlinesError:
        return None, 0
    since, until = second_of(start), second_of(start) + DAYS * 86400
    lines = lines_file(Scope(directory.facts, since, until), asked["country"], 3600).record
    zones = [zone for ask in lines["asks"] if ask["name"] == "time_zone" for zone in ask["groups"]]
    if asked.get("time_zone") not in [None, *(one for group in zones for one in group.split("|"))]:
        asked.pop("time_zone")  # a page knows the zones of the country, and no other
    near = sorted(edge + step for edge in edges_of(lines) for step in (-1, 0, 1))
    near = [second for second in near if since <= second < until]
    count = 0
    for question in questions(draw, lines, asked):
        sample = [*draw.sample(near, min(len(near), 12)), draw.randrange(since, until)]
        for second in sample:
            at = datetime.fromtimestamp(second, timezone.utc)
            count += 1
            differs = difference(lines, directory, question, at)
            if differs is not None:
                return (text, question, at, differs), count
    return None, count


@pytest.mark.parametrize("part", range(4))
def test_a_page_shows_what_python_answers(part):
    """State, order, changes, keys and costs are the same for whoever asks, at every edge."""
    outcomes = [of_seed(seed) for seed in range(part * 50, part * 50 + cases(50))]

    assert [differs for differs, _ in outcomes if differs is not None] == []
    assert sum(count for _, count in outcomes) > at_least(1_000)


if __name__ == "__main__":
    try_seeds(of_seed, 1000)
