"""What a machine may lack: there its tests are skipped with the reason, or fail with it."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING, NoReturn

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterable

INSTALL = "pip install -e '.[test,browser]', Python 3.9 or newer"


def lacking(config: pytest.Config, reason: str) -> NoReturn:
    """Skip the test that is running, or fail it where nothing may be missing."""
    if config.getoption("--require-browser"):
        pytest.fail(f"--require-browser: {reason}", pytrace=False)
    pytest.skip(reason)


def program(config: pytest.Config, names: Iterable[str], package: str) -> str:
    """Return the path of the first of some programs that is here; *package* is Debian's."""
    for name in names:
        found = shutil.which(name)
        if found:
            return found
    lacking(config, f"{' or '.join(names)} is not here (Debian: apt-get install {package}).")
