"""What to know before relying on an answer: one function for each code of a caveat."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Iterable, Mapping, Sequence

from supportlines.directory import CALLER, NOT_STATED
from supportlines.lookup.answer import Caveat
from supportlines.lookup.conditions import name_of, question_of
from supportlines.places.parts import lies_in
from supportlines.words import Values

if TYPE_CHECKING:
    from datetime import date

    from supportlines.directory import Facts, Line, Region, Rule
    from supportlines.hours import HolidayOfParts, State
    from supportlines.lookup.answer import Caller, Reason
    from supportlines.lookup.conditions import Limits, Replies
    from supportlines.lookup.rule_hours import Basis
    from supportlines.lookup.speaking import DayReason

HOLIDAYS = Caveat("holidays_not_considered")
HOLIDAYS_NOT_STATED = Caveat("holidays_not_stated")
LANDLINE_ONLY = Caveat("landline_only")
MOBILE_ONLY = Caveat("mobile_only")
_BY_PHONE = {"landline": LANDLINE_ONLY, "mobile": MOBILE_ONLY}


# Of the answer as a whole.

OF_HOURS = frozenset(
    [
        "holidays_not_considered",
        "holidays_not_stated",
        "not_confirmed",
        "part_of_holidays_not_stated",
        "subdivision_not_given",
        "time_zone_not_given",
    ]
)
"""Codes of what is not sure of hours: those of the best option concern the whole answer."""


def country_not_named(caller: Caller, regions: Sequence[Region]) -> Caveat:
    """The country belongs to its region by the sense of the page only."""
    ids, names = tuple(one.id for one in regions), tuple(one.name for one in regions)
    return Caveat("country_not_named", Values(country=caller.country, regions=ids, names=names))


def not_listed(
    caller: Caller, before: date | None = None, after: date | None = None, *, of_part: bool = False
) -> Caveat:
    """The country, or the caller's part of it, is in no region, or none of its lines is there."""
    part = f"{caller.country}-{caller.subdivision}" if of_part and caller.subdivision else None
    values = Values(country=caller.country, part=part, before=before, after=after)
    return Caveat("no_line_listed", values)


def desk_not_listed(caller: Caller, before: date | None, after: date | None) -> Caveat:
    """The country has lines, but none of the desk that was asked for."""
    return Caveat("desk_not_listed", Values(desk=caller.desk, before=before, after=after))


def nothing_dialable(caller: Caller) -> Caveat:
    """There are lines, but none for where the phone stands."""
    values = Values(**{"from": caller.calling_from}, desk=caller.desk)
    return Caveat("nothing_dialable", values)


def not_available(reason: Reason) -> Caveat:
    """The directory says that it does not serve this caller."""
    return Caveat(reason.code, reason.values)


def channel_not_listed(caller: Caller) -> Caveat:
    """There are lines, but none of a channel that was asked for."""
    return Caveat("channel_not_listed", Values(country=caller.country, channels=caller.channels))


def nothing_usable(caller: Caller) -> Caveat:
    """There are lines, but what is published of them cannot be used."""
    return Caveat("nothing_usable", Values(desk=caller.desk))


def wanted_language_missing(caller: Caller) -> Caveat:
    """No line is listed for any of the caller's languages."""
    return Caveat("wanted_language_missing", Values(languages=caller.languages, desk=caller.desk))


def time_zone_unknown(caller: Caller) -> Caveat:
    """The country has no zone to take local time from."""
    return Caveat("time_zone_unknown", Values(country=caller.country))


def time_zone_outside(caller: Caller) -> Caveat:
    """The caller's zone is none of the country's."""
    values = Values(country=caller.country, time_zone=caller.time_zone)
    return Caveat("time_zone_outside_country", values)


def time_zone_fixed(caller: Caller) -> Caveat:
    """The directory says what local time means in this country."""
    values = Values(country=caller.country, time_zone=caller.time_zone, fixed=caller.local_zones[0])
    return Caveat("time_zone_fixed", values)


# Of the hours.


def zones_disagree(by_zone: Sequence[tuple[str, State]]) -> Caveat:
    """The caller's zone is not known, and it matters."""
    return Caveat("time_zone_not_given", _by_state(by_zone))


