"""The sentences of an answer: one function for each reason and each caveat."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Iterable, Sequence

from supportlines.languages import language_name
from supportlines.lookup.answer import Caveat, Reason
from supportlines.places import country_name

if TYPE_CHECKING:
    from datetime import date

    from supportlines.directory import Line, Region, Rule
    from supportlines.hours import HolidayOfParts, State
    from supportlines.lookup.answer import Caller
    from supportlines.lookup.rule_hours import Ground

LOCALE = "en"
"""Sentences are English; renderers translate by code."""


def named(countries: Iterable[str]) -> str:
    """Return country names as a list: "France, Germany and Italy"."""
    return _listed([country_name(code, LOCALE) for code in countries])


def _listed(names: Sequence[str]) -> str:
    if len(names) <= 1:
        return "".join(names)
    return ", ".join(names[:-1]) + " and " + names[-1]


# Why a line is withheld.


def unusable(line: Line) -> Reason:
    """The published text gives nothing to dial."""
    text = line.unusable or "The source gives no number that can be dialled."
    return Reason("number_unusable", text, line.published_as)


def not_dialable(line: Line, standing: str, allowed: Sequence[str]) -> Reason:
    """The number cannot be dialled from where the phone stands."""
    where = country_name(standing, LOCALE)
    if not allowed:
        text = f"It cannot be dialled from {where}."
    else:
        text = f"It cannot be dialled from {where}, only from {named(allowed)}."
    return Reason("not_dialable_from_there", text, line.published_as)


def another_number(line: Line, other: Line, standing: str) -> Reason:
    """The digits ring somebody else where the phone stands."""
    where = country_name(standing, LOCALE)
    digits = "" if line.number is None else line.number.grouped
    allowed = () if line.number is None else line.number.exists_in
    text = (
        f"In {where} {digits} is the number of another line ({other.label or other.id}); "
        f"this one can be dialled from {named(allowed)} only."
    )
    return Reason("number_of_another_line", text, line.published_as)


# Why a line is an option.


def own_line(line: Line, caller: Caller) -> Reason:
    """The source lists the line for the caller's country alone."""
    text = f"The source lists this line for {country_name(caller.country, LOCALE)}."
    return Reason("own_line", text, line.label_published_as)


def wider_line(line: Line, region: Region, caller: Caller) -> Reason:
    """The source lists the line for several countries, or for a whole region."""
    text = f"The line serves {region.name}."
    if line.serves:
        text = f"The source lists this line for {_with_others(line, caller)}."
    return Reason("wider_line", text, line.label_published_as)


def country_fallback(line: Line, caller: Caller) -> Reason:
    """The country's own line for when the first choice cannot be reached."""
    text = _fallback(line, country_name(caller.country, LOCALE))
    return Reason("country_fallback", text, line.label_published_as)


def region_fallback(line: Line, region: Region, caller: Caller) -> Reason:
    """The line of several countries, or of the region, for that."""
    where = _with_others(line, caller) if caller.country in line.serves else region.name
    return Reason("region_fallback", _fallback(line, where), line.label_published_as)


_NAMED = 4
"""Of so many countries each is named; of more, the caller's own and how many they are."""


def _with_others(line: Line, caller: Caller) -> str:
    """Return the countries that *line* states, the caller's first."""
    others = [code for code in line.serves if code != caller.country]
    if len(line.serves) <= _NAMED:
        return named([caller.country, *others])
    return f"{country_name(caller.country, LOCALE)} and {len(others)} other countries"


def _fallback(line: Line, where: str) -> str:
    text = f"The line to fall back on in {where}"
    if line.fallback_when is None:
        return f"{text}."
    when = line.fallback_when.rstrip(".")
    return f"{text}, for when {when[0].lower()}{when[1:]}."


@lru_cache(maxsize=1024)
def language(tags: tuple[str, ...], *, wanted: bool, assumed: bool, asked: bool) -> Reason:
    """Why this language: *tags* are those of the line that are meant."""
    if not tags:
        return Reason("language_unknown", "The source does not say which language is spoken.")
    names = _listed([language_name(tag, LOCALE) for tag in tags])
    verb = "is" if len(tags) == 1 else "are"
    if assumed:
        return Reason("language_assumed", f"{names} {verb} assumed.")
    if wanted or not asked:
        code = "language_wanted" if wanted else "language_stated"
        return Reason(code, f"{names} {verb} spoken on this line.")
    text = f"The line is not listed for a wanted language, but for {names}."
    return Reason("language_other", text)


