"""The demonstration page shows what a directory has."""

from __future__ import annotations

from datetime import datetime, timezone

import pytest

import supportlines
from supportlines.web.site import plan_site, site_files
from supportlines.web.site.cases import Case, cases_of

EVENING = datetime(2026, 12, 1, 18, 30, tzinfo=timezone.utc)

MIXED = """
directory:
  id: mixed
  name: Mixed
  sources: [{id: page, title: Contact, url: "https://mixed.example/", read_on: 2026-11-20}]
tiers:
  standard: {name: Standard}
  premium: {name: Premium, includes: standard}
regions:
  - id: day
    name: By day
    countries: [DE, FR]
    languages: [en]
    availability: {standard: "Mo-Su 09:00-17:00", premium: 24/7}
    lines: [{id: berlin, number: "+49 30 23125 000"}]
  - id: ways
    name: By day, and a form
    countries: [GB]
    languages: [en]
    availability: {standard: "Mo-Su 09:00-17:00"}
    lines:
      - {id: london, number: "+44 20 7946 0958"}
      - {id: form, url: "https://mixed.example/ask"}
  - id: always
    name: Day and night
    countries: [US]
    languages: [en]
    availability: {standard: 24/7}
    lines: [{id: washington, number: "+1 202 555 0123"}]
  - id: unknown
    name: Who knows
    countries: [AU]
    languages: [en]
    availability: {standard: "24/7 unknown"}
    lines: [{id: sydney, number: "+61 491 570 006"}]
"""


def cases(text):
    """Return the cases of a directory on an evening."""
    plan = plan_site(supportlines.loads(text), locales=["en"], days=7, at=EVENING)
    return list(cases_of(plan))


def test_each_kind_of_answer_has_a_country():
    """Each another one, as long as there are some."""
    assert cases(MIXED) == [
        Case("The state and what follows it go with the clock", "DE"),
        Case("Somebody answers day and night", "US"),
        Case("The directory does not say whether somebody answers", "AU"),
        Case("A page for customers of one tier", "FR", tier="premium"),
        Case("While it is closed: no numbers, but other ways", "GB", "alternatives"),
        Case("While it is closed: nothing", "DE", "hide"),
    ]


def test_what_a_directory_has_not_is_not_shown():
    """A line that never closes shows nothing of closed ones."""
    head, _, regions = MIXED.partition("regions:")
    always = regions.partition("  - id: always")[2].partition("  - id: unknown")[0]

    found = cases(f"{head}regions:\n  - id: always{always}")

    assert found == [Case("Somebody answers day and night", "US")]


def test_what_depends_on_the_zone_is_shown_by_no_country():
    """The page says the zone of its visitor, and the state is none that is not known."""
    text = MIXED.replace("countries: [AU]", "countries: [RU]").replace(
        '"24/7 unknown"', '"Mo-Su 09:00-17:00"'
    )

    assert "RU" not in {one.country for one in cases(text)}


def test_no_line_is_a_case_too():
    """Of a directory of messages only."""
    plan = plan_site(supportlines.load("gis-zhkh"), locales=["en"], days=7, at=EVENING)

    assert list(cases_of(plan)) == [Case("No line is listed", "RU")]


@pytest.mark.parametrize("name", ["redhat-support", "insales"])
def test_shipped_directories_have_cases(name):
    """At any hour."""
    for hour in (1, 9, 17):
        at = datetime(2026, 11, 30, hour, tzinfo=timezone.utc)
        plan = plan_site(supportlines.load(name), locales=["en"], days=1, at=at)

        assert list(cases_of(plan))


def test_the_page_says_what_it_shows():
    """A heading, the tag as one writes it, and the element; on another page marked as English."""
    plan = plan_site(supportlines.loads(MIXED), locales=["ar", "en"], days=7, at=EVENING)
    files = dict(one for one in site_files(plan) if not isinstance(one, str))
    page = files["demo.html"].decode()
    before, _, after = page.partition(
        '<h2 lang="en" dir="ltr">While it is closed: no numbers, but other ways</h2>'
    )

    assert before.count("<h2 ") == 5
    assert "&lt;support-lines country=&#34;GB&#34; when-closed=&#34;alternatives&#34;&gt;" in after
    assert '<support-lines locale="ar" country="GB" when-closed="alternatives"' in after
    assert page.count("<form ") == 1
