"""What a directory remembers: it changes no answer, and it is bounded."""

from __future__ import annotations

import importlib.util
import random
import sys
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest

import supportlines
from supportlines.api import Directory
from supportlines.lookup import Index, Question, Result, answer, caller_of, make_plan
from supportlines.lookup.histories import variants_for
from supportlines.lookup.memory import Memory
from supportlines.lookup.rule_hours import RuleHours, SharedHours
from supportlines.lookup.validity import today_of

from strategies.amount import cases

HEAD = """
directory:
  id: d
  name: D
  assumed_languages: [en]
  confirm_within_days: 20
  sources: [{id: page, title: t, url: "https://a.example/", read_on: 2026-11-02}]
tiers: {standard: {}}
regions:
  - id: r
    countries: [GB]
    lines: [{id: l, number: "+44 20 7946 0958", published_as: 020 7946 0958}]
"""


LANGUAGES = [
    "ar",
    "bg",
    "bn",
    "cs",
    "da",
    "de",
    "el",
    "en",
    "es",
    "et",
    "fa",
    "fi",
    "fr",
    "he",
    "hi",
    "hr",
    "hu",
    "id",
    "it",
    "ja",
    "ko",
    "lt",
    "lv",
    "nl",
    "pl",
    "pt",
    "ro",
    "ru",
    "sk",
    "sv",
]


def utc(*parts):
    """Return an instant in UTC."""
    return datetime(*parts, tzinfo=timezone.utc)


@pytest.fixture
def load(tmp_path):
    """Return a function that reads a directory with these hours."""

    def read(availability):
        path = tmp_path / "d.yaml"
        path.write_text(f"{HEAD}    availability: {{standard: {availability}}}\n", encoding="utf-8")
        return supportlines.load(path)

    return read


@pytest.fixture(scope="module")
def laws():
    """Return the module that asks random directories, any number of times."""
    path = Path(__file__).parent.parent / "benchmarks" / "memory_laws.py"
    spec = importlib.util.spec_from_file_location("memory_laws", path)
    module = importlib.util.module_from_spec(spec)
    sys.modules["memory_laws"] = module
    spec.loader.exec_module(module)
    return module


def test_an_answer_never_depends_on_what_was_asked_before(laws):
    """In any order of instants a used directory answers like a fresh one, reasons included.

    CI asks twenty times as often: see CONTRIBUTING.md.
    """
    assert laws.run(cases(300), seed=10) == []


def days_never_end(monkeypatch):
    """Let nothing that was told end with the caller's day."""
    monkeypatch.setattr(
        "supportlines.lookup.judging.today_of",
        lambda caller, second: today_of(caller, second)._replace(holds_until=None),
    )


def test_an_answer_that_depends_on_it_is_noticed(laws, monkeypatch):
    """If what was told once is told until the state changes, the law is broken."""
    days_never_end(monkeypatch)
    monkeypatch.setattr(RuleHours, "ground_holds_until", lambda *_: None)

    assert laws.run(160, seed=2026)


def test_a_day_that_is_told_the_day_after_is_noticed(laws, monkeypatch):
    """If the caller's day does not end what was told, the law is broken."""
    days_never_end(monkeypatch)

    assert laws.run(80, seed=10)


CASES = [
    # Asked within the hour of a reason, after it and before it, in whatever order.
    (
        (
            "{hours: 'Mo-Fr 09:00-17:00', exceptions: "
            "[{on: 2026-11-28, hours: '12:00-13:00 off', adds: true, reason: Fire drill}]}"
        ),
        [utc(2026, 11, 28, 11, 30), utc(2026, 11, 28, 13), utc(2026, 11, 28, 15)],
    ),
    # The comment of a rule that adds nothing to the state.
    (
        (
            "{hours: '24/7', exceptions: "
            "[{on: 2026-11-28, hours: '12:00-13:00 open \"by the duty desk\"', adds: true}]}"
        ),
        [utc(2026, 11, 28, 11, 30), utc(2026, 11, 28, 12, 30), utc(2026, 11, 28, 13)],
    ),
    # A minute within an hour, and the name of one holiday after another.
    (
        "{hours: '24/7; PH 00:00-24:00 open \"feast\"', holidays: GB-ENG}",
        [utc(2026, 12, 24, 23, 59, 59), utc(2026, 12, 25), utc(2026, 12, 26), utc(2026, 12, 29)],
    ),
    # Facts that grow old in the middle of an open stretch: after 20 days.
    ("24/7", [utc(2026, 11, 22, 23, 59, 59), utc(2026, 11, 23), utc(2026, 11, 22)]),
    # The reason of a closed weekend that becomes another reason at midnight.
    (
        (
            "{hours: 'Mo-Fr 09:00-17:00', exceptions: [{on: 2026-11-28, reason: Inventory},"
            " {on: 2026-11-29, reason: Moving}]}"
        ),
        [utc(2026, 11, 27, 18), utc(2026, 11, 28), utc(2026, 11, 29), utc(2026, 11, 30)],
    ),
]


