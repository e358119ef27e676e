"""Whatever is wrong with a request is said as RFC 9457 has it, with what to do about it."""

from __future__ import annotations

import logging

import pytest

import supportlines
from supportlines.web.http.guard import LONGEST_HEADERS, LONGEST_PATH, LONGEST_QUERY

YEARS = 'Write one of the years 1900 to 2999 such as "2026-11-23T16:00:00Z".'
PLUS = "A plus sign is written %2B in an address."
PLAIN = "application/problem+json"
KNOWN = (
    "Write one of: country, tier, desk, severity, time_zone, calling_from, subdivision, at, "
    "language, channel, or facet.NAME."
)


@pytest.mark.parametrize(
    ("query", "status", "sentences"),
    [
        # What it names is not there.
        (
            "country=UK",
            404,
            ['there is no country "UK"; the code of the United Kingdom is "GB".'],
        ),
        (
            "country=DE&tier=gold",
            404,
            ['there is no tier "gold". Write one of: "standard", "premium".'],
        ),
        (
            "country=DE&tier=",
            404,
            ['there is no tier "". Write one of: "standard", "premium".'],
        ),
        (
            "country=DE&language=english",
            404,
            ['"english" is no language tag. Did you mean "en"?'],
        ),
        (
            "country=DE&time_zone=Europe/Berln",
            404,
            ['there is no time zone "Europe/Berln"; did you mean "Europe/Berlin"?'],
        ),
        (
            "country=DE&facet.fone=mobile",
            404,
            ['there is no facet "fone". Write one of: "phone", "carrier".'],
        ),
        (
            "country=DE&facet.phone=satellite",
            404,
            ['there is no phone "satellite". Write one of: "landline", "mobile".'],
        ),
        (
            "country=UK&tier=gold",
            404,
            [
                'there is no country "UK"; the code of the United Kingdom is "GB".',
                'there is no tier "gold". Write one of: "standard", "premium".',
            ],
        ),
        # It cannot be understood.
        ("", 400, ['country is missing. Write one, as in "?country=DE".']),
        ("language=de", 400, ['country is missing. Write one, as in "?country=DE".']),
        (
            "country=DE&langauge=de",
            400,
            ['there is no parameter "langauge". Did you mean "language"?'],
        ),
        ("country=DE&q=1", 400, [f'there is no parameter "q". {KNOWN}']),
        ("country=DE&facet.=1", 400, [f'there is no parameter "facet.". {KNOWN}']),
        ("country=DE&country=FR", 400, ['"country" is said 2 times. Write it once.']),
        (
            "country=DE&facet.phone=mobile&facet.phone=mobile",
            400,
            ['"facet.phone" is said 2 times. Write it once.'],
        ),
        (
            "country=DE&" + "&".join(["language=de"] * 21),
            400,
            ["there are more than 20 languages. Write those that matter."],
        ),
        (
            "country=DE&at=tomorrow",
            400,
            [
                f'at="tomorrow" is no instant. {YEARS}',
            ],
        ),
        (
            "country=DE&at=2026-11-23T17:00:00+01:00",
            400,
            [
                f'at="2026-11-23T17:00:00 01:00" is no instant. {YEARS} {PLUS}',
            ],
        ),
        (
            "country=%FF",
            400,
            ["the query of the address is no text in UTF-8. Write it with percent signs."],
        ),
        (
            "country=\xe9",
            400,
            ["the query of the address is no text in UTF-8. Write it with percent signs."],
        ),
        (
            "&" * 100,
            400,
            ["the address has more than 100 parameters. Leave out what is not needed."],
        ),
        (
            "kountry=DE&at=x",
            400,
            [
                'there is no parameter "kountry". Did you mean "country"?',
                f'at="x" is no instant. {YEARS}',
                'country is missing. Write one, as in "?country=DE".',
            ],
        ),
    ],
)
def test_a_question_that_is_refused_is_told_why(serve, query, status, sentences):
    """The sentence is that of the error in Python, where there is one."""
    found = serve()(f"/v1/now?{query}")

    title = {400: "Bad Request", 404: "Not Found"}[status]
    expected = {
        "type": "about:blank",
        "title": title,
        "status": status,
        "detail": " ".join(sentences),
    }
    if len(sentences) > 1:
        expected["problems"] = sentences
    assert (found.status, found.json) == (status, expected)
    assert found.headers["content-type"] == PLAIN
    assert found.headers["cache-control"] == "no-store"


