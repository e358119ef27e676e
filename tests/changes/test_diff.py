"""The command, its files, and what holds for any two directories."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest

import supportlines
from supportlines.changes import compare, window_for
from supportlines.directory import load_directory

ROOT = Path(__file__).resolve().parents[2]
GOLDEN = Path(__file__).with_name("golden")
FILES = [
    "data/regions.yaml",
    "data/starter.yaml",
    "tests/data/coverage_directory.yaml",
    "tests/data/diff_new.yaml",
    "tests/data/small_directory.yaml",
]


def questions():
    """Return what `refresh.py` writes, by file."""
    names = {"__file__": str(Path(__file__).with_name("refresh.py")), "__name__": "refresh"}
    exec(Path(names["__file__"]).read_text(encoding="utf-8"), names)  # noqa: S102 - our own
    return names["QUESTIONS"]


QUESTIONS = questions()


@pytest.mark.parametrize("path", QUESTIONS, ids=lambda path: path.name)
def test_output_is_the_file_that_is_kept(run, data, path):
    """After a change run `python -m tests.refresh` and read the diff."""
    result = run(data / "diff_old.yaml", data / "diff_new.yaml", *QUESTIONS[path])

    assert result.exit_code == 1
    assert result.stdout == path.read_text(encoding="utf-8")


@pytest.mark.parametrize("name", FILES)
def test_directory_does_not_differ_from_itself(name):
    """Read twice, so that nothing is equal only because it is the same object."""
    content = (ROOT / name).read_bytes()

    assert compare(load_directory(content, "one"), load_directory(content, "two")) == ()


def test_no_difference_is_said_and_is_status_0(run, data):
    """A script need not read the text."""
    result = run(data / "diff_old.yaml", data / "diff_old.yaml")

    assert (result.exit_code, result.stdout) == (0, "No difference for callers.\n")


def test_shipped_directory_has_a_name(run, data):
    """To compare one's own file with it, no copy is needed."""
    result = run("redhat-support", data / "diff_old.yaml")

    assert result.exit_code == 1
    assert "Argentina" in result.stdout


def test_json_without_difference_is_an_empty_list(run, data):
    """And not an empty text."""
    result = run(data / "diff_old.yaml", data / "diff_old.yaml", "--json")

    assert (result.exit_code, json.loads(result.stdout)) == (0, {"changes": []})


def test_every_key_and_code_of_json_is_in_the_reference(run, data):
    """Programs can rely on the page."""
    page = (ROOT / "docs" / "reference" / "json.md").read_text(encoding="utf-8")
    section = page.partition("## `supportlines diff")[2].partition("\n## ")[0]
    words = set(re.findall(r"`([a-z_]+)`", section))
    source = Path(supportlines.changes.__file__).parent  # the wheel's, where that is tested
    codes = set()
    for name in ("calls", "compare", "contacts", "everywhere", "line_facts", "lines"):
        text = (source / f"{name}.py").read_text(encoding="utf-8")
        codes |= set(re.findall(r'\bFact\(\s*"[a-z_]+",\s*"([a-z_]+)"', text))
        codes |= set(re.findall(r'(?:LineChange|Moved|_Sort|_plain)\(\s*"([a-z_]+)"', text))
        codes |= set(re.findall(r'yield \(?\s*"([a-z_]+)",', text))
        codes |= set(re.findall(r'\(\("(line_[a-z]+)", ', text))

    result = run(data / "diff_old.yaml", data / "diff_new.yaml", "--json")
    changes = json.loads(result.stdout)["changes"]

    assert set(changes[0]) <= words
    assert {change["code"] for change in changes} <= codes <= words


def test_back_and_forth_concern_the_same_callers(data):
    """What changed for somebody changes for them when it is undone."""
    old, new = (supportlines.load(data / f"diff_{name}.yaml").facts for name in ("old", "new"))

    there = {country for change in compare(old, new) for country in change.countries}
    back = {country for change in compare(new, old) for country in change.countries}

    assert there == back == {"BR", "CL", "DE", "FR", "GB", "TR", "UY"}


def test_order_does_not_depend_on_the_run(data):
    """Python mixes sets anew in each process; the output stays."""
    printed = set()
    for seed in ("1", "2"):
        names = [str(data / "diff_old.yaml"), str(data / "diff_new.yaml")]
        done = subprocess.run(
            [sys.executable, "-m", "supportlines", "diff", *names],
            env={"PYTHONHASHSEED": seed, "PYTHONIOENCODING": "utf-8", "PATH": "/usr/bin:/bin"},
            stdout=subprocess.PIPE,
            check=False,
        )
        printed.add(done.stdout)

    assert len(printed) == 1


def test_window_is_the_year_of_the_last_reading_and_the_next(data):
    """So that the same two files always compare the same."""
    old, new = (supportlines.load(data / f"diff_{name}.yaml").facts for name in ("old", "new"))

    window = window_for(old, new)

    assert (str(window.first_day), window.days) == ("2026-01-01", 365 + 365)


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        (("diff_old.yaml", "missing.yaml"), "missing.yaml: there is no such file."),
        (("missing.yaml", "diff_old.yaml"), "missing.yaml: there is no such file."),
        (("diff_old.yaml",), "NEW"),
        ((), "OLD"),
        (
            ("diff_old.yaml", "redhat_page_facts.csv"),
            "redhat_page_facts.csv:15:122: from here on this is no YAML",
        ),
    ],
)
def test_wrong_files_are_refused(run, data, names, expected):
    """Exit status 2, nothing on standard output."""
    result = run(*(data / name for name in names))

    assert (result.exit_code, result.stdout) == (2, "")
    assert expected in result.stderr


