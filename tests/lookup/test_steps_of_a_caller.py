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


ENGLISH, GERMAN = ("en", "1"), ("de", "2")


@pytest.mark.parametrize(
    ("spoken", "menu", "languages", "pressed", "link"),
    [
        # English needs no key, so that of German is not everybody's.
        ("[en, de]", [GERMAN], [], ["2"], ""),
        ("[en, de]", [GERMAN], ["en"], [], ""),
        ("[en, de]", [GERMAN], ["de"], ["2"], ",2"),
        ("[en, de]", [GERMAN], ["fr"], ["2"], ""),  # neither is spoken by the caller
        ("[de]", [GERMAN], [], ["2"], ",2"),  # whoever is served is served in German
        ("[en, de]", [ENGLISH, GERMAN], [], ["1", "2"], ""),
        ("[en, de]", [ENGLISH, GERMAN], ["de"], ["2"], ",2"),
        ("[en, de]", [("en, de", "1")], [], ["1"], ",1"),  # one key for both
        ("[en, de]", [("en, de", "1"), GERMAN], [], ["1", "2"], ""),
        ("[en, de]", [("en, de", "1"), GERMAN], ["de"], ["1", "2"], ",1,2"),
        ("{any: interpreter}", [GERMAN], [], ["2"], ""),  # nobody says what is spoken
        # The line does not tell apart what its menu does.
        ("[es]", [("es-ES", "1"), ("es-AR", "2")], [], ["1", "2"], ""),
        ("[es]", [("es-ES", "1"), ("es-AR", "2")], ["es-MX"], ["2"], ",2"),
        ("[es]", [("es-ES", "1"), ("es-AR", "2")], ["es-ES"], ["1"], ",1"),
        ("[es-ES, es-AR]", [("es-ES", "1"), ("es-AR", "2")], ["es-MX"], ["2"], ",2"),
        ("[nb, nn]", [("nb", "1"), ("nn", "2")], ["nn"], ["2"], ",2"),
        ("[nb, nn]", [("no", "1")], ["nn"], ["1"], ",1"),
    ],
)
def test_a_link_has_keys_that_are_this_callers(made, spoken, menu, languages, pressed, link):
    """Keys stand in a link if all to whom the option may go press them; others are only shown."""
    steps = ", ".join(f"{{press: '{key}', label: x, languages: [{tags}]}}" for tags, key in menu)
    directory = made(
        f"""
regions:
  - id: r
    countries: [GB]
    availability: {{standard: 24/7}}
    lines: [{{id: a, number: "+44 20 7946 0958", languages: {spoken}, steps: [{steps}]}}]
"""
    )

    best = directory.who_can_i_call("GB", languages=languages, at=AT).best

    assert [step.press for step in best.steps] == pressed
    assert best.uri == f"tel:+442079460958{link}"


@pytest.mark.parametrize(
    ("spoken", "menu", "languages", "pressed"),
    [
        # Argentines are nearest to a Mexican; who answers on Saturday sits in Spain.
        (("es-ES", "es-AR"), [("es-ES", "1"), ("es-AR", "2")], ["es-MX"], ("1", "2")),
        (("es-ES", "es-AR"), [("es-ES", "1"), ("es-AR", "2")], [], ("1", "2")),
        (("es-ES", "es-AR"), [("es-ES", "1"), ("es-AR", "2")], ["es-AR"], ("1", "2")),
        (("es-ES", "es-AR"), [("es-ES", "1")], ["es-AR"], ("1", "")),  # a key of Spain's alone
        (("es-ES", "es-AR"), [("es", "1")], ["es-AR"], ("1", "1")),  # one that is for both
        (("es-ES", "es"), [("es", "1"), ("es-MX", "2")], ["es-MX"], ("1", "2")),
        (("pt-PT", "pt-BR"), [("pt", "1"), ("pt-BR", "2")], ["pt-AO"], ("1", "2")),
        (("zh", "yue"), [("zh", "1")], ["yue"], ("1", "")),
    ],
)
def test_steps_are_those_of_the_language_that_answers(made, spoken, menu, languages, pressed):
    """One is open and the other closed: each option has the keys of its own language."""
    steps = ", ".join(f"{{press: '{key}', label: x, languages: [{tag}]}}" for tag, key in menu)
    directory = made(
        f"""
regions:
  - id: r
    countries: [GB]
    availability:
      standard:
        - {{languages: [{spoken[0]}], hours: 24/7}}
        - {{languages: [{spoken[1]}], hours: Mo-Fr 09:00-17:00, time_zone: Europe/London}}
    lines:
      - {{id: a, number: "+44 20 7946 0958", languages: [{", ".join(spoken)}], steps: [{steps}]}}
"""
    )
    saturday = datetime(2026, 12, 5, 10, tzinfo=timezone.utc)

    options = directory.who_can_i_call("GB", languages=languages, at=saturday).options

    found = {one.languages: ",".join(step.press for step in one.steps) for one in options}
    assert found == {(spoken[0],): pressed[0], (spoken[1],): pressed[1]}
    for one in options:
        assert one.uri == "tel:+442079460958" + "".join(f",{step.press}" for step in one.steps)


