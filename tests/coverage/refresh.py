"""Write the golden files and pictures of coverage anew: `python tests/coverage/refresh.py`.

Read the diff: what changed there has changed for users.
"""

from __future__ import annotations

from pathlib import Path

from click.testing import CliRunner

from supportlines.cli.main import command

ROOT = Path(__file__).resolve().parents[2]
WORLD = ROOT / "tests" / "data" / "coverage_directory.yaml"
GOLDEN = Path(__file__).with_name("golden")
IMAGES = ROOT / "docs" / "images"

QUESTIONS = {
    GOLDEN / "year.txt": ["--year", "2026"],
    GOLDEN / "spanish_utc.txt": ["--year", "2026", "--utc", "--language", "es"],
    GOLDEN / "week.txt": ["--week", "2026-12-29T12:00Z", "--country", "ES", "--country", "US"],
    GOLDEN / "germany.json": ["--year", "2026", "--country", "DE", "--json"],
    IMAGES / "coverage_spanish.svg": ["--year", "2026", "--language", "es", "--svg", "-"],
}


def output(arguments):
    """Return what the command prints."""
    words = ["coverage", *arguments, "--directory", str(WORLD)]
    return CliRunner().invoke(command, words, catch_exceptions=False).stdout_bytes


if __name__ == "__main__":
    for path, arguments in QUESTIONS.items():
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(output(arguments))
