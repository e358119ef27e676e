"""`supportlines check`: what it prints, and with which exit status it ends."""

from __future__ import annotations

import inspect
import json
import os
import subprocess
import sys

import pytest
from click.testing import CliRunner

from supportlines.cli.main import command
from supportlines.directory import Problem
from supportlines.render.findings import annotation

AT = ("--at", "2026-11-23T09:00Z")
_APART = {"mix_stderr": False} if "mix_stderr" in inspect.signature(CliRunner).parameters else {}

SOUND = """\
directory:
  id: example
  name: Example
  sources:
    - {id: page, title: A page, url: "https://support.example", read_on: 2026-11-02}
tiers: {standard: {}}
regions:
  - id: region
    countries: [DE]
    availability: {standard: "Mo-Fr 09:00-17:00"}
"""
DOUBTFUL = SOUND.replace("17:00", "05:00")
WRONG = DOUBTFUL.replace("[DE]", "[DX]")
ACCEPTED = DOUBTFUL.replace(
    "    availability", "    accept: {improbable-span: It is so.}\n    availability"
)


@pytest.fixture
def check(tmp_path):
    """Check texts as files a.yaml, b.yaml, …; return exit status and both outputs."""

    def run(*texts, options=()):
        names = []
        for name, text in zip("abc", texts):
            path = tmp_path / f"{name}.yaml"
            path.write_text(text, encoding="utf-8")
            names.append(str(path))
        result = CliRunner(**_APART).invoke(command, ["check", *names, *AT, *options])
        return (
            result.exit_code,
            result.stdout.replace(f"{tmp_path}/", ""),
            result.stderr.replace(f"{tmp_path}/", ""),
        )

    return run


@pytest.mark.parametrize(
    ("text", "status", "summary"),
    [
        (SOUND, 0, "1 file: no problem, no doubt\n"),
        (ACCEPTED, 0, "1 file: no problem, no doubt (1 accepted)\n"),
        (DOUBTFUL, 1, "1 file: no problem, 1 doubt\n"),
        (WRONG, 2, "1 file: 1 problem, 1 doubt\n"),
    ],
)
def test_exit_status_and_summary(check, text, status, summary):
    """Problems weigh more than doubts; what is accepted weighs nothing."""
    assert check(text)[::2] == (status, summary)


def test_doubts_and_problems_stand_in_the_order_of_the_file(check):
    """Whoever mends goes through the file once; the caret shows where."""
    assert check(WRONG)[1] == (
        'a.yaml:9:17: regions / region / countries: there is no country "DX"; '
        'write a code of ISO 3166-1 with two letters, for example "GB".\n'
        "a.yaml:10:37: regions / region / availability / standard: 09:00-05:00 lasts 20 hours."
        " [improbable-span]\n"
        "    Mo-Fr 09:00-05:00\n"
        "          ^\n"
        '  Did you mean "09:00-17:00"?\n'
    )


def test_files_are_told_one_after_the_other(check):
    """In the order of the arguments."""
    status, found, said = check(DOUBTFUL, SOUND, DOUBTFUL)

    assert status == 1
    assert [line[:7] for line in found.splitlines() if ".yaml" in line] == ["a.yaml:", "c.yaml:"]
    assert said == "3 files: no problem, 2 doubts\n"


def test_json_holds_problems_and_doubts(check):
    """One object, with the code and what was probably meant."""
    text = DOUBTFUL + (
        "    lines: [{id: de, number: 0044 20 7946 0958, only_in: DE,"
        " published_as: 0044 20 7946 0958}]\n"
    )

    status, found, said = check(text, options=["--json"])

    data = json.loads(found)
    assert (status, said) == (1, "")
    assert set(data) == {"files", "problems", "doubts"}
    assert data["problems"] == []
    span, number = data["doubts"]
    assert (span["line"], span["column"], span["code"]) == (10, 37, "improbable-span")
    assert span["likely"] is None
    assert number["likely"] == {
        "text": "+44 20 7946 0958",
        "confidence": "high",
        "reason": "It is a sound number when read so.",
    }
    assert number["path"] == "regions / region / de / number"
    assert number["value"] == "0044 20 7946 0958"


def test_annotations_for_github(check):
    """Errors and warnings; commas and colons of a name are escaped, per cent signs too."""
    status, found, _ = check(WRONG, options=["--github"])

    error, warning = found.splitlines()
    assert status == 2
    assert error.startswith("::error file=a.yaml,line=9,col=17,title=problem::regions / region / ")
    assert warning == (
        "::warning file=a.yaml,line=10,col=37,title=improbable-span::regions / region /"
        ' availability / standard: 09:00-05:00 lasts 20 hours. Did you mean "09:00-17:00"?'
    )


