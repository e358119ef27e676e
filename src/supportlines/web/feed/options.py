"""What is written of an option: all of it that does not depend on the hour."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Iterator, Sequence

from supportlines.directory import LIVE_CHANNELS
from supportlines.lookup import words_of
from supportlines.render.steps import steps_shown
from supportlines.web.feed.notes import notes_of
from supportlines.web.feed.texts import trimmed
from supportlines.web.feed.tracks import OptionKind, text

if TYPE_CHECKING:
    from supportlines.directory import Facts
    from supportlines.lookup import Option, OptionCourse, Withheld
    from supportlines.render.steps import StepShown

_ORDER = 4
"""Parts of a place in the order that say nothing but which of equals was first."""


def option_record(
    facts: Facts, one: OptionCourse, contact: int, foreign: str | None
) -> dict[str, Any]:
    """Return an option.

    Args:
        facts: The directory.
        one: The option.
        contact: The place of how it is reached in the list of that.
        foreign: The language that stands for all others; None where nobody asks for one.
    """
    found = _fields(facts, one, contact, foreign)
    return {name: value for name, value in found if value is not None}


def _fields(
    facts: Facts, one: OptionCourse, contact: int, foreign: str | None
) -> Iterator[tuple[str, Any]]:
    option = one.option
    line = option.line
    languages = [tag for tag in option.languages if tag != foreign]
    serves_others = foreign is None or not option.languages or foreign in option.languages
    yield "line", line.id
    yield "name", None if line.label is None else text(line.label)
    yield "channel", None if option.channel == "phone" else option.channel
    yield "contact", contact
    yield "desks", list(option.desks) if len(facts.desks) > 1 and option.desks else None
    if is_numbered(option):
        yield "keys", _behind_the_link(option)
    yield "languages", languages or None
    beside = [*_beside(option), *_promise(one)]
    yield "facts", [*_mode(option.language_mode), *beside] or None
    if line.speaks_any and serves_others:
        yield "any", [["any_language"], *_mode(option.language_mode), *beside]
    yield "steps", _steps(facts, option) or None
    wanted = {str(each.language): each for each in one.wanted if each.language != foreign}
    menus = {tag: _steps(facts, each) for tag, each in wanted.items()}
    yield "steps_for", menus or None
    keys = {tag: _behind_the_link(each) or "" for tag, each in wanted.items()}
    yield "keys_for", (keys or None) if is_numbered(option) and any(keys.values()) else None
    yield "place", [int(each) for each in one.standing.within[:-_ORDER]]
    yield "notes", notes_of(facts, option.caveats) or None


def _mode(mode: str | None) -> list[list[str]]:
    return [] if mode is None or mode == "native" else [[mode]]


def _beside(option: Option) -> Iterator[Any]:
    """Yield what is to be known of an option beside its languages and what it costs."""
    if any(each.code == "language_assumed" for each in option.caveats):
        yield ["assumed"]
    if option.channel != "phone":
        yield [f"channel_{option.channel}"]
    if option.line.service is not None:
        yield text(option.line.service)
    yield from map(text, option.desk_names)


def _promise(one: OptionCourse) -> Iterator[list[Any]]:
    """Yield until when a first answer is promised, counted from when one writes."""
    if one.promised is not None and one.promised.within is not None:
        yield ["first_answer", [str(one.promised.within)]]


def kind_of(option: Option, *, is_beside: bool) -> OptionKind:
    """Return what the order of an option hangs on; *is_beside* says that it is another way."""
    takes_messages = option.mode == "message"
    return OptionKind(
        takes_messages=takes_messages,
        is_last=takes_messages and option.channel in LIVE_CHANNELS,
        is_late=takes_messages and is_beside,
        is_strange=not option.languages
        or any(each.code == "language_assumed" for each in option.caveats),
    )


def _behind_the_link(option: Option) -> str | None:
    """Return what follows a number in a link: keys to press, or what to write."""
    if option.uri is None:
        return None
    if option.tel_uri is None:
        return "".join(option.uri.partition("?")[1:]) or None
    return option.uri[len(option.tel_uri) :] or None


def _steps(facts: Facts, option: Option) -> list[list[Any]]:
    return [_step(facts, one) for one in steps_shown(option)]


def _step(facts: Facts, one: StepShown) -> list[Any]:
    """Return the key of a sentence, what is pressed or said, and in brackets what is to be known.

    That is whether it is done instead of the step before, for whom, what for, in which language.
    """
    step = one.step
    whom = [
        text(words_of(facts, name, value)) for name, values in step.only_for for value in values
    ]
    beside = [
        *([["instead_of"]] if one.is_instead else []),
        *([["only_if", whom]] if whom else []),
        *([text(step.label)] if step.label else []),
        *([tag] for tag in one.languages),
    ]
    what = step.press or (text(step.text) if step.text else None)
    return trimmed([f"step_{step.action}", what, beside or None])


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


def is_numbered(option: Option) -> bool:
    """Return whether *option* is reached by dialling a number of its line."""
    if option.line.number is None or option.dial is None:
        return False
    return option.channel != "messaging" or option.line.number.e164 is None
