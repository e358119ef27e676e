"""Options with the same number, languages and state are one option with all published texts."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Iterable, Iterator, NamedTuple

from supportlines.lookup import wording

if TYPE_CHECKING:
    from datetime import datetime

    from supportlines.lookup.answer import Option, Reason
    from supportlines.lookup.plan import Prepared


class Draft(NamedTuple):
    """An option on its way, with what its place in the order depends on."""

    option: Option
    prepared: Prepared
    rank: int | None
    """Place of its best language among the caller's wishes; None if it serves none of them."""


_BY_PHONE = {"landline": wording.LANDLINE_ONLY, "mobile": wording.MOBILE_ONLY}


def merged(drafts: Iterable[Draft]) -> list[Draft]:
    """Return *drafts* with equals joined: the first line stands for all, texts are kept."""
    groups: dict[object, list[Draft]] = {}
    for draft in drafts:
        key = (draft.prepared.key, frozenset(draft.option.languages), draft.option.state)
        groups.setdefault(key, []).append(draft)
    return [_joined(group) for group in groups.values()]


def _joined(group: list[Draft]) -> Draft:
    first = group[0]
    phones = {draft.prepared.line.dialable_by for draft in group}
    only = phones.pop() if len(phones) == 1 else None
    extra = (_BY_PHONE[only],) if only is not None else ()
    if len(group) == 1:
        if not extra:
            return first
        option = replace(first.option, caveats=(*first.option.caveats, *extra))
        return first._replace(option=option)
    options = [draft.option for draft in group]
    option = replace(
        first.option,
        published_as=_all_of(one.published_as for one in options) or "",
        changes_at=_change(options),
        reasons=tuple(_reasons(options)),
        caveats=tuple(
            dict.fromkeys([*(caveat for one in options for caveat in one.caveats), *extra])
        ),
    )
    best = min(group, key=lambda draft: draft.prepared.place)
    return Draft(option, best.prepared, first.rank)


def _reasons(options: list[Option]) -> Iterator[Reason]:
    """Yield each reason once, with all the words that it rests on."""
    found: dict[tuple[str, str], list[Reason]] = {}
    for option in options:
        for reason in option.reasons:
            found.setdefault((reason.code, reason.text), []).append(reason)
    for equals in found.values():
        words = _all_of(reason.published_as for reason in equals)
        yield equals[0]._replace(published_as=words)


def _all_of(texts: Iterable[str | None]) -> str | None:
    return " / ".join(dict.fromkeys(text for text in texts if text is not None)) or None


def _change(options: list[Option]) -> datetime | None:
    """Return when the joined option changes: open lasts as long as the longest, else the first."""
    changes = [one.changes_at for one in options]
    known = [change for change in changes if change is not None]
    if options[0].state == "open":
        return max(known) if len(known) == len(changes) else None
    return min(known) if known else None
