"""What pages read: the feed of today, the element, and a page that shows it."""

from __future__ import annotations

import json
import threading
from datetime import datetime, timezone

import pytest

import supportlines
from supportlines.web import element
from supportlines.web.feed import Scope, lines_file
from supportlines.web.feed.wording import words_file
from supportlines.web.http import feed_files

TEXT = """
directory:
  id: acme
  name: "Acme </title><script>alert(1)</script>"
  assumed_languages: [en]
  sources: [{id: page, title: A page, url: "https://support.example", read_on: 2026-11-02}]
tiers: {standard: {}}
regions:
  - id: all
    countries: [GB, IN, NP, AU]
    languages: [en, ne]
    availability: {standard: {hours: "Mo-Fr 09:20-17:00", time_zone: Europe/London}}
    lines:
      - id: phone
        number: "+44 20 7946 0958"
        exceptions: [{from: 2026-12-01T12:07, until: 2026-12-01T13:00, reason: Drill}]
      - {id: other, number: "+44 20 7946 0100", languages: [hi], availability: {standard: "24/7"}}
"""
MIDNIGHT = int(datetime(2026, 11, 24, tzinfo=timezone.utc).timestamp())
END = MIDNIGHT + 93 * 86_400


@pytest.fixture
def directory():
    """A directory with hours at twenty past, read where clocks differ by quarters of an hour."""
    return supportlines.loads(TEXT)


def test_the_file_of_a_country_is_that_of_the_feed_from_today_on(serve, directory):
    """The day begins at midnight in UTC, and the file may be trusted for 93 days."""
    expected = lines_file(Scope(directory.facts, MIDNIGHT, END), "NP", 3600).record

    found = serve(directory)("/v1/lines/NP.json")

    assert (found.status, found.json) == (200, json.loads(json.dumps(expected)))
    assert (found.json["from"], found.json["until"]) == (MIDNIGHT, END)
    assert found.headers["content-type"] == "application/json"


def test_an_open_page_reads_it_again_as_soon_as_a_cache_does(serve, directory, tmp_path):
    """Of a file that is after a minute: so a closure at short notice is shown."""
    path = tmp_path / "acme.yaml"
    path.write_text(TEXT, encoding="utf-8")

    for ask, seconds in (
        (serve(directory), 3600),
        (serve(path), 60),
        (serve(path, fresh_for=5), 5),
    ):
        found = ask("/v1/lines/GB.json")
        assert (found.json["fresh_for"], found.max_age) == (seconds, seconds)


def test_the_file_is_made_once_a_day(serve, directory, clock):
    """Its bytes are the same until midnight; then it begins a day later."""
    ask = serve(directory)
    first = ask("/v1/lines/GB.json")
    clock.go_on(hours=11, minutes=59, seconds=59)
    same = ask("/v1/lines/GB.json", if_none_match=first.headers["etag"])
    clock.go_on(seconds=1)
    other = ask("/v1/lines/GB.json", if_none_match=first.headers["etag"])

    assert same.status == 304
    assert (other.status, other.json["from"]) == (200, MIDNIGHT + 86_400)


@pytest.mark.parametrize("locale", ["en", "en-US", "ar", "ne", "hi"])
def test_the_words_of_a_locale_are_enough_for_every_country(serve, directory, locale):
    """They are made without the files of countries, and lack nothing that those have."""
    scope = Scope(directory.facts, MIDNIGHT, END)
    files = [lines_file(scope, code, 3600).record for code in ("GB", "IN", "NP", "AU")]
    expected = json.loads(json.dumps(words_file(locale, files)))

    found = serve(directory)(f"/v1/words/{locale}.json").json

    assert found.pop("languages").items() >= expected.pop("languages").items()
    assert {key: found[key] for key in expected} == expected


