"""What changed for callers, for people and for programs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Sequence

from supportlines.render.layout import wrapped

if TYPE_CHECKING:
    from supportlines.changes import Change


def changes_text(changes: Sequence[Change], *, width: int = 80) -> str:
    """Return one sentence for each change, wrapped under itself."""
    if not changes:
        return "No difference for callers.\n"
    found: list[str] = []
    for change in changes:
        found += wrapped(change.sentence, "", "  ", width)
    return "\n".join(found) + "\n"


def changes_data(changes: Sequence[Change]) -> dict[str, Any]:
    """Return *changes* ready for `json.dumps`."""
    return {
        "changes": [
            {
                "code": change.code,
                "where": change.where,
                "countries": list(change.countries),
                "line": change.line,
                "number": change.number,
                "tiers": list(change.tiers),
                "languages": list(change.languages),
                "severities": list(change.severities),
                "only_for": {name: list(values) for name, values in change.only_for},
                "text": change.text,
                "sentence": change.sentence,
            }
            for change in changes
        ]
    }
