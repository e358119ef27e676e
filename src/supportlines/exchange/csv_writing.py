"""A directory as a table: one row a line, in cells that no spreadsheet runs or changes.

* A text that begins with ``=``, ``+``, ``-``, ``@``, a tab or an end of a line gets an apostrophe
  before it (https://owasp.org/www-community/attacks/CSV_Injection, read on 2026-11-30), and so
  does one with an apostrophe before such a character, so that reading takes off what writing put
  there.
* A number begins with ``+`` and keeps it bare: a blank stands behind the calling code, and plus
  sign, digits and blanks are neither a formula nor a quantity.
* ``24/7`` is the 24th of July to a spreadsheet; ``24/7 open`` is not.
"""

from __future__ import annotations

import csv
import io
import re
from typing import TYPE_CHECKING, Mapping

from supportlines.directory import ANYWHERE
from supportlines.errors import one_line
from supportlines.exchange.cells import ALWAYS_OPEN
from supportlines.exchange.desks import desk_texts
from supportlines.exchange.flat import FlatRow, flatten
from supportlines.exchange.limits import header_of, values_text
from supportlines.exchange.places_cells import places_text
from supportlines.exchange.said import Loss, WrittenFile
from supportlines.exchange.spoken_cells import languages_text
from supportlines.exchange.steps_cells import plain_step, step_text, steps_of_text

if TYPE_CHECKING:
    from supportlines.directory import Facts, Line
    from supportlines.phones import PhoneNumber

_ALWAYS_THERE = ("country", "number", "languages", "hours", "time_zone")
_FIRST = (
    "organisation", "region", "country", "id", "label", "desk", "channel", "mode",
    "messaging_service", "via", "kind", "cost", "number", "only_in", "send", "url", "email",
    "address", "contact_is", "published_as", "languages",
)  # fmt: skip
_LAST = (
    "dialable_from", "fallback", "valid_from", "valid_until", "steps", "unusable", "notes",
    "source_url", "read_on",
)  # fmt: skip

_RUN = re.compile(r"'*[=+\-@\t\r\n]")
_SAFE_NUMBER = re.compile(r"\+[0-9]+(?: [0-9]+)+")


def cell(text: str) -> str:
    """Return *text* as a cell that a spreadsheet shows and does not run.

    >>> cell("=1+1"), cell("+44 20 7946 0958"), cell("'=x"), cell("it's")
    ("'=1+1", '+44 20 7946 0958', "''=x", "it's")
    """
    if _RUN.match(text) and not _SAFE_NUMBER.fullmatch(text):
        return f"'{text}"
    return text


def number_cell(number: PhoneNumber) -> str:
    """Return *number* so that a spreadsheet keeps its plus sign and its zeros."""
    text = " ".join(re.findall("[0-9+*#]+", number.grouped))
    if number.e164 is not None:
        code = f"+{number.calling_code}"
        return text if text.startswith(f"{code} ") else f"{code} {number.e164[len(code) :]}"
    return f"{text[:1]} {text[1:]}" if text.startswith("0") and " " not in text else text


def write_csv(facts: Facts) -> WrittenFile:
    """Return *facts* as a table, with what it cannot carry.

    Reading it back gives the same answers, but for the losses and the ids of the directory
    and its regions.
    """
    flat = flatten(facts)
    hours = _hours_columns(facts)
    limits = dict.fromkeys(header_of(limit) for row in flat.rows for limit in row.limits)
    names = (*_FIRST, *(name for pair in hours.values() for name in pair), *limits, *_LAST)
    losses: dict[Loss, None] = dict.fromkeys(flat.losses)
    desks = desk_texts(facts, losses)
    rows = []
    seen: set[str] = set()
    for row in flat.rows:
        said = {**_said(facts, row, desks, losses), **_hours_cells(row, hours)}
        said.update((header_of(limit), values_text(limit)) for limit in row.limits)
        if row.line.id in seen:
            said["id"] = ""
            why = "it is written as several rows: its languages, desks or places have other hours."
            losses[Loss(row.line.id, "line", why)] = None
        seen.add(row.line.id)
        rows.append({key: text for key, text in said.items() if text})
    used = {key for row in rows for key in row}
    kept = [name for name in names if name in used or name in _ALWAYS_THERE or name[:5] == "hours"]
    stream = io.StringIO(newline="")
    writer = csv.writer(stream, lineterminator="\r\n")
    writer.writerow(kept)
    writer.writerows([cell(row.get(name, "")) for name in kept] for row in rows)
    return WrittenFile(stream.getvalue(), tuple(losses))


