"""How a line is reached, in words, and by what lines of two directories are known to be one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Callable, Iterator, NamedTuple

from supportlines.directory import CALLED_CHANNELS
from supportlines.words import CHANNELS

if TYPE_CHECKING:
    from supportlines.changes.wordings import Say, Wordings
    from supportlines.directory import Line

_NAMES = {
    "url": "the page",
    "email": "the e-mail address",
    "address": "the postal address",
    "contact_is": "where the number stands",
    "number": "the contact",
}
"""What a contact without digits is, by the field of a line."""


class Moved(NamedTuple):
    """A change of how a line is reached."""

    code: str
    text: str


def number_of(line: Line) -> str:
    """Return the number as people write it, another contact, or the words printed in its place."""
    return contact_of(line, _plain)


def _plain(text: str | None) -> str:
    return "" if text is None else str(text)


def contact_of(line: Line, say: Callable[[str | None], str]) -> str:
    """Return the same in one language."""
    if line.number is not None:
        return line.number.grouped
    words = (line.url, line.email, line.address, line.contact_is)
    found = next((one for one in words if one is not None), None)
    return say(line.published_as if found is None else found)


def key_of(line: Line) -> object:
    """Return what is equal for lines with the same contact, by whatever id."""
    if line.number is not None:
        end: object = line.number.e164 or line.number.digits  # callers of one country press it
        return (line.channel, end)
    if line.contact_is is not None or line.unusable is not None:
        return line.id
    return (line.channel, number_of(line))


def used(line: Line) -> str:
    """Return what one does with the contact: "called", or "used"."""
    return "called" if line.channel in CALLED_CHANNELS else "used"


def contact_changes(old: Line, new: Line, wordings: Wordings) -> Iterator[Moved]:
    """Yield what is different about how a line is reached."""
    before, after = number_of(old), number_of(new)
    if old.channel != new.channel:
        names = [CHANNELS[one.channel].label.lower() for one in (new, old)]
        text = f"the channel is {names[0]} instead of {names[1]}"
        if before != after:
            text = f"the channel is {names[0]} ({after}) instead of {names[1]} ({before})"
        yield Moved("channel", text)
    elif old.number is not None and new.number is not None:
        if key_of(old) != key_of(new):
            yield Moved("number", f"number changed from {before} to {after}")
    else:
        kinds = {_kind(one) for one in (old, new)}
        what = _NAMES[kinds.pop()] if len(kinds) == 1 else "the contact"
        for one in wordings.differing(old, new, _contact):
            words = one.said(lambda before, after: f"{what} is {after} instead of {before}")
            yield Moved("contact", words)


def _contact(line: Line, say: Say) -> str:
    return contact_of(line, say)


def _kind(line: Line) -> str:
    return next((name for name in _NAMES if getattr(line, name) is not None), "number")
