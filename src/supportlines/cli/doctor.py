"""`supportlines doctor`: which versions an answer rests on, and what is out of date."""

from __future__ import annotations

import platform
from typing import TYPE_CHECKING, Any, Iterator

import click

from supportlines.cli.instant import parse_at
from supportlines.cli.options import directory_option, load_named
from supportlines.cli.output import echo, write_json

if TYPE_CHECKING:
    import datetime as dt

    from supportlines.api import Directory

_PACKAGES = ("supportlines", "pydantic", "babel", "phonenumbers", "PyYAML", "click", "tzdata")
_EXTRAS = ("holidays",)
_MEND = {
    "package": "Install the package tzdata again.",
    "system": "Install the system's time zone data again.",
}
_NO_HOLIDAYS = (
    "The package holidays is not installed: public holidays are not considered. "
    "Install supportlines[holidays]."
)
_YEAR = 366 * 86_400

FINE, WARNED = 0, 1


@click.command()
@directory_option
@click.option("--at", "at_text", metavar="INSTANT", help="Such as 2026-11-23T16:00Z; default: now.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
@click.pass_context
def doctor(
    context: click.Context, directory: str | None, at_text: str | None, as_json: bool
) -> None:
    """Print the versions of everything that answers rest on, and what is out of date.

    Zones of the directory on which the system's zone data and the package's differ, in
    the year behind or the two years ahead, are named, and so are
    broken zone files. Exit status: 0 nothing to do,
    1 warnings, 2 wrong usage or data.
    """
    from supportlines import clock

    at = clock.now() if at_text is None else parse_at(at_text)
    versions = _versions()
    name, warnings = _examined(directory, at)
    if versions["packages"]["holidays"] is None:
        warnings.append(_NO_HOLIDAYS)
    found = {**versions, "directory": name, "warnings": warnings}
    if as_json:
        write_json(found)
    else:
        echo("\n".join(_lines(found)))
    context.exit(WARNED if found["warnings"] else FINE)


def _examined(directory: str | None, at: dt.datetime) -> tuple[str | None, list[str]]:
    """Return the id of a directory and the warnings for it; no id if no zone can be opened."""
    from supportlines.hours import NoZoneDataError

    try:
        known = load_named(directory)
    except NoZoneDataError as error:
        return None, [f"{str(error)[0].upper()}{str(error)[1:]}"]
    return known.id, list(_warnings(known, at))


def _versions() -> dict[str, Any]:
    from supportlines.hours import installed_files
    from supportlines.languages.cldr import cldr_version

    zones = installed_files()
    packages = {name: _version_of(name) for name in (*_PACKAGES, *_EXTRAS)}
    return {
        "python": platform.python_version(),
        "implementation": platform.python_implementation(),
        "packages": packages,
        "cldr": cldr_version(),
        "phone_metadata": packages["phonenumbers"],
        "zone_data": {
            "system": zones.system_version,
            "package": zones.package_version,
            "used": zones.used,
            "version": zones.version,
        },
    }


def _version_of(name: str) -> str | None:
    from importlib import metadata

    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return None


def _warnings(directory: Directory, at: dt.datetime) -> Iterator[str]:
    from supportlines.hours import (
        broken_files,
        differs_between_sources,
        installed_files,
        instant_to_second,
    )
    from supportlines.lookup.resolution import named_zones

    zones = installed_files()
    if zones.package_version is None:
        yield "The package tzdata is not installed: install it, the system's data may be old."
    now = instant_to_second(at)
    for zone in sorted(named_zones(directory.facts)):
        for source in broken_files(zone):
            yield f"{zone}: the {source}'s zone file is broken and not used. {_MEND[source]}"
        if differs_between_sources(zone, now - _YEAR, now + 2 * _YEAR):
            other = "package" if zones.used == "system" else "system"
            yield (
                f"{zone}: the {other}'s zone data differ from the {zones.used}'s, "
                f"which are newer ({zones.version}) and used. Programs that use the "
                f"{other}'s show other hours; update them."
            )


def _lines(found: dict[str, Any]) -> Iterator[str]:
    zones = found["zone_data"]
    yield f"{found['implementation']} {found['python']}"
    for name, version in found["packages"].items():
        yield f"{name} {version or 'not installed'}"
    yield f"CLDR {found['cldr']}, phone metadata {found['phone_metadata']}"
    yield (
        f"zone data: system {zones['system'] or 'none'}, package {zones['package'] or 'none'}, "
        f"used: {zones['used']} ({zones['version']})"
    )
    yield ""
    if not found["warnings"]:
        yield f"Nothing is out of date for {found['directory']}."
    for warning in found["warnings"]:
        yield f"warning: {warning}"
