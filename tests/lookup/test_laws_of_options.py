"""Laws that hold for the options of every answer, tried on directories made at random.

The oracle of a state is the answer itself, asked again at another instant: whatever an option
announces must be what it says then. More cases: `python tests/lookup/test_laws_of_options.py N`.
"""

from __future__ import annotations

import random
import sys
from collections import Counter
from datetime import datetime, timedelta, timezone

import pytest

from supportlines.api import Directory
from supportlines.directory import DirectoryError, load_directory

from strategies.amount import at_least, cases

HOURS = (
    "24/7",
    "24/7 unknown",
    "off",
    "Mo-Fr 09:00-17:00",
    "Mo-Fr 09:00-17:00; PH off",
    "Mo-Fr 08:00-12:00,13:00-18:00; PH 10:00-12:00 unknown",
    "Mo-Su 22:00-06:00",
    "Mo-Fr 09:00-17:00, Sa 10:00-14:00 unknown",
    "Dec 24 09:00-12:00; Dec 25-26 off; Dec 31 unknown",
)
ZONES = ("caller", "Europe/Berlin", "America/New_York", "Asia/Tokyo")
LANGUAGES = ("en", "es", "es-MX", "fr", "nb", "no", "yue")
COUNTRIES = ("GB", "US", "DE", "NO")
DAYS = ("2026-12-23", "2026-12-24", "2026-12-25", "2026-12-28", "2027-01-01")
START = datetime(2026, 12, 20, tzinfo=timezone.utc)
SPAN = 16 * 24 * 60
"""Minutes around Christmas in which questions are asked."""


def some(draw, choices, least=0, most=3):
    """Return a few of *choices*, in any order."""
    return draw.sample(choices, draw.randint(least, min(most, len(choices))))


def listed(names):
    """Return names as a YAML list; quoted, since `no` is a word of YAML."""
    return "[" + ", ".join(f'"{name}"' for name in names) + "]"


def rules_of(draw, desks):
    """Return what a line or a region states for the one tier, a rule or several."""
    rules = []
    for _ in range(draw.randint(1, 3)):
        parts = [f'hours: "{draw.choice(HOURS)}"', f"time_zone: {draw.choice(ZONES)}"]
        spoken = some(draw, LANGUAGES, most=2)
        parts += [f"languages: {listed(spoken)}"] if spoken else []
        parts += [f"desks: [{draw.choice(desks)}]"] if desks and draw.random() < 0.2 else []
        parts += ["notes: A note."] if draw.random() < 0.3 else []
        parts += ["severities: [high]"] if draw.random() < 0.1 else []
        if draw.random() < 0.15:
            parts.append(f"valid_until: {draw.choice(DAYS)}")
        rules.append("{" + ", ".join(parts) + "}")
    return "[" + ", ".join(rules) + "]"


def line_of(draw, number, countries, desks, shared):
    """Return a line; with *shared*, its number is that of others."""
    digits = 958 if shared else number
    parts = [
        f"id: l{number}",
        f'number: "+44 20 7946 {digits:04}"',
        f'published_as: "020 7946 {digits:04} ({number})"',
    ]
    spoken = [] if shared else some(draw, LANGUAGES)
    parts += [f"languages: {listed(spoken)}"] if spoken else []
    serves = some(draw, countries, most=2)
    parts += [f"serves: {listed(serves)}"] if serves else []
    parts += [f"desk: {draw.choice(desks)}"] if desks and draw.random() < 0.4 else []
    parts += [f"availability: {{standard: {rules_of(draw, desks)}}}"] if draw.random() < 0.6 else []
    parts += [f"valid_until: {draw.choice(DAYS)}"] if draw.random() < 0.2 else []
    parts += [f"dialable_by: {draw.choice(['landline', 'mobile'])}"] if draw.random() < 0.2 else []
    if draw.random() < 0.3:
        on = f"on: {draw.choice(DAYS)}"
        parts.append(f'exceptions: [{{{on}, hours: "10:00-11:00 unknown", reason: A drill}}]')
    return "{" + ", ".join(parts) + "}"


def directory_of(draw, *, shared):
    """Return a directory of one region inside another, and its text."""
    while True:
        text = text_of(draw, shared=shared)
        try:
            return Directory(load_directory(text.encode("utf-8"), "made.yaml")), text
        except DirectoryError:  # two rules for the same calls contradict each other
            continue


def text_of(draw, *, shared):
    """Return the text of a directory, or of one whose rules contradict each other."""
    desks = draw.choice([(), ("technical", "billing")])
    numbers = iter(range(100))
    lines = [
        "directory:",
        "  id: made",
        "  name: Made",
        "  sources: [{id: page, title: A, url: 'https://a.example', read_on: 2026-11-02}]",
        "tiers: {standard: {}}",
        "severities: [high, low]",
        *([f"desks: {listed(desks)}"] if desks else []),
        "regions:",
    ]
    for indent, countries in (("  ", COUNTRIES[:2]), ("      ", COUNTRIES[2:])):
        name = f"r{len(indent)}"
        lines.append(f"{indent}- id: {name}")
        lines.append(f"{indent}  countries: {listed(countries)}")
        if draw.random() < 0.7:
            lines.append(f"{indent}  languages: {listed(some(draw, LANGUAGES, least=1))}")
        lines.append(f"{indent}  availability: {{standard: {rules_of(draw, desks)}}}")
        lines.append(f"{indent}  lines:")
        inside = COUNTRIES if indent == "  " else countries
        lines += [
            f"{indent}    - {line_of(draw, next(numbers), inside, desks, shared)}"
            for _ in range(draw.randint(1, 3))
        ]
        if indent == "  ":
            lines.append(f"{indent}  regions:")
    return "\n".join(lines) + "\n"