def hours(ground: Ground, state: State, *, agreed: bool) -> Reason:
    """Why open, closed or unknown: the rule that decides, and the day's own reason.

    Where zones or severities do not agree, the state is not that of the rule.
    """
    rule, tier = ground.rule, ground.tier
    if rule.hours.is_always:
        text = f"{tier}: {rule.hours}."
    elif rule.time_zone == "caller":
        text = f"{tier}: {rule.hours}, the caller's local time."
    else:
        text = f"{tier}: {rule.hours}, time of {rule.time_zone}."
    if ground.of_parts is not None:
        text += f" {state.capitalize()}: {kept_in(ground.of_parts)}."
    elif ground.why is not None:
        text += f" {state.capitalize()}: {ground.why}." if agreed else f" {ground.why}."
    return Reason(f"hours_{state}", text, rule.published_as)


def day_not_stated(tier: str) -> Reason:
    """The rules end before this day, or begin after it."""
    return Reason("hours_not_stated", f"{tier}: the source states no hours for this day.")


def hours_not_stated(caller: Caller) -> Reason:
    """No rule speaks of this language and tier."""
    text = f'The source does not say when this language is spoken for tier "{caller.tier}".'
    return Reason("hours_not_stated", text)


# What to know before relying on it.


def country_not_named(caller: Caller, regions: Sequence[Region]) -> Caveat:
    """The country belongs to its region by the sense of the page only."""
    name = country_name(caller.country, LOCALE)
    where = _listed([region.name for region in regions])
    return Caveat(
        "country_not_named",
        f"The source does not name {name}; it is read as part of {where}.",
    )


def language_assumed(tags: Sequence[str | None]) -> Caveat:
    """The line's languages are not stated, the directory assumes some."""
    names = _listed([language_name(tag, LOCALE) for tag in tags if tag is not None])
    return Caveat(
        "language_assumed",
        f"The source does not say which language is spoken; {names} is assumed.",
    )


def language_inferred(line: Line) -> Caveat:
    """The line's languages are a reading of what is printed."""
    return Caveat(
        "language_inferred",
        f"The language is a reading of the source (confidence: {line.languages_confidence}).",
    )


HOLIDAYS = Caveat(
    "holidays_not_considered",
    "Public holidays are not considered: their calendar is not installed, or does not know this "
    "country and year. On one, other hours may hold.",
)
HOLIDAYS_NOT_STATED = Caveat(
    "holidays_not_stated",
    "The hours do not mention public holidays: on one, the line may be closed.",
)


def kept_in(holiday: HolidayOfParts) -> str:
    """Return where a holiday of some parts of a country is kept: codes, as one types them.

    >>> from supportlines.hours import HolidayOfParts
    >>> kept_in(HolidayOfParts("Epiphany", ("DE-BW", "DE-BY", "DE-ST"), ("DE", "DE-BE")))
    'Epiphany is a public holiday in DE-BW, DE-BY and DE-ST'
    """
    keeping, others = _with_hyphen(holiday.parts), _with_hyphen(holiday.others)
    rest_keeps = len(keeping) < len(holiday.parts)
    if not keeping:
        where = "in the country as a whole, but in none of the parts with holidays of their own"
    elif len(keeping) <= _LISTED_PARTS:
        where = f"in {_listed([*keeping, _REST] if rest_keeps else keeping)}"
    elif rest_keeps and len(others) <= _LISTED_PARTS:
        where = f"in all parts of the country but {_listed(others)}"
    else:
        more = len(keeping) - _LISTED_PARTS
        parts = "part" if more == 1 else "parts"
        where = f"in {', '.join(keeping[:_LISTED_PARTS])} and {more} more {parts} of the country"
    return f"{holiday.name} is a public holiday {where}"


_LISTED_PARTS = 6
_REST = "the rest of the country"


def _with_hyphen(codes: Sequence[str]) -> list[str]:
    """Return *codes* without that of the country, which stands for what its parts leave."""
    return [code for code in codes if "-" in code]


def part_disagrees(ground: Ground, holiday: HolidayOfParts) -> Caveat:
    """Some parts of the country keep a holiday, and nobody said which part is meant."""
    if ground.rule.holidays == "caller":
        one = next(code for code in (*holiday.parts, *holiday.others) if "-" in code)
        return Caveat(
            "subdivision_not_given",
            "It depends on the caller's part of the country, which was not given: "
            f"{kept_in(holiday)}; give the part, such as {one}.",
        )
    return Caveat(
        "part_of_holidays_not_stated",
        "It depends on the part of the country whose public holidays count, which the directory "
        f"does not state: {kept_in(holiday)}.",
    )


