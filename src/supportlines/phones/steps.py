"""What to do after contact: menus, access codes and words to say, in order, by language."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Iterable, Literal, Tuple

from supportlines.errors import plain
from supportlines.phones.errors import PhoneNumberError, wrong_type
from supportlines.texts import one_text

_KEYS = frozenset("0123456789*#")
_PAUSE = ","
_WAIT = ";"
_STEPS = 'Write, for example, (Step("1", "English", ("en",)),).'


Action = Literal["press", "choose", "enter", "say", "send", "wait"]
ACTIONS: tuple[Action, ...] = ("press", "choose", "enter", "say", "send", "wait")
"""What a step can be, in the order of a manual."""

StepLimits = Tuple[Tuple[str, Tuple[str, ...]], ...]


@dataclass(frozen=True)
class Step:
    """One thing to do after contact: keys to press, or another action with its words.

    >>> Step(press="1", label="English", languages=("en",)).press
    '1'
    >>> Step(action="say", text="the duty doctor").text
    'the duty doctor'
    """

    press: str = ""
    """Keys ``0-9 * #``; ``,`` is a pause of about two seconds, ``;`` waits for the caller.

    Empty for a step of another kind.
    """

    label: str = ""
    """What the menu announces, or what the keys are for."""

    languages: tuple[str, ...] = ()
    """Languages that these keys lead to; empty for a step of every caller."""

    action: Action = "press"
    """What is done: to press keys, or to choose, enter, say, send or wait for something."""

    text: str = ""
    """What is chosen, entered, said, sent or waited for; empty for keys."""

    only_for: StepLimits = ()
    """For whom else the step is: pairs of what a caller may say and the values that it is for."""

    def __post_init__(self) -> None:
        if self.action not in ACTIONS:
            takes = f"one of {', '.join(ACTIONS)}"
            raise wrong_type(self.action, takes, 'Write, for example, action="say".')
        if self.action == "press":
            object.__setattr__(self, "press", parse_press(self.press))
        elif self.press or not isinstance(self.text, str) or not self.text.strip():
            raise wrong_type(self.text, "words", f'Write what to {self.action} in "text".')
        if not isinstance(self.label, str):
            raise wrong_type(self.label, "a label", 'Write it as text, for example "English".')
        if not isinstance(self.languages, (tuple, list)) or not all(
            isinstance(one, str) for one in self.languages
        ):
            raise wrong_type(self.languages, "a tuple of languages", 'Write, for example, ("en",).')
        object.__setattr__(self, "label", one_text(self.label))
        object.__setattr__(self, "text", one_text(self.text))
        object.__setattr__(self, "languages", tuple(map(plain, self.languages)))


_KEYS_TO_WRITE = 'Write keys (0-9, * and #), "," for a pause of two seconds and ";" for waiting.'
_OTHER_STEPS = (
    'A PIN or a customer number is the step "enter", a choice whose keys are not printed "choose".'
)


def parse_press(text: str) -> str:
    """Return *text* without blanks if all of it can be pressed after the answer.

    Raises:
        PhoneNumberError: At the first character that is neither a key nor a pause, or if
            there is nothing to press.

    >>> parse_press("1, 4711 #")
    '1,4711#'
    """
    if not isinstance(text, str):
        raise wrong_type(text, "a text", 'Write the keys as text, for example "1".')
    for offset, character in enumerate(text):
        if character not in _KEYS and character not in (_PAUSE, _WAIT) and character != " ":
            remedy = _KEYS_TO_WRITE
            if _KEYS.isdisjoint(text):
                remedy = f"{_KEYS_TO_WRITE} {_OTHER_STEPS}"
            raise PhoneNumberError(text, offset, f'has "{character}", which is no key', remedy)
    pressed = text.replace(" ", "")
    if not any(character in _KEYS for character in pressed):
        raise PhoneNumberError(
            text, 0, "has nothing to press", 'Write at least one key, for example "1".'
        )
    return pressed


def post_dial(steps: Iterable[Step]) -> str:
    """Return the keys of *steps* as one text for a telephone's memory, each after a pause.

    >>> post_dial((Step("1"), Step("4711#")))
    ',1,4711#'
    """
    return "".join(_PAUSE + step.press for step in _checked(steps) if step.press)


def _checked(steps: Iterable[Step]) -> tuple[Step, ...]:
    try:
        listed = tuple(steps)
    except TypeError:
        raise wrong_type(steps, "a list of steps", _STEPS) from None
    for step in listed:
        if not isinstance(step, Step):
            raise wrong_type(step, "a step", _STEPS)
    return listed
