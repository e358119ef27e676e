"""Whatever stands in a cell: the file that comes out is YAML, and nothing of it is lost."""

from __future__ import annotations

import csv
import datetime as dt
import io
import json
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import supportlines
from supportlines.errors import UNSAFE, SupportlinesError, visible
from supportlines.exchange import Given, import_text, write_csv
from supportlines.exchange.csv_writing import cell
from supportlines.exchange.yaml_text import comment, scalar

from strategies.amount import cases

GIVEN = Given(dt.date(2026, 11, 2), "x", "e", "E", "DE", "", "https://a.example")
EVIL = (
    "\x1b[31mred", "\u202eright", "\x00", "\x85next", "\u2028line", "a: b # c", "- d\r\nevil: yes",
    "*a &b !t [x] {y}", "|\n>\n---\n...\n%TAG", "null", "~", "NO", "0x1F", "'", '"', "\\", "\ud800",
    "=1+1", "@x", "+x", "-x", "\t=1", "# comment", " lead", "é", "\ufeff",
)  # fmt: skip
HEADERS = (
    "country", "phone", "hours", "language", "notes", "colour", "tz", "id", "region", "type",
    "steps", "desk", "fallback", "valid from", "cost", "only in", "read on", "source", "name",
    "published as", "dialable from", "hours (gold)",
)  # fmt: skip


def table(headers, *rows):
    """Return rows as a table."""
    stream = io.StringIO()
    csv.writer(stream).writerows([headers, *rows])
    return stream.getvalue()


@pytest.mark.parametrize("text", EVIL, ids=ascii)
def test_a_text_comes_back_from_the_file_as_it_can_be_seen(text):
    """In a label, a note, a cell that is not read."""
    imported = import_text(
        table(["country", "phone", "name", "colour"], ["DE", "+49 30 23125 000", text, text]), GIVEN
    )

    (line, _) = next(supportlines.loads(imported.text).facts.lines())
    assert UNSAFE.search(imported.text) is None
    expected = " ".join(visible(text.strip().replace("\r\n", "\n")).split())
    assert " ".join((line.label or "").split()) == expected


@pytest.mark.parametrize("name", ["phone", "country", "hours", "language", "name", "notes", "zzz"])
def test_a_cell_of_a_million_characters_is_told_whole(name):
    """In no time, and as a comment where no value can be so long."""
    row = {"country": "DE", "phone": "+49 30 23125 000", "hours": "", "language": "", "zzz": ""}
    row.update({"name": "", "notes": "", name: "y" * 1_000_000})
    begun = time.perf_counter()

    imported = import_text(table(list(row), list(row.values())), GIVEN)

    assert time.perf_counter() - begun < 5
    assert imported.text.count("y") >= 1_000_000
    if imported.lines:
        supportlines.loads(imported.text)


@given(
    st.lists(st.sampled_from(HEADERS), min_size=3, max_size=8, unique=True),
    st.lists(
        st.lists(
            st.one_of(
                st.sampled_from(
                    (*EVIL, "DE", "FR, AT", "+49 30 23125 000", "Mo 09:00-17:00", "en")
                ),
                st.text(max_size=12),
            ),
            max_size=9,
        ),
        max_size=4,
    ),
)
@settings(max_examples=cases(300), deadline=None)
def test_any_table_is_read_or_refused(headers, rows):
    """What comes out is a directory, or says what is missing."""
    try:
        imported = import_text(table(headers, *rows), GIVEN, "csv")
    except SupportlinesError:
        return

    assert UNSAFE.search(imported.text) is None
    if not imported.missing:
        supportlines.loads(imported.text)


JSON = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), st.floats(), st.text(max_size=5),
              st.sampled_from((*EVIL, "GB", "+44 20 7946 0958", "09:00", "Monday", "MO"))),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3),
        st.dictionaries(
            st.sampled_from(
                ("@type", "@id", "@graph", "name", "contactPoint", "telephone", "areaServed",
                 "hoursAvailable", "availableLanguage", "contactOption", "url", "id", "status",
                 "phones", "number", "schedules", "service_areas", "organization", "languages",
                 "opens_at", "byday", "freq", "contents", "services", "dayOfWeek", "opens"),
            ),
            inner,
            max_size=6,
        ),
    ),
    max_leaves=25,
)  # fmt: skip


@given(JSON, st.sampled_from(["jsonld", "hsds"]))
@settings(max_examples=cases(300), deadline=None)
def test_any_json_is_read_or_refused(content, kind):
    """Whatever stands where something else is expected."""
    try:
        imported = import_text(json.dumps(content), GIVEN, kind)
    except SupportlinesError:
        return

    assert UNSAFE.search(imported.text) is None


@given(st.text())
@settings(max_examples=cases(500))
def test_a_scalar_is_one_line_and_means_its_text(text):
    """As every version of YAML reads it."""
    written = scalar(text)

    assert "\n" not in written
    assert UNSAFE.search(written) is None


@given(st.text(), st.sampled_from(["", "    "]))
def test_a_comment_ends_nowhere_and_loses_nothing(text, indent):
    """Each of its lines begins as a comment."""
    written = list(comment(text, indent))

    assert all(line.startswith(f"{indent}#") for line in written)
    assert not any(mark in line for line in written for mark in "\r\n")


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("=1+1", "'=1+1"),
        ("+44 20 7946 0958", "+44 20 7946 0958"),
        ("+442079460958", "'+442079460958"),  # a spreadsheet would keep the digits alone
        ("+1+1", "'+1+1"),
        ("-1", "'-1"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\t=1", "'\t=1"),
        ("'=1", "''=1"),
        ("it's", "it's"),
        ("'quoted'", "'quoted'"),
    ],
)
def test_no_cell_is_run_by_a_spreadsheet(text, written):
    """And every text comes back as it was."""
    assert cell(text) == written
    imported = import_text(
        table(["country", "phone", "notes"], ["DE", "+49 30 23125 000", cell(text)]), GIVEN
    )
    (line, _) = next(supportlines.loads(imported.text).facts.lines())
    assert line.notes == (text.strip(),)


def test_an_exported_table_keeps_texts_that_look_like_formulas():
    """Through a directory and back."""
    first = import_text(
        table(["country", "phone", "name"], ["DE", "+49 30 23125 000", "'=HYPERLINK(1)"]), GIVEN
    )
    facts = supportlines.loads(first.text).facts
    again = supportlines.loads(import_text(write_csv(facts).text, GIVEN).text).facts

    assert next(facts.lines())[0].label == next(again.lines())[0].label == "=HYPERLINK(1)"