def zones_disagree(by_zone: Sequence[tuple[str, State]]) -> Caveat:
    """The caller's zone is not known, and it matters."""
    parts = []
    for state in ("open", "unknown", "closed"):
        names = [zone for zone, one in by_zone if one == state]
        if names:
            parts.append(f"{state} in {_listed(names)}")
    return Caveat(
        "time_zone_not_given",
        f"It depends on the caller's time zone, which was not given: {'; '.join(parts)}.",
    )


def zone_changes_first(zone: str) -> Caveat:
    """The state is the same everywhere, until when it lasts is not."""
    return Caveat(
        "time_zone_matters",
        f"No time zone was given: {zone} is the first of the country's where this changes.",
    )


def time_zone_unknown(caller: Caller) -> Caveat:
    """The country has no zone to take local time from."""
    name = country_name(caller.country, LOCALE)
    return Caveat("time_zone_unknown", f"No time zone is known for {name}: give one.")


def time_zone_outside(caller: Caller) -> Caveat:
    """The caller's zone is none of the country's."""
    name = country_name(caller.country, LOCALE)
    return Caveat(
        "time_zone_outside_country",
        f"{caller.time_zone} is not a time zone of {name}; it is used all the same.",
    )


def time_zone_fixed(caller: Caller) -> Caveat:
    """The directory says what local time means in this country."""
    name = country_name(caller.country, LOCALE)
    return Caveat(
        "time_zone_fixed",
        f'"Local time" in {name} means {caller.local_zones[0]}; {caller.time_zone} is not used.',
    )


def _none_of_the_lines(caller: Caller) -> str:
    """Lines of other desks were not looked at."""
    if caller.desk is None:
        return "None of the lines"
    return f"None of the lines of desk {caller.desk}"


def nothing_dialable(caller: Caller) -> Caveat:
    """There are lines, but none for where the phone stands."""
    where = country_name(caller.calling_from, LOCALE)
    return Caveat("nothing_dialable", f"{_none_of_the_lines(caller)} can be dialled from {where}.")


def desk_not_listed(caller: Caller, before: date | None, after: date | None) -> Caveat:
    """The country has lines, but none of the desk that was asked for."""
    text = f"No line is listed for desk {caller.desk}{_on_this_day(before, after)}."
    return Caveat("desk_not_listed", text)


def _on_this_day(before: date | None, after: date | None) -> str:
    """Return what is added where there was a line until a day, or is one from a day on."""
    days = []
    if before is not None:
        days.append(f"there was one until {before.isoformat()}")
    if after is not None:
        days.append(f"there is one from {after.isoformat()}")
    return f" on this day; {' and '.join(days)}" if days else ""


def wanted_language_missing(caller: Caller) -> Caveat:
    """No line is listed for any of the caller's languages."""
    names = _listed([language_name(tag, LOCALE) for tag in caller.languages])
    text = f"{_none_of_the_lines(caller)} is listed for {names}."
    return Caveat("wanted_language_missing", text)


def not_listed(caller: Caller, before: date | None = None, after: date | None = None) -> Caveat:
    """The country is in no region of the directory, or no line of its regions is there."""
    name = country_name(caller.country, LOCALE)
    text = f"The source lists no line for {name}{_on_this_day(before, after)}."
    return Caveat("no_line_listed", text)


def guess(note: str | None) -> Caveat:
    """The option is a guess for a country that is not listed."""
    return Caveat("guess", note or "The source does not list this line for the caller's country.")


def severities_disagree(by_severity: Sequence[tuple[str, State]]) -> Caveat:
    """How bad it is decides, and the caller did not say."""
    parts = []
    for state in ("open", "unknown", "closed"):
        names = [f'"{name}"' for name, one in by_severity if one == state]
        if names:
            parts.append(f"{_STATE_WORDS[state]} for {_listed(names)}")
    return Caveat(
        "severity_not_given",
        f"It depends on the severity, which was not given: {'; '.join(parts)}.",
    )


_STATE_WORDS = {"open": "open", "unknown": "not known", "closed": "closed"}


def hours_inferred(rule: Rule) -> Caveat:
    """The hours are a reading of what is printed."""
    return Caveat(
        "hours_inferred",
        f"The hours are a reading of the published text (confidence: {rule.confidence}).",
    )


