"""A doubt is silenced where somebody has given a reason, and nowhere else."""

from __future__ import annotations

import pytest

from supportlines.directory import load_directory
from supportlines.files import shipped_directory

FILE = """\
directory:
  id: example
  name: Example{directory}
  sources:
    - {{id: page, title: A page, url: "https://support.example", read_on: 2026-11-02}}
tiers: {{standard: {{}}}}
regions:
  - id: outer{outer}
    regions:
      - id: inner
        countries: [DE]{inner}
        availability:
          standard: {{hours: "Mo-Fr 09:00-05:00"{rule}}}
        lines:
          - id: de
            number: "+44 20 7946 0958"
            published_as: 020 7946 0958{line}
  - id: other
    countries: [AT]
    availability: {{standard: Mo-Fr 09:00-17:00}}
    lines:
      - {{id: at, number: "+44 20 7946 0959", published_as: 020 7946 0959}}
"""
PLACES = ("directory", "outer", "inner", "rule", "line")
AT_LINES = "number-not-of-country"
AT_HOURS = "improbable-span"


def text(**accepts):
    """Return the file with a code accepted at the places."""
    depth = {"directory": 2, "outer": 4, "inner": 8, "line": 12}
    filled = dict.fromkeys(PLACES, "")
    for place, code in accepts.items():
        accept = f"accept: {{{code}: Looked into on Monday.}}"
        filled[place] = f", {accept}" if place == "rule" else f"\n{' ' * depth[place]}{accept}"
    return FILE.format(**filled)


def codes(found):
    """Return code and record of each doubt."""
    return [(one.code, one.path.split(" / ")[-2]) for one in found.doubts]


def test_without_reasons_everything_is_told(examined):
    """Three doubts, in the order of the file."""
    found = examined(text())

    assert codes(found) == [(AT_HOURS, "standard"), (AT_LINES, "de"), (AT_LINES, "at")]
    assert found.accepted == 0


@pytest.mark.parametrize(
    ("place", "code", "left"),
    [
        ("line", AT_LINES, [(AT_HOURS, "standard"), (AT_LINES, "at")]),
        ("inner", AT_LINES, [(AT_HOURS, "standard"), (AT_LINES, "at")]),
        ("outer", AT_LINES, [(AT_HOURS, "standard"), (AT_LINES, "at")]),
        ("directory", AT_LINES, [(AT_HOURS, "standard")]),  # the whole file
        ("rule", AT_HOURS, [(AT_LINES, "de"), (AT_LINES, "at")]),
        ("inner", AT_HOURS, [(AT_LINES, "de"), (AT_LINES, "at")]),
    ],
)
def test_a_reason_silences_its_record_and_what_is_inside(examined, place, code, left):
    """And neither other codes nor the records beside it."""
    found = examined(text(**{place: code}))

    assert codes(found) == left


def test_a_reason_for_nothing_is_a_doubt(examined):
    """The hours are not stated by the line, so the reason there silences nothing."""
    found = examined(text(line=AT_HOURS))

    assert ("accept-unused", "accept") in codes(found)
    assert len(found.doubts) == 4


def test_the_nearest_reason_counts(examined):
    """The one around it is unused then."""
    found = examined(text(line=AT_LINES, outer=AT_LINES))

    assert ("accept-unused", "accept") in codes(found)


def test_reasons_are_not_asked_of_a_faulty_file(examined):
    """What is wrong may be what the reason is for."""
    broken = text(line=AT_HOURS).replace('"+44 20 7946 0959"', '"+44 20"')

    found = examined(broken)

    assert [one.path for one in found.problems] == ["regions / other / at / number"]
    assert "accept-unused" not in [one.code for one in found.doubts]


def test_shipped_directory_has_no_doubt_without_a_reason(examined):
    """Each doubt about it was looked into."""
    found = examined(shipped_directory())

    assert (found.problems, found.doubts) == ((), ())
    assert found.accepted == 22


def test_reasons_of_the_shipped_directory_are_sentences():
    """Somebody who doubts them again can find out why they were given."""
    directory = load_directory(shipped_directory(), "regions.yaml")
    waiting, reasons = list(directory.regions), [*directory.directory.accept.values()]
    while waiting:
        region = waiting.pop()
        waiting += region.regions
        for record in (region, *region.lines):
            reasons += record.accept.values()

    assert len(reasons) == 18
    assert all(reason.endswith(".") and len(reason.split()) >= 6 for reason in reasons)


def test_reason_survives_loading():
    """Programs can show it."""
    directory = load_directory(text(line=AT_LINES).encode(), "my.yaml")

    line, _ = directory.line("de")

    assert dict(line.accept) == {AT_LINES: "Looked into on Monday."}
