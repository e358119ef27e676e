"""A closure that was written, for people and for programs."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import TYPE_CHECKING, Any, Iterator

from supportlines.errors import one_line
from supportlines.places import country_name
from supportlines.render.as_json import instant

if TYPE_CHECKING:
    from datetime import datetime

    from supportlines.directory import Line
    from supportlines.editing import Closure
    from supportlines.lookup import Caller, Result

_STATES = {"open": "open", "closed": "closed", "unknown": "not known whether somebody answers"}
_LINE = re.compile(r"[^\r\n]*(?:\r\n?|\n)|[^\r\n]+")
_HEAD = 2
"""Lines of a difference that name the files."""


def closure_text(closure: Closure, file: str, answer: Result | None) -> str:
    """Return one line: what is closed, and what a caller is answered from its beginning on."""
    times = f"from {_minute(closure.start)} until {_minute(closure.end)}"
    said = "is closed" if closure.is_new else "was closed already"
    found = f"{one_line(file)}: {closure.line} {said} {times}."
    if answer is None:
        return found
    return f"{found} Answered then ({_who(answer.caller)}): {_best(answer)}."


def closure_notes(closure: Closure, line: Line, now: datetime) -> Iterator[str]:
    """Yield why a closure changes no answer: it is over *now*, or nobody is offered the *line*."""
    if closure.end <= now:
        yield "the closure is over already: what is answered from now on stays as it is."
    never = f"nobody is offered {line.id} then, closed or not"
    if line.unusable is not None:
        yield f"{never}: {one_line(line.unusable)}"
    elif line.valid_until is not None and line.valid_until < (closure.start - _A_DAY).date():
        yield f"{never}: it is listed until {line.valid_until} only."
    elif line.valid_from is not None and line.valid_from > (closure.end + _A_DAY).date():
        yield f"{never}: it is listed from {line.valid_from} on."


_A_DAY = timedelta(days=1)
"""By so much the day of a caller may be another one than that of UTC."""


def _who(caller: Caller) -> str:
    """Return for whom the answer is, as far as the line depends on it."""
    place = country_name(caller.country, "en")
    if caller.subdivision is not None:
        place = f"{place}, {caller.country}-{caller.subdivision}"
    said = (value for _, value in caller.facets)
    desk = () if caller.desk is None else (caller.desk,)
    return ", ".join((place, *caller.languages, caller.tier, *desk, *said))


def _best(answer: Result) -> str:
    best = answer.best
    if best is None:
        return "it depends on what was not said" if answer.state == "unknown" else "no line"
    until = "" if best.changes_at is None else f" until {_minute(best.changes_at)}"
    return f"{best.dial or best.published_as}, {_STATES[best.state]}{until} ({best.line.id})"


def closure_data(
    closure: Closure, file: str, answer: Result | None, old: bytes, *, is_written: bool
) -> dict[str, Any]:
    """Return the closure, the best option meanwhile and the difference, for `json.dumps`."""
    best = None if answer is None else answer.best
    return {
        "file": file,
        "line": closure.line,
        "from": instant(closure.start),
        "until": instant(closure.end),
        "reason": closure.reason,
        "priority": closure.priority,
        "is_new": closure.is_new,
        "is_written": is_written,
        "answer": None
        if answer is None
        else {
            "at": instant(answer.at),
            "country": answer.caller.country,
            "tier": answer.caller.tier,
            "state": answer.state,
            "line": None if best is None else best.line.id,
            "dial": None if best is None else best.dial,
            "changes_at": None if best is None else instant(best.changes_at),
        },
        "diff": difference(old, closure.content, file),
    }


def difference(old: bytes, new: bytes, file: str) -> str:
    r"""Return the unified difference of two texts of one file; empty if there is none.

    >>> print(difference(b"a\nb\n", b"a\nb\nc", "my.yaml"), end="")
    --- my.yaml
    +++ my.yaml
    @@ -1,2 +1,3 @@
     a
     b
    +c
    \ No newline at end of file
    """
    from difflib import unified_diff  # noqa: PLC0415 - for one command alone

    name = one_line(file)
    before, after = (_LINE.findall(text.decode("utf-8-sig")) for text in (old, new))
    found = []
    for number, line in enumerate(unified_diff(before, after, name, name)):
        bare = line.rstrip("\r\n")
        found.append(bare)
        if bare == line and number >= _HEAD:
            found.append("\\ No newline at end of file")
    return "".join(f"{line}\n" for line in found)


def _minute(at: datetime) -> str:
    return str(instant(at))[: -len(":00Z")] + "Z"
