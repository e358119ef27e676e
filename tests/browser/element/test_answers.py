"""What the modules of the element make of a feed, in node: tables worked out by hand."""

from __future__ import annotations

import json
from datetime import datetime
from pathlib import Path

import pytest

import supportlines.web.element

from browsing.lines import LINES, MONDAY, lines, only, words
from browsing.node import run_module

LONDON = LINES["clocks"][0]
SOURCE = Path(supportlines.web.element.__file__).parent / "source"
SCRIPT = """
import { readFileSync } from "node:fs";
const [module, name, args] = JSON.parse(readFileSync(0, "utf-8"));
const found = (await import(module))[name](...args);
process.stdout.write(JSON.stringify(found) ?? "null");
"""


@pytest.fixture
def ask(request):
    """Return a function that calls one of a module: ``ask("answering", "wishOf", "fr-CA")``."""

    def ask(module, name, *args):
        url = (SOURCE / f"{module}.js").as_uri()
        given = json.dumps([url, name, args])
        return json.loads(run_module(request.config, SCRIPT, given=given))

    return ask


def second(at):
    """Return an instant in seconds since 1970."""
    return datetime.fromisoformat(f"{at}+00:00").timestamp()


@pytest.mark.parametrize(
    ("tag", "expected"),
    [
        ("fr-CA", "fr"),
        ("EN", "en"),
        ("iw", "he"),  # today's name
        ("zh", "zh"),
        ("zh-HK", "zh-HK"),
        ("zh-Hant-MO", "zh-HK"),
        ("zh-Hans-HK", "zh"),
        ("zh-TW", "zh"),
        ("en-US@posix", None),  # some browsers say so
        ("", None),
    ],
)
def test_wanted_languages_have_keys(ask, tag, expected):
    """The primary language, but for the Chinese of Hong Kong and Macao."""
    assert ask("answering", "wishOf", tag) == expected


@pytest.mark.parametrize(
    ("tag", "wish", "expected"),
    [
        ("de", "gsw", True),
        ("de", "sw", False),  # a part of "gsw"
        ("de", "de", True),
        ("pt-BR", "pt", True),  # no entry: its own language
        ("pt-BR", "es", False),
    ],
)
def test_a_spoken_language_serves_wishes(ask, tag, wish, expected):
    """Those that the feed lists for it, or its own."""
    assert ask("answering", "serves", {"serves": {"de": "de gsw lb"}}, tag, wish) is expected


ASKS = {
    "country": "DE",
    "serves": {"de": "de gsw"},
    "asks": [
        {"name": "tier", "groups": [["standard"], ["premium", "gold"]], "default": 1},
        {"name": "calling_from", "groups": [["KZ"], ["*"]]},
        {"name": "language", "sets": True, "groups": [["de"], ["fr"]]},
    ],
}


@pytest.mark.parametrize(
    ("place", "said", "wishes", "expected"),
    [
        (0, {}, [], 1),
        (0, {"tier": "standard"}, [], 1),
        (0, {"tier": "gold"}, [], 2),
        (0, {"tier": "silver"}, [], 1),  # in no group: what is meant by default
        (1, {"calling_from": "KZ"}, [], 1),
        (1, {"calling_from": "FR"}, [], 2),  # any other country
        (1, {"calling_from": False}, [], 0),  # at home
        (2, {}, [], 0),
        (2, {}, ["gsw"], 1),
        (2, {}, ["fr", "de"], 3),
        (2, {}, ["ja"], 4),  # none of them
        (2, {}, ["ja", "fr"], 6),
    ],
)
def test_what_is_said_is_a_digit(ask, place, said, wishes, expected):
    """The number of the group that holds it; of languages, a bit for each group."""
    found = ask("answering", "digitOf", ASKS, ASKS["asks"][place], said, wishes)

    assert (found or 0) == expected


