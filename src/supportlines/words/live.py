"""What a page says of its lines while it is open: the sentences that its script fills.

A sentence here is one of `labels`, or one of its own with its context. A page has all of them in
one language: its own if each is translated, or else English.
"""

from __future__ import annotations

from typing import Mapping, NamedTuple

from supportlines.words.channels import CHANNELS
from supportlines.words.costs import COSTS
from supportlines.words.events import WEEKDAYS, event_key
from supportlines.words.labels import LABELS, Label, label
from supportlines.words.phrase import WRITTEN_IN

_EVENTS = ("opens", "closes", "changes")


def _events() -> dict[str, str]:
    found = {}
    for kind in _EVENTS:
        found[kind] = event_key(kind)
        for day in range(len(WEEKDAYS)):
            found[f"{kind}_{day + 1}"] = event_key(kind, day)
            found[f"{kind}_on_{day + 1}"] = event_key(kind, day, dated=True)
    return found


FROM_LABELS: Mapping[str, str] = {
    "open": "open",
    "closed": "closed",
    "unknown": "unknown",
    "always": "day_and_night",
    "messages": "takes_messages",
    "messages_always": "takes_messages_always",
    "stale": "stale",
    **_events(),
    "others": "if_it_fails",
    "other_ways": "other_ways",
    "guesses": "perhaps",
    "something_else": "for_something_else",
    "withheld": "not_dialled",
    "zone": "zone",
    "coming": "coming",
    "from": "from_moment",
    "all_day": "all_day",
    "other_hours": "other_hours",
    "short_unknown": "short_unknown",
    "interpreter": "by_interpreter",
    "best_effort": "by_best_effort",
    **{f"cost_{key}": f"cost_{key}" for key in COSTS},
    **{f"channel_{key}": f"channel_{key}" for key in CHANNELS},
    **{f"link_{key}": f"link_{key}" for key in CHANNELS if f"link_{key}" in LABELS},
    "tier": "pick_tier",
    "desk": "pick_desk",
    "severity": "pick_severity",
    "time_zone": "pick_time_zone",
    "subdivision": "pick_part",
    "not_said": "pick_not_said",
}
"""Keys of this table that are texts of `labels`, with their keys there."""


def _of(context: str, **texts: str) -> dict[str, Label]:
    return {key: Label(context, text) for key, text in texts.items()}


