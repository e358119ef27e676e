"""What holds at an instant: the offers of a plan, each with its state and what is said of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Iterable, Iterator, NamedTuple, Sequence

from supportlines.directory import ANY_LANGUAGE, CALLER
from supportlines.hours import second_to_instant
from supportlines.lookup import caveats, reasons
from supportlines.lookup.answer import Option
from supportlines.lookup.conditions import words_of
from supportlines.lookup.histories import NOT_SAID
from supportlines.lookup.memory import SHARED, Memory, OptionHours, Replying, Stretch
from supportlines.lookup.merge import Draft, joined, merged
from supportlines.lookup.order import in_order
from supportlines.lookup.plan import called
from supportlines.lookup.reaching import with_keys
from supportlines.lookup.replies import kept
from supportlines.lookup.spoken import MESSAGES
from supportlines.lookup.steps import NO_STEPS, steps_in
from supportlines.lookup.upcoming import upcoming, upcoming_within
from supportlines.lookup.validity import today_of

if TYPE_CHECKING:
    from supportlines.hours import State
    from supportlines.lookup.answer import Caveat, Reason
    from supportlines.lookup.conditions import Limits
    from supportlines.lookup.language_hours import Judgement, LanguageHours
    from supportlines.lookup.offers import Offer
    from supportlines.lookup.plan import Plan
    from supportlines.lookup.rule_hours import Basis
    from supportlines.lookup.spoken import OfferedLanguage
    from supportlines.lookup.upcoming import Upcoming
    from supportlines.lookup.validity import Dates


_NOT_NATIVE = ("interpreter", "best_effort")


def stretch_at(plan: Plan, second: int, memory: Memory = SHARED) -> Stretch:
    """Return what holds at *second* (POSIX), as it is remembered or worked out."""
    stretch = memory.find(plan.stretches, second)
    if stretch is None:
        stretch = _stretch(plan, second)
        memory.keep(plan.stretches, stretch)
    return stretch


def _stretch(plan: Plan, second: int) -> Stretch:
    """Return what holds at *second*, and until when it surely does."""
    judge = Judge(plan, second)
    channels, facts, caller = plan.caller.channels, plan.facts, plan.caller
    drafts = in_order(merged(judge.drafts(plan.offered.offers), facts, caller))
    wanted = [one for one in drafts if one.option.channel in channels]
    others = [one for one in drafts if one.option.channel not in channels]
    others.sort(key=lambda one: one.option.mode != "live")
    guesses = in_order(merged(judge.drafts(plan.offered.guesses), facts, caller))
    options = tuple(one.option for one in wanted)
    best = options[0].caveats if options else ()
    of_the_whole = [one for one in best if one.code in caveats.OF_HOURS]
    said = tuple(dict.fromkeys([*plan.caveats, *of_the_whole]))
    nobody = "unknown" if plan.offered.waiting else "no_line"
    return Stretch(
        start=second,
        end=judge.holds_until,
        options=options,
        other_ways=tuple(one.option for one in others),
        guesses=tuple(one.option for one in guesses),
        caveats=said,
        state=options[0].state if options else nobody,
        replies=(*_replies(wanted, of_others=False), *_replies(others, of_others=True)),
        best=next((one.served for one in (*wanted, *others)), ()),
        asked={},
    )


def _replies(drafts: Sequence[Draft], *, of_others: bool) -> Iterator[Replying]:
    """Yield those of *drafts* on which an answer is promised, with what that rests on."""
    for place, draft in enumerate(drafts):
        promised = draft.promised
        if promised is not None and promised.within is not None and draft.working is not None:
            yield Replying(of_others, place, promised.within, draft.working, draft.zones)


def _narrower(limits: Limits, own: Limits) -> Limits:
    """Return the *limits* of a line with the *own* ones of a language, which are within them.

    Of parts of a country both are kept: what rules name may be wider than what a line names.
    """
    names = {name for name, _ in own if name != "subdivision"}
    return (*(one for one in limits if one[0] not in names), *own)


class HoursTold(NamedTuple):
    """What is said of hours at one instant; languages of which this is equal are one option."""

    state: State
    coming: Upcoming
    reasons: tuple[Reason, ...]
    caveats: tuple[Caveat, ...]


class Judge:
    """Asks the hours of one instant; lines that share hours are asked once.

    Without *names_day* the calendar day of the caller is left out of it: what is told then holds
    for longer.
    """

    def __init__(self, plan: Plan, second: int, *, names_day: bool = True) -> None:
        self._plan = plan
        self._second = second
        self._judged: dict[int, Judgement] = {}
        self._tellings: dict[int, HoursTold] = {}
        self._expiries: list[int | None] = []
        self._day = None
        if names_day:
            today = today_of(plan.caller, second)
            self._expiries.append(today.holds_until)
            if today.span is not None:
                self._day = (second_to_instant(today.span[0]), second_to_instant(today.span[1]))

    def judge(self, hours: LanguageHours) -> Judgement:
        """Return what the rules of *hours* say at the instant."""
        key = id(hours)
        judgement = self._judged.get(key)
        if judgement is None:
            judgement = self._judged[key] = hours.judge(self._second)
        return judgement

    @property
    def holds_until(self) -> int | None:
        """The POSIX second before which nothing that was judged changes, or None."""
        seconds = [judgement.holds_until for judgement in self._judged.values()]
        seconds += self._expiries
        return min((second for second in seconds if second is not None), default=None)

    def drafts(self, offers: Iterable[Offer]) -> list[Draft]:
        """Return one draft for each line and each group of its languages with one and the same.

        Languages are together where nothing sets them apart: state, next change and grounds.
        """
        found: list[Draft] = []
        for one in offers:
            # Rows of one line are few and mostly share their hours: what was told of the same
            # object is the same object, and only what was told of others is compared.
            groups: list[tuple[HoursTold, object, list[OfferedLanguage]]] = []
            for spoken in one.languages:
                told = self.told(spoken.hours)
                if one.dates is not None:
                    told = self._within(one.dates, spoken.hours, told)
                service = self.service(spoken)
                for other, alike, group in groups:  # few; comparing is cheaper than hashing
                    if alike == service and (other is told or other == told):
                        group.append(spoken)
                        break
                else:
                    groups.append((told, service, [spoken]))
            found.extend(self.draft(one, told, group) for told, _, group in groups)
        return found

    def service(self, one: OfferedLanguage) -> object:
        """Return what is equal for languages that are one option where hours are told alike."""
        return one.mode, one.limits, one.refused, self._promise(one)

    def _promise(self, one: OfferedLanguage) -> object:
        """Return what is equal where the same is promised, and counted on the same hours."""
        if one.promised is None:
            return None
        return kept(one.promised, one.working.line, self._zones_of(one))

    def _within(self, dates: Dates, hours: LanguageHours, told: HoursTold) -> HoursTold:
        """Return what is to be said of *hours* of a line that is there on some days only."""
        state = dates.state_at(self._second, told.state)
        coming = upcoming_within(dates, hours, told.coming, self._second, state)
        said = told.reasons
        # Before its first day and after its last a line is closed, whatever its hours are then.
        if state != told.state:  # what the rule says is not what the dates leave of it
            said = tuple(self._grounds(self.judge(hours)._replace(state=state), agreed=False))
        return HoursTold(state, coming, said, told.caveats)

    def told(self, hours: LanguageHours) -> HoursTold:
        """Return what is to be said of *hours*, whichever line they are of."""
        key = id(hours)
        told = self._tellings.get(key)
        if told is None:
            judgement = self.judge(hours)
            coming = upcoming(hours, judgement, self._second)
            reasons, caveats = tuple(self._grounds(judgement)), tuple(self._caveats(judgement))
            told = self._tellings[key] = HoursTold(judgement.state, coming, reasons, caveats)
        return told

    def draft(self, one: Offer, told: HoursTold, group: list[OfferedLanguage]) -> Draft:
        """Return languages of an offer of which the same is told, as one option."""
        wanted = [spoken for spoken in group if spoken.wanted is not None]
        best = min(wanted, key=lambda spoken: spoken.rank or 0) if wanted else None
        tags = tuple(spoken.tag for spoken in group if spoken.tag is not None)
        ranks = [spoken.rank for spoken in group if spoken.rank is not None]
        coming = told.coming
        changes_at = second_to_instant(coming.changes_at) if coming.changes_at is not None else None
        line, way = one.line, one.way
        spoken = best if best is not None else group[0]
        limits = _narrower(one.limits, spoken.limits) if spoken.limits else one.limits
        menu = NO_STEPS
        if one.steps:
            of_line = (*(row.tag for row in one.languages), *line.languages)
            menu = steps_in(one.steps, tags, best.wanted if best is not None else None, of_line)
        said = [*one.caveats, *told.caveats, *self._of_dates(one, coming)]
        said += [caveats.not_for(self._plan.facts, *each) for each in spoken.refused]
        promised = spoken.promised
        if promised is not None and promised.within is None:
            said.append(caveats.reply_depends(self._plan.facts, promised.depends_on))
        option = Option(
            line=line,
            channel=line.channel,
            mode="live" if line.is_live else "message",
            desk=one.desk,
            desks=one.desks,
            desk_names=tuple(words_of(self._plan.facts, "desk", desk) for desk in one.desks),
            number=way.number,
            published_as=line.published_as,
            dial=way.dial,
            tel_uri=way.tel_uri,
            uri=with_keys(way, line, menu.steps) if menu.is_certain else way.uri,
            contact=way.contact,
            via=line.via,
            steps=menu.steps,
            kind=line.kind,
            cost=way.cost,
            language=best.wanted if best is not None else None,
            language_mode=spoken.mode,
            languages=tags,
            hours=joined(one.hours_of(each) for each in ([best] if best else group)),
            day=self._day,
            state=told.state,
            changes_at=changes_at,
            next_state=coming.state,
            next_reason=reasons.named_day(coming.why) if coming.why is not None else None,
            reply_by=None,
            reasons=(one.reason, self._language(one, best, tags), *told.reasons),
            caveats=tuple(said),
        )
        opens_at = changes_at if coming.opens else None
        return Draft(
            option,
            one,
            min(ranks) if ranks else None,
            opens_at,
            (OptionHours(line, spoken.hours, limits),),
            limits,
            spoken.mode,
            promised,
            spoken.working.line if promised is not None else None,
            self._zones_of(spoken) if promised is not None else (),
            one.besides,
        )

    def _zones_of(self, spoken: OfferedLanguage) -> tuple[str, ...]:
        """Return the zones by whose calendars days of the hours are counted."""
        clocks = spoken.working.clocks or (CALLER,)
        local = self._plan.caller.local_zones or ("UTC",)
        zones = (zone for clock in clocks for zone in (local if clock == CALLER else (clock,)))
        return tuple(dict.fromkeys(zones))

    def _language(self, one: Offer, best: OfferedLanguage | None, tags: tuple[str, ...]) -> Reason:
        """Return the reason that names the language that is meant, or all *tags*."""
        wanted = best is not None
        if not tags and one.line.speaks_any:
            return reasons.any_language(one.line.language_modes[ANY_LANGUAGE])
        if best is not None and best.mode in _NOT_NATIVE:
            return reasons.language_by(best.tag or "", best.mode)
        meant = (best.tag,) if best is not None and best.tag is not None else tags
        asked = bool(self._plan.caller.languages)
        others = (row.tag for row in one.languages if row.wanted is not None and row.tag)
        also = () if wanted or not asked else tuple(others)
        return reasons.language(
            meant, wanted=wanted, assumed=one.is_assumed, asked=asked, also=also
        )

    def _of_dates(self, one: Offer, coming: Upcoming) -> Iterable[Caveat]:
        """Yield what the dates of a line say: that it ceases, that its facts are old."""
        ceases = one.dates.ceases if one.dates is not None else None
        if ceases is not None and coming.changes_at in (None, *ceases):
            yield caveats.line_ends(one.line)
        yield from self._age(one)

    def _age(self, one: Offer) -> tuple[Caveat, ...]:
        """Return the caveat of a line that nobody has compared with its source for long."""
        if self._second < one.confirmed_until:
            self._expiries.append(one.confirmed_until)
            return ()
        return (caveats.not_confirmed(self._plan.facts.read_on(one.line.source)),)

    def _grounds(self, judgement: Judgement, *, agreed: bool = True) -> Iterable[Reason]:
        if not judgement.deciding:
            return (reasons.hours_not_stated(self._plan.caller),)
        agreed = agreed and not (judgement.by_zone or judgement.by_reply)
        return [
            self._ground(ground, judgement.state, agreed=agreed) for ground in judgement.deciding
        ]

    def _ground(self, ground: Basis, state: State, *, agreed: bool) -> Reason:
        if not ground.is_stated:
            return reasons.day_not_stated(ground.tier)
        if ground.rule is NOT_SAID and ground.why is None:
            return reasons.hours_not_stated(self._plan.caller)
        if ground.rule is MESSAGES and ground.why is None:
            return reasons.takes_messages()
        if ground.rule.after is not None:
            return reasons.after_line(ground, called(self._plan, ground.rule.after), state)
        return reasons.hours(ground, state, agreed=agreed)

    def _caveats(self, judgement: Judgement) -> list[Caveat]:
        found = [one for ground in judgement.deciding for one in caveats.of_rule(ground)]
        found = list(dict.fromkeys(found))
        if judgement.by_reply:
            found.append(caveats.replies_disagree(self._plan.facts, judgement.by_reply))
        if judgement.by_zone:
            found.append(caveats.zones_disagree(judgement.by_zone))
        if judgement.first_zone is not None:
            found.append(caveats.zone_changes_first(judgement.first_zone))
        return found
