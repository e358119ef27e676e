"""With `--fewer-cases` a run tries a fifth of the random cases, and everything else."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]

TRIED = """
from hypothesis import given, settings, strategies as st
from pytest import mark
from strategies.amount import at_least, cases, stride

tried = []

@mark.sampled
@mark.parametrize("seed", range(11))
def test_seed(seed):
    tried.append(f"seed {seed}")

@mark.parametrize("edge", [0, 1])
def test_edge(edge):
    tried.append(f"edge {edge}")

@settings(max_examples=cases(50), database=None)
@given(st.integers())
def test_stated(number):
    tried.append("stated")

@settings(database=None)
@given(st.integers())
def test_usual(number):
    tried.append("usual")

def test_what_was_tried():
    counts = {name: tried.count(name) for name in ("stated", "usual")}
    seeds = [int(one[5:]) for one in tried if one.startswith("seed")]
    edges = [int(one[5:]) for one in tried if one.startswith("edge")]
    assert [seeds, edges, counts, cases(1), at_least(100), stride(7)] == EXPECTED
"""


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        ([], [[*range(11)], [0, 1], {"stated": 50, "usual": 100}, 1, 100, 7]),
        (["--fewer-cases"], [[0, 5, 10], [0, 1], {"stated": 10, "usual": 20}, 1, 10, 35]),
        (
            ["--fewer-cases", "--fifth=3"],
            [[3, 8], [0, 1], {"stated": 10, "usual": 20}, 1, 10, 35],
        ),
    ],
)
def test_every_edge_is_tried_and_of_what_is_alike_a_fifth(tmp_path, options, expected):
    """Seeds, examples of hypothesis that a test states, and those that it leaves to hypothesis."""
    test = tmp_path / "test_tried.py"
    test.write_text(f"EXPECTED = {expected!r}\n{TRIED}", encoding="utf-8")
    here = [f"--rootdir={ROOT}", "-c", ROOT / "pyproject.toml", "-p", "no:cacheprovider"]

    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", *here, "-p", "conftest", *options, test],
        cwd=ROOT / "tests",
        env={**os.environ, "PYTEST_ADDOPTS": ""},  # noqa: TID251 - but for what is asked here
        capture_output=True,
        encoding="utf-8",
        check=False,
    )

    assert done.returncode == 0, done.stdout
