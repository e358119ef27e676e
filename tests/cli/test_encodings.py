"""Standard output in an encoding that lacks what is to be printed."""

from __future__ import annotations

import contextlib
import io
import json
import subprocess
import sys

import pytest

from supportlines.cli.output import write_markup
from supportlines.cli.streams import showable

SATURDAY = "2026-12-26T06:00Z"  # 10:00 in Dubai


def printed(encoding, *arguments):
    """Return the bytes that the program prints where standard output has *encoding*."""
    done = subprocess.run(
        [sys.executable, "-m", "supportlines", *arguments],
        env={"PYTHONIOENCODING": encoding, "TZ": "UTC"}, capture_output=True, check=False,
    )  # fmt: skip
    assert b"Traceback" not in done.stderr
    return done.stdout


@pytest.mark.parametrize("encoding", ["ascii", "cp1252", "utf-16"])
def test_json_is_the_same_in_every_encoding(encoding):
    """A program gets each published word, in Cyrillic or not, whatever the machine is set to."""
    arguments = ["now", "AE", "--at", SATURDAY, "--json"]

    data = json.loads(printed(encoding, *arguments).decode(encoding))

    assert data == json.loads(printed("utf-8", *arguments).decode("utf-8"))
    assert "Местный бесплатный номер" in json.dumps(data, ensure_ascii=False)


def test_json_in_utf_8_stays_readable():
    """Escapes are for encodings that need them."""
    assert "Местный" in printed("utf-8", "now", "AE", "--json").decode("utf-8")


@pytest.mark.parametrize("encoding", ["ascii", "cp1252"])
def test_json_of_every_command_keeps_a_name_of_a_file(encoding, tmp_path):
    """`check` and `diff` print what they are given: a name in Cyrillic, a sign beyond 16 bits."""
    path = tmp_path / "справка 😀.yaml"
    path.write_text("[", encoding="utf-8")

    data = json.loads(printed(encoding, "check", str(path), "--json").decode("ascii"))

    assert data["files"] == [str(path)]


@pytest.mark.parametrize(
    ("encoding", "expected"),
    [("cp1252", b"<t>C&#244;te &#9679;</t>"), ("utf-8", "<t>Côte ●</t>".encode())],
)
def test_a_picture_is_the_same_in_every_encoding(encoding, expected):
    """Whoever reads XML takes it for UTF-8; references say the same in every encoding."""
    received = io.BytesIO()

    with contextlib.redirect_stdout(io.TextIOWrapper(received, encoding=encoding)):
        write_markup("<t>Côte ●</t>")

    assert received.getvalue() == expected


@pytest.mark.parametrize(
    ("encoding", "mark"),
    [("ascii", "*"), ("cp1252", "*"), ("utf-8", "●")],
)
def test_an_open_line_never_looks_like_an_unknown_one(encoding, mark):
    """Its mark has a likeness; "?" is the mark of what is not known."""
    lines = (
        printed(encoding, "now", "AE", "-l", "en", "--at", SATURDAY).decode(encoding).splitlines()
    )

    assert f"{mark} Open until Sat 17:00" in lines
    assert not [line for line in lines if line.lstrip().startswith("?")]


def test_text_keeps_the_words_of_the_page_as_codes():
    """The print is Cyrillic: cp1252 has none of it, and no letter becomes another."""
    text = printed("cp1252", "now", "AE", "--at", SATURDAY, "--explain").decode("cp1252")

    assert r"\u041c\u0435\u0441\u0442\u043d\u044b\u0439" in text  # Местный
    assert "“" in text  # cp1252 has these quotation marks


@pytest.mark.parametrize(
    ("text", "encoding", "expected"),
    [
        ("Zürich – 9°", "utf-8", "Zürich – 9°"),
        ("Zürich – 9°", "cp1252", "Zürich – 9°"),
        ("Zürich – 9", "latin-1", "Zürich - 9"),  # it has the letter and lacks the dash
        ("Zürich", "ascii", "Zurich"),
        ("Straße, Færøerne", "ascii", "Strasse, Faeroerne"),
        ("ѐ", "koi8-r", "е"),  # Cyrillic with an accent; koi8-r has the letter alone
        ("日本", "cp1252", r"\u65e5\u672c"),
        ("각", "ascii", r"\uac01"),  # its parts are letters, not accents
        ("１", "ascii", r"\uff11"),  # not the 1 that it resembles: `check` tells them apart
        ("😀", "ascii", r"\U0001f600"),
        ("\udcff", "utf-8", r"\udcff"),  # a name of a file that is no text
        ("● ○ … “x”", "ascii", '* o ... "x"'),
    ],
)
def test_each_character_is_shown_as_well_as_it_can_be(text, encoding, expected):
    """As it is, by a likeness that loses the typography alone, else by its code."""
    assert showable(text, encoding) == expected
    assert expected.encode(encoding)
