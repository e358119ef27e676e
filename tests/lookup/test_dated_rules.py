"""Rules of one tier that hold on some days: those of a day add up, and the others have no part."""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from strategies.amount import cases

WEEKDAYS = ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su")
FIRST = date(2026, 3, 2)  # a Monday


def utc(*parts):
    """Return an instant in UTC."""
    return datetime(*parts, tzinfo=timezone.utc)


def line_with(made, rules, more=""):
    """Return a directory of one British line in English and French with *rules*."""
    return made(
        f"""
{more}
regions:
  - id: r
    countries: [GB]
    languages: [en, fr]
    lines:
      - id: l
        number: "+44 20 7946 0958"
        published_as: 020 7946 0958
        kind: geographic
        availability: {{standard: [{", ".join(rules)}]}}
"""
    )


WIDE = '{hours: "Mo-Fr 09:00-17:00", valid_until: 2026-12-31}'
FRENCH = '{languages: [fr], hours: "Mo-Fr 18:00-20:00; PH off", valid_from: 2026-06-01}'
UNSURE = '{languages: [fr], hours: "Mo-Fr 08:00-20:00 unknown; PH off", valid_from: 2026-06-01}'
ABROAD = (
    '{languages: [fr], hours: "Mo-Fr 19:00-21:00", valid_from: 2026-06-01, time_zone: Europe/Paris}'
)


def of(answer, tag):
    """Return the option that speaks a language."""
    return next(one for one in answer.options if tag in one.languages)


def why(option):
    """Return the reason that names hours."""
    return [reason.text for reason in option.reasons if reason.code.startswith("hours")]


@pytest.mark.parametrize(
    ("rules", "at", "state", "changes_at", "reason"),
    [
        ([WIDE, FRENCH], utc(2026, 12, 14, 10), "open", utc(2026, 12, 14, 17), "Mo-Fr 09:00-17:00"),
        ([FRENCH, WIDE], utc(2026, 12, 14, 10), "open", utc(2026, 12, 14, 17), "Mo-Fr 09:00-17:00"),
        ([WIDE, FRENCH], utc(2026, 12, 25, 10), "open", utc(2026, 12, 25, 17), "Mo-Fr 09:00-17:00"),
        ([WIDE, FRENCH], utc(2026, 12, 14, 18, 30), "open", utc(2026, 12, 14, 20), "18:00-20:00"),
        ([WIDE, FRENCH], utc(2026, 5, 29, 18, 30), "closed", utc(2026, 6, 1, 8), "09:00-17:00"),
        ([WIDE, FRENCH], utc(2027, 1, 5, 10), "closed", utc(2027, 1, 5, 18), "18:00-20:00; PH off"),
        ([WIDE, UNSURE], utc(2026, 12, 14, 10), "open", utc(2026, 12, 14, 17), "09:00-17:00"),
        (
            [WIDE, UNSURE],
            utc(2026, 12, 14, 18),
            "unknown",
            utc(2026, 12, 14, 20),
            "08:00-20:00 unkn",
        ),
        ([WIDE, ABROAD], utc(2026, 12, 14, 10), "open", utc(2026, 12, 14, 17), "09:00-17:00"),
        ([WIDE, ABROAD], utc(2026, 12, 14, 18, 30), "open", utc(2026, 12, 14, 20), "19:00-21:00"),
        ([WIDE, ABROAD], utc(2027, 1, 5, 10), "closed", utc(2027, 1, 5, 18), "Mo-Fr 19:00-21:00"),
    ],
)
def test_rules_whose_days_overlap_add_up(made, rules, at, state, changes_at, reason):
    """A rule for one language takes nothing from a wider one that holds on the same days."""
    option = of(line_with(made, rules).who_can_i_call("GB", at=at), "fr")

    assert (option.state, option.changes_at) == (state, changes_at)
    assert reason in why(option)[0]
    # The reason is of a rule that holds today.
    if at.year == 2027:
        assert len(why(option)) == 1


@pytest.mark.parametrize(
    "december", ["valid_from: 2025-12-01, valid_until: 2025-12-31", "valid_from: 2027-12-01"]
)
@pytest.mark.parametrize(
    ("at", "state"),
    [
        (utc(2026, 11, 24, 10), "open"),
        (utc(2026, 11, 24, 20), "closed"),  # a Tuesday evening
        (utc(2026, 11, 28, 11), "closed"),  # a Saturday
    ],
)
def test_hours_without_dates_speak_of_every_day(made, december, at, state):
    """More hours in one December do not make the evenings of all other months unknown."""
    always = '{hours: "Mo-Fr 09:00-17:00"}'
    more = f'{{languages: [fr], hours: "Sa 10:00-14:00", {december}}}'

    for rules in ([always, more], [more, always]):
        answer = line_with(made, rules).who_can_i_call("GB", at=at)
        assert of(answer, "fr").state == of(answer, "en").state == state


