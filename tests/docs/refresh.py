"""The pages, with what their examples print now; `python -m tests.refresh` writes them.

What a page shows stays as it is where its test takes it for the same: versions, and `...`; of a
command's output also line by line, for the day on which a page was written is no other's.
"""

from __future__ import annotations

import contextlib
import doctest
import io
import os
import re
import tempfile
import traceback
from pathlib import Path

from test_pages import FENCE, PAGES, blocks_of, commands_of, output_of, run_block, same


def kept(wanted, printed):
    """Return what a page shows of an example: what is printed now, if that differs."""
    is_same = doctest.OutputChecker().check_output(wanted, printed, doctest.ELLIPSIS)
    return wanted if is_same else printed


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
            parts.append(kept(part.want, printed.getvalue()))
        except Exception as error:  # noqa: BLE001 - whatever the page shows
            raised = "".join(traceback.format_exception_only(type(error), error))
            head, _, _ = part.want.partition(part.exc_msg or "\0")
            head = head if part.exc_msg else "Traceback (most recent call last):\n...\n"
            parts.append(head + kept(part.exc_msg or "", raised))
    return "".join(parts)


def fresh_console(body):
    """Return the commands of a block with what they print now."""
    parts = []
    for command, shown in commands_of(body):
        printed = output_of(command)
        if same(shown, printed):
            parts.append(f"$ {command}\n{shown}")
        else:
            parts.append(f"$ {command}\n{shortened(printed, shown).rstrip()}".rstrip() + "\n")
    return "".join(parts)


def shortened(printed, shown):
    """Return *printed* with each line as the page shows it, where it shortens one by `...`."""
    short = [line for line in shown.splitlines() if "..." in line and line.strip(" .")]
    return "\n".join(
        next((one for one in short if same(one, line)), line) for line in printed.splitlines()
    )


def fresh_page(page):
    """Return the text of one page; its examples share names and a folder, as in the tests."""
    names = {"__name__": "__page__"}

    def fresh_block(match):
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
        before = Path.cwd()
        os.chdir(folder)
        try:
            return FENCE.sub(fresh_block, page.read_text(encoding="utf-8"))
        finally:
            os.chdir(before)


def fresh(pages=PAGES):
    """Return what each page holds now."""
    return {page: fresh_page(page).encode() for page in pages}
