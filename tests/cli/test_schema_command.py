"""`supportlines schema`: what is printed, what is kept, and what it says of files."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest
from click.testing import CliRunner

from supportlines.cli.main import command
from supportlines.directory import json_schema
from supportlines.directory.reading import read_document
from supportlines.doubts import ACCEPTABLE

ROOT = Path(__file__).resolve().parents[2]
STORED = ROOT / "data" / "directory.schema.json"
MODELINE = "# yaml-language-server: $schema=directory.schema.json\n"
WRONG = (
    "countries",
    "correction",
    "dates_and_addresses",
    "dialable_from",
    "empty_lists",
    "empty_values",
    "ids",
    "kind_and_cost",
    "missing_keys",
    "missing_parts",
    "no_number",
    "no_regions_no_tiers_no_sources",
    "number_and_unusable",
    "steps",
    "tier_with_an_id",
    "unknown_keys",
    "wrong_shapes",
)


@pytest.fixture(scope="module")
def schema():
    """Return what the command prints."""
    return json.loads(CliRunner().invoke(command, ["schema"]).stdout)


@pytest.fixture(scope="module")
def validator(schema):
    """Return somebody else's reader of the schema."""
    return jsonschema.Draft202012Validator(schema)


def content_of(path):
    """Return a file as the library reads it: every scalar is text."""
    return read_document(path.read_bytes()).content


def records(schema):
    """Return each record of the schema by its name."""
    return {"the file": schema, **schema["$defs"]}


def test_it_is_a_schema_of_the_dialect_it_names(schema):
    """Draft 2020-12, with a name of its own."""
    jsonschema.Draft202012Validator.check_schema(schema)

    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert schema["$id"].endswith("/data/directory.schema.json")


def test_what_is_kept_in_the_repository_is_what_the_model_says():
    """After a change of the model run `python -m tests.refresh`."""
    assert json.loads(STORED.read_text(encoding="utf-8")) == json_schema(ACCEPTABLE)


def test_command_prints_the_file_that_is_kept():
    """Byte for byte, so that the output can be put beside a data file."""
    printed = CliRunner().invoke(command, ["schema"])

    assert printed.exit_code == 0
    assert printed.stdout_bytes == STORED.read_bytes()


def test_every_field_has_a_description(schema):
    """Editors show it while somebody types."""
    missing = [
        (name, key)
        for name, record in records(schema).items()
        for key, value in record["properties"].items()
        if len(value.get("description", "")) < len("Why.")
    ]

    assert missing == []
    assert [name for name, record in records(schema).items() if not record["description"]] == []


@pytest.mark.parametrize(
    ("record", "key", "words"),
    [
        ("Line", "kind", {"toll_free", "geographic", "mobile", "unknown"}),
        ("Line", "cost", {"free", "local", "national", "international", "unknown"}),
        ("Line", "dialable_by", {"landline", "mobile"}),
        ("Rule", "confidence", {"high", "medium", "low"}),
    ],
)
def test_editors_can_offer_the_words_of_a_field(schema, record, key, words):
    """A field with a few words lists them."""
    assert words <= set(schema["$defs"][record]["properties"][key]["enum"])


@pytest.mark.parametrize(
    "path",
    [
        "data/regions.yaml",
        "data/gis-zhkh.yaml",
        "data/insales.yaml",
        "data/starter.yaml",
        "tests/data/small_directory.yaml",
    ],
)
def test_right_files_are_right(validator, path):
    """What the library loads, an editor does not underline."""
    assert [error.message for error in validator.iter_errors(content_of(ROOT / path))] == []


@pytest.mark.parametrize("name", WRONG)
def test_wrong_files_are_underlined(validator, name):
    """Mistakes of shape are found while somebody types."""
    content = content_of(ROOT / "tests" / "invalid" / f"{name}.yaml")

    assert not validator.is_valid(content)


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("published_as", 112),  # no quotation marks, digits only: an editor sees a number
        ("number", 18005550123),
        ("id", 7),
        ("source", 2026),
        ("desk", True),
        ("replaces", 7),
        ("label", True),
        ("fallback", True),
        ("fallback", "true"),
    ],
)
def test_editors_may_read_types_where_the_library_reads_text(validator, key, value):
    """Nothing is underlined only because YAML would give it another type."""
    content = content_of(ROOT / "tests" / "data" / "small_directory.yaml")
    content["regions"][0]["lines"][0][key] = value

    assert validator.is_valid(content)


@pytest.mark.parametrize("name", ["regions.yaml", "gis-zhkh.yaml", "insales.yaml", "starter.yaml"])
def test_shipped_files_name_the_schema_beside_them(name):
    """Whoever opens them in an editor has completion at once."""
    path = ROOT / "data" / name

    assert path.read_text(encoding="utf-8").startswith(MODELINE)
    assert (path.parent / MODELINE.partition("=")[2].strip()).is_file()