def replies_disagree(facts: Facts, by_reply: Sequence[tuple[Replies, State]]) -> Caveat:
    """Something else decides, such as how bad it is, and the caller did not say."""
    names = tuple(name for name, _ in by_reply[0][0])
    if names == ("severity",):
        return Caveat(
            "severity_not_given", _by_state([(given[0][1], state) for given, state in by_reply])
        )
    words = [
        (", ".join(name_of(facts, name, value) for name, value in given), state)
        for given, state in by_reply
    ]
    asked = tuple(question_of(facts, name) for name in names)
    return Caveat("facet_not_given", Values(facets=names, names=asked, **_by_state(words)))


def only_for(facts: Facts, name: str, values: Sequence[str]) -> Caveat:
    """The line is for some callers only, and nothing tells whether this is one of them."""
    names = tuple(name_of(facts, name, value) for value in values)
    return Caveat("only_for", Values(facet=name, values=tuple(values), names=names))


def not_for(facts: Facts, replies: Sequence[tuple[str, str]], note: str | None = None) -> Caveat:
    """Who is all of this is not served; where one thing alone decides, who is any of it.

    Without a *note* they are in other regions, whose lines and hours are theirs.
    """
    names = tuple(name_of(facts, name, value) for name, value in replies)
    facets = tuple(dict.fromkeys(name for name, _ in replies))
    values = tuple(value for _, value in replies)
    return Caveat("not_for", Values(facets=facets, values=values, names=names, note=note))


def not_in_parts(facts: Facts, own: Limits, refused: Iterable[tuple[Limits, str]]) -> list[Caveat]:
    """Callers in parts of the country are not served, each time with a note that says why.

    What the line's *own* limits are for, inside of those parts, is no part of that.
    """
    mine = dict(own).get("subdivision", ())
    by_note: dict[str, dict[str, None]] = {}
    for limits, note in refused:
        theirs = [one for one in limits if one not in own]
        if [name for name, _ in theirs] == ["subdivision"]:
            parts = theirs[0][1]
            if not any(lies_in(one, parts) for one in mine):
                by_note.setdefault(note, {}).update(dict.fromkeys(parts))
    return [
        not_for(facts, [("subdivision", part) for part in parts], note)
        for note, parts in by_note.items()
    ]


def only_from_parts(parts: Sequence[str]) -> Caveat:
    """The number is reached from some parts of the country only."""
    return Caveat("only_from_parts", Values(parts=tuple(parts)))


def must_be_said(facts: Facts, names: Sequence[str], *, more: bool) -> Caveat:
    """Nothing can be offered, or nothing *more*, before the caller says something."""
    asked = tuple(question_of(facts, name) for name in names)
    return Caveat("must_be_said", Values(facets=tuple(names), names=asked, more=more or None))


def reply_depends(facts: Facts, names: Sequence[str]) -> Caveat:
    """Until when an answer comes depends on what was not said."""
    asked = tuple(question_of(facts, name) for name in names)
    return Caveat("reply_depends", Values(facets=tuple(names), names=asked))


def via(line: Line) -> Caveat:
    """Somebody else answers first."""
    return Caveat("via", Values(via=line.via))


def perhaps(why: DayReason) -> Caveat:
    """It is not known whether what is named still holds, or makes a difference."""
    code = "end_not_known" if why.perhaps == "end" else "holiday_not_stated"
    return Caveat(code, Values(why=why.text if why.days is None else None))


def facet_not_listed(facts: Facts, caller: Caller, names: Sequence[str]) -> Caveat:
    """The country has lines, but none for what the caller said of themselves."""
    said = [(name, caller.said(name) or "") for name in names]
    words = tuple(name_of(facts, name, value) for name, value in said)
    return Caveat("facet_not_listed", Values(facets=tuple(names), names=words, desk=caller.desk))


def _by_state(states: Sequence[tuple[str, State]]) -> Values:
    found: dict[str, tuple[str, ...]] = {}
    for name, state in states:
        found[state] = (*found.get(state, ()), name)
    return Values(**found)


def zone_changes_first(zone: str) -> Caveat:
    """The state is the same everywhere, until when it lasts is not."""
    return Caveat("time_zone_matters", Values(time_zone=zone))


def part_disagrees(ground: Basis, holiday: HolidayOfParts) -> Caveat:
    """Some parts of the country keep a holiday, and nobody said which part is meant."""
    parts: dict[str, Any] = {
        "holiday": holiday.name,
        "parts": tuple(holiday.parts),
        "other_parts": tuple(holiday.others),
    }
    if ground.rule.holidays in (CALLER, NOT_STATED):
        one = next(code for code in (*holiday.parts, *holiday.others) if "-" in code)
        return Caveat("subdivision_not_given", Values(**parts, such_as=one))
    return Caveat("part_of_holidays_not_stated", Values(**parts))


