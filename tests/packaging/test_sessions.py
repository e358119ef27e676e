"""The sessions of noxfile.py are those that the other files name, and each is called somewhere."""

from __future__ import annotations

import ast
import importlib.util
import json
import re
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).resolve().parents[2]
TREE = ast.parse((ROOT / "noxfile.py").read_text(encoding="utf-8"))
WORKFLOW = yaml.safe_load((ROOT / ".github" / "workflows" / "ci.yml").read_text(encoding="utf-8"))
RUN = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
PYPROJECT = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
SUPPORTED = re.findall(r'"Programming Language :: Python :: (3\.\d+)"', PYPROJECT)


def sessions():
    """Return the session functions of the noxfile, with whether they are for several Pythons."""
    found = {}
    for one in TREE.body:
        if isinstance(one, ast.FunctionDef):
            for decorator in one.decorator_list:
                if isinstance(decorator, ast.Call) and decorator.func.attr == "session":
                    (python,) = (word.value for word in decorator.keywords if word.arg == "python")
                    found[one.name] = getattr(python, "id", "") == "SUPPORTED"
    return found


def called_by_workflow():
    """Return the names of sessions as the jobs call them."""
    jobs = WORKFLOW["jobs"]
    pythons = jobs["tests"]["strategy"]["matrix"]["python"]
    return [*jobs["session"]["strategy"]["matrix"]["session"], *(f"tests-{one}" for one in pythons)]


def called_by_run():
    """Return the names of sessions as the lanes call them, without their Python."""
    named = r"^.*(?:\blane |sessions=|on_oldest=|short\+=)(.*)$"
    lanes = " ".join(re.findall(named, RUN, re.MULTILINE))
    return set(re.findall(r"[a-z_]+", lanes)) & set(sessions())


def test_there_are_sessions():
    """Whatever reads none of them would find nothing wrong."""
    assert {"lint", "tests", "docs", "coverage"} <= set(sessions())


def test_the_workflow_calls_sessions_that_there_are():
    """With a Python where there is one session for each, and without where not."""
    known = sessions()
    for name in called_by_workflow():
        session, _, python = name.partition("-")
        assert session in known, name
        assert bool(python) is known[session], name
        assert not python or python in SUPPORTED, name


def test_the_workflow_tries_every_python_on_every_system():
    """Those that are not built for one machine are tried on another of the same system."""
    matrix = WORKFLOW["jobs"]["tests"]["strategy"]["matrix"]
    pairs = {(system, python) for system in matrix["os"] for python in matrix["python"]}
    pairs -= {(one["os"], one["python"]) for one in matrix["exclude"]}
    pairs |= {(one["os"], one["python"]) for one in matrix["include"]}

    tried = {(system.partition("-")[0], python) for system, python in pairs}

    systems = ("ubuntu", "macos", "windows")
    assert tried == {(system, python) for system in systems for python in SUPPORTED}


def test_each_session_is_called_by_the_run_on_one_machine():
    """A session that nobody calls says nothing; what the tests reach only the workflow asks."""
    assert called_by_run() == set(sessions()) - {"coverage"}
    assert "coverage" in called_by_workflow()


def test_each_session_says_what_it_is_for():
    """`nox --list` shows it."""
    functions = [one for one in TREE.body if isinstance(one, ast.FunctionDef)]

    assert [one.name for one in functions if not ast.get_docstring(one)] == []


@pytest.mark.parametrize("path", sorted((ROOT / ".github" / "ISSUE_TEMPLATE").glob("[!c]*.yml")))
def test_an_issue_asks_for_input_output_and_what_is_right(path):
    """Without one of the three nobody can tell what is wrong."""
    form = yaml.safe_load(path.read_text(encoding="utf-8"))

    required = [one["id"] for one in form["body"] if one["validations"]["required"]]

    assert {"input", "output", "right"} <= set(required)


@pytest.mark.parametrize(
    ("statements", "branches", "status"),
    [
        (98, 95, 0),
        (97, 100, 1),  # each by itself: one number for both would be enough here
        (100, 94, 1),
    ],
)
def test_the_gate_judges_statements_and_branches_apart(
    tmp_path, capsys, statements, branches, status
):
    """Of a hundred each."""
    spec = importlib.util.spec_from_file_location("covered", ROOT / ".ci" / "covered.py")
    covered = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(covered)
    totals = {
        "covered_lines": statements,
        "num_statements": 100,
        "covered_branches": branches,
        "num_branches": 100,
    }
    path = tmp_path / "coverage.json"
    path.write_text(json.dumps({"totals": totals}), encoding="utf-8")

    assert covered.main(str(path)) == status
    assert f"{statements}.00 % of all statements" in capsys.readouterr().out
