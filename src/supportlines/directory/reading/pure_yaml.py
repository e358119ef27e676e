r"""PyYAML's reader in Python, made to read what its reader in C reads.

PyYAML has no C part on some machines (built from source without libyaml, PyPy). Its reader in
Python then takes its place and draws the line elsewhere: it refuses tabs between the words of
JSON and question marks inside braces, and lets `"\ud800"` through. A file must not be right on
one machine and wrong on another, so the methods that differ follow libyaml here
(`src/scanner.c`, version 0.2.5).
"""

from __future__ import annotations

from typing import Any, List

from yaml.parser import Parser
from yaml.reader import Reader
from yaml.scanner import Scanner, ScannerError
from yaml.tokens import ScalarToken

_BREAKS = "\r\n"
"""Other line ends are refused before a reader sees the text."""

_BLANK_OR_END = "\0 \t\r\n"
_SURROGATES = ("\ud800", "\udfff")


class PureParser(Reader, Scanner, Parser):
    """Gives the events of a text, as `yaml.CLoader` does."""

    def __init__(self, text: str) -> None:
        Reader.__init__(self, text)
        Scanner.__init__(self)
        Parser.__init__(self)

    def scan_to_next_token(self) -> None:
        """Step over blanks, line ends and comments; a tab is a blank where no key can begin."""
        here: Any = self
        while True:
            while here.peek() == " " or (
                here.peek() == "\t" and (here.flow_level or not here.allow_simple_key)
            ):
                here.forward()
            if here.peek() == "#":
                while here.peek() not in "\0\r\n":
                    here.forward()
            if not here.scan_line_break():
                return
            if not here.flow_level:
                here.allow_simple_key = True

    def scan_plain(self) -> Any:
        """Return a text without quotation marks; tabs may stand in it, `?` inside braces too."""
        here: Any = self
        chunks: List[str] = []
        start = end = here.get_mark()
        indent = here.indent + 1
        between: List[str] = []
        broken = False
        while here.peek() != "#" and not self._begins_document():
            length = self._plain_length(start)
            if length:
                chunks += [*between, here.prefix(length)]
                here.forward(length)
                end = here.get_mark()
                here.allow_simple_key = broken = False
            if here.peek() not in " \t\r\n":
                break
            between, broken = self._plain_gap(start, indent)
            if not here.flow_level and here.column < indent:
                break
        if broken:
            here.allow_simple_key = True
        return ScalarToken("".join(chunks), True, start, end)  # noqa: FBT003 - PyYAML's own way

    def _begins_document(self) -> bool:
        here: Any = self
        return (
            here.column == 0 and here.prefix(3) in ("---", "...") and here.peek(3) in _BLANK_OR_END
        )

    def _plain_length(self, start: Any) -> int:
        """Return how many characters go on to be a plain text."""
        here: Any = self
        length = 0
        while True:
            character = here.peek(length)
            if character in _BLANK_OR_END:
                return length
            if character == ":":
                following = here.peek(length + 1)
                if here.flow_level and following in ",?[]{}":
                    here.forward(length)
                    problem = "found unexpected ':'"
                    raise ScannerError(
                        "while scanning a plain scalar", start, problem, here.get_mark()
                    )
                if following in _BLANK_OR_END:
                    return length
            elif here.flow_level and character in ",[]{}":
                return length
            length += 1

    def _plain_gap(self, start: Any, indent: int) -> Any:
        """Step over blanks and line ends; return what they mean, and whether a line ended."""
        here: Any = self
        blanks: List[str] = []
        breaks: List[str] = []
        while here.peek() in " \t\r\n":
            character = here.peek()
            if character in _BREAKS:
                breaks.append(here.scan_line_break())
                continue
            if not breaks:
                blanks.append(character)
            elif character == "\t" and here.column < indent:
                problem = "found a tab character that violates indentation"
                raise ScannerError("while scanning a plain scalar", start, problem, here.get_mark())
            here.forward()
        if not breaks:
            return blanks, False
        return breaks[1:] or [" "], True

    def scan_block_scalar_indicators(self, start_mark: Any) -> Any:
        """Return what stands behind `|` or `>`; blanks, tabs too, may follow."""
        here: Any = self
        chomping = increment = None
        for _ in range(2):
            sign = here.peek()
            if sign in "+-" and chomping is None:
                chomping = sign == "+"
                here.forward()
            elif sign in "0123456789" and increment is None:
                if sign == "0":
                    problem = "found an indentation indicator equal to 0"
                    raise ScannerError(
                        "while scanning a block scalar", start_mark, problem, here.get_mark()
                    )
                increment = int(sign)
                here.forward()
        while here.peek() in " \t":
            here.forward()
        return chomping, increment

    def scan_flow_scalar_non_spaces(self, double: bool, start_mark: Any) -> Any:  # noqa: FBT001
        """Return the next texts of a quotation; an escape must stand for a character."""
        here: Any = self
        scan: Any = Scanner.scan_flow_scalar_non_spaces
        try:
            chunks = scan(here, double, start_mark)
        except (ValueError, OverflowError):  # chr() of a number beyond U+10FFFF
            chunks = list(_SURROGATES)
        if any(_SURROGATES[0] <= one <= _SURROGATES[1] for text in chunks for one in text):
            problem = "found invalid Unicode character escape code"
            raise ScannerError(
                "while parsing a quoted scalar", start_mark, problem, here.get_mark()
            )
        return chunks
