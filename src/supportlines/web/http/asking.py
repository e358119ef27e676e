"""A query string becomes a question: `country=DE&language=en&facet.phone=mobile`."""

from __future__ import annotations

from http import HTTPStatus
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import parse_qsl

from supportlines.errors import closest, quoted
from supportlines.lookup import Question
from supportlines.web.http.instants import EXAMPLE, parse_instant
from supportlines.web.http.problems import RequestError

if TYPE_CHECKING:
    from datetime import datetime
    from typing import Mapping, Sequence

SINGLE = ("country", "tier", "desk", "severity", "time_zone", "calling_from", "subdivision", "at")
"""Parameters that are said once."""
REPEATED = {"language": "languages", "channel": "channels"}
"""Parameters that may be said more than once, the preferred one first, and their words."""
FACET = "facet."
"""What the name of a facet stands behind."""
MOST_LANGUAGES = 20
_MOST = 100
"""Parameters that are looked at."""
_NOT_SAID = ("country", "at")


class AddressedQuestion(NamedTuple):
    """A question, and the instant that it names."""

    question: Question
    at: datetime | None
    """None for now."""


def parse_question(query: bytes) -> AddressedQuestion:
    """Return what a *query* string asks; whether its names are known is the directory's matter.

    Raises:
        RequestError: If it cannot be understood: a parameter that there is not, one said twice,
            no country, an instant that is none, bytes that are no text.

    >>> asked = parse_question(b"country=DE&language=de&language=en&facet.phone=mobile")
    >>> asked.question.languages, asked.question.facets
    (('de', 'en'), (('phone', 'mobile'),))
    """
    said = _said(query)
    problems = [*_of_names(said), *_of_numbers(said)]
    at = None
    if "at" in said:
        at = parse_instant(said["at"][0])
        if at is None:
            problems.append(_no_instant(said["at"][0]))
    if "country" not in said:
        problems.append('country is missing. Write one, as in "?country=DE".')
    if problems:
        raise RequestError(HTTPStatus.BAD_REQUEST, *problems)
    words: dict[str, object] = {
        name: said[name][0] for name in SINGLE if name in said and name not in _NOT_SAID
    }
    words.update({word: tuple(said[name]) for name, word in REPEATED.items() if name in said})
    facets = {name[len(FACET) :]: said[name][0] for name in said if name.startswith(FACET)}
    return AddressedQuestion(Question(said["country"][0], facets=facets, **words), at)  # type: ignore[arg-type]


def _said(query: bytes) -> dict[str, list[str]]:
    """Return the values of each parameter, in the order of the address."""
    if query.count(b"&") >= _MOST:
        sentence = f"the address has more than {_MOST} parameters. Leave out what is not needed."
        raise RequestError(HTTPStatus.BAD_REQUEST, sentence)
    found: dict[str, list[str]] = {}
    try:
        pairs = parse_qsl(query.decode("ascii"), keep_blank_values=True, errors="strict")
    except ValueError:
        sentence = "the query of the address is no text in UTF-8. Write it with percent signs."
        raise RequestError(HTTPStatus.BAD_REQUEST, sentence) from None
    for name, value in pairs:
        found.setdefault(name, []).append(value)
    return found


def _of_names(said: Mapping[str, Sequence[str]]) -> list[str]:
    """Return what is wrong with parameters that there are not: a slip of the pen says nothing."""
    known = [*SINGLE, *REPEATED]
    problems = []
    for name in said:
        if name in known or (name.startswith(FACET) and name != FACET):
            continue
        close = closest(name[:_MOST], known)
        remedy = f"Write one of: {', '.join(known)}, or {FACET}NAME."
        if close:
            remedy = f"Did you mean {quoted(close[0])}?"
        problems.append(f"there is no parameter {quoted(name)}. {remedy}")
    return problems


def _of_numbers(said: Mapping[str, Sequence[str]]) -> list[str]:
    """Return what is wrong with parameters that are said too often."""
    problems = [
        f"{quoted(name)} is said {len(values)} times. Write it once."
        for name, values in said.items()
        if len(values) > 1 and (name in SINGLE or name.startswith(FACET))
    ]
    if len(said.get("language", ())) > MOST_LANGUAGES:
        problems.append(f"there are more than {MOST_LANGUAGES} languages. Write those that matter.")
    return problems


def _no_instant(text: str) -> str:
    remedy = f'Write one of the years 1900 to 2999 such as "{EXAMPLE}".'
    if " " in text:
        remedy += " A plus sign is written %2B in an address."
    return f"at={quoted(text)} is no instant. {remedy}"
