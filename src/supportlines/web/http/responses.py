"""What is sent back: bytes with their headers, the entity tag among them."""

from __future__ import annotations

from hashlib import blake2b
from typing import TYPE_CHECKING, Any, Awaitable, Callable, MutableMapping, NamedTuple, Tuple

if TYPE_CHECKING:
    from typing import Sequence

AsgiScope = MutableMapping[str, Any]
AsgiMessage = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[AsgiMessage]]
Send = Callable[[AsgiMessage], Awaitable[None]]
Header = Tuple[bytes, bytes]

NOT_MODIFIED = 304
JSON = "application/json"


class Response:
    """An ASGI application that sends the same bytes to everybody; without them to `HEAD`."""

    __slots__ = ("body", "headers", "status")

    def __init__(
        self,
        body: bytes,
        media_type: str,
        *,
        status: int = 200,
        headers: Sequence[Header] = (),
    ) -> None:
        self.body = body
        self.status = status
        self.headers: list[Header] = [
            (b"content-type", media_type.encode()),
            (b"content-length", str(len(body)).encode()),
            *headers,
        ]

    async def __call__(self, scope: AsgiScope, _receive: Receive, send: Send) -> None:
        """Send it."""
        await send({"type": "http.response.start", "status": self.status, "headers": self.headers})
        body = b"" if scope["method"] == "HEAD" else self.body
        await send({"type": "http.response.body", "body": body})


class EmptyResponse(Response):
    """A reply without content, which has no type and no length."""

    __slots__ = ()

    def __init__(self, status: int, headers: Sequence[Header]) -> None:
        super().__init__(b"", "", status=status)
        self.headers = list(headers)


class Representation(NamedTuple):
    """Bytes of a resource, ready to be sent."""

    body: bytes
    tag: bytes
    """Its strong entity tag, in quotation marks: a hash of the bytes."""
    headers: tuple[Header, ...]
    """Its type, length and tag."""

    def reply(self, asked_for: bytes | None, cache_control: bytes) -> Response:
        """Return the bytes, or that they are those that are known.

        Args:
            asked_for: What `If-None-Match` says, or None.
            cache_control: For how long they may be kept.
        """
        fresh = (b"cache-control", cache_control)
        if asked_for is not None and matches(asked_for, self.tag):
            return EmptyResponse(NOT_MODIFIED, ((b"etag", self.tag), fresh))
        made = Response.__new__(Response)
        made.body, made.status, made.headers = self.body, 200, [*self.headers, fresh]
        return made


def represent(body: bytes, media_type: str = JSON, more: Sequence[Header] = ()) -> Representation:
    """Return *body* with its entity tag, and *more* headers.

    >>> represent(b"{}").tag
    b'"bf78e4a953b40eee238ca2e9"'
    """
    tag = f'"{blake2b(body, digest_size=12).hexdigest()}"'.encode()
    headers = (
        (b"content-type", media_type.encode()),
        (b"content-length", str(len(body)).encode()),
        (b"etag", tag),
        *more,
    )
    return Representation(body, tag, headers)


def matches(asked_for: bytes, tag: bytes) -> bool:
    """Return whether `If-None-Match` names *tag* (RFC 9110, section 13.1.2: compared weakly).

    >>> matches(b'W/"a", "b"', b'"a"'), matches(b"*", b'"a"'), matches(b'"c"', b'"a"')
    (True, True, False)
    """
    listed = [one.strip() for one in asked_for.split(b",")]
    return any(one in {b"*", tag, b"W/" + tag} for one in listed)


def header_of(scope: AsgiScope, name: bytes) -> bytes | None:
    """Return the values of a request's header *name*, which is in lower case; None if absent."""
    found = [value for key, value in scope["headers"] if key == name]
    return b", ".join(found) if found else None
