"""The table of sentences: for each code of a reason or caveat what is said.

A code has one message, or several of which the first is said whose placeholders are all there.
What a code says beside that, about the day for example, is a sentence of its own.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Mapping, Tuple

from supportlines.words.values import NOTHING, Values


@dataclass(frozen=True)
class Message:
    """A sentence, with placeholders `{name:kind}` (see `kinds`) or `{clause}` (see `clauses`)."""

    text: str
    given: Values = field(default=NOTHING)
    """Values that must be so for it to be said."""


Sentence = Tuple[Message, ...]
"""Of these the first that fits; none, if none does."""


def _first_of(*texts: str | Message) -> Sentence:
    return tuple(one if isinstance(one, Message) else Message(one) for one in texts)


_DAY = _first_of(
    "{state:state}: {kept}.",
    Message("{why}.", Values(agreed=False)),
    "{state:state}: {why}.",
)
_HOLIDAYS = _first_of("Public holidays (PH) are {whose_holidays}.")
_HOURS = (
    _first_of(
        Message("{tier:text}: {hours:text}, the caller's local time.", Values(time_zone="caller")),
        "{tier:text}: {hours:text}, time of {time_zone:text}.",
        "{tier:text}: {hours:text}.",
        'The source does not say when this language is spoken for tier "{tier:text}".',
    ),
    _HOLIDAYS,
    _DAY,
)

MESSAGES: Mapping[str, tuple[Sentence, ...]] = {
    # Why a line is withheld.
    "number_unusable": (
        _first_of("{note:text}", "The source gives no number that can be dialled."),
    ),
    "not_dialable_from_there": (
        _first_of(
            "It cannot be dialled from {from:country}, only from {only:countries}.",
            "It cannot be dialled from {from:country}.",
        ),
    ),
    "number_of_another_line": (
        _first_of(
            "In {from:country} {digits:text} is the number of another line ({other:text}); "
            "this one can be dialled from {only:countries} only.",
        ),
    ),
    "not_by_this_phone": (
        _first_of(
            "It is reached from {phone:phones} through {carriers:texts} only.",
            "It is reached through {carriers:texts} only.",
            "It is reached from {phone:phones} only.",
        ),
    ),
    "not_available": (_first_of("{note:sentence}"),),
    # Why a line is an option.
    "own_line": (
        _first_of(
            "The source lists this line for {parts:texts} in {country:country}.",
            "The source lists this line for {country:country}.",
        ),
    ),
    "wider_line": (
        _first_of(
            "The source lists this line for {country:country} and {serving}.",
            "The source lists this line for {countries:countries}.",
            "The line serves {name:text}.",
        ),
    ),
    "country_fallback": (
        _first_of(
            "The line to fall back on in {country:country}, in this case: {when:sentence}",
            "The line to fall back on in {country:country}.",
        ),
    ),
    "region_fallback": (
        _first_of(
            "The line to fall back on in {country:country} and {serving}, in this case: "
            "{when:sentence}",
            "The line to fall back on in {country:country} and {serving}.",
            "The line to fall back on in {countries:countries}, in this case: {when:sentence}",
            "The line to fall back on in {countries:countries}.",
            "The line to fall back on in {name:text}, in this case: {when:sentence}",
            "The line to fall back on in {name:text}.",
        ),
    ),
    "reason/language_assumed": (_first_of("{languages:languages} {languages:is_are} assumed."),),
    "language_unknown": (_first_of("The source does not say which language is spoken."),),
    "language_wanted": (
        _first_of("{languages:languages} {languages:is_are} spoken on this line."),
    ),
    "language_stated": (
        _first_of("{languages:languages} {languages:is_are} spoken on this line."),
    ),
    "language_other": (
        _first_of("The line is not listed for a wanted language, but for {languages:languages}."),
    ),
    "language_beside": (
        _first_of(
            "{also:languages} {also:is_are} spoken on this line at other hours than "
            "{languages:languages}."
        ),
    ),
    "language_by": (
        _first_of(
            Message(
                "{languages:languages} {languages:is_are} served through an interpreter.",
                Values(mode="interpreter"),
            ),
            "{languages:languages} {languages:is_are} served as well as somebody there can.",
        ),
    ),
    "any_language": (
        _first_of(
            Message("Any language is served through an interpreter.", Values(mode="interpreter")),
            "Any language is served as well as somebody there can.",
        ),
    ),
    "takes_messages": (_first_of("It takes messages at any time; nobody answers while you wait."),),
    "hours_after": (
        _first_of(
            "{tier:text}: {hours:text}, while the line {after:text} is closed.",
            "{tier:text}: while the line {after:text} is closed.",
        ),
        _HOLIDAYS,
        _DAY,
    ),
    "hours_open": _HOURS,
    "hours_closed": _HOURS,
    "hours_unknown": _HOURS,
    "hours_not_stated": (
        _first_of(
            Message("{tier:text}: the source states no hours for this day.", Values(missing="day")),
            'The source does not say when this language is spoken for tier "{tier:text}".',
        ),
    ),
    # What follows, and why.
    "named_day": (_first_of("{why}"),),
    "new_hours": (
        _first_of(
            "{tier:text}: {hours:text}, and {after_hours:text} while the line {after:text} is"
            " closed.",
            "{tier:text}: {hours:text}, and while the line {after:text} is closed.",
            "{tier:text}: {after_hours:text}, while the line {after:text} is closed.",
            "{tier:text}: while the line {after:text} is closed.",
            *_HOURS[0],
        ),
    ),
    "day_of_parts": (_first_of("{why}, in some parts of the country."),),
    "reason/end_not_known": (_first_of("{why}.", "The source does not say until when."),),
    "end_not_known": (
        _first_of(
            "The source does not say until when this holds: {why:text}.",
            "The source does not say until when the other hours hold.",
        ),
    ),
    # What could be said, and who is asked for it.
    "asked": (_first_of("It makes a difference: {name:text}."),),
    "must_be_said": (
        _first_of(
            Message(
                "Before more lines can be named it must be said: {names:questions}",
                Values(more=True),
            ),
            "Before a line can be named it must be said: {names:questions}",
        ),
    ),
    "facet_not_given": (
        _first_of("It depends on what was not given ({names:texts}): {by_facet}."),
    ),
    "facet_not_listed": (
        _first_of(
            "No line of desk {desk:text} is listed for {names:texts}.",
            "No line is listed for {names:texts}.",
        ),
    ),
    "channel_not_listed": (
        _first_of(
            Message(
                "No telephone line is listed for {country:country}.", Values(channels=("phone",))
            ),
            "For {country:country} nothing is listed of what was asked for ({channels:channels}).",
        ),
    ),
    "only_for": (
        _first_of(
            Message("Only for callers in {values:codes}.", Values(facet="subdivision")),
            Message("Only for speakers of {values:languages_or}.", Values(facet="language")),
            "Only for {names:texts_or}.",
        ),
    ),
    "not_for": (
        _first_of(
            Message(
                "Not for callers in {values:codes}. {note:sentence}",
                Values(facets=("subdivision",)),
            ),
            Message("Not for callers in {values:codes}.", Values(facets=("subdivision",))),
            Message("Not through {names:texts_or}. {note:sentence}", Values(facets=("carrier",))),
            Message("Not for {names:texts_or}. {note:sentence}", Values(facets=("request",))),
            "Not for who is all of this: {names:texts}. {note:sentence}",
        ),
    ),
    "only_from_parts": (_first_of("It can be dialled from {parts:codes} only."),),
    "via": (
        _first_of(
            Message("The number is an operator's, who puts you through.", Values(via="operator")),
            Message(
                "The number is an interpreter's, who calls for you.", Values(via="interpreter")
            ),
            "The number is that of a relay service, which calls for you.",
        ),
    ),
    "reply_depends": (
        _first_of("Until when an answer comes depends on what was not given ({names:texts})."),
    ),
    "holiday_not_stated": (
        _first_of("The source does not say whether the hours hold on {why:text}."),
    ),
    # What to know before relying on it.
    "country_not_named": (
        _first_of(
            "The source does not name {country:country}; it is read as part of {names:texts}."
        ),
    ),
    "language_assumed": (
        _first_of(
            "The source does not say which language is spoken; "
            "{languages:languages} {languages:is_are} assumed.",
        ),
    ),
    "language_inferred": (
        _first_of("The language is a reading of the source (confidence: {confidence:text})."),
    ),
    "holidays_not_considered": (
        _first_of(
            "Public holidays are not considered: their calendar is not installed, or does not "
            "know this country and year. On one, other hours may hold."
        ),
    ),
    "holidays_not_stated": (
        _first_of("The hours do not mention public holidays: on one, the line may be closed."),
    ),
    "subdivision_not_given": (
        _first_of(
            "It depends on the caller's part of the country, which was not given: "
            "{kept}; give the part, such as {such_as:text}."
        ),
    ),
    "part_of_holidays_not_stated": (
        _first_of(
            "It depends on the part of the country whose public holidays count, which the "
            "directory does not state: {kept}."
        ),
    ),
    "time_zone_not_given": (
        _first_of("It depends on the caller's time zone, which was not given: {by_zone}."),
    ),
    "time_zone_matters": (
        _first_of(
            "No time zone was given: {time_zone:text} is the first of the country's where this "
            "changes."
        ),
    ),
    "time_zone_unknown": (_first_of("No time zone is known for {country:country}: give one."),),
    "time_zone_outside_country": (
        _first_of(
            "{time_zone:text} is not a time zone of {country:country}; it is used all the same."
        ),
    ),
    "time_zone_fixed": (
        _first_of(
            '"Local time" in {country:country} means {fixed:text}; {time_zone:text} is not used.'
        ),
    ),
    "time_zone_of_machine": (
        _first_of(
            "The time zone is this machine's own, {time_zone:text}; give --time-zone for another."
        ),
    ),
    "nothing_dialable": (
        _first_of(
            "None of the lines of desk {desk:text} can be dialled from {from:country}.",
            "None of the lines can be dialled from {from:country}.",
        ),
    ),
    "nothing_usable": (
        _first_of(
            "No line of desk {desk:text} that was asked for can be used.",
            "No line that was asked for can be used.",
        ),
    ),
    "desk_not_listed": (
        _first_of(
            "No line is listed for desk {desk:text} on this day; {other_days}.",
            "No line is listed for desk {desk:text}.",
        ),
    ),
    "wanted_language_missing": (
        _first_of(
            "None of the lines of desk {desk:text} is listed for {languages:languages}.",
            "None of the lines is listed for {languages:languages}.",
        ),
    ),
    "no_line_listed": (
        _first_of(
            "The source lists no line for {part:text} on this day; {other_days}.",
            "The source lists no line for {part:text}.",
            "The source lists no line for {country:country} on this day; {other_days}.",
            "The source lists no line for {country:country}.",
        ),
    ),
    "guess": (
        _first_of("{note:text}", "The source does not list this line for the caller's country."),
    ),
    "severity_not_given": (
        _first_of("It depends on the severity, which was not given: {by_severity}."),
    ),
    "hours_inferred": (
        _first_of("The hours are a reading of the published text (confidence: {confidence:text})."),
    ),
    "line_turns": (
        _first_of(
            "The line is listed {listed_on}: whether that is today depends on the caller's time "
            "zone, which was not given."
        ),
    ),
    "not_confirmed": (_first_of("Nobody has compared this with its source since {since:day}."),),
    "number_doubtful": (_first_of("The number is doubtful (confidence: {confidence:text})."),),
    "corrected": (
        _first_of(
            'The source probably means "{text:text}" (confidence: {confidence:text}). {reason:text}'
        ),
    ),
    "number_note": (
        _first_of(
            '"{surplus:text}" at the end of the number is surplus, and left out.',
            "The number is read as {read:text}: a prefix is not dialled after "
            "+{calling_code:text}.",
        ),
    ),
    "note": (_first_of("{note:text}"),),
    "landline_only": (_first_of("It can be dialled from landlines only."),),
    "mobile_only": (_first_of("It can be dialled from mobile phones only."),),
    "carriers_only": (
        _first_of(
            "It may be reached through {carriers:texts} only.",
            "It may be reached {ways}.",
        ),
    ),
    "line_ends": (
        _first_of(
            "The source lists this line until {until:day} only; "
            "{followed_by:text} takes its place.",
            "The source lists this line until {until:day} only.",
        ),
    ),
    "carrier_prefix": (
        _first_of(
            Message(
                "The international prefix depends on the carrier: dial your carrier's for the +.",
                Values(prefix="international"),
            ),
            "From another area a carrier's code goes before the number.",
        ),
    ),
    "trunk_prefix_unknown": (
        _first_of(
            "What is pressed before this number inside {from:country} is not known: "
            "a mobile phone takes it with its +."
        ),
    ),
}
"""By code; what a code says as a reason, if that is something else, by `reason/` and the code."""
