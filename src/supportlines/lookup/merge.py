"""Options with the same number, keys, desk, languages, state and next change are one option.

Lines for the same callers always are. Those for others, such as two brands, are one option where
nothing that is said of it is false for any of them.
"""

from __future__ import annotations

from dataclasses import fields, replace
from typing import TYPE_CHECKING, Iterable, Iterator, NamedTuple, Sequence

from supportlines.hours import union
from supportlines.lookup import caveats
from supportlines.lookup.answer import Option
from supportlines.lookup.conditions import either, is_all, left_open
from supportlines.lookup.replies import kept
from supportlines.lookup.validity import in_agreement
from supportlines.places.parts import lies_in

if TYPE_CHECKING:
    from datetime import datetime

    from supportlines.directory import Facts
    from supportlines.hours import TimeLine
    from supportlines.lookup.answer import Caller, Caveat, Reason
    from supportlines.lookup.conditions import Limits
    from supportlines.lookup.memory import ServedHours
    from supportlines.lookup.offers import Offer
    from supportlines.lookup.replies import Promised
    from supportlines.words import Values


_OF_TELEPHONES = ("phone", "carrier")
"""Of these `caveats.reached_from` tells."""


_COMBINED = frozenset(
    [
        "line",  # the nearest; kinds of request, which are read of it, are in the key
        "published_as",  # all of them
        "languages",  # in the key, in whatever order
        "dial",  # in the key, however its digits are grouped
        "steps",  # by what is done
        "hours",  # what they have in common
        "next_reason",  # that of all, or none
        "reasons",  # see `_told`
        "caveats",
    ]
)
"""What lines for several callers need not have equal to be one option."""

_SAME = tuple(one.name for one in fields(Option) if one.name not in _COMBINED)

_PRINTED = frozenset(["own_line", "wider_line", "corrected", "number_doubtful", "number_note"])
"""Codes that tell how and where the source prints a number: any caller may read that."""

_WRITTEN = frozenset(["hours", "time_zone", "holidays"])
"""What reasons tell of a rule as it is written, beyond what follows from it now."""


class Draft(NamedTuple):
    """An option on its way, with what its place in the order depends on."""

    option: Option
    offer: Offer
    rank: int | None
    """Place of its best language among the caller's wishes; None if it serves none of them."""
    opens_at: datetime | None
    """When somebody answers next, if what comes next is that."""
    served: ServedHours
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

    @property
    def kept(self) -> object:
        """What is equal where the same is promised, and always kept at the same instant."""
        return kept(self.promised, self.working, self.zones)


def merged(drafts: Iterable[Draft], facts: Facts, caller: Caller) -> list[Draft]:
    """Return *drafts* with equals joined.

    Of lines for the same callers the nearest stands for all. Those for others are one with them
    where each would be told the same. Texts are kept. For whom an option is, is told as far as the
    words of *caller* leave it open.
    """
    groups: dict[object, list[Draft]] = {}
    for draft in drafts:
        groups.setdefault(_key(draft), []).append(draft)
    found = [one for group in groups.values() for one in _joined(group, facts)]
    return [_limited(one, facts, caller) if one.limits or one.besides else one for one in found]


def _joined(group: list[Draft], facts: Facts) -> Iterable[Draft]:
    """Return *group*, all of one key, with equals joined."""
    if len(group) == 1:
        return [_of_callers(group, facts)]
    by_callers: dict[object, list[Draft]] = {}
    for draft in sorted(group, key=lambda draft: draft.offer.place):
        by_callers.setdefault((draft.limits, draft.besides), []).append(draft)
    found = [_of_lines(lines) for callers in by_callers.values() for lines in _by_steps(callers)]
    equals: dict[object, list[Draft]] = {}
    for one in sorted(found, key=lambda draft: draft.offer.place):
        equals.setdefault(_told(one), []).append(one)
    return [_of_callers(several, facts) for several in equals.values()]


