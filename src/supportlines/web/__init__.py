"""On a website: what a directory says, in files and replies that are true when they are read.

Reading order: `feed` writes what holds when, `element` shows it, `http` answers requests.
`application` needs the extra `web` (`pip install "supportlines[web]"`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Callable

from supportlines import clock
from supportlines.errors import WrongTypeError

if TYPE_CHECKING:
    import os
    from datetime import datetime

    from starlette.applications import Starlette

    from supportlines.api import Directory

__all__ = ["application"]

_MOST_SECONDS = 1_000_000_000
_SECONDS = "a whole number of seconds from 0 to 1000000000"


def application(
    directory: Directory | str | os.PathLike[str] | None = None,
    *,
    fresh_for: int | None = None,
    look_every: int = 1,
    keep_bytes: int = 32 * 1024 * 1024,
    now: Callable[[], datetime] = clock.now,
) -> Starlette:
    """Return an ASGI application that answers questions to a directory, with OpenAPI.

    It stands alone, or is mounted in an application of Starlette or FastAPI. What it answers, and
    under which address, stands in docs/reference/http.md. `state.directory()` is what it serves.

    Args:
        directory: A directory, the name of a shipped one or the path of a data file, as `load`
            takes it. A file is read again when it has changed; while it is faulty, what it said
            before is served, and `/v1/health` and the log `supportlines.web` say so.
        fresh_for: For how many seconds at most an answer is fresh in caches. By default 60 for a
            file, so that a closure at short notice is seen in time, and for a directory that
            cannot change as long as nothing in the answer changes.
        look_every: After how many seconds it is looked again, at the next request, whether the file
            has changed. It is read when it looked the same twice, so that no half of it is.
        keep_bytes: How many bytes of answers are kept, at most.
        now: Returns this instant; for tests.

    Raises:
        MissingExtraError: If the extra `web` is not installed.
        WrongTypeError: If something is given that cannot be used, such as seconds below 0.
        SupportlinesError: If the directory cannot be read.

    >>> app = application("insales")
    >>> [route.path for route in app.routes][:4]
    ['/v1/now', '/v1/lines', '/v1/lines/{country}.json', '/v1/words/{locale}.json']
    >>> app.state.directory()
    <Directory insales>
    """
    from supportlines.web.extra import need_extra

    need_extra()
    if fresh_for is not None:
        _check_number("fresh_for", fresh_for, _SECONDS)
    _check_number("look_every", look_every, _SECONDS)
    _check_number("keep_bytes", keep_bytes, "a whole number of bytes, 0 or more")
    if not callable(now):
        raise WrongTypeError.of("now", now, "a function without arguments that returns an instant")
    from supportlines.web.http.application import make_application
    from supportlines.web.http.served import served_by

    source = served_by(directory, look_every=look_every, now=now)
    return make_application(source, fresh_for=fresh_for, keep_bytes=keep_bytes, now=now)


def _check_number(name: str, value: object, takes: str) -> None:
    is_whole = isinstance(value, int) and not isinstance(value, bool)
    most = _MOST_SECONDS if takes == _SECONDS else float("inf")
    if not (isinstance(value, int) and is_whole and 0 <= value <= most):
        raise WrongTypeError.of(name, value, takes)
