"""What to do after contact as one cell: ``1: support | 2: ventas (es) | say: the duty doctor``."""

from __future__ import annotations

import re

from supportlines.exchange.cells import language_of_text, several
from supportlines.phones import PhoneNumberError, Step, parse_press
from supportlines.phones.steps import ACTIONS

_STEP = re.compile(
    r"(?P<press>[0-9*#,; ]+|[a-z]+) ?[:=](?P<label>.+?)(?:\((?P<languages>[\w, -]+)\))?\s*"
)


def steps_of_text(text: str) -> list[dict[str, object]] | None:
    """Return what is to be done, or None if any of it is not in the form of `step_text`.

    >>> steps_of_text("1: support | 2: ventas (es)")
    [{'press': '1', 'label': 'support'}, {'press': '2', 'label': 'ventas', 'languages': ['es']}]
    >>> steps_of_text("enter: your customer number")
    [{'enter': 'your customer number'}]
    """
    found: list[dict[str, object]] = []
    for part in text.split("|"):
        match = _STEP.fullmatch(part.strip())
        label = match["label"].strip() if match else ""
        if match is None or not label:
            return None
        languages, unknown = several(match["languages"] or "", language_of_text)
        if unknown:  # the brackets are a part of the label
            label, languages = re.split("[:=]", part, maxsplit=1)[1].strip(), []
        step = _step(match["press"].strip(), label)
        if step is None:
            return None
        found.append({**step, "languages": languages} if languages else step)
    return found


def _step(done: str, words: str) -> dict[str, object] | None:
    if done in ACTIONS:
        return None if done == "press" else {done: words}
    try:
        return {"press": parse_press(done), "label": words}
    except PhoneNumberError:
        return None


def step_text(steps: tuple[Step, ...]) -> str:
    """Return *steps* as one text.

    >>> step_text((Step("2", "ventas", ("es",)), Step(action="say", text="the duty doctor")))
    '2: ventas (es) | say: the duty doctor'
    """
    return " | ".join(
        (f"{one.press}: {one.label}" if one.action == "press" else f"{one.action}: {one.text}")
        + (f" ({', '.join(one.languages)})" if one.languages else "")
        for one in steps
    )


def plain_step(step: Step) -> dict[str, object]:
    """Return *step* as a data file has it, but for whom it is."""
    said: dict[str, object] = {step.action: step.press or str(step.text)}
    if step.label:
        said["label"] = str(step.label)
    return {**said, "languages": list(step.languages)} if step.languages else said
