"""How the callers of a country reach a line, as a page without a clock shows it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from supportlines.errors import one_line
from supportlines.lookup.answer import Reason
from supportlines.lookup.reaching import reach
from supportlines.lookup.resolution import dialable_from
from supportlines.render.html.markup import digits, is_safe_link, link
from supportlines.render.html.page import accessible_name

if TYPE_CHECKING:
    from markupsafe import Markup

    from supportlines.directory import Facts, Line, Region
    from supportlines.lookup import Caller, Caveat
    from supportlines.phones import Cost
    from supportlines.render.html.page import Page

_OF_THE_DIAL_STRING = ("carrier_prefix",)
"""Caveats of keys for abroad, which are not shown: the number is, with its plus sign."""


_NO_DIGITS = re.compile("[^0-9]+")


class Contact(NamedTuple):
    """What callers of a country use; equal for those who use the same."""

    line: str
    shown: str = ""
    """Digits, an address, or where the number is found."""

    uri: str | None = None
    is_digits: bool = False
    cost: Cost = "unknown"
    caveats: tuple[Caveat, ...] = ()
    refused: Reason | None = None
    """Why it cannot be used at all; then there is nothing to show but what is printed."""

    only_from: tuple[str, ...] | None = None
    """The places in which it can be used, this country not among them."""

    @property
    def is_usable(self) -> bool:
        """Whether it can be used there."""
        return self.refused is None and self.only_from is None


def contact_of(facts: Facts, line: Line, region: Region, caller: Caller) -> Contact:
    """Return how *caller* reaches *line* of *region* from home.

    A number of another country is shown with its plus sign, whatever is pressed for that there.
    """
    way = reach(facts, line, region, caller)
    if isinstance(way, Reason):
        if way.code == "not_dialable_from_there":
            allowed = dialable_from(facts, line, region) or ()
            return Contact(line.id, only_from=(*allowed, *line.dialable_from_parts))
        return Contact(line.id, refused=way)
    caveats = tuple(one for one in way.caveats if one.code not in _OF_THE_DIAL_STRING)
    if line.number is None or way.dial is None:
        shown = str(way.contact or "")
        return Contact(line.id, shown, way.uri, cost=way.cost, caveats=caveats)
    e164, shown, uri = line.number.e164, way.dial, way.uri or way.tel_uri
    if e164 is not None and _is_abroad(way.dial, e164):
        shown = line.number.grouped
        uri = f"tel:{e164}" if way.tel_uri is not None else uri
    return Contact(line.id, shown, uri, is_digits=True, cost=way.cost, caveats=caveats)


def _is_abroad(dial: str, e164: str) -> bool:
    """Return whether the keys of *dial* are a prefix for abroad and all of the number."""
    pressed = _NO_DIGITS.sub("", dial)
    return dial.startswith("+") or (pressed != e164[1:] and pressed.endswith(e164[1:]))


def contact_html(page: Page, line: Line, contact: Contact, name: str) -> Markup:
    """Return what is used, as a link with a name that says what it is."""
    if contact.is_digits:
        said = accessible_name(page, line.channel, name, one_line(contact.shown))
        shown = digits(contact.shown, "sl-dial")
        if said is None or contact.uri is None or not is_safe_link(contact.uri):
            return shown
        heard, locale = said
        lang = page.marks(locale).get("lang")
        return link(contact.uri, shown, class_="sl-contact", aria_label=heard, lang=lang)
    own = line.contact_is or line.address
    shown = page.own(own) if own is not None else digits(contact.shown)
    return link(contact.uri, shown, class_="sl-contact")
