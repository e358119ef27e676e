"""A question's words become a checked `Caller`; everything wrong is told at once."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Callable, Sequence, TypeVar

from supportlines.errors import SupportlinesError
from supportlines.hours import open_zone
from supportlines.languages import parse_tag
from supportlines.lookup.answer import Caller
from supportlines.lookup.errors import QuestionError, UnknownChoiceError, WrongArgumentError
from supportlines.lookup.resolution import local_zones
from supportlines.places import parse_country
from supportlines.places.holidays import subdivision_of

if TYPE_CHECKING:
    from supportlines.directory import Facts

T = TypeVar("T")


def check_question(
    directory: Facts,
    country: str,
    *,
    languages: Sequence[str] | None = None,
    tier: str | None = None,
    desk: str | None = None,
    severity: str | None = None,
    time_zone: str | None = None,
    calling_from: str | None = None,
    subdivision: str | None = None,
    also: Sequence[SupportlinesError] = (),
) -> Caller:
    """Return the caller that these words describe, against what *directory* knows.

    Args:
        directory: Whose tiers, desks and severities count.
        country: ISO 3166-1 alpha-2 code, in any case.
        languages: BCP 47 tags in order of preference; one tag may stand alone.
        tier: Id of a tier; the directory's first one if left out.
        desk: Id of a desk, or None for any.
        severity: Id of a severity, or None.
        time_zone: IANA name of the caller's zone, or None.
        calling_from: Country where the phone stands; *country* if left out.
        subdivision: Part of the country whose public holidays count, by ISO 3166-2.
        also: Problems found elsewhere that belong into the same error.

    Raises:
        SupportlinesError: The one problem there is, as `LookupError` or `ValueError`.
        QuestionError: Several problems, in the order of the arguments.
    """
    check = _Checks()
    code = check.text("country", country, parse_country)
    found = [check.text("languages", tag, parse_tag) for tag in _tags(check, languages)]
    tags = tuple(dict.fromkeys(tag for tag in found if tag is not None))
    tiers = [one.id for one in directory.tiers]
    chosen = check.choice("tier", tier, tiers) if tier is not None else tiers[0]
    desk = check.choice("desk", desk, directory.desks)
    severity = check.choice("severity", severity, directory.severities)
    zone = None
    if time_zone is not None:
        zone = check.text("time_zone", time_zone, lambda name: open_zone(name).name)
    standing = code
    if calling_from is not None:
        standing = check.text("calling_from", calling_from, parse_country)
    part = None
    if subdivision is not None and code is not None:
        part = check.text("subdivision", subdivision, partial(subdivision_of, code))
    check.problems.extend(also)
    check.raise_problems()
    return Caller(
        country=code or "",
        languages=tags,
        tier=chosen or "",
        desk=desk,
        severity=severity,
        time_zone=zone,
        calling_from=standing or "",
        local_zones=local_zones(directory, code or "", zone),
        subdivision=part,
    )


def _tags(check: _Checks, languages: Sequence[str] | None) -> Sequence[str]:
    if languages is None:
        return ()
    if isinstance(languages, str):
        return (languages,)
    try:
        return tuple(languages)
    except TypeError:
        check.problems.append(WrongArgumentError.no_tags("languages", languages))
        return ()


class _Checks:
    """Runs checks and keeps what they complain about."""

    def __init__(self) -> None:
        self.problems: list[SupportlinesError] = []

    def text(self, name: str, value: object, parse: Callable[[str], T]) -> T | None:
        if not isinstance(value, str):
            self.problems.append(WrongArgumentError.no_text(name, value))
            return None
        try:
            return parse(value)
        except SupportlinesError as problem:
            self.problems.append(problem)
            return None

    def choice(self, what: str, found: str | None, known: Sequence[str]) -> str | None:
        if found is not None and found not in known:
            self.problems.append(UnknownChoiceError(what, str(found), known))
        return found

    def raise_problems(self) -> None:
        if len(self.problems) == 1:
            raise self.problems[0]
        if self.problems:
            raise QuestionError(self.problems)
