"""The schema that is shipped, as the model has it now; `python -m tests.refresh` writes it."""

from __future__ import annotations

import json
from pathlib import Path

from supportlines.directory import json_schema
from supportlines.doubts import ACCEPTABLE

STORED = Path(__file__).resolve().parents[2] / "data" / "directory.schema.json"


def fresh():
    """Return what the file holds now."""
    text = json.dumps(json_schema(ACCEPTABLE), ensure_ascii=False, indent=2)
    return {STORED: f"{text}\n".encode()}
