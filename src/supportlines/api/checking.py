"""A data file looked through: problems and doubts, as values."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any, Mapping

from supportlines import clock
from supportlines.errors import WrongTypeError, check_text, plain
from supportlines.hours import instant_to_second, second_to_instant
from supportlines.lookup import InstantError

if TYPE_CHECKING:
    from supportlines.doubts import Examination

_FIRST_YEAR, _LAST_YEAR = 2, 9998
"""Somewhere on Earth it is already, or still, another year."""


def check(
    text: str | bytes,
    name: str = "directory.yaml",
    *,
    at: datetime | None = None,
    confirm_within_days: int | None = None,
) -> Examination:
    """Return all problems and doubts of a data file, in the order of the file.

    Args:
        text: YAML or JSON; bytes are UTF-8.
        name: What the file is called in messages.
        at: An aware instant, against whose day in UTC dates are compared; by default now.
        confirm_within_days: After how many days a source should be read again; by default
            what the file says.

    Raises:
        SupportlinesError: If an argument is of another type. A faulty *text* is no error.

    >>> import supportlines
    >>> found = supportlines.check("directory: {}", "my.yaml")
    >>> print(found.problems[0])
    my.yaml:1:1: "tiers" is missing. Write "tiers: …" here.
    """
    from supportlines.doubts import examine

    check_text("name", name, 'what the file is called, such as "my.yaml"')
    if confirm_within_days is not None:
        days = confirm_within_days
        if isinstance(days, bool) or not isinstance(days, int) or days < 1:
            raise WrongTypeError.of("confirm_within_days", days, "a whole number of days from 1 on")
    today = (clock.now() if at is None else checked_instant(at)).date()
    content, name = bytes_of(text), plain(name)
    return examine(content, name, today=today, confirm_within_days=confirm_within_days)


def checked_instant(at: object) -> datetime:
    """Return *at* in UTC.

    Raises:
        InstantError: If it is no aware instant, or too near the end of the calendar.
    """
    if not isinstance(at, datetime) or not _FIRST_YEAR <= at.year <= _LAST_YEAR:
        raise InstantError(at)
    return second_to_instant(instant_to_second(at))


def bytes_of(text: str | bytes) -> bytes:
    """Return the bytes of a data file that is given as a text or as bytes.

    Raises:
        WrongTypeError: If it is neither.
    """
    if isinstance(text, bytes):
        return text
    if isinstance(text, str):
        # A half of a pair is told where it stands, as every other character that is none.
        return text.encode("utf-8", "surrogatepass")
    raise WrongTypeError.of("text", text, "the text of a data file, or its bytes")


_LISTS = {
    "countries": '["AE"]',
    "languages": '["en"]',
    "tiers": '["premium"]',
    "channels": '["phone", "chat"]',
}
"""Of whom coverage tells, each with an example."""


def check_whom(whom: Mapping[str, Any]) -> None:
    """Refuse what coverage cannot be told of: other names, and what is no list of texts."""
    for name, given in whom.items():
        if name in ("desk", "facets"):
            continue
        if name not in _LISTS:
            raise TypeError(f"coverage() got an unexpected keyword argument {name!r}")
        takes = f"a list of texts, such as {_LISTS[name]}"
        if not isinstance(given, (list, tuple)):
            raise WrongTypeError.of(name, given, takes)
        for number, one in enumerate(given):
            check_text(f"{name}[{number}]", one, takes)
