"""Write the small modules of the element anew: `python tests/browser/element/minify.py MODULES`.

MODULES is the folder in which the packages of tests/browser/npm/package.json are installed. The
small modules are one statement, a block: a page may load them as a module, or as a script with
`defer` where browsers load no modules, as from a file.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from supportlines.web import element

FOLDER = Path(element.__file__).parent
PRIVATE = "/^(due|failed|refresh|part|option|view|ask|said|changesAt)$/"
"""Properties that are the script's own, and in no file that it reads."""

OPTIONS = (
    *("--module", "--ecma", "2022", "--compress", "passes=5,unsafe_arrows"),
    *("--mangle", "--mangle-props", f"regex={PRIVATE}"),
)
FILES = {"support-lines.min.js": True, "support-lines-core.min.js": False}
"""By the name of a small module, whether it has pickers."""


def fresh(modules):
    """Return what the small modules hold now, by their paths."""
    return {
        FOLDER / name: _small(element.module(has_pickers=has_pickers), Path(modules))
        for name, has_pickers in FILES.items()
    }


def _small(module, modules):
    command = ["node", modules.resolve() / "terser" / "bin" / "terser", *OPTIONS]
    done = subprocess.run(command, input=module, capture_output=True, check=True)
    return b"{%s}\n" % done.stdout.strip().rstrip(b";")


if __name__ == "__main__":
    for path, content in fresh(sys.argv[1]).items():
        path.write_bytes(content)
        print(path.name, len(content))  # noqa: T201
