"""`supportlines import`: a directory from what somebody has already."""

from __future__ import annotations

import json

import pytest

TABLE = (
    "Country,Phone,Name,Language,Opening hours,Time zone,Colour\n"
    "UK,+44 20 7946 0958,London,English,Mon-Fri 9am-5pm,Europe/London,red\n"
    'Germany,+49 30 23125 000,Berlin,"German, English",,,\n'
    "France,4.42079E+11,Paris,French,24/7,,\n"
)
USUAL = ("--name", "Example", "--source-url", "https://a.example", "--read-on", "2026-11-02")


@pytest.fixture
def table(tmp_path):
    """A table in a file."""
    path = tmp_path / "lines.csv"
    path.write_text(TABLE, encoding="utf-8")
    return path


def test_the_result_goes_to_standard_output_and_passes_the_check(run, table, tmp_path):
    """What was not read, and how much was, goes to standard error."""
    result = run("import", str(table), *USUAL)
    (tmp_path / "made.yaml").write_text(result.stdout, encoding="utf-8")
    checked = run("check", str(tmp_path / "made.yaml"), "--at", "2026-11-23T12:00Z")

    assert result.exit_code == 0
    assert result.stderr == (
        'line 1: not read: the column "Colour"; what stands there is told row by row.\n'
        "line 2: Colour: red\n"
        "line 3: hours are not stated.\n"
        "3 rows of csv: 3 lines\n"
    )
    assert checked.exit_code < 2
    assert " no problem" in checked.stderr


def test_the_result_answers(run, table, tmp_path):
    """From a spreadsheet to who answers in two commands."""
    run("import", str(table), *USUAL, "--out", str(tmp_path / "made.yaml"))

    answer = run(
        "now", "GB", "--directory", str(tmp_path / "made.yaml"), "--at", "2026-11-23T10:00Z"
    )

    assert answer.exit_code == 0
    assert "020 7946 0958" in answer.stdout


def test_a_file_that_is_there_stays_as_it_is(run, table, tmp_path):
    """Somebody's work is never lost."""
    out = tmp_path / "made.yaml"
    out.write_text("mine\n", encoding="utf-8")

    result = run("import", str(table), *USUAL, "--out", str(out))

    assert result.exit_code == 2
    assert "there is such a file already, and it stays as it is." in result.stderr
    assert out.read_text(encoding="utf-8") == "mine\n"


def test_what_is_missing_is_told_with_the_option_that_says_it(run, table):
    """The result is written all the same, with comments where it goes."""
    result = run("import", str(table))

    assert result.exit_code == 2
    assert result.stderr.endswith(
        "supportlines: the name of the organisation is not stated. Give --name, or write it.\n"
        "supportlines: there is no id for the directory. Give --id, or write it.\n"
        "supportlines: the address of the page that this was read from is missing."
        " Give --source-url, or write it.\n"
    )
    assert "# name: is missing" in result.stdout


def test_rows_without_a_country_are_told_until_it_is_given(run, tmp_path):
    """They are comments of the result."""
    path = tmp_path / "lines.csv"
    path.write_text("phone,name\n+1 202 555 0123,Help\n+1 202 555 0124,\n", encoding="utf-8")

    without = run("import", str(path), *USUAL)
    given = run("import", str(path), *USUAL, "--country", "us")

    assert without.exit_code == 2
    assert "2 rows have a contact and no country. Give --country, or write it." in without.stderr
    assert given.exit_code == 0
    assert given.stdout.count("    - id: us-") == 2


def test_many_remarks_are_cut_on_standard_error_alone(run, tmp_path):
    """All of them stand in the result."""
    rows = "".join(f"US,+1 202 555 {number:04}\n" for number in range(100, 199))
    path = tmp_path / "lines.csv"
    path.write_text(f"country,phone\n{rows}", encoding="utf-8")

    result = run("import", str(path), *USUAL)

    assert "… and 79 more, each a comment of the result.\n" in result.stderr
    assert result.stdout.count("hours are not stated.") == 99


@pytest.mark.parametrize(
    ("kind", "content"),
    [
        ("jsonld", {"@type": "ContactPoint", "telephone": "+1 202 555 0123", "areaServed": "US"}),
        (
            "hsds",
            {
                "name": "Help",
                "status": "active",
                "phones": [{"number": "+1 202 555 0123"}],
                "service_areas": [{"name": "United States"}],
            },
        ),
    ],
)
def test_the_format_is_told_by_the_content_or_the_option(run, tmp_path, kind, content):
    """Both read the same."""
    path = tmp_path / "lines.json"
    path.write_text(json.dumps(content), encoding="utf-8")

    guessed = run("import", str(path), *USUAL)
    named = run("import", str(path), *USUAL, "--format", kind)

    assert guessed.exit_code == named.exit_code == 0
    assert guessed.stdout == named.stdout
    assert f"of {kind}: 1 line\n" in guessed.stderr


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--read-on", "yesterday"), '--read-on: "yesterday" cannot be used.'),
        (("--read-on", "2026-02-30"), '--read-on: "2026-02-30" cannot be used.'),
        (("--id", "My Directory"), '--id: "My Directory" cannot be used.'),
        (("--country", "Germany"), 'the code of Germany is "DE"'),
        (("--time-zone", "Europe/Londn"), "Europe/London"),
        (("--source-url", "a.example"), '--source-url: "a.example" cannot be used.'),
        (("--format", "xml"), "xml"),
    ],
)
def test_options_that_cannot_be_used_are_refused(run, table, arguments, said):
    """With what to write instead."""
    result = run("import", str(table), *arguments)

    assert (result.exit_code, result.stdout) == (2, "")
    assert said in result.stderr


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (
            "Telefon;Land\n112;Österreich\n".encode("latin-1"),
            'line 2 is not in the encoding UTF-8. In a spreadsheet save it as "CSV UTF-8"; or',
        ),
        (b"colour\nred\n", "no row names a column with numbers"),
        (b'{"a": ', "it is no JSON"),
        (b"{}", "it is an empty object of JSON."),
        (b"[]", "it is an empty list of JSON."),
        (b"[1]", "it is JSON of neither schema.org nor HSDS (it begins with no object)."),
    ],
)
def test_a_file_that_cannot_be_read_is_refused(run, tmp_path, content, said):
    """With a sentence, never with a traceback."""
    path = tmp_path / "lines"
    path.write_bytes(content)

    result = run("import", str(path), *USUAL)

    assert (result.exit_code, result.stdout) == (2, "")
    assert said in result.stderr
    assert len(result.stderr.splitlines()) == 1


def test_a_spreadsheet_s_own_encoding_is_read(run, tmp_path):
    """UTF-16 with its mark, tabs between the cells: what is called Unicode text there."""
    path = tmp_path / "lines.txt"
    path.write_bytes("country\tphone\tname\nDE\t+49 30 23125 000\tKöln\n".encode("utf-16"))

    result = run("import", str(path), *USUAL)

    assert result.exit_code == 0
    assert "label: Köln\n" in result.stdout


def test_a_result_that_does_not_pass_the_check_is_told(run, tmp_path):
    """Its problems, as `check` tells them: here more notes than a line may have."""
    path = tmp_path / "lines.csv"
    notes = "\n".join(f"note {number}" for number in range(1_001))
    path.write_text(f'country,phone,notes\nDE,+49 30 23125 000,"{notes}"\n', encoding="utf-8")

    result = run("import", str(path), *USUAL)

    assert result.exit_code == 2
    assert "1,001 entries" in result.stderr
