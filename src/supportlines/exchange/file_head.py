"""The top of a data file: who publishes it, where it was read, what callers are asked, desks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Iterable, Iterator, NamedTuple

from supportlines.directory import OTHER
from supportlines.exchange.cells import day_of_text, identifier_of_text, slug
from supportlines.exchange.desks import desk_content
from supportlines.exchange.limits import ASKED
from supportlines.exchange.yaml_text import entries, one_line_of, scalar

if TYPE_CHECKING:
    from supportlines.exchange.said import Foreign, FoundLine, Given, RowLimit

GENERAL = "general"
"""The desk of lines of which the source names none, where it names one for others."""

_URL = ("https://", "http://")


class Origin(NamedTuple):
    """A page that entries were read from."""

    identifier: str
    url: str
    read_on: str


def origins(source: Foreign, given: Given) -> list[Origin]:
    """Return the pages that the entries name, and tell each entry the id of its own."""
    usual = (given.source_url or source.url, given.read_on.isoformat())
    found: dict[tuple[str, str], str] = {}
    for said in source.said:
        url, day = said.first("source_url"), said.first("read_on")
        read_on = day_of_text(day) if day else None
        if day and read_on is None:
            said.remark(f'the day "{day}" is not written as 2026-11-02.', day)
        if url and (not url.startswith(_URL) or any(map(str.isspace, url))):
            said.remark("the source is no address of a page.", url)
            url = ""
        key = (url or usual[0], read_on or usual[1])
        if key not in found:
            found[key] = f"source-{len(found) + 1}" if found else "source"
        if found[key] != "source":
            said.words["source"] = [found[key]]
    if not found:
        found[usual] = "source"
    return [Origin(identifier, *key) for key, identifier in found.items()]


class Head:
    """Gathers what the lines of a file refer to, and writes it above them."""

    def __init__(
        self, source: Foreign, given: Given, sources: list[Origin], tiers: dict[str, str]
    ) -> None:
        self._source = source
        self._given = given
        self._sources = sources
        self._tiers = tiers
        self._desks: dict[str, dict[str, str]] = {}
        self._values: dict[str, dict[str, None]] = {}
        self._required: set[str] = set()

    def add(self, line: FoundLine, limits: Iterable[RowLimit]) -> None:
        """Note what *line* refers to, which is for those of *limits* alone."""
        for word in line.desks or ("",):
            self._desks.setdefault(identifier_of_text(word) or GENERAL, desk_content(word))
        for limit in limits:
            if limit.name in ASKED and not limit.choices:
                continue
            values = self._values.setdefault(limit.name, {})
            values.update(dict.fromkeys((*limit.choices, *limit.values)))
            if limit.is_required:
                self._required.add(limit.name)

    def lines(self) -> Iterator[str]:
        """Yield the lines of the file down to the regions."""
        source, given = self._source, self._given
        name = given.name or source.name
        identifier = given.identifier or slug(name)
        yield "directory:"
        yield f"  id: {scalar(identifier)}" if identifier else "  # id: is missing"
        missing = "  # name: is missing: who publishes these lines"
        yield f"  name: {scalar(name)}" if name else missing
        if source.organisation:
            yield "  organisation:"
            yield from entries(source.organisation, "    ")
        yield "  sources:"
        for one in self._sources:
            yield f"    - id: {one.identifier}"
            yield f"      title: {scalar(given.origin)}"
            missing = "      # url: is missing: the address of the page that this was read from"
            yield f"      url: {scalar(one.url)}" if one.url else missing
            yield f"      read_on: {one.read_on}"
        yield "tiers:"
        for tier, included in self._tiers.items():
            yield f"  {scalar(tier)}: {one_line_of({'includes': included} if included else {})}"
        yield from self._asked()
        yield from self._listed_desks()

    def _asked(self) -> Iterator[str]:
        """Yield what callers are asked; a value more where a condition would name all of them."""
        asked = dict(self._values)
        if "severities" in asked:
            yield f"severities: {one_line_of(_several(asked.pop('severities')))}"
        if asked:
            yield "facets:"
        for name, values in asked.items():
            required = ", required: true" if name in self._required else ""
            yield f"  {scalar(name)}: {{values: {one_line_of(_several(values))}{required}}}"

    def _listed_desks(self) -> Iterator[str]:
        desks = self._desks
        if not desks or list(desks) == [GENERAL]:
            return
        names = sorted(desks, key=lambda one: one != GENERAL)
        if any(desks.values()):
            yield "desks:"
            yield from (f"  {scalar(name)}: {one_line_of(desks[name])}" for name in names)
        else:
            yield f"desks: {one_line_of(names)}"
        if GENERAL in desks:
            yield f"# {GENERAL}: of the lines for which the source names none."


def _several(values: Iterable[str]) -> list[str]:
    found = list(values)
    return found if len(found) > 1 else [*found, OTHER]
