"""What a caller presses: star numbers, digits of several countries, trunk prefixes."""

from __future__ import annotations

from datetime import datetime, timezone

import pytest

import supportlines
from supportlines.render.lines import lines_data, lines_text

AT = datetime(2026, 11, 24, 15, tzinfo=timezone.utc)
TEXT = """\
directory:
  id: d
  name: D
  sources:
    - {id: page, title: t, url: "https://a.example/", read_on: 2026-11-02}
tiers: {standard: {}}
regions:
  - id: america
    countries: [US, PR, GU]
    languages: [en]
    availability: {standard: 24/7}
    lines:
      - {id: lifeline, number: 988, only_in: [US, PR, GU], published_as: 988, kind: toll_free}
  - id: canada
    countries: [CA]
    languages: [en]
    availability: {standard: 24/7}
    lines:
      - {id: helpline, number: 988, only_in: CA, published_as: 988, label: Helpline}
  - id: elsewhere
    countries: [AU, DE, GB, IL, NZ]
    languages: [en]
    availability: {standard: 24/7}
    lines:
      - {id: star, number: "*2700", only_in: IL, published_as: "*2700", serves: [IL]}
      - {id: hash, number: "#7119", only_in: IL, published_as: "#7119", serves: [IL]}
      - {id: six, number: 116 123, only_in: [DE, GB], published_as: 116 123, serves: [DE, GB]}
      - {id: auckland, number: "+64 9 123 4567", published_as: 09 123 4567, serves: [NZ]}
      - {id: australia, number: "+61 9123 4567", published_as: 9123 4567, serves: [AU]}
"""


def loaded(path, text):
    """Return the directory of the text."""
    path.write_text(text, encoding="utf-8")
    return supportlines.load(path)


@pytest.fixture(scope="module")
def directory(tmp_path_factory):
    """A directory with one oddity a line."""
    return loaded(tmp_path_factory.mktemp("numbers") / "d.yaml", TEXT)


@pytest.mark.parametrize(
    ("country", "line", "dial", "uri"),
    [
        ("US", "lifeline", "988", "tel:988;phone-context=+1"),
        ("PR", "lifeline", "988", "tel:988;phone-context=+1"),  # not the United States' alone
        ("GU", "lifeline", "988", "tel:988;phone-context=+1"),
        ("CA", "helpline", "988", "tel:988;phone-context=+1"),
        ("DE", "six", "116 123", "tel:116123;phone-context=+49"),
        ("GB", "six", "116 123", "tel:116123;phone-context=+44"),  # the caller's country
        ("NZ", "auckland", "09 123 4567", "tel:+6491234567"),  # with the trunk prefix
        ("AU", "australia", "+61 91234567", "tel:+6191234567"),  # with or without: not known
    ],
)
def test_what_is_pressed_in_the_callers_country(directory, country, line, dial, uri):
    """Digits, and the link with the calling code of where they are pressed."""
    (option,) = directory.who_can_i_call(country, at=AT).options

    assert (option.line.id, option.dial, option.tel_uri) == (line, dial, uri)


def test_numbers_without_an_international_form_are_two_options(directory):
    """Of the same languages and hours, and not the same number."""
    options = directory.who_can_i_call("IL", at=AT).options

    assert [(option.number, option.dial, option.tel_uri) for option in options] == [
        (None, "*2700", "tel:*2700;phone-context=+972"),
        (None, "#7119", "tel:%237119;phone-context=+972"),
    ]


@pytest.mark.parametrize(
    ("number", "stated", "reached_from"),
    [
        ("+44 800 018 5548", "kind: toll_free", {"GB"}),  # where it serves
        ("+44 800 018 5548", "kind: toll_free, dialable_from: anywhere", {"GB", "FR", "IE"}),
        ("+44 800 018 5548", "kind: toll_free, dialable_from: [GB, FR]", {"GB", "FR"}),
        ("+44 20 7946 0958", "kind: geographic", {"GB", "FR", "IE"}),
        ("+44 20 7946 0958", "kind: geographic, dialable_from: [GB, IE]", {"GB", "IE"}),
        ("+44 20 7946 0958", "dialable_from: [FR]", {"FR"}),
    ],
)
def test_what_is_stated_says_from_where_a_line_is_reached(tmp_path, number, stated, reached_from):
    """Not what its kind would."""
    line = f'{{id: l, number: "{number}", published_as: x, {stated}}}'
    text = f"""\
{TEXT[: TEXT.index("regions")]}
regions:
  - {{id: r, countries: [GB], availability: {{standard: 24/7}}, lines: [{line}]}}
"""
    directory = loaded(tmp_path / "d.yaml", text)

    answers = {
        country: directory.who_can_i_call("GB", calling_from=country, at=AT).options
        for country in ("GB", "FR", "IE")
    }
    assert {country for country, options in answers.items() if options} == reached_from


def test_equal_digits_are_one_option_however_many_countries_each_line_names(tmp_path):
    """Where the caller stands they ring one telephone."""
    twice = TEXT.replace(
        "  - id: canada",
        '      - {id: again, number: 988, only_in: PR, published_as: "9-8-8", serves: [PR]}\n'
        "  - id: canada",
    )

    (option,) = loaded(tmp_path / "d.yaml", twice).who_can_i_call("PR", at=AT).options

    assert set(option.published_as.split(" / ")) == {"988", "9-8-8"}


def test_where_the_digits_are_somebody_elses_the_caller_is_warned(directory):
    """In Canada 988 rings another line; "it cannot be dialled" would be a lie."""
    (withheld,) = directory.who_can_i_call("US", calling_from="CA", at=AT).withheld
    (nowhere,) = directory.who_can_i_call("US", calling_from="FR", at=AT).withheld
    (back,) = directory.who_can_i_call("CA", calling_from="GU", at=AT).withheld

    assert withheld.reason.code == "number_of_another_line"
    assert withheld.reason.text == (
        "In Canada 988 is the number of another line (Helpline); this one can be dialled from "
        "Guam, Puerto Rico and United States only."
    )
    assert nowhere.reason.code == "not_dialable_from_there"
    assert nowhere.reason.text == (
        "It cannot be dialled from France, only from Guam, Puerto Rico and United States."
    )
    assert (back.reason.code, "(lifeline)" in back.reason.text) == ("number_of_another_line", True)


def test_an_unknown_trunk_prefix_is_said(directory):
    """The plus is what a mobile phone takes; from abroad nothing is unknown."""
    (home,) = directory.who_can_i_call("AU", at=AT).options
    (abroad,) = directory.who_can_i_call("AU", calling_from="DE", at=AT).options
    (sure,) = directory.who_can_i_call("NZ", at=AT).options

    assert [one.text for one in home.caveats if one.code == "trunk_prefix_unknown"] == [
        (
            "What is pressed before this number inside Australia is not known: "
            "a mobile phone takes it with its +."
        )
    ]
    assert abroad.dial == "00 61 91234567"
    for option in (abroad, sure):
        assert "trunk_prefix_unknown" not in [one.code for one in option.caveats]


def test_the_table_of_lines_names_the_countries(directory):
    """One as a code, several as a list, none for a number of the international plan."""
    listed = list(directory.lines())
    data = {one["line"]: one for one in lines_data(listed)}

    assert data["lifeline"]["only_in"] == ["GU", "PR", "US"]
    assert (data["star"]["only_in"], data["star"]["digits"]) == ("IL", "*2700")
    assert data["auckland"]["only_in"] is None
    assert "988 (only in GU, PR, US)" in lines_text(listed)
    assert "*2700 (only in IL)" in lines_text(listed)
