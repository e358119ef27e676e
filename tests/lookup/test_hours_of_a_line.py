"""Hours belong to a line and a caller: tiers, languages, severities, zones."""

from __future__ import annotations

from datetime import datetime, timezone

import pytest


def said(caveats):
    """Return code and sentence of each."""
    return [(one.code, one.text) for one in caveats]


def utc(*parts):
    """Return an instant in UTC."""
    return datetime(*parts, tzinfo=timezone.utc)


def test_until_is_for_the_language_that_was_asked_for(example):
    """By day premium French ends in the evening, English does not end."""
    noon = utc(2026, 11, 24, 11)

    french = example.who_can_i_call("FR", languages=["fr"], tier="premium", at=noon).best
    english = example.who_can_i_call("FR", languages=["en"], tier="premium", at=noon).best

    assert french.changes_at == utc(2026, 11, 24, 16)
    assert english.changes_at is None


def test_without_a_wish_each_language_has_its_own_until(example):
    """Who takes any language is told that French ends in the evening and English does not."""
    options = example.who_can_i_call("FR", tier="premium", at=utc(2026, 11, 24, 11)).options

    assert [(one.line.id, one.languages, one.changes_at) for one in options] == [
        ("fr-line", ("fr",), utc(2026, 11, 24, 16)),
        ("fr-line", ("en",), None),
        ("fr-only", ("fr",), utc(2026, 11, 24, 16)),
    ]


def test_a_zone_that_was_not_given_is_unknown_where_it_matters(example):
    """At 18:30 in New York it is 15:30 in Los Angeles: nobody can say without the zone."""
    answer = example.who_can_i_call("US", desk="technical", at=utc(2026, 11, 24, 23, 30))

    caveat = next(one for one in answer.best.caveats if one.code == "time_zone_not_given")
    assert answer.state == "unknown"
    assert "open in" in caveat.text
    assert caveat.text.index("America/Los_Angeles") < caveat.text.index("closed in")
    assert caveat.text.index("America/New_York") > caveat.text.index("closed in")
    assert caveat in answer.caveats


def test_without_a_zone_the_next_change_is_that_of_all_zones_together(example):
    """Chicago closes at 18:00 and leaves it as unknown as it is; Honolulu closes last."""
    answer = example.who_can_i_call("US", desk="technical", at=utc(2026, 11, 24, 23, 30))

    assert answer.best.changes_at == utc(2026, 11, 25, 4)
    assert answer.best.next_state == "closed"


def test_without_a_zone_the_state_is_decided_where_all_zones_agree(example):
    """On Sunday morning the lines are closed from the Atlantic to the Pacific."""
    sunday = example.who_can_i_call("US", desk="technical", at=utc(2026, 11, 22, 12))

    assert sunday.state == "closed"
    assert sunday.best.changes_at == utc(2026, 11, 23, 14)  # 09:00 in New York


@pytest.mark.parametrize("zone", [None, "America/New_York"])
def test_a_country_may_have_one_zone_by_decree(example, zone):
    """In China local time is Shanghai's, whatever the caller says."""
    answer = example.who_can_i_call(
        "CN", severity="normal", time_zone=zone, at=utc(2026, 11, 24, 8, 59)
    )

    assert (answer.state, answer.best.changes_at) == ("open", utc(2026, 11, 24, 9))
    assert ("time_zone_fixed" in [one.code for one in answer.caveats]) is (zone is not None)


def test_a_zone_outside_the_country_is_used_and_told(example):
    """A customer of Dubai who sits in Berlin lives by Berlin's clock."""
    answer = example.who_can_i_call("AE", time_zone="Europe/Berlin", at=utc(2026, 11, 24, 15, 59))

    assert (answer.state, answer.best.changes_at) == ("open", utc(2026, 11, 24, 16))
    assert "time_zone_outside_country" in [one.code for one in answer.caveats]


