"""The application put together: which address has which reply."""

from __future__ import annotations

import json
from http import HTTPStatus
from importlib import metadata
from typing import TYPE_CHECKING, Any, Callable

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.routing import Route

from supportlines.errors import SupportlinesError
from supportlines.hours import instant_text, zone_data_version
from supportlines.render.lines import lines_data
from supportlines.web.http.answers import Answers, fresh_seconds
from supportlines.web.http.guard import COMMON, METHODS, Guard, known_tags
from supportlines.web.http.open_api import open_api
from supportlines.web.http.problems import problem, problem_of
from supportlines.web.http.responses import JSON, Response, represent

if TYPE_CHECKING:
    from datetime import datetime

    from starlette.requests import Request

    from supportlines.web.http.responses import Representation
    from supportlines.web.http.served import ServedDirectory

_FRESH_FILE = 60
"""Seconds for which an answer from a file is fresh at most: it may be changed at any time."""
_FRESH_WHOLE = 3_600
"""Seconds for which the whole of a directory that stays is fresh."""
_NO_STORE = (b"cache-control", b"no-store")
_MOUNTS = 16
"""Paths under which it may be mounted at once, for each of which its description is kept."""


class _Serving:
    """What is served of one directory."""

    def __init__(self, source: ServedDirectory, keep_bytes: int) -> None:
        self.directory = source.directory
        self.answers = Answers(source.directory, keep_bytes=keep_bytes)
        self._wholes: dict[tuple[str, str], Representation] = {}

    def lines(self) -> Representation:
        """Return all lines as `supportlines lines --json` has them."""
        return self._whole("lines", "", self._lines)

    def description(self, root: str) -> Representation:
        """Return the description of the application where it is mounted under *root*."""
        if len(self._wholes) > _MOUNTS:
            self._wholes.clear()
        return self._whole("description", root, lambda: self._description(root))

    def _whole(self, what: str, root: str, make: Callable[[], object]) -> Representation:
        known = self._wholes.get((what, root))
        if known is None:
            body = json.dumps(make(), separators=(",", ":")).encode()
            known = self._wholes[what, root] = represent(body)
        return known

    def _lines(self) -> object:
        facts = self.directory.facts
        return {"lines": lines_data(list(facts.lines()), facts, None)}

    def _description(self, root: str) -> object:
        return open_api(self.directory.facts, _version(), root or "/")


class _Endpoints:
    """What each address replies."""

    def __init__(
        self,
        source: ServedDirectory,
        *,
        fresh_for: int | None,
        keep_bytes: int,
        now: Callable[[], datetime],
    ) -> None:
        self._source = source
        self._fresh_for = _FRESH_FILE if fresh_for is None and source.is_file else fresh_for
        self._keep_bytes = keep_bytes
        self._clock = now
        self._serving = _Serving(source, keep_bytes)
        self._is_reading = False
        most = _FRESH_WHOLE if self._fresh_for is None else self._fresh_for
        self._cache_whole = _cache_control(most)

    async def now(self, request: Request) -> Response:
        """Who can be called, at the instant that is named or now."""
        at = self._clock()
        serving = await self._current(at)
        answered, is_about_now = serving.answers.find(request.scope["query_string"], at)
        if is_about_now:
            fresh = _cache_control(fresh_seconds(answered, at, self._fresh_for))
        else:
            fresh = self._cache_whole
        return answered.representation.reply(known_tags(request.scope), fresh)

    async def lines(self, request: Request) -> Response:
        """All lines."""
        serving = await self._current(self._clock())
        return serving.lines().reply(known_tags(request.scope), self._cache_whole)

    async def description(self, request: Request) -> Response:
        """OpenAPI."""
        serving = await self._current(self._clock())
        root = request.scope.get("root_path", "")
        return serving.description(root).reply(known_tags(request.scope), self._cache_whole)

    async def health(self, _request: Request) -> Response:
        """Whether what is served is what the data file says."""
        await self._current(self._clock())
        source = self._source
        found = {
            "status": "pass" if source.problem is None else "warn",
            "directory": source.directory.id,
            "read_at": instant_text(source.read_at),
            "problem": source.problem,
            "version": _version(),
            "zone_data_version": zone_data_version(),
        }
        return Response(json.dumps(found).encode(), JSON, headers=[_NO_STORE])

    async def _current(self, at: datetime) -> _Serving:
        """Return what is served at *at*; who finds a file changed waits until it is read."""
        if not self._is_reading and self._source.is_changed(at):
            self._is_reading = True
            try:
                await run_in_threadpool(self._source.read_again, at)
                if self._source.directory is not self._serving.directory:
                    self._serving = _Serving(self._source, self._keep_bytes)
            finally:
                self._is_reading = False
        return self._serving


def make_application(
    source: ServedDirectory,
    *,
    fresh_for: int | None,
    keep_bytes: int,
    now: Callable[[], datetime],
) -> Starlette:
    """Return the application that serves *source*; see `supportlines.web.application`."""
    endpoints = _Endpoints(source, fresh_for=fresh_for, keep_bytes=keep_bytes, now=now)
    served: dict[str, Any] = {
        "/v1/now": endpoints.now,
        "/v1/lines": endpoints.lines,
        "/v1/health": endpoints.health,
        "/openapi.json": endpoints.description,
    }
    app = Starlette(
        routes=[Route(path, endpoint, methods=["GET"]) for path, endpoint in served.items()],
        middleware=[Middleware(Guard)],
        exception_handlers={
            SupportlinesError: _refused,
            HTTPException: _of_http,
            Exception: _of_ours,
        },
    )
    app.router.redirect_slashes = False
    app.state.directory = lambda: source.directory
    return app


async def _refused(_request: Request, error: Exception) -> Any:
    assert isinstance(error, SupportlinesError)
    return problem_of(error)


async def _of_http(request: Request, error: Exception) -> Any:
    assert isinstance(error, HTTPException)
    if error.status_code == HTTPStatus.NOT_FOUND:
        sentence = "there is nothing at this address. /openapi.json lists what there is."
        return problem(HTTPStatus.NOT_FOUND, [sentence])
    sentence = f"{request.method} does nothing here. Ask with GET."
    return problem(error.status_code, [sentence], [(b"allow", METHODS)])


async def _of_ours(_request: Request, _error: Exception) -> Any:
    sentence = "something is wrong in supportlines itself, not in the request."
    # It is Starlette itself that sends this one, outside of the guard.
    return problem(HTTPStatus.INTERNAL_SERVER_ERROR, [sentence], COMMON)


def _cache_control(seconds: int) -> bytes:
    return b"public, max-age=%d, must-revalidate" % seconds


def _version() -> str:
    return metadata.version("supportlines")
