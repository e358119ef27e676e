"""What an element shows of an answer, as nodes, in node."""

from __future__ import annotations

import pytest

from browsing.lines import LINES, LONDON, MOSCOW, lines, only
from browsing.shown import nodes_of, view


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


TIMES = "Times are those of "


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
