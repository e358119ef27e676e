"""README and every page of the docs say what really happens: their examples are run in order.

| block                                | what is done with it                          |
|--------------------------------------|-----------------------------------------------|
| `pycon`, or `python` with `>>>`      | a doctest; names last to the end of the page  |
| `python` without `>>>`               | run as it stands, in the same names           |
| `console`                            | bash runs each `$ command`; output compared   |
| `{code-block}` with `:caption: NAME` | written to the file NAME, for what is below   |
| others (`sh`, `text`, `json`, …)     | for people only                               |

Each page has an empty folder of its own. `...` in expected output stands for anything.
`python -m tests.refresh` writes into the pages what the examples print now.
"""

from __future__ import annotations

import doctest
import os
import re
import shutil
import subprocess
import sysconfig
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").rglob("*.md"))]
FENCE = re.compile(
    r"^(?P<fence>```+|:::+)(?P<info>[^`\n]*)\n(?P<body>.*?)^(?P=fence)[ ]*$",
    re.MULTILINE | re.DOTALL,
)
OPTION = re.compile(r"^:(?P<name>[\w-]+):[ ]*(?P<value>.*)\n", re.MULTILINE)
# Versions are those of the machine on which the page was written.
VERSION = re.compile(r"\b20\d\d[a-z]\b|(?<=\"holidays_version\": )(\"[\d.]+\"|null)")
LINK = re.compile(r"(?<!!)\[[^\]\n]+\]\((?P<target>[^)\s]+)\)")


@dataclass(frozen=True)
class Block:
    """One fenced block of a page."""

    language: str
    caption: str | None
    body: str
    line: int


def blocks_of(page: str) -> list[Block]:
    """Return the fenced blocks of a page in their order."""
    found = []
    for match in FENCE.finditer(page):
        body, options = match["body"], {}
        directive, _, language = match["info"].strip().partition(" ")
        if directive.startswith("{"):
            option = OPTION.match(body)
            while option:
                options[option["name"]] = option["value"]
                body = body[option.end() :]
                option = OPTION.match(body)
            body = body.lstrip("\n")
        else:
            language = directive
        first = page.count("\n", 0, match.end("body") - len(body)) + 1
        found.append(Block(language, options.get("caption"), body, first))
    return found


def same(expected: str, actual: str) -> bool:
    """Whether *actual* is what the page shows; `...` there stands for anything.

    Versions of the zone data and of the calendar of holidays may differ.
    """
    shown, printed = (
        "\n".join(line.rstrip() for line in VERSION.sub("2026a", text).strip("\n").splitlines())
        for text in (expected, actual)
    )
    return doctest.OutputChecker().check_output(f"{shown}\n", f"{printed}\n", doctest.ELLIPSIS)


def run_doctest(block: Block, page: Path, names: dict[str, object]) -> list[str]:
    """Return what differs from the page, one entry for each example."""
    examples = doctest.DocTestParser().get_doctest(
        block.body, names, page.name, str(page), block.line - 1
    )
    examples.globs = names  # the parser made a copy
    said: list[str] = []
    doctest.DocTestRunner(optionflags=doctest.ELLIPSIS).run(
        examples, out=said.append, clear_globs=False
    )
    return ["".join(said)] if said else []


def run_python(block: Block, page: Path, names: dict[str, object]) -> list[str]:
    """Run a block that shows no output; what it raises fails the test with its own traceback."""
    code = compile("\n" * (block.line - 1) + block.body, str(page), "exec")
    exec(code, names)  # noqa: S102 - a page of this repository
    return []


def commands_of(body: str) -> list[tuple[str, str]]:
    """Return each command of a console block with the output that the page shows."""
    found = []
    for entry in re.split(r"^\$ ", body, flags=re.MULTILINE)[1:]:
        command, _, expected = entry.partition("\n")
        while command.endswith("\\"):
            more, _, expected = expected.partition("\n")
            command = f"{command}\n{more}"
        found.append((command, expected))
    return found


def run_console(block: Block, page: Path, names: dict[str, object]) -> list[str]:
    """Return what differs, one entry for each command; what goes to stderr is shown as well."""
    del names
    assert block.body.startswith("$ "), f'{page.name}:{block.line}: begin with "$ "'
    differ = []
    for command, expected in commands_of(block.body):
        printed = output_of(command)
        if not same(expected, printed):
            differ.append(
                f"{page.name}:{block.line}: $ {command}\n"
                f"the page shows:\n{expected}\nthe command prints:\n{printed}"
            )
    return differ


def output_of(command: str) -> str:
    """Return what a shell command prints, on standard output and standard error."""
    done = subprocess.run(
        ["bash", "-c", command],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        stdin=subprocess.DEVNULL,
        encoding="utf-8",
        env=environment(),
        check=False,
    )
    return done.stdout


def environment() -> dict[str, str]:
    """Return what a reader's shell would have: this Python's commands first, a plain terminal."""
    return {
        "PATH": os.pathsep.join([sysconfig.get_path("scripts"), os.environ.get("PATH", "")]),
        "HOME": str(Path.cwd()),
        "LC_ALL": "C.UTF-8",
        "TERM": "dumb",
        "TZ": "UTC",
        "COLUMNS": "100",
        "PYTHONWARNINGS": "error",
    }


def run_block(block: Block, page: Path, names: dict[str, object]) -> list[str]:
    """Do with a block what the table at the top says."""
    if block.caption is not None:
        Path(block.caption).parent.mkdir(parents=True, exist_ok=True)
        Path(block.caption).write_text(block.body, encoding="utf-8")
        return []
    if block.language == "pycon" or (block.language == "python" and ">>> " in block.body):
        return run_doctest(block, page, names)
    if block.language == "python":
        return run_python(block, page, names)
    if block.language == "console":
        return run_console(block, page, names)
    return []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_examples_of_the_page_give_what_it_shows(page, tmp_path, monkeypatch):
    """Whoever copies an example sees what the page promises."""
    monkeypatch.chdir(tmp_path)
    names: dict[str, object] = {"__name__": "__page__"}

    differ = [
        text
        for block in blocks_of(page.read_text(encoding="utf-8"))
        for text in run_block(block, page, names)
    ]

    assert not differ, "\n".join(differ)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_links_of_the_page_lead_somewhere(page):
    """A link to a file of the repository names a file that is there."""
    targets = LINK.findall(FENCE.sub("", page.read_text(encoding="utf-8")))
    files = [target.partition("#")[0] for target in targets if "://" not in target]

    missing = [name for name in files if name and not (page.parent / name).exists()]

    assert not missing


def test_examples_are_found_and_compared(tmp_path, monkeypatch):
    """The reader of pages would notice a wrong example of each sort."""
    assert shutil.which("bash"), "the shell examples need bash"
    monkeypatch.chdir(tmp_path)
    page = (
        "```pycon\n>>> 1 + 1\n3\n```\n"
        "```{code-block} text\n:caption: here.txt\n\nfound\n```\n"
        "```console\n$ cat here.txt\nfound\n$ echo a \\\n  b\nb a\n```\n"
    )

    blocks = blocks_of(page)
    differ = [run_block(block, Path("page.md"), {}) for block in blocks]

    assert [block.line for block in blocks] == [2, 8, 11]
    assert "Expected:\n    3\nGot:\n    2" in differ[0][0]
    assert differ[1] == []
    assert len(differ[2]) == 1
    assert "the command prints:\na b\n" in differ[2][0]
