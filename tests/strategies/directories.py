"""Directories and questions made at random that use everything at once, as plain content.

`directory_of` and `question_of` take a `random.Random`, for many cases; `directories` and
`questions` are the same for hypothesis, which shrinks what it finds. All numbers are fictitious.
"""

from __future__ import annotations

import json
import re
import sys
from datetime import datetime, timedelta, timezone

from hypothesis import strategies as st

if sys.version_info >= (3, 9):
    from zoneinfo import ZoneInfo
else:
    from backports.zoneinfo import ZoneInfo

HOURS = (
    "24/7",
    "24/7 unknown",
    "off",
    "Mo-Fr 09:00-17:00",
    "Sa-Th 08:30-12:00,13:00-18:00",
    "Mo-Su 22:00-06:00",
    "Mo-Fr 20:00-03:30; Tu 08:00-12:00",
    "Mo-Fr 20:00-03:30, Tu 08:00-12:00",
    "Mo-Fr 09:00-17:00, Sa 10:00-14:00 unknown",
    "Mo-Su 08:00-20:00; Su off",
    "Mo-Th 09:00-17:00 unknown; Fr 09:00-24:00",
    "00:00-08:00",
)
HOURS_OF_EXCEPTIONS = ("off", "10:00-12:00", "21:00-02:00", "24/7", "24/7 unknown", "00:00-08:00")
HOURS_ADDED = ("12:00-13:00 off", "17:00-19:00", "23:00-01:00", "10:00-16:00 unknown", "off")
ZONES = ("caller", "Europe/London", "America/New_York", "Asia/Tokyo", "Pacific/Chatham")
LANGUAGES = ("en", "es", "es-MX", "fr", "nb", "no", "yue", "zh")
LISTED = ("GB", "FR", "JP", "NO", "IN", "NZ", "PT")
UNLISTED = "IS"
ZONES_OF = {
    "NZ": ("Pacific/Auckland", "Pacific/Chatham"),
    "PT": ("Europe/Lisbon", "Atlantic/Madeira", "Atlantic/Azores"),
}
WINDOWS = (
    datetime(2026, 12, 21, tzinfo=timezone.utc),
    datetime(2027, 3, 24, tzinfo=timezone.utc),  # clocks change in Europe on the 28th
    datetime(2027, 3, 30, tzinfo=timezone.utc),  # and in New Zealand on 4 April
)
DAYS = 12
"""How many days of a window the dates of a directory and the questions lie in."""


def chance(draw, probability):
    """Return whether something with this probability happens."""
    return draw.random() < probability


def some(draw, choices, least=0, most=3):
    """Return a few of *choices*, in any order."""
    return draw.sample(list(choices), draw.randint(least, min(most, len(choices))))


