"""A window that Playwright moves: its page, what that says, and the time that passes in it."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from browsing.axe import KEEP_TIMERS

if TYPE_CHECKING:
    from datetime import datetime

    from playwright.sync_api import BrowserContext, Page, Response

# Not every browser says on its console what the policy forbade.
TELL_VIOLATIONS = """
addEventListener("securitypolicyviolation", (event) => console.error(
  `the policy forbids ${event.violatedDirective}: ${event.blockedURI} ${event.sample}`));
"""


class Window:
    """The clock of its pages stands still at *at* until it is moved; None is the real one."""

    def __init__(self, context: BrowserContext, at: datetime | None, *, script: bool) -> None:
        self.context = context
        self.at = at
        self.script = script
        self.said: list[str] = []
        context.on("console", lambda said: self.said.append(f"{said.type}: {said.text}"))
        context.on("weberror", lambda said: self.said.append(f"uncaught: {said.error}"))
        context.on("response", self._answered)
        if script:
            context.add_init_script(TELL_VIOLATIONS)
            context.add_init_script(KEEP_TIMERS)
        self.page: Page = context.new_page()
        if at is not None and script:
            # It can be stopped at a later instant only.
            self.page.clock.install(time=at - timedelta(hours=1))
            self.page.clock.pause_at(at)

    def run_to(self, at: datetime) -> None:
        """Let each timer go off until an instant, when it is due."""
        self.page.clock.run_for(self._until(at))

    def jump_to(self, at: datetime) -> None:
        """Let what is due until an instant go off once."""
        self.page.clock.fast_forward(self._until(at))

    def _until(self, at: datetime) -> int:
        """Return the milliseconds until an instant, which is the present one from now on."""
        passed, self.at = at - self.at, at
        return round(passed / timedelta(milliseconds=1))

    def back(self) -> None:
        """Return to the page before this one."""
        self.page.evaluate("history.back()")

    def _answered(self, response: Response) -> None:
        """Keep an answer that was none; not every browser tells it on its console."""
        if response.status >= 400:
            self.said.append(f"answer: {response.status} {response.url}")

    def close(self) -> None:
        """Close the pages, when what they had still to say is said."""
        for page in self.context.pages:
            # A promise that nobody waits for is told only after the script that made it.
            if self.script:
                page.evaluate("new Promise((done) => supportlinesTimers[0](done, 0))")
        self.context.close()
