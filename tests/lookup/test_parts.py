"""Holidays of a part of the caller's country: decided where all parts agree, else asked for."""

from __future__ import annotations

import importlib
import subprocess
import sys
from datetime import datetime, timezone

import pytest

from supportlines.api import Directory
from supportlines.directory import load_directory

pytest.importorskip("holidays")

# Easter Monday of 2027. Banking and Financial Dealings Act 1971, Schedule 1: a bank holiday in
# England and Wales and in Northern Ireland, not in Scotland.
EASTER_MONDAY = datetime(2027, 3, 29, 9, tzinfo=timezone.utc)
FILE = """
directory:
  id: parts
  name: Parts
  assumed_languages: [en]
  sources: [{id: page, title: A page, url: "https://support.example", read_on: 2026-11-22}]
tiers: {standard: {}, premium: {includes: standard}}
%s
regions:
  - id: all
    countries: [GB, AU, DE, CH]
    availability:
      standard: %s
      premium: 24/7
    lines: [{id: l, number: "+44 20 7946 0958", published_as: 020 7946 0958, kind: geographic}]
"""


def asked(at=EASTER_MONDAY, country="GB", *, rule="Mo-Fr 09:00-17:00; PH off", facts="", **more):
    """Return the answer of a directory with one rule."""
    return loaded(rule, facts).who_can_i_call(country, at=at, **more)


def loaded(rule, facts=""):
    """Return a directory with one rule."""
    text = FILE % (facts, rule)
    return Directory(load_directory(text.encode(), "parts.yaml"))


def said(answer):
    """Return the caveats by code."""
    return {one.code: one.text for one in answer.caveats}


def test_a_holiday_of_some_parts_is_unknown_and_the_part_is_asked_for():
    """The answer names the holiday, its parts, and what to add; so does the option."""
    answer = asked()

    assert answer.state == "unknown"
    assert answer.best.changes_at == datetime(2027, 3, 29, 16, tzinfo=timezone.utc)
    assert answer.best.reasons[-1].code == "hours_unknown"
    assert answer.best.reasons[-1].text.endswith(
        " Unknown: Easter Monday is a public holiday in GB-ENG, GB-NIR and GB-WLS."
    )
    assert said(answer)["subdivision_not_given"] == (
        "It depends on the caller's part of the country, which was not given: Easter Monday is "
        "a public holiday in GB-ENG, GB-NIR and GB-WLS; give the part, such as GB-ENG."
    )
    assert "subdivision_not_given" in [one.code for one in answer.best.caveats]


@pytest.mark.parametrize(
    ("part", "state", "why"),
    [
        ("GB-ENG", "closed", "Closed: Easter Monday"),
        ("SCT", "open", None),
        ("gb-nir", "closed", "Closed: Easter Monday"),
    ],
)
def test_the_part_decides(part, state, why):
    """Nothing is left to ask for."""
    answer = asked(subdivision=part)

    assert answer.state == state
    assert why is None or why in answer.best.reasons[-1].text
    assert "subdivision_not_given" not in said(answer)


@pytest.mark.parametrize(
    ("at", "state"),
    [
        (datetime(2027, 3, 29, 7, 59, tzinfo=timezone.utc), "closed"),  # 08:59 in London
        (datetime(2027, 3, 29, 16, tzinfo=timezone.utc), "closed"),
        (datetime(2027, 3, 30, 9, tzinfo=timezone.utc), "open"),
        (datetime(2026, 12, 25, 11, tzinfo=timezone.utc), "closed"),  # everybody's, and named
    ],
)
def test_what_all_parts_share_is_decided_without_a_word(at, state):
    """The hour or the day is the same in every part."""
    answer = asked(at)

    assert answer.state == state
    assert "subdivision_not_given" not in said(answer)
    assert "GB-" not in answer.best.reasons[-1].text


@pytest.mark.parametrize(
    ("at", "country", "part", "states"),
    [
        # St Stephen's Day is kept in Bern, not in Geneva (their laws on days of rest).
        (datetime(2028, 12, 26, 9, tzinfo=timezone.utc), "CH", "CH-BE", ("unknown", "closed")),
        (datetime(2028, 12, 26, 9, tzinfo=timezone.utc), "CH", "CH-GE", ("unknown", "open")),
        # Epiphany 2027, a Wednesday: in Bavaria, not in Berlin (Feiertagsgesetze).
        (datetime(2027, 1, 6, 9, tzinfo=timezone.utc), "DE", "DE-BY", ("unknown", "closed")),
        (datetime(2027, 1, 6, 9, tzinfo=timezone.utc), "DE", "DE-BE", ("unknown", "open")),
        # The Twelfth of July 2027, a Monday, in Northern Ireland alone.
        (datetime(2027, 7, 12, 9, tzinfo=timezone.utc), "GB", "GB-NIR", ("unknown", "closed")),
        (datetime(2027, 7, 12, 9, tzinfo=timezone.utc), "GB", "GB-ENG", ("unknown", "open")),
    ],
)
def test_a_day_of_some_parts_is_decided_by_the_part_alone(at, country, part, states):
    """Without it the state is unknown, whatever the part would say."""
    without = asked(at, country)
    with_part = asked(at, country, subdivision=part)

    assert (without.state, with_part.state) == states
    assert "subdivision_not_given" in said(without)
    assert "subdivision_not_given" not in said(with_part)


