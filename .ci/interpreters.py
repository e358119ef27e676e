"""Print the interpreters of this machine that supportlines supports, oldest first.

One line for each minor version: version, tab, path. Looks among pyenv's versions and on PATH;
an interpreter counts if it starts, is no pre-release and can make environments.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from pathlib import Path

OLDEST = (3, 8)

PROBE = (
    "import ensurepip, sys, venv; "
    "assert sys.version_info.releaselevel == 'final'; "
    "print('%d.%d.%d' % sys.version_info[:3])"
)


def candidates() -> list[Path]:
    """Return every path that may be an interpreter; pyenv's own folders before PATH."""
    root = Path(os.environ.get("PYENV_ROOT") or Path.home() / ".pyenv")
    found = sorted(root.glob("versions/3.*/bin/python"))
    for folder in os.environ.get("PATH", "").split(os.pathsep):
        if folder:
            paths = sorted(Path(folder).glob("python3*"))
            found += [path for path in paths if re.fullmatch(r"python3(\.\d+)?", path.name)]
    return found


def version_of(path: Path) -> tuple[int, ...] | None:
    """Return what the interpreter says of itself, or None if it cannot be used."""
    if shutil.which(str(path)) is None:
        return None
    try:
        said = subprocess.run(
            [str(path), "-c", PROBE], check=True, capture_output=True, text=True, timeout=60
        )
    except (OSError, subprocess.SubprocessError):
        return None  # a shim without its version, or Debian's python without python3-venv
    return tuple(int(part) for part in said.stdout.strip().split("."))


def main() -> None:
    """Print the newest patch release of each minor version."""
    best: dict[tuple[int, ...], tuple[tuple[int, ...], Path]] = {}
    for path in candidates():
        version = version_of(path)
        if version is None or version < OLDEST:
            continue
        minor = version[:2]
        if minor not in best or best[minor][0] < version:
            best[minor] = (version, path)
    for minor in sorted(best):
        version, path = best[minor]
        print(".".join(map(str, version)), path, sep="\t")


if __name__ == "__main__":
    main()
