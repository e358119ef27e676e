"""The machine's own time zone; only the command line asks for it."""

from __future__ import annotations


def machine_zone() -> str | None:
    """Return the IANA name of this machine's zone (TZ, then the system's settings), or None."""
    from babel.localtime import get_localzone  # noqa: PLC0415

    try:
        zone = get_localzone()
    except (LookupError, OSError, ValueError):
        return None
    name = getattr(zone, "key", None) or getattr(zone, "zone", None)
    return str(name) if name else None
