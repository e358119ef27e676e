"""The application does what its description says, tried by a program that knows nothing else.

schemathesis makes requests that the description allows, and such that it does not, and looks at
each reply: its status, its type, its content, and that nothing is accepted that should not be.
"""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, settings

import supportlines
from supportlines.web import application

schemathesis = pytest.importorskip("schemathesis", reason="schemathesis is not installed")
if not hasattr(schemathesis, "openapi"):
    pytest.skip("schemathesis 4 is for Python 3.10 and newer", allow_module_level=True)

TEXT = """
directory:
  id: acme
  name: Acme
  sources: [{id: page, title: A page, url: "https://support.example", read_on: 2026-11-02}]
tiers: {standard: {}, premium: {includes: standard}}
desks: {technical: {name: Technical}, billing: {name: Billing}}
severities: [low, high]
facets:
  brand: {name: Which brand?, values: {north: North, south: South}}
regions:
  - id: gb
    countries: [GB, AU, DE]
    languages: [en, de]
    availability: {standard: {hours: "Mo-Fr 09:00-17:00"}}
    lines:
      - {id: tech, number: "+44 20 7946 0958", desk: technical, reply: [{within: 4 h}]}
      - {id: bills, number: "+44 20 7946 0100", desk: billing, for: {brand: north}}
      - {id: form, url: "https://form.example", published_as: A form}
"""
CASES = 300
"""Of each operation that has parameters."""

schema = schemathesis.openapi.from_asgi("/openapi.json", application(supportlines.loads(TEXT)))


@schema.parametrize()
@settings(
    max_examples=CASES,
    deadline=None,
    derandomize=True,
    suppress_health_check=list(HealthCheck),
)
def test_no_request_is_answered_otherwise_than_described(case):
    """All checks that it has: no status is left out, and nothing is accepted that is refused."""
    case.call_and_validate()
