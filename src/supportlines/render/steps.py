"""What to do after contact, as lines of text."""

from __future__ import annotations

from typing import TYPE_CHECKING, Iterator, Mapping, NamedTuple

from supportlines.errors import listed
from supportlines.languages import language_name
from supportlines.texts import within

if TYPE_CHECKING:
    from supportlines.lookup import Option
    from supportlines.phones import Step


def steps_text(option: Option, names: Mapping[tuple[str, str], str], locale: str) -> list[str]:
    """Return what to do after contact, one thing a line.

    Where several languages have steps of their own, or some have none, each says for which it
    is; one that is for some callers only says for whom.

    Args:
        option: Whose steps are written.
        names: What people call a value of what a caller may say, where that is known.
        locale: For the names of languages and the texts of the directory.
    """
    found = []
    for one in steps_shown(option):
        step = one.step
        whom = [
            listed([names.get((name, one), one) for one in values], "or")
            for name, values in step.only_for
        ]
        condition = f" if {', '.join(whom)}:" if whom else ""
        text = f"{'or' if one.is_instead else 'then'}{condition} {_does(step, locale)}"
        if one.languages:
            spoken = ", ".join(language_name(tag, locale) for tag in one.languages)
            label = within(step.label, locale)
            text += "" if spoken.lower() == label.lower() else f" ({spoken})"
        found.append(text)
    return found


class StepShown(NamedTuple):
    """A step, with what is said of it because of the others."""

    step: Step
    is_instead: bool
    """Whether it stands in the place of the one before, for another language."""
    languages: tuple[str, ...]
    """Those that it is for, where that is to be said."""


def steps_shown(option: Option) -> Iterator[StepShown]:
    """Yield the steps of an option, in order.

    Where several languages have steps of their own, or some have none, each says for which it is.
    """
    tags = {tag for step in option.steps for tag in step.languages}
    if option.language is None:  # any of its languages may be the caller's
        tags.update(option.languages or ("und",))
    before: set[str] = set()
    for step in option.steps:
        own = set(step.languages)
        is_instead = bool(own and before and own.isdisjoint(before))
        yield StepShown(step, is_instead, step.languages if len(tags) > len(own) else ())
        before = own


def _does(step: Step, locale: str) -> str:
    """Return what is done: keys with what they are for, or another action with its words."""
    label = within(step.label, locale)
    if step.action == "press":
        return f"{step.press}: {label}"
    text = within(step.text, locale)
    said = f'"{text}"' if step.action in ("say", "send", "choose") else text
    return f"{step.action} {said} ({label})" if label else f"{step.action} {said}"
