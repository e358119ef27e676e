"""`supportlines now`: the question itself."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from supportlines.cli import complete
from supportlines.cli.instant import AtError, parse_at
from supportlines.cli.options import (
    channels_option,
    directory_option,
    facets_option,
    load_named,
    pairs_of,
)
from supportlines.cli.output import echo, paint, width, write_json
from supportlines.cli.status import status_of
from supportlines.hours import UnknownTimeZoneError

if TYPE_CHECKING:
    from supportlines.api import Answer, Directory
    from supportlines.lookup import Question

MACHINE_ZONE = "time_zone_of_machine"


@click.command()
@click.argument("country", shell_complete=complete.countries)
@click.option(
    "--language",
    "-l",
    "languages",
    multiple=True,
    metavar="L",
    help="BCP 47 tag such as es or pt-BR; repeat it in order of preference.",
    shell_complete=complete.languages,
)
@click.option(
    "--tier",
    "-t",
    metavar="T",
    help="What you are entitled to; by default the directory's first tier.",
    shell_complete=complete.tiers,
)
@click.option("--desk", metavar="D", help="What the call is about.", shell_complete=complete.desks)
@click.option("--severity", metavar="S", help="How bad it is.", shell_complete=complete.severities)
@click.option(
    "--time-zone",
    "-z",
    metavar="Z",
    help="Your IANA time zone, such as America/Denver; also of an --at without an offset.",
    shell_complete=complete.zones,
)
@click.option(
    "--calling-from",
    metavar="C",
    help="Country where the phone stands, if it is another one.",
    shell_complete=complete.countries,
)
@click.option("--subdivision", metavar="S", help="Your part of the country, such as CA-QC.")
@channels_option("in order of preference")
@facets_option
@click.option("--at", "at_text", metavar="INSTANT", help="Such as 2026-11-23T16:00Z; default: now.")
@directory_option
@click.option("--locale", metavar="L", default="en", show_default=True, help="For names and days.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
@click.option("--explain", is_flag=True, help="Show the grounds of every option.")
@click.pass_context
def now(
    context: click.Context,
    /,
    country: str,
    at_text: str | None,
    directory: str | None,
    locale: str,
    as_json: bool,
    explain: bool,
    **said: Any,
) -> None:
    """Print who a customer of COUNTRY (ISO 3166-1 code such as AE) can call.

    Exit status: 0 somebody can be called, 1 nobody can right now or no line is listed,
    2 wrong usage or data, 3 it is not known.
    """
    from supportlines.lookup import Question, caller_of
    from supportlines.places import parse_locale

    known = load_named(directory)
    locale = parse_locale(locale)
    channels = said.pop("channels") or ("phone",)
    question = Question(country, channels=channels, facets=pairs_of(said.pop("facets")), **said)
    at = None
    if at_text is not None:
        try:
            at = parse_at(at_text, "--at", said["time_zone"], "--time-zone")
        except AtError as problem:
            caller_of(known.facts, question, (problem,))
        except UnknownTimeZoneError:
            caller_of(known.facts, question)
    answer = known.answer(question, at=at)
    if question.time_zone is None and len(answer.caller.local_zones) > 1:
        answer = _in_machine_zone(known, question, answer)
    if as_json:
        write_json(answer.to_dict())
    else:
        from supportlines.render.text import answer_text

        text = answer_text(answer, locale=locale, explain=explain, width=width(), paint=paint)
        echo(text, nl=False, painted=True)
    context.exit(status_of(answer.state))


def _in_machine_zone(directory: Directory, question: Question, answer: Answer) -> Answer:
    """Return the answer for this machine's own zone if it is one of the country's, saying so."""
    from dataclasses import replace

    from supportlines.cli.machine import machine_zone
    from supportlines.lookup import Caveat
    from supportlines.places import is_zone_of
    from supportlines.words import Values

    zone = machine_zone()
    if zone is None or not is_zone_of(zone, answer.caller.country):
        return answer
    answer = directory.answer(replace(question, time_zone=zone), at=answer.at)
    caveat = Caveat(MACHINE_ZONE, Values(time_zone=zone))
    return replace(answer, caveats=(*answer.caveats, caveat))
