"""What the modules of the element make of a feed, in node: tables worked out by hand."""

from __future__ import annotations

import pytest

from browsing.lines import MONDAY


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
