"""The public door: what is loaded, asked and looked through, from Python."""

from __future__ import annotations

import json
import re
from datetime import datetime, timedelta, timezone
from enum import Enum
from pathlib import Path

import jsonschema
import pytest

import supportlines
from supportlines.errors import WrongTypeError
from supportlines.places import known_countries
from supportlines.render.answer_schema import answer_schema

AT = datetime(2026, 11, 24, 11, tzinfo=timezone.utc)
TEXT = """\
directory:
  id: example
  name: Example
  sources:
    - {id: page, title: A page, url: "https://support.example", read_on: 2026-11-02}
tiers: {standard: {}}
regions:
  - id: region
    countries: [DE]
    languages: [de]
    availability: {standard: "Mo-Fr 09:00-17:00"}
    lines:
      - {id: berlin, number: "+49 30 23125 000", published_as: 030 23125 000, kind: geographic}
"""


@pytest.mark.parametrize("name", supportlines.__all__)
def test_every_public_name_is_there(name):
    """Loaded on first use, from whatever room."""
    assert getattr(supportlines, name) is not None
    assert name in dir(supportlines)


def test_a_text_is_read_as_a_file_would_be(tmp_path):
    """As text or bytes: equal facts are equal directories."""
    path = tmp_path / "my.yaml"
    path.write_text(TEXT, encoding="utf-8")

    directory = supportlines.loads(TEXT)

    assert directory == supportlines.loads(TEXT.encode()) == supportlines.load(path)
    assert hash(directory) == hash(supportlines.load(path))
    assert directory != supportlines.loads(TEXT.replace("17:00", "18:00"))
    assert directory != "example"


def test_a_faulty_text_is_refused_with_its_name():
    """Every problem has its place."""
    with pytest.raises(supportlines.DirectoryError, match=r"^mine:9:17: "):
        supportlines.loads(TEXT.replace("[DE]", "[DX]"), name="mine")


@pytest.mark.parametrize("wrong", [None, 1, Path("my.yaml"), ["directory:"]])
def test_what_is_no_text_is_refused(wrong):
    """And said so, whoever is asked."""
    for ask in (supportlines.loads, supportlines.check):
        with pytest.raises(supportlines.SupportlinesError, match="the text of a data file"):
            ask(wrong)


def test_halves_of_characters_are_told_at_their_place():
    """Python has texts that no file can hold."""
    found = supportlines.check(TEXT.replace("Example", "Ex\ud800ample"), "mine")

    assert str(found.problems[0]).startswith("mine:3:")


def test_shipped_directories_have_names():
    """The one without a name is the first."""
    names = supportlines.directories()

    assert [supportlines.load(name).id for name in names] == list(names)
    assert supportlines.load(names[0]) is supportlines.load()


def test_problems_and_doubts_are_values():
    """In the order of the file; hints among the doubts."""
    found = supportlines.check(TEXT.replace("17:00", "05:00"), "mine.yaml", at=AT)

    assert found.problems == ()
    assert [(one.line, one.code, one.is_hint) for one in found.doubts] == [
        (11, "improbable-span", False)
    ]
    assert [str(one).partition(": ")[0] for one in found.in_order] == ["mine.yaml:11:37"]


def test_the_instant_decides_what_is_old():
    """By default it is now; a naive one is none."""
    later = supportlines.check(TEXT, at=AT + timedelta(days=400))
    sooner = supportlines.check(TEXT, at=AT + timedelta(days=400), confirm_within_days=500)

    assert [one.code for one in later.doubts] == ["read-on-old"]
    assert sooner.doubts == ()
    with pytest.raises(supportlines.SupportlinesError, match="at="):
        supportlines.check(TEXT, at=datetime(2026, 11, 24))  # noqa: DTZ001 - it is to be refused
    assert supportlines.check(TEXT).problems == ()


def test_changes_are_those_of_the_command():
    """Sentences, and data for programs."""
    old, new = supportlines.loads(TEXT), supportlines.loads(TEXT.replace("17:00", "18:00"))

    (change,) = old.changes_to(new)

    assert change.sentence == "Germany: closes at 18:00 instead of 17:00 on Mondays to Fridays."
    assert old.changes_to(old) == ()


def test_changes_are_those_of_the_year_that_is_meant():
    """A rule that has ended changes nothing any more."""
    ended = TEXT.replace('"Mo-Fr 09:00-17:00"', '{hours: "24/7", valid_until: 2025-12-31}')
    other = ended.replace("24/7", "Mo-Fr 09:00-17:00")
    old, new = supportlines.loads(ended), supportlines.loads(other)

    assert old.changes_to(new) == ()
    assert len(old.changes_to(new, at=datetime(2025, 6, 1, tzinfo=timezone.utc))) == 1


