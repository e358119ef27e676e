"""An oracle of answers, written from the contract alone: slow, and too simple to be wrong.

It works on the plain content of a data file, as `strategies.directories` makes it, looks at the
clock on the wall at one instant, and knows nothing of the code that it judges but how languages
match (`supportlines.languages`, which has tests of its own). Public holidays are not in it.

What it rests on: docs/reference/data_file.md, docs/reference/order.md, docs/explanation/time.md
("The rule for days"). Each function quotes its sentence.
"""

from __future__ import annotations

import re
import sys
from datetime import date, datetime, timedelta
from functools import lru_cache
from itertools import product

from supportlines.languages import best_match

if sys.version_info >= (3, 9):
    from zoneinfo import ZoneInfo
else:
    from backports.zoneinfo import ZoneInfo

ZONES = {
    "GB": ("Europe/London",),
    "FR": ("Europe/Paris",),
    "JP": ("Asia/Tokyo",),
    "NO": ("Europe/Oslo",),
    "IN": ("Asia/Kolkata",),
    "NZ": ("Pacific/Auckland", "Pacific/Chatham"),
    "PT": ("Europe/Lisbon", "Atlantic/Madeira", "Atlantic/Azores"),
    "IS": ("Atlantic/Reykjavik",),
}
"""The zones of the countries that a made directory speaks of (IANA, zone.tab)."""

WEEKDAYS = ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su")
DAY = timedelta(days=1)
STRENGTH = ("closed", "unknown", "open")
TO_WHERE_THEY_SERVE = ("toll_free", "toll_free_international")

# -- a text of hours ------------------------------------------------------------------------------


@lru_cache(maxsize=None)
def rules_of(text):
    """Return (separator, weekdays, spans in minutes, state) of each rule of a text.

    The small part of the notation that is made: weekdays and ranges of them, spans, also past
    midnight, `24/7`, `off` and `unknown`, joined by `; ` or by `, ` before a weekday.
    """
    found = []
    for separator, rule in re.findall(r"(^|; |, (?=[MTWFS]))(.*?)(?=$|; |, [MTWFS])", text):
        words = rule.replace("24/7", "").split()
        state = {"off": "closed", "unknown": "unknown"}.get(words[-1] if words else "", "open")
        days = next((word for word in words if word[0] in "MTWFS"), "Mo-Su")
        times = next((word for word in words if word[0].isdigit()), "")
        spans = [span_of(one) for one in times.split(",")] if times else [(0, 1440)]
        found.append((separator.strip(), weekdays_of(days), spans, state))
    return found


def weekdays_of(text):
    """Return the numbers of the weekdays that `Sa-Th` or `Mo,We` names."""
    found = set()
    for part in text.split(","):
        first, _, last = part.partition("-")
        start, end = WEEKDAYS.index(first), WEEKDAYS.index(last or first)
        found |= {(start + n) % 7 for n in range((end - start) % 7 + 1)}
    return found


def span_of(text):
    """Return start and end of a span in minutes after the midnight before it."""
    start, end = (int(clock[:2]) * 60 + int(clock[3:]) for clock in text.split("-"))
    return start, end if end > start else end + 1440


def painted(text, day, minute, covers):
    """Return the state that a text paints at a minute of a day, or None where it paints nothing.

    Only days that the text *covers* count. "A span belongs to the day on which it starts", and
    "a rule after ; replaces all that earlier rules say of its days, the small hours left over from
    the evening before included; a rule after , leaves them".
    """
    state = None
    for separator, weekdays, spans, painting in rules_of(text):
        today = covers(day) and day.weekday() in weekdays
        yesterday = covers(day - DAY) and (day - DAY).weekday() in weekdays
        if today and separator == ";" and painting != "closed":
            state = None
        for start, end in spans:
            if (today and start <= minute < end) or (yesterday and start <= minute + 1440 < end):
                state = painting
    return state


# -- layers: rules, and exceptions over them ------------------------------------------------------


def day_of(text):
    """Return a date of the file."""
    return date(*map(int, text.split("-")))


def between(first, last):
    """Return whether a day is among those from *first* to *last*; None is no end."""

    def covers(day):
        return (not first or day >= day_of(first)) and (not last or day <= day_of(last))

    return covers


