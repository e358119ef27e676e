"""A value is a value: whatever comes out never changes, and can be sent elsewhere."""

from __future__ import annotations

import copy
import dataclasses
import pickle
import subprocess
import sys
from datetime import date, datetime, timedelta, timezone, tzinfo
from pathlib import Path
from types import MappingProxyType

import pytest

import supportlines
from supportlines.files import shipped_directory
from supportlines.languages import best_match
from supportlines.places import known_countries
from supportlines.texts import Translated

AT = datetime(2026, 11, 24, 11, tzinfo=timezone.utc)
SMALL = (Path(__file__).parent.parent / "data" / "small_directory.yaml").read_text("utf-8")
DATA = Path(__file__).resolve().parents[1]
CHECKED = DATA / "doubts" / "cases" / "improbable-span.yaml"
ATOMS = (str, int, float, bytes, bool, type(None), date, timedelta, tzinfo, frozenset, type)
LONGEST_REPR = 300


def answers():
    """Return answers of many kinds: options, none, guesses, undecided zones, exceptions."""
    shipped = supportlines.load()
    example = supportlines.load(DATA / "lookup" / "directory.yaml")
    dated = supportlines.load(DATA / "lookup" / "dated.yaml")
    found = [shipped.who_can_i_call(one, at=AT) for one in sorted(known_countries())[::7]]
    found.append(shipped.who_can_i_call("DE", languages=["de"], tier="premium", at=AT))
    found.append(shipped.who_can_i_call("AT", calling_from="JP", at=AT))
    found += [
        directory.who_can_i_call(country, at=AT + timedelta(days=days))
        for directory in (example, dated)
        for country in sorted({one for line, _ in directory.lines() for one in line.serves})
        for days in (0, 5, 400)
    ]
    return found


def public_values():
    """Return something of every public class."""
    directory = supportlines.load()
    answer = directory.who_can_i_call("MX", languages=["es"], at=AT)
    examination = supportlines.check(CHECKED.read_text(encoding="utf-8"), at=AT)
    hours = supportlines.OpeningHours.parse("Mo-Fr 09:00-17:00", time_zone="Europe/London")
    other = supportlines.loads(shipped_directory().replace(b"09:00-18:00", b"09:00-17:00"))
    line = directory.line("mx-toll-free")
    region = directory.regions[0]
    return [
        directory,
        other,
        supportlines.Question("MX", languages=["es"]),
        answer,
        answer.caller,
        answer.data,
        answer.data.sources[0],
        *answer.options,
        *answer.options[0].reasons,
        *answer.options[0].caveats,
        *directory.who_can_i_call("AT", calling_from="JP", at=AT).withheld,
        *(directory.who_can_i_call("FR", time_zone="Europe/Paris", at=AT).best.today or ()),
        examination,
        *examination.in_order,
        *supportlines.check("directory: {}").problems,
        directory.coverage(2026, countries=["AE"], tiers=["premium"]),
        *directory.changes_to(other)[:3],
        hours,
        ~hours,
        hours | ~hours,
        line,
        line.number,
        region,
        *(rule for rules in region.availability.values() for rule in rules),
        directory.tiers[0],
        directory.sources[0],
        next(iter(directory.countries.values())),
        supportlines.Step("1", "English", ("en",)),
        *of_the_stress_directory(),
    ]


def of_the_stress_directory():
    """Return something of what the shipped directory has not."""
    directory = supportlines.load(DATA / "data" / "stress" / "directory.yaml")
    facts = directory.facts
    asked = directory.who_can_i_call("GB", at=AT)
    coming = directory.who_can_i_call("US", desk="billing", at=AT)
    return [
        directory,
        asked,
        coming,
        *asked.asks,
        *asked.asks[0].choices,
        *coming.coming,
        *directory.who_can_i_call("GB", desk="technical", at=AT).not_for,
        *coming.other_ways,
        facts.desks[0],
        facts.levels[0],
        facts.facets[0],
        facts.reply[0],
        facts.prepare[0],
        facts.self_help[0],
        facts.promises[0],
        facts.directory.organisation,
        next(iter(facts.requests.values())),
        *facts.line("us-tech")[0].steps,
    ]


