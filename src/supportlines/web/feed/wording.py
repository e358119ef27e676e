"""The file of one locale: the sentences, names, days and times that pages put together."""

from __future__ import annotations

from datetime import time
from typing import Any, Iterable, Iterator, Mapping

from supportlines.languages import language_name
from supportlines.languages.writing import direction_of
from supportlines.places import parse_locale
from supportlines.web.feed.numbers import USUAL_PREFIX, prefixes
from supportlines.web.feed.repeats import unfolded
from supportlines.words.clock import clock_of
from supportlines.words.days import day_words
from supportlines.words.lists import joined
from supportlines.words.live import live_words

VERSION = 1
_HOUR = 60
_DAY = 24 * _HOUR


def words_file(locale: str, lines: Iterable[Mapping[str, Any]]) -> dict[str, Any]:
    """Return the file of *locale* for countries whose files are *lines*.

    Args:
        locale: As `parse_locale` takes it.
        lines: What is written for the countries: their times and languages are named.

    Raises:
        UnknownLocaleError: CLDR has no words for *locale*.
    """
    read = tuple(lines)
    return words_of(
        locale,
        max((one["until"] for one in read), default=0),
        tags={tag for one in read for tag in _tags(one)},
        minutes={at for one in read for at in minutes_of(one)},
        named=_named({code for one in read for code in _codes(one)}),
    )


def words_of(
    locale: str,
    until: int,
    *,
    tags: Iterable[str],
    minutes: Iterable[int],
    named: set[str] | None = None,
) -> dict[str, Any]:
    """Return the file of *locale* for countries of which this much is known.

    Args:
        locale: As `parse_locale` takes it.
        until: The POSIX second until which their files may be trusted.
        tags: Languages that are named in them.
        minutes: Minutes of a day that clocks show when anything changes.
        named: Keys of what a page looks up for them; None: all that there are.

    Raises:
        UnknownLocaleError: CLDR has no words for *locale*.
    """
    identifier = parse_locale(locale)
    said = live_words(identifier)
    days = day_words(identifier).day
    day = "{dd}" if days.two_digits else "{day}"
    return {
        "version": VERSION,
        "locale": tag_of(identifier),
        "dir": direction_of(identifier) or "ltr",
        "lang": said.locale,
        "lang_dir": direction_of(said.locale) or "ltr",
        "until": until,
        "say": dict(said.texts) if named is None else _needed(said.texts, named),
        "months": list(days.months),
        "date": days.template.format(day=day, month="{month}", weekday="", year="").strip(),
        "times": _times(identifier, said.locale, minutes),
        "languages": {tag: language_name(tag, identifier) for tag in sorted(set(tags))},
        "list": _list(identifier),
        "prefixes": _prefixes(),
    }


def tag_of(identifier: str) -> str:
    """Return the BCP 47 tag of a locale, by which its files are named.

    >>> tag_of("pt_BR")
    'pt-BR'
    """
    return identifier.replace("_", "-")


_LOOKED_UP = ("note_", "because_", "channel_", "link_", "step_")
"""How keys begin of which a page looks up those that the files name."""


def _needed(texts: Mapping[str, str], named: set[str]) -> dict[str, str]:
    """Return those of *texts* that a page may need: all but codes that no file has."""
    return {
        key: text
        for key, text in texts.items()
        if not key.startswith(_LOOKED_UP) or key in named or key in _ALWAYS
    }


_ALWAYS = ("note_carrier_prefix", "note_trunk_prefix_unknown", "link_phone")
"""What a page says by itself of keys."""


def _named(codes: set[tuple[str, str]]) -> set[str]:
    return {f"{kind}_{code}" for kind, code in codes}


def _codes(lines: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Yield what a page looks up for *lines*: the kind of a key, and its code."""
    for one in (*lines["choices"], *lines["options"]):
        yield from (("note", note[0]) for note in one.get("notes", ()))
    for row in lines["told"]:
        yield from (("because", code) for code in (row[5] if len(row) == _WHOLE else ()))
    for option in lines["options"]:
        if "channel" in option:
            yield "channel", option["channel"]
            yield "link", option["channel"]
        menus = (option.get("steps", ()), *option.get("steps_for", {}).values())
        yield from (("step", step[0]) for menu in menus for step in menu)


_WHOLE = 6
"""What is told, if nothing is left out."""


def _tags(lines: Mapping[str, Any]) -> Iterator[str]:
    for option in lines["options"]:
        yield from option.get("languages", ())
    for ask in lines["asks"]:
        if ask["name"] == "language":
            yield from (group[0] for group in ask["groups"])


def minutes_of(lines: Mapping[str, Any]) -> set[int]:
    """Return the minutes of a day that clocks show when anything changes, in any of the zones."""
    found: set[int] = set()
    unit, start = lines["unit"], lines["from"]
    for track in lines["tracks"]:
        at, seconds = start, []
        for gap in unfolded(track["edges"])[::2]:
            at += gap * unit
            seconds.append(at)
        changes = (*track.get("changes", ()), track.get("last"))
        seconds += [start + one * unit for one in changes if one is not None]
        for clock in lines["clocks"]:
            found.update(_shown(seconds, start, unit, clock["offsets"]))
    return found


def _shown(seconds: Iterable[int], start: int, unit: int, offsets: list[int]) -> Iterator[int]:
    """Yield what a clock shows at *seconds*, as minutes of the day."""
    turns = [(start + since * unit, offset) for since, offset in zip(offsets[::2], offsets[1::2])]
    for second in seconds:
        offset = next((one for since, one in reversed(turns) if since <= second), turns[0][1])
        yield (second // _HOUR + offset) % _DAY


def _times(locale: str, sentences: str, minutes: Iterable[int]) -> dict[str, str]:
    """Return the times of *minutes* in the words of *sentences*, where they are not just digits.

    Hours are counted as readers of *locale* do. A page writes all others as 09:00.
    """
    clock = clock_of(sentences, locale)
    written = {minute: clock.time(time(*divmod(minute, _HOUR))) for minute in sorted(minutes)}
    return {
        str(minute): text
        for minute, text in written.items()
        if text != "{:02}:{:02}".format(*divmod(minute, _HOUR))
    }


def _list(locale: str) -> list[str]:
    """Return the pattern that goes on and the one that ends a list."""
    marks = ["{0}", "{1}", "{2}"]
    first, last = joined(marks, locale), joined(marks[:2], locale)
    return [first.partition("{2}")[0][: first.index("{1}") + 3], last]


def _prefixes() -> dict[str, str]:
    """Return what goes before a number abroad, with the countries that have it; others have 00."""
    found: dict[str, list[str]] = {}
    for country, prefix in sorted(prefixes().items()):
        if prefix != USUAL_PREFIX:
            found.setdefault(prefix, []).append(country)
    return {prefix: " ".join(countries) for prefix, countries in found.items()}