def test_coverage_is_that_of_the_command():
    """Of a year, or of the week around an instant; 40 of 168 hours are worked."""
    directory = supportlines.loads(TEXT)

    (row, german) = directory.coverage(2026, tiers=["standard"]).rows
    (of_week,) = directory.coverage(week_of=AT, languages=["de"]).rows

    assert (row.language, german.language) == (None, "de")
    assert of_week.week.open_share == 40 / 168
    assert directory.coverage().period.year == supportlines.now().year


def test_a_question_is_the_same_words_as_one_value():
    """Both doors give one answer; lists and tuples are one question."""
    directory = supportlines.loads(TEXT)
    question = supportlines.Question("de", languages=["de", "en"], time_zone="Europe/Berlin")
    same = supportlines.Question("de", ("de", "en"), time_zone="Europe/Berlin")

    assert (question, hash(question)) == (same, hash(same))
    assert question != supportlines.Question("de")
    assert supportlines.Question("DE", "de").languages == ("de",)
    assert directory.answer(question, at=AT) == directory.who_can_i_call(
        "de", languages=["de", "en"], time_zone="Europe/Berlin", at=AT
    )
    assert directory.caller(question).country == "DE"


def test_languages_without_an_order_are_refused():
    """Which of a set is preferred would differ from one process to the next."""
    directory = supportlines.loads(TEXT)

    for languages in ({"de", "en"}, frozenset({"de"}), {"de": 1}, 7):
        with pytest.raises(supportlines.SupportlinesError, match="a list of tags"):
            directory.who_can_i_call("DE", languages=languages, at=AT)


def test_a_zone_of_the_standard_library_is_its_name(zone_info):
    """Where a zone's name is asked for, the zone itself will do."""
    directory = supportlines.loads(TEXT)
    zone = zone_info("Europe/Berlin")

    answer = directory.who_can_i_call("DE", time_zone=zone, at=AT)

    assert answer.caller.time_zone == "Europe/Berlin"
    assert answer == directory.who_can_i_call("DE", time_zone="Europe/Berlin", at=AT)
    with pytest.raises(supportlines.SupportlinesError, match="time_zone="):
        directory.who_can_i_call("DE", time_zone=timezone.utc, at=AT)


@pytest.fixture
def zone_info():
    """Return the class of zones, wherever this Python has it."""
    try:
        from zoneinfo import ZoneInfo  # noqa: PLC0415 - not on Python 3.8
    except ImportError:
        from backports.zoneinfo import ZoneInfo  # noqa: PLC0415
    return ZoneInfo


@pytest.mark.parametrize("wrong", ["berlni", "", None, 7, ["berlin"]])
def test_a_line_that_there_is_not_is_ours(wrong):
    """With what it probably was; a program may catch what it likes."""
    directory = supportlines.loads(TEXT)

    with pytest.raises(LookupError) as caught:
        directory.line(wrong)

    assert isinstance(caught.value, supportlines.UnknownChoiceError)
    assert directory.line("berlin").id == "berlin"


def test_an_answer_writes_itself():
    """The same text and JSON as the command's."""
    answer = supportlines.loads(TEXT).who_can_i_call("DE", languages=["de"], at=AT)

    assert answer.text().startswith("Germany · German · standard")
    assert answer.text("de").startswith("Deutschland · Deutsch · standard")
    assert "Why" in answer.text(explain=True)
    assert len(answer.text(width=40).splitlines()) > len(answer.text(width=80).splitlines())
    assert json.loads(answer.to_json()) == answer.to_dict()
    assert answer.to_json().isascii()
    assert "\n" not in answer.to_json()
    with pytest.raises(supportlines.SupportlinesError):
        answer.text("xx-nowhere")


@pytest.mark.parametrize(("width", "found"), [("80", "='80' (str)"), (True, "=True (bool)")])
def test_the_width_of_an_answer_is_a_whole_number(width, found):
    """It says what to give."""
    answer = supportlines.loads(TEXT).who_can_i_call("DE", at=AT)

    with pytest.raises(WrongTypeError) as caught:
        answer.text(width=width)

    expected = f"width{found} cannot be used; give columns as a whole number, such as 80."
    assert str(caught.value) == expected


def test_every_answer_keeps_to_its_schema():
    """Of every country of the shipped directory, and of what it does not know."""
    schema = answer_schema()
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema)
    directory = supportlines.load()

    for country in sorted(known_countries()):
        for tier in ("standard", "premium"):
            answer = directory.who_can_i_call(country, tier=tier, at=AT)
            assert [*validator.iter_errors(answer.to_dict())] == []