class Maker:
    """Makes the records of one directory."""

    def __init__(self, draw):
        """Choose what all records share: desks, severities, tiers, a window of days."""
        self.draw = draw
        self.start = draw.choice(WINDOWS)
        self.desks = draw.choice([(), (), ("technical", "billing")])
        self.severities = draw.choice([(), (), ("low", "high")])
        self.tiers = draw.choice(
            [
                {"standard": {}},
                {"standard": {}, "premium": {"includes": "standard"}},
                {
                    "premium": {"includes": "standard"},
                    "standard": {},
                    "gold": {"includes": "premium"},
                    "alone": {},
                },
            ]
        )
        self.lines = 0

    def day(self):
        """Return a day of the window."""
        return (self.start + timedelta(days=self.draw.randint(1, DAYS - 1))).date().isoformat()

    def dates(self, probability):
        """Return perhaps the first day, perhaps the last day of a validity."""
        first, last = sorted([self.day(), self.day()])
        found = {"valid_from": first, "valid_until": last}
        return {key: day for key, day in found.items() if chance(self.draw, probability)}

    def exceptions(self, probability):
        """Return perhaps some exceptions."""
        found = []
        while chance(self.draw, probability) and len(found) < 3:
            first, last = sorted([self.day(), self.day()])
            one = {"on": first}
            if chance(self.draw, 0.3):
                one = {"first_day": first, "last_day": last}
            if chance(self.draw, 0.4):
                one.update(hours=self.draw.choice(HOURS_ADDED), adds="true")
            elif chance(self.draw, 0.8):
                one["hours"] = self.draw.choice(HOURS_OF_EXCEPTIONS)
            if chance(self.draw, 0.3):
                one["priority"] = self.draw.choice([-1, 1, 2])
            if chance(self.draw, 0.2):
                one["tiers"] = some(self.draw, self.tiers, least=1, most=2)
            found.append(one)
        return {"exceptions": found} if found else {}

    def rule(self):
        """Return a rule of hours."""
        draw = self.draw
        rule = {"hours": draw.choice(HOURS)}
        if chance(draw, 0.6):
            rule["time_zone"] = draw.choice(ZONES)
        if chance(draw, 0.4):
            rule["languages"] = some(draw, LANGUAGES, least=1, most=3)
        if self.desks and chance(draw, 0.25):
            rule["desks"] = [draw.choice(self.desks)]
        if self.severities and chance(draw, 0.3):
            rule["severities"] = [draw.choice(self.severities)]
        return {**rule, **self.dates(0.12), **self.exceptions(0.1)}

    def availability(self, probability):
        """Return perhaps what a record states for some tiers."""
        found = {
            tier: [self.rule() for _ in range(self.draw.choice([1, 1, 2, 3]))]
            for tier in self.tiers
            if chance(self.draw, probability)
        }
        return {"availability": found} if found else {}

    def contact(self):
        """Return what is dialled, and what sort of number it is."""
        draw, number = self.draw, self.lines
        if chance(draw, 0.06):
            return {"unusable": "The number is cut off."}
        if chance(draw, 0.2):
            digits = 958 if chance(draw, 0.7) else 901  # the number of other lines as well
            return {"number": f"+44 20 7946 0{digits}"}
        if chance(draw, 0.2):
            only_in = some(draw, LISTED, least=1, most=2)
            found = {"number": f"0808 157 01{number:02}", "only_in": only_in}
            return {**found, "kind": "toll_free"} if chance(draw, 0.5) else found
        if chance(draw, 0.25):
            return {"number": f"+1 800 555 01{number:02}", "kind": "toll_free"}
        if chance(draw, 0.15):
            return {"number": f"+800 1234 56{number:02}", "kind": "toll_free_international"}
        return {"number": f"+44 20 7946 09{number:02}", "kind": "geographic"}

    def line(self, countries):
        """Return a line of a region with these countries."""
        draw = self.draw
        line = {"id": f"l{self.lines}", **self.contact(), "published_as": f"number {self.lines}"}
        self.lines += 1
        if chance(draw, 0.3) and "unusable" not in line:
            far = [*LISTED, UNLISTED, "US"]
            line["dialable_from"] = "anywhere" if chance(draw, 0.3) else some(draw, far, 1, 6)
        if chance(draw, 0.35):
            line["serves"] = some(draw, countries, least=1, most=2)
        is_shared = line.get("number", "")[-3:] in {"958", "901"}
        if is_shared and chance(draw, 0.6):
            return line  # says no more, so that it may be one option with another
        if chance(draw, 0.45):
            line["languages"] = some(draw, LANGUAGES, least=1)
        if self.desks and chance(draw, 0.4):
            line["desk"] = draw.choice(self.desks)
        if chance(draw, 0.25):
            line["fallback"] = "true"
        if chance(draw, 0.15):
            line["number_confidence"] = draw.choice(["medium", "low", "high"])
        line.update(self.dates(0.12))
        line.update(self.availability(0.3))
        line.update(self.exceptions(0.2))
        return line

    def region(self, countries, depth):
        """Return a region of these countries, some of them in regions inside it."""
        draw = self.draw
        region = {"id": f"r{depth}{countries[0].lower()}"}
        own = countries
        inner = []
        if depth < 3 and len(countries) > 1 and chance(draw, 0.7):
            cut = draw.randint(0, len(countries) - 1)
            own, rest = countries[:cut], countries[cut:]
            middle = draw.randint(1, len(rest))
            inner = [part for part in (rest[:middle], rest[middle:]) if part]
        if own:
            key = "countries" if chance(draw, 0.8) else "countries_not_named"
            region[key] = own
        if chance(draw, 0.4):
            region["languages"] = some(draw, LANGUAGES, least=1)
        region.update(self.availability(0.6))
        region.update(self.exceptions(0.2))
        lines = [self.line(countries) for _ in range(draw.choice([0, 1, 1, 2, 3]))]
        if lines:
            region["lines"] = lines
        if inner:
            region["regions"] = [self.region(part, depth + 1) for part in inner]
        return region

    def directory(self):
        """Return the whole."""
        draw = self.draw
        about = {
            "id": "made",
            "name": "Made",
            "sources": [
                {"id": "page", "title": "A", "url": "https://a.example", "read_on": "2026-11-02"}
            ],
        }
        if chance(draw, 0.4):
            about["assumed_languages"] = some(draw, ("en", "es"), least=1, most=2)
        countries = some(draw, LISTED, least=2, most=6)
        found = {"directory": about, "tiers": self.tiers}
        found.update({"desks": list(self.desks)} if self.desks else {})
        found.update({"severities": list(self.severities)} if self.severities else {})
        if chance(draw, 0.2):
            country = draw.choice(list(ZONES_OF))
            found["countries"] = {country: {"time_zone": draw.choice(ZONES_OF[country])}}
        cut = draw.choice([0, draw.randint(1, len(countries) - 1)])
        parts = [part for part in (countries[:cut], countries[cut:]) if part]
        found["regions"] = [self.region(part, 1) for part in parts]
        if self.lines and chance(draw, 0.5):
            ids = [f"l{number}" for number in range(self.lines)]
            found["guesses"] = [{"countries": [UNLISTED], "lines": some(draw, ids, least=1)}]
        return found


