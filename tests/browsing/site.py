"""A web site on this machine that says it is the instant of the test."""

from __future__ import annotations

import hashlib
import mimetypes
import posixpath
import re
import sys
import threading
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime, timezone
from email.utils import format_datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from pathlib import Path

STRICT_POLICY = (
    "default-src 'none'; script-src 'self'; connect-src 'self'; style-src 'self'; img-src 'self'; "
    "base-uri 'none'; require-trusted-types-for 'script'; trusted-types 'none'"
)
"""What a careful site allows its pages: nothing inline, nothing from elsewhere, no HTML of text."""

# What may stand before the first script of a page; its head may have no tag of its own.
BEFORE_ALL = re.compile(rb"(<!doctype[^>]*>)?\s*(<html[^>]*>)?\s*(<head>)?", re.IGNORECASE)
FIRST_SCRIPT = "/first-script-of-the-test.js"

TYPES = {
    ".css": "text/css; charset=utf-8",
    ".html": "text/html; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".txt": "text/plain; charset=utf-8",
}


@dataclass(frozen=True)
class Answer:
    """What the site says for one path, where a file alone does not say it."""

    body: str | bytes = b""
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)


class Site:
    """Pages from a folder, and pages that a test adds or replaces, under one origin.

    *pages* maps a path such as "/lines/GB.json" to its text, its bytes or an `Answer`; it comes
    before the folder, which is read anew for each request. What was asked stands in `requests`.
    """

    def __init__(
        self,
        folder: Path | None = None,
        pages: Mapping[str, str | bytes | Answer] | None = None,
        *,
        policy: str | None = STRICT_POLICY,
    ) -> None:
        self.folder = folder
        self.pages = dict(pages or {})
        self.headers: dict[str, str] = {}  # of every answer, besides the ones below
        self.policy = policy
        self.at: datetime | None = None
        """The instant that the header `Date` says: a page may correct a wrong clock by it."""
        self.first_script: Callable[[], str] | None = None
        """A script that each page gets before its own, for browsers whose driver cannot do it."""
        self.requests: list[str] = []
        self.faults: list[BaseException] = []
        self.origin = ""

    def url(self, path: str = "/") -> str:
        """Return the address of a path."""
        return self.origin + path

    def asked(self, path: str) -> int:
        """Return how often a path was asked."""
        return self.requests.count(path)

    def answer(self, path: str) -> Answer:
        """Return what is said for a path, in the way of a static file server."""
        if path.endswith("/"):
            path += "index.html"
        if path == FIRST_SCRIPT and self.first_script is not None:
            return Answer(self.first_script())
        found = self.pages.get(path)
        if found is None and self.folder is not None:
            file = self.folder / posixpath.normpath(unquote(path)).lstrip("/")
            found = file.read_bytes() if file.is_file() else None
        if found is None:
            # Browsers ask for this one by themselves and would report that it is missing.
            return Answer(status=204 if path == "/favicon.ico" else 404)
        return found if isinstance(found, Answer) else Answer(found)

    def whole(self, path: str, known: str | None) -> tuple[int, dict[str, str], bytes]:
        """Return status, headers and body; *known* is the entity tag that the browser has."""
        answer = self.answer(path)
        body = answer.body.encode("utf-8") if isinstance(answer.body, str) else answer.body
        suffix = posixpath.splitext(path)[1] or ".html"
        kind = TYPES.get(suffix) or mimetypes.guess_type(path)[0] or "application/octet-stream"
        if suffix == ".html" and self.first_script is not None:
            tag = f'<script src="{FIRST_SCRIPT}"></script>'.encode()
            body = BEFORE_ALL.sub(lambda start: start[0] + tag, body, count=1)
        headers = {
            "Date": format_datetime(self.at or datetime.now(timezone.utc), usegmt=True),  # noqa: TID251 - a site has a clock
            "Content-Type": kind,
            "X-Content-Type-Options": "nosniff",
            "Cache-Control": "no-cache",  # asked again each time; kept for "back" all the same
            "ETag": f'"{hashlib.sha256(body).hexdigest()[:32]}"',
            **({"Content-Security-Policy": self.policy} if self.policy else {}),
            **self.headers,
            **answer.headers,
        }
        status = answer.status
        if status == 200 and known == headers["ETag"]:
            status, body = 304, b""
        headers["Content-Length"] = str(len(body))
        return status, headers, body


class _Handler(BaseHTTPRequestHandler):
    """One request; HTTP/1.0, so that no connection outlives its test."""

    server: _Server
    timeout = 10

    def do_GET(self) -> None:
        path = urlsplit(self.path).path
        site = self.server.site
        site.requests.append(path)
        status, headers, body = site.whole(path, self.headers.get("If-None-Match"))
        self.send_response_only(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    do_HEAD = do_GET  # noqa: N815 - the names are http.server's

    def log_message(self, *_args: object) -> None:
        """Say nothing: the site keeps what was asked."""


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def __init__(self, site: Site) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.site = site

    def handle_error(self, request, client_address):  # noqa: ARG002 - the signature is socketserver's
        """Keep what went wrong for the test; that a browser has hung up is no fault."""
        fault = sys.exc_info()[1]
        if fault is not None and not isinstance(fault, ConnectionError):
            self.site.faults.append(fault)


@contextmanager
def serving(site: Site) -> Iterator[Site]:
    """Serve a site for the time of a block; its `origin` is known inside."""
    with _Server(site) as server:
        site.origin = f"http://127.0.0.1:{server.server_address[1]}"
        thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
        thread.start()
        try:
            yield site
        finally:
            server.shutdown()
            thread.join()
