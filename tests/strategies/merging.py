"""Directories of one country whose lines differ in little, so that one option stands for many."""

from __future__ import annotations

from datetime import datetime, timezone

HEAD = """
directory:
  id: made
  name: Made
  sources: [{id: page, title: A page, url: "https://a.example", read_on: 2026-11-02}]
tiers: {standard: {}}
"""
START = datetime(2026, 12, 1, tzinfo=timezone.utc)
HOURS = (
    "24/7",
    "24/7 unknown",
    "Mo-Fr 09:00-17:00",
    "Mo-Fr 09:00-17:00; Sa off",
    "Mo-Fr 09:00-17:00, Sa 10:00-12:00",
    "Mo-Fr 09:00-24:00",
)
EXCEPTIONS = (
    "{on: 2026-12-05, reason: A drill}",
    "{on: 2026-12-08, reason: A feast}",
    '{from: "2026-12-04T17:00", until: "2026-12-06T00:00", reason: Works}',
    "{on: 2026-12-03, hours: 24/7 unknown, reason: A strike}",
)
WAYS = ('number: "+49 30 23125 100"', 'number: "+49 30 23125 100"', "email: help@a.example")
BRANDS = ("north", "south", "west")
PARTS = ("DE-BY", "DE-BE")
WITHIN = ("2 h", "4 open hours", "next open day")

SAID = {
    "hours": lambda draw: f"availability: {{standard: {rule(draw)}}}",
    "exceptions": lambda draw: f"exceptions: [{draw.choice(EXCEPTIONS)}]",
    "reply": lambda draw: f"reply: [{{within: {draw.choice(WITHIN)}}}]",
    "notes": lambda draw: f"notes: Note {draw.choice('AB')}",
    "sound": lambda _: "number_confidence: low",
    "last": lambda draw: f"valid_until: {draw.choice(('2026-12-04', '2026-12-07'))}",
    "cost": lambda draw: f"cost: {draw.choice(('free', 'national'))}",
    "kind": lambda draw: f"kind: {draw.choice(('toll_free', 'geographic'))}",
    "via": lambda _: "via: operator",
    "steps": lambda draw: f'steps: [{{press: "1", label: {draw.choice(("One", "Uno"))}}}]',
    "fallback": lambda draw: f"fallback: true, fallback_when: If {draw.choice('AB')}",
    "modes": lambda draw: f"languages: {{de: {draw.choice(('native', 'interpreter'))}}}",
}
"""What a line may say, by a name for it; some of it a region too."""
OF_NUMBERS = ("sound", "cost", "kind", "via", "steps", "modes")
OF_REGIONS = ("hours", "exceptions", "reply")


def rule(draw):
    """Return the text of a rule."""
    parts = [f'hours: "{draw.choice(HOURS)}"', "time_zone: Europe/Berlin"]
    parts += [f"notes: Note {draw.choice('AB')}"] if draw.random() < 0.1 else []
    parts += [f"exceptions: [{draw.choice(EXCEPTIONS)}]"] if draw.random() < 0.1 else []
    return "{" + ", ".join(parts) + "}"


def line(draw, number, said):
    """Return the text of a line that says some of what is *said*; what it prints is its own."""
    way = draw.choice(WAYS)
    parts = [f"id: l{number}", way, f"published_as: print {number}"]
    if draw.random() < 0.85:
        parts.append(f"for: {{brand: [{', '.join(draw.sample(BRANDS, draw.choice((1, 1, 2))))}]}}")
    names = [one for one in said if "number" in way or one not in OF_NUMBERS]
    parts += [SAID[one](draw) for one in names if draw.random() < 0.4]
    return "{" + ", ".join(parts) + "}"


def text_of(draw):
    """Return the text of a directory of one country, two parts of which may be regions.

    Its lines differ in two things, so that one option may stand for many of them.
    """
    said = draw.sample(sorted(SAID), 2)
    found = [
        "facets: {brand: {name: Which, values: {north: N, south: S, west: W}}}",
        "regions:",
        "  - id: de",
        "    countries: [DE]",
        "    languages: [de, en]" if draw.random() < 0.3 else "    languages: [de]",
        f"    availability: {{standard: {rule(draw)}}}",
        *([f"    {SAID['reply'](draw)}"] if "reply" in said else []),
        "    lines:",
        *(f"      - {line(draw, number, said)}" for number in range(draw.choice((2, 3, 4)))),
    ]
    for place, part in enumerate(draw.sample(PARTS, draw.choice((0, 1, 2)))):
        found += [] if place else ["    regions:"]
        found += [f"      - id: {part.lower()}", f"        countries: [{part}]"]
        found += [f"        {SAID[one](draw)}" for one in OF_REGIONS if draw.random() < 0.3]
    return HEAD + "\n".join(found) + "\n"
