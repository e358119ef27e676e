"""From what a file says of a record, value by value, to what the record itself says.

Some things have several forms in a file and one in the facts: short forms of a condition, modes
beside languages, parts of a country in a list of countries, an end that nobody knows.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Callable, List, Mapping, Tuple

from supportlines import phones
from supportlines.directory.forms import (
    DAY_AND_NIGHT,
    UNKNOWN,
    Keyed,
    split_end,
    split_inherited,
    split_languages,
    split_places,
)
from supportlines.directory.reading.codes import language_of_text, part_of_text, schedule_of_text
from supportlines.directory.reading.wrong import WrongValueError
from supportlines.directory.record import FrozenDict
from supportlines.errors import listed, quoted
from supportlines.phones.steps import ACTIONS

if TYPE_CHECKING:
    from supportlines.hours import Schedule

PARSERS: Mapping[str, Callable[[str], str]] = {
    "languages": language_of_text,
    "subdivisions": part_of_text,
}
"""How the values of a key of a condition are read; those of others are as they are written."""

SHORT_FORMS: Mapping[str, Mapping[str, str]] = {
    "line": {"desks": "desks", "phone": "dialable_by", "carrier": "carriers"},
    "rule": {"languages": "languages", "severities": "severities", "desks": "desks"},
    "step": {"languages": "languages"},
}
"""By sort of record the keys of a condition that are fields of their own."""

CHANNELS: Mapping[str, str] = {"url": "web_form", "email": "email", "address": "post"}
"""The usual channels of contacts; of all others it is `phone`."""

_MOMENTS = (("from", "begins"), ("until", "ends"))
_NO_PRESS = frozenset(ACTIONS) - {"press"}
_EVERY_WEEKDAY = 0b1111111
_FOR_SOME_HOURS = (
    schedule_of_text("off"),
    DAY_AND_NIGHT,
    schedule_of_text("24/7 unknown"),
)


def _canonical(key: str, words: Tuple[str, ...]) -> Tuple[str, ...]:
    parse = PARSERS.get(key)
    return words if parse is None else tuple(_parsed(parse, word) for word in words)


def _parsed(parse: Callable[[str], str], word: str) -> str:
    try:
        return parse(word)
    except ValueError:  # `relations` speaks of it
        return word


def put_condition(said: Keyed, sort: str = "") -> None:
    """Put what stands under `for` where a record of this sort has it."""
    if "for" not in said:
        return
    condition = {key: _canonical(key, words) for key, words in said.pop("for").items()}
    for key, field in SHORT_FORMS.get(sort, {}).items():
        if key == "phone":
            if len(condition.get(key, ())) == 1:
                (said[field],) = condition.pop(key)
        elif key in condition:
            said[field] = condition.pop(key)
    if condition:
        said["only_for"] = FrozenDict(condition)


def put_line(said: Keyed) -> None:
    """Make what is said of a line what the record says."""
    if "for" in said:
        put_condition(said, "line")
    if "desks" in said and len(said["desks"]) == 1:
        (said["desk"],) = said.pop("desks")
    if "number" not in said:
        for contact, channel in CHANNELS.items():
            if contact in said:
                said.setdefault("channel", channel)
    split_languages(said)
    split_places(said, "serves")
    split_places(said, "dialable_from")
    split_inherited(said)


def put_region(said: Keyed) -> None:
    """Make what is said of a region what the record says."""
    split_places(said, "countries")
    split_places(said, "countries_not_named")
    split_inherited(said)


def step_of(said: Keyed) -> phones.Step:
    """Return the step of which this is said."""
    put_condition(said, "step")
    # Of a step that says nothing, or several things, `relations` speaks.
    action = next((one for one in ACTIONS if one in said), "wait")
    said.update({"action": action, "text": said.get(action, "-")} if action in _NO_PRESS else {})
    words = {key: value for key, value in said.items() if key not in _NO_PRESS}
    only_for = words.pop("only_for", {})
    return phones.Step(**words, only_for=tuple(sorted(only_for.items())))


def put_exception(said: Keyed) -> None:
    """Make what is said of an exception what the record says, if it says its days."""
    for key, field in _MOMENTS:
        if key in said:
            said[field] = said.pop(key)
    ways: Mapping[str, List[str]] = {
        "on": [key for key in ("on",) if key in said],
        "first_day": [key for key in ("first_day", "last_day") if key in said],
        "from": [key for key, name in _MOMENTS if name in said],
        "each_month": [key for key in ("each_month",) if key in said],
    }
    _check_ways(ways)
    if ways["each_month"]:
        _check_order(said, "first_day", "last_day", "the last day")
        _check_hours_of_days(said)
    elif ways["first_day"]:
        if "first_day" not in said or "last_day" not in said:
            raise _without_days()
        _check_order(said, "first_day", "last_day", "the last day")
    elif ways["from"]:
        _check_moments(said)
    split_end(said)


def _without_days() -> WrongValueError:
    return WrongValueError(
        "the exception does not say its days.",
        'Write "on" for one day, "first_day" and "last_day" for several, '
        '"from" and "until" for moments, or "each_month".',
    )


def _check_ways(ways: Mapping[str, List[str]]) -> None:
    """Refuse an exception that says its days in no way, or in several."""
    said = [way for way, keys in ways.items() if keys]
    if not said:
        raise _without_days()
    if said == ["on", "first_day"]:
        raise WrongValueError(
            "the exception has one day and several.", 'Write "on", or "first_day" and "last_day".'
        )
    if len(said) > 1 and said != ["first_day", "each_month"]:
        keys = (quoted(key) for way in said for key in ways[way])
        raise WrongValueError(
            f"the exception says its days in several ways: {listed(keys)}.",
            'Write "on"; or "first_day" and "last_day"; or "from" and "until"; or "each_month".',
        )


def _check_order(said: Keyed, first: str, last: str, name: str) -> None:
    one, other = said.get(first), said.get(last)
    if one is None or other is None or other == UNKNOWN:
        return
    if other < one:
        raise WrongValueError(
            f"{name}, {other}, comes before the first, {one}.", "Compare them with the source."
        )


def _check_moments(said: Keyed) -> None:
    begins, ends = said.get("begins"), said.get("ends")
    if begins is None or ends is None:
        missing = "from" if begins is None else "until"
        remedy = f'Write "{missing}" as well' + (
            ', "until: unknown" if nobody knows the end.' if begins is not None else "."
        )
        raise WrongValueError(f'the exception has no "{missing}".', remedy)
    if said.get("hours", _FOR_SOME_HOURS[0]) not in _FOR_SOME_HOURS:
        raise WrongValueError(
            'with "from" and "until" the hours are one state for the whole time.',
            'Write "off", "24/7" or "24/7 unknown"; or days instead of moments.',
        )
    if ends == UNKNOWN:
        return
    if (begins.tzinfo is None) != (ends.tzinfo is None):
        raise WrongValueError(
            "one moment is of the clock on the wall, the other of UTC.",
            'Write both with "Z" at the end, or none.',
        )
    if ends <= begins:
        raise WrongValueError(
            f'"until", {_as_written(ends)}, is not after "from", {_as_written(begins)}.',
            "Compare them with the source.",
        )


def _as_written(moment: Any) -> str:
    return f"{moment:%Y-%m-%dT%H:%M}" + ("Z" if moment.tzinfo is not None else "")


def _check_hours_of_days(said: Keyed) -> None:
    """Refuse hours that speak of days, for a day of each month."""
    if said.get("last_day") == UNKNOWN:
        raise WrongValueError(
            'the end of "each_month" is not known.', 'Leave "last_day" out: it goes on.'
        )
    hours: Schedule = said.get("hours", _FOR_SOME_HOURS[0])
    if any(not _is_of_any_day(rule) for rule in hours.overlay or hours.rules):
        raise WrongValueError(
            'the hours of "each_month" are for days of their own.',
            'Write times alone, such as "10:00-12:00", or "off".',
        )


def _is_of_any_day(rule: Any) -> bool:
    """Return whether a rule of hours names no day."""
    return bool(rule.is_weekly and rule.weekdays == _EVERY_WEEKDAY)