@pytest.mark.parametrize(
    ("severity", "expected", "change"),
    [
        ("urgent", "open", None),
        ("normal", "closed", utc(2026, 11, 25, 0)),  # 09:00 in Seoul
        (None, "unknown", utc(2026, 11, 25, 0)),  # by day both are served
    ],
)
def test_hours_that_depend_on_severity_are_unknown_without_it(example, severity, expected, change):
    """At night only urgent problems are taken; without a severity nobody can say."""
    answer = example.who_can_i_call(
        "KR", languages=["ko"], severity=severity, at=utc(2026, 11, 24, 20)
    )

    korean = next(one for one in answer.options if one.line.id == "kr-korean")
    assert (korean.state, korean.changes_at) == (expected, change)
    codes = [one.code for one in korean.caveats]
    assert ("severity_not_given" in codes) is (severity is None)


def test_a_rule_s_note_is_told_where_the_answer_rests_on_it(example):
    """By day the standard hours do; that premium never ends rests on the night's rule."""
    noon, night = utc(2026, 11, 24, 2), utc(2026, 11, 24, 20)
    words = {"severity": "normal", "languages": ["ko"]}
    standard = example.who_can_i_call("KR", at=noon, **words)
    day = example.who_can_i_call("KR", tier="premium", at=noon, **words)
    dark = example.who_can_i_call("KR", tier="premium", at=night, **words)

    note = ("note", "The night desk is in Sydney.")
    assert (standard.state, note in said(standard.best.caveats)) == ("open", False)
    assert (day.state, day.best.changes_at, note in said(day.best.caveats)) == ("open", None, True)
    assert (dark.state, note in said(dark.best.caveats)) == ("open", True)


def test_a_reason_names_the_tier_that_states_the_rule(example):
    """French in premium is open by the standard hours that premium includes."""
    best = example.who_can_i_call(
        "FR", languages=["fr"], tier="premium", at=utc(2026, 11, 24, 11)
    ).best

    assert best.reasons[-1].text.startswith("standard: Mo-Fr 09:00-17:00")


def test_without_a_zone_the_zone_that_changes_first_is_named(example):
    """In the USA it is the one farthest in the east; with a zone there is nothing to say."""
    at = utc(2026, 11, 24, 20)  # 15:00 in New York, 10:00 in Honolulu
    without = example.who_can_i_call("US", desk="technical", at=at)
    given = example.who_can_i_call("US", desk="technical", time_zone="America/Los_Angeles", at=at)

    caveat = next(one for one in without.best.caveats if one.code == "time_zone_matters")
    assert without.state == "open"
    assert without.best.changes_at == utc(2026, 11, 24, 23)
    assert "America/" in caveat.text
    assert "time_zone_matters" not in [one.code for one in given.best.caveats]


def test_weekly_hours_say_that_they_do_not_mention_holidays(example):
    """A state that rests on 24/7 needs no such caveat."""
    weekly = example.who_can_i_call("DE", languages=["de"], at=utc(2026, 11, 24, 11))
    always = example.who_can_i_call(
        "DE", languages=["en"], tier="premium", at=utc(2026, 11, 24, 21)
    )

    assert "holidays_not_stated" in [one.code for one in weekly.best.caveats]
    assert "holidays_not_stated" in [one.code for one in weekly.caveats]
    assert "holidays_not_stated" not in [one.code for one in always.best.caveats]


def test_a_language_that_no_rule_names_is_unknown(example):
    """EMEA's premium speaks of all languages, Europe's only of English: Gulf and Europe differ."""
    gulf = example.who_can_i_call("AE", languages=["en"], tier="premium", at=utc(2026, 11, 27, 12))

    assert (gulf.best.state, gulf.best.changes_at) == ("open", None)


def test_reasons_quote_the_published_words(example):
    """The hours reason carries the words of the source."""
    best = example.who_can_i_call("DE", languages=["de"], at=utc(2026, 11, 24, 11)).best

    assert [(one.code, one.published_as) for one in best.reasons] == [
        ("own_line", None),
        ("language_wanted", None),
        ("hours_open", "nine to five"),
    ]