def test_the_last_ask_varies_fastest(ask):
    """The table is a number of mixed radix: 2 tiers, 3 places, 8 sets of languages.

    A tier is always said, by default the first; the clock is that of who says no zone.
    """
    feed = {
        **ASKS,
        "table": [0] + [1] * 47,  # written as steps: 0 to 47
        "answers": [[0]] + [[1]] * 47,
        "choices": [{"notes": place} for place in range(48)],
        "clocks": ["UTC"],
    }

    said = {"tier": "gold", "calling_from": "KZ"}
    answer, clock = ask("answering", "answerFor", feed, said, ["fr"])

    assert (answer["notes"], clock) == ((1 * 3 + 1) * 8 + 2, "UTC")


def test_an_answer_is_a_choice_with_tracks(ask):
    """Written as what is added to the one before; the last track is that of all that are left."""
    feed = {
        "asks": [],
        "table": [2],
        "answers": [[1, 4, 5], [-1, 1, -1, 7], [1, 2]],
        "choices": [{}, {"options": [3, 1], "other_ways": [2], "waiting": ["brand"]}],
        "clocks": ["UTC"],
    }

    (answer, _) = ask("answering", "answerFor", feed, {}, [])

    assert answer == {
        "options": [[3, 7], [1, 7]], "other_ways": [[2, 7]], "guesses": [], "waiting": ["brand"],
    }  # fmt: skip


TRACK = {"edges": [0, 0, 540, 1, 60, -1, 60, 1, 360, 0], "last": 5000}
FEED = {"told": [[0, 1, 1], [1, 0]], "from": MONDAY, "unit": 60}


@pytest.mark.parametrize(
    ("minute", "state", "change", "next_edge"),
    [
        (-1 / 60, None, 5000, 0),  # before the first edge nothing is told
        (0, 0, 540, 540),
        (540 - 1 / 60, 0, 540, 540),
        (540, 1, 1020, 600),  # an edge belongs to what begins
        (599, 1, 1020, 600),  # being away is no change of state
        (600, None, 5000, 660),
        (660, 1, 1020, 1020),
        (1020, 0, 5000, None),  # beyond the horizon: what is told to be the next
    ],
)
def test_a_track_tells_the_state_and_its_next_change(ask, minute, state, change, next_edge):
    """Half-open; changes are instants, and so is the next edge."""
    told, changes_at, following = ask("answering", "heldAt", FEED, TRACK, MONDAY + minute * 60)

    assert (told and told[0]) == state
    assert changes_at == MONDAY + change * 60
    assert following == (None if next_edge is None else MONDAY + next_edge * 60)


@pytest.mark.parametrize(
    ("minute", "state", "change"),
    [(1, 1, 2), (2, 0, 3), (3, 1, 4), (6, 0, 7), (7, 1, 8), (8, 0, None)],
)
def test_edges_that_repeat_are_written_once(ask, minute, state, change):
    """A list and how often it stands there."""
    track = {"edges": [0, 0, [[1, 1, 1, 0], 3], 1, 1, 1, 0]}

    told, changes_at, _ = ask("answering", "heldAt", FEED, track, MONDAY + minute * 60)

    assert (told[0], changes_at) == (state, change and MONDAY + change * 60)


@pytest.mark.parametrize(("minute", "change"), [(0, 700), (540, None)])
def test_a_track_may_name_its_changes(ask, minute, change):
    """Where they are not those of its edges; null stands for none."""
    track = {"edges": [0, 0, 540, 1], "changes": [700, None], "last": 900}

    _, changes_at, _ = ask("answering", "heldAt", FEED, track, MONDAY + minute * 60)

    assert changes_at == (change and MONDAY + change * 60)


def test_an_hour_counted_in_seconds(ask):
    """A unit of one second, for edges that are not on a minute."""
    feed = {**FEED, "unit": 1}
    track = {"edges": [0, 0, 30, 1]}

    states = [ask("answering", "heldAt", feed, track, MONDAY + at)[0][0] for at in (29.9, 30)]

    assert states == [0, 1]


def option(told, place=0, **facts):
    """Return an option, what is told of it, and its place in the file."""
    return {"languages": ["en"], **facts, "place": [place], "told": told}


