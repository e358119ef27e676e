"""Put random mistakes into the shipped directory and print how many `check` finds.

    python tests/benchmarks/mutations.py [COUNT [SEED]]

A mistake is one character or one row: a digit dropped, changed, swapped with its neighbour or
added in a number or in what is printed; hours shifted by twelve; a country or a language
replaced by another or mistyped; two rows with each other's number; a row that is gone. It is
found if the file gets a problem or a doubt that it did not have. `--missed` prints the others.
"""

from __future__ import annotations

import datetime as dt
import random
import re
import sys
from collections import Counter
from typing import Callable, Iterator, NamedTuple, Optional

TODAY = dt.date(2026, 11, 23)
_NUMBER = re.compile(r'^( +number: )("?[+0-9][^#\n]*)$', re.MULTILINE)
_PRINTED = re.compile(r'^( +published_as: )("?\+?[0-9][0-9 ()+-]{6,}"?)$', re.MULTILINE)
_TIMES = re.compile(r"\b([0-2][0-9]):([0-5][0-9])-([0-2][0-9]):([0-5][0-9])\b")
_LIST = r"^ +(?:- \{{)?(?:{keys}): \[([^\]#]+)\]"
_COUNTRIES = re.compile(_LIST.format(keys="serves|countries|dialable_from"), re.MULTILINE)
_LANGUAGES = re.compile(_LIST.format(keys="languages|- languages"), re.MULTILINE)
_ROW = re.compile(r"^( +)- id: ([a-z0-9-]+)\n(?:(?!\1- id).+\n|\n(?=\1 ))+", re.MULTILINE)


class Mutant(NamedTuple):
    """The file with a mistake."""

    kind: str
    text: str
    what: str
    """The mistake, for people."""


Maker = Callable[[random.Random, str], Optional[Mutant]]


def _changed(kind: str, text: str, span: tuple[int, int], new: str) -> Mutant | None:
    old = text[slice(*span)]
    if old == new:
        return None
    line = text.count("\n", 0, span[0]) + 1
    return Mutant(kind, text[: span[0]] + new + text[span[1] :], f"line {line}: {old!r} -> {new!r}")


def _digit(change: str) -> Maker:
    """Return what makes one mistake in the digits of a number, or of what is printed."""

    def make(chance: random.Random, text: str) -> Mutant | None:
        pattern = _NUMBER if chance.random() < 0.75 else _PRINTED
        match = chance.choice(list(pattern.finditer(text)))
        start, old = match.start(2), match.group(2)
        places = [place for place, character in enumerate(old) if character.isdigit()]
        place = chance.choice(places)
        digit = chance.choice("0123456789")
        new = {
            "dropped": old[:place] + old[place + 1 :],
            "added": old[:place] + digit + old[place:],
            "changed": old[:place] + digit + old[place + 1 :],
        }.get(change)
        if new is None:  # swapped with the digit after it
            after = next((other for other in places if other > place), None)
            if after is None:
                return None
            characters = list(old)
            characters[place], characters[after] = characters[after], characters[place]
            new = "".join(characters)
        return _changed(f"digit {change}", text, (start, start + len(old)), new)

    return make


def _hours(chance: random.Random, text: str) -> Mutant | None:
    """Shift an opening, a closing or both by twelve hours."""
    hours = [one for one in _TIMES.finditer(text) if "hours:" in _line_of(text, one.start())]
    match = chance.choice(hours)
    first, first_minute, last, last_minute = map(int, match.groups())
    which = chance.choice(("opening", "closing", "both"))
    if which != "closing":
        first = (first + 12) % 24
    if which != "opening":
        last = (last + 12) % 24
    new = f"{first:02}:{first_minute:02}-{last:02}:{last_minute:02}"
    return _changed("hours by twelve", text, match.span(), new)


def _country(chance: random.Random, text: str) -> Mutant | None:
    """Replace a country by another one of the file."""
    countries = sorted({code for _, code in _codes(_COUNTRIES, text, "[A-Z]{2}")})
    span, _ = chance.choice(list(_codes(_COUNTRIES, text, "[A-Z]{2}")))
    return _changed("country replaced", text, span, chance.choice(countries))


