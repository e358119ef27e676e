"""`supportlines prepare`: what to have ready, for people and for programs."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

STRESS = str(Path(__file__).parent.parent / "data" / "stress" / "directory.yaml")

ERROR = """\
Support of GIS ZhKH · Support of the system

Read first: Frequently asked questions (their own address is not known, this is
  the site): https://dom.gosuslugi.ru

  For System error: A red pop-up window or a long code; also errors when
    templates are imported.
  Needed    Topic
            Text of the request
            The exact text of the error, copied in full
            What you did, in numbered steps
            Date and time at which the error was reproduced
            Screenshots: Always.
  Helps     The browser and its version: It need not be given, and is decisive
            for errors.
            Files to attach
            A video: It is best of all.
  Where     https://dom.gosuslugi.ru
  Goes to   Specialists

  Who picks up
  – Call-centre operator: Records the request and passes it on → First line
  – First line: Most requests → Specialists
  – Specialists: Errors of the system; Hard legal questions
"""


def test_one_kind_of_request_has_a_list_of_its_own(run):
    """What is needed first, marked as such; then what helps, and who picks up."""
    result = run("prepare", "--desk", "technical", "--request", "error", "--directory", "gis-zhkh")

    assert result.exit_code == 0
    assert result.stdout == ERROR
    assert result.stderr == ""


def test_without_a_kind_each_says_when_to_choose_it(run):
    """Who does not know which one is theirs finds it by that."""
    shown = run("prepare", "--directory", "gis-zhkh").stdout

    assert [line for line in shown.splitlines() if line.startswith("  For ")] == [
        "  For Question about the system",
        "  For System error: A red pop-up window or a long code; also errors when",
        "  For Suggestion",
    ]
    assert "  In any case\n" not in shown  # all that there is stands with one of them


def test_what_is_for_some_says_for_whom(run):
    """A tier, a facet, a severity; desks and requests as far as they are not given."""
    shown = run("prepare", "--directory", STRESS).stdout
    of_desk = run("prepare", "--directory", STRESS, "--desk", "technical").stdout

    always, besides = shown.partition("  In any case\n")[2].partition("\n\n  Besides\n")[::2]
    assert always == "  – Your customer number: We find you by it."
    assert "  – Your premium PIN. Only for Premium.\n" in besides
    assert "  – What you did before it happened. Only for Technical support.\n" in shown
    assert "  – What you did before it happened\n" in of_desk
    assert "  – The last four digits of the card" not in of_desk
    assert "Read first: Known errors: https://group.example/known\n" in of_desk
    assert "  – When it will be done. Only for critical.\n" in of_desk


def test_a_desk_says_what_it_is_not_for(run):
    """And who is: a desk by its name, a line by its number, a page by its address."""
    shown = run("prepare", "--directory", STRESS, "--desk", "technical").stdout

    assert shown.partition("  Somebody else helps\n")[2].splitlines() == [
        "  – How-to questions: not Technical support but Customer service",
        "  – New contracts in the United States: not Technical support but +1 202 555",
        "    0150",
        "  – The state of our network: not Technical support but",
        "    https://status.group.example",
    ]


def test_texts_follow_the_locale(run):
    """Those of the directory; the words around them are English so far."""
    result = run("prepare", "--directory", "gis-zhkh", "--request", "suggestion", "--locale", "ru")

    assert result.stdout.splitlines()[5:9] == [
        "  For Предложение",
        "  Needed    Тема",
        "            Текст обращения",
        "            Снимки экрана: Всегда.",
    ]


def test_a_directory_that_has_only_pages_says_that_there_is_nothing_to_prepare(run):
    """What is missing is not left to be guessed."""
    assert run("prepare", "--directory", "insales").stdout == (
        "InSales: personal data · Personal data\n"
        "\n"
        "Read first: Support site: https://www.ekam.ru\n"
        "\n"
        "  Nothing to have ready is listed.\n"
    )


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ((), "redhat-support lists nothing to have ready, and nobody who picks up.\n"),
        (
            ("--desk", "technical"),
            (
                "redhat-support lists nothing to have ready for the desk technical, "
                "and nobody who picks up.\n"
            ),
        ),
    ],
)
def test_a_directory_without_any_of_it_says_so(run, words, told):
    """On standard error: it is no list."""
    result = run("prepare", *words)

    assert (result.exit_code, result.stdout, result.stderr) == (0, "", told)


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (
            ("--directory", "insales", "--desk", "technical"),
            'supportlines: there is no desk "technical". Write one of: "privacy".\n',
        ),
        (
            ("--directory", "gis-zhkh", "--request", "bug"),
            (
                'supportlines: there is no request "bug". '
                'Write one of: "question", "error", "suggestion".\n'
            ),
        ),
        (
            ("--request", "error"),
            (
                'supportlines: there is no request "error": this directory names none. '
                "Leave the request out.\n"
            ),
        ),
    ],
)
def test_what_there_is_not_is_refused_with_what_there_is(run, words, told):
    """Wrong usage, as with `now`."""
    result = run("prepare", *words)

    assert (result.exit_code, result.stdout, result.stderr) == (2, "", told)


def test_json_is_one_object_with_all_of_it(run):
    """Codes and texts; whatever is for some says for whom in codes."""
    result = run("prepare", "--directory", STRESS, "--desk", "technical", "--json")

    found = json.loads(result.stdout)
    error = found["requests"][0]
    assert found["directory"] == "example-group"
    assert [one["id"] for one in found["desks"]] == ["technical"]
    assert found["desks"][0]["not_for"][1] == {
        "what": "New contracts in the United States",
        "desk": None,
        "line": "us-sales",
        "url": None,
    }
    assert (error["id"], error["when"], error["line"]) == ("error", "A red window", "us-form")
    assert [one["id"] for one in error["wants"]] == ["error-text", "what-you-did"]
    assert error["helps"] == [
        {
            "id": "serial",
            "text": "The serial number of the router",
            "why": None,
            "only_for": {"device": ["router"]},
        }
    ]
    assert found["levels"][0] == {
        "id": "first-line",
        "name": "First line",
        "handles": ["Most questions"],
        "next": "specialists",
    }
    assert found["self_help"][1] == {
        "title": "Known errors",
        "url": "https://group.example/known",
        "only_for": {},
    }
    assert found["promises"][2] == {
        "kind": "completion",
        "text": "When it will be done",
        "only_for": {"severity": ["critical"]},
    }


def test_json_of_a_directory_without_any_of_it_has_empty_lists(run):
    """A program need not look at standard error."""
    found = json.loads(run("prepare", "--json").stdout)

    lists = ("requests", "prepare", "levels", "self_help", "promises")
    assert [found[name] for name in lists] == [[], [], [], [], []]
