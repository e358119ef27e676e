"""A closure at short notice, written and exported, shows in a page that is open."""

from __future__ import annotations

import subprocess
import sys

from browsing.exporting import export_site
from browsing.pages import Opened

HELPDESK = """directory:
  id: helpdesk
  name: Helpdesk
  sources:
    - {id: page, title: Contact us, url: "https://support.example/", read_on: 2026-11-20}
tiers: {standard: {}}
regions:
  - id: gb
    countries: [GB]
    languages: [en]
    availability:
      standard:
        - {hours: "Mo-Fr 09:00-17:00", time_zone: Europe/London}
    lines:
      - {id: london, number: "+44 20 7946 0958"}
"""


def test_a_closure_shows_within_the_time_for_which_files_are_fresh(serve, visit, tmp_path):
    """By the clock of the visitor, without a reload; when it is over, that shows too."""
    data, public = tmp_path / "helpdesk.yaml", tmp_path / "public"
    data.write_text(HELPDESK, encoding="utf-8")
    made = ("--directory", str(data), "--locales", "en-GB", "--days", "14", "--fresh-for", "600")
    export_site(public, *made, "--at", "2026-11-24T10:00Z")
    site = serve(public)
    found = Opened(visit(site, "/en-GB/", at="2026-11-24T10:00:30Z", zone="Europe/London")).settle()
    before = found.first

    close = ("close", "london", "--directory", str(data), "--reason", "Fire alarm")
    when = ("--from", "2026-11-24T10:05Z", "--for", "30m")
    subprocess.run(
        [sys.executable, "-m", "supportlines", *close, *when], capture_output=True, check=True
    )
    export_site(public, *made, "--at", "2026-11-24T10:05Z")
    found.visit.pass_time(seconds=599)
    not_yet = found.first
    found.visit.pass_time(seconds=1)
    found.wait_for("closed")
    closed = found.first
    found.visit.pass_time(minutes=25)
    again = found.first

    assert (before, not_yet) == ("Open ⋅ Closes 17:00", "Open ⋅ Closes 17:00")
    assert closed == "Closed ⋅ Fire alarm ⋅ Opens 10:35"
    assert again == "Open ⋅ Closes 17:00"
    assert site.asked("/en-GB/") == 1
