"""`supportlines init`: a directory to begin with."""

from __future__ import annotations

import inspect
import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from supportlines import files
from supportlines.cli.main import command
from supportlines.directory import load_directory

# Before click 8.2, the last for Python 3.8 and 3.9, the two outputs were one unless one asked.
_APART = {"mix_stderr": False} if "mix_stderr" in inspect.signature(CliRunner).parameters else {}

STARTER = files.starter_directory()
HOW_TO = Path(__file__).resolve().parents[2] / "docs" / "how_to" / "own_data.md"

# Set aside for fiction by the national authorities, in the order of the file.
FICTITIOUS = ["+44 20 7946 0958", "+49 30 23125 000", "+1 800 555 0123", "+1 202 555 0123"]


@pytest.fixture
def run(tmp_path, monkeypatch):
    """Run a command in an empty folder."""
    monkeypatch.chdir(tmp_path)
    return lambda *arguments: CliRunner(**_APART).invoke(command, list(arguments))


def test_starter_is_written_and_passes_the_check(run, tmp_path):
    """From nothing to a file without a problem in two commands."""
    written = run("init")
    checked = run("check", "directory.yaml")

    assert (written.exit_code, written.stdout) == (0, "")
    assert "supportlines check directory.yaml" in written.stderr
    assert (checked.exit_code, checked.stdout) == (0, "")
    assert [path.name for path in tmp_path.iterdir()] == ["directory.yaml"]


@pytest.mark.parametrize("day", ["2020-02-29", "2026-11-01", "2027-11-03", "2040-12-31"])
def test_starter_passes_the_check_on_any_day(run, day):
    """Its source was read on the day on which it is written, not on that of a release."""
    at = f"{day}T12:00Z"

    run("init", "--at", at)
    checked = run("check", "directory.yaml", "--at", at)

    assert (checked.exit_code, checked.stdout) == (0, "")


def test_starter_can_be_asked(run):
    """It answers before anything is typed."""
    run("init", "mine.yaml")

    answer = run("now", "GB", "--directory", "mine.yaml", "--at", "2026-11-23T10:00Z")

    assert answer.exit_code == 0
    assert "020 7946 0958" in answer.stdout


@pytest.mark.parametrize(
    ("arguments", "day", "status", "said"),
    [
        # Germany, Austria and the United Kingdom keep the day in every part of the country.
        (["DE"], "2026-12-25T10:00+01:00", 1, "Christmas Day"),
        (["DE", "--language", "en"], "2026-12-25T10:00+01:00", 1, "Christmas Day"),
        (["GB"], "2026-12-25T10:00Z", 1, "Christmas Day"),
        (["AT"], "2026-12-25T10:00+01:00", 1, "Christmas Day"),
        # "The page does not say": not known, and neither open nor closed.
        (["US", "--time-zone", "America/New_York"], "2026-12-25T10:00-05:00", 3, "Christmas Day"),
        (["AU", "--time-zone", "Australia/Sydney"], "2026-12-25T10:00+11:00", 3, "Christmas Day"),
        # Premium is day and night.
        (["DE", "--language", "en", "--tier", "premium"], "2026-12-25T10:00+01:00", 0, "24/7"),
    ],
)
def test_starter_is_not_open_on_christmas(run, arguments, day, status, said):
    """Whoever changes it piece by piece has been asked about holidays in the first hours."""
    pytest.importorskip("holidays")
    run("init")

    result = run("now", *arguments, "--directory", "directory.yaml", "--at", day)

    assert result.exit_code == status
    assert said in " ".join(result.stdout.split())


def how_to():
    """Return the first file of the page that shows how to type one."""
    text = HOW_TO.read_text(encoding="utf-8")
    return text.partition("```{code-block} yaml\n")[2].partition("\n\n")[2].partition("```")[0]


@pytest.mark.parametrize("text", [STARTER, how_to().encode()], ids=["starter", "how-to"])
def test_every_first_hours_say_what_holds_on_holidays(text):
    """A level that states hours of its own is asked alone: each must say it."""
    directory = load_directory(text, "first.yaml")
    levels = [line.availability for line, _ in directory.lines()]
    levels += [region.availability for _, chain in directory.lines() for region in chain]
    rules = [rule for level in levels for tier in level.values() for rule in tier]

    assert len(rules) > 4
    assert all(rule.hours.names_holidays or rule.hours.is_always for rule in rules)


def test_starter_is_commented_and_uses_fictitious_numbers_only():
    """Nobody's telephone rings while somebody tries it out."""
    text = files.starter_directory().decode("utf-8")
    directory = load_directory(text.encode(), "starter.yaml")
    numbers = [line.number for line, _ in directory.lines() if line.number is not None]

    assert re.findall(r'^ *number: "(.*)"$', text, re.MULTILINE) == FICTITIOUS
    assert len(numbers) == len(FICTITIOUS)
    assert text.count("#") > len(text.splitlines()) // 3


def test_file_that_is_there_stays_as_it_is(run, tmp_path):
    """Somebody's work is never lost."""
    (tmp_path / "directory.yaml").write_text("mine\n", encoding="utf-8")

    result = run("init")

    assert result.exit_code == 2
    assert result.stderr == (
        "supportlines: directory.yaml: there is such a file already, and it stays as it is. "
        "Give another name, or move the file away.\n"
    )
    assert (tmp_path / "directory.yaml").read_text(encoding="utf-8") == "mine\n"


def test_dash_writes_to_standard_output(run, tmp_path):
    """For pipes; no file is made."""
    result = run("init", "-")

    dateless = [re.sub(rb"read_on: .*", b"", text) for text in (result.stdout_bytes, STARTER)]
    assert dateless[0] == dateless[1]
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        (".", "this is a folder. Name a file in it."),
        ("no/such/folder.yaml", "there is no such folder. Make it, or compare the name."),
    ],
)
def test_name_that_cannot_be_written_is_refused(run, name, expected):
    """With what to do instead."""
    result = run("init", name)

    assert (result.exit_code, result.stderr) == (2, f"supportlines: {name}: {expected}\n")


def test_no_name_is_no_folder(run):
    """An empty variable in a script is told as what it is."""
    results = [run("init", ""), run("coverage", "--country", "AE", "--svg", "")]

    told = 'supportlines: "": this is no name of a file. Write one.\n'
    assert [(result.exit_code, result.stderr) for result in results] == [(2, told)] * 2
