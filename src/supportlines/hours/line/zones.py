"""A time zone as what it is between two changes of the clocks: a constant offset from UTC."""

from __future__ import annotations

from bisect import bisect_right
from contextlib import suppress
from datetime import datetime, timedelta, tzinfo
from functools import lru_cache
from struct import error as StructError  # noqa: N812 - it is one
from typing import TYPE_CHECKING, Iterator

from supportlines.errors import WrongTypeError, check_text, plain
from supportlines.hours.days import DAY
from supportlines.hours.errors import NamelessTimeZoneError, UnknownTimeZoneError
from supportlines.hours.line.instants import FIRST_SECOND, LAST_SECOND
from supportlines.hours.line.tzif import WrongZoneFileError, last_listed_change
from supportlines.hours.line.zone_files import (
    ZoneFiles,
    ZoneSource,
    installed_files,
    make_zone_info,
)
from supportlines.values import Value, keep

if TYPE_CHECKING:
    from zoneinfo import ZoneInfo

_FIRST_PROBED, _LAST_PROBED = FIRST_SECOND + 2 * DAY, LAST_SECOND - 2 * DAY
PROBE = 2 * DAY
"""Seconds between two looks at a zone's offset."""

_SHIFT = 25
"""Offsets are found and kept by blocks of 2**25 seconds, some 388 days."""

_TAKES = 'a zone such as "Europe/London"'

LARGEST_OFFSET = DAY
"""Seconds; no zone is or was as far from UTC."""


class Zone(Value):
    """The exact offsets of one IANA zone.

    Offsets are asked of `zoneinfo` for every second day of a block, and each change is
    narrowed down to its second. Two changes that cancel each other in between would be
    missed; a test reads all files and shows that no zone has any.
    """

    __slots__ = ("_blocks", "_data", "_epoch", "info", "name", "regular_from")

    name: str
    info: ZoneInfo
    """The same data, for showing local time."""

    regular_from: int
    """POSIX second from which on one yearly rule holds, as far as anybody knows."""

    _data: bytes | None
    _blocks: dict[int, tuple[list[int], list[int]]]
    _epoch: datetime

    def __init__(
        self, name: str, info: ZoneInfo, regular_from: int, data: bytes | None = None
    ) -> None:
        check_text("name", name, _TAKES)
        if not isinstance(info, tzinfo):  # `zoneinfo` has two homes, by the version of Python
            raise WrongTypeError.of("info", info, "what zone_info returns")
        _block_of("regular_from", regular_from)
        keep(
            self,
            name=name,
            info=info,
            regular_from=regular_from,
            # What makes two zones of one name the same, and this one again from a pickle.
            _data=data,
            _blocks={},
            # `tzinfo.fromutc` wants UTC's fields with the zone itself attached.
            _epoch=datetime(1970, 1, 1, tzinfo=info),
        )

    def __repr__(self) -> str:
        return f"open_zone({self.name!r})"

    def __eq__(self, other: object) -> bool:
        return self._key() == other._key() if isinstance(other, Zone) else NotImplemented

    def __hash__(self) -> int:
        return hash(self.name)

    def __reduce__(self) -> tuple[object, ...]:
        if self._data is None:
            return Zone, (self.name, self.info, self.regular_from)
        # The zone that this machine has is, on another machine, the one that is there: its data
        # may be newer. Any other is made of its own data again.
        with suppress(UnknownTimeZoneError):
            if open_zone(self.name) == self:
                return open_zone, (self.name,)
        return zone_of, (self.name, self._data)

    def _key(self) -> tuple[object, ...]:
        return self.name, self._data or (self.info, self.regular_from)

    def offset_at(self, second: int) -> int:
        """Return the seconds that local time is ahead of UTC at a POSIX *second*.

        Raises:
            WrongTypeError: If *second* is no whole number.
        """
        try:
            key = second >> _SHIFT
        except TypeError:
            key = _block_of("second", second)
        starts, offsets = self._blocks.get(key) or self._block(key)
        return offsets[bisect_right(starts, second) - 1]

    def segments(self, start: int, end: int) -> Iterator[tuple[int, int, int]]:
        """Yield (start, end, offset) that tile the POSIX seconds from *start* to *end*."""
        _block_of("start", start)
        _block_of("end", end)
        while start < end:
            key = start >> _SHIFT
            starts, offsets = self._blocks.get(key) or self._block(key)
            index = bisect_right(starts, start)
            until = starts[index] if index < len(starts) else key + 1 << _SHIFT
            yield start, min(until, end), offsets[index - 1]
            start = until

    def changes(self, start: int, end: int) -> tuple[int, ...]:
        """Return the POSIX seconds after *start*, before *end*, at which the offset changes."""
        segments = list(self.segments(start, end))
        pairs = zip(segments, segments[1:])
        return tuple(after[0] for before, after in pairs if before[2] != after[2])

    def _block(self, key: int) -> tuple[list[int], list[int]]:
        first, end = key << _SHIFT, key + 1 << _SHIFT
        starts, offsets = [first], [self._look_up(first)]
        for low in range(first, end, PROBE):
            high = min(low + PROBE, end - 1)
            reached = self._look_up(high)
            while offsets[-1] != reached:
                change = self._first_change(max(low, starts[-1]), high, offsets[-1])
                starts.append(change)
                offsets.append(self._look_up(change))
        self._blocks[key] = starts, offsets
        return starts, offsets

    def _first_change(self, low: int, high: int, offset: int) -> int:
        """Return the first second after *low* at which the offset is not *offset*."""
        while high - low > 1:
            middle = (low + high) // 2
            if self._look_up(middle) == offset:
                low = middle
            else:
                high = middle
        return high

    def _look_up(self, second: int) -> int:
        # Near the first and the last day of datetime, local times would leave its range.
        if not _FIRST_PROBED <= second <= _LAST_PROBED:
            second = min(max(second, _FIRST_PROBED), _LAST_PROBED)
        utc = self._epoch + timedelta(0, second)
        offset: timedelta = self.info.fromutc(utc) - utc
        return offset.days * DAY + offset.seconds


