"""Where time zone data comes from: the newer of the system's files and the `tzdata` package.

The standard library takes the system's files even where a newer package is installed
(https://docs.python.org/3/library/zoneinfo.html#data-sources, read on 2026-11-22). A rule
that changed last month then gives wrong hours, so both versions are read and compared.
Nothing of the machine is looked at but the folders that `zoneinfo` itself would search.
"""

from __future__ import annotations

import re
import sys
from dataclasses import dataclass
from functools import lru_cache
from importlib import import_module
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any, Iterator, Literal

from supportlines.errors import closest
from supportlines.hours.errors import NoZoneDataError, UnknownTimeZoneError, writes_an_offset
from supportlines.hours.line.tzif import LARGEST, MAGIC
from supportlines.values import BriefRecord

if TYPE_CHECKING:
    import zoneinfo

ZoneSource = Literal["system", "package"]

# Compiled when they are used first, which is not when this module is imported.
_NAME = r"[A-Za-z0-9_+-]+(/[A-Za-z0-9_+-]+)*"
_NOT_ZONES = r"(localtime|posixrules|Factory|leapseconds)$|(posix|right)/"
"""Files beside the zones: the machine's own zone, other time scales, other things."""

_ABBREVIATION = r"[A-Z]{1,4}|[A-Za-z]{1,3}"
"""What people write for a clock: BST and IST are several, AEST is not in the IANA data."""

_NO_PLACE = r"(Etc/.*|[A-Z0-9+-]+)"
"""Names that look like others by chance: an offset, the winter of some place, GB."""

_VERSION = r"(\d{4})([a-z]{1,2})"
_PACKAGE = "tzdata"


@dataclass(frozen=True, repr=False)
class ZoneFiles(BriefRecord):
    """The two places that hold zone data, and which of them is used."""

    folders: tuple[str, ...]
    """Folders of the system, in the order of search."""

    package: str | None
    """Folder of the package's `zoneinfo`, or None if it is not installed.

    It may lie inside an archive, where only the package's own loader can read.
    """

    system_version: str | None
    """Such as ``2025b``; None if there are no files or they do not say."""

    package_version: str | None

    @classmethod
    def of(cls, folders: tuple[str, ...], package: str | None, version: str | None) -> ZoneFiles:
        """Return the files in these places; the system's version is read from the first folder."""
        existing = tuple(folder for folder in folders if Path(folder).is_dir())
        system = next(filter(None, map(_version_of_folder, existing)), None)
        return cls(existing, package, system, version if package else None)

    @property
    def used(self) -> ZoneSource:
        """The newer source; the package if both are equal or the system's version is unknown."""
        if self.package is None:
            return "system"
        if self.system_version is None or self.package_version is None:
            return "package"
        newer = _sort_key(self.system_version) > _sort_key(self.package_version)
        return "system" if newer else "package"

    @property
    def version(self) -> str:
        """Version of the data in use, ``unknown`` if it does not say."""
        version = self.system_version if self.used == "system" else self.package_version
        return version or "unknown"

    def read(self, name: str, source: ZoneSource | None = None) -> bytes:
        """Return the TZif data of a zone, from *source* or, by default, from the newer one.

        A zone that the newer source lacks is taken from the other.

        Raises:
            UnknownTimeZoneError: If there is none of that name.
        """
        for _, data in self.found(name, source):
            return data
        raise self.unknown(name)

    def found(
        self, name: str, source: ZoneSource | None = None
    ) -> Iterator[tuple[ZoneSource, bytes]]:
        """Yield what is stored for a zone, and where: from the newer source first."""
        if re.fullmatch(_NAME, name) and not re.match(_NOT_ZONES, name):
            for folder in self._search(source):
                data = self._stored(folder, name)
                if data.startswith(MAGIC):
                    yield "package" if folder == self.package else "system", data

    def unknown(self, name: str) -> UnknownTimeZoneError:
        """Return the error for the name of no zone: what was meant, or that there is no data."""
        known = self.names()
        if not known:
            return NoZoneDataError(name)
        if name in known:
            return NoZoneDataError(name, "its zone file is broken")
        return UnknownTimeZoneError(name, suggest(name, known))

    def has(self, name: str, source: ZoneSource) -> bool:
        """Return whether *source* has a file for the zone *name*."""
        return any(True for _ in self.found(name, source))

    def _stored(self, folder: str, name: str) -> bytes:
        """Return the beginning of what is stored under a name, at most `LARGEST` bytes and one."""
        try:
            with Path(folder, name).open("rb") as file:
                return file.read(LARGEST + 1)
        except (OSError, ValueError):
            pass
        if folder != self.package or not _is_packed(folder):
            return b""
        return _packed(f"zoneinfo/{name}")[: LARGEST + 1]

    def names(self) -> frozenset[str]:
        """Return the names of all zones, aliases included."""
        names = {name for folder in self._search(None) for name in _names_in(folder)}
        if self.package is not None and _is_packed(self.package):
            names.update(_packed("zones").decode("ascii", "replace").split())
        return frozenset(names)

    def _search(self, source: ZoneSource | None) -> tuple[str, ...]:
        package = (self.package,) if self.package is not None else ()
        if source is not None:
            return package if source == "package" else self.folders
        if self.used == "package":
            return (*package, *self.folders)
        return (*self.folders, *package)


