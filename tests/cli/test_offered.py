"""What the shell offers when TAB is pressed: the names that the command would take."""

from __future__ import annotations

import pytest
from click.shell_completion import ShellComplete

from supportlines.cli.main import command

TWO_LINES = r"""
directory:
  id: two
  name: Two
  sources: [{id: page, title: Page, url: "https://two.example", read_on: 2026-11-02}]
tiers: {standard: {}}
regions:
  - id: uk
    countries: [GB]
    availability: {standard: 24/7}
    lines:
      - {id: london, number: "+44 20 7946 0958", published_as: "020 7946 0958\n· now"}
      - {id: leeds, number: "+44 113 496 0958", published_as: 0113 496 0958}
"""


def offered(*words, incomplete):
    """Return what is offered after *words*, with its help."""
    shell = ShellComplete(command, {}, "supportlines", "_SUPPORTLINES_COMPLETE")
    return [(one.value, one.help) for one in shell.get_completions(list(words), incomplete)]


def test_countries_are_offered_with_their_names():
    """In whatever case the first letter is typed."""
    assert ("GB", "United Kingdom") in offered("now", incomplete="g")
    assert offered("now", incomplete="JP") == [("JP", "Japan")]


@pytest.mark.parametrize(
    ("words", "incomplete", "expected"),
    [
        (["now", "GB", "--tier"], "p", ["premium"]),
        (["now", "GB", "--time-zone"], "europe/lond", ["Europe/London"]),
        (["now", "GB", "--language"], "f", ["fr"]),
        (["now", "GB", "--language"], "x", []),
        (["lines"], "latin", ["latin-america"]),
        (["lines"], "zw", ["ZW"]),
        (["prepare", "--desk"], "t", ["technical"]),
        (["prepare", "--request"], "", []),
    ],
)
def test_names_of_the_shipped_directory_are_offered(words, incomplete, expected):
    """Those that begin with what was typed."""
    assert [value for value, _ in offered(*words, incomplete=incomplete)] == expected


@pytest.mark.parametrize(
    ("directory", "option", "incomplete", "expected"),
    [
        ("gis-zhkh", "--request", "", ["error", "question", "suggestion"]),
        ("gis-zhkh", "--request", "E", ["error"]),
        ("insales", "--desk", "", ["privacy"]),
        ("no-such-file.yaml", "--desk", "", []),  # the command says what is wrong with it
        ("no-such-file.yaml", "--request", "", []),
    ],
)
def test_names_of_the_directory_that_is_named_are_offered(directory, option, incomplete, expected):
    """What was typed before decides what can follow."""
    words = ["prepare", "--directory", directory, option]

    assert [value for value, _ in offered(*words, incomplete=incomplete)] == expected


@pytest.mark.parametrize(
    ("words", "option", "incomplete", "expected"),
    [
        (("now", "GB"), "--tier", "", ["gold", "silver"]),
        (("now", "GB"), "--desk", "", ["sales", "technical"]),
        (("now", "GB"), "--severity", "", ["high", "low"]),
        (("now", "GB"), "--language", "", ["de", "en", "fr", "ru"]),
        (("coverage",), "--tier", "", ["gold", "silver"]),
        (("coverage",), "--desk", "s", ["sales"]),
        (("coverage",), "--language", "f", ["fr"]),
        (("lines",), None, "i", ["inside"]),
    ],
)
def test_names_of_a_file_of_ones_own_are_offered(tmp_path, words, option, incomplete, expected):
    """And none of the shipped directory; languages wherever one is stated."""
    path = tmp_path / "own.yaml"
    path.write_text(OWN_NAMES, encoding="utf-8")
    typed = [*words, "--directory", str(path), *([] if option is None else [option])]

    found = [value for value, _ in offered(*typed, incomplete=incomplete)]

    assert [value for value in found if value != value.upper()] == expected  # but for countries


OWN_NAMES = """\
directory:
  id: own
  name: Own
  assumed_languages: [ru]
  sources: [{id: page, title: Page, url: "https://own.example", read_on: 2026-11-02}]
tiers: {silver: {}, gold: {}}
severities: [low, high]
desks: {technical: {}, sales: {}}
regions:
  - id: outside
    countries: [GB]
    languages: [en]
    availability: {silver: [{hours: 24/7, languages: [de]}]}
    lines:
      - {id: london, number: "+44 20 7946 0958"}
    regions:
      - {id: inside, countries: [FR], languages: [fr]}
"""


@pytest.mark.parametrize(
    ("incomplete", "expected"),
    [
        ("l", [("leeds", "0113 496 0958"), ("london", "020 7946 0958 · now")]),
        ("LO", [("london", "020 7946 0958 · now")]),
        ("x", []),
    ],
)
def test_lines_of_a_file_are_offered_with_what_is_published(tmp_path, incomplete, expected):
    """Whoever closes a line seldom knows its id by heart; a line break has no place in a list."""
    path = tmp_path / "helpdesk.yaml"
    path.write_text(TWO_LINES)

    assert offered("close", "--directory", str(path), incomplete=incomplete) == expected


def test_no_line_is_offered_of_what_cannot_be_read(tmp_path):
    """The command says what is wrong with it."""
    path = tmp_path / "none.yaml"

    assert offered("close", "--directory", str(path), incomplete="") == []
