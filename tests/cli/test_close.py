"""`supportlines close`: a closure at short notice, and nothing else in the file."""

from __future__ import annotations

import json
from datetime import timedelta

import pytest

from supportlines.cli.duration import DurationError, parse_duration
from supportlines.cli.instant import AtError, parse_at
from supportlines.lookup import Question

DIRECTORY = """\
directory:
  id: helpdesk
  name: Helpdesk
  sources:
    - {id: page, title: Contact, url: "https://helpdesk.example", read_on: 2026-11-02}
tiers:
  standard: {name: Standard}
regions:
  - id: uk
    name: United Kingdom
    countries: [GB]
    languages: [en]
    availability:
      standard: 24/7
    lines:
      - id: london  # the old office
        number: "+44 20 7946 0958"
        published_as: 020 7946 0958
        # end of London
      - id: leeds
        number: "+44 113 496 0958"
        published_as: 0113 496 0958
"""
ADDED = """\
        exceptions:
          - {from: 2126-11-30T14:00Z, until: 2126-11-30T14:30Z, reason: Fire drill}
"""
CHANGED = DIRECTORY.replace("        # end of London\n", f"{ADDED}        # end of London\n")
WHEN = ("--from", "2126-11-30T14:00Z", "--for", "30m", "--reason", "Fire drill")


@pytest.fixture
def path(tmp_path):
    """Return a data file of one's own."""
    path = tmp_path / "my.yaml"
    path.write_text(DIRECTORY, encoding="utf-8")
    return path


def test_closure_is_written_and_told(run, path):
    """One line says what is closed, and what is answered then."""
    result = run("close", "london", *WHEN, "--directory", str(path))

    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout == (
        f"{path}: london is closed from 2126-11-30T14:00Z until 2126-11-30T14:30Z. "
        "Answered then (United Kingdom, standard): 0113 496 0958, open (leeds).\n"
    )
    assert path.read_text(encoding="utf-8") == CHANGED


@pytest.mark.parametrize(
    ("at", "state", "changes_at"),
    [
        ("2126-11-30T13:59:59Z", "open", "2126-11-30T14:00:00Z"),
        ("2126-11-30T14:00Z", "closed", "2126-11-30T14:30:00Z"),
        ("2126-11-30T14:29:59Z", "closed", "2126-11-30T14:30:00Z"),
        ("2126-11-30T14:30Z", "open", None),
    ],
)
def test_answer_is_that_of_the_closure(run, path, at, state, changes_at):
    """From its first second to the last before its end."""
    run("close", "london", *WHEN, "--directory", str(path))

    shown = run("now", "GB", "--at", at, "--directory", str(path), "--json").stdout
    (london,) = (one for one in json.loads(shown)["options"] if one["line"] == "london")

    assert (london["state"], london["changes_at"]) == (state, changes_at)


@pytest.mark.parametrize(
    "meeting",
    [
        "{on: 2126-11-30, hours: 24/7, priority: 4}",
        "{on: 2126-11-30, hours: 24/7}",
        "{on: 2126-11-30, hours: 24/7, adds: true}",
        "{from: 2126-11-30T13:00Z, until: 2126-11-30T15:00Z, hours: 24/7}",
        "{first_day: 2026-11-01, last_day: unknown, hours: 24/7}",
    ],
)
@pytest.mark.parametrize("key", ["regions", "line", "rule"])
def test_closure_holds_whatever_it_meets(run, path, key, meeting):
    """The later word, at short notice, goes before a plan."""
    text = {
        "regions": DIRECTORY.replace("    lines:\n", f"    exceptions: [{meeting}]\n    lines:\n"),
        "line": DIRECTORY.replace(
            "        # end", f"        exceptions: [{meeting}]\n        # end"
        ),
        "rule": DIRECTORY.replace(
            "standard: 24/7", f"standard: {{hours: 24/7, exceptions: [{meeting}]}}"
        ),
    }[key]
    path.write_text(text, encoding="utf-8")

    written = run("close", "london", *WHEN, "--directory", str(path))
    shown = run("now", "GB", "--at", "2126-11-30T14:10Z", "--directory", str(path), "--json")

    options = {one["line"]: one["state"] for one in json.loads(shown.stdout)["options"]}
    assert written.exit_code == 0
    assert options == {"leeds": "open", "london": "closed"}


def test_second_closure_goes_before_the_first(run, path):
    """It is written beside it, with a higher priority."""
    for lasts in ("30m", "1h"):
        words = ("--from", "2126-11-30T14:00Z", "--for", lasts, "--reason", "Fire drill")
        assert run("close", "london", *words, "--directory", str(path)).exit_code == 0

    text = path.read_text(encoding="utf-8")
    assert "until: 2126-11-30T15:00Z, priority: 1, reason: Fire drill}" in text
    assert text.count("- {from: ") == 2


