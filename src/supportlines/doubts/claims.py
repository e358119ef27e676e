"""Doubts about what a line says of its number: country, kind, print, where it can be dialled."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Iterator

from supportlines.directory import ANYWHERE
from supportlines.directory.reading import Expanded
from supportlines.doubts.doubt import Suspicion
from supportlines.doubts.doubtful import Doubtful, Needs
from supportlines.doubts.ground import entry_path
from supportlines.errors import listed, quoted
from supportlines.phones import PhoneNumber, country_of, kind_of
from supportlines.phones.readings import confirms

if TYPE_CHECKING:
    from supportlines.directory import Facts, Line
    from supportlines.doubts.ground import Ground, PlacedLine

_SHOWN = 4
_FEWEST = 5  # digits; a shorter run is a page or a room
_SURPLUS = 4  # letters behind the last digit of a word that is a number
_AREA_AT_LEAST = 2  # digits that a print for neighbours leaves out
_FREE_WORDS = re.compile(
    r"toll[\s-]?free|free\s?(phone|call)|kostenlos|gebührenfrei|gratuit|gratis|numero verde|"
    r"бесплатн",
    re.IGNORECASE,
)
_CONDITION = re.compile(r"\bif\b|unavailable|falls|\bsi\b|если|недоступ", re.IGNORECASE)
_RUN = re.compile(r"[0-9][0-9 ().\-–/\u00a0]*")
_WITH_CODE = re.compile(r"\+[\s(]*([0-9][0-9 ().\-–/\u00a0]*)")
_WORD_RUN = re.compile(r"[0-9][0-9A-Z .\-–/\u00a0]*")
_PRICE = re.compile(
    r"(?:[€£$₹]|\b(?:EUR|CHF|USD|GBP|R|Rs\.?))\s?[0-9]+(?:[.,][0-9]+)?"
    r"|(?<![0-9])[0-9]+(?:[.,][0-9]+)?\s?"
    r"(?:ct|cents?|¢|€|£|EUR|euros?|CHF|Rp|p|pence|ppm|kr|zł|Kč|Ft)(?![A-Za-z])",
    re.IGNORECASE,
)
"""What a call costs, which laws make pages print beside a number."""

_ENDING = 4
"""Digits behind a slash that may stand for the last ones of the number before it."""

_KEYS = str.maketrans("ABCDEFGHIJKLMNOPQRSTUVWXYZ", "22233344455566677778889999")
_KIND_WORDS = {
    "toll_free": "a toll-free number",
    "toll_free_international": "an international freephone number",
    "shared_cost": "a number of shared cost",
    "geographic": "a geographic number",
    "mobile": "a mobile number",
    "premium_rate": "a premium-rate number",
}


def number_of_another_country(ground: Ground) -> Iterator[Suspicion]:
    """Yield numbers of a country that is not among those that the line serves."""
    for placed in ground.lines:
        number = placed.line.number
        if number is None or not placed.served:
            continue
        countries = country_of(number)
        if not countries or not placed.served.isdisjoint(countries):
            if number.exists_in:
                yield from _nowhere_else(ground.directory, placed, number)
            continue
        whose = (
            countries[0] if len(countries) <= _SHOWN else f"the calling code +{number.calling_code}"
        )
        if len(number.exists_in) > 1:
            whose = listed(countries)
        served = sorted(placed.served)
        names = listed(served) if len(served) <= _SHOWN else f"{len(served)} other countries"
        found = f"{quoted(placed.number)} is a number of {whose}, and the line serves {names}."
        remedy = f'Compare both with the source, or add {whose} to "serves".'
        if len(countries) > _SHOWN:
            remedy = "Compare both with the source."
        path = (*placed.path, "only_in" if number.exists_in else "number")
        yield Suspicion("number-not-of-country", path, found, remedy, placed.number)


def _nowhere_else(facts: Facts, placed: PlacedLine, number: PhoneNumber) -> Iterator[Suspicion]:
    """Yield that a number of some countries serves others too."""
    others = sorted(placed.served.difference(number.exists_in))
    if not placed.line.serves:  # what the source does not name it does not promise a number
        others = [one for one in others if facts.is_named(one)]
    if others:
        names = listed(others) if len(others) <= _SHOWN else f"{len(others)} countries more"
        where = listed(number.exists_in)
        found = f"{quoted(placed.number)} exists in {where} only, and the line serves {names}."
        remedy = 'If the same digits are pressed there, say so in "only_in"; else correct "serves".'
        if number.form == "national_only":
            remedy = f'Write the number with "+" if it is dialled there too. {remedy}'
        path = (*placed.path, "only_in")
        yield Suspicion("number-not-of-country", path, found, remedy, placed.number)


def kind_of_another_number(ground: Ground) -> Iterator[Suspicion]:
    """Yield lines that say another kind, or have the label of another kind, than the number is."""
    for placed in ground.lines:
        line = placed.line
        label = line.label or line.label_published_as or ""
        if line.number is None or not _to_ask(line, line.number, label):
            continue
        actual = kind_of(line.number)
        if actual == "unknown":
            continue
        stated = line.kind
        if stated not in ("unknown", actual) and not _either(line.number, stated, actual):
            found = (
                f"{quoted(placed.number)} is {_KIND_WORDS[actual]}, "
                f"and the line says {quoted(stated)}."
            )
            remedy = f'Write "kind: {actual}" if the number is right.'
            yield Suspicion("kind-not-of-number", (*placed.path, "kind"), found, remedy, stated)
            continue
        if _promises(line, label) and actual in ("geographic", "mobile", "premium_rate"):
            key = "label" if line.label else "label_published_as"
            found = (
                f"the label says toll free, and {quoted(placed.number)} is {_KIND_WORDS[actual]}."
            )
            remedy = "Compare both with the source."
            yield Suspicion("kind-not-of-number", (*placed.path, key), found, remedy, label)


def _to_ask(line: Line, number: PhoneNumber, label: str) -> bool:
    """Return whether libphonenumber has to be asked for the kind of a number."""
    if confirms(number, line.kind):
        return line.kind != "toll_free" and _promises(line, label)
    return line.kind != "unknown" or _promises(line, label)


def _promises(line: Line, label: str) -> bool:
    """Return whether the label of a line says that the line itself is free."""
    if line.fallback or _FREE_WORDS.search(label) is None:
        return False
    return _CONDITION.search(label) is None


def _either(number: PhoneNumber, stated: str, actual: str) -> bool:
    """Return whether nobody can tell the two kinds apart by the number."""
    return number.calling_code == 1 and {stated, actual} == {"geographic", "mobile"}


def toll_free_for_all(ground: Ground) -> Iterator[Suspicion]:
    """Yield toll-free numbers printed with a calling code, so that people call from abroad."""
    for placed in ground.lines:
        line = placed.line
        if line.number is None or line.dialable_from is not None:
            continue
        if line.published_as.lstrip().startswith("+") and confirms(line.number, "toll_free"):
            key, how, remedy = "published_as", "printed", ""
            if key not in placed.content:  # the number stands for its print
                key, how, remedy = "number", "written", ', or in "published_as" how it is printed'
            found = (
                f"{quoted(line.published_as)} is {how} as if it could be called from anywhere, "
                "and toll-free numbers usually answer in their own country only."
            )
            remedy = f'Write in "dialable_from" where it can be called{remedy}.'
            path = (*placed.path, key)
            yield Suspicion("toll-free-abroad", path, found, remedy, line.published_as)


def number_unlike_print(ground: Ground) -> Iterator[Suspicion]:
    """Yield numbers with other digits than the printed ones."""
    for placed in ground.lines:
        line = placed.line
        if line.number is None:
            continue
        printed = digits_of_print(line.published_as)
        if line.number.exists_in and _prints_stars(line.number, line.published_as):
            if _same_stars(line.number, line.published_as):
                continue
        elif not printed or (
            _agree(line.number, printed) and _has_code(line.number, line.published_as)
        ):
            continue
        correction = line.correction.text if line.correction is not None else ""
        meant = digits_of_print(correction)
        if _agree(line.number, meant) and _has_code(line.number, correction):
            continue
        found = f"{quoted(placed.number)} is not what {quoted(line.published_as)} prints."
        remedy = 'Compare both with the source, or say in "correction" why they differ.'
        path = (*placed.path, "number")
        yield Suspicion("number-not-as-printed", path, found, remedy, placed.number)


def _prints_stars(number: PhoneNumber, text: str) -> bool:
    """Return whether *number* or its print begins with a star or a hash, as a number does."""
    pressed = "".join(text.split())
    return not number.digits.isdigit() or (
        re.search(rf"(?<![0-9])[*#]{number.digits}(?![0-9])", pressed) is not None
    )


def _same_stars(number: PhoneNumber, text: str) -> bool:
    """Return whether *text* prints the keys of *number*; a star may be printed as a word."""
    printed = "".join(one for one in text if one.isdigit() or one in "*#")
    if printed.isdigit():
        return number.digits.strip("*#") == printed
    return number.digits in printed and not number.digits.isdigit()


def digits_of_print(text: str) -> list[str]:
    """Return the digits of each run of at least five in *text*, letters as their keys.

    Letters at the end may be surplus, so a run is returned without them as well.

    >>> digits_of_print("0800 018 5548 (free)")
    ['08000185548']
    >>> digits_of_print("888-GO-REDHA")
    ['8884673342', '888467334', '88846733', '8884673']
    """
    text = _PRICE.sub(";", text)
    runs = [each for run in _RUN.findall(text) for each in _alternatives(run)]
    if any(character.isalpha() for character in text):
        for run in _WORD_RUN.findall(text):
            word = run.rstrip(" ()-./")
            runs += [
                word[: len(word) - surplus] for surplus in range(_SURPLUS) if word[-1].isalpha()
            ]
    found = ("".join(filter(str.isdigit, run.translate(_KEYS))) for run in runs)
    return [digits for digits in dict.fromkeys(found) if len(digits) >= _FEWEST]


def _alternatives(run: str) -> list[str]:
    """Return a run of digits, and of one with a slash what it may print as several numbers.

    >>> _alternatives("044 123 45 67/68")
    ['044 123 45 67/68', '044 123 45 67', '044 123 45 68']
    """
    first, slash, second = run.rstrip(" ()-./").rpartition("/")
    ending = second.strip()
    if not slash or not ending.isdigit() or len(ending) > _ENDING:
        return [run]
    return [run, first, first.rstrip()[: -len(ending)] + ending]


def _agree(number: PhoneNumber, printed: list[str]) -> bool:
    """Return whether one of the *printed* digits is the number, but for what is dialled before."""
    if number.e164 is None:
        return number.digits in printed
    national = number.digits[len(str(number.calling_code)) :]
    without_area = len(national) - _AREA_AT_LEAST
    return any(
        digits.endswith(national) or (len(digits) <= without_area and national.endswith(digits))
        for digits in printed
    )


def _has_code(number: PhoneNumber, text: str) -> bool:
    """Return whether the calling code of *number* is one that *text* prints, if it prints any."""
    printed = ["".join(filter(str.isdigit, run)) for run in _WITH_CODE.findall(text)]
    printed = [digits for digits in printed if len(digits) >= _FEWEST]
    if number.e164 is None or not printed:
        return True
    return any(digits.startswith(str(number.calling_code)) for digits in printed)


def dialable_elsewhere(ground: Ground) -> Iterator[Suspicion]:
    """Yield countries from which a line can be dialled whose callers it does not serve."""
    guessed: dict[str, set[str]] = {}
    for guess in ground.directory.guesses:
        for line in guess.lines:
            guessed.setdefault(line, set()).update(guess.countries)
    for placed in ground.lines:
        reach = placed.line.dialable_from
        if reach is None or ANYWHERE in reach:
            continue
        written = placed.content["dialable_from"]
        if isinstance(written, Expanded) and written.excepted:
            continue  # who is at home there may call from anywhere but there
        for index, country in enumerate(reach):
            if country not in placed.served and country not in guessed.get(placed.line.id, ()):
                path = entry_path(placed.content, placed.path, "dialable_from", index)
                found = f"the line can be dialled from {country} and serves nobody at home there."
                remedy = (
                    f'Add {country} to "serves" or to the region. Accept this, if it is for '
                    f"customers who are in {country} for a while."
                )
                yield Suspicion("dialable-elsewhere", path, found, remedy, country)


DOUBTS = (
    Doubtful(
        "number-not-of-country",
        "the number is of a country that the line does not serve",
        number_of_another_country,
        needs=Needs.COUNTRIES,
    ),
    Doubtful(
        "number-not-as-printed",
        "the number has other digits than the printed one",
        number_unlike_print,
    ),
    Doubtful(
        "toll-free-abroad",
        "a toll-free number is printed as if it could be called from anywhere",
        toll_free_for_all,
    ),
    Doubtful(
        "kind-not-of-number",
        "the number is of another kind than the line says",
        kind_of_another_number,
    ),
    Doubtful(
        "dialable-elsewhere",
        "the number can be dialled where the line serves nobody",
        dialable_elsewhere,
        needs=Needs.COUNTRIES,
    ),
)
