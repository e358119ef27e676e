"""The whole answer: options, and what belongs beside them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from supportlines.hours import instant_text
from supportlines.values import BriefRecord

if TYPE_CHECKING:
    from datetime import date, datetime

    from typing_extensions import Self

    from supportlines.directory import Preparation, Promise, SelfHelp
    from supportlines.hours import State
    from supportlines.lookup.answer import AnswerData, Caller, Caveat, Option, Reason, Withheld


@dataclass(frozen=True, repr=False)
class Choice(BriefRecord):
    """A reply that the caller might give, and what the answer would be with it."""

    value: str
    """What to say: an id, a code, a zone."""
    name: str
    """What people call it."""
    state: str
    """The state of the answer then; see `Answer.state`."""
    line: str | None
    """Id of the line of the best option then, or of the first guess if the state is "no_line";
    None if there is neither."""
    dial: str | None
    """What to press for it, or None where that is no number."""
    changes_at: datetime | None
    """When its state changes, in UTC; None if it does not."""
    contact: str | None = None
    """What is used instead of digits, if that is so."""
    reply_by: datetime | None = None
    """By when a first answer is promised then, in UTC; None if nobody promises one."""


@dataclass(frozen=True, repr=False)
class Ask(BriefRecord):
    """Something that the caller could say, because it makes a difference."""

    code: str
    """What of a question it is: "tier", "desk", "severity", "language", "time_zone", "carrier",
    …, or the id of a facet of the directory."""
    choices: tuple[Choice, ...]
    """What might be said, in the order of the directory, each with what would hold then."""
    reason: Reason
    """Why it is asked."""
    name: str
    """What to ask, in words."""
    required: bool = False
    """Whether nothing that it decides is offered before it is said."""


@dataclass(frozen=True, repr=False)
class ComingChange(BriefRecord):
    """A closure, or changed hours, of the best option within the next 30 days.

    What begins within one of at most 400 days is told with it, though it may be further ahead.
    They come with a holiday or an exception, with the first day of another rule, or with the end
    of the line.
    """

    start: datetime
    """The first instant at which they hold, in UTC."""
    end: datetime | None
    """The instant at which they are over, in UTC; None if that is not known, or never."""
    state: State
    """What it is then: "unknown" if at any time of it nobody knows, "closed" all the time, else
    "open" for some of it. Of another rule it is "open" if it is so at all in its first seven days.

    Of a time within it in which another one of these holds, that one speaks.
    """
    why: Reason
    """What it is called: the public holiday, the exception's reason; what the other rule says."""
    hours: tuple[tuple[datetime, datetime], ...] = ()
    """When somebody answers within it, in UTC; of another rule, within its first seven days, and
    of what has no end, as far as it is over 31 days later. Empty if `state` is not "open".

    A night that begins on its last day is there to its end.
    """
    days: tuple[date, date] | None = None
    """Its first and last day on the wall of whoever's hours they are; None if it begins or ends at
    another time than midnight, or nobody knows its end."""


@dataclass(frozen=True, repr=False)
class Elsewhere(BriefRecord):
    """A matter that the desk of the best option is not for, and who is."""

    what: str
    """The matter, such as "How-to questions"."""
    desk: str | None
    """Id of the desk that it is for, or None."""
    name: str | None
    """What people call that desk, or the line."""
    line: str | None
    """Id of the line that it is for, or None."""
    url: str | None
    """A page that helps with it, or None."""


LATER = ("asks", "coming", "prepare", "self_help", "promises", "not_for", "holds_until")
"""What of an answer is worked out when it is read: most who ask want an option."""


@dataclass(frozen=True, repr=False)
class Result:
    """Who can be called at `at`: options, best first, with everything that was assumed.

    At the public door it is an `Answer`, which can be written in words and as JSON.
    """

    at: datetime
    """The instant asked about, in UTC."""
    caller: Caller
    """Who asked."""
    state: str
    """State of the best option: "open", "closed" or "unknown"; "no_line" if there is none.

    It is "unknown" too where there is no option because something must be said first: see `asks`.
    """
    options: tuple[Option, ...]
    """Lines of the wanted channels that can be used from where the caller is, best first."""
    other_ways: tuple[Option, ...]
    """Lines of other channels, those first on which somebody answers while one waits."""
    withheld: tuple[Withheld, ...]
    """Lines that cannot be used from there, or at all; they have no part in `state`."""
    guesses: tuple[Option, ...]
    """For a country that the source does not list: what might help all the same."""
    asks: tuple[Ask, ...]
    """What the caller could add, and what would then be different."""
    coming: tuple[ComingChange, ...]
    """Closures and changed hours of the best option within the next 30 days."""
    prepare: tuple[Preparation, ...]
    """What to have ready: things that are for the caller, or may be."""
    self_help: tuple[SelfHelp, ...]
    """Pages to read first: those that are for the caller, or may be."""
    promises: tuple[Promise, ...]
    """What the caller may ask to be told."""
    not_for: tuple[Elsewhere, ...]
    """What the desk of the best option is not for, and where to go with that."""
    caveats: tuple[Caveat, ...]
    """What concerns the answer as a whole."""
    data: AnswerData
    """What it was computed from."""
    holds_until: datetime | None = field(compare=False)
    """The instant, in UTC, from which on something of it may be otherwise; None if nothing will.

    Who asks before it, from `at` on, is answered the same, but for `at`, to the second. It is no
    part of the answer: equal answers may be known to hold for different times.
    """

    @classmethod
    def of(cls, said: dict[str, Any]) -> Self:
        """Return the result of which this is *said*: what `cls(**said)` is, in half the time.

        A frozen dataclass sets its fields one by one; of a question asked again that is a third.
        The dictionary is the result's from then on. What is in `LATER` need not be said: it is
        asked, when it is read, of the function under `_beside`, with what stands there behind it.
        """
        made = object.__new__(cls)
        object.__setattr__(made, "__dict__", said)
        return made

    def __getattr__(self, name: str) -> Any:
        if name in LATER and "_beside" in self.__dict__:
            work_out, *given = self.__dict__["_beside"]
            found = self.__dict__[name] = work_out(*given, name)
            return found
        raise AttributeError(name)

    def __getstate__(self) -> dict[str, Any]:
        """Return all that is said: who was to work it out stays behind."""
        for name in LATER:
            getattr(self, name)
        return {name: value for name, value in self.__dict__.items() if name != "_beside"}

    def __repr__(self) -> str:
        count = len(self.options)
        options = "1 option" if count == 1 else f"{count} options"
        asked = f"{self.caller.country} at {instant_text(self.at)}"
        return f"<{type(self).__name__} {asked}: {self.state}, {options}>"

    @property
    def best(self) -> Option | None:
        """The first option, or None if there is none."""
        return self.options[0] if self.options else None
