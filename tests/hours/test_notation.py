"""The notation: what is read, how it is printed, what is refused and where."""

from __future__ import annotations

import copy
import pickle

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from supportlines.hours import HoursSyntaxError, Schedule
from supportlines.hours.calendar.layers import FAR_AWAY, LONG_AGO, Layer
from supportlines.hours.calendar.wall_clock import LocalHours
from supportlines.hours.notation.parser import LONGEST_TEXT

from strategies.amount import cases


@pytest.mark.parametrize(
    ("text", "canonical"),
    [
        ("Mo-Fr 09:00-17:00", "Mo-Fr 09:00-17:00"),
        ("mo-fr 9:00-17:00", "Mo-Fr 09:00-17:00"),
        ("Mo,Tu,We,Th,Fr 09:00-17:00", "Mo-Fr 09:00-17:00"),
        ("Mo-We 09:00-17:00; Th-Fr 09:00-17:00", "Mo-Fr 09:00-17:00"),
        ("Mo-Fr 13:00-17:00,09:00-13:00", "Mo-Fr 09:00-17:00"),  # spans that touch are one
        ("Mo-Fr: 09:00-17:00", "Mo-Fr 09:00-17:00"),
        ("Sa-Th 09:00-17:00", "Sa-Th 09:00-17:00"),  # a range may go over Sunday
        ("Sa,Su,Mo 10:00-12:00", "Sa-Mo 10:00-12:00"),
        ("We 10:00-12:00, Mo 10:00-12:00", "Mo,We 10:00-12:00"),
        ("09:00-17:00", "Mo-Su 09:00-17:00"),
        ("Mo 22:00-26:00", "Mo 22:00-02:00"),
        ("Mo 22:00-24:00; Tu 00:00-02:00", "Mo 22:00-24:00; Tu 00:00-02:00"),
        ("Mo 10:00-10:00", "Mo 10:00-10:00"),  # a whole day long, as both engines
        ("Mo-Su 00:00-24:00", "Mo-Su 00:00-24:00"),  # not 24/7, which knows no holidays
        ("24/7", "24/7"),
        ("open", "24/7"),
        ("24/7 unknown", "24/7 unknown"),
        ("unknown", "24/7 unknown"),
        ("off", "off"),
        ("closed", "off"),
        ("Mo off", "off"),
        ("24/7; Mo off", "Tu-Su 00:00-24:00"),
        ("Mo-Fr 09:00-17:00; We off", "Mo,Tu,Th,Fr 09:00-17:00"),
        ("Mo-Fr 09:00-17:00; We 12:00-13:00 off", "Mo,Tu,Th,Fr 09:00-17:00; We 09:00-12:00,13:00-17:00"),  # noqa: E501
        ("Mo-Fr 09:00-17:00; Fr 09:00-15:00", "Mo-Th 09:00-17:00; Fr 09:00-15:00"),
        ("Mo-Th 22:00-06:00; Fr 22:00-04:00", "Mo-We 22:00-06:00, Th 22:00-24:00; Fr 22:00-04:00"),
        ("Mo-Th 22:00-06:00, Fr 22:00-04:00", "Mo-Th 22:00-06:00, Fr 22:00-04:00"),
        ("Sa 10:00-14:00; Mo-Fr 22:00-06:00", "Mo-Fr 22:00-06:00, Sa 10:00-14:00"),  # keeps Saturday's small hours  # noqa: E501
        ("Mo 09:00-17:00, Mo 10:00-12:00 unknown", "Mo 09:00-10:00,12:00-17:00, Mo 10:00-12:00 unknown"),  # noqa: E501
        ('Mo 09:00-17:00 "by appointment"', 'Mo 09:00-17:00 unknown "by appointment"'),
        ('Mo 09:00-17:00 open "ring twice"', 'Mo 09:00-17:00 open "ring twice"'),
        ("Nov-Mar 09:00-17:00", "Nov-Mar 09:00-17:00"),
        ("Nov-Mar: Mo-Fr 09:00-17:00", "Nov-Mar Mo-Fr 09:00-17:00"),
        ("Jan,Feb,Mar 09:00-17:00", "Jan-Mar 09:00-17:00"),
        ("Jan-Dec Mo 09:00-17:00", "Mo 09:00-17:00"),
        ("Dec 24-Jan 2 off", "Dec 24-Jan 2 off"),
        ("Dec 24,25,31 off", "Dec 24-25,Dec 31 off"),
        ("Feb 29 off", "Feb 29 off"),
        ("2026 Dec 25 off", "2026 Dec 25 off"),
        ("2026 Dec 25,Dec 31 off", "2026 Dec 25,2026 Dec 31 off"),  # the year goes on
        ("2026 Dec 24-Jan 2 off", "2026 Dec 24-2027 Jan 2 off"),
        ("2026-2028 Dec 24-Jan 2 off", "2026-2028 Jan 1-2,2026-2028 Dec 24-31 off"),
        ("2026 Dec 24-2026 Dec 26 off", "2026 Dec 24-26 off"),
        ("2026 10:00-12:00", "2026 10:00-12:00"),
        ("2026-2028,2030+ 10:00-12:00", "2026-2028,2030+ 10:00-12:00"),
        ("Mo[1] 10:00-12:00", "Mo[1] 10:00-12:00"),
        ("Fr[-1] 10:00-12:00", "Fr[-1] 10:00-12:00"),
        ("Mo[1-3] 10:00-12:00", "Mo[1,2,3] 10:00-12:00"),
        ("Mo,Mo[1] 10:00-12:00", "Mo 10:00-12:00"),
        ("Tu,Tu[1],We[1] 10:00-12:00", "Tu,We[1] 10:00-12:00"),
        ("Mo-Fr 09:00-18:00; PH off", "Mo-Fr 09:00-18:00; PH off"),
        ("Mo-Fr,PH 09:00-18:00", "Mo-Fr,PH 09:00-18:00"),
        ("Mo-Su,PH 09:00-18:00", "Mo-Su,PH 09:00-18:00"),  # says something of holidays
        ("PH Mo-Fr 09:00-18:00", "PH Mo-Fr 09:00-18:00"),
        ("PH,Su off", "Su,PH off"),
        ("24/7; PH off", "24/7; PH off"),
        ("Mo-Fr 09:00-17:00; ", "Mo-Fr 09:00-17:00"),
        ("Apr,Nov-Feb 09:00-17:00", "Apr,Nov-Feb 09:00-17:00"),  # a run over New Year and others
        ("Jan 1-2,Jul 4,Dec 31 off", "Jul 4,Dec 31-Jan 2 off"),
        ("Jan,Mar,Nov off", "Jan,Mar,Nov off"),  # January alone touches no December
        ("Dec off", "Dec off"),
        ("Dec-Jan off", "Dec-Jan off"),
        ("Feb 1-28 off", "Feb 1-28 off"),  # not the month: it may have a day more
        ("Jan 2-31 off", "Jan 2-31 off"),
        ("Jan 31-Feb 1 off", "Jan 31-Feb 1 off"),
        ("Dec 20-5 off", "Dec 20-Dec 5 off"),  # nearly a year; within one month it runs backwards
        ("2026 Dec 20-5 off", "2026 Dec 20-2027 Dec 5 off"),
        ("2026 Dec-2027 Feb off", "2026 Dec 1-2027 Feb 28 off"),  # February of its own year
        ("2026 Dec-2028 Feb off", "2026 Dec 1-2028 Feb 29 off"),
        ("2026 Dec-2027 Jan off", "2026 Dec 1-2027 Jan 31 off"),
        ("2026 Feb-2026 Mar off", "2026 Feb-Mar off"),
        ("2026 Dec-2026 Dec off", "2026 Dec off"),
        ("2026 Dec 25-2026 Dec 25 off", "2026 Dec 25 off"),
        ("2026 Dec 31-2027 Jan 1 off", "2026 Dec 31-2027 Jan 1 off"),
        ("2026 Dec 24-26,30 off", "2026 Dec 24-26,2026 Dec 30 off"),
        ("2026 Dec 25-2027 Jan 2,2027 Jan 3-2028 Jan 1 off", "2026 Dec 25-2028 Jan 1 off"),  # periods that touch  # noqa: E501
        ("2026 Dec 25-2027 Jan 2,2027 Jan 4-2028 Jan 1 off", "2026 Dec 25-2027 Jan 2,2027 Jan 4-2028 Jan 1 off"),  # noqa: E501
        ("2026 Dec 25-2029 Jan 2,2027 Jan 4-2028 Jan 1 off", "2026 Dec 25-2029 Jan 2 off"),  # one within another  # noqa: E501
        ("2000 Feb 29 off", "2000 Feb 29 off"),
        ("2026+ Dec 24 off", "2026+ Dec 24 off"),
        ("2026-2028 Feb 29 off", "2026-2028 Feb 29 off"),  # one of the years has it
        ("2026,2027 off", "2026,2027 off"),
        ("2026 , 2027 Dec 25 off", "2026,2027 Dec 25 off"),
        ("0001-9999 09:00-10:00", "Mo-Su 09:00-10:00"),
        ("0001 off", "0001 off"),
        ("2026-2026 off", "2026 off"),
        ("2027 Dec 30-2028 Jan 2,2026 Dec 30-2027 Jan 2 off", "2026 Dec 30-2027 Jan 2,2027 Dec 30-2028 Jan 2 off"),  # noqa: E501
        ("2027 Dec 30-2028 Jan 2,2026 Dec 30-2027 Dec 29 off", "2026 Dec 30-2028 Jan 2 off"),
        ("Tu[1],Mo[2] off", "Mo[2],Tu[1] off"),
        ("Mo[1-2,4] off", "Mo[1,2,4] off"),
        ("Mo[1,-1] off", "Mo[-1,1] off"),
        ("Mo[5] off", "Mo[5] off"),
        ("Mo[-5] off", "Mo[-5] off"),
        ("Mo[1-1] off", "Mo[1] off"),
        ("PH Mo-Su off", "PH off"),  # on every holiday
        ("PH Mo[1] off", "PH Mo[1] off"),
        ("Mo-Mo 09:00-10:00", "Mo 09:00-10:00"),
        ("Su-Sa 09:00-10:00", "Mo-Su 09:00-10:00"),
        ("Mo 00:00-48:00", "Mo,Tu 00:00-24:00"),
        ("Mo 23:59-48:00", "Mo 23:59-24:00; Tu 00:00-24:00"),
        ("Mo 09:59-10:00", "Mo 09:59-10:00"),
        ("Jan 1 09:00-33:01", "Jan 1 09:00-33:01"),  # longer than a day: no clock shows its end
        ("Jan 1 09:00-33:00", "Jan 1 09:00-09:00"),
        ("Jan 1 09:00-24:00", "Jan 1 09:00-24:00"),
        ("Dec 25 09:00-10:00,12:00-13:00", "Dec 25 09:00-10:00,12:00-13:00"),
        ("Dec: Mo: 09:00-10:00", "Dec Mo 09:00-10:00"),
        ("24 / 7", "24/7"),
        ('"by letter"', '24/7 unknown "by letter"'),
        ('off "strike"', 'off "strike"'),
        ('24/7 open "ring twice"', '24/7 open "ring twice"'),
        ("Mo 12:00-13:00 off", "Mo 12:00-13:00 off"),
        ("OPEN", "24/7"),
        ("\tMo\u00a009:00-10:00\n", "Mo 09:00-10:00"),
    ],
)  # fmt: skip
def test_what_is_written_has_one_way_to_be_printed(text, canonical):
    """Every meaning is printed in one way, which reads back equal."""
    schedule = Schedule.parse(text)

    assert str(schedule) == canonical
    assert Schedule.parse(canonical) == schedule
    assert hash(Schedule.parse(canonical)) == hash(schedule)


