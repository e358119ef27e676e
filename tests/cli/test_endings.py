"""How a run ends: 0 to 3 mean what the contract says, and nothing else ends with one of them."""

from __future__ import annotations

import errno
import os
import shlex
import signal
import subprocess
import sys
import time

import click
import pytest

from supportlines.cli.process import TRACEBACK, run
from supportlines.cli.streams import CannotWriteError

FRIDAY = "2026-12-25T06:00Z"  # the weekend in Dubai: closed

# One of each sort of result, whatever status it ends with where it can be written.
COMMANDS = {
    "open": ["now", "AE", "--tier", "premium"],
    "nobody": ["now", "AE", "--at", FRIDAY],  # whose own status is 1
    "nobody is known": ["now", "US", "--at", "2026-11-24T23:30Z"],  # 3, for want of a zone
    "open in Japan": ["now", "JP", "--at", "2026-11-25T10:00+09:00"],
    "json": ["now", "KZ", "--json"],
    "help": ["--help"],  # click writes it before a command is known
    "help of a command": ["now", "--help"],
}

posix = pytest.mark.skipif(os.name != "posix", reason="pipes and signals as POSIX has them")


def program(*arguments):
    """Return the words that run the program."""
    return [sys.executable, "-W", "error", "-m", "supportlines", *arguments]


def outspoken(*arguments):
    """Return the words that run the program so that Python hides no trouble while it ends."""
    return [sys.executable, "-X", "dev", *program(*arguments)[1:]]


def in_shell(arguments, redirection):
    """Run the program with a shell's redirection; return its status and what it says."""
    line = f"{shlex.join(outspoken(*arguments))} {redirection}"
    done = subprocess.run(["/bin/sh", "-c", line], capture_output=True, check=False)
    return done.returncode, done.stderr.decode()


@posix
@pytest.mark.parametrize("arguments", COMMANDS.values(), ids=COMMANDS)
def test_a_pipe_that_nobody_reads_ends_it_quietly(arguments):
    """141 as for other tools, and no word, not even while Python ends."""
    reader, writer = os.pipe()
    os.close(reader)
    try:
        done = subprocess.run(
            outspoken(*arguments), stdout=writer, stderr=subprocess.PIPE, check=False
        )
    finally:
        os.close(writer)

    assert (done.returncode, done.stderr) == (141, b"")


@posix
def test_a_reader_that_has_seen_enough_ends_it_quietly():
    """`| head -1`, with more text than a pipe holds."""
    line = f"{shlex.join(program('lines', '--json'))} 2>&3 | head -1; echo ${{PIPESTATUS[0]}}"
    reader, writer = os.pipe()
    done = subprocess.run(
        ["bash", "-c", f"exec 3>&{writer}; {line}"],
        stdout=subprocess.PIPE, pass_fds=[writer], check=False,
    )  # fmt: skip
    os.close(writer)
    with os.fdopen(reader, "rb") as told:
        assert told.read() == b""

    # Short results may be written before the reader ends: then the status is the answer's.
    assert done.stdout.splitlines() in ([b"{", b"141"], [b"{", b"0"])


@posix
@pytest.mark.parametrize("arguments", COMMANDS.values(), ids=COMMANDS)
@pytest.mark.parametrize(
    ("redirection", "why"), [(">/dev/full", os.strerror(errno.ENOSPC)), (">&-", "it is closed")]
)
def test_a_result_that_cannot_be_written_has_a_status_of_its_own(arguments, redirection, why):
    """Status 1 would mean that nobody can be called, 2 that the question was wrong."""
    assert in_shell(arguments, redirection) == (
        74,
        f"supportlines: the result cannot be written to standard output ({why}).\n",
    )


@posix
@pytest.mark.parametrize("redirection", ["2>/dev/full", "2>&-"])
@pytest.mark.parametrize(
    ("arguments", "status"),
    [
        (["now", "AE", "--at", FRIDAY], 1),
        (["now", "UK"], 2),
        (["now", "--bogus"], 2),
        # A note stands on standard error, the result does not.
        (["hours", "24/7 unknown; PH unknown", "--time-zone", "UTC"], 3),
    ],
)
def test_what_cannot_be_said_on_standard_error_changes_no_status(arguments, status, redirection):
    """The result is there, and so is its meaning."""
    assert in_shell(arguments, redirection)[0] == status


@posix
@pytest.mark.parametrize("redirection", [">/dev/full", ">&-"])
def test_where_nothing_is_printed_a_closed_output_does_not_matter(tmp_path, redirection):
    """The template goes into a file; wrong usage is told on standard error."""
    path = tmp_path / "mine.yaml"

    assert in_shell(["init", str(path)], redirection)[0] == 0
    assert in_shell(["now", "UK"], redirection)[0] == 2
    assert path.exists()


@posix
def test_a_full_disk_is_no_wrong_usage():
    """The picture goes into a file that takes nothing."""
    words = ["coverage", "--country", "AE", "--year", "2026", "--svg", "/dev/full"]

    done = subprocess.run(program(*words), capture_output=True, text=True, check=False)

    assert done.returncode == 74
    assert "/dev/full" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    ("work", "status"),
    [
        (lambda: None, 0),
        (lambda: 3, 3),
        (lambda: sys.exit(1), 1),  # click's completion leaves so
        (lambda: sys.exit(None), 0),
        (lambda: sys.exit("what is wrong"), 2),
        # Some errors of click have the status 1, which means that nobody can be called.
        (lambda: raised(click.ClickException("no")), 2),
        (lambda: raised(click.FileError("file")), 2),
        (lambda: raised(click.UsageError("no")), 2),
        (lambda: raised(click.Abort()), 130),
        (lambda: raised(KeyboardInterrupt()), 130),
        (lambda: raised(ZeroDivisionError()), 70),
        (lambda: raised(OSError(errno.EMFILE, "too many open files")), 70),
        (lambda: raised(BrokenPipeError()), 70),  # another pipe than standard output
        (lambda: raised(RecursionError()), 70),
        (lambda: raised(MemoryError()), 70),
        (lambda: raised(CannotWriteError(BrokenPipeError())), 141),
        (lambda: raised(CannotWriteError(None)), 74),
    ],
)
def test_whatever_happens_has_its_status(work, status, capsys):
    """Nothing leaves with a traceback, and none of our faults with a status of an answer."""
    assert run(work) == status
    assert "Traceback" not in capsys.readouterr().err


