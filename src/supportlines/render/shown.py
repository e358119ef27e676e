"""What of an answer is shown, and where: the same in text as in HTML."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Mapping, NamedTuple, Tuple

from supportlines.directory import LIMITS
from supportlines.languages import best_match
from supportlines.lookup.caveats import OF_HOURS

if TYPE_CHECKING:
    from supportlines.lookup import Ask, Caveat, Choice, Option, Result

    Options = Tuple[Option, ...]

IN_THE_FIRST_LINE = ("only_for",)
"""Caveats that stand beside the state, since who they do not fit must not call."""

_DECIDES_A_CALL = frozenset(
    [
        "carrier_prefix",
        "carriers_only",
        "corrected",
        "landline_only",
        "line_ends",
        "line_turns",
        "mobile_only",
        "not_for",
        "only_for",
        "only_from_parts",
        "reply_depends",
        "note",
        "number_doubtful",
        "number_note",
        "trunk_prefix_unknown",
        "via",
    ]
)
"""Caveats without which a call may fail: every option shows them."""

_TOLD_BY = {
    "severity": ("severity_not_given",),
    "subdivision": ("subdivision_not_given",),
    "time_zone": ("time_zone_not_given", "time_zone_matters"),
}
"""What is asked, and the caveats that say already what the replies give."""

_CHOICES = 6
"""Of more replies nobody reads all."""


class AskShown(NamedTuple):
    """Something that the caller could say, with the replies that are shown."""

    ask: Ask
    choices: tuple[Choice, ...]
    """Those that give something else than the answer; of very many the first."""
    more: int
    """How many others there are."""


class Shown:
    """Says of an answer which of its parts are shown, and in which order."""

    def __init__(self, answer: Result) -> None:
        self._answer = answer

    @cached_property
    def whole(self) -> Option | None:
        """The option that is shown whole: the best one, or another way where there is none."""
        answer = self._answer
        if answer.best is None and answer.state == "no_line":
            return next(iter(answer.other_ways), None)
        return answer.best

    @cached_property
    def same_contact(self) -> Options:
        """Further options on the best one's telephone or page: they help nobody who fails there."""
        best = self._answer.best
        return tuple(one for one in self._by_desk[0] if best and _is_reached_as(one, best))

    @cached_property
    def elsewhere(self) -> Options:
        """Further options that reach a desk of the best one."""
        same = self.same_contact
        return tuple(one for one in self._by_desk[0] if one not in same)

    @property
    def for_something_else(self) -> Options:
        """Further options that reach other desks."""
        return self._by_desk[1]

    @cached_property
    def _by_desk(self) -> tuple[Options, Options]:
        """Return the options after the best that reach a desk of it, and those that do not."""
        best = self._answer.best
        if best is None:
            return (), ()
        options, wanted = self._answer.options[1:], set(best.desks)
        same = tuple(one for one in options if not wanted or not wanted.isdisjoint(one.desks))
        return same, tuple(one for one in options if one not in same)

    @property
    def other_ways(self) -> Options:
        """Options of other channels that are not shown whole."""
        ways = self._answer.other_ways
        return ways if not ways or ways[0] is not self.whole else ways[1:]

    @property
    def says_that_there_is_no_other(self) -> bool:
        """Whether the best option is the only one, and nothing more is to be said first."""
        waits = any(one.code == "must_be_said" for one in self._answer.caveats)
        return not (self._answer.best is None or self.elsewhere or self.for_something_else or waits)

    @cached_property
    def caveats_shown(self) -> tuple[Caveat, ...]:
        """The caveats of the answer, of the option shown whole and of guesses."""
        caveats = list(self._answer.caveats)
        if self.whole is not None:
            caveats += self.whole.caveats
        for guess in self._answer.guesses:
            caveats += guess.caveats
        return tuple(caveats)

    def caveats(self) -> tuple[Caveat, ...]:
        """Return those of them that are told at the end, each thing once."""
        told = self._told
        return tuple(one for one in dict.fromkeys(self.caveats_shown) if one.code not in told)

    @property
    def _told(self) -> tuple[str, ...]:
        """The codes of caveats that are told elsewhere."""
        if self._answer.best is not None:
            return IN_THE_FIRST_LINE
        said = ("channel_not_listed", "desk_not_listed", "no_line_listed", "not_available")
        always = ("must_be_said", "nothing_usable")
        # Where there is a line on other days, "no line" does not say all.
        days = any("before" in one.values or "after" in one.values for one in self.caveats_shown)
        return (*IN_THE_FIRST_LINE, *always, *(() if days else said))

    def caveats_of(self, option: Option) -> tuple[Caveat, ...]:
        """Return the caveats of an option that is shown in short."""
        said = self.caveats_shown
        return tuple(
            one
            for one in option.caveats
            if (one.code in OF_HOURS and one not in said) or one.code in _DECIDES_A_CALL
        )

    @property
    def asked_first(self) -> tuple[AskShown, ...]:
        """What must be said before there is an option."""
        return self._asked(self._first)

    @property
    def asked(self) -> tuple[AskShown, ...]:
        """What else could be said."""
        first = self._first
        return self._asked([ask for ask in self._answer.asks if ask not in first])

    @property
    def _first(self) -> list[Ask]:
        return [ask for ask in self._answer.asks if ask.required and not self._answer.options]

    def _asked(self, asks: list[Ask]) -> tuple[AskShown, ...]:
        said = {caveat.code for caveat in self.caveats_shown}
        found = []
        for ask in asks:
            if said.isdisjoint(_TOLD_BY.get(ask.code, ())) or self._leads_elsewhere(ask):
                other = [one for one in ask.choices if _ends_of(one) != self._ends]
                if not ask.required:  # who does not say what has no line misses nothing
                    other = [one for one in other if one.line is not None]
                if other or (ask.required and ask.choices):
                    shown = tuple(other[:_CHOICES])
                    found.append(AskShown(ask, shown, len(other) - len(shown)))
        return tuple(found)

    def _leads_elsewhere(self, ask: Ask) -> bool:
        """Return whether a reply has another line than the best; caveats tell states alone."""
        best = self._answer.best
        ends = {(one.line, one.dial) for one in ask.choices if one.line is not None}
        return best is not None and not ends <= {(best.line.id, best.dial)}

    @cached_property
    def _ends(self) -> tuple[object, ...]:
        """What a choice would be that gives what the best option gives, or the first guess."""
        best = next(iter((*self._answer.options, *self._answer.guesses)), None)
        if best is None:
            return (None,)
        state = best.state if self._answer.options else self._answer.state
        return state, best.line.id, best.dial, best.changes_at, best.reply_by

    def is_best(self, choice: Choice) -> bool:
        """Return whether a reply gives the line that is the best already."""
        best = self._answer.best
        return best is not None and (choice.line, choice.dial) == (best.line.id, best.dial)

    @cached_property
    def for_messages(self) -> frozenset[str]:
        """The lines of the answer on which nobody answers while one waits."""
        answer = self._answer
        options = (*answer.options, *answer.other_ways, *answer.guesses)
        return frozenset(one.line.id for one in options if one.mode == "message")

    @cached_property
    def names(self) -> Mapping[tuple[str, str], str]:
        """What people call the replies to what is asked, and kinds of request."""
        answer = self._answer
        kinds = {
            ("request", kind.id): kind.name
            for option in (*answer.options, *answer.other_ways)
            for kind in option.line.requests
            if kind.name is not None
        }
        replies = {(ask.code, one.value): one.name for ask in answer.asks for one in ask.choices}
        return {**kinds, **replies}

    def unsaid(self, condition: Mapping[str, tuple[str, ...]]) -> list[list[str]]:
        """Return for whom something is, as far as the caller did not say it: names, by kind."""
        caller, best = self._answer.caller, self._answer.best
        said = {"tiers"}
        reached = set(best.desks) if best is not None else set()
        if caller.desk is not None or (reached and reached <= set(condition.get("desks", ()))):
            said.add("desks")
        if caller.languages:
            said.add("languages")
        return [
            [self.names.get((LIMITS.get(key, key), one), one) for one in values]
            for key, values in condition.items()
            if key not in said and (key == "desks" or caller.said(LIMITS.get(key, key)) is None)
        ]


def languages_shown(option: Option) -> tuple[str, ...]:
    """Return the languages that are named of an option: the wanted one as it is spoken, or all."""
    if option.language is None:
        return option.languages
    match = best_match([option.language], option.languages)
    return (match.spoken,) if match is not None else option.languages


def shows_cost(option: Option) -> bool:
    """Return whether it is said what an option costs: of a call always."""
    return option.channel == "phone" or option.cost != "unknown"


def _ends_of(choice: Choice) -> tuple[object, ...]:
    return choice.state, choice.line, choice.dial, choice.changes_at, choice.reply_by


def _is_reached_as(option: Option, best: Option) -> bool:
    """Return whether an *option* is the *best* one's telephone or page: it helps nobody there."""
    return (option.channel, option.line.service, option.dial, option.contact) == (
        best.channel, best.line.service, best.dial, best.contact,
    )  # fmt: skip
