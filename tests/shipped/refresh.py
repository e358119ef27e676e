"""Write the facts of data/regions.yaml into data/regions.json: `python tests/shipped/refresh.py`.

To be run after each change of the file that people edit; a test says when it was forgotten.
"""

from __future__ import annotations

from pathlib import Path

from supportlines.directory import compile_facts, load_directory

DATA = Path(__file__).resolve().parents[2] / "data"
STORED = DATA / "regions.json"
REMARK = "Generated from regions.yaml by `python tests/shipped/refresh.py`. Do not edit."


def generated() -> str:
    """Return what belongs into `STORED`."""
    content = (DATA / "regions.yaml").read_bytes()
    return compile_facts(load_directory(content, "data/regions.yaml"), content, REMARK)


if __name__ == "__main__":
    STORED.write_text(generated(), encoding="utf-8")
