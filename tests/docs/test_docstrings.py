"""Every example in a docstring is run, from the installed package wherever it lies."""

from __future__ import annotations

import doctest
import importlib
import inspect
import pkgutil

import pytest

import supportlines


def modules():
    """Return the names of all modules of the package but the one that starts a program."""
    found = pkgutil.walk_packages(supportlines.__path__, "supportlines.")
    return ["supportlines", *(one.name for one in found if not one.name.endswith(".__main__"))]


@pytest.mark.parametrize("name", modules())
def test_examples_in_docstrings_give_what_they_show(name):
    """A docstring's example prints exactly what the docstring shows."""
    module = importlib.import_module(name)

    failed, _ = doctest.testmod(module, optionflags=doctest.ELLIPSIS, report=True)

    assert failed == 0, "see the captured output"


@pytest.mark.parametrize("name", modules())
def test_module_says_what_it_is_for(name):
    """Each module opens with one line that names its purpose."""
    module = importlib.import_module(name)

    first = (inspect.getdoc(module) or "").partition("\n")[0]

    assert first.endswith((".", "?"))
