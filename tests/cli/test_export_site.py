"""`supportlines export site` writes a folder, says what is in it, and loses nothing of others."""

from __future__ import annotations

import json

import pytest

AT = ("--at", "2026-11-30T08:00Z")


def test_a_site_is_written_and_told(run, tmp_path):
    """The summary says how much it is and until when it may be trusted."""
    out = tmp_path / "public"

    done = run("export", "site", "--directory", "insales", "--out", str(out), "--days", "2", *AT)

    assert done.exit_code == 0
    assert done.stdout == (
        f"{out}: 18 files for 1 country, 2026-11-30T08:00:00Z to 2026-12-02T08:00:00Z\n"
    )
    assert done.stderr == ""
    assert set(json.loads((out / "integrity.json").read_text())) >= {
        "en/index.html",
        "lines/RU.json",
    }


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ([], "supportlines: a site is a folder. Name it with --out, as in --out public."),
        (
            ["--out", "x", "--locales", ","],
            "supportlines: --locales names none. Write them with commas, as in --locales en,es.",
        ),
        (
            ["--out", "x", "--locales", "en,xx"],
            (
                'supportlines: there is no locale "xx"; write a language with or without its '
                'country, for example "en" or "pt-BR".'
            ),
        ),
        (
            ["--out", "x", "--at", "tomorrow"],
            (
                'supportlines: --at "tomorrow" is no instant. Write an instant such as '
                '"2026-11-23T16:00Z" or "2026-11-23T17:00+01:00".'
            ),
        ),
        (
            ["--out", "x", "--at", "9998-12-01T00:00Z"],
            (
                'supportlines: --at "9998-12-01T00:00Z" is too near the end of the calendar for '
                'files of days to come. Write an instant such as "2026-11-23T16:00Z" or '
                '"2026-11-23T17:00+01:00".'
            ),
        ),
        (
            ["--out", "x", "--days", "0"],
            'supportlines: --days "0" is no whole number from 1 to 400. Write one such as 93.',
        ),
        (
            ["--out", "x", "--base-url", "support.example"],
            (
                'supportlines: --base-url "support.example" is no address. Write it with '
                "https:// at its beginning, or as a path of the server, as in /static/support/."
            ),
        ),
        (["--out", "no/such/x"], None),
    ],
)
def test_wrong_words_are_told_and_nothing_is_written(run, tmp_path, monkeypatch, options, message):
    """Each says what to write instead."""
    monkeypatch.chdir(tmp_path)

    done = run("export", "site", "--directory", "insales", *options)

    assert done.exit_code == 2
    told = done.stderr.splitlines()[0]
    if message is None:
        message = "supportlines: no/such/x: its folder is not there. Make it, or compare the name."
    assert told == message
    assert list(tmp_path.iterdir()) == []


def test_a_link_that_leads_to_itself_is_told(run, tmp_path, monkeypatch):
    """Whatever the system calls that."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "loop").symlink_to("loop")

    done = run("export", "site", "--directory", "insales", "--out", "loop", "--days", "1", *AT)

    assert done.exit_code == 2
    assert done.stderr.startswith("supportlines: loop: it cannot be written (")
    assert [path.name for path in tmp_path.iterdir()] == ["loop"]


def test_options_of_a_site_are_of_a_site_alone(run):
    """A table has no locales."""
    done = run("export", "csv", "--locales", "en")

    assert done.exit_code == 2
    assert done.stderr.splitlines()[0] == (
        "supportlines: --locales is said of a site alone. Leave it out, or export site."
    )


def test_a_folder_of_somebody_else_stays(run, tmp_path):
    """What was not written by the command is named."""
    out = tmp_path / "public"
    out.mkdir()
    (out / "mine.html").write_text("mine")

    done = run("export", "site", "--directory", "insales", "--out", str(out), "--days", "1", *AT)

    assert done.exit_code == 2
    assert '"mine.html"' in done.stderr
    assert [path.name for path in out.iterdir()] == ["mine.html"]
