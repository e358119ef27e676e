"""Zones: exact offsets, from the newest data, and nothing that is no zone."""

from __future__ import annotations

import struct
from datetime import datetime, timedelta, timezone

import pytest

from supportlines.hours import (
    OpeningHours,
    UnknownTimeZoneError,
    known_zones,
    open_zone,
    zone_data_version,
    zone_info,
)
from supportlines.hours.line.zone_files import ZoneFiles, installed_files, suggest
from supportlines.hours.line.zones import PROBE, differs_between_sources

YEAR_2000, YEAR_2037 = 946_684_800, 2_114_380_800


def transitions(data):
    """Read the 64-bit part of a TZif file (RFC 8536), by hand: (second, offset) pairs."""

    def counts(at):
        return struct.unpack(">6l", data[at + 20 : at + 44])

    isutc, isstd, leap, times, types, chars = counts(0)
    at = 44 + times * 5 + types * 6 + chars + leap * 8 + isstd + isutc
    _, _, _, times, types, chars = counts(at)
    at += 44
    seconds = struct.unpack(f">{times}q", data[at : at + 8 * times])
    indices = data[at + 8 * times : at + 9 * times]
    at += 9 * times
    offsets = [struct.unpack(">lbb", data[at + 6 * n : at + 6 * n + 6])[0] for n in range(types)]
    found = [(None, offsets[0])]
    for second, index in zip(seconds, indices):
        if offsets[index] != found[-1][1]:
            found.append((second, offsets[index]))
    return found


def distinct_zones(since):
    """Return one name for each different course of offsets after the POSIX second *since*."""
    found = {}
    for name in sorted(known_zones()):
        data = installed_files().read(name)
        listed = transitions(data)
        before = [offset for second, offset in listed if second is None or second <= since][-1]
        later = tuple(pair for pair in listed[1:] if pair[0] > since)
        footer = data.rsplit(b"\n", 2)[1]
        found.setdefault((before, later, footer), name)
    return sorted(found.values())


def test_offsets_are_those_of_the_files():
    """Every change that a TZif file lists between 1970 and 2037 is found, to the second."""
    for name in distinct_zones(0):
        listed = transitions(installed_files().read(name))
        recent = {second: offset for second, offset in listed[1:] if 0 < second < YEAR_2037}
        if not recent:
            continue
        zone = open_zone(name)
        for second, offset in recent.items():
            assert zone.offset_at(second) == offset, name
            assert zone.offset_at(second - 1) != offset, name
        last = max(recent)
        assert zone.changes(min(recent) - 1, last + 1) == tuple(recent), name


def test_no_two_changes_cancel_each_other_between_two_looks():
    """Offsets are looked up every second day: no zone goes there and back in less."""
    for source in ("system", "package"):
        for name in sorted(known_zones()):
            try:
                listed = transitions(installed_files().read(name, source))
            except UnknownTimeZoneError:
                continue
            for before, there, back in zip(listed, listed[1:], listed[2:]):
                assert before[1] != back[1] or back[0] - there[0] > PROBE, name


def test_always_is_open_at_every_clock_change_of_every_zone():
    """24/7 is open at, just before and just after each change from 2000 to 2037."""
    for name in distinct_zones(YEAR_2000):
        always = OpeningHours.parse("24/7", time_zone=name)
        daily = OpeningHours.parse("Mo-Su 00:00-24:00", time_zone=name)
        for change in open_zone(name).changes(YEAR_2000, YEAR_2037):
            for second in (change - 60, change - 1, change, change + 1, change + 3600):
                assert always.state_at(second) == "open", (name, second)
                assert daily.state_at(second) == "open", (name, second)
        assert always.next_change_after(YEAR_2000) is None
        assert daily.next_change_after(YEAR_2000) is None


