"""What a page makes of the feed is what Python answers: state, order, keys, costs, changes.

More cases, from the root:
`PYTHONPATH=tests python tests/browser/element/test_parity.py SEED COUNT`.
"""

from __future__ import annotations

import json
import random
import subprocess
import sys
from datetime import datetime, timezone
from pathlib import Path

import pytest

import supportlines
import supportlines.web.element
from supportlines.lookup import Question
from supportlines.web.abroad import prefixes
from supportlines.web.feed import Scope, lines_file

SOURCE = Path(supportlines.web.element.__file__).parent / "source"
SCRIPT = """
import { readFileSync } from "node:fs";
const [url, prefixes, cases] = JSON.parse(readFileSync(0, "utf-8"));
const { answerFor, dialOf, optionsAt, wishOf } = await import(url);
const found = cases.map(([feed, asked]) => asked.map(([said, languages, from, at]) => {
  const wishes = languages.map(wishOf);
  const away = from !== feed.country && from;
  const [choice, , ...tracks] = answerFor(feed, { ...said, calling_from: away }, wishes);
  return ["options", "other_ways", "guesses"].map((key) => {
    const options = feed.choices[choice][key] ?? [];
    return optionsAt(feed, options, tracks, wishes, at, () => {}).map((option) => {
      const [dial, uri, cost] = dialOf(feed, option, from, prefixes[from]);
      return [option.line, option.languages ?? [], dial || null, uri ?? null,
        cost ?? "cost_unknown", option.told[0], option.changesAt || null, option.told[4] ?? null];
    });
  });
}));
process.stdout.write(JSON.stringify(found));
"""
PREFIXES = {country: one for country, one in prefixes().items() if one != "+"}
DAYS = 93
SINCE = 1795392000
LANGUAGES = ([], ["en"], ["fr", "en"], ["ar-EG", "de"], ["zh-HK", "es"], ["ru"], ["pt-BR", "ja"])


def sketch(answer):
    """Return what is compared of an answer."""
    return [
        [sketch_of(option) for option in options]
        for options in (answer.options, answer.other_ways, answer.guesses)
    ]


def sketch_of(option):
    """Return what is compared of an option."""
    dial = option.contact if option.dial is None else option.dial
    event = {"open": "opens", "closed": "closes"}.get(option.next_state, "changes")
    if option.state == "unknown":
        event = "changes"
    return [
        option.line.id,
        list(option.languages),
        None if dial is None else str(dial),
        option.uri,
        f"cost_{option.cost}",
        option.state,
        None if option.changes_at is None else int(option.changes_at.timestamp()),
        None if option.changes_at is None else event,
    ]


def edges_of(feed):
    """Return all instants at which something is told that was not told before."""
    found = set()
    for track in feed["tracks"]:
        at = feed["from"]
        for gap in track[: len(track) // 2 * 2 : 2]:
            at += gap * feed["unit"]
            found.add(at)
    return sorted(found)


def asked_of(draw, feed, count):
    """Yield what is said to the page, and the same as a question, for edges and around them."""
    edges = edges_of(feed)
    for _ in range(count):
        said = {}
        place = feed["country"]
        for ask in feed["asks"]:
            value = draw.choice(draw.choice([*(one.split("|") for one in ask["groups"]), [None]]))
            if value in ("US/Pacific-New", "other", "*"):  # known to nobody, and to no question
                continue
            if ask["name"] == "calling_from":
                place = draw.choice([place, "RU", "US", "BR", "KZ", "DE", "IN"])
            elif value is not None and not ask.get("sets"):
                said[ask["name"]] = value
        facets = {name: said[name] for name in ("phone", "carrier") if name in said}
        languages = draw.choice(LANGUAGES)
        at = draw.choice(edges) + draw.choice([-1, 0, 1])
        at = min(max(at, feed["from"]), feed["until"] - 1)
        question = Question(
            feed["country"],
            languages=tuple(languages),
            tier=said.get("tier"),
            time_zone=said.get("time_zone"),
            calling_from=place,
            subdivision=said["subdivision"].partition("-")[2] if "subdivision" in said else None,
            facets=tuple(facets.items()),
        )
        yield [said, languages, place, at], question


def differences(node, countries, count, seed):
    """Return where the page and Python differ, and how many answers were compared."""
    directory = supportlines.load()
    scope = Scope(directory.facts, SINCE, SINCE + DAYS * 86400)
    draw = random.Random(seed)  # noqa: S311 - for tests
    cases, questions = [], []
    for country in countries:
        feed = lines_file(scope, country, 3600).record
        asked = list(asked_of(draw, feed, count))
        cases.append([feed, [one for one, _ in asked]])
        questions.append([question for _, question in asked])
    given = json.dumps([(SOURCE / "answering.js").as_uri(), PREFIXES, cases])
    found = json.loads(node(SCRIPT, given=given))
    wrong, compared = [], 0
    for (_, asked), shown, those in zip(cases, found, questions):
        for (_, _, _, at), mine, question in zip(asked, shown, those):
            answer = directory.answer(question, at=datetime.fromtimestamp(at, timezone.utc))
            compared += 1
            if mine != sketch(answer):
                wrong.append((question, at, mine, sketch(answer)))
    return wrong, compared


@pytest.mark.parametrize("countries", [("DE", "RU"), ("US", "KZ"), ("BR", "QA"), ("ID", "TH")])
def test_a_page_shows_what_python_answers(run_module, countries):
    """For who says this and that, wants these languages, and stands somewhere, at edges."""
    wrong, compared = differences(run_module, countries, 80, seed=len(countries[0]))

    assert wrong == []
    assert compared == 160


def by_itself(script, given):
    """Run a module in node."""
    command = ["node", "--input-type=module", "--eval", script]
    return subprocess.run(command, input=given, capture_output=True, text=True, check=True).stdout


if __name__ == "__main__":
    known = sorted(
        code
        for code in supportlines.places.known_countries()
        if supportlines.load().facts.lists(code)
    )
    start, amount = (int(one) for one in (*sys.argv[1:], 0, 100)[:2])
    bad, total = differences(by_itself, known, amount, start)
    for one in bad[:3]:
        print(*one, sep="\n")  # noqa: T201
    print(total, "answers,", len(bad), "wrong")  # noqa: T201