@pytest.mark.parametrize(
    ("name", "escaped"),
    [("50 %\nmore", "50 %25%0Amore"), ("a,b:c", "a%2Cb%3Ac"), ("%2C", "%252C")],
)
def test_annotations_are_escaped(name, escaped):
    """A name of a file cannot end the annotation."""
    problem = Problem(name, 1, 2, "", "", "it is 5 % wrong: all of it.", "Mend it.")

    assert annotation(problem) == (
        f"::error file={escaped},line=1,col=2,title=problem::it is 5 %25 wrong: all of it. Mend it."
    )


def test_hints_are_told_and_fail_nothing(check):
    """A country whose official language nobody speaks may be so; status and count say that."""
    hinted = SOUND + (
        "    lines:\n"
        '      - {id: de, number: "+49 30 23125 000", published_as: 030 23125 000, languages: [en],'
        " kind: geographic}\n"
    )

    status, out, err = check(hinted)
    _, annotated, _ = check(hinted, options=["--github"])
    _, data, _ = check(hinted, options=["--json"])

    assert (status, err) == (0, "1 file: no problem, no doubt, 1 hint\n")
    assert "[official-language-missing]" in out
    assert annotated.startswith("::notice file=a.yaml,line=9,col=5,title=official-language-missing")
    assert [one["is_hint"] for one in json.loads(data)["doubts"]] == [True]


def test_two_forms_at_once_are_refused(check):
    """One of them would be lost."""
    assert check(SOUND, options=["--json", "--github"])[0] == 2


def test_limit_of_the_command_line_wins_over_that_of_the_file(check):
    """Sources read three weeks ago are old for somebody who says so."""
    assert check(SOUND)[0] == 0
    assert "read-on-old" in check(SOUND, options=["--confirm-within", "20"])[1]
    shorter = SOUND.replace("  name: Example", "  name: Example\n  confirm_within_days: 20")
    assert "read-on-old" in check(shorter)[1]
    assert check(shorter, options=["--confirm-within", "21"])[0] == 0


def test_missing_file_does_not_hide_the_others(check):
    """It counts as a problem."""
    status, found, said = check(DOUBTFUL, options=["missing.yaml"])

    assert status == 2
    assert "improbable-span" in found
    assert said == (
        "supportlines: missing.yaml: there is no such file. Compare the name and the folder.\n"
        "2 files: 1 problem, 1 doubt\n"
    )


def test_missing_file_is_a_problem_of_its_own_for_programs(check):
    """Who reads the list and not the status is told, too."""
    status, found, _ = check(SOUND, options=["missing.yaml", "--json"])
    _, annotated, _ = check(SOUND, options=["missing.yaml", "--github"])

    assert status == 2
    assert json.loads(found)["problems"] == [
        {
            "file": "missing.yaml",
            "line": 1,
            "column": 1,
            "path": "",
            "value": "",
            "message": "there is no such file. Compare the name and the folder.",
        }
    ]
    assert annotated == (
        "::error file=missing.yaml,line=1,col=1,title=problem::"
        "there is no such file. Compare the name and the folder.\n"
    )


LARGE = "# a comment of forty characters, no more\n" * 26_000 + SOUND


def test_progress_is_not_told_elsewhere_than_at_a_terminal(check):
    """A log holds no line that was written over."""
    assert check(LARGE)[2] == "1 file: no problem, no doubt\n"


def test_progress_is_told_at_a_terminal(tmp_path):
    """For files that take long, on the one line that is wiped at the end."""
    pty = pytest.importorskip("pty")
    (tmp_path / "a.yaml").write_text(LARGE, encoding="utf-8")
    ours, theirs = pty.openpty()
    words = [sys.executable, "-m", "supportlines", "check", "a.yaml", "--at", "2026-11-23T00:00Z"]
    environment = {"TERM": "xterm", "LC_ALL": "C.UTF-8", "PYTHONUTF8": "1"}

    with subprocess.Popen(words, stderr=theirs, cwd=tmp_path, env=environment) as process:
        os.close(theirs)
        received = b""
        while True:
            try:
                part = os.read(ours, 65536)
            except OSError:  # Linux's way to say that the other side has gone
                part = b""
            if not part:
                break
            received += part
    os.close(ours)

    said = received.decode("utf-8").replace("\r\n", "\n")
    assert process.returncode == 0
    assert "a.yaml: reading 1 MB …" in said
    assert "a.yaml: doubts, rule 1 of " in said
    # ECMA-48's "erase in line", which is no colour: the code stays where colours are dropped.
    assert said.endswith("\r\x1b[K1 file: no problem, no doubt\n")