ORDER = [
    ("open, second wish", option([1], languages=["fr"])),
    ("not known", option([2])),
    ("open, languages not known", option([1], languages=["ja"], assumed=True)),
    ("open, no language", option([1], 1, languages=[])),
    ("open, another language", option([1], languages=["ja"])),
    ("not known, another language", option([2], languages=["ja"])),
    ("closed, opens sooner", option([0, 1, 1], 9, opens=10)),
    ("closed, opens later", option([0, 1, 1], 1, opens=20)),
    ("closed, nobody knows when it opens", option([0, 2], 0, opens=5)),
    ("closed, another language", option([0, 1, 1], 0, languages=["ja"], opens=1)),
    ("takes messages", option([1], mode="message")),
    ("takes none now", option([0, 1, 1], mode="message", opens=3)),
    ("takes messages in another language", option([1], mode="message", languages=["ja"])),
]
"""Best first, for who wants English and French."""


def test_options_stand_in_the_order_of_the_reference(ask):
    """Each group of docs/reference/order.md, and places within groups."""
    first = ("open, wanted", option([1], 5))
    ordered = [first, *ORDER]
    feed = {
        "from": 0,
        "unit": 1,
        "serves": {},
        "told": [one["told"] for _, one in ordered],
        "options": [one for _, one in ordered],
        "tracks": [
            {"edges": [0, i], **({"last": one["opens"]} if "opens" in one else {})}
            for i, (_, one) in enumerate(ordered)
        ],
    }
    names = [name for name, _ in ordered]
    for i, (_, one) in enumerate(ordered):
        one["line"] = names[i]
    pairs = [[i, i] for i in reversed(range(len(ordered)))]

    found = ask("answering", "optionsAt", feed, pairs, ["en", "fr"], 0)

    assert [one["line"] for one in found] == names


def test_who_serves_anybody_is_as_good_as_who_speaks_it(ask):
    """A line that serves any language serves the first wish."""
    feed = {
        "from": 0, "unit": 1, "serves": {}, "told": [[1]], "tracks": [{"edges": [0, 0]}],
        "options": [
            {"line": "one", "languages": ["fr"], "place": [0]},
            {"line": "any", "languages": ["en"], "any": "interpreter", "place": [0]},
        ],
    }  # fmt: skip

    found = ask("answering", "optionsAt", feed, [[0, 0], [1, 0]], ["sw", "fr"], 0)

    assert [(one["line"], one.get("tag")) for one in found] == [("any", None), ("one", "fr")]


PREFIXES = {"011": "US CA", "8~10": "RU", "+": "BR"}
NUMBERS = [
    {
        "home": "020 7946 0958", "abroad": "44 20 7946 0958",
        "cost": "national", "cost_abroad": "international", "costs": {"local": ["US"]},
    },
    {
        "e164": "+80012345678", "home": "00 800 1234 5678", "abroad": "800 1234 5678",
        "press": {"8 10 800 1234 5678": ["KZ"]}, "cost": "free",
    },
    {
        "home": "100167", "press": {"00 100167": ["QA"]}, "uri": "tel:100167;phone-context=+44",
        "uris": {"tel:100167;phone-context=+974": ["QA"]},
    },
    {"e164": "+12025550123", "same": "+1 202 555 0123"},
]  # fmt: skip
MAIN = "tel:+442079460958"
MAIL = {"contact": "help@support.example", "uri": "mailto:help@support.example", "cost": "free"}
CHAT = "https://chat.example/1"


