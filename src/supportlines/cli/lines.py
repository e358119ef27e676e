"""`supportlines lines`: the directory as a table."""

from __future__ import annotations

from typing import TYPE_CHECKING, Sequence

import click

from supportlines.cli import complete
from supportlines.cli.options import directory_option, load_named
from supportlines.cli.output import echo, paint, write_json
from supportlines.errors import SupportlinesError, quoted

if TYPE_CHECKING:
    from supportlines.api import Directory
    from supportlines.directory import Facts
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
    listed, countries = _of_place(known, place)
    if as_json:
        write_json({"lines": lines_data(listed, known.facts, countries)})
    elif listed:
        text = lines_text(listed, known.facts, countries, paint=paint)
        echo(text, nl=False, painted=True)
    else:
        echo(f"no line is listed for {place}.", err=True)


def _of_place(directory: Directory, place: str | None) -> tuple[list[Listed], Sequence[str] | None]:
    """Return the lines of *place*, and the countries whose callers are meant; None for all."""
    facts = directory.facts
    listed = list(facts.lines())
    if place is None:
        return listed, None
    regions = list(facts.every_region())
    named = [one for one in regions if place.lower() in (one.id, one.name.lower())]
    if named:
        countries = [code for one in named for code in facts.countries_in_order(one.id)]
        ids = {one.id for one in named}
        own = [pair for pair in listed if not ids.isdisjoint(one.id for one in pair[1])]
        return own or _around(facts, countries), countries
    from supportlines.lookup.resolution import serving
    from supportlines.places import UnknownCountryError, parse_country

    try:
        country = parse_country(place)
    except UnknownCountryError as error:
        raise UnknownPlaceError(place, tuple(one.id for one in regions), str(error)) from error
    return list(serving(facts, country)), (country,)


def _around(facts: Facts, countries: Sequence[str]) -> list[Listed]:
    """Return the lines that *countries* have, whose region lists none itself."""
    from supportlines.lookup.resolution import serving

    found = {line.id for country in countries for line, _ in serving(facts, country)}
    return [pair for pair in facts.lines() if pair[0].id in found]
