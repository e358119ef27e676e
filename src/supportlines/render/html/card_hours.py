"""Hours of a card: its columns, what is to be known of them, and when they are otherwise."""

from __future__ import annotations

from typing import TYPE_CHECKING, Iterator, NamedTuple, Sequence

from supportlines.directory import CALLER
from supportlines.lookup.conditions import limits_of_rule
from supportlines.places import zones_of
from supportlines.render.html.columns import CardColumn, as_parts
from supportlines.render.html.markup import digits, element, joined
from supportlines.render.html.other_days import OtherDaysRow
from supportlines.render.html.page import CLAUSES
from supportlines.render.html.weeks import HoursColumn
from supportlines.render.other_days import OtherDays, other_days_of
from supportlines.render.stated_hours import (
    HeldHours,
    HeldRule,
    has_hours,
    hours_stated,
    spoken_on,
    zone_stated,
)

if TYPE_CHECKING:
    from datetime import date

    from markupsafe import Markup

    from supportlines.directory import Facts, Line, Region, Rule
    from supportlines.render.html.contacts import Contact
    from supportlines.render.html.line_block import LineHtml
    from supportlines.render.html.other_days import OtherDaysHtml
    from supportlines.render.html.page import Page
    from supportlines.render.html.times import TimesHtml
    from supportlines.render.html.weeks import WeeksHtml


class Card(NamedTuple):
    """Countries of which all is the same."""

    places: tuple[str, ...]
    """Codes of countries, or of parts of one."""

    chain: tuple[Region, ...]
    lines: tuple[Line, ...]
    contacts: tuple[Contact, ...]
    """One for each of the lines."""

    @property
    def pairs(self) -> list[tuple[Line, Contact]]:
        """Each line with its contact."""
        return list(zip(self.lines, self.contacts))

    @property
    def countries(self) -> tuple[str, ...]:
        """Codes of the countries of its places."""
        return tuple(dict.fromkeys(one.partition("-")[0] for one in self.places))


class _Hours(NamedTuple):
    """Hours of one clock and of the same content, for the tiers that have them."""

    tiers: dict[str, None]
    whom: tuple[Markup, ...]
    said: Rule
    rules: tuple[HeldRule, ...]
    is_not_all: bool


