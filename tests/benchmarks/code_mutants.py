"""Change the code at random places and see whether the tests of its room notice.

    python tests/benchmarks/code_mutants.py --count 200 --seed 1 --processes 2

A mutant is one change of one expression or statement of a room that has tests of its own (`TESTS`),
drawn in proportion to what there is to change. It is killed if the tests of its room
fail, or take several times as long. Survivors are printed with their place. Those that change
nothing that anybody can see are named in `code_mutants_equal.txt` with the reason, by module,
function and change, and are not counted. The exit status is 1 if less than 90 % are killed.

It works on copies and needs Python 3.9 or newer with the package's test requirements. Where
coverage.py is there, the tests that run the changed line are tried first, and the whole room's only
if they do not notice: the same fates, sooner.
"""

from __future__ import annotations

import argparse
import ast
import contextlib
import copy
import importlib.util
import json
import multiprocessing
import os
import random
import shutil
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path
from typing import (
    Container,
    Iterable,
    Iterator,
    Mapping,
    NamedTuple,
    Sequence,
)

ROOT = Path(__file__).resolve().parents[2]
SOURCE = Path("src", "supportlines")
TESTS: dict[str, tuple[str, ...]] = {
    "hours": ("hours",),
    "lookup": ("lookup",),
    "phones": ("phones",),
    "directory": ("directory", "cli"),
    "doubts": ("doubts",),
    "editing": ("editing",),
    "changes": ("changes",),
    "coverage": ("coverage",),
    "exchange": ("exchange",),
    "languages": ("languages",),
    "places": ("places",),
    "render": ("render", "cli"),
}
EQUAL = Path(__file__).with_name("code_mutants_equal.txt")
SHARE = 0.9
PATIENCE = 6
"""Times what the unchanged room takes; then a mutant counts as hanging."""
WITHOUT_END = 3600.0
LINES = "lines.json"
ORIGIN = "import sys, supportlines; sys.exit(not supportlines.__file__.startswith(sys.argv[1]))"

_COMPARED = {
    ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt, ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq, ast.Is: ast.IsNot, ast.IsNot: ast.Is, ast.In: ast.NotIn, ast.NotIn: ast.In,
}  # fmt: skip
_CALCULATED = {ast.Add: ast.Sub, ast.Sub: ast.Add, ast.Mult: ast.Add, ast.FloorDiv: ast.Mult}
_CALLED = {"min": "max", "max": "min", "any": "all", "all": "any", "sorted": "list"}


class Mutant(NamedTuple):
    """One change of one module."""

    module: str
    """The path below the package."""
    function: str
    line: int
    change: str
    """Before and after, for people, and to recognise the mutant by."""
    source: str
    lines: tuple[int, ...] = ()

    @property
    def room(self) -> str:
        """The room that the module is in."""
        return self.module.partition("/")[0]

    @property
    def name(self) -> str:
        """Without the line, which moves."""
        return f"{self.module}:{self.function}: {self.change}"


# --- making --------------------------------------------------------------------------------------


def replacements(node: ast.AST) -> Iterator[ast.AST]:
    """Yield what may stand in place of *node*."""
    new = copy.deepcopy(node)
    if isinstance(new, ast.Compare) and type(new.ops[0]) in _COMPARED:
        new.ops[0] = _COMPARED[type(new.ops[0])]()
        yield new
    elif isinstance(new, ast.BoolOp):
        new.op = ast.Or() if isinstance(new.op, ast.And) else ast.And()
        yield new
        for number in range(len(new.values)):
            kept = copy.deepcopy(node)
            del kept.values[number]  # type: ignore[attr-defined]
            yield kept if len(new.values) > 2 else kept.values[0]  # type: ignore[attr-defined]
    elif isinstance(new, ast.UnaryOp) and isinstance(new.op, ast.Not):
        yield new.operand
    elif isinstance(new, ast.BinOp) and type(new.op) in _CALCULATED:
        new.op = _CALCULATED[type(new.op)]()
        yield new
    elif isinstance(new, ast.Constant):
        if isinstance(new.value, bool):
            new.value = not new.value
            yield new
        elif isinstance(new.value, int):
            new.value += 1
            yield new
    elif isinstance(new, ast.Call) and isinstance(new.func, ast.Name) and new.func.id in _CALLED:
        new.func.id = _CALLED[new.func.id]
        yield new
    else:
        yield from _other_statements(new)


