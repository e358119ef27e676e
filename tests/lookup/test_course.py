"""What is followed through time is what each answer in between says.

More cases: `python tests/lookup/test_course.py N`.
"""

from __future__ import annotations

import random
import sys
from bisect import bisect_right
from datetime import datetime, timedelta, timezone

import pytest

import supportlines
from supportlines.languages import best_match
from supportlines.lookup import Index, Question, Tellings, caller_of, courses
from supportlines.lookup.order import place_of

from strategies.directories import directory_of, question_of
from strategies.directories import text_of as written
from strategies.merging import START
from strategies.merging import text_of as of_merging

DAYS = 9


def second_of(at):
    """Return the POSIX second of an instant."""
    return int(at.timestamp())


def followed_at(found, second):
    """Return the course of *second*."""
    place = bisect_right([since for since, _ in found], second) - 1
    return found[place][1]


def told_at(one, second):
    """Return what is told of an option at *second*, or None while it is not there."""
    return one.spells[bisect_right([each.since for each in one.spells], second) - 1].told


def instant(second):
    """Return the instant of a POSIX second."""
    return None if second is None else datetime.fromtimestamp(second, timezone.utc)


def rank_of(option, wishes):
    """Return the place of the first wish that any language of an option serves."""
    if not wishes:
        return 0
    match = best_match(wishes, option.languages)
    return None if match is None else match.rank


def in_order(followed, second, wishes):
    """Return what there is at *second*, best first: each option with what is told of it."""
    there = [(one, told_at(one, second)) for one in followed]
    there = [(one, told) for one, told in there if told is not None]

    def place(each):
        one, told = each
        opens_at = instant(told.changes_at) if told.opens else None
        return place_of(one.standing, told.state, rank_of(one.option, wishes), opens_at)

    return sorted(there, key=place)


def sketch_of_followed(one, told):
    """Return what is compared of an option that is followed."""
    option = one.option
    steps = one.wanted
    return {
        "line": option.line.id,
        "languages": option.languages,
        "desks": option.desks,
        "dial": option.dial,
        "contact": option.contact,
        "cost": option.cost,
        "published_as": option.published_as,
        "state": told.state,
        "changes_at": instant(told.changes_at),
        "next_state": told.next_state,
        "next_why": None if told.next_reason is None else told.next_reason.text,
        "steps": option.steps if not steps else None,
    }


def sketch_of_option(option, steps):
    """Return the same of an option of an answer."""
    return {
        "line": option.line.id,
        "languages": option.languages,
        "desks": option.desks,
        "dial": option.dial,
        "contact": option.contact,
        "cost": option.cost,
        "published_as": option.published_as,
        "state": option.state,
        "changes_at": option.changes_at,
        "next_state": option.next_state,
        "next_why": option.next_why,
        "steps": option.steps if steps is not None else None,
    }


def difference(found, directory, words, at):
    """Return where what is followed and the answer at *at* are not the same, or None."""
    question = Question(**words)
    answer = directory.answer(question, at=at)
    second = second_of(at)
    course = followed_at(found, second)
    for name in ("options", "other_ways", "guesses"):
        followed = in_order(getattr(course, name), second, answer.caller.languages)
        if name == "other_ways":
            followed.sort(key=lambda each: each[0].option.mode != "live")
        mine = [sketch_of_followed(one, told) for one, told in followed]
        theirs = [
            sketch_of_option(option, one["steps"])
            for option, one in zip(getattr(answer, name), mine)
        ]
        if len(getattr(answer, name)) != len(mine) or mine != theirs:
            return name, mine, theirs
    return None


def tried(text, words, start, seconds):
    """Return the first difference on one directory, and how many instants were tried."""
    try:
        directory = supportlines.loads(text, name="made.yaml")
    except supportlines.SupportlinesError:
        return None, 0
    facts = directory.facts
    caller = caller_of(facts, Question(**{**words, "languages": ()}))
    known = Tellings(second_of(start), second_of(start) + DAYS * 86400)
    found = list(courses(facts, Index(facts), caller, known))
    edges = {
        spell.since
        for _, course in found
        for one in (*course.options, *course.other_ways, *course.guesses)
        for spell in one.spells
    }
    edges.update(since for since, _ in found)
    near = {edge + step for edge in edges for step in (-1, 0)}
    for second in sorted({*near, *seconds}):
        if known.since <= second < known.until:
            at = instant(second)
            differs = difference(found, directory, words, at)
            if differs is not None:
                return (text, words, at, differs), 1
    return None, len(near)


def of_seed(seed):
    """Return the first difference on the directories of *seed*, and what was tried."""
    draw = random.Random(seed)  # noqa: S311 - for tests
    if seed % 2:
        text, start = of_merging(draw), START
        words = {"country": "DE", "languages": draw.choice([(), ("en",), ("fr", "en")])}
        words["channels"] = draw.choice([("phone",), ("phone", "email")])
    else:
        content = directory_of(draw)
        text = written(content)
        words, at = question_of(draw, content)
        start = at - timedelta(days=draw.randint(0, DAYS - 1))
    seconds = [second_of(start) + draw.randrange(DAYS * 86400) for _ in range(20)]
    return tried(text, words, start, seconds)


@pytest.mark.parametrize("part", range(4))
def test_what_is_followed_is_what_each_answer_says(part):
    """Options, their order, states and changes are those of the answer at that second."""
    outcomes = [of_seed(seed) for seed in range(part * 60, part * 60 + 60)]

    assert [differs for differs, _ in outcomes if differs is not None] == []
    assert sum(count for _, count in outcomes) > 700


if __name__ == "__main__":
    first, count = (int(one) for one in (*sys.argv[1:], 0, 1000)[:2])
    total = 0
    for seed in range(first, first + count):
        differs, instants = of_seed(seed)
        total += instants
        if differs is not None:
            print(seed, *differs, sep="\n")  # noqa: T201
            break
    print(total, "instants")  # noqa: T201
