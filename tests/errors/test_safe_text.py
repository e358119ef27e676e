"""What others wrote is quoted so that no line is forged, no colour set, no order turned round."""

from __future__ import annotations

import pytest

from supportlines import errors
from supportlines.errors import (
    SupportlinesError,
    escaped,
    one_line,
    point_at,
    quoted,
    visible,
    window,
)
from supportlines.files import FileProblem
from supportlines.hours import HoursSyntaxError, Schedule, UnknownTimeZoneError
from supportlines.lookup.errors import UnknownChoiceError

UNSAFE = [
    *map(chr, [*range(9), *range(11, 32), *range(0x7F, 0xA0)]),  # C0, DEL and C1
    *"\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069",  # Bidi_Control
    *"\u2028\u2029",
    *"\ufdd0\ufdef\ufffe\uffff\U0001fffe\U0010ffff",  # noncharacters
    *"\ufeff\ud800\udfff",
]
SAFE = [
    *("\t", "\n"),  # structure; where they would forge a line, `one_line` makes blanks of them
    *("\u00a0", "\u00ad", "\u200c", "\u200d", "é", "ש", "😀", "\ufdcf", "\ufdf0", "\ufffd"),
    "\U000e0067",  # tags of the flags of England, Scotland and Wales
]
EVIL = "a\x1b[31m\nforged.yaml:1:1: \u202eb"


@pytest.mark.parametrize("character", UNSAFE, ids=ascii)
def test_what_commands_a_terminal_is_shown_by_its_code(character):
    """Nothing of it is left, and what was there can be read."""
    shown = visible(f"a{character}b")

    assert shown == f"a{escaped(character)}b"
    assert shown.isascii()
    assert shown.isprintable()


@pytest.mark.parametrize("character", SAFE, ids=ascii)
def test_what_languages_need_stays(character):
    """Persian joins and parts letters, families of emoji are joined, lines end."""
    assert visible(f"a{character}b") == f"a{character}b"


def test_a_quoted_text_stays_on_its_line():
    """Line ends of a value are shown, and those of a name become blanks."""
    assert quoted(EVIL) == '"a\\x1b[31m\\nforged.yaml:1:1: \\u202eb"'
    assert one_line("a\r\n  b\tc\n") == "a b c "


def test_a_caret_points_at_its_character_behind_escapes():
    """An escape takes four columns, not one."""
    assert window("ab\x1bcd", 3) == ("ab\\x1bcd", 6)
    assert point_at("ab\ncd", 3) == "    ab cd\n       ^"


@pytest.mark.parametrize(
    "error",
    [
        FileProblem(EVIL, "there is no such file.", "Compare the name."),
        UnknownTimeZoneError(EVIL),
        UnknownTimeZoneError("x", (EVIL,)),
        UnknownChoiceError("tier", EVIL, ()),
        UnknownChoiceError("tier", "x", (EVIL,)),
    ],
    ids=repr,
)
def test_an_error_quotes_without_obeying(error):
    """One line stays one line, whatever was given."""
    assert "\\x1b[31m" in str(error)
    assert "\n" not in str(error)
    assert str(error).isprintable()


def test_hours_are_pointed_at_without_obeying():
    """The four lines are ours, and the text stands on one of them."""
    with pytest.raises(HoursSyntaxError) as caught:
        Schedule.parse(f'Mo "{EVIL}" x')

    assert len(str(caught.value).splitlines()) == 4
    assert "\x1b" not in str(caught.value)
    assert "\u202e" not in str(caught.value)


def test_an_error_that_forgets_to_quote_is_safe_all_the_same():
    """Whoever writes a new error need not know of this."""

    class NewError(SupportlinesError, ValueError):
        def __str__(self):
            return f"there is no {self.args[0]}."

    assert str(NewError("\x9b31m")) == "there is no \\x9b31m."


@pytest.mark.parametrize(
    ("before", "after", "shown", "caret"),
    [
        (50, 0, "a" * 50, 50),
        (80, 0, "a" * 80, 80),  # the longest that is shown whole
        (81, 0, "…" + "a" * 30, 31),  # cut on the left, and the caret is moved along
        (0, 80, "b" * 80, 0),
        (0, 81, "b" * 60 + "…", 0),
        (100, 100, "…" + "a" * 30 + "b" * 30 + "…", 31),
    ],
)
def test_a_long_text_is_cut_around_the_fault(before, after, shown, caret):
    """At most 60 characters of a long text are shown, and the caret stays below the fault."""
    text = "a" * before + "b" * after

    assert point_at(text, before) == f"    {shown}\n    {' ' * caret}^"


def test_nothing_unsafe_is_printable():
    """Texts that are printable are not looked through for what is unsafe."""
    unsafe = [code for code in range(0x110000) if errors.UNSAFE.search(chr(code))]

    assert len(unsafe) > 2_000  # the halves of pairs alone
    assert [code for code in unsafe if chr(code).isprintable()] == []
