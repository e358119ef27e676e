"""The table of short texts of a page: states, events, headings, names of links.

Each is a message for a catalogue: its id is the English text, with its context. A placeholder
stands for a value of the kind that `PLACEHOLDERS` says. Names from CLDR are nominative: they stand
alone, behind a colon or in brackets, and a weekday is never a placeholder within a sentence.
"""

from __future__ import annotations

from typing import Mapping, NamedTuple

from supportlines.words.channels import CHANNELS
from supportlines.words.costs import COSTS
from supportlines.words.events import EVENTS
from supportlines.words.phrase import WRITTEN_IN, Phrase
from supportlines.words.promises import PROMISES


class Label(NamedTuple):
    """One text, and where it stands."""

    context: str
    """Tells translators, and catalogues, one use of the same words from another."""
    text: str
    """In English, with placeholders `{name}`."""


PLACEHOLDERS: Mapping[str, str] = {
    "count": "number",
    "country": "name",
    "date": "date",
    "instant": "moment",
    "keys": "digits",
    "languages": "name",
    "name": "text",
    "number": "digits",
    "time": "time",
    "until": "moment",
    "what": "text",
    "zone": "code",
}
"""The kind of each placeholder: a `name` is CLDR's, a `text` the directory's."""


def _of(context: str, **texts: str) -> dict[str, Label]:
    return {key: Label(context, text) for key, text in texts.items()}


