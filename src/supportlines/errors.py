"""The one ancestor of every error that supportlines raises on purpose."""

from __future__ import annotations


class SupportlinesError(Exception):
    """Something that was given to supportlines cannot be used as it is.

    Every error derives from this class and from `ValueError` (what was given is
    ill-formed) or `LookupError` (what was asked for does not exist). Its text says
    what was found and what to write instead.
    """
