"""Digests of files, by which a browser refuses one that somebody changed on the way."""

from __future__ import annotations

from base64 import b64encode
from hashlib import sha384
from typing import TYPE_CHECKING, Iterable, Mapping

if TYPE_CHECKING:
    from supportlines.web.site.plan import SiteFile


def digest(content: bytes) -> str:
    """Return the digest of a file as the attribute `integrity` has it (W3C SRI).

    >>> digest(b"")
    'sha384-OLBgp1GsljhM2TJ+sbHjaiH9txEUvgdDTAzHv2P24donTt6/529l+9Ua0vFImLlb'
    """
    return f"sha384-{b64encode(sha384(content).digest()).decode('ascii')}"


def hashes_of(files: Iterable[SiteFile]) -> Mapping[str, str]:
    """Return the digest of each file by its path, sorted."""
    return {path: digest(content) for path, content in sorted(files)}
