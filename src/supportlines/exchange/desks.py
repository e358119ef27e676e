"""Desks as others name them: ids, the words beside them, and what sort of desk that is."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Mapping, get_args

from supportlines.directory.fields import Purpose
from supportlines.directory.forms import purpose_of
from supportlines.exchange.cells import identifier_of_text, word_of
from supportlines.exchange.said import Loss
from supportlines.exchange.unsaid import NO_PLACE, unsaid

if TYPE_CHECKING:
    from supportlines.directory import Facts

_PARTED = re.compile(r"\s*[;|\n]\s*")
_PURPOSES: Mapping[str, str] = {
    **{one: one for one in get_args(Purpose)},
    **dict.fromkeys(("technical_support", "tech_support"), "technical"),
    **dict.fromkeys(("billing_support", "bill_payment"), "billing"),
}
"""Words of schema.org's examples and of tables; nothing that could be two of them is here."""


def desks_of_text(text: str) -> list[str]:
    """Return the words for each desk of *text*, which may name several.

    >>> desks_of_text("Sales; Billing"), desks_of_text("Sales and marketing")
    (['Sales', 'Billing'], ['Sales and marketing'])
    """
    return list(dict.fromkeys(filter(None, _PARTED.split(text.strip()))))


def desk_content(words: str) -> dict[str, str]:
    """Return what a data file says of the desk that is called *words*, besides its id.

    >>> desk_content("Technical support"), desk_content("billing")
    ({'name': 'Technical support', 'purpose': 'technical'}, {})
    """
    identifier = identifier_of_text(words)
    found = {} if words in ("", identifier) else {"name": words}
    purpose = _PURPOSES.get(word_of(words))
    is_said = purpose is None or purpose == purpose_of(identifier)
    return found if is_said else {**found, "purpose": str(purpose)}


_OF_DESK = frozenset(("id", "name", "purpose"))


def desk_texts(facts: Facts, losses: dict[Loss, None]) -> dict[str, str]:
    """Return what to call each desk of *facts*, so that its id is found again."""
    found = {}
    for desk in facts.desks:
        losses.update(dict.fromkeys(unsaid(desk, desk.id, _OF_DESK)))
        name = str(desk.name)
        is_told = identifier_of_text(name) == desk.id and desks_of_text(name) == [name]
        found[desk.id] = name if is_told else desk.id
        if found[desk.id] != name:
            losses[Loss(desk.id, "name", "its id is written.")] = None
        read = desk_content(found[desk.id]).get("purpose", purpose_of(desk.id))
        if desk.purpose != read:
            losses[Loss(desk.id, "purpose", NO_PLACE)] = None
    return found
