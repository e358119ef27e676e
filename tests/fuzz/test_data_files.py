"""Data files changed at random: nothing breaks, and what would break is noticed.

`.ci/run` tries ten times as many, `python tests/fuzz/data_files.py` as many as one likes.
"""

from __future__ import annotations

import importlib.util
import re
import sys
from pathlib import Path

import pytest

FILES = 400
PORTIONS = 2


@pytest.fixture
def fuzzer(monkeypatch):
    """Return the module that makes and judges files, anew."""
    path = Path(__file__).with_name("data_files.py")
    spec = importlib.util.spec_from_file_location("fuzz_data_files", path)
    module = importlib.util.module_from_spec(spec)
    monkeypatch.syspath_prepend(path.parent)
    monkeypatch.setitem(sys.modules, spec.name, module)  # its named tuples look for it there
    spec.loader.exec_module(module)
    return module


@pytest.mark.sampled
@pytest.mark.parametrize("portion", range(PORTIONS))
def test_no_file_breaks_anything(fuzzer, portion):
    """Each is loaded and asked, or refused with places; a good part of them loads."""
    likely = fuzzer.bases()
    count = FILES // PORTIONS
    loaded = 0
    for seed in range(portion * count, (portion + 1) * count):
        fault, loads = fuzzer.fault_of(seed, likely)
        loaded += loads
        assert fault is None, f"data_files.py --one {seed}: {fault.what}\n{fault.content!r}"
    assert loaded > count // 4


def raised(*_args, **_words):
    """Raise what nobody expects."""
    raise KeyError("planted")


@pytest.mark.parametrize(
    ("name", "planted"),
    [
        ("load_directory", raised),
        ("examine", raised),
        ("answer_text", raised),
        ("answer_text", lambda *_args, **_words: "a\x9bb"),
        ("UNSAFE", re.compile("[0-9]")),
        ("SECONDS", -1),
    ],
)
def test_what_breaks_is_noticed(fuzzer, monkeypatch, name, planted):
    """A fuzzer that notices nothing proves nothing."""
    monkeypatch.setattr(fuzzer, name, planted)
    likely = fuzzer.bases()

    assert any(fuzzer.fault_of(seed, likely)[0] is not None for seed in range(40))


def test_a_seed_gives_the_same_file(fuzzer):
    """So that what broke once can be looked at."""
    one, other = fuzzer.bases(), fuzzer.bases()

    files = {fuzzer.mutant(seed, one) for seed in range(100)}

    assert files == {fuzzer.mutant(seed, other) for seed in range(100)}
    assert len(files) > 90
