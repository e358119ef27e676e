"""Options with the same number, keys, desk, languages, state and next change are one option."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Iterable, Iterator, NamedTuple, Sequence

from supportlines.hours import union
from supportlines.lookup import caveats
from supportlines.lookup.conditions import either, is_all, left_open
from supportlines.lookup.validity import in_agreement
from supportlines.places.parts import lies_in

if TYPE_CHECKING:
    from datetime import datetime

    from supportlines.directory import Facts
    from supportlines.hours import TimeLine
    from supportlines.lookup.answer import Caller, Caveat, Option, Reason
    from supportlines.lookup.conditions import Limits
    from supportlines.lookup.memory import OptionHours
    from supportlines.lookup.offers import Offer
    from supportlines.lookup.replies import Promised
    from supportlines.words import Values


_OF_TELEPHONES = ("phone", "carrier")
"""Of these `caveats.reached_from` tells."""


class Draft(NamedTuple):
    """An option on its way, with what its place in the order depends on."""

    option: Option
    offer: Offer
    rank: int | None
    """Place of its best language among the caller's wishes; None if it serves none of them."""
    opens_at: datetime | None
    """When somebody answers next, if what comes next is that."""
    served: tuple[OptionHours, ...]
    """What it stands for."""
    limits: Limits = ()
    """For whom it is, as far as that is left open."""
    mode: str | None = None
    """How its language is served."""
    promised: Promised | None = None
    """Until when an answer comes."""
    working: TimeLine | None = None
    """When somebody works on what comes in, where an answer is promised."""
    zones: tuple[str, ...] = ()
    """By whose calendars that is."""
    besides: tuple[str, ...] = ()
    """Parts inside of those of its limits for which it is not."""


def merged(drafts: Iterable[Draft], facts: Facts, caller: Caller) -> list[Draft]:
    """Return *drafts* with equals joined: the nearest line stands for all, texts are kept.

    For whom they are is told as far as the words of *caller* leave it open.
    """
    groups: dict[object, list[Draft]] = {}
    for draft in drafts:
        groups.setdefault(_key(draft), []).append(draft)
    found = [_joined(one, facts) for group in groups.values() for one in _by_steps(group)]
    return [_limited(one, facts, caller) if one.limits or one.besides else one for one in found]


def _by_steps(group: list[Draft]) -> list[list[Draft]]:
    """Return *group* in groups of the same keys to press: others reach somebody else.

    A line that says nothing of keys is with the nearest that does and is for the same callers.
    """
    if len(group) == 1:
        return [group]
    found: dict[object, list[Draft]] = {}
    for draft in sorted(group, key=lambda draft: draft.offer.place):
        found.setdefault(_does(draft), []).append(draft)
    silent = found.pop((), [])
    if not found:
        return [silent]
    alone: list[Draft] = []
    for draft in silent:
        whose = (one for one in found.values() if any(each.limits == draft.limits for each in one))
        next(whose, alone).append(draft)
    return [*found.values(), alone] if alone else [*found.values()]


def _does(draft: Draft) -> tuple[object, ...]:
    """Return what is equal where the same is done by the same callers, whatever it is called."""
    option = draft.option
    if not option.steps:
        return ()
    does = [(one.action, one.press, one.text, one.only_for) for one in option.steps]
    return (option.uri == option.tel_uri, *does)  # the keys of some languages are in no link


def _key(draft: Draft) -> object:
    option = draft.option
    languages = frozenset(option.languages)
    change = (option.changes_at, option.next_state)
    names = [name for name, _ in draft.limits]
    limits: object = tuple(name for name in names if name not in _OF_TELEPHONES)
    if len(names) > 1 and limits:
        limits = draft.limits  # what is for either of two pairs cannot be said thing by thing
    refused = tuple(one for one in option.caveats if one.code == "not_for") if names else ()
    if refused:
        limits = (limits, refused)  # another line may be for those
    same = (option.desks, option.mode, draft.mode, option.via, limits, draft.promised)
    return draft.offer.key, languages, option.state, change, same


