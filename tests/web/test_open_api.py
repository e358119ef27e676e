"""The description says what the application does, and the application does what it says."""

from __future__ import annotations

import jsonschema
import pytest

import supportlines
from supportlines.web.http.asking import FACET, REPEATED, SINGLE

TEXT = """
directory:
  id: acme
  name: Acme
  sources: [{id: page, title: A page, url: "https://support.example", read_on: 2026-11-02}]
tiers: {standard: {}, premium: {includes: standard}}
desks: {technical: {name: Technical}, billing: {name: Billing}}
severities: [low, high]
facets:
  brand: {name: Which brand?, values: {north: North, south: South}}
regions:
  - id: gb
    countries: [GB]
    languages: [en]
    availability: {standard: {hours: "Mo-Fr 09:00-17:00", time_zone: Europe/London}}
    lines:
      - {id: tech, number: "+44 20 7946 0958", desk: technical}
      - {id: bills, number: "+44 20 7946 0100", desk: billing, for: {brand: north}}
"""


def described(ask):
    """Return the description of what is served."""
    return ask("/openapi.json").json


def parameters(ask):
    """Return the parameters of a question by their names."""
    listed = described(ask)["paths"]["/v1/now"]["get"]["parameters"]
    assert all(one["in"] == "query" for one in listed)
    return {one["name"]: one for one in listed}


def test_all_parameters_that_are_read_are_described(serve):
    """And no other: a directory without desks has none."""
    whole, shipped = parameters(serve(supportlines.loads(TEXT))), parameters(serve("insales"))

    assert set(whole) == {*SINGLE, *REPEATED, f"{FACET}brand", f"{FACET}phone"}
    assert [name for name, one in whole.items() if one["required"]] == ["country"]
    assert "severity" not in shipped


@pytest.mark.parametrize(
    ("name", "values"),
    [
        ("tier", ["standard", "premium"]),
        ("desk", ["technical", "billing"]),
        ("severity", ["low", "high"]),
        ("facet.brand", ["north", "south"]),
        ("facet.phone", ["landline", "mobile"]),
    ],
)
def test_values_are_those_of_the_directory(serve, name, values):
    """Each of them is answered."""
    ask = serve(supportlines.loads(TEXT))

    assert parameters(ask)[name]["schema"]["enum"] == values
    for value in values:
        assert ask(f"/v1/now?country=GB&{name}={value}").status == 200


def test_every_country_and_channel_that_is_listed_is_answered(serve):
    """The 249 of ISO 3166-1, and Kosovo; whoever is not served is told so, which is an answer."""
    ask = serve(supportlines.loads(TEXT))
    known = parameters(ask)
    countries = known["country"]["schema"]["enum"]

    assert len(countries) == 250
    assert countries == sorted(countries) == known["calling_from"]["schema"]["enum"]
    for code in countries:
        assert ask(f"/v1/now?country={code}&calling_from={code}").status == 200
    for channel in known["channel"]["schema"]["items"]["enum"]:
        assert ask(f"/v1/now?country=GB&channel={channel}").status == 200


@pytest.mark.parametrize(
    ("name", "taken"),
    [
        ("time_zone", sorted(supportlines.hours.known_zones())),
        (
            "language",
            ["en", "pt-BR", "zh-Hans-HK", "sr-Latn", "de-1996", "en-x-a", "de-u-co-phonebk"],
        ),
        ("subdivision", ["DE-BY", "BY", "GB-SCT", "FR-2A", "AD-02", "02"]),
        ("at", ["2026-11-23T16:00:00Z", "2026-11-23T16:00+01:00"]),
    ],
)
def test_patterns_take_what_there_is(serve, name, taken):
    """A program that checks what it sends by the description is kept from nothing."""
    schema = parameters(serve(supportlines.loads(TEXT)))[name]["schema"]
    validator = jsonschema.Draft202012Validator(schema.get("items", schema))

    assert [text for text in taken if not validator.is_valid(text)] == []


@pytest.mark.parametrize(
    ("target", "status"),
    [
        ("/v1/now?country=GB", 200),
        ("/v1/now?country=GB&desk=billing&at=2026-11-24T12:00Z", 200),
        ("/v1/now?country=UK", 404),
        ("/v1/now", 400),
        ("/v1/now?" + "x" * 5000, 414),
        ("/v1/lines", 200),
        ("/v1/health", 200),
        ("/openapi.json", 200),
    ],
)
def test_replies_are_as_described(serve, target, status):
    """Status, type and content are among those of the operation."""
    ask = serve(supportlines.loads(TEXT))
    document = described(ask)
    operation = document["paths"][target.partition("?")[0]]["get"]

    found = ask(target)

    assert found.status == status
    content = operation["responses"][str(status)]["content"]
    schema = dict(content[found.headers["content-type"]]["schema"])
    schema["components"] = document["components"]
    jsonschema.Draft202012Validator(schema).validate(found.json)
    for name in operation["responses"][str(status)].get("headers", ()):
        assert name.lower() in found.headers


def test_references_lead_somewhere_and_schemas_are_schemas(serve):
    """OpenAPI 3.1 has the schemas of JSON Schema 2020-12."""
    document = described(serve(supportlines.loads(TEXT)))

    def references(node):
        if isinstance(node, dict):
            yield from [node["$ref"]] if "$ref" in node else []
            for one in node.values():
                yield from references(one)
        elif isinstance(node, list):
            for one in node:
                yield from references(one)

    for reference in references(document):
        found = document
        for part in reference[2:].split("/"):
            found = found[part]
    for schema in document["components"]["schemas"].values():
        jsonschema.Draft202012Validator.check_schema(schema)
    names = [one["get"]["operationId"] for one in document["paths"].values()]
    assert len(set(names)) == len(names)


def test_the_description_is_valid_openapi(serve):
    """By the schema of its own authors, where the package that has it is installed."""
    validator = pytest.importorskip(
        "openapi_spec_validator", reason="openapi-spec-validator is not installed"
    )

    validator.validate(described(serve(supportlines.loads(TEXT))))
