"""What the command prints: golden files, the picture, and what it refuses."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from click.testing import CliRunner

from supportlines.cli.main import command

ROOT = Path(__file__).resolve().parents[2]
GOLDEN = Path(__file__).with_name("golden")
SVG = "{http://www.w3.org/2000/svg}"


def refresh():
    """Return the names of `refresh.py`."""
    names = {"__file__": str(Path(__file__).with_name("refresh.py")), "__name__": "refresh"}
    exec(Path(names["__file__"]).read_text(encoding="utf-8"), names)  # noqa: S102 - our own
    return names


REFRESH = refresh()
QUESTIONS = REFRESH["QUESTIONS"]


@pytest.mark.parametrize("path", QUESTIONS, ids=lambda path: path.name)
def test_output_is_the_file_that_is_kept(path):
    """After a change run `python -m tests.refresh` and read the diff."""
    assert REFRESH["output"](path).decode("utf-8") == path.read_text(encoding="utf-8")


def test_directory_of_the_docs_is_the_one_that_is_drawn():
    """The picture on the page is that of the file on the page."""
    page = (ROOT / "docs" / "how_to" / "coverage.md").read_text(encoding="utf-8")

    assert REFRESH["HELPDESK"].read_text(encoding="utf-8") in page


def test_no_golden_file_is_forgotten():
    """Each is compared with something."""
    assert set(GOLDEN.iterdir()) == {path for path in QUESTIONS if path.parent == GOLDEN}


@pytest.fixture(scope="module")
def drawn():
    """Return a picture as text and as a tree."""
    text = (GOLDEN / "world.svg").read_text(encoding="utf-8")
    return text, ET.fromstring(text)  # noqa: S314 - our own file


def test_picture_says_in_words_what_it_shows(drawn):
    """Title and description are for those who do not see it, and name the gaps."""
    _, svg = drawn
    names = svg.get("aria-labelledby").split()
    said = {one.get("id"): one.text for one in svg if one.get("id") in names}

    assert svg.get("role") == "img"
    assert said["title"] == "Who is served when: example-world, 2026, callers' local time"
    assert "Spanish, standard, 7 countries: 14 % of the hours" in said["desc"]
    assert "Nobody answers: Mon–Thu 18:00–08:00" in said["desc"]
    assert "18 % of the hours of the week are served, of 6 % it is not known." in said["desc"]
    assert "Not known whether somebody answers: " in said["desc"]
    assert "There is no hour" not in said["desc"]


def test_every_hour_has_words_of_its_own(drawn):
    """168 hours for each of the two tiers, and what is served in part says how much."""
    _, svg = drawn
    titles = [one.text for one in svg.iter(f"{SVG}title")][1:]

    assert len(titles) == 2 * 168
    assert titles[9] == "Mon 09:00–10:00: 56 % served"
    shown = [group.find(f"{SVG}text") for group in svg.iter(f"{SVG}g") if group.get("id") is None]
    # Mexico on all 52 Mondays; Germany, Spain and the United Kingdom not on 28 December.
    assert "56" in {text.text for text in shown if text is not None}


def test_picture_is_for_light_and_dark_and_has_no_script(drawn):
    """It can stand on any page, and loads nothing."""
    text, svg = drawn

    assert "prefers-color-scheme: dark" in text
    assert not list(svg.iter(f"{SVG}script"))
    assert not re.findall(r"href|url\(|@import| on\w+=", text)


def test_picture_goes_into_a_file(run, tmp_path):
    """And the table is not printed then; --json can be."""
    path = tmp_path / "week.svg"
    path.write_text("<svg>old</svg>", encoding="utf-8")

    result = run("--year", "2026", "--country", "DE", "--svg", str(path))
    both = run("--year", "2026", "--country", "DE", "--svg", str(path), "--json")

    assert (result.exit_code, result.stdout) == (0, "")
    assert path.read_text(encoding="utf-8").startswith("<svg ")
    assert json.loads(both.stdout)["year"] == 2026


@pytest.mark.parametrize(
    "content", ["old", "directory: {}\n", "  <html></html>", "{}", " " * 9_999 + "a: 1", "<svgmap>"]
)
def test_no_picture_is_drawn_over_another_file(run, tmp_path, content):
    """A name too much on a command line must not cost a directory that was typed by hand."""
    path = tmp_path / "keep.yaml"
    path.write_text(content, encoding="utf-8")

    result = run("--year", "2026", "--country", "DE", "--svg", str(path))

    assert (result.exit_code, path.read_text(encoding="utf-8")) == (2, content)
    assert result.stderr == (
        f"supportlines: {path}: there is a file of another kind, and it stays as it is. "
        "Give another name, or move the file away.\n"
    )


@pytest.mark.parametrize(
    "content", ["", "<svg/>", "\ufeff<svg>", '<?xml version="1.0"?>\n<!-- week -->\n<svg>']
)
def test_a_picture_is_drawn_over_another(run, tmp_path, content):
    """However it begins; an empty file holds a name."""
    path = tmp_path / "week.svg"
    path.write_text(content, encoding="utf-8")

    assert run("--year", "2026", "--country", "DE", "--svg", str(path)).exit_code == 0
    assert path.read_text(encoding="utf-8").startswith("<svg ")


def test_colours_are_left_out_where_no_terminal_is(run):
    """Shades alone tell what there is to tell."""
    assert "\x1b" not in run("--year", "2026", "--country", "DE").stdout


def test_terminal_without_blocks_gets_letters(world_file):
    """A question mark there means "not known" and nothing else."""
    question = ["--year", "2026", "--country", "US", "--tier", "premium"]
    done = subprocess.run(
        [sys.executable, "-m", "supportlines", "coverage", *question, "--directory", world_file],
        env={"PYTHONIOENCODING": "ascii", "PATH": "/usr/bin:/bin"},
        stdout=subprocess.PIPE,
        check=True,
    )

    (monday,) = re.findall(rb"^  Mon  (.*)$", done.stdout, re.MULTILINE)
    assert monday == b"?" * 18 + b"#" * 18 + b"?" * 8 + b"#" * 4


def test_year_is_this_year_if_nothing_is_said(run):
    """Only the command line reads the clock."""
    data = json.loads(run("--country", "DE", "--json").stdout)

    assert data["year"] >= 2026
    assert data["clock"] == "local"


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (["--country", "UK"], 'supportlines: there is no country "UK"; the code of the United'),
        (["--language", "english"], 'supportlines: "english"'),
        (["--tier", "gold"], "gold"),
        (["--year", "next"], "next"),
        (["--year", "12026"], "12026"),
        (["--week", "2026-11-23"], 'supportlines: --week "2026-11-23" is no instant. Write an'),
        (["--week", "2026-11-23T10:00"], '--week "2026-11-23T10:00" has no time zone.'),
        (["--week", "2026-11-23T10:00Z", "--year", "2026"], "exclude each other"),
        (["--week", "0001-01-01T00:00Z"], "is not in the years 1900 to 2999"),
        (["--week", "9999-12-31T23:00Z"], "is not in the years 1900 to 2999"),
        (["--svg", "-", "--json"], "name a file for the picture"),
        (["--svg", "no/such/folder.svg"], "no/such/folder.svg: there is no such folder."),
    ],
)
def test_wrong_input_is_refused(run, arguments, expected):
    """Exit status 2, nothing printed, and what to do."""
    result = run(*arguments)

    assert (result.exit_code, result.stdout) == (2, "")
    assert expected in result.stderr


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        ((), r"\Aoptions · desk billing · 2026 · "),
        (("--json",), r'"desk": "billing"'),
        (("--svg", "-"), r"options, desk billing, 2026, "),
    ],
)
def test_the_desk_that_is_measured_is_named(more, expected):
    """In the heading, in the object for programs and in the title of the picture."""
    path = str(ROOT / "tests" / "render" / "options.yaml")
    words = ["coverage", "--year", "2026", "--desk", "billing", "--directory", path, *more]

    assert re.search(expected, CliRunner().invoke(command, words).stdout)


def test_an_unknown_desk_is_refused():
    """As is a tier that does not exist."""
    path = str(ROOT / "tests" / "render" / "options.yaml")

    result = CliRunner().invoke(command, ["coverage", "--desk", "bills", "--directory", path])

    assert result.exit_code == 2
