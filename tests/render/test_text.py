"""Answers as a person sees them at a terminal, compared with golden files.

After a change of layout run `python tests/render/test_text.py` and read the diff as a user.
"""

from __future__ import annotations

import re
from datetime import datetime, timezone
from pathlib import Path

import pytest

import supportlines
from supportlines.render.text import answer_text

HERE = Path(__file__).parent
DIRECTORY = HERE.parent / "lookup" / "directory.yaml"
AT = datetime(2026, 11, 24, 15, tzinfo=timezone.utc)  # a Tuesday, 16:00 in Berlin
NIGHT = datetime(2026, 11, 24, 21, tzinfo=timezone.utc)

SCREENS = {
    "open": ({"country": "DE", "languages": ["de"], "at": AT}, {}),
    "explained": ({"country": "DE", "languages": ["de"], "at": AT}, {"explain": True}),
    "narrow": ({"country": "AE", "languages": ["en"], "at": AT}, {"width": 44}),
    "german": ({"country": "AE", "languages": ["en"], "at": AT}, {"locale": "de"}),
    "closed_in_french": (
        {"country": "FR", "languages": ["fr", "en"], "tier": "premium", "at": NIGHT},
        {},
    ),
    "unknown_without_zone": ({"country": "US", "desk": "technical", "at": NIGHT}, {}),
    "withheld": ({"country": "FR", "calling_from": "DE", "at": AT}, {}),
    "nothing_listed": ({"country": "KZ", "at": AT}, {}),
    "another_language": (
        {"country": "KR", "languages": ["es"], "severity": "urgent", "at": AT},
        {},
    ),
}


OPTIONS = HERE / "options.yaml"

OTHER_SCREENS = {
    # The state goes on for one language only, and a menu has a key for each.
    "spanish_and_english": ({"country": "US", "languages": ["es-MX", "en"], "at": AT}, {}),
    "menu_for_all": ({"country": "GB", "at": AT}, {}),
    # What follows is not known, or is nothing but an end.
    "eve_of_a_holiday": (
        {"country": "FR", "at": datetime(2026, 11, 24, 17, tzinfo=timezone.utc)},
        {},
    ),
    "on_a_holiday": ({"country": "FR", "at": datetime(2026, 11, 25, 12, tzinfo=timezone.utc)}, {}),
    "no_line_of_a_desk": ({"country": "FR", "desk": "billing", "at": AT}, {}),
    "only_line_of_a_desk": ({"country": "US", "desk": "billing", "at": AT}, {}),
}


def screen(name):
    """Return what is shown, without the version of the zone data."""
    words, style = {**SCREENS, **OTHER_SCREENS}[name]
    words = dict(words)
    answer = supportlines.load(DIRECTORY if name in SCREENS else OPTIONS).who_can_i_call(
        words.pop("country"), **words
    )
    return re.sub(r"time zones\s+\S+", "time zones VERSION", answer_text(answer, **style))


@pytest.mark.parametrize("name", [*SCREENS, *OTHER_SCREENS])
def test_screen_is_the_golden_one(name):
    """Layout, words and order."""
    assert screen(name) == (HERE / "golden" / f"{name}.txt").read_text(encoding="utf-8")


TWO_LINES = """
directory:
  id: d
  name: D
  sources: [{id: page, title: t, url: "https://a.example/", read_on: 2026-11-02}]
tiers: {standard: {}}
regions:
  - id: r
    countries: [IL, BR]
    languages: [en]
    availability: {standard: 24/7}
    lines:
      - {id: first, number: 100200, only_in: [IL, BR], published_as: "100200", kind: toll_free}
      - {id: second, %s, notes: Ask for the night desk.}
"""


@pytest.mark.parametrize(
    ("second", "country", "told"),
    [
        # No plan has a format for it, so nobody knows what stands before it in Israel.
        (
            'number: "+972 99 012 3456", published_as: 099 012 3456',
            "IL",
            "What is pressed before this number inside Israel is not known",
        ),
        (
            'number: "+44 20 7946 0958", published_as: 020 7946 0958',
            "BR",
            "depends on the carrier",
        ),
        (
            'number: "+972 3 555 0123", published_as: 03 555 0123, dialable_by: mobile',
            "IL",
            "It can be dialled from mobile phones only.",
        ),
        (
            'number: "+972 3 555 0123", published_as: 03 555 0123, carriers: [Example Telecom]',
            "IL",
            "through Example Telecom only",
        ),
        (
            'number: "+972 3 555 0123", published_as: 03 555 0123, valid_until: 2026-11-24',
            "IL",
            "until 2026-11-24 only",
        ),
    ],
)
def test_what_makes_a_call_fail_is_shown_on_the_second_option_too(tmp_path, second, country, told):
    """And so is what its line's note says."""
    path = tmp_path / "d.yaml"
    path.write_text(TWO_LINES % second, encoding="utf-8")
    answer = supportlines.load(path).who_can_i_call(country, at=AT)

    of_second = answer_text(answer, width=400).partition("If it does not work")[2]
    of_second = of_second.partition("Please note")[0]

    assert [option.line.id for option in answer.options] == ["first", "second"]
    assert told in of_second
    assert "Ask for the night desk." in of_second


