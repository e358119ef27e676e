"""What is different about a line, whatever its hours."""

from __future__ import annotations

from typing import TYPE_CHECKING, AbstractSet, Iterator, NamedTuple

from supportlines.changes.contacts import contact_changes, key_of, number_of, used
from supportlines.changes.line_facts import fact_changes, mode_changes, request_changes
from supportlines.changes.offered import NOT_DIALABLE
from supportlines.changes.places import LOCALE
from supportlines.changes.promised import promise_changes
from supportlines.directory import ANY_LANGUAGE
from supportlines.errors import listed
from supportlines.languages import language_name
from supportlines.places import country_name
from supportlines.words import CHANNELS, COSTS

if TYPE_CHECKING:
    from supportlines.changes.offered import OfferedLine, Offers
    from supportlines.changes.wordings import Wordings
    from supportlines.directory import Line
    from supportlines.lookup.answer import Reason


class LineChange(NamedTuple):
    """A difference of one line, for callers of one country."""

    code: str
    line: str | None
    """None for all lines of their sort."""
    number: str | None
    """None where the text has it."""
    text: str
    only_for: tuple[tuple[str, tuple[str, ...]], ...] = ()
    """The parts of the country that it concerns, if not all."""


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


def line_changes(
    old: Offers, new: Offers, pairs: dict[str, str], wordings: Wordings
) -> Iterator[LineChange]:
    """Yield what is different about the lines that callers of a country are offered."""
    for one, other in pairs.items():
        yield from _compared(old.by_line[one], new.by_line[other], wordings)
    yield from _promises(old, new, pairs, wordings)
    replaced = {
        offer.line.replaces
        for one, offer in new.by_line.items()
        if one not in pairs.values() and offer.line.replaces in old.by_line.keys() - pairs.keys()
    }
    yield from _added(old, new, pairs, replaced, wordings)
    yield from _gone(old, new, pairs, replaced)
    yield from _withheld(old, new)


def _added(
    old: Offers,
    new: Offers,
    pairs: dict[str, str],
    replaced: AbstractSet[str | None],
    wordings: Wordings,
) -> Iterator[LineChange]:
    here = set(pairs.values())
    for one, offer in new.by_line.items():
        if one in here:
            continue
        before = offer.line.replaces
        if before in replaced and before is not None:
            text = f"{number_of(offer.line)} replaces {number_of(old.by_line[before].line)}"
            yield LineChange("line_replaced", one, None, text)
        elif one not in old.withheld:
            yield LineChange("line_added", one, None, f"{_new(offer, wordings)} is new")
        elif old.withheld[one][1].code == _NOT_AVAILABLE:
            yield LineChange("line_added", one, None, f"{_new(offer, wordings)} is available now")
        else:
            text = f"{_new(offer, wordings)} can be {used(offer.line)} now"
            yield LineChange("line_added", one, None, text)


def _gone(
    old: Offers, new: Offers, pairs: dict[str, str], replaced: AbstractSet[str | None]
) -> Iterator[LineChange]:
    for one, offer in old.by_line.items():
        if one in pairs or one in replaced:
            continue
        number = number_of(offer.line)
        if one in new.withheld:
            text = _no_more(offer.line, *new.withheld[one])
        elif offer.is_fallback:
            text = f"{number} is no longer there to fall back on"
        else:
            text = f"{number} is gone"
        yield LineChange("line_gone", one, None, text)


_NOT_AVAILABLE = "not_available"


def _no_more(before: Line, after: Line, reason: Reason) -> str:
    """Return that a line cannot be used any more, and why."""
    if reason.code == _NOT_AVAILABLE:
        return f"{number_of(before)} is not available any more: {_note(reason)}"
    return f"{number_of(before)} cannot be {used(after)} any more: {_why(reason)}"


_NAMED = 5
"""So many countries are named from which a number can be called."""


def _why(reason: Reason) -> str:
    """Return a reason as a part of a sentence."""
    if reason.code != NOT_DIALABLE or len(tuple(reason.values.get("only", ()))) <= _NAMED:  # type: ignore[arg-type]
        return _within(reason.text)
    return f"it cannot be dialled from {country_name(str(reason.values['from']), LOCALE)}"


def _note(reason: Reason) -> str:
    """Return the directory's own words for why it does not serve somebody."""
    return str(reason.values["note"]).rstrip(".")


def _withheld(old: Offers, new: Offers) -> Iterator[LineChange]:
    for one, (line, reason) in new.withheld.items():
        if one in old.by_line or one in new.by_line:
            continue
        name, can = line.published_as, f"cannot be {used(line)}"
        if one not in old.withheld:
            text = f"{name} is listed, but {can}: {_why(reason)}"
            yield LineChange("line_withheld", one, None, text)
            continue
        before, earlier = old.withheld[one]
        if before.published_as != name:
            text = f'{before.published_as}, which {can}, is printed as "{name}" now'
            yield LineChange("line_withheld", one, None, text)
        # From where else it can be called is nothing to who cannot.
        is_nowhere = earlier.code == reason.code == NOT_DIALABLE
        if earlier.text != reason.text and not is_nowhere:
            text = f"{name} {can} for another reason now: {_why(reason)}"
            yield LineChange("line_withheld", one, None, text)
    for one, (line, _) in old.withheld.items():
        if one not in new.withheld and one not in new.by_line and one not in old.by_line:
            text = f"{line.published_as}, which could not be {used(line)}, is not listed any more"
            yield LineChange("line_withheld", one, None, text)


def _within(sentence: str) -> str:
    """Return a sentence as a part of another."""
    return sentence[:1].lower() + sentence[1:].rstrip(".")


