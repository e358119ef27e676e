"""The reference is complete: it lists what the code has, no more and no less."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import supportlines.lookup

REFERENCE = Path(__file__).resolve().parents[2] / "docs" / "reference"
STATES = ("open", "closed", "unknown")


def codes_in_code():
    """Return the first argument of every call of Reason and Caveat in the lookup room."""
    found = set()
    for path in Path(supportlines.lookup.__file__).parent.glob("*.py"):
        nodes = list(ast.walk(ast.parse(path.read_text(encoding="utf-8"))))
        assigned = {
            target.id: node.value
            for node in nodes
            if isinstance(node, ast.Assign)
            for target in node.targets
            if isinstance(target, ast.Name)
        }
        for node in nodes:
            called = node.func if isinstance(node, ast.Call) else None
            if isinstance(called, ast.Name) and called.id in {"Caveat", "Reason"}:
                found |= texts_of(node.args[0], assigned)
    return found


def texts_of(node, assigned):
    """Return the texts that the expression of a code can have."""
    if isinstance(node, ast.Constant):
        return {node.value}
    if isinstance(node, ast.Name):
        return texts_of(assigned[node.id], assigned)
    if isinstance(node, ast.IfExp):
        return texts_of(node.body, assigned) | texts_of(node.orelse, assigned)
    if isinstance(node, ast.JoinedStr):  # f"hours_{state}"
        return {f"{node.values[0].value}{state}" for state in STATES}
    return {f"line {node.lineno}: a code that this test cannot read"}


def test_every_code_of_an_answer_is_explained():
    """Programs can rely on the list of codes."""
    page = (REFERENCE / "codes.md").read_text(encoding="utf-8")

    listed = set(re.findall(r"^\| `([a-z_]+)`", page, re.MULTILINE))

    assert listed == codes_in_code()
