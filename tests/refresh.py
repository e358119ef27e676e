"""Write every golden file anew, and name those that changed: `python -m tests.refresh [PART…]`.

Messages about wrong files, doubts, screens, reports, the picture of the docs, the schema that is
shipped, and what the examples of the pages print. Read the diff: what changed there has changed
for users. A part is a folder of tests: `python -m tests.refresh docs`.
"""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path

TESTS = Path(__file__).resolve().parent
PARTS = {
    "directory": TESTS / "directory" / "test_invalid.py",
    "doubts": TESTS / "doubts" / "test_rules.py",
    "render": TESTS / "render" / "test_text.py",
    "html": TESTS / "render" / "test_answer_html.py",
    "changes": TESTS / "changes" / "refresh.py",
    "directory_html": TESTS / "render" / "test_directory_html.py",
    "json_ld": TESTS / "json_ld" / "test_json_ld.py",
    "coverage": TESTS / "coverage" / "refresh.py",
    "cli": TESTS / "cli" / "refresh_schema.py",
    "docs": TESTS / "docs" / "refresh.py",
}
"""Each of these modules has a function `fresh`: what its files hold now, by their paths."""


def fresh(part):
    """Return what the golden files of a part hold now, by their paths."""
    path = PARTS[part]
    sys.path.insert(0, str(path.parent))  # the pages' module uses that of their test
    try:
        spec = importlib.util.spec_from_file_location(f"fresh_{part}", path)
        module = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(module)
        return module.fresh()
    finally:
        sys.path.remove(str(path.parent))


def changed(part):
    """Return those of them that are not what is stored."""
    return {
        path: content
        for path, content in fresh(part).items()
        if not path.exists() or path.read_bytes().replace(b"\r\n", b"\n") != content
    }


def main(parts):
    """Write what changed, and say what it is; return the exit status."""
    unknown = [part for part in parts if part not in PARTS]
    if unknown:
        sys.stderr.write(f'no part "{unknown[0]}"; there are {", ".join(PARTS)}.\n')
        return 2
    count = 0
    for part in parts or PARTS:
        for path, content in changed(part).items():
            path.parent.mkdir(exist_ok=True)
            path.write_bytes(content)
            sys.stdout.write(f"{path.relative_to(TESTS.parent)}\n")
            count += 1
    sys.stdout.write(f"{count} files changed\n")
    return 0


if __name__ == "__main__":
    sys.path.insert(0, str(TESTS))  # as pytest does
    sys.exit(main(sys.argv[1:]))
