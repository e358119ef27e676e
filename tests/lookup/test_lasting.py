"""Hours that become other ones by the dates of rules and lines are told before the day."""

from __future__ import annotations

import random
from datetime import date, datetime, timedelta, timezone

import pytest

import supportlines

HEAD = """
directory:
  id: lasting
  name: Lasting
  sources: [{id: page, title: A page, url: "https://support.example", read_on: 2026-11-30}]
tiers: {standard: {}, premium: {includes: standard}}
regions:
  - id: gb
    countries: [GB]
    languages: [en]
"""
AT = datetime(2026, 12, 1, 10, tzinfo=timezone.utc)


def coming(rules, line="", at=AT, **words):
    """Return what comes on the only line, with these rules."""
    text = HEAD + f"    availability: {{standard: [{rules}]}}\n"
    text += f'    lines: [{{id: line, number: "+44 20 7946 0100"{line}}}]\n'
    return supportlines.loads(text).who_can_i_call("GB", at=at, **words).coming


def utc(day, hour=0):
    """Return an hour of a day of December."""
    return datetime(2026, 12, day, hour, tzinfo=timezone.utc)


DAY_LINE = '{hours: "Mo-Fr 09:00-17:00", time_zone: UTC, valid_until: 2026-12-14}'
SHORT = 'hours: "Mo-Fr 10:00-16:00", time_zone: UTC'

ADDED = (
    '{hours: "Mo-Fr 09:00-17:00", time_zone: UTC},'
    '{languages: [en], hours: "Sa 10:00-14:00", time_zone: UTC, valid_from: 2026-12-05}'
)


def test_other_hours_are_told_with_their_days_and_the_hours_of_a_week():
    """From Tuesday the 15th; then from Monday the 21st the old ones again."""
    short, again = coming(
        f"{DAY_LINE}, {{{SHORT}, valid_from: 2026-12-15, valid_until: 2026-12-20}},"
        '{hours: "Mo-Fr 09:00-17:00", time_zone: UTC, valid_from: 2026-12-21}'
    )

    assert (short.start, short.end, short.state) == (utc(15), utc(21), "open")
    assert short.days == (date(2026, 12, 15), date(2026, 12, 20))
    assert short.hours == tuple((utc(day, 10), utc(day, 16)) for day in range(15, 19))
    assert short.why.text == "standard: Mo-Fr 10:00-16:00, time of UTC."
    assert (again.start, again.end, again.days) == (utc(21), None, None)
    assert again.hours == tuple((utc(day, 9), utc(day, 17)) for day in range(21, 26))
    assert again.why.code == "new_hours"


@pytest.mark.parametrize(
    ("rules", "line", "expected"),
    [
        # Nobody says what holds from then on.
        (DAY_LINE, "", [(15, "unknown", "hours_not_stated")]),
        # The same hours in other words, or by another source, are no others.
        (
            DAY_LINE + ', {hours: "Mo-Th,Fr 09:00-17:00", time_zone: UTC, valid_from: 2026-12-15}',
            "",
            [],
        ),
        # What is added is told with what it is added to.
        (
            ADDED,
            "",
            [(5, "open", "new_hours")],
        ),
        # It is open day and night anyway.
        (f"{{hours: 24/7}}, {{{SHORT}, valid_from: 2026-12-15}}", "", []),
        # Closed stays closed, whatever is written of it.
        (
            '{hours: "off", valid_until: 2026-12-11}, {hours: "24/7 off", valid_from: 2026-12-12}',
            "",
            [],
        ),
        # A line that ends; its hours beyond that are nobody's.
        ("{hours: 24/7}", ", valid_until: 2026-12-20", [(21, "closed", "line_ends")]),
        (DAY_LINE, ", valid_until: 2026-12-14", [(15, "closed", "line_ends")]),
        (DAY_LINE, ", valid_until: 2026-12-11", [(12, "closed", "line_ends")]),
        # Not within thirty days.
        ("{hours: 24/7}", ", valid_until: 2027-01-20", []),
        (f"{{hours: 24/7, valid_until: 2027-01-09}}, {{{SHORT}, valid_from: 2027-01-10}}", "", []),
    ],
)
def test_only_what_is_otherwise_is_told(rules, line, expected):
    """Compare with what the rules say, week by week."""
    found = coming(rules, line)

    assert [(one.start.day, one.state, one.why.code) for one in found] == expected


def test_hours_that_are_added_are_told_together():
    """The old ones go on."""
    (found,) = coming(ADDED)

    assert found.why.text == "standard: Mo-Fr 09:00-17:00 and Sa 10:00-14:00, time of UTC."


def test_what_has_begun_comes_no_more():
    """It is what holds, and the state says it."""
    rules = f"{DAY_LINE}, {{{SHORT}, valid_from: 2026-12-15}}"

    assert len(coming(rules, at=utc(14, 23))) == 1
    assert coming(rules, at=utc(15)) == ()


