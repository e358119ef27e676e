"""A site in five minutes: what the how-to has a newcomer type, in a fresh folder."""

from __future__ import annotations

import os
import re
import shutil
import socket
import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path
from time import monotonic, sleep

import pytest

from browsing.engines import Visitor
from browsing.needs import lacking
from browsing.pages import Opened
from browsing.site import Site
from browsing.visit import Visit

PAGE = Path(__file__).resolve().parents[2] / "docs" / "how_to" / "website.md"
PORT = "8000"


def lines():
    """Return the commands of the page, and the address that it has one open."""
    part = PAGE.read_text(encoding="utf-8").partition("## In five minutes\n")[2]
    part = part.partition("\n## ")[0]
    (block,) = re.findall(r"^```sh\n(.*?)^```$", part, re.MULTILINE | re.DOTALL)
    (address,) = re.findall(r"<(http://[^>]+)>", part)
    return block.splitlines(), address


def test_they_are_six_at_most():
    """The last one serves, on the port of the address."""
    commands, address = lines()

    assert 2 <= len(commands) <= 6
    assert "http.server" in commands[-1]
    assert commands[-1].endswith(f" {PORT}")
    assert address.startswith(f"http://localhost:{PORT}/")


@pytest.fixture
def shell(request, tmp_path):
    """Return the environment of a shell in which pip takes wheels from a folder, no index."""
    wheels = request.config.getoption("--wheels")
    if not wheels:
        lacking(request.config, "--wheels names no folder: pip wheel -w FOLDER . fills one")
    folder = tmp_path / "bin"
    folder.mkdir()
    (folder / "python3").symlink_to(sys.executable)
    kept = {name: os.environ[name] for name in ("PATH", "LANG") if name in os.environ}
    return {
        **kept,
        "PATH": os.pathsep.join([str(Path(sys.executable).parent), kept["PATH"]]),
        "HOME": str(tmp_path),
        "PIP_NO_INDEX": "1",
        "PIP_FIND_LINKS": str(Path(wheels).resolve()),
        "PIP_DISABLE_PIP_VERSION_CHECK": "1",
    }


def free_port():
    """Return a port on which nobody listens."""
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return one.getsockname()[1]


@contextmanager
def served(command, folder, env):
    """Run the last command for the time of a block."""
    process = subprocess.Popen(
        ["bash", "-c", f"exec {command}"],
        cwd=folder,
        env=env,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        yield process
    finally:
        process.terminate()
        process.wait(30)


def wait_until_there(port):
    """Wait until a server listens."""
    ends = monotonic() + 30
    with socket.socket() as one:
        while one.connect_ex(("127.0.0.1", port)):
            assert monotonic() < ends, "the last command serves nothing"
            sleep(0.1)


@pytest.mark.engines("chromium", why="its clock and files are the real ones")
def test_the_page_says_who_answers_now(engine, shell, tmp_path):
    """Line by line as they stand there, but for the port, which may be taken."""
    assert shutil.which("bash"), "the commands of the page need bash"
    (*commands, last), address = lines()
    folder = tmp_path / "new"
    folder.mkdir()
    for command in commands:
        done = subprocess.run(
            ["bash", "-c", command], cwd=folder, env=shell, capture_output=True, text=True,
            check=False,
        )  # fmt: skip
        assert done.returncode == 0, f"{command}\n{done.stderr}"
    port = free_port()
    address = address.replace(PORT, str(port))

    with served(last.replace(PORT, str(port)), folder, shell):
        wait_until_there(port)
        site = Site()
        site.origin = address.rstrip("/")
        visit = Visit(engine, site, **vars(Visitor(zone="Europe/London")))
        try:
            visit.page.goto(address)
            found = Opened(visit).settle()
            state = found.page.get_attribute("support-lines", "state")
            said = found.page.text_content(".sl-now .sl-state")
            numbers = found.page.locator(".sl-now .sl-number").all_text_contents()
        finally:
            visit.end()

    assert state in ("open", "closed")
    assert re.match("Open|Closes soon|Closed", said)
    assert "020 7946 0958" in numbers
    assert visit.said == []
