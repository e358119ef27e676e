"""A reader of specifications that is too simple to be wrong, in the ways in which readers differ.

schema.org says which of two holds in one case: hours of `PublicHolidays` override those of the
weekday (https://schema.org/PublicHolidays). Of others some join all that fit, some prefer those
with dates, and some take what opens and closes at midnight for a closure of the whole day.
"""

from __future__ import annotations

import datetime as dt

WAYS = ("union", "dated", "closure")
NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
DAY = dt.timedelta(days=1)


def minutes(text):
    """Return a time as minutes since midnight."""
    hour, minute = text.split(":")
    return int(hour) * 60 + int(minute)


def is_in_dates(said, day):
    """Return whether *day* is in the dates of a specification; one without any has all days."""
    first, last = said.get("validFrom", "0000"), said.get("validThrough", "9999-99-99")
    return first <= day.isoformat() <= last


def said_of(specifications, day, is_holiday, way):
    """Return the specifications of *day*, or None if it is in the dates of none."""
    found = [each for each in specifications if is_in_dates(each, day)]
    if not found:
        return None
    if way == "dated":
        dated = [each for each in found if "validFrom" in each or "validThrough" in each]
        found = dated or found
    of_holidays = [each for each in found if "PublicHolidays" in each.get("dayOfWeek", ())]
    if is_holiday and of_holidays:
        return of_holidays
    name = NAMES[day.weekday()]
    return [each for each in found if name in each.get("dayOfWeek", NAMES)]


def span_of(said):
    """Return the minutes of a specification; none for a closure."""
    opens, closes = minutes(said["opens"]), minutes(said["closes"])
    if (said["opens"], said["closes"]) == ("00:00", "00:00"):
        return 0, 0
    if (said["opens"], said["closes"]) == ("00:00", "23:59"):
        return 0, 1440
    return opens, closes if closes > opens else closes + 1440


def state(specifications, day, minute, is_holiday, way):
    """Return what *specifications* say of a minute of *day*: open, closed or unknown.

    Args:
        specifications: All of one contact point.
        day: A date.
        minute: Since its midnight.
        is_holiday: A function of dates.
        way: One of `WAYS`.
    """
    today = said_of(specifications, day, is_holiday(day), way)
    eve = said_of(specifications, day - DAY, is_holiday(day - DAY), way)
    spans = [span_of(each) for each in today or ()]
    if way == "closure" and (0, 0) in spans:
        return "closed"
    nights = [(start - 1440, end - 1440) for start, end in map(span_of, eve or ())]
    if any(start <= minute < end for start, end in (*spans, *nights)):
        return "open"
    return "unknown" if today is None else "closed"
