"""One visitor with a clock, a zone and a screen of their own, looking at one site."""

from __future__ import annotations

import re
from contextlib import contextmanager
from datetime import datetime, timedelta, timezone
from typing import TYPE_CHECKING, Any

from browsing.engines import Visitor

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from playwright.sync_api import Page

    from browsing.engines import Engine
    from browsing.site import Site


def instant(at: str | datetime) -> datetime:
    """Return an instant that was written as "2026-11-24T10:00:00Z"."""
    if isinstance(at, str):
        at = datetime.fromisoformat(at.replace("Z", "+00:00"))  # Python 3.8 knows no Z
    if at.tzinfo is None:
        raise ValueError(f"{at} has no zone")
    return at.astimezone(timezone.utc)


class Visit:
    """A page that is open, and the time that passes for its visitor.

    The clock stands still at *at* from before the page is loaded until the test lets time pass,
    timers included; the site's `Date` goes with it. With ``at=None`` both clocks are real.
    """

    def __init__(
        self,
        engine: Engine,
        site: Site,
        *,
        at: str | datetime | None = None,
        expecting: Iterable[str] = (),
        **visitor: Any,
    ) -> None:
        self.site = site
        self.at = None if at is None else instant(at)
        self.expecting = tuple(expecting)
        self.visitor = Visitor(**visitor)
        site.at = self.at
        self.window = engine.window(self.visitor, site, self.at)
        self.page: Page = self.window.page

    @property
    def said(self) -> list[str]:
        """What appeared on the console, errors that nobody caught, and answers that were none."""
        return self.window.said

    def go(self, path: str) -> Visit:
        """Open a page of the site, and return the visit."""
        self.page.goto(self.site.url(path))
        return self

    def back(self) -> Visit:
        """Return to the page before this one, and return the visit.

        There may be no event to wait for, since browsers keep pages: wait for what should be seen.
        """
        self.window.back()
        return self

    def pass_time(self, **amount: float) -> None:
        """Let time pass while the page is watched: each timer goes off when it is due."""
        self.window.run_to(self._later(amount))

    def sleep(self, **amount: float) -> None:
        """Let time pass while the machine sleeps: what was due goes off once, afterwards."""
        self.window.jump_to(self._later(amount))

    def _later(self, amount: dict[str, float]) -> datetime:
        """Set the site's clock on, and return the new instant."""
        if self.at is None:
            raise ValueError("time passes by itself where the clock is the real one")
        self.at += timedelta(**amount)
        self.site.at = self.at
        return self.at

    def unexpected(self) -> list[str]:
        """Return what was said and not announced in *expecting*, as regular expressions."""
        return [
            said
            for said in self.said
            if not any(re.search(pattern, said) for pattern in self.expecting)
        ]

    def end(self) -> None:
        """Close its pages, when what they had still to say is said."""
        self.window.close()


@contextmanager
def visiting(engine: Engine) -> Iterator[Callable[..., Visit]]:
    """Return a function that opens a page, and fail at the end if one said what nobody expected."""
    visits: list[Visit] = []

    def visit(site: Site, path: str = "/", **visitor: object) -> Visit:
        visits.append(Visit(engine, site, **visitor))
        return visits[-1].go(path)

    try:
        yield visit
    finally:
        for one in visits:
            one.end()
    unexpected = [said for one in visits for said in one.unexpected()]
    assert not unexpected, f"pages have said: {unexpected}"