def test_same_closure_twice_is_one(run, path):
    """A script may try again."""
    run("close", "london", *WHEN, "--directory", str(path))

    result = run("close", "london", *WHEN, "--directory", str(path))

    assert result.exit_code == 0
    assert "london was closed already from 2126-11-30T14:00Z" in result.stdout
    assert path.read_text(encoding="utf-8") == CHANGED


def test_dry_run_shows_the_difference_and_writes_nothing(run, path):
    """As `diff -u` does."""
    result = run("close", "london", *WHEN, "--directory", str(path), "--dry-run")

    assert result.exit_code == 0
    assert (
        result.stdout
        == f"""\
--- {path}
+++ {path}
@@ -16,6 +16,8 @@
       - id: london  # the old office
         number: "+44 20 7946 0958"
         published_as: 020 7946 0958
+        exceptions:
+          - {{from: 2126-11-30T14:00Z, until: 2126-11-30T14:30Z, reason: Fire drill}}
         # end of London
       - id: leeds
         number: "+44 113 496 0958"
"""
    )
    assert result.stderr == f"{path}: nothing is written.\n"
    assert path.read_text(encoding="utf-8") == DIRECTORY


@pytest.mark.parametrize("more", [(), ("--dry-run",)])
def test_json_has_the_closure_and_what_is_answered(run, path, more):
    """One object, whether it is written or not."""
    shown = run("close", "london", *WHEN, "--directory", str(path), "--json", *more).stdout

    data = json.loads(shown)
    diff = data.pop("diff")
    assert data == {
        "file": str(path),
        "line": "london",
        "from": "2126-11-30T14:00:00Z",
        "until": "2126-11-30T14:30:00Z",
        "reason": "Fire drill",
        "priority": 0,
        "is_new": True,
        "is_written": not more,
        "answer": {
            "at": "2126-11-30T14:00:00Z",
            "country": "GB",
            "tier": "standard",
            "state": "open",
            "line": "leeds",
            "dial": "0113 496 0958",
            "changes_at": None,
        },
    }
    assert [line for line in diff.splitlines() if line.startswith("+ ")] == [
        f"+{line}" for line in ADDED.splitlines()
    ]


def test_local_times_are_those_of_a_zone(run, path):
    """Written as instants, for callers everywhere."""
    words = ("--from", "2126-11-30 09:00", "--until", "2126-11-30T09:30", "--reason", "Fire drill")
    place = ("--time-zone", "America/New_York", "--directory", str(path))

    assert run("close", "london", *words, *place).exit_code == 0
    assert path.read_text(encoding="utf-8") == CHANGED


def test_without_a_beginning_it_begins_now(run, path):
    """And lasts as long as was said, or a part of a minute longer."""
    words = ("--for", "90 min", "--reason", "Fire drill", "--directory", str(path), "--json")

    data = json.loads(run("close", "london", *words).stdout)

    lasts = parse_at(data["until"]) - parse_at(data["from"])
    assert timedelta(minutes=90) <= lasts <= timedelta(minutes=91)


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("londn", *WHEN), 'there is no line "londn". Write one of: "london", "leeds".'),
        (
            ("london", "--for", "soon", "--reason", "x"),
            (
                '--for "soon" is no duration from a minute to a year. '
                'Write one such as "30m", "1h30m" or "2 days".'
            ),
        ),
        (
            ("london", "--until", "2126-11-30T14:00", "--reason", "x"),
            (
                '--until "2126-11-30T14:00" has no time zone. Write an instant such as '
                '"2026-11-23T16:00Z" or "2026-11-23T17:00+01:00", '
                "or say with --time-zone whose clock it is."
            ),
        ),
        (
            ("london", "--until", "2020-01-01T00:00Z", *WHEN[:2], *WHEN[4:]),
            (
                "the closure ends at 2020-01-01T00:00Z and begins at 2126-11-30T14:00Z. "
                "Give a later end."
            ),
        ),
        (
            ("london", "--for", "30m", "--reason", " "),
            "the reason is empty. Say why, to whoever calls.",
        ),
    ],
    ids=lambda value: value[0] if isinstance(value, tuple) else "",
)
def test_wrong_words_are_refused_and_nothing_is_written(run, path, arguments, message):
    """With what to write instead."""
    result = run("close", *arguments, "--directory", str(path))

    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr == f"supportlines: {message}\n"
    assert path.read_text(encoding="utf-8") == DIRECTORY


@pytest.mark.parametrize(
    "arguments",
    [
        ("london", "--reason", "x"),
        ("london", "--for", "30m", "--until", "2126-11-30T14:00Z", "--reason", "x"),
    ],
)
def test_either_a_duration_or_an_end_is_given(run, path, arguments):
    """Not both, and not none."""
    result = run("close", *arguments, "--directory", str(path))

    assert result.exit_code == 2
    assert "give either --for or --until." in result.stderr