def held_by(value):
    """Return what a value holds: by attribute, by key or by place."""
    if isinstance(value, (tuple, list, set)):
        return list(value)
    if isinstance(value, (dict, MappingProxyType)):
        return [*value.keys(), *value.values()]
    held = dict(getattr(value, "__dict__", {}))
    for kind in type(value).__mro__:
        for name in getattr(kind, "__slots__", ()):
            if hasattr(value, name):
                held[name] = getattr(value, name)
    if dataclasses.is_dataclass(value):
        held.update({one.name: getattr(value, one.name) for one in dataclasses.fields(value)})
    return [one for name, one in held.items() if not name.startswith("_")]


def everything_in(*roots):
    """Yield each value that can be reached by public names, with where it was found."""
    waiting = [(root, type(root).__name__) for root in roots]
    seen = set()
    while waiting:
        value, where = waiting.pop()
        if isinstance(value, ATOMS) or callable(value) or id(value) in seen:
            continue
        seen.add(id(value))
        yield value, where
        waiting.extend((one, f"{where} > {type(one).__name__}") for one in held_by(value))


@pytest.mark.parametrize("value", public_values(), ids=lambda one: type(one).__name__)
def test_a_value_comes_back_from_a_pickle(value):
    """Equal, with one hash; so does a copy."""
    for again in (pickle.loads(pickle.dumps(value)), copy.copy(value), copy.deepcopy(value)):  # noqa: S301 - our own bytes
        assert again == value
        assert hash(again) == hash(value)
        assert repr(again) == repr(value)


def raised_by(call, *given, **named):
    """Return the error that a call raises."""
    with pytest.raises(supportlines.SupportlinesError) as raised:
        call(*given, **named)
    return raised.value


def public_errors():
    """Return an error of every public kind, as it is raised."""
    ask, long = supportlines.load().who_can_i_call, "x" * 9_999
    return [
        raised_by(supportlines.loads, "directory: {}\nregions: [" + "{id: 1}, " * 99 + "]"),
        raised_by(supportlines.OpeningHours.parse, "Mo-Fr 9:00-99:00 " * 99, time_zone="UTC"),
        raised_by(ask, "MX", languages=[long]),
        raised_by(supportlines.PhoneNumber.parse, "+44 20 " + long),
        raised_by(ask, "UK", tier=long, time_zone=long, at=AT),
        raised_by(supportlines.load().line, "zz"),
        raised_by(ask, "UK"),
        raised_by(ask, "MX", time_zone=long),
        raised_by(ask, "MX", time_zone=timezone.utc),
        raised_by(supportlines.Directory, 5),
    ]


@pytest.mark.parametrize("error", public_errors(), ids=lambda one: type(one).__name__)
def test_errors_come_back_from_a_pickle_and_print_shortly(error):
    """From a process of a pool, into a log."""
    again = pickle.loads(pickle.dumps(error))  # noqa: S301 - our own bytes

    assert again == error
    assert (hash(again), str(again)) == (hash(error), str(error))
    assert len(repr(error)) < LONGEST_REPR
    assert "\n" not in repr(error)
    assert error != raised_by(supportlines.load().line, "another")


def test_equal_errors_have_one_hash():
    """They are what they say."""
    ask = supportlines.load().who_can_i_call
    said = [raised_by(ask, "DE", at=AT, tier=found) for found in (1, True, 1.0, 1)]
    texts = {str(error) for error in said}

    assert len({*said}) == len(texts)


def test_every_public_error_is_tried():
    """No kind is left out of the list above; `SupportlinesError` is what they have in common."""
    kinds = {type(one).__name__ for one in public_errors()} | {"SupportlinesError"}
    names = {name for name in supportlines.__all__ if name.endswith("Error")}

    assert names - kinds == set()


