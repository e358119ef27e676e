"""The scripts of docs/how_to/completion.md work in the shells that they are for."""

from __future__ import annotations

import shutil
import subprocess
import sysconfig

import pytest

TRIES = {
    "bash": """
        eval "$(supportlines completion bash)"
        complete -p supportlines | sed 's/.*-F \\([^ ]*\\).*/\\1/' >function
        COMP_WORDS=(supportlines now A) COMP_CWORD=2
        "$(cat function)" supportlines A supportlines
        printf '%s\\n' "${COMPREPLY[@]}"
    """,
    "fish": """
        supportlines completion fish | source
        complete -C "supportlines now A"
    """,
    "zsh": """
        autoload -U compinit && compinit -u -d dump
        eval "$(supportlines completion zsh)"
        compadd() { print -l -- "$@" }  # what would go to the menu
        _describe() { print -l -- "${(@P)@[-1]}" "${(@P)2}" "${(@P)3}" }
        words=(supportlines now A) CURRENT=3
        $_comps[supportlines]
    """,
}


@pytest.mark.parametrize("shell", sorted(TRIES))
def test_shell_completes_a_country(shell, tmp_path):
    """After `supportlines now A`, the Tab key offers AE among other countries."""
    if shutil.which(shell) is None:
        pytest.skip(f"{shell} is not installed")
    path = f"{sysconfig.get_path('scripts')}:/usr/local/bin:/usr/bin:/bin"

    done = subprocess.run(
        [shell, "-c", TRIES[shell]],
        cwd=tmp_path,
        env={"PATH": path, "HOME": str(tmp_path), "LC_ALL": "C.UTF-8"},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        check=False,
    )

    offered = {line.replace("\t", ":").partition(":")[0] for line in done.stdout.splitlines()}
    assert {"AE", "AT", "AU"} <= offered, done.stdout
    assert "BE" not in offered