@pytest.mark.parametrize(
    ("text", "offset", "message"),
    [
        ("", 0, "nothing is written"),
        ("   ", 3, "nothing is written"),
        ("Mo-Fr 9-17", 6, "a time needs minutes"),
        ("Mo-Fr 09:00", 11, "a span has no end: found the end of the text"),
        ("Mo-Fr 09:00-", 12, "the end of the text cannot stand here"),
        ("Mo-Fr 09:00+", 11, "open ends (09:00+) are not supported"),
        ("Mo-Fr 09:00-17:00+", 17, "open ends (17:00+) are not supported"),
        ("sunrise-sunset", 0, "the time sunrise is not supported"),
        ("Mo 09:00-sunset", 9, "the time sunset is not supported"),
        ("Mo (sunrise+01:00)-12:00", 3, "times relative to the sun are not supported"),
        ("week 10 Mo 09:00-17:00", 0, "week numbers are not supported"),
        ("easter off", 0, "Easter is not supported"),
        ("SH off", 0, "school holidays (SH) are not supported"),
        ("PH,SH off", 3, "school holidays (SH) are not supported"),
        ("Mo 09:00-17:00 || off", 15, "fallback rules (||) are not supported"),
        ("PH +1 day off", 3, "days counted from another day (+1 day) are not supported"),
        ("Mo[1] +2 days off", 6, "days counted from another day (+1 day) are not supported"),
        ("2026-2030/2 off", 9, "steps of years (/) are not supported"),
        ("10:00-16:00/01:30", 11, "repeated points in time (/) are not supported"),
        ("Dec 25+ off", 6, "open ends of dates (Dec 25+) are not supported"),
        ("Mo 09:00:30-12:00", 8, "seconds are not supported"),
        ("Mo 09:00am-12:00", 8, 'the word "am" is not supported'),
        ("Mon-Fri 09:00-17:00", 0, 'the word "Mon" has no meaning in opening hours'),
        ("Mo-Friday 09:00-17:00", 3, '"Friday" cannot stand here'),
        ("Mo-Fr 09:00–17:00", 11, 'the character "–" has no meaning in opening hours'),
        ("Mo-Fr 09.00-17:00", 8, 'the character "." has no meaning in opening hours'),
        ("Mo 09:00-17:00 \x00", 15, 'the character "U+0000" has no meaning in opening hours'),
        ('Mo 09:00-17:00 "by app', 15, "a comment has no end"),
        ("Mo 09:60-17:00", 6, '"60" cannot stand here'),
        ("Mo 09:00-49:00", 9, 'there is no hour "49"'),
        ("Mo 24:00-26:00", 3, "a span cannot start at 24:00 or later"),
        ("Mo 09:00-48:30", 9, "a span cannot end after 48:00"),
        ("Mo[6] off", 3, '"6" cannot stand here'),
        ("Mo[0] off", 3, '"0" cannot stand here'),
        ("Mo-Fr[1] off", 5, "a range has no place in a month"),
        ("Feb 30 off", 4, 'Feb has no day "30"'),
        ("2026 Feb 29 off", 9, "2026 has no 29 February"),
        ("2028-2026 off", 5, "the years run backwards"),
        ("2027 Jan 5-2026 Jan 2 off", 20, "the dates run backwards"),
        ("Mo, Dec 25 10:00-12:00", 4, '"Dec" cannot stand here'),
        ("Mo , 10:00-12:00", 3, '"," cannot stand here'),
        ("Mo 10:00-12:00 Tu 10:00-12:00", 15, '"Tu" cannot stand here'),
        ("Mo 10:00-12:00;; Tu off", 15, '";" cannot stand here'),
        ("hello", 0, 'the word "hello" has no meaning here'),
        ("09:00-17:00 CET", 12, 'the time zone "CET" is no part of opening hours'),
        ("Mo 09:5-17:00", 6, '"5" cannot stand here'),  # a minute has two digits
        ("Mo 09:005-17:00", 6, '"005" cannot stand here'),
        ("Mo 09:00-17:5", 12, '"5" cannot stand here'),
        ("Mo 009:00-17:00", 3, 'there is no hour "009"'),  # an hour has two at most
        ("Mo 09:00-017:00", 9, 'there is no hour "017"'),
        ("Mo 09:-17:00", 6, '"-" cannot stand here'),
        ("Mo 00:00-48:01", 9, "a span cannot end after 48:00"),
        ("Mo 09:00-17:00:30", 14, "seconds are not supported"),
        ("Mo 09:00 AM-12:00", 9, 'the word "AM" is not supported'),
        ("Mo 09:00-", 9, "the end of the text cannot stand here"),
        ("Mo 09:00-Tu", 9, '"Tu" cannot stand here'),
        ("Mo 09:00,12:00", 8, 'a span has no end: found ","'),
        ("Mo 9", 3, "a time needs minutes"),
        ("Mo (", 3, "times relative to the sun are not supported"),
        ("Mo 09:00-dusk", 9, "the time dusk is not supported"),
        ("Mo 09:00-12:00,sunset-23:00", 15, "the time sunset is not supported"),
        ("Mo 09:00-12:00,(sunset)-23:00", 15, "times relative to the sun are not supported"),
        ("Dec 25,10:00-12:00", 6, '"," cannot stand here'),  # ten o'clock is no day
        ("Dec 25,100 off", 6, '"," cannot stand here'),
        ("2100 Feb 29 off", 9, "2100 has no 29 February"),  # leap years are not every fourth
        ("1900 Feb 29 off", 9, "1900 has no 29 February"),
        ("2026 Dec 24-2027 Feb 29 off", 21, "2027 has no 29 February"),
        ("Apr 31 off", 4, 'Apr has no day "31"'),
        ("Apr 0 off", 4, 'Apr has no day "0"'),
        ("Apr 005 off", 4, 'Apr has no day "005"'),
        ("Apr 1-31 off", 6, 'Apr has no day "31"'),
        ("Dec 24-Jan off", 11, '"off" cannot stand here'),
        ("Dec 24- off", 8, '"off" cannot stand here'),
        ("Dec- off", 5, '"off" cannot stand here'),
        ("Dec-Jan 2 off", 8, '"2" cannot stand here'),
        ("2026 Dec-2027 off", 14, '"off" cannot stand here'),
        ("2026 Dec 24-2027 off", 17, '"off" cannot stand here'),
        ("2026 Dec-2026 Feb off", 14, "the dates run backwards"),
        ("2026 Dec 24-2026 Dec 23 off", 21, "the dates run backwards"),
        ("Dec-2027 Feb off", 9, "only the end of the range has a year of its own"),
        ("2026-2028 Dec 24-2029 Jan 2 off", 26, "only the end of the range has a year of its own"),
        ("2026- off", 6, '"off" cannot stand here'),
        ("2026-27 off", 5, '"27" cannot stand here'),
        ("0000 off", 0, "there is no year 0000"),
        ("Mo[2-1] off", 5, "a range of places runs backwards"),
        ("Mo[-2--1] off", 7, "a range of places runs backwards"),
        ("Mo[10] off", 3, '"10" cannot stand here'),
        ("Mo[-6] off", 4, '"6" cannot stand here'),
        ("Mo[] off", 3, '"]" cannot stand here'),
        ("Mo[1 off", 5, '"off" cannot stand here'),
        ("Mo +1 day off", 3, "days counted from another day (+1 day) are not supported"),
        ("Mo -1 day off", 3, "days counted from another day (+1 day) are not supported"),
        ("Mo- off", 4, '"off" cannot stand here'),
        ("PH PH off", 3, '"PH" cannot stand here'),
        ("PH Mo,PH off", 3, "holidays are named twice"),
        ("Mo,PH Tu off", 6, '"Tu" cannot stand here'),  # Mondays are not forgotten
        ("Mo,, Tu off", 2, '"," cannot stand here'),
        ("|| off", 0, '"||" cannot stand here'),
        ("; Mo off", 0, '";" cannot stand here'),
        ("Mo 09:00-10:00,", 15, "the end of the text cannot stand here"),
        ("Mo 09:00-10:00 ]", 15, '"]" cannot stand here'),
        ("Mo; Tu, off", 8, '"off" cannot stand here'),
        ("24/8", 0, "a time needs minutes"),
        ("24/7 09:00-10:00", 5, '"09" cannot stand here'),
    ],
)
def test_what_cannot_be_read_is_refused_at_its_character(text, offset, message):
    """An error points at the character, says what is there, and what to write."""
    with pytest.raises(HoursSyntaxError) as caught:
        Schedule.parse(text)

    assert (caught.value.problem, caught.value.offset) == (message, offset)
    assert caught.value.text == text
    assert caught.value.expected.endswith(".")
    assert str(caught.value).splitlines()[2].index("^") == 4 + offset


