"""What is missing on a machine skips its tests there, and fails where nothing may be missing."""

from __future__ import annotations

import sys

import pytest

from browsing.needs import lacking, program


class Config:
    """What the tests ask of pytest's configuration."""

    def __init__(self, *, required):
        self.options = {"--require-browser": required}

    def getoption(self, name):
        """Return an option of the command line."""
        return self.options[name]


def test_a_test_is_skipped_with_the_reason():
    """On the machine of somebody who has no browser."""
    with pytest.raises(pytest.skip.Exception, match="no browser is here"):
        lacking(Config(required=False), "no browser is here")


def test_it_fails_where_everything_must_be_there():
    """Or CI could lose the browser, and nobody would notice."""
    with pytest.raises(pytest.fail.Exception, match="no browser is here"):
        lacking(Config(required=True), "no browser is here")


def test_the_first_program_that_is_there_is_taken():
    """Debian and others name them differently."""
    assert program(Config(required=True), ["no-such-program", sys.executable], "python3") == (
        sys.executable
    )


def test_a_program_that_is_missing_is_named_with_its_package():
    """The reader learns what to install."""
    with pytest.raises(pytest.skip.Exception) as skipped:
        program(Config(required=False), ["no-such-program", "nor-this-one"], "some-package")

    assert str(skipped.value) == (
        "no-such-program or nor-this-one is not here (Debian: apt-get install some-package)."
    )