def test_what_is_known_of_a_day_is_not_called_unknown(made):
    """Where zones or severities differ, the reason of the exception explains no "unknown"."""
    directory = made(
        """
severities: [normal, urgent]
regions:
  - id: r
    countries: [US]
    languages: [en]
    exceptions: [{on: 2026-12-24, hours: "09:00-12:00", reason: Christmas Eve}]
    availability:
      standard:
        - {hours: "Mo-Fr 09:00-17:00", severities: [normal]}
        - {hours: "Mo-Su 08:00-20:00", severities: [urgent]}
    lines: [{id: l, number: "+1 202 555 0123", published_as: 202 555 0123}]
"""
    )

    def reasons(**asked):
        option = directory.who_can_i_call("US", **asked).options[0]
        texts = [one.text for one in option.reasons if one.code.startswith("hours")]
        return option.state, [text.partition("local time.")[2] for text in texts]

    eve, noon = datetime(2026, 12, 24, 17, 30, tzinfo=timezone.utc), "America/New_York"
    assert reasons(at=eve, severity="normal") == ("unknown", [" Christmas Eve."])
    assert reasons(at=eve, severity="normal", time_zone=noon) == (
        "closed",
        [" Closed: Christmas Eve."],
    )
    # On a Saturday the severities differ, and neither rule is unknown.
    saturday = datetime(2026, 12, 26, 17, 30, tzinfo=timezone.utc)
    assert reasons(at=saturday, time_zone=noon) == ("unknown", ["", ""])


@pytest.mark.parametrize(
    ("at", "state", "said"),
    [
        ((2026, 12, 31, 12), "closed", "Closed: other hours on 2026-12-31."),
        ((2027, 1, 4, 15), "closed", "Closed: other hours from 2027-01-03 to 2027-01-05."),
        ((2027, 1, 4, 10), "open", "Open: other hours from 2027-01-03 to 2027-01-05."),
        ((2027, 1, 6, 10), "open", "standard: 24/7."),
    ],
)
def test_an_exception_without_a_reason_is_named_by_its_days(made, at, state, said):
    """Hours "24/7" explain nothing that is closed."""
    directory = made(
        """
regions:
  - id: r
    countries: [GB]
    availability: {standard: 24/7}
    exceptions:
      - {on: 2026-12-31}
      - {first_day: 2027-01-03, last_day: 2027-01-05, hours: "09:00-12:00"}
    lines: [{id: l, number: "+44 20 7946 0958", published_as: 020 7946 0958}]
"""
    )

    best = directory.who_can_i_call("GB", at=datetime(*at, tzinfo=timezone.utc)).best

    assert best.state == state
    assert next(one.text for one in best.reasons if one.code.startswith("hours")).endswith(said)


@pytest.mark.parametrize(
    ("hours", "hour", "state"),
    [
        ("24/7", 18, "open"),  # whatever the clock shows
        ("'off'", 18, "closed"),
        ('"Mo-Fr 09:00-17:00"', 18, "unknown"),
        ('{hours: "24/7", valid_until: 2026-12-31}', 18, "unknown"),  # by whose calendar?
        ('{hours: "Mo-Fr 10:00-12:00", time_zone: America/Los_Angeles}', 18, "open"),
        ('{hours: "Mo-Fr 10:00-12:00", time_zone: America/Los_Angeles}', 20, "closed"),
        ('["Mo-Fr 09:00-17:00", {hours: "Mo-Fr 10:00-12:00", time_zone: America/Los_Angeles}]', 18, "open"),  # noqa: E501
        ('["Mo-Fr 09:00-17:00", {hours: "Mo-Fr 10:00-12:00", time_zone: America/Los_Angeles}]', 20, "unknown"),  # noqa: E501
    ],
)  # fmt: skip
def test_where_no_clock_is_known_only_what_needs_one_is_unknown(made, hours, hour, state):
    """Heard and McDonald Islands have no zone in tzdata; Monday 10:00 in Los Angeles is 18:00."""
    directory = made(
        f"""
regions:
  - id: r
    countries: [HM]
    availability: {{standard: {hours}}}
    lines: [{{id: l, number: "+44 20 7946 0958", published_as: 020 7946 0958}}]
"""
    )

    answer = directory.who_can_i_call("HM", at=datetime(2026, 12, 7, hour, tzinfo=timezone.utc))

    assert answer.best.state == state
    assert "hours_not_stated" not in {one.code for one in answer.best.reasons}
    assert "time_zone_unknown" in {one.code for one in answer.caveats}