@pytest.mark.parametrize(
    ("text", "remedy"),
    [
        ("Mo-Fr 9-17", 'Write HH:MM, for example "Mo-Fr 09:00-17:00".'),
        ("Mon 09:00-17:00", 'Write "Mo" instead.'),
        ("Wednes 09:00-17:00", 'Write "We" instead.'),
        ("sundays 09:00-17:00", 'Write "Su" instead.'),
        ("Su-We 09:00-17:00; holidays off", 'Write "PH" instead.'),
        ("September off", 'Write "Sep" instead.'),
        ("daily 09:00-17:00", 'Write "Mo-Su" instead.'),
        ("always", 'Write "24/7" instead.'),
        ("weekdays 09:00-17:00", 'Write "Mo-Fr" instead.'),
        ("weekends 09:00-17:00", 'Write "Sa,Su" instead.'),
        ("Mo 09:00-17:00; holiday off", 'Write "PH" instead.'),
        ("Mo none", 'Write "off" instead.'),
        ("Mo shut", 'Write "off" instead.'),
        ("Mo 09:00 to 17:00", 'Write a span with its end, for example "09:00-17:00".'),
        ("Mo and Tu 09:00-17:00", 'Write "," instead.'),
        ("Mo to Fr 09:00-17:00", "The words are Mo, Tu, We, Th, Fr, Sa, Su, PH, Jan, Feb, Mar, Apr, May, Jun, Jul, Aug, Sep, Oct, Nov, Dec, open, off, unknown."),  # noqa: E501 - "to" is too short to tell
        ("mi 09:00-17:00", "The words are Mo, Tu, We, Th, Fr, Sa, Su, PH, Jan, Feb, Mar, Apr, May, Jun, Jul, Aug, Sep, Oct, Nov, Dec, open, off, unknown."),  # noqa: E501
        ("Mo 09.00-17.00", "Write : instead."),
        ("Mo 09:00~17:00", "Write - instead."),
        ("Mo 09:00-17:00 §", "Remove it."),
        ("Feb 30 off", "Write a day from 1 to 29."),
        ("Apr 31 off", "Write a day from 1 to 30."),
        ("Mo-Dec 09:00-10:00", "Write the last weekday of the range: Mo, Tu, We, Th, Fr, Sa, Su."),
        ("Dec-2 off", "Write the last month of the range: Jan, Feb, Mar, Apr, May, Jun, Jul, Aug, Sep, Oct, Nov, Dec."),  # noqa: E501
    ],
)  # fmt: skip
def test_an_error_says_what_to_write(text, remedy):
    """What people write instead of the notation is named with what it wants."""
    with pytest.raises(HoursSyntaxError) as caught:
        Schedule.parse(text)

    assert caught.value.expected == remedy


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Mo-Fr 08:00-20:00 Sa 09:00-13:00", "Sa"),
        ("Mo-Fr 08:00-20:00 PH off", "PH"),
        ("Mo-Fr 08:00-20:00 Dec 24 off", "Dec"),
        ("24/7 Sa off", "Sa"),
        ("Mo-Fr 08:00-20:00 open Sa off", "Sa"),
        ("Mo-Fr 08:00-12:00 13:00-17:00", "13"),
    ],
)
def test_a_rule_without_a_sign_before_it_is_told_the_signs(text, word):
    """Words of the notation are not refused as if they were none: what is missing is said."""
    with pytest.raises(HoursSyntaxError) as caught:
        Schedule.parse(text)

    assert (caught.value.offset, caught.value.problem) == (
        text.rindex(word), f'"{word}" cannot stand here'
    )  # fmt: skip
    assert caught.value.expected == (
        "Write ; before it if it replaces the hours of its days, or , if it adds to them."
    )