def test_the_last_listed_change_is_read_from_the_file():
    """After the last change that a file lists, one yearly rule holds."""
    for name in ("Africa/Casablanca", "Europe/London", "UTC", "Asia/Tokyo"):
        listed = transitions(installed_files().read(name))
        assert open_zone(name).regular_from >= (listed[-1][0] or 0)


def test_segments_tile_the_time_between():
    """Segments begin and end where asked, and each begins where the last one ended."""
    zone = open_zone("Australia/Lord_Howe")

    segments = list(zone.segments(YEAR_2000 + 5, YEAR_2037 - 5))

    assert segments[0][0] == YEAR_2000 + 5
    assert segments[-1][1] == YEAR_2037 - 5
    assert all(one[1] == other[0] for one, other in zip(segments, segments[1:]))
    assert {offset for _, _, offset in segments} == {37_800, 39_600}


@pytest.mark.parametrize("second", [-62_135_596_800, 253_402_300_799])
def test_the_ends_of_time_have_offsets(second):
    """The first and the last second of datetime do not overflow, whatever the zone."""
    assert abs(open_zone("Pacific/Kiritimati").offset_at(second)) < 86_400
    assert abs(open_zone("America/New_York").offset_at(second)) < 86_400


@pytest.mark.parametrize(
    ("name", "suggestion"),
    [
        ("Europe/Londn", "Europe/London"),
        ("europe/london", "Europe/London"),
        ("London", "Europe/London"),
        ("New York", "America/New_York"),
        ("Asia/Dubay", "Asia/Dubai"),
    ],
)
def test_a_wrong_name_is_refused_with_the_one_that_was_meant(name, suggestion):
    """An unknown zone is refused; the message names one that looks like it."""
    with pytest.raises(UnknownTimeZoneError) as caught:
        open_zone(name)

    assert isinstance(caught.value, LookupError)
    assert caught.value.suggestions[0] == suggestion
    assert str(caught.value) == f'there is no time zone "{name}"; did you mean "{suggestion}"?'


@pytest.mark.parametrize(
    "name",
    ["", "/etc/passwd", "../zoneinfo/UTC", "Europe", "localtime", "posixrules", "right/UTC",
     "posix/UTC", "+02:00", "UTC+2", "Europe/London\x00", "tzdata.zi", "a" * 5000],
)  # fmt: skip
def test_what_is_no_zone_is_refused(name):
    """Paths, offsets, folders and the machine's own zone are no names of zones."""
    with pytest.raises(UnknownTimeZoneError):
        open_zone(name)


@pytest.mark.parametrize(
    "name",
    ["GMT+1", "gmt-5", "UTC+2", "UTC +2", "UTC+5:30", "CET+1", "EST5", "+01:00", "−3", "0530",
     "Etc/UTC+2", "Etc/GMT+13"],
)  # fmt: skip
def test_to_an_offset_no_zone_is_proposed(name):
    """GMT+1 is neither GMT nor GMT+0; what is wanted is the place whose clock it is."""
    with pytest.raises(UnknownTimeZoneError) as caught:
        open_zone(name)

    assert caught.value.suggestions == ()
    assert str(caught.value) == (
        f'"{name}" is an offset and no time zone; write the zone whose clock is meant, '
        'such as "Europe/London".'
    )


@pytest.mark.parametrize("name", ["BST", "IST", "MSK", "AEST", "CEST", "EEST", "NZT", "msk", "Z"])
def test_to_an_abbreviation_nothing_that_looks_like_it_is_proposed(name):
    """AEST is fifteen hours from EST, and MSK is not the clock of Omsk."""
    with pytest.raises(UnknownTimeZoneError) as caught:
        open_zone(name)

    assert caught.value.suggestions == ()
    assert str(caught.value) == (
        f'there is no time zone "{name}"; write a name of the IANA data such as "Europe/London".'
    )


@pytest.mark.parametrize(
    ("name", "meant"), [("gmt", "GMT"), ("Japn", "Japan"), ("LIMA", "America/Lima")]
)
def test_what_is_a_zone_in_other_letters_is_proposed(name, meant):
    """However short it is."""
    with pytest.raises(UnknownTimeZoneError) as caught:
        open_zone(name)

    assert caught.value.suggestions[0] == meant


