"""Write what the examples print now into the pages: `python tests/docs/refresh.py [PAGE.md…]`.

Without arguments all pages are rewritten. Read the diff: what changed there has changed for users.
"""

from __future__ import annotations

import contextlib
import doctest
import io
import os
import re
import sys
import tempfile
import traceback
from pathlib import Path

from test_pages import FENCE, PAGES, blocks_of, commands_of, output_of, run_block


def fresh_doctest(body, names):
    """Return the examples of a block with what they print or raise now."""
    parts = []
    for part in doctest.DocTestParser().parse(body):
        if isinstance(part, str):
            parts.append(part)
            continue
        first, *more = part.source.rstrip("\n").split("\n")
        parts += [f">>> {first}\n", *(f"... {line}".rstrip() + "\n" for line in more)]
        printed = io.StringIO()
        try:
            with contextlib.redirect_stdout(printed):
                exec(compile(part.source, "<page>", "single"), names)  # noqa: S102 - our own page
            parts.append(printed.getvalue())
        except Exception as error:  # noqa: BLE001 - whatever the page shows
            parts.append("Traceback (most recent call last):\n...\n")
            parts += traceback.format_exception_only(type(error), error)
    return "".join(parts)


def fresh_console(body):
    """Return the commands of a block with what they print now."""
    parts = []
    for command, _ in commands_of(body):
        parts.append(f"$ {command}\n{output_of(command).rstrip()}".rstrip() + "\n")
    return "".join(parts)


def refresh(page):
    """Rewrite one page in place; its examples share names and a folder, as in the tests."""
    names = {"__name__": "__page__"}

    def fresh(match):
        (block,) = blocks_of(match[0])
        if block.caption is None and block.language == "console":
            body = fresh_console(block.body)
        elif block.caption is None and ">>> " in block.body:
            body = fresh_doctest(block.body, names)
        else:
            run_block(block, page, names)
            body = block.body
        return match[0].replace(block.body, re.sub(r"\n+\Z", "\n", body))

    with tempfile.TemporaryDirectory() as folder:
        os.chdir(folder)
        page.write_text(FENCE.sub(fresh, page.read_text(encoding="utf-8")), encoding="utf-8")
        os.chdir(page.parent)


if __name__ == "__main__":
    for one in [Path(name).resolve() for name in sys.argv[1:]] or PAGES:
        refresh(one)
