"""Each wrong file in tests/invalid gives exactly the messages that lie beside it.

After a change of words run `python -m tests.refresh` and read the diff.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from supportlines.directory import DirectoryError, load_directory

WRONG = Path(__file__).parent.parent / "invalid"
FILES = sorted(WRONG.glob("*.yaml"))


def messages(path: Path) -> str:
    """Return what is said about the file, or nothing if it can be used."""
    try:
        load_directory(path.read_bytes(), path.name)
    except DirectoryError as error:
        return f"{error}\n"
    return ""


@pytest.mark.parametrize("path", FILES, ids=[path.stem for path in FILES])
def test_wrong_file_gives_the_message_beside_it(path):
    """Place, record, value and remedy are as written."""
    expected = path.with_suffix(".txt").read_text(encoding="utf-8")

    assert expected == messages(path)


def test_there_are_enough_wrong_files():
    """A folder that was not found would pass every test in it."""
    assert len(FILES) >= 50


def test_every_wrong_file_has_its_message():
    """No message is left of a file that is gone, and no file without message."""
    assert {path.stem for path in FILES} == {path.stem for path in WRONG.glob("*.txt")}


def test_ten_mistakes_give_ten_problems():
    """Nobody has to run the check ten times."""
    with pytest.raises(DirectoryError) as caught:
        load_directory((WRONG / "ten_mistakes.yaml").read_bytes(), "ten_mistakes.yaml")

    assert len(caught.value.problems) == 10


def fresh():
    """Return what each file beside a wrong one holds now, for `python -m tests.refresh`."""
    return {path.with_suffix(".txt"): messages(path).encode() for path in FILES}
