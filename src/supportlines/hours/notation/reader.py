"""A place in a list of tokens, and how to complain about what stands there."""

from __future__ import annotations

from typing import TYPE_CHECKING, NoReturn

from supportlines.hours.errors import HoursSyntaxError
from supportlines.hours.notation.tokens import tokens_of

if TYPE_CHECKING:
    from supportlines.hours.notation.tokens import Token


class TokenReader:
    """Goes through the tokens of a text from left to right.

    It is handed to functions named ``read_…``, which pass what they read and return it as a
    value, and to functions named ``at_…``, which look at what stands here and pass nothing.

    Raises:
        HoursSyntaxError: At a character that the notation does not have.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        self.tokens = tokens_of(text)
        self.index = 0
        self.token = self.tokens[0]

    def advance(self) -> Token:
        """Go to the next token and return the one that was passed; the last one stays."""
        passed = self.token
        self.index = min(self.index + 1, len(self.tokens) - 1)
        self.token = self.tokens[self.index]
        return passed

    def peek(self, ahead: int) -> Token:
        """Return the token *ahead* of this one, or the last one."""
        return self.tokens[min(self.index + ahead, len(self.tokens) - 1)]

    def accept(self, kind: str) -> bool:
        """Pass the token if it is of *kind*; return whether it was."""
        if self.token.kind != kind:
            return False
        self.advance()
        return True

    def error(self, token: Token, expected: str, problem: str) -> HoursSyntaxError:
        """Return the error that points at *token*."""
        return HoursSyntaxError(self.text, token.offset, expected, problem)

    def refuse(self, expected: str, problem: str, *, back: int = 0) -> NoReturn:
        """Raise, pointing at the token *back* places before this one."""
        raise self.error(self.tokens[self.index - back], expected, problem)

    def refuse_here(self, expected: str) -> NoReturn:
        """Raise, because this token stands where *expected* says something else must."""
        self.refuse(expected, f"{self.token.shown} cannot stand here")

    def refuse_by_name(self, what: str, expected: str) -> NoReturn:
        """Raise, because *what* belongs to the notation but is not supported."""
        verb = "is" if what.startswith(("the ", "Easter")) else "are"
        self.refuse(expected, f"{what} {verb} not supported")
