"""Standard output and standard error, whatever they are: closed, full, or of an old encoding."""

from __future__ import annotations

import contextlib
import errno
import io
import os
import unicodedata
from typing import Any, BinaryIO, Callable, TextIO

_PLAINER = {
    "●": "*", "○": "o", "·": "-", "•": "*", "–": "-", "—": "-", "−": "-", "‐": "-", "‑": "-",
    "“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "‘": "'", "’": "'", "‚": "'",
    "…": "...", "→": "->", "×": "x", "\u00a0": " ", "\u2009": " ", "\u202f": " ",
    "ß": "ss", "æ": "ae", "Æ": "AE", "œ": "oe", "Œ": "OE", "ø": "o", "Ø": "O", "ł": "l",
    "Ł": "L", "đ": "d", "Đ": "D", "ı": "i",
}  # fmt: skip
"""What stands for a character that the encoding lacks. The mark of "not known" stands for none."""


class CannotWriteError(Exception):
    """Standard output takes nothing more; no error of ours, and none of whoever asked."""

    def __init__(self, error: OSError | None) -> None:
        super().__init__(error)
        self.nobody_reads = _is_broken_pipe(error)
        """Whether whoever was to read has gone, as `head` does when it has seen enough."""
        self.why = "it is closed" if error is None else error.strerror or str(error)


def _is_broken_pipe(error: OSError | None) -> bool:
    if isinstance(error, BrokenPipeError):
        return True
    # Windows calls a pipe without a reader an invalid argument.
    return os.name == "nt" and error is not None and error.errno == errno.EINVAL


class Output(io.TextIOBase):
    """Standard output in a process of ours: every character is shown, every failure is told."""

    encoding = "utf-8"
    """What it takes: every character. `shown_in` is what the bytes are in."""

    errors = "strict"

    def __init__(self, stream: TextIO | None) -> None:
        super().__init__()
        self._stream = stream
        self._error: CannotWriteError | None = None
        self.shown_in: str = getattr(stream, "encoding", None) or "utf-8"
        """The encoding of standard output; UTF-8 where nobody receives it."""
        self.buffer = _Bytes(self)
        """For what is bytes already."""

    def isatty(self) -> bool:
        """Return whether a person reads it at a terminal."""
        return self._stream is not None and self._stream.isatty()

    def fileno(self) -> int:
        """Return the descriptor, for the size of the terminal."""
        return super().fileno() if self._stream is None else self._stream.fileno()

    def writable(self) -> bool:
        """Return that it is for writing."""
        return True

    def write(self, text: str) -> int:
        """Write *text*, with other characters where the encoding lacks some.

        Raises:
            CannotWriteError: If it cannot be written, or something before it could not.
        """
        shown = showable(text, self.shown_in)
        # Whoever writes nothing only tries what kind of stream this is.
        if shown:
            self.do(lambda stream: stream.write(shown))
        return len(text)

    def flush(self) -> None:
        """Hand over what was written.

        Raises:
            CannotWriteError: If it cannot be.
        """
        if not self._is_gone():
            self.do(lambda stream: stream.flush())

    def _is_gone(self) -> bool:
        return self._stream is None or getattr(self._stream, "closed", False)

    def close(self) -> None:
        """Leave the stream as it is: it is its owner's to close, perhaps before this is let go."""

    def do(self, work: Callable[[TextIO], object]) -> None:
        """Do *work* with the stream itself.

        Raises:
            CannotWriteError: If it fails, or something before it has.
        """
        if self._error is not None:
            raise self._error
        stream = self._stream
        if stream is None or self._is_gone():
            raise CannotWriteError(None)
        try:
            work(stream)
        except OSError as error:
            self._error = CannotWriteError(error)
            _send_nowhere(stream)
            raise self._error from error


class _Bytes(io.BufferedIOBase):
    """The way past the text: some versions of click write completions as bytes."""

    def __init__(self, output: Output) -> None:
        super().__init__()
        self._output = output

    def writable(self) -> bool:
        return True

    def write(self, data: Any) -> int:
        if data:
            self._output.do(lambda stream: _buffer_of(stream).write(data))
        return len(data)

    def flush(self) -> None:
        self._output.flush()

    def close(self) -> None:
        """Leave the stream as it is, as `Output.close` does."""


def _buffer_of(stream: TextIO) -> BinaryIO:
    stream.flush()
    return stream.buffer


class Notes(Output):
    """Standard error: what cannot be told there changes nothing about the result."""

    def do(self, work: Callable[[TextIO], object]) -> None:
        """Do *work* with the stream itself, if it can be done."""
        with contextlib.suppress(CannotWriteError):
            super().do(work)


def _send_nowhere(stream: TextIO) -> None:
    """Let what is still in the buffer be lost: it would fail once more while Python ends."""
    try:
        nowhere = os.open(os.devnull, os.O_WRONLY)
        try:
            os.dup2(nowhere, stream.fileno())
        finally:
            os.close(nowhere)
    except OSError:  # a stream without a descriptor
        pass


def showable(text: str, encoding: str) -> str:
    r"""Return *text* with a likeness for each character that *encoding* lacks, else its code.

    >>> print(showable("● Café – „Ж“", "ascii"))
    * Cafe - "\u0416"
    """
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        return "".join(_shown(character, encoding) for character in text)
    return text


def _shown(character: str, encoding: str) -> str:
    if _has(encoding, character):
        return character
    likeness = _PLAINER.get(character) or _without_accents(character)
    if likeness is not None and _has(encoding, likeness):
        return likeness
    return character.encode("ascii", "backslashreplace").decode("ascii")


def _without_accents(character: str) -> str | None:
    parts = unicodedata.normalize("NFD", character)
    has_accents = len(parts) > 1 and all(map(unicodedata.combining, parts[1:]))
    return parts[0] if has_accents else None


def _has(encoding: str, text: str) -> bool:
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        return False
    return True