_NORTH, _SOUTH = "for: {brand: north}", "for: {brand: south}"
_KEY = "steps: [{press: '1', label: support}]"
_DE = "steps: [{press: '1', label: support, languages: [de]}]"
_N_KEY = "steps: [{press: '1', label: support, for: {brand: north}}]"


@pytest.mark.parametrize(
    ("lines", "brand", "told"),
    [
        ([f"{_NORTH}, {_KEY}", _SOUTH], None, [("a", "1", "North"), ("b", "", "South")]),
        ([_SOUTH, f"{_NORTH}, {_KEY}"], None, [("a", "", "South"), ("b", "1", "North")]),
        ([f"{_NORTH}, {_KEY}", _SOUTH], "south", [("b", "", "")]),
        ([f"{_NORTH}, {_KEY}", _NORTH], None, [("ab", "1", "North")]),  # printed twice
        ([_NORTH, f"{_NORTH}, {_KEY}"], None, [("ab", "1", "North")]),
        ([f"{_NORTH}, {_KEY}", f"{_SOUTH}, {_KEY}"], None, [("ab", "1", "North or South")]),
        ([f"{_NORTH}, {_KEY}", f"{_SOUTH}, {_KEY}", _SOUTH], None,
         [("abc", "1", "North or South")]),
        ([f"{_NORTH}, {_KEY}", _SOUTH, "for: {brand: west}"], None,
         [("a", "1", "North"), ("bc", "", "South or West")]),
        ([f"dialable_by: landline, {_KEY}", "dialable_by: mobile"], None,
         [("a", "1", "landline_only"), ("b", "", "mobile_only")]),
        ([f"dialable_by: landline, {_KEY}", ""], None,
         [("b", "", ""), ("a", "1", "landline_only")]),
        # What one says of some only, and another of all, is not the same.
        ([_N_KEY, _KEY], None, [("a", "1 North", ""), ("b", "1", "")]),
        ([_N_KEY, _KEY], "north", [("ab", "1", "")]),
        ([_DE, _KEY], None, [("a", "1 de", ""), ("b", "1", "")]),
    ],
)  # fmt: skip
def test_keys_of_one_line_are_not_those_of_anothers_callers(made, lines, brand, told):
    """Lines with one number are one option if whom they are for does the same."""
    rows = [
        f'{{id: {name}, number: "+44 20 7946 0958", published_as: {name}, kind: geographic'
        f"{', ' if more else ''}{more}}}"
        for name, more in zip("abc", lines)
    ]
    directory = made(
        f"""
facets: {{brand: {{name: Which brand?, values: {{north: North, south: South, west: West}}}}}}
regions:
  - id: r
    countries: [GB]
    languages: [en, de]
    availability: {{standard: 24/7}}
    lines: [{", ".join(rows)}]
"""
    )
    facets = {} if brand is None else {"brand": brand}
    names = {"north": "North", "south": "South", "west": "West"}

    options = directory.who_can_i_call("GB", facets=facets, at=AT).options

    def words_of(values):
        return " or ".join(names[value] for value in values)

    found = []
    for one in options:
        keys = [
            " ".join([step.press, *step.languages, *(words_of(some) for _, some in step.only_for)])
            for step in one.steps
        ]
        limits = [
            words_of(each.values["values"]) if each.code == "only_for" else each.code
            for each in one.caveats
        ]
        found.append((one.published_as.replace(" / ", ""), ",".join(keys), ",".join(limits)))
        certain = [step.press for step in one.steps if not (step.only_for or step.languages)]
        assert one.uri == "tel:+442079460958" + "".join(f",{key}" for key in certain)
    assert found == told


@pytest.mark.parametrize(
    ("steps", "plan", "sent"),
    [
        ("[]", None, ["HELP"]),
        ("[{send: your postcode}]", None, ["HELP", "your postcode"]),
        ("[{send: your contract, for: {plan: pro}}]", "home", ["HELP"]),
        ("[{send: your contract, for: {plan: pro}}]", "pro", ["HELP", "your contract"]),
        ("[{send: your contract, for: {plan: pro}}]", None, ["HELP", "your contract"]),
        ("[{send: HELP, label: the word}, {send: your postcode}]", None, ["HELP", "your postcode"]),
        ("[{send: HELP, for: {plan: pro}}]", None, ["HELP", "HELP"]),
        ("[{wait: for an answer}, {send: HELP}]", None, ["HELP", "for an answer", "HELP"]),
    ],
)
def test_the_first_message_is_the_lines_own(made, steps, plan, sent):
    """A step says what is written after it; who has no such step writes the first all the same."""
    directory = made(
        f"""
facets: {{plan: {{name: Which plan?, values: [home, pro]}}}}
regions:
  - id: r
    countries: [GB]
    languages: [en]
    availability: {{standard: 24/7}}
    lines:
      - {{id: sms, channel: sms, number: "70123", only_in: [GB], send: HELP, steps: {steps}}}
"""
    )
    facets = {} if plan is None else {"plan": plan}

    best = directory.who_can_i_call("GB", channels=["sms"], facets=facets, at=AT).best

    assert [step.text for step in best.steps] == sent
    assert best.uri == "sms:70123;phone-context=+44?body=HELP"
