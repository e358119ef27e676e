"""For whom a line is: places, callers, desks and languages; nobody else is offered it."""

from __future__ import annotations

import json

import pytest

import supportlines
from supportlines.exchange import write_csv
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
