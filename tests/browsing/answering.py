"""What a page makes of the files of a site, beside what Python answers at the same instant."""

from __future__ import annotations

import json
import shutil
import subprocess
from contextlib import contextmanager
from datetime import datetime, timezone
from pathlib import Path

import supportlines.web.element
from supportlines.lookup import Question
from supportlines.places import known_countries
from supportlines.web.abroad import prefixes

SOURCE = Path(supportlines.web.element.__file__).parent / "source"

SCRIPT = """
import { readFileSync } from "node:fs";
import { createInterface } from "node:readline";
const [folder, url] = process.argv.slice(2);
const { answerFor, dialOf, optionsAt, wishOf } = await import(url);
const read = (path) => JSON.parse(readFileSync(`${folder}/${path}`, "utf-8"));
const prefixes = JSON.parse(process.argv[4]);
for await (const line of createInterface({ input: process.stdin })) {
  const [country, asked] = JSON.parse(line);
  const feed = read(`lines/${country}.json`);
  const found = asked.map(([said, languages, from, at]) => {
    const wishes = languages.map(wishOf);
    const away = from !== feed.country && from;
    const [choice, , ...tracks] = answerFor(feed, { ...said, calling_from: away }, wishes);
    return ["options", "other_ways", "guesses"].map((key) => {
      const options = feed.choices[choice][key] ?? [];
      return optionsAt(feed, options, tracks, wishes, at, () => {}).map((option) => {
        const [dial, link, cost] = dialOf(feed, option, from, prefixes[from]);
        return [option.line, (option.languages ?? []).join(), dial || null, link || null,
          cost ?? "cost_unknown", option.told[0], option.changesAt || null,
          option.told[4] ?? null];
      });
    });
  });
  process.stdout.write(JSON.stringify(found) + "\\n");
}
"""
PREFIXES = {country: one for country, one in prefixes().items() if one != "+"}

LANGUAGES = (
    ("en",), ("es", "en"), ("es-419",), ("fr", "en"), ("ar-EG", "de"), ("zh-HK", "es"),
    ("zh-Hans-CN", "ja"), ("zh-TW",), ("ru",), ("uk", "ru", "en"), ("pt-BR", "ja"), ("pt",),
    ("nb", "en-GB"), ("ko", "zh"), ("it", "fr", "de"), ("de-CH",), ("tlh",), ("he", "ar", "en"),
)  # fmt: skip
"""What browsers say that their visitors read, the best first."""

COUNTRIES = sorted(known_countries())

NOT_ASKED = ("US/Pacific-New", "other", "*")
"""A zone that is known to nobody, and who is none of those that are listed."""


def feed_of(folder, country):
    """Return the file of a country."""
    return json.loads((folder / "lines" / f"{country}.json").read_text(encoding="utf-8"))


def countries_of(folder):
    """Return the countries that have a file."""
    return sorted(path.stem for path in (folder / "lines").iterdir())


def edges_of(feed):
    """Return all instants at which something is told that was not told before."""
    found = set()
    for track in feed["tracks"]:
        at = feed["from"]
        for gap in track[: len(track) // 2 * 2 : 2]:
            at += gap * feed["unit"]
            found.add(at)
    return sorted(found)


def around(feed):
    """Return the second before each edge, its own and the one after, as far as the file goes."""
    near = {edge + step for edge in edges_of(feed) for step in (-1, 0, 1)}
    return sorted(at for at in near if feed["from"] <= at < feed["until"])


def caller(draw, feed, **fixed):
    """Return somebody as the page knows them (said, languages, from), and as a question.

    Args:
        draw: What chooses at random.
        feed: The file of their country.
        fixed: Any of `tier`, `languages` and `calling_from`, where these are not drawn.
    """
    said = {}
    for ask in feed["asks"]:
        name = ask["name"]
        value = draw.choice(draw.choice([*(one.split("|") for one in ask["groups"]), [None]]))
        if name in fixed:
            value = fixed[name]
        if value in (None, *NOT_ASKED) or ask.get("sets") or name == "calling_from":
            continue
        said[name] = value
    home = feed["country"]
    place = fixed.get("calling_from") or draw.choice([home, draw.choice(COUNTRIES)])
    languages = fixed.get("languages", draw.choice(((), *LANGUAGES)))
    facets = {name: said[name] for name in ("phone", "carrier") if name in said}
    question = Question(
        home,
        languages=languages,
        tier=said.get("tier"),
        time_zone=said.get("time_zone"),
        calling_from=place,
        subdivision=said["subdivision"].partition("-")[2] if "subdivision" in said else None,
        facets=tuple(facets.items()),
    )
    return (said, list(languages), place), question


def tiers_of(feed):
    """Return the tiers that make a difference; None where none does."""
    groups = [group for ask in feed["asks"] if ask["name"] == "tier" for group in ask["groups"]]
    return [tier for group in groups for tier in group.split("|")] or [None]


def sketch(answer):
    """Return what is compared of an answer: lines in order, keys, links, costs, states, changes."""
    return [
        [
            [
                option.line.id,
                ",".join(option.languages),
                option.contact if option.dial is None else option.dial,
                option.uri,
                f"cost_{option.cost}",
                option.state,
                None if option.changes_at is None else int(option.changes_at.timestamp()),
                event_of(option),
            ]
            for option in options
        ]
        for options in (answer.options, answer.other_ways, answer.guesses)
    ]


def event_of(option):
    """Return the key of what follows the state."""
    if option.changes_at is None:
        return None
    if option.state == "unknown":
        return "changes"
    return {"open": "opens", "closed": "closes"}.get(option.next_state, "changes")


def answered(directory, question, at):
    """Return what Python answers at a POSIX second."""
    return sketch(directory.answer(question, at=datetime.fromtimestamp(at, timezone.utc)))


@contextmanager
def page_in_node(folder, node=None):
    """Yield a function that asks what a page shows: of a country, and of callers at instants.

    One process reads all files that it is asked for.
    """
    command = [node or shutil.which("node"), "--input-type=module", "--eval", SCRIPT, "--"]
    with subprocess.Popen(
        [
            *command,
            "module",
            str(folder),
            (SOURCE / "answering.js").as_uri(),
            json.dumps(PREFIXES),
        ],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        encoding="utf-8",
    ) as process:

        def shown(country, asked):
            process.stdin.write(json.dumps([country, asked]) + "\n")
            process.stdin.flush()
            line = process.stdout.readline()
            assert line, "node has ended: what it said stands on stderr"
            return json.loads(line)

        try:
            yield shown
        finally:
            process.stdin.close()
    assert process.returncode == 0


class Compared:
    """How many answers were compared, and the first ones that differ."""

    KEPT = 3

    def __init__(self):
        self.count = 0
        self.wrong = []

    def add(self, shown, expected, *about):
        """Compare one answer; *about* says whose it is."""
        self.count += 1
        if shown != expected and len(self.wrong) < self.KEPT:
            self.wrong.append((*about, shown, expected))


def compare(page, directory, feed, asked):
    """Return how what a page shows differs from what Python answers.

    Args:
        page: What `page_in_node` yields.
        directory: What Python asks.
        feed: The file of a country.
        asked: Triples of what the page knows, the same as a question, and a POSIX second.
    """
    found = Compared()
    shown = page(feed["country"], [[*said, at] for said, _, at in asked])
    for (_, question, at), mine in zip(asked, shown):
        found.add(mine, answered(directory, question, at), question, at)
    assert len(shown) == found.count
    return found