@lru_cache(maxsize=None)
def installed_files() -> ZoneFiles:
    """Return the zone data of this installation."""
    package: str | None = None
    version: str | None = None
    try:
        import tzdata  # noqa: PLC0415 - read only when a zone is opened
    except ImportError:
        pass
    else:
        package = str(Path(tzdata.__file__).with_name("zoneinfo"))
        version = tzdata.IANA_VERSION
    return ZoneFiles.of(tuple(_zoneinfo().TZPATH), package, version)


def make_zone_info(name: str, data: bytes) -> zoneinfo.ZoneInfo:
    """Return the zone of these TZif data."""
    made: zoneinfo.ZoneInfo = _zoneinfo().ZoneInfo.from_file(BytesIO(data), key=name)
    return made


def _is_packed(folder: str) -> bool:
    """Return whether a package's folder is inside an archive."""
    return not Path(folder).exists()


def _packed(path: str) -> bytes:
    """Return a file of the package as its loader reads it: from a zip, for example."""
    import pkgutil  # noqa: PLC0415 - hardly anybody has the package in an archive

    try:
        return pkgutil.get_data(_PACKAGE, path) or b""
    except (ImportError, OSError):
        return b""


def suggest(name: str, known: frozenset[str]) -> tuple[str, ...]:
    """Return names of zones that look like *name*, best first.

    To an offset and to an abbreviation nothing is like but itself in other letters: GMT+1 is
    not GMT, nor is MSK the clock of Omsk.
    """
    wanted = re.sub(r"[^a-z0-9/+]+", "_", name.lower().strip())[:100]
    folded = {each.lower(): each for each in sorted(known, reverse=True)}
    if wanted in folded:
        return (folded[wanted],)
    cities: dict[str, str] = {}
    for lower, each in folded.items():
        if "/" in each and not each.startswith("Etc/"):
            cities.setdefault(lower.rsplit("/", 1)[-1], each)
    if wanted in cities:
        return (cities[wanted],)
    if writes_an_offset(name) or re.fullmatch(_ABBREVIATION, name.strip()):
        return ()
    places = [lower for lower, each in folded.items() if not re.fullmatch(_NO_PLACE, each)]
    close = [folded[each] for each in closest(wanted, places, 3, 0.75)]
    if "/" not in wanted:
        close += [cities[each] for each in closest(wanted, cities, 3, 0.75)]
    return tuple(dict.fromkeys(close))


def _zoneinfo() -> Any:
    """Return the standard library's module or, on Python 3.8, its backport."""
    name = "zoneinfo" if sys.version_info >= (3, 9) else "backports.zoneinfo"
    return import_module(name)


def _version_of_folder(folder: str) -> str | None:
    """Return the version that a folder of zone data states.

    Debian and Fedora have ``tzdata.zi``, whose first line names it; BSD and macOS ``+VERSION``.
    """
    for name in ("tzdata.zi", "+VERSION"):
        try:
            with Path(folder, name).open(encoding="ascii", errors="replace") as file:
                found = re.search(_VERSION, file.readline(200))
        except OSError:
            continue
        if found:
            return found.group()
    return None


def _sort_key(version: str) -> tuple[int, int, str]:
    found = re.match(_VERSION, version)
    if found is None:
        return (0, 0, version)
    return int(found.group(1)), len(found.group(2)), found.group(2)


def _names_in(folder: str) -> list[str]:
    root = Path(folder)
    names = []
    for path in root.rglob("*"):
        name = path.relative_to(root).as_posix()
        if not re.fullmatch(_NAME, name) or re.match(_NOT_ZONES, name) or not path.is_file():
            continue
        with path.open("rb") as file:
            if file.read(4) == MAGIC:
                names.append(name)
    return names
