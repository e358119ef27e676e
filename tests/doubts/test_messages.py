"""Lines that take messages are open whenever nobody says otherwise."""

from __future__ import annotations

HEAD = """
directory:
  id: d
  name: D
  sources: [{id: page, title: t, url: "https://a.example/", read_on: 2026-11-02}]
tiers: {standard: {}, premium: {}}
"""


def codes(found):
    """Return the kinds of doubt there are."""
    return {one.code for one in found.doubts}


def test_tiers_need_no_hours_where_all_lines_take_messages(examined):
    """Who may write at any time is not told that nothing is known."""
    text = f"""{HEAD}
regions:
  - id: r
    countries: [GB]
    lines: [{{id: form, url: "https://a.example/form", languages: [en]}}]
"""

    assert codes(examined(text)) == set()


def test_tiers_need_hours_where_somebody_answers(examined):
    """Whether somebody does is not known for either."""
    text = f"""{HEAD}
regions:
  - id: r
    countries: [GB]
    lines:
      - {{id: form, url: "https://a.example/form", languages: [en]}}
      - {{id: card, contact_is: on the back of your card, languages: [en]}}
"""

    assert codes(examined(text)) == {"tier-not-reachable"}


def test_a_reply_after_a_closure_is_due_some_day(examined):
    """The hours are not known for a month, and known then."""
    text = f"""{HEAD}
reply: [{{within: 4 open hours}}]
regions:
  - id: r
    countries: [GB]
    availability: {{standard: "Mo-Fr 09:00-17:00", premium: 24/7 unknown}}
    exceptions: [{{first_day: 2026-11-20, last_day: 2026-12-20, hours: 24/7 unknown}}]
    lines: [{{id: form, url: "https://a.example/form", languages: [en]}}]
"""

    assert codes(examined(text)) == set()


def test_a_reply_is_due_if_it_is_for_who_says_more(examined):
    """The hours are not known before the brand is said, and for one brand only."""
    text = f"""{HEAD}
facets: {{brand: {{values: [north, south], required: true}}}}
regions:
  - id: r
    countries: [GB]
    availability:
      standard: [{{hours: "Mo-Fr 09:00-17:00", for: {{brand: north}}}}]
      premium: [{{hours: "Mo-Fr 09:00-17:00", for: {{brand: north}}}}]
    reply: [{{within: 4 open hours}}]
    lines: [{{id: form, url: "https://a.example/form", languages: [en]}}]
"""

    assert "reply-never-due" not in codes(examined(text))


def test_a_reply_in_a_country_of_many_zones_is_due(examined):
    """Whoever says where they are learns by when; at no hour is it nine to five in all of them."""
    text = f"""{HEAD}
regions:
  - id: r
    countries: [RU]
    availability: {{standard: "Mo-Fr 09:00-17:00", premium: "Mo-Fr 09:00-17:00"}}
    reply: [{{within: 4 open hours}}]
    lines: [{{id: form, url: "https://a.example/form", languages: [ru]}}]
"""

    assert codes(examined(text)) == set()