def _by_steps(lines: list[Draft]) -> list[list[Draft]]:
    """Return *lines*, the nearest first, in groups of the same keys to press.

    Other keys reach somebody else. A line that says nothing of keys is with the nearest that does.
    """
    found: dict[object, list[Draft]] = {}
    for draft in lines:
        found.setdefault(_does(draft), []).append(draft)
    silent = found.pop((), [])
    if not found:
        return [silent]
    nearest = next(iter(found.values()))
    nearest[:] = sorted([*nearest, *silent], key=lambda draft: draft.offer.place)
    return [*found.values()]


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
    same = (option.desks, option.mode, draft.mode, option.via, limits, draft.kept)
    return draft.offer.key, languages, option.state, change, same, option.line.requests


def _told(draft: Draft) -> object:
    """Return what is equal where lines for other callers are one option with this one.

    What the rows of one telephone say for some phones and carriers is told together.
    """
    option = draft.option
    same = (_does(draft), *(getattr(option, name) for name in _SAME))
    if all(name in _OF_TELEPHONES for name, _ in draft.limits):
        return same
    notes = frozenset(one for one in option.caveats if one.code not in _PRINTED)
    return same, option.steps, option.next_reason, notes, frozenset(_claims(option.reasons))


def _claims(reasons: Iterable[Reason]) -> Iterator[object]:
    """Yield what *reasons* say of this moment, however the rules behind them are written."""
    for one in reasons:
        if one.code not in _PRINTED:
            said = (each for each in one.values.items() if each[0] not in _WRITTEN)
            yield one.code, frozenset(said)


def _of_lines(lines: list[Draft]) -> Draft:
    """Return *lines* for the same callers, the nearest first, as one."""
    first = lines[0]
    if len(lines) == 1:
        return first
    options = [draft.option for draft in lines]
    telling = next((one for one in options if one.steps), first.option)
    option = replace(
        first.option,
        published_as=_all_of(one.published_as for one in options) or "",
        steps=telling.steps,
        uri=telling.uri,
        hours=joined(one.hours for one in options),
        next_reason=next((one.next_reason for one in options if one.next_reason is not None), None),
        reasons=tuple(_reasons(options)),
        caveats=tuple(dict.fromkeys(_caveats(options))),
    )
    return first._replace(
        option=option, served=tuple(one for draft in lines for one in draft.served)
    )


def _of_callers(drafts: list[Draft], facts: Facts) -> Draft:
    """Return *drafts*, each for other callers, as one; the nearest comes first.

    When somebody answers is what all of them have in common.
    """
    first = drafts[0]
    limits = _reached(drafts, facts)
    if len(drafts) == 1:
        if not limits:
            return first
        option = replace(first.option, caveats=(*first.option.caveats, *limits))
        return first._replace(option=option)
    options = [draft.option for draft in drafts]
    whys = {one.next_reason for one in options}
    option = replace(
        first.option,
        published_as=_all_of(one.published_as for one in options) or "",
        hours=in_agreement([one.hours for one in options]),
        next_reason=first.option.next_reason if len(whys) == 1 else None,
        reasons=tuple(_reasons(options)),
        caveats=tuple(dict.fromkeys([*_caveats(options), *limits])),
    )
    return first._replace(
        option=option,
        served=tuple(one for draft in drafts for one in draft.served),
        limits=either(facts, [draft.limits for draft in drafts]),
        besides=_besides_all(drafts),
    )


def _besides_all(group: Sequence[Draft]) -> tuple[str, ...]:
    """Return the parts beside all of *group*: what one of them is for is no exception."""

    def is_beside(part: str, draft: Draft) -> bool:
        own = dict(draft.limits).get("subdivision")
        return part in draft.besides or (own is not None and not lies_in(part, own))

    listed = dict.fromkeys(part for draft in group for part in draft.besides)
    return tuple(part for part in listed if all(is_beside(part, draft) for draft in group))


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


def _caveats(options: Iterable[Option]) -> Iterator[Caveat]:
    for option in options:
        yield from option.caveats


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