def of_rule(ground: Ground) -> list[Caveat]:
    """What a rule brings along when a state rests on it."""
    rule = ground.rule
    found = [Caveat("note", note) for note in rule.notes]
    if rule.confidence != "high":
        found.append(hours_inferred(rule))
    if ground.of_parts is not None:
        found.append(part_disagrees(ground, ground.of_parts))
    if ground.names_holidays and not ground.holidays_known:
        found.append(HOLIDAYS)
    elif ground.leaves_days_out and not ground.names_holidays:
        found.append(HOLIDAYS_NOT_STATED)
    return found


def line_turns(line: Line) -> Caveat:
    """In one of the caller's possible zones it is a day on which the line is not there."""
    days = []
    if line.valid_from is not None:
        days.append(f"from {line.valid_from.isoformat()}")
    if line.valid_until is not None:
        days.append(f"until {line.valid_until.isoformat()}")
    return Caveat(
        "line_turns",
        f"The line is listed {' '.join(days)}: whether that is today depends on the caller's"
        " time zone, which was not given.",
    )


def not_confirmed(read_on: date) -> Caveat:
    """The facts are old."""
    return Caveat(
        "not_confirmed",
        f"Nobody has compared this with its source since {read_on.isoformat()}.",
    )


def of_number(line: Line) -> list[Caveat]:
    """What the number's own record says of itself."""
    found = []
    if line.number_confidence != "high":
        text = f"The number is doubtful (confidence: {line.number_confidence})."
        found.append(Caveat("number_doubtful", text))
    if line.correction is not None:
        one = line.correction
        text = f'The source probably means "{one.text}" (confidence: {one.confidence}).'
        found.append(Caveat("corrected", f"{text} {one.reason}"))
    if line.number is not None:
        found.extend(Caveat("number_note", note) for note in line.number.notes)
    found.extend(Caveat("note", note) for note in line.notes)
    return found


LANDLINE_ONLY = Caveat("landline_only", "It can be dialled from landlines only.")
MOBILE_ONLY = Caveat("mobile_only", "It can be dialled from mobile phones only.")
_BY_PHONE = {
    "landline": ("landlines", LANDLINE_ONLY),
    "mobile": ("mobile phones", MOBILE_ONLY),
}


def reached_from(lines: Sequence[Line]) -> list[Caveat]:
    """With which phones and carriers a number is reached that stands on all of *lines*.

    What one of them limits and another does not is no limit.
    """
    if not any(line.dialable_by or line.carriers for line in lines):
        return []
    through = {phone: _carriers(lines, phone) for phone in _BY_PHONE}
    found = [_BY_PHONE[phone][1] for phone, names in through.items() if names is not None]
    ways = {phone: names for phone, names in through.items() if names is not None}
    if len(found) == len(_BY_PHONE):
        found = []
    if not any(ways.values()):
        return found
    if len({frozenset(names) for names in ways.values()}) == 1:
        text = f"It may be reached through {_listed(next(iter(ways.values())))} only."
        return [*found, Caveat("carriers_only", text)]
    parts = [
        f"from {_BY_PHONE[phone][0]} through {_listed(names)} only"
        for phone, names in ways.items()
        if names
    ]
    return [*found, Caveat("carriers_only", f"It may be reached {', '.join(parts)}.")]


def _carriers(lines: Sequence[Line], phone: str) -> tuple[str, ...] | None:
    """Return the carriers through which a *phone* reaches a number: none named means all.

    The result is None where the number is not for such phones.
    """
    rows = [line.carriers for line in lines if line.dialable_by in (None, phone)]
    if not rows:
        return None
    if not all(rows):
        return ()
    return tuple(dict.fromkeys(name for row in rows for name in row))


def line_ends(line: Line) -> Caveat:
    """The line ceases before anything else changes."""
    return Caveat("line_ends", f"The source lists this line until {line.valid_until} only.")


def carrier_prefix(dial: str) -> Caveat:
    """The keys depend on the caller's carrier (Brazil, Korea, …)."""
    if dial.startswith("+"):
        text = "The international prefix depends on the carrier: dial your carrier's for the +."
    else:
        text = "From another area a carrier's code goes before the number."
    return Caveat("carrier_prefix", text)


def trunk_prefix_unknown(calling_from: str) -> Caveat:
    """The numbering plan does not say what goes before the number at home."""
    where = country_name(calling_from, LOCALE)
    return Caveat(
        "trunk_prefix_unknown",
        f"What is pressed before this number inside {where} is not known: "
        "a mobile phone takes it with its +.",
    )
