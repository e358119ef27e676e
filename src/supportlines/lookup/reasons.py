"""Why a line is, or is not, among the options: one function for each code of a reason."""

from __future__ import annotations

from typing import TYPE_CHECKING, Callable, Sequence

from supportlines.directory import CALLER, NOT_STATED
from supportlines.lookup.answer import Reason
from supportlines.lookup.histories import NOT_SAID
from supportlines.words import NOTHING, Values

if TYPE_CHECKING:
    from supportlines.directory import Line, Region, Rule
    from supportlines.hours import State
    from supportlines.lookup.answer import Caller
    from supportlines.lookup.rule_hours import Basis
    from supportlines.lookup.speaking import DayReason

_NAMED = 4
"""Of so many countries each is named; of more, the caller's own and how many they are."""


_ALL_NAMED = 40
"""Of more countries in which a number can be dialled only that is told where it cannot."""

# Why a line is withheld.


def unusable(line: Line) -> Reason:
    """The published text gives nothing to dial."""
    return Reason("number_unusable", Values(note=line.unusable), line.published_as)


def not_dialable(line: Line, standing: str, allowed: Sequence[str]) -> Reason:
    """The number cannot be dialled from where the phone stands."""
    few = tuple(allowed) if 0 < len(allowed) <= _ALL_NAMED else None
    values = Values(**{"from": standing}, only=few)
    return Reason("not_dialable_from_there", values, line.published_as)


def not_by_phone(line: Line) -> Reason:
    """The caller's phone or carrier does not reach the number."""
    values = Values(phone=line.dialable_by, carriers=line.carriers or None)
    return Reason("not_by_this_phone", values, line.published_as)


def not_available(rule: Rule) -> Reason:
    """The directory says that it does not serve this caller."""
    return Reason("not_available", Values(note=rule.not_available), rule.published_as)


def takes_messages() -> Reason:
    """Messages can be left at any time; nobody answers while one waits."""
    return Reason("takes_messages")


def after_line(ground: Basis, other: str, state: State) -> Reason:
    """The hours are those in which another line is closed."""
    rule = ground.rule
    hours = None if rule.hours.is_always else str(rule.hours)
    values = Values(
        tier=ground.tier,
        hours=hours,
        holidays=_holidays_of(rule),
        after=other,
        state=state,
        **_why(ground.why),
    )
    return Reason("hours_after", values, rule.published_as)


def another_number(line: Line, other: Line, standing: str) -> Reason:
    """The digits ring somebody else where the phone stands."""
    number = line.number
    values = Values(
        **{"from": standing},
        digits="" if number is None else number.grouped,
        other=other.label or other.id,
        only=() if number is None else number.exists_in,
    )
    return Reason("number_of_another_line", values, line.published_as)


# Why a line is an option.


def own_line(line: Line, caller: Caller, parts: tuple[str, ...] = ()) -> Reason:
    """The source lists the line for the caller's country alone, or for *parts* of it alone."""
    values = Values(country=caller.country, parts=parts or None)
    return Reason("own_line", values, line.label_published_as)


def wider_line(line: Line, region: Region, caller: Caller) -> Reason:
    """The source lists the line for several countries, or for a whole region."""
    values = _with_others(line, caller) if line.serves else _of_region(region)
    return Reason("wider_line", values, line.label_published_as)


def country_fallback(line: Line, caller: Caller) -> Reason:
    """The country's own line for when the first choice cannot be reached."""
    values = Values(country=caller.country, when=line.fallback_when)
    return Reason("country_fallback", values, line.label_published_as)


def region_fallback(line: Line, region: Region, caller: Caller) -> Reason:
    """The line of several countries, or of the region, for that."""
    is_listed = caller.country in line.serves
    where = _with_others(line, caller) if is_listed else _of_region(region)
    values = Values(**where, when=line.fallback_when)
    return Reason("region_fallback", values, line.label_published_as)


def _of_region(region: Region) -> Values:
    return Values(region=region.id, name=region.name)


def _with_others(line: Line, caller: Caller) -> Values:
    """Return the countries that *line* states, the caller's first; of many, how many others."""
    others = [code for code in line.serves if code != caller.country]
    if len(line.serves) <= _NAMED:
        return Values(countries=(caller.country, *others))
    return Values(country=caller.country, others=len(others))


