"""What sees every request first: it refuses what is too large, and says who may read a reply."""

from __future__ import annotations

from http import HTTPStatus
from typing import TYPE_CHECKING, Any, Awaitable, Callable

from supportlines.web.http.problems import problem
from supportlines.web.http.responses import EmptyResponse, header_of

if TYPE_CHECKING:
    from supportlines.web.http.responses import (
        AsgiMessage,
        AsgiScope,
        Header,
        Receive,
        Response,
        Send,
    )

LONGEST_PATH = 1_024
LONGEST_QUERY = 4_096
LONGEST_HEADERS = 16_384
"""Bytes."""

METHODS = b"GET, HEAD, OPTIONS"
COMMON: tuple[Header, ...] = (
    (b"access-control-allow-origin", b"*"),
    (b"access-control-expose-headers", b"Date, Age, ETag"),
    (b"timing-allow-origin", b"*"),
    (b"cross-origin-resource-policy", b"cross-origin"),
    (b"x-content-type-options", b"nosniff"),
)
"""Anybody may read anything here: it is published, and nobody is known."""

_CLOSE: tuple[Header, ...] = ((b"connection", b"close"),)
"""Whoever sends too much is not listened to until the end."""

_PREFLIGHT: tuple[Header, ...] = (
    (b"allow", METHODS),
    (b"access-control-allow-methods", METHODS),
    (b"access-control-allow-headers", b"*"),
    (b"access-control-max-age", b"86400"),
)


class Guard:
    """An ASGI application around another one."""

    def __init__(self, app: Callable[[Any, Any, Any], Awaitable[None]]) -> None:
        self._app = app

    async def __call__(self, scope: AsgiScope, receive: Receive, send: Send) -> None:
        """Hand a request on, unless it is too large or asks what may be asked."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def send_with_common(message: AsgiMessage) -> None:
            if message["type"] == "http.response.start":
                message["headers"] = [*message["headers"], *COMMON]
            await send(message)

        refusal = _refusal(scope)
        if refusal is not None:
            await refusal(scope, receive, send_with_common)
        elif scope["method"] == "OPTIONS":
            await EmptyResponse(HTTPStatus.NO_CONTENT, _PREFLIGHT)(scope, receive, send_with_common)
        else:
            await self._app(scope, receive, send_with_common)


def _refusal(scope: AsgiScope) -> Response | None:
    """Return the reply to a request that is too large; its content is never read."""
    if len(scope.get("raw_path") or scope["path"]) > LONGEST_PATH:
        return _too_large(HTTPStatus.REQUEST_URI_TOO_LONG, "the path", LONGEST_PATH)
    if len(scope["query_string"]) > LONGEST_QUERY:
        return _too_large(HTTPStatus.REQUEST_URI_TOO_LONG, "the query", LONGEST_QUERY)
    size = 0
    content = False
    for name, value in scope["headers"]:
        size += len(name) + len(value)
        if name == b"transfer-encoding" or (name == b"content-length" and value != b"0"):
            content = True
    if size > LONGEST_HEADERS:
        status = HTTPStatus.REQUEST_HEADER_FIELDS_TOO_LARGE
        return _too_large(status, "the header", LONGEST_HEADERS)
    if content:
        sentence = "nothing is read but the address. Send the request without content."
        return problem(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, [sentence], _CLOSE)
    return None


def _too_large(status: HTTPStatus, what: str, most: int) -> Response:
    sentence = f"{what} of the request has more than {most:,} bytes. Shorten it."
    return problem(status, [sentence], _CLOSE)


def known_tags(scope: AsgiScope) -> bytes | None:
    """Return what the request says of representations that it has, or None."""
    return header_of(scope, b"if-none-match")