def state_of_rule(rule, exceptions, wall):
    """Return what a rule says, under exceptions, when the clock on its wall shows *wall*.

    None where its dates say nothing of the day. "Validity, exceptions and gaps are cut at midnight
    of the wall calendar": "an exception holds for its day, whatever span of the evening before
    reaches into it; the day after is an ordinary one, and what the exception itself leaves over
    comes on top"; "what the rule around would have left over stays".
    """
    day, minute = wall.date(), wall.hour * 60 + wall.minute
    state = painted(rule["hours"], day, minute, lambda one: holds_on(rule, one))
    if state is None and holds_on(rule, day):
        state = "closed"
    ordinary = [one for one in exceptions if not days_of(one)(day)]
    of_the_day = [one for one in exceptions if days_of(one)(day)]
    is_replaced = any("adds" not in one for one in of_the_day)
    for exception in [*([] if is_replaced else ordinary), *of_the_day]:
        more = painted(exception.get("hours", "off"), day, minute, days_of(exception))
        if more is not None:
            state = more
        elif exception in of_the_day and "adds" not in exception:
            state = "closed"
    return state


def days_of(exception):
    """Return whether an exception is one of a day; that of a rule is one of days of the rule."""
    on = exception.get("on")
    covers = between(on or exception["first_day"], on or exception["last_day"])
    return lambda day: covers(day) and holds_on(exception.get("rule", {}), day)


def holds_on(rule, day):
    """Return whether a day is one of a rule."""
    return between(rule.get("valid_from"), rule.get("valid_until"))(day)


def layers_over(levels, tier):
    """Return the exceptions for a tier, those that hold over the others last.

    "Of exceptions that meet on a day the one with the higher priority holds; of equal ones the
    nearer": *levels* are the records that may have some, the farthest first. Each has with it the
    record, which is a rule with dates of its own or has none.
    """
    found = [
        (one.get("priority", 0), nearness, {**one, "rule": record if "hours" in record else {}})
        for nearness, record in enumerate(levels)
        for one in record.get("exceptions", ())
        if tier in one.get("tiers", (tier,))
    ]
    return [one for _, _, one in sorted(found, key=lambda entry: entry[:2])]


# -- a directory and a question -------------------------------------------------------------------


def countries_of(region):
    """Return all countries of a region and of the regions inside."""
    own = (*region.get("countries", ()), *region.get("countries_not_named", ()))
    return {*own, *(one for inner in region.get("regions", ()) for one in countries_of(inner))}


def walk(regions, around=()):
    """Yield every region, outer ones before inner ones, with those around it."""
    for region in regions:
        yield (*around, region)
        yield from walk(region.get("regions", ()), (*around, region))


