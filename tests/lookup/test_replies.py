"""Until when an answer comes, counted on the hours that hold for the caller."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone

import pytest

import supportlines
from supportlines.directory import Within
from supportlines.lookup.replies import reply_by

TEXT = """
directory:
  id: replies
  name: Replies
  sources: [{{id: page, title: A page, url: "https://support.example", read_on: 2026-11-02}}]
tiers: {{standard: {{}}}}
severities: [low, high]
regions:
  - id: gb
    countries: [GB]
    languages: [en]
    availability: {{standard: {{hours: "{hours}", time_zone: Europe/London}}}}
    reply: {reply}
    lines:
      - {{id: form, url: "https://form.example"}}
      - {{id: phone, number: "+44 20 7946 0958", kind: geographic}}
"""


def by(reply, at, hours="Mo-Fr 09:00-17:00", **words):
    """Return by when the form answers to who writes at *at*, as a text in UTC."""
    directory = supportlines.loads(TEXT.format(reply=reply, hours=hours))
    when = datetime.fromisoformat(f"{at}+00:00")
    answer = directory.who_can_i_call("GB", channels=["web_form"], at=when, **words)
    found = answer.best.reply_by
    return None if found is None else found.replace(tzinfo=None).isoformat(timespec="minutes")


@pytest.mark.parametrize(
    ("within", "at", "expected"),
    [
        ("30 min", "2026-11-24T22:00", "2026-11-24T22:30"),  # clock time goes on at night
        ("4 h", "2026-11-24T22:00", "2026-11-25T02:00"),
        ("2 days", "2026-11-24T22:00", "2026-11-26T22:00"),
        ("4 open hours", "2026-11-24T12:00", "2026-11-24T16:00"),
        ("4 open hours", "2026-11-24T15:00", "2026-11-25T11:00"),  # two today, two tomorrow
        ("4 open hours", "2026-11-24T22:00", "2026-11-25T13:00"),
        ("30 open min", "2026-11-27T16:45", "2026-11-30T09:15"),  # Friday, then Monday
        ("next open day", "2026-11-24T10:00", "2026-11-25T17:00"),  # by its end
        ("next open day", "2026-11-24T22:00", "2026-11-25T17:00"),
        ("next open day", "2026-11-27T10:00", "2026-11-30T17:00"),  # over the weekend
        ("2 open days", "2026-11-27T10:00", "2026-12-01T17:00"),
        # The clocks go forward on 29 March 2026: 17:00 is 16:00 in UTC from then on.
        ("next open day", "2026-03-27T18:00", "2026-03-30T16:00"),
        ("9 open hours", "2026-03-27T16:00", "2026-03-30T16:00"),
    ],
)
def test_an_answer_comes_within_what_is_promised(within, at, expected):
    """In London, where the form is worked on."""
    assert by(f"[{{within: {within}}}]", at) == expected


@pytest.mark.parametrize(
    ("hours", "at", "expected"),
    [
        # The night from Friday to Saturday is Friday's, and none begins on Saturday.
        ("Mo-Fr 08:00-20:00, Mo-Fr 20:00-08:00", "2026-12-04T10:00", "2026-12-08T08:00"),
        ("Mo-Fr 08:00-08:00", "2026-12-04T10:00", "2026-12-08T08:00"),
        ("Mo-Th 00:00-24:00, Fr 00:00-26:00", "2026-12-04T10:00", "2026-12-08T00:00"),
        ("Mo-Th 00:00-24:00, Fr 00:00-26:00", "2026-12-03T10:00", "2026-12-05T02:00"),
        ("Mo-Fr 22:00-06:00", "2026-12-04T10:00", "2026-12-08T06:00"),
        # A morning that is stated is a day's own.
        ("Mo 18:00-24:00; Tu 00:00-06:00", "2026-11-30T19:00", "2026-12-01T06:00"),
        ("Mo 18:00-06:00", "2026-11-30T19:00", "2026-12-08T06:00"),
        ("24/7", "2026-12-04T10:00", "2026-12-06T00:00"),
        ("24/7; PH off", "2026-12-23T10:00", "2026-12-25T00:00"),
        ("Mo 18:00-24:00; Tu 00:00-06:00 unknown", "2026-11-29T19:00", None),  # goes on perhaps
    ],
)
def test_hours_are_those_of_the_day_on_which_they_begin(hours, at, expected):
    """Whatever follows on them without a break."""
    assert by("[{within: next open day}]", at, hours) == expected


def test_round_the_clock_in_shifts_holds_where_holidays_are_not_stated():
    """Both readings of the hours are as they were written."""
    hours = 'Mo-Fr 08:00-20:00, Mo-Fr 20:00-08:00", holidays: "not_stated'

    assert by("[{within: next open day}]", "2026-12-04T10:00", hours) == "2026-12-08T08:00"


def test_nights_after_another_line_are_those_of_their_evening():
    """Hours outside of others name no day: they are those of the day on which they begin."""
    text = TEXT.format(reply="[{within: next open day}]", hours="Mo-Fr 09:00-17:00")
    text = text.replace("id: form", "id: form, availability: {standard: {after: phone}}")
    at = datetime(2026, 11, 30, 18, tzinfo=timezone.utc)

    answer = supportlines.loads(text).who_can_i_call("GB", channels=["web_form"], at=at)

    assert answer.best.reply_by == datetime(2026, 12, 2, 9, tzinfo=timezone.utc)


def test_nothing_is_promised_on_hours_that_nobody_knows():
    """Neither where they are not known, nor where they never come."""
    reply = "[{within: 4 open hours}]"

    assert by(reply, "2026-11-24T12:00", "24/7 unknown") is None
    assert by(reply, "2026-11-24T12:00", "off") is None
    assert by("[{within: next open day}]", "2026-11-24T12:00", "off") is None
    # What is known before the first hour of which nobody knows is enough.
    assert by(reply, "2026-11-24T12:00", "Mo-Fr 09:00-17:00; We unknown") == "2026-11-24T16:00"
    assert by(reply, "2026-11-24T15:00", "Mo-Fr 09:00-17:00; We unknown") is None


def test_how_bad_it_is_decides():
    """The first entry that is for the caller counts; where that is open, nothing is promised."""
    reply = "[{for: {severities: high}, within: 1 h}, {within: 2 h}]"
    at = "2026-11-24T12:00"

    assert by(reply, at, severity="high") == "2026-11-24T13:00"
    assert by(reply, at, severity="low") == "2026-11-24T14:00"
    assert by(reply, at) is None


def test_who_does_not_say_it_is_told_what_it_depends_on():
    """And is asked for it."""
    reply = "[{for: {severities: high}, within: 1 h}, {within: 2 h}]"
    directory = supportlines.loads(TEXT.format(reply=reply, hours="24/7"))
    at = datetime(2026, 11, 24, 12, tzinfo=timezone.utc)

    answer = directory.who_can_i_call("GB", channels=["web_form"], at=at)

    assert "reply_depends" in {one.code for one in answer.best.caveats}
    assert [ask.code for ask in answer.asks] == ["severity"]


@pytest.mark.parametrize(
    ("languages", "expected"),
    [
        (["en", "de"], [("en", 20), ("de", 13)]),  # who speaks both reads of each
        (["en"], [("en", 20), ("de", 13)]),
        (["de-AT", "en"], [("de", 13), ("en", 20)]),
        (["fr"], [("en", 20), ("de", 13)]),
        ([], [("en", 20), ("de", 13)]),
    ],
)
def test_a_promise_for_a_language_is_that_of_the_option_in_it(languages, expected):
    """Whatever else the caller speaks; and nobody is asked for what is told of each language."""
    reply = "[{for: {languages: de}, within: 1 h}, {within: 8 h}]"
    text = TEXT.format(reply=reply, hours="24/7").replace("[en]", "[en, de]")
    at = datetime(2026, 11, 24, 12, tzinfo=timezone.utc)

    answer = supportlines.loads(text).who_can_i_call(
        "GB", languages=languages, channels=["web_form"], at=at
    )

    found = [(tag, one.reply_by.hour) for one in answer.options for tag in one.languages]
    assert found == expected
    assert not answer.asks
    assert not [one.code for option in answer.options for one in option.caveats]


def test_languages_with_one_promise_are_one_option():
    """A condition that makes no difference between them divides nothing."""
    reply = "[{for: {languages: fr}, within: 1 h}, {within: 8 h}]"
    text = TEXT.format(reply=reply, hours="24/7").replace("[en]", "[en, de]")
    at = datetime(2026, 11, 24, 12, tzinfo=timezone.utc)

    answer = supportlines.loads(text).who_can_i_call("GB", channels=["web_form"], at=at)

    assert [one.languages for one in answer.options] == [("en", "de")]


def test_a_promise_is_counted_on_the_hours_of_each_language():
    """The form takes messages at any time, and in German somebody reads them on weekdays."""
    text = TEXT.format(reply="[{within: 4 open hours}]", hours="24/7").replace("[en]", "[de, en]")
    rule = '{hours: "24/7", time_zone: Europe/London}'
    german = '{hours: "Mo-Fr 09:00-17:00", time_zone: Europe/London, languages: [de]}'
    text = text.replace(rule, f"[{german}, {{hours: 24/7, languages: [en]}}]")
    at = datetime(2026, 11, 28, 10, tzinfo=timezone.utc)  # a Saturday

    answer = supportlines.loads(text).who_can_i_call("GB", channels=["web_form"], at=at)

    assert [(one.languages, one.reply_by) for one in answer.options] == [
        (("de",), datetime(2026, 11, 30, 13, tzinfo=timezone.utc)),
        (("en",), datetime(2026, 11, 28, 14, tzinfo=timezone.utc)),
    ]


def test_where_nobody_knows_what_is_spoken_the_language_is_asked_for():
    """The promise depends on it."""
    reply = "[{for: {languages: de}, within: 1 h}, {within: 8 h}]"
    text = TEXT.format(reply=reply, hours="24/7").replace("    languages: [en]\n", "")
    directory = supportlines.loads(text)
    at = datetime(2026, 11, 24, 12, tzinfo=timezone.utc)

    answer = directory.who_can_i_call("GB", channels=["web_form"], at=at)
    told = directory.who_can_i_call("GB", languages=["de"], channels=["web_form"], at=at)

    assert answer.best.reply_by is None
    assert [one.code for one in answer.best.caveats] == ["reply_depends"]
    assert [(ask.code, [one.value for one in ask.choices]) for ask in answer.asks] == [
        ("language", ["de"])
    ]
    assert told.best.reply_by.hour == 13
    assert not told.asks


@pytest.mark.parametrize(
    ("premium", "asked"),
    [
        # At 10:00 four open hours are over at 14:00 as well; from 13:00 on they are not.
        ("4 h", ["no", "yes", "no", "yes"]),
        ("4 open hours", ["no", "no", "no", "no"]),
        ("next open day", ["yes", "yes", "yes", "yes"]),
        ("2 open hours", ["yes", "yes", "yes", "yes"]),
    ],
)
def test_what_is_asked_does_not_depend_on_what_was_asked_before(premium, asked):
    """Whether a promise is another for another tier depends on the instant."""
    reply = f"[{{for: {{tiers: premium}}, within: {premium}}}, {{within: 4 open hours}}]"
    text = TEXT.format(reply=reply, hours="Mo-Fr 09:00-17:00")
    text = text.replace("standard: {}}", "standard: {}, premium: {includes: standard}}")
    directory = supportlines.loads(text)

    found = []
    for hour in (10, 15, 11, 16):
        at = datetime(2026, 12, 1, hour, tzinfo=timezone.utc)
        answer = directory.who_can_i_call("GB", channels=["web_form"], at=at)
        found.append("yes" if "tier" in [one.code for one in answer.asks] else "no")

    assert found == asked


def test_a_promise_that_is_the_same_for_all_is_one():
    """Whatever was not said."""
    reply = "[{for: {severities: high}, within: 1 h}, {within: 1 h}]"

    assert by(reply, "2026-11-24T12:00") == "2026-11-24T13:00"


def test_a_region_promises_nothing_for_a_call():
    """Who rings waits on the line."""
    directory = supportlines.loads(TEXT.format(reply="[{within: 1 h}]", hours="24/7"))
    at = datetime(2026, 11, 24, 12, tzinfo=timezone.utc)

    assert directory.who_can_i_call("GB", at=at).best.reply_by is None


class _KnownForADay:
    """Hours of which nobody knows anything from tomorrow on."""

    @staticmethod
    def stretches(start, end):
        """Yield what is known, and one stretch of what is not."""
        tomorrow = start + timedelta(days=1)
        yield start, tomorrow, "closed"
        yield tomorrow, end, "unknown"
        raise AssertionError("nothing after that is of use")


def test_what_is_not_known_is_not_followed_to_the_end_of_the_calendar():
    """Once a time is unknown, so is when four open hours will have passed."""
    within = Within(4, "open hours")

    assert (
        reply_by(within, _KnownForADay(), ("UTC",), datetime(2026, 12, 1, tzinfo=timezone.utc))
        is None
    )


BY_SEVERITY = """
directory:
  id: replies
  name: Replies
  sources: [{id: page, title: A page, url: "https://support.example", read_on: 2026-11-02}]
tiers: {standard: {}}
severities: [low, high]
regions:
  - id: gb
    countries: [GB]
    languages: [en]
    availability: {standard: 24/7}
    lines:
      - id: form
        url: "https://form.example"
        reply: [{for: {severities: high}, within: 1 h}, {within: 8 h}]
"""


def test_each_reply_says_by_when_an_answer_comes():
    """Where that is all that differs, it is what is told; counted from each instant of asking."""
    directory = supportlines.loads(BY_SEVERITY)

    def told(hour):
        at = datetime(2026, 12, 1, hour, tzinfo=timezone.utc)
        answer = directory.who_can_i_call("GB", channels="web_form", at=at)
        (ask,) = answer.asks
        return {one.value: one.reply_by.hour for one in ask.choices}, answer.text()

    assert told(10)[0] == {"low": 18, "high": 11}
    assert told(11)[0] == {"low": 19, "high": 12}
    text = " ".join(told(10)[1].split())
    assert (
        "low: takes messages at any time, answer by Tue 18:00; "
        "high: takes messages at any time, answer by Tue 11:00"
    ) in text
