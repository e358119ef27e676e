"""What pages embed of schema.org: organisations and their contact points."""

from __future__ import annotations

import json

import pytest

import supportlines
from supportlines.exchange import ForeignFileError

POINT = {
    "@type": "ContactPoint",
    "telephone": "+44 20 7946 0958",
    "contactType": "technical support",
    "areaServed": "GB",
}
HOURS = {
    "@type": "OpeningHoursSpecification",
    "dayOfWeek": ["Monday", "Tuesday"],
    "opens": "09:00",
    "closes": "17:00",
}


def organisation(*points, **more):
    """Return an organisation with contact points as JSON-LD."""
    found = {"@context": "https://schema.org", "@type": "Organization", "name": "Example"}
    return json.dumps({**found, "url": "https://a.example", "contactPoint": list(points), **more})


def only(found):
    """Return the one line that there is."""
    (line,) = found.values()
    return line


def test_an_organisation_names_the_directory_and_its_page(read):
    """Nothing has to be said beside it."""
    imported = read(organisation(POINT), name="", source_url="")
    facts = supportlines.loads(imported.text).facts

    assert (imported.kind, imported.missing) == ("jsonld", ())
    assert (facts.name, facts.id, facts.sources[0].url) == (
        "Example",
        "example",
        "https://a.example",
    )
    assert [line.id for line, _ in facts.lines()] == ["gb-technical-support"]
    assert facts.desk_ids == ("technical-support",)


@pytest.mark.parametrize(
    "content",
    [
        {"@graph": [{"@type": "Organization", "name": "E", "contactPoint": POINT}]},
        {"@type": "LocalBusiness", "name": "E", "contactPoint": [POINT]},
        {"@type": "Corporation", "name": "E", "contactPoints": {"@list": [POINT]}},
        [{"@type": "Organization", "name": "E", "contactPoint": POINT}],
        {"@type": "WebPage", "publisher": {"@type": "Organization", "contactPoint": POINT}},
        {"https://schema.org/name": "E", "@id": "#e", "https://schema.org/contactPoint": POINT},
        {
            "@graph": [
                {"@type": "Organization", "name": "E", "contactPoint": {"@id": "#c"}},
                {**POINT, "@id": "#c"},
            ]
        },
        POINT,
    ],
)
def test_contact_points_are_found_wherever_they_are(lines, content):
    """One value for a list of one, in a graph, by reference, inside of others."""
    found = only(lines(json.dumps(content)))

    assert found.number.e164 == "+442079460958"


@pytest.mark.parametrize(
    ("area", "countries"),
    [
        ("GB", {"GB"}),
        (["GB", "Germany"], {"GB", "DE"}),
        ({"@type": "Country", "name": "FR"}, {"FR"}),
        ([{"@type": "Country", "name": "France"}, {"@type": "Country", "identifier": "AT"}],
         {"FR", "AT"}),
    ],
)  # fmt: skip
def test_areas_are_texts_or_countries(read, area, countries):
    """By name or code."""
    facts = supportlines.loads(read(organisation({**POINT, "areaServed": area})).text).facts

    (line, _) = next(facts.lines())
    assert facts.served_by(line) == countries


@pytest.mark.parametrize("area", ["EMEA", {"@type": "City", "name": "London"}])
def test_an_area_that_is_no_country_is_none(read, area):
    """A city is not its country, and the one that is given is for those that state nothing."""
    imported = read(organisation({**POINT, "areaServed": area}), country="GB")

    assert imported.lines == 0
    assert any("no country is understood" in one.why for one in imported.remarks)


@pytest.mark.parametrize(
    ("said", "languages"),
    [
        ("en", ("en",)),
        (["English", "Spanish"], ("en", "es")),
        ({"@type": "Language", "name": "German", "alternateName": "de"}, ("de",)),
        ([{"@type": "Language", "name": "Portuguese", "alternateName": "pt-BR"}], ("pt-BR",)),
    ],
)
def test_languages_are_texts_or_objects(lines, said, languages):
    """The code of an object counts more than its name."""
    point = {**POINT, "availableLanguage": said}

    assert only(lines(organisation(point))).languages == languages


def test_hours_have_no_zone_in_schema_org(lines):
    """They are unknown until somebody says whose clock is meant."""
    text = organisation({**POINT, "hoursAvailable": HOURS})

    (unknown,) = only(lines(text)).availability["standard"]
    (known,) = only(lines(text, time_zone="Europe/London")).availability["standard"]

    assert (str(unknown.hours), unknown.published_as) == ("24/7 unknown", "Mo,Tu 09:00-17:00")
    assert (str(known.hours), known.time_zone) == ("Mo,Tu 09:00-17:00", "Europe/London")


def test_hours_that_are_not_read_stand_as_a_comment(read):
    """Whole, as they are."""
    imported = read(organisation({**POINT, "hoursAvailable": {**HOURS, "opens": "soon"}}))

    assert '#   {"hoursAvailable": {' in imported.text
    assert any(one.why.startswith("hours: ") for one in imported.remarks)


