"""What was found in somebody else's file, before anybody has understood it; and what is lost."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Dict, NamedTuple, Sequence

from supportlines.errors import one_line
from supportlines.values import BriefRecord

if TYPE_CHECKING:
    import datetime as dt


MAX_WORD = 2_000
"""Characters; a number, a list of languages or hours have fewer."""

PROSE = frozenset(("label", "notes", "address", "contact_is", "unusable", "published_as"))
"""Of what may be longer."""


LineContent = Dict[str, Any]
"""What a data file says of a line, by its keys."""


class Remark(NamedTuple):
    """Something that was not read, or was read in a way that a person should know of."""

    where: str
    """The place in the source: ``row 7``."""

    why: str
    """A sentence without its first capital."""

    text: str = ""
    """What stands there, if it is nowhere else in the result."""

    def __str__(self) -> str:
        return f"{self.where}: {self.why}" if self.where else self.why


@dataclass(frozen=True, repr=False)
class Loss(BriefRecord):
    """Something of a directory that a format has no place for.

    >>> str(Loss("us-other", "steps", "CSV has no column for it."))
    'us-other: steps: CSV has no column for it.'
    """

    where: str
    """The id of a line, a region or the directory."""

    what: str
    """The key of the data file, or a word for what has none."""

    why: str
    """A sentence."""

    def __str__(self) -> str:
        return f"{self.where}: {self.what}: {self.why}"


class WrittenFile(NamedTuple):
    """A directory in another format."""

    text: str
    losses: tuple[Loss, ...]
    """What is not in it, or not as it was."""


class RowLimit(NamedTuple):
    """For whom something is: what a caller is asked, and the values for which it holds."""

    name: str
    """A key of a condition (``phone``, ``severities``), or the id of a facet."""

    values: tuple[str, ...]
    choices: tuple[str, ...] = ()
    """All values that there are; none where they need no list."""

    is_required: bool = False
    """Whether nothing that it decides is offered before a caller says it."""


@dataclass
class Entry:
    """What a source says of one entry, in its own words, by our names for them."""

    where: str
    text: str = ""
    """The whole entry as it stands, for a comment if nothing of it can be used."""

    words: dict[str, list[str]] = field(default_factory=dict)
    """Texts that are not empty, by the names of `FIELDS`."""

    hours: dict[str, str] = field(default_factory=dict)
    """The hours of each tier: a text that people read, or the notation."""

    zones: dict[str, str] = field(default_factory=dict)
    """Whose clock that is, tier by tier; that of the tier ``""`` where a tier says nothing."""

    limits: list[RowLimit] = field(default_factory=list)
    """For whom it is; all of them must hold."""

    remarks: list[Remark] = field(default_factory=list)

    def add(self, name: str, *texts: str) -> None:
        """Add *texts* that are not empty to what is said of *name*."""
        for text in filter(None, map(str.strip, texts)):
            if len(text) > MAX_WORD and name not in PROSE:
                self.remark(f"{name}: not read, for it has {len(text):,} characters.", text)
                text = f"{text[:MAX_WORD]}…"  # noqa: PLW2901 - that something is stated counts
            self.words.setdefault(name, []).append(text)

    def add_hours(self, tier: str, text: str) -> None:
        """Note the hours of *tier*, if they can be such."""
        if len(text) > MAX_WORD:
            self.remark(f"hours: not read, for they have {len(text):,} characters.", text)
        elif text.strip():
            self.hours[tier] = text.strip()

    def first(self, name: str) -> str:
        """Return the first text of *name*, or an empty one."""
        return self.words.get(name, [""])[0]

    def remark(self, why: str, text: str = "") -> None:
        """Note that something of this entry was not read: *text*, unless *why* quotes it."""
        self.remarks.append(Remark(self.where, why, "" if f'"{text}"' in why else text))


@dataclass
class Foreign:
    """All that a source says."""

    kind: str
    said: list[Entry]
    tiers: dict[str, str] = field(default_factory=dict)
    """Ids of tiers with those that they include, or nothing; the first is the default."""

    name: str = ""
    url: str = ""
    remarks: list[Remark] = field(default_factory=list)
    """What belongs to no entry."""

    unit: str = "row"
    """What one entry is called."""

    organisation: LineContent = field(default_factory=dict)
    """What a data file says of the organisation, by its keys."""


def organisation_of(
    name: str,
    url: str = "",
    short: str = "",
    legal: str = "",
    addresses: Sequence[LineContent] = (),
) -> LineContent:
    """Return what a data file says of an organisation; nothing if that is its name alone.

    >>> organisation_of("Example"), organisation_of("Example", legal="Example Ltd")
    ({}, {'name': 'Example', 'legal_name': 'Example Ltd'})
    """
    found: LineContent = {"short_name": one_line(short), "legal_name": one_line(legal)}
    if url.startswith(("https://", "http://")) and not any(map(str.isspace, url)):
        found["url"] = url
    found["addresses"] = list(addresses)
    kept = {key: value for key, value in found.items() if value and value != name}
    return {"name": one_line(name), **kept} if name.strip() and kept else {}


class FoundLine(NamedTuple):
    """One line as it will stand in the data file."""

    region: str
    """The heading that the source gives, or nothing."""

    places: tuple[str, ...]
    """Codes of countries, and of parts of countries."""

    content: LineContent
    """Keys of the data file but for ``id`` and ``serves``."""

    names: tuple[str, ...]
    """What an id can be made of: one that was given, or words."""

    remarks: tuple[Remark, ...]
    desks: tuple[str, ...] = ()
    """What the source calls its desks."""


@dataclass(frozen=True)
class Given:
    """What whoever imports says beside the file."""

    read_on: dt.date
    """The day on which the source was read."""

    origin: str = "import"
    """What the source is called, for its title."""

    identifier: str = ""
    name: str = ""
    country: str = ""
    """For entries that state none."""

    time_zone: str = ""
    """For hours that state none: an IANA name, or ``caller``."""

    source_url: str = ""
