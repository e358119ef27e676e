"""Try on random directories that no answer over HTTP is fresh past a change of what it says.

    python tests/benchmarks/fresh_laws.py --cases 1000000 --seed 2026 --processes 2

A cache as RFC 9111 has it stands before the application: what is fresh, it shows; what is not, it
asks for again, with `If-None-Match`. A case is an instant at which something is shown, the last one
at which it is fresh among them: state, options and what they change to must be those that another
directory of the same file answers at it; at some of them all of the answer, key for key but for
`at`. The directories are those of `holding_laws.py`. The exit status is 1 if anything is shown that
is not so. `tests/web/test_fresh_laws.py` tries some hundreds with every run of the tests.
"""

from __future__ import annotations

import asyncio
import json
import random
import sys
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import Any, Awaitable, Callable
from urllib.parse import urlencode

sys.path.insert(0, str(Path(__file__).resolve().parent))
import holding_laws
import memory_laws
from in_parts import run_in_parts

import supportlines
from supportlines.render.as_json import instant
from supportlines.web import application

WAYS = ("options", "other_ways", "guesses")
REPLIES = 12
"""Of the application to one question, one after the other."""

SHOWN = 15
"""Instants at which each is looked at, as long as it is fresh."""

QUESTIONS = 8
"""Asked of one directory."""


class Cache:
    """Shows a reply for as long as it is fresh, and asks again then."""

    def __init__(self, app: Callable[..., Awaitable[None]], target: str) -> None:
        self._app = app
        self._query = target.encode()
        self._body = b""
        self._tag = b""
        self.fresh_until: datetime | None = None
        self.kept = 0
        """How often the application said that it is still the same."""

    async def shown(self, at: datetime) -> Any:
        """Return what a reader sees at *at*."""
        if self.fresh_until is None or at >= self.fresh_until:
            await self._ask(at)
        return json.loads(self._body)

    async def _ask(self, at: datetime) -> None:
        sent: list[Any] = []

        async def send(message: Any) -> None:
            sent.append(message)

        scope = {
            "type": "http",
            "method": "GET",
            "path": "/v1/now",
            "raw_path": b"/v1/now",
            "root_path": "",
            "query_string": self._query,
            "headers": [(b"if-none-match", self._tag)] if self._tag else [],
        }
        await self._app(scope, None, send)
        start, content = sent
        headers = dict(start["headers"])
        self.kept += start["status"] == 304
        if start["status"] != 304:
            assert start["status"] == 200, content
            self._body = content["body"]
        self._tag = headers[b"etag"]
        seconds = int(headers[b"cache-control"].partition(b"max-age=")[2].split(b",")[0])
        self.fresh_until = at + timedelta(seconds=seconds)


def target_of(country: str, words: dict[str, Any]) -> str:
    """Return a question as a query."""
    names = {"languages": "language", "channels": "channel"}
    said = [("country", country)]
    for name, value in words.items():
        values = [value] if isinstance(value, str) else value or ()
        said += [(names.get(name, name), one) for one in values]
    return urlencode(said)


async def ask_all(pick: random.Random, text: str, count: list[int]) -> list[str]:
    """Return what was shown that was not so, of one directory."""
    oracle = supportlines.loads(text)
    clock = [datetime(2026, 11, 16, tzinfo=timezone.utc)]
    app = application(supportlines.loads(text), now=lambda: clock[0])
    wrong = []
    for _ in range(QUESTIONS):
        country, words = holding_laws.question(pick)
        cache = Cache(app, target_of(country, words))
        day = pick.randrange(memory_laws.DAYS)
        clock[:] = [
            memory_laws.instant(pick, [day]) + timedelta(microseconds=pick.randrange(10**6))
        ]
        for _ in range(REPLIES):
            first = clock[0]
            await cache.shown(first)
            for at in shown_at(pick, first, cache.fresh_until or first):
                clock[0] = at
                shown = await cache.shown(at)
                answer = oracle.who_can_i_call(country, at=at, **words)
                count[0] += 1
                found = different(shown, answer, whole=pick.random() < 1 / SHOWN)
                if found:
                    wrong.append(f"{country} {words} {at}\n{text}\n{found}")
            clock[0] = later(pick, clock[0], cache.fresh_until or first)
        count[1] += cache.kept
    return wrong


def shown_at(pick: random.Random, first: datetime, fresh_until: datetime) -> list[datetime]:
    """Return instants from *first* on, in order, at which a reply is fresh; at least one."""
    length = (fresh_until - first) // timedelta(microseconds=1)
    if length <= 0:
        return [first]
    found = [first + timedelta(microseconds=pick.randrange(length)) for _ in range(SHOWN - 1)]
    return sorted([*found, fresh_until - timedelta(microseconds=1)])


def different(shown: Any, answer: supportlines.Answer, *, whole: bool) -> str:
    """Return what is *shown* and what the *answer* is, if they differ; *whole* or in short."""
    if whole:
        now, then = {**answer.to_dict(), "at": None}, {**shown, "at": None}
        return "" if now == then else f"{then}\n{now}"
    said = [shown["state"], *(_said(one) for key in WAYS for one in shown[key])]
    expected = [answer.state, *(_meant(one) for key in WAYS for one in getattr(answer, key))]
    return "" if said == expected else f"{said}\n{expected}"


def _said(option: dict[str, Any]) -> list[Any]:
    """Return what an option in JSON says of when somebody answers."""
    return [option[key] for key in ("line", "state", "changes_at", "next_state", "reply_by")]


def _meant(option: supportlines.Option) -> list[Any]:
    """Return what an option of an answer says of it."""
    changes_at, reply_by = instant(option.changes_at), instant(option.reply_by)
    return [option.line.id, option.state, changes_at, option.next_state, reply_by]


def later(pick: random.Random, at: datetime, fresh_until: datetime) -> datetime:
    """Return the next instant at which the application is asked."""
    if fresh_until > at and pick.random() < 0.7:
        return fresh_until
    return max(at, fresh_until) + timedelta(
        seconds=pick.randrange(7200), microseconds=pick.randrange(10**6)
    )


def run(cases: int, seed: int) -> tuple[list[str], int, int]:
    """Return what was wrong, at how many instants it was shown, and how many replies were 304."""
    pick = random.Random(seed)  # noqa: S311 - the same cases in every run
    wrong: list[str] = []
    count = [0, 0]
    while count[0] < cases:
        wrong += asyncio.run(ask_all(pick, holding_laws.directory(pick), count))
    return wrong, count[0], count[1]


def _run(task: tuple[int, int]) -> tuple[list[str], int, int]:
    return run(*task)


def main() -> int:
    """Run the cases and print how many were wrong."""
    ran = run_in_parts(_run, __doc__, cases=100_000, at_once=5_000)
    wrong = [one for found, _, _ in ran.results for one in found]
    count, same = sum(one for _, one, _ in ran.results), sum(one for _, _, one in ran.results)
    print(f"{count:,} instants, {ran.how}; wrong: {len(wrong)};")
    print(f"{same:,} replies were those that the cache had")
    print("\n\n".join(wrong[:3]))
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
