"""What is different about a line, whatever its hours."""

from __future__ import annotations

from typing import TYPE_CHECKING, Callable, Iterator, NamedTuple, Sequence

from supportlines.changes.places import LOCALE
from supportlines.errors import listed
from supportlines.languages import language_name
from supportlines.words import COSTS

if TYPE_CHECKING:
    from supportlines.changes.offered import OfferedLine, Offers
    from supportlines.directory import Line


class LineChange(NamedTuple):
    """A difference of one line, for callers of one country."""

    code: str
    line: str
    number: str | None
    """None where the text has it."""
    text: str


def number_of(line: Line) -> str:
    """Return the number as people write it, or the words printed in its place."""
    return line.number.grouped if line.number is not None else line.published_as


def key_of(line: Line) -> object:
    """Return what is equal for lines with the same number, by whatever id."""
    if line.number is None:
        return line.id
    return line.number.e164 or line.number.digits  # callers of one country press the same


def matched(old: Offers, new: Offers) -> dict[str, str]:
    """Return which line of *new* is which of *old*: by id, else by number, else by its word."""
    found = {one: one for one in old.by_line if one in new.by_line}
    free = {one: offer for one, offer in new.by_line.items() if one not in found}
    for one, offer in old.by_line.items():
        if one in found:
            continue
        for other, candidate in free.items():
            if key_of(candidate.line) == key_of(offer.line):
                found[one] = other
                del free[other]
                break
    return found


def line_changes(old: Offers, new: Offers, pairs: dict[str, str]) -> Iterator[LineChange]:
    """Yield what is different about the lines that callers of a country are offered."""
    for one, other in pairs.items():
        yield from _compared(old.by_line[one], new.by_line[other])
    here = set(pairs.values())
    replaced = set()
    for one, offer in new.by_line.items():
        if one in here:
            continue
        before = offer.line.replaces
        if before is not None and before in old.by_line and before not in pairs:
            replaced.add(before)
            text = f"{number_of(offer.line)} replaces {number_of(old.by_line[before].line)}"
            yield LineChange("line_replaced", one, None, text)
        elif one in old.withheld:
            yield LineChange("line_added", one, None, f"{_new(offer)} can be called now")
        else:
            yield LineChange("line_added", one, None, f"{_new(offer)} is new")
    for one, offer in old.by_line.items():
        if one in pairs or one in replaced:
            continue
        number = number_of(offer.line)
        if one in new.withheld:
            text = f"{number} cannot be called any more: {_within(new.withheld[one][1])}"
        elif offer.is_fallback:
            text = f"{number} is no longer there to fall back on"
        else:
            text = f"{number} is gone"
        yield LineChange("line_gone", one, None, text)
    yield from _withheld(old, new)


def _withheld(old: Offers, new: Offers) -> Iterator[LineChange]:
    for one, (line, reason) in new.withheld.items():
        if one not in old.withheld and one not in old.by_line and one not in new.by_line:
            said = reason.rstrip(".")
            text = (
                f"{line.published_as} is listed, but cannot be called: {said[0].lower()}{said[1:]}"
            )
            yield LineChange("line_withheld", one, None, text)
    for one, (line, _) in old.withheld.items():
        if one not in new.withheld and one not in new.by_line and one not in old.by_line:
            text = f"{line.published_as}, which could not be called, is not listed any more"
            yield LineChange("line_withheld", one, None, text)


def _within(sentence: str) -> str:
    """Return a sentence as a part of another."""
    return sentence[:1].lower() + sentence[1:].rstrip(".")


def _new(offer: OfferedLine) -> str:
    """Return a line with what one wants to know of a new one."""
    tags = dict.fromkeys(tag for tag, _, _ in offer.spoken)
    facts = [tongue(tag) for tag in tags]
    if offer.line.kind != "unknown":
        facts.insert(0, offer.line.kind.replace("_", " "))
    if offer.is_fallback:
        facts.append("to fall back on")
    return f"{number_of(offer.line)} ({', '.join(facts)})"


def tongue(tag: str | None) -> str:
    """Return the name of a language."""
    return "a language that is not known" if tag is None else language_name(tag, LOCALE)


