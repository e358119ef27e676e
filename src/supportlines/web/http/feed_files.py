"""The files that pages read, of today: what holds for a country, and the words of a locale."""

from __future__ import annotations

from threading import Lock
from typing import TYPE_CHECKING, Any, Callable

from supportlines.hours import DAY, instant_to_second
from supportlines.lookup.resolution import languages_of
from supportlines.places import parse_country, parse_locale
from supportlines.web.feed import Scope, file_bytes, lines_file
from supportlines.web.feed.wording import words_of
from supportlines.web.http.responses import represent
from supportlines.web.http.shelf import Shelf

if TYPE_CHECKING:
    from datetime import datetime

    from supportlines.api import Directory
    from supportlines.web.http.responses import Representation

DAYS = 93
"""For which a file may be trusted, from the day on which it is made."""


class FeedFiles:
    """The files of a directory, each made when it is first asked for on a day; threads may ask."""

    def __init__(self, directory: Directory, *, fresh_for: int, keep_bytes: int) -> None:
        """Make files of *directory* that open pages read again after *fresh_for* seconds."""
        self._facts = directory.facts
        self._fresh_for = fresh_for
        self._kept: Shelf[tuple[str, str, int], Representation] = Shelf(keep_bytes)
        self._scope: Scope | None = None
        self._guard = Lock()
        """Held for an instant, by who looks or keeps."""
        self._making = Lock()
        """Held for as long as it takes to make a file."""

    def known(self, kind: str, name: str, now: datetime) -> Representation | None:
        """Return the file of a *kind* ("lines", "words") that has this name, if it is there.

        Of another spelling of the name it is not; who makes it knows that it is the same.
        """
        with self._guard:
            return self._kept.find((kind, name, _day_of(now)))

    def lines(self, country: str, now: datetime) -> Representation:
        """Return the file of *country*.

        Raises:
            UnknownCountryError: There is no such country.
        """
        code = parse_country(country)
        return self._file("lines", code, now, lambda since: self._lines(code, since))

    def words(self, locale: str, now: datetime) -> Representation:
        """Return the file of *locale*, for all countries.

        Raises:
            UnknownLocaleError: There are no words for it.
        """
        identifier = parse_locale(locale)
        return self._file("words", identifier, now, lambda since: self._words(identifier, since))

    def _file(
        self, kind: str, name: str, now: datetime, make: Callable[[int], dict[str, Any]]
    ) -> Representation:
        since = _day_of(now)
        with self._making:  # a file takes up to some seconds: who asks for the same waits for it
            found = self.known(kind, name, now)
            if found is None:
                body = file_bytes(make(since))
                found = represent(body)
                with self._guard:
                    self._kept.keep((kind, name, since), found, len(body) + 512)
            return found

    def _lines(self, country: str, since: int) -> dict[str, Any]:
        scope = self._scope
        if scope is None or scope.since != since:
            scope = self._scope = Scope(self._facts, since, since + DAYS * DAY)
        return lines_file(scope, country, self._fresh_for).record

    def _words(self, locale: str, since: int) -> dict[str, Any]:
        until = since + DAYS * DAY
        return words_of(locale, until, self._fresh_for, tags=self._tags())

    def _tags(self) -> set[str]:
        """Return all languages that are spoken on any line, or assumed."""
        facts = self._facts
        found = {tag for line, chain in facts.lines() for tag in languages_of(line, chain)}
        found.update(tag for one in facts.every_region() for tag in one.languages)
        return {*found, *facts.assumed_languages}


def _day_of(now: datetime) -> int:
    """Return the POSIX second at which the day of *now* began in UTC."""
    return instant_to_second(now) // DAY * DAY
