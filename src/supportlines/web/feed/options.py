"""What is written of an option: all of it that does not depend on the hour."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Iterator, Sequence

from supportlines.lookup import words_of
from supportlines.web.feed.notes import notes_of
from supportlines.web.feed.tracks import text

if TYPE_CHECKING:
    from supportlines.directory import Facts
    from supportlines.lookup import Option, OptionCourse, Withheld
    from supportlines.phones import Step

_ORDER = 4
"""Parts of a place in the order that say nothing but which of equals was first."""


def option_record(facts: Facts, one: OptionCourse, number: int | None) -> dict[str, Any]:
    """Return an option; *number* is the place of its number in the list of them, if it has one."""
    return {name: value for name, value in _fields(facts, one, number) if value is not None}


def _fields(facts: Facts, one: OptionCourse, number: int | None) -> Iterator[tuple[str, Any]]:
    option = one.option
    line = option.line
    yield "line", line.id
    yield "name", None if line.label is None else text(line.label)
    yield "channel", None if option.channel == "phone" else option.channel
    yield "mode", None if option.mode == "live" else option.mode
    yield "number", number
    if number is None:
        yield "contact", None if option.contact is None else text(option.contact)
        yield "uri", option.uri
    elif option.uri is not None and option.tel_uri is not None:
        keys = option.uri[len(option.tel_uri) :]
        yield "keys", keys or None
    elif option.uri is not None:
        yield "uri", option.uri
    is_pressed = option.published_as in (option.dial, option.contact)
    yield "published", None if is_pressed else text(option.published_as)
    if number is None or option.cost == "free":
        yield "cost", None if option.cost == "unknown" else option.cost
    yield "languages", list(option.languages) or None
    yield "assumed", any(each.code == "language_assumed" for each in option.caveats) or None
    is_native = option.language_mode in (None, "native")
    yield "language_mode", None if is_native else option.language_mode
    yield "any", option.language_mode if line.speaks_any else None
    yield "desks", [text(name) for name in option.desk_names] or None
    yield "service", None if line.service is None else text(line.service)
    yield "steps", _steps(facts, option.steps) or None
    yield "steps_for", {tag: _steps(facts, steps) for tag, steps in one.steps_for} or None
    yield "place", [int(each) for each in one.standing.within[:-_ORDER]]
    yield "notes", notes_of(facts, option.caveats) or None


def _steps(facts: Facts, steps: Sequence[Step]) -> list[list[Any]]:
    return [_step(facts, one) for one in steps]


def _step(facts: Facts, one: Step) -> list[Any]:
    """Return the action, what is pressed or said, what that is for, for whom, in which language."""
    whom = [text(words_of(facts, name, value)) for name, values in one.only_for for value in values]
    found = [
        one.action,
        one.press or text(one.text),
        text(one.label) if one.label else None,
        whom or None,
        list(one.languages) or None,
    ]
    while found[-1] is None:
        found.pop()
    return found


def turn_of(one: OptionCourse) -> tuple[int, ...]:
    """Return what decides between options whose places are equal."""
    return tuple(one.standing.within[-_ORDER:])


def withheld_texts(withheld: Sequence[Withheld]) -> list[Any]:
    """Return what cannot be dialled from where the phone stands, as it is printed."""
    found = {
        line.id: text(line.published_as)
        for line, reason in withheld
        if reason.code in ("not_dialable_from_there", "number_of_another_line")
    }
    return list(found.values())


def numbered(option: Option) -> bool:
    """Return whether *option* is reached by a number of its line."""
    return option.line.number is not None and option.dial is not None
