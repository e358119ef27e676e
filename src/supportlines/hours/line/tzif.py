"""Whether a zone file is whole: its layout and its numbers, by RFC 8536.

A file that was cut off, overwritten or unpacked wrongly is one that is not there. It is read
through before `zoneinfo` gets it, which raises this or that, or gives offsets of weeks.
"""

from __future__ import annotations

import re
from struct import unpack_from
from typing import NamedTuple

MAGIC = b"TZif"
LARGEST = 131_072
"""Bytes; the largest files that were ever shipped have some 4,000."""

_VERSIONS = b"\x00234"
_HEADER = 44
_MOST = 10_000
"""More than any zone has changes, types or letters."""

_LARGEST_OFFSET = 86_400
_YEAR_2038 = 2_145_916_800

_TIME = r"[-+]?\d{1,3}(?::[0-5]\d){0,2}"
_NAME = r"(?:[A-Za-z]{3,}|<[A-Za-z0-9+-]{3,}>)"
_DAY = r"(?:M(?:[1-9]|1[0-2])\.[1-5]\.[0-6]|J[1-9]\d{0,2}|\d{1,3})"
_RULE = (
    rf"{_NAME}(?P<standard>{_TIME})"
    rf"(?:{_NAME}(?P<summer>{_TIME})?,{_DAY}(?P<starts>/{_TIME})?,{_DAY}(?P<ends>/{_TIME})?)?"
)
"""Compiled when the first zone is opened: most of what it would cost to import this module."""


class WrongZoneFileError(Exception):
    """Data that are no zone; caught where zones are opened."""


class _Counts(NamedTuple):
    """How much of everything a block holds, in the order of its header."""

    utc: int
    wall: int
    leap: int
    times: int
    types: int
    letters: int

    def size(self, width: int) -> int:
        """Return the bytes behind the header, with times of *width* bytes."""
        return (
            self.times * (width + 1)
            + self.types * 6
            + self.letters
            + self.leap * (width + 4)
            + self.wall
            + self.utc
        )


def last_listed_change(data: bytes) -> int:
    """Return the last POSIX second that TZif data list; later ones follow the rule at their end.

    Data without a block of 64-bit times list no later than 2037.

    Raises:
        WrongZoneFileError: The data are not whole, or say what no zone can.
    """
    if not data[:4] == MAGIC or len(data) > LARGEST:
        raise WrongZoneFileError
    first = _counts(data, 0)
    second = _HEADER + first.size(4)
    _check_block(data, 0, first, 4)
    if data[4] == 0:
        return _YEAR_2038
    if data[second : second + 4] != MAGIC:
        raise WrongZoneFileError
    counts = _counts(data, second)
    times = _check_block(data, second, counts, 8)
    _check_rule(data[second + _HEADER + counts.size(8) :])
    return times[-1] if times else 0


def _counts(data: bytes, start: int) -> _Counts:
    if len(data) < start + _HEADER or data[start + 4] not in _VERSIONS:
        raise WrongZoneFileError
    counts = _Counts(*unpack_from(">6l", data, start + 20))
    if not all(0 <= count <= _MOST for count in counts):
        raise WrongZoneFileError
    return counts


def _check_block(data: bytes, start: int, counts: _Counts, width: int) -> tuple[int, ...]:
    """Return the POSIX seconds of the changes that a block lists, after looking at all of it."""
    at = start + _HEADER
    if len(data) < at + counts.size(width):
        raise WrongZoneFileError
    if not counts.types or not counts.letters:
        # An empty first block stands before a second one (RFC 8536, section 3.2).
        if width == 4 and data[4]:  # noqa: PLR2004
            return ()
        raise WrongZoneFileError
    times: tuple[int, ...] = unpack_from(f">{counts.times}{'l' if width == 4 else 'q'}", data, at)  # noqa: PLR2004
    at += counts.times * width
    kinds = data[at : at + counts.times]
    at += counts.times
    types = [unpack_from(">lBB", data, at + 6 * number) for number in range(counts.types)]
    letters = data[at + 6 * counts.types :][: counts.letters]
    is_wrong = (
        any(before >= after for before, after in zip(times, times[1:]))
        or any(kind >= counts.types for kind in kinds)
        or any(abs(offset) >= _LARGEST_OFFSET for offset, _, _ in types)
        or any(summer > 1 or name >= counts.letters for _, summer, name in types)
        or counts.wall not in {0, counts.types}
        or counts.utc not in {0, counts.types}
        or not letters.endswith(b"\0")
        or not letters.replace(b"\0", b"").isascii()
    )
    if is_wrong:
        raise WrongZoneFileError
    return times


def _check_rule(footer: bytes) -> None:
    """Look at the rule for what comes after the last listed change; it may be empty."""
    rule = footer[1:].split(b"\n")[0].decode("ascii", "replace")
    if footer[:1] != b"\n" or footer.count(b"\n") < 2:  # noqa: PLR2004 - before and behind it
        raise WrongZoneFileError
    if not rule:
        return
    found = re.fullmatch(_RULE, rule, re.ASCII)
    if found is None:
        raise WrongZoneFileError
    for name in ("standard", "summer"):
        hours = re.match(r"[-+]?(\d+)", found[name] or "0")
        if hours is not None and int(hours[1]) >= 24:  # noqa: PLR2004
            raise WrongZoneFileError
    for name in ("starts", "ends"):
        hours = re.match(r"/[-+]?(\d+)", found[name] or "/0")
        if hours is not None and int(hours[1]) > 167:  # noqa: PLR2004 - a week less one hour
            raise WrongZoneFileError
