"""For whom a line is: places, callers, desks and languages; nobody else is offered it."""

from __future__ import annotations

import csv
import datetime as dt
import io
import itertools
import json

import pytest

import supportlines
from supportlines.exchange import Given, import_text, write_csv, write_hsds
from supportlines.exchange.places_cells import all_countries

ONE = "+44 20 7946 0958"


def test_a_facet_comes_from_the_header_with_all_of_its_values(read):
    """Of a single value nobody would be asked: another one stands beside it."""
    head = 'country,number,"for brand (north, south; required)","for plan (team)"'
    text = f"{head}\nGB,{ONE},north,team\n"
    facts = supportlines.loads(read(text).text).facts

    (line, _) = next(facts.lines())
    assert line.only_for == {"brand": ("north",), "plan": ("team",)}
    assert (tuple(facts.facet("brand").values), facts.facet("brand").required) == (
        ("north", "south"), True,
    )  # fmt: skip
    assert tuple(facts.facet("plan").values) == ("team", "other")


@pytest.mark.parametrize(
    ("header", "value", "why"),
    [
        ("for brand (north, south)", "east", '"east" is none of the values of "brand"'),
        ("for phone", "satellite", '"satellite" is none of the values of "phone"'),
        ("for tiers", "gold", '"gold" is no tier of the hours'),
    ],
)
def test_a_row_for_nobody_knows_whom_is_left_out(read, header, value, why):
    """With its text."""
    imported = read(f'country,number,"{header}"\nGB,{ONE},{value}\n')

    assert imported.lines == 0
    assert any(one.why.startswith(why) for one in imported.remarks)
    assert ONE in imported.text


@pytest.mark.parametrize("header", ["for more information", "for brand", "for phones (a; b)"])
def test_other_headers_ask_nothing(read, header):
    """They are columns that are not known."""
    imported = read(f'country,number,"{header}"\nGB,{ONE},x\n')

    assert imported.lines == 1
    assert any("not read" in one.why for one in imported.remarks)


def test_all_countries_and_all_but_some(read):
    """A row for the whole world serves who has a row of their own as well."""
    text = (
        f"country,number\nWorldwide,{ONE}\nGB,+44 20 7946 0959\n"
        '"Worldwide but GB, FR",+44 20 7946 0960\n'
    )
    facts = supportlines.loads(read(text).text).facts

    whole, but, own = (
        next(facts.served_by(line) for line, _ in facts.lines() if line.number.e164.endswith(end))
        for end in ("0958", "0960", "0959")
    )
    assert whole == set(all_countries())
    assert but == whole - {"GB", "FR"}
    assert own == {"GB"}
    rows = write_csv(facts).text
    assert "Worldwide," in rows
    assert '"Worldwide but FR, GB"' in rows


def test_digits_for_the_whole_world_are_pressed_nowhere(lines):
    """They exist in one country, and nobody says in which."""
    (line,) = lines("country,number\nWorldwide,0808 157 0123\n").values()

    assert line.number is None
    assert "is not stated" in line.unusable


def test_parts_of_countries_are_served_by_their_codes(lines):
    """A part beside its country adds nothing."""
    found = lines(
        f'country,number\n"CA-QC, CA-NB",{ONE}\n"CA, CA-QC",+44 20 7946 0959\n'
        "CA-XX,+44 20 7946 0960\n"
    )

    parts, whole = found.values()
    assert (parts.serves, parts.serves_parts) == ((), ("CA-QC", "CA-NB"))
    assert (whole.serves, whole.serves_parts) == ((), ())


def test_languages_say_how_well_they_are_served(lines):
    """In the words of people too."""
    (line,) = lines(
        "country,number,languages\n"
        f'GB,{ONE},"English, Spanish (by interpreter); fr (best effort), any"\n'
    ).values()

    assert line.languages == ("en", "es", "fr")
    assert dict(line.language_modes) == {"es": "interpreter", "fr": "best_effort", "any": "native"}


def test_desks_keep_their_names(read):
    """And what sort of desk it is, where the words say so."""
    text = f"country,number,desk\nGB,{ONE},Technical support; Lost cards\n"
    facts = supportlines.loads(read(text).text).facts

    assert [(one.id, one.name, one.purpose) for one in facts.desks] == [
        ("technical-support", "Technical support", "technical"),
        ("lost-cards", "Lost cards", None),
    ]
    assert facts.desks_of(next(facts.lines())[0]) == ("technical-support", "lost-cards")


