"""The question as a value, and the caller whom a directory understands by it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Callable, Mapping, Sequence, TypeVar

from supportlines.directory import CHANNELS, OTHER
from supportlines.errors import SupportlinesError, plain
from supportlines.hours import open_zone
from supportlines.languages import parse_tag
from supportlines.lookup.answer import Caller
from supportlines.lookup.errors import (
    QuestionError,
    UnknownChoiceError,
    WrongArgumentError,
    no_question,
)
from supportlines.lookup.resolution import local_zones
from supportlines.places import parse_country
from supportlines.places.holidays import subdivision_of
from supportlines.values import BriefRecord

if TYPE_CHECKING:
    from datetime import tzinfo

    from supportlines.directory import Facts

T = TypeVar("T")


@dataclass(frozen=True, repr=False)
class Question(BriefRecord):
    """Who can I call: everything that a caller says, but for the instant.

    It is checked when a directory is asked. Equal questions have one hash.

    >>> Question("MX", languages=["es", "en"]) == Question("MX", languages=("es", "en"))
    True
    """

    country: str
    """ISO 3166-1 alpha-2 code of the customer's country, in any case."""

    languages: Sequence[str] = ()
    """BCP 47 tags in order of preference, as a tuple; one may be given alone. Empty: any."""

    tier: str | None = None
    """What the customer is entitled to; None: the directory's first tier."""

    desk: str | None = None
    """What the call is about, if the directory distinguishes desks; None: whatever."""

    severity: str | None = None
    """How bad it is, where the hours depend on it; None: it was not said."""

    time_zone: str | tzinfo | None = None
    """IANA name of the caller's zone; a `ZoneInfo` becomes its name. None: it was not said."""

    calling_from: str | None = None
    """Country where the phone stands; None: `country`."""

    subdivision: str | None = None
    """Part of the country by ISO 3166-2 ("DE-BY" or "BY"), for its lines and public holidays."""

    channels: Sequence[str] = ("phone",)
    """The channels that are wanted, in order of preference; others are `other_ways`."""

    facets: Mapping[str, str] | Sequence[tuple[str, str]] = ()
    """What else is known, by its name: "phone" ("landline" or "mobile"), "carrier", "request", and
    the facets of the directory. A mapping becomes sorted pairs."""

    def __post_init__(self) -> None:
        """Take lists, zones and texts as they come: equal questions are to be the same."""
        said = self.__dict__
        for name, value in said.items():
            if type(value) is not str and isinstance(value, str):
                said[name] = plain(value)
        said["languages"] = _tags(self.languages)
        if said["channels"] != ("phone",):
            said["channels"] = _tags(self.channels)
        if said["facets"] != ():
            said["facets"] = _pairs(self.facets)
        key = getattr(self.time_zone, "key", None)
        if isinstance(key, str):
            said["time_zone"] = plain(key)

    def __hash__(self) -> int:
        # A question is looked up at every call: its parts are hashed once.
        known: int | None = self.__dict__.get("_hash")
        if known is None:
            parts = (self.country, self.languages, self.tier, self.desk, self.severity)
            more = (self.subdivision, self.channels, self.facets)
            known = hash((*parts, self.time_zone, self.calling_from, *more))
            self.__dict__["_hash"] = known
        return known

    def __getstate__(self) -> dict[str, object]:
        """Leave out of a pickle what differs between processes."""
        return {name: value for name, value in self.__dict__.items() if name != "_hash"}


def _tags(languages: object) -> object:
    """Return languages as a tuple; what cannot be one is told when the question is asked."""
    if languages is None:
        return ()
    if isinstance(languages, str):
        return (plain(languages),)
    if isinstance(languages, (set, frozenset, dict, bytes)):  # no order of preference, no texts
        return languages
    try:
        tags = tuple(languages)  # type: ignore[var-annotated, arg-type]  # if it is none, it is told
    except TypeError:
        return languages
    return tuple(plain(tag) if isinstance(tag, str) else tag for tag in tags)


def _pairs(facets: object) -> object:
    """Return what else is known as sorted pairs; what cannot be that is told when it is asked."""
    if facets is None:
        return ()
    listed = facets.items() if isinstance(facets, Mapping) else facets
    try:
        pairs = [(name, value) for name, value in listed]  # type: ignore[attr-defined]
        return tuple(
            sorted((plain(name), None if value is None else plain(value)) for name, value in pairs)
        )
    except (TypeError, ValueError, AttributeError):
        return facets


