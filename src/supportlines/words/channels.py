"""What each channel is called, and what one does on it."""

from __future__ import annotations

from typing import Iterable, Mapping, NamedTuple

from supportlines.errors import listed


class ChannelWords(NamedTuple):
    """Words for one channel."""

    label: str
    """By itself: "Web form"."""

    does: str
    """Before what is used: "Press", "Open"."""

    line: str
    """One line of it, within a sentence: "web form"."""


CHANNELS: Mapping[str, ChannelWords] = {
    "phone": ChannelWords("Phone", "Press", "telephone line"),
    "sms": ChannelWords("Text message", "Text to", "number for text messages"),
    "textphone": ChannelWords("Textphone", "Press", "textphone line"),
    "messaging": ChannelWords("Messaging", "Write to", "messaging service"),
    "chat": ChannelWords("Chat", "Open", "chat"),
    "web_form": ChannelWords("Web form", "Open", "web form"),
    "email": ChannelWords("E-mail", "Write to", "e-mail address"),
    "post": ChannelWords("Post", "Send to", "postal address"),
}
"""By code."""


def a_line_of(channels: Iterable[str]) -> str:
    """Return what a line of any of *channels* is, within a sentence and without an article.

    >>> a_line_of(["phone", "chat"])
    'telephone line or chat'
    """
    return listed([CHANNELS[one].line for one in channels], "or")