def test_what_was_written_is_not_quoted_at_length(serve):
    """A reply is never much longer than what it is about."""
    found = serve()("/v1/now?country=" + "%3Cscript%3E" * 300)

    assert found.status == 404
    assert len(found.body) < 800


@pytest.mark.parametrize(
    ("target", "headers", "status", "detail"),
    [
        (
            "/v1/now?country=DE&" + "x" * LONGEST_QUERY,
            {},
            414,
            "the query of the request has more than 4,096 bytes. Shorten it.",
        ),
        (
            "/" + "x" * LONGEST_PATH,
            {},
            414,
            "the path of the request has more than 1,024 bytes. Shorten it.",
        ),
        (
            "/v1/now?country=DE",
            {"cookie": "x" * LONGEST_HEADERS},
            431,
            "the header of the request has more than 16,384 bytes. Shorten it.",
        ),
        (
            "/v1/now?country=DE",
            {"content-length": "1000000000000"},
            413,
            "nothing is read but the address. Send the request without content.",
        ),
        (
            "/v1/now?country=DE",
            {"transfer-encoding": "chunked"},
            413,
            "nothing is read but the address. Send the request without content.",
        ),
    ],
    ids=["query", "path", "header", "content", "content in parts"],
)
def test_what_is_too_large_is_refused_unread(serve, target, headers, status, detail):
    """The connection is closed, so that the rest of it is not read either."""
    ask = serve()

    found = ask(target, **{name.replace("-", "_"): value for name, value in headers.items()})

    assert (found.status, found.json["detail"]) == (status, detail)
    assert (
        found.json["title"]
        == {
            413: "Content Too Large",
            414: "URI Too Long",
            431: "Request Header Fields Too Large",
        }[status]
    )
    assert found.headers["connection"] == "close"


def test_what_is_just_small_enough_is_answered(serve):
    """The limits are those that the reference names."""
    ask = serve()
    query = "country=DE&language=" + "x" * (LONGEST_QUERY - len("country=DE&language="))

    assert ask(f"/v1/now?{query}").status == 404  # a language that there is not
    assert ask("/v1/now?country=DE", content_length="0").status == 200
    assert ask("/v1/now?country=DE", x="y" * (LONGEST_HEADERS - 1)).status == 200
    assert ask("/" + "x" * (LONGEST_PATH - 1)).status == 404


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH", "TRACE"])
@pytest.mark.parametrize("path", ["/v1/now", "/v1/lines", "/v1/health", "/openapi.json"])
def test_nothing_can_be_changed(serve, path, method):
    """Whoever tries is told how to ask."""
    found = serve()(f"{path}?country=DE", method)

    assert found.status == 405
    assert found.headers["allow"] == "GET, HEAD, OPTIONS"
    assert found.json["detail"] == f"{method} does nothing here. Ask with GET."


@pytest.mark.parametrize("path", ["/nothing", "/v1", "/v1/now/", "/v1/NOW", "//v1/now"])
def test_an_address_that_there_is_not_is_not_found(serve, path):
    """Nobody is sent elsewhere."""
    found = serve()(f"{path}?country=DE")

    sentence = "there is nothing at this address. /openapi.json lists what there is."
    assert (found.status, found.json["detail"]) == (404, sentence)


def test_a_fault_of_ours_tells_nothing_of_its_inside(serve):
    """The server logs it; the reader is told whose fault it is, on every origin."""

    class Broken(supportlines.Directory):
        """Fails to answer."""

        __slots__ = ()

        def answer(self, *_words, **_named):
            raise RuntimeError("/secret/path")

    ask = serve(Broken(supportlines.load().facts))
    found = []

    async def kept(scope, receive, send):
        async def sent(message):
            found.append(message)
            await send(message)

        await ask.app(scope, receive, sent)

    with pytest.raises(RuntimeError):  # the server logs it
        type(ask)(kept)("/v1/now?country=DE")

    start, content = found
    assert start["status"] == 500
    assert dict(start["headers"])[b"access-control-allow-origin"] == b"*"
    assert b"something is wrong in supportlines itself, not in the request." in content["body"]
    assert b"secret" not in content["body"]


def test_a_log_is_written_by_nobody_who_asks(serve, caplog):
    """Whoever sends nonsense fills no disk."""
    with caplog.at_level(logging.DEBUG, logger="supportlines"):
        serve()("/v1/now?country=UK")

    assert caplog.records == []
