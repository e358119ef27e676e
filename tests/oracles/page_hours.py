"""What the tables of a page of a directory say of an instant, as a reader of English takes it.

Written from the page alone: it reads HTML and knows nothing of schedules. A cell that tells no
times, since hours differ or wait for another line, says nothing.
"""

from __future__ import annotations

import datetime as dt
import re
import sys
from typing import NamedTuple

import html5lib

if sys.version_info >= (3, 9):
    from zoneinfo import ZoneInfo
else:
    from backports.zoneinfo import ZoneInfo

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sept", "Oct", "Nov", "Dec")
PLACES = {
    "first of the month": 1, "second of the month": 2, "third of the month": 3,
    "fourth of the month": 4, "fifth of the month": 5, "last of the month": -1,
    "last but one of the month": -2, "last but two of the month": -3,
    "last but three of the month": -4, "last but four of the month": -5,
}  # fmt: skip
RANK = {"open": 2, "unknown": 1, "closed": 0}
ALL_DAY = 24 * 60


class Reader(NamedTuple):
    """Who reads the page."""

    line: str
    language: str
    tier: str
    severity: str | None


class Column(NamedTuple):
    """A column of a table, or a remark that there are no hours."""

    names: tuple[str, ...]
    """All that its caption and its head say, but for days of the year."""
    periods: str | None
    """None: all days."""
    rows: tuple[tuple[str, str], ...]
    zone: str


def words_of(element):
    """Return the text of an element, with single blanks."""
    return " ".join("".join(element.itertext()).replace("\u202f", " ").split())


def of_class(element, name):
    """Return the elements of a class, in order."""
    return [one for one in element.iter() if name in (one.get("class") or "").split()]


def cards_of(markup):
    """Return the cards of a page."""
    parser = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False)
    (page,) = list(parser.parseFragment(str(markup)))
    return of_class(page, "sl-card")


def listed(words):
    """Return the names of a list of English."""
    return tuple(re.split(r", and |, | and ", words))


def columns_of(card, own_zone):
    """Return the columns of all tables of a card, in order, and the other remarks."""
    said = [words_of(one) for one in of_class(card, "sl-zone")]
    shared = zone_of(said[0], own_zone) if said else own_zone
    for table in of_class(card, "sl-week"):
        caption = words_of(next(table.iter("caption"))).split(" ⋅ ")[1:]
        head, *rows = [[words_of(cell) for cell in row] for row in table.iter("tr")]
        dated = [one for one in caption if is_of_year(one)]
        for place, name in enumerate(head[1:], 1):
            tiers, *zones = name.split(" ⋅ ")
            others = [one for one in caption if one not in dated]
            yield Column(
                (tiers, *others),
                " ⋅ ".join(dated) if dated else None,
                tuple((row[0], row[place]) for row in rows),
                zone_of(zones[0], own_zone) if zones else shared,
            )
    for remark in of_class(card, "sl-remarks"):
        for item in remark:
            whose, found, _ = words_of(item).partition(": Not available: ")
            if found:
                yield Column(tuple(whose.split(" ⋅ ")), None, (), own_zone)


def zone_of(words, own):
    """Return the zone that words name."""
    if words == "Times are by the caller's clock":
        return own
    return words.replace("Times are those of ", "")


def is_of_year(words):
    """Return whether words are days of the year, of every year or of some."""
    if words == "On all other days" or re.match(r"\d+ [A-Z][a-z]+\b", words):
        return True
    return re.match(r"(First|Last) day: \d", words) is not None  # without a weekday


def day_of(words, year=None):
    """Return a day as it is written, of a year if it names none."""
    number, month, *rest = words.split()
    return dt.date(int(rest[0]) if rest else year, MONTHS.index(month) + 1, int(number))


def is_within(periods, day):
    """Return whether a day is in one of some periods."""
    if re.match(r"(First|Last) day: ", periods):
        bounds = dict(one.split(": ") for one in periods.split(" ⋅ "))
        first, last = bounds.get("First day"), bounds.get("Last day")
        return (first is None or day_of(first) <= day) and (last is None or day <= day_of(last))
    return any(is_in(one, day) for one in re.split(r", (?=\d)", periods))


def is_in(period, day):
    """Return whether a day is in a period."""
    found = re.fullmatch(r"([^(]+?)(?: – ([^(]+?))?(?: \((\d+)?(?: – |– | –)?(\d+)?\))?", period)
    first, last, since, until = found.groups()
    last = last or first
    if re.search(r"\d{4}", first):
        return day_of(first) <= day <= day_of(last)
    if "(" in period and not int(since or 1) <= day.year <= int(until or 9999):
        return False
    here, begin, end = (day.month, day.day), *(key_of(one) for one in (first, last))
    return begin <= here <= end if begin <= end else here >= begin or here <= end


def key_of(words):
    """Return month and day."""
    found = day_of(words, 2000)
    return found.month, found.day


def is_for(names, reader, lines, languages):
    """Return whether a column is for a reader: its tiers, and whatever else its caption says."""
    for name in names:
        parts = listed(name)
        if name.startswith(("For everybody", "While this line", "First day", "Last day")):
            continue
        if name.startswith(("if: ", "unless: ")):
            key, _, values = name.partition(": ")
            if (reader.severity in re.split(r", or |, | or ", values)) != (key == "if"):
                return False
        elif set(parts) <= set(lines):
            if reader.line not in parts:
                return False
        elif set(parts) <= set(languages):
            if reader.language not in parts:
                return False
        elif reader.tier not in parts:
            return False
    return True


