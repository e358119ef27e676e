"""The files of countries, made by several processes."""

from __future__ import annotations

import os
import signal
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import parent_process
from threading import Thread
from typing import TYPE_CHECKING, Any, Callable, Iterator

from supportlines.folders import ENDING
from supportlines.web.feed import LinesFile, Scope, lines_file

if TYPE_CHECKING:
    from supportlines.directory import Facts
    from supportlines.web.site.plan import SitePlan

_AT_ONCE = 8
"""Countries that are given to a process at once."""

Hears = Callable[[int, int], None]
"""Is told how many countries are done, and of how many."""


def lines_of(plan: SitePlan, processes: int, told: Hears) -> Iterator[LinesFile]:
    """Yield the file of each country, in their order."""
    countries, facts = plan.countries, plan.directory.facts
    told(0, len(countries))
    if processes <= 1:
        scope = Scope(facts, plan.since, plan.until)
        for done, country in enumerate(countries, 1):
            yield lines_file(scope, country, plan.fresh_for)
            told(done, len(countries))
        return
    work = (facts, plan.since, plan.until, plan.fresh_for)
    with ProcessPoolExecutor(processes, initializer=_begin, initargs=work) as pool:
        made = pool.map(_made, countries, chunksize=_AT_ONCE)
        for done, one in enumerate(made, 1):
            yield one
            told(done, len(countries))


_at_work: dict[str, Any] = {}
"""What a process that makes files of countries works with."""


def _begin(facts: Facts, since: int, until: int, fresh_for: int) -> None:
    for one in ENDING:
        if signal.getsignal(one) is not signal.SIG_IGN:  # as with `nohup`
            signal.signal(one, signal.SIG_DFL)
    Thread(target=_end_with_parent, daemon=True).start()
    _at_work.update(scope=Scope(facts, since, until), fresh_for=fresh_for)


def _made(country: str) -> LinesFile:
    return lines_file(_at_work["scope"], country, _at_work["fresh_for"])


def _end_with_parent() -> None:
    """End this process once the one that wants the files has ended, however it did."""
    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