@pytest.mark.parametrize("text", ["Mo-Fr PH 09:00-13:00", "Mo Jan 09:00-10:00", "Sa Mo-Fr off"])
def test_days_without_a_sign_between_them_are_told_how_days_are_listed(text):
    """Days before any time are of one rule: they want a comma, and dates come first."""
    with pytest.raises(HoursSyntaxError) as caught:
        Schedule.parse(text)

    assert caught.value.expected == (
        'Write , between days, and dates before weekdays: "Jan Mo,Tu 09:00-17:00".'
    )


@pytest.mark.parametrize(
    ("found", "meant"),
    [
        ("–", "-"), ("—", "-"), ("−", "-"), ("‐", "-"), ("‑", "-"), ("~", "-"), (".", ":"),
        ("：", ":"), ("，", ","), ("；", ";"), ("“", '"'), ("”", '"'), ("„", '"'), ("'", '"'),
    ],
)  # fmt: skip
def test_signs_that_look_alike_are_named(found, meant):
    """For a sign of a word processor or another keyboard the notation's own is proposed."""
    with pytest.raises(HoursSyntaxError) as caught:
        Schedule.parse(f"Mo {found}")

    assert (caught.value.offset, caught.value.expected) == (3, f"Write {meant} instead.")


def test_a_text_of_the_longest_length_is_read():
    """20,000 characters are read, one more is refused."""
    text = "Mo 09:00-17:00;".ljust(LONGEST_TEXT)

    assert str(Schedule.parse(text)) == "Mo 09:00-17:00"
    with pytest.raises(HoursSyntaxError, match="more than 20000 characters"):
        Schedule.parse(text + " ")


