"""Texts of others, imported with what a person would say beside them."""

from __future__ import annotations

import datetime as dt

import pytest

import supportlines
from supportlines.exchange import Given, import_text

DAY = dt.date(2026, 11, 2)


@pytest.fixture
def read():
    """Import a text; the name and the page are given unless a test says otherwise."""

    def imported(text, kind=None, **given):
        usual = {"name": "Example", "source_url": "https://a.example", "origin": "lines.csv"}
        return import_text(text, Given(DAY, **{**usual, **given}), kind)

    return imported


@pytest.fixture
def lines(read):
    """Import a text and return the lines of the directory that it makes, by their ids."""

    def loaded(text, kind=None, **given):
        directory = supportlines.loads(read(text, kind, **given).text)
        return {line.id: line for line, _ in directory.facts.lines()}

    return loaded