def question_of(draw):
    """Return the words of a question, without its instant."""
    words = {"country": draw.choice(COUNTRIES), "languages": some(draw, LANGUAGES, most=2)}
    if words["country"] == "US" and draw.random() < 0.7:
        words["time_zone"] = draw.choice(["America/New_York", "Pacific/Honolulu"])
    if draw.random() < 0.3:
        words["severity"] = draw.choice(["high", "low"])
    return words


def key_of(option):
    """Return what must tell two options of an answer apart."""
    return (
        option.number,
        option.desk,
        frozenset(option.languages),
        option.state,
        option.changes_at,
        option.next_state,
    )


def broken_hours(option, at, tried):
    """Return what the hours of an option say otherwise than the option, or None."""
    if option.hours.state(at) != option.state:
        return "its hours are in another state"
    if option.today is None:
        return None
    tried["days"] += 1
    now = [one.state for one in option.today if one.start <= at < one.end]
    if (now or ["closed"]) != [option.state]:
        return "the times of the day say something else"
    if not option.day[0] <= at < option.day[1]:
        return "it is another day"
    if option.hours.next_change(at) != option.changes_at:
        return "its hours change at another time"
    return None


def broken_change(directory, words, option, tried):
    """Return what is otherwise around the next change of an option than it announces, or None."""
    before = spoken(directory, words, option.changes_at - timedelta(seconds=1), option)
    if set(before.values()) - {option.state}:
        return "another state before the change"
    after = spoken(directory, words, option.changes_at, option)
    tried[f"to {option.next_state}"] += 1
    if not after:
        tried["lines that end"] += 1
        return None if option.next_state == "closed" else "a line that ends is not closed"
    if set(after.values()) != {option.next_state} or len(after) != len(before):
        return "another state after the change"
    return None


def broken_at(directory, words, at):
    """Return which law the answer at *at* breaks, or None, and what was tried."""
    tried = Counter()
    options = directory.who_can_i_call(at=at, **words).options
    if len({key_of(one) for one in options}) != len(options):
        return "two options have one key", tried
    for option in options:
        tried["options"] += 1
        wrong = broken_hours(option, at, tried)
        if (option.changes_at is None) is not (option.next_state is None):
            wrong = "a change without its state, or a state without its change"
        elif option.changes_at is not None:
            if option.next_state == option.state or option.changes_at <= at:
                wrong = "what comes next is what is"
            wrong = wrong or broken_change(directory, words, option, tried)
        if wrong is not None:
            return wrong, tried
    return None, tried


def spoken(directory, words, at, option):
    """Return the state at *at* of each language of an option; empty if its line is gone."""
    languages = option.languages or (None,)
    return {
        language: one.state
        for one in directory.who_can_i_call(at=at, **words).options
        for language in one.languages or (None,)
        if one.line.id == option.line.id and language in languages
    }


def run(cases, seed):
    """Try the laws on *cases* questions; return what is broken and what was tried."""
    draw = random.Random(seed)  # noqa: S311 - a seed makes the run repeatable
    tried: Counter = Counter()
    broken = []
    while tried["cases"] < cases:
        # Where lines share a number, options are joined, and only their keys are looked at.
        shared = draw.random() < 0.3
        directory, text = directory_of(draw, shared=shared)
        for _ in range(30):
            words, at = question_of(draw), START + timedelta(minutes=draw.randrange(SPAN))
            tried["cases"] += 1
            if shared:
                options = directory.who_can_i_call(at=at, **words).options
                tried["joined"] += sum(" / " in one.published_as for one in options)
                is_broken = len({key_of(one) for one in options}) != len(options)
                law = "two options have one key" if is_broken else None
            else:
                law, more = broken_at(directory, words, at)
                tried += more
            if law is not None:
                broken.append((law, words, at, text))
    return broken, tried


@pytest.fixture(scope="module")
def outcome():
    """Return what some questions broke and tried."""
    return run(cases(1_000), seed=2026)


def test_what_is_announced_is_what_is_said_then(outcome):
    """State at the change is the next state, whatever the zones, dates, menus and desks."""
    broken, _ = outcome

    assert [case[:3] for case in broken] == []


@pytest.mark.parametrize(
    "what", ["options", "to open", "to closed", "to unknown", "lines that end", "joined"]
)
def test_the_laws_were_tried_on_every_sort_of_option(outcome, what):
    """A generator that makes none of a sort proves nothing about it."""
    _, tried = outcome

    assert tried[what] >= at_least(20)


if __name__ == "__main__":
    found, counts = run(int(sys.argv[1]), seed=random.randrange(1 << 30))  # noqa: S311
    sys.stdout.write(f"{counts}\n")
    sys.stdout.writelines(f"{law}\n{words}\n{at}\n{text}\n" for law, words, at, text in found[:3])
    sys.exit(bool(found))