LABELS: Mapping[str, Label] = {
    **_of(
        "state of a line",
        open="Open",
        closed="Closed",
        unknown="Not known whether somebody answers",
        day_and_night="Open day and night",
        closes_soon="Closes soon",
        takes_messages="Takes messages",
        takes_messages_always="Takes messages at any time",
        stale="These hours could not be confirmed",
    ),
    **_of(
        "state of a line, in a table or within a row of facts",
        short_unknown="Not known",
        short_no_line="No line",
    ),
    **_of(
        "state after the next change, as a clause of its own",
        then_open="then open",
        then_closed="then closed",
        then_unknown="then not known",
    ),
    **{key: Label(context, text) for key, (context, text) in EVENTS.items()},
    **_of(
        "when an answer was made, and by whose clock it is written",
        as_of="As of {instant}",
        zone="Times are those of {zone}",
        no_zone="The caller's time zone is not decided: times are in UTC",
    ),
    **_of(
        "heading over what an answer says",
        read_first="Read first",
        on_same_number="On the same number",
        there_too="There too",
        if_it_fails="If it does not work",
        for_something_else="For something else",
        other_ways="Other ways",
        perhaps="Not listed, but perhaps",
        say_first="Say first",
        depends="It may depend on",
        coming="In the next 30 days",
        have_ready="Have ready",
        ask_for="Ask to be told",
        not_for="Not for",
        not_dialled="Listed, but not for dialling",
        not_usable="Listed, but cannot be used",
        caveats="Please note",
        why="Why",
        steps="What to do then",
        sources="Sources",
    ),
    **_of(
        "head of a column, or name of a fact",
        contact="Contact",
        state="State",
        language="Language",
        cost="Cost",
        channel="Channel",
        service="On",
        desk="Desk",
        reply="Answer by",
        printed="Printed as",
        link="Link",
        when="When",
        hours="Hours",
        reason="Reason",
        call_from="Calling from",
    ),
    **{
        f"does_{key}": Label("what one does, before the contact", one.does)
        for key, one in CHANNELS.items()
    },
    **_of("what one does, before the contact", does_own="Number"),
    **{f"channel_{key}": Label("channel", one.label) for key, one in CHANNELS.items()},
    **{f"cost_{key}": Label("cost of a call", one.label) for key, one in COSTS.items()},
    **{
        f"promise_{key}": Label("what one may ask to be told", text)
        for key, text in PROMISES.items()
    },
    **_of(
        "how a language is served, behind its name",
        by_interpreter="through an interpreter",
        by_best_effort="best effort",
        assumed="assumed",
        any_language="any",
        no_language="not known",
    ),
    **_of(
        "name of a link, for who hears it",
        link_phone="Call {name}, {number}",
        link_textphone="Call by textphone {name}, {number}",
        link_sms="Send a text message to {name}, {number}",
        link_messaging="Write to {name}, {number}",
        link_phone_alone="Call {number}",
        link_textphone_alone="Call by textphone {number}",
        link_sms_alone="Send a text message to {number}",
        link_messaging_alone="Write to {number}",
    ),
    **_of(
        "what to do after contact",
        then="then:",
        instead="or:",
        only_if="if: {what}",
        step_press="press {keys} ({name})",
        step_press_alone="press {keys}",
        step_choose="choose “{what}”",
        step_enter="enter: {what}",
        step_say="say “{what}”",
        step_send="send “{what}”",
        step_wait="wait: {what}",
    ),
    **_of(
        "hours of a day or of a time that is otherwise",
        all_day="Open all day",
        other_hours="Other hours",
        from_moment="From {instant}",
        from_to="{instant} to {until}",
    ),
    **_of(
        "what somebody needs only in some case, behind it",
        if_whom="if: {what}",
        more="{count} more",
        perhaps_line="perhaps",
    ),
    **_of(
        "source of what a page says",
        read_on="read on {date}",
        version="version of {date}",
        zone_data="time zone data {what}",
    ),
    **_of(
        "heading of a page of a whole directory",
        countries="{count} countries",
        tiers="What customers are entitled to",
        questions="What callers are asked",
        levels="Who picks up",
        other_days="Closures and other hours",
    ),
    **_of(
        "of a line or of hours, on a page of a whole directory",
        first_answer="First answer within",
        write_first="Write first",
        valid_from="First day",
        valid_until="Last day",
        only_for="Only for",
        used_from="Can be used from",
        not_from="Cannot be used from",
        anywhere="anywhere",
        source="Source",
        request="Kind of request",
        needed="Needed",
        helps="Helps",
        goes_to="Goes to",
        not_named="not named by the source",
        everybody="For everybody",
        includes="includes {what}",
    ),
    **_of(
        "hours of a week, on a page of a whole directory",
        own_clock="Times are by the caller's clock",
        public_holidays="Public holidays",
        holidays_national="Public holidays: those of the whole country",
        holidays_not_stated="Whether they hold on public holidays is not known",
        working_day="no public holiday",
        not_available="Not available",
        while_closed="While this line is closed",
        each_month="Each month",
        end_unknown="its end is not known",
        all_other_days="On all other days",
        otherwise="otherwise",
        hours_differ="Hours differ; as written",
        not_in_these="None of these hours",
        hours_add_up="Hours of the same line for the same caller add up",
        unless_whom="unless: {what}",
        some_days_alone="Hours with a first or a last day say nothing of the days before or after",
        hours_stay="Hours that stay",
        other_rules="those that are stated apart from these",
    ),
    **_of(
        "which of its weekdays in a month a day is, in brackets or before a colon",
        nth_1="first of the month",
        nth_2="second of the month",
        nth_3="third of the month",
        nth_4="fourth of the month",
        nth_5="fifth of the month",
        nth_last_1="last of the month",
        nth_last_2="last but one of the month",
        nth_last_3="last but two of the month",
        nth_last_4="last but three of the month",
        nth_last_5="last but four of the month",
    ),
    **_of(
        "who publishes a directory",
        publisher="Published by",
        short_name="In short",
        legal_name="Legal name",
        address_legal="Seat",
        address_postal="Postal address",
        address_visiting="Address for visitors",
        affiliate="Belongs to it",
        brands="Brands",
    ),
    **_of(
        "choice on a page",
        pick_country="Country",
        pick_language="Language",
        pick_tier="Tier",
        pick_desk="Desk",
        pick_severity="Severity",
        pick_time_zone="Time zone",
        pick_part="Part of the country",
        pick_calling_from="Calling from",
        pick_not_said="Not said",
        pick_any="Any",
    ),
}
"""By key; keys are for programs and never shown."""

FOR_SCRIPTS = tuple(
    key
    for key, label in LABELS.items()
    if label.context.startswith(("state ", "next event", "choice "))
)
"""The keys that a page's script needs: they are written into its words."""


def label(key: str, locale: str) -> Phrase:  # noqa: ARG001 - English so far
    """Return a short text for readers of *locale*, and the locale in which it is written.

    Args:
        key: One of `LABELS`.
        locale: An identifier of Babel, as of `parse_locale`.

    Raises:
        KeyError: There is no such key.

    >>> label("closes_sat", "de")
    Phrase(text='Closes Sat {time}', locale='en')
    """
    return Phrase(LABELS[key].text, WRITTEN_IN)
