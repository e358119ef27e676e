"""`supportlines export site`: a folder of files for any server."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, Callable, Iterator

import click

from supportlines.cli.instant import AtError, parse_at
from supportlines.cli.options import load_named
from supportlines.cli.output import echo
from supportlines.cli.wording import WrongUsage
from supportlines.errors import quoted
from supportlines.hours import instant_text, second_to_instant

if TYPE_CHECKING:
    from supportlines.web.site import SiteFile, SitePlan

_PROCESSES = 2
"""Of which each holds the directory; more are no faster for a few hundred countries."""
_LISTING = "integrity.json"

_LAST_YEAR = 9990
"""Behind the days of the files others are looked at, which must be in the calendar."""


def write_site(
    out: str | None,
    directory: str | None,
    *,
    locales: str,
    days: int,
    at: str | None,
    fresh_for: int,
    base_url: str,
) -> None:
    """Write all files of a site into the folder *out*, and tell what there is."""
    from supportlines import clock, folders
    from supportlines.web.site import plan_site

    if out is None:
        raise WrongUsage("a site is a folder. Name it with --out, as in --out public.")
    instant = clock.now() if at is None else parse_at(at)
    if at is not None and instant.year > _LAST_YEAR:
        raise AtError(at, "is too near the end of the calendar for files of days to come")
    wanted = [one.strip() for one in locales.split(",") if one.strip()]
    if not wanted:
        raise WrongUsage("--locales names none. Write them with commas, as in --locales en,es.")
    plan = plan_site(
        load_named(directory),
        locales=wanted,
        days=days,
        at=instant,
        fresh_for=fresh_for,
        base_url=_with_slash(base_url),
    )
    notes: list[str] = []
    written: list[str] = []
    folders.replace_folder(out, _files(plan, notes, written), _LISTING)
    for note in notes:
        echo(note, err=True)
    since, until = (instant_text(second_to_instant(one)) for one in (plan.since, plan.until))
    count = len(plan.countries)
    whom = "1 country" if count == 1 else f"{count} countries"
    echo(f"{out}: {len(written)} files for {whom}, {since} to {until}")


def _with_slash(url: str) -> str:
    if url and (not url.startswith(("https://", "http://", "/")) or any(map(str.isspace, url))):
        raise WrongUsage(
            f"--base-url {quoted(url)} is no address. Write it with https:// at its beginning, "
            "or as a path of the server, as in /static/support/."
        )
    return url if not url or url.endswith("/") else f"{url}/"


def _files(plan: SitePlan, notes: list[str], written: list[str]) -> Iterator[SiteFile]:
    """Yield the files of a site, and keep what else is told."""
    from supportlines.web.site import site_files

    processes = min(_PROCESSES, os.cpu_count() or 1)
    with _Progress() as told:
        for one in site_files(plan, processes=processes, told=told):
            if isinstance(one, str):
                notes.append(one)
                continue
            written.append(one.path)
            yield one


class _Progress:
    """Shows on a terminal how many countries are done, and nothing elsewhere."""

    def __init__(self) -> None:
        self._is_shown: bool = sys.stderr.isatty()
        self._done = 0

    def __enter__(self) -> Callable[[int, int], None]:
        return self.tell

    def tell(self, done: int, of: int) -> None:
        """Show that so many *of* all countries are done."""
        if self._is_shown:
            click.echo(f"\r{done} of {of} countries", err=True, nl=False)
            self._done = done

    def __exit__(self, *_error: object) -> None:
        if self._is_shown and self._done:
            click.echo(err=True)
