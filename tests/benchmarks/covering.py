"""A plugin of pytest that writes down which test function runs which line of the package.

    COVERING=lines.json python -m pytest -p covering tests/hours

The file is JSON: {module below the package: {line: [test function, …]}}. It needs coverage.py.
What a test starts as a process of its own, and what is remembered from an earlier test, is not
seen. `code_mutants.py` asks it which tests to try first.
"""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Iterator

import coverage
import pytest

import supportlines

ROOT = Path(supportlines.__file__).parent
_LINES = coverage.Coverage(data_file=None, source=[str(ROOT)], config_file=False)


def pytest_sessionstart() -> None:
    """Begin."""
    _LINES.start()


@pytest.hookimpl(hookwrapper=True)
def pytest_runtest_protocol(item: pytest.Item) -> Iterator[None]:
    """Note under whose name lines are run."""
    _LINES.switch_context(item.nodeid.partition("[")[0])
    yield
    _LINES.switch_context("")


def pytest_sessionfinish() -> None:
    """Write what was found."""
    _LINES.stop()
    found = _LINES.get_data()
    table: dict[str, dict[int, list[str]]] = {}
    for name in sorted(found.measured_files()):
        lines = found.contexts_by_lineno(name).items()
        table[Path(name).relative_to(ROOT).as_posix()] = {
            line: sorted(filter(None, tests)) for line, tests in sorted(lines)
        }
    Path(os.environ["COVERING"]).write_text(json.dumps(table), encoding="utf-8")  # noqa: TID251