def test_an_organisation_of_json_ld_stands_in_the_file(read):
    """Its name before the law, its page, and where it takes its post."""
    address = {
        "@type": "PostalAddress", "streetAddress": "1 Example Street",
        "addressLocality": "London", "addressCountry": "United Kingdom",
    }  # fmt: skip
    text = json.dumps(
        {
            "@type": "Organization", "name": "Example", "legalName": "Example Ltd",
            "url": "https://a.example", "telephone": ONE, "areaServed": "GB",
            "address": [address, "2 Example Street"],
        }
    )  # fmt: skip
    imported = read(text)
    who = supportlines.loads(imported.text).facts.directory.organisation

    assert (who.legal_name, who.url) == ("Example Ltd", "https://a.example")
    assert [(one.kind, one.text, one.country) for one in who.addresses] == [
        ("postal", "1 Example Street, London, United Kingdom", "GB")
    ]
    assert any("2 Example Street" in one.why for one in imported.remarks)


HEAD = """
directory:
  id: d
  name: D
  assumed_languages: [en]
  sources: [{id: page, title: t, url: "https://a.example/", read_on: 2026-11-02}]
tiers: {standard: {}, premium: {includes: standard}}
severities: [low, high]
facets: {plan: {values: [a, b, c]}}
regions:
  - id: r
    countries: [CA]
    regions: [{id: q, countries: [CA-QC]%(inner)s}]
    lines:
      - {id: l, number: "+1 202 555 0123", published_as: "1", availability: {%(hours)s}%(line)s}
"""
OPEN = "{hours: Mo-Fr 09:00-17:00}"
NOT_B = "{not_available: Ask your reseller., for: {plan: b}}"
REFUSED = [
    (f"standard: [{OPEN}, {NOT_B}]", "", {"for plan (a, b, c)": "a; c"}),
    (f"standard: [{OPEN}, {NOT_B}]", ", for: {plan: [a, b]}", {"for plan (a, b, c)": "a"}),
    (f"standard: [{OPEN}, {NOT_B}]", ", for: {plan: b}", None),  # nobody is left
    (
        f"standard: [{OPEN}, {{not_available: No., severities: [low]}}]",
        "",
        {"for severities (low, high)": "high"},
    ),
    # Who has premium is served by what it includes.
    (f"standard: {OPEN}, premium: [{NOT_B}]", "", {}),
    (f"standard: [{OPEN}, {NOT_B}], premium: {OPEN}", "", None),
    (f"standard: {{not_available: No.}}, premium: {OPEN}", "", {"for tiers": "premium"}),
    # It hangs on two things together.
    (f"standard: [{OPEN}, {{not_available: No., severities: [low], for: {{plan: b}}}}]", "", None),
    # Nobody says what is spoken: it is taken to be English.
    (f"standard: [{OPEN}, {{not_available: No., languages: [en]}}]", "", None),
    (f"standard: [{OPEN}, {{not_available: No., languages: [fr]}}]", ", languages: [en, fr]", {}),
    # Outside of Quebec it has no name.
    (f"standard: [{OPEN}, {{not_available: No., for: {{subdivisions: CA-QC}}}}]", "", None),
]


@pytest.mark.parametrize("write", [write_csv, write_hsds])
@pytest.mark.parametrize(("hours", "line", "row"), REFUSED)
def test_a_number_stands_in_no_row_for_those_whom_it_does_not_serve(read, write, hours, line, row):
    """A row says for whom it is, or there is none; what is not carried is told."""
    directory = supportlines.loads(HEAD % {"inner": "", "hours": hours, "line": line})
    written = write(directory.facts)

    if write is write_csv:
        rows = list(csv.DictReader(io.StringIO(written.text)))
        found = [{key: one for key, one in each.items() if key[:4] == "for "} for each in rows]
        assert found == ([] if row is None else [row])
    assert ("l: line: nobody is served by it, so it is left out." in map(str, written.losses)) is (
        row is None
    )
    imported = read(written.text)
    if not imported.lines:  # a service says nothing of premium alone
        assert row is None or write is write_hsds
        return
    again = supportlines.loads(imported.text)
    assert served(again) <= served(directory)
    if write is write_csv:
        assert served(again) == served(directory)


def served(directory):
    """Return who of many callers is offered a line."""
    plans, parts = ({}, {"plan": "a"}, {"plan": "b"}), (None, "QC", "ON")
    tiers = [one.id for one in directory.facts.tiers]
    severities = (None, "low", "high")
    found = set()
    for plan, part, tier, severity in itertools.product(plans, parts, tiers, severities):
        known = {key: one for key, one in plan.items() if directory.facts.facet(key)}
        answer = directory.who_can_i_call(
            "CA",
            tier=tier,
            facets=known,
            subdivision=part,
            severity=severity if directory.facts.severities else None,
        )
        if answer.options:
            found.add((tuple(plan.items()), part, tier, severity))
    return found


