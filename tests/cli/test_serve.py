"""`supportlines serve`: the application in a process of its own, as somebody tries it."""

from __future__ import annotations

import contextlib
import json
import os
import re
import signal
import socket
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.request
from pathlib import Path

import pytest

from supportlines.web.extra import MissingExtraError, need_extra

SIMPLE = Path(__file__).parent.parent / "data" / "spanish_helpdesk.yaml"
ON_POSIX = os.name == "posix"


def _mind_signals():
    """Let a process end by an interrupt, which shells keep from what runs in the background."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


class Served:
    """A process that serves, until the end of a test."""

    def __init__(self, *arguments):
        command = [sys.executable, "-m", "supportlines", "serve", "--port", "0", *arguments]
        self.process = subprocess.Popen(
            command,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            encoding="utf-8",
            preexec_fn=_mind_signals if ON_POSIX else None,  # noqa: PLW1509 - it takes no lock
        )
        self.said = [self.process.stdout.readline() for _ in range(5)]
        self.where = re.search(r"http://\S+:\d+", self.said[0]).group()
        self.notes = []
        self._listener = threading.Thread(target=self._listen)
        self._listener.start()

    def _listen(self):
        self.notes.extend(iter(self.process.stderr.readline, ""))

    def end(self):
        """End it."""
        self.process.kill()
        self.process.wait()
        self._listener.join()
        self.process.stdout.close()
        self.process.stderr.close()

    def get(self, target):
        """Return status, headers and content."""
        try:
            with urllib.request.urlopen(f"{self.where}{target}", timeout=10) as found:  # noqa: S310
                return found.status, found.headers, json.loads(found.read())
        except urllib.error.HTTPError as error:
            return error.code, error.headers, json.loads(error.read())

    def wait_for(self, told, seconds=20):
        """Ask again and again until *told* says that it is so."""
        end = time.monotonic() + seconds
        while not told():
            assert time.monotonic() < end, f"it is not so after {seconds} seconds: {self.notes}"
            time.sleep(0.1)


@pytest.fixture
def served():
    """Return a function that starts a process; all are ended."""
    started = []

    def start(*arguments):
        started.append(Served(*arguments))
        return started[-1]

    yield start
    for one in started:
        one.end()


def test_it_says_where_what_is_and_answers_there(served):
    """Everything that it prints can be opened."""
    one = served("--directory", str(SIMPLE))

    assert one.said[0] == f"Example Helpdesk: {one.where}/\n"
    addresses = [line.split()[0] for line in one.said[1:]]
    assert all(address.startswith(f"{one.where}/") for address in addresses)
    for address in addresses:
        status, headers, _ = one.get(address[len(one.where) :])
        assert status == 200
        assert headers["Date"].endswith(" GMT")  # from which on it is fresh
        assert headers["Access-Control-Allow-Origin"] == "*"
    status, _, content = one.get("/v1/now?country=ES&at=2026-11-24T12:00Z")
    assert (status, content["caller"]["country"]) == (200, "ES")


def test_a_changed_file_is_served_and_a_faulty_one_told(served, tmp_path):
    """Without a restart, and without asking for anything special."""
    path = tmp_path / "mine.yaml"
    text = SIMPLE.read_text(encoding="utf-8")
    path.write_text(text, encoding="utf-8")
    one = served("--directory", str(path))
    path.write_text(text.replace("name: Example Helpdesk", "nome: x"), encoding="utf-8")
    one.wait_for(lambda: one.get("/v1/health")[2]["status"] == "warn")
    problem = one.get("/v1/health")[2]["problem"]
    lines = len(one.get("/v1/lines")[2]["lines"])
    path.write_text(text.replace("Example Helpdesk", "Other Helpdesk"), encoding="utf-8")
    one.wait_for(lambda: one.get("/v1/health")[2]["status"] == "pass")

    assert problem.startswith("mine.yaml:")
    assert '"nome"' in problem
    assert lines == 4
    one.wait_for(lambda: any("mine.yaml was read again." in line for line in one.notes))
    assert any("what mine.yaml said before is served" in line for line in one.notes)


@pytest.mark.parametrize(
    ("head", "status"),
    [
        (b"GET /v1/now?" + b"x" * 50_000 + b" HTTP/1.1\r\nHost: a\r\n\r\n", b"414"),
        (b"GET /v1/now HTTP/1.1\r\nHost: a\r\nX: " + b"x" * 50_000 + b"\r\n\r\n", b"431"),
        (b"POST /v1/now HTTP/1.1\r\nHost: a\r\nContent-Length: 999999999999\r\n\r\n", b"413"),
        (b"GET /v1/now?" + b"x" * 5_000_000 + b" HTTP/1.1\r\nHost: a\r\n\r\n", b"4"),
        (b"GET /v1/now HTTP/1.1\r\nHost: a\r\nX: " + b"x" * 5_000_000 + b"\r\n\r\n", b"4"),
    ],
    ids=["query", "header", "content", "endless query", "endless header"],
)
def test_what_is_too_large_is_refused_at_once(served, head, status):
    """The reply comes before all of it was sent, and the connection is closed."""
    one = served()
    host, port = one.where[len("http://") :].split(":")
    with socket.create_connection((host, int(port)), timeout=10) as connection:
        with contextlib.suppress(OSError):  # it is closed while we speak
            connection.sendall(head)
        found = b""
        with contextlib.suppress(ConnectionResetError):  # what was not read goes with it
            while part := connection.recv(65_536):
                found += part

    assert not found or found.startswith(b"HTTP/1.1 " + status)
    assert one.get("/v1/health")[0] == 200


@pytest.mark.skipif(not ON_POSIX, reason="signals are those of POSIX")
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_ends_it_as_it_ends_other_tools(served, number):
    """Whoever waits for it is told by which."""
    one = served()
    one.get("/v1/health")

    one.process.send_signal(number)

    assert one.process.wait(timeout=20) == -number


def test_a_port_that_is_taken_is_told(run):
    """With what to do about it."""
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        result = run("serve", "--port", str(port))

    assert result.exit_code == 2
    assert result.stderr.startswith(
        f'supportlines: nobody can be heard on port {port} of "127.0.0.1" ('
    )
    assert result.stderr.endswith(
        "Give another --port, or 0 for any that is free, or another --host.\n"
    )


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("--port", "x"), '--port "x" is no whole number from 0 to 65535. Write one such as 8000.'),
        (("--port", "65536"), '--port "65536" is no whole number from 0 to 65535.'),
        (("--directory", "nothing.yaml"), "nothing.yaml: there is no such file."),
        (("--host", "a..b"), 'nobody can be heard on port 8000 of "a..b" ('),
        (
            ("--host", "\ud800"),
            'nobody can be heard on port 8000 of "\\ud800" (this is no name of a machine). ',
        ),
        # An address set aside for documentation, which no machine has.
        (("--host", "192.0.2.1"), 'nobody can be heard on port 8000 of "192.0.2.1" ('),
    ],
)
def test_wrong_usage_is_told(run, arguments, told):
    """Nothing is served then."""
    result = run("serve", *arguments)

    assert result.exit_code == 2
    assert f"supportlines: {told}" in result.stderr


def test_a_missing_extra_is_told():
    """In a process that has no such package."""
    program = (
        "import sys; sys.modules['starlette'] = None; sys.modules['uvicorn'] = None\n"
        "from supportlines.cli import main; sys.argv = ['supportlines', 'serve']; main()"
    )

    done = subprocess.run(
        [sys.executable, "-c", program],
        capture_output=True,
        encoding="utf-8",
        check=False,
    )

    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == (
        "supportlines: the package starlette is not installed. Install what the application "
        'needs: pip install "supportlines[web]".\n'
    )


def test_the_error_of_a_missing_extra_is_one_of_import_too():
    """Who tries what is optional catches ImportError."""
    with pytest.raises(ImportError) as caught:
        need_extra("a_package_that_nobody_has")

    assert isinstance(caught.value, MissingExtraError)
    assert caught.value.package == "a_package_that_nobody_has"