class Word(str):
    """A text of another kind, as a framework hands over: equal to a plain one, not the same."""

    __slots__ = ()

    def __format__(self, _spec):
        return "a word of somebody else"

    __repr__ = __str__ = lambda self: self.__format__("")


WORDED = {
    "question": lambda word: supportlines.Question(
        word("MX"), (word("es"),), word("premium"), word("it"), word("x"), word("America/Tijuana")
    ),
    "answer": lambda word: supportlines.load().who_can_i_call(
        word("MX"),
        languages=[word("es")],
        tier=word("premium"),
        time_zone=word("America/Tijuana"),
        calling_from=word("US"),
        at=AT,
    ),
    "part": lambda word: supportlines.load().who_can_i_call("DE", subdivision=word("BY"), at=AT),
    "hours": lambda word: supportlines.OpeningHours.parse(
        word('Mo-Fr 09:00-17:00 open "by mail"'), time_zone=word("Asia/Tokyo")
    ),
    "number": lambda word: supportlines.PhoneNumber.parse(word("988"), only_in=[word("US")]),
    "step": lambda word: supportlines.Step(word("1"), word("English"), [word("en")]),
    "directory": lambda word: supportlines.loads(word(SMALL), word("small.yaml")).facts,
    "examination": lambda word: supportlines.check(word("directory: {}"), word("my.yaml"), at=AT),
    "coverage": lambda word: supportlines.load().coverage(
        2026, countries=[word("AE")], languages=[word("en")], tiers=[word("premium")]
    ),
    "match": lambda word: best_match([word("es-MX")], [word("es")]),
}


@pytest.mark.parametrize("make", WORDED.values(), ids=WORDED)
def test_no_text_of_one_caller_comes_out_to_another(make):
    """Texts that are equal are the same question; an `Enum` of FastAPI's must not be in its answer.

    Asked first by the one and then by the other, in that order.
    """
    value, again = make(Word), make(str)

    assert value == again
    assert repr(value) == repr(again)
    held = [one for each, _ in everything_in(value, again) for one in held_by(each)]
    translated = [one for one in held if isinstance(one, Translated)]
    held += [text for one in translated for text in one.texts.values()]
    assert {type(one) for one in held if isinstance(one, str)} - {Translated} == {str}


def test_what_is_wrong_is_told_of_what_was_given():
    """1 and True are equal, and are not the same mistake."""
    ask = supportlines.load().who_can_i_call
    for given in (1, True, 1.0):
        error = raised_by(ask, given, at=AT)
        assert str(error).startswith(f"country={given!r} ")
        error = raised_by(ask, "DE", languages=(given,), at=AT)
        assert str(error).startswith(f"languages={given!r} ")


def test_a_list_of_languages_that_changes_is_another_question():
    """Such as the rows of a database, read when they are asked for."""

    class Rows:
        """What cannot change as an object, and gives other rows later."""

        rows = ("es",)

        def __iter__(self):
            return iter(self.rows)

    wanted, ask = Rows(), supportlines.load().who_can_i_call
    before = ask("MX", languages=wanted, at=AT)
    wanted.rows = ("en",)

    assert before.caller.languages == ("es",)
    assert ask("MX", languages=wanted, at=AT).caller.languages == ("en",)


def test_every_public_class_has_a_value():
    """No class is left out of the list above; errors have their own."""
    kinds = {type(one).__name__ for one in public_values()}
    classes = {
        name
        for name in supportlines.__all__
        if isinstance(getattr(supportlines, name), type)
        and not issubclass(getattr(supportlines, name), Exception)
    }

    assert classes - kinds == set()


def test_every_answer_comes_back_from_a_pickle():
    """With its hours, which answer as before."""
    for answer in answers():
        again = pickle.loads(pickle.dumps(answer))  # noqa: S301 - our own bytes
        assert (again, hash(again)) == (answer, hash(answer))
        for option, other in zip(answer.options, again.options):
            assert option.hours.next_change(AT) == other.hours.next_change(AT)
            assert option.today == other.today
            assert [one.text for one in option.reasons] == [one.text for one in other.reasons]


