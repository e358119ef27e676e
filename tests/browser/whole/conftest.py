"""The site of the shipped directory, made by the command, as everybody gets it."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

import supportlines

SINCE = "2026-11-23T00:00:00Z"
DAYS = 93


def export_site(folder, *options):
    """Make a site by the command."""
    command = [sys.executable, "-m", "supportlines", "export", "site", "--out", str(folder)]
    env = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}  # noqa: TID251 - for a process
    subprocess.run([*command, *options], env=env, capture_output=True, check=True)
    return folder


@pytest.fixture(scope="session")
def exported(tmp_path_factory):
    """Return the folder of a site: all countries, 93 days, in English and Arabic."""
    folder = tmp_path_factory.mktemp("site") / "public"
    return export_site(folder, "--locales", "en,ar", "--days", str(DAYS), "--at", SINCE)


@pytest.fixture(scope="session")
def directory():
    """Return the directory that the site is made of."""
    return supportlines.load()
