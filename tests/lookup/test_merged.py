"""An option that stands for several lines says nothing that is false for any of their callers.

More cases: `python tests/lookup/test_merged.py N`.
"""

from __future__ import annotations

import random
import sys
from collections import Counter
from dataclasses import fields
from datetime import datetime, timedelta, timezone

import pytest

import supportlines
from supportlines.lookup import Option

from strategies.amount import at_least, cases
from strategies.merging import BRANDS, HEAD, START, text_of

_LIMITING = {"only_for", "landline_only", "mobile_only"}
_OF_PRINT = {"corrected", "number_doubtful", "number_note"}
_DEPENDS = {"subdivision_not_given", "reply_depends"}
"""Who says it is told something else, and the option says so."""
_LISTED = {"own_line", "wider_line"}
_WRITTEN = {"hours", "time_zone", "holidays"}
_COMBINED = {"line", "published_as", "hours", "reasons", "caveats", "languages"}
"""What an option has for all its callers together: see `docs/reference/order.md`."""


def printed(option):
    """Return the prints of the lines that an option stands for."""
    return set(option.published_as.split(" / "))


def notes(option):
    """Return what an option says that must hold for each of its callers."""
    return {one for one in option.caveats if one.code not in _LIMITING | _OF_PRINT}


def claims(option):
    """Return what the reasons of an option say of this moment."""
    return {
        (one.code, frozenset((key, one.values[key]) for key in one.values if key not in _WRITTEN))
        for one in option.reasons
        if one.code not in _LISTED
    }


def grounds(option):
    """Return the reasons of an option without the words of the source."""
    return {(one.code, one.values) for one in option.reasons}


def is_for(option, brand, part):
    """Return whether an option is for who says a brand and a part."""
    said = {"brand": brand, "subdivision": f"DE-{part}"}
    limits = [one.values for one in option.caveats if one.code == "only_for"]
    return all(said[one["facet"]] in one["values"] for one in limits)


def false_for(option, own, at):
    """Return what *option* says that is false for who is offered *own*; None if nothing is."""
    for one in fields(Option):
        if one.name not in _COMBINED and getattr(option, one.name) != getattr(own, one.name):
            return one.name
    if notes(option) != notes(own):
        return "caveats"
    if claims(option) != claims(own) or not grounds(own) <= grounds(option):
        return "reasons"
    for minutes in range(0, 8 * 24 * 60, 173):
        instant = at + timedelta(minutes=minutes)
        state = option.hours.state(instant)
        if state not in ("unknown", own.hours.state(instant)):
            return "hours"
    return None


def broken_at(directory, at, tried):
    """Return what an option says at *at* that is false for one of its callers, or None."""
    words = {"country": "DE", "channels": ["phone", "email"], "at": at}
    options = [
        one
        for one in directory.who_can_i_call(**words).options
        if _DEPENDS.isdisjoint(each.code for each in one.caveats)
    ]
    for brand in BRANDS:
        for part in ("BY", "BE", "HH"):
            said = directory.who_can_i_call(facets={"brand": brand}, subdivision=part, **words)
            for option in options:
                if not is_for(option, brand, part):
                    continue
                lines, tags = printed(option), set(option.languages)
                near = [
                    one
                    for one in said.options
                    if not lines.isdisjoint(printed(one)) and not tags.isdisjoint(one.languages)
                ]
                # Who has another line as well reads of both: then it is another option.
                theirs = [one for one in near if printed(one) <= lines]
                tried["joined" if len(lines) > 1 else "alone"] += bool(theirs)
                if not near:
                    return option, "not offered", brand, part
                found = [false_for(option, one, at) for one in theirs]
                if found and None not in found:
                    return option, found[0], brand, part
    return None


def outcome(seeds):
    """Return what is broken on directories of *seeds*, and what was tried."""
    broken, tried = [], Counter()
    for seed in seeds:
        draw = random.Random(seed)  # noqa: S311 - for tests
        text = text_of(draw)
        directory = supportlines.loads(text)
        for _ in range(4):
            at = START + timedelta(minutes=draw.randrange(8 * 24 * 60))
            found = broken_at(directory, at, tried)
            if found is not None:
                broken.append((seed, at, *found, text))
    return broken, tried


def test_what_one_option_says_is_true_for_each_of_its_callers():
    """Who says their brand and part is told the same, but for what all of them read together."""
    broken, tried = outcome(range(cases(120)))

    assert [case[:-1] for case in broken] == []
    assert tried["joined"] > at_least(200)
    assert tried["alone"] > at_least(2000)