def raised(error):
    """Raise *error*."""
    raise error


LET_GO = """
import gc, io, sys
from supportlines.cli.streams import CannotWriteError, Notes, Output
for kind in (Output, Notes):
    stream = io.TextIOWrapper(io.BytesIO(), "utf-8")
    guard = kind(stream)
    guard.write("a")
    guard.buffer.write(b"b")
    guard.close()
    assert not stream.closed
    stream.close()
    guard.flush()
    try:
        guard.write("c")
    except CannotWriteError as error:
        assert kind is Output and error.why == "it is closed"
    else:
        assert kind is Notes
    del guard
    gc.collect()
"""


def test_a_stream_that_its_owner_closed_is_let_go_without_a_word():
    """Whoever runs the program inside another one closes what was lent first."""
    done = subprocess.run(
        [sys.executable, "-W", "error", "-X", "dev", "-c", LET_GO], capture_output=True, check=False
    )

    assert (done.returncode, done.stderr.decode()) == (0, "")


FAULTY = (
    "from supportlines import api; from supportlines.cli import main\n"
    "def load(name): raise KeyError('a\\n\\x1b[31mb')\n"
    "api.load = load\n"
    "main()"
)


@pytest.mark.parametrize("shown", [False, True])
def test_a_fault_of_ours_asks_for_a_report(shown):
    """70, a sentence, no escape sequence, and the traceback for whoever asks for it."""
    done = subprocess.run(
        [sys.executable, "-c", FAULTY, "now", "AE"],
        env={TRACEBACK: "1" if shown else ""}, capture_output=True, text=True, check=False,
    )  # fmt: skip

    assert (done.returncode, done.stdout) == (70, "")
    assert done.stderr.startswith("supportlines: something is wrong in supportlines itself")
    assert "KeyError" in done.stderr
    assert "report it" in done.stderr
    assert ("Traceback" in done.stderr) is shown
    assert (TRACEBACK in done.stderr) is not shown
    assert "\x1b" not in done.stderr


SLOW = (
    "import time; from supportlines import api; from supportlines.cli import main\n"
    "def load(name): print('begun', flush=True); time.sleep(60)\n"
    "api.load = load\n"
    "main()"
)


def heed_ctrl_c():
    """As in a terminal, also where the tests themselves run behind an `&`, which ignores it."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


@posix
def test_ctrl_c_ends_it_at_once_and_quietly():
    """By the signal itself, so that the loop of a script ends as well; a shell tells 130."""
    process = subprocess.Popen(
        [sys.executable, "-c", SLOW, "now", "AE"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        preexec_fn=heed_ctrl_c,  # noqa: PLW1509 - one thread, and a signal alone
    )
    with process:
        assert process.stdout.readline() == b"begun\n"
        process.send_signal(signal.SIGINT)
        _, told = process.communicate(timeout=30)

    assert (process.returncode, told) == (-signal.SIGINT, b"")
    assert 128 + signal.SIGINT == 130


EARLY = (
    "import builtins\n"
    "real = builtins.__import__\n"
    "def interrupted(name, *rest):\n"
    "    if name == 'click': raise KeyboardInterrupt\n"
    "    return real(name, *rest)\n"
    "builtins.__import__ = interrupted\n"
    "from supportlines.cli import main; main()"
)


def test_ctrl_c_is_quiet_before_the_program_has_begun():
    """Loading takes a tenth of a second, in which a loop may be interrupted as well."""
    done = subprocess.run(
        [sys.executable, "-c", EARLY, "now", "AE"], capture_output=True, check=False
    )

    assert (done.returncode, done.stdout, done.stderr) == (130, b"", b"")


@posix
def test_whoever_ignores_ctrl_c_goes_on():
    """As under `nohup`: the signal stays ignored."""
    code = SLOW.replace("time.sleep(60)", "time.sleep(1); raise SystemExit(3)")
    line = shlex.join([sys.executable, "-c", code, "now", "AE"])
    process = subprocess.Popen(
        ["/bin/sh", "-c", f"trap '' INT; exec {line}"], stdout=subprocess.PIPE
    )
    with process:
        assert process.stdout.readline() == b"begun\n"
        process.send_signal(signal.SIGINT)
        time.sleep(0.1)

        assert process.wait(timeout=30) == 3


@pytest.mark.parametrize(
    "arguments",
    [
        [],  # some versions of click call this a success
        ["nonsense"],
        ["now"],
        ["now", "AE", "--bogus"],
        ["now", "AE", "--at"],
        ["coverage", "--year", "x"],
        ["completion", "tcsh"],
    ],
)
def test_wrong_usage_is_2_and_says_how_it_is_right(arguments):
    """Nothing on standard output; the usage or where to find it on standard error."""
    done = subprocess.run(program(*arguments), capture_output=True, text=True, check=False)

    assert (done.returncode, done.stdout) == (2, "")
    assert "Usage: supportlines" in done.stderr
    assert "Traceback" not in done.stderr
