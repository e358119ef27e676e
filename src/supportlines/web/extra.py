"""What the application needs beyond the package itself."""

from __future__ import annotations

from importlib.util import find_spec

from supportlines.errors import SupportlinesError

_PACKAGES = ("starlette", "uvicorn")


class MissingExtraError(SupportlinesError, ImportError):
    """A package of the extra `web` that is not installed.

    >>> print(MissingExtraError("starlette"))
    the package starlette is not installed. Install what the application needs: \
pip install "supportlines[web]".
    """

    def __init__(self, package: str) -> None:
        super().__init__(package)
        self.package = package

    def __str__(self) -> str:
        return (
            f"the package {self.package} is not installed. "
            'Install what the application needs: pip install "supportlines[web]".'
        )


def need_extra(*packages: str) -> None:
    """Raise unless *packages* are installed, by default that of the application alone.

    Raises:
        MissingExtraError: If one is not.
    """
    for name in packages or _PACKAGES[:1]:
        if find_spec(name) is None:
            raise MissingExtraError(name)
