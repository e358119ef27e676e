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
if (["optionsAt", "viewOf"].includes(name)) args.push(() => {}); // who is told when to look
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
        ("iw", "iw"),  # the feed knows it by its old name too
        ("zh", "zh"),
        ("zh-HK", "zh-HK"),
        ("zh-Hant-MO", "zh-HK"),
        ("zh-Hans-HK", "zh"),
        ("zh-TW", "zh"),
        ("en-US@posix", "en"),  # some browsers say so
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
    assert ask("answering", "serves", {"serves": {"de": "de|gsw|lb"}}, tag, wish) is expected


ASKS = {
    "country": "DE",
    "serves": {"de": "de|gsw"},
    "asks": [
        {"name": "tier", "groups": ["standard", "premium|gold"], "default": 1},
        {"name": "calling_from", "groups": ["KZ", "*"]},
        {"name": "language", "sets": True, "groups": ["de", "fr"]},
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
    """Answers are in mixed radix: 2 tiers, 3 places, 8 sets of languages.

    A tier is always said, by default the first.
    """
    feed = {**ASKS, "answers": [[0, 9]] + [[1, 0]] * 47}  # written as steps: 0 to 47

    said = {"tier": "gold", "calling_from": "KZ"}

    assert ask("answering", "answerFor", feed, said, ["fr"]) == [(1 * 3 + 1) * 8 + 2, 9]


def test_an_answer_is_written_as_what_is_added_to_the_one_before(ask):
    """What that one has not is added to nothing."""
    feed = {
        "asks": [{"name": "tier", "groups": ["a", "b"]}],
        "answers": [[1, 0, 5], [-1, 1, -1, 7], [1, 0]],
    }

    found = [ask("answering", "answerFor", feed, {"tier": one}, []) for one in (None, "a", "b")]

    assert found == [[1, 0, 5], [0, 1, 4, 7], [1, 1]]


TRACK = [0, 0, 540, 1, 60, -1, 60, 1, 360, 0, 3980, 1]
FEED = {
    "told": [["closed", 6, 7, 1, "opens"], ["open", 1, 4, 0, "closes"]],
    "tracks": [TRACK],
    "from": MONDAY,
    "unit": 60,
}


@pytest.mark.parametrize(
    ("minute", "state", "change", "next_edge"),
    [
        (0, "closed", 540, 540),
        (540 - 1 / 60, "closed", 540, 540),
        (540, "open", 1020, 600),  # an edge belongs to what begins
        (599, "open", 1020, 600),  # being away is no change of state
        (660, "open", 1020, 1020),
        (1020, "closed", 5000, 5000),  # beyond the horizon: what is told to be the next
    ],
)
def test_a_track_tells_the_state_and_its_next_change(ask, minute, state, change, next_edge):
    """Half-open; changes are instants, and so is the next edge."""
    told, changes_at, later = ask("answering", "heldAt", FEED, 0, MONDAY + minute * 60)

    assert told[0] == state
    assert changes_at == MONDAY + change * 60
    assert later[0][0] == MONDAY + next_edge * 60


def test_while_an_option_is_away_nothing_is_told(ask):
    """But when it may be back."""
    told, _, later = ask("answering", "heldAt", FEED, 0, MONDAY + 630 * 60)

    assert (told, later[0][0]) == ([], MONDAY + 660 * 60)


@pytest.mark.parametrize(("minute", "change"), [(0, 700), (540, 0)])
def test_what_is_told_may_name_its_change(ask, minute, change):
    """Where it is not that of the edges; 0 stands for none."""
    told = [["closed", 6, 7, 1, "opens", *[None] * 4, 700], ["open", 1, 4, 0, *[None] * 5, 0]]
    feed = {**FEED, "told": told, "tracks": [[0, 0, 540, 1, 60, 0]]}

    _, changes_at, _ = ask("answering", "heldAt", feed, 0, MONDAY + minute * 60)

    assert changes_at == change


def test_an_hour_counted_in_seconds(ask):
    """A unit of one second, for edges that are not on a minute."""
    feed = {**FEED, "unit": 1, "tracks": [[0, 0, 30, 1]]}

    states = [ask("answering", "heldAt", feed, 0, MONDAY + at)[0][0] for at in (29.9, 30)]

    assert states == ["closed", "open"]


def option(told, place=0, **facts):
    """Return an option, what is told of it, and its place in the file."""
    return {"languages": ["en"], **facts, "place": place, "told": told}


OPEN, OPEN_NO_LANGUAGE, UNKNOWN = ["open", 1, 4, 0], ["open", 1, 3, 0], ["unknown", 2, 5, 0]
CLOSED, NOT_OPENING = ["closed", 6, 7, 1], ["closed", 6, 7, 2]
MESSAGES, NO_MESSAGES = ["open", 8, 9, 0], ["closed", 8, 9, 0]

ORDER = [
    ("open, second wish", option(OPEN, languages=["fr"])),
    ("not known", option(UNKNOWN)),
    ("open, languages not known", option(OPEN_NO_LANGUAGE, languages=["ja"])),
    ("open, no language", option(OPEN_NO_LANGUAGE, 1, languages=[])),
    ("open, another language", option(OPEN, languages=["ja"])),
    ("not known, another language", option(UNKNOWN, languages=["ja"])),
    ("closed, opens sooner", option(CLOSED, 9, opens=10)),
    ("closed, opens later", option(CLOSED, 1, opens=20)),
    ("closed, nobody knows when it opens", option(NOT_OPENING, 0, opens=5)),
    ("closed, another language", option(CLOSED, 0, languages=["ja"], opens=1)),
    ("takes messages", option(MESSAGES, 5)),
    ("takes none now", option(NO_MESSAGES, 1, opens=3)),
    ("takes messages in another language", option(MESSAGES, languages=["ja"])),
]
"""Best first, for who wants English and French."""


def test_options_stand_in_the_order_of_the_reference(ask):
    """Each group of docs/reference/order.md, and places within groups."""
    first = ("open, wanted", option(OPEN, 5))
    ordered = [first, *ORDER]
    feed = {
        "from": 0,
        "unit": 1,
        "asks": [],
        "serves": {},
        "told": [*(one["told"] for _, one in ordered), ["open"], ["closed"]],
        "options": [one for _, one in ordered],
        "tracks": [
            [0, i, *([one["opens"], len(ordered)] if "opens" in one else [])]
            for i, (_, one) in enumerate(ordered)
        ],
    }
    names = [name for name, _ in ordered]
    for i, (_, one) in enumerate(ordered):
        one["line"] = names[i]
    places = list(reversed(range(len(ordered))))

    found = ask("answering", "optionsAt", feed, places, places, ["en", "fr"], 0)

    assert [one["line"] for one in found] == names


@pytest.mark.parametrize(
    ("named", "expected"),
    [
        ([], [("any", None), ("one", "fr")]),
        (["de"], [("any", None), ("one", "fr")]),
        (["sw"], [("one", "fr"), ("any", None)]),  # who wants that is told by itself
    ],
)
def test_who_serves_anybody_is_as_good_as_who_speaks_it(ask, named, expected):
    """A line that serves any language serves the first wish, if no reply names that."""
    asks = [{"name": "language", "groups": named, "sets": True}] if named else []
    feed = {
        "from": 0, "unit": 1, "asks": asks, "serves": {}, "told": [OPEN], "tracks": [[0, 0]],
        "options": [
            {"line": "one", "languages": ["fr"], "place": 0},
            {"line": "any", "languages": ["en"], "any": [["any_language"]], "place": 1},
        ],
    }  # fmt: skip

    found = ask("answering", "optionsAt", feed, [0, 1], [0], ["sw", "fr"], 0)

    assert [(one["line"], one.get("tag")) for one in found] == expected


PREFIXES = {"US": "011", "RU": "8~10", "FR": "00"}
MAIN = "tel:+442079460958"
CHAT = "https://chat.example/1"
PLAN = "tel:100167;phone-context="
CONTACTS = [
    [
        ["020 7946 0958", MAIN, "cost_national", "GB"],
        ["+44 20 7946 0958", MAIN, "cost_local", "US|AR"],
        ["+44 20 7946 0958", MAIN, "cost_international"],
    ],
    [
        ["8 10 800 1234 5678", "tel:+80012345678", "cost_free", "KZ"],
        ["+800 1234 5678", "tel:+80012345678", "cost_free"],
    ],
    [["100167", f"{PLAN}+44", None, "GB"], ["00 100167", f"{PLAN}+974", None, "QA"]],
    [["+1 202 555 0123", CHAT, None, None, ""]],
    [["help@support.example", "mailto:help@support.example", "cost_free"]],
    [["on your card"]],
    [["+44 20 7946 0958", MAIN, None, "GB", "note_trunk_prefix_unknown"]],
]


@pytest.mark.parametrize(
    ("contact", "country", "expected"),
    [
        (0, "GB", ["020 7946 0958", MAIN, "cost_national"]),
        (0, "US", ["011 44 20 7946 0958", MAIN, "cost_local"]),
        (0, "RU", ["8~10 44 20 7946 0958", MAIN, "cost_international"]),
        (0, "BR", ["+44 20 7946 0958", MAIN, "cost_international"]),
        (1, "KZ", ["8 10 800 1234 5678", "tel:+80012345678", "cost_free"]),
        (1, "FR", ["00 800 1234 5678", "tel:+80012345678", "cost_free"]),
        (2, "GB", ["100167", f"{PLAN}+44", None]),
        (2, "QA", ["00 100167", f"{PLAN}+974", None]),
        (3, "FR", ["+1 202 555 0123", CHAT, None]),
        (4, "FR", ["help@support.example", "mailto:help@support.example", "cost_free"]),
        (5, "GB", ["on your card", None, None]),
    ],
)
def test_what_is_pressed_depends_on_where_the_phone_stands(ask, contact, country, expected):
    """At home, with the prefix of a country, as listed for one, or the same everywhere.

    So does what it costs.
    """
    given = [{"contacts": CONTACTS}, {"contact": contact}, country, PREFIXES.get(country)]

    assert ask("answering", "dialOf", *given)[:3] == expected


def test_keys_stand_behind_the_link(ask):
    """Of a menu, or the text of a message."""
    given = [{"contacts": CONTACTS}, {"contact": 0, "keys": ",1"}, "GB"]

    assert ask("answering", "dialOf", *given)[1] == f"{MAIN},1"


@pytest.mark.parametrize(
    ("contact", "country", "expected"),
    [
        (0, "BR", "note_carrier_prefix"),
        (6, "GB", "note_trunk_prefix_unknown"),
        (0, "FR", None),
        (3, "BR", ""),  # services of messages know people by it
    ],
)
def test_a_plus_is_noted(ask, contact, country, expected):
    """What is pressed instead depends on the carrier abroad, and is not known at home."""
    given = [{"contacts": CONTACTS}, {"contact": contact}, country, PREFIXES.get(country)]

    assert ask("answering", "dialOf", *given)[3] == expected


@pytest.mark.parametrize(
    ("locale", "expected"),
    [("ar", "عام"), ("ar-EG", "عام"), ("pt-BR", "Geral"), ("fr", "General")],
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
    nodes = view(ask, LINES, at)["nodes"]
    (main,) = (one for one in nodes if one[1] == "mainen,ru")

    assert nodes_of(main, "state") == [expected]


def row(state, event=None, *, next_why=None, key=None):
    """Return what is told of an option."""
    return [state, 0, 0, 0, event, None, next_why, None, key]


@pytest.mark.parametrize(
    ("told", "change", "expected"),
    [
        (row("open", "closes"), "2026-11-29T23:30:00", "Open ⋅ Closes Sun 23:30"),
        (row("open", "closes"), "2026-11-30T00:00:00", "Open ⋅ Closes Mon 30 Nov, 00:00"),
        (row("open", "closes"), "2026-11-24T09:00:00", "Open ⋅ Closes Tue 09:00"),
        (row("closed", "changes"), "2026-11-23T17:00:00", "Closed ⋅ next change 17:00"),
        (row("unknown", "changes"), "2026-11-28T09:00:00",
         "Not known whether somebody answers ⋅ next change Sat 09:00"),
        (row("open", "changes"), "2026-11-23T12:30:00", "Open ⋅ next change 12:30"),
        (row("open", "closes", next_why="Inventory"), "2026-11-23T12:30:00",
         "Closes soon ⋅ 12:30 ⋅ Inventory"),
        (row("open", "closes", next_why="Inventory"), "2026-11-23T17:00:00",
         "Open ⋅ Closes 17:00 ⋅ Inventory"),
        (row("open", key="always"), None, "Open day and night"),
        (row("closed"), None, "Closed"),
        (row("unknown"), None, "Not known whether somebody answers"),
    ],
)  # fmt: skip
def test_what_follows_is_a_time_a_weekday_or_a_date(ask, told, change, expected):
    """At noon on Monday, 23 November 2026."""
    at = second("2026-11-23T12:00:00")
    given = {"told": told, "changesAt": change and second(change)}

    assert ask("wording", "stateOf", given, LONDON, words(), at) == expected


@pytest.mark.parametrize(
    ("told", "change", "expected"),
    [
        (row("open", key="messages_always"), None, "Takes messages at any time"),
        (row("open", "closes", key="messages"), 3600, "Takes messages ⋅ Closes 13:00"),
        (row("closed", "opens"), 3600, "Closed ⋅ Opens 13:00"),
    ],
)
def test_a_line_that_takes_messages_says_so(ask, told, change, expected):
    """Nobody answers there while one waits."""
    at = second("2026-11-23T12:00:00")
    given = {"told": told, "changesAt": change and at + change}

    assert ask("wording", "stateOf", given, LONDON, words(), at) == expected


@pytest.mark.parametrize(
    ("at", "change", "expected"),
    [
        ("2026-11-28T23:00:00", "2026-11-29T08:00:00", "Closed ⋅ Opens 17:00"),  # by +09:00
        ("2026-11-29T10:00:00", "2026-11-30T00:00:00", "Closed ⋅ Opens Mon 10:00"),  # +10:00
    ],
)
def test_times_are_those_of_the_clock_of_the_answer(ask, at, change, expected):
    """A clock that is put on by an hour at 2026-11-29T15:00Z, nine hours east until then."""
    given = {"told": row("closed", "opens"), "changesAt": second(change)}
    clock = ["Asia/Tokyo", [0, 9 * 3600], [int(second("2026-11-29T15:00:00")), 10 * 3600]]

    assert ask("wording", "stateOf", given, clock, words(), second(at)) == expected


@pytest.mark.parametrize(
    ("pattern", "change", "expected"),
    [
        ("{h}:{mm} {ap}", "2026-11-23T00:05:00", "12:05 AM"),
        ("{h}:{mm} {ap}", "2026-11-23T11:59:00", "11:59 AM"),
        ("{h}:{mm} {ap}", "2026-11-23T12:00:00", "12:00 PM"),
        ("{h}:{mm} {ap}", "2026-11-23T23:30:00", "11:30 PM"),
        ("{HH}:{mm}", "2026-11-23T09:05:00", "09:05"),
        ("{dd} {month}", "2026-12-01T09:05:00", "01 Dec"),
        ("{day} {month}", "2026-12-01T09:05:00", "1 Dec"),
    ],
)
def test_times_and_dates_are_patterns(ask, pattern, change, expected):
    """With two halves of a day, or 24 hours."""
    at = second(change)
    given = {"told": row("closed", "opens"), "changesAt": at}
    said = words(opens=pattern, halves=["AM", "PM"])

    assert ask("wording", "stateOf", given, LONDON, said, at) == f"Closed ⋅ {expected}"


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        (["note_landline_only"], "Only from landlines"),
        (["note_only_for", "North"], "Only for: North"),
        (["note_only_for", ["North", {"en": "South"}]], "Only for: North, South"),
        (["step_press", "1"], "Press 1"),
        (["step_press", "1", [{"en": "Help"}, "en"]], "Press 1 (Help, en)"),
        (["step_wait"], "Wait: "),
        (["note_of_tomorrow", ["Shut"]], "Shut"),  # a code that the words do not have
    ],
)
def test_a_row_is_a_sentence(ask, given, expected):
    """Its key, what it speaks of, and what stands in brackets."""
    assert ask("wording", "sentence", given, words()) == expected


def nodes_of(node, name):
    """Return the texts of all nodes of a class, in order; those without a text are left out."""
    _, own, content, *_ = node
    if not isinstance(content, list):
        return [content] if own == name and content else []
    return [text for child in content for text in nodes_of(child, name)]


def view(ask, feed, at="2026-11-24T10:00:00", **caller):
    """Return what an element shows for one caller."""
    said = caller.get("said", {"tier": "standard"})
    wishes, zone = caller.get("wishes", []), caller.get("zone", "Europe/London")
    came_from, prefix = caller.get("calling_from", "GB"), caller.get("prefix", "00")
    given = [feed, words(), said, wishes, came_from, prefix, zone, second(at)]
    nodes, options = ask("blocks", "viewOf", *given)
    return {
        "nodes": nodes,
        "options": options,
        "state": nodes[0][4]["state"],
        "root": ["div", "now", nodes],
    }


def test_an_answer_is_shown_whole(ask):
    """The best option with all its facts, the others, other ways, what is withheld, and notes."""
    found = view(ask, LINES)
    root = found["root"]

    assert found["state"] == "open"
    assert [one[2] for one in found["nodes"][0][2][:2]] == ["Main line", "Open ⋅ Closes 17:00"]
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


TIMES = "Times are those of "
MOSCOW = ["Europe/Moscow|Europe/Simferopol", [0, 10800]]


@pytest.mark.parametrize(
    ("clock", "zone", "said", "expected"),
    [
        (LONDON, "Asia/Kathmandu", None, f"{TIMES}Europe/London"),
        (LONDON, "Europe/Belfast", None, None),  # another name of it
        (MOSCOW, "Asia/Kathmandu", "Europe/Simferopol", f"{TIMES}Europe/Simferopol"),
        (MOSCOW, "Europe/Simferopol", "Europe/Moscow", None),  # the same as the visitor's
        (MOSCOW, "Asia/Kathmandu", "Mars", f"{TIMES}Europe/Moscow"),
        ([""], "Asia/Kathmandu", None, f"{TIMES}Asia/Kathmandu"),
    ],
)
def test_whose_clock_it_is_is_said_to_visitors_of_another_zone(ask, clock, zone, said, expected):
    """Once: that which was said, if it is one of them; their own where the caller's is unknown."""
    said = {"tier": "standard", "time_zone": said or zone}
    found = view(ask, lines(clocks=[clock]), zone=zone, said=said)

    assert nodes_of(found["root"], "zone") == ([] if expected is None else [expected])


def test_options_are_told_to_programs(ask):
    """With the line, what is pressed, the link and the state."""
    found = view(ask, LINES, said={"tier": "standard"}, calling_from="US", prefix="011")

    assert found["options"] == [
        {
            "line": "main", "state": "open", "dial": "011 44 20 7946 0958",
            "uri": "tel:+442079460958,1",
        },
        {
            "line": "abroad", "state": "open", "dial": "011 1 202 555 0123",
            "uri": "tel:+12025550123",
        },
    ]  # fmt: skip


def test_the_language_is_that_of_the_best_wish(ask):
    """Of a line that speaks several, who wants Russian is told Russian."""
    found = view(ask, LINES, wishes=["ru"])

    assert nodes_of(found["root"], "fact")[0] == "Russian"


def test_what_must_be_said_first_is_told(ask):
    """Without options the state is not known."""
    asks = [{"name": "brand", "title": "Which brand?", "groups": ["a", "b"], "required": True}]
    feed = lines(
        asks=asks,
        answers=[[0, 0, 0], [0, 0, 0], [0, 0, 0]],
        choices=[{"options": [], "waiting": ["waiting", ["Which brand?"]]}],
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
        (" javascript:alert(1)", False),
        ("data:text/html,x", False),
        ("http://support.example", False),
        ("//support.example", False),
        ("x tel:+44", False),
        ("x\ntel:+44", False),
    ],
)  # fmt: skip
def test_only_what_is_safe_is_linked_to(ask, uri, is_link):
    """Anything else is shown as text."""
    option = {"line": "x", "contact": 0, "place": 0}
    feed = only({"options": [0]}, 1, options=[option], contacts=[[["Press", uri]]])

    found = view(ask, feed)
    contact = found["nodes"][0][2][2]

    assert contact[0] == ("a" if is_link else "span")
    assert (contact[3]["href"] if is_link else contact[3:]) == (uri if is_link else [])