def _other_statements(new: ast.AST) -> Iterator[ast.AST]:
    if isinstance(new, ast.Continue):
        yield ast.Break()
    elif isinstance(new, ast.Break):
        yield ast.Continue()
    elif isinstance(new, ast.IfExp):
        yield new.body
        yield new.orelse
    elif isinstance(new, ast.Return) and new.value is not None:
        if not (isinstance(new.value, ast.Constant) and not new.value.value):
            yield ast.Return(ast.Constant(None))
    elif isinstance(new, ast.If) and not _is_for_types(new):
        new.test = ast.Constant(value=False)
        yield new
    elif isinstance(new, (ast.Assign, ast.AugAssign)) or (
        isinstance(new, ast.Expr) and isinstance(new.value, (ast.Call, ast.Yield, ast.YieldFrom))
    ):
        yield ast.Pass()


def _is_for_types(node: ast.If) -> bool:
    return isinstance(node.test, ast.Name) and node.test.id == "TYPE_CHECKING"


def places(tree: ast.Module) -> Iterator[tuple[ast.AST, str, int | None, ast.AST, str]]:
    """Yield (parent, field, index, node, function) of all code that runs in functions."""

    def walk(
        node: ast.AST, function: str
    ) -> Iterator[tuple[ast.AST, str, int | None, ast.AST, str]]:
        for field, value in ast.iter_fields(node):
            if field in {"annotation", "returns", "decorator_list", "type_comment"}:
                continue
            each = enumerate(value) if isinstance(value, list) else [(None, value)]
            for index, child in each:
                if not isinstance(child, ast.AST) or isinstance(child, ast.Raise):
                    continue  # what an error says is judged by golden files
                if isinstance(child, ast.JoinedStr) or _is_slots(child):
                    continue
                inner = function
                if isinstance(child, (ast.FunctionDef, ast.ClassDef)):
                    inner = f"{function}.{child.name}".lstrip(".")
                elif function:
                    yield node, field, index, child, function
                yield from walk(child, inner)

    yield from walk(tree, "")


def _is_slots(node: ast.AST) -> bool:
    return isinstance(node, ast.Assign) and "__slots__" in ast.unparse(node.targets[0])


def mutants_of(module: Path, chosen: Container[int]) -> Iterator[Mutant | None]:
    """Yield every mutant of a module; None for those whose number is not *chosen*."""
    text = module.read_text(encoding="utf-8")
    tree = ast.parse(text)
    name = module.relative_to(ROOT / SOURCE).as_posix()
    number = -1
    for parent, field, index, node, function in places(tree):
        for new in replacements(node):
            number += 1
            if number not in chosen:
                yield None
                continue
            _put(parent, field, index, new)
            source = ast.unparse(ast.fix_missing_locations(tree))
            _put(parent, field, index, node)
            change = " ".join(f"{ast.unparse(node)} -> {ast.unparse(new)}".split())
            line = getattr(node, "lineno", 0)
            lines = range(line, getattr(node, "end_lineno", line) + 1)
            yield Mutant(name, function, line, change, source, tuple(lines))


def _put(parent: ast.AST, field: str, index: int | None, node: ast.AST) -> None:
    if index is None:
        setattr(parent, field, node)
    else:
        getattr(parent, field)[index] = node


def sample(count: int, seed: int) -> list[Mutant]:
    """Return *count* mutants, the same for the same code and seed."""
    dice = random.Random(seed)  # noqa: S311 - the same mutants at every run
    modules = [path for room in TESTS for path in sorted((ROOT / SOURCE / room).rglob("*.py"))]
    found = [(path, number) for path in modules for number, _ in enumerate(mutants_of(path, ()))]
    wanted: dict[Path, list[int]] = {}
    for path, number in dice.sample(found, min(count, len(found))):
        wanted.setdefault(path, []).append(number)
    return [
        mutant
        for path, numbers in wanted.items()
        for mutant in mutants_of(path, numbers)
        if mutant is not None
    ]


# --- judging -------------------------------------------------------------------------------------


@contextlib.contextmanager
def copied(module: str = "", source: str = "") -> Iterator[Path]:
    """Give a copy of the tree, with *source* as what *module* says."""
    with tempfile.TemporaryDirectory() as folder:
        tree = Path(folder)
        for part in ("src", "tests", "data", "docs"):
            skipped = shutil.ignore_patterns("__pycache__", "*.pyc", "_build")
            shutil.copytree(ROOT / part, tree / part, ignore=skipped)
        for name in ("pyproject.toml", "README.md"):
            shutil.copy(ROOT / name, tree)
        if module:
            (tree / SOURCE / module).write_text(source, encoding="utf-8")
        yield tree


