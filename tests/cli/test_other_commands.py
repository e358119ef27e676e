"""`lines`, `hours`, `check`, `completion` and the group itself."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest


def test_lines_prints_every_line_once(run):
    """All 71 rows of the page."""
    lines = json.loads(run("lines", "--json").stdout)["lines"]

    assert len(lines) == 71
    assert len({line["line"] for line in lines}) == 71


@pytest.mark.parametrize(
    ("place", "expected"),
    [
        ("QA", {"00800 100167", "+97144494140", "+800-GO-REDHAT (00800 4673 3428)"}),
        ("india", {"000-800-919-0891", "000-800-919-0893", "+612 976"}),
        ("India", {"000-800-919-0891", "000-800-919-0893", "+612 976"}),
    ],
)
def test_lines_of_a_place(run, place, expected):
    """A region by id or name, a country by code."""
    lines = json.loads(run("lines", place, "--json").stdout)["lines"]

    assert {line["published_as"] for line in lines} == expected


NESTED = """\
directory:
  id: nested
  name: Nested
  sources:
    - {id: page, title: Contact, url: "https://nested.example", read_on: 2026-11-02}
tiers:
  standard: {name: Standard}
regions:
  - id: europe
    name: Europe
    countries: [GB]
    languages: [en]
    lines:
      - {id: wide, number: "+44 20 7946 0958", published_as: 020 7946 0958}
      - {id: own, number: "+44 20 7946 0959", published_as: 020 7946 0959, languages: [nl]}
    regions:
      - {id: francophone, name: Francophone, countries: [FR, LU], languages: [fr]}
      - {id: alps, name: Alps, countries: [AT, CH], languages: [de]}
"""


@pytest.mark.parametrize(
    ("place", "spoken"),
    [
        ((), "en fr de"),
        (("europe",), "en fr de"),
        (("francophone",), "fr"),  # it lists no line itself: its callers have those around it
        (("Alps",), "de"),
        (("FR",), "fr"),
        (("GB",), "en"),
    ],
)
def test_lines_have_the_languages_of_the_callers_that_are_meant(run, tmp_path, place, spoken):
    """Whoever is in a region inside the line's own hears what that region says."""
    path = tmp_path / "nested.yaml"
    path.write_text(NESTED, encoding="utf-8")

    data = json.loads(run("lines", *place, "--directory", str(path), "--json").stdout)["lines"]
    table = run("lines", *place, "--directory", str(path)).stdout.splitlines()

    assert {one["line"]: " ".join(one["languages"]) for one in data} == {
        "wide": spoken,
        "own": "nl",
    }
    assert f"+44 20 7946 0958  {spoken} " in table[1]


OF_PARTS = """\
directory:
  id: parts
  name: Parts
  sources:
    - {id: page, title: Contact, url: "https://parts.example", read_on: 2026-11-02}
tiers:
  standard: {name: Standard}
regions:
  - id: canada
    countries: [CA]
    languages: [en]
    lines:
      - {id: all, number: "+44 20 7946 0958"}
      - {id: ontario, number: "+44 20 7946 0959", serves: [CA-ON]}
      - {id: quebec, number: "+44 20 7946 0960", serves: [CA-QC]}
      - {id: both, number: "+44 20 7946 0961", serves: [CA-ON, CA-QC]}
      - {id: for-ontario, number: "+44 20 7946 0962", for: {subdivisions: [CA-ON]}}
    regions:
      - {id: quebec, countries: [CA-QC], languages: [fr]}
"""


def test_lines_of_parts_have_the_languages_of_their_callers(run, tmp_path):
    """What a region inside says, only those hear who are in it."""
    path = tmp_path / "parts.yaml"
    path.write_text(OF_PARTS, encoding="utf-8")

    data = json.loads(run("lines", "--directory", str(path), "--json").stdout)["lines"]

    assert {one["line"]: " ".join(one["languages"]) for one in data} == {
        "all": "en fr",
        "ontario": "en",
        "quebec": "fr",
        "both": "en fr",
        "for-ontario": "en",
    }


def test_lines_as_a_table_shows_headings_and_published_text(run):
    """Regions are headings, numbers stand as printed."""
    text = run("lines", "africa").stdout

    assert text.startswith("Europe, Middle East and Africa / Africa\n")
    assert "0800 991 536" in text
    assert len(text.splitlines()) == 7


def test_lines_of_an_unknown_place_names_the_regions(run):
    """Neither a region nor a country."""
    result = run("lines", "atlantis")

    assert result.exit_code == 2
    assert "latin-america" in result.stderr


@pytest.mark.parametrize(
    ("expression", "at", "status", "state", "change"),
    [
        ("Sa-Th 09:00-17:00", "2026-11-23T08:00Z", 0, "open", "2026-11-23T13:00:00Z"),
        ("Sa-Th 09:00-17:00", "2026-11-27T08:00Z", 1, "closed", "2026-11-28T05:00:00Z"),
        ("24/7", "2026-11-27T08:00Z", 0, "open", None),
        ("24/7 unknown", "2026-11-27T08:00Z", 3, "unknown", None),
    ],
)
def test_hours_tells_state_and_next_change(run, expression, at, status, state, change):
    """The contract of `hours --json`."""
    result = run("hours", expression, "--time-zone", "Asia/Dubai", "--at", at, "--json")

    assert result.exit_code == status
    assert json.loads(result.stdout) == {
        "at": at.replace("Z", ":00Z"),
        "time_zone": "Asia/Dubai",
        "state": state,
        "next_change": change,
    }