@pytest.mark.parametrize(
    ("severity", "at", "state", "reason"),
    [
        ("urgent", utc(2026, 12, 14, 10), "open", "Mo-Fr 09:00-17:00"),
        ("urgent", utc(2026, 12, 14, 20), "open", "Mo-Su 18:00-23:00"),
        ("normal", utc(2026, 12, 14, 20), "closed", "Mo-Fr 09:00-17:00"),
        ("urgent", utc(2027, 1, 4, 20), "open", "Mo-Su 18:00-23:00"),
    ],
)
def test_so_do_those_of_a_severity(made, severity, at, state, reason):
    """What is limited to a severity lies beside what is not."""
    rules = [WIDE, '{severities: [urgent], hours: "Mo-Su 18:00-23:00", valid_from: 2026-06-01}']
    directory = line_with(made, rules, "severities: [normal, urgent]")

    option = of(directory.who_can_i_call("GB", at=at, severity=severity), "en")

    assert (option.state, reason in why(option)[0]) == (state, True)


OLD = '{hours: "Mo-Fr 09:00-17:00", valid_until: 2026-12-31, exceptions: [%s]}'
NEW = '{hours: "Mo-Fr 08:00-18:00", valid_from: 2027-01-01, exceptions: [%s]}'
MOVED = '{hours: "Mo-Fr 08:00-18:00", valid_from: 2027-01-01, time_zone: Europe/Paris}'


@pytest.mark.parametrize(
    ("rules", "at", "state"),
    [
        ([OLD % "{each_month: 12}", NEW % ""], utc(2026, 10, 12, 10), "closed"),
        ([OLD % "{each_month: 12}", NEW % ""], utc(2027, 1, 12, 10), "open"),
        ([OLD % "{first_day: 2026-11-16, last_day: unknown}", NEW % ""], None, "open"),
        ([OLD % "{first_day: 2026-12-28, last_day: 2027-01-15}", NEW % ""], None, "open"),
        # Moments on the wall, and instants.
        ([OLD % "{from: 2026-12-28T12:00, until: 2027-01-15T12:00}", NEW % ""], None, "open"),
        ([OLD % "{from: 2026-12-28T12:00Z, until: 2027-01-15T12:00Z}", NEW % ""], None, "open"),
        (
            [OLD % "{from: 2026-12-28T12:00Z, until: 2027-01-15T12:00Z}", NEW % ""],
            utc(2026, 12, 30, 10),
            "closed",
        ),
        ([OLD % "{from: 2026-11-16T12:00Z, until: unknown}", NEW % ""], None, "open"),
        # The other way round: the new rule's closure says nothing of the old one's days.
        (
            [OLD % "", NEW % "{first_day: 2026-12-21, last_day: 2027-01-15}"],
            utc(2026, 12, 22, 10),
            "open",
        ),
        ([OLD % "", NEW % "{first_day: 2026-12-21, last_day: 2027-01-15}"], None, "closed"),
        (
            [OLD % "", NEW % "{from: 2026-12-21T00:00Z, until: 2027-01-15T00:00Z}"],
            utc(2026, 12, 22, 10),
            "open",
        ),
        # Hours that an ended rule would have do not open its successor, nor days of no rule.
        ([OLD % '{on: 2027-01-12, hours: "18:00-22:00"}', MOVED], utc(2027, 1, 12, 20), "closed"),
        ([OLD % "{first_day: 2026-12-28, last_day: 2027-01-15}"], None, "unknown"),
        ([OLD % '{on: 2027-01-12, hours: "09:00-12:00"}'], None, "unknown"),
    ],
)
def test_an_exception_of_a_rule_is_one_of_its_days(made, rules, at, state):
    """What one rule says of a day is not said of the hours before it, or after it."""
    answer = line_with(made, rules).who_can_i_call("GB", at=at or utc(2027, 1, 12, 10))

    assert of(answer, "en").state == state