def test_shown_local_time_uses_the_same_data():
    """ZoneInfo objects come from the same file as the offsets."""
    at = datetime(2026, 10, 1, tzinfo=timezone.utc)
    for name in ("Africa/Casablanca", "America/Vancouver"):
        offset = at.astimezone(zone_info(name)).utcoffset()
        assert offset == timedelta(seconds=open_zone(name).offset_at(int(at.timestamp())))


def fake(folder, version, zone="Europe/London", says="tzdata.zi"):
    """Make a folder that looks like zone data."""
    (folder / "Europe").mkdir(parents=True)
    if version:
        (folder / says).write_text(f"# version {version}\n")
    (folder / "Here").write_bytes(b"TZif" + str(folder.name).encode())
    (folder / zone).write_bytes(b"TZif" + str(folder.name).encode())
    return str(folder)


@pytest.mark.parametrize(
    ("system", "package", "used"),
    [
        ("2025b", "2026f", "package"),
        ("2026g", "2026f", "system"),
        ("2026f", "2026f", "package"),  # the same data; the package is the same everywhere
        (None, "2026f", "package"),  # files that do not say how old they are
        ("2026aa", "2026z", "system"),
        ("2025b", None, "system"),
    ],
)
def test_the_newer_data_are_used(tmp_path, system, package, used):
    """Of two versions of the zone data the newer one wins, wherever it is."""
    folder = fake(tmp_path / "system", system)
    other = fake(tmp_path / "package", None, "Europe/Paris") if package else None

    files = ZoneFiles.of((str(tmp_path / "nowhere"), folder), other, package)

    assert files.used == used
    assert files.version == (system if used == "system" else package)
    assert files.read("Here") == b"TZif" + used.encode()
    assert files.read("Europe/London") == b"TZifsystem"  # the only one that has it
    assert files.names() >= {"Here", "Europe/London"}
    assert files.system_version == system


def test_the_version_is_read_as_bsd_and_macos_write_it(tmp_path):
    """A folder may name its version in a file called +VERSION."""
    folder = fake(tmp_path / "system", "2026g", says="+VERSION")

    assert ZoneFiles.of((folder,), None, None).version == "2026g"


def test_without_any_data_no_zone_is_known():
    """Where there are neither files nor package, every name is refused."""
    files = ZoneFiles.of((), None, None)

    assert files.version == "unknown"
    with pytest.raises(UnknownTimeZoneError):
        files.read("Europe/London")


def test_the_version_in_use_is_a_release():
    """The version looks like 2026f."""
    version = zone_data_version()

    assert version[:4].isdigit()
    assert version[4:].islower()


def test_sources_are_compared_zone_by_zone(tmp_path):
    """Two sources differ on a zone only where both have it and the offsets differ."""
    london, cairo = (installed_files().read(name) for name in ("Europe/London", "Africa/Cairo"))
    for number, (here, there) in enumerate([(london, london), (london, cairo)]):
        system, package = tmp_path / f"s{number}", tmp_path / f"p{number}"
        for folder, data in ((system, here), (package, there)):
            folder.mkdir()
            (folder / "Here").write_bytes(data)
        files = ZoneFiles.of((str(system),), str(package), "2026f")

        differ = differs_between_sources("Here", YEAR_2000, YEAR_2037, files)

        assert differ == (here != there)
    assert not differs_between_sources("Nowhere", YEAR_2000, YEAR_2037)


def test_of_names_of_one_city_the_one_of_the_continent_is_meant():
    """Louisville is in Kentucky: both names are in the data, and the shorter is typed."""
    names = frozenset({"America/Kentucky/Louisville", "America/Louisville", "Etc/UTC"})

    assert suggest("louisville", names) == ("America/Louisville",)