OF_BRANDS = """
facets: {{brand: {{name: Which brand, values: {{north: North, south: South, west: West}}}}}}
regions:
  - id: gb
    countries: [GB]
    languages: [en]
    availability: {{standard: {{hours: "Mo-Fr 09:00-17:00; PH off", time_zone: Europe/London}}}}
    lines:
      - {{id: n, {way}, published_as: one, for: {{brand: north}}{north}}}
      - {{id: s, {way}, published_as: two, for: {{brand: south}}{south}}}
"""
PHONE, MAIL = 'number: "+44 20 7946 0300"', "email: help@a.example"
FORM = "url: 'https://a.example/form', channel: web_form"
WORKS = 'exceptions: [{from: "2026-12-04T17:00", until: "2026-12-06T00:00", reason: Works}]'
FRIDAY = datetime(2026, 12, 4, 10, tzinfo=timezone.utc)
STATED = "availability: {standard: {time_zone: Europe/London, hours: "


@pytest.mark.parametrize(
    ("way", "north", "south", "is_one"),
    [
        (PHONE, "", "", True),
        (PHONE, ", label: North", ", label: South", True),
        # How a rule is written is told of both; what it says now is the same.
        (PHONE, f', {STATED}"Mo-Sa 09:00-17:00; PH off"}}}}', "", True),
        (PHONE, ", number_confidence: low", "", True),  # there is one number
        (PHONE, ", cost: free", ", cost: national", False),
        (PHONE, ", kind: shared_cost", "", False),
        (PHONE, ", notes: Have your card at hand", "", False),
        (PHONE, f", {STATED}'Mo-Fr 09:00-17:00; PH off', notes: By day}}}}", "", False),
        (PHONE, f", {WORKS}", "", False),
        (PHONE, f", {WORKS}", f", {WORKS}", True),
        (PHONE, ", fallback: true, fallback_when: If it is busy", "", False),
        (PHONE, ", languages: {en: interpreter}", "", False),
        (
            PHONE,
            ", steps: [{press: '1', label: North}]",
            ", steps: [{press: '1', label: South}]",
            False,
        ),
        (MAIL, ", reply: [{within: 4 open hours}]", ", reply: [{within: 4 open hours}]", True),
        (
            MAIL,
            ", reply: [{within: 4 open hours}]",
            f", reply: [{{within: 4 open hours}}], {STATED}24/7}}}}",
            False,
        ),
        (MAIL, ", reply: [{within: 4 h}]", f", reply: [{{within: 4 h}}], {STATED}24/7}}}}", False),
        (FORM, ", requests: [{id: bill, name: Bill}]", "", False),
    ],
)
def test_lines_of_two_brands_are_one_option_where_each_is_told_the_same(way, north, south, is_one):
    """What differs is told of each brand by itself."""
    text = HEAD + OF_BRANDS.format(way=way, north=north, south=south)
    directory = supportlines.loads(text)

    answer = directory.who_can_i_call("GB", channels=["phone", "email", "web_form"], at=FRIDAY)

    told = {one.published_as: sorted(limits_of(one)) for one in answer.options}
    apart = {"one": ["north"], "two": ["south"]}
    assert told == ({next(iter(told)): ["north", "south"]} if is_one else apart)
    for option in answer.options:
        for brand in limits_of(option):
            said = directory.who_can_i_call(
                "GB",
                channels=["phone", "email", "web_form"],
                facets={"brand": brand},
                at=FRIDAY,
            )
            assert false_for(option, said.best, FRIDAY) is None


def limits_of(option):
    """Return the brands for which an option is."""
    return next(one.values["values"] for one in option.caveats if one.code == "only_for")


def asked(text, country, at, **words):
    """Return the options of all channels that a directory has at an instant of UTC."""
    when = datetime(*at, tzinfo=timezone.utc)
    return supportlines.loads(HEAD + text).who_can_i_call(
        country, channels=["phone", "email"], at=when, **words
    )


OF_PARTS = """
regions:
  - id: de
    countries: [DE]
    languages: [de]
    availability: {standard: {hours: "Mo-Fr 09:00-17:00", time_zone: Europe/Berlin}}
    reply: [{within: WITHIN}]
    lines: [{id: mail, email: help@a.example}]
    regions:
      - {id: by, countries: [DE-BY], availability: {standard: 24/7}}
"""


