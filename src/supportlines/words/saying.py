"""A code and its values become a sentence."""

from __future__ import annotations

from functools import lru_cache
from string import Formatter
from typing import TYPE_CHECKING, Callable, Tuple

from supportlines.words.clauses import CLAUSES
from supportlines.words.kinds import KINDS
from supportlines.words.messages import MESSAGES
from supportlines.words.phrase import WRITTEN_IN, Phrase

if TYPE_CHECKING:
    from supportlines.words.messages import Message
    from supportlines.words.values import Values

    Part = Tuple[str, "str | None", "str | None"]


def say(
    code: str,
    values: Values,
    locale: str = "en",
    context: str = "",
) -> str:
    """Return what a reason or caveat says, in English until there is another catalogue.

    Where a code says one thing as a reason and another as a caveat, *context* tells which it is.

    Raises:
        KeyError: There is no such code.

    >>> from supportlines.words import Values
    >>> say("not_dialable_from_there", Values(**{"from": "DE"}, only=("US", "CA")))
    'It cannot be dialled from Germany, only from United States and Canada.'
    """
    return say_in(code, values, locale, context).text


def say_in(
    code: str,
    values: Values,
    locale: str,  # noqa: ARG001 - English so far
    context: str = "",
) -> Phrase:
    """Return what `say` does, with the locale in which it is written.

    None stands for it where nothing but a text of the directory is said.

    >>> from supportlines.words import Values
    >>> say_in("note", Values(note="Nur werktags."), "de")
    Phrase(text='Nur werktags.', locale=None)
    """
    said: list[str] = []
    is_own = False
    for sentence in MESSAGES.get(f"{context}/{code}") or MESSAGES[code]:
        for message in sentence:
            text = _filled(message, values)
            if text is not None:
                said.append(text)
                is_own = is_own or message.text not in _TEXTS_ALONE
                break
    return Phrase(" ".join(said).rstrip(), WRITTEN_IN if is_own else None)


_TEXTS_ALONE = frozenset(["{note:text}", "{note:sentence}", "{why}", "{why}."])
"""Messages that are a text of the directory, or the name of a holiday, and nothing else."""


def _filled(message: Message, values: Values) -> str | None:
    """Return *message* with its values, or None if it is not for them."""
    if any(values.get(name) != value for name, value in message.given.items()):
        return None
    parts: list[str] = []
    for literal, name, kind in _parts(message.text):
        parts.append(literal)
        if name is None:
            continue
        written = _written(name, kind, values)
        if written is None:
            return None
        parts.append(written)
    return "".join(parts)


def _written(name: str, kind: str | None, values: Values) -> str | None:
    if not kind:
        return CLAUSES[name](values)
    write: Callable[[object], str] = KINDS[kind]
    return write(values[name]) if name in values else None


@lru_cache(maxsize=None)
def _parts(text: str) -> tuple[Part, ...]:
    """Return a message in pieces: what stands there, and the placeholder behind it."""
    return tuple((literal, name, kind) for literal, name, kind, _ in Formatter().parse(text))
