"""Hours that leave no day out hold on public holidays too."""

from __future__ import annotations

import pytest

from supportlines.hours import Schedule


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Mo-Su 21:00-06:00", True),  # "every night"
        ("09:00-17:00", True),  # no day is named, none is left out
        ("24/7", True),
        ("Mo-Su 09:00-17:00 unknown", True),
        ("Mo-Fr 09:00-18:00; Sa-Su 10:00-16:00", True),  # each of the seven, in two rules
        ("Mo-Fr 09:00-18:00, Sa 10:00-16:00, Su 22:00-24:00", True),
        ("Sa-Th 09:00-17:00; Fr 14:00-18:00", True),  # a week that begins elsewhere
        ("Mo-Su 09:00-17:00; Dec 24 off", True),  # a day that is named is no weekday
        ("Mo-Su 09:00-17:00; PH off", True),  # what PH says is another question
        ("Apr-Sep 09:00-17:00; Oct-Mar 10:00-16:00", True),  # two seasons, and no day between
        ("Apr-Sep Mo-Su 09:00-17:00; Oct-Mar Mo-Fr 10:00-16:00, Oct-Mar Sa-Su 11:00-12:00", True),
        ("Mo-Fr 09:00-17:00; Sa-Su 10:00-12:00; Jul-Aug 10:00-12:00", True),
        ("Apr-Sep 09:00-17:00; Oct-Feb 10:00-16:00", False),  # March is left out
        ("Mar 01-Jan 31 09:00-17:00; Feb 01-28 09:00-17:00", False),  # and here 29 February
        ("Apr-Sep 09:00-17:00; Oct-Mar Mo-Sa 10:00-16:00", False),  # no Sunday in winter
        ("2026 Apr-Sep 09:00-17:00; Oct-Mar 10:00-16:00", False),  # a summer of one year
        ("2026+ 09:00-17:00", False),  # until then nothing is said
        ("0001-2030 09:00-17:00", False),
        ("Mo-Fr 09:00-17:00", False),
        ("Mo-Sa 09:00-17:00", False),  # Sunday is left out, and holidays are like Sundays
        ("Mo-Fr 09:00-17:00; Sa-Su off", False),  # closed days are no hours
        ("Mo-Su 09:00-17:00; Su off", False),
        ("Mo-Su 09:00-17:00; Jul-Aug Sa-Su off", False),  # left out for two months
        ("Jun-Aug 09:00-17:00", False),  # nothing is said of the rest of the year
        ("Jun-Aug 09:00-17:00; Mo-Fr 09:00-17:00", False),
        ("Mo-Fr 09:00-17:00, Sa[1] 09:00-12:00, Su 09:00-12:00", False),  # one Saturday of four
        ("off", False),
    ],
)
def test_each_of_the_seven_days_has_hours_all_the_year_round(text, expected):
    """By what the hours mean, not by how they are written."""
    assert Schedule.parse(text).names_every_weekday is expected
    assert Schedule.parse(str(Schedule.parse(text))).names_every_weekday is expected
