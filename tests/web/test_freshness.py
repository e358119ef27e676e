"""An answer is fresh until the first of what it says may be otherwise, and is worked out once."""

from __future__ import annotations

import supportlines

TEXT = """
directory:
  id: acme
  name: Acme
  sources: [{id: page, title: A page, url: "https://support.example", read_on: 2026-11-02}]
tiers: {standard: {}}
regions:
  - id: gb
    countries: [GB]
    languages: [en]
    availability: {standard: {hours: "Mo-Fr 09:00-17:00", time_zone: Europe/London}}
    lines:
      - {id: phone, number: "+44 20 7946 0958"}
      - {id: form, url: "https://form.example", published_as: A form}
"""
PROMISING = TEXT.replace("published_as: A form", "published_as: A form, reply: [{within: 4 h}]")


def test_it_is_fresh_for_the_whole_seconds_to_the_next_change(serve, clock):
    """Noon is five hours before five; a part of a second is none."""
    ask = serve(supportlines.loads(TEXT))

    whole = ask("/v1/now?country=GB")
    clock.go_on(milliseconds=1)
    part = ask("/v1/now?country=GB")
    clock.go_on(hours=4, minutes=59, seconds=59)
    last = ask("/v1/now?country=GB")

    assert whole.headers["cache-control"] == "public, max-age=18000, must-revalidate"
    assert [whole.max_age, part.max_age, last.max_age] == [18000, 17999, 0]


def test_nobody_may_show_it_beyond_that(serve):
    """`stale-while-revalidate` would show "open" after five."""
    ask = serve(supportlines.loads(TEXT))

    assert "stale" not in ask("/v1/now?country=GB").headers["cache-control"]


def test_its_bytes_are_kept_until_then(serve, clock):
    """`at` is the instant for which they were made; they hold for all until the next change."""
    ask = serve(supportlines.loads(TEXT))

    first = ask("/v1/now?country=GB")
    clock.go_on(hours=4, minutes=59, seconds=59, milliseconds=999)
    same = ask("/v1/now?country=GB")
    clock.go_on(milliseconds=1)
    other = ask("/v1/now?country=GB")

    assert same.body == first.body
    assert same.headers["etag"] == first.headers["etag"]
    assert first.json["at"] == "2026-11-24T12:00:00Z"
    assert (other.json["at"], other.json["state"]) == ("2026-11-24T17:00:00Z", "closed")
    assert other.headers["etag"] != first.headers["etag"]


def test_a_clock_that_is_set_back_brings_back_no_later_answer(serve, clock):
    """What was made for a later instant does not hold before it."""
    ask = serve(supportlines.loads(TEXT))
    clock.go_on(hours=6)
    closed = ask("/v1/now?country=GB").json["state"]
    clock.go_on(hours=-2)

    found = ask("/v1/now?country=GB").json

    assert (closed, found["state"], found["at"]) == ("closed", "open", "2026-11-24T16:00:00Z")


def test_the_same_question_in_other_words_has_the_same_bytes(serve, clock):
    """Order, case and percent signs of an address are no part of the question."""
    ask = serve(supportlines.loads(TEXT))

    first = ask("/v1/now?country=GB&language=en&channel=phone")
    clock.go_on(minutes=1)
    other = ask("/v1/now?channel=%70hone&language=EN&country=gb")

    assert other.body == first.body


def test_by_when_an_answer_is_promised_ends_with_the_second(serve, clock):
    """Who asks a second later is promised a second later, so nobody may keep it."""
    ask = serve(supportlines.loads(PROMISING))

    first = ask("/v1/now?country=GB&channel=web_form")
    clock.go_on(milliseconds=999)
    same = ask("/v1/now?country=GB&channel=web_form")
    clock.go_on(milliseconds=1)
    other = ask("/v1/now?country=GB&channel=web_form")

    assert (first.max_age, same.max_age) == (1, 0)
    replies = [one.json["options"][0]["reply_by"] for one in (first, same, other)]
    assert replies == ["2026-11-24T16:00:00Z", "2026-11-24T16:00:00Z", "2026-11-24T16:00:01Z"]


def test_who_has_the_bytes_is_told_so_without_them(serve, clock):
    """304 says for how long they are fresh from now on (RFC 9110, section 15.4.5)."""
    ask = serve(supportlines.loads(TEXT))
    tag = ask("/v1/now?country=GB").headers["etag"]
    clock.go_on(hours=1)

    for known in (tag, f"W/{tag}", f'"x", {tag}', "*"):
        found = ask("/v1/now?country=GB", if_none_match=known)

        assert (found.status, found.body) == (304, b"")
        assert found.headers["etag"] == tag
        assert found.max_age == 14400
        assert "content-type" not in found.headers
        assert found.headers["access-control-allow-origin"] == "*"
    assert ask("/v1/now?country=GB", if_none_match='"x"').status == 200


def test_head_says_all_but_the_content(serve):
    """Its headers are those of GET."""
    ask = serve(supportlines.loads(TEXT))
    for target in ("/v1/now?country=GB", "/v1/lines", "/openapi.json", "/v1/health", "/nothing"):
        whole, head = ask(target), ask(target, "HEAD")

        assert (head.status, head.headers, head.body) == (whole.status, whole.headers, b"")
        assert int(head.headers["content-length"]) == len(whole.body)


def test_an_answer_about_an_instant_stays(serve, clock):
    """It changes with the directory alone, and is fresh as long as all of that."""
    ask = serve(supportlines.loads(TEXT))
    first = ask("/v1/now?country=GB&at=2026-11-24T16:59:59Z")
    clock.go_on(days=3)
    later = ask("/v1/now?country=GB&at=2026-11-24T16:59:59Z")

    assert later.body == first.body
    assert later.max_age == first.max_age == ask("/v1/lines").max_age == 3600


def test_of_a_file_nothing_is_fresh_for_long(serve, tmp_path):
    """It may be changed at any time: a closure at short notice is seen within a minute."""
    path = tmp_path / "acme.yaml"
    path.write_text(TEXT, encoding="utf-8")

    for target in (
        "/v1/now?country=GB",
        "/v1/now?country=GB&at=2026-11-24T16:59:59Z",
        "/v1/lines",
        "/openapi.json",
    ):
        assert serve(path)(target).max_age == 60
        assert serve(path, fresh_for=5)(target).max_age == 5
        assert serve(supportlines.loads(TEXT), fresh_for=5)(target).max_age == 5


def test_it_is_never_fresh_for_longer_than_something_holds(serve, clock):
    """However long a file may stay unseen."""
    clock.go_on(hours=4, minutes=59, seconds=30)

    assert serve(supportlines.loads(TEXT), fresh_for=60)("/v1/now?country=GB").max_age == 30


def test_health_is_never_kept(serve):
    """It is about this instant and this process."""
    assert serve()("/v1/health").headers["cache-control"] == "no-store"
