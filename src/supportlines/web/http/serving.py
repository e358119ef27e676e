"""What is served of one directory: answers, files of pages, and what is written once."""

from __future__ import annotations

import json
from datetime import timezone
from importlib import metadata
from typing import TYPE_CHECKING, Callable, Hashable

from supportlines.places import parse_locale
from supportlines.render.lines import lines_data
from supportlines.web.http.answers import Answers
from supportlines.web.http.feed_files import FeedFiles
from supportlines.web.http.open_api import open_api
from supportlines.web.http.pages import FILES, HTML, POLICY, page_of
from supportlines.web.http.responses import represent
from supportlines.web.http.shelf import Shelf

if TYPE_CHECKING:
    from datetime import datetime

    from supportlines.api import Directory
    from supportlines.web.http.responses import Representation


class Serving:
    """Bytes of one directory; what is asked for again is there."""

    def __init__(self, directory: Directory, *, fresh_for: int, keep_bytes: int) -> None:
        """Keep about *keep_bytes* of answers, and half as many of everything else."""
        self.directory = directory
        self.answers = Answers(directory, keep_bytes=keep_bytes)
        self.feed = FeedFiles(directory, fresh_for=fresh_for, keep_bytes=keep_bytes // 4)
        self._kept: Shelf[Hashable, Representation] = Shelf(keep_bytes // 4)

    def lines(self) -> Representation:
        """Return all lines as `supportlines lines --json` has them."""
        return self._once("lines", lambda: represent(_json(self._lines())))

    def description(self, root: str) -> Representation:
        """Return the description of the application where it is mounted under *root*."""
        facts = self.directory.facts
        return self._once(
            ("description", root),
            lambda: represent(_json(open_api(facts, version(), root or "/"))),
        )

    def page(self, locale: str, now: datetime) -> Representation:
        """Return the page in *locale*; what is past by *now* is not on it.

        Raises:
            UnknownLocaleError: If there is no such locale.
        """
        identifier, today = parse_locale(locale), now.astimezone(timezone.utc).date()
        policy = (b"content-security-policy", POLICY)
        return self._once(
            ("page", identifier, today),
            lambda: represent(page_of(self.directory, identifier, today), HTML, (policy,)),
        )

    def file(self, name: str) -> Representation:
        """Return one of the files of the element, by its name in `FILES`."""
        media_type, content = FILES[name]
        return self._once(("file", name), lambda: represent(content(), media_type))

    def _once(self, key: Hashable, make: Callable[[], Representation]) -> Representation:
        known = self._kept.find(key)
        if known is None:
            known = make()
            self._kept.keep(key, known, len(known.body) + 512)
        return known

    def _lines(self) -> object:
        facts = self.directory.facts
        return {"lines": lines_data(list(facts.lines()), facts, None)}


def version() -> str:
    """Return that of the package."""
    return metadata.version("supportlines")


def _json(data: object) -> bytes:
    return json.dumps(data, separators=(",", ":")).encode()
