"""Sphinx: `pip install '.[docs]' && sphinx-build -W --keep-going -n docs docs/_build`."""

from __future__ import annotations

from importlib import metadata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sphinx.application import Sphinx

project = "supportlines"
author = "the authors of supportlines"
copyright = "2026, the authors of supportlines"
release = metadata.version("supportlines")
version = release

extensions = ["myst_parser", "sphinx.ext.autodoc", "sphinx.ext.napoleon"]
exclude_patterns = ["_build"]
myst_enable_extensions = ["colon_fence", "deflist"]
myst_heading_anchors = 3

html_theme = "furo"
html_title = f"supportlines {release}"

# A name in single backticks is code, in docstrings as in Markdown.
default_role = "literal"
autodoc_member_order = "bysource"
autodoc_typehints = "signature"
napoleon_google_docstring = True
napoleon_numpy_docstring = False
toc_object_entries_show_parents = "hide"

# Every name of supportlines must lead somewhere. Names of others have no page here: the build
# asks no other site, so that it gives the same result without a network.
nitpick_ignore_regex = [(r"py:.*", r"(?!supportlines\b).*")]
# The model of a file is described by its JSON Schema, in "The data file".
nitpick_ignore = [("py:class", "supportlines.directory.model.Facts")]


def setup(app: Sphinx) -> None:
    """Let the first line of an attribute's docstring be a sentence that holds a colon."""
    before_napoleon = 400
    app.connect("autodoc-process-docstring", keep_colon, priority=before_napoleon)


def keep_colon(
    app: object, what: str, name: str, target: object, options: object, lines: list[str]
) -> None:
    """Put an empty comment first: napoleon takes what precedes a first line's colon for a type."""
    del app, name, target, options
    if what in {"attribute", "data", "property"}:
        lines[:0] = ["..", ""]
