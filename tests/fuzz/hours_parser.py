"""Throw texts at the parser of hours, led by what they reach in its code, for as long as wanted.

    pip install atheris .
    python tests/fuzz/hours_parser.py -max_total_time=3600

Any text must give a schedule that reads back as an equal value, or an error inside the text.
The first one that does neither is printed and ends the run. Texts start from a few real hours and
from the words of the notation; both lie in a folder that is removed at the end. Other arguments
are those of libFuzzer. It needs CPython 3.11 or newer on Linux, takes all of one core, and is not
part of the test suite: `tests/hours/test_notation.py` tries some hundred texts of this kind there.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["supportlines.hours"]):
    from supportlines.hours import HoursSyntaxError, Schedule

SEEDS = (
    "Mo-Fr 09:00-17:00",
    "Mo-Th 22:00-06:00; Fr 22:00-26:00; PH off",
    "24/7",
    'Sa-Su,PH unknown "by letter"',
    "Nov-Mar Mo[1],Fr[-1] 10:00-12:00,13:00-18:30",
    "Dec 24-Jan 2 off, 2026 Dec 24-2027 Jan 2 10:00-14:00 open",
    "2026-2028 Mo-Fr 09:00-17:00; 2029+ Feb 29 closed",
    "PH Mo-Fr 10:00-12:00, Mo[1-3,-1] off",
)
WORDS = """
    Mo Tu We Th Fr Sa Su PH SH Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec off closed open
    unknown 24/7 00:00 09:00 17:00 24:00 26:00 48:00 2026 2027 2026+ [1] [-1] || ; , - + : / ( )
    sunrise sunset dawn dusk easter week day am pm – — “ ” . ~
"""


def one_text(data: bytes) -> None:
    """Read the text that *data* stand for, and check what comes back."""
    text = data.decode("utf-8", "surrogateescape")
    try:
        schedule = Schedule.parse(text)
    except HoursSyntaxError as error:
        if not 0 <= error.offset <= len(text):
            raise AssertionError(f"{text!r}: {error.offset} is no place in it") from error
        if not (str(error) and error.expected.endswith(".")):
            raise AssertionError(f"{text!r}: the error names no remedy") from error
        return
    printed = str(schedule)
    again = Schedule.parse(printed)
    if again != schedule or str(again) != printed:
        raise AssertionError(f"{text!r} is printed {printed!r}, which is read as {again}")
    for warning in schedule.warnings:
        if not 0 <= warning.offset <= len(text):
            raise AssertionError(f"{text!r}: a warning at {warning.offset} is at no place in it")


def main() -> None:
    """Run until libFuzzer's limits are reached."""
    with tempfile.TemporaryDirectory() as folder:
        corpus = Path(folder, "texts")
        corpus.mkdir()
        for number, text in enumerate(SEEDS):
            Path(corpus, str(number)).write_text(text, encoding="utf-8")
        words = Path(folder, "words")
        escaped = ("".join(f"\\x{byte:02x}" for byte in word.encode()) for word in WORDS.split())
        words.write_text("".join(f'"{word}"\n' for word in escaped), encoding="ascii")
        arguments = [f"-dict={words}", "-max_len=300", *sys.argv[1:], str(corpus)]
        atheris.Setup([sys.argv[0], *arguments], one_text)
        atheris.Fuzz()


if __name__ == "__main__":
    main()
