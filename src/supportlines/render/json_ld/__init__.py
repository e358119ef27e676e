"""A directory as JSON-LD of schema.org: an organisation and its contact points."""

from __future__ import annotations

from supportlines.render.json_ld.organization import organization, write_json_ld
from supportlines.render.json_ld.script import script_json

__all__ = ["organization", "script_json", "write_json_ld"]