def hours_inferred(rule: Rule) -> Caveat:
    """The hours are a reading of what is printed."""
    return Caveat("hours_inferred", Values(confidence=rule.confidence))


def of_rule(ground: Basis) -> list[Caveat]:
    """What a rule brings along when a state rests on it."""
    rule = ground.rule
    found = [note(text) for text in rule.notes]
    if rule.confidence != "high":
        found.append(hours_inferred(rule))
    if ground.of_parts is not None:
        found.append(part_disagrees(ground, ground.of_parts))
    if ground.why is not None and ground.why.perhaps is not None:
        found.append(perhaps(ground.why))
    if ground.names_holidays and not ground.holidays_known:
        found.append(HOLIDAYS)
    elif ground.leaves_days_out and not ground.names_holidays:
        found.append(HOLIDAYS_NOT_STATED)
    return found


# Of the line and its number.


def note(text: str) -> Caveat:
    """A note of the directory, as it stands there."""
    return Caveat("note", Values(note=text))


def guess(text: str | None) -> Caveat:
    """The option is a guess for a country that is not listed."""
    return Caveat("guess", Values(note=text))


def language_assumed(tags: Sequence[str | None]) -> Caveat:
    """The line's languages are not stated, the directory assumes some."""
    known = tuple(tag for tag in tags if tag is not None)
    return Caveat("language_assumed", Values(languages=known))


def language_inferred(line: Line) -> Caveat:
    """The line's languages are a reading of what is printed."""
    return Caveat("language_inferred", Values(confidence=line.languages_confidence))


def line_turns(line: Line) -> Caveat:
    """In one of the caller's possible zones it is a day on which the line is not there."""
    return Caveat("line_turns", Values(**{"from": line.valid_from, "until": line.valid_until}))


def line_ends(line: Line) -> Caveat:
    """The line ceases before anything else changes."""
    return Caveat("line_ends", Values(until=line.valid_until))


def not_confirmed(read_on: date) -> Caveat:
    """The facts are old."""
    return Caveat("not_confirmed", Values(since=read_on))


def of_number(line: Line) -> list[Caveat]:
    """What the number's own record says of itself."""
    found = []
    if line.number_confidence != "high":
        found.append(Caveat("number_doubtful", Values(confidence=line.number_confidence)))
    if line.correction is not None:
        one = line.correction
        values = Values(text=one.text, confidence=one.confidence, reason=one.reason)
        found.append(Caveat("corrected", values))
    number = line.number
    if number is not None and number.surplus:
        found.append(Caveat("number_note", Values(surplus=number.surplus)))
    if number is not None and number.without_prefix:
        values = Values(read=number.e164, calling_code=number.calling_code)
        found.append(Caveat("number_note", values))
    found.extend(note(text) for text in line.notes)
    return found


def carrier_prefix(dial: str) -> Caveat:
    """The keys depend on the caller's carrier (Brazil, Korea, …)."""
    prefix = "international" if dial.startswith("+") else "national"
    return Caveat("carrier_prefix", Values(prefix=prefix))


def trunk_prefix_unknown(calling_from: str) -> Caveat:
    """The numbering plan does not say what goes before the number at home."""
    return Caveat("trunk_prefix_unknown", Values(**{"from": calling_from}))


def reached_from(ways: Sequence[Limits]) -> list[Caveat]:
    """With which phones and carriers a number is reached for whose callers these are the limits.

    What one of them limits and another does not is no limit.
    """
    if not all(ways):
        return []
    rows = [dict(limits) for limits in ways]
    through = {phone: _carriers(rows, phone) for phone in _BY_PHONE}
    found = [_BY_PHONE[phone] for phone, names in through.items() if names is not None]
    named = {phone: names for phone, names in through.items() if names is not None}
    if len(found) == len(_BY_PHONE):
        found = []
    if not any(named.values()):
        return found
    values = Values(**named)
    if len({frozenset(names) for names in named.values()}) == 1:
        values = Values(carriers=next(iter(named.values())))
    return [*found, Caveat("carriers_only", values)]


def _carriers(rows: Sequence[Mapping[str, tuple[str, ...]]], phone: str) -> tuple[str, ...] | None:
    """Return the carriers through which a *phone* reaches a number: none named means all.

    The result is None where the number is not for such phones.
    """
    through = [row.get("carrier", ()) for row in rows if phone in row.get("phone", (phone,))]
    if not through:
        return None
    if not all(through):
        return ()
    return tuple(dict.fromkeys(name for row in through for name in row))