@pytest.mark.parametrize(
    ("option", "country", "expected"),
    [
        ({"number": 0}, "GB", ["020 7946 0958", MAIN, "national"]),
        ({"number": 0, "keys": ",1"}, "US", ["011 44 20 7946 0958", f"{MAIN},1", "local"]),
        ({"number": 0}, "RU", ["8~10 44 20 7946 0958", MAIN, "international"]),
        ({"number": 0}, "BR", ["+44 20 7946 0958", MAIN, "international"]),
        ({"number": 0, "cost": "free"}, "FR", ["00 44 20 7946 0958", MAIN, "free"]),
        ({"number": 1}, "KZ", ["8 10 800 1234 5678", "tel:+80012345678", "free"]),
        ({"number": 2}, "GB", ["100167", "tel:100167;phone-context=+44", None]),
        ({"number": 2}, "QA", ["00 100167", "tel:100167;phone-context=+974", None]),
        (
            {"number": 0, "channel": "sms", "keys": "?body=HELP"},
            "GB",
            ["020 7946 0958", "sms:+442079460958?body=HELP", "national"],
        ),
        ({"number": 0, "channel": "textphone"}, "GB", ["020 7946 0958", MAIN, "national"]),
        ({"number": 3, "channel": "messaging"}, "GB", ["+1 202 555 0123", "", None]),
        ({"number": 3, "uri": CHAT}, "GB", ["+1 202 555 0123", CHAT, None]),
        (MAIL, "GB", ["help@support.example", "mailto:help@support.example", "free"]),
        ({"contact": "on your card"}, "GB", ["on your card", None, None]),
    ],
)
def test_what_is_pressed_depends_on_where_the_phone_stands(ask, option, country, expected):
    """At home, with the prefix of a country, as listed for one, or the same everywhere.

    So does what it costs.
    """
    feed = {"country": "GB", "numbers": NUMBERS}

    assert ask("answering", "dialOf", feed, option, PREFIXES, country)[:3] == expected


@pytest.mark.parametrize(
    ("option", "country", "expected"),
    [
        ({"number": 0}, "BR", "carrier_prefix"),
        ({"number": 4}, "GB", "trunk_prefix_unknown"),
        ({"number": 0}, "FR", False),
        ({"number": 3}, "BR", False),  # services of messages know people by it
    ],
)
def test_a_plus_is_noted(ask, option, country, expected):
    """What is pressed instead depends on the carrier abroad, and is not known at home."""
    feed = {"country": "GB", "numbers": [*NUMBERS, {"home": "+44 20 7946 0958"}]}

    assert ask("answering", "dialOf", feed, option, PREFIXES, country)[3] == expected


@pytest.mark.parametrize(
    ("locale", "expected"),
    [("ar", "عام"), ("ar-EG", "عام"), ("ar_EG", "عام"), ("pt-BR", "Geral"), ("fr", "General")],
)
def test_texts_are_those_of_the_locale_or_the_next_best(ask, locale, expected):
    """The locale's, its language's, English."""
    text = {"de": "Allgemein", "en": "General", "ar": "عام", "pt-BR": "Geral"}

    assert ask("wording", "within", text, {"locale": locale}) == expected
    assert ask("wording", "within", {"de": "Allgemein"}, {"locale": locale}) == "Allgemein"
    assert ask("wording", "within", "Night line", {"locale": locale}) == "Night line"


@pytest.mark.parametrize(
    ("at", "expected"),
    [
        ("2026-11-23T08:59:59", "Closed ⋅ Opens 09:00"),
        ("2026-11-23T09:00:00", "Open ⋅ Closes 17:00"),
        ("2026-11-23T15:59:59", "Open ⋅ Closes 17:00"),
        ("2026-11-23T16:00:00", "Closes soon ⋅ 17:00"),
        ("2026-11-23T17:00:00", "Closed ⋅ Opens Tue 09:00"),
        ("2026-11-27T23:59:59", "Closed ⋅ Opens Mon 09:00"),
        ("2026-11-30T00:00:00", "Closed ⋅ Opens 09:00"),
        ("2026-12-24T17:00:00", "Closed ⋅ Opens Mon 09:00"),
        ("2026-12-25T12:00:00", "Closed ⋅ Christmas Day ⋅ Opens Mon 09:00"),
        ("2027-02-19T17:00:00", "Closed ⋅ Opens Mon 09:00"),
    ],
)
def test_the_state_and_what_follows_are_clauses(ask, at, expected):
    """The main line, in the course of its weeks."""
    view = ask("blocks", "viewOf", LINES, words(), {"tier": "standard"}, [], "GB", "", second(at))
    main = next(one for one in view["options"] if one["line"] == "main")

    assert main["text"] == expected


