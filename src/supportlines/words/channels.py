"""What each channel is called, and what one does on it."""

from __future__ import annotations

from typing import Mapping, NamedTuple


class ChannelWords(NamedTuple):
    """Words for one channel."""

    label: str
    """By itself: "Web form"."""

    does: str
    """Before what is used: "Press", "Open"."""


CHANNELS: Mapping[str, ChannelWords] = {
    "phone": ChannelWords("Phone", "Press"),
    "sms": ChannelWords("Text message", "Text to"),
    "textphone": ChannelWords("Textphone", "Press"),
    "messaging": ChannelWords("Messaging", "Write to"),
    "chat": ChannelWords("Chat", "Open"),
    "web_form": ChannelWords("Web form", "Open"),
    "email": ChannelWords("E-mail", "Write to"),
    "post": ChannelWords("Post", "Send to"),
}
"""By code."""
