"""The reference is complete: it lists what the code has, no more and no less."""

from __future__ import annotations

import ast
import json
import re
from pathlib import Path

import pytest

import supportlines
from supportlines.cli.main import command
from supportlines.hours import Schedule

REFERENCE = Path(__file__).resolve().parents[2] / "docs" / "reference"
SMALL = "tests/data/small_directory.yaml"
STATES = ("open", "closed", "unknown")
NAMED_BY_DATA = ("values", "facets", "only_for", "language_modes", "packages")
"""Keys of objects whose keys are values of a code (see codes.md), facets, languages, packages."""


def codes_in_code():
    """Return every code that the modules hand to Reason, to Caveat or to a function making one."""
    found = set()
    for path in Path(supportlines.__file__).parent.rglob("*.py"):
        nodes = list(ast.walk(ast.parse(path.read_text(encoding="utf-8"))))
        assigned = {
            target.id: node.value
            for node in nodes
            if isinstance(node, ast.Assign)
            for target in node.targets
            if isinstance(target, ast.Name)
        }
        calls = [node for node in nodes if isinstance(node, ast.Call) and node.args]
        for node in calls:
            name = getattr(node.func, "id", "")
            if name in {"Caveat", "Reason"}:
                found |= texts_of(node.args[0], assigned)
    return found


def texts_of(node, assigned):
    """Return the texts that an expression can have; none if it only hands on what it was given."""
    if isinstance(node, ast.Constant):
        return {node.value}
    if isinstance(node, ast.Name):
        return texts_of(assigned.get(node.id), assigned)
    if isinstance(node, ast.IfExp):
        return texts_of(node.body, assigned) | texts_of(node.orelse, assigned)
    if isinstance(node, ast.JoinedStr) and isinstance(node.values[0], ast.Constant):
        return {f"{node.values[0].value}{state}" for state in STATES}  # f"hours_{state}"
    return set()


def test_every_code_of_an_answer_is_explained():
    """Programs can rely on the list of codes."""
    page = (REFERENCE / "codes.md").read_text(encoding="utf-8")

    listed = set(re.findall(r"^\| `([a-z_]+)`", page, re.MULTILINE))

    assert listed == codes_in_code()


def test_every_command_and_option_is_in_the_reference():
    """The page of the command line has a section for each command and a row for each option."""
    page = (REFERENCE / "command_line.md").read_text(encoding="utf-8")
    sections = re.split(r"^## `supportlines ", page, flags=re.MULTILINE)[1:]

    listed = {
        re.match(r"\w+", text).group(): set(re.findall(r"`(-{1,2}[\w-]+)", text))
        for text in sections
    }

    options = {
        name: {
            option
            for one in command.get_command(None, name).params
            for option in (*one.opts, *one.secondary_opts)
            if option.startswith("-")
        }
        for name in command.list_commands(None)
    }
    assert listed == options


def test_every_variable_is_in_the_reference():
    """What a machine sets for the command line is told on its page."""
    page = (REFERENCE / "command_line.md").read_text(encoding="utf-8")
    modules = Path(supportlines.__file__).parent.rglob("*.py")

    code = "".join(path.read_text(encoding="utf-8") for path in modules)
    read = set(re.findall(r'"(SUPPORTLINES_[A-Z_]+)"', code))

    assert len(read) > 1
    assert [name for name in read if f"`{name}" not in page] == []


def test_the_page_of_python_lists_what_is_exported():
    """Every public name once, and nothing that is none."""
    page = (REFERENCE / "python.md").read_text(encoding="utf-8")

    listed = re.findall(r"^\.\. auto\w+:: supportlines\.(\w+)(?:\(\))?$", page, re.MULTILINE)

    assert sorted(listed) == sorted(supportlines.__all__)


def test_the_glossary_has_every_public_name():
    """Each of them is a word that a reader can look up."""
    page = (REFERENCE / "glossary.md").read_text(encoding="utf-8")

    named = set(re.findall(r"`([A-Za-z_]+)`", page))

    assert [name for name in supportlines.__all__ if name not in named] == []


def test_the_words_of_the_code_are_those_of_the_code():
    """What the glossary says that a module calls something is the name of a class there."""
    page = (REFERENCE / "glossary.md").read_text(encoding="utf-8")
    section = page.partition("## Words of the code")[2].partition("\n## ")[0]
    code = "\n".join(
        path.read_text(encoding="utf-8")
        for path in Path(supportlines.__file__).parent.rglob("*.py")
    )

    named = re.findall(r"`([A-Za-z]+)`", section)

    assert len(named) > 20
    assert [name for name in named if not re.search(rf"^class {name}\b", code, re.MULTILINE)] == []


def test_words_of_the_glossary_stand_once():
    """One word for one thing, in the order of the page."""
    page = (REFERENCE / "glossary.md").read_text(encoding="utf-8")

    words = re.findall(r"^\| ([a-z][^|`]*) \|", page, re.MULTILINE)

    told = [word for word in words if word not in ("word", "error")]
    assert len(told) == len(set(told))


@pytest.mark.parametrize(
    ("name", "arguments"),
    [
        ("now", "US --at 2026-11-22T06:00Z --directory " + SMALL),
        ("now", "TH --at 2026-11-22T06:00Z"),
        ("hours", "24/7 --time-zone Europe/London"),
        ("lines", "--directory insales"),
        ("prepare", "--directory gis-zhkh"),
        ("check", "tests/doubts/cases/digits-missing.yaml tests/invalid/a_list.yaml"),
        ("diff", "tests/data/diff_old.yaml tests/data/diff_new.yaml"),
        ("close", "gb-local --for 30m --reason x --dry-run --directory " + SMALL),
        ("coverage", "--country AE --week 2026-11-30T00:00Z"),
        ("doctor", ""),
    ],
)
def test_the_section_of_a_command_has_its_keys(name, arguments, monkeypatch, capsys):
    """Whoever reads the output of a command finds each key under its heading."""
    page = (REFERENCE / "json.md").read_text(encoding="utf-8")
    section = page.partition(f"## `supportlines {name} … --json`")[2].partition("\n## ")[0]
    listed = re.findall(r"`([a-z_]+)`", re.sub(r"```.*?```", "", section, flags=re.DOTALL))
    monkeypatch.chdir(REFERENCE.parents[1])

    with pytest.raises(SystemExit):
        command([name, *arguments.split(), "--json"])

    printed = keys_of(json.loads(capsys.readouterr().out))
    assert printed - set(listed) == set()


def keys_of(data):
    """Return the keys of all objects in *data*, but for those that the data name."""
    if isinstance(data, dict):
        nested = (keys_of(one) for key, one in data.items() if key not in NAMED_BY_DATA)
        return set(data).union(*nested)
    return set().union(*map(keys_of, data)) if isinstance(data, list) else set()


def test_every_expression_of_the_reference_can_be_written():
    """The table of the notation shows nothing that the parser refuses."""
    page = (REFERENCE / "hours.md").read_text(encoding="utf-8")
    cells = re.findall(r"^\| (`.*?`) \|", page, re.MULTILINE)
    expressions = [text for cell in cells for text in cell[1:-1].split("`, `")]

    written = [text for text in expressions if text not in {"A; B", "A, B"}]

    assert len(written) > 15
    for text in written:
        assert Schedule.parse(text) == Schedule.parse(str(Schedule.parse(text)))