@pytest.mark.parametrize(
    ("at", "expected"),
    [
        ("2026-11-25T00:00:00", []),
        ("2026-11-25T00:00:01", ["25 Dec ⋅ Christmas Day ⋅ Closed"]),
        ("2026-12-24T23:59:59", ["25 Dec ⋅ Christmas Day ⋅ Closed"]),
        ("2026-12-25T00:00:00", []),  # the state says it
    ],
)
def test_days_with_other_hours_are_told_before(ask, at, expected):
    """From thirty days before."""
    found = view(ask, only({"options": [0]}, 0), at)
    titles = nodes_of(found["root"], "title")

    assert nodes_of(found["root"], "day") == expected
    assert ("Other hours in the next 30 days" in titles) is bool(expected)


def test_days_of_the_best_option_alone_are_told(ask):
    """At night that is the line that answers day and night."""
    found = view(ask, LINES, "2026-12-24T23:59:59")

    assert [one["line"] for one in found["options"]] == ["abroad", "main"]
    assert nodes_of(found["root"], "day") == []


def because(state, why):
    """Return what is told for a reason."""
    return [state, 0, 0, 0, None, why]


USUAL = ["closed", 6, 7, 1, "opens"]


@pytest.mark.parametrize(
    ("later", "expected"),
    [
        # One day, of which the last second is told.
        ([("12-25T00:00", because("closed", "Feast")), ("12-26T00:00", USUAL)],
         ["25 Dec ⋅ Feast ⋅ Closed"]),
        # Several, in one piece or in many.
        ([("12-24T00:00", because("closed", "Feast")), ("12-27T00:00", USUAL)],
         ["24 Dec – 26 Dec ⋅ Feast ⋅ Closed"]),
        ([("12-24T12:00", because("closed", "Move")), ("12-25T09:00", ["open", 1, 4, 0, "closes"])],
         ["24 Dec – 25 Dec ⋅ Move ⋅ Closed"]),
        # Of a day whose hours are shorter nobody says that it is closed.
        ([("12-24T00:00", because("closed", "Eve")), ("12-24T10:00", because("open", "Eve")),
          ("12-24T14:00", because("closed", "Eve")), ("12-25T00:00", USUAL)],
         ["24 Dec ⋅ Eve ⋅ Open"]),
        ([("12-24T00:00", because("open", "Eve")), ("12-24T10:00", because("unknown", "Eve")),
          ("12-24T14:00", because("closed", "Eve")), ("12-25T00:00", USUAL)],
         ["24 Dec ⋅ Eve ⋅ Not known whether somebody answers"]),
        # An exception without a reason, in the language of the page.
        ([("12-24T00:00", because("closed", "")), ("12-25T00:00", USUAL)], ["24 Dec ⋅ Closed"]),
        ([("12-24T00:00", because("closed", {"ar": "عيد", "en": "Feast"})),
          ("12-25T00:00", USUAL)], ["24 Dec ⋅ Feast ⋅ Closed"]),
        # By which clock: two hours before midnight of London it is the next day in Moscow.
        ([("12-24T21:00", because("closed", "Feast")), ("12-25T21:00", USUAL)],
         ["25 Dec ⋅ Feast ⋅ Closed"]),
        # The end of the last one is behind the end of the file.
        ([("12-24T00:00", because("closed", "Feast"))], []),
        ([("12-24T00:00", USUAL), ("12-25T00:00", USUAL)], []),
        ([], []),
    ],
)  # fmt: skip
def test_days_to_come_are_told_once_each_with_its_best_state(ask, later, expected):
    """What is not known goes before all, open before closed."""
    given = {"later": [(second(f"2026-{since}:00"), told) for since, told in later]}
    clock = MOSCOW if later and later[0][0].endswith("21:00") else LONDON

    found = ask("wording", "daysOf", given, clock, words(), second("2026-12-01T00:00:00"))

    assert found == expected


@pytest.mark.parametrize(
    ("desks", "expected"),
    [
        ([["a"], ["a", "b"]], ["If it does not work"]),
        ([["a"], ["b"]], ["For something else"]),
        ([["a", "b"], ["b"]], ["If it does not work"]),
        ([["a"], None], ["For something else"]),
        ([None, ["a"]], ["If it does not work"]),
        ([["a"], ["b"], ["a"]], ["If it does not work", "For something else"]),
    ],
)
def test_lines_of_other_desks_are_for_something_else(ask, desks, expected):
    """Who fails at one desk is not helped by another; of whom nothing is known, they may be."""
    options = [
        {"line": f"x{i}", "contact": 1, "place": i, **({"desks": one} if one else {})}
        for i, one in enumerate(desks)
    ]

    found = view(ask, only({"options": [*range(len(desks))]}, 1, options=options))

    assert nodes_of(found["root"], "title") == expected
