"""Texts of two directories beside each other, in each of their languages."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Callable, Iterator, Mapping, NamedTuple, TypeVar

from supportlines.changes.places import LOCALE
from supportlines.errors import listed
from supportlines.languages import language_name
from supportlines.lookup.conditions import limits_of
from supportlines.texts import Translated, within

if TYPE_CHECKING:
    from supportlines.directory import Facts
    from supportlines.lookup.conditions import Limits

T = TypeVar("T")

EVERYBODY = "everybody"


@dataclass(frozen=True)
class Say:
    """Gives texts in one language, and the names of what conditions speak of.

    The newer directory names whatever it knows: a new name is told where it is given, and not
    again by all that mentions it.
    """

    directories: tuple[Facts, ...]
    tag: str | None = None
    """BCP 47 tag, or None for the texts that stand for all."""

    def __call__(self, text: str | None) -> str:
        """Return *text* in the language; nothing for None."""
        if text is None:
            return ""
        return str(text) if self.tag is None else within(text, self.tag)

    def whom(self, condition: Mapping[str, tuple[str, ...]]) -> str:
        """Return those whom a *condition* of the directory is for: "North, and critical"."""
        return self.whom_of(limits_of(condition))

    def whom_of(self, limits: Limits) -> str:
        """Return those whom *limits* let through; `EVERYBODY` without any."""
        parts = [
            listed([self.name_of(name, value) for value in values], "or") for name, values in limits
        ]
        word = " and " if all(len(values) == 1 for _, values in limits) else ", and "
        return word.join(parts) or EVERYBODY

    def name_of(self, name: str, value: str) -> str:
        """Return what people call a *value* that a caller may say of *name*."""
        if name == "language":
            return language_name(value, LOCALE)
        for facts in self.directories:
            known = _names(facts, name)
            if value in known:
                return self(known[value])
        return value


def _names(facts: Facts, name: str) -> Mapping[str, str]:
    facet = facts.facet(name)
    if facet is not None:
        return facet.values
    named: Mapping[str, Any] = {
        "tier": {one.id: one for one in facts.tiers},
        "desk": {one.id: one for one in facts.desks},
        "request": facts.requests,
        "level": {one.id: one for one in facts.levels},
    }
    return {key: one.name for key, one in named.get(name, {}).items()}


class Wording(NamedTuple):
    """What differs where texts are read in one language."""

    before: str
    after: str
    tag: str | None
    """BCP 47 tag of that language, or None where the texts are read that stand for all."""

    def said(self, words: Callable[[str, str], str]) -> str:
        """Return the difference in *words*, with the language that it is in."""
        text = words(self.before, self.after)
        return text if self.tag is None else f"{text} (in {language_name(self.tag, LOCALE)})"


class Wordings:
    """Reads two directories in each language that either has texts in."""

    def __init__(self, old: Facts, new: Facts) -> None:
        self.plain = Say((new, old))
        tags = dict.fromkeys((*_tags(new), *_tags(old)))
        self._others = [Say((new, old), tag) for tag in tags]

    def differing(self, old: T, new: T, read: Callable[[T, Say], str]) -> Iterator[Wording]:
        """Yield how what *read* makes of them differs, in other languages if only there."""
        before, after = read(old, self.plain), read(new, self.plain)
        if before != after:
            yield Wording(before, after, None)
            return
        for say in self._others:
            before, after = read(old, say), read(new, say)
            if before != after:
                yield Wording(before, after, say.tag)


def _tags(value: Any) -> Iterator[str]:
    """Yield the languages of all texts in *value*, a directory or a part of one."""
    if isinstance(value, Translated):
        yield from value.texts
    elif isinstance(value, dict):
        for one in value.values():
            yield from _tags(one)
    elif isinstance(value, tuple):
        for one in value:
            yield from _tags(one)
    elif hasattr(value, "__dict__") and type(value).__module__.startswith(_WITH_TEXTS):
        for name, one in vars(value).items():
            if not name.startswith("_"):
                yield from _tags(one)


_WITH_TEXTS = ("supportlines.directory.", "supportlines.phones.steps")
"""Where the values come from that hold texts for people."""
