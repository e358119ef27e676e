"""Laws of what is put in, whatever the style of the file."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from supportlines.directory.reading import events, read_document
from supportlines.directory.reading.pure_yaml import PureParser
from supportlines.editing import with_exception

from strategies.written_files import written_files

FIELDS = {"from": "2026-11-30T14:00Z", "until": "2026-11-30T14:30Z", "reason": "a: b # ]"}


def lines_of(region):
    """Return the lines of a region and of those inside it."""
    found = list(region.get("lines", []))
    for one in region.get("regions", []):
        found += lines_of(one)
    return found


def alike(one, other):
    """Return how many bytes two begin with alike."""
    pairs = enumerate(zip(one, other))
    return next((at for at, (a, b) in pairs if a != b), min(len(one), len(other)))


def parts_kept(old, new):
    """Return whether *new* is *old* with at most two runs of bytes more."""
    first = alike(old, new)
    last = min(alike(old[::-1], new[::-1]), len(old) - first)
    return old[first : len(old) - last] in new[first : len(new) - last]


def continued(content):
    """Check the laws for each line of a file; return how many there were."""
    document = read_document(content)
    lines = lines_of(document.content)
    for line in lines:
        new = with_exception(content, line["id"], FIELDS, "my.yaml")

        fresh = read_document(new)
        (changed,) = (one for one in lines_of(fresh.content) if one["id"] == line["id"])
        assert parts_kept(content, new)
        assert len(changed["exceptions"]) == len(line.get("exceptions", [])) + 1
        changed["exceptions"].remove(FIELDS)
        if "exceptions" not in line:
            del changed["exceptions"]
        assert fresh.content == document.content
    return len(lines)


@given(written_files())
def test_content_is_the_old_one_and_one_exception(content):
    """Bytes are added in at most two places (a comma, and what follows it), and none is lost."""
    assert continued(content) > 0


@given(written_files(), st.data())
def test_reader_without_libyaml_does_the_same(content, data):
    """Some machines have PyYAML without its part in C."""
    lines = lines_of(read_document(content).content)
    line = data.draw(st.sampled_from([one["id"] for one in lines]))
    expected = with_exception(content, line, FIELDS, "my.yaml")

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(events, "_Parser", PureParser)
        assert with_exception(content, line, FIELDS, "my.yaml") == expected