OWN: Mapping[str, Label] = {
    **_of(
        "state of a line, with its next event",
        soon="Closes soon ⋅ {time}",
        no_line="No line is listed",
        waiting="Say first: {items}",
    ),
    **_of("until when somebody answers a message", first_answer="First answer within: {items}"),
    **_of(
        "of a public holiday to come, in brackets behind its name",
        coming_parts="in some parts of the country",
    ),
    **_of(
        "how a language is served",
        any_language="Any language",
        assumed="language assumed",
    ),
    **_of("choice on a page", phone="Phone", carrier="Carrier", request="Request"),
    **_of("choice of a part of the country: any that is not named", other_part="Another part"),
    **_of("choice on a page: none of those that are named", other_reply="Something else"),
    **_of(
        "what to do after contact, one thing a line",
        step_press="Press {what}",
        step_choose="Choose “{what}”",
        step_enter="Enter: {what}",
        step_say="Say “{what}”",
        step_send="Send “{what}”",
        step_wait="Wait: {what}",
    ),
    **_of(
        "what is to be known of a step, in brackets behind it",
        instead_of="instead of the one before",
        only_if="if: {items}",
    ),
    **_of(
        "why it is not known whether somebody answers",
        because_end_not_known="The source does not say until when this holds",
        because_facet_not_given="It depends on what was not said",
        because_holiday_not_stated="The source does not say whether the hours hold on this day",
        because_hours_inferred="The hours are a reading of the published text",
        because_holidays_not_considered="Public holidays are not considered",
        because_holidays_not_stated="The hours do not mention public holidays",
        because_line_turns="It depends on the time zone whether the line is there today",
        because_part_of_holidays_not_stated="It depends on the part of the country",
        because_severity_not_given="It depends on the severity",
        because_subdivision_not_given="It depends on the part of the country",
        because_time_zone_not_given="It depends on the time zone",
        because_time_zone_matters="In another time zone this changes later",
        because_time_zone_unknown="The time zone is not known",
    ),
    **_of(
        "what to know before a line is used, in short",
        note_carrier_code="From another area a carrier's code goes before the number",
        note_carrier_prefix="Dial your carrier's international prefix for the +",
        note_carriers_only="Only through: {items}",
        note_carriers_only_landline="From landlines only through: {items}",
        note_carriers_only_mobile="From mobile phones only through: {items}",
        note_corrected="The source probably means: {items}",
        note_country_not_named="The source does not name the country, but: {items}",
        note_desk_not_listed="No line is listed for this desk",
        note_end_not_known="The source does not say until when this holds",
        note_guess="The source does not list this line for the country",
        note_holiday_not_stated="The source does not say whether the hours hold on this day",
        note_holidays_not_considered="Public holidays are not considered",
        note_holidays_not_stated="The hours do not mention public holidays",
        note_hours_inferred="The hours are a reading of the published text",
        note_landline_only="Only from landlines",
        note_language_inferred="The language is a reading of the source",
        note_line_ends="The source lists this line only until: {items}",
        line_followed="another one takes its place",
        note_mobile_only="Only from mobile phones",
        note_must_be_said="More lines can be named once this is said: {items}",
        note_no_line_listed="The source lists no line",
        note_not_available="It is not available",
        note_not_confirmed="Not compared with its source since: {items}",
        note_not_for="Not for: {items}",
        note_not_for_parts="Not for callers in: {items}",
        note_nothing_dialable="None of the lines can be dialled from there",
        note_nothing_usable="No line can be used",
        note_number_doubtful="The number is doubtful",
        note_number_note="The number is printed with more: {items}",
        note_only_for="Only for: {items}",
        note_only_for_languages="Only for speakers of: {items}",
        note_only_for_parts="Only for callers in: {items}",
        note_only_from_parts="It can be dialled only from: {items}",
        note_part_of_holidays_not_stated="It depends on the part of the country",
        note_reply_depends="When an answer comes depends on: {items}",
        note_severity_not_given="It depends on the severity",
        note_subdivision_not_given="It depends on the part of the country",
        note_time_zone_fixed="The hours do not depend on the time zone",
        note_time_zone_matters="It depends on the time zone",
        note_time_zone_not_given="It depends on the time zone",
        note_time_zone_outside_country="The time zone is none of the country",
        note_time_zone_unknown="The time zone is not known",
        note_trunk_prefix_unknown="What is pressed for the + is not known; a mobile phone takes it",
        note_via_interpreter="The number is an interpreter's, who calls for you",
        note_via_operator="The number is an operator's, who puts you through",
        note_via_relay="The number is that of a relay service, which calls for you",
    ),
}
"""Sentences that stand here alone."""

PLACEHOLDERS: Mapping[str, str] = {
    "items": "text",
    "name": "text",
    "time": "time",
    "what": "text",
}
"""The kind of each placeholder of `OWN`, as in `labels`."""


class Live(NamedTuple):
    """The sentences of a page, and the locale in which all of them are written."""

    texts: Mapping[str, str]
    locale: str


def live_words(locale: str) -> Live:
    """Return what a page says to readers of *locale*.

    Args:
        locale: An identifier of Babel, as of `parse_locale`.

    >>> said = live_words("de")
    >>> said.texts["closes_6"], said.texts["soon"], said.locale
    ('Closes Sat {time}', 'Closes soon ⋅ {time}', 'en')
    """
    said = {key: label(name, locale) for key, name in FROM_LABELS.items()}
    texts = {key: one.text for key, one in said.items()}
    texts.update((key, one.text) for key, one in OWN.items())
    return Live(texts, WRITTEN_IN)
