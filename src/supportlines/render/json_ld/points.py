"""Contact points: one for each row of the directory and each group of tiers with its own hours.

https://schema.org/ContactPoint, read on 2026-11-30. Only what exists worldwide is a telephone
there: digits that exist inside one country are those of somebody else to a reader who takes them
for international.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Dict, Iterator, NamedTuple

from supportlines.directory import ANY_LANGUAGE, CALLER
from supportlines.directory.fields import CALLED_CHANNELS
from supportlines.errors import listed
from supportlines.exchange import Loss
from supportlines.lookup import caveats
from supportlines.render.json_ld.hours import hours_available
from supportlines.render.json_ld.losses import NO_PLACE, type_of
from supportlines.render.json_ld.tiers import TierGroup, callers_zone, tier_groups

if TYPE_CHECKING:
    import datetime as dt

    from supportlines.directory import Facts, Line
    from supportlines.exchange.flat import FlatRow
    from supportlines.exchange.flat_hours import FlatHours

_Json = Dict[str, Any]

_NOT_CARRIED = (
    "via", "cost", "fallback", "steps", "dialable_from", "dialable_from_parts", "service",
    "send", "source",
)  # fmt: skip
"""Fields of a line that a row knows and a contact point does not."""


class Point(NamedTuple):
    """A contact point, and what sets it apart from others of its line."""

    line: str
    apart: tuple[str, ...]
    """Words for an id: tiers, languages, desks, places, of which one may be empty."""

    content: _Json


class PointWriter:
    """Writes the contact points of one directory, and notes what they lose."""

    def __init__(self, facts: Facts, since: dt.date, losses: dict[Loss, None]) -> None:
        """Say nothing of days before *since*."""
        self._facts = facts
        self._since = since
        self._losses = losses

    def points(self, row: FlatRow) -> Iterator[Point]:
        """Yield the contact points of *row*; none if the line has nothing that one could hold."""
        line = row.line
        contact = self._contact(line)
        if contact is None:
            return
        self._lose_the_rest(row)
        for group in tier_groups(self._facts, row):
            apart = (
                "-".join(group.tiers),
                "-".join(row.languages),
                "-".join(row.desks),
                "-".join(row.places).lower(),
            )
            yield Point(line.id, apart, self._point(row, group, contact))

    def _point(self, row: FlatRow, group: TierGroup, contact: _Json) -> _Json:
        line = row.line
        hours = self._hours(row, group)
        clock = _clock(group) if hours else ""
        limits = [
            caveats.only_for(self._facts, one.name, one.values).text
            for one in row.limits
            if one.name != "tiers"
        ]
        said = [*limits, *map(str, line.notes), clock]
        description = " ".join(filter(None, said))
        options = ["TollFree"] if line.kind.startswith("toll_free") else []
        options += ["HearingImpairedSupported"] if line.channel == "textphone" else []
        types = [type_of(self._facts, desk) for desk in row.desks]
        found = {
            "@type": "ContactPoint",
            "name": str(line.label or ""),
            **contact,
            "contactType": types[0] if len(types) == 1 else types,
            "areaServed": list(row.places),
            "availableLanguage": [tag for tag in row.languages if tag != ANY_LANGUAGE],
            "productSupported": [str(self._facts.tier(one).name) for one in group.tiers],
            "contactOption": options,
            "hoursAvailable": hours,
            "description": description,
        }
        return {key: value for key, value in found.items() if value not in ("", [])}

    def _contact(self, line: Line) -> _Json | None:
        """Return how the line is reached, or None if schema.org cannot say it."""
        if line.unusable is not None:
            self._lose(line, "line", "nothing of what is published can be used.")
            return None
        if line.email is not None:
            return {"email": line.email}
        if line.url is not None:
            return {"url": line.url}
        if line.number is None:
            why = "where its number is found has no place."
            if line.address is not None:
                why = "an address for post has no place beside a contact type."
            self._lose(line, "line", why)
            return None
        e164 = line.number.e164
        if e164 is None:
            where = listed(line.number.exists_in)
            why = f"its digits exist in {where} alone, so elsewhere they are another number."
            self._lose(line, "line", why)
            return None
        if line.channel in CALLED_CHANNELS:
            return {"telephone": e164}
        if line.channel == "sms":
            return {"url": f"sms:{e164}"}
        self._lose(line, "line", "a number for messages of a service has no place.")
        return None

    def _hours(self, row: FlatRow, group: TierGroup) -> list[_Json]:
        line = row.line
        if group.is_union:
            tiers = " and ".join(group.tiers)
            why = "hours of the tier that it includes are others, so here they are unknown."
            self._lose(line, f"availability of {tiers}", why)
        there = (line.valid_from, line.valid_until)
        if group.hours is None or not line.is_live:
            self._lose_days(line, there)
            return []
        is_callers = group.hours.time_zone in (CALLER, callers_zone(row))
        if there != (None, None) and not is_callers:
            why = "its first or last day is by another clock, so no hours are written."
            self._lose(line, "hours", why)
            self._lose_days(line, there)
            return []
        written = hours_available(group.hours, self._since, there)
        for sentence in written.lost:
            self._lose(line, "hours", sentence)
        if not written.specifications:
            self._lose_days(line, there)
        if written.specifications and not _is_timeless(group.hours):
            zone = group.hours.time_zone
            whose = "the caller's clock" if zone == CALLER else f"the clock of {zone}"
            why = f"they have no zone there; that they are by {whose} stands in words alone."
            self._lose(line, "time_zone", why)
        return list(written.specifications)

    def _lose_days(self, line: Line, there: tuple[dt.date | None, dt.date | None]) -> None:
        """Tell from when until when a line is there, where no hours say it."""
        for key, day in zip(("valid_from", "valid_until"), there):
            if day is not None:
                self._lose(line, key, "without hours it has no place.")

    def _lose_the_rest(self, row: FlatRow) -> None:
        line = row.line
        written = line.email or line.url
        if line.number is not None:
            written = line.number.grouped
        if line.published_as != written:
            self._lose(line, "published_as", NO_PLACE)
        if line.kind not in ("unknown", "toll_free", "toll_free_international"):
            self._lose(line, "kind", NO_PLACE)
        self._lose_words(row)
        if ANY_LANGUAGE in row.languages:
            self._lose(line, "languages", "that it serves any other has no place.")
        if any(mode != "native" for mode in line.language_modes.values()):
            self._lose(line, "language_modes", NO_PLACE)
        for key in _NOT_CARRIED:
            if getattr(line, key):
                self._lose(line, key, NO_PLACE)

    def _lose_words(self, row: FlatRow) -> None:
        """Tell what stands in words alone, or in none: for whom a line is, how it is reached."""
        line = row.line
        for limit in row.limits:
            what = {"phone": "dialable_by", "carrier": "carriers"}.get(limit.name, "for")
            if limit.name != "tiers":
                self._lose(line, what, "for whom it is stands in words alone.")
        if line.channel == "chat":
            self._lose(line, "channel", "that its page is a chat has no place.")
        if not line.is_live:
            self._lose(line, "mode", "that a message is taken and answered later has no place.")

    def _lose(self, line: Line, what: str, why: str) -> None:
        self._losses[Loss(line.id, what, why)] = None


def _is_timeless(hours: FlatHours) -> bool:
    """Return whether *hours* are the same at all times, so that no clock matters."""
    timetable = hours.timetable
    return timetable is None or (timetable.is_plain and hours.schedule.is_always)


def _clock(group: TierGroup) -> str:
    """Return by whose clock the hours are, which the format cannot say."""
    if group.hours is None or _is_timeless(group.hours):
        return ""
    if group.hours.time_zone == CALLER:
        return "Hours are local times of the caller."
    return f"Hours are local times of {group.hours.time_zone}."
