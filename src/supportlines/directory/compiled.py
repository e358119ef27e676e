"""The facts of a file that was read once, in a form that needs no reading: for the shipped one.

It says of which bytes it was made. For any others it is of no use, and the file itself is read:
an answer never rests on a form that is older than its file.
"""

from __future__ import annotations

import json
import zlib
from typing import TYPE_CHECKING, Optional

from supportlines.directory.plain import facts_of_plain, plain_of

if TYPE_CHECKING:
    from supportlines.directory.model import Facts

_FORM = 1
"""To be raised when the same facts are written in another way."""


def compile_facts(facts: Facts, source: bytes, remark: str) -> str:
    """Return the *facts* of the file with the bytes *source* as JSON that begins with *remark*."""
    content = {"remark": remark, "made_of": _mark(source), "facts": plain_of(facts)}
    return json.dumps(content, ensure_ascii=False, indent=1) + "\n"


def facts_of_compiled(text: bytes, source: bytes) -> Optional[Facts]:
    """Return the facts that `compile_facts` wrote for *source*, or None if it was for another.

    They are not validated: they were when they were written.
    """
    try:
        content = json.loads(text)
    except ValueError:
        return None
    if content["made_of"] != _mark(source):
        return None
    return facts_of_plain(content["facts"])


def _mark(source: bytes) -> str:
    """Return what tells a file from its other versions, whatever ends its lines."""
    lines = source.replace(b"\r\n", b"\n")
    return f"form {_FORM}, {len(lines)} bytes, crc32 {zlib.crc32(lines):08x}"