def directory_of(draw):
    """Return the content of a directory, which the loader may refuse (rules that contradict)."""
    return Maker(draw).directory()


def text_of(directory):
    """Return the content as the text of a data file: one region, line or rule on a line."""

    def written(value, indent):
        if isinstance(value, list) and any(isinstance(one, dict) for one in value):
            inner = ",\n".join(f"{indent}  {written(one, indent + '  ')}" for one in value)
            return f"[\n{inner}\n{indent}]"
        if isinstance(value, dict) and len(json.dumps(value)) > 90:
            inner = ",\n".join(
                f"{indent}  {json.dumps(key)}: {written(one, indent + '  ')}"
                for key, one in value.items()
            )
            return f"{{\n{inner}\n{indent}}}"
        return json.dumps(value)

    return written(directory, "") + "\n"


def question_of(draw, directory):
    """Return the words of a question, and an instant, mostly near an edge of some hours."""
    countries = listed_in(directory["regions"])
    country = draw.choice(countries) if chance(draw, 0.95) else UNLISTED
    words = {"country": country, "tier": draw.choice(list(directory["tiers"]))}
    if chance(draw, 0.7):
        words["languages"] = some(draw, LANGUAGES, least=1)
    if "desks" in directory and chance(draw, 0.5):
        words["desk"] = draw.choice(directory["desks"])
    if "severities" in directory and chance(draw, 0.6):
        words["severity"] = draw.choice(directory["severities"])
    if chance(draw, 0.4):
        words["time_zone"] = draw.choice([*ZONES_OF.get(country, ("America/New_York",)), "UTC"])
    if chance(draw, 0.25):
        words["calling_from"] = draw.choice([*LISTED, "US"])
    return words, instant_of(draw, directory, country)


def instant_of(draw, directory, country):
    """Return an instant of the days that a directory speaks of, mostly near an edge of them."""
    dates = re.findall(r"20(?:26-12|27-0[1-4])-\d\d", json.dumps(directory)) or ["2027-03-28"]
    year, month, number = map(int, draw.choice(dates).split("-"))
    day = datetime(year, month, number, tzinfo=timezone.utc) + timedelta(days=draw.randint(-2, 2))
    if chance(draw, 0.25):
        return day + timedelta(seconds=draw.randrange(86400))
    far = [*ZONES[1:], "Europe/Paris", "Asia/Kolkata"]
    zone = ZoneInfo(draw.choice(ZONES_OF.get(country, far)))
    clock = draw.choice(
        [(0, 0), (0, 0), (2, 0), (3, 30), (8, 0), (9, 0), (12, 0), (17, 0), (22, 0)]
    )
    wall = day.replace(hour=clock[0], minute=clock[1], tzinfo=zone)
    off = draw.choice([0, 0, -1, 1, -60, 1200, -1200])
    return wall.astimezone(timezone.utc) + timedelta(seconds=off)


def listed_in(regions):
    """Return the countries of regions, in the order of the file."""
    found = []
    for region in regions:
        found += [*region.get("countries", ()), *region.get("countries_not_named", ())]
        found += listed_in(region.get("regions", ()))
    return found


def randoms():
    """Return a strategy for sources of chance that hypothesis can shrink."""
    return st.randoms(use_true_random=False)


def directories():
    """Return a strategy for contents of directories."""
    return randoms().map(directory_of)


@st.composite
def asked_directories(draw):
    """Return a directory with a question: (content, words, instant)."""
    chances = draw(randoms())
    directory = directory_of(chances)
    return (directory, *question_of(chances, directory))
