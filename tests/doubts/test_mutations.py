"""Random mistakes in the shipped directory are mostly found, and none makes the check crash."""

from __future__ import annotations

import importlib.util
from pathlib import Path

from supportlines.files import shipped_directory

SCRIPT = Path(__file__).parent.parent / "benchmarks" / "mutations.py"


def test_most_of_thirty_mistakes_are_found():
    """`python tests/benchmarks/mutations.py` tries two hundred."""
    spec = importlib.util.spec_from_file_location("mutations", SCRIPT)
    mutations = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(mutations)
    text = shipped_directory().decode()
    before = mutations.said_of(text)

    found = [
        mutations.is_found(mutant.text, before) for mutant in mutations.mutants(text, 30, seed=1)
    ]

    assert len(found) == 30
    assert sum(found) >= 0.6 * 30
