"""What happens next, as messages: a time alone, or with its weekday, or with weekday and date.

A weekday is declined in many languages ("в субботу", "na segunda-feira"), so that each is a
message of its own.
"""

from __future__ import annotations

from typing import Mapping

WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
"""How weekdays are called in keys, Monday first."""

_WORDS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_KINDS = {"opens": "Opens", "closes": "Closes", "changes": "next change", "until": "until"}
"""What happens: the last is for a line that takes messages, and before another state."""


def event_key(kind: str, weekday: int | None = None, *, dated: bool = False) -> str:
    """Return the key of the message that says that something happens.

    Args:
        kind: "opens", "closes", "changes" or "until".
        weekday: The day on which it does, Monday being 0; None for the same day.
        dated: Whether the date is said too; only with a weekday.

    >>> event_key("opens"), event_key("closes", 5), event_key("changes", 0, dated=True)
    ('opens', 'closes_sat', 'changes_mon_date')
    """
    if weekday is None:
        return kind
    return f"{kind}_{WEEKDAYS[weekday]}{'_date' if dated else ''}"


def _events() -> dict[str, tuple[str, str]]:
    found = {}
    for kind, words in _KINDS.items():
        context = f"next event of a line ({kind})"
        found[event_key(kind)] = (context, f"{words} {{time}}")
        for number, weekday in enumerate(_WORDS):
            found[event_key(kind, number)] = (context, f"{words} {weekday} {{time}}")
            found[event_key(kind, number, dated=True)] = (
                context,
                f"{words} {weekday} {{date}}, {{time}}",
            )
    return found


EVENTS: Mapping[str, tuple[str, str]] = _events()
"""Context and English text of each, by its key."""