def _joined(group: list[Draft], facts: Facts) -> Draft:
    limits = _reached(group, facts)
    group.sort(key=lambda draft: draft.offer.place)
    first = group[0]
    if len(group) == 1:
        if not limits:
            return first
        option = replace(first.option, caveats=(*first.option.caveats, *limits))
        return first._replace(option=option)
    options = [draft.option for draft in group]
    telling = next((one for one in options if one.steps), first.option)
    option = replace(
        first.option,
        published_as=_all_of(one.published_as for one in options) or "",
        steps=telling.steps,
        uri=telling.uri,
        hours=_hours(group),
        next_reason=next((one.next_reason for one in options if one.next_reason is not None), None),
        reasons=tuple(_reasons(options)),
        caveats=tuple(
            dict.fromkeys([*(caveat for one in options for caveat in one.caveats), *limits])
        ),
    )
    return first._replace(
        option=option,
        served=tuple(one for draft in group for one in draft.served),
        limits=either(facts, [draft.limits for draft in group]),
        besides=_besides_all(group),
    )


def _besides_all(group: Sequence[Draft]) -> tuple[str, ...]:
    """Return the parts beside all of *group*: what one of them is for is no exception."""

    def is_beside(part: str, draft: Draft) -> bool:
        own = dict(draft.limits).get("subdivision")
        return part in draft.besides or (own is not None and not lies_in(part, own))

    listed = dict.fromkeys(part for draft in group for part in draft.besides)
    return tuple(part for part in listed if all(is_beside(part, draft) for draft in group))


def _hours(group: Sequence[Draft]) -> TimeLine:
    """Return when somebody answers whoever it is: what is for other callers must agree."""
    hours: dict[Limits, list[TimeLine]] = {}
    for draft in group:
        hours.setdefault(draft.limits, []).append(draft.option.hours)
    return in_agreement([joined(one) for one in hours.values()])


def _reached(group: list[Draft], facts: Facts) -> list[Caveat]:
    """Return with which phones and carriers the one contact of *group* is reached."""
    if not any(draft.limits for draft in group):
        return []
    said = [[one for one in draft.limits if not is_all(facts, *one)] for draft in group]
    return caveats.reached_from([tuple(one) for one in said])


def _limited(draft: Draft, facts: Facts, caller: Caller) -> Draft:
    """Return *draft* with what says for whom it is."""
    said = [
        caveats.only_for(facts, name, values)
        for name, values in draft.limits
        if name not in _OF_TELEPHONES and not is_all(facts, name, values)
        if name != "subdivision" or left_open(facts, ((name, values),), caller)
    ]
    if draft.besides:
        said.append(caveats.not_for(facts, [("subdivision", part) for part in draft.besides]))
    if not said:
        return draft
    option = draft.option
    return draft._replace(option=replace(option, caveats=(*option.caveats, *said)))


def joined(hours: Iterable[TimeLine]) -> TimeLine:
    """Return when somebody answers by any of *hours*."""
    # Mostly they are one and the same; to hash hours takes as long as there are exceptions.
    distinct = tuple({id(one): one for one in hours}.values())
    if len(distinct) > 1:
        distinct = tuple(dict.fromkeys(distinct))
    return distinct[0] if len(distinct) == 1 else union(*distinct)


def _reasons(options: list[Option]) -> Iterator[Reason]:
    """Yield each reason once, with all the words that it rests on."""
    found: dict[tuple[str, Values], list[Reason]] = {}
    for option in options:
        for reason in option.reasons:
            found.setdefault((reason.code, reason.values), []).append(reason)
    for equals in found.values():
        words = _all_of(reason.published_as for reason in equals)
        yield replace(equals[0], published_as=words)


def _all_of(texts: Iterable[str | None]) -> str | None:
    return " / ".join(dict.fromkeys(text for text in texts if text is not None)) or None