def test_pydantic_takes_an_answer_as_it_is():
    """What FastAPI does with `-> supportlines.Answer`."""
    pydantic = pytest.importorskip("pydantic")
    adapter = pydantic.TypeAdapter(supportlines.Answer)
    answer = supportlines.loads(TEXT).who_can_i_call("DE", at=AT)

    assert adapter.validate_python(answer) is answer
    assert adapter.dump_python(answer, mode="json") == answer.to_dict()
    assert json.loads(adapter.dump_json(answer)) == answer.to_dict()
    assert adapter.json_schema(mode="serialization") == answer_schema()
    with pytest.raises(pydantic.ValidationError):
        adapter.validate_python({"state": "open"})
    with pytest.raises(pydantic.ValidationError, match="is written as JSON and not read"):
        adapter.validate_json(answer.to_json())


def test_an_option_has_its_hours():
    """The week, and the times of the caller's day."""
    directory = supportlines.loads(TEXT)

    (option,) = directory.who_can_i_call("DE", time_zone="Europe/Berlin", at=AT).options
    closed = directory.who_can_i_call(
        "DE", time_zone="Europe/Berlin", at=AT + timedelta(days=4)
    ).best

    assert option.hours.state(AT) == "open"
    assert [
        (f"{one.start:%d %H:%M}", f"{one.end:%d %H:%M}", one.state) for one in option.today
    ] == [("24 08:00", "24 16:00", "open")]
    assert [f"{one:%d %H:%M}" for one in option.day] == ["23 23:00", "24 23:00"]
    assert closed.today == ()


def test_where_the_zone_is_not_known_the_day_is_not():
    """The hours are, as far as all zones agree."""
    text = TEXT.replace("[DE]", "[US]").replace("+49 30 23125 000", "+1 202 555 0123")

    option = supportlines.loads(text).who_can_i_call("US", at=AT).best

    assert (option.day, option.today) == (None, None)
    assert option.hours.state(AT) == option.state == "closed"


def test_zones_with_one_clock_have_one_day():
    """Germany has a second zone, of Büsingen, whose clock is that of Berlin."""
    answer = supportlines.loads(TEXT).who_can_i_call("DE", at=AT)

    assert len(answer.caller.local_zones) > 1
    assert [f"{one:%d %H:%M}" for one in answer.best.day] == ["23 23:00", "24 23:00"]
    assert [f"{one.start:%d %H:%M}" for one in answer.best.today] == ["24 08:00"]


def test_a_day_is_not_known_while_the_zones_of_a_country_differ():
    """From 2016-10-30 to 2017-03-26 Famagusta was an hour ahead of Nicosia (tzdata)."""
    text = TEXT.replace("[DE]", "[CY]").replace("Mo-Fr 09:00-17:00", "24/7")
    assert "24/7" in text
    first = datetime(2016, 10, 27, 1, tzinfo=timezone.utc)
    hours = [first + timedelta(hours=n) for n in [*range(120), *range(3570, 3690)]]
    directory = supportlines.loads(text)

    found = {at: directory.who_can_i_call("CY", at=at).best.day for at in hours}

    # Where summer time ends, the days of both begin together and end an hour apart.
    differ = datetime(2016, 10, 29, 21, tzinfo=timezone.utc)
    agree = datetime(2017, 3, 26, 21, tzinfo=timezone.utc)
    assert {at for at in hours if found[at] is None} == {at for at in hours if differ <= at < agree}


def test_the_dates_of_a_line_are_in_its_hours():
    """A line that ceases is closed from then on, whatever its region's hours say."""
    text = TEXT.replace("kind: geographic", "kind: geographic, valid_until: 2026-11-24")

    option = supportlines.loads(text).who_can_i_call("DE", time_zone="Europe/Berlin", at=AT).best

    assert option.hours.state(AT) == "open"
    assert option.hours.state(AT + timedelta(days=1)) == "closed"
    assert option.hours.next_change(AT + timedelta(days=1)) is None


TWO = TEXT.replace("tiers: {standard: {}}", "tiers: {standard: {}, premium: {includes: standard}}")


def test_the_hours_of_an_option_are_those_of_its_language():
    """Not of another one that happens to be in the same state now."""
    text = TWO.replace("[de]", "[fr, en]").replace(
        '{standard: "Mo-Fr 09:00-17:00"}',
        '{standard: "Mo-Fr 09:00-13:00", premium: [{hours: "Mo-Fr 14:00-17:00", languages: [en]}]}',
    )
    words = {"tier": "premium", "languages": ["en"], "time_zone": "Europe/Berlin", "at": AT}

    best = supportlines.loads(text).who_can_i_call("DE", **words).best

    assert (best.language, best.languages) == ("en", ("fr", "en"))
    assert [one.start.hour for one in best.today] == [8, 13]


def test_the_hours_of_lines_that_are_one_option_are_those_of_all():
    """The number is answered when any of them says so."""
    second = (
        '      - {id: also, number: "+49 30 23125 000", published_as: 030 23125 000,\n'
        '         kind: geographic, availability: {standard: "Mo-Fr 09:00-17:00,19:00-20:00"}}\n'
    )

    answer = supportlines.loads(TEXT + second).who_can_i_call(
        "DE", time_zone="Europe/Berlin", at=AT
    )

    assert len(answer.options) == 1
    assert [one.start.hour for one in answer.best.today] == [8, 18]


