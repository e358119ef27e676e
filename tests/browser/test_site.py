"""The site of the tests answers as a static file server does, at the instant of the test."""

from __future__ import annotations

from datetime import datetime, timezone
from http.client import HTTPConnection

import pytest

from browsing.site import STRICT_POLICY, Answer, Site, serving


def get(site, path, method="GET", **headers):
    """Return status, headers and body of one request."""
    connection = HTTPConnection(site.origin[len("http://") :], timeout=10)
    try:
        connection.request(method, path, headers=headers)
        answer = connection.getresponse()
        return answer.status, answer.headers, answer.read().decode()
    finally:
        connection.close()


def test_a_file_is_read_anew_each_time(serve, tmp_path):
    """What is exported while a page is open is there at its next request."""
    file = tmp_path / "lines.json"
    site = serve(tmp_path)

    file.write_text("[1]", encoding="utf-8")
    first = get(site, "/lines.json?fresh")
    file.write_text("[2]", encoding="utf-8")
    second = get(site, "/lines.json?fresh")

    assert (first[0], first[2], second[2]) == (200, "[1]", "[2]")
    assert first[1]["Content-Type"] == "application/json"
    assert site.asked("/lines.json") == 2


def test_what_a_browser_has_is_not_sent_again(serve):
    """304 without a body, as long as it is the same."""
    site = serve(pages={"/index.html": "<p>one"})
    tag = get(site, "/")[1]["ETag"]

    again = get(site, "/", **{"If-None-Match": tag})
    site.pages["/index.html"] = "<p>two"
    changed = get(site, "/", **{"If-None-Match": tag})

    assert (again[0], again[2]) == (304, "")
    assert (changed[0], changed[2]) == (200, "<p>two")


def test_the_date_is_the_test_s(serve):
    """And the present one where the test has none."""
    site = serve(pages={"/index.html": ""})
    site.at = datetime(2026, 11, 24, 10, tzinfo=timezone.utc)

    assert get(site, "/")[1].get_all("Date") == ["Tue, 24 Nov 2026 10:00:00 GMT"]


def test_a_policy_goes_with_every_answer_unless_there_is_none(serve):
    """So that a page is tried under the policy of a careful site."""
    careful = serve(pages={"/index.html": ""})
    careless = serve(pages={"/index.html": ""}, policy=None)

    assert get(careful, "/")[1]["Content-Security-Policy"] == STRICT_POLICY
    assert get(careless, "/")[1]["Content-Security-Policy"] is None


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/nothing.json", 404),
        ("/favicon.ico", 204),  # browsers ask for it by themselves
        ("/broken.json", 503),
        ("/../secret", 404),
        ("/%2e%2e/secret", 404),
    ],
)
def test_what_is_not_there_has_its_status(serve, tmp_path, path, status):
    """Nothing outside of the folder is there."""
    (tmp_path / "secret").write_text("", encoding="utf-8")
    (tmp_path / "site").mkdir()
    site = serve(tmp_path / "site", {"/broken.json": Answer(status=503)})

    assert get(site, path)[0] == status


def test_headers_can_be_asked_alone(serve):
    """HEAD has the length of a body that does not come."""
    _, headers, body = get(serve(pages={"/a.txt": "four"}), "/a.txt", "HEAD")

    assert (headers["Content-Length"], body) == ("4", "")


def test_a_fault_of_the_site_is_kept_for_the_test():
    """It would look like a page without an answer."""
    with serving(Site(pages={"/a.txt": 5})) as site:
        with pytest.raises(OSError, match=r"Remote end closed|reset"):
            get(site, "/a.txt")

        assert [type(fault) for fault in site.faults] == [TypeError]