def test_hours_in_words(run):
    """One line, in the zone's own time."""
    result = run(
        "hours", "Mo-Fr 09:00-17:00", "--time-zone", "Europe/London", "--at", "2026-03-27T20:00Z"
    )

    assert result.stdout == ("Fri 27 Mar 2026, 20:00 (Europe/London): closed until Mon 09:00\n")


@pytest.mark.parametrize(
    ("expression", "at", "said"),
    [
        # "Closed until" would promise somebody on Tuesday.
        (
            "Mo-Fr 09:00-17:00; Tu 09:00-17:00 unknown",
            "2026-03-30T18:00Z",
            "closed ⋅ from Tue 09:00 unknown",
        ),
        (
            "Mo 09:00-12:00, Mo 12:00-13:00 unknown",
            "2026-03-30T09:00Z",
            "open ⋅ from Mon 12:00 unknown",
        ),
        ("Mo 09:00-12:00 unknown", "2026-03-30T09:00Z", "unknown ⋅ from Mon 12:00 closed"),
        ("Mo 09:00-12:00", "2026-03-30T09:00Z", "open until Mon 12:00"),
        ("24/7 unknown", "2026-03-30T09:00Z", "unknown, without end"),
    ],
)
def test_hours_say_until_only_of_the_opposite(run, expression, at, said):
    """What comes next is named wherever it is not simply the other state."""
    result = run("hours", expression, "--time-zone", "Europe/London", "--at", at)

    assert result.stdout.endswith(f"(Europe/London): {said}\n")


def test_hours_at_a_clock_time_are_those_of_their_zone(run):
    """17:00 in Dubai is 13:00 in UTC, and a span does not include its end."""
    result = run("hours", "09:00-17:00", "-z", "Asia/Dubai", "--at", "2026-11-23T17:00", "--json")

    data = json.loads(result.stdout)
    assert (data["at"], data["state"]) == ("2026-11-23T13:00:00Z", "closed")


def test_hours_points_at_what_is_wrong(run):
    """The caret stands under the place."""
    result = run("hours", "Mo-Fr 9-17", "--time-zone", "Europe/London")

    assert result.exit_code == 2
    assert "Mo-Fr 9-17" in result.stderr
    assert "^" in result.stderr


def test_check_passes_the_shipped_file(run, shipped_file):
    """The shipped directory has no problem."""
    result = run("check", str(shipped_file), "--at", "2026-11-23T12:00Z")

    assert (result.exit_code, result.stdout) == (0, "")


def test_check_tells_every_problem_of_every_file(run, tmp_path):
    """Problems of two files in one run, as text and as JSON."""
    one, two = tmp_path / "one.yaml", tmp_path / "two.yaml"
    one.write_text("directory: {id: x}\n", encoding="utf-8")
    two.write_text("[\n", encoding="utf-8")

    text = run("check", str(one), str(two))
    data = run("check", str(one), str(two), "--json")

    assert text.exit_code == 2
    assert f"{one}:1:" in text.stdout
    assert f"{two}:" in text.stdout
    problems = json.loads(data.stdout)["problems"]
    assert {problem["file"] for problem in problems} == {str(one), str(two)}
    assert set(problems[0]) == {"file", "line", "column", "path", "value", "message"}


def test_lines_of_a_directory_with_several_desks_name_them(run):
    """Two rows of one number are told apart by what they are for."""
    path = str(Path(__file__).parents[1] / "render" / "options.yaml")

    table = run("lines", "US", "--directory", path).stdout.splitlines()
    data = json.loads(run("lines", "US", "--json", "--directory", path).stdout)["lines"]

    assert [row.split()[:2] for row in table[1:]] == [["all", "technical"], ["all", "billing"]]
    assert [one["desk"] for one in data] == ["technical", "billing"]


def test_lines_of_a_directory_without_desks_have_no_column_for_them(run):
    """There is nothing to tell apart."""
    data = json.loads(run("lines", "AE", "--json").stdout)["lines"]

    assert {one["desk"] for one in data} == {None}
    assert "technical" not in run("lines", "AE").stdout


def test_check_of_a_missing_file_is_a_problem(run, tmp_path):
    """A file that is not there cannot pass."""
    result = run("check", str(tmp_path / "missing.yaml"))

    assert result.exit_code == 2
    assert "missing.yaml" in result.stderr


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_prints_a_script(run, shell):
    """The script calls the program back for what to offer."""
    result = run("completion", shell)

    assert result.exit_code == 0
    assert "_SUPPORTLINES_COMPLETE" in result.stdout


