"""Check the archives that users install: `archives.py WHEEL WHEEL_MADE_FROM_SDIST SDIST`.

Both wheels hold the same files, and the source distribution holds what a packager needs to run
the tests and build the docs. Exits with a sentence that says what is missing.
"""

from __future__ import annotations

import hashlib
import sys
import tarfile
import zipfile

WANTED_IN_WHEEL = (
    "supportlines/__init__.py",
    "supportlines/data/__init__.py",
    "supportlines/data/gis-zhkh.json",
    "supportlines/data/gis-zhkh.yaml",
    "supportlines/data/insales.json",
    "supportlines/data/insales.yaml",
    "supportlines/data/regions.json",
    "supportlines/data/regions.yaml",
    "supportlines/py.typed",
)
WANTED_IN_SDIST = (
    ".ci/run",
    ".github/workflows/ci.yml",
    ".importlinter",
    "CHANGELOG.md",
    "CONTRIBUTING.md",
    "LICENSE",
    "README.md",
    "data/__init__.py",
    "data/gis-zhkh.yaml",
    "data/insales.yaml",
    "data/regions.yaml",
    "docs/conf.py",
    "docs/index.md",
    "noxfile.py",
    "pyproject.toml",
    "src/supportlines/py.typed",
    "tests/docs/test_pages.py",
    "tests/packaging/test_metadata.py",
)


def wheel_content(path: str) -> dict[str, str]:
    """Return name and digest of each file of a wheel but RECORD, which repeats them."""
    with zipfile.ZipFile(path) as archive:
        return {
            name: hashlib.sha256(archive.read(name)).hexdigest()
            for name in archive.namelist()
            if not name.endswith("/RECORD")
        }


def sdist_names(path: str) -> set[str]:
    """Return the names in a source distribution, without its top folder."""
    with tarfile.open(path) as archive:
        return {member.name.partition("/")[2] for member in archive.getmembers()}


def problems(wheel: str, wheel_from_sdist: str, sdist: str) -> list[str]:
    """Return one sentence for each difference."""
    direct, indirect = wheel_content(wheel), wheel_content(wheel_from_sdist)
    names = sdist_names(sdist)
    differ = [
        f"{name} differs between the wheel and the wheel made from the source distribution."
        for name in sorted(direct.keys() | indirect.keys())
        if direct.get(name) != indirect.get(name)
    ]
    missing = [f"the wheel lacks {name}." for name in WANTED_IN_WHEEL if name not in direct]
    foreign = [
        f"the wheel holds {name}, which is not part of the package."
        for name in sorted(direct)
        if not name.startswith(("supportlines/", "supportlines-"))
    ]
    missing += [
        f"the wheel lacks supportlines/{name}; name its kind in package-data."
        for name in sorted(names)
        if name.startswith("data/")
        and not name.endswith("/")
        and f"supportlines/{name}" not in direct
    ]
    lacking = [
        f"the source distribution lacks {name}; name it in MANIFEST.in."
        for name in WANTED_IN_SDIST
        if name not in names
    ]
    return differ + missing + foreign + lacking


if __name__ == "__main__":
    found = problems(*sys.argv[1:4])
    if found:
        sys.exit("\n".join(found))
    print("the archives hold the same package, and everything that belongs to it")
