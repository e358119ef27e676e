"""The golden files of `diff`, as they are printed now; `python -m tests.refresh` writes them."""

from __future__ import annotations

from pathlib import Path

from click.testing import CliRunner

from supportlines.cli.main import command

DATA = Path(__file__).resolve().parents[1] / "data"
GOLDEN = Path(__file__).with_name("golden")
QUESTIONS = {GOLDEN / "changes.txt": [], GOLDEN / "changes.json": ["--json"]}


def output(arguments):
    """Return what the command prints about the two files."""
    words = ["diff", str(DATA / "diff_old.yaml"), str(DATA / "diff_new.yaml"), *arguments]
    return CliRunner().invoke(command, words).stdout_bytes


def fresh():
    """Return what each file holds now."""
    return {path: output(arguments) for path, arguments in QUESTIONS.items()}
