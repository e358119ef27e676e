"""Who can I call right now, in what language, and what do I press?

Importing this package imports nothing else: public names load on first use.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from supportlines.api import Directory, load, who_can_i_call
    from supportlines.clock import now
    from supportlines.directory import DirectoryError
    from supportlines.errors import SupportlinesError
    from supportlines.hours import HoursSyntaxError, OpeningHours, UnknownTimeZoneError
    from supportlines.languages import LanguageTagError
    from supportlines.lookup import (
        Answer,
        Caller,
        Caveat,
        Option,
        QuestionError,
        Reason,
        UnknownChoiceError,
    )
    from supportlines.phones import PhoneNumber, PhoneNumberError
    from supportlines.places import UnknownCountryError

    __version__: str

__all__ = [
    "Answer",
    "Caller",
    "Caveat",
    "Directory",
    "DirectoryError",
    "HoursSyntaxError",
    "LanguageTagError",
    "OpeningHours",
    "Option",
    "PhoneNumber",
    "PhoneNumberError",
    "QuestionError",
    "Reason",
    "SupportlinesError",
    "UnknownChoiceError",
    "UnknownCountryError",
    "UnknownTimeZoneError",
    "load",
    "now",
    "who_can_i_call",
]

_ROOMS = {
    "Answer": "lookup",
    "Caller": "lookup",
    "Caveat": "lookup",
    "Directory": "api",
    "DirectoryError": "directory",
    "HoursSyntaxError": "hours",
    "LanguageTagError": "languages",
    "OpeningHours": "hours",
    "Option": "lookup",
    "PhoneNumber": "phones",
    "PhoneNumberError": "phones",
    "QuestionError": "lookup",
    "Reason": "lookup",
    "SupportlinesError": "errors",
    "UnknownChoiceError": "lookup",
    "UnknownCountryError": "places",
    "UnknownTimeZoneError": "hours",
    "load": "api",
    "now": "clock",
    "who_can_i_call": "api",
}


def __getattr__(name: str) -> object:
    """Load a public name from its room (PEP 562)."""
    import importlib  # noqa: PLC0415 - nothing is imported before a name is used

    if name == "__version__":
        metadata = importlib.import_module("importlib.metadata")
        return metadata.version("supportlines")
    if name not in _ROOMS:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(importlib.import_module(f"{__name__}.{_ROOMS[name]}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted([*__all__, "__version__"])