def _block_of(name: str, second: int) -> int:
    """Return the number of the block in which *second* lies; refuse what is no whole number."""
    try:
        return second >> _SHIFT
    except TypeError:
        raise WrongTypeError.of(name, second, "a whole number of seconds") from None


def open_zone(name: str | ZoneInfo) -> Zone:
    """Return the zone with an IANA *name*, from the newest data there are.

    Raises:
        UnknownTimeZoneError: If there is none; it suggests names that look like it.
        NamelessTimeZoneError: If *name* is a `ZoneInfo` without a key.
        WrongTypeError: If *name* is neither.
    """
    return _opened(zone_name(name))


def zone_name(zone: str | ZoneInfo, parameter: str = "name") -> str:
    """Return the IANA name that is given, as text or as a `ZoneInfo`, whose data do not matter.

    Args:
        zone: What is given.
        parameter: For which parameter, as an error calls it.

    Raises:
        NamelessTimeZoneError: If it is a `ZoneInfo` without a key.
        WrongTypeError: If it is neither.
    """
    if isinstance(zone, str):
        return plain(zone)
    # Told by its key, so that neither of the two modules that have a ZoneInfo is imported.
    if not (isinstance(zone, tzinfo) and hasattr(zone, "key")):
        raise WrongTypeError.of(parameter, zone, _TAKES)
    if not isinstance(zone.key, str):
        raise NamelessTimeZoneError(parameter, repr(zone))
    return plain(zone.key)


@lru_cache(maxsize=None)
def _opened(name: str) -> Zone:
    return read_zone(name, installed_files())


def read_zone(name: str, files: ZoneFiles) -> Zone:
    """Return a zone from the newest of *files* that is whole.

    Raises:
        UnknownTimeZoneError: If there is none of that name.
        NoZoneDataError: If there is one, and all its files are broken; or no zone data at all.
    """
    for _, data in files.found(name):
        with suppress(WrongZoneFileError):
            return zone_of(name, data)
    raise files.unknown(name)


def broken_files(name: str, files: ZoneFiles | None = None) -> tuple[ZoneSource, ...]:
    """Return the sources whose file of a zone is not whole; `open_zone` passes over it."""
    stored = (files or installed_files()).found(name)
    return tuple(dict.fromkeys(source for source, data in stored if not _is_whole(name, data)))


def _is_whole(name: str, data: bytes) -> bool:
    try:
        zone_of(name, data)
    except WrongZoneFileError:
        return False
    return True


def zone_of(name: str, data: bytes) -> Zone:
    """Return the zone of these TZif data.

    Raises:
        WrongZoneFileError: They are not whole.
    """
    regular_from = last_listed_change(data)
    try:
        return Zone(name, make_zone_info(name, data), regular_from, data)
    except (ArithmeticError, LookupError, StructError, ValueError) as error:
        raise WrongZoneFileError from error  # what RFC 8536 allows and `zoneinfo` does not


def zone_info(name: str | ZoneInfo) -> ZoneInfo:
    """Return the same data as `open_zone`, for showing local time.

    Raises:
        UnknownTimeZoneError: If there is no such zone.
        NamelessTimeZoneError: If *name* is a `ZoneInfo` without a key.
        WrongTypeError: If *name* is neither.
    """
    return open_zone(name).info


def zone_data_version() -> str:
    """Return the version of the zone data in use, such as ``2026f``."""
    return installed_files().version


@lru_cache(maxsize=None)
def known_zones() -> frozenset[str]:
    """Return the names that `open_zone` knows, aliases included."""
    return installed_files().names()


def differs_between_sources(
    name: str, start: int, end: int, files: ZoneFiles | None = None
) -> bool:
    """Return whether system and package disagree on a zone between two POSIX seconds.

    They do not where only one of them has the zone, or a file that is whole.
    """
    files = files or installed_files()
    if not (files.has(name, "system") and files.has(name, "package")):
        return False
    try:
        system = zone_of(name, files.read(name, "system"))
        package = zone_of(name, files.read(name, "package"))
    except WrongZoneFileError:
        return False
    return list(system.segments(start, end)) != list(package.segments(start, end))
