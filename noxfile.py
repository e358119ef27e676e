"""Everything that must hold before a change lands, one session for each thing: `nox --list`.

`bash .ci/run` calls them all on a machine where nothing is prepared, .github/workflows/ci.yml on
hosted ones. `nox -s lint` or `nox -s tests-3.13` runs one; the checkout is only read, since each
session works on a copy of what git knows of it.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import nox
from nox.command import CommandFailed

ROOT = Path(__file__).resolve().parent
PYPROJECT = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
SUPPORTED = re.findall(r'"Programming Language :: Python :: (3\.\d+)"', PYPROJECT)
HERE = [
    minor
    for minor in SUPPORTED
    if shutil.which(f"python{minor}") or minor == ".".join(map(str, sys.version_info[:2]))
] or SUPPORTED
OLDEST, NEWEST = SUPPORTED[0], HERE[-1]
BUT_PAGES = ("--ignore=tests/browser",)
"""For runs of all tests: pages are tried in a session of their own, with a browser."""
FEWER = ("--fewer-cases",)
"""For runs that repeat tests: `tests` tries all random cases, and `laws` more than these."""

# What the caller's shell happens to have set may neither change an answer nor hide a warning.
for name in ("PYTHONPATH", "PYTHONHOME", "PYTHONWARNINGS", "SUPPORTLINES_DIRECTORY"):
    os.environ.pop(name, None)
os.environ.update(
    PIP_DISABLE_PIP_VERSION_CHECK="1",
    PIP_NO_INPUT="1",
    PIP_ROOT_USER_ACTION="ignore",
    PYTHONHASHSEED="0",  # random cases are the same ones each time where fewer are tried
)

nox.options.default_venv_backend = "venv"  # the newest virtualenv makes none for the oldest
nox.options.error_on_missing_interpreters = True
nox.options.sessions = ["lint", f"tests-{NEWEST}"]


# -- what the sessions share -----------------------------------------------------------------------


def tracked() -> list[Path]:
    """Return the files that a clone would have, with what is not committed yet."""
    listed = subprocess.run(
        ["git", "-c", f"safe.directory={ROOT}", "ls-files", "-z", "-co", "--exclude-standard"],
        cwd=ROOT,
        check=True,
        capture_output=True,
    )
    names = listed.stdout.decode("utf-8").split("\0")
    return [Path(name) for name in sorted(set(names)) if name and (ROOT / name).is_file()]


def copy_tree(folder: Path) -> Path:
    """Return *folder*, which holds a copy of the checkout and nothing else."""
    shutil.rmtree(folder, ignore_errors=True)
    for name in tracked():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(ROOT / name, folder / name)
    return folder


def enter_copy(session: nox.Session, *without: str) -> Path:
    """Go into a copy of the checkout, some folders left out, and return where it is."""
    copy = copy_tree(Path(session.create_tmp()).resolve() / "tree")
    for name in without:
        shutil.rmtree(copy / name)
    session.chdir(copy)
    return copy


def install(session: nox.Session, *requirements: str) -> None:
    """Install with the newest pip, as a user would."""
    session.install("--upgrade", "pip")
    session.install(*requirements)


def wheel(session: nox.Session) -> Path:
    """Return the wheel of the checkout, built if it is not there yet."""
    digest = hashlib.sha256()
    for name in tracked():
        digest.update(f"{name.as_posix()}\0".encode() + (ROOT / name).read_bytes())
    dist = Path(session.cache_dir).resolve() / digest.hexdigest()[:16]
    if not list(dist.glob("*.whl")):
        copy = copy_tree(Path(session.create_tmp()).resolve() / "build")
        session.run("python", "-m", "pip", "wheel", "-q", "--no-deps", "-w", str(dist), str(copy))
        shutil.rmtree(copy)
    return next(dist.glob("*.whl"))


def pytest(
    session: nox.Session, *arguments: str, run: tuple[str, ...] = ("python", "-m", "pytest")
) -> None:
    """Run tests; their report goes to the folder that CI_REPORTS names, if it names one."""
    reports = os.environ.get("CI_REPORTS")
    if reports:
        arguments += (f"--junit-xml={reports}/{session.name}.xml",)
    session.run(*run, "-q", *arguments, *session.posargs)


def install_wheel(session: nox.Session, extras: str, *options: str) -> None:
    """Go where the tests are, and install what users get: the wheel, and no src to fall back on."""
    built = wheel(session)
    enter_copy(session, "src")  # data stays: some tests read the file that people edit
    install(session, *options, f"{built}[{extras}]")
    session.run("python", "--version")
    session.run("python", "-m", "pip", "list", "--format=freeze")


# -- the text of the code --------------------------------------------------------------------------


@nox.session(python=NEWEST)
def lint(session: nox.Session) -> None:
    """Style, types, and who may import whom: every tool has its say, not the first alone."""
    enter_copy(session)
    install(session, "-e", ".[lint,web]")
    commands = [
        ("ruff", "check", "--no-cache", "--output-format", "concise", "."),
        ("ruff", "format", "--no-cache", "--check", "."),
        ("mypy", "--strict"),
        ("lint-imports", "--no-cache"),
        ("pyright", "--project", "tests/packaging/pyrightconfig.json"),
    ]
    failed = [" ".join(command) for command in commands if not succeeds(session, *command)]
    if failed:
        session.error("; ".join(failed))


@nox.session(python=OLDEST)
def types_oldest(session: nox.Session) -> None:
    """Types for the oldest Python: the newest mypy refuses it, 1.14.1 is the last that knows it."""
    enter_copy(session)
    install(session, "-e", ".[web]", "mypy==1.14.1", "types-PyYAML")
    session.run("mypy", "--strict", "--python-version", OLDEST)


def succeeds(session: nox.Session, *command: str) -> bool:
    """Run a command and return whether all is well, instead of ending the session."""
    try:
        session.run(*command)
    except CommandFailed:
        return False
    return True


# -- tests -----------------------------------------------------------------------------------------


@nox.session(python=SUPPORTED)
def tests(session: nox.Session) -> None:
    """All tests from the tree; on the newest Python with the peer that hours are compared with."""
    enter_copy(session)
    install(session, "-e", ".[test,peers]" if session.python == NEWEST else ".[test]")
    pytest(session, *BUT_PAGES)


@nox.session(python=NEWEST)
def coverage(session: nox.Session) -> None:
    """All tests against the wheel, and how much of it they reach: .ci/covered.py says how much."""
    install_wheel(session, "test,cover")
    # In one process: what a worker of pytest-xdist has run may be lost when it is ended.
    pytest(session, *BUT_PAGES, *FEWER, run=("coverage", "run", "-m", "pytest"))
    session.run("coverage", "combine", "--quiet")
    session.run("coverage", "json", "--quiet", "-o", "coverage.json")
    session.run("coverage", "report")
    session.run("python", ".ci/covered.py", "coverage.json")


@nox.session(python=SUPPORTED)
def tests_wheel_short(session: nox.Session) -> None:
    """The wheel: packaging, the public door, docstrings, shipped directories; nothing warns."""
    install_wheel(session, "test")
    some = ("api/test_door.py", "docs/test_docstrings.py", "packaging", "shipped")
    pytest(session, *FEWER, *(f"tests/{one}" for one in some))
    session.chdir(session.create_tmp())
    words = ("now", "AE", "--language", "en", "--at", "2026-11-21T10:00:00+04:00")
    session.run("python", "-W", "error", "-X", "dev", "-m", "supportlines", *words)


@nox.session(python=OLDEST)
def tests_lowest(session: nox.Session) -> None:
    """All tests against the wheel, with the lowest dependencies that pyproject.toml admits."""
    lowest = subprocess.run(
        [sys.executable, ".ci/lowest.py"], cwd=ROOT, check=True, capture_output=True, text=True
    )
    constraints = Path(session.create_tmp()).resolve() / "lowest.txt"
    constraints.write_text(lowest.stdout, encoding="utf-8")
    install_wheel(session, "test", "-c", str(constraints))
    pytest(session, *BUT_PAGES, *FEWER)


@nox.session(python=NEWEST)
def browser(session: nox.Session) -> None:
    """Pages in a browser, modules in node: Chromium and node are the machine's, and must be there.

    `nox -s browser -- --engine firefox` asks another browser, `--engine webkit` a third.
    """
    install_wheel(session, "test,browser")
    run: tuple[str, ...] = ("python", "-m", "pytest")
    if "webkit" in session.posargs:  # it wants a driver of its own, and a screen
        session.install("selenium>=4")
        run = ("xvfb-run", "-a", *run)
    with session.chdir(Path("tests", "browser", "npm")):
        session.run("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", external=True)
    packages = Path("tests", "browser", "npm", "node_modules").resolve()
    wheels = Path(session.create_tmp()).resolve() / "wheels"  # what an index would have
    wanted = f"{wheel(session)}[holidays]"
    session.run("python", "-m", "pip", "wheel", "-q", "-w", str(wheels), wanted)
    needs = ("--require-browser", f"--node-modules={packages}", f"--wheels={wheels}")
    pytest(session, "tests/browser", *needs, run=run)


@nox.session(python=NEWEST)
def web(session: nox.Session) -> None:
    """The application: tried by its description, mounted in others, beside a bare one, for long."""
    install_wheel(session, "test,web,web-test")
    pytest(session, "tests/web", "tests/cli/test_serve.py", "tests/docs/test_frameworks.py")
    for what in ("speed", "soak"):
        session.run("python", "tests/benchmarks/serve_load.py", what)


@nox.session(python=OLDEST)
def same_bytes(session: nox.Session) -> None:
    """A site has the same bytes on the oldest Python and on the newest, with the same data."""
    install_wheel(session, "holidays")
    frozen = str(session.run("python", "-m", "pip", "list", "--format=freeze", silent=True))
    data = re.compile(r"(?:babel|holidays|phonenumbers|tzdata|markupsafe)==.*", re.IGNORECASE)
    same = [line for line in frozen.splitlines() if data.fullmatch(line)]
    newest = Path(session.create_tmp()).resolve() / "newest"
    session.run(f"python{NEWEST}", "-m", "venv", "--clear", str(newest), external=True)
    other = str(newest / ("Scripts" if os.name == "nt" else "bin") / "python")
    wanted = (f"{wheel(session)}[holidays]", *same)
    session.run(other, "-m", "pip", "install", "-q", *wanted, external=True)
    script = str(Path("tests", "packaging", "site_digests.py"))
    found = [
        json.loads(str(session.run(python, script, silent=True, external=True)))
        for python in ("python", other)
    ]
    different = [
        path for path in {**found[0], **found[1]} if found[0].get(path) != found[1].get(path)
    ]
    if different:
        session.error(f"not the same bytes: {', '.join(sorted(different))}")
    session.log(f"{len(found[0])} files have the same bytes, with {', '.join(same)}")


@nox.session(python=NEWEST)
def without_libyaml(session: nox.Session) -> None:
    """As on machines where PyYAML was built without libyaml: its reader in Python stands in."""
    install_wheel(session, "test")
    found = session.run("python", "-c", "import yaml._yaml as y; print(y.__file__)", silent=True)
    Path(str(found).strip()).unlink()
    session.run("python", "-c", "import yaml; assert not yaml.__with_libyaml__")
    rooms = ("doubts", "directory", "errors", "shipped")
    pytest(session, *FEWER, *(f"tests/{room}" for room in rooms))


@nox.session(python=NEWEST)
def laws(session: nox.Session) -> None:
    """Properties with an oracle, more of them than every run of the tests tries."""
    install_wheel(session, "test,peers,web")
    pytest(session, "tests/hours/test_peer.py")
    laws = {"laws": 20_000, "day_laws": 20_000, "memory_laws": 2_000, "holding_laws": 1_000}
    laws["fresh_laws"] = 100_000  # instants at which something is shown
    for law, cases in laws.items():
        session.run("python", f"tests/benchmarks/{law}.py", "--cases", str(cases))
    # As above the same cases each time: without a seed it tries other ones.
    session.run("python", "tests/compare_with_oracle.py", "--cases", "20000", "--seed", "2026")
    session.run("python", "tests/fuzz/data_files.py", "4000")


# -- what is handed out ----------------------------------------------------------------------------


@nox.session(python=NEWEST)
def archives(session: nox.Session) -> None:
    """The wheel and the source distribution hold the same package, and all that belongs to it."""
    tree = copy_tree(Path(session.create_tmp()).resolve() / "build")
    dist, again = tree.parent / "dist", tree.parent / "again"
    for folder in (dist, again):
        shutil.rmtree(folder, ignore_errors=True)
    install(session, "build")
    session.run("python", "-m", "build", "--outdir", str(dist), "--wheel", str(tree))
    session.run("python", "-m", "build", "--outdir", str(dist), "--sdist", str(tree))
    (sdist,) = dist.glob("*.tar.gz")
    session.run("python", "-m", "pip", "wheel", "-q", "--no-deps", "-w", str(again), str(sdist))
    (direct,), (indirect,) = dist.glob("*.whl"), again.glob("*.whl")
    session.run("python", str(ROOT / ".ci" / "archives.py"), str(direct), str(indirect), str(sdist))
    wheel(session)  # for the sessions after this one


@nox.session(python=NEWEST)
def docs(session: nox.Session) -> None:
    """The pages, from the wheel, with every warning an error."""
    built = wheel(session)
    enter_copy(session, "src")
    install(session, f"{built}[docs]")
    html = Path(session.create_tmp()).resolve() / "html"
    shutil.rmtree(html, ignore_errors=True)
    options = ("-W", "--keep-going", "-n", "-q", "-b", "html")
    session.run("sphinx-build", *options, "docs", str(html))
    session.log(f"{len(list(html.rglob('*.html')))} pages without a warning")


@nox.session(python=False)
def readme(session: nox.Session) -> None:
    """README's two commands, taken out of it, so that neither can drift from what is tried.

    Of random cases other ones are tried than where tests are run again.
    """
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    commands = [line for line in text.splitlines() if line.startswith("python3 -m venv .venv && ")]
    (first,) = [line for line in commands if "pytest" not in line]
    (second,) = [line for line in commands if "pytest" in line]
    folder = Path(session.create_tmp()).resolve()
    session.chdir(copy_tree(folder / "first"))
    session.log(first)
    session.run("bash", "-euo", "pipefail", "-c", first, external=True)
    session.chdir(copy_tree(folder / "second"))
    session.log(second)
    reports = os.environ.get("CI_REPORTS")
    options = [
        "-q",
        *FEWER,
        "--fifth=1",
        *([f"--junit-xml={reports}/readme.xml"] if reports else []),
    ]
    env = {"PYTEST_ADDOPTS": " ".join(options)}
    session.run("bash", "-euo", "pipefail", "-c", second, external=True, env=env)
