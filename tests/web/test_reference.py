"""The page about HTTP lists what there is, no more and no less."""

from __future__ import annotations

import re
from pathlib import Path

import supportlines
from supportlines.web import application
from supportlines.web.http.asking import REPEATED, SINGLE
from supportlines.web.http.guard import COMMON, LONGEST_HEADERS, LONGEST_PATH, LONGEST_QUERY

PAGE = Path(__file__).resolve().parents[2] / "docs" / "reference" / "http.md"


def section(heading):
    """Return what stands under a heading of the page."""
    text = PAGE.read_text(encoding="utf-8")
    return text.partition(f"## {heading}\n")[2].partition("\n## ")[0]


def rows(heading):
    """Return the first cells of the table under a heading."""
    return re.findall(r"^\| `?([^|`]+?)`? \|", section(heading), re.MULTILINE)[1:]


def test_all_addresses_are_listed(serve):
    """Those that the application has routes for, and that its description has."""
    app = application("insales")
    described = serve("insales")("/openapi.json").json["paths"]

    assert rows("Addresses") == [route.path for route in app.routes]
    assert set(described) == {route.path for route in app.routes}


def test_all_parameters_are_listed():
    """Those that are read."""
    assert sorted(rows("Parameters of `/v1/now`")) == sorted([*SINGLE, *REPEATED, "facet.NAME"])


def test_all_headers_are_listed():
    """With their values."""
    found = re.findall(
        r"^\| `([^`]+)` \| `([^`]+)` \|", section("Headers of every reply"), re.MULTILINE
    )

    assert [(name.lower().encode(), value.encode()) for name, value in found] == list(COMMON)


def test_all_statuses_and_limits_are_listed(serve):
    """Those of the description, and what no description lists."""
    described = serve("insales")("/openapi.json").json["paths"]
    statuses = {
        status for one in described.values() for status in one["get"]["responses"] if status > "399"
    }

    assert set(rows("Problems")) == statuses | {"405", "500"}
    for limit in (LONGEST_PATH, LONGEST_QUERY, LONGEST_HEADERS):
        assert f"{limit:,} " in section("Problems").replace("\n", " ").replace(" |", " ")


def test_all_keys_of_health_are_listed(serve):
    """In the order in which they come."""
    found = serve(supportlines.load())("/v1/health").json
    listed = re.findall(r"^\| (`.+?`) \|", section("Health"), re.MULTILINE)

    assert re.findall(r"`(\w+)`", " ".join(listed)) == list(found)
