"""One visitor with a clock, a zone and a screen of their own, looking at one site."""

from __future__ import annotations

import re
from contextlib import contextmanager
from datetime import datetime, timedelta, timezone
from typing import TYPE_CHECKING, Any

from browsing.axe import KEEP_TIMERS
from browsing.engines import Visitor

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from playwright.sync_api import Page, Response

    from browsing.engines import Chromium, Firefox
    from browsing.site import Site

# Not every browser says on its console what the policy forbade.
TELL_VIOLATIONS = """
addEventListener("securitypolicyviolation", (event) => console.error(
  `the policy forbids ${event.violatedDirective}: ${event.blockedURI} ${event.sample}`));
"""


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
        engine: Chromium | Firefox,
        site: Site,
        *,
        at: str | datetime | None = None,
        expecting: Iterable[str] = (),
        **visitor: Any,
    ) -> None:
        self.site = site
        self.at = None if at is None else instant(at)
        self.said: list[str] = []
        """What appeared on the console, errors that nobody caught, and answers that were none."""
        self.expecting = tuple(expecting)
        self.visitor = Visitor(**visitor)
        self.context = engine.context(self.visitor)
        self.context.on("console", lambda said: self.said.append(f"{said.type}: {said.text}"))
        self.context.on("weberror", lambda said: self.said.append(f"uncaught: {said.error}"))
        self.context.on("response", self._answered)
        if self.visitor.script:
            self.context.add_init_script(TELL_VIOLATIONS)
            self.context.add_init_script(KEEP_TIMERS)
        self.page: Page = self.context.new_page()
        site.at = self.at
        if self.at is not None and self.visitor.script:
            # It can be stopped at a later instant only.
            self.page.clock.install(time=self.at - timedelta(hours=1))
            self.page.clock.pause_at(self.at)

    def go(self, path: str) -> Visit:
        """Open a page of the site, and return the visit."""
        self.page.goto(self.site.url(path))
        return self

    def back(self) -> Visit:
        """Return to the page before this one, and return the visit.

        There may be no event to wait for, since browsers keep pages: wait for what should be seen.
        """
        self.page.evaluate("history.back()")
        return self

    def pass_time(self, **amount: float) -> None:
        """Let time pass while the page is watched: each timer goes off when it is due."""
        self.page.clock.run_for(self._later(amount))

    def sleep(self, **amount: float) -> None:
        """Let time pass while the machine sleeps: what was due goes off once, afterwards."""
        self.page.clock.fast_forward(self._later(amount))

    def _later(self, amount: dict[str, float]) -> int:
        """Set the site's clock on, and return the amount in milliseconds."""
        if self.at is None:
            raise ValueError("time passes by itself where the clock is the real one")
        passed = timedelta(**amount)
        self.at += passed
        self.site.at = self.at
        return round(passed / timedelta(milliseconds=1))

    def _answered(self, response: Response) -> None:
        """Keep an answer that was none; not every browser tells it on its console."""
        if response.status >= 400:
            self.said.append(f"answer: {response.status} {response.url}")

    def unexpected(self) -> list[str]:
        """Return what was said and not announced in *expecting*, as regular expressions."""
        return [
            said
            for said in self.said
            if not any(re.search(pattern, said) for pattern in self.expecting)
        ]

    def end(self) -> None:
        """Close its pages, when what they had still to say is said."""
        for page in self.context.pages:
            # A promise that nobody waits for is told only after the script that made it.
            if self.visitor.script:
                page.evaluate("new Promise((done) => supportlinesTimers[0](done, 0))")
        self.context.close()


@contextmanager
def visiting(engine: Chromium | Firefox) -> Iterator[Callable[..., Visit]]:
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