def test_an_error_shows_the_place_and_the_remedy():
    """The text of an error is a sentence, the line with a caret, and what to write."""
    with pytest.raises(HoursSyntaxError) as caught:
        Schedule.parse("Mo-Fr 9-17")

    assert str(caught.value) == (
        "a time needs minutes.\n"
        "    Mo-Fr 9-17\n"
        "          ^\n"
        '  Write HH:MM, for example "Mo-Fr 09:00-17:00".'
    )


@pytest.mark.parametrize("text", ["Mo-Fr 09:00-", "Mo-Fr 09:00-; Sa off", "Mo 09:00-12:00,13:00-"])
def test_a_span_without_its_end_asks_for_the_end(text):
    """What is there need not be written again."""
    with pytest.raises(HoursSyntaxError) as caught:
        Schedule.parse(text)

    assert str(caught.value).endswith('Write the end of the span, for example "09:00-17:00".')


@pytest.mark.parametrize("text", ["24h", "24/5", "Mo-Fr 24/7", "Mo-Fr 24 h", "Mo-Fr 24"])
def test_who_means_day_and_night_is_told_how_it_is_written(text):
    """24 hours are no time of day."""
    with pytest.raises(HoursSyntaxError) as caught:
        Schedule.parse(text)

    assert str(caught.value).endswith(
        'Write "24/7" for day and night, or the days and times: "Mo-Fr 00:00-24:00".'
    )