def _new(offer: OfferedLine, wordings: Wordings) -> str:
    """Return a line with what one wants to know of a new one."""
    line = offer.line
    facts = [tongue(tag) for tag in offer.told]
    if offer.told == (ANY_LANGUAGE,):
        facts = ["any language"]
    if line.kind != "unknown":
        facts.insert(0, line.kind.replace("_", " "))
    if line.channel != "phone":
        facts.insert(0, CHANNELS[line.channel].label.lower())
    if offer.limits:
        facts.append(f"for {wordings.plain.whom_of(offer.limits)}")
    if offer.is_fallback:
        facts.append("to fall back on")
    return f"{number_of(line)} ({', '.join(facts)})"


def tongue(tag: str | None) -> str:
    """Return the name of a language."""
    if tag == ANY_LANGUAGE:
        return "any other language"
    return "a language that is not known" if tag is None else language_name(tag, LOCALE)


def _compared(old: OfferedLine, new: OfferedLine, wordings: Wordings) -> Iterator[LineChange]:
    one, other = old.line, new.line
    number = number_of(other)
    moved = list(contact_changes(one, other, wordings))
    for code, text in moved:
        has_it = code == "number" or number in text
        yield LineChange(code, other.id, None if has_it else number, text)
    if not moved and one.published_as != other.published_as:
        text = f'is printed as "{other.published_as}" instead of "{one.published_as}"'
        yield LineChange("published_as", other.id, number, text)
    if old.is_fallback is not new.is_fallback:
        word = "is now" if new.is_fallback else "is no longer"
        yield LineChange("fallback", other.id, number, f"{word} a line to fall back on")
    if old.is_guess is not new.is_guess:
        word = "is only guessed now" if new.is_guess else "is listed, and no longer guessed"
        yield LineChange("guess", other.id, number, word)
    yield from _languages(old, new, number)
    if old.cost != new.cost and one.channel == other.channel:
        what = "a call" if used(other) == "called" else "a message"
        text = f"{what} is {COSTS[new.cost].rate} instead of {COSTS[old.cost].rate}"
        yield LineChange("cost", other.id, number, text)
    for code, text in (
        *fact_changes(old, new, wordings),
        *mode_changes(old, new),
        *request_changes(old, new, wordings),
    ):
        yield LineChange(code, other.id, number, text)


def _languages(old: OfferedLine, new: OfferedLine, number: str) -> Iterator[LineChange]:
    before, after = old.told, new.told
    # Among any language the others are: how each is served is told, and that any is.
    added = [tongue(tag) for tag in after if tag not in (*before, None, ANY_LANGUAGE)]
    gone = [tongue(tag) for tag in before if tag not in (*after, None, ANY_LANGUAGE)]
    added, gone = ([] if ANY_LANGUAGE in before else added), ([] if ANY_LANGUAGE in after else gone)
    spoken = "spoken" if new.line.is_live else "understood"
    parts = []
    if added:
        parts.append(f"{listed(added)} {'is' if len(added) == 1 else 'are'} {spoken} now")
    if gone:
        is_or_are = "is" if len(gone) == 1 else "are"
        parts.append(f"{listed(gone)} {is_or_are} not {spoken} any more")
    parts += _named(new, old, "now") + _named(old, new, "no more")
    if None in after and None not in before:
        parts.append(f"which languages are {spoken} is not said any more")
    if not parts and old.is_assumed is not new.is_assumed:
        word = "only assumed now" if new.is_assumed else "stated now, and no longer assumed"
        parts.append(f"{listed([tongue(tag) for tag in after])} {word}")
    if parts:
        yield LineChange("languages", new.line.id, number, "; ".join(parts))


def _named(one: OfferedLine, other: OfferedLine, when: str) -> list[str]:
    """Return which languages only *one* names, if *other* serves them in the same way as any."""
    names = [
        tongue(tag)
        for tag in one.line.languages
        if tag not in other.line.languages
        and ANY_LANGUAGE in other.tags
        and one.modes.get(tag) == other.modes.get(ANY_LANGUAGE)
    ]
    return [f"{listed(names)} {'is' if len(names) == 1 else 'are'} named {when}"] if names else []


def _promises(
    old: Offers, new: Offers, pairs: dict[str, str], wordings: Wordings
) -> Iterator[LineChange]:
    """Yield what is promised otherwise; what the regions promise for all of their lines at once."""
    of_regions: dict[LineChange, list[str]] = {}
    everywhere: list[str] = []
    for one, other in pairs.items():
        before, after = old.by_line[one], new.by_line[other]
        is_around = not (before.line.reply or after.line.reply or after.line.is_live)
        everywhere += [other] if is_around else []
        if before.line.is_live is not after.line.is_live:
            continue  # that it takes messages now is told, and the promises go with it
        for change in _promised(before, after, wordings):
            if is_around:
                of_regions.setdefault(change, []).append(other)
            else:
                yield change._replace(line=other, number=number_of(after.line))
    for change, lines in of_regions.items():
        if lines == everywhere:
            yield change
            continue
        for other in lines:
            yield change._replace(line=other, number=number_of(new.by_line[other].line))


def _promised(old: OfferedLine, new: OfferedLine, wordings: Wordings) -> Iterator[LineChange]:
    """Yield what is promised otherwise, with the parts of the country in which it is."""
    shared = [part for part in new.replies if part in old.replies]
    parts: dict[str, list[str | None]] = {}
    for part in shared:
        for text in promise_changes(old.replies[part], new.replies[part], wordings.plain):
            parts.setdefault(text, []).append(part)
    for text, concerned in parts.items():
        named = tuple(part for part in concerned if part is not None)
        only = (("subdivision", named),) if len(concerned) < len(shared) else ()
        yield LineChange("reply", None, None, text, only)