def test_each_severity_rests_on_its_own_rules(made):
    """Open for one and closed for the other: all three rules are told."""
    directory = made(
        """
severities: [normal, urgent]
regions:
  - id: r
    countries: [GB]
    availability:
      standard:
        - {hours: "Mo-Su 08:00-20:00", severities: [urgent]}
        - {hours: "Mo-Fr 09:00-12:00", severities: [normal]}
        - {hours: "Mo-Fr 13:00-17:00"}
    lines: [{id: l, number: "+44 20 7946 0958", published_as: 020 7946 0958}]
"""
    )

    saturday = datetime(2026, 11, 28, 12, tzinfo=timezone.utc)
    best = directory.who_can_i_call("GB", at=saturday).best

    assert best.state == "unknown"
    assert [one.code for one in best.reasons].count("hours_unknown") == 3


def test_the_comment_of_one_rule_among_several_is_told(made):
    """On its days, and on no others."""
    directory = made(
        """
regions:
  - id: r
    countries: [GB]
    languages: [en]
    availability: {standard: 'Mo-Fr 09:00-17:00; Sa 10:00-12:00 "by appointment"'}
    lines: [{id: l, number: "+44 20 7946 0958", published_as: 020 7946 0958}]
"""
    )

    def reason(day):
        option = directory.who_can_i_call("GB", at=utc(2026, 11, day, 11)).options[0]
        texts = [one.text for one in option.reasons if one.code.startswith("hours")]
        return texts[0].partition("local time.")[2]

    assert reason(28) == " Unknown: by appointment."
    assert reason(27) == ""


def test_only_the_exceptions_of_a_day_speak_of_its_holidays(made):
    """One that names holidays on a later day leaves the hours of today silent about them."""
    directory = made(
        """
countries: {GB: {holidays: [{on: 2026-11-27, name: Example Day}]}}
regions:
  - id: r
    countries: [GB]
    languages: [en]
    exceptions: [{on: 2026-12-24, hours: "09:00-12:00; PH off"}]
    availability: {standard: "Mo-Fr 09:00-17:00"}
    lines: [{id: l, number: "+44 20 7946 0958", published_as: 020 7946 0958}]
"""
    )

    def codes(*parts):
        answer = directory.who_can_i_call("GB", at=utc(*parts, 11))
        return [caveat.code for caveat in answer.best.caveats]

    assert [code for code in codes(2026, 11, 27) if "holiday" in code]
    assert not [code for code in codes(2026, 12, 24) if "holiday" in code]


def test_rules_of_each_severity_follow_their_own(made):
    """Of two histories side by side each goes on with the rule for the same severity."""
    old, new = "valid_until: 2026-06-30", "valid_from: 2026-07-01"
    directory = made(
        f"""
severities: [normal, urgent]
regions:
  - id: r
    countries: [GB]
    languages: [en]
    availability:
      standard:
        - {{hours: "Mo-Fr 09:00-17:00", severities: [normal], {old}}}
        - {{hours: "Mo-Fr 08:00-18:00", severities: [urgent], {old}}}
        - {{hours: "Mo-Fr 10:00-16:00", severities: [normal], {new}}}
        - {{hours: "Mo-Fr 07:00-19:00", severities: [urgent], {new}}}
    lines: [{{id: l, number: "+44 20 7946 0958", published_as: 020 7946 0958}}]
"""
    )

    def told(month):
        option = directory.who_can_i_call("GB", at=utc(2026, month, 11, 11)).best
        texts = [one.text for one in option.reasons if one.code.startswith("hours")]
        return [text.split("Mo-Fr ")[1][:5] for text in texts]

    assert told(6) == ["09:00", "08:00"]
    assert told(8) == ["10:00", "07:00"]


def test_facts_are_to_be_confirmed_within_a_year_if_nothing_else_is_said(made):
    """They were read on 2 November 2026."""
    directory = made(
        """
regions:
  - id: r
    countries: [GB]
    languages: [en]
    availability: {standard: "Mo-Fr 09:00-17:00"}
    lines: [{id: l, number: "+44 20 7946 0958", published_as: 020 7946 0958}]
"""
    )

    def codes(*parts):
        answer = directory.who_can_i_call("GB", at=utc(*parts, 11))
        return {caveat.code for one in (answer, answer.best) for caveat in one.caveats}

    assert "not_confirmed" not in codes(2027, 11, 2)
    assert "not_confirmed" in codes(2027, 11, 3)