@pytest.mark.parametrize("words", [(), ("--directory", "redhat-support")])
def test_shipped_directory_is_not_changed(run, words):
    """It belongs to the package."""
    result = run("close", "mx-toll-free", *WHEN, *words)

    assert result.exit_code == 2
    assert result.stderr == (
        'supportlines: the shipped directory "redhat-support" cannot be changed. '
        "Name a data file of your own with --directory.\n"
    )


def test_file_with_problems_is_refused_with_all_of_them(run, path):
    """As `check` shows them: mend it first."""
    wrong = DIRECTORY.replace("[en]", "[english]").replace("[GB]", "[UK]")
    path.write_text(wrong, encoding="utf-8")

    result = run("close", "london", *WHEN, "--directory", str(path))
    checked = run("check", str(path))

    assert result.exit_code == 2
    assert len(result.stderr.splitlines()) > 1
    assert result.stderr == checked.stdout
    assert path.read_text(encoding="utf-8") == wrong


def test_file_that_is_not_there_is_named(run, tmp_path):
    """And none is made."""
    result = run("close", "london", *WHEN, "--directory", str(tmp_path / "none.yaml"))

    assert result.exit_code == 2
    assert "none.yaml: there is no such file." in result.stderr
    assert list(tmp_path.iterdir()) == []


SEVERAL = """\
directory:
  id: helpdesk
  name: Helpdesk
  sources:
    - {id: page, title: Contact, url: "https://helpdesk.example", read_on: 2026-11-02}
tiers:
  standard: {name: Standard}
  premium: {name: Premium, includes: standard}
desks:
  technical: {}
  sales: {}
facets:
  brand: {name: "Which brand?", values: {north: North, south: South}, required: true}
regions:
  - id: islands
    countries: [IE, GB, FR]
    languages: [en]
    availability:
      standard: 24/7
    lines:
      - {id: own, number: "+44 20 7946 0951", serves: [GB, IE, FR]}
      - {id: all, number: "+44 20 7946 0952"}
      - {id: part, number: "+44 20 7946 0953", serves: [GB-SCT]}
      - {id: sales, number: "+44 20 7946 0954", desk: sales, serves: [FR]}
      - {id: form, url: "https://helpdesk.example/form", serves: [GB]}
      - {id: south, number: "+44 20 7946 0955", serves: [GB], for: {brand: south, tiers: [premium]}}
      - {id: mobile, number: "+44 20 7946 0956", serves: [GB], dialable_by: mobile}
      - {id: cut, published_as: 020 7946, serves: [GB], unusable: The digits are cut off.}
      - {id: gone, number: "+44 20 7946 0957", serves: [GB], valid_until: 2126-11-20}
      - {id: new, number: "+44 20 7946 0958", serves: [GB], valid_from: 2126-12-10}
"""


@pytest.mark.parametrize(
    ("line", "who"),
    [
        ("own", "United Kingdom, standard, technical"),  # the first that is written
        ("all", "Ireland, standard, technical"),
        ("part", "United Kingdom, GB-SCT, standard, technical"),
        ("sales", "France, standard, sales"),
        ("form", "United Kingdom, standard, technical"),
        ("south", "United Kingdom, premium, technical, south"),
        ("mobile", "United Kingdom, standard, technical, mobile"),
    ],
)
def test_who_is_answered_is_one_for_whom_the_line_is(run, path, line, who):
    """Always the same one: what is told first is the closed line itself, or what stands for it."""
    path.write_text(SEVERAL, encoding="utf-8")

    result = run("close", line, *WHEN, "--directory", str(path), "--json")
    told = run("close", line, *WHEN, "--directory", str(path)).stdout

    answer = json.loads(result.stdout)["answer"]
    assert f"Answered then ({who}): " in told
    assert answer["line"] == {"sales": "sales", "form": "form"}.get(line, answer["line"])


ELSEWHERE = DIRECTORY.replace(
    "        # end of London\n", "        serves: [CA, US]\n        for: {subdivisions: [US-CA]}\n"
).replace("[GB]", "[GB, CA, US]")


def test_part_that_a_line_is_for_is_one_of_a_country_that_it_serves(run, path):
    """Not of the first that it serves, where that has no such part."""
    path.write_text(ELSEWHERE, encoding="utf-8")

    result = run("close", "london", *WHEN, "--directory", str(path))

    assert (result.exit_code, result.stderr) == (0, "")
    assert "Answered then (United States, US-CA, standard): " in result.stdout
    assert "reason: Fire drill" in path.read_text(encoding="utf-8")


