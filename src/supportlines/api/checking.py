"""A data file looked through: problems and doubts, as values."""

from __future__ import annotations

from typing import TYPE_CHECKING

from supportlines import clock
from supportlines.errors import WrongTypeError
from supportlines.lookup import InstantError

if TYPE_CHECKING:
    from datetime import datetime

    from supportlines.doubts import Examination


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
    from datetime import datetime, timezone  # noqa: PLC0415

    from supportlines.doubts import examine  # noqa: PLC0415 - a question does without the linter

    if at is not None and (not isinstance(at, datetime) or at.tzinfo is None):
        raise InstantError(at)
    today = (clock.now() if at is None else at).astimezone(timezone.utc).date()
    return examine(bytes_of(text), name, today=today, confirm_within_days=confirm_within_days)


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