def test_change_of_one_severity_is_told_for_it():
    """Where hours depend on severity, callers of the others see no change."""
    text = (ROOT / "tests" / "data" / "small_directory.yaml").read_text(encoding="utf-8")
    edit = (
        "severities: [normal]\n              hours: Mo-Fr 09:00-17:00",
        "severities: [normal]\n              hours: Mo-Fr 09:00-16:00",
    )
    assert edit[0] in text

    old, new = (load_directory(one.encode("utf-8"), "x") for one in (text, text.replace(*edit)))
    changes = compare(old, new)

    assert {change.severities for change in changes} == {("normal",)}
    assert {change.code for change in changes} == {"hours"}


@pytest.fixture(scope="module")
def both(data):
    """Return the two directories, ready to be asked, and what changed."""
    old, new = (supportlines.load(data / f"diff_{name}.yaml") for name in ("old", "new"))
    return old, new, compare(old.facts, new.facts)


def asked(directory, country, tier, at):
    """Return what callers get told who ask: number, language, state, cost."""
    answer = directory.who_can_i_call(country, tier=tier, at=at)
    return {
        (option.number, tag, option.state, option.cost)
        for option in answer.options
        for tag in option.languages
    }


@pytest.mark.parametrize("country", ["AR", "BR", "CL", "DE", "FR", "GB", "TR", "UY"])
@pytest.mark.parametrize("tier", ["standard", "premium"])
def test_callers_get_another_answer_only_where_a_change_is_told(both, country, tier):
    """Asked every seven hours of a year, before and after."""
    old, new, told = both
    changes = [
        change
        for change in told
        if country in change.countries and (not change.tiers or tier in change.tiers)
    ]

    start = datetime(2026, 1, 1, tzinfo=timezone.utc)
    instants = [start + timedelta(hours=7 * number) for number in range(8766 // 7)]
    differ = any(asked(old, country, tier, at) != asked(new, country, tier, at) for at in instants)

    assert bool(changes) is differ


@pytest.mark.parametrize(("old", "new"), [("", "Europe/Oslo"), ("Europe/Oslo", "")])
def test_a_country_without_a_zone_is_told_as_that(old, new):
    """Bouvet Island has none in tzdata; a directory may give it one."""
    zones = "countries: {BV: {time_zone: %s}}\n"
    text = (DESKS % "").replace("[GB]", "[BV]")
    before, after = (
        supportlines.loads(text.replace("regions:", zones % zone + "regions:") if zone else text)
        for zone in (old, new)
    )

    said = [one.text for one in before.changes_to(after) if one.code == "time_zone"]

    assert said == [
        f"local time means {new or 'no known zone'} instead of {old or 'no known zone'}"
    ]


DESKS = """
directory:
  id: d
  name: D
  sources: [{id: page, title: t, url: "https://a.example/", read_on: 2026-11-02}]
tiers: {standard: {}}
desks: [technical, billing]
regions:
  - id: r
    countries: [GB]
    availability: {standard: 24/7}
    lines:
      - {id: l, number: "+44 20 7946 0958", published_as: 020 7946 0958%s}
"""


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ("", ", desk: technical", []),  # the first desk is that of a line that names none
        (", desk: technical", ", desk: billing", ["the desk is billing instead of technical"]),
    ],
)
def test_a_desk_differs_where_callers_hear_of_another(before, after, told):
    """What the file writes and an answer does not show is no difference."""
    old, new = (supportlines.loads(DESKS % desk) for desk in (before, after))

    assert [one.text for one in old.changes_to(new)] == told


PARTS = """
directory:
  id: d
  name: D
  sources: [{id: page, title: t, url: "https://a.example/", read_on: 2026-11-02}]
tiers: {standard: {}}
regions:
"""
OF_BAVARIA = """
  - {id: bavaria, countries: [DE-BY], availability: {standard: "Mo-Fr 09:00-17:00; PH off"},
     lines: [{id: by, number: "+49 89 23125000"}]}
  - {id: germany, countries: [DE], availability: {standard: "Mo-Fr 09:00-17:00; PH off"},
     lines: [{id: de, number: "+49 30 23125000"}]}
"""
FOR_BAVARIA = """
  - id: germany
    countries: [DE]
    availability:
      standard:
        - {hours: "Mo-Fr 09:00-17:00; PH off"}
        - {hours: "Sa 10:00-14:00; PH off", for: {subdivisions: DE-BY}}
    lines: [{id: de, number: "+49 30 23125000"}]
"""


@pytest.mark.parametrize("regions", [OF_BAVARIA, FOR_BAVARIA])
def test_hours_that_name_holidays_are_compared_for_parts_that_nothing_names(regions):
    """Somewhere in Germany outside of Bavaria: whose holidays those are nobody says."""
    old = supportlines.loads(PARTS + regions)
    new = supportlines.loads(PARTS + regions.replace("30 23125000", "30 23125001"))

    assert [one.text for one in old.changes_to(new)] == [
        "number changed from +49 30 23125000 to +49 30 23125001"
    ]
