"""`supportlines now`."""

from __future__ import annotations

import json

import pytest

SATURDAY = "2026-12-26T06:00Z"  # 10:00 in Dubai


@pytest.mark.parametrize(
    ("arguments", "status", "state"),
    [
        (["AE", "--at", SATURDAY], 0, "open"),
        (["AE", "--at", "2026-12-25T06:00Z"], 1, "closed"),  # a Friday
        (["AE", "--at", "9998-12-31T00:00Z"], 1, "closed"),  # Thursday as in 1998, 04:00
        # Day and night, whatever a calendar knows of such years.
        (["AE", "--tier", "premium", "--at", "9998-12-31T23:59Z"], 0, "open"),
        (["AE", "--tier", "premium", "--at", "0002-01-01T00:00Z"], 0, "open"),
        (["KZ", "--at", SATURDAY], 1, "no_line"),
        (["US", "--at", "2026-12-22T23:30Z"], 3, "unknown"),  # 18:30 in New York
    ],
)
def test_the_exit_status_tells_the_state(run, arguments, status, state):
    """0 somebody can be called, 1 nobody or no line, 3 not known."""
    result = run("now", *arguments, "--json")

    assert result.exit_code == status
    assert json.loads(result.stdout)["state"] == state


def test_json_has_the_keys_of_the_contract(run):
    """The keys are the attributes of the Python answer; instants are UTC with a Z."""
    answer = json.loads(run("now", "AE", "--language", "en", "--at", SATURDAY, "--json").stdout)

    assert list(answer) == [
        "at",
        "caller",
        "state",
        "options",
        "other_ways",
        "withheld",
        "guesses",
        "asks",
        "coming",
        "prepare",
        "self_help",
        "promises",
        "not_for",
        "caveats",
        "data",
    ]
    assert answer["at"] == "2026-12-26T06:00:00Z"
    best = answer["options"][0]
    assert list(best) == [
        "line",
        "channel",
        "mode",
        "desk",
        "desks",
        "desk_names",
        "number",
        "published_as",
        "dial",
        "tel_uri",
        "uri",
        "contact",
        "via",
        "steps",
        "kind",
        "cost",
        "language",
        "language_mode",
        "languages",
        "state",
        "changes_at",
        "next_state",
        "next_why",
        "reply_by",
        "reasons",
        "caveats",
    ]
    assert best["number"] == "+97180004415146"
    assert best["dial"] == "800 04415146"
    assert best["tel_uri"] == "tel:+97180004415146"
    assert best["cost"] == "free"
    assert best["language"] == "en"
    assert best["changes_at"] == "2026-12-26T13:00:00Z"
    assert answer["data"]["directory"] == "redhat-support"
    assert answer["data"]["sources"][0]["read_on"] == "2026-11-22"
    assert answer["data"]["zone_data_version"][:2] == "20"


def test_text_says_all_that_a_caller_needs(run):
    """The digits, the language, until when in local time, the cost, why, and what else."""
    text = run("now", "AE", "--language", "en", "--at", SATURDAY).stdout

    assert "Open until Sat 17:00" in text
    assert "(Asia/Dubai)" in text
    assert "Press     800 04415146" in text
    assert "English (assumed)" in text
    assert "Cost      free" in text
    assert "Sa-Th 09:00-17:00" in text
    assert "If it does not work" in text
    assert "PH off" in text
    assert "\x1b" not in text


def test_explain_shows_the_published_words(run):
    """With --explain the words of the source stand beside the reasons."""
    words = "Доступно с 9:00 до 17:00 с субботы по четверг"

    assert words not in run("now", "AE", "--at", SATURDAY).stdout
    explained = " ".join(run("now", "AE", "--at", SATURDAY, "--explain").stdout.split())
    assert words in explained


