"""Change valid data files at random, as people and programs do, and see that nothing breaks.

    python tests/fuzz/data_files.py [COUNT [SEED]]

Keys, values, types, numbers, dates, hours, languages, zones, control characters, nesting: one to
four changes a file, in YAML and in JSON, and sometimes one of its bytes. Most of the files take
what suits the place, from another place or file, so that many load. Of each file must hold:

* `load` gives a directory or a `DirectoryError` whose every problem has a place in the file, and
  `check` tells the same problems; nothing else is ever raised;
* what loads answers any question with an answer or an error of ours, and every answer, table,
  difference and message can be written without a character that commands a terminal;
* none of it takes ten seconds.

The file that does otherwise is printed with what came of it, and the run goes on; the exit status
is 1 if there was one. The same SEED gives the same files; a failure names the seed of its file,
and `--one SEED` tries that file alone. `test_data_files.py` tries
some hundred with every run of the tests, `.ci/run` four thousand.
"""

from __future__ import annotations

import datetime as dt
import json
import random
import sys
import time
import traceback
from pathlib import Path
from typing import Any, NamedTuple

from file_mutants import SEEDS, TESTS, Likely, bases, mutant

from supportlines.api import Directory
from supportlines.changes import compare
from supportlines.cli.output import safe_json
from supportlines.coverage import Period, measure
from supportlines.directory import DirectoryError, load_directory
from supportlines.doubts import examine
from supportlines.errors import UNSAFE, SupportlinesError
from supportlines.render.as_json import answer_data
from supportlines.render.changes import changes_text
from supportlines.render.coverage import coverage_text
from supportlines.render.lines import lines_data, lines_text
from supportlines.render.text import answer_text

NAME = "any.yaml"
TODAY = dt.date(2026, 11, 23)
BEFORE = load_directory(Path(TESTS, SEEDS[0]).read_bytes(), NAME)
"""What differences are told against."""

SECONDS = 10
WEEK = dt.datetime(2026, 12, 24, tzinfo=dt.timezone.utc)
"""Coverage takes years from 1900 to 2999."""

INSTANTS = [
    dt.datetime.min.replace(tzinfo=dt.timezone.utc),
    dt.datetime.max.replace(tzinfo=dt.timezone.utc),
    dt.datetime(2026, 11, 23, 16, tzinfo=dt.timezone.utc),
    dt.datetime(2026, 3, 29, 1, tzinfo=dt.timezone.utc),  # clocks of Europe go forward
    dt.datetime(2026, 12, 24, 23, 59, 59, 999_999, tzinfo=dt.timezone.utc),
    dt.datetime(2, 1, 1, tzinfo=dt.timezone.utc),
    dt.datetime(9998, 12, 31, 23, tzinfo=dt.timezone.utc),
    dt.datetime(2026, 2, 28, 12, tzinfo=dt.timezone(dt.timedelta(hours=14))),
]
COUNTRIES = ["GB", "DE", "US", "AU", "NZ", "IN", "FR", "MX"]


class Fault(NamedTuple):
    """A file that broke something."""

    seed: int
    content: bytes
    what: str


def safe(text: str) -> str:
    """Return *text*, which holds nothing that commands a terminal."""
    found = UNSAFE.search(text)
    if found is not None:
        raise AssertionError(f"U+{ord(found.group()):04X} is in {text!r}")
    return text


def directory_of(content: bytes) -> tuple[Directory | None, tuple[Any, ...]]:
    """Return what the file describes, or what is wrong with it, after looking at that."""
    try:
        return Directory(load_directory(content, NAME)), ()
    except DirectoryError as error:
        text = content.decode("utf-8", "replace")
        lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
        for problem in error.problems:
            if not 1 <= problem.line <= len(lines):
                raise AssertionError(f"no such line: {problem}") from error
            if not 1 <= problem.column <= len(lines[problem.line - 1]) + 1:
                raise AssertionError(f"no such column: {problem}") from error
            if not safe(str(problem)).startswith(f"{NAME}:{problem.line}:{problem.column}: "):
                raise AssertionError(f"no place: {problem}") from error
        if not error.problems:
            raise AssertionError("refused without a problem") from error
        return None, error.problems


def one_file(content: bytes, dice: random.Random) -> bool:
    """Load, check and ask; return whether it loads. Raises whatever is wrong.

    Raises:
        Exception: Any but an error of ours is a fault, and so is an `AssertionError`.
    """
    known, problems = directory_of(content)
    examination = examine(content, NAME, today=TODAY)
    for one in (*examination.problems, *examination.doubts):
        safe(str(one))
    if examination.problems != problems:
        raise AssertionError(f"check tells {examination.problems}, load {problems}")
    if known is not None:
        ask(known, dice)
    return known is not None


def ask(known: Directory, dice: random.Random) -> None:
    """Ask one directory a few questions, and show everything."""
    listed = list(known.lines())
    safe(lines_text(listed))
    safe(safe_json(json.dumps(lines_data(listed), ensure_ascii=False)))
    served = sorted({country for line, _ in listed for country in known.facts.served_by(line)})
    for _ in range(3):
        country = dice.choice(served + COUNTRIES)
        try:
            answer = known.who_can_i_call(
                country,
                languages=dice.sample(["en", "de", "es", "fr", "zh"], dice.choice((0, 0, 1, 2))),
                tier=dice.choice([None, None, *(tier.id for tier in known.tiers)]),
                severity=dice.choice([None, None, *known.facts.severities]),
                desk=dice.choice([None, None, *known.facts.desks]),
                time_zone=dice.choice([None, None, "Europe/Berlin", "Pacific/Apia"]),
                calling_from=dice.choice([None, None, None, "FR"]),
                at=dice.choice(INSTANTS),
            )
        except SupportlinesError as error:
            safe(str(error))
            continue
        safe(answer_text(answer, explain=True, locale=dice.choice(["en", "de", "ar"])))
        safe(safe_json(json.dumps(answer_data(answer), ensure_ascii=False)))
    if dice.random() < 0.05:
        safe(changes_text(compare(BEFORE, known.facts)))
        period = Period.of_week(WEEK, is_local=True)
        safe(coverage_text(measure(known.facts, period, countries=served[:2] or ["GB"])))


def fault_of(seed: int, likely: Likely) -> tuple[Fault | None, bool]:
    """Return what the file of a seed breaks, None if nothing, and whether it loads."""
    content = mutant(seed, likely)
    began = time.process_time()
    loads = False
    try:
        loads = one_file(content, random.Random(seed))  # noqa: S311 - as above
    except Exception:  # noqa: BLE001 - the first of any kind is what is looked for
        return Fault(seed, content, traceback.format_exc(limit=-6)), loads
    took = time.process_time() - began
    if took > SECONDS:
        return Fault(seed, content, f"it took {took:.0f} s"), loads
    return None, loads


def main(arguments: list[str]) -> int:
    """Try COUNT files; print the faults and how many files could be loaded."""
    likely = bases()
    if arguments[:1] == ["--one"] and len(arguments) > 1:
        seeds = range(int(arguments[1]), int(arguments[1]) + 1)
    else:
        first = int(arguments[1]) if len(arguments) > 1 else 0
        seeds = range(first, first + int(arguments[0] if arguments else 2_000))
    faults = loaded = 0
    for seed in seeds:
        fault, loads = fault_of(seed, likely)
        loaded += loads
        if fault is not None:
            faults += 1
            sys.stdout.write(f"--- seed {seed}\n{fault.content!r}\n{fault.what}\n")
    sys.stdout.write(f"{len(seeds)} files: {loaded} could be loaded, {faults} broke something\n")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