class Oracle:
    """What an answer must be: one directory, one question, one instant."""

    def __init__(self, directory, question, at):
        """Take the plain content, the words of `who_can_i_call`, and an aware instant."""
        self.directory = directory
        self.question = question
        self.at = at
        self.country = question["country"]
        self.wanted = question.get("languages", ())
        self.tier = question.get("tier") or next(iter(directory["tiers"]))
        self.desk = question.get("desk")
        self.phone = question.get("calling_from") or self.country
        severity = question.get("severity")
        self.severities = (severity,) if severity else directory.get("severities") or (None,)
        # "The zone that local time means in this country, whatever zone the caller gives."
        fixed = directory.get("countries", {}).get(self.country, {}).get("time_zone")
        given = fixed or question.get("time_zone")
        self.zones = (given,) if given else ZONES[self.country]
        # In file order, each line with the regions that it stands in.
        self.lines = [
            (line, path)
            for path in walk(directory["regions"])
            for line in path[-1].get("lines", ())
        ]
        self.path = max(
            (path for path in walk(directory["regions"]) if self.country in countries_of(path[-1])),
            key=len,
            default=(),
        )

    # -- which lines ------------------------------------------------------------------------------

    def serves(self, line, path):
        """Return the countries that a line is for: `serves`, else all countries of its region."""
        return set(line["serves"]) if "serves" in line else countries_of(path[-1])

    def desk_of(self, line):
        """Return what a line is for: a line that names no desk is for the first one listed."""
        desks = self.directory.get("desks")
        return line.get("desk", desks[0]) if desks else None

    def is_valid(self, line):
        """Return on how many of the caller's calendars the line is there today: all, some, none."""
        covers = between(line.get("valid_from"), line.get("valid_until"))
        told = {covers(self.at.astimezone(ZoneInfo(zone)).date()) for zone in self.zones}
        return "some" if len(told) > 1 else "all" if told == {True} else "none"

    def is_dialable(self, line, path):
        """Return whether the number can be dialled from where the phone stands.

        "By kind: toll-free and national-only numbers from where they serve, others from anywhere";
        digits of `only_in` are nothing outside of it.
        """
        if "unusable" in line or self.phone not in line.get("only_in", (self.phone,)):
            return False
        stated = line.get("dialable_from")
        if stated is not None:
            return stated == "anywhere" or self.phone in stated
        if line.get("kind") in TO_WHERE_THEY_SERVE or "only_in" in line:
            return self.phone in self.serves(line, path)
        return True

    def candidates(self):
        """Return lines that serve the country, are for the desk, and are there today."""
        return [
            (line, path)
            for line, path in self.lines
            if self.country in countries_of(path[-1])
            and self.country in self.serves(line, path)
            and self.desk in (None, self.desk_of(line))
            and self.is_valid(line) != "none"
        ]

    def level(self, line, path):
        """Return how far a line stands from the country: its own is nearest."""
        return 0 if "serves" in line else 1 + len(self.path) - len(path)

    def chosen(self):
        """Return the lines to use and the ids of those withheld.

        "The nearest level that has a fallback dialable by this caller is used, a country's own
        before its region's before that of the region around it."
        """
        candidates = self.candidates()
        back = [one for one in candidates if one[0].get("fallback")]
        levels = [self.level(*one) for one in back if self.is_dialable(*one)]
        farthest = min(levels, default=None)
        considered = [
            one
            for one in candidates
            if not one[0].get("fallback") or farthest is None or self.level(*one) <= farthest
        ]
        usable = [one for one in considered if self.is_dialable(*one)]
        return usable, {one[0]["id"] for one in considered if not self.is_dialable(*one)}

    # -- in which languages -----------------------------------------------------------------------

    def languages_of(self, line):
        """Return the languages of a line and whether they are "stated", "assumed" or "unknown"."""
        for record in (line, *reversed(self.path)):
            if "languages" in record:
                return tuple(record["languages"]), "stated"
        assumed = self.directory["directory"].get("assumed_languages", ())
        return (tuple(assumed), "assumed") if assumed else ((None,), "unknown")

    # -- when -------------------------------------------------------------------------------------

    def tiers(self):
        """Return the tier and those that it includes."""
        found, tier = [], self.tier
        while tier:
            found.append(tier)
            tier = self.directory["tiers"][tier].get("includes")
        return found

    def rules_for(self, line, tier):
        """Return the rules of the nearest level that states a tier: line, region, region around."""
        for record in (line, *reversed(self.path)):
            if tier in record.get("availability", {}):
                return record["availability"][tier]
        return []

    def state_of_tier(self, line, tier, language, severity, zone):
        """Return the state by the rules of one tier, or None if none is for this call.

        "A call is answered when any rule is open that is for it"; "on a day of no rule the state
        is unknown".
        """
        of_desk = [
            rule
            for rule in self.rules_for(line, tier)
            if self.desk_of(line) in rule.get("desks", (self.desk_of(line),))
            and severity in rule.get("severities", (severity,))
        ]
        rules = [rule for rule in of_desk if speaks(rule, language, of_desk)]
        if not rules:
            return None
        told = []
        for rule in rules:
            where = rule.get("time_zone", "caller")
            wall = self.at.astimezone(ZoneInfo(zone if where == "caller" else where))
            exceptions = layers_over((*self.path, line, rule), tier)
            state = state_of_rule(rule, exceptions, wall)
            if state is None:
                # A day of another rule is no day of no rule: this one has no part in it.
                state = "closed" if any(holds_on(one, wall.date()) for one in rules) else "unknown"
            told.append(state)
        return max(told, key=STRENGTH.index)

    def state_of(self, line, language):
        """Return the state of a line in a language.

        "A tier that includes another has, language by language, the union of both (open before
        unknown before closed). A language that no rule names is unknown." What was not given (the
        zone, the severity) decides only if all agree.
        """
        told = set()
        for zone, severity in product(self.zones, self.severities):
            states = [
                self.state_of_tier(line, tier, language, severity, zone) for tier in self.tiers()
            ]
            named = [state for state in states if state is not None]
            told.add(max(named, key=STRENGTH.index) if named else "unknown")
        if self.is_valid(line) == "some" and told != {"closed"}:
            return "unknown"
        return told.pop() if len(told) == 1 else "unknown"

    def state_of_line(self, line, language):
        """Return the state of a line whether it is an option or not; closed when it has ended."""
        return "closed" if self.is_valid(line) == "none" else self.state_of(line, language)

    # -- the answer -------------------------------------------------------------------------------

    def offers(self):
        """Return the state of each line that is an option, by its id and language."""
        return {
            (line["id"], language): self.state_of(line, language)
            for line, _ in self.chosen()[0]
            for language in self.languages_of(line)[0]
        }

    def guesses(self):
        """Return the same for the lines that are named to a country in no region."""
        if self.path:
            return {}
        named = {
            one
            for guess in self.directory.get("guesses", ())
            if self.country in guess["countries"]
            for one in guess["lines"]
        }
        found = {}
        for line, path in self.lines:
            if (
                line["id"] in named
                and self.desk in (None, self.desk_of(line))
                and self.is_valid(line) != "none"
                and self.is_dialable(line, path)
            ):
                # What the line says where it stands: the country has no region of its own.
                there = Oracle.__new__(Oracle)
                there.__dict__ = {**self.__dict__, "path": path}
                for language in there.languages_of(line)[0]:
                    found[line["id"], language] = there.state_of(line, language)
        return found

    # -- the order --------------------------------------------------------------------------------

    def nearness(self, line, path):
        """Return 0 to 3: own line, wider line, country's fallback, region's fallback."""
        is_wide = len(self.serves(line, path)) > 1
        return 2 * bool(line.get("fallback")) + is_wide

    def rank(self, languages, basis):
        """Return (0, rank in the caller's wishes), (1, 0) not known, or (2, 0) another language."""
        if not self.wanted:
            return (0, 0)
        match = best_match(self.wanted, [one for one in languages if one is not None])
        if match is not None:
            return (0, match.rank)
        return (1, 0) if basis != "stated" else (2, 0)

    def place(self, option):
        """Return where docs/reference/order.md puts an option; smaller is earlier.

        Of *option* only the line, the languages, the state, the cost and the next change are read.
        None where they do not tell: an option that opens earlier by one zone of the caller than by
        another announces "unknown", and opens all the same.
        """
        number, (line, path) = next(
            (number, one) for number, one in enumerate(self.lines) if one[0]["id"] == option.line.id
        )
        basis = self.languages_of(line)[1]
        kind, rank = self.rank(option.languages, basis)
        group = {
            ("open", 0): 1,
            ("unknown", 0): 2,
            ("open", 1): 3,
            ("open", 2): 4,
            ("unknown", 1): 5,
            ("unknown", 2): 5,
        }.get((option.state, kind), 6)
        opening = ()
        if group == 6:
            never = datetime.max.replace(tzinfo=self.at.tzinfo)
            surely = option.next_state == "open"
            opening = (kind != 0, not surely, option.changes_at if surely else never)
            if option.next_state == "unknown" and len(self.zones) * len(self.severities) > 1:
                return None
        return (
            group,
            # The page says it of the first group alone; the library does it in the second too.
            rank if group in {1, 2} else 0,
            opening,
            # "Sound before doubtful": the less sure, the later.
            ("high", "medium", "low").index(line.get("number_confidence", "high")),
            self.nearness(line, path),
            option.cost != "free",
            basis == "assumed",
            number,
        )


def speaks(rule, language, beside):
    """Return whether a rule is for a language of a line.

    "A rule with languages is for those only, a rule without is for all languages of the line";
    "a line in nb has the hours of a rule for no, and one in en-GB those of a rule for en; of two
    relatives only the nearest counts", among all rules *beside* it.
    """
    if "languages" not in rule:
        return True
    if language is None:
        return False
    near = {language, language.partition("-")[0]}
    if near & {"nb", "nn", "no"}:
        near |= {"nb", "nn", "no"}
    named = [one for other in beside for one in other.get("languages", ())]
    nearest = best_match([language], named)
    return any(
        one in near or (nearest is not None and one == nearest.spoken) for one in rule["languages"]
    )
