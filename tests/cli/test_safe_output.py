"""Nothing that was typed, named or read commands the terminal on which it is shown."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import Path

import pytest

import supportlines
from supportlines.cli.output import echo, paint, safe_json
from supportlines.errors import UNSAFE
from supportlines.lookup.preparing import guidance
from supportlines.render.lines import lines_data, lines_text
from supportlines.render.prepare import prepare_text
from supportlines.render.text import answer_text

EVIL = "\x1b[31mX\nforged.yaml:1:1: \u202e\u009bm"
SMALL = Path(__file__).parent.parent / "data" / "small_directory.yaml"


@pytest.mark.parametrize(
    "arguments",
    [
        ("now", EVIL),
        ("now", "FR", "--language", EVIL),
        ("now", "FR", "--tier", EVIL),
        ("now", "FR", "--desk", EVIL),
        ("now", "FR", "--severity", EVIL),
        ("now", "FR", "--time-zone", EVIL),
        ("now", "FR", "--calling-from", EVIL),
        ("now", "DE", "--subdivision", EVIL),
        ("now", "FR", "--at", EVIL),
        ("now", "FR", "--locale", EVIL),
        ("now", "FR", "--directory", EVIL),
        ("now", "FR", EVIL),
        ("lines", EVIL),
        ("serve", "--directory", EVIL),
        ("serve", "--host", EVIL),
        ("serve", "--port", EVIL),
        ("serve", EVIL),
        ("prepare", "--desk", EVIL),
        ("prepare", "--request", EVIL),
        ("prepare", "--directory", EVIL),
        ("prepare", "--locale", EVIL),
        ("prepare", EVIL),
        ("hours", EVIL, "--time-zone", "UTC"),
        ("hours", f'Mo "{EVIL}" x', "--time-zone", "UTC"),
        ("hours", "24/7", "--time-zone", EVIL),
        ("hours", "24/7", "--time-zone", "UTC", "--country", EVIL),
        ("check", EVIL),
        ("check", f"--{EVIL}"),
        ("check", "--confirm-within", EVIL, "x.yaml"),
        ("diff", EVIL, EVIL),
        ("init", f"no-such-folder/{EVIL}"),
        ("import", EVIL),
        ("import", str(SMALL), "--format", EVIL),
        ("import", str(SMALL), "--id", EVIL),
        ("import", str(SMALL), "--name", EVIL),
        ("import", str(SMALL), "--country", EVIL),
        ("import", str(SMALL), "--time-zone", EVIL),
        ("import", str(SMALL), "--source-url", EVIL),
        ("import", str(SMALL), "--read-on", EVIL),
        ("import", str(SMALL), "--out", f"no-such-folder/{EVIL}"),
        ("export", EVIL),
        ("export", "csv", "--directory", EVIL),
        ("export", "csv", "--out", f"no-such-folder/{EVIL}"),
        ("coverage", "--year", EVIL),
        ("coverage", "--week", EVIL),
        ("coverage", "--country", EVIL),
        ("completion", EVIL),
        ("close", EVIL, "--for", "30m", "--reason", "x", "--directory", str(SMALL)),
        ("close", "x", "--for", EVIL, "--reason", "x"),
        ("close", "x", "--until", EVIL, "--reason", "x"),
        ("close", "x", "--for", "30m", "--from", EVIL, "--reason", "x"),
        ("close", "x", "--until", "2026-11-30T14:00", "--time-zone", EVIL, "--reason", "x"),
        ("close", "x", "--for", "30m", "--reason", "x", "--directory", EVIL),
        ("close", "gb-local", "--for", "30m", "--reason", EVIL, "--directory", str(SMALL)),
        (EVIL,),
        (f"--{EVIL}",),
    ],
    ids=ascii,
)
def test_what_was_typed_is_quoted_on_one_line(run, arguments):
    """Shown, never sent: no colour, no turned line, no line that looks like ours."""
    result = run(*arguments)

    shown = result.stdout + result.stderr
    assert result.exit_code == 2
    assert UNSAFE.search(shown) is None
    assert not any(line.startswith("forged") for line in shown.splitlines())


def test_a_file_is_named_as_it_can_be_shown(run, tmp_path):
    """In messages of `check`, one a line, and in its annotations."""
    path = tmp_path / "a\x1b[31m\nb\u202e.yaml"
    path.write_text("directory: {}\n", encoding="utf-8")

    for option in ((), ("--github",)):
        result = run("check", *option, str(path))

        assert len(result.stdout.splitlines()) == 5
        assert UNSAFE.search(result.stdout) is None


def test_json_holds_what_was_named_as_its_own_escapes(run, tmp_path):
    """The same text comes back, and a terminal that shows it obeys nothing."""
    path = tmp_path / "a\u009b31m\u202e\U0001fffe.yaml"
    path.write_text("directory: {}\n", encoding="utf-8")

    shown = run("check", "--json", str(path)).stdout

    assert json.loads(shown)["files"] == [str(path)]
    assert UNSAFE.search(shown) is None


def test_an_import_shows_what_it_was_told_and_what_it_read(run, tmp_path):
    """A name, the name of the file, cells: in the result and beside it."""
    path = tmp_path / "a\x1b[31m\nb\u202e.csv"
    path.write_text(f'country,phone,zzz\nDE,+49 30 23125 000,"{EVIL}"\n', encoding="utf-8")

    result = run("import", str(path), "--name", EVIL, "--source-url", "https://a.example")

    shown = result.stdout + result.stderr
    assert result.exit_code == 0
    assert UNSAFE.search(shown) is None
    assert not any(line.startswith("forged") for line in shown.splitlines())


def changed():
    """Return the small directory with texts that its file could not have given it."""
    facts = supportlines.load(SMALL).facts
    line = replace(facts.regions[0].lines[0], label=EVIL, published_as=EVIL)
    region = replace(facts.regions[0], name=EVIL, lines=(line,))
    return line, region


def test_a_table_of_texts_from_elsewhere_is_safe():
    """A program may make a directory without a file; its lines are shown all the same."""
    line, region = changed()

    text = lines_text([(line, (region,))])

    assert UNSAFE.search(text) is None
    assert len(text.splitlines()) == 2
    assert lines_data([(line, (region,))])[0]["label"] == EVIL


def test_an_answer_of_texts_from_elsewhere_is_safe():
    """Printed, listed and noted texts are in it; every line of the page is ours."""
    from dataclasses import replace  # noqa: PLC0415

    line, _ = changed()
    answer = supportlines.load(SMALL).who_can_i_call("GB")
    option = replace(answer.options[0], line=line, published_as=EVIL)

    text = answer_text(replace(answer, options=(option,)), explain=True)

    assert "\\x1b[31mX" in text
    assert UNSAFE.search(text) is None


def test_what_to_prepare_of_texts_from_elsewhere_is_safe():
    """Names, reasons and addresses alike; no line begins with what somebody wrote."""
    facts = supportlines.load("gis-zhkh").facts
    facts = replace(
        facts,
        directory=replace(facts.directory, name=EVIL),
        desks=tuple(replace(one, name=EVIL) for one in facts.desks),
        levels=tuple(replace(one, name=EVIL, handles=(EVIL,)) for one in facts.levels),
        prepare=tuple(replace(one, text=EVIL, why=EVIL) for one in facts.prepare),
        self_help=tuple(replace(one, title=EVIL, url=EVIL) for one in facts.self_help),
    )

    text = prepare_text(facts, guidance(facts), paint=paint)

    assert "\\x1b[31mX" in text
    assert UNSAFE.search(re.sub("\x1b\\[[0-9]+m", "", text)) is None
    assert not any(line.startswith("forged") for line in text.splitlines())


def test_only_our_own_colours_reach_a_terminal(capsys):
    """A text does not bring its own, and what was painted is painted once."""
    echo(paint("open\x1b[31m\u202e", "strong") + "\x1b[2J", painted=True)
    echo("\x1b[1mbold\x1b[0m")

    shown = capsys.readouterr().out
    assert "\\x1b[31m\\u202e" in shown
    assert "\\x1b[2J" in shown
    assert "\\x1b[1mbold" in shown
    assert "\x1b" not in shown  # click takes our own away where no terminal is


@pytest.mark.parametrize("character", ["\x7f", "\x9b", "\u2028", "\u202e", "\ufeff", "\U0010ffff"])
def test_json_is_written_in_its_own_escapes(character):
    """`json.dumps` escapes C0 alone."""
    text = safe_json(json.dumps({character: character}, ensure_ascii=False))

    assert text.isascii()
    assert json.loads(text) == {character: character}
