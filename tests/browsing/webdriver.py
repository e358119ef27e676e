"""What tests use of Playwright's page, for a browser that WebDriver moves; a selector is CSS."""

from __future__ import annotations

import json
import time
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

RUN = """
const answer = arguments[arguments.length - 1], given = arguments[0];
Promise.resolve().then(() => { %s })
  .then((value) => answer([value === undefined ? null : value, null]),
        (error) => answer([null, String(error)]));
"""
EXPRESSION = "const value = (%s); return typeof value === 'function' ? value(given) : value;"
SHOWN = "one.checkVisibility({visibilityProperty: true}) && one.getClientRects().length > 0"


class Locator:
    """Some elements; what asks for one takes the first."""

    def __init__(self, page: Page, selector: str, number: int = 0) -> None:
        self.page = page
        self.selector, _, nth = selector.partition(" >> nth=")
        self.number = int(nth or number)

    def _ask(self, expression: str) -> Any:
        """Return the value of an expression about `one`, the element, and `all` of them."""
        return self.page.evaluate(
            f"(() => {{ const all = [...document.querySelectorAll({json.dumps(self.selector)})];"
            f" const one = all[{self.number}]; return {expression}; }})()"
        )

    def _element(self) -> Any:
        return self.page.driver.find_elements("css selector", self.selector)[self.number]

    @property
    def first(self) -> Locator:
        """The first of them."""
        return Locator(self.page, self.selector)

    def nth(self, number: int) -> Locator:
        """Return one of them."""
        return Locator(self.page, self.selector, number)

    def all(self) -> list[Locator]:
        """Return each of them."""
        return [self.nth(number) for number in range(self.count())]

    def count(self) -> int:
        """Return how many there are."""
        return self._ask("all.length")

    def all_inner_texts(self) -> list[str]:
        """Return the text of each, as it is shown."""
        return self._ask("all.map((one) => one.innerText)")

    def all_text_contents(self) -> list[str]:
        """Return all text of each."""
        return self._ask("all.map((one) => one.textContent)")

    def inner_text(self) -> str:
        """Return the text that is shown."""
        return self._ask("one.innerText")

    def text_content(self) -> str | None:
        """Return all text."""
        return self._ask("one.textContent")

    def get_attribute(self, name: str) -> str | None:
        """Return an attribute as it stands there."""
        return self._ask(f"one.getAttribute({json.dumps(name)})")

    def is_visible(self) -> bool:
        """Whether it can be seen."""
        return self._ask(f"Boolean(one && {SHOWN})")

    def focus(self) -> None:
        """Set the focus on it."""
        self._ask("one.focus()")

    def click(self) -> None:
        """Click on it."""
        self._element().click()

    def press(self, key: str) -> None:
        """Press a key on it."""
        self._element().send_keys(key_of(key))

    def select_option(self, value: str) -> None:
        """Choose an option of a list by its value."""
        from selenium.webdriver.support.select import Select  # noqa: PLC0415 - it may be missing

        Select(self._element()).select_by_value(value)


class Keyboard:
    """Keys that go where the focus is."""

    def __init__(self, driver: Any) -> None:
        self.driver = driver

    def press(self, key: str) -> None:
        """Press a letter, or a key by its name: Tab, Enter, ArrowDown."""
        self.type(key_of(key))

    def type(self, text: str) -> None:
        """Write some letters."""
        from selenium.webdriver import ActionChains  # noqa: PLC0415 - it may be missing

        ActionChains(self.driver).send_keys(text).perform()


def key_of(name: str) -> str:
    """Return how WebDriver writes a key of this name."""
    from selenium.webdriver.common.keys import Keys  # noqa: PLC0415 - it may be missing

    names = {"ArrowDown": "ARROW_DOWN", "ArrowUp": "ARROW_UP"}
    return name if len(name) == 1 else getattr(Keys, names.get(name, name.upper()))


class Page:
    """A page; *leaving* is called before it goes elsewhere."""

    def __init__(self, driver: Any, leaving: Callable[[], None]) -> None:
        self.driver = driver
        self.leaving = leaving
        self.keyboard = Keyboard(driver)

    @property
    def url(self) -> str:
        """The address of the page."""
        return self.driver.current_url

    def goto(self, url: str) -> None:
        """Open a page."""
        if self.driver.current_url.startswith("http"):
            self.leaving()
        self.driver.get(url)

    def evaluate(self, script: str, given: object = None) -> Any:
        """Return the value of an expression, or of a function of *given*; promises are awaited.

        Of statements there is no value.
        """
        from selenium.common.exceptions import JavascriptException  # noqa: PLC0415

        try:
            done = self.driver.execute_async_script(RUN % (EXPRESSION % script), given)
        except JavascriptException:
            done = self.driver.execute_async_script(RUN % script, given)
        assert done[1] is None, done[1]
        return done[0]

    def wait_for_function(self, expression: str, seconds: float = 10) -> None:
        """Wait until an expression is true."""
        until = time.monotonic() + seconds
        while not self.evaluate(expression):
            assert time.monotonic() < until, f"never: {expression}"
            self.wait_for_timeout(20)

    def wait_for_selector(self, selector: str) -> None:
        """Wait until an element is there and can be seen."""
        self.wait_for_function(
            f"(one => Boolean(one && {SHOWN}))(document.querySelector({json.dumps(selector)}))"
        )

    def wait_for_timeout(self, milliseconds: float) -> None:
        """Wait, by the clock of the machine."""
        time.sleep(milliseconds / 1000)

    def locator(self, selector: str) -> Locator:
        """Return the elements of a selector."""
        return Locator(self, selector)

    def text_content(self, selector: str) -> str | None:
        """Return all text of an element."""
        return self.locator(selector).text_content()

    def inner_text(self, selector: str) -> str:
        """Return the text of an element that is shown."""
        return self.locator(selector).inner_text()

    def get_attribute(self, selector: str, name: str) -> str | None:
        """Return an attribute of an element as it stands there."""
        return self.locator(selector).get_attribute(name)

    def is_visible(self, selector: str) -> bool:
        """Whether an element can be seen."""
        return self.locator(selector).is_visible()

    def focus(self, selector: str) -> None:
        """Set the focus on an element."""
        self.locator(selector).focus()

    def click(self, selector: str) -> None:
        """Click on an element."""
        self.locator(selector).click()

    def select_option(self, selector: str, value: str) -> None:
        """Choose an option of a list by its value."""
        self.locator(selector).select_option(value)

    def press(self, selector: str, key: str) -> None:
        """Press a key on an element."""
        self.locator(selector).press(key)

    def screenshot(self, path: str | Path) -> None:
        """Write a picture of what is seen."""
        self.driver.save_screenshot(str(path))
