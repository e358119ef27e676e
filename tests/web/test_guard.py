"""Anybody may read a reply, on whatever page; nobody takes it for anything else than it is."""

from __future__ import annotations

import asyncio

import pytest

ADDRESSES = ("/v1/now?country=DE", "/v1/now", "/v1/lines", "/v1/health", "/openapi.json", "/none")
COMMON = {
    "access-control-allow-origin": "*",
    "access-control-expose-headers": "Date, Age, ETag",
    "timing-allow-origin": "*",
    "cross-origin-resource-policy": "cross-origin",
    "x-content-type-options": "nosniff",
}


@pytest.mark.parametrize("target", ADDRESSES)
def test_every_reply_may_be_read_by_pages_of_any_origin(serve, target):
    """What is told here is published; no cookie is looked at, and none is set."""
    found = serve()(target, origin="https://shop.example", cookie="session=1")

    assert found.headers.items() >= COMMON.items()
    assert "set-cookie" not in found.headers
    assert "access-control-allow-credentials" not in found.headers


@pytest.mark.parametrize("target", ADDRESSES)
def test_a_page_may_ask_with_any_header(serve, target):
    """`If-None-Match` of a page is asked for before (Fetch, CORS-preflight)."""
    found = serve()(
        target,
        "OPTIONS",
        origin="https://shop.example",
        access_control_request_method="GET",
        access_control_request_headers="if-none-match",
    )

    assert (found.status, found.body) == (204, b"")
    assert found.headers == {
        **COMMON,
        "allow": "GET, HEAD, OPTIONS",
        "access-control-allow-methods": "GET, HEAD, OPTIONS",
        "access-control-allow-headers": "*",
        "access-control-max-age": "86400",
    }


def test_what_is_no_request_is_handed_on(serve):
    """A server that starts tells an application so, and takes silence for a yes."""
    app = serve().app
    messages = [{"type": "lifespan.startup"}, {"type": "lifespan.shutdown"}]
    sent = []

    async def receive():
        return messages.pop(0)

    async def send(message):
        sent.append(message["type"])

    asyncio.run(app({"type": "lifespan", "app": app, "state": {}}, receive, send))

    assert sent == ["lifespan.startup.complete", "lifespan.shutdown.complete"]
