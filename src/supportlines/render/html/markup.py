"""Elements of HTML, with everything in them escaped; nothing else makes markup here."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Iterable, Match

from markupsafe import Markup, escape

from supportlines.errors import UNSAFE, escaped

_VOID = frozenset(["br", "hr", "img", "input", "link", "meta"])
"""Elements that have no content and no end tag."""

_NAME = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")
_NO_ATTRIBUTE = re.compile(r"on.*|style|srcdoc")
"""What a strict Content-Security-Policy refuses: scripts and styles within elements."""

_LINKS = re.compile(
    r"tel:[+]?(?:[0-9*]|%23)+(?:,[0-9,*]+)?(?:;phone-context=[+][0-9]+)?"
    r"|sms:[+]?(?:[0-9*]|%23)+(?:;phone-context=[+][0-9]+)?(?:[?]body=[A-Za-z0-9%._~-]*)?"
    r"|https://[^\s<>\"\\^`{|}\x00-\x20\x7f]+"
    r"|mailto:[^\s<>\"\\:/?\x00-\x20\x7f]+"
)
"""What may be linked to: all of it, from its first character to its last."""


def element(name: str, *children: str | None, **attributes: str | bool | int | None) -> Markup:
    """Return an element: texts among its *children* are escaped, `Markup` stands as it is.

    Args:
        name: Of the element, such as "p".
        children: None stands for nothing.
        attributes: A `_` stands for a hyphen, and one at the end for nothing (`class_`). None and
            False leave the attribute out, True writes it without a value.

    Raises:
        ValueError: An attribute that a strict policy refuses, or content in a void element.

    >>> element("p", "1 < 2 ", element("b", "&"), class_="sl-note", lang=None)
    Markup('<p class="sl-note">1 &lt; 2 <b>&amp;</b></p>')
    >>> element("br"), element("input", type="radio", checked=True)
    (Markup('<br>'), Markup('<input type="radio" checked>'))
    """
    opened = _name(name)
    for key, value in attributes.items():
        if value is None or value is False:
            continue
        opened += f" {_attribute(key)}"
        if value is not True:
            opened += f'="{_plain(str(value))}"'
    if name in _VOID:
        if children:
            raise ValueError(f"<{name}> has no content")
        return Markup(f"<{opened}>")  # noqa: S704 - its parts were checked or escaped
    inside = "".join([_plain(part) for part in children if part is not None])
    return Markup(f"<{opened}>{inside}</{name}>")  # noqa: S704 - as above


def joined(parts: Iterable[str | None], between: str = "") -> Markup:
    """Return *parts* in a row, texts being escaped; None stands for nothing.

    >>> joined(["a", None, element("b", "c")], " & ")
    Markup('a &amp; <b>c</b>')
    """
    written = [_plain(part) for part in parts if part is not None]
    return Markup(_plain(between).join(written))  # noqa: S704 - its parts are escaped


def text(written: str) -> Markup:
    r"""Return a text as it stands in HTML, in an element as in an attribute.

    A character that HTML cannot carry stands as `\x00`; so do those that turn the direction of
    what follows them. `Markup` is returned as it is.

    >>> text('<"&\x00\u202e')
    Markup('&lt;&#34;&amp;\\x00\\u202e')
    """
    return written if isinstance(written, Markup) else Markup(_plain(written))  # noqa: S704


def _plain(written: str) -> str:
    """Return what `text` does as a mere `str`: each `Markup` made costs more than its escaping."""
    if isinstance(written, Markup):
        return str.__str__(written)
    if not written.isprintable():
        written = _LINE_END.sub("\n", UNSAFE.sub(_carried, written))
    return str.__str__(escape(str(written))) if _SPECIAL.search(written) else str.__str__(written)


_SPECIAL = re.compile("[&<>\"']")

_KEPT = frozenset("\r\u061c\u200e\u200f\u2028\u2029")
"""Ends of lines, and marks of direction, which CLDR's patterns hold too."""
_LINE_END = re.compile("\r\n?")
"""HTML has no way to carry a carriage return: whoever reads it makes a line feed of it."""


def _carried(match: Match[str]) -> str:
    character = match.group()
    return character if character in _KEPT else escaped(character)


@lru_cache(maxsize=256)
def _name(name: str) -> str:
    if not _NAME.fullmatch(name) or name in ("script", "style"):
        raise ValueError(f'"{name}" is no name of an element that is made here')
    return name


@lru_cache(maxsize=256)
def _attribute(key: str) -> str:
    name = key.rstrip("_").replace("_", "-")
    if not _NAME.fullmatch(name) or _NO_ATTRIBUTE.fullmatch(name):
        raise ValueError(f'"{name}" is no attribute that is written here')
    return name


def is_safe_link(uri: str) -> bool:
    """Return whether *uri* may be linked to: a call, a message, a page, an address of mail.

    >>> is_safe_link("tel:+442079460958,1"), is_safe_link("javascript:alert(1)")
    (True, False)
    """
    return _LINKS.fullmatch(uri) is not None


def link(uri: str | None, *children: str | None, **attributes: str | None) -> Markup:
    """Return a link to *uri*, or its text alone where that may not be linked to.

    >>> link("https://support.example/", "Help", class_="sl-link")
    Markup('<a href="https://support.example/" class="sl-link">Help</a>')
    >>> link("data:text/html,x", "Help"), link(None, "Help")
    (Markup('Help'), Markup('Help'))
    """
    if uri is None or not is_safe_link(uri):
        return joined(children)
    return element("a", *children, href=uri, **attributes)


def digits(written: str, class_: str | None = None) -> Markup:
    """Return what is pressed, or another code, from left to right in whatever stands around it.

    >>> digits("+1 202 555 0123")
    Markup('<bdi dir="ltr">+1 202 555 0123</bdi>')
    """
    return element("bdi", written, dir="ltr", class_=class_)


def isolated(written: str, lang: str | None = None, dir_: str | None = None) -> Markup:
    """Return a name or a text that may be written in the other direction than its surroundings.

    >>> isolated("Поддержка", "ru", "ltr"), isolated("Sales")
    (Markup('<bdi lang="ru" dir="ltr">Поддержка</bdi>'), Markup('<bdi>Sales</bdi>'))
    """
    return element("bdi", written, lang=lang, dir=dir_)


def filled(template: str, **values: str) -> Markup:
    """Return a message with its *values*, both escaped; `Markup` among them stands as it is.

    >>> filled("Closes {time}", time=element("time", "17:00"))
    Markup('Closes <time>17:00</time>')
    """
    return text(template).format(**{name: text(value) for name, value in values.items()})