def test_an_end_at_24_is_asked_for_its_minutes():
    """It is a time."""
    with pytest.raises(HoursSyntaxError) as caught:
        Schedule.parse("Mo-Fr 09:00-24")

    assert str(caught.value).endswith('Write HH:MM, for example "Mo-Fr 09:00-17:00".')


def test_an_error_survives_copying():
    """An error can be copied and sent to another process."""
    with pytest.raises(HoursSyntaxError) as caught:
        Schedule.parse("Mo-Fr 9-17")

    assert str(copy.copy(caught.value)) == str(caught.value)
    assert str(pickle.loads(pickle.dumps(caught.value))) == str(caught.value)  # noqa: S301


@pytest.mark.parametrize(
    ("text", "doubts"),
    [
        ("Mo-Th 22:00-06:00; Fr 22:00-04:00", [(19, "the small hours left over from Thursday")]),
        ("Mo-Th 22:00-06:00; Fr 22:00-04:00", [(19, 'Write ", Fr 22:00-04:00" to keep them.')]),
        ("Mo-Th 22:00-06:00, Fr 22:00-04:00", []),
        ("Mo-Fr 22:00-06:00; Sa off", []),  # closing Saturday's small hours is what off says
        ("Mo-Su 22:00-06:00; Sa off", [(19, "that fall on Sunday stay open")]),
        ("Mo-Fr 22:00-06:00; Dec 25 10:00-12:00", [(19, "left over from Monday")]),
        # A date of one year has one weekday: a Saturday, and a Sunday behind no evening.
        ("Mo-Fr 22:00-06:00; 2026 Dec 26 10:00-12:00", [(19, "left over from Friday")]),
        ("Mo-Fr 22:00-06:00; 2026 Dec 27 10:00-12:00", []),
        ("Mo-Fr", [(0, 'Write "Mo-Fr 00:00-24:00" if that is meant.')]),
        ("Mo-Fr off", []),
        ("Mo-Fr 09:00-12:00; Mo-Fr 13:00-17:00", [(19, 'Write ", Mo-Fr 13:00-17:00"')]),
        ("Mo-Fr 09:00-17:00; Fr 09:00-15:00", []),
        ("Mo-Fr 09:00-17:00; Mo-Th 09:00-15:00", []),
        ("Tu-Su 09:00-17:00; Mo,We-Su 09:00-15:00", []),
        ("We 09:00-17:00; Mo-Fr 10:00-12:00", [(16, "replaces an earlier one altogether")]),
        ('Mo 10:00-12:00 "by letter"', [(0, 'Write open "by letter" if they are open.')]),
        ('Mo 10:00-12:00 unknown "by letter"', []),
        ("Mo-Fr 09:00-18:00; PH off", []),
        # The comma lists times; a pause needs hours that it is one of.
        ("Mo-Fr 08:00-18:00, 12:00-13:00 off", [(0, "there are no hours that they could be")]),
        ("Sa 08:00-18:00 off; Mo 09:00-12:00", [(0, "Write the hours before it")]),
        ("Mo-Fr 08:00-18:00; 12:00-13:00 off", []),
        ("Mo-Fr 00:00-08:00 off; Mo-Fr 08:00-18:00", []),  # needless, and nothing is lost
        ("Mo-Fr 08:00-18:00; Sa 12:00-13:00 off", []),
        ("Mo-Fr 08:00-18:00,12:00-13:00 off; Sa 09:00-12:00", [(0, "there are no hours that")]),
        ("Mo-Fr 08:00-18:00 unknown, Mo-Fr 12:00-13:00 off", []),
        # What stands behind the rule for public holidays holds on them.
        ("PH off; Mo-Fr 08:00-18:00", [(8, 'Write "; PH off" behind it.')]),
        (
            "PH Mo-Fr 10:00-12:00; Mo-Sa 08:00-18:00",
            [(22, 'Write "; PH Mo-Fr 10:00-12:00" behind it.')],
        ),
        ("Mo-Fr 08:00-20:00; PH off; Jul-Aug Mo-Fr 08:00-15:00", [(27, 'Write "; PH off"')]),
        ("Mo-Fr 08:00-20:00; PH off; 2026 Dec 24-31 09:00-12:00", [(27, "behind theirs")]),
        ("Mo-Fr 09:00-17:00; PH off, Sa 09:00-16:00", [(27, "behind theirs")]),
        ("Mo-Fr 09:00-17:00; PH off, Sa[1] 09:00-16:00", [(27, "behind theirs")]),
        ("Mo-Fr 09:00-17:00; PH off; Dec 24,31 10:00-12:00", []),  # these days, whatever they are
        ("Mo-Fr 09:00-17:00; PH off; 2026 Dec 24-30 10:00-12:00", []),
        ("PH off; Mo-Fr 08:00-18:00; PH off", []),
        ("PH off; Mo-Fr,PH 08:00-18:00", []),  # it names them
        ("Mo-Fr 08:00-18:00; PH off; Su off", []),
        # "Su,PH off" speaks of them as well.
        ("Su,PH off; Mo-Sa 09:00-17:00", [(11, 'Write "; Su,PH off" behind it.')]),
        ("Mo-Sa 08:00-20:00; Su,PH off; Dec Mo-Sa 08:00-22:00", [(30, "behind theirs")]),
        ("Mo-Sa 08:00-20:00; Su,PH off", []),
        ("Mo-Sa,PH 08:00-20:00; Su 10:00-12:00", []),
    ],
)
def test_doubts_carry_their_place_and_a_remedy(text, doubts):
    """A warning points at the rule that probably means something else."""
    found = Schedule.parse(text).warnings

    assert len(found) == len(doubts)
    for warning, (offset, words) in zip(found, doubts):
        assert warning.offset == offset
        assert words in warning.message
        assert warning.text == text