def test_options_say_the_kind_and_who_is_supported(lines):
    """Short names and addresses of the vocabulary."""
    options = ["TollFree", "https://schema.org/HearingImpairedSupported"]
    found = only(lines(organisation({**POINT, "contactOption": options})))

    assert found.kind == "toll_free"
    assert found.notes == ("Calls from people who are hard of hearing are supported.",)


def test_what_is_not_read_is_a_comment(read):
    """A fax, an address, a product."""
    point = {**POINT, "faxNumber": "+44 20 7946 0999", "productSupported": "Widgets"}
    address = {"@type": "PostalAddress", "streetAddress": "1 Main Street", "addressCountry": "US"}

    text = read(organisation(point, address=address, foundingDate="1990")).text

    assert "#   +44 20 7946 0999\n" in text
    assert '"productSupported" is not read.\n' in text
    assert "#   Widgets\n" in text
    assert "the address is not read" not in text
    assert 'addresses: [{kind: postal, text: "1 Main Street, US", country: US}]' in text
    assert '# Example: "foundingDate" is not read.\n#   1990\n' in text


def test_the_telephone_of_the_organisation_is_a_line_of_its_own(lines):
    """Where its seat is, is not whom it serves."""
    text = organisation(telephone="+1 202 555 0123", address={"addressCountry": "US"})

    assert lines(text, country="CA")["ca-number"].number.e164 == "+12025550123"


def test_mail_and_forms_are_lines(read):
    """A page beside a number is none."""
    text = read(
        organisation(
            {"email": "mailto:help@a.example", "areaServed": "GB"},
            {"url": "https://a.example/ask", "areaServed": "GB"},
            {**POINT, "url": "https://a.example/phone"},
        )
    ).text

    assert 'email: "help@a.example"' in text
    assert 'url: "https://a.example/ask"' in text
    assert "#   https://a.example/phone\n" in text


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("{", "it is no JSON"),
        ('{"a": 1}', "neither schema.org nor HSDS"),
        ("[1, 2]", "neither schema.org nor HSDS"),
        ("[" * 50_000, "nested too deeply"),
        ('{"@type": ' * 200 + "1" + "}" * 200, "nested too deeply"),
    ],
)
def test_what_is_nothing_of_it_is_refused(read, text, said):
    """With a sentence."""
    with pytest.raises(ForeignFileError, match=said):
        read(text)


def test_things_without_contacts_give_no_line(read):
    """And that is told."""
    imported = read('{"@context": "https://schema.org", "@type": "Person", "name": "Ann"}')

    assert [one.what for one in imported.missing] == ["lines"]
    assert "there is no thing with a telephone" in imported.text


def test_other_organisations_and_options_are_told(read):
    """The first names the directory."""
    content = [
        json.loads(organisation(POINT)),
        json.loads(organisation({**POINT, "contactOption": "Smoke"}, name="Other")),
    ]

    remarks = [str(one) for one in read(json.dumps(content)).remarks]

    assert '"Other" is another organisation of the same file.' in remarks
    assert 'Other, contact point 1: the contact option "Smoke" is not read.' in remarks


def test_hours_that_are_nothing_of_the_kind_are_unknown(lines):
    """Neither an object of hours nor a text."""
    found = only(lines(organisation({**POINT, "hoursAvailable": {"colour": "red"}})))

    assert str(found.availability["standard"][0].hours) == "24/7 unknown"


def test_a_telephone_without_a_context_is_known_by_its_keys(lines):
    """As some write it without any `@`."""
    assert lines('{"telephone": "+44 20 7946 0958"}', country="GB")


def test_things_inside_of_things_are_found_so_far_as_anybody_writes_them(read):
    """Twenty departments inside each other."""
    inner = {"telephone": "+44 20 7946 0958"}
    for _ in range(30):
        inner = {"@type": "Organization", "department": inner}

    assert read(json.dumps(inner), "jsonld", country="GB").lines == 0


def test_what_is_no_object_is_told(read):
    """A number alone is no contact point."""
    imported = read(organisation("020 7946 0958", POINT, department="Sales"))
    graph = read(json.dumps({"@graph": "x"}))

    assert [(str(one), one.text) for one in imported.remarks if "object" in one.why] == [
        ('Example: "contactPoint" is not read: an object belongs there.', "020 7946 0958"),
        ('Example: "department" is not read: an object belongs there.', "Sales"),
    ]
    assert str(graph.remarks[0]) == '"@graph" is not read: an object belongs there.'


def test_a_comment_has_the_keys_of_the_source_and_no_others(read):
    """An organisation whose telephone is of no country stands there as it was."""
    thing = {"@type": "Organization", "name": "Example", "telephone": "+44 20 7946 0958"}

    imported = read(json.dumps(thing))

    (told,) = [one for one in imported.remarks if "the country is not stated" in one.why]
    assert json.loads(told.text) == thing
