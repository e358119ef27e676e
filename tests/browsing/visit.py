"""One visitor with a clock, a zone and a screen of their own, looking at one site."""

from __future__ import annotations

import re
from contextlib import contextmanager
from datetime import datetime, timedelta, timezone
from typing import TYPE_CHECKING

from browsing.axe import KEEP_TIMERS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from playwright.sync_api import Browser, Page

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
        browser: Browser,
        site: Site,
        *,
        at: str | datetime | None = None,
        zone: str = "UTC",
        locale: str = "en-GB",
        width: int = 1280,
        height: int = 800,
        dark: bool = False,
        forced_colors: bool = False,
        script: bool = True,
        expecting: Iterable[str] = (),
    ) -> None:
        self.site = site
        self.at = None if at is None else instant(at)
        self.said: list[str] = []
        """Whatever appeared on the console, and every error that nobody caught."""
        self.expecting = tuple(expecting)
        self.script = script
        self.context = browser.new_context(
            timezone_id=zone,
            locale=locale,
            viewport={"width": width, "height": height},
            color_scheme="dark" if dark else "light",
            forced_colors="active" if forced_colors else "none",
            java_script_enabled=script,
        )
        self.context.on("console", lambda said: self.said.append(f"{said.type}: {said.text}"))
        self.context.on("weberror", lambda said: self.said.append(f"uncaught: {said.error}"))
        self.context.add_init_script(TELL_VIOLATIONS)
        self.context.add_init_script(KEEP_TIMERS)
        self.page: Page = self.context.new_page()
        site.at = self.at
        if self.at is not None:
            # It can be stopped at a later instant only.
            self.page.clock.install(time=self.at - timedelta(hours=1))
            self.page.clock.pause_at(self.at)

    def go(self, path: str) -> Visit:
        """Open a page of the site, and return the visit."""
        self.page.goto(self.site.url(path))
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
            page.evaluate(
                "new Promise((done) => supportlinesTimers[0](done, 0))" if self.script else "0"
            )
        self.context.close()


@contextmanager
def visiting(browser: Browser) -> Iterator[Callable[..., Visit]]:
    """Return a function that opens a page, and fail at the end if one said what nobody expected."""
    visits: list[Visit] = []

    def visit(site: Site, path: str = "/", **visitor: object) -> Visit:
        visits.append(Visit(browser, site, **visitor))
        return visits[-1].go(path)

    try:
        yield visit
    finally:
        for one in visits:
            one.end()
    unexpected = [said for one in visits for said in one.unexpected()]
    assert not unexpected, f"pages have said: {unexpected}"