def test_a_part_that_is_served_has_the_languages_and_hours_of_its_callers():
    """What a region inside says holds for who is in it, and for nobody else."""
    text = """
directory:
  id: parts
  name: Parts
  sources: [{id: page, title: A page, url: "https://parts.example", read_on: 2026-11-02}]
tiers: {standard: {}}
regions:
  - id: canada
    countries: [CA]
    languages: [en]
    availability: {standard: {hours: "Mo-Fr 09:00-17:00", time_zone: America/Toronto}}
    lines:
      - {id: ontario, number: "+44 20 7946 0959", serves: [CA-ON]}
      - {id: both, number: "+44 20 7946 0960", serves: [CA-QC, CA-MB]}
    regions:
      - {id: quebec, countries: [CA-QC], languages: [fr], availability: {standard: 24/7}}
"""
    written = write_csv(supportlines.loads(text).facts)

    rows = csv.DictReader(io.StringIO(written.text))
    assert [(one["country"], one["languages"], one["hours"]) for one in rows] == [
        ("CA-ON", "en", "Mo-Fr 09:00-17:00"),
        ("CA-QC", "fr", "24/7 open"),
        ("CA-MB", "en", "Mo-Fr 09:00-17:00"),
    ]


def test_a_number_that_a_part_of_the_country_is_refused_has_no_row():
    """The part of it is in a region of its own."""
    inner = ", availability: {standard: {not_available: Not in Quebec.}}"
    text = HEAD % {"inner": inner, "hours": "", "line": ""}
    text = text.replace("    lines:", f"    availability: {{standard: {OPEN}}}\n    lines:")
    written = write_csv(supportlines.loads(text.replace(", availability: {}}", "}")).facts)

    assert list(csv.DictReader(io.StringIO(written.text))) == []
    assert "l: line: nobody is served by it, so it is left out." in map(str, written.losses)


WAIT = '[{hours: 24/7, for: {plan: b}}, {hours: "Mo 10:00-11:00", for: {plan: [a, c]}}]'
OTHER = '{id: o, number: "+1 202 555 0124", published_as: "2", availability: {standard: %s}}'


@pytest.mark.parametrize(
    ("around", "inside", "hours", "countries"),
    [
        (WAIT, "", "", None),
        (OPEN, f", availability: {{standard: {WAIT}}}", "", "GB"),  # a region inside
        (WAIT, f", availability: {{standard: {OPEN}}}", "", "IE"),
        (WAIT, "", f"standard: {OPEN}", "GB, IE"),  # the line has hours of its own
        (OPEN, "", "standard: {after: o, hours: 24/7}", None),  # the line before it waits
    ],
)
def test_who_must_say_more_first_has_no_row(around, inside, hours, countries):
    """A table would offer the number before it is said."""
    text = (HEAD % {"inner": inside, "hours": hours, "line": ""}).replace(
        "[a, b, c]", "[a, b, c], required: true"
    )
    text = text.replace("[CA]", "[GB]").replace("CA-QC", "IE").replace(", availability: {}}", "}")
    more = f"    availability: {{standard: {around}}}\n    lines:\n      - {OTHER % WAIT}"
    written = write_csv(supportlines.loads(text.replace("    lines:", more)).facts)

    rows = list(csv.DictReader(io.StringIO(written.text)))

    assert [one["country"] for one in rows] == ([] if countries is None else [countries])
    why = "its hours are for those alone who say more, so it is left out."
    missing = {None: "", "GB": "in IE ", "IE": "in GB "}
    told = [str(one) for one in written.losses if one.where == "l" and one.what == "line"]
    assert told == ([] if countries == "GB, IE" else [f"l: line: {missing[countries]}{why}"])


LOST = """
directory:
  id: d
  name: D
  sources: [{id: page, title: A, url: "https://a.example", read_on: 2026-11-02}]
tiers: {standard: {}}
severities: [low, high]
facets: {brand: {name: Brand, values: {north: North, south: South}}}
regions:
  - id: gb
    countries: [GB]
    lines:
      - id: mail
        email: help@a.example
        languages: {en: native, any: interpreter}
        availability:
          standard:
            - {hours: "24/7", time_zone: Europe/London, severities: [low]}
            - {hours: "24/7", time_zone: Europe/London, languages: [fr], severities: [low], MORE}
"""


@pytest.mark.parametrize("write", [write_csv, write_hsds])
def test_any_language_is_none_of_which_the_hours_are_lost(write):
    """French is for one brand alone, and which hours that are the format cannot say."""
    facts = supportlines.loads(LOST.replace("MORE", "for: {brand: north}")).facts
    written = write(facts)
    again = supportlines.loads(
        import_text(written.text, Given(dt.date(2026, 11, 2), "export")).text
    )

    (line, _) = next(again.facts.lines())
    assert [*line.languages] == ["en"]
    assert not line.speaks_any
    assert any("any other language" in loss.why for loss in written.losses)
