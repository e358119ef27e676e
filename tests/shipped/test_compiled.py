"""Shipped directories are answered from their compiled form, which says what their files say."""

from __future__ import annotations

import dataclasses
import importlib.util
from pathlib import Path

import pytest

import supportlines
from supportlines.directory import facts_of_compiled, load_directory
from supportlines.files import shipped_directory, shipped_facts, shipped_name

STEMS = ("regions", "gis-zhkh", "insales")
NAMES = ("redhat-support", "gis-zhkh", "insales")


@pytest.mark.parametrize("stem", STEMS)
def test_compiled_form_is_that_of_the_file(stem):
    """If not: `python tests/shipped/refresh.py`."""
    path = Path(__file__).with_name("refresh.py")
    spec = importlib.util.spec_from_file_location("refresh_of_shipped", path)
    refresh = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(refresh)

    stored = refresh.stored(stem).read_text(encoding="utf-8")

    assert refresh.STEMS == STEMS
    assert stored == refresh.generated(stem)
    assert "Do not edit." in stored.splitlines()[1]


@pytest.mark.parametrize("name", NAMES)
def test_facts_are_those_of_the_one_validation(name):
    """Equal as values and in all that takes no part in comparing them."""
    content = shipped_directory(name)

    read = load_directory(content, shipped_name(name))
    facts = facts_of_compiled(shipped_facts(name), content)

    assert facts == read
    assert hash(facts) == hash(read)
    assert repr(dataclasses.asdict(facts)) == repr(dataclasses.asdict(read))
    assert facts == supportlines.load(name).facts


def test_names_are_those_of_the_files():
    """Each file says itself what it is called; the first is meant where none is named."""
    assert supportlines.directories() == NAMES
    assert tuple(supportlines.load(name).id for name in NAMES) == NAMES
    assert supportlines.load() is supportlines.load("redhat-support")
    assert supportlines.load("insales") is supportlines.load("insales")


def test_compiled_form_is_of_no_use_for_another_file():
    """Whoever edits the file is answered from what it says now, compiled anew or not."""
    content = shipped_directory()

    assert facts_of_compiled(shipped_facts(), content.replace(b"09:00", b"09:30", 1)) is None
    assert facts_of_compiled(b"", content) is None
    assert facts_of_compiled(shipped_facts(), content.replace(b"\n", b"\r\n")) is not None
