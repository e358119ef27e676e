"""What axe-core finds wrong with a page for people who cannot see or use it as others do."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from browsing.needs import INSTALL, lacking

if TYPE_CHECKING:
    import pytest
    from playwright.sync_api import Page


TIMERS = ("setTimeout", "clearTimeout", "requestAnimationFrame", "performance")

KEEP_TIMERS = f"""
Object.defineProperty(window, "supportlinesTimers", {{value: [
  {", ".join(f"typeof {name} === 'function' ? {name}.bind(window) : {name}" for name in TIMERS)}
]}});
"""
"""A script that keeps them before a test stops the clock of the page."""


def axe_source(config: pytest.Config) -> str:
    """Return the script of axe-core, which a package for Python carries."""
    spec = find_spec("axe_playwright_python")
    if spec is None or spec.origin is None:
        lacking(config, f"axe-core is not installed ({INSTALL}).")
    (script,) = Path(spec.origin).parent.rglob("axe.min.js")
    return script.read_text(encoding="utf-8")


def violations(page: Page, source: str) -> list[str]:
    """Return one line for each element that breaks a rule."""
    # The page's own timers stand still with its clock; axe-core is given those that run.
    page.evaluate(f"(({', '.join(TIMERS)}) => {{ {source} }})(...window.supportlinesTimers)")
    found = page.evaluate("axe.run(document, {resultTypes: ['violations']})")
    return [
        f"{rule['id']}: {node['html'][:200]} ({rule['help']})"
        for rule in found["violations"]
        for node in rule["nodes"]
    ]