def test_a_holiday_of_every_part_closes_with_its_name():
    """Australia, 27 December 2027: in no calendar of the whole country, and in every part."""
    monday = datetime(2027, 12, 27, 2, tzinfo=timezone.utc)  # 13:00 in Sydney, 10:00 in Perth

    answer = asked(monday, "AU", time_zone="Australia/Sydney")

    assert answer.state == "closed"
    assert "Closed: Christmas Day" in answer.best.reasons[-1].text
    assert "subdivision_not_given" not in said(answer)


@pytest.mark.parametrize(
    ("holidays", "country", "state", "code"),
    [
        ("national", "GB", "open", None),
        ("GB-national", "DE", "open", None),
        ("GB-SCT", "DE", "open", None),
        ("GB-ENG", "DE", "closed", None),
        # The caller's part would not help: the file does not say which one it means.
        ("GB", "DE", "unknown", "part_of_holidays_not_stated"),
        ("GB", "GB", "unknown", "part_of_holidays_not_stated"),
    ],
)
def test_a_rule_says_whose_holidays_count(holidays, country, state, code):
    """The country's alone, or those of another place; 11:00 in London and 10:00 in Berlin."""
    rule = f'{{hours: "Mo-Fr 09:00-17:00; PH off", holidays: {holidays}, time_zone: Europe/London}}'

    answer = asked(country=country, rule=rule, facts="")

    assert answer.state == state
    assert {"subdivision_not_given", "part_of_holidays_not_stated"} & set(said(answer)) == (
        {code} if code else set()
    )


def test_national_holidays_close_everywhere():
    """Christmas Day is one, also for a caller who named a part."""
    rule = '{hours: "Mo-Fr 09:00-17:00; PH off", holidays: national}'
    christmas = datetime(2026, 12, 25, 11, tzinfo=timezone.utc)

    assert asked(christmas, rule=rule).state == "closed"
    assert asked(rule=rule, subdivision="GB-ENG").state == "open"  # Easter Monday is none


@pytest.mark.parametrize(
    ("facts", "state", "why"),
    [
        ("countries: {GB: {working_days: [2027-03-29]}}", "open", None),
        (
            "countries: {GB: {holidays: [{on: 2027-03-29, name: Egg Day}]}}",
            "closed",
            "Closed: Egg Day.",
        ),
    ],
)
def test_what_the_file_says_of_a_day_it_says_of_the_whole_country(facts, state, why):
    """The keeper of the file knows better than any calendar."""
    answer = asked(facts=facts)

    assert answer.state == state
    assert why is None or answer.best.reasons[-1].text.endswith(why)


def test_what_is_open_for_another_reason_asks_for_no_part():
    """Premium is day and night, and includes the standard hours."""
    answer = asked(tier="premium")

    assert answer.state == "open"
    assert "subdivision_not_given" not in said(answer)


def test_zones_and_parts_are_both_asked_for_where_both_matter():
    """Labour Day of Victoria, the second Monday of March (Public Holidays Act 1993).

    At 00:00 UTC it is 11:00 in Melbourne, where it is not known, and 08:00 in Perth: closed.
    """
    answer = asked(datetime(2027, 3, 8, tzinfo=timezone.utc), "AU")

    assert answer.state == "unknown"
    assert {"subdivision_not_given", "time_zone_not_given"} <= set(said(answer))
    assert "AU-VIC" in said(answer)["subdivision_not_given"]
    reasons = [one.text for one in answer.best.reasons if one.code.startswith("hours_")]
    assert len(reasons) == 1
    assert "AU-VIC" in reasons[0]


def test_a_used_directory_answers_like_a_fresh_one():
    """Hour by hour through the days around it, in any order."""
    rule = '"Mo-Su 20:00-04:00; PH 22:00-02:00"'
    directory = loaded(rule)
    hours = [
        datetime(2027, 3, 27 + hour // 24, hour % 24, 30, tzinfo=timezone.utc) for hour in range(96)
    ]
    for at in [*hours[::-7], *hours[::5], *hours]:
        again, fresh = directory.who_can_i_call("GB", at=at), asked(at, rule=rule)

        assert again.options[0].reasons == fresh.options[0].reasons
        assert (again.state, again.caveats) == (fresh.state, fresh.caveats)
        assert again.best.changes_at == fresh.best.changes_at


def test_whether_others_use_the_package_makes_no_difference():
    """Hours without holidays rest on no calendar, whoever has imported one."""
    importlib.import_module("holidays")
    assert "holidays" in sys.modules

    assert asked(rule="Mo-Fr 09:00-17:00").data.holidays_version is None
    assert asked().data.holidays_version is not None


def test_where_the_package_is_not_installed_nothing_was_looked_up(tmp_path):
    """In a process of its own, in which it cannot be imported."""
    path = tmp_path / "parts.yaml"
    path.write_text(FILE % ("", "Mo-Fr 09:00-17:00; PH off"), encoding="utf-8")
    code = f"""
import sys
sys.modules["holidays"] = None
import datetime, supportlines
at = datetime.datetime.fromisoformat({EASTER_MONDAY.isoformat()!r})
answer = supportlines.load({str(path)!r}).who_can_i_call("GB", at=at)
print(answer.state, answer.data.holidays_version, *[one.code for one in answer.caveats])
"""

    told = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)

    state, version, *codes = told.stdout.split()
    assert (state, version) == ("open", "None")
    assert "holidays_not_considered" in codes
