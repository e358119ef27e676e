"""The file of one locale: the sentences, names, days and times that pages put together."""

from __future__ import annotations

from datetime import time
from typing import TYPE_CHECKING, Any, Iterable, Iterator, Mapping, Sequence

from supportlines.languages import language_name
from supportlines.languages.writing import direction_of
from supportlines.places import parse_locale
from supportlines.words.clock import clock_of
from supportlines.words.days import day_words
from supportlines.words.lists import joined
from supportlines.words.live import OWN, live_words

if TYPE_CHECKING:
    from supportlines.words.clock import Clock

VERSION = 1


def words_file(locale: str, lines: Iterable[Mapping[str, Any]]) -> dict[str, Any]:
    """Return the file of *locale* for countries whose files are *lines*.

    Args:
        locale: As `parse_locale` takes it.
        lines: What is written for the countries: their languages are named.

    Raises:
        UnknownLocaleError: CLDR has no words for *locale*.
    """
    read = tuple(lines)
    return words_of(
        locale,
        max((one["until"] for one in read), default=0),
        min((one["fresh_for"] for one in read), default=0),
        tags={tag for one in read for tag in _tags(one)},
        named={key for one in read for key in _keys(one)},
    )


def words_of(
    locale: str, until: int, fresh_for: int, *, tags: Iterable[str], named: set[str] | None = None
) -> dict[str, Any]:
    """Return the file of *locale* for countries of which this much is known.

    Args:
        locale: As `parse_locale` takes it.
        until: The POSIX second until which their files may be trusted.
        fresh_for: Seconds after which an open page reads them again: newer files of countries may
            need other sentences.
        tags: Languages that are named in them.
        named: Keys of what a page looks up for them; None: all that there are.

    Raises:
        UnknownLocaleError: CLDR has no words for *locale*.
    """
    identifier = parse_locale(locale)
    said = live_words(identifier)
    # Within a sentence days are called as its language calls them.
    is_own = identifier.partition("_")[0] == said.locale.partition("_")[0]
    words = day_words(identifier if is_own else said.locale)
    days = words.day
    day = "{dd}" if days.two_digits else "{day}"
    date = days.template.format(day=day, month="{month}", weekday="", year="").strip()
    clock = clock_of(said.locale, identifier)
    time = pattern_of(clock)
    values = {"{date}": date, "{time}": time}
    texts = said.texts if named is None else _needed(said.texts, named)
    return {
        "version": VERSION,
        "locale": tag_of(identifier),
        "dir": direction_of(identifier) or "ltr",
        "lang": said.locale,
        "lang_dir": direction_of(said.locale) or "ltr",
        "until": until,
        "fresh_for": fresh_for,
        "date": date,
        "time": time,
        "moment": words.with_time.format(day=date, time=time),
        "months": list(days.months),
        "halves": [] if clock.is_24 else _halves(clock),
        "languages": {tag: language_name(tag, identifier) for tag in sorted(set(tags))},
        "list": _between(identifier),
        **{key: _with(text, values) for key, text in texts.items()},
    }


def _with(text: str, values: Mapping[str, str]) -> str:
    for name, value in values.items():
        text = text.replace(name, value)
    return text


def pattern_of(clock: Clock) -> str:
    """Return how *clock* writes times: {HH} and {mm} of two digits, {h} of twelve, and {ap}.

    >>> pattern_of(clock_of("en")), pattern_of(clock_of("en", "de")), pattern_of(clock_of("es"))
    ('{h}:{mm} {ap}', '{HH}:{mm}', '{HH}:{mm}')
    """
    found = clock.time(time(1, 59)).replace("59", "{mm}")
    if clock.is_24:
        return found.replace("01", "1").replace("1", "{HH}")
    return found.replace("1", "{h}").replace(_halves(clock)[0], "{ap}")


def _halves(clock: Clock) -> list[str]:
    """Return how the halves of the day are called: what stands beside the digits."""
    return [clock.time(time(hour, 59)).strip("0123456789: \u202f\xa0") for hour in (1, 13)]


def tag_of(identifier: str) -> str:
    """Return the BCP 47 tag of a locale, by which its files are named.

    >>> tag_of("pt_BR")
    'pt-BR'
    """
    return identifier.replace("_", "-")


def _needed(texts: Mapping[str, str], named: set[str]) -> dict[str, str]:
    """Return those of *texts* that a page may need: those that files name, and what it says itself.

    Of an event it says the day too.
    """
    wanted = named | _ALWAYS
    return {
        key: text
        for key, text in texts.items()
        if key in wanted or key.split("_")[0] in wanted & _EVENTS
    }


_EVENTS = frozenset(["changes", "closes", "opens"])
_ALWAYS = frozenset(
    [
        "closed",
        "no_line",
        "not_said",
        "note_carrier_prefix",
        "open",
        "other_part",
        "others",
        "soon",
        "stale",
        "unknown",
        "zone",
    ]
)


def _keys(lines: Mapping[str, Any]) -> Iterator[str]:
    """Yield what a page looks up for *lines*."""
    for ask in lines["asks"]:
        yield ask["name"]
        for reply in ask.get("replies", ()):
            yield from _first(reply[1:])
    for choice in lines["choices"]:
        yield from choice  # titles
        yield from _first(choice.get("notes", ()))
    for row in lines["told"]:
        event, _, _, because, said = (*row, *[None] * 9)[4:9]
        yield from (key for key in (event, said) if key)
        yield from _first(because or ())
    yield from _keys_of_coming(lines["changes"])
    for option in lines["options"]:
        yield from ("something_else" for _ in option.get("desks", ())[:1])
        for rows in ("facts", "any", "steps", "notes"):
            yield from _first(option.get(rows, ()))
        for steps in option.get("steps_for", {}).values():
            yield from _first(steps)
        yield f"link_{option.get('channel', 'phone')}"
    for rows in lines["contacts"]:
        for _, _, cost, _, note in ((*row, *[None] * 5)[:5] for row in rows):
            yield from (key for key in (cost, note) if key)


def _keys_of_coming(changes: Iterable[Sequence[Any]]) -> Iterator[str]:
    for row in changes:
        yield from ("coming", "coming_parts", "from", "short_unknown")
        yield from _first(row[1:2])
        yield from (one for one in row[2:3] if isinstance(one, str))


def _first(rows: Iterable[Any]) -> Iterator[str]:
    for row in rows:
        if isinstance(row, list):
            yield row[0]
            yield from _first(row[_BESIDE] if len(row) > _BESIDE else ())


_BESIDE = 2
"""Where in a row stands what is in brackets."""


def _tags(lines: Mapping[str, Any]) -> Iterator[str]:
    for option in lines["options"]:
        yield from option.get("languages", ())
        menus = (option.get("steps", ()), *option.get("steps_for", {}).values())
        rows = (row[_BESIDE] for menu in menus for row in menu if len(row) > _BESIDE)
        beside = (one[0] for row in rows for one in row if isinstance(one, list))
        yield from (tag for tag in beside if tag not in OWN)


def _between(locale: str) -> str:
    """Return what stands between things in a list that goes on."""
    first = joined(["{0}", "{1}", "{2}"], locale).partition("{1}")[0]
    return first[len("{0}") :]