def test_a_number_that_may_have_ended_says_so_on_every_option(tmp_path):
    """New Year's night at 02:00 in New York, where the second is gone; in Honolulu it is not."""
    path = tmp_path / "d.yaml"
    line = 'number: "+1 202 555 0123", published_as: 202 555 0123, valid_until: 2026-12-31'
    text = (TWO_LINES % line).replace("IL", "US")
    path.write_text(text, encoding="utf-8")
    night = datetime(2027, 1, 1, 7, tzinfo=timezone.utc)
    answer = supportlines.load(path).who_can_i_call("US", at=night)

    of_second = answer_text(answer, width=400).partition("If it does not work")[2]

    assert [option.line.id for option in answer.options] == ["first", "second"]
    assert "whether that is today depends on" in of_second.partition("Please note")[0]


CHANNELS = """
directory:
  id: d
  name: D
  sources: [{id: page, title: t, url: "https://a.example/", read_on: 2026-11-02}]
tiers: {standard: {}}
regions:
  - id: r
    countries: [GB]
    languages: [en]
    availability: {standard: 24/7}
    lines:
"""
FORM = "{id: form, url: 'https://a.example/form', channel: web_form}"
PHONE = "{id: phone, number: '+44 20 7946 0958', kind: geographic}"
AT_HOME = "{id: home, number: '0808 157 0123', only_in: [GB]}"
CUT = "{id: cut, published_as: 020 7946, unusable: The digits are cut off.}"
LOST = "{id: lost, channel: chat, published_as: Chat, unusable: The link is lost.}"
SHORT = "{id: short, channel: sms, number: '70123', only_in: [GB]}"


@pytest.mark.parametrize(
    ("lines", "words", "told"),
    [
        ([FORM], {}, "– No telephone line is listed for United Kingdom."),
        ([FORM], {"channels": ["chat"]}, "– No chat is listed for United Kingdom."),
        (
            [FORM],
            {"channels": ["phone", "chat"]},
            "– No telephone line or chat is listed for United Kingdom.",
        ),
        ([CUT], {"channels": ["email"]}, "– No e-mail address is listed for United Kingdom."),
        ([CUT], {}, "– No line of United Kingdom can be used."),
        ([CUT, FORM], {}, "– No telephone line of United Kingdom can be used."),
        ([LOST, PHONE], {"channels": ["chat"]}, "– No chat of United Kingdom can be used."),
        (
            [AT_HOME],
            {"calling_from": "FR"},
            "– No line of United Kingdom can be dialled from there.",
        ),
        (
            [SHORT],
            {"calling_from": "FR", "channels": ["sms"]},
            "– No line of United Kingdom can be used from there.",
        ),
        ([PHONE], {}, "If it does not work: no other line is listed."),
        ([PHONE, FORM], {}, "If it does not work: no other telephone line is listed."),
        ([PHONE, CUT], {}, "If it does not work: no other line can be used."),
        (
            [PHONE, AT_HOME],
            {"calling_from": "FR"},
            "If it does not work: no other line can be dialled from there.",
        ),
    ],
)
def test_what_is_not_there_is_what_was_asked_for(lines, words, told):
    """Who asks for a chat hears nothing of telephones; below it may stand a form that helps."""
    text = CHANNELS + "".join(f"      - {line}\n" for line in lines)
    answer = supportlines.loads(text).who_can_i_call("GB", at=AT, **words)

    shown = answer_text(answer, width=200)

    assert told in [line.strip() for line in shown.splitlines()]
    assert "Nothing that is published" not in shown


def test_a_number_is_shown_once_for_all_that_it_is_good_for():
    """Whom it does not help is not told to press the same keys again."""
    text = CHANNELS + (
        "      - {id: own, number: '+44 20 7946 0958', kind: geographic, languages: [en]}\n"
        "      - {id: turkish, number: '+44 20 7946 0958', kind: geographic, fallback: true,\n"
        "         languages: {tr: interpreter}, steps: [{press: '2', label: Türkçe}]}\n"
    )
    answer = supportlines.loads(text).who_can_i_call("GB", languages=["en", "tr"], at=AT)

    shown = answer_text(answer)

    assert [option.dial for option in answer.options] == ["020 7946 0958", "020 7946 0958"]
    assert shown.count("020 7946 0958") == 1
    assert (
        "  On the same number\n"
        "  ● open day and night · Turkish (through an interpreter) · national call\n"
        "    then 2: Türkçe\n"
        "\n"
        "  If it does not work: no other line is listed.\n"
    ) in shown


