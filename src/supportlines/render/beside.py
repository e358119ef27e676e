"""What stands beside the options of an answer: what to say, to have ready, to know of the days."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Mapping, Sequence

from supportlines.errors import listed
from supportlines.render.layout import wrapped
from supportlines.texts import within
from supportlines.words import STATES, promise_text

if TYPE_CHECKING:
    from datetime import datetime

    from supportlines.lookup import Choice, Result
    from supportlines.render.layout import Paint
    from supportlines.render.local_time import LocalTime
    from supportlines.render.shown import AskShown, Shown

_CHOICES = 6
"""Of more replies nobody reads all."""


class BesideText:
    """Writes what an answer says beside its options, section by section."""

    def __init__(
        self,
        answer: Result,
        shown: Shown,
        time: LocalTime,
        locale: str,
        width: int,
        paint: Paint,
    ) -> None:
        self._answer = answer
        self._shown = shown
        self._time = time
        self._locale = locale
        self._width = width
        self._paint = paint

    @cached_property
    def names(self) -> Mapping[tuple[str, str], str]:
        """What people call the replies to what is asked, and kinds of request."""
        return {key: within(name, self._locale) for key, name in self._shown.names.items()}

    def self_help(self) -> list[str]:
        """Return the pages to read first, before any line."""
        found = []
        for one in self._answer.self_help:
            text = f"{within(one.title, self._locale)}: {one.url}{self._for_whom(one.only_for)}"
            found += wrapped(text, "Read first: ", "  ", self._width)
        return [*found, ""] if found else []

    def asks(self, title: str, asks: Sequence[AskShown]) -> list[str]:
        """Return what the caller could say, with what each reply gives."""
        lines = [
            line
            for one in asks
            for line in wrapped(
                f"{_asked(within(one.ask.name, self._locale))} {self._choices(one)}",
                "  – ",
                "    ",
                self._width,
            )
        ]
        return ["", "  " + self._paint(title, "strong"), *lines] if lines else []

    def _choices(self, asked: AskShown) -> str:
        """Return what each reply gives, or the replies alone where all give the same."""
        shown = [self._choice(one) for one in asked.choices]
        if asked.more:
            shown.append(f"{asked.more} more")
        names = [within(one.name, self._locale) for one in asked.ask.choices]
        return "; ".join(shown) or listed(names, "or", _CHOICES)

    def _choice(self, choice: Choice) -> str:
        """Return what one reply gives: another line, another state, another time."""
        words = within(choice.name, self._locale)
        name = choice.value if words == choice.value else f"{choice.value} ({words})"
        if choice.line is None:
            word = "no line" if choice.state == "no_line" else "not known"
            return f"{name}: {word}"
        is_same = self._shown.is_best(choice)
        way = choice.dial or within(choice.contact or "", self._locale) or choice.line
        if choice.state == "no_line":
            return f"{name}: perhaps {way}"
        what = "" if is_same else f"{way}, "
        return f"{name}: {what}{self._state(choice)}"

    def _state(self, choice: Choice) -> str:
        """Return the state of a reply, until when, and by when an answer is promised."""
        answer = "" if choice.reply_by is None else f", answer by {self._moment(choice.reply_by)}"
        word, without_end = STATES[choice.state], STATES[choice.state]
        if choice.state == "open":
            without_end = "open day and night"
            if choice.line in self._shown.for_messages:
                word, without_end = "takes messages", "takes messages at any time"
        if choice.changes_at is None:
            return without_end + answer
        return f"{word} until {self._moment(choice.changes_at)}{answer}"

    def _moment(self, at: datetime) -> str:
        return self._time.moment(at) + ("" if self._time.is_local else " UTC")

    def coming(self) -> list[str]:
        """Return what is otherwise in the next days, as far as the state does not say it."""
        coming = [one for one in self._answer.coming if one.start > self._answer.at]
        if not coming:
            return []
        found = ["", "  " + self._paint("In the next 30 days", "strong")]
        for one in coming:
            words = self._time.hours(one) if one.state == "open" else STATES[one.state]
            why = one.why.text.rstrip(".")
            if one.days is not None:
                when = self._time.days(*one.days)
            else:
                when = self._time.period(one.start, one.end)
            text = f"{when}: {words} ({why})"
            found += wrapped(text, "  – ", "    ", self._width)
        return found

    def prepare(self) -> list[str]:
        """Return what to have ready, and what to ask for."""
        found = []
        if self._answer.prepare:
            found += ["", "  " + self._paint("Have ready", "strong")]
            for one in self._answer.prepare:
                text = within(one.text, self._locale) + self._for_whom(one.only_for)
                found += wrapped(text, "  – ", "    ", self._width)
        if self._answer.promises:
            found += ["", "  " + self._paint("Ask to be told", "strong")]
            for each in self._answer.promises:
                text = within(promise_text(each.kind, each.text), self._locale)
                text += self._for_whom(each.only_for)
                found += wrapped(text, "  – ", "    ", self._width)
        return found

    def not_for(self) -> list[str]:
        """Return what the desk is not for, and where to go with that."""
        found = []
        for one in self._answer.not_for:
            where = [within(one.name, self._locale)] if one.name is not None else []
            where += [one.url] if one.url is not None else []
            text = within(one.what, self._locale) + (f" → {', '.join(where)}" if where else "")
            found += wrapped(text, "  – ", "    ", self._width)
        return ["", "  " + self._paint("Not for", "strong"), *found] if found else []

    def withheld(self) -> list[str]:
        """Return what is listed and no option, with why."""
        if not self._answer.withheld:
            return []
        called = all(line.channel == "phone" for line, _ in self._answer.withheld)
        title = "Listed, but not for dialling" if called else "Listed, but cannot be used"
        found = ["", "  " + self._paint(title, "strong")]
        for line, reason in self._answer.withheld:
            found += wrapped(f"{line.published_as}: {reason.text}", "  – ", "    ", self._width)
        return found

    def _for_whom(self, condition: Mapping[str, tuple[str, ...]]) -> str:
        """Return for whom something is, as far as the caller did not say it."""
        unsaid = [
            listed([within(one, self._locale) for one in names], "or")
            for names in self._shown.unsaid(condition)
        ]
        return f" (if {', '.join(unsaid)})" if unsaid else ""


def _asked(name: str) -> str:
    """Return what is asked, before what can be said."""
    return name if name.endswith(("?", ":")) else f"{name}:"
