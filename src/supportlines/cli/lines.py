"""`supportlines lines`: the directory as a table."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from supportlines.cli import complete
from supportlines.cli.options import directory_option, load_named
from supportlines.cli.output import echo, paint, write_json
from supportlines.errors import SupportlinesError, quoted

if TYPE_CHECKING:
    from supportlines.api import Directory
    from supportlines.render.lines import Listed


class UnknownPlaceError(SupportlinesError, LookupError):
    """Neither a region of the directory nor a country."""

    def __init__(self, found: str, regions: tuple[str, ...], advice: str) -> None:
        super().__init__(found, regions, advice)
        self.found = found
        self.regions = regions
        self.advice = advice

    def __str__(self) -> str:
        known = ", ".join(self.regions)
        return f"there is no region {quoted(self.found)} ({known}), and {self.advice}"


@click.command()
@click.argument(
    "place", required=False, metavar="[REGION|COUNTRY]", shell_complete=complete.regions
)
@directory_option
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
def lines(place: str | None, directory: str | None, as_json: bool) -> None:
    """Print the directory's lines, of all regions, one region or one country."""
    from supportlines.render.lines import lines_data, lines_text

    known = load_named(directory)
    listed = _of_place(known, place)
    if as_json:
        write_json({"lines": lines_data(listed, known.facts)})
    elif listed:
        text = lines_text(listed, known.facts, paint=paint)
        echo(text, nl=False, painted=True)
    else:
        echo(f"no line is listed for {place}.", err=True)


def _of_place(directory: Directory, place: str | None) -> list[Listed]:
    listed = list(directory.lines())
    if place is None:
        return listed
    wanted = place.lower()
    regions = dict.fromkeys(region for _, chain in listed for region in reversed(chain))
    if any(wanted in (region.id, region.name.lower()) for region in regions):
        return [
            (line, chain)
            for line, chain in listed
            if any(wanted in (region.id, region.name.lower()) for region in chain)
        ]
    from supportlines.lookup.resolution import serving
    from supportlines.places import UnknownCountryError, parse_country

    try:
        country = parse_country(place)
    except UnknownCountryError as error:
        names = tuple(region.id for region in regions)
        raise UnknownPlaceError(place, names, str(error)) from error
    return list(serving(directory.facts, country))
