"""Ask the application over HTTP, from 32 connections at once: how fast it is, and that it lasts.

    python tests/benchmarks/serve_load.py speed               # 0.6 times a bare application
    python tests/benchmarks/serve_load.py soak --seconds 60   # memory does not grow

`speed` serves, one after the other and several times, the application and a bare one of Starlette
that returns a constant of the same size, with uvicorn and one worker, and compares the best round
of each: requests a second, and requests a second of the server's own time on a processor, which is
the stricter one, since it leaves out the time of who asks. `soak` asks hundreds of different
questions, of which not all can be kept, wrong ones without number, and what is too large; after a
third of the time the process may not grow by more than a few MB. The exit status is 1 if it is too
slow, grows, or replies otherwise than it should. It needs the extra `web`, and Linux, which says
how much time and memory a process takes.
"""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import os
import random
import re
import subprocess
import sys
import time
from pathlib import Path
from typing import Any, Callable, Iterator

CONNECTIONS = 32
LEAST = 0.6
"""Of the requests a second of a bare application."""
KEPT = 2_000_000
"""Bytes of answers that are kept while it soaks: fewer than there are."""
COUNTRIES = ("DE", "FR", "MX", "BR", "JP", "AE", "GB", "ES", "IT", "KR")
DAYS = range(1, 29)
GROWTH = 6 * 1024
"""Kilobytes by which a process may grow in two thirds of the time, for what an allocator does."""

SERVERS = {
    "ours": """
from supportlines.web import application
app = application(**({"keep_bytes": SIZE} if SIZE else {}))
""",
    "bare": """
from starlette.applications import Starlette
from starlette.responses import Response
from starlette.routing import Route
body = b"x" * SIZE
async def now(request):
    return Response(body, media_type="application/json")
app = Starlette(routes=[Route("/v1/now", now)])
""",
}
FULL = """
from datetime import datetime, timedelta, timezone
from supportlines import OpeningHours
for number in range(20):
    text = f"08:{number:02}-12:00,13:00-17:00,18:00-22:00"
    hours = OpeningHours.parse(text, time_zone="Europe/London")
    for block in range(450):
        hours.state(datetime(2000, 1, 1, tzinfo=timezone.utc) + timedelta(days=24.3 * block))
"""
"""Fills what the library remembers of hours, some 30 MB, which questions would do in minutes."""
RUN = """
import socket, uvicorn
listener = socket.create_server(("127.0.0.1", 0))
print(listener.getsockname()[1], flush=True)
config = uvicorn.Config(app, access_log=False, log_level="warning", lifespan="off")
uvicorn.Server(config).run(sockets=[listener])
"""
QUESTION = "/v1/now?country=DE&language=de"

Check = Callable[[int, bytes], bool]


@contextlib.contextmanager
def served(name: str, size: int = 0, *, is_full: bool = False) -> Iterator[tuple[int, int]]:
    """Serve an application in a process of its own, and give its port and the process's id."""
    program = SERVERS[name].replace("SIZE", str(size)) + (FULL if is_full else "") + RUN
    process = subprocess.Popen([sys.executable, "-c", program], stdout=subprocess.PIPE)
    assert process.stdout is not None
    try:
        yield int(process.stdout.readline()), process.pid
    finally:
        process.kill()
        process.wait()
        process.stdout.close()


class Connection:
    """Asks one thing after the other, and reads what comes back."""

    def __init__(self, port: int) -> None:
        self._port = port
        self._streams: tuple[asyncio.StreamReader, asyncio.StreamWriter] | None = None

    async def ask(self, head: bytes) -> tuple[int, bytes]:
        """Return status and content of the reply to a request."""
        if self._streams is None:
            self._streams = await asyncio.open_connection("127.0.0.1", self._port)
        reader, writer = self._streams
        writer.write(head)
        said = await reader.readuntil(b"\r\n\r\n")
        found = re.search(rb"content-length: (\d+)", said)
        length = int(found.group(1)) if found is not None else 0
        body = await reader.readexactly(length) if length else b""
        if b"connection: close" in said:
            await self.close()
        return int(said[9:12]), body

    async def close(self) -> None:
        """Close it; the next request opens another one."""
        if self._streams is not None:
            self._streams[1].close()
            with contextlib.suppress(ConnectionError):
                await self._streams[1].wait_closed()
            self._streams = None


async def drive(port: int, seconds: float, asks: Callable[[], tuple[bytes, Check]]) -> list[Any]:
    """Ask from all connections for so many *seconds*; return how often, and what was wrong."""
    end = time.perf_counter() + seconds
    count, wrong = [0], []

    async def one() -> None:
        connection = Connection(port)
        while time.perf_counter() < end:
            head, is_right = asks()
            status, body = await connection.ask(head)
            count[0] += 1
            if not is_right(status, body):
                wrong.append((head[:200], status, body[:200]))
        await connection.close()

    await asyncio.gather(*(one() for _ in range(CONNECTIONS)))
    return [count[0], wrong]


def get(target: str, more: str = "") -> bytes:
    """Return the bytes of a request."""
    return f"GET {target} HTTP/1.1\r\nHost: localhost\r\n{more}\r\n".encode()


