"""An exception is put into a data file, and everything else in it stays byte for byte."""

from __future__ import annotations

import json

import pytest

from supportlines.directory import DirectoryError
from supportlines.directory.reading import read_document
from supportlines.editing import CannotInsertError, with_exception

from strategies.file_styles import FIELDS, STYLES, after, before

ROWS = [pytest.param(text, id=name) for name, text in STYLES]
BOM = b"\xef\xbb\xbf"


def added(text, fields=FIELDS, line="gb"):
    """Return a text with the exception."""
    return with_exception(text.encode(), line, fields, "my.yaml").decode()


@pytest.mark.parametrize("style", ROWS)
def test_every_style_is_continued_in_its_own(style):
    """What is added looks like what is there; nothing else is touched."""
    assert added(before(style)) == after(style)


@pytest.mark.parametrize("style", ROWS)
@pytest.mark.parametrize("line_end", ["\r\n", "\r"])
def test_line_ends_are_those_of_the_file(style, line_end):
    """Windows has two characters, and old systems another one."""
    changed = added(before(style).replace("\n", line_end))

    assert changed == after(style).replace("\n", line_end)


@pytest.mark.parametrize("style", ROWS)
def test_mark_of_byte_order_stays(style):
    """Some editors of Windows write one."""
    changed = with_exception(BOM + before(style).encode(), "gb", FIELDS, "my.yaml")

    assert changed == BOM + after(style).encode()


@pytest.mark.parametrize("style", ROWS)
def test_second_exception_follows_the_first(style):
    """Whatever was written can be continued."""
    once = added(before(style))
    second = {"on": "2026-12-31", "reason": "Another"}

    found = exceptions_of(read_document(added(once, second).encode()).content)

    assert FIELDS in found
    assert second in found


@pytest.mark.parametrize("style", ROWS)
def test_exceptions_of_days_are_put_in_as_well(style):
    """The keys are those that are given, whole numbers without quotation marks."""
    fields = {"on": "2026-12-24", "priority": 3, "reason": "No"}

    found = exceptions_of(read_document(added(before(style), fields).encode()).content)

    assert {"on": "2026-12-24", "priority": "3", "reason": "No"} in found


def exceptions_of(content):
    """Return the exceptions of the line gb, wherever it stands."""
    waiting = [content]
    while waiting:
        region = waiting.pop()
        waiting += region.get("regions", [])
        for line in region.get("lines", []):
            if line["id"] == "gb":
                return line["exceptions"]
    return None


@pytest.mark.parametrize(
    ("reason", "written"),
    [
        ("Fire drill", "Fire drill"),
        ("Störung, Teil 2", '"Störung, Teil 2"'),  # a comma ends a value between brackets
        ("a: b", '"a: b"'),
        ("see #4", '"see #4"'),
        ("the desk's party", "the desk's party"),
        ('say "closed"', '"say \\"closed\\""'),
        ("C:\\temp", '"C:\\\\temp"'),
        ("two\nlines", '"two\\nlines"'),
        ("a\ttab", '"a\\ttab"'),
        ("No", '"No"'),  # to other readers of YAML this is no text
        ("null", '"null"'),
        ("~", '"~"'),
        ("0116", '"0116"'),
        ("2026-11-30", "2026-11-30"),
        ("- x", '"- x"'),
        ("*star & {brace} [x] | > % @ `", '"*star & {brace} [x] | > % @ `"'),
        ("<<", '"<<"'),
        ("closes 14:00", '"closes 14:00"'),
        ("😀", '"😀"'),
        ("إغلاق مؤقت", "إغلاق مؤقت"),
        ("一時閉鎖", "一時閉鎖"),
        ("trailing ", '"trailing "'),
        ("=", '"="'),
    ],
)
def test_reason_reads_back_as_it_was(reason, written):
    """Whatever characters it has; quotation marks stand where YAML needs them, and there alone."""
    fields = {"on": "2026-11-30", "reason": reason}
    texts = ["regions:\n- lines:\n  - id: gb\n", '{"regions": [{"lines": [{"id": "gb"}]}]}']

    in_yaml, in_json = (added(text, fields) for text in texts)

    assert f"reason: {written}}}\n" in in_yaml
    assert exceptions_of(read_document(in_yaml.encode()).content)[0]["reason"] == reason
    assert exceptions_of(json.loads(in_json))[0]["reason"] == reason


def test_json_in_ascii_stays_in_ascii():
    """A file that writes other characters as escapes gets no others."""
    text = '{"regions": [{"lines": [{"id": "gb", "label": "\\u00e9"}]}]}'

    changed = added(text, {"on": "2026-11-30", "reason": "é😀"})

    assert '"\\u00e9\\ud83d\\ude00"' in changed
    assert json.loads(changed)["regions"][0]["lines"][0]["exceptions"][0]["reason"] == "é😀"


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("regions:\n- lines:\n  - id: gb\n    exceptions: none\n", "my.yaml:3:5"),
        ("regions:\n- lines:\n  - id: gb\n    exceptions: {on: 2026-12-24}\n", "my.yaml:3:5"),
        ("regions:\n- lines:\n  - id: gb\n    exceptions:\n", "my.yaml:3:5"),
    ],
    ids=["a text", "a record", "nothing"],
)
def test_what_cannot_be_continued_is_refused_with_what_to_write(text, place):
    """A wrong file is never written."""
    with pytest.raises(CannotInsertError) as caught:
        added(text)

    assert str(caught.value).startswith(f"{place}: regions / #1 / gb: ")
    assert str(caught.value).endswith(
        "{from: 2026-11-30T14:00Z, until: 2026-11-30T14:30Z, reason: Fire drill}"
    )


@pytest.mark.parametrize("reason", ["\x1b[31m", "\u202e", "\ufeff", "x" * 20_001, " "], ids=ascii)
def test_value_that_would_not_be_read_is_refused(reason):
    """The result is read again before it is returned."""
    with pytest.raises(CannotInsertError):
        added("regions:\n- lines:\n  - id: gb\n", {"on": "2026-11-30", "reason": reason})


@pytest.mark.parametrize(
    "text",
    ["regions: [", "regions: [{lines: [&a {id: gb}]}]", "regions: [{lines: [{id: gb, id: gb}]}]"],
)
def test_file_that_is_no_data_file_is_refused(text):
    """With every problem and its place."""
    with pytest.raises(DirectoryError, match=r"^my\.yaml:1:\d+: "):
        added(text)


def test_line_must_be_there():
    """Whoever calls has looked already."""
    with pytest.raises(KeyError, match="gx"):
        added("regions: [{lines: [{id: gb}]}]", line="gx")
