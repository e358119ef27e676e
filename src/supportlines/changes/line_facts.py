"""The fields of a line as callers see them, and what is said where one differs."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, Callable, Iterator, NamedTuple, Sequence

from supportlines.changes.places import LOCALE
from supportlines.directory import ANY_LANGUAGE, ANYWHERE
from supportlines.errors import listed
from supportlines.languages import language_name
from supportlines.places import country_name, known_countries

if TYPE_CHECKING:
    from supportlines.changes.offered import OfferedLine
    from supportlines.changes.wordings import Say, Wordings
    from supportlines.directory import Request
    from supportlines.phones import Step

FactWords = Callable[[str, str], str]
ReadFact = Callable[["OfferedLine", "Say"], str]

_MODES = {
    "live": "somebody answers while one waits",
    "message": "messages are taken and answered later",
}
_VIA = {"operator": "an operator", "interpreter": "an interpreter", "relay": "a relay service"}
_SERVED = {
    "native": "natively",
    "interpreter": "through an interpreter",
    "best_effort": "as well as somebody can",
}
_NOTHING = "nothing"
_ANYWHERE = "anywhere"
_TOLL_FREE = ("toll_free", "toll_free_international")
_FEW = 5
"""So many places are named."""


def instead(what: str, verb: str = "is", none: str = "", *, quotes: bool = False) -> FactWords:
    """Return words for a fact with a name: "the kind is geographic instead of mobile".

    Args:
        what: The name.
        verb: What stands between it and the fact.
        none: What is said of no fact; without it, that nobody says any.
        quotes: Whether facts stand in quotation marks.
    """
    name = f"{what} {verb}".rstrip()

    def said(text: str) -> str:
        return f'"{text}"' if quotes and text else text or none

    def words(before: str, after: str) -> str:
        if none or (before and after):
            return f"{name} {said(after)} instead of {said(before)}"
        if after:
            return f"{name} {said(after)}, until now not said"
        if verb == "is":
            return f"{what} is not said any more, until now {said(before)}"
        return f"that {name} {said(before)} is not said any more"

    return words


def _day(what: str) -> FactWords:
    """Return words for the *what* day of a line: it may have none."""

    def words(before: str, after: str) -> str:
        if not after:
            return f"there is no {what} day any more, until now {before}"
        earlier = f" instead of {before}" if before else ", until now there was none"
        return f"the {what} day is {after}{earlier}"

    return words


def _first_of_all(before: str, after: str) -> str:
    """Return who answers before anybody of the line does."""
    if not after:
        return f"{before} answers first no more"
    return f"{after} answers first {f'instead of {before}' if before else 'now'}"


def _noted(before: str, after: str) -> str:
    if not after:
        return f'the note "{before}" is gone'
    return f'the note is now "{after}"' if before else f'has the note "{after}"'


class Fact(NamedTuple):
    """A field of a line, and what is said where it differs."""

    field: str
    code: str
    words: FactWords
    read: ReadFact
    """The field of an offered line as a text; empty if there is nothing."""
    is_of_number: bool = False
    """Whether it says nothing where only one of both has a number."""
    is_of_telephone: bool = False
    """Whether it says nothing where only one of both is a telephone."""


def _label(one: OfferedLine, say: Say) -> str:
    return say(one.line.label)


def _notes(one: OfferedLine, say: Say) -> str:
    return " ".join(say(note) for note in one.line.notes)


def _desks(one: OfferedLine, say: Say) -> str:
    del say  # what they are called is told by itself
    return listed(one.desks) if one.desks else ""


def _steps(one: OfferedLine, say: Say) -> str:
    steps = one.line.steps
    verb = "press " if any(step.action != "press" for step in steps) else ""
    return ", ".join(_step(step, say, verb) for step in steps)


def _step(step: Step, say: Say, verb: str) -> str:
    """Return a step as one does it: `1 for help`, `say "duty doctor" (only for North)`."""
    is_press = step.action == "press"
    text = f"{verb}{step.press}" if is_press else f'{step.action} "{say(step.text)}"'
    text += f" for {say(step.label)}" if step.label else ""
    only = [language_name(tag, LOCALE) for tag in step.languages]
    if only == [say(step.label)]:
        only = []  # "1 for English" need not say for whom it is
    only += [f"only for {say.whom(dict(step.only_for))}"] if step.only_for else []
    return f"{text} ({', '.join(only)})" if only else text


def _what_to_do(before: str, after: str) -> str:
    presses = all(text[:1] in "0123456789*#" for text in (before, after))
    what = "what to press" if presses else "what to do after contact"
    return instead(what, none=_NOTHING)(before, after)


def _mode(one: OfferedLine, say: Say) -> str:
    del say
    return _MODES["live" if one.line.is_live else "message"]


def _via(one: OfferedLine, say: Say) -> str:
    del say
    return _VIA[one.line.via] if one.line.via is not None else ""


def _limits(one: OfferedLine, say: Say) -> str:
    return say.whom_of(one.limits)


def _for_whom(before: str, after: str) -> str:
    return f"is for {after} instead of {before}"


def _places(one: OfferedLine, say: Say) -> str:
    """Return from where the contact can be used; nothing for one that needs no telephone."""
    del say
    line = one.line
    if line.number is None and line.contact_is is None:
        return ""
    exists_in = line.number.exists_in if line.number is not None else ()
    places: Sequence[str] | None = line.dialable_from
    if places is None and not line.dialable_from_parts and not exists_in:
        # What callers of its countries get of it is told by that.
        return "the countries that it serves" if line.kind in _TOLL_FREE else _ANYWHERE
    if places is None and not line.dialable_from_parts:
        places = exists_in
    if places is not None and ANYWHERE in places:
        return _ANYWHERE
    return _named(sorted((*(places or ()), *line.dialable_from_parts)))


def _named(places: Sequence[str]) -> str:
    """Return countries and parts of countries: a few by name, or all but a few."""
    others = sorted(known_countries().difference(places))
    if len(others) <= _FEW < len(places):
        return f"anywhere but {listed(sorted(map(_country, others)))}" if others else _ANYWHERE
    if len(places) <= _FEW:
        return listed([one if "-" in one else _country(one) for one in places])
    return f"{len(places)} places ({' '.join(places)})"


def _country(code: str) -> str:
    return country_name(code, LOCALE)


def _usable(before: str, after: str) -> str:
    return f"can be used from {after} instead of from {before}"


def _any_language(one: OfferedLine, say: Say) -> str:
    del say
    mode = one.line.language_modes.get(ANY_LANGUAGE)
    return _SERVED[mode] if mode is not None else ""


def _others(before: str, after: str) -> str:
    if not after:
        return "languages that are not named are not served any more"
    what = "every language that is not named is served"
    return f"{what} {after} now" if not before else f"{what} {after} instead of {before}"


def _attribute(name: str, none: str = "") -> ReadFact:
    def read(one: OfferedLine, say: Say) -> str:
        value: Any = getattr(one.line, name)
        return none if value is None else say(value) if isinstance(value, str) else str(value)

    return read


def _date(name: str) -> ReadFact:
    """Return what reads a day of a line; the first and the last of all are none."""

    def read(one: OfferedLine, say: Say) -> str:
        del say
        day: date | None = getattr(one.line, name)
        return "" if day in (None, date.min, date.max) else str(day)

    return read


def _kind(one: OfferedLine, say: Say) -> str:
    del say
    return one.line.kind.replace("_", " ")


def _confidence(one: OfferedLine, say: Say) -> str:
    del say
    return one.line.number_confidence if one.line.number is not None else ""


def _carriers(one: OfferedLine, say: Say) -> str:
    del say
    return ", ".join(one.line.carriers) or "any"


def _correction(one: OfferedLine, say: Say) -> str:
    del say
    return one.line.correction.text if one.line.correction is not None else ""


FACTS = (
    Fact("mode", "mode", lambda before, after: f"{after}, until now {before}", _mode),
    Fact("kind", "kind", instead("the kind"), _kind, is_of_number=True),
    Fact("desk", "desk", instead("the desk"), _desks),
    Fact("only_for", "conditions", _for_whom, _limits),
    Fact("label", "label", instead("the label"), _label),
    Fact("service", "service", instead("the service"), _attribute("service")),
    Fact("via", "via", _first_of_all, _via),
    Fact(
        "dialable_by",
        "dialable_by",
        instead("the telephone to use"),
        _attribute("dialable_by", "any"),
    ),
    Fact("carriers", "carriers", instead("the carrier to use"), _carriers),
    Fact("dialable_from", "dialable_from", _usable, _places, is_of_telephone=True),
    Fact(
        "number_confidence",
        "number_confidence",
        lambda before, after: f"confidence in the number is {after} instead of {before}",
        _confidence,
        is_of_number=True,
    ),
    Fact("correction", "correction", instead("the likely number"), _correction),
    Fact("send", "send", instead("what to write first", none=_NOTHING), _attribute("send")),
    Fact("steps", "steps", _what_to_do, _steps),
    Fact("language_modes", "language_mode", _others, _any_language),
    Fact("valid_from", "validity", _day("first"), _date("valid_from")),
    Fact("valid_until", "validity", _day("last"), _date("valid_until")),
    Fact("fallback_when", "notes", _noted, _attribute("fallback_when")),
    Fact("notes", "notes", _noted, _notes),
)

COMPARED = frozenset(
    (
        *(one.field for one in FACTS),
        "dialable_from_parts",
        "desks",
        "serves_parts",
        "requests",
        "reply",
    )
)
"""The fields of a line that are compared as they stand; others are compared for callers."""


def fact_changes(
    old: OfferedLine, new: OfferedLine, wordings: Wordings
) -> Iterator[tuple[str, str]]:
    """Yield code and text of what differs, in the order of `FACTS`."""
    is_number, was_number = (one.line.number is not None for one in (new, old))
    has_moved = old.line.channel != new.line.channel
    for fact in FACTS:
        if fact.is_of_number and is_number is not was_number:
            continue
        if fact.is_of_telephone and not all(fact.read(one, wordings.plain) for one in (old, new)):
            continue
        if fact.field == "mode" and has_moved and new.line.mode is None:
            continue  # the channel says it
        if fact.field == "language_modes" and new.tags == (None,):
            continue  # that nobody says what is spoken is told
        for one in wordings.differing(old, new, fact.read):
            yield fact.code, one.said(fact.words)


def mode_changes(old: OfferedLine, new: OfferedLine) -> Iterator[tuple[str, str]]:
    """Yield code and text of languages that are served in another way."""
    for tag in dict.fromkeys((*new.told, *old.told)):
        if tag is None or tag == ANY_LANGUAGE:
            continue
        before, after = (one.modes.get(tag, one.modes.get(ANY_LANGUAGE)) for one in (old, new))
        if before != after and before is not None and after is not None:
            name = language_name(tag, LOCALE)
            yield "language_mode", f"{name} is served {_SERVED[after]} instead of {_SERVED[before]}"


def request_changes(
    old: OfferedLine, new: OfferedLine, wordings: Wordings
) -> Iterator[tuple[str, str]]:
    """Yield code and text of kinds of request that a line takes."""
    before = {one.id: one for one in old.line.requests}
    after = {one.id: one for one in new.line.requests}
    for name, one in after.items():
        if name not in before:
            yield "requests", f'takes requests of the kind "{one.name}" now'
            continue
        for what, read in _OF_REQUEST:
            for each in wordings.differing(before[name], one, read):
                none = _NOTHING if what.startswith("what") else ""
                words = instead(f'for requests of the kind "{one.name}" {what}', none=none)
                yield "requests", each.said(words)
    for name, one in before.items():
        if name not in after:
            yield "requests", f'takes requests of the kind "{one.name}" no more'


_OF_REQUEST: Sequence[tuple[str, Callable[[Request, Say], str]]] = (
    ("the name", lambda one, say: f'"{say(one.name)}"'),
    ("when to choose it", lambda one, say: f'"{say(one.when)}"' if one.when else ""),
    ("the desk", lambda one, _: one.desk or ""),
    ("who picks up", lambda one, _: one.level or ""),
    ("what must be given", lambda one, _: ", ".join(one.wants)),
    ("what helps", lambda one, _: ", ".join(one.helps)),
    ("those whom it is for", lambda one, say: say.whom(one.only_for)),
)