def times_of(cell, day):
    """Return the times of a day that a cell tells, each with a state; None if it tells none."""
    if cell.startswith(("Hours differ", "While this line")):
        return None
    if " of the month" in cell:
        for clause in cell.split(" ⋅ "):
            places, _, hours = clause.partition(": ")
            if places == "otherwise" or any(is_at(PLACES[one], day) for one in listed(places)):
                return times_of(hours, day)
    found = []
    for span in cell.split(", "):
        state = "unknown" if span.endswith("(Not known)") or span == "Not known" else "open"
        if span in ("Closed", "None of these hours"):
            continue
        if span in ("Open all day", "Not known"):
            found.append((0, ALL_DAY, state))
            continue
        start, end = (minute(one) for one in span.replace(" (Not known)", "").split("–"))
        found.append((start, end if end > start else end + ALL_DAY, state))
    return found


def is_at(place, day):
    """Return whether a day is at a place of its month among those of its weekday."""
    if place > 0:
        return (day.day + 6) // 7 == place
    later = day + dt.timedelta(days=7 * -place)
    return (later - dt.timedelta(days=7)).month == day.month != later.month


def minute(words):
    """Return a time as minutes."""
    hours, minutes = words.split(":")
    return int(hours) * 60 + int(minutes)


def cell_of(column, day, holidays):
    """Return the row of a day, and whether it is that of public holidays."""
    rows = dict(column.rows)
    if day in holidays and rows.get("Public holidays"):
        return by_weekday(rows["Public holidays"], day), True
    for name, cell in column.rows:
        if name != "Public holidays" and is_weekday(name, day, WEEKDAYS):
            return cell, False
    raise AssertionError(column)


def by_weekday(cell, day):
    """Return what a cell says of the weekday of a day, if it says it of each."""
    short = tuple(one[:3] for one in WEEKDAYS)
    for clause in cell.split(" ⋅ "):
        names, found, hours = clause.partition(": ")
        if found and names[:3] in short and is_weekday(names, day, short):
            return hours
    return cell


def is_weekday(words, day, names):
    """Return whether a day is one from a weekday to another."""
    first, *rest = (names.index(one) for one in words.split(" – "))
    last = rest[0] if rest else first
    wanted = day.weekday()
    return first <= wanted <= last if first <= last else wanted >= first or wanted <= last


def said_of(columns, at, holidays, others):
    """Return the state that columns of one week, one for each season, say of an instant.

    Whether a night goes on into a public holiday is not said; into a day that is otherwise it
    does not.
    """
    local = at.astimezone(ZoneInfo(columns[0].zone))
    today, now = local.date(), local.hour * 60 + local.minute
    found, is_holiday = "closed", False
    for day, later in ((today, 0), (today - dt.timedelta(days=1), ALL_DAY)):
        is_in_doubt = is_holiday
        if later and today in others:
            break
        cell, is_holiday = cell_of(season_of(columns, day), day, holidays)
        times = times_of(others.get(day, cell), day)
        if times is None:
            return None
        if (
            later
            and day in others
            and any(end > ALL_DAY for _, end, _ in times_of(cell, day) or ())
        ):
            return None  # nor is said what is left of the night of a day that was otherwise
        for start, end, state in times:
            if start <= now + later < end and RANK[state] > RANK[found]:
                if is_in_doubt:
                    return None
                found = state
    return found


def others_of(card, reader, lines):
    """Return by day what hours are instead for a reader, by the table of such days."""
    found = {}
    for table in of_class(card, "sl-closures"):
        for row in list(table.iter("tr"))[1:]:
            when, hours, whose = (words_of(cell) for cell in row)
            day, parts = day_of(when.partition(", ")[2]), whose.split(" ⋅ ") if whose else []
            clocks = [one for one in parts if one.startswith("Times are")]
            parts = [one for one in parts if one not in clocks]
            named = [listed(one) for one in parts if not one.startswith("Hours that stay")]
            if all(
                (reader.line if set(one) <= set(lines) else reader.tier) in one for one in named
            ):
                # Of hours that stay there is no table of their own.
                stays = len(named) < len(parts)
                found[day] = "Hours differ" if stays else hours
                found[day] = "Hours differ" if clocks else found[day]
    return found


def season_of(columns, day):
    """Return the column that is for a day of the year."""
    for one in columns:
        if one.periods not in (None, "On all other days") and is_within(one.periods, day):
            return one
    return next(one for one in columns if one.periods in (None, "On all other days"))


def state_said(card, reader, at, own_zone, lines, languages, holidays):
    """Return what a card says to a reader of an instant: a state, None, or "nothing"."""
    mine = [
        one for one in columns_of(card, own_zone) if is_for(one.names, reader, lines, languages)
    ]
    if not all(one.rows for one in mine):
        return "nothing"  # they are not served
    weeks = {}
    for one in mine:
        if is_valid(one.names, at, one.zone):
            weeks.setdefault((one.names, one.zone, bool(one.periods)), []).append(one)
    if not weeks:
        near = (at.date() + dt.timedelta(days=one) for one in (-1, 0, 1))
        return None if others_of(card, reader, lines).keys() & set(near) else "nothing"
    others = others_of(card, reader, lines)
    states = [said_of(columns, at, holidays, others) for columns in weeks.values()]
    if not all(is_valid(one.names, at, one.zone) for one in mine):
        states.append(None)  # on other days hours with a first or a last day say nothing
    best = max((one for one in states if one), key=RANK.get, default=None)
    return best if best == "open" or None not in states else None


def is_valid(names, at, zone):
    """Return whether hours with a first or a last day hold."""
    today = at.astimezone(ZoneInfo(zone)).date()
    for name in names:
        key, _, words = name.partition(": ")
        if key in ("First day", "Last day"):
            day = day_of(words.partition(", ")[2])
            if (today < day) if key == "First day" else (today > day):
                return False
    return True
