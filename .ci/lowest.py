"""Print the lowest versions that pyproject.toml admits, as pip's constraints: `lowest.py`."""

from __future__ import annotations

import re
from pathlib import Path

PYPROJECT = Path(__file__).resolve().parents[1] / "pyproject.toml"


def constraints(pyproject: str) -> list[str]:
    """Return NAME==VERSION for each run-time dependency.

    Read with a pattern, not a TOML parser, because Python 3.8 to 3.10 have none.
    """
    block = re.search(r"^dependencies = \[\n(.*?)^\]", pyproject, re.DOTALL | re.MULTILINE)
    assert block, "pyproject.toml has no list of dependencies, one a line"
    return [
        f"{name}=={version}{marker}"
        for name, version, marker in re.findall(
            r'"([\w.-]+)>=([\w.]+)((?:;[^"]*)?)"', block.group(1)
        )
    ]


if __name__ == "__main__":
    print("\n".join(constraints(PYPROJECT.read_text(encoding="utf-8"))))