@pytest.mark.parametrize(
    ("told", "change", "expected"),
    [
        ([1, 0], "2026-11-29T23:30:00", "Open ⋅ Closes Sun 23:30"),
        ([1, 0], "2026-11-30T00:00:00", "Open ⋅ Closes Mon 30 Nov, 00:00"),  # a week from today
        ([1, 0], "2026-11-24T09:00:00", "Open ⋅ Closes Tue 09:00"),
        ([0, 2], "2026-11-23T17:00:00", "Closed ⋅ next change 17:00"),
        ([2, 1], "2026-11-28T09:00:00",
         "Not known whether somebody answers ⋅ next change Sat 09:00"),
        ([1, 2], "2026-11-23T12:30:00", "Open ⋅ next change 12:30"),  # not soon closed
        ([1, 0, None, None, "Inventory"], "2026-11-23T12:30:00",
         "Closes soon ⋅ 12:30 ⋅ Inventory"),
        ([1, 0, None, None, "Inventory"], "2026-11-23T17:00:00",
         "Open ⋅ Closes 17:00 ⋅ Inventory"),
        ([1], None, "Open day and night"),
        ([0], None, "Closed"),
        ([2], None, "Not known whether somebody answers"),
    ],
)  # fmt: skip
def test_what_follows_is_a_time_a_weekday_or_a_date(ask, told, change, expected):
    """At noon on Monday, 23 November 2026."""
    at = second("2026-11-23T12:00:00")
    given = {"told": told, "changesAt": change and second(change)}

    assert ask("wording", "stateOf", LINES, given, LONDON, words(), at) == expected


@pytest.mark.parametrize(
    ("told", "change", "expected"),
    [
        ([1, None], None, "Takes messages at any time"),
        ([1, 0], 3600, "Takes messages ⋅ Closes 13:00"),
        ([0, 1], 3600, "Closed ⋅ Opens 13:00"),
    ],
)
def test_a_line_that_takes_messages_says_so(ask, told, change, expected):
    """Nobody answers there while one waits."""
    at = second("2026-11-23T12:00:00")
    given = {"mode": "message", "told": told, "changesAt": change and at + change}

    assert ask("wording", "stateOf", LINES, given, LONDON, words(), at) == expected


@pytest.mark.parametrize(
    ("at", "change", "expected"),
    [
        ("2026-11-28T23:00:00", "2026-11-29T08:00:00", "Closed ⋅ Opens 17:00"),  # by +09:00
        ("2026-11-29T10:00:00", "2026-11-30T00:00:00", "Closed ⋅ Opens Mon 10:00"),  # +10:00
    ],
)
def test_times_are_those_of_the_clock_of_the_answer(ask, at, change, expected):
    """A clock that is put on by an hour at 2026-11-29T15:00Z, nine hours east until then."""
    given = {"told": [0, 1], "changesAt": second(change)}
    clock = {"zone": "Asia/Tokyo", "offsets": [0, 540, 6 * 24 * 60 + 15 * 60, 600]}

    assert ask("wording", "stateOf", LINES, given, clock, words(), second(at)) == expected


def nodes_of(node, name):
    """Return the texts of all nodes of a class, in order; those without a text are left out."""
    _, own, properties, *children = node
    found = [properties["textContent"]] if own == name and properties.get("textContent") else []
    for child in children[0] if children else []:
        found += nodes_of(child, name) if child else []
    return found


def view(ask, feed, at="2026-11-24T10:00:00", **caller):
    """Return what an element shows for one caller."""
    said = caller.get("said", {"tier": "standard"})
    wishes, zone = caller.get("wishes", []), caller.get("zone", "Europe/London")
    came_from = caller.get("calling_from", "GB")
    found = ask("blocks", "viewOf", feed, words(), said, wishes, came_from, zone, second(at))
    found["root"] = ["div", "now", {}, found["nodes"]]
    return found


