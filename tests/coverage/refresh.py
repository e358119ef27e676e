"""The golden files and pictures of coverage, as they are printed now.

`python -m tests.refresh` writes them.
"""

from __future__ import annotations

from pathlib import Path

from click.testing import CliRunner

from supportlines.cli.main import command

ROOT = Path(__file__).resolve().parents[2]
WORLD = ROOT / "tests" / "data" / "coverage_directory.yaml"
HELPDESK = ROOT / "tests" / "data" / "spanish_helpdesk.yaml"
GOLDEN = Path(__file__).with_name("golden")
IMAGES = ROOT / "docs" / "images"

QUESTIONS = {
    GOLDEN / "year.txt": ["--year", "2026"],
    GOLDEN / "spanish_utc.txt": ["--year", "2026", "--utc", "--language", "es"],
    GOLDEN / "week.txt": ["--week", "2026-12-29T12:00Z", "--country", "ES", "--country", "US"],
    GOLDEN / "germany.json": ["--year", "2026", "--country", "DE", "--json"],
    GOLDEN / "world.svg": ["--year", "2026", "--language", "es", "--svg", "-"],
    IMAGES / "coverage_spanish.svg": ["--year", "2026", "--language", "es", "--svg", "-"],
}


def directory_of(path):
    """Return the directory that a file is about: the docs have one of their own."""
    return HELPDESK if path.parent == IMAGES else WORLD


def output(path):
    """Return what the command prints."""
    words = ["coverage", *QUESTIONS[path], "--directory", str(directory_of(path))]
    return CliRunner().invoke(command, words, catch_exceptions=False).stdout_bytes


def fresh():
    """Return what each file holds now."""
    return {path: output(path) for path in QUESTIONS}
