"""What README has a newcomer type first."""

from __future__ import annotations

import json
import shlex
import subprocess
import sys
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest
from click.testing import CliRunner

from supportlines.cli.main import command

README = Path(__file__).resolve().parents[2] / "README.md"
YEAR = datetime(2026, 11, 1, tzinfo=timezone.utc)


def first_question():
    """Return the words behind `supportlines` in README's first block of shell commands."""
    _, after = README.read_text(encoding="utf-8").split("```sh\n", 1)
    *_, last = after.partition("```")[0].strip().split(" && ")
    program, *words = shlex.split(last)
    assert program == ".venv/bin/supportlines"
    return words


HOURLY = """
import sys
from datetime import datetime, timedelta
if sys.argv[1] == "without holidays":
    sys.modules["holidays"] = None
from supportlines.cli.now import now
import supportlines
asked = now.make_context("now", sys.argv[3:]).params
directory = supportlines.load()
words = {name: asked[name] for name in ("languages", "tier", "desk", "severity", "time_zone",
                                        "calling_from", "subdivision")}
at = datetime.fromisoformat(sys.argv[2])
states = [
    directory.who_can_i_call(asked["country"], at=at + timedelta(hours=hour), **words).state
    for hour in range(366 * 24)
]
print(len(states), set(states))
"""


@pytest.mark.parametrize("extra", ["with holidays", "without holidays"])
def test_first_command_finds_an_open_line_at_every_hour_of_a_year(extra):
    """Christmas, clock changes and nights included, whether the extra is there or not."""
    name, *words = first_question()
    assert name == "now"

    done = subprocess.run(
        [sys.executable, "-c", HOURLY, extra, YEAR.isoformat(), *words],
        capture_output=True, text=True, check=True,
    )  # fmt: skip

    assert done.stdout == "8784 {'open'}\n"


@pytest.mark.parametrize(
    "zone",
    ["UTC", "Europe/Berlin", "Europe/Busingen", "Asia/Tokyo", "America/New_York", "Pacific/Apia"],
)
def test_first_command_ends_with_status_0_on_every_machine(zone):
    """Whatever the machine's own zone is, which `now` asks for."""
    words = first_question()

    for step in range(60):  # through the year, at hours that move through the day
        at = YEAR + timedelta(hours=step * 145)
        arguments = [*words, "--at", f"{at:%Y-%m-%dT%H:%MZ}", "--json"]
        result = CliRunner().invoke(command, arguments, env={"TZ": zone})
        assert (result.exit_code, json.loads(result.stdout)["state"]) == (0, "open")


def test_first_command_asks_for_now():
    """A newcomer sees this hour's answer."""
    assert "--at" not in first_question()
