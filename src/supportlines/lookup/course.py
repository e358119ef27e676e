"""What a caller is offered between two instants: each option once, with what is told of it when.

It says nothing else than the answers of all seconds in between, and takes much less time: what is
told of hours is found once for all callers to whom they are the same.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from itertools import combinations
from typing import TYPE_CHECKING, Iterable, Iterator, NamedTuple, Sequence

from supportlines.hours import LAST_SECOND, instant_to_second
from supportlines.lookup.judging import Judge
from supportlines.lookup.merge import merged
from supportlines.lookup.order import standing_of
from supportlines.lookup.plan import make_plan
from supportlines.lookup.reaching import with_keys
from supportlines.lookup.steps import steps_in
from supportlines.lookup.tellings import Spell, Telling

if TYPE_CHECKING:
    from supportlines.directory import Facts
    from supportlines.lookup.answer import Caller, Caveat, Option, Withheld
    from supportlines.lookup.candidates import Index
    from supportlines.lookup.judging import HoursTold
    from supportlines.lookup.memory import ServedHours
    from supportlines.lookup.merge import Draft
    from supportlines.lookup.offers import Offer
    from supportlines.lookup.order import Standing
    from supportlines.lookup.plan import Plan
    from supportlines.lookup.replies import Promised
    from supportlines.lookup.spoken import OfferedLanguage
    from supportlines.lookup.tellings import Tellings, Track

_OF_HOURS = frozenset(
    [
        "end_not_known",
        "facet_not_given",
        "holiday_not_stated",
        "holidays_not_considered",
        "holidays_not_stated",
        "hours_inferred",
        "line_ends",
        "not_confirmed",
        "part_of_holidays_not_stated",
        "severity_not_given",
        "subdivision_not_given",
        "time_zone_matters",
        "time_zone_not_given",
    ]
)
"""Caveats that come and go with the hours."""


_REASONS_OF_HOURS = frozenset(
    [
        "hours_after",
        "hours_closed",
        "hours_not_stated",
        "hours_open",
        "hours_unknown",
        "takes_messages",
    ]
)
"""Reasons that do so."""

_LASTING = (
    "channel",
    "mode",
    "desks",
    "number",
    "published_as",
    "dial",
    "uri",
    "contact",
    "steps",
    "cost",
    "language_mode",
    "languages",
    "caveats",
)
"""What an option has that makes it another one."""


class OptionCourse(NamedTuple):
    """An option through time."""

    option: Option
    """What does not depend on the time: its state and the change are those of the beginning."""
    standing: Standing
    spells: tuple[Spell, ...]
    wanted: tuple[Option, ...]
    """It as it is for who wants one of its languages, where the steps or the link are others."""
    promised: Promised | None
    """Until when a first answer is promised, if it is."""
    served: tuple[tuple[int, tuple[ServedHours, ...]], ...]
    """What it stands for, each from its second on: one for each language with hours of its own."""


class Course(NamedTuple):
    """What a caller is offered from one second to another."""

    plan: Plan
    since: int
    until: int
    """POSIX seconds, half-open."""
    options: tuple[OptionCourse, ...]
    """Of the channels that are wanted, in no order."""
    other_ways: tuple[OptionCourse, ...]
    guesses: tuple[OptionCourse, ...]
    caveats: tuple[Caveat, ...]
    withheld: tuple[Withheld, ...]
    waiting: tuple[str, ...]
    """What must be said before more is offered."""


def courses(
    facts: Facts, index: Index, caller: Caller, known: Tellings
) -> Iterator[tuple[int, Course]]:
    """Yield what *caller* is offered in the time of *known*, each from its second on.

    Where lines begin or cease another one follows.
    """
    since, until = known.since, known.until
    seconds = [since, *index.calendar.changes(caller, since, until), until]
    for start, end in zip(seconds, seconds[1:]):
        plan = make_plan(facts, index, caller, index.calendar.generation(caller, start))
        yield start, _course(plan, start, end, known)


def _course(plan: Plan, since: int, until: int, known: Tellings) -> Course:
    offered = plan.offered
    found = tuple(_followed(plan, offered.offers, since, until, known))
    channels = plan.caller.channels
    return Course(
        plan=plan,
        since=since,
        until=until,
        options=tuple(one for one in found if one.option.channel in channels),
        other_ways=tuple(one for one in found if one.option.channel not in channels),
        guesses=tuple(_followed(plan, offered.guesses, since, until, known)),
        caveats=plan.caveats,
        withheld=offered.withheld,
        waiting=offered.waiting,
    )


def _followed(
    plan: Plan, offers: Sequence[Offer], since: int, until: int, known: Tellings
) -> Iterable[OptionCourse]:
    """Return *offers* through time, each language or group of languages by itself."""
    keys = Counter(one.key for one in offers)
    together: list[Offer] = []
    for one in offers:
        is_plain = one.dates is None and not since < one.confirmed_until < until
        is_alone = keys[one.key] == 1 and is_plain
        groups = _groups(plan, one, since, until, known) if is_alone else None
        if groups is None:
            together.append(one)
            continue
        for spoken, track in groups:
            yield _of_group(plan, one, spoken, track, since)
    if together:
        yield from _frame_by_frame(plan, together, since, until)


def _groups(
    plan: Plan, one: Offer, since: int, until: int, known: Tellings
) -> list[tuple[list[OfferedLanguage], Track]] | None:
    """Return the languages of *one* in groups of which always the same is told.

    None if it is the same for two groups at some time only: they are one option then.
    """
    judge = Judge(plan, since, names_day=False)
    found: list[tuple[object, Track, list[OfferedLanguage]]] = []
    for spoken in one.languages:
        track = known.of(plan, spoken.hours, since, until)
        service = judge.service(spoken)
        for alike, other, group in found:
            if alike == service and (other is track or other == track):
                group.append(spoken)
                break
        else:
            found.append((service, track, [spoken]))
    for (alike, track, _), (service, other, _) in combinations(found, 2):
        if alike == service and _meet(track, other):
            return None
    return [(group, track) for _, track, group in found]


def _meet(one: Track, other: Track) -> bool:
    """Return whether two tracks ever tell the same at the same time."""
    seconds = sorted({second for second, _ in (*one.told, *other.told)})
    pairs = zip(_told_at(one, seconds), _told_at(other, seconds))
    return any(mine == theirs for mine, theirs in pairs)


def _told_at(track: Track, seconds: Sequence[int]) -> Iterator[HoursTold]:
    """Yield what a track tells at each of *seconds*, which come in order."""
    coming = iter((*track.told[1:], (LAST_SECOND + 1, track.told[0][1])))
    (_, told), (change, later) = track.told[0], next(coming)
    for second in seconds:
        if second >= change:
            told, (change, later) = later, next(coming)
        yield told


def _of_group(
    plan: Plan, one: Offer, group: list[OfferedLanguage], track: Track, since: int
) -> OptionCourse:
    first = track.told[0][1]
    draft = Judge(plan, since, names_day=False).draft(one, first._replace(caveats=()), group)
    (draft,) = merged([draft], plan.facts, plan.caller)
    return _course_of(draft, track.spells, [(since, _served(draft))])


def _served(draft: Draft) -> tuple[ServedHours, ...]:
    """Return what a draft stands for: once for each language with hours of its own."""
    first, *others = draft.served
    tags = draft.option.languages
    hours = {id(one.hours): one.hours for one in draft.offer.languages if one.tag in tags}
    if others or len(hours) <= 1:
        return (draft.served,)
    return tuple((first._replace(hours=each),) for each in hours.values())


def _course_of(
    draft: Draft, spells: Sequence[Spell], served: Sequence[tuple[int, tuple[ServedHours, ...]]]
) -> OptionCourse:
    option, standing, wanted = draft.option, standing_of(draft), tuple(_wanted(draft))
    return OptionCourse(option, standing, tuple(spells), wanted, draft.promised, tuple(served))


def _wanted(draft: Draft) -> Iterator[Option]:
    """Yield the option for who wants a language, where something else is done after contact."""
    offer, option = draft.offer, draft.option
    of_line = (*(row.tag for row in offer.languages), *offer.line.languages)
    for tag in option.languages if offer.steps else ():
        menu = steps_in(offer.steps, option.languages, tag, of_line)
        uri = with_keys(offer.way, offer.line, menu.steps) if menu.is_certain else offer.way.uri
        if (menu.steps, uri) != (option.steps, option.uri):
            yield replace(option, steps=menu.steps, uri=uri, language=tag)


def _frame_by_frame(
    plan: Plan, offers: Sequence[Offer], since: int, until: int
) -> Iterable[OptionCourse]:
    """Return *offers* through time that may be one option, or are there on some days only."""
    notes = frozenset(text for one in offers for text in one.line.notes)
    found: dict[object, tuple[Draft, list[Spell], list[tuple[int, tuple[ServedHours, ...]]]]] = {}
    second: int | None = since
    while second is not None and second < until:
        judge = Judge(plan, second, names_day=False)
        here: set[object] = set()
        for draft in merged(judge.drafts(offers), plan.facts, plan.caller):
            lasting = draft._replace(option=_lasting(draft.option, notes))
            identity = _identity(lasting)
            while identity in here:  # equal but for what comes and goes
                identity = (identity,)
            here.add(identity)
            _, spells, served = found.setdefault(identity, (lasting, [Spell(since, None)], []))
            _add(spells, Spell(second, _telling_of(draft)))
            if not served or served[-1][1] != _served(draft):
                served.append((second, _served(draft)))
        for identity in found.keys() - here:
            _add(found[identity][1], Spell(second, None))
        second = judge.holds_until
    return [_course_of(*one) for one in found.values()]


def _add(spells: list[Spell], one: Spell) -> None:
    """Add *one* to *spells* if something else is told than before."""
    if spells[-1].since == one.since:
        spells[-1] = one
    elif spells[-1].told != one.told:
        spells.append(one)


def _lasting(option: Option, notes: frozenset[str]) -> Option:
    """Return *option* without what comes and goes; of notes *notes* are those of lines."""

    def lasts(one: Caveat) -> bool:
        return one.values.get("note") in notes if one.code == "note" else one.code not in _OF_HOURS

    return replace(
        option,
        next_reason=None,
        reasons=option.reasons[:2],
        caveats=tuple(one for one in option.caveats if lasts(one)),
    )


def _identity(draft: Draft) -> object:
    """Return what is equal for what is one option, whatever the time."""
    option = draft.option
    given = (getattr(option, name) for name in _LASTING)
    return (*given, option.line.id, standing_of(draft), draft.limits, draft.promised)


def _telling_of(draft: Draft) -> Telling:
    option = draft.option
    changes_at = None if option.changes_at is None else instant_to_second(option.changes_at)
    return Telling(
        state=option.state,
        changes_at=changes_at,
        next_state=option.next_state,
        opens=draft.opens_at is not None,
        next_reason=option.next_reason,
        reasons=tuple(one for one in option.reasons if one.code in _REASONS_OF_HOURS),
        caveats=tuple(one for one in option.caveats if one.code in _OF_HOURS),
    )
