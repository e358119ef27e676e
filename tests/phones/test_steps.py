"""Keys pressed after the answer are ordered values of their own."""

from __future__ import annotations

import pytest

from supportlines.phones import PhoneNumberError, Step, parse_press, post_dial

MENU = (
    Step("1", "English", ("en",)),
    Step("2", "Français", ("fr",)),
    Step("4711 #", "access code"),
    Step(";3", "technical support"),
)


def test_a_step_keeps_only_what_is_pressed():
    """Blanks are for readers."""
    assert Step("47 11 #").press == "4711#"
    assert Step("*,1") == Step("*, 1")


def test_each_step_waits_a_moment_for_the_one_before():
    """A pause is a comma; what waits for the caller is a semicolon."""
    assert post_dial(MENU[1:]) == ",2,4711#,;3"
    assert post_dial(()) == ""


@pytest.mark.parametrize(
    ("text", "offset", "message"),
    [
        (
            "1p2",
            1,
            (
                '"1p2" has "p", which is no key. Write keys (0-9, * and #), "," for a pause of two '
                'seconds and ";" for waiting.'
            ),
        ),
        (
            "PIN",
            0,
            (
                '"PIN" has "P", which is no key. Write keys (0-9, * and #), "," for a pause of two '
                'seconds and ";" for waiting. A PIN or a customer number is the step "enter", a '
                'choice whose keys are not printed "choose".'
            ),
        ),
        ("", 0, '"" has nothing to press. Write at least one key, for example "1".'),
        (" ,;", 0, '" ,;" has nothing to press. Write at least one key, for example "1".'),
    ],
)
def test_what_cannot_be_pressed_is_refused(text, offset, message):
    """The offset points at the character."""
    with pytest.raises(PhoneNumberError) as caught:
        parse_press(text)

    assert str(caught.value) == message
    assert caught.value.offset == offset
