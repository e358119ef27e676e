"""Write the facts of the shipped directories into JSON: `python tests/shipped/refresh.py`.

To be run after each change of a file that people edit; a test says when it was forgotten.
"""

from __future__ import annotations

from pathlib import Path

from supportlines.directory import compile_facts, load_directory

DATA = Path(__file__).resolve().parents[2] / "data"
STEMS = ("regions", "gis-zhkh", "insales")
"""What the files are called, without their endings."""


def stored(stem: str) -> Path:
    """Return the file that holds the facts of a directory."""
    return DATA / f"{stem}.json"


def generated(stem: str) -> str:
    """Return what belongs there."""
    content = (DATA / f"{stem}.yaml").read_bytes()
    remark = f"Generated from {stem}.yaml by `python tests/shipped/refresh.py`. Do not edit."
    return compile_facts(load_directory(content, f"data/{stem}.yaml"), content, remark)


if __name__ == "__main__":
    for one in STEMS:
        stored(one).write_text(generated(one), encoding="utf-8")
