"""What a site is to hold."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple, Sequence

from supportlines.hours import DAY, instant_to_second
from supportlines.places import known_countries, parse_locale

if TYPE_CHECKING:
    from datetime import datetime

    from supportlines.api import Directory

SCRIPT = "support-lines.min.js"
"""What pages load."""
STYLE, SMALL_STYLE = "support-lines.css", "support-lines-element.css"

_MINUTE, _HOUR = 60, 3600


class SiteFile(NamedTuple):
    """One file of a site."""

    path: str
    """Within the site, with slashes."""
    content: bytes


@dataclass(frozen=True)
class SitePlan:
    """What a site is to hold."""

    directory: Directory
    locales: tuple[str, ...]
    """Identifiers of Babel; the first is that of the start page."""
    since: int
    """The POSIX second from which on its files speak, a whole hour: that makes them short."""
    until: int
    """And the one until which they may be trusted."""
    fresh_for: int
    """Seconds after which an open page looks for newer files."""
    base_url: str
    """Where the site is, in addresses of what others are told; empty where that is not known."""

    @property
    def countries(self) -> tuple[str, ...]:
        """The countries that have a file, sorted: those that are listed, and those with a guess."""
        facts = self.directory.facts
        guessed = {country for guess in facts.guesses for country in guess.countries}
        return tuple(one for one in sorted(known_countries()) if facts.lists(one) or one in guessed)


def plan_site(
    directory: Directory,
    *,
    locales: Sequence[str],
    days: int,
    at: datetime,
    fresh_for: int = 3600,
    base_url: str = "",
) -> SitePlan:
    """Return what a site of *directory* holds from *at* on.

    Args:
        directory: Whose lines they are.
        locales: Those of the pages, at least one.
        days: For how many days of 24 hours the files may be trusted.
        at: An aware instant; its minute counts.
        fresh_for: Seconds after which an open page looks for newer files.
        base_url: Where the site will be.

    Raises:
        UnknownLocaleError: CLDR has no words for one of *locales*.
    """
    second = instant_to_second(at)
    until = second - second % _MINUTE + days * DAY
    identifiers = tuple(dict.fromkeys(parse_locale(one) for one in locales))
    since = second - second % _HOUR
    return SitePlan(directory, identifiers, since, until, fresh_for, base_url)
