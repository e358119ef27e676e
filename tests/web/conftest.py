"""The application, asked as a server asks it: in this process, by ASGI, at an instant of ours."""

from __future__ import annotations

import asyncio
import json
from datetime import datetime, timedelta, timezone

import pytest

from supportlines.web import application


class Clock:
    """Shows the instant that a test says."""

    def __init__(self, text):
        self.at = datetime.fromisoformat(text).replace(tzinfo=timezone.utc)

    def __call__(self):
        """Return it."""
        return self.at

    def go_on(self, **by):
        """Go on by so many seconds, minutes, …; back, if they are negative."""
        self.at += timedelta(**by)


class Exchanged:
    """What came back."""

    def __init__(self, status, headers, body):
        self.status = status
        self.headers = headers
        self.body = body

    @property
    def json(self):
        """What the content says."""
        return json.loads(self.body)

    @property
    def max_age(self):
        """For how many seconds it is fresh."""
        _, _, seconds = self.headers["cache-control"].partition("max-age=")
        return int(seconds.split(",")[0])


async def exchange(app, method, target, headers=(), body=b""):
    """Return what *app* replies to one request."""
    path, _, query = target.partition("?")
    scope = {
        "type": "http",
        "asgi": {"version": "3.0"},
        "http_version": "1.1",
        "method": method,
        "scheme": "http",
        "path": path,
        "raw_path": path.encode(),
        "root_path": "",
        "query_string": query.encode("latin-1"),
        "headers": [(name.encode(), value.encode()) for name, value in headers],
        "server": ("testserver", 80),
        "client": ("testclient", 50000),
    }
    read, sent = [], []

    async def receive():
        read.append(body)
        return {"type": "http.request", "body": body, "more_body": False}

    async def send(message):
        sent.append(message)

    await app(scope, receive, send)
    start, *parts = sent
    names = [name for name, _ in start["headers"]]
    assert len(names) == len(set(names)), f"a header is there twice: {names}"
    assert not read, "the content of a request was read"
    content = b"".join(part.get("body", b"") for part in parts)
    found = {name.decode(): value.decode() for name, value in start["headers"]}
    return Exchanged(start["status"], found, content)


class Client:
    """Asks an application."""

    def __init__(self, app):
        self.app = app

    def __call__(self, target, method="GET", body=b"", **headers):
        """Return what it replies."""
        pairs = [(name.replace("_", "-"), value) for name, value in headers.items()]
        return asyncio.run(exchange(self.app, method, target, pairs, body))


@pytest.fixture
def clock():
    """A clock that shows noon on a Tuesday until a test moves it."""
    return Clock("2026-11-24T12:00:00")


@pytest.fixture
def serve(clock):
    """Return a function that gives a client of an application by that clock."""

    def made(directory=None, **options):
        return Client(application(directory, now=clock, **options))

    return made