def language(
    tags: tuple[str, ...],
    *,
    wanted: bool,
    assumed: bool,
    asked: bool,
    also: tuple[str, ...] = (),
) -> Reason:
    """Why this language: *tags* are those that are meant, *also* what the line has at other times.

    The latter are languages that the caller wants.
    """
    if not tags:
        return Reason("language_unknown", NOTHING)
    if assumed:
        return Reason("language_assumed", Values(languages=tags))
    if also:
        return Reason("language_beside", Values(languages=tags, also=also))
    code = "language_wanted" if wanted else "language_other" if asked else "language_stated"
    return Reason(code, Values(languages=tags))


def language_by(tag: str, mode: str | None) -> Reason:
    """The language is served by an interpreter, or as well as somebody can."""
    return Reason("language_by", Values(languages=(tag,), mode=mode))


def any_language(mode: str) -> Reason:
    """Every language is served in the same way."""
    return Reason("any_language", Values(mode=mode))


def hours(ground: Basis, state: State, *, agreed: bool) -> Reason:
    """Why open, closed or unknown: the rule that decides, and the day's own reason.

    Where zones or severities do not agree, the state is not that of the rule.
    """
    rule = ground.rule
    parts = ground.of_parts
    values = Values(
        tier=ground.tier,
        hours=None if rule is NOT_SAID else str(rule.hours),
        time_zone=None if rule.hours.is_always else rule.time_zone,
        holidays=_holidays_of(rule),
        state=state,
        agreed=None if agreed else False,
        **(_why(ground.why) if parts is None else Values()),
        holiday=parts.name if parts is not None else None,
        parts=tuple(parts.parts) if parts is not None else None,
        other_parts=tuple(parts.others) if parts is not None else None,
    )
    return Reason(f"hours_{state}", values, rule.published_as)


def _holidays_of(rule: Rule) -> str | None:
    """Return whose public holidays *rule* speaks of, unless they are the caller's own."""
    is_theirs = rule.hours.names_holidays and rule.holidays not in (CALLER, NOT_STATED)
    return rule.holidays if is_theirs else None


def named_day(why: DayReason) -> Reason:
    """What makes a day to come another one: its holiday, an exception, a comment."""
    if why.perhaps == "parts":
        return Reason("day_of_parts", _why(why))
    return Reason("end_not_known" if why.perhaps == "end" else "named_day", _why(why))


def new_hours(tier: str, rules: Sequence[Rule], called: Callable[[str], str]) -> Reason:
    """What the hours are from then on: those of *rules*.

    Args:
        tier: Id of the tier that is meant.
        rules: What holds then.
        called: Returns what a line is called that some of them wait for.
    """
    waiting = [rule for rule in rules if rule.after is not None]
    own = [rule for rule in rules if rule.after is None]
    zones = {rule.time_zone for rule in own if not rule.hours.is_always}
    texts = dict.fromkeys(rule.published_as for rule in rules)
    after = dict.fromkeys(called(rule.after) for rule in waiting if rule.after is not None)
    values = Values(
        tier=tier,
        hours=_all_hours(own),
        time_zone=next(iter(zones)) if len(zones) == 1 else None,
        after=" and ".join(after) or None,
        after_hours=_all_hours([rule for rule in waiting if not rule.hours.is_always]),
    )
    return Reason("new_hours", values, next(iter(texts)) if len(texts) == 1 else None)


def _all_hours(rules: Sequence[Rule]) -> str | None:
    return " and ".join(dict.fromkeys(str(rule.hours) for rule in rules)) or None


def line_ends(line: Line, followed_by: str | None = None) -> Reason:
    """The source lists the line until some day, and no longer; what another one is called."""
    return Reason("line_ends", Values(until=line.valid_until, followed_by=followed_by))


def _why(why: DayReason | None) -> Values:
    if why is None:
        return NOTHING
    if why.days is None:
        return Values(why=why.text)
    return Values(**{"from": why.days[0], "until": why.days[1]})


def day_not_stated(tier: str) -> Reason:
    """The rules end before this day, or begin after it."""
    return Reason("hours_not_stated", Values(tier=tier, missing="day"))


def hours_not_stated(caller: Caller) -> Reason:
    """No rule speaks of this language and tier."""
    return Reason("hours_not_stated", Values(tier=caller.tier, missing="language"))
