"""`supportlines doctor`."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import babel
import phonenumbers
import tzdata

from supportlines.hours.line import zone_files

PACKAGE = Path(zone_files.installed_files().package)
AT = "2026-11-23T16:00Z"


def doctor(*arguments, zones, path=()):
    """Return status and output of a process whose system keeps its zones in *zones*.

    `PYTHONTZPATH` is how the standard library is told of them.
    """
    environment = {**os.environ, "PYTHONTZPATH": str(zones)}  # noqa: TID251 - as its caller has it
    environment["PYTHONPATH"] = os.pathsep.join([*map(str, path), *sys.path])
    done = subprocess.run(
        [sys.executable, "-m", "supportlines", "doctor", "--at", AT, *arguments],
        env=environment,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    return done.returncode, done.stdout


def copy_zone(name, folder, content=None):
    """Put the package's file of a zone into a folder, under its name or with other content."""
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes((PACKAGE / name).read_bytes() if content is None else content)


def test_versions_are_those_that_the_packages_give(run):
    """What the packages say of themselves."""
    found = json.loads(run("doctor", "--json").stdout)

    assert found["packages"]["babel"] == babel.__version__
    assert found["packages"]["phonenumbers"] == phonenumbers.__version__
    assert found["zone_data"]["package"] == tzdata.IANA_VERSION
    assert found["zone_data"]["used"] in ("system", "package")
    assert found["cldr"].isdigit() or "." in found["cldr"]


def test_zones_on_which_the_sources_differ_are_named(tmp_path):
    """An old folder of the system in which Moscow keeps the time of Berlin."""
    copy_zone("Europe/Berlin", tmp_path)
    copy_zone("Europe/Moscow", tmp_path, (PACKAGE / "Europe/Berlin").read_bytes())
    (tmp_path / "tzdata.zi").write_text("# version 2020a\n", encoding="utf-8")

    status, told = doctor(zones=tmp_path)

    assert status == 1
    assert f"zone data: system 2020a, package {tzdata.IANA_VERSION}, used: package" in told
    assert "warning: Europe/Moscow: the system's zone data differ" in told
    assert "warning: Europe/Berlin" not in told


def test_a_broken_zone_file_is_told(tmp_path):
    """A file of the package that was cut off; answers rest on the system's meanwhile."""
    whole = (PACKAGE / "Europe/Berlin").read_bytes()
    package = tmp_path / "path" / "tzdata"
    copy_zone("Europe/Berlin", tmp_path / "system")
    shutil.copytree(PACKAGE, package / "zoneinfo")
    copy_zone("Europe/Berlin", package / "zoneinfo", whole[:-20])
    (package / "__init__.py").write_text('IANA_VERSION = "2026f"\n', encoding="utf-8")

    status, told = doctor(zones=tmp_path / "system", path=[tmp_path / "path"])

    assert status == 1
    assert [line for line in told.splitlines() if "broken" in line] == [
        (
            "warning: Europe/Berlin: the package's zone file is broken and not used. "
            "Install the package tzdata again."
        )
    ]


def test_nothing_is_told_where_nothing_is_out_of_date(tmp_path):
    """A machine without zones of its own, on which all packages are installed."""
    status, told = doctor(zones=tmp_path)

    assert (status, "holidays not installed" in told) == (0, False)
    assert "Nothing is out of date for redhat-support." in told


def test_a_missing_extra_is_told(tmp_path):
    """Without the calendar nobody knows the public holidays."""
    code = (
        "import sys\n"
        "from importlib import metadata\n"
        "class Hidden(metadata.Distribution):\n"
        "    def read_text(self, name):\n"
        "        raise metadata.PackageNotFoundError('holidays')\n"
        "    def locate_file(self, path):\n"
        "        return path\n"
        "class Finder(metadata.DistributionFinder):\n"
        "    def find_spec(self, *given):\n"
        "        return None\n"
        "    def find_distributions(self, context):\n"
        "        return iter([Hidden()] if context.name == 'holidays' else [])\n"
        "sys.meta_path.insert(0, Finder())\n"
    )
    (tmp_path / "sitecustomize.py").write_text(code, encoding="utf-8")

    status, told = doctor(zones=tmp_path / "none", path=[tmp_path])

    assert status == 1
    assert "holidays not installed" in told
    assert "supportlines[holidays]" in told