def test_closure_of_a_line_that_is_for_nobody_is_written(run, path):
    """There is nobody of whom an answer could be told."""
    path.write_text(ELSEWHERE.replace("serves: [CA, US]", "serves: [CA]"), encoding="utf-8")

    result = run("close", "london", *WHEN, "--directory", str(path))

    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout == (
        f"{path}: london is closed from 2126-11-30T14:00Z until 2126-11-30T14:30Z.\n"
    )
    assert "reason: Fire drill" in path.read_text(encoding="utf-8")


def test_question_that_is_refused_keeps_no_closure_from_being_told(run, path, monkeypatch):
    """What stands in the file is reported as written, whatever else can be said of it."""
    wrong = Question("GB", tier="gone")
    monkeypatch.setattr("supportlines.lookup.served.first_question", lambda *_: wrong)

    result = run("close", "london", *WHEN, "--directory", str(path))

    assert (result.exit_code, result.stderr) == (0, "")
    assert "london is closed from " in result.stdout
    assert path.read_text(encoding="utf-8") == CHANGED


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("cut", "The digits are cut off."),
        ("gone", "it is listed until 2126-11-20 only."),
        ("new", "it is listed from 2126-12-10 on."),
    ],
)
@pytest.mark.parametrize("more", [(), ("--dry-run",), ("--json",)])
def test_closure_of_a_line_that_nobody_is_offered_says_so(run, path, line, why, more):
    """It is written all the same: the line may be mended."""
    path.write_text(SEVERAL, encoding="utf-8")

    result = run("close", line, *WHEN, "--directory", str(path), *more)

    assert result.exit_code == 0
    assert f"{path}: nobody is offered {line} then, closed or not: {why}\n" in result.stderr


def test_closure_that_is_over_says_so(run, path):
    """Somebody has mistaken the day."""
    words = ("--from", "2025-11-30T14:00Z", "--for", "30m", "--reason", "Fire drill")

    result = run("close", "london", *words, "--directory", str(path))

    assert result.exit_code == 0
    assert "london is closed from 2025-11-30T14:00Z until 2025-11-30T14:30Z." in result.stdout
    assert result.stderr == (
        f"{path}: the closure is over already: what is answered from now on stays as it is.\n"
    )


def test_dry_run_of_what_is_there_says_so(run, path):
    """An empty difference alone would leave one guessing."""
    run("close", "london", *WHEN, "--directory", str(path))

    result = run("close", "london", *WHEN, "--directory", str(path), "--dry-run")

    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr == (f"{path}: london is closed then already, and nothing is written.\n")


def test_help_has_an_example(run):
    """On a bad day nobody looks for a page."""
    shown = run("close", "--help").stdout

    assert 'close london --for 30m --reason "Fire alarm" --directory helpdesk.yaml' in shown
    assert "from a minute to a year" in " ".join(shown.split())


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("1m", 1),
        ("30m", 30),
        ("90 min", 90),
        ("2h", 120),
        ("1h30m", 90),
        ("1 hour, 30 minutes", 90),
        ("1d", 1440),
        ("2 days 3 hrs", 3060),
        (" 1D 1H 1M ", 1501),
        ("366d", 366 * 1440),
    ],
)
def test_durations_are_read(text, minutes):
    """As people write them; a day has 24 hours."""
    assert parse_duration(text) == timedelta(minutes=minutes)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "30",
        "m",
        "0m",
        "-5m",
        "1.5h",
        "30m1h",
        "1h1h",
        "1w",
        "30s",
        "1h x",
        "367d",
        "٣0m",
        "1mi",
    ],
)
def test_other_durations_are_refused(text):
    """What could be read in two ways, and what is no closure at short notice."""
    with pytest.raises(DurationError, match="is no duration from a minute to a year"):
        parse_duration(text)


@pytest.mark.parametrize(
    ("text", "zone", "problem"),
    [
        ("2026-03-29T01:30", "Europe/London", "is skipped by the clock of Europe/London"),
        ("2026-10-25T01:30", "Europe/London", "comes twice on the clock of Europe/London"),
        ("2026-10-04T02:15", "Australia/Lord_Howe", "is skipped by"),
        ("2011-12-30T12:00", "Pacific/Apia", "is skipped by"),  # the day that never was
    ],
)
def test_time_that_the_clock_does_not_show_once_is_refused(text, zone, problem):
    """Which of two instants is meant, only who types it knows."""
    with pytest.raises(AtError, match=problem):
        parse_at(text, "--from", zone)


def test_offset_that_is_written_wins_over_the_zone():
    """The zone is for times without one."""
    assert parse_at("2126-11-30T14:00Z", "--from", "Asia/Tokyo").isoformat() == (
        "2126-11-30T14:00:00+00:00"
    )
