"""Ways to reach a desk, each as the keys of a line: a number, an address, a page, words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Iterator, Sequence

from supportlines.errors import one_line, quoted
from supportlines.exchange.cells import channel_of_text, word_of
from supportlines.exchange.numbers import read_numbers
from supportlines.exchange.places_cells import (
    all_countries,
    countries_of_places,
    places_of_text,
)

if TYPE_CHECKING:
    from supportlines.exchange.said import Entry, LineContent

_NUMBERS = (("number", ""), ("sms", "sms"), ("textphone", "textphone"), ("whatsapp", "messaging"))
_ADDRESSES = ("email", "form", "chat", "address")
_WITH_NUMBER = frozenset(("", "phone", "sms", "textphone", "messaging"))
_MESSAGES = frozenset(("email", "url", "address"))
"""What is answered later: the hours of an entry are those of its telephone, unless it says that
they are those at which it takes messages (``mode``)."""

_LIVE_PAGES = frozenset(("chat", "messaging"))
_PAGES = frozenset(("web_form", *_LIVE_PAGES))
_MODES = ("live", "message")
_FITTING = {
    "messaging_service": ("messaging",),
    "send": ("sms", "messaging"),
    "via": ("phone", "textphone"),
}
_BESIDE = {"messaging_service": "service", "send": "send", "via": "via"}
_VIA = ("operator", "interpreter", "relay")

_KEYS = {"form": "url", "chat": "url"}
_NOWHERE = "It has no plus sign, and in which country it is pressed is not stated."


def known_places(said: Entry, text: str) -> tuple[str, ...]:
    """Return the places that *text* names; what it does not is remarked."""
    known, unknown = places_of_text(text)
    for word in unknown:
        said.remark(f"{quoted(word)} is not the name or code of one country.", word)
    return known


def is_live_contact(said: Entry, content: LineContent) -> bool:
    """Say whether a message is taken, where that is not usual, and return whether one waits."""
    is_live = not _MESSAGES.intersection(content) or content.get("channel") in _LIVE_PAGES
    mode = word_of(said.first("mode"))
    if mode and mode not in _MODES:
        said.remark(f'{quoted(said.first("mode"))} is neither "live" nor "message".')
    elif mode and (mode == "live") is not is_live:
        content["mode"] = mode
        return not is_live
    return is_live


def contacts_of(said: Entry, places: Sequence[str]) -> list[LineContent]:
    """Return what each way to reach the desk needs: a number, an address, words."""
    channel = channel_of_text(said.first("channel")) or ""
    if channel in _PAGES and "website" in said.words and "number" not in said.words:
        said.words.setdefault("form", []).extend(said.words.pop("website"))
    found = [{**one, **_beside(said, one)} for one in _contacts(said, places, channel)]
    for name, key in _BESIDE.items():
        if said.first(name) and not any(key in one for one in found):
            said.remark(f"{name.replace('_', ' ')}: {said.first(name)}")
    return found


def _contacts(said: Entry, places: Sequence[str], channel: str) -> Iterator[LineContent]:
    named = said.first("channel")
    if named and not channel:
        said.remark(f"{quoted(named)} is no channel.", named)
    only_in = known_places(said, ",".join(said.words.get("only_in", ())))
    for field, usual in _NUMBERS:
        for text in said.words.get(field, ()):
            countries = countries_of_places(places)
            yield from _numbers(said, text, usual or channel, countries, only_in)
    for field in _ADDRESSES:
        for text in said.words.get(field, ()):
            yield from _address(said, field, one_line(text), channel)
    yield from _words(said, channel)
    if "fax" in said.words:
        said.remark("a fax is no way to ask for support.", ", ".join(said.words["fax"]))


def _words(said: Entry, channel: str) -> Iterator[LineContent]:
    way = _way(channel) if channel != "fax" else {}
    for text in said.words.get("contact_is", ()):
        yield {**way, "contact_is": one_line(text)}
    for text in said.words.get("unusable", ()):
        yield {**way, "unusable": one_line(text), "published_as": one_line(text)}


def _address(said: Entry, field: str, word: str, channel: str) -> Iterator[LineContent]:
    if field == "email" and ("@" not in word.strip("@") or " " in word):
        said.remark(f"{quoted(word)} is no address of mail.", word)
    elif field in _KEYS and not word.startswith(("https://", "http://")):
        said.remark(f"{quoted(word)} is no address of a page.", word)
    else:
        is_other = field == "form" and channel in ("chat", "messaging")
        way = {"channel": channel if is_other else field} if is_other or field == "chat" else {}
        yield {**way, _KEYS.get(field, field): word}


def _beside(said: Entry, contact: LineContent) -> LineContent:
    """Return what else is said of how *contact* is used, where that fits its channel."""
    channel = contact.get("channel", "phone")
    found: LineContent = {}
    for name, channels in _FITTING.items():
        text = one_line(said.first(name))
        word = word_of(text) if name == "via" else text
        if word and channel in channels and (name != "via" or word in _VIA):
            found[_BESIDE[name]] = word
    return found


def _numbers(
    said: Entry, text: str, channel: str, countries: list[str], only_in: Sequence[str]
) -> Iterator[LineContent]:
    if channel == "fax":
        said.remark("a fax is no way to ask for support.", text)
        return
    if len(countries) == len(all_countries()) and not only_in and not text.startswith("+"):
        said.remark("in which country these digits are pressed is not stated.")
        yield {**_way(channel), "unusable": _NOWHERE, "published_as": one_line(text)}
        return
    if not countries and not text.startswith("+"):
        yield {"number": text, "published_as": text}  # it is not placed, and only counted
        return
    way = _way(channel)
    if channel not in _WITH_NUMBER:
        said.remark(f"a line of the channel {quoted(channel)} has no number.", text)
        return
    if "whatsapp" in said.words and text in said.words["whatsapp"]:
        way["service"] = "WhatsApp"
    if said.first("extension") and not any(one.isalpha() for one in text):
        text = f"{text} ext. {said.first('extension')}"
    for content in read_numbers(text, countries, only_in, said.remark):
        yield {**way, **content}


def _way(channel: str) -> LineContent:
    return {} if channel in ("", "phone") else {"channel": channel}
