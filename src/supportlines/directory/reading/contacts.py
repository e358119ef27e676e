"""How a line is reached: one contact, of a channel that it fits."""

from __future__ import annotations

from typing import Iterable, Iterator, Mapping, Tuple, get_args

from supportlines.directory.fields import Channel
from supportlines.directory.finding import Finding
from supportlines.directory.reading.making import CHANNELS
from supportlines.directory.reading.raw import RawRecord, text_of
from supportlines.directory.reading.relation import ALWAYS, Here, Relation, Relations, only_if
from supportlines.directory.reading.shapes import CONTACTS
from supportlines.errors import listed, quoted

_ANY_CONTACT = frozenset(CONTACTS)
_TELEPHONE = ("number", "contact_is")
_FITTING: Mapping[str, Tuple[str, ...]] = {
    "phone": _TELEPHONE,
    "sms": _TELEPHONE,
    "textphone": _TELEPHONE,
    "messaging": ("number", "url", "contact_is"),
    "chat": ("url", "contact_is"),
    "web_form": ("url",),
    "email": ("email",),
    "post": ("address",),
}
"""For each channel the contacts of its lines."""

_MESSAGES = ("web_form", "email", "post")
"""Channels on which nobody answers while one waits, unless a line says otherwise."""


def _has_one(here: Here, _key: str) -> Iterable[Finding]:
    """A line has one contact, or a reason why it has none."""
    if len(_ANY_CONTACT.intersection(here.content)) == 1:
        return ()
    said = [key for key in CONTACTS if key in here.content]
    if not said:
        remedy = (
            'Write "number", "url", "email", "address" or "contact_is", '
            'or say in "unusable" why there is none.'
        )
        return (Finding(here.path, "the line has no contact.", remedy, is_fatal=True),)
    path = (*here.path, said[1])
    if len(said) == 2 and said[1] == "unusable":  # noqa: PLR2004
        what = "a number" if said[0] == "number" else quoted(said[0])
        found = f"the line has {what}, and a reason why it has none."
        remedy = f'Delete {quoted(said[0])} or "unusable".'
        return (Finding(path, found, remedy, at_key=True),)
    found = f"the line has several contacts: {listed(map(quoted, said))}."
    remedy = "Keep one, and give each other a line of its own."
    return (Finding(path, found, remedy, at_key=True, is_fatal=True),)


def channel_of(line: RawRecord) -> str:
    """Return the channel of a line, as it is said or as is usual for its contact."""
    if "channel" in line:
        return text_of(line, "channel")
    contact = next((key for key in CONTACTS if key in line), "")
    return CHANNELS.get(contact, "phone")


def _fits(here: Here, key: str) -> Iterator[Finding]:
    """The contact is one of the channel."""
    channel = text_of(here.content, key)
    fitting = _FITTING.get(channel, CONTACTS)
    for contact in CONTACTS[:-1]:
        if contact in here.content and contact not in fitting:
            others = [quoted(one) for one, kinds in _FITTING.items() if contact in kinds]
            found = f"a line of the channel {quoted(channel)} has no {quoted(contact)}."
            remedy = (
                f"Write {listed(map(quoted, fitting), 'or')} instead, "
                f"or the channel {listed(others, 'or')}."
            )
            yield Finding((*here.path, contact), found, remedy, at_key=True, is_fatal=True)


def _only_on(key: str, *channels: str) -> Tuple[str, Relation]:
    """The key is one of lines of these channels."""

    def is_right(line: RawRecord) -> bool:
        channel = channel_of(line)
        return channel in channels or channel not in get_args(Channel)

    words = listed(map(quoted, channels), "or")
    found = f"{quoted(key)} is for lines of the channel {words}."
    remedy = "Delete it."
    if "phone" not in channels:  # a number is one to call unless a line says otherwise
        remedy = f'Write "channel: {channels[0]}", or delete it.'
    return key, only_if(is_right, found, remedy)


def takes_messages(line: RawRecord) -> bool:
    """Return whether a line is of the mode `message`, as it says or as is usual."""
    if "mode" in line:
        return text_of(line, "mode") == "message"
    return channel_of(line) in _MESSAGES


def _takes_requests(line: RawRecord) -> bool:
    return channel_of(line) == "chat" or takes_messages(line)


CONTACT: Relations = (
    (ALWAYS, _has_one),
    ("channel", _fits),
    _only_on("send", "sms", "messaging"),
    _only_on("service", "messaging"),
    _only_on("via", "phone", "textphone"),
    (
        "requests",
        only_if(
            _takes_requests,
            '"requests" are chosen in a form, a chat or a message, and here somebody answers.',
            'Delete it, or write "mode: message".',
        ),
    ),
    (
        "only_in",
        only_if(
            lambda line: "number" in line,
            '"only_in" says where a number exists, but there is no "number".',
            'Delete "only_in".',
        ),
    ),
)
"""What must hold for the contact of a line."""
