"""`supportlines hours`: one expression, one zone, one instant."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from supportlines.cli import complete
from supportlines.cli.instant import parse_at
from supportlines.cli.output import echo, write_json
from supportlines.cli.status import status_of
from supportlines.cli.wording import OneOf, WrongUsage

if TYPE_CHECKING:
    from datetime import datetime

    from supportlines.hours import OpeningHours
    from supportlines.places.holidays import Calendar


@click.command()
@click.argument("expression")
@click.option(
    "--time-zone",
    "-z",
    metavar="Z",
    required=True,
    help="IANA time zone of the hours, such as Asia/Dubai.",
    shell_complete=complete.zones,
)
@click.option(
    "--country",
    metavar="C",
    help="Whose public holidays PH means: a country, or a part of one such as DE-BY.",
    shell_complete=complete.countries,
)
@click.option(
    "--holidays",
    "whose",
    type=OneOf(["parts", "national"]),
    default="parts",
    show_default=True,
    help="A day that only some parts of the country keep: not known, or no holiday unless the "
    "whole country's calendar has it.",
)
@click.option("--at", "at_text", metavar="INSTANT", help="Such as 2026-11-23T16:00Z; default: now.")
@click.option("--locale", metavar="L", default="en", show_default=True, help="For names of days.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
@click.pass_context
def hours(
    context: click.Context,
    expression: str,
    time_zone: str,
    country: str | None,
    whose: str,
    at_text: str | None,
    locale: str,
    as_json: bool,
) -> None:
    """Print whether opening hours such as "Sa-Th 09:00-17:00" are open, and until when.

    EXPRESSION is written as OpenStreetMap's opening_hours. Exit status: 0 open,
    1 closed, 2 wrong usage, 3 unknown.
    """
    from supportlines import clock
    from supportlines.hours import OpeningHours
    from supportlines.places import parse_locale
    from supportlines.render.hours import hours_data, hours_text

    locale = parse_locale(locale)
    holidays = _holidays_of(country, national=whose == "national")
    opening_hours = OpeningHours.parse(expression, time_zone=time_zone, holidays=holidays)
    at = parse_at(at_text, "--at", time_zone) if at_text is not None else clock.now()
    for warning in opening_hours.schedule.warnings:
        echo(f"supportlines: {warning}", err=True)
    if opening_hours.schedule.names_holidays and holidays is None:
        advice = "give --country" if country is None else "install supportlines[holidays]"
        echo(f"supportlines: public holidays (PH) are not considered; {advice}.", err=True)
    _tell_parts(opening_hours, at)
    state = opening_hours.state(at)
    change = opening_hours.next_change(at)
    name = opening_hours.time_zone
    if as_json:
        write_json(hours_data(at, name, state, change))
    else:
        following = (change, opening_hours.state(change)) if change is not None else None
        echo(hours_text(at, name, state, following, locale), nl=False)
    context.exit(status_of(state))


def _holidays_of(country: str | None, *, national: bool) -> Calendar | None:
    """Return the public holidays of a country, or of a part of one written as `DE-BY`."""
    from supportlines.places import parse_country
    from supportlines.places.holidays import national_holidays, public_holidays

    if country is None:
        return None
    code, _, part = country.partition("-")
    if not national:
        return public_holidays(parse_country(code), part or None)
    if part:
        raise WrongUsage(
            f"--holidays national counts the days of {code} as a whole: give --country {code}, "
            f"or leave out --holidays for those of {country}."
        )
    return national_holidays(parse_country(code))


def _tell_parts(opening_hours: OpeningHours, at: datetime) -> None:
    """Say which part of the country decides, if that leaves the state unknown."""
    from supportlines.words.clauses import kept

    of_parts = opening_hours.parts_at(at)
    if of_parts is None:
        return
    part = next(code for code in (*of_parts.parts, *of_parts.others) if "-" in code)
    where = kept(of_parts.name, of_parts.parts, of_parts.others)
    click.echo(
        f"supportlines: {where}; give the part, such as --country {part}, or --holidays national.",
        err=True,
    )