@pytest.mark.parametrize(("availability", "instants"), CASES)
@pytest.mark.parametrize("turned", [False, True])
def test_what_was_told_is_not_told_longer_than_it_is_true(load, availability, instants, turned):
    """One loaded directory, instants forwards and backwards, and each of a fresh one."""
    used = load(availability)
    facts = used.facts

    for at in reversed(instants) if turned else instants:
        assert used.who_can_i_call("GB", at=at) == Directory(facts).who_can_i_call("GB", at=at)


def test_the_fire_drill_is_over_when_it_is_over(load):
    """It was the reason for being closed at 12:30 on a Saturday, and not three hours later."""
    directory = load(CASES[0][0])

    def reasons(at):
        return " ".join(one.text for one in directory.who_can_i_call("GB", at=at).best.reasons)

    told = ["Fire drill" in reasons(utc(2026, 11, 28, 11, 30) + timedelta(hours=n)) for n in (1, 2)]
    assert told == [True, False]
    assert "Fire drill" not in reasons(utc(2026, 11, 28, 11, 59, 59))


def test_the_callers_that_are_remembered_are_bounded(load):
    """Somebody may ask for any languages in any order."""
    directory = Directory(load("Mo-Fr 09:00-17:00").facts)
    orders = [(one, other) for one in LANGUAGES for other in LANGUAGES if one != other]

    for languages in [(one,) for one in LANGUAGES] + orders + [(*one, "de") for one in orders]:
        directory.who_can_i_call("GB", languages=languages, at=utc(2026, 1, 1))

    plans = directory._plan.cache_info()  # noqa: SLF001 - what is kept is counted
    assert plans.currsize == plans.maxsize == 1024


@pytest.mark.parametrize(
    "hours", ["Mo-Fr 09:00-17:00", "24/7; Sa off", "Mo-Su 22:00-06:00; Sa off"]
)
def test_answers_at_random_instants_are_forgotten_again(load, hours):
    """An application that takes the instant from its visitors grows to a bound and no further."""
    memory = Memory(40)
    facts = load(f'"{hours}"').facts
    index = Index(facts)
    dice = random.Random(2026)  # noqa: S311 - the same at every run
    plans = []
    for language in LANGUAGES[:3]:
        caller = caller_of(facts, Question("GB", languages=[language]))
        plans.append(make_plan(facts, index, caller, (0,)))

    for number in range(600):
        at = utc(2026, 1, 1) + timedelta(minutes=dice.randrange(5_000_000))
        answer(plans[number % 3], at, int(at.timestamp()), Result, memory)

    assert 0 < sum(len(plan.stretches) for plan in plans) <= 40
    assert len(memory) <= 40


def test_callers_whom_hours_concern_alike_have_the_same(load):
    """An answer keeps its hours: many callers with hours of their own would fill the memory."""
    directory = load("Mo-Fr 09:00-17:00")

    def hours(**words):
        return directory.who_can_i_call("GB", at=utc(2026, 11, 24), **words).best.hours

    assert hours() is hours(languages=["en"]) is hours(languages=["de"], calling_from="FR")
    abroad = hours(time_zone="Asia/Tokyo")
    assert abroad is not hours()
    assert abroad.time_zone == "Asia/Tokyo"


def test_hours_that_callers_share_are_bounded(load):
    """Zones come from visitors too."""
    facts = load("Mo-Fr 09:00-17:00").facts
    [(line, chain)] = facts.lines()
    [variant] = variants_for(facts, line, chain, caller_of(facts, Question("GB")), "en")
    [stated] = variant.stated
    shared = SharedHours(3)

    for zone in ["Europe/London", "Asia/Tokyo", "Asia/Dubai", "Europe/London", "Asia/Seoul"]:
        read = shared.read(stated, stated.readings(), (zone,), None)[zone]
        assert read.hours[0].time_zone == zone
        assert len(shared) <= 3
