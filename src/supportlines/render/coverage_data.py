"""Coverage for programs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Sequence

from supportlines.hours import second_to_instant
from supportlines.render.as_json import instant
from supportlines.render.week_words import moment

if TYPE_CHECKING:
    from supportlines.coverage import Coverage, Gap, Picture, Row

_DIGITS = 4


def coverage_data(coverage: Coverage) -> dict[str, Any]:
    """Return *coverage* ready for `json.dumps`; shares are from 0 to 1."""
    period = coverage.period
    return {
        "directory": coverage.directory,
        "desk": coverage.desk,
        "channels": list(coverage.channels),
        "facets": dict(coverage.facets),
        "year": period.year,
        "week_of": instant(period.week_of) if period.week_of is not None else None,
        "clock": "local" if period.is_local else "utc",
        "rows": [_row(row) for row in coverage.rows],
        "pictures": [_picture(picture) for picture in coverage.pictures],
    }


def _row(row: Row) -> dict[str, Any]:
    week = row.week
    longest = week.longest_gap
    return {
        "country": row.country,
        "subdivision": row.subdivision,
        "time_zones": list(row.time_zones),
        "tier": row.tier,
        "language": row.language,
        "is_spoken": row.is_spoken,
        "is_assumed": row.is_assumed,
        "language_mode": row.language_mode,
        "only_for": list(row.only_for),
        "waiting": list(row.waiting),
        "not_available": list(row.not_available),
        "takes_messages": row.takes_messages,
        "open_share": round(week.open_share, _DIGITS),
        "unknown_share": round(week.unknown_share, _DIGITS),
        "closed_share": round(1 - week.open_share - week.unknown_share, _DIGITS),
        "open_hours": round(week.open_seconds / 3600, _DIGITS),
        "gaps": _gaps(row.gaps),
        "unknown_gaps": _gaps(row.unknown_gaps),
        "longest_gap": None
        if longest is None
        else {
            "start": instant(second_to_instant(longest[0])),
            "end": instant(second_to_instant(longest[1])),
        },
    }


def _gaps(gaps: Sequence[Gap]) -> list[dict[str, str]]:
    return [{"start": moment(gap.start), "end": moment(gap.end)} for gap in gaps]


def _picture(picture: Picture) -> dict[str, Any]:
    return {
        "tier": picture.tier,
        "language": picture.language,
        "countries": list(picture.countries),
        "open": _table([cell.open_share for cell in picture.cells]),
        "unknown": _table([cell.unknown_share for cell in picture.cells]),
        "gaps": _gaps(picture.gaps),
        "unknown_gaps": _gaps(picture.unknown_gaps),
    }


def _table(shares: Sequence[float]) -> list[list[float]]:
    """Return seven days from Monday on with 24 hours each."""
    rounded = [round(share, _DIGITS) for share in shares]
    return [rounded[start : start + 24] for start in range(0, len(rounded), 24)]