def test_an_answer_is_shown_whole(ask):
    """The best option with all its facts, the others, other ways, what is withheld, and notes."""
    found = view(ask, LINES)
    root = found["root"]

    assert found["state"] == "open"
    assert found["news"][2]["textContent"] == "Main line: Open ⋅ Closes 17:00"
    assert nodes_of(root, "title") == [
        "If it does not work", "Other ways", "Listed, but not for dialling",
    ]  # fmt: skip
    assert nodes_of(root, "state") == [
        "Open ⋅ Closes 17:00", "Open day and night", "Takes messages at any time",
    ]  # fmt: skip
    assert nodes_of(root, "number") == [
        "020 7946 0958", "00 1 202 555 0123", "help@support.example",
    ]  # fmt: skip
    assert nodes_of(root, "fact") == [
        "English, Russian", "free",
        "French", "through an interpreter", "international call",
        "E-mail",
    ]  # fmt: skip
    assert nodes_of(root, "step") == ["Press 1 (Help)"]
    assert nodes_of(root, "note") == [
        "Only from landlines", "The hours do not mention public holidays",
    ]  # fmt: skip
    assert nodes_of(root, "withheld") == ["020 7946 0000"]
    assert nodes_of(root, "zone") == []


def test_whose_clock_it_is_is_said_to_visitors_of_another_zone(ask):
    """Once."""
    found = view(ask, LINES, zone="Asia/Kathmandu")

    assert nodes_of(found["root"], "zone") == ["Times are those of Europe/London"]


def test_options_are_told_to_programs(ask):
    """With the line, what is pressed, the link, the state and its change in milliseconds."""
    found = view(ask, LINES, said={"tier": "standard"}, calling_from="US")

    assert [{**one, "text": None} for one in found["options"]] == [
        {
            "line": "main", "dial": "011 44 20 7946 0958", "uri": "tel:+442079460958,1",
            "state": "open", "changesAt": (MONDAY + 86400 + 17 * 3600) * 1000, "text": None,
        },
        {
            "line": "abroad", "dial": "011 1 202 555 0123", "uri": "tel:+12025550123",
            "state": "open", "changesAt": None, "text": None,
        },
    ]  # fmt: skip


def test_the_language_is_that_of_the_best_wish(ask):
    """Of a line that speaks several, who wants Russian is told Russian."""
    found = view(ask, LINES, wishes=["ru"])

    assert nodes_of(found["root"], "fact")[0] == "Russian"


def test_what_must_be_said_first_is_told(ask):
    """Without options the state is not known."""
    asks = [{"name": "brand", "title": "Which brand?", "groups": [["a"], ["b"]], "required": True}]
    feed = lines(
        asks=asks,
        table=[0, 0, 0],
        answers=[[0, 0]],
        choices=[{"options": [], "waiting": ["brand"]}],
    )

    found = view(ask, feed, said={})

    assert found["state"] == "unknown"
    assert nodes_of(found["root"], "state") == ["Say first: Which brand?"]


def test_where_no_line_is_listed_that_is_said(ask):
    """With the guesses below."""
    feed = only({"options": [], "guesses": [0]}, 0)

    found = view(ask, feed)

    assert found["state"] == "no_line"
    assert nodes_of(found["root"], "state")[0] == "No line is listed"
    assert nodes_of(found["root"], "title") == ["Not listed, but perhaps"]


@pytest.mark.parametrize(
    ("uri", "is_link"),
    [
        ("tel:+442079460958,1", True),
        ("tel:100167;phone-context=+974", True),
        ("tel:%232700", True),
        ("sms:+442079460958?body=HELP%20me", True),
        ("https://support.example/help?a=1#b", True),
        ("mailto:help@support.example", True),
        ("javascript:alert(1)", False),
        ("JavaScript:alert(1)", False),
        ("data:text/html,x", False),
        ("http://support.example", False),
        ("//support.example", False),
        ("tel:+44\njavascript:alert(1)", False),
        ('https://support.example/"onclick=', False),
        ("x tel:+44", False),
    ],
)  # fmt: skip
def test_only_what_is_safe_is_linked_to(ask, uri, is_link):
    """Anything else is shown as text."""
    option = {"line": "x", "contact": "Press", "uri": uri, "place": [0]}
    feed = only({"options": [0]}, 1, options=[option])

    found = view(ask, feed)
    contact = found["nodes"][0][3][2]

    assert (contact[0], contact[2].get("href")) == (("a", uri) if is_link else ("span", None))