def caller_of(facts: Facts, question: Question, also: Sequence[SupportlinesError] = ()) -> Caller:
    """Return the caller whom *question* describes, against what *facts* know.

    Args:
        facts: Whose tiers, desks and severities count.
        question: What was said.
        also: Problems found elsewhere that belong into the same error.

    Raises:
        SupportlinesError: The one problem there is, as `LookupError` or `ValueError`.
        QuestionError: Several problems, in the order of the question's parts.
    """
    if not isinstance(question, Question):
        raise no_question(question)
    check = _Checks()
    country = check.text("country", question.country, parse_country)
    tags = check.tags(question.languages)
    tiers = [one.id for one in facts.tiers]
    tier = check.choice("tier", question.tier, tiers) if question.tier is not None else tiers[0]
    desk = check.choice("desk", question.desk, facts.desk_ids)
    severity = check.choice("severity", question.severity, facts.severities)
    zone = check.zone("time_zone", question.time_zone)
    standing = check.optional("calling_from", question.calling_from, parse_country) or country
    part = None
    if country is not None:
        of_country = partial(subdivision_of, country)
        part = check.optional("subdivision", question.subdivision, of_country)
    channels = check.channels(question.channels)
    facets = check.facets(facts, question.facets)
    check.problems.extend(also)
    check.raise_problems()
    return Caller(
        country=country or "",
        languages=tags,
        tier=tier or "",
        desk=desk,
        severity=severity,
        time_zone=zone,
        calling_from=standing or "",
        local_zones=local_zones(facts, country or "", zone),
        subdivision=part,
        channels=channels,
        facets=facets,
        assumed=() if question.tier is not None else ("tier",),
    )


def facets_of(facts: Facts) -> dict[str, tuple[str, ...]]:
    """Return what else a question to *facts* may say, by its name, with the values that it takes.

    A carrier, and a kind of request, may be another one than those that are named.
    """
    found: dict[str, tuple[str, ...]] = {"phone": ("landline", "mobile")}
    if facts.carriers:
        found["carrier"] = (*facts.carriers.values(), OTHER)
    if facts.requests:
        found["request"] = (*facts.requests, OTHER)
    return {**found, **{one.id: tuple(one.values) for one in facts.facets}}


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

    def optional(self, name: str, value: object, parse: Callable[[str], T]) -> T | None:
        return None if value is None else self.text(name, value, parse)

    def zone(self, name: str, value: object) -> str | None:
        # A `ZoneInfo` that has a name is that name already.
        if value is None or isinstance(value, str):
            return self.optional(name, value, lambda text: open_zone(text).name)
        self.problems.append(WrongArgumentError.no_zone(name, value))
        return None

    def tags(self, value: object) -> tuple[str, ...]:
        if not isinstance(value, tuple):
            self.problems.append(WrongArgumentError.no_tags("languages", value))
            return ()
        found = [self.text("languages", tag, parse_tag) for tag in value]
        return tuple(dict.fromkeys(tag for tag in found if tag is not None))

    def channels(self, value: object) -> tuple[str, ...]:
        """Return the channels that are wanted, each once."""
        if value == ("phone",):
            return ("phone",)
        if not isinstance(value, tuple) or not value:
            self.problems.append(WrongArgumentError.no_channels(value))
            return ()
        found = [self.choice("channel", one, CHANNELS) for one in value]
        return tuple(dict.fromkeys(one for one in found if isinstance(one, str)))

    def facets(self, facts: Facts, value: object) -> tuple[tuple[str, str], ...]:
        """Return what else is known as pairs of a name and a value that there are."""
        if value == ():
            return ()
        if not isinstance(value, tuple):
            self.problems.append(WrongArgumentError.no_facets(value))
            return ()
        known = facets_of(facts)
        found: dict[str, str] = {}
        for name, said in value:
            if self.choice("facet", name, tuple(known)) not in known or said is None:
                continue
            taken = said
            if name == "carrier" and isinstance(said, str):
                taken = facts.carriers.get(said.casefold(), said)
            if self.choice(name, taken, known[name]) in known[name]:
                if name in found:
                    self.problems.append(WrongArgumentError.no_facets(value))
                found[name] = taken
        return tuple(sorted(found.items()))

    def choice(self, what: str, found: str | None, known: Sequence[str]) -> str | None:
        if found is None:
            return None
        if not isinstance(found, str):
            self.problems.append(WrongArgumentError.no_text(what, found))
        elif found not in known:
            self.problems.append(UnknownChoiceError(what, found, known))
        return found

    def raise_problems(self) -> None:
        if len(self.problems) == 1:
            raise self.problems[0]
        if self.problems:
            raise QuestionError(self.problems)