@pytest.mark.parametrize(
    ("spoken", "languages", "told"),
    [
        ("[en, de]", [], "then 2: Beratung (German)"),  # who speaks English presses nothing
        ("[en, de]", ["de"], "then 2: Beratung"),
        ("[de]", [], "then 2: Beratung"),
        ("{any: interpreter}", [], "then 2: Beratung (German)"),
    ],
)
def test_a_step_says_for_which_language_it_is(spoken, languages, told):
    """Where the caller may be served in another one, or nobody says in which."""
    text = CHANNELS + (
        f"      - {{id: a, number: '+44 20 7946 0958', languages: {spoken},\n"
        "         steps: [{press: '2', label: Beratung, languages: [de]}]}\n"
    )
    answer = supportlines.loads(text).who_can_i_call("GB", languages=languages, at=AT)

    lines = [line.strip() for line in answer_text(answer).splitlines()]

    assert [line for line in lines if line.startswith("then")] == [told]


def test_no_line_is_wider_than_the_terminal():
    """But for words that cannot be divided."""
    words, _ = SCREENS["narrow"]
    answer = supportlines.load(DIRECTORY).who_can_i_call("AE", at=words["at"])

    lines = answer_text(answer, width=60).splitlines()

    assert [line for line in lines if len(line) > 60] == []


def test_roles_are_painted():
    """Each part of the page has its role, which the command line colours."""
    answer = supportlines.load(DIRECTORY).who_can_i_call("DE", at=AT)

    text = answer_text(answer, paint=lambda text, role: f"<{role}>{text}</{role}>")

    assert "<open>● Open until Tue 17:00</open>" in text
    assert "<strong>030 23125000</strong>" in text


def fresh():
    """Return what each golden file holds now, for `python -m tests.refresh`."""
    names = (*SCREENS, *OTHER_SCREENS)
    return {HERE / "golden" / f"{name}.txt": screen(name).encode() for name in names}


LISTS = """
directory:
  id: lists
  name: Lists
  sources: [{id: page, title: A page, url: "https://support.example", read_on: 2026-11-02}]
tiers: {standard: {}}
severities: [low, high]
desks: {tech: {}, billing: {}}
prepare: [{id: serial, text: Serial number, for: {severities: high, desks: billing}}]
self_help: [{title: Questions, url: "https://faq.example", for: {languages: fr}}]
promises: [{kind: cost, for: {severities: high}}]
regions:
  - id: gb
    countries: [GB]
    languages: [en, fr]
    availability: {standard: 24/7}
    lines: [{id: line, number: "+44 20 7946 0100", desks: [tech, billing]}]
"""


def test_lists_say_for_whom_each_thing_is():
    """As far as the caller did not say it; in JSON always."""
    directory = supportlines.loads(LISTS)
    at = datetime(2026, 11, 24, 10, tzinfo=timezone.utc)

    bare = directory.who_can_i_call("GB", at=at)
    said = directory.who_can_i_call("GB", languages=["fr"], severity="high", at=at)

    assert "Serial number (if high, billing)" in bare.text()
    assert "https://faq.example (if fr)" in bare.text()
    assert "(if" not in said.text().replace("Serial number (if billing)", "")
    for answer in (bare, said):
        data = answer.to_dict()
        assert data["prepare"][0]["only_for"] == {"severity": ["high"], "desk": ["billing"]}
        assert data["self_help"][0]["only_for"] == {"language": ["fr"]}
        assert data["promises"][0]["only_for"] == {"severity": ["high"]}


OTHER_HOURS = """
directory:
  id: other
  name: Other hours
  sources: [{id: page, title: A page, url: "https://support.example", read_on: 2026-11-02}]
tiers: {standard: {}}
regions:
  - id: gb
    countries: [GB]
    languages: [en]
    availability:
      standard:
        - {hours: "Mo-Fr 09:00-17:00", time_zone: UTC, valid_until: 2026-12-14}
        - {hours: "24/7", valid_from: 2026-12-15, valid_until: SUNDAY}
        - {hours: "Mo-Fr 10:00-16:00", time_zone: UTC, valid_from: MONDAY}
    lines: [{id: line, number: "+44 20 7946 0100", valid_until: 2027-01-05}]
"""


@pytest.mark.parametrize(
    ("sunday", "monday"),
    [("Sun 20 Dec 2026", "Mon 21 Dec 2026"), ("Sun 27 Dec 2026", "Mon 28 Dec 2026")],
)
def test_hours_of_other_rules_are_told_before_the_day(sunday, monday):
    """With the days on which they hold, be they more than a week, or from when on they do."""
    at = datetime(2026, 12, 8, 10, tzinfo=timezone.utc)
    text = OTHER_HOURS.replace("SUNDAY", f"2026-12-{sunday[4:6]}")
    text = text.replace("MONDAY", f"2026-12-{monday[4:6]}")

    screen = supportlines.loads(text).who_can_i_call("GB", at=at).text(width=100)

    assert [line.strip() for line in screen.splitlines() if line.startswith("  – ")][:3] == [
        f"– Tue 15 Dec 2026 to {sunday}: open day and night (standard: 24/7)",
        (f"– {monday} to Tue 5 Jan 2027: other hours (standard: Mo-Fr 10:00-16:00, time of UTC)"),
        "– from Wed 6 Jan 2027 00:00: closed (The source lists this line until 2027-01-05 only)",
    ]