def _language(chance: random.Random, text: str) -> Mutant | None:
    """Mistype one letter of a language."""
    span, old = chance.choice(list(_codes(_LANGUAGES, text, "[a-z]{2,3}")))
    place = chance.randrange(len(old))
    letter = chance.choice("abcdefghijklmnopqrstuvwxyz")
    return _changed("language mistyped", text, span, old[:place] + letter + old[place + 1 :])


def _rows(chance: random.Random, text: str) -> Mutant | None:
    """Give two rows that follow one another each other's number."""
    numbers = list(_NUMBER.finditer(text))
    place = chance.randrange(len(numbers) - 1)
    one, other = numbers[place], numbers[place + 1]
    between = text[one.end(2) : other.start(2)]
    new = other.group(2) + between + one.group(2)
    if one.group(2) == other.group(2):
        return None
    line = text.count("\n", 0, one.start()) + 1
    changed = text[: one.start(2)] + new + text[other.end(2) :]
    return Mutant("rows swapped", changed, f"line {line}: with the next row")


def _row_twice(chance: random.Random, text: str) -> Mutant | None:
    """Repeat a row of a line, under an id of its own."""
    rows = [row for row in _ROW.finditer(text) if "\n" in row.group() and "number:" in row.group()]
    row = chance.choice([one for one in rows if "regions:" not in one.group()])
    again = row.group().replace(f"- id: {row.group(2)}", f"- id: {row.group(2)}-again", 1)
    changed = text[: row.end()] + again + text[row.end() :]
    return Mutant("row twice", changed, row.group(2))


def _codes(pattern: re.Pattern[str], text: str, code: str) -> Iterator[tuple[tuple[int, int], str]]:
    for one in pattern.finditer(text):
        for found in re.finditer(rf"\b{code}\b", one.group(1)):
            start = one.start(1) + found.start()
            yield (start, start + len(found.group())), found.group()


def _line_of(text: str, place: int) -> str:
    return text[text.rfind("\n", 0, place) + 1 : place]


MAKERS: tuple[Maker, ...] = (
    _digit("dropped"),
    _digit("added"),
    _digit("changed"),
    _digit("swapped"),
    _hours,
    _country,
    _language,
    _rows,
    _row_twice,
)


def mutants(text: str, count: int, seed: int) -> Iterator[Mutant]:
    """Yield *count* mutants of *text*, each kind as often as the others."""
    chance = random.Random(seed)  # noqa: S311 - the same mistakes in every run
    made = 0
    while made < count:
        mutant = MAKERS[made % len(MAKERS)](chance, text)
        if mutant is not None and mutant.text != text:
            made += 1
            yield mutant


def is_found(text: str, before: Counter[str]) -> bool:
    """Return whether something is said of *text* that is not among what was said *before*."""
    return bool(said_of(text) - before)


def said_of(text: str) -> Counter[str]:
    """Return what `check` says of *text*, without lines and columns."""
    from supportlines.doubts import examine  # noqa: PLC0415

    found = examine(text.encode(), "regions.yaml", today=TODAY)
    return Counter(f"{one.path}: {one.message}" for one in (*found.problems, *found.doubts))


def main(arguments: list[str]) -> None:
    """Print the share that is found, by kind of mistake."""
    from supportlines.files import shipped_directory  # noqa: PLC0415

    missed = "--missed" in arguments
    numbers = [int(one) for one in arguments if one.isdigit()]
    count, seed = (*numbers, 200, 20261123)[:2] if len(numbers) != 1 else (numbers[0], 20261123)
    text = shipped_directory().decode()
    before = said_of(text)
    made: Counter[str] = Counter()
    found: Counter[str] = Counter()
    for mutant in mutants(text, count, seed):
        made[mutant.kind] += 1
        if is_found(mutant.text, before):
            found[mutant.kind] += 1
        elif missed:
            sys.stdout.write(f"missed: {mutant.kind}: {mutant.what}\n")
    for kind, all_of_it in made.items():
        sys.stdout.write(f"{kind:<20} {found[kind]:>3} of {all_of_it:>3}\n")
    every, share = sum(made.values()), sum(found.values()) / sum(made.values())
    sys.stdout.write(
        f"{sum(found.values())} of {every} mistakes found: {share:.0%} (seed {seed})\n"
    )


if __name__ == "__main__":
    main(sys.argv[1:])
