"""How many random cases a test tries: all of them, or a fifth where another run tries them all.

`--fewer-cases` asks for the fifth; tests whose cases are the same on every Python need not try
them all on each. It tries the same ones each time, so that a change is judged by what it changes;
whoever asks for all tries other ones each time, and finds what nobody thought of.
"""

from __future__ import annotations

from hypothesis import settings

FEWER = 5
ALL = settings.get_profile("default").max_examples
settings.register_profile("all", deadline=None)  # a busy machine breaks nothing
settings.register_profile("fewer", max_examples=ALL // FEWER, deadline=None, derandomize=True)
settings.load_profile("all")

_divisor = 1


def try_fewer() -> None:
    """Let every test that is read from now on try a fifth of its cases."""
    global _divisor  # noqa: PLW0603 - set once, before any test is read
    _divisor = FEWER
    settings.load_profile("fewer")


def cases(number: int) -> int:
    """Return how many cases a test tries that tries *number* of them when it tries all."""
    return max(1, number // _divisor)


def stride(number: int) -> int:
    """Return how far apart the cases are that are *number* apart where all are tried."""
    return number * _divisor


def at_least(number: int) -> int:
    """Return how often a sort of case must come up that comes up *number* times among all."""
    return number if _divisor == 1 else number // (2 * _divisor)  # few scatter more