def test_what_comes_ends_with_its_rule(made):
    """A closure that goes on beyond the last day of its rule is announced up to that day."""
    closed = "{first_day: 2026-12-28, last_day: 2027-01-15, reason: Stocktaking}"
    directory = line_with(made, [OLD % closed, NEW % ""])

    coming = directory.who_can_i_call("GB", at=utc(2026, 12, 20, 10)).coming

    assert [(one.start, one.end, one.why.text) for one in coming] == [
        (utc(2026, 12, 28), utc(2027, 1, 1), "Stocktaking"),
        (utc(2027, 1, 1), None, "standard: Mo-Fr 08:00-18:00, the caller's local time."),
    ]


def test_a_night_that_is_left_over_is_that_of_its_rule(made):
    """After midnight of the last day the reason still names the rule whose night it is."""
    rules = [
        '{hours: "Mo-Su 18:00-06:00", valid_until: 2026-12-31}',
        '{hours: "Mo-Fr 09:00-17:00", valid_from: 2027-01-01}',
    ]
    directory = line_with(made, rules)

    night = of(directory.who_can_i_call("GB", at=utc(2027, 1, 1, 3)), "en")
    morning = of(directory.who_can_i_call("GB", at=utc(2027, 1, 1, 7)), "en")

    assert (night.state, "Mo-Su 18:00-06:00" in why(night)[0]) == ("open", True)
    assert (morning.state, "Mo-Fr 09:00-17:00" in why(morning)[0]) == ("closed", True)


@st.composite
def histories(draw):
    """Rules of daytime hours, each with its languages and perhaps its days."""
    found = []
    for _ in range(draw(st.integers(1, 5))):
        opens = draw(st.integers(6, 18))
        hours = [draw(st.sampled_from(WEEKDAYS[:6])), opens, draw(st.integers(opens + 1, 22))]
        days = [None, None]
        if draw(st.integers(0, 3)):
            days = [draw(st.none() | st.integers(0, 20)), draw(st.none() | st.integers(0, 20))]
            if None not in days:
                days.sort()
        languages = draw(st.sampled_from([("en", "fr"), ("en",), ("fr",)]))
        state = draw(st.sampled_from(["open", "open", "unknown"]))
        alike = sum(rule[2] == languages for rule in found)
        found.append((hours, days, languages, state, alike))
    return found


def as_yaml(rule):
    """Return a rule as a file has it.

    Those for the same languages are in zones of another name, so that none contradict.
    """
    (weekday, opens, closes), (first, last), languages, state, number = rule
    parts = [f'hours: "{weekday}-Su {opens:02}:00-{closes:02}:00 {state}"']
    parts += [f"languages: [{languages[0]}]"] if len(languages) == 1 else []
    parts += [f"valid_from: {FIRST + timedelta(days=first)}"] if first is not None else []
    parts += [f"valid_until: {FIRST + timedelta(days=last)}"] if last is not None else []
    zones = ["caller", "Etc/UTC", "Africa/Abidjan", "Atlantic/Reykjavik", "Etc/GMT"]
    return "{" + ", ".join([*parts, f"time_zone: {zones[number]}"]) + "}"


def holds(rule, day):
    """Whether a rule holds on a day, counted from the first."""
    first, last = rule[1]
    return (first is None or first <= day) and (last is None or day <= last)


def says(rule, day, hour):
    """What a rule that holds says at an hour."""
    (weekday, opens, closes), _, _, state, _ = rule
    is_day = WEEKDAYS.index(weekday) <= day % 7
    return state if is_day and opens <= hour < closes else "closed"


@settings(max_examples=cases(120), deadline=None)
@given(histories(), st.lists(st.tuples(st.integers(0, 24), st.integers(0, 23)), max_size=12))
def test_any_rules_of_a_day_add_up(made, rules, instants):
    """Property: what holds on a day is joined; a day of no rule is unknown."""
    directory = line_with(made, [as_yaml(rule) for rule in rules])

    for day, hour in instants:
        at = utc(FIRST.year, FIRST.month, FIRST.day, hour) + timedelta(days=day)
        answer = directory.who_can_i_call("GB", at=at)
        for tag in ("en", "fr"):
            mine = [rule for rule in rules if tag in rule[2]]
            today = [rule for rule in mine if holds(rule, day)]
            found = {says(rule, day, hour) for rule in today}
            if not today:
                found.add("unknown")
            state = next(one for one in ("open", "unknown", "closed") if one in found)
            option = of(answer, tag)
            assert option.state == state
            if state != "unknown":
                named = [rule for rule in today if says(rule, day, hour) == state]
                printed = [f"{opens:02}:00-{closes:02}:00" for (_, opens, closes), *_ in named]
                assert all(any(each in text for each in printed) for text in why(option))
