"""What an answer and the oracle of resolution say of one question, side by side."""

from __future__ import annotations

from datetime import timedelta
from typing import NamedTuple

from supportlines.api import Directory
from supportlines.directory import DirectoryError, load_directory

from oracles.resolution import Oracle, day_of
from strategies.directories import directory_of, question_of, text_of

SECOND = timedelta(seconds=1)
MONDAY, TUESDAY, WEDNESDAY = 0, 1, 2


def pressed_where_nobody_is_served(oracle):
    """Return whether digits exist where the phone stands, and the line serves other countries.

    "National-only numbers default to the countries they serve"; the library takes `only_in`.
    """
    return any(
        oracle.phone in line.get("only_in", ())
        and "dialable_from" not in line
        and oracle.phone not in oracle.serves(line, path)
        for line, path in oracle.lines
    )


def turns_at_a_replaced_evening(oracle):
    """Return whether a rule begins or ends beside an evening that its own text replaces.

    `Mo-Fr 20:00-03:30; Tu 08:00-12:00` is closed on Tuesday evening and open on Wednesday until
    03:30. The oracle takes these hours for left over from Tuesday, as the notation does, the
    library for hours of Wednesday; and where the rule ends on a Monday, the library has nothing
    left over for a Tuesday that is no day of the rule. The page on time does not decide it.
    """
    return any(
        rule["hours"] == "Mo-Fr 20:00-03:30; Tu 08:00-12:00"
        and (
            ("valid_from" in rule and day_of(rule["valid_from"]).weekday() == WEDNESDAY)
            or (
                "valid_until" in rule and day_of(rule["valid_until"]).weekday() in {MONDAY, TUESDAY}
            )
        )
        for rule in rules_in(oracle.directory["regions"])
    )


def nobody_knows_after_a_last_night(oracle):
    """Return whether a rule says "unknown" of its first morning, which a night reaches into.

    The oracle takes a call to be answered when any rule is open; the library takes the later rule
    where its first morning meets what the last evening of another one leaves over, as the page on
    time has it.
    """
    rules = [one for one in rules_in(oracle.directory["regions"]) if "hours" in one]
    begins = {day_of(one["valid_from"]) for one in rules
              if "unknown" in one["hours"] and "valid_from" in one}  # fmt: skip
    ends = {day_of(one["valid_until"]) for one in rules if "valid_until" in one}
    return any(day + timedelta(days=1) in begins for day in ends)


def rules_in(regions):
    """Yield all rules of regions, of their lines and of the regions inside."""
    for region in regions:
        for record in (region, *region.get("lines", ())):
            for rules in record.get("availability", {}).values():
                yield from rules
        yield from rules_in(region.get("regions", ()))


KNOWN = (
    pressed_where_nobody_is_served,
    turns_at_a_replaced_evening,
    nobody_knows_after_a_last_night,
)
"""Where the library is known to differ; each says the reason."""


def is_known(oracle):
    """Return whether the library is known to answer such a question otherwise."""
    return any(differs(oracle) for differs in KNOWN)


class Difference(NamedTuple):
    """What differs, with everything that shows it."""

    what: str
    answered: object
    expected: object
    text: str
    words: dict
    at: object

    def __str__(self):
        """Return the difference for a person, with the file to try it on."""
        return (
            f"{self.what}\n  answered: {self.answered}\n  expected: {self.expected}\n"
            f"  question: {self.words} at {self.at.isoformat()}\n{self.text}"
        )


def loaded(content):
    """Return the directory of a content and its text, or None if its rules contradict."""
    text = text_of(content)
    try:
        return Directory(load_directory(text.encode("utf-8"), "made.yaml")), text
    except DirectoryError:
        return None, text


def lines_of(option):
    """Return the ids of all lines that an option stands for."""
    return ["l" + words.split()[-1] for words in option.published_as.split(" / ")]


def told(options):
    """Return the state of each line in each language; a list, so that nothing hides another."""
    return sorted(
        (
            (line, language or "", option.state)
            for option in options
            for line in lines_of(option)
            for language in option.languages or (None,)
        ),
    )


def expected_of(offers):
    """Return the same of the oracle's offers."""
    return sorted((line, language or "", state) for (line, language), state in offers.items())


def differences(content, directory, text, words, at):
    """Yield where the answer is not what the contract says."""

    def differs(what, answered, expected):
        return Difference(what, answered, expected, text, words, at)

    oracle = Oracle(content, words, at)
    if is_known(oracle):
        return
    answer = directory.who_can_i_call(at=at, **words)
    offers = oracle.offers()
    if told(answer.options) != expected_of(offers):
        yield differs("options", told(answer.options), expected_of(offers))
        return
    withheld = [line.id for line, _ in answer.withheld]
    if set(withheld) != oracle.chosen()[1]:
        yield differs("withheld", sorted(withheld), sorted(oracle.chosen()[1]))
    if told(answer.guesses) != expected_of(oracle.guesses()):
        yield differs("guesses", told(answer.guesses), expected_of(oracle.guesses()))
    state = answer.options[0].state if answer.options else "no_line"
    if answer.state != state:
        yield differs("state", answer.state, state)
    yield from misplaced(answer, oracle, differs)
    yield from changes_that_are_none(content, answer, oracle, differs)


def misplaced(answer, oracle, differs):
    """Yield the options if they are not in the order of the page."""
    found = [(oracle.place(option), option) for option in answer.options]
    placed = [
        (place, (option.line.id, option.languages, option.state))
        for place, option in found
        if place is not None
    ]
    wanted = sorted(placed, key=lambda entry: entry[0])
    if placed != wanted:
        yield differs("order", placed, wanted)


def changes_that_are_none(content, answer, oracle, differs):
    """Yield announced changes of options at which the oracle sees none, or another one.

    What is announced is of the line: that a fallback gives way then to a nearer one, which begins
    on a day before, is not said by the library, and not asked here.
    """
    lines = {line["id"]: line for line, _ in oracle.lines}
    for option in answer.options:
        mine = [
            (line, language)
            for line in lines_of(option)
            for language in option.languages or (None,)
        ]
        for at, state in [
            (option.changes_at and option.changes_at - SECOND, option.state),
            (option.changes_at, option.next_state),
        ]:
            if at is None:
                continue
            then = Oracle(content, oracle.question, at)
            found = {then.state_of_line(lines[line], language) for line, language in mine}
            if found != {state}:
                yield differs(f"change of {mine} at {at}", state, found)


def tried(draw, cases, each=12):
    """Yield (content, directory, text, words, at) for as many cases, some for each directory."""
    made = 0
    while made < cases:
        content = directory_of(draw)
        directory, text = loaded(content)
        if directory is None:
            continue
        for _ in range(min(each, cases - made)):
            made += 1
            words, at = question_of(draw, content)
            yield content, directory, text, words, at
