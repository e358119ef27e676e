"""Zone data in odd places and in a bad state: a broken file is one that is not there."""

from __future__ import annotations

import os
import random
import struct
import subprocess
import sys
import zipfile
from datetime import datetime, timezone
from pathlib import Path

import pytest
import tzdata

from supportlines.hours import NoZoneDataError, UnknownTimeZoneError
from supportlines.hours.line.tzif import LARGEST, WrongZoneFileError, last_listed_change
from supportlines.hours.line.zone_files import ZoneFiles, installed_files
from supportlines.hours.line.zones import broken_files, read_zone, zone_of

NOVEMBER_2026 = 1_795_392_000
YEAR = 366 * 86_400
SEED = 20261125
LONDON = installed_files().read("Europe/London")
DUBAI = installed_files().read("Asia/Dubai")


def header(counts, version=b"2"):
    """Return the 44 bytes before a block."""
    return b"TZif" + version + bytes(15) + struct.pack(">6l", *counts)


def zone_file(times=(), kinds=b"", offset=3600, rule=b"", **other):
    """Return a small zone file, written by hand after RFC 8536, with something wrong in it."""
    types = other.get("types", struct.pack(">lBB", offset, 0, 0))
    letters = other.get("letters", b"ABC\0")
    counts = other.get("counts", (0, 0, 0, len(times), len(types) // 6, len(letters)))
    block = b"".join(struct.pack(">q", one) for one in times) + kinds + types + letters
    block += other.get("indicators", b"")
    empty = header((0, 0, 0, 0, 0, 0)) if other.get("empty") else header((0, 0, 0, 0, 1, 4))
    first = b"" if other.get("empty") else struct.pack(">lBB", offset, 0, 0) + b"ABC\0"
    return empty + first + header(counts) + block + other.get("footer", b"\n" + rule + b"\n")


@pytest.mark.parametrize(
    ("data", "last"),
    [
        (zone_file(), 0),
        (zone_file(empty=True), 0),  # readers of 64 bits need no first block (section 3.2)
        (zone_file((10, 20), b"\0\0"), 20),
        (zone_file(counts=(1, 1, 0, 0, 1, 4), indicators=bytes(2)), 0),
        (zone_file((-(2**59), 5), b"\0\0", rule=b"ABC-1"), 5),  # "big bang" is in real files
        (zone_file(rule=b"ABC-1DEF,M3.5.0,M10.5.0/3"), 0),
        (zone_file(rule=b"<+0330>-3:30<+0430>,J79/24,J263/24"), 0),
        (zone_file(rule=b"<-02>2<-01>,M3.5.0/-1,M10.5.0/0"), 0),  # Greenland, before the day
        (zone_file(rule=b"IST-2IDT,M3.4.4/50,M10.4.4/50"), 0),  # more than a day behind it
    ],
)
def test_a_whole_file_is_taken(data, last):
    """With the last second at which it lists a change."""
    assert last_listed_change(data) == last


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"TZif",
        b"TZifsystem",
        b"#!/bin/sh\n" * 10,
        LONDON[:44],
        LONDON[:-20],
        LONDON[: len(LONDON) // 2],
        LONDON[:4] + b"9" + LONDON[5:],  # a version that there is not
        LONDON + bytes(LARGEST),
        zone_file((20, 10), b"\0\0"),  # changes that go back
        zone_file((10, 10), b"\0\0"),
        zone_file((10,), b"\1"),  # a type that is not listed
        zone_file(offset=86_400),  # a day ahead of UTC
        zone_file(offset=-(2**31)),
        zone_file(types=struct.pack(">lBB", 0, 2, 0)),  # neither summer nor not
        zone_file(types=struct.pack(">lBB", 0, 0, 4)),  # its name is behind the last letter
        zone_file(letters=b"ABCD"),  # no end of the name
        zone_file(counts=(0, 0, 0, 2**31 - 1, 1, 4)),
        zone_file(counts=(0, 0, 0, -1, 1, 4)),
        zone_file(counts=(0, 0, 0, 0, 0, 4)),
        zone_file(counts=(7, 0, 0, 0, 1, 4)),
        zone_file(counts=(2, 0, 0, 0, 1, 4), indicators=bytes(2)),  # for one kind of time
        zone_file(counts=(0, 2, 0, 0, 1, 4), indicators=bytes(2)),
        zone_file(letters=b"AB\xc3\0"),  # a name that is no ASCII
        zone_file(letters=b"\xc3BC\0", types=struct.pack(">lBB", 0, 0, 1)),
        zone_file(footer=b""),
        zone_file(footer=b"\nABC-1"),
        zone_file(rule=b"ABC"),
        zone_file(rule=b"ABC-25"),
        zone_file(rule=b"ABC-1DEF,M13.5.0,M10.5.0"),
        zone_file(rule=b"ABC-1DEF,M3.5.0/168,M10.5.0"),
        zone_file(rule=b"ABC-1DEF"),  # when does it begin?
        zone_file(rule=b"ABC-1\x1b"),
    ],
)
def test_what_is_no_zone_file_is_refused(data):
    """By one error, whatever `zoneinfo` or `struct` would have said of it, and before they do."""
    with pytest.raises(WrongZoneFileError):
        zone_of("Any/Name", data)
    with pytest.raises(WrongZoneFileError):
        last_listed_change(data)


@pytest.mark.parametrize(
    "data",
    [
        zone_file(types=b"", counts=(0, 0, 0, 0, 0, 4)),  # names, but nothing that has them
        zone_file(letters=b"", counts=(0, 0, 0, 0, 1, 0)),  # something, but no names
        zone_file(types=b"", letters=b"", counts=(0, 0, 0, 0, 0, 0)),
    ],
)
def test_a_block_without_kinds_of_time_or_names_is_refused(data):
    """Only the first block may be empty."""
    with pytest.raises(WrongZoneFileError):
        last_listed_change(data)


def test_no_corruption_of_a_real_file_raises_anything_else_or_takes_long():
    """Cut, overwritten or turned bytes: another zone, or none; and every question ends."""
    dice = random.Random(SEED)  # noqa: S311 - the same at every run
    kept = refused = 0
    for number in range(600):
        data = bytearray((LONDON, DUBAI, installed_files().read("Africa/Casablanca"))[number % 3])
        if number % 5 == 0:
            del data[dice.randrange(len(data)) :]
        for _ in range(dice.choice((1, 2, 8))):
            if data:
                data[dice.randrange(len(data))] = dice.choice((0, 1, 0x7F, 0x80, 0xFF, 0x30, 0x0A))
        try:
            zone = zone_of("Any/Name", bytes(data))
        except WrongZoneFileError:
            refused += 1
            continue
        kept += 1
        assert all(
            abs(offset) <= 2 * 86_400
            for _, _, offset in zone.segments(NOVEMBER_2026 - YEAR, NOVEMBER_2026 + YEAR)
        )

    assert kept > 20
    assert refused > 200


def sources(tmp_path, *, system, package):
    """Return files of two folders with one zone, "Here", in each."""
    for name, data in (("system", system), ("package", package)):
        (tmp_path / name).mkdir()
        (tmp_path / name / "Here").write_bytes(data)
    (tmp_path / "system" / "tzdata.zi").write_text("# version 2020a\n", encoding="utf-8")
    return ZoneFiles.of((str(tmp_path / "system"),), str(tmp_path / "package"), "2026f")


@pytest.mark.parametrize("broken", [LONDON[:-20], b"TZif", b"", b"\0" * 100])
def test_the_other_source_stands_in_for_a_broken_file(tmp_path, broken):
    """An interrupted update of the package must not close every line."""
    files = sources(tmp_path, system=DUBAI, package=broken)

    zone = read_zone("Here", files)

    assert zone.offset_at(NOVEMBER_2026) == 4 * 3600


def test_a_zone_whose_files_are_all_broken_is_the_machines_fault(tmp_path):
    """The name is right; the sentence does not ask whether itself was meant."""
    files = sources(tmp_path, system=LONDON[:-20], package=LONDON[:100])

    with pytest.raises(NoZoneDataError) as caught:
        read_zone("Here", files)

    assert str(caught.value) == (
        'the time zone "Here" cannot be opened: its zone file is broken. '
        "Install the package tzdata (again)."
    )
    assert set(broken_files("Here", files)) == {"system", "package"}


def test_without_any_data_the_machine_is_blamed():
    """It is no mistake of whoever wrote the name."""
    with pytest.raises(NoZoneDataError) as caught:
        ZoneFiles.of((), None, None).read("Europe/London")

    assert isinstance(caught.value, UnknownTimeZoneError)
    assert "this machine has no zone data. Install the package tzdata" in str(caught.value)


IN_AN_ARCHIVE = """
import sys
sys.path.insert(0, sys.argv[1])
import tzdata
assert ".zip" in tzdata.__file__
import supportlines
from datetime import datetime, timezone
from supportlines.hours import known_zones, open_zone, zone_data_version, UnknownTimeZoneError
print(zone_data_version(), len(known_zones()) > 400)
# Morocco left its hour of summer in 2026 by 2026f: 0 then, 3600 by all older data.
print(open_zone("Africa/Casablanca").offset_at(int(sys.argv[2])))
for wrong in ("Europe/Londn", "__init__", "Europe"):
    try:
        open_zone(wrong)
    except UnknownTimeZoneError as error:
        print(error)
print(supportlines.load().who_can_i_call("MA", at=datetime(2026, 11, 25, 12, tzinfo=timezone.utc))
      .data.zone_data_version)
"""


def test_zone_data_are_read_from_an_archive(tmp_path):
    """As zipped applications carry them; the system's older files are not taken instead."""
    archive = tmp_path / "site.zip"
    folder = Path(tzdata.__file__).parent
    with zipfile.ZipFile(archive, "w") as file:
        for path in folder.rglob("*"):
            if path.is_file() and "__pycache__" not in path.parts:
                file.write(path, Path("tzdata", path.relative_to(folder)))
    at = int(datetime(2026, 11, 25, 12, tzinfo=timezone.utc).timestamp())
    plain = zone_of(
        "Africa/Casablanca", Path(folder, "zoneinfo", "Africa", "Casablanca").read_bytes()
    )

    done = subprocess.run(
        [sys.executable, "-c", IN_AN_ARCHIVE, str(archive), str(at)],
        stdout=subprocess.PIPE,
        env={**_environment(), "PYTHONTZPATH": ""},
        check=True,
        timeout=120,
    )

    assert done.stdout.decode().splitlines() == [
        f"{tzdata.IANA_VERSION} True",
        str(plain.offset_at(at)),
        'there is no time zone "Europe/Londn"; did you mean "Europe/London"?',
        'there is no time zone "__init__"; write a name of the IANA data such as "Europe/London".',
        'there is no time zone "Europe"; write a name of the IANA data such as "Europe/London".',
        tzdata.IANA_VERSION,
    ]


WITHOUT_DATA = """
import sys
sys.modules["tzdata"] = None
from supportlines.cli.main import main
main()
"""


def test_without_zone_data_nobody_blames_the_directory():
    """`now` says what to install, and `doctor` says it among the versions."""
    for arguments, status in ((("now", "CN"), 2), (("doctor",), 1)):
        done = subprocess.run(
            [sys.executable, "-c", WITHOUT_DATA, *arguments],
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            env={**_environment(), "PYTHONTZPATH": ""},
            timeout=120,
            check=False,
        )

        said = done.stdout.decode()
        assert done.returncode == status
        assert "this machine has no zone data. Install the package tzdata" in said
        assert ".yaml" not in said
        assert "Traceback" not in said


def said_with(tz):
    """Return what is said of the United States where the machine's zone is *tz*."""
    return subprocess.run(
        [sys.executable, "-m", "supportlines", "now", "US", "--at", "2026-11-21T18:00Z"],
        stdout=subprocess.PIPE,
        env={**_environment(), "TZ": tz},
        check=False,
        timeout=120,
    )


@pytest.fixture(scope="module")
def said_in_utc():
    """Return the same where it is UTC."""
    return said_with("UTC")


@pytest.mark.parametrize(
    "value",
    ["America", "/etc/passwd", "/", "nonsense", ":nonsense", "CET-1CEST", "../..", "UTC\x1b"],
)
def test_an_answer_does_not_depend_on_what_tz_names(said_in_utc, value):
    """A folder, a file, a rule, nothing: who gives no zone gets the answer for all zones."""
    said = said_with(value)

    assert said.stdout.decode() == said_in_utc.stdout.decode() != ""
    assert said.returncode == said_in_utc.returncode


def _environment():
    return dict(os.environ)  # noqa: TID251 - for a process of its own
