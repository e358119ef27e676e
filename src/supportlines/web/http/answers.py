"""Answers as bytes, kept until the first of what they say may be otherwise."""

from __future__ import annotations

import json
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, NamedTuple

from supportlines.web.http.asking import parse_question
from supportlines.web.http.responses import represent
from supportlines.web.http.shelf import Shelf

if TYPE_CHECKING:
    from supportlines.api import Directory
    from supportlines.lookup import Caller, Question
    from supportlines.web.http.responses import Representation

DAY = 86_400
"""Seconds for which an answer about a given instant is fresh: it changes with the data alone."""
_OF_A_QUESTION = 2_048
"""Bytes that a question takes, about, beside the address in which it was asked."""
_OF_AN_ANSWER = 1_024
_SECOND = timedelta(seconds=1)


class _Wanted(NamedTuple):
    """What an address asks for, checked."""

    question: Question
    caller: Caller
    at: datetime | None


class Answered(NamedTuple):
    """An answer as bytes, and for which instants it is one."""

    representation: Representation
    since: datetime
    """The instant that it names as `at`."""
    until: datetime | None
    """The instant from which on something of it may be otherwise; None if nothing will."""

    def holds_at(self, now: datetime) -> bool:
        """Return whether whoever asks at *now* would be told the same."""
        return self.since <= now and (self.until is None or now < self.until)


class Answers:
    """What a directory answers to addresses; the same question is worked out once."""

    def __init__(self, directory: Directory, *, keep_bytes: int) -> None:
        """Answer from *directory*, and keep answers of at most so many bytes together."""
        self._directory = directory
        self._wanted: Shelf[bytes, _Wanted] = Shelf(keep_bytes // 4)
        self._answered: Shelf[tuple[Caller, datetime | None], Answered] = Shelf(keep_bytes)

    @property
    def kept_bytes(self) -> int:
        """Bytes of all that is kept, about."""
        return self._wanted.size + self._answered.size

    def find(self, query: bytes, now: datetime) -> tuple[Answered, bool]:
        """Return the answer to a *query* at *now*, and whether it is about now.

        Raises:
            SupportlinesError: If the query cannot be understood, or names what there is not.
        """
        wanted = self._wanted.find(query)
        if wanted is None:
            wanted = self._checked(query)
        at = wanted.at
        key = (wanted.caller, at)
        found = self._answered.find(key)
        if found is None or (at is None and not found.holds_at(now)):
            found = self._made(wanted.question, now if at is None else at)
            self._answered.keep(key, found, len(found.representation.body) + _OF_AN_ANSWER)
        return found, at is None

    def _checked(self, query: bytes) -> _Wanted:
        asked = parse_question(query)
        caller = self._directory.caller(asked.question)
        wanted = _Wanted(asked.question, caller, asked.at)
        self._wanted.keep(query, wanted, len(query) + _OF_A_QUESTION)
        return wanted

    def _made(self, question: Question, at: datetime) -> Answered:
        answer = self._directory.answer(question, at=at)
        body = json.dumps(answer.to_dict(), separators=(",", ":")).encode()
        # To the second, as everything in it: who asks within the same one is told the same.
        since = at.replace(microsecond=0)
        return Answered(represent(body), since, answer.holds_until)


def fresh_seconds(answered: Answered, now: datetime, most: int | None) -> int:
    """Return for how many whole seconds from *now* an answer about now is fresh.

    That is until something in it changes, and *most* if that is later.
    """
    found = DAY if most is None else most
    if answered.until is None:
        return found
    left = max(0, (answered.until - now) // _SECOND)
    return left if most is None else min(left, most)
