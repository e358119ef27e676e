"""What is said of several values together: which parts keep a day, in which zones it is open."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Callable, Mapping, Sequence

from supportlines.errors import listed
from supportlines.places import country_name
from supportlines.texts import within
from supportlines.words.kinds import LOCALE

if TYPE_CHECKING:
    from supportlines.words.values import Values

_LISTED_PARTS = 6
_REST = "the rest of the country"
_STATES = ("open", "unknown", "closed")
_NOT_KNOWN = {"unknown": "not known"}
_PHONES = {"landline": "landlines", "mobile": "mobile phones"}


def kept(holiday: str, parts: Sequence[str], others: Sequence[str]) -> str:
    """Return where a holiday of some parts of a country is kept: codes, as one types them.

    Args:
        holiday: Its name.
        parts: Codes of ISO 3166-2 of the parts that keep it; that of the country alone stands
            for what its parts leave.
        others: Those that do not.

    >>> kept("Epiphany", ("DE-BW", "DE-BY", "DE-ST"), ("DE", "DE-BE"))
    'Epiphany is a public holiday in DE-BW, DE-BY and DE-ST'
    """
    keeping, not_keeping = _with_hyphen(parts), _with_hyphen(others)
    rest_keeps = len(keeping) < len(parts)
    if not keeping:
        where = "in the country as a whole, but in none of the parts with holidays of their own"
    elif len(keeping) <= _LISTED_PARTS:
        where = f"in {listed([*keeping, _REST] if rest_keeps else keeping)}"
    elif rest_keeps and len(not_keeping) <= _LISTED_PARTS:
        where = f"in all parts of the country but {listed(not_keeping)}"
    else:
        more = len(keeping) - _LISTED_PARTS
        word = "part" if more == 1 else "parts"
        where = f"in {', '.join(keeping[:_LISTED_PARTS])} and {more} more {word} of the country"
    return f"{holiday} is a public holiday {where}"


def _with_hyphen(codes: Sequence[str]) -> list[str]:
    return [code for code in codes if "-" in code]


def _kept(values: Values) -> str | None:
    if "holiday" not in values:
        return None
    given: Any = values
    return kept(given["holiday"], given["parts"], given["other_parts"])


def _why(values: Values) -> str | None:
    """Return the day's own reason: a text of the directory, or the days that have other hours."""
    if "why" in values:
        why: Any = values["why"]
        return within(why, "en")
    if "from" not in values or "until" not in values:
        return None
    first, last = values["from"], values["until"]
    return f"other hours on {first}" if first == last else f"other hours from {first} to {last}"


def _by_zone(values: Values) -> str | None:
    return _by_state(values, {}, "{} in {}", "{}")


def _by_facet(values: Values) -> str | None:
    return _by_state(values, _NOT_KNOWN, "{} for {}", "{}")


def _by_severity(values: Values) -> str | None:
    return _by_state(values, _NOT_KNOWN, "{} for {}", '"{}"')


def _by_state(values: Any, words: Mapping[str, str], part: str, name: str) -> str | None:
    """Return each state with the names that are in it."""
    parts = [
        part.format(words.get(state, state), listed([name.format(one) for one in values[state]]))
        for state in _STATES
        if values.get(state)
    ]
    return "; ".join(parts) or None


def _serving(values: Any) -> str | None:
    """Return the caller's country, with how many others a line serves."""
    if "others" not in values:
        return None
    return f"{values['others']} other countries"


def _listed_on(values: Any) -> str | None:
    """Return from when and until when a line is listed."""
    days = [f"{word} {values[word]}" for word in ("from", "until") if word in values]
    return " ".join(days) or None


def _other_days(values: Any) -> str | None:
    """Return until when there was a line, or from when there is one."""
    days = []
    if "before" in values:
        days.append(f"there was one until {values['before']}")
    if "after" in values:
        days.append(f"there is one from {values['after']}")
    return listed(days) or None


def _whose_holidays(values: Any) -> str | None:
    """Return whose public holidays count, where they are not those of the caller's own place."""
    if "holidays" not in values:
        return None
    name = values["holidays"]
    if name == "national":
        return "those of the caller's whole country"
    country, _, part = name.partition("-")
    if not country.isupper():  # the code of a country is, the id of a calendar is not
        return f"the days of the calendar {name}"
    if part == "national":
        return f"those of {country_name(country, LOCALE)} as a whole"
    return f"those of {name if part else country_name(country, LOCALE)}"


def _ways(values: Any) -> str | None:
    """Return through which carriers each sort of telephone reaches a number."""
    ways = {phone: values[phone] for phone in _PHONES if values.get(phone)}
    if not ways:
        return None
    parts = [f"from {_PHONES[one]} through {listed(names)} only" for one, names in ways.items()]
    return ", ".join(parts)


CLAUSES: Mapping[str, Callable[[Any], str | None]] = {
    "kept": _kept,
    "why": _why,
    "by_facet": _by_facet,
    "by_zone": _by_zone,
    "by_severity": _by_severity,
    "serving": _serving,
    "listed_on": _listed_on,
    "other_days": _other_days,
    "ways": _ways,
    "whose_holidays": _whose_holidays,
}
"""By the placeholder that stands for them; None where the values say nothing of it."""