@pytest.mark.parametrize(
    ("within", "bavaria", "elsewhere"),
    [
        # On Saturday at ten nobody works elsewhere before Monday at eight, by the clock of UTC.
        ("4 open hours", (5, 14), (7, 12)),
        # Sunday's hours are over at midnight of Berlin.
        ("next open day", (6, 23), (7, 16)),
        ("4 h", (5, 14), (5, 14)),
    ],
)
def test_a_promise_is_counted_on_the_hours_of_each_part(within, bavaria, elsewhere):
    """Who does not say the part reads both, each with whom it is for."""
    text = OF_PARTS.replace("WITHIN", within)

    answer = asked(text, "DE", (2026, 12, 5, 10))

    found = [(one.reply_by.day, one.reply_by.hour) for one in answer.options]
    assert found == list(dict.fromkeys([bavaria, elsewhere]))
    of_parts = {"BY": bavaria, "BE": elsewhere}
    for part, expected in of_parts.items():
        best = asked(text, "DE", (2026, 12, 5, 10), subdivision=part).best
        assert (best.reply_by.day, best.reply_by.hour) == expected


FEAST = """
regions:
  - id: de
    countries: [DE]
    languages: [de]
    availability: {standard: {hours: "Mo-Fr 09:00-17:00", time_zone: Europe/Berlin}}
    lines: [{id: line, number: "+49 30 23125 100"}]
    regions:
      - id: by
        countries: [DE-BY]
        exceptions:
          - {from: "2026-12-04T17:00", until: "2026-12-06T00:00", reason: A Bavarian feast}
"""


def test_a_feast_of_one_part_is_no_reason_for_others():
    """Neither before it, when it is why nobody answers next, nor while it is on."""
    friday, saturday = (2026, 12, 4, 10), (2026, 12, 5, 10)

    before = asked(FEAST, "DE", friday).options
    meanwhile = asked(FEAST, "DE", saturday).options

    def of(options, part):
        (found,) = [one for one in options if f"DE-{part}" in limits_of(one)]
        return found

    assert of(before, "BY").next_why == "A Bavarian feast"
    assert of(before, "BE").next_why is None
    assert "A Bavarian feast" in of(meanwhile, "BY").reasons[-1].text
    assert not [one for one in of(meanwhile, "BE").reasons if "feast" in one.text]
    # On Monday nothing is different between them.
    assert len(asked(FEAST, "DE", (2026, 12, 7, 10)).options) == 1


BY_PHONE = """
regions:
  - id: gb
    countries: [GB]
    languages: [en]
    availability: {standard: {hours: "Mo-Fr 09:00-17:00; PH off", time_zone: Europe/London}}
    lines:
      - {id: l, number: "+44 20 7946 0300", published_as: one, dialable_by: landline}
      - {id: m, number: "+44 20 7946 0300", published_as: two, dialable_by: mobile}
"""


def test_what_a_call_costs_from_a_mobile_is_not_what_it_costs_from_a_landline():
    """A number that both may call is one option only if it costs them the same."""
    monday = (2026, 12, 7, 10)
    text = BY_PHONE.replace("landline", "landline, cost: free")

    found = asked(text.replace("mobile", "mobile, cost: national"), "GB", monday).options
    same = asked(text.replace("mobile", "mobile, cost: free"), "GB", monday).options

    assert [(one.cost, [each.code for each in one.caveats]) for one in found] == [
        ("free", ["landline_only"]),
        ("national", ["mobile_only"]),
    ]
    assert [(one.cost, one.published_as) for one in same] == [("free", "one / two")]


def test_why_one_telephone_is_silent_next_is_told_if_it_is_so_for_every_phone():
    """Rows of one number for several sorts of phone are one option; a reason of one is not told."""
    friday = (2026, 12, 4, 10)
    text = BY_PHONE.replace("landline", f"landline, {WORKS}")

    (some,) = asked(text, "GB", friday).options
    (all_of_them,) = asked(text.replace("mobile", f"mobile, {WORKS}"), "GB", friday).options

    assert some.next_why is None
    assert all_of_them.next_why == "Works"


if __name__ == "__main__":
    found, counted = outcome(range(int(sys.argv[1]), int(sys.argv[2])))
    for case in found[:3]:
        sys.stdout.write(f"{case[-1]}{case[:-1]}\n\n")
    sys.stdout.write(f"{len(found)} broken, {dict(counted)}\n")
