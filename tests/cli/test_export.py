"""`supportlines export`: the directory in formats of others, and what those cannot carry."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

SMALL = Path(__file__).parent.parent / "data" / "small_directory.yaml"
SIMPLE = Path(__file__).parent.parent / "data" / "spanish_helpdesk.yaml"


def test_a_table_goes_to_standard_output_and_losses_to_standard_error(run):
    """One row a line."""
    result = run("export", "csv", "--directory", str(SIMPLE))
    rows = list(csv.DictReader(io.StringIO(result.stdout)))

    assert result.exit_code == 0
    assert [row["id"] for row in rows] == ["es-madrid", "de-berlin", "us-line", "americas-line"]
    assert rows[0]["number"] == "+1 202 555 0101"
    assert result.stderr == (
        "not carried: exceptions of es-madrid: the format has no place for it:"
        " on these days the hours are unknown.\n"
    )


def test_lines_that_lose_the_same_are_told_in_one_sentence(run):
    """The first of them are named."""
    result = run("export", "hsds", "--directory", str(SMALL))

    told = [line for line in result.stderr.splitlines() if line.startswith("not carried: kind ")]
    assert told == [
        (
            "not carried: kind of us-toll-free, us-other, emea-freephone, gb-local and"
            " de-customer-service: HSDS has no place for it."
        )
    ]


def test_services_are_json(run):
    """A page of the API."""
    page = json.loads(run("export", "hsds", "--directory", str(SIMPLE)).stdout)

    assert page["size"] == 4
    assert page["contents"][0]["organization"]["name"] == "Example Helpdesk"


@pytest.mark.parametrize("kind", ["csv", "hsds", "jsonld"])
def test_what_is_exported_is_imported(run, tmp_path, kind):
    """With nothing said beside it."""
    run("export", kind, "--directory", str(SIMPLE), "--out", str(tmp_path / "lines"))

    result = run("import", str(tmp_path / "lines"))

    assert result.exit_code == 0
    assert result.stdout.count("number: ") == 4


def test_a_table_in_a_file_has_the_ends_of_lines_of_its_format(run, tmp_path):
    """RFC 4180, section 2."""
    out = tmp_path / "lines.csv"

    run("export", "csv", "--directory", str(SIMPLE), "--out", str(out))

    assert out.read_bytes().count(b"\r\n") == 5


def test_a_file_that_is_there_stays_as_it_is(run, tmp_path):
    """Somebody's work is never lost."""
    out = tmp_path / "lines.csv"
    out.write_text("mine\n", encoding="utf-8")

    result = run("export", "csv", "--directory", str(SIMPLE), "--out", str(out))

    assert result.exit_code == 2
    assert out.read_text(encoding="utf-8") == "mine\n"


def test_the_shipped_directory_is_exported(run):
    """By its name, or by none."""
    assert (
        run("export", "csv").stdout == run("export", "csv", "--directory", "redhat-support").stdout
    )


def test_other_formats_are_refused(run):
    """With those that there are."""
    result = run("export", "xml")

    assert result.exit_code == 2
    assert "csv" in result.stderr


def test_json_ld_can_stand_in_a_page_as_it_is(run):
    """One organisation; on standard error what schema.org has no place for."""
    result = run("export", "jsonld", "--directory", str(SIMPLE))
    content = json.loads(result.stdout)

    assert result.exit_code == 0
    assert content["name"] == "Example Helpdesk"
    assert [point["telephone"] for point in content["contactPoint"]][:2] == [
        "+12025550101",
        "+493023125000",
    ]
    assert not set("<>&") & set(result.stdout)
    assert (
        "not carried: time_zone of es-madrid: they have no zone there; that they are by the clock"
        " of Europe/Madrid stands in words alone.\n" in result.stderr
    )
