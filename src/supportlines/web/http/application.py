"""The application put together: which address has which reply."""

from __future__ import annotations

import json
from http import HTTPStatus
from typing import TYPE_CHECKING, Any, Callable

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.routing import Route

from supportlines.errors import SupportlinesError
from supportlines.hours import instant_text, zone_data_version
from supportlines.web.http.answers import fresh_seconds
from supportlines.web.http.guard import COMMON, METHODS, Guard, known_tags
from supportlines.web.http.pages import FILES
from supportlines.web.http.problems import problem, problem_of
from supportlines.web.http.responses import JSON, Response
from supportlines.web.http.serving import Serving, version

if TYPE_CHECKING:
    from datetime import datetime

    from starlette.requests import Request

    from supportlines.web.http.responses import Representation
    from supportlines.web.http.served import ServedDirectory

_FRESH_FILE = 60
"""Seconds for which an answer from a file is fresh at most: it may be changed at any time."""
_FRESH_WHOLE = 3_600
"""Seconds for which the whole of a directory that stays is fresh."""
_LOCALE = "en"
"""Of the page, where none is said."""
_NO_STORE = (b"cache-control", b"no-store")


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
        self._is_reading = False
        self._fresh_whole = _FRESH_WHOLE if self._fresh_for is None else self._fresh_for
        self._cache_whole = _cache_control(self._fresh_whole)
        self._serving = self._served()

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
        return self._whole(request, serving.lines())

    async def description(self, request: Request) -> Response:
        """OpenAPI."""
        serving = await self._current(self._clock())
        root = request.scope.get("root_path", "")
        return self._whole(request, serving.description(root))

    async def health(self, _request: Request) -> Response:
        """Whether what is served is what the data file says."""
        await self._current(self._clock())
        source = self._source
        found = {
            "status": "pass" if source.problem is None else "warn",
            "directory": source.directory.id,
            "read_at": instant_text(source.read_at),
            "problem": source.problem,
            "version": version(),
            "zone_data_version": zone_data_version(),
        }
        return Response(json.dumps(found).encode(), JSON, headers=[_NO_STORE])

    async def country(self, request: Request) -> Response:
        """What holds for a country, for pages."""
        at = self._clock()
        feed, code = (await self._current(at)).feed, request.path_params["country"]
        found = feed.known("lines", code, at)
        if found is None:
            found = await run_in_threadpool(feed.lines, code, at)
        return self._whole(request, found)

    async def locale(self, request: Request) -> Response:
        """The words of a locale, for pages."""
        at = self._clock()
        feed, locale = (await self._current(at)).feed, request.path_params["locale"]
        found = feed.known("words", locale, at)
        if found is None:
            found = await run_in_threadpool(feed.words, locale, at)
        return self._whole(request, found)

    async def page(self, request: Request) -> Response:
        """All of it to be read, with the element."""
        at = self._clock()
        serving = await self._current(at)
        locale = request.query_params.get("locale", _LOCALE)
        return self._whole(request, await run_in_threadpool(serving.page, locale, at))

    async def file(self, request: Request) -> Response:
        """A file of the element."""
        serving = await self._current(self._clock())
        return self._whole(request, serving.file(request.scope["path"].rpartition("/")[2]))

    def _whole(self, request: Request, found: Representation) -> Response:
        return found.reply(known_tags(request.scope), self._cache_whole)

    def _served(self) -> Serving:
        return Serving(
            self._source.directory, fresh_for=self._fresh_whole, keep_bytes=self._keep_bytes
        )

    async def _current(self, at: datetime) -> Serving:
        """Return what is served at *at*; who finds a file changed waits until it is read."""
        if not self._is_reading and self._source.is_changed(at):
            self._is_reading = True
            try:
                await run_in_threadpool(self._source.read_again, at)
                if self._source.directory is not self._serving.directory:
                    self._serving = self._served()
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
        "/v1/lines/{country}.json": endpoints.country,
        "/v1/words/{locale}.json": endpoints.locale,
        "/v1/health": endpoints.health,
        "/openapi.json": endpoints.description,
        "/": endpoints.page,
        **{f"/{name}": endpoints.file for name in FILES},
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