class CardHours:
    """Writes the hours of cards for a page."""

    def __init__(
        self,
        facts: Facts,
        page: Page,
        lines: LineHtml,
        times: TimesHtml,
        weeks: WeeksHtml,
        days: OtherDaysHtml,
        since: date,
    ) -> None:
        self._facts = facts
        self._page = page
        self._lines = lines
        self._times = times
        self._weeks = weeks
        self._days = days
        self._since = since
        self._rules: dict[tuple[object, ...], tuple[HeldHours, ...]] = {}
        self._told: dict[object, Markup] = {}
        """Hours of columns that another card had before."""

    def _stated(self, line: Line, chain: tuple[Region, ...]) -> tuple[HeldHours, ...]:
        key = (line.id, *map(id, chain))
        if key not in self._rules:
            self._rules[key] = tuple(hours_stated(self._facts, line, chain))
        return self._rules[key]

    def weeks(self, card: Card) -> Markup:
        """Return the weeks of a card, whose clock that is, and what is to be known of them."""
        columns = as_parts([*self._columns(card)])
        shown = [one.shown for one in columns]
        key = tuple(
            (one.is_part, one.tiers, one.whom, one.zone, *map(id, one.rules)) for one in shown
        )
        if key not in self._told:
            tables = self._weeks.tables(shown)
            self._told[key] = joined([tables, self._remarks(columns)])
        return self._told[key]

    # What is to be known.

    def _remarks(self, columns: Sequence[CardColumn]) -> Markup | None:
        """Return what is said of each rule, with whose it is where it is not of all."""
        items: dict[Markup, None] = {}
        dated = [one for one in columns if one.said.valid_from or one.said.valid_until]
        if any(one.shown.is_part for one in columns):
            items[element("li", self._page.label("hours_add_up"))] = None
        if dated:
            items[element("li", self._page.label("some_days_alone"))] = None
        rules = {id(held.rule): held.rule for one in columns for held in one.rules}
        for key, rule in rules.items():
            remarks = list(self._weeks.remarks(rule))
            if remarks:
                head = [self._whose(columns, key)]
                items[
                    element("li", joined([*filter(None, head), joined(remarks, CLAUSES)], ": "))
                ] = None
        return element("ul", *items, class_="sl-remarks") if items else None

    def _whose(self, columns: Sequence[CardColumn], rule: int) -> Markup | None:
        """Return whose hours a rule is about; None if they are all that there are."""
        having = [(one, held) for one in columns for held in one.rules if id(held.rule) == rule]
        is_every = all(
            len(one.tiers) == len(self._facts.tiers) and not one.shown.whom for one, _ in having
        )
        if len(having) == len(columns) and (len(columns) > 1 or is_every):
            return None
        own = [pair for pair in having if id(pair[0].said) == rule] or having
        named = (
            (
                *(one.shown.tiers if held.tier in one.tiers else self._tiers([held.tier])),
                *one.shown.whom,
            )
            for one, held in own
        )
        found = (joined(one, CLAUSES) or self._page.label("everybody") for one in named)
        return self._page.listed(dict.fromkeys(found))

    # Columns.

    def _timed(self, card: Card) -> list[Line]:
        """Return the lines of a card of which hours are told."""
        timed = [
            line
            for line, contact in card.pairs
            if has_hours(line) and (contact.is_usable or (contact.refused and line.availability))
        ]
        # What is said of hours is told, even if no number is known on which somebody answers.
        return timed or [line for line in card.lines if has_hours(line)]

    def _columns(self, card: Card) -> Iterator[CardColumn]:
        """Yield the hours of a card, each kind once: tiers and lines with the same share it."""
        timed = self._timed(card)
        of_rules: dict[object, dict[str, HeldHours]] = {}
        for line in timed:
            for one in self._stated(line, card.chain):
                ids = [id(held.rule) for held in (*one.rules, *one.shown)]
                key = (one.tier, id(one.said), *ids)
                of_rules.setdefault((*key, one.unless), {})[line.id] = one
        merged: dict[object, _Hours] = {}
        for by_line in (
            each for all_lines in of_rules.values() for each in self._apart(all_lines, card)
        ):
            one = next(iter(by_line.values()))
            whom = (*self._whom(timed, by_line, card), *self._conditions([*by_line.values()]))
            rules = one.shown
            row = _Hours({}, whom, one.said, rules, one.is_not_all)
            content = dict.fromkeys((held.rule.hours, _beside(held.rule)) for held in rules)
            merged.setdefault((*content, whom), row).tiers[one.tier] = None
        for row in merged.values():
            yield self._column(row, card.countries[0])

    def _apart(self, by_line: dict[str, HeldHours], card: Card) -> Sequence[dict[str, HeldHours]]:
        """Return lines whose languages can be told together, as those that any of them has.

        That is so if each of them has hours for all of these that are spoken on it.
        """
        spoken = {
            line.id: set(spoken_on(self._facts, line, card.chain))
            for line in card.lines
            if line.id in by_line
        }
        tags = {key: set(one.languages) or spoken[key] for key, one in by_line.items()}
        every = {tag for one in tags.values() for tag in one}
        if all(tags[key] == spoken[key] & every for key in by_line):
            return [by_line]
        found: dict[frozenset[str], dict[str, HeldHours]] = {}
        for key, one in by_line.items():
            found.setdefault(frozenset(tags[key]), {})[key] = one
        return list(found.values())

    def _column(self, row: _Hours, country: str) -> CardColumn:
        tiers, first = tuple(row.tiers), row.rules[0].rule
        whom = row.whom
        if first.after is not None and not first.hours.is_always:
            whom = (*whom, self._weeks.while_closed(first.after))
        timed = next((one.rule for one in row.rules if not one.rule.hours.is_always), first)
        zone = zone_stated(self._facts, timed, country)
        rules = tuple(held.rule for held in row.rules)
        shown = HoursColumn(tuple(self._tiers(tiers)), whom, rules, zone, row.is_not_all)
        return CardColumn(shown, tiers, row.said, row.rules, row.is_not_all)

    def _tiers(self, tiers: Sequence[str]) -> list[Markup]:
        if len(self._facts.tiers) == 1:
            return []
        page = self._page
        return [page.listed([page.own(self._facts.tier(one).name) for one in tiers])]

    def _whom(
        self, timed: Sequence[Line], by_line: dict[str, HeldHours], card: Card
    ) -> tuple[Markup, ...]:
        """Return of which lines and languages hours are, as far as they are not of all."""
        page = self._page
        lines = [line for line in timed if line.id in by_line]
        parts = []
        if len(lines) < len(timed):
            parts.append(self._names_of(lines, timed))
        if any(by_line[line.id].languages for line in lines):
            tags = dict.fromkeys(
                tag
                for line in lines
                for tag in by_line[line.id].languages or spoken_on(self._facts, line, card.chain)
            )
            parts.append(page.listed([page.language(tag) for tag in tags]))
        return tuple(parts)

    def _names_of(self, lines: Sequence[Line], among: Sequence[Line]) -> Markup:
        """Return what *lines* are called; those that others are called too with their number."""
        others = {self._lines.name(one) for one in among if one not in lines}
        names = [
            joined([name, " (", digits(line.published_as), ")"]) if name in others else name
            for line in lines
            for name in [self._lines.name(line)]
        ]
        return self._page.listed(dict.fromkeys(names))

    def _conditions(self, stated: Sequence[HeldHours]) -> Iterator[Markup]:
        """Yield for whom hours are, and from which day until which."""
        page, one = self._page, stated[0]
        limits = [each for each in limits_of_rule(one.said) if each[0] != "desk"]
        desks = tuple(dict.fromkeys(desk for each in stated for desk in each.desks))
        for name, values in (*limits, *([("desk", desks)] if desks else [])):
            yield page.label("if_whom", what=self._lines.values(name, values))
        yield from self._validity(one.said)
        for unless in one.unless:
            others = joined([self._lines.values(*each) for each in unless], ", ")
            yield page.label("unless_whom", what=others)

    def _validity(self, rule: Rule) -> Iterator[Markup]:
        for key, day in (("valid_from", rule.valid_from), ("valid_until", rule.valid_until)):
            if day is not None:
                yield joined([self._page.label(key), self._times.day(day)], ": ")

    # Days.

    def other_days(self, card: Card) -> Markup | None:
        """Return closures and other hours that are not over, with whose they are."""
        timed = [line for line in card.lines if has_hours(line)]
        tiers = [one.id for one in self._facts.tiers]
        stating = {one.tier for line in timed for one in self._stated(line, card.chain)}
        rows: dict[object, tuple[OtherDays, dict[str, None], dict[str, Line]]] = {}
        for line in timed:
            stated = self._stated(line, card.chain)
            for one in other_days_of(line, card.chain, stated, tiers, self._since):
                of_rule = tuple(map(id, one.rules)) if one.is_of_rule else ()
                key = (id(one.said), one.staying, of_rule)
                _, for_tiers, lines = rows.setdefault(key, (one, {}, {}))
                for_tiers[one.tier] = None
                lines[line.id] = line
        shown = [
            OtherDaysRow(
                one.said,
                (
                    *(self._tiers([*for_tiers]) if one.staying or stating - {*for_tiers} else []),
                    *self._whose_days(one, [*lines.values()], timed),
                    *self._clocks_of(one, card),
                ),
                self._zone_of(one, card),
            )
            for one, for_tiers, lines in sorted(rows.values(), key=lambda row: row[0].said.days)
        ]
        return joined([self._days.table(shown), *self._own_days(card)])

    def _whose_days(
        self, one: OtherDays, lines: Sequence[Line], timed: Sequence[Line]
    ) -> Iterator[Markup]:
        page = self._page
        if len(lines) < len(timed):
            yield self._names_of(lines, timed)
        if one.is_of_rule:
            for rule in one.rules:
                if rule.languages:
                    yield page.listed([page.language(tag) for tag in rule.languages])
                for name, values in limits_of_rule(rule):
                    yield page.label("if_whom", what=self._lines.values(name, values))
                yield from self._validity(rule)
        if one.staying:
            others = self._tiers(one.staying) or [page.label("other_rules")]
            yield joined([page.label("hours_stay"), *others], ": ")

    def _clocks_of(self, one: OtherDays, card: Card) -> Iterator[Markup]:
        """Yield by whose clock days are that change hours of which no clock was told."""
        country = card.countries[0]
        if one.said.begins is not None and one.said.begins.tzinfo is not None:
            return
        shown = {each.shown.zone for each in self._columns(card) if not each.shown.is_always}
        untold = (rule for rule in one.rules if rule.hours.is_always)
        for zone in dict.fromkeys(zone_stated(self._facts, rule, country) for rule in untold):
            if shown != {zone}:
                own = zone == CALLER
                label = self._page.label
                yield label("own_clock") if own else label("zone", zone=digits(zone))

    def _zone_of(self, one: OtherDays, card: Card) -> str | None:
        """Return by whose clock the hours are that change; None where there is no one clock."""
        zones = {
            zone
            for country in card.countries
            for rule in one.rules
            for stated in [zone_stated(self._facts, rule, country)]
            for zone in (zones_of(country) if stated == CALLER else (stated,))
        }
        return zones.pop() if len(zones) == 1 else None

    def _own_days(self, card: Card) -> Iterator[Markup]:
        """Yield the public holidays and working days that the directory has for a country."""
        page = self._page
        known = self._facts.countries.get(card.countries[0])
        if known is None:
            return
        days = [
            joined([self._times.day(one.on), " ", page.own(one.name)])
            for one in known.holidays
            if one.on >= self._since
        ]
        days += [
            joined([self._times.day(one), " (", page.label("working_day"), ")"])
            for one in known.working_days
            if one >= self._since
        ]
        note = [page.own(known.note)] if known.note is not None else []
        said = (
            [joined([page.label("public_holidays"), joined(days, CLAUSES)], ": ")] if days else []
        )
        if days or note:
            yield element("p", joined([*said, *note], CLAUSES), class_="sl-holidays")


def _beside(rule: Rule) -> tuple[object, ...]:
    """Return what sets the hours of two rules apart beside their week."""
    return (
        "" if rule.hours.is_always else rule.time_zone,
        rule.after, rule.not_available, rule.severities, rule.desks, rule.only_for,
        rule.valid_from, rule.valid_until, rule.holidays, rule.published_as, rule.notes,
        rule.confidence, rule.source,
    )  # fmt: skip
