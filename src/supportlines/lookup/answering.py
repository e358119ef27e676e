"""A plan and an instant become an answer."""

from __future__ import annotations

from typing import TYPE_CHECKING, Iterable

from supportlines.hours import second_to_instant
from supportlines.lookup import wording
from supportlines.lookup.answer import Answer, Option
from supportlines.lookup.merge import Draft, merged
from supportlines.lookup.order import in_order
from supportlines.lookup.plan import Stretch

if TYPE_CHECKING:
    from datetime import datetime

    from supportlines.lookup.answer import Caveat, Reason
    from supportlines.lookup.plan import Plan, Prepared, Spoken
    from supportlines.lookup.spoken_hours import Ground, Judgement, SpokenHours


_OF_THE_WHOLE = frozenset(
    [
        "holidays_not_considered",
        "not_confirmed",
        "part_of_holidays_not_stated",
        "subdivision_not_given",
        "time_zone_not_given",
    ]
)


def answer(plan: Plan, at: datetime, second: int) -> Answer:
    """Return who can be called at *second* (POSIX seconds of the aware instant *at*)."""
    stretch = _stretch(plan, second)
    return Answer(
        at=at,
        caller=plan.caller,
        state=stretch.options[0].state if stretch.options else "no_line",
        options=stretch.options,
        withheld=plan.withheld,
        guesses=stretch.guesses,
        caveats=stretch.caveats,
        data=plan.data,
    )


def _stretch(plan: Plan, second: int) -> Stretch:
    """Return what holds at *second*, remembered from an earlier question if nothing changed."""
    kept = plan.stretches
    for stretch in tuple(kept):
        if stretch.start <= second and (stretch.end is None or second < stretch.end):
            return stretch
    judge = _Judge(plan, second)
    options = tuple(in_order(merged(judge.drafts(plan.options))))
    guesses = tuple(in_order(merged(judge.drafts(plan.guesses))))
    caveats = list(plan.caveats)
    for option in options:
        for caveat in option.caveats:
            if caveat.code in _OF_THE_WHOLE and caveat not in caveats:
                caveats.append(caveat)
    stretch = Stretch(second, judge.holds_until, options, guesses, tuple(caveats))
    kept.appendleft(stretch)
    return stretch


class _Judge:
    """Asks the hours of one instant; lines that share hours are asked once."""

    def __init__(self, plan: Plan, second: int) -> None:
        self._plan = plan
        self._second = second
        self._judged: dict[int, Judgement] = {}
        self._expiries: list[int | None] = []

    def judge(self, hours: SpokenHours) -> Judgement:
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

    def drafts(self, prepared: Iterable[Prepared]) -> list[Draft]:
        """Return one draft for each line and each state that its languages have."""
        found: list[Draft] = []
        for one in prepared:
            by_state: dict[str, list[Spoken]] = {}
            for spoken in one.spoken:
                by_state.setdefault(self.judge(spoken.hours).state, []).append(spoken)
            found.extend(self._draft(one, group) for group in by_state.values())
        return found

    def _draft(self, one: Prepared, group: list[Spoken]) -> Draft:
        caller = self._plan.caller
        wanted = [spoken for spoken in group if spoken.wanted is not None]
        best = min(wanted, key=lambda spoken: spoken.rank or 0) if wanted else None
        tags = tuple(spoken.tag for spoken in group if spoken.tag is not None)
        if best is not None and best.tag is not None:
            meant: tuple[str, ...] = (best.tag,)
            judgement = self.judge(best.hours)
        else:
            meant = tags
            judgement = self.judge(
                group[0].hours
                if len(group) == 1
                else one.together(tuple(spoken.tag for spoken in group), self._plan)
            )
        reason = wording.language(
            meant, wanted=best is not None, assumed=one.assumed, asked=bool(caller.languages)
        )
        ranks = [spoken.rank for spoken in group if spoken.rank is not None]
        change = judgement.changes_at
        if one.ends_at is not None and (change is None or change > one.ends_at):
            change = one.ends_at
        option = Option(
            line=one.line,
            number=one.number,
            published_as=one.line.published_as,
            dial=one.dial,
            tel_uri=one.tel_uri,
            kind=one.line.kind,
            cost=one.cost,
            language=best.wanted if best is not None else None,
            languages=tags,
            state=judgement.state,
            changes_at=second_to_instant(change) if change is not None else None,
            reasons=(one.reason, reason, *self._grounds(judgement)),
            caveats=(*one.caveats, *self._caveats(judgement), *self._age(one)),
        )
        return Draft(option, one, min(ranks) if ranks else None)

    def _age(self, one: Prepared) -> tuple[Caveat, ...]:
        """Return the caveat of a line that nobody has compared with its source for long."""
        if self._second < one.confirmed_until:
            self._expiries.append(one.confirmed_until)
            return ()
        return (wording.not_confirmed(self._plan.directory.read_on(one.line.source)),)

    def _grounds(self, judgement: Judgement) -> Iterable[Reason]:
        plan = self._plan
        if not judgement.deciding:
            return (wording.hours_not_stated(plan.caller),)
        found = []
        for ground in judgement.deciding:
            key = (id(ground.rule), ground.tier, judgement.state, ground.why, ground.of_parts)
            if key not in plan.rule_reasons:
                reason = wording.hours(ground, judgement.state)
                plan.rule_reasons[key] = reason
            found.append(plan.rule_reasons[key])
        return found

    def _caveats(self, judgement: Judgement) -> list[Caveat]:
        found: list[Caveat] = []
        for ground in judgement.deciding:
            for caveat in self._of_ground(ground):
                if caveat not in found:
                    found.append(caveat)
        if judgement.by_zone:
            found.append(wording.zones_disagree(judgement.by_zone))
        if judgement.first_zone is not None:
            found.append(wording.zone_changes_first(judgement.first_zone))
        return found

    def _of_ground(self, ground: Ground) -> tuple[Caveat, ...]:
        known = self._plan.rule_caveats
        key = (id(ground.rule), ground.holidays_known, ground.of_parts)
        if key not in known:
            known[key] = tuple(wording.of_rule(ground, self._plan.caller))
        return known[key]
