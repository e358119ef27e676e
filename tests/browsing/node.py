"""Scripts that are run without a page: by node, and by tools of npm."""

from __future__ import annotations

import subprocess
from pathlib import Path
from typing import TYPE_CHECKING

from browsing.needs import lacking, program

if TYPE_CHECKING:
    import pytest

INSTALL_NPM = "copy tests/browser/npm, run `npm ci --ignore-scripts` there, --node-modules FOLDER"
TSC_OPTIONS = (
    *("--noEmit", "--strict", "--skipLibCheck"),
    *("--module", "esnext", "--moduleResolution", "bundler"),
)


def run_module(config: pytest.Config, script: str, *arguments: str, given: str = "") -> str:
    """Run a module's text in node and return what it prints; *given* is its standard input.

    An argument is `process.argv[2]`, as if the module were a file. Fails with what node says if
    the module ends in an error.
    """
    node = program(config, ["node", "nodejs"], "nodejs")
    command = [node, "--input-type=module", "--eval", script, "--", "module", *arguments]
    done = subprocess.run(command, input=given, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


def type_errors(config: pytest.Config, script: Path) -> list[str]:
    """Return what TypeScript says of a script that imports types of `schema-dts`.

    The script is written into a folder of its own, which gets a link to the packages.
    """
    packages = config.getoption("--node-modules")
    if packages is None:
        lacking(config, f"packages of npm are not here ({INSTALL_NPM}).")
    node = program(config, ["node", "nodejs"], "nodejs")
    compiler = Path(packages).resolve() / "typescript" / "bin" / "tsc"
    beside = script.parent / "node_modules"
    if not beside.exists():
        beside.symlink_to(Path(packages).resolve(), target_is_directory=True)
    done = subprocess.run(
        [node, compiler, *TSC_OPTIONS, script.name],
        cwd=script.parent,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    said = done.stdout.splitlines()
    assert (done.returncode == 0) == (not said), done.stdout + done.stderr
    return said
