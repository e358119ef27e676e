"""`supportlines doctor`."""

from __future__ import annotations

import json

import babel
import phonenumbers
import tzdata

from supportlines.hours.line import zone_files


def test_versions_are_those_that_the_packages_give(run):
    """What the packages say of themselves."""
    found = json.loads(run("doctor", "--json").stdout)

    assert found["packages"]["babel"] == babel.__version__
    assert found["packages"]["phonenumbers"] == phonenumbers.__version__
    assert found["zone_data"]["package"] == tzdata.IANA_VERSION
    assert found["zone_data"]["used"] in ("system", "package")
    assert found["cldr"].isdigit() or "." in found["cldr"]


def test_zones_on_which_the_sources_differ_are_named(run, tmp_path, monkeypatch):
    """An old folder of the system in which Moscow keeps the time of Berlin."""
    package = zone_files.installed_files().package
    old = tmp_path / "zoneinfo"
    (old / "Europe").mkdir(parents=True)
    berlin = (zone_files.Path(package) / "Europe" / "Berlin").read_bytes()
    (old / "Europe" / "Berlin").write_bytes(berlin)
    (old / "Europe" / "Moscow").write_bytes(berlin)
    (old / "tzdata.zi").write_text("# version 2020a\n", encoding="utf-8")
    files = zone_files.ZoneFiles.of((str(old),), package, tzdata.IANA_VERSION)
    monkeypatch.setattr("supportlines.hours.installed_files", lambda: files)
    monkeypatch.setattr("supportlines.hours.line.zones.installed_files", lambda: files)

    result = run("doctor")

    assert result.exit_code == 1
    assert f"zone data: system 2020a, package {tzdata.IANA_VERSION}, used: package" in result.stdout
    assert "warning: Europe/Moscow: the system's zone data differ" in result.stdout
    assert "warning: Europe/Berlin" not in result.stdout


def test_a_broken_zone_file_is_told(run, tmp_path, monkeypatch):
    """A file of the package that was cut off; answers rest on the system's meanwhile."""
    package = zone_files.installed_files().package
    for source in ("system", "package"):
        (tmp_path / source / "Europe").mkdir(parents=True)
        whole = (zone_files.Path(package) / "Europe" / "Berlin").read_bytes()
        (tmp_path / source / "Europe" / "Berlin").write_bytes(whole)
    (tmp_path / "package" / "Europe" / "Berlin").write_bytes(whole[:-20])
    files = zone_files.ZoneFiles.of((str(tmp_path / "system"),), str(tmp_path / "package"), "2026f")
    monkeypatch.setattr("supportlines.hours.installed_files", lambda: files)
    monkeypatch.setattr("supportlines.hours.line.zones.installed_files", lambda: files)

    result = run("doctor")

    assert result.exit_code == 1
    told = [line for line in result.stdout.splitlines() if "broken" in line]
    assert told == [
        (
            "warning: Europe/Berlin: the package's zone file is broken and not used. "
            "Install the package tzdata again."
        )
    ]


def test_a_missing_extra_is_told(run, monkeypatch):
    """Without the calendar nobody knows the public holidays."""
    real = zone_files.installed_files()
    quiet = zone_files.ZoneFiles.of((), real.package, real.package_version)
    monkeypatch.setattr("supportlines.hours.installed_files", lambda: quiet)
    monkeypatch.setattr("supportlines.hours.line.zones.installed_files", lambda: quiet)
    monkeypatch.setattr("supportlines.cli.doctor._EXTRAS", ("no-such-package",))
    nothing = run("doctor")
    monkeypatch.setattr("supportlines.cli.doctor._version_of", lambda _name: None)
    missing = run("doctor")

    assert nothing.exit_code == 0
    assert "no-such-package not installed" in nothing.stdout
    assert "Nothing is out of date for redhat-support." in nothing.stdout
    assert missing.exit_code == 1
    assert "supportlines[holidays]" in missing.stdout
