"""Who can I call right now, in what language, and what do I press?

Ask:    load, loads, directories -> Directory; who_can_i_call, Question -> Answer, Option
Check:  check -> Examination, Problem, Doubt; Directory.changes_to, Directory.coverage
Hours:  OpeningHours
Errors: SupportlinesError is the root of all

    >>> import supportlines
    >>> answer = supportlines.load().who_can_i_call("DE", tier="premium", languages=["en"])
    >>> answer.state, answer.best.dial
    ('open', '00 800 4673 3428')

Importing this package imports nothing else: public names load on first use. What comes out
never changes, can be compared, hashed and pickled, and prints as one short line.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from supportlines.api import Answer as Answer
    from supportlines.api import Directory as Directory
    from supportlines.api import check as check
    from supportlines.api import directories as directories
    from supportlines.api import load as load
    from supportlines.api import loads as loads
    from supportlines.api import who_can_i_call as who_can_i_call
    from supportlines.changes import Change as Change
    from supportlines.clock import now as now
    from supportlines.coverage import Coverage as Coverage
    from supportlines.directory import CountryFacts as CountryFacts
    from supportlines.directory import Desk as Desk
    from supportlines.directory import DirectoryError as DirectoryError
    from supportlines.directory import Facet as Facet
    from supportlines.directory import Level as Level
    from supportlines.directory import Line as Line
    from supportlines.directory import Organisation as Organisation
    from supportlines.directory import Preparation as Preparation
    from supportlines.directory import Problem as Problem
    from supportlines.directory import Promise as Promise
    from supportlines.directory import Region as Region
    from supportlines.directory import Reply as Reply
    from supportlines.directory import Request as Request
    from supportlines.directory import Rule as Rule
    from supportlines.directory import SelfHelp as SelfHelp
    from supportlines.directory import Source as Source
    from supportlines.directory import Tier as Tier
    from supportlines.doubts import Doubt as Doubt
    from supportlines.doubts import Examination as Examination
    from supportlines.errors import SupportlinesError as SupportlinesError
    from supportlines.hours import HoursSyntaxError as HoursSyntaxError
    from supportlines.hours import OpeningHours as OpeningHours
    from supportlines.hours import UnknownTimeZoneError as UnknownTimeZoneError
    from supportlines.languages import LanguageTagError as LanguageTagError
    from supportlines.lookup import AnswerData as AnswerData
    from supportlines.lookup import Ask as Ask
    from supportlines.lookup import Caller as Caller
    from supportlines.lookup import Caveat as Caveat
    from supportlines.lookup import Choice as Choice
    from supportlines.lookup import ComingChange as ComingChange
    from supportlines.lookup import Elsewhere as Elsewhere
    from supportlines.lookup import Opening as Opening
    from supportlines.lookup import Option as Option
    from supportlines.lookup import Question as Question
    from supportlines.lookup import QuestionError as QuestionError
    from supportlines.lookup import Reason as Reason
    from supportlines.lookup import SourceRead as SourceRead
    from supportlines.lookup import UnknownChoiceError as UnknownChoiceError
    from supportlines.lookup import Withheld as Withheld
    from supportlines.phones import PhoneNumber as PhoneNumber
    from supportlines.phones import PhoneNumberError as PhoneNumberError
    from supportlines.phones import Step as Step
    from supportlines.places import UnknownCountryError as UnknownCountryError

    __version__: str

_ROOMS = {
    "Answer": "api",
    "AnswerData": "lookup",
    "Ask": "lookup",
    "Caller": "lookup",
    "Caveat": "lookup",
    "Change": "changes",
    "Choice": "lookup",
    "ComingChange": "lookup",
    "CountryFacts": "directory",
    "Coverage": "coverage",
    "Desk": "directory",
    "Directory": "api",
    "DirectoryError": "directory",
    "Doubt": "doubts",
    "Elsewhere": "lookup",
    "Examination": "doubts",
    "Facet": "directory",
    "HoursSyntaxError": "hours",
    "LanguageTagError": "languages",
    "Level": "directory",
    "Line": "directory",
    "Opening": "lookup",
    "OpeningHours": "hours",
    "Option": "lookup",
    "Organisation": "directory",
    "PhoneNumber": "phones",
    "PhoneNumberError": "phones",
    "Preparation": "directory",
    "Problem": "directory",
    "Promise": "directory",
    "Question": "lookup",
    "QuestionError": "lookup",
    "Reason": "lookup",
    "Region": "directory",
    "Reply": "directory",
    "Request": "directory",
    "Rule": "directory",
    "SelfHelp": "directory",
    "Source": "directory",
    "SourceRead": "lookup",
    "Step": "phones",
    "SupportlinesError": "errors",
    "Tier": "directory",
    "UnknownChoiceError": "lookup",
    "UnknownCountryError": "places",
    "UnknownTimeZoneError": "hours",
    "Withheld": "lookup",
    "check": "api",
    "directories": "api",
    "load": "api",
    "loads": "api",
    "now": "clock",
    "who_can_i_call": "api",
}

__all__ = [*_ROOMS]  # noqa: PLE0604 - their names


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
