"""A doubt that fails is one finding with its place, and never the end of `check`."""

from __future__ import annotations

import json

import pytest

from supportlines.doubts import DOUBTS
from supportlines.doubts.doubt import Suspicion
from supportlines.doubts.doubtful import Needs
from supportlines.doubts.guarded import FAILED, found_by
from supportlines.doubts.registry import FINDS
from supportlines.render.findings import annotation, findings_data

TEXT = """\
directory:
  id: example
  name: Example
  sources:
    - {id: page, title: A page, url: "https://support.example", read_on: 2026-11-02}
tiers: {standard: {}}
regions:
  - id: region
    countries: [DE]
    languages: [de]
    availability: {standard: "Mo-Fr 09:00-05:00"}
    lines:
      - {id: first, number: "+49 30 23125 001", published_as: 030 23125 009, kind: geographic}
      - {id: evil, number: "+49 30 23125 002", published_as: 030 23125 002, kind: geographic}
      - {id: last, number: "+49 30 23125 003", published_as: 030 23125 009, kind: geographic}
"""
WRONG = TEXT.replace("id: last, number", "id: last, nmber")
ACCEPTING = TEXT.replace(
    "kind: geographic}\n      - {id: last",
    "kind: geographic, accept: {number-not-as-printed: So it is.}}\n      - {id: last",
)


def every_line(ground):
    """Yield a doubt for every line, and fail at one."""
    for placed in ground.lines:
        if placed.line.id == "evil":
            raise ZeroDivisionError("nobody thought of this")
        yield Suspicion("listed-twice", placed.path, f"{placed.line.id} is looked at.", "")


def all_together(ground):
    """Fail only where several lines are there."""
    if ground.lines:
        yield Suspicion("listed-twice", ground.lines[0].path, "the first is looked at.", "")
    if len(ground.lines) > 1:
        raise RuntimeError


def of_a_region(ground):
    """Fail at a region."""
    yield from ()
    if ground.regions:
        raise KeyError("region")


def of_a_rule(ground):
    """Fail at the hours."""
    yield from ()
    if ground.rules:
        raise RecursionError("too deep")


def of_the_refused(ground):
    """Fail at a line that is wrong."""
    yield from ()
    if ground.refused:
        raise MemoryError


def always(ground):
    """Fail whatever there is."""
    yield Suspicion("listed-twice", ("regions", 0), "this comes first.", "")
    raise AssertionError(ground)


def around(*failing, needs=Needs.NOTHING):
    """Return all that finds doubts, with functions that fail in front and behind."""
    more = tuple((find, needs) for find in failing)
    return (*more, *FINDS, *more)


def codes(found):
    """Return place and code of each doubt."""
    return [(one.line, one.code) for one in found.doubts]


def test_all_other_findings_are_told(examined):
    """Those of other rules, and those of the same rule about other lines."""
    before = codes(examined(TEXT))

    after = codes(examined(TEXT, finds=around(every_line)))

    assert before == [(11, "improbable-span"), *[(n, "number-not-as-printed") for n in (13, 15)]]
    assert [one for one in after if one in before] == before
    assert sorted(set(after) - set(before)) == [
        (13, "listed-twice"),
        (14, FAILED),
        (15, "listed-twice"),
    ]


def test_the_finding_names_the_doubt_the_record_and_the_error(examined):
    """So that somebody can mend it; it is one finding, however often the rule is asked."""
    (found,) = [
        one for one in examined(TEXT, finds=around(every_line)).doubts if one.code == FAILED
    ]

    assert (found.line, found.column, found.path) == (14, 9, "regions / region / evil")
    assert found.found == (
        'looking for "every line" failed here: ZeroDivisionError "nobody thought of this".'
    )
    assert found.remedy.startswith("This is a fault of supportlines")
    assert FAILED in DOUBTS


@pytest.mark.parametrize(
    ("rule", "place", "said"),
    [
        (of_a_region, (8, "regions / region"), "KeyError \"'region'\"."),
        (
            of_a_rule,
            (11, "regions / region / availability / standard"),
            'RecursionError "too deep".',
        ),
    ],
)
def test_the_place_is_that_of_the_record(examined, rule, place, said):
    """Of a region, or of hours."""
    (found,) = [one for one in examined(TEXT, finds=around(rule)).doubts if one.code == FAILED]

    assert (found.line, found.path) == place
    assert found.found.endswith(f"failed here: {said}")


def test_a_line_that_is_wrong_has_its_place_too(examined):
    """Its problem is told as well."""
    found = examined(WRONG, finds=around(of_the_refused))

    assert [one.line for one in found.problems] == [15, 15]
    assert (15, FAILED) in codes(found)


@pytest.mark.parametrize("rule", [all_together, always])
def test_what_fails_on_records_together_is_told_of_the_whole(examined, rule):
    """What it found before it failed stays found."""
    found = examined(TEXT, finds=around(rule)).doubts

    (failed,) = [one for one in found if one.code == FAILED]
    assert (failed.line, failed.path) == (1, "")
    assert [one.code for one in found].count("listed-twice") == 1
    assert [one.code for one in found].count("number-not-as-printed") == 2


def test_a_rule_of_the_whole_is_not_asked_about_a_part(examined):
    """What is left out would be missed: the rule would doubt what is there."""
    found = codes(examined(TEXT, finds=around(every_line, needs=Needs.WHOLE)))

    assert (14, FAILED) in found
    assert (13, "listed-twice") in found  # found before the failure
    assert (15, "listed-twice") not in found


def test_nothing_is_called_unused_while_a_doubt_failed(examined):
    """What is accepted may be there all the same."""
    assert (14, "accept-unused") in list(codes(examined(ACCEPTING)))

    assert "accept-unused" not in [
        code for _, code in codes(examined(ACCEPTING, finds=around(every_line)))
    ]


def test_a_rule_that_does_not_fail_is_asked_once():
    """The careful way costs nothing where nothing fails."""
    asked = []

    def rule(ground):
        asked.append(ground)
        yield Suspicion("listed-twice", (), "found.", "")

    assert [one.found for one in found_by(rule, "the ground")] == ["found."]
    assert asked == ["the ground"]


def test_every_output_has_all_findings(examined):
    """Text, JSON and the form of GitHub."""
    found = examined(TEXT, finds=around(every_line)).in_order

    outputs = (
        "\n".join(map(str, found)),
        "\n".join(map(annotation, found)),
        json.dumps(findings_data(found)),
    )

    for output in outputs:
        for code in (FAILED, "improbable-span", "number-not-as-printed", "listed-twice"):
            assert code in output


def test_a_failure_cannot_be_accepted(examined):
    """It says nothing about the file."""
    text = TEXT.replace("kind: geographic}", "kind: geographic, accept: {doubt-failed: Yes.}}", 1)

    (doubt,) = [one for one in examined(text).doubts if one.code == "accept-unused"]

    assert doubt.found == '"doubt-failed" cannot be accepted.'