def _hours_columns(facts: Facts) -> dict[str, tuple[str, str]]:
    """Return the headers of hours and zone of each tier; the plain ones are of ``standard``."""
    found = {}
    for number, tier in enumerate(facts.tiers):
        inner = f", includes {tier.includes}" if tier.includes else ""
        is_plain = number == 0 and tier.id == "standard" and not inner
        behind = "" if is_plain else f" ({tier.id})"
        header = "hours" if is_plain else f"hours ({tier.id}{inner})"
        found[tier.id] = (header, f"time_zone{behind}")
    return found


def _hours_cells(row: FlatRow, columns: dict[str, tuple[str, str]]) -> dict[str, str]:
    found = {}
    for tier, hours in row.hours:
        text = str(hours.schedule)
        header, zone = columns[tier]
        found[header] = ALWAYS_OPEN if text == "24/7" else text
        found[zone] = "" if hours.schedule.is_always else hours.time_zone
    return found


def _said(
    facts: Facts, row: FlatRow, desks: Mapping[str, str], losses: dict[Loss, None]
) -> dict[str, str]:
    line = row.line
    source = next((one for one in facts.sources if one.id == line.source), facts.sources[0])
    if _broken(line):
        losses[Loss(line.id, "texts", "ends of lines in them become spaces.")] = None
    number = "" if line.number is None else number_cell(line.number)
    contact = number or line.url or line.email or line.address or line.contact_is or ""
    mode = line.mode or ("message" if row.hours and not line.is_live else "")
    return {
        "organisation": str(facts.name),
        "region": str(row.region.name),
        "country": places_text(row.places),
        "id": line.id,
        "label": str(line.label or ""),
        "desk": "; ".join(desks[one] for one in row.desks),
        "channel": "" if line.channel == "phone" else line.channel,
        "mode": mode,
        "messaging_service": str(line.service or ""),
        "via": line.via or "",
        "kind": "" if line.kind == "unknown" else line.kind,
        "cost": line.cost or "",
        "number": number,
        "only_in": places_text(line.only_in),
        "send": str(line.send or ""),
        "url": line.url or "",
        "email": line.email or "",
        "address": str(line.address or ""),
        "contact_is": str(line.contact_is or ""),
        "published_as": "" if line.published_as == str(contact) else line.published_as,
        "languages": languages_text(row.languages, line.language_modes),
        "dialable_from": row.reach[0] if row.reach == (ANYWHERE,) else places_text(row.reach),
        "fallback": "yes" if line.fallback else "",
        "valid_from": "" if line.valid_from is None else line.valid_from.isoformat(),
        "valid_until": "" if line.valid_until is None else line.valid_until.isoformat(),
        "steps": _steps(line, losses),
        "unusable": str(line.unusable or ""),
        "notes": "\n".join(map(str, line.notes)),
        "source_url": source.url,
        "read_on": source.read_on.isoformat(),
    }


def _steps(line: Line, losses: dict[Loss, None]) -> str:
    """Return what to do after contact, if it can be read back from one cell."""
    if any(one.only_for for one in line.steps):
        losses[Loss(line.id, "steps", "some of them are for some callers only.")] = None
        return ""
    text = step_text(line.steps)
    if not text or steps_of_text(text) == list(map(plain_step, line.steps)):
        return text
    losses[Loss(line.id, "steps", "a label has a mark that parts the steps.")] = None
    return ""


def _broken(line: Line) -> bool:
    """Return whether a text has an end of a line, which does not come back from a cell."""
    texts = (
        line.label, line.published_as, line.unusable, line.address, line.contact_is, line.service,
        line.send, *line.notes,
    )  # fmt: skip
    return any(text is not None and one_line(str(text)) != str(text) for text in texts)