def _compared(old: OfferedLine, new: OfferedLine) -> Iterator[LineChange]:
    one, other = old.line, new.line
    number = number_of(other)
    if key_of(one) != key_of(other):
        text = f"number changed from {number_of(one)} to {number}"
        yield LineChange("number", other.id, None, text)
    elif one.published_as != other.published_as:
        text = f'is printed as "{other.published_as}" instead of "{one.published_as}"'
        yield LineChange("published_as", other.id, number, text)
    if old.is_fallback is not new.is_fallback:
        word = "is now" if new.is_fallback else "is no longer"
        yield LineChange("fallback", other.id, number, f"{word} a line to fall back on")
    if old.is_guess is not new.is_guess:
        word = "is only guessed now" if new.is_guess else "is listed, and no longer guessed"
        yield LineChange("guess", other.id, number, word)
    yield from _languages(old, new, number)
    if old.cost != new.cost:
        text = f"a call is {COSTS[new.cost].rate} instead of {COSTS[old.cost].rate}"
        yield LineChange("cost", other.id, number, text)
    for fact in _FACTS:
        before, after = fact.read(old), fact.read(new)
        if before != after:
            yield LineChange(fact.code, other.id, number, fact.words(before, after))


def _languages(old: OfferedLine, new: OfferedLine, number: str) -> Iterator[LineChange]:
    before = dict.fromkeys(tag for tag, _, _ in old.spoken)
    after = dict.fromkeys(tag for tag, _, _ in new.spoken)
    added = [tongue(tag) for tag in after if tag not in before]
    gone = [tongue(tag) for tag in before if tag not in after]
    parts = []
    if added:
        parts.append(f"{listed(added)} {'is' if len(added) == 1 else 'are'} spoken now")
    if gone:
        parts.append(f"{listed(gone)} {'is' if len(gone) == 1 else 'are'} not spoken any more")
    if not parts and old.is_assumed is not new.is_assumed:
        word = "only assumed now" if new.is_assumed else "stated now, and no longer assumed"
        parts.append(f"{listed([tongue(tag) for tag in after])} {word}")
    if parts:
        yield LineChange("languages", new.line.id, number, "; ".join(parts))


Words = Callable[[str, str], str]


def _instead(what: str) -> Words:
    return lambda before, after: f"{what} is {after or 'nothing'} instead of {before or 'nothing'}"


def _noted(before: str, after: str) -> str:
    if not after:
        return f'the note "{before}" is gone'
    return f'the note is now "{after}"' if before else f'has the note "{after}"'


def _quoted(texts: Sequence[str]) -> str:
    return " ".join(texts)


class _Fact(NamedTuple):
    """A field of a line as callers see it, and what is said where it differs."""

    field: str
    code: str
    words: Words
    read: Callable[[OfferedLine], str]


_FACTS = (
    _Fact("kind", "kind", _instead("the kind"), lambda one: one.line.kind.replace("_", " ")),
    _Fact("desk", "desk", _instead("the desk"), lambda one: one.desk or ""),
    _Fact("label", "label", _instead("the label"), lambda one: one.line.label or ""),
    _Fact(
        "dialable_by",
        "dialable_by",
        _instead("the telephone to call from"),
        lambda one: one.line.dialable_by or "any",
    ),
    _Fact(
        "carriers",
        "carriers",
        _instead("the carrier to call through"),
        lambda one: ", ".join(one.line.carriers) or "any",
    ),
    _Fact(
        "number_confidence",
        "number_confidence",
        lambda before, after: f"confidence in the number is {after} instead of {before}",
        lambda one: one.line.number_confidence,
    ),
    _Fact(
        "correction",
        "correction",
        _instead("the likely number"),
        lambda one: one.line.correction.text if one.line.correction is not None else "",
    ),
    _Fact(
        "steps",
        "steps",
        _instead("what to press"),
        lambda one: ", ".join(f"{step.press} for {step.label}" for step in one.line.steps),
    ),
    _Fact(
        "valid_from",
        "validity",
        _instead("the first day"),
        lambda one: str(one.line.valid_from or ""),
    ),
    _Fact(
        "valid_until",
        "validity",
        _instead("the last day"),
        lambda one: str(one.line.valid_until or ""),
    ),
    _Fact("fallback_when", "notes", _noted, lambda one: one.line.fallback_when or ""),
    _Fact("notes", "notes", _noted, lambda one: _quoted(one.line.notes)),
)

COMPARED = frozenset(one.field for one in _FACTS)
"""The fields of a line that are compared as they stand; others are compared for callers."""