def tried(tree: Path, tests: Iterable[str], patience: float = WITHOUT_END, *options: str) -> str:
    """Return "alive", "killed", "hangs" or "untried": what these tests say of a copy."""
    environment = {
        **os.environ,  # noqa: TID251 - for processes of its own
        "PYTHONPATH": os.pathsep.join(str(tree / part) for part in ("src", "tests/benchmarks")),
        "PYTHONDONTWRITEBYTECODE": "1",
        "COVERING": str(tree / LINES),
    }
    if patience == WITHOUT_END:
        origin = [sys.executable, "-c", ORIGIN, str(tree)]
        subprocess.run(origin, env=environment, cwd=tree, check=True)
    command = [sys.executable, "-m", "pytest", "-x", "-q", "-p", "no:cacheprovider"]
    try:
        done = subprocess.run(
            [*command, *options, *tests],
            cwd=tree,
            env=environment,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            timeout=patience,
            check=False,
        )
    except subprocess.TimeoutExpired:
        return "hangs"
    return {0: "alive", 4: "untried", 5: "untried"}.get(done.returncode, "killed")


class Room(NamedTuple):
    """What is known of the tests of a room."""

    tests: tuple[str, ...]
    seconds: float
    covering: Mapping[str, Mapping[str, Sequence[str]]] = {}
    """Module, line, and the tests that run it; empty without coverage.py."""

    def tests_of(self, mutant: Mutant) -> list[str]:
        """Return the tests that run the changed lines."""
        of_line = self.covering.get(mutant.module, {})
        return sorted({test for line in mutant.lines for test in of_line.get(str(line), ())})


def unchanged(rooms: Container[str]) -> dict[str, Room]:
    """Return what an unchanged copy's tests take and run, all of which pass."""
    found = {}
    for name, folders in TESTS.items():
        if name not in rooms:
            continue
        tests = tuple(f"tests/{folder}" for folder in folders)
        with copied() as tree:
            start = time.perf_counter()
            if tried(tree, tests) != "alive":
                sys.exit(f"the tests of {name} fail without any change")
            found[name] = Room(tests, time.perf_counter() - start)
            if importlib.util.find_spec("coverage"):
                if tried(tree, tests, WITHOUT_END, "-p", "covering") != "alive":
                    sys.exit(f"the tests of {name} fail when their lines are followed")
                lines = json.loads((tree / LINES).read_text(encoding="utf-8"))
                found[name] = found[name]._replace(covering=lines)
    return found


def judged(work: tuple[Mutant, Room, float]) -> tuple[Mutant, str]:
    """Return the mutant with its fate."""
    mutant, room, patience = work
    with copied(mutant.module, mutant.source) as tree:
        nearest = room.tests_of(mutant)
        fate = tried(tree, nearest, patience) if nearest else "untried"
        if fate in {"alive", "untried"}:
            fate = tried(tree, room.tests, patience)
        return mutant, fate


def equal_ones() -> list[str]:
    """Return the names of mutants that change nothing that can be seen."""
    text = EQUAL.read_text(encoding="utf-8") if EQUAL.exists() else ""
    return [line for line in text.splitlines() if line and not line.startswith(("#", "  "))]


def main() -> int:
    """Print the survivors and the share of the others."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--count", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--processes", type=int, default=1)
    parser.add_argument("--room", choices=sorted(TESTS))
    wanted = parser.parse_args()
    begun, equal = time.perf_counter(), equal_ones()
    drawn = sample(wanted.count, wanted.seed)
    mutants = [one for one in drawn if one.name not in equal and wanted.room in (None, one.room)]
    rooms = unchanged({one.room for one in mutants})
    patience = {name: PATIENCE * wanted.processes * room.seconds for name, room in rooms.items()}
    work = [(one, rooms[one.room], patience[one.room]) for one in mutants]
    made: Counter = Counter()
    killed: Counter = Counter()
    with multiprocessing.Pool(wanted.processes) as pool:
        for mutant, fate in pool.imap_unordered(judged, work):
            made[mutant.room] += 1
            killed[mutant.room] += fate != "alive"
            if fate != "killed":
                sys.stdout.write(f"{fate}, line {mutant.line}:\n{mutant.name}\n")
                sys.stdout.flush()
    for room, count in made.items():
        sys.stdout.write(f"{room:<12} {killed[room]:>4} of {count:>4} killed\n")
    share = sum(killed.values()) / max(1, sum(made.values()))
    minutes = (time.perf_counter() - begun) / 60
    sys.stdout.write(
        f"{share:.1%} of {sum(made.values())} killed, {len(drawn) - len(mutants)} equal or left"
        f" out (seed {wanted.seed}, {minutes:.0f} minutes)\n"
    )
    return 0 if share >= SHARE else 1


if __name__ == "__main__":
    sys.exit(main())
