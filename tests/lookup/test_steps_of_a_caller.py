"""What is pressed after the call is answered is what this caller presses."""

from __future__ import annotations

from datetime import datetime, timezone

import pytest

AT = datetime(2026, 11, 23, 12, tzinfo=timezone.utc)


@pytest.fixture(scope="module")
def menus(made):
    """Lines with menus by language, in one region each."""
    return made(
        """
regions:
  - id: america
    countries: [US]
    availability: {standard: 24/7}
    lines:
      - id: us
        number: "+1 202 555 0123"
        published_as: 202 555 0123
        languages: [en, es, fr]
        steps:
          - {press: "1", label: English, languages: [en]}
          - {press: "2", label: Spanish, languages: [es]}
          - {press: "5", label: Technical support}
  - id: norway
    countries: ["NO"]
    availability: {standard: 24/7}
    lines:
      - id: norge
        number: "+44 20 7946 0958"
        published_as: 020 7946 0958
        languages: ["no", en]
        steps:
          - {press: "1", label: Norsk, languages: [nb, nn]}
          - {press: "2", label: English, languages: [en]}
  - id: silent
    countries: [GB]
    availability: {standard: 24/7}
    lines:
      - id: gb
        number: "+44 20 7946 0959"
        published_as: 020 7946 0959
        steps:
          - {press: "1", label: English, languages: [en]}
          - {press: "2", label: Other, languages: [fr, de]}
"""
    )


@pytest.mark.parametrize(
    ("country", "languages", "pressed"),
    [
        ("US", ["es"], ["2", "5"]),
        ("US", ["es-MX"], ["2", "5"]),  # a Mexican is served by Spanish
        ("US", ["en-GB", "es"], ["1", "5"]),  # the language that is preferred
        ("US", ["fr"], ["5"]),  # French is spoken, and the menu has no key for it
        ("US", ["de"], ["1", "2", "5"]),  # none of theirs is spoken: any will do
        ("US", [], ["1", "2", "5"]),
        ("NO", ["nn"], ["1"]),
        ("NO", ["no"], ["1"]),  # the menu names what the caller does not tell apart
        ("GB", [], ["1", "2"]),  # nobody says what is spoken
    ],
)
def test_steps_are_those_of_the_caller(menus, country, languages, pressed):
    """Those of everybody, and those that lead to the language in which the call is answered."""
    best = menus.who_can_i_call(country, languages=languages, at=AT).best

    assert [step.press for step in best.steps] == pressed


def test_options_by_language_have_their_own_steps(made):
    """Without a wish Spanish and English are two options, each with its key."""
    directory = made(
        """
countries: {US: {time_zone: America/New_York}}
regions:
  - id: america
    countries: [US]
    availability:
      standard: [{languages: [es], hours: Mo-Fr 07:00-19:00}, {languages: [en], hours: 24/7}]
    lines:
      - id: us
        number: "+1 202 555 0123"
        published_as: 202 555 0123
        languages: [es, en]
        steps:
          - {press: "1", label: English, languages: [en]}
          - {press: "2", label: Spanish, languages: [es]}
"""
    )

    options = directory.who_can_i_call("US", at=AT).options

    assert [(one.languages, [step.press for step in one.steps]) for one in options] == [
        (("es",), ["2"]),
        (("en",), ["1"]),
    ]


@pytest.mark.parametrize("swapped", [False, True])
def test_other_keys_reach_somebody_else(made, swapped):
    """One number with a menu is listed once for each desk: no key is lost."""
    menu = [
        ("cards", "020 7946 0958 (cards)", '[{press: "1", label: cards}]'),
        ("loans", "020 7946 0958 (loans)", '[{press: "2", label: loans}]'),
        ("plain", "020 7946 0958", "[]"),
        ("again", "0207 946 0958", '[{press: "2", label: loans and mortgages}]'),
    ]
    lines = [
        f'{{id: {name}, number: "+44 20 7946 0958", published_as: {printed}, kind: geographic, '
        f"steps: {steps}}}"
        for name, printed, steps in (menu[::-1] if swapped else menu)
    ]
    directory = made(
        f"""
regions:
  - id: r
    countries: [GB]
    languages: [en]
    availability: {{standard: 24/7}}
    lines: [{", ".join(lines)}]
"""
    )

    options = directory.who_can_i_call("GB", at=datetime(2026, 11, 26, tzinfo=timezone.utc)).options

    found = {
        tuple(step.press for step in one.steps): sorted(one.published_as.split(" / "))
        for one in options
    }
    plain = ("2",) if swapped else ("1",)  # with the nearest that names keys
    expected = {
        ("1",): ["020 7946 0958 (cards)"],
        ("2",): ["020 7946 0958 (loans)", "0207 946 0958"],
    }
    expected[plain] = sorted([*expected[plain], "020 7946 0958"])
    assert found == expected
