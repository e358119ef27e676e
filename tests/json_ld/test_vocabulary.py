"""What is written, typed by the vocabulary: schema-dts has a type for each thing of schema.org.

It needs node and the packages `schema-dts` and `typescript` of npm, in a folder of their own:
`pytest tests/json_ld --node-modules FOLDER`.
"""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

import pytest

import supportlines

EXAMPLE = Path(__file__).parent.parent / "data" / "json_ld_directory.yaml"

FILE = """import type {{Organization, WithContext}} from "schema-dts";

export const page: WithContext<Organization> = {content};
"""


@pytest.fixture(scope="module")
def errors_of(request, tmp_path_factory):
    """Return a function: what the compiler of TypeScript says of some JSON-LD."""
    modules = node_modules(request.config)
    folder = tmp_path_factory.mktemp("typed")
    (folder / "node_modules").symlink_to(modules, target_is_directory=True)
    options = "--noEmit --strict --skipLibCheck --moduleResolution bundler --module esnext"

    def errors_of(content):
        source = folder / "page.ts"
        source.write_text(FILE.format(content=json.dumps(content, indent=2)), encoding="utf-8")
        done = subprocess.run(
            [str(modules / ".bin" / "tsc"), *options.split(), source.name],
            cwd=folder,
            capture_output=True,
            text=True,
            check=False,
        )
        return done.stdout.splitlines()

    return errors_of


def node_modules(config):
    """Return the folder of the packages; what lacks it is skipped, or fails where it must not."""
    folder = config.getoption("--node-modules", default=None)
    reason = ""
    if folder is None:
        reason = "no folder of packages is given: --node-modules FOLDER"
    elif shutil.which("node") is None:
        reason = "node is not here (Debian: apt-get install nodejs)"
    else:
        missing = [name for name in ("schema-dts", "typescript") if not Path(folder, name).is_dir()]
        reason = f"{' and '.join(missing)} is not in {folder}" if missing else ""
    if reason and config.getoption("--require-browser", default=False):
        pytest.fail(reason, pytrace=False)
    if reason:
        pytest.skip(reason)
    return Path(folder).resolve()


@pytest.mark.parametrize("path", [EXAMPLE, None])
def test_it_is_what_the_vocabulary_knows(errors_of, path):
    """Each property is one of its thing, each word one of its list."""
    directory = supportlines.load(path)

    assert errors_of(directory.json_ld()) == []


def misspelt(content):
    """Give a contact point a property that there is not."""
    content["contactPoint"][0]["telefone"] = "+442079460958"


def misnamed(content):
    """Name a day of the week that there is not."""
    content["contactPoint"][1]["hoursAvailable"][0]["dayOfWeek"] = ["Moonday"]


@pytest.mark.parametrize("spoil", [misspelt, misnamed])
def test_what_the_vocabulary_does_not_know_is_refused(errors_of, spoil):
    """So that the test above can fail."""
    content = supportlines.load(EXAMPLE).json_ld()
    spoil(content)

    assert any("error TS" in line for line in errors_of(content))