@pytest.mark.parametrize(
    ("target", "detail"),
    [
        (
            "/v1/lines/UK.json",
            'there is no country "UK"; the code of the United Kingdom is "GB".',
        ),
        ("/v1/lines/.json", None),
        ("/v1/words/.json", None),
        ("/v1/words/xx.json", 'there is no locale "xx"'),
        ("/?locale=xx", 'there is no locale "xx"'),
        ("/?locale=", 'there is no locale ""'),
    ],
)
def test_what_there_is_not_is_not_found(serve, directory, target, detail):
    """As everywhere."""
    found = serve(directory)(target)

    assert (found.status, found.headers["content-type"]) == (404, "application/problem+json")
    assert detail is None or found.json["detail"].startswith(detail)


@pytest.mark.parametrize(
    ("name", "kind", "content"),
    [
        ("support-lines.min.js", "text/javascript; charset=utf-8", element.script),
        ("support-lines-core.min.js", "text/javascript; charset=utf-8", element.core_script),
        ("support-lines.js", "text/javascript; charset=utf-8", element.module),
        ("support-lines.css", "text/css; charset=utf-8", element.style),
        ("support-lines-element.css", "text/css; charset=utf-8", element.element_style),
    ],
)
def test_the_element_is_served_as_it_is(serve, directory, name, kind, content):
    """With the type that a browser wants of a module, and for pages of any origin."""
    found = serve(directory)(f"/{name}")

    assert (found.status, found.body) == (200, content())
    assert found.headers["content-type"] == kind
    assert found.headers["access-control-allow-origin"] == "*"
    assert serve(directory)(f"/{name}", if_none_match=found.headers["etag"]).status == 304


def test_the_page_is_complete_without_script_and_runs_no_other(serve, directory):
    """All lines are in its HTML; what a directory is called runs nothing."""
    found = serve(directory)("/")
    text = found.body.decode("utf-8")

    assert (found.status, found.headers["content-type"]) == (200, "text/html; charset=utf-8")
    assert text.startswith('<!doctype html>\n<html lang="en" dir="ltr">\n')
    assert '<support-lines directory="v1/" locale="en"' in text
    assert "020 7946 0958" in text or "20 7946 0958" in text
    assert text.count("<script") == 1
    assert '<script type="module" src="support-lines.min.js"></script>' in text
    assert "<title>Acme &lt;/title&gt;&lt;script&gt;alert(1)&lt;/script&gt;</title>" in text
    policy = dict(
        one.strip().partition(" ")[::2]
        for one in found.headers["content-security-policy"].split(";")
    )
    assert policy["default-src"] == "'none'"
    assert policy["script-src"] == policy["connect-src"] == "'self'"
    assert policy["require-trusted-types-for"] == "'script'"


def test_the_page_is_written_for_a_locale(serve, directory):
    """The same words as the files that its element reads."""
    text = serve(directory)("/?locale=ar").body.decode("utf-8")

    assert '<html lang="ar" dir="rtl">' in text
    assert 'locale="ar"' in text


def test_what_the_page_names_is_there(serve, directory):
    """Wherever it is mounted: every address in it is relative to its own."""
    ask = serve(directory)
    text = ask("/").body.decode("utf-8")

    for name in ("support-lines.css", "support-lines.min.js"):
        assert f'="{name}"' in text
        assert ask(f"/{name}").status == 200
    assert ask("/v1/lines/GB.json").status == ask("/v1/words/en.json").status == 200


def test_a_file_is_made_once_however_many_ask_for_it(directory, clock, monkeypatch):
    """They wait for the one who asked first; what is there is found without waiting."""
    made, begun, goes_on = [], threading.Event(), threading.Event()
    real = feed_files.lines_file

    def slow(scope, country, fresh_for):
        made.append(country)
        begun.set()
        assert goes_on.wait(20)
        return real(scope, country, fresh_for)

    monkeypatch.setattr(feed_files, "lines_file", slow)
    files = feed_files.FeedFiles(directory, fresh_for=60, keep_bytes=10**6)
    found = []
    threads = [
        threading.Thread(target=lambda: found.append(files.lines("GB", clock()))) for _ in range(4)
    ]
    for one in threads:
        one.start()
    assert begun.wait(20)
    before = files.known("lines", "GB", clock())
    goes_on.set()
    for one in threads:
        one.join()

    assert (before, made) == (None, ["GB"])
    assert len(found) == 4
    assert all(one is files.known("lines", "GB", clock()) for one in found)
