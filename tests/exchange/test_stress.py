"""The directory that uses every rule, out and in again: nothing wrong, nobody else's number."""

from __future__ import annotations

import csv
import datetime as dt
import io
import itertools
import json
from collections import defaultdict
from pathlib import Path

import pytest

import supportlines
from supportlines.directory import CHANNELS
from supportlines.exchange import Given, import_text, write_csv, write_hsds

from strategies.amount import at_least, stride

DATA = Path(__file__).parent.parent / "data"
GIVEN = Given(dt.date(2026, 11, 2), "export")
START = dt.datetime(2026, 11, 20, 1, tzinfo=dt.timezone.utc)
COUNTRIES = (
    "US", "CA", "GB", "IE", "IM", "DE", "CH", "FR", "BE", "NO", "IS", "AU", "AE", "JP", "NZ",
)  # fmt: skip
FACETS = (
    {},
    {"brand": "north"},
    {"brand": "south", "plan": "team"},
    {"plan": "enterprise", "phone": "mobile"},
    {"carrier": "Alpha"},
)
HOURS_LOST = ("availability", "exceptions", "holidays", "languages", "line", "hours")


@pytest.fixture(scope="module")
def stress():
    """The directory."""
    return supportlines.load(DATA / "stress" / "directory.yaml")


def contact_of(line):
    """Return what is dialled or opened."""
    if line.number is not None:
        return line.number.digits
    return line.url or line.email or str(line.address or line.contact_is)


def states(directory, words, at):
    """Return by contact, language and desk the states that callers are told."""
    answer = directory.who_can_i_call(**words, at=at, channels=CHANNELS)
    found = defaultdict(set)
    for option in (*answer.options, *answer.other_ways):
        for language in option.languages or ("",):
            for desk in option.desks or ("",):
                found[contact_of(option.line), language, desk].add(option.state)
    return found


def asked(again, tiers, every):
    """Yield questions and instants, many enough to meet each rule of the directory."""
    for number, (country, tier, said) in enumerate(itertools.product(COUNTRIES, tiers, FACETS)):
        known = ("phone", "carrier")
        facets = {key: one for key, one in said.items() if key in known or again.facts.facet(key)}
        for hours in range(number % every, 24 * 70, every):
            words = {"country": country, "tier": tier, "facets": facets}
            yield words, START + dt.timedelta(hours=hours)


@pytest.mark.parametrize(
    ("write", "tiers"), [(write_csv, ("standard", "premium")), (write_hsds, ("standard",))]
)
def test_what_comes_back_says_nothing_wrong(stress, write, tiers):
    """The same state, or unknown; unknown only where the hours of the line are among the losses.

    Nobody is offered a number that they were not offered before.
    """
    written = write(stress.facts)
    again = supportlines.loads(import_text(written.text, GIVEN).text)
    lossy = {loss.where for loss in written.losses if loss.what.startswith(HOURS_LOST)}
    whole = {contact_of(line) for line, _ in stress.facts.lines() if line.id not in lossy}
    shared = {contact_of(line) for line, _ in stress.facts.lines() if line.id in lossy}
    count = 0

    for words, at in asked(again, tiers, every=stride(191)):
        before, after = states(stress, words, at), states(again, words, at)

        assert set(after) <= set(before), (words, at)
        for key, found in after.items():
            count += 1
            assert found - {"unknown"} <= before[key], (words, at, key)
            if key[0] in whole - shared:
                assert found == before[key], (words, at, key)
    assert count > at_least(1_000)


def test_a_table_leaves_out_only_what_it_would_say_too_widely(stress):
    """The others have a row each, and everything of a row is read.

    Whether Sydney's sales answer hangs on the brand, which must be said: a table of hours would
    offer them to those who have not said it.
    """
    written = write_csv(stress.facts)
    left_out = {loss.where for loss in written.losses if loss.why.endswith("it is left out.")}
    imported = import_text(written.text, GIVEN)
    again = supportlines.loads(imported.text).facts

    lines = {line.id for line, _ in stress.facts.lines()}
    assert left_out == {"au-sales"}
    assert lines - {line.id for line, _ in again.lines()} == left_out
    assert {one.why for one in imported.remarks} <= {"hours are not stated."}
    assert imported.missing == ()
    assert again.facet("brand").required
    assert rows_of(write_csv(again).text) == rows_of(written.text)


def rows_of(text):
    """Return the rows of a table without ids, in any order."""
    rows = csv.DictReader(io.StringIO(text))
    return sorted(sorted((key, one) for key, one in row.items() if key != "id") for row in rows)


def test_services_that_come_back_are_written_again(stress):
    """What HSDS carries is all there after another way round, but for ids."""
    written = write_hsds(stress.facts)
    again = supportlines.loads(import_text(written.text, GIVEN).text).facts

    first, second = (
        json.loads(text)["contents"] for text in (written.text, write_hsds(again).text)
    )

    assert sorted(map(told, first)) == sorted(map(told, second))


def told(service):
    """Return what a service says, without ids."""
    kept = {key: one for key, one in service.items() if key not in ("organization", "name")}

    def plain(value):
        if isinstance(value, list):
            return [plain(one) for one in value]
        if isinstance(value, dict):
            return {key: plain(one) for key, one in value.items() if not key.endswith("id")}
        return value

    return json.dumps(plain(kept), sort_keys=True)


def test_lines_for_some_callers_stay_theirs(stress):
    """The columns and the words say for whom; a line for a tier that is not written has no row."""
    table = supportlines.loads(import_text(write_csv(stress.facts).text, GIVEN).text).facts
    services = supportlines.loads(import_text(write_hsds(stress.facts).text, GIVEN).text).facts

    for facts in (table, services):
        lines = {line.number.digits: line for line, _ in facts.lines() if line.number is not None}
        assert lines["61491570006"].only_for == {"brand": ("north",)}
        assert lines["442079460402"].only_for == {
            "severities": ("critical",),
            "plan": ("enterprise",),
        }
        assert lines["80123"].carriers == ("Alpha",)
        assert lines["80125"].dialable_by == "landline"
        assert lines["442079460450"].serves_parts == ("BE-VLG",)
    digits = {line.number.digits for line, _ in services.lines() if line.number is not None}
    assert "12025550140" not in digits
