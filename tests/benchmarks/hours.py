"""Compare the speed of hours with that of other libraries, in one run: ratios, not times.

    python -m pip install ".[peers]" exchange_calendars businesstimedelta
    python tests/benchmarks/hours.py

Each figure is the best of five seconds of rounds over 1,000 instants of 2026; the rounds
of the libraries alternate, so that a busy machine is busy for all of them. Where Node and npm are
there, opening_hours.js is fetched into a folder that is removed at the end; it answers in the
zone of its process. A library that is missing is skipped with a sentence.
"""

from __future__ import annotations

import json
import platform
import random
import shutil
import subprocess
import sys
import tempfile
import time
from contextlib import contextmanager
from datetime import datetime, timedelta, timezone
from pathlib import Path

from supportlines.hours import (
    Board,
    OpeningHours,
    Override,
    Phase,
    Schedule,
    Timetable,
    zone_info,
)

SECONDS = 5
ZONE = "America/Mexico_City"
TEXT = "Mo-Fr 09:00-18:00"
START = datetime(2026, 1, 1, tzinfo=timezone.utc)
YEAR = timedelta(days=365)
ZONES = [
    "America/Mexico_City", "Asia/Dubai", "Europe/Berlin", "Asia/Kolkata", "Australia/Sydney",
    "America/New_York", "Europe/London", "Asia/Tokyo", "America/Sao_Paulo", "Africa/Nairobi",
]  # fmt: skip


class Calendar:
    """Ten public holidays a year."""

    def name_on(self, day):
        """Return the name of the holiday on *day*, or None."""
        return "a holiday" if day.day == 6 and day.month not in (2, 8) else None

    def next_from(self, day):
        """Return the first holiday that is not before *day*."""
        while self.name_on(day) is None:
            day += timedelta(days=1)
        return day


def instants(count, tzinfo=timezone.utc):
    """Return zones and seconds, or instants, that are the same in every run."""
    chosen = random.Random(2026)  # noqa: S311 - the same instants in every run
    found = [START + timedelta(seconds=chosen.randrange(365 * 86_400)) for _ in range(count)]
    return [at.astimezone(tzinfo) for at in found]


def best(*functions):
    """Return the best time of each function, in microseconds; their rounds alternate."""
    times = [float("inf")] * len(functions)
    until = time.perf_counter() + SECONDS
    while time.perf_counter() < until:
        for number, function in enumerate(functions):
            begun = time.perf_counter()
            function()
            times[number] = min(times[number], time.perf_counter() - begun)
    return [seconds * 1e6 for seconds in times]


def each(function, arguments):
    """Return a function that calls *function* with each of *arguments*."""

    def run():
        for argument in arguments:
            function(argument)

    return run


def row(operation, ours, theirs, wanted):
    """Print one row and return whether the target is met."""
    ratio = theirs / ours
    met = "met" if ratio >= wanted else "MISSED"
    target = f">= {wanted:g} x {met}" if wanted else ""
    print(f"{operation:44} {ours:8.2f} us {theirs:8.2f} us {ratio:6.1f} x  {target}".rstrip())
    return ratio >= wanted


def title(peer, version=""):
    """Print who the other is."""
    print(f"\nbeside {peer} {version}".rstrip())


def installed(package):
    """Return the version of a package."""
    from importlib.metadata import version  # noqa: PLC0415 - not there on Python 3.7

    return version(package)


def ask_all(peers, at):
    """Return the state of all lines of a peer; the instant is converted once for each zone."""
    states = []
    for zone, lines in peers:
        local = at.astimezone(zone)
        states += [line.is_open(local) for line in lines]
    return states


def against_opening_hours_py(hours):
    """Compare states, changes and intervals."""
    import opening_hours as peer  # noqa: PLC0415 - may be missing

    title("opening-hours-py", installed("opening-hours-py"))
    utc, zoned = instants(1000), instants(1000, zone_info(ZONE))
    theirs = peer.OpeningHours(TEXT)
    met = []
    a, b, c = best(
        each(hours.is_open, utc), each(hours.is_open, zoned), each(theirs.is_open, zoned)
    )
    met.append(row("is_open, UTC datetime in", a / 1000, c / 1000, 2))
    met.append(row("is_open, zone datetime in", b / 1000, c / 1000, 1.3))
    a, b = best(each(hours.next_change, utc), each(theirs.next_change, zoned))
    met.append(row("next_change", a / 1000, b / 1000, 1.5))
    local = START.astimezone(zone_info(ZONE))
    a, b = best(
        lambda: list(hours.intervals(START, START + YEAR)),
        lambda: list(theirs.intervals(local, local + YEAR)),
    )
    met.append(row("all intervals of a year", a, b, 1.5))
    texts = [f"Mo-Fr {8 + n % 3:02}:{n % 60:02}-17:00" for n in range(50)]
    lines = [OpeningHours.parse(text, time_zone=zone) for text in texts for zone in ZONES]
    peers = [(zone_info(zone), [peer.OpeningHours(text) for text in texts]) for zone in ZONES]
    few, board = instants(20), Board(lines)
    a, b = best(
        each(board.states_at, few),
        each(lambda at: ask_all(peers, at), few),
    )
    met.append(row("500 lines in 10 zones, who is open", a / 20, b / 20, 5))
    return met