@pytest.mark.parametrize(
    ("arguments", "parts"),
    [
        (["UK"], ['"UK"', '"GB"']),
        (["AE", "--tier", "gold"], ['"gold"', '"standard"', '"premium"']),
        (["AE", "--time-zone", "Europe/Londn"], ['"Europe/Londn"', '"Europe/London"']),
        (["AE", "--at", "2026-12-22T17:59"], ["2026-12-22T17:59", "has no time zone", "Z"]),
        (["AE", "--at", "2026-12-22T17:59"], ["or say with --time-zone whose clock it is."]),
        (["AE", "--at", "2026-12-22T17:59", "-z", "Asia/Dubay"], ['did you mean "Asia/Dubai"?']),
        (
            ["AE", "--at", "2026-10-25T02:30", "--time-zone", "Europe/Berlin"],
            ['--at "2026-10-25T02:30" comes twice on the clock of Europe/Berlin'],
        ),
        (["AE", "--at", "soon"], ['"soon"', "2026-11-23T16:00Z"]),
        (["AE", "--at", "2026-02-30T10:00Z"], ['"2026-02-30T10:00Z"', "day"]),
        (["AE", "--language", "arabic"], ['"arabic"', '"ar"']),
        (["AE", "--directory", "nowhere.yaml"], ["nowhere.yaml"]),
        (["AE", "--locale", "xx_YY"], ["xx_YY"]),
        (
            ["UK", "--tier", "gold", "--time-zone", "Europe/Londn", "--at", "2026-12-32T17:59"],
            ['"GB"', '"premium"', '"Europe/London"', "2026-12-32T17:59"],
        ),
    ],
)
def test_wrong_usage_gives_sentences_and_status_2(run, arguments, parts):
    """Nothing on standard output, no traceback, every problem in one run."""
    result = run("now", *arguments)

    assert result.exit_code == 2
    assert result.stdout == ""
    assert "Traceback" not in result.stderr
    for part in parts:
        assert part in result.stderr


def test_a_clock_time_is_that_of_the_caller_s_zone(run):
    """17:59 in Dubai is 13:59 in UTC."""
    result = run("now", "AE", "--at", "2026-12-22T17:59", "-z", "Asia/Dubai", "--json")

    assert json.loads(result.stdout)["at"] == "2026-12-22T13:59:00Z"


def test_the_machine_s_zone_is_taken_if_it_is_the_country_s_and_told(run):
    """In Los Angeles the American question is decided; in Berlin it is not."""
    arguments = ["now", "US", "--at", "2026-12-22T23:30Z", "--json"]

    here = json.loads(run(*arguments, TZ="America/Los_Angeles").stdout)
    abroad = json.loads(run(*arguments, TZ="Europe/Berlin").stdout)

    assert here["state"] == "open"
    assert here["caller"]["time_zone"] == "America/Los_Angeles"
    assert "time_zone_of_machine" in [one["code"] for one in here["caveats"]]
    assert abroad["state"] == "unknown"
    assert abroad["caller"]["time_zone"] is None


def test_names_follow_the_locale(run):
    """Languages, countries and days are named in the reader's language."""
    text = run("now", "AE", "--language", "en", "--at", SATURDAY, "--locale", "de").stdout

    assert "Vereinigte Arabische Emirate" in text
    assert "Englisch" in text
    assert "Sa. 17:00" in text or "Sa 17:00" in text


def test_a_directory_of_one_s_own_is_asked(run, tmp_path):
    """--directory takes a file; its problems come with their places."""
    bad = tmp_path / "bad.yaml"
    bad.write_text("directory: {id: x}\n", encoding="utf-8")

    result = run("now", "DE", "--directory", str(bad))

    assert result.exit_code == 2
    assert f"{bad}:1:" in result.stderr


def test_a_variable_stands_in_for_the_directory(run, tmp_path):
    """SUPPORTLINES_DIRECTORY names the file; the option comes before it."""
    bad = tmp_path / "bad.yaml"
    bad.write_text("directory: {id: x}\n", encoding="utf-8")

    result = run("now", "AE", SUPPORTLINES_DIRECTORY=str(bad))
    named = run(
        "now", "AE", "--directory", "redhat-support", "--json", SUPPORTLINES_DIRECTORY=str(bad)
    )

    assert result.exit_code == 2
    assert f"{bad}:1:" in result.stderr
    assert json.loads(named.stdout)["data"]["directory"] == "redhat-support"
