"""The reference of the files has the keys of their schemas, and says which are always there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from supportlines.web.feed.schema import LINES_SCHEMA, WORDS_SCHEMA

PAGE = Path(__file__).resolve().parents[2] / "docs" / "reference" / "feed.md"
ROW = re.compile(r"^\| `(\w+)` \| (yes|) ?\| (\S.*) \|$", re.MULTILINE)


def item(key):
    """Return the schema of what stands in a list of the files of lines."""
    return LINES_SCHEMA["properties"][key]["items"]


RECORDS = {
    "## lines/CC.json": LINES_SCHEMA,
    "### An ask": item("asks"),
    "### A choice": item("choices"),
    "### An option": item("options"),
    "## words/LOCALE.json": WORDS_SCHEMA,
}


def rows(heading):
    """Return the keys of the table below a heading, and whether they are always there."""
    page = PAGE.read_text(encoding="utf-8")
    part = page.partition(f"\n{heading}\n")[2]
    part = re.split(r"^#", part, maxsplit=1, flags=re.MULTILINE)[0]
    found = {key: always == "yes" for key, always, _ in ROW.findall(part)}
    assert len(found) == len(ROW.findall(part)), f"{heading}: a key stands there twice"
    return found


@pytest.mark.parametrize("heading", RECORDS)
def test_every_key_has_a_row(heading):
    """And no other key has one."""
    schema = RECORDS[heading]

    assert rows(heading) == {key: key in schema["required"] for key in schema["properties"]}


def test_no_record_is_forgotten():
    """Every list of records in the files has its section."""
    records = [
        key
        for key, schema in LINES_SCHEMA["properties"].items()
        if "properties" in schema.get("items", {})
    ]

    assert [item(key) for key in records] == list(RECORDS.values())[1:-1]


@pytest.mark.parametrize(("heading", "key"), [("A track", "told"), ("What comes", "changes")])
def test_what_is_a_list_has_a_row_for_each_place(heading, key):
    """In their order."""
    page = PAGE.read_text(encoding="utf-8").partition(f"\n### {heading}\n")[2].partition("\n#")[0]
    places = re.findall(r"^\| (\d) \| ", page, re.MULTILINE)

    assert places == [str(place) for place in range(item(key)["maxItems"])]
