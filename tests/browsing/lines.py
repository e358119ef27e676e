"""Files for a page, written by hand from their description: a small directory of one country.

The main line of Britain answers from Monday to Friday, 09:00-17:00 there, but not at Christmas;
a line abroad answers day and night, through an interpreter; e-mail takes messages.
"""

from __future__ import annotations

import copy
from datetime import datetime

MONDAY = 1795392000
"""2026-11-23T00:00:00Z."""

WEEKS = 13
DAY = 24 * 60
CHRISTMAS = 32 * DAY
"""Friday, 25 December 2026, in minutes from `MONDAY`."""

CHRISTMAS_DAY = {"en": "Christmas Day", "ar": "عيد الميلاد"}

CLOSED, OPEN, ALWAYS, CHRISTMAS_CLOSED, UNKNOWN, MESSAGES = range(6)
TOLD = [
    ["closed", 6, 7, 1, "opens"],
    ["open", 1, 4, 0, "closes"],
    ["open", 1, 4, 0, None, None, None, None, "always"],
    ["closed", 6, 7, 1, "opens", CHRISTMAS_DAY],
    ["unknown", 2, 5, 0, "changes", None, None, [["because_time_zone_not_given"]]],
    ["open", 11, 14, 0, None, None, None, None, "messages_always"],
]


def working_week():
    """Return the edges of the main line."""
    told = {0: CLOSED}
    for day in range(7 * WEEKS):
        if day % 7 < 5 and day * DAY != CHRISTMAS:
            told[day * DAY + 9 * 60] = OPEN
            told[day * DAY + 17 * 60] = CLOSED
    told[CHRISTMAS] = CHRISTMAS_CLOSED
    told[CHRISTMAS + DAY] = CLOSED
    edges, before = [], 0
    for start in sorted(told):
        edges += [start - before, told[start]]
        before = start
    return edges


LINES = {
    "version": 1,
    "directory": "night-line",
    "name": {"en": "Night line", "ar": "خط الليل"},
    "country": "GB",
    "from": MONDAY,
    "until": MONDAY + WEEKS * 7 * 86400,
    "fresh_for": 3600,
    "unit": 60,
    "zone_data": "2026f",
    "read_on": "2026-11-20",
    "asks": [
        {
            "name": "tier",
            "groups": ["standard", "premium"],
            "default": 1,
            "replies": [
                ["standard", "Standard"],
                ["premium", {"en": "Premium", "ar": "ممتاز"}],
            ],
        },
    ],
    "answers": [[0, 0, 0, 1, 2], [1, 0, 1, 0, 0]],
    "choices": [
        {
            "options": [0, 1],
            "other_ways": [2],
            "withheld": ["020 7946 0000"],
            "notes": [["note_holidays_not_stated"]],
        },
        {"options": [0, 1], "other_ways": [2]},
    ],
    "options": [
        {
            "line": "main",
            "name": "Main line",
            "contact": 0,
            "keys": ",1",
            "languages": ["en", "ru"],
            "steps": [["step_press", "1", [{"en": "Help"}]]],
            "place": 0,
            "notes": [["note_landline_only"]],
        },
        {
            "line": "abroad",
            "contact": 1,
            "languages": ["fr"],
            "facts": [["interpreter"]],
            "place": 1,
        },
        {
            "line": "mail",
            "channel": "email",
            "contact": 2,
            "facts": [["channel_email"]],
            "place": 2,
        },
    ],
    "tracks": [
        [*working_week(), 9 * 60 - 17 * 60 + 3 * DAY, OPEN, 0],
        [0, ALWAYS],
        [0, MESSAGES],
    ],
    "told": TOLD,
    "coming": [[None, 0]],
    "changes": [[CHRISTMAS // DAY, CHRISTMAS_DAY]],
    "contacts": [
        [
            ["020 7946 0958", "tel:+442079460958", "cost_free", "GB"],
            ["+44 20 7946 0958", "tel:+442079460958", "cost_international"],
        ],
        [["+1 202 555 0123", "tel:+12025550123", "cost_international"]],
        [["help@support.example", "mailto:help@support.example"]],
    ],
    "clocks": [["Europe/London|Europe/Belfast|GB", [0, 0]]],
    "serves": {},
}

LONDON = LINES["clocks"][0]
MOSCOW = ["Europe/Moscow|Europe/Simferopol", [0, 10800]]

TIME = "{HH}:{mm}"
_WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")


def _events():
    found = {}
    for kind, words in (("opens", "Opens"), ("closes", "Closes"), ("changes", "next change")):
        found[kind] = f"{words} {TIME}"
        for number, day in enumerate(_WEEKDAYS, 1):
            found[f"{kind}_{number}"] = f"{words} {day} {TIME}"
            found[f"{kind}_on_{number}"] = f"{words} {day} {{day}} {{month}}, {TIME}"
    return found


WORDS = {
    "version": 1,
    "locale": "en",
    "dir": "ltr",
    "lang": "en",
    "lang_dir": "ltr",
    "until": LINES["until"],
    "fresh_for": LINES["fresh_for"],
    "open": "Open",
    "closed": "Closed",
    "unknown": "Not known whether somebody answers",
    "soon": f"Closes soon ⋅ {TIME}",
    "always": "Open day and night",
    "messages": "Takes messages",
    "messages_always": "Takes messages at any time",
    **_events(),
    "stale": "These hours could not be confirmed",
    "no_line": "No line is listed",
    "waiting": "Say first: {items}",
    "tier": "Tier",
    "not_said": "Not said",
    "coming": "In the next 30 days",
    "coming_parts": "in some parts of the country",
    "from": "From {instant}",
    "other_hours": "Other hours",
    "all_day": "Open all day",
    "short_unknown": "Not known",
    "others": "If it does not work",
    "something_else": "For something else",
    "other_ways": "Other ways",
    "guesses": "Not listed, but perhaps",
    "withheld": "Listed, but not for dialling",
    "zone": "Times are those of {zone}",
    "link_phone": "Call {name}, {number}",
    "link_sms": "Send a text message to {name}, {number}",
    "any_language": "Any language",
    "assumed": "assumed",
    "interpreter": "through an interpreter",
    "cost_free": "free",
    "cost_international": "international call",
    "cost_unknown": "cost not known",
    "channel_email": "E-mail",
    "step_press": "Press {what}",
    "step_wait": "Wait: {what}",
    "because_time_zone_not_given": "It depends on the time zone",
    "note_landline_only": "Only from landlines",
    "note_only_for": "Only for: {items}",
    "note_holidays_not_stated": "The hours do not mention public holidays",
    "date": "{day} {month}",
    "time": TIME,
    "moment": f"{{day}} {{month}}, {TIME}",
    "months": ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"],
    "halves": [],
    "languages": {"en": "English", "ru": "Russian", "fr": "French"},
    "list": ", ",
}

ARABIC = {
    **WORDS,
    "locale": "ar",
    "dir": "rtl",
    "languages": {"en": "الإنجليزية", "ru": "الروسية", "fr": "الفرنسية"},
    "list": "، ",
}


def lines(**changes):
    """Return the file of lines, with some of its keys changed."""
    return {**copy.deepcopy(LINES), **changes}


def only(choice, *tracks, **changes):
    """Return a file with one answer for whoever asks; *tracks* are those of its options."""
    return lines(asks=[], answers=[[0, 0, *tracks]], choices=[choice], **changes)


def words(**changes):
    """Return the English words, with some of their keys changed."""
    return {**copy.deepcopy(WORDS), **changes}


def second(at):
    """Return an instant in seconds since 1970."""
    return datetime.fromisoformat(f"{at}+00:00").timestamp()
