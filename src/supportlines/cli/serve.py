"""`supportlines serve`: the application for websites, to try it."""

from __future__ import annotations

import gc
import logging
import os
import socket
import sys
from typing import TYPE_CHECKING, Any

import click

from supportlines.cli.options import directory_option
from supportlines.cli.output import echo
from supportlines.cli.wording import WholeNumber
from supportlines.errors import SupportlinesError, quoted

if TYPE_CHECKING:
    from supportlines.api import Directory

_LARGEST_PORT = 65_535
_LARGEST_HEAD = 65_536
"""Bytes of a request before its content that the server reads; the application takes fewer."""
_PATIENCE = 5
"""Seconds for which requests that are being answered are waited for at the end."""


class CannotListenError(SupportlinesError, ValueError):
    """An address of this machine on which nobody can be heard."""

    def __init__(self, host: str, port: int, why: str) -> None:
        super().__init__(host, port, why)
        self.host = host
        self.port = port
        self.why = why

    def __str__(self) -> str:
        return (
            f"nobody can be heard on port {self.port} of {quoted(self.host)} ({self.why}). "
            "Give another --port, or 0 for any that is free, or another --host."
        )


@click.command()
@directory_option
@click.option("--host", default="127.0.0.1", metavar="HOST", help="Default: this machine alone.")
@click.option(
    "--port",
    default=8000,
    metavar="N",
    type=WholeNumber(0, _LARGEST_PORT, 8000),
    help="Default: 8000; 0 is any that is free.",
)
def serve(directory: str | None, host: str, port: int) -> None:
    """Answer questions over HTTP, to try it: the directory as an application for websites.

    A data file is read again when it changes. Ctrl-C ends it. It needs the extra `web`.
    """
    from supportlines.web.extra import need_extra

    need_extra("starlette", "uvicorn")
    from supportlines.web import application

    app = application(directory)
    with _listening(host, port) as listener:
        _greet(app.state.directory(), listener)
        _run(app, listener)


def _listening(host: str, port: int) -> socket.socket:
    try:
        # Of a name that is none a server that is made knows less to say.
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE)
        family, *_, address = found[0]
        return socket.create_server(address[:2], family=family)
    except UnicodeError as error:
        raise CannotListenError(host, port, "this is no name of a machine") from error
    except OSError as error:
        number = error.errno or 0  # those of names that lead nowhere are below 0
        why = os.strerror(number) if number > 0 else error.strerror or str(error)
        raise CannotListenError(host, port, why) from error


def _greet(directory: Directory, listener: socket.socket) -> None:
    """Say where what is."""
    host, port = listener.getsockname()[:2]
    where = f"http://{f'[{host}]' if ':' in host else host}:{port}"
    echo(f"{directory.name}: {where}/")
    echo(f"  {where}/v1/now?country=DE   who can be called now")
    echo(f"  {where}/v1/lines            all lines")
    echo(f"  {where}/v1/health           whether the data file is sound")
    echo(f"  {where}/openapi.json        all of it, for programs")
    sys.stdout.flush()


def _run(app: Any, listener: socket.socket) -> None:
    """Serve until a signal ends it."""
    import uvicorn

    # Commands end at once and look for no garbage; this one stays.
    gc.enable()
    ours = logging.getLogger("supportlines")
    ours.addHandler(_Told())
    ours.setLevel(logging.INFO)
    config = uvicorn.Config(
        app,
        access_log=False,
        h11_max_incomplete_event_size=_LARGEST_HEAD,
        http="h11",  # the other one that it has reads headers of any size
        lifespan="off",
        log_config=None,
        server_header=False,
        timeout_graceful_shutdown=_PATIENCE,
    )
    uvicorn.Server(config).run(sockets=[listener])


class _Told(logging.Handler):
    """Says on standard error what the application has to say."""

    def emit(self, record: logging.LogRecord) -> None:
        echo(f"supportlines: {self.format(record)}", err=True)