@pytest.mark.parametrize(
    "ask",
    [
        lambda one: one.answer("DE", at=AT),
        lambda one: one.answer(None),
        lambda one: one.caller({"country": "DE"}),
        lambda one: one.changes_to("new.yaml"),
        lambda one: one.changes_to(one, at="2026"),
        lambda one: one.changes_to(one, at=datetime(2026, 1, 1)),  # noqa: DTZ001
        lambda one: one.coverage("2026"),
        lambda one: one.coverage(year=True),
        lambda one: one.coverage(9999),
        lambda one: one.coverage(week_of=datetime(9999, 12, 31, tzinfo=timezone.utc)),
        lambda one: one.coverage(2026, countries="DE"),
        lambda one: one.coverage(2026, tiers=5),
        lambda one: one.coverage(2026, week_of=AT),
        lambda one: one.answer(supportlines.Question("DE"), at=AT).text(None),
        lambda _: supportlines.OpeningHours.of("24/7", "UTC"),
        lambda _: supportlines.check(TEXT, at=AT, confirm_within_days="x"),
        lambda _: supportlines.check(TEXT, at=AT, confirm_within_days=-1),
        lambda _: supportlines.check(TEXT, []),
        lambda _: supportlines.loads(TEXT, None),
    ],
)
def test_what_cannot_be_used_is_refused_by_our_own_errors(ask):
    """Whatever is given at the door."""
    with pytest.raises(supportlines.SupportlinesError, match=r"[Gg]ive|[Pp]ass|at="):
        ask(supportlines.loads(TEXT))


class Columns:
    """A whole number of another package."""

    def __index__(self):
        return 40


def test_a_width_is_any_whole_number():
    """As `range` takes one."""
    answer = supportlines.loads(TEXT).who_can_i_call("DE", at=AT)

    assert answer.text(width=Columns()) == answer.text(width=40)


def test_a_line_that_there_is_not_is_named_by_its_text():
    """Not by what a framework calls it."""
    names = Enum("Names", {"ONE": "on"}, type=str)

    with pytest.raises(supportlines.UnknownChoiceError, match=r'^there is no line "on"'):
        supportlines.loads(TEXT).line(names.ONE)


@pytest.mark.parametrize(
    ("found", "remedy"),
    [
        ("desk-number-6", 'Did you mean "desk-number-06"?'),
        ("zzzzzz", 'Write one of the 13 that there are, such as "desk-number-01".'),
    ],
)
def test_a_line_among_many_is_named_or_what_a_name_looks_like(found, remedy):
    """Nobody is left with a mere no."""
    head, line = TEXT.replace("berlin", "desk-number-01").rsplit("      - ", 1)
    lines = [line.replace("-01", f"-{number:02}") for number in range(1, 14)]
    text = head + "".join(f"      - {each}" for each in lines)

    with pytest.raises(supportlines.UnknownChoiceError) as raised:
        supportlines.loads(text).line(found)

    assert str(raised.value) == f'there is no line "{found}". {remedy}'


def test_holidays_say_whose_they_are():
    """A program that looks into hours at a prompt sees it."""
    text = TEXT.replace("Mo-Fr 09:00-17:00", "Mo-Fr 09:00-17:00; PH off")
    directory = supportlines.loads(text)
    hours = directory.who_can_i_call("DE", time_zone="Europe/Berlin", at=AT).best.hours

    assert re.search(r"Holidays\w*\(.*'DE'.*, added=0, removed=0\)", repr(hours.holidays))


def test_what_is_wrong_is_called_by_its_name():
    """By that of the parameter, with an example of what it takes."""
    directory = supportlines.loads(TEXT)
    tried = [
        (lambda: directory.answer(supportlines.Question("DE"), at=AT).text(None), "locale=None"),
        (lambda: supportlines.OpeningHours.of("24/7", "UTC"), "hours='24/7'"),
        (lambda: directory.coverage(2026, languages=3), r'languages=3 .*\["en"\]'),
        (lambda: directory.coverage(2026, tiers=3), r'tiers=3 .*\["premium"\]'),
        (lambda: directory.who_can_i_call("DE", tier=1, at=AT), "tier=1 is not text"),
        (lambda: directory.who_can_i_call("DE", languages=b"de", at=AT), "languages=b'de' is not"),
    ]
    for ask, said in tried:
        with pytest.raises(ValueError, match=f"^{said}"):
            ask()
    with pytest.raises(TypeError, match=r"^coverage\(\).*'nix'"):
        directory.coverage(2026, nix=1)
