"""Print the digest of every file of a small site, to be compared between Pythons.

`python tests/packaging/site_digests.py` makes the site of a shipped directory, of a fixed instant,
with the packages that are installed; `nox -s same_bytes` runs it on the oldest Python and on the
newest, with the same versions of all packages whose data are in the bytes.
"""

from __future__ import annotations

import hashlib
import json
import sys
from datetime import datetime, timezone

import supportlines
from supportlines.web.site import plan_site, site_files

AT = datetime(2026, 11, 30, tzinfo=timezone.utc)


def digests() -> dict[str, str]:
    """Return the digest of each file by its path."""
    found = {}
    for name in ("insales", "gis-zhkh"):
        directory = supportlines.load(name)
        plan = plan_site(directory, locales=["en", "es", "ar", "ja"], days=93, at=AT)
        for one in site_files(plan):
            if not isinstance(one, str):
                found[f"{name}/{one.path}"] = hashlib.sha256(one.content).hexdigest()
    return found


if __name__ == "__main__":
    json.dump(digests(), sys.stdout, indent=1, sort_keys=True)
