"""The answer as a value: complete, ordered, explained."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from supportlines import words
from supportlines.errors import cut, one_line
from supportlines.hours import instant_text
from supportlines.values import BriefRecord
from supportlines.words import NOTHING, Values

if TYPE_CHECKING:
    from datetime import date, datetime

    from supportlines.directory import Line
    from supportlines.hours import State, TimeLine
    from supportlines.phones import Cost, Kind, Step
    from supportlines.words import Phrase


_LONGEST = 200


def _short(text: str) -> str:
    """Return *text* as it fits one line."""
    return cut(one_line(text), _LONGEST)


class _Said:
    """What is said in words when somebody reads it."""

    _context: ClassVar[str] = ""
    code: str
    values: Values

    def __post_init__(self) -> None:
        """Take a dictionary for the values that it holds: it could be changed."""
        if type(self.values) is not Values:
            object.__setattr__(self, "values", Values(**self.values))

    @property
    def text(self) -> str:
        """The English sentence, or two."""
        # Whoever shows an answer again shows the same sentence: it is made once for each value.
        known: str | None = self.__dict__.get("_text")
        if known is None:
            known = self.__dict__["_text"] = self.say("en")
        return known

    def say(self, locale: str) -> str:
        """Return the sentence in *locale*; in English where there is no catalogue of it."""
        return words.say(self.code, self.values, locale, self._context)

    def say_in(self, locale: str) -> Phrase:
        """Return what `say` does, with the locale in which it is written."""
        return words.say_in(self.code, self.values, locale, self._context)

    def __repr__(self) -> str:
        try:
            said = _short(self.text)
        except (KeyError, AttributeError, TypeError, ValueError):  # made by hand: nobody can say it
            said = ""
        return f"<{type(self).__name__} {self.code}{': ' if said else ''}{said}>"

    def __getstate__(self) -> dict[str, object]:
        """Leave out of a pickle what is made again."""
        return {name: value for name, value in self.__dict__.items() if name != "_text"}


@dataclass(frozen=True, repr=False)
class Caveat(_Said):
    """Something the caller should know before relying on an answer.

    >>> from datetime import date
    >>> caveat = Caveat("line_ends", Values(until=date(2026, 12, 31)))
    >>> caveat.text
    'The source lists this line until 2026-12-31 only.'
    """

    code: str
    """Stable, for programs: `holidays_not_considered`. See docs/reference/codes.md."""
    values: Values = NOTHING
    """What the sentence speaks of: codes, tags, ids, zones, days, and texts of the directory."""


@dataclass(frozen=True, repr=False)
class Reason(_Said):
    """Why a line is, or is not, among the options.

    >>> Reason("own_line", Values(country="FR")).text
    'The source lists this line for France.'
    """

    _context = "reason"

    code: str
    """Stable, for programs: `own_line`. See docs/reference/codes.md."""
    values: Values = NOTHING
    """What the sentence speaks of: codes, tags, ids, zones, days, and texts of the directory."""
    published_as: str | None = None
    """The words of the source that this rests on, if there are any."""


class Opening(NamedTuple):
    """A time at which somebody answers, or perhaps does."""

    start: datetime
    """Its first instant, in UTC."""
    end: datetime
    """The instant at which it is over, in UTC."""
    state: State
    """ "open" or "unknown"."""


class Withheld(NamedTuple):
    """A line of the caller's country that this caller cannot use, and why."""

    line: Line
    """The directory's line."""
    reason: Reason
    """Why it is not among the options."""


@dataclass(frozen=True, repr=False)
class Caller:
    """Who asks: the question without its instant, every word checked."""

    country: str
    """ISO 3166-1 alpha-2 code of the customer's country."""
    languages: tuple[str, ...]
    """Canonical BCP 47 tags in order of preference; empty: any language will do."""
    tier: str
    """Id of the tier that the caller is entitled to."""
    desk: str | None
    """Id of the desk asked for, or None for any."""
    severity: str | None
    """Id of how bad it is, or None if the caller did not say."""
    time_zone: str | None
    """IANA name that the caller gave, or None."""
    calling_from: str
    """ISO 3166-1 alpha-2 code of the country where the phone stands."""
    local_zones: tuple[str, ...]
    """IANA names of the zones that "the caller's local time" may mean; one if it is decided."""
    subdivision: str | None = None
    """Part of the country by ISO 3166-2, or None."""
    channels: tuple[str, ...] = ("phone",)
    """The channels that are wanted, in order of preference."""
    facets: tuple[tuple[str, str], ...] = ()
    """What else was said, sorted: pairs such as ("brand", "north") or ("phone", "mobile")."""
    assumed: tuple[str, ...] = ()
    """What was not said and is taken for granted: "tier", or nothing."""

    def __hash__(self) -> int:
        # What a caller is offered is looked up at every call: the hash is worked out once.
        known: int | None = self.__dict__.get("_hash")
        if known is None:
            known = hash(tuple(getattr(self, one.name) for one in fields(self)))
            self.__dict__["_hash"] = known
        return known

    def __getstate__(self) -> dict[str, object]:
        """Leave out of a pickle what differs between processes."""
        return {name: value for name, value in self.__dict__.items() if name != "_hash"}

    def said(self, name: str) -> str | None:
        """Return what was said of *name*: "tier", "desk", "brand", …; None if nothing was.

        Of the tier it is also what is taken for granted.
        """
        if name in ("tier", "desk", "severity", "subdivision"):
            value: str | None = getattr(self, name)
            return value
        return next((value for one, value in self.facets if one == name), None)

    def __repr__(self) -> str:
        asked = ", ".join(self.languages) or "*"
        return f"<Caller {self.country}, {_short(asked)}, {self.tier}>"


