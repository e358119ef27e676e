"""The JSON Schema and the reference page say what the model says."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from supportlines.directory import json_schema, load_directory
from supportlines.directory.reading import read_document
from supportlines.doubts import ACCEPTABLE

REFERENCE = Path(__file__).parent.parent.parent / "docs" / "reference" / "data_file.md"
SECTIONS = {
    "Top level": "",
    "`directory`": "About",
    "`directory` / `sources`": "Source",
    "`tiers`": "Tier",
    "`countries`": "CountryFacts",
    "`regions`": "Region",
    "`lines`": "Line",
    "`lines` / `correction`": "Correction",
    "`lines` / `steps`": "StepRecord",
    "`availability`": "Rule",
    "`guesses`": "Guess",
    "`exceptions`": "DayException",
    "`countries` / `holidays`": "Holiday",
    "`directory` / `organisation`": "Organisation",
    "`organisation` / `addresses`": "Address",
    "`organisation` / `affiliates`": "Affiliate",
    "`desks`": "Desk",
    "`desks` / `not_for`": "NotFor",
    "`levels`": "Level",
    "`facets`": "Facet",
    "`lines` / `requests`": "Request",
    "`reply`": "Reply",
    "`prepare`": "Preparation",
    "`self_help`": "SelfHelp",
    "`promises`": "Promise",
}


@pytest.fixture(scope="module")
def schema():
    """Return the JSON Schema."""
    return json_schema(ACCEPTABLE)


def records(schema):
    """Return each record of the schema by its name."""
    return {"": schema, **schema["$defs"]}


def test_every_key_has_a_description(schema):
    """Editors show it while somebody types."""
    missing = [
        (name, key)
        for name, record in records(schema).items()
        for key, value in record["properties"].items()
        if not value.get("description")
    ]

    assert missing == []


def test_unknown_keys_are_underlined(schema):
    """No record takes a key that it does not know."""
    assert all(one["additionalProperties"] is False for one in records(schema).values())


def test_short_forms_are_allowed(schema):
    """One text for a list, hours for a rule, a rule for a list of rules."""
    line = schema["$defs"]["Line"]["properties"]
    assert [option["type"] for option in line["languages"]["anyOf"]] == [
        "string",
        "array",
        "object",
    ]
    assert [option["type"] for option in line["serves"]["anyOf"]] == ["string", "array", "object"]
    (tier,) = line["availability"]["patternProperties"].values()
    forms = tier["anyOf"]
    assert [form.get("type", form.get("$ref")) for form in forms] == [
        "string",
        "#/$defs/Rule",
        "array",
    ]


def test_nothing_may_be_null(schema):
    """A key without a value is a mistake, so the schema does not offer it."""
    assert '"null"' not in json.dumps(schema)
    assert '"default": null' not in json.dumps(schema)


def test_tiers_stand_under_their_ids(schema):
    """And need nothing inside."""
    assert schema["properties"]["tiers"]["additionalProperties"] == {"$ref": "#/$defs/Tier"}
    assert "id" not in schema["$defs"]["Tier"]["properties"]
    assert not schema["$defs"]["Tier"].get("required")


def test_reference_lists_every_key_and_no_other(schema):
    """The tables of docs/reference/data_file.md are complete."""
    text = REFERENCE.read_text(encoding="utf-8")
    documented = {}
    for section in re.split(r"^#{2,3} ", text, flags=re.MULTILINE)[1:]:
        title, _, body = section.partition("\n")
        if title in SECTIONS:
            keys = re.findall(r"^\| `(\w+)` \|", body, flags=re.MULTILINE)
            documented[SECTIONS[title]] = set(keys)

    assert documented == {
        name: set(record["properties"]) for name, record in records(schema).items()
    }


def test_reference_marks_as_required_what_is_required(schema):
    """No key is called required that may be left out, nor the reverse."""
    text = REFERENCE.read_text(encoding="utf-8")
    for section in re.split(r"^#{2,3} ", text, flags=re.MULTILINE)[1:]:
        title, _, body = section.partition("\n")
        if title in SECTIONS:
            keys = re.findall(r"^\| `(\w+)` \|[^|]*\| required", body, flags=re.MULTILINE)
            assert set(keys) == set(records(schema)[SECTIONS[title]].get("required", [])), title


def test_example_uses_every_key(schema, small_text):
    """The file of the reference shows each key once at least."""
    used = set()

    def visit(value):
        if isinstance(value, dict):
            used.update(value)
            for inner in value.values():
                visit(inner)
        elif isinstance(value, list):
            for inner in value:
                visit(inner)

    visit(read_document(small_text).content)
    known = {key for record in records(schema).values() for key in record["properties"]}
    assert known - used == set()


def test_example_of_the_reference_is_a_directory():
    """The first block of the page can be copied and loaded; the others fit into it."""
    blocks = re.findall(
        r"^```yaml\n(.+?)^```", REFERENCE.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL
    )
    first, condition, places, second, third, reply, fourth = blocks

    directory = load_directory(first.encode(), "first.yaml")
    indented = "".join(f"    {line}\n" for line in second.splitlines())
    changed = re.sub(r"^    availability:\n(      .+\n)+", indented, first, flags=re.MULTILINE)
    other = load_directory(changed.encode(), "second.yaml")
    exceptions = "".join(f"    {line}\n" for line in third.splitlines())
    dated = load_directory(
        first.replace("    lines:\n", f"{exceptions}    lines:\n").encode(), "third.yaml"
    )
    accept = "".join(f"    {line}\n" for line in fourth.splitlines())
    accepting = load_directory(
        first.replace("    lines:\n", f"{accept}    lines:\n").encode(), "fourth.yaml"
    )

    limits = f"      {condition}"
    facets = "facets: {brand: {values: [north, south]}}\ndesks: [technical, billing]\n"
    limited = load_directory(
        f"{facets}{places}severities: [low, high]\n{first}".replace(
            "        kind: toll_free\n", f"        kind: toll_free\n  {limits}"
        ).encode()
        + reply.encode(),
        "fifth.yaml",
    )

    assert limited.line("us-toll-free")[0].only_for == {
        "subdivisions": ("CA-QC",),
        "brand": ("north",),
    }
    assert [str(one.within) for one in limited.reply] == ["1 hour", "next open day"]
    assert limited.places == {"nordics": ("DK", "FI", "NO", "SE", "IS")}
    assert list(accepting.regions[0].accept) == ["number-not-of-country"]
    assert directory.line("us-toll-free")[0].number.e164 == "+18005550123"
    assert [one.priority for one in dated.regions[0].exceptions] == [0, 0, 0]
    assert [rule.languages for rule in other.regions[0].availability["premium"]] == [
        ("en",),
        ("fr", "de"),
    ]
