"""The small modules are made of the module that one can read."""

from __future__ import annotations

import importlib.util
from pathlib import Path

import pytest

from browsing.needs import lacking

SPEC = importlib.util.spec_from_file_location("minify", Path(__file__).with_name("minify.py"))
minify = importlib.util.module_from_spec(SPEC)
SPEC.loader.exec_module(minify)


def test_the_small_modules_are_fresh(request):
    """What is stored is what would be written."""
    modules = request.config.getoption("--node-modules")
    if modules is None:
        lacking(request.config, "the packages of tests/browser/npm are not installed.")

    stale = [path.name for path, text in minify.fresh(modules).items() if path.read_bytes() != text]

    assert stale == []


@pytest.mark.parametrize("name", minify.FILES)
def test_a_small_module_is_one_block(name):
    """So that it leaves no name behind where it is loaded as a script."""
    text = (minify.FOLDER / name).read_text(encoding="utf-8")

    assert text.startswith("{")
    assert text.endswith("}\n")
    assert "import " not in text
    assert "export " not in text