@pytest.mark.parametrize("dates", ["Dec 24-2, Dec", "Jan-Jun, Jul-Dec"])
def test_dates_that_are_every_day_are_no_dates(dates):
    """However the whole year is put together, it prints as every day and reads back equal."""
    schedule = Schedule.parse(f"{dates} 09:00-17:00")

    assert schedule == Schedule.parse("Mo-Su 09:00-17:00")
    assert str(schedule) == "Mo-Su 09:00-17:00"


def test_warnings_take_no_part_in_comparison():
    """Two ways to write one meaning are equal though only one of them is doubtful."""
    assert Schedule.parse("Mo-Fr") == Schedule.parse("Mo-Fr 00:00-24:00")


@pytest.mark.parametrize(
    ("text", "always"),
    [("24/7", "open"), ("24/7 unknown", "unknown"), ("off", "closed"), ("Mo off", "closed"),
     ("Mo-Su 00:00-24:00", None), ("24/7; PH off", None), ("Mo-Fr 09:00-17:00", None)],
)  # fmt: skip
def test_only_one_state_for_ever_is_always(text, always):
    """Hours of every day are weekly hours; 24/7 is not."""
    schedule = Schedule.parse(text)

    assert schedule.always == always
    assert schedule.is_always == (always is not None)


WORDS = st.sampled_from(
    [
        "Mo",
        "Tu",
        "Fr-Mo",
        "Sa",
        "PH",
        "SH",
        "Jan",
        "Dec",
        "24/7",
        "off",
        "unknown",
        "open",
        "closed",
        "09:00",
        "17:00",
        "22:00-26:00",
        "-",
        ",",
        ";",
        ":",
        "+",
        "[",
        "]",
        "[1]",
        "[-1]",
        "2026",
        "2027",
        "1",
        "25",
        "31",
        "||",
        "/",
        "(",
        ")",
        "sunrise",
        "week",
        "easter",
        '"',
        '"x"',
        "9",
        "am",
        "–",
        ".",
        "day",
    ]
)


