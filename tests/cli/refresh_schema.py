"""Write the schema that is shipped: `python tests/cli/refresh_schema.py`. Read the diff."""

from __future__ import annotations

import json
from pathlib import Path

from supportlines.directory import json_schema
from supportlines.doubts import ACCEPTABLE

STORED = Path(__file__).resolve().parents[2] / "data" / "directory.schema.json"

if __name__ == "__main__":
    text = json.dumps(json_schema(ACCEPTABLE), ensure_ascii=False, indent=2)
    STORED.write_text(f"{text}\n", encoding="utf-8")
