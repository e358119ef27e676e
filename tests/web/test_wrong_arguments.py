"""What the application cannot use is refused by its name, before anybody asks anything."""

from __future__ import annotations

import pytest

import supportlines
from supportlines.errors import WrongTypeError
from supportlines.web import application


@pytest.mark.parametrize(
    ("name", "value"),
    [
        (name, value)
        for name in ("fresh_for", "look_every", "keep_bytes")
        for value in (-1, 1.5, "60", True)
    ]
    + [
        ("fresh_for", 10**30),
        ("look_every", 10**30),  # no calendar has so many seconds
        ("look_every", None),
        ("keep_bytes", None),
        ("now", 5),
    ],
)
def test_a_number_that_is_none_is_refused_by_name(name, value):
    """Not at the first request, and not by what became of it inside."""
    with pytest.raises(WrongTypeError, match=f"^{name}.* cannot be used; give a ") as refused:
        application(supportlines.load("insales"), **{name: value})

    assert refused.value.name == name


@pytest.mark.parametrize("value", [5, b"acme.yaml", ["acme.yaml"]])
def test_what_is_no_directory_is_refused_by_name(value):
    """A path, a name or a directory is one."""
    with pytest.raises(
        WrongTypeError, match=r"^directory.*give a Directory, the name of a shipped"
    ):
        application(value)


def test_none_at_all_and_no_time_are_numbers():
    """Nothing is kept, and each answer is asked for again."""
    app = application(supportlines.load("insales"), fresh_for=0, look_every=0, keep_bytes=0)

    assert app.state.directory().id == "insales"


@pytest.mark.parametrize("page", ["helpdesk.example/help", "ftp://helpdesk.example", "#top", "a b"])
def test_markup_hangs_on_the_address_of_a_page(page):
    """Ids that are none are refused, and not written."""
    with pytest.raises(WrongTypeError, match=r"^page=.* give an address such as"):
        supportlines.load("insales").json_ld(page=page)