async def speed_of(name: str, size: int, seconds: float) -> tuple[float, float, int]:
    """Return requests a second, of all time and of the server's own, and the size of a reply."""
    request = get(QUESTION)
    with served(name, size) as (port, process):
        connection = Connection(port)
        _, body = await connection.ask(request)
        await connection.close()

        def asks() -> tuple[bytes, Check]:
            return request, lambda status, found: status == 200 and len(found) == len(body)

        before = busy(process)
        count, wrong = await drive(port, seconds, asks)
        own = busy(process) - before
    assert not wrong, wrong[:3]
    return count / seconds, count / own, len(body)


async def speed(seconds: float) -> int:
    """Compare, and return the exit status."""
    *_, size = await speed_of("ours", 0, 0.5)
    best = {"ours": (0.0, 0.0), "bare": (0.0, 0.0)}
    for _ in range(3):
        for name, (all_time, own_time) in best.items():
            found, own, _ = await speed_of(name, 0 if name == "ours" else size, seconds)
            best[name] = max(all_time, found), max(own_time, own)
    print(f"{size:,} bytes, {CONNECTIONS} connections, one worker, Python {sys.version.split()[0]}")
    shares = []
    for which, what in enumerate(("all time", "the server's own time")):
        ours, bare = best["ours"][which], best["bare"][which]
        shares.append(ours / bare)
        print(f"requests a second of {what}: {ours:,.0f}, a bare application {bare:,.0f}:", end=" ")
        print(f"{ours / bare:.2f} times (at least {LEAST})")
    return 0 if min(shares) >= LEAST else 1


def _right(status: int, body: bytes) -> bool:
    return status == 200 and body.startswith(b'{"at":"')


def _refused(expected: int) -> Check:
    return lambda status, body: status == expected and b'"about:blank"' in body


def questions(pick: random.Random) -> Callable[[], tuple[bytes, Check]]:
    """Return what gives one request after the other, with what its reply should be."""
    countries, days = COUNTRIES, DAYS
    kinds: list[tuple[float, Callable[[], bytes], Check]] = [
        (50, lambda: get(f"/v1/now?country={pick.choice(countries)}"), _right),
        (
            40,
            lambda: get(
                f"/v1/now?country={pick.choice(countries)}&at=2026-11-{pick.choice(days):02}T12:00Z"
            ),
            _right,
        ),
        (3, lambda: get(f"/v1/now?country=Q{pick.randrange(10**9)}"), _refused(404)),
        (2, lambda: get(f"{QUESTION}&language=x{pick.randrange(10**9)}"), _refused(404)),
        (1, lambda: get(f"/{pick.randrange(10**9)}"), _refused(404)),
        (1, lambda: get("/v1/now?" + "x" * 5_000), _refused(414)),
        (1, lambda: get(QUESTION, f"X: {'y' * 20_000}\r\n"), _refused(431)),
        (1, lambda: get(QUESTION, "Content-Length: 99999999\r\n"), _refused(413)),
        (1, lambda: get("/v1/health"), lambda status, _: status == 200),
    ]
    weights = [weight for weight, _, _ in kinds]

    def asks() -> tuple[bytes, Check]:
        ((_, request, is_right),) = pick.choices(kinds, weights)
        return request(), is_right

    return asks


async def ask_each(port: int) -> None:
    """Ask each question twice, so that what is remembered of them is there."""
    connection = Connection(port)
    for day in (*DAYS, *DAYS):
        for country in COUNTRIES:
            await connection.ask(get(f"/v1/now?country={country}&at=2026-11-{day:02}T12:00Z"))
    await connection.close()


def busy(process: int) -> float:
    """Return the seconds for which a process was on a processor."""
    parts = Path(f"/proc/{process}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
    return (int(parts[11]) + int(parts[12])) / os.sysconf("SC_CLK_TCK")


def resident(process: int) -> int:
    """Return the kilobytes that a process has in memory."""
    status = Path(f"/proc/{process}/status").read_text(encoding="ascii")
    return int(re.search(r"VmRSS:\s+(\d+)", status).group(1))  # type: ignore[union-attr]


async def soak(seconds: float, seed: int) -> int:
    """Ask, and return the exit status."""
    asks = questions(random.Random(seed))  # noqa: S311 - the same in every run
    with served("ours", KEPT, is_full=True) as (port, process):
        await ask_each(port)
        count, wrong = await drive(port, seconds / 3, asks)
        before = resident(process)
        more, others = await drive(port, seconds * 2 / 3, asks)
        after = resident(process)
    wrong += others
    print(f"{count + more:,} requests in {seconds:.0f} s, {CONNECTIONS} connections,", end=" ")
    print(
        f"wrong: {len(wrong)}; {before / 1024:.1f} MB after a third, {after / 1024:.1f} at the end"
    )
    for one in wrong[:3]:
        print(one)
    return 1 if wrong or after - before > GROWTH else 0


def main() -> int:
    """Measure what is named."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("what", choices=["speed", "soak"])
    parser.add_argument("--seconds", type=float, help="of a round (3), or of all (60)")
    parser.add_argument("--seed", type=int, default=2026)
    wanted = parser.parse_args()
    if wanted.what == "speed":
        return asyncio.run(speed(wanted.seconds or 3))
    return asyncio.run(soak(wanted.seconds or 60, wanted.seed))


if __name__ == "__main__":
    sys.exit(main())
