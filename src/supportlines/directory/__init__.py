"""Who can be called: a directory as data, read from a file and checked once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from supportlines.directory.conditions import LIMITS, OTHER, Facet
from supportlines.directory.days import DayException, Holiday
from supportlines.directory.fields import (
    ANY_LANGUAGE,
    ANYWHERE,
    CALLED_CHANNELS,
    CALLER,
    CHANNELS,
    FOR_ALL,
    LIVE_CHANNELS,
    NATIONAL,
    NOT_STATED,
)
from supportlines.directory.finding import (
    DirectoryError,
    Finding,
    Path,
    Problem,
    did_you_mean,
    path_by_ids,
)
from supportlines.directory.guidance import (
    Address,
    Affiliate,
    Desk,
    Level,
    NotFor,
    Organisation,
    Preparation,
    Promise,
    Request,
    SelfHelp,
)
from supportlines.directory.model import About, Facts
from supportlines.directory.records import (
    Correction,
    CountryFacts,
    Guess,
    Line,
    Region,
    Rule,
    Source,
    Tier,
)
from supportlines.directory.replies import Reply, Within
from supportlines.phones import Step

if TYPE_CHECKING:
    from supportlines.directory.compiled import compile_facts, facts_of_compiled
    from supportlines.directory.plain import facts_of_plain, plain_of
    from supportlines.directory.reading import load_directory
    from supportlines.directory.schema import json_schema
    from supportlines.directory.writing import dump

__all__ = [
    "ANYWHERE",
    "ANY_LANGUAGE",
    "CALLED_CHANNELS",
    "CALLER",
    "CHANNELS",
    "FOR_ALL",
    "LIMITS",
    "LIVE_CHANNELS",
    "NATIONAL",
    "NOT_STATED",
    "OTHER",
    "About",
    "Address",
    "Affiliate",
    "Correction",
    "CountryFacts",
    "DayException",
    "Desk",
    "DirectoryError",
    "Facet",
    "Facts",
    "Finding",
    "Guess",
    "Holiday",
    "Level",
    "Line",
    "NotFor",
    "Organisation",
    "Path",
    "Preparation",
    "Problem",
    "Promise",
    "Region",
    "Reply",
    "Request",
    "Rule",
    "SelfHelp",
    "Source",
    "Step",
    "Tier",
    "Within",
    "compile_facts",
    "did_you_mean",
    "dump",
    "facts_of_compiled",
    "facts_of_plain",
    "json_schema",
    "load_directory",
    "path_by_ids",
    "plain_of",
]

_LATER = {
    "compile_facts": "compiled",
    "dump": "writing",
    "facts_of_compiled": "compiled",
    "facts_of_plain": "plain",
    "json_schema": "schema",
    "load_directory": "reading",
    "plain_of": "plain",
}
"""What not everybody needs: pydantic and YAML come with what reads a file."""


def __getattr__(name: str) -> object:
    """Load what not everybody needs when it is used (PEP 562)."""
    if name not in _LATER:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    import importlib  # noqa: PLC0415 - as in the package itself

    value = getattr(importlib.import_module(f"{__name__}.{_LATER[name]}"), name)
    globals()[name] = value
    return value
