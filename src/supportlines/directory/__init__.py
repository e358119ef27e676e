"""Who can be called: a directory as data, read from a file and checked once."""

from __future__ import annotations

from supportlines.directory.dated import DayException, Holiday
from supportlines.directory.loading import load_directory
from supportlines.directory.model import About, Facts
from supportlines.directory.problems import DirectoryError, Problem
from supportlines.directory.records import (
    Correction,
    CountryFacts,
    Guess,
    Line,
    Region,
    Rule,
    Source,
    Step,
    Tier,
)
from supportlines.directory.schema import json_schema

__all__ = [
    "About",
    "Correction",
    "CountryFacts",
    "DayException",
    "DirectoryError",
    "Facts",
    "Guess",
    "Holiday",
    "Line",
    "Problem",
    "Region",
    "Rule",
    "Source",
    "Step",
    "Tier",
    "json_schema",
    "load_directory",
]