def against_businesstimedelta(hours):
    """Compare open time measured and added."""
    import businesstimedelta as peer  # noqa: PLC0415
    import pytz  # noqa: PLC0415

    title("businesstimedelta", installed("businesstimedelta"))
    rule = peer.WorkDayRule(
        start_time=datetime(2026, 1, 1, 9).time(),  # noqa: DTZ001 - as that library wants it
        end_time=datetime(2026, 1, 1, 18).time(),  # noqa: DTZ001
        working_days=[0, 1, 2, 3, 4],
        tz=pytz.timezone(ZONE),
    )
    theirs = peer.Rules([rule])
    some = instants(20, pytz.utc)
    month, eighty = timedelta(days=30), timedelta(hours=80)
    amount = peer.BusinessTimeDelta(theirs, hours=80)
    a, b = best(
        each(lambda at: hours.open_time(at, at + month), instants(1000)),
        each(lambda at: theirs.difference(at, at + month), some),
    )
    met = [row("open time over 30 days", a / 1000, b / 20, 100)]
    a, b = best(
        each(lambda at: hours.add_open_time(at, eighty), instants(1000)),
        each(lambda at: at + amount, some),
    )
    return [*met, row("add 80 hours", a / 1000, b / 20, 100)]


def against_exchange_calendars(hours):
    """Compare states."""
    import exchange_calendars as peer  # noqa: PLC0415
    import pandas as pd  # noqa: PLC0415

    title("exchange_calendars", installed("exchange_calendars"))
    calendar = peer.get_calendar("XNYS", start="2025-12-01", end="2027-01-31")
    stamps = [pd.Timestamp(at).floor("min") for at in instants(200)]
    a, b = best(
        each(hours.is_open, instants(1000)),
        each(calendar.is_open_on_minute, stamps),
    )
    return [row("is_open (is_open_on_minute of New York)", a / 1000, b / 200, 0)]


IN_NODE = """
const OpeningHours = require('opening_hours');
const [text, instants, from, to] = JSON.parse(process.argv[1]);
const hours = new OpeningHours(text, {address: {country_code: 'mx', state: ''}}, {locale: 'en'});
const dates = instants.map(each => new Date(each));
const works = {
  is_open: () => { for (const at of dates) hours.getState(at); },
  next_change: () => { for (const at of dates) hours.getNextChange(at); },
  year: () => hours.getOpenIntervals(new Date(from), new Date(to)),
};
require('readline').createInterface({input: process.stdin}).on('line', name => {
  if (name in works) works[name]();
  console.log(name);
});
"""


@contextmanager
def opening_hours_js():
    """Give a function that does a named work in Node, and the version of the package."""
    programs = shutil.which("node"), shutil.which("npm")
    if None in programs:
        raise ImportError(name="node or npm")
    with tempfile.TemporaryDirectory() as folder:
        fetch = [programs[1], "install", "--silent", "--prefix", folder, "opening_hours@3"]
        if subprocess.run(fetch, check=False, capture_output=True).returncode:
            raise ImportError(name="the package opening_hours of npm")
        about = Path(folder, "node_modules", "opening_hours", "package.json")
        version = json.loads(about.read_text(encoding="utf-8"))["version"]
        milliseconds = [at.timestamp() * 1000 for at in (*instants(1000), START, START + YEAR)]
        given = json.dumps([TEXT, milliseconds[:-2], *milliseconds[-2:]])
        node = subprocess.Popen(
            ["env", f"TZ={ZONE}", programs[0], "-e", IN_NODE, given],
            cwd=folder, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
        )  # fmt: skip

        def ask(name):
            node.stdin.write(f"{name}\n")
            node.stdin.flush()
            node.stdout.readline()

        with node:
            yield ask, version


def against_opening_hours_js(hours):
    """Compare states, changes and intervals with Node's; the time of asking it is taken off."""
    utc = instants(1000)
    ours = {
        "is_open": (each(hours.is_open, utc), 1000),
        "next_change": (each(hours.next_change, utc), 1000),
        "year": (lambda: list(hours.intervals(START, START + YEAR)), 1),
    }
    met = []
    with opening_hours_js() as (ask, version):
        title("opening_hours.js", version)
        for name, (work, count) in ours.items():
            a, b, asking = best(work, each(ask, [name]), each(ask, ["nothing"]))
            shown = "all intervals of a year" if name == "year" else f"{name}, UTC datetime in"
            met.append(row(shown, a / count, (b - asking) / count, 0))
    return met


def with_exceptions(hours):
    """Compare hours with exceptions and holidays with plain ones."""
    title("the same hours without exceptions and holidays")
    first = START.date()
    overrides = tuple(
        Override(
            Schedule.parse("10:00-14:00"), first + timedelta(days=n), first + timedelta(days=n + 2)
        )
        for n in range(10, 360, 30)
    )
    timetable = Timetable((Phase(Schedule.parse(TEXT + "; PH off")),), overrides)
    rich = OpeningHours.of(timetable, ZONE, Calendar())
    utc = instants(1000)
    met = []
    for name, few in (("is_open", utc), ("next_change", utc)):
        a, b = best(each(getattr(rich, name), few), each(getattr(hours, name), few))
        met.append(row(f"{name}, 12 exceptions and holidays", a / 1000, b / 1000, 0.5))
    return met


def main():
    """Print the table; return 0 if every target is met."""
    print(f"{platform.python_implementation()} {platform.python_version()}", end=" on ")
    print(f"{platform.system()}, {platform.machine()}; supportlines, the other, ratio, target")
    hours = OpeningHours.parse(TEXT, time_zone=ZONE)
    met = []
    for compare in (
        against_opening_hours_py,
        against_businesstimedelta,
        against_exchange_calendars,
        against_opening_hours_js,
        with_exceptions,
    ):
        try:
            met += compare(hours)
        except ImportError as missing:  # noqa: PERF203
            print(f"{compare.__name__}: skipped, {missing.name} is not installed")
    return 0 if all(met) else 1


if __name__ == "__main__":
    sys.exit(main())