@settings(max_examples=cases(400), deadline=None)
@given(st.text(max_size=60) | st.lists(WORDS, max_size=14).map(" ".join))
@example("Dec 24-2, Dec")
@example("PH " * 3000)
@example("Mo[" + "1," * 3000)
@example("Dec 24-" * 2000)
@example("9" * 10_000)
@example("\udc80")
def test_any_text_is_hours_or_a_syntax_error(text):
    """Whatever is given, a value that prints comes back, or an error inside the text."""
    try:
        schedule = Schedule.parse(text)
    except HoursSyntaxError as error:
        assert 0 <= error.offset <= len(text)  # noqa: PT017
        assert str(error)  # noqa: PT017
    else:
        assert Schedule.parse(str(schedule)) == schedule
        assert all(0 <= warning.offset <= len(text) for warning in schedule.warnings)


def test_a_text_without_end_is_refused():
    """Nobody publishes hours of megabytes; they are refused before they are read."""
    with pytest.raises(HoursSyntaxError) as caught:
        Schedule.parse("Mo 09:00-17:00;" * LONGEST_TEXT)

    assert caught.value.offset == LONGEST_TEXT


def test_printing_and_reading_are_inverse(any_rules, weekly_rules, write):
    """What is printed reads back as the same value, and is printed the same again."""

    @settings(max_examples=cases(80), deadline=None)
    @given(any_rules | weekly_rules)
    def run(rules):
        schedule = Schedule.parse(write(rules))

        again = Schedule.parse(str(schedule))

        assert again == schedule
        assert str(again) == str(schedule)

    run()


def test_equal_weekly_schedules_have_equal_weeks(weekly_rules, write):
    """Of weekly schedules, those that say the same, day by day, are equal, and only those."""
    monday = 20_784

    def week(schedule):
        """Return the states of a week, and of each day alone with what it leaves over."""
        windows = [(LONG_AGO, FAR_AWAY), *((monday + day, monday + day) for day in range(7))]
        layers = [Layer(schedule.rules, *window) for window in windows]
        return [
            LocalHours([layer]).edges(monday * 86_400, (monday + 8) * 86_400) for layer in layers
        ]

    @settings(max_examples=cases(60), deadline=None)
    @given(weekly_rules, weekly_rules)
    def run(some, others):
        one, other = Schedule.parse(write(some)), Schedule.parse(write(others))
        # Hours that only close keep how long, for that counts when they are put over others.
        if any(rule.state != "closed" for rule in (*one.rules, *other.rules)) and not (
            one.is_always or other.is_always
        ):
            assert (one == other) == (week(one) == week(other))

    run()


@pytest.mark.parametrize("text", ["closed Su", "off PH", "Mo-Fr 09:00-17:00; closed on Sundays"])
def test_a_state_in_front_is_told_to_stand_behind(text):
    """A ; behind it would close every day."""
    with pytest.raises(HoursSyntaxError) as caught:
        Schedule.parse(text)

    assert caught.value.expected == (
        'Write days and times first, and the state behind them: "Su off".'
    )
