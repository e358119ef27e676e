"""The shipped directory is answered from its compiled form, which says what its file says."""

from __future__ import annotations

import dataclasses
import importlib.util
from pathlib import Path

import supportlines
from supportlines.directory import facts_of_compiled
from supportlines.files import shipped_directory, shipped_facts


def test_compiled_form_is_that_of_the_file():
    """If not: `python tests/shipped/refresh.py`."""
    path = Path(__file__).with_name("refresh.py")
    spec = importlib.util.spec_from_file_location("refresh_of_shipped", path)
    refresh = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(refresh)

    stored = refresh.STORED.read_text(encoding="utf-8")

    assert stored == refresh.generated()
    assert "Do not edit." in stored.splitlines()[1]


def test_facts_are_those_of_the_one_validation(shipped):
    """Equal as values and in all that takes no part in comparing them."""
    facts = facts_of_compiled(shipped_facts(), shipped_directory())

    assert facts == shipped
    assert hash(facts) == hash(shipped)
    assert repr(dataclasses.asdict(facts)) == repr(dataclasses.asdict(shipped))
    assert facts == supportlines.load().facts


def test_compiled_form_is_of_no_use_for_another_file():
    """Whoever edits the file is answered from what it says now, compiled anew or not."""
    content = shipped_directory()

    assert facts_of_compiled(shipped_facts(), content.replace(b"09:00", b"09:30", 1)) is None
    assert facts_of_compiled(b"", content) is None
    assert facts_of_compiled(shipped_facts(), content.replace(b"\n", b"\r\n")) is not None
