"""The machine's own time zone; only the command line asks for it."""

from __future__ import annotations

import os

_FOLDER = "/zoneinfo/"
"""Behind it, the path of a zone file is the name of the zone."""


def machine_zone() -> str | None:
    """Return the IANA name of this machine's zone (TZ, then the system's settings), or None.

    What is no name of a zone is none: a folder, a file, a rule such as `CET-1CEST`, nonsense.
    """
    from supportlines.hours import UnknownTimeZoneError, open_zone

    text = os.environ.get("TZ") or ""
    name = text.lstrip(":").rpartition(_FOLDER)[2] if text else _of_the_system()
    try:
        return open_zone(name).name if name else None
    except UnknownTimeZoneError:
        return None


def _of_the_system() -> str | None:
    # Babel knows how each system tells. It opens files on the way, raising whatever they
    # make it raise; who does not give a time zone gets an answer all the same.
    try:
        from babel.localtime import get_localzone

        zone = get_localzone()
    except Exception:  # noqa: BLE001
        return None
    name = getattr(zone, "key", None) or getattr(zone, "zone", None)
    return str(name) if name else None