def test_a_question_that_was_sent_elsewhere_is_answered_the_same():
    """Hashes of texts differ between processes; what was sent along does not."""
    directory, question = supportlines.load(), supportlines.Question("MX", ["es"])
    hash(question)
    program = (
        "import pickle, sys\n"
        "directory, question, at = pickle.load(sys.stdin.buffer)\n"
        "answer = directory.answer(question, at=at)\n"
        "assert {question: 1}[type(question)('MX', ['es'])]\n"
        "sys.stdout.buffer.write(pickle.dumps(answer))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program],
        input=pickle.dumps((directory, question, AT)),
        capture_output=True,
        check=True,
    )

    assert pickle.loads(done.stdout) == directory.answer(question, at=AT)  # noqa: S301 - our own


def can_be_set(value, name):
    """Return whether an attribute takes another value."""
    try:
        setattr(value, name, None)
    except (AttributeError, TypeError):
        return False
    return True


def test_no_attribute_of_anything_can_be_set():
    """In an answer, a directory, hours, or what was found in a file."""
    tried = 0
    for value, where in everything_in(*public_values(), *answers()):
        names = [name for name in dir(value) if not name.startswith("__")]
        for name in [*names, "anything", "_anything"]:
            assert not can_be_set(value, name), f"{where}: {name}"
            tried += 1
    assert tried > 1_000


def test_nothing_that_holds_others_can_be_changed():
    """There are no lists, dictionaries or sets in what comes out but those that refuse."""
    for value, where in everything_in(*public_values(), *answers()):
        assert not isinstance(value, (list, set, bytearray)), where
        if isinstance(value, dict):
            with pytest.raises(TypeError):
                value["anything"] = 1
            with pytest.raises(TypeError):
                value.clear()


@pytest.mark.parametrize("value", public_values(), ids=lambda one: type(one).__name__)
def test_reprs_are_one_short_line(value):
    """So that a log can be read."""
    text = repr(value)

    assert "\n" not in text
    assert len(text) < LONGEST_REPR


def test_everything_in_an_answer_prints_shortly():
    """However many zones a country has."""
    for value, where in everything_in(*answers()):
        if type(value).__module__.startswith("supportlines"):
            assert len(repr(value)) < LONGEST_REPR, where
            assert "\n" not in repr(value), where


def test_values_given_as_a_dictionary_are_taken_out_of_it():
    """Whoever keeps the dictionary cannot change the caveat."""
    given = {"note": "Closed today."}
    caveat = supportlines.Caveat("note", given)
    given["note"] = "Open today."

    assert caveat.text == "Closed today."
    assert {caveat, supportlines.Caveat("note", {"note": "Closed today."})} == {caveat}


def test_a_reason_made_by_hand_prints_though_nobody_can_say_it():
    """A program that reads the answers of a newer release makes them so."""
    assert repr(supportlines.Reason("of_next_year")) == "<Reason of_next_year>"
    assert repr(supportlines.Caveat("line_ends")) == "<Caveat line_ends>"
    assert repr(supportlines.Caveat("line_ends", {"until": "soon"})) == "<Caveat line_ends>"
    with pytest.raises(KeyError):
        supportlines.Reason("of_next_year").say("en")


def test_an_import_elsewhere_changes_no_answer():
    """Nor does a setting of the process."""
    program = (
        "import datetime as dt, pickle, sys\n"
        "import supportlines\n"
        "at = dt.datetime(2026, 11, 24, 11, tzinfo=dt.timezone.utc)\n"
        "ask = lambda: supportlines.load().who_can_i_call('AE', tier='premium', at=at)\n"
        "before = pickle.dumps(ask())\n"
        "import babel, decimal, holidays, locale, pydantic, yaml\n"
        "decimal.getcontext().prec = 2\n"
        "sys.setrecursionlimit(5000)\n"
        "print(before == pickle.dumps(ask()))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, check=True, text=True
    )

    assert done.stdout == "True\n"
