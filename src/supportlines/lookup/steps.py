"""Which steps of a line's menu are a caller's."""

from __future__ import annotations

from typing import TYPE_CHECKING, Sequence

from supportlines.languages import best_match
from supportlines.phones import steps_for

if TYPE_CHECKING:
    from supportlines.phones import Step


def steps_in(steps: Sequence[Step], languages: Sequence[str]) -> tuple[Step, ...]:
    """Return those of *steps* that lead to one of *languages*, in their order.

    A step without languages is everybody's. What serves a caller who wants one of *languages*
    leads to it: `es` for `es-MX`. Where *languages* are not known, all steps remain.
    """
    if not steps or not languages:
        return tuple(steps)
    named = [tag for step in steps for tag in step.languages]
    leading = [match for tag in languages for match in [best_match([tag], named)] if match]
    chosen = {id(step) for match in leading for step in steps_for(steps, match.spoken)}
    chosen.update(id(step) for step in steps_for(steps, None))
    return tuple(step for step in steps if id(step) in chosen)