@pytest.mark.parametrize(
    ("words", "word", "expected"),
    [
        ("supportlines now U", "2", "US"),
        ("supportlines now AE --tier p", "4", "premium"),
        ("supportlines now AE --time-zone Asia/Dub", "4", "Asia/Dubai"),
        ("supportlines lines lat", "2", "latin-america"),
        ("supportlines c", "1", "check"),
    ],
)
def test_completion_offers_what_fits(words, word, expected):
    """Countries, tiers, zones, regions and commands, as bash would ask for them."""
    environment = {
        "_SUPPORTLINES_COMPLETE": "bash_complete",
        "COMP_WORDS": words,
        "COMP_CWORD": word,
        "PATH": "/usr/bin:/bin",
    }
    code = "from supportlines.cli import main; main()"
    output = subprocess.run(
        [sys.executable, "-c", code],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    ).stdout

    assert f"plain,{expected}" in output.splitlines()


def test_help_names_every_command(run):
    """A stranger finds the commands."""
    text = run("--help").stdout

    for name in ("now", "lines", "hours", "check", "completion"):
        assert name in text


@pytest.mark.parametrize(
    ("country", "state", "told"),
    [
        ([], "open", "public holidays (PH) are not considered; give --country."),
        (["--country", "DE"], "closed", ""),
        (["--country", "DE-BY"], "closed", ""),
    ],
)
def test_hours_know_the_holidays_of_a_country(run, country, state, told):
    """Christmas Day 2026 is a Friday."""
    result = run(
        "hours", "Mo-Fr 09:00-17:00; PH off", "--time-zone", "Europe/Berlin",
        "--at", "2026-12-25T12:00+01:00", "--json", *country,
    )  # fmt: skip

    assert json.loads(result.stdout)["state"] == state
    assert told in result.stderr
    assert bool(result.stderr) is bool(told)


@pytest.mark.parametrize(
    ("arguments", "state", "status", "told"),
    [
        # Easter Monday: Banking and Financial Dealings Act 1971, Schedule 1; not in Scotland.
        (
            ["--country", "GB"],
            "unknown",
            3,
            (
                "Easter Monday is a public holiday in GB-ENG, GB-NIR and GB-WLS; give the part, "
                "such as --country GB-ENG, or --holidays national."
            ),
        ),
        (["--country", "GB-ENG"], "closed", 1, ""),
        (["--country", "gb-sct"], "open", 0, ""),
        (["--country", "GB", "--holidays", "national"], "open", 0, ""),
        (["--country", "AE"], "open", 0, ""),
    ],
)
def test_hours_ask_for_the_part_of_a_country_that_decides(run, arguments, state, status, told):
    """Ten in the morning of a Monday; the state is unknown, and what to add is said."""
    pytest.importorskip("holidays")

    result = run(
        "hours", "Mo-Fr 09:00-17:00; PH off", "--time-zone", "Europe/London",
        "--at", "2027-03-29T10:00+01:00", "--json", *arguments,
    )  # fmt: skip

    assert json.loads(result.stdout)["state"] == state
    assert result.exit_code == status
    assert result.stderr == (f"supportlines: {told}\n" if told else "")


@pytest.mark.parametrize(
    ("time", "state"),
    [
        ("2027-12-27T10:00+11:00", "closed"),  # every part has the Monday after Christmas
        ("2027-12-22T10:00+11:00", "open"),
    ],
)
def test_a_holiday_that_every_part_keeps_is_the_country_s(run, time, state):
    """Australia has no calendar of the whole country for that day."""
    pytest.importorskip("holidays")

    result = run(
        "hours", "Mo-Fr 09:00-17:00; PH off", "--time-zone", "Australia/Sydney",
        "--country", "AU", "--at", time, "--json",
    )  # fmt: skip

    assert json.loads(result.stdout)["state"] == state
    assert not result.stderr


def test_national_holidays_of_a_part_are_refused(run):
    """A part or the whole: the message says which words to leave out."""
    result = run(
        "hours", "PH off", "--time-zone", "Europe/London", "--country", "GB-ENG",
        "--holidays", "national",
    )  # fmt: skip

    assert result.exit_code == 2
    assert "give --country GB, or leave out --holidays for those of GB-ENG." in " ".join(
        result.stderr.split()
    )


def test_lines_say_how_they_are_reached_and_for_whom(run):
    """Any channel, and whatever sets a line apart."""
    stress = Path(__file__).resolve().parents[1] / "data" / "stress" / "directory.yaml"

    shown = {
        place: run("lines", place, "--directory", str(stress)).stdout
        for place in ("GB", "BE", "CH", "AU", "NO")
    }

    assert "100 (only in GB)" in shown["GB"]
    assert "unknown, via operator" in shown["GB"]
    assert "cannot be used" in shown["GB"]
    assert shown["GB"].count("not dialable") == 1
    assert "Flanders\n  BE-VLG" in shown["BE"]
    assert "de fr (interpreter) it (best effort) any (interpreter)" in shown["CH"]
    assert "mobile, only for North" in shown["AU"]
    assert "geographic, takes messages" in shown["NO"]