def test_the_clock_is_that_of_the_rule_or_of_any_zone_of_the_caller():
    """Midnight of the fifteenth comes to Kaliningrad first."""
    text = HEAD.replace("GB", "RU") + "    availability:\n      standard:\n"
    text += '        - {hours: "Mo-Fr 09:00-17:00", valid_until: 2026-12-14}\n'
    text += '        - {hours: "Mo-Fr 10:00-16:00", valid_from: 2026-12-15}\n'
    text += '    lines: [{id: line, number: "+7 800 555 01 00"}]\n'
    directory = supportlines.loads(text)

    moscow = directory.who_can_i_call("RU", at=AT, time_zone="Europe/Moscow").coming
    anywhere = directory.who_can_i_call("RU", at=AT).coming

    assert [one.start for one in moscow] == [utc(14, 21)]
    assert [one.start for one in anywhere] == [utc(14, 12)]  # Kamchatka


HOURS = ["Mo-Fr 09:00-17:00", "Mo-Su 08:00-20:00", "Sa 10:00-14:00", "24/7"]
WEEKS = {
    "Mo-Fr 09:00-17:00": [(9, 17)] * 5 + [None] * 2,
    "Mo-Su 08:00-20:00": [(8, 20)] * 7,
    "Sa 10:00-14:00": [None] * 5 + [(10, 14), None],
    "24/7": [(0, 24)] * 7,
}


def written(periods):
    """Return rules of some periods as YAML."""
    return ", ".join(
        f'{{hours: "{hours}", time_zone: UTC, valid_from: {first}, valid_until: {last}}}'
        for hours, first, last in periods
    )


def open_hours(periods, day):
    """Return the hours of *day* that are open by a list of periods; None if none speaks."""
    here = [hours for hours, first, last in periods if first <= day <= last]
    if not here:
        return None
    spans = [WEEKS[hours][day.weekday()] for hours in here]
    return frozenset(hour for span in spans if span for hour in range(*span))


@pytest.mark.sampled
@pytest.mark.parametrize("block", range(4))
def test_any_dates_are_told_when_a_week_becomes_another(block):
    """An oracle looks at each hour of the weeks before and after each day."""
    chance = random.Random(block)  # noqa: S311 - no secret
    today = AT.date()
    for _ in range(40):
        day, periods = today - timedelta(days=chance.randint(0, 20)), []
        while day < today + timedelta(days=80):
            last = day + timedelta(days=chance.randint(3, 25))
            if chance.random() < 0.9:
                periods.append((chance.choice(HOURS), day, last))
            day = last + timedelta(days=1)
        edges = {first for _, first, _ in periods}
        edges |= {last + timedelta(days=1) for _, _, last in periods}

        def week(first, periods=periods):
            return [open_hours(periods, first + timedelta(days=each)) for each in range(7)]

        expected = [
            edge
            for edge in sorted(edges)
            if today < edge <= today + timedelta(days=30)
            and week(edge) != week(edge - timedelta(days=7))
        ]
        if not any(first <= today <= last for _, first, last in periods):
            continue
        found = coming(written(periods))

        # Where a period goes over into one with the same hours nothing begins.
        same = {
            first
            for hours, first, _ in periods
            for other, _, last in periods
            if other == hours and last + timedelta(days=1) == first
        }
        assert [one.start.date() for one in found] == [one for one in expected if one not in same]


FROM = "valid_from: 2026-12-15"


@pytest.mark.parametrize(
    ("rules", "expected"),
    [
        (
            f"{{after: day, time_zone: UTC, {FROM}}}",
            "standard: while the line Day is closed.",
        ),
        (
            f'{{after: day, hours: "06:00-22:00", time_zone: UTC, {FROM}}}',
            "standard: Mo-Su 06:00-22:00, while the line Day is closed.",
        ),
        (
            f"{{{SHORT}, {FROM}}}, {{after: day, time_zone: UTC, {FROM}}}",
            "standard: Mo-Fr 10:00-16:00, and while the line Day is closed.",
        ),
        (
            f'{{{SHORT}, {FROM}}}, {{after: day, hours: "06:00-22:00", time_zone: UTC, {FROM}}}',
            "standard: Mo-Fr 10:00-16:00, and Mo-Su 06:00-22:00 while the line Day is closed.",
        ),
    ],
)
def test_hours_after_another_line_s_are_told_as_such(rules, expected):
    """They are not day and night, as the rule has them that says nothing but the line."""
    text = HEAD + f"    availability: {{standard: [{DAY_LINE}]}}\n    lines:\n"
    text += (
        f'      - {{id: line, number: "+44 20 7946 0100", availability: {{standard: [{rules}]}}}}\n'
    )
    text += '      - {id: day, label: Day, number: "+44 20 7946 0101", channel: sms,\n'
    text += '         availability: {standard: {hours: "Mo-Fr 09:00-17:00", time_zone: UTC}}}\n'

    (change,) = supportlines.loads(text).who_can_i_call("GB", at=AT).coming

    assert (change.start, change.why.text) == (utc(15), expected)


def test_hours_after_another_line_s_are_those_of_each_zone_of_the_caller():
    """In each zone of Portugal one of the two answers, whatever its clock shows."""
    text = HEAD.replace("[GB]", "[PT]")
    text += f"""
    lines:
      - id: line
        number: "+44 20 7946 0100"
        availability:
          standard:
            - {{hours: "08:00-12:00", valid_until: 2026-12-14}}
            - {{hours: "09:00-17:00", {FROM}}}
            - {{after: day}}
      - id: day
        number: "+44 20 7946 0101"
        channel: sms
        availability: {{standard: "09:00-17:00"}}
"""
    (change,) = supportlines.loads(text).who_can_i_call("PT", at=AT).coming

    assert change.hours == ((utc(15), utc(22)),)
