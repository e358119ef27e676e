"""What a page may say to the element, and what the element says: one table for docs and editors."""

from __future__ import annotations

from typing import NamedTuple


class Attribute(NamedTuple):
    """One attribute of the element."""

    name: str
    """As it is written in HTML."""
    type: str
    """In TypeScript's words."""
    text: str
    """What it says, in one sentence."""
    is_set_by_page: bool = True
    """Whether a page says it, or the element."""


class Property(NamedTuple):
    """A custom property of the style sheet."""

    name: str
    text: str


ATTRIBUTES = (
    Attribute(
        "country",
        "string",
        "The country of whom it is, by its code of ISO 3166-1; by default that of the visitor's "
        "time zone, if the page lists it.",
    ),
    Attribute(
        "directory",
        "string",
        "The address of the folder with `lines/` and `words/`; by default that of the page.",
    ),
    Attribute("locale", "string", "The locale of the words file; by default `en`."),
    Attribute(
        "languages",
        "string",
        "Wanted languages, the best first, with spaces between; by default the browser's.",
    ),
    Attribute("tier", "string", "What the customer is entitled to."),
    Attribute("desk", "string", "What the call is about."),
    Attribute("severity", "string", "How bad it is."),
    Attribute("subdivision", "string", "The part of the country, by its code of ISO 3166-2."),
    Attribute("time-zone", "string", "The caller's zone; by default the browser's."),
    Attribute(
        "calling-from",
        "string",
        "The country in which the phone stands; by default that of the visitor's time zone, if the "
        "page lists it, else `country`.",
    ),
    Attribute("facet-NAME", "string", "What else is known: a facet of the directory by its id."),
    Attribute(
        "when-closed",
        '"show" | "hide" | "alternatives"',
        "What the style sheet does with lines that are closed: shows them, hides what the element "
        "says, or hides closed lines and leaves the other ways.",
    ),
    Attribute(
        "words", "string", "The address of a words file of the site's own, which goes before."
    ),
    Attribute(
        "state",
        '"open" | "closed" | "unknown" | "no_line" | "stale" | "loading"',
        "The state of the first line, and what else there is to say of the files.",
        is_set_by_page=False,
    ),
    Attribute(
        "data-clock",
        '"own" | "corrected"',
        "Whose clock is used: the visitor's, or the server's, where the visitor's is wrong.",
        is_set_by_page=False,
    ),
)
"""All of them."""

EVENT = "support-lines-change"
"""Dispatched when the state, or an option, is another one than before."""

PROPERTIES = (
    Property("--sl-open", "The colour of an open line."),
    Property("--sl-closed", "The colour of a closed line."),
    Property("--sl-unknown", "The colour of a line of which one does not know."),
    Property("--sl-line", "The colour of lines between things."),
    Property("--sl-gap", "The space between things."),
    Property("--sl-faint", "The colour of what is said beside."),
)
"""What a site may set, at any element around."""