@dataclass(frozen=True, repr=False)
class Option:
    """One line as this caller would use it at this instant."""

    line: Line
    """The directory's line; of several that are one option the one that is nearest."""
    channel: str
    """How the desk is reached: "phone", "sms", "textphone", "chat", "web_form", "email", …"""
    mode: str
    """ "live": somebody answers while one waits; "message": it is taken, and answered later."""
    desk: str | None
    """Id of the desk that it reaches; None in a directory that does not tell desks apart.

    Of several it is the one that was asked for, or the first.
    """
    desks: tuple[str, ...]
    """Ids of all desks that are reached in this way; empty where `desk` is None."""
    desk_names: tuple[str, ...]
    """What people call them."""
    number: str | None
    """E.164 with its plus sign; None for digits that exist inside countries only, and for none."""
    published_as: str
    """The contact as the source prints it; several prints are joined by " / "."""
    dial: str | None
    """The keys to press from where the phone stands, in groups; None where there are no digits.

    Of a messaging service it is the number with its plus sign, wherever one is.
    """
    tel_uri: str | None
    """RFC 3966 link, or None."""
    uri: str | None
    """The link that opens it: `tel:`, `sms:`, `https:` or `mailto:`; None if there is none.

    That of a call holds, behind a comma each, the keys to press after the answer.
    """
    contact: str | None
    """What is used instead of digits: a page, an address, or where the caller finds the number."""
    via: str | None
    """Who answers first and puts one through: "operator", "interpreter", "relay", or None."""
    steps: tuple[Step, ...]
    """What to press, enter or say after contact, in order.

    Those of everybody and those that lead to `language`; without one, to any of `languages`.
    """
    kind: Kind
    """What sort of number it is: "toll_free", "geographic", …"""
    cost: Cost
    """What the call costs this caller."""
    language: str | None
    """The best of the caller's languages that this option serves, in canonical form."""
    language_mode: str | None
    """How it is served: "native", "interpreter", "best_effort"; None where nobody says which."""
    languages: tuple[str, ...]
    """Every language, known or assumed, with this state, next change and grounds on this line."""
    hours: TimeLine
    """When `language` is spoken here, as far as it is certain for this caller.

    Without a wanted language it is when any of `languages` is. Where several lines are one option,
    it is when somebody answers on any of them.

    It is asked as `OpeningHours` are: `hours.state(at)`, `hours.intervals(start, end)`.
    """
    day: tuple[datetime, datetime] | None
    """The calendar day asked about on the caller's clock: its first instant and that of the next.

    Both are in UTC. None where the caller may be in several zones whose clocks do not agree on
    them, and where no zone is known.
    """
    state: State
    """ "open", "closed" or "unknown"."""
    changes_at: datetime | None
    """First later instant, in UTC, from which on the state is another; None if there is none.

    A line that ceases is closed from then on. Where the caller's zone is not decided, it is the
    state on which all possible zones agree, and unknown where they do not.
    """
    next_state: State | None
    """The state from `changes_at` on; None exactly where that is."""
    next_reason: Reason | None
    """Why nobody surely answers then: the public holiday, the reason of an exception, a comment.

    None on an ordinary day, where the next state is "open", and where it is not the same for all
    for whom the option is.
    """
    reply_by: datetime | None
    """The instant, in UTC, by which a first answer is promised; None if none is, or can be told."""
    reasons: tuple[Reason, ...]
    """Why this line, this language, this state; at least one of each."""
    caveats: tuple[Caveat, ...]
    """What to know before relying on this option."""

    def __repr__(self) -> str:
        spoken = _short(", ".join(self.languages)) or "?"
        until = "" if self.changes_at is None else f" until {instant_text(self.changes_at)}"
        return f"<Option {self.line.id}: {self.state}{until}, {spoken}>"

    @property
    def today(self) -> tuple[Opening, ...] | None:
        """The times of `day` at which somebody answers or perhaps does, in UTC; clipped to it.

        None where the day is not known. What lies outside of them is closed.
        """
        if self.day is None:
            return None
        stretches = self.hours.stretches(*self.day)
        return tuple(Opening(*one) for one in stretches if one[2] != "closed")

    @property
    def next_why(self) -> str | None:
        """`next_reason` in words."""
        return self.next_reason.text if self.next_reason is not None else None


class SourceRead(NamedTuple):
    """Where the directory's facts come from, and when they were last read."""

    title: str
    """Of the page."""
    url: str | None
    """Where the page is."""
    read_on: date
    """Day on which a person last compared the directory with it."""
    version: date | None = None
    """The date that the page gives itself, or None."""


@dataclass(frozen=True, repr=False)
class AnswerData(BriefRecord):
    """What an answer was computed from."""

    directory: str
    """Id of the directory."""
    sources: tuple[SourceRead, ...]
    """The pages it rests on, the first being that of all that names none."""
    zone_data_version: str
    """IANA time zone data, for example "2026f"."""
    holidays_version: str | None = None
    """Version of the package `holidays`; None if no public holidays were looked up."""
