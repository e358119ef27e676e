"""A number as somebody wrote it, as the keys of a data file: dialled as it stands, or not at all.

Nothing is repaired. What a spreadsheet has damaged, what is no number and what has lost its
beginning becomes a line that cannot be used, with what was published and, where that is clear,
with the number that was probably meant.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Callable, NamedTuple, Sequence

from supportlines.errors import one_line
from supportlines.phones import PhoneNumber, PhoneNumberError
from supportlines.phones.spreadsheets import is_rounded, without_beginning, without_fraction

if TYPE_CHECKING:
    from supportlines.exchange.said import LineContent

_EXTENSION = re.compile(
    r"(?P<number>.*\d)\W*(?:extension|ext\.?|x|durchwahl|доб\.?)[\s:.]*(?P<digits>[0-9]{1,8})\W*",
    re.IGNORECASE | re.DOTALL,
)
_SEVERAL = re.compile(r"[;,\n\r|]|\s/\s|\sor\s")
_GROUPS = re.compile(r"\+[0-9]{1,3}(?: [0-9]+)+")
_TEXT_FORMULA = re.compile(r'="(?P<text>[^"]*)"')
_FORMULA = re.compile(r"[=@]|[+-][A-Za-z(]")

Tell = Callable[[str], None]


class _Read(NamedTuple):
    number: PhoneNumber | None
    problem: str


def read_numbers(
    text: str, countries: Sequence[str], only_in: Sequence[str], tell: Tell
) -> list[LineContent]:
    """Return the keys of a line for each number in *text*.

    Args:
        text: One number, or several with a mark between them.
        countries: Whom the line is for; digits without a plus sign are pressed there.
        only_in: Where the digits exist, if the source says so.
        tell: Takes a sentence about what a person should know.

    >>> read_numbers("+44 20 7946 0958", ["GB"], (), print)
    [{'number': '+44 20 7946 0958'}]
    """
    quoted = _TEXT_FORMULA.fullmatch(text)
    if quoted is not None:
        tell("the formula of a spreadsheet round the number is left out.")
        text = quoted["text"]
    if text.lower().startswith("tel:+"):
        text = text[len("tel:") :]
    whole = read_number(text, countries, only_in, tell)
    if "unusable" not in whole:
        return [whole]
    parts = [part.strip() for part in _SEVERAL.split(text) if part.strip()]
    if len(parts) > 1:
        silent: Tell = lambda _: None  # noqa: E731 - what is told twice is told below
        if all("unusable" not in read_number(one, countries, only_in, silent) for one in parts):
            return [read_number(one, countries, only_in, tell) for one in parts]
    return [whole]


def read_number(
    text: str, countries: Sequence[str], only_in: Sequence[str], tell: Tell
) -> LineContent:
    """Return the keys of a line for the one number of *text*."""
    published = one_line(text).strip()
    damage = _damage(published)
    if damage:
        return {"unusable": damage, "published_as": published}
    steps: LineContent = {}
    digits = without_fraction(text)
    if digits is not None:
        return _quantity(digits, published, countries)
    read = _read(text, countries, only_in)
    match = _EXTENSION.fullmatch(text) if read.number is None else None
    if match is not None:
        without = _read(match["number"], countries, only_in)
        if without.number is not None:
            read = without
            steps = {"steps": [{"press": match["digits"], "label": "extension"}]}
    if read.number is None:
        return {"unusable": read.problem, "published_as": published}
    for note in read.number.notes:
        tell(f"{one_line(note)}.")
    if read.number.e164 is not None:
        # Groups of digits are those that people know the number by; other marks are left out.
        is_plain = _GROUPS.fullmatch(published) is not None and not read.number.notes
        grouped = published if is_plain else read.number.grouped
        return {"number": grouped, **_printed(grouped, published), **steps}
    digits = read.number.written or read.number.digits
    places = list(only_in or read.number.exists_in)
    is_damaged = len(places) == 1 and not only_in and without_beginning(text.strip(), places[0])
    if is_damaged:
        return _quantity(text.strip(), published, places)
    if not only_in:
        tell(f'the number has no "+": it is taken for what is pressed in {", ".join(places)}.')
    return {"number": digits, "only_in": places, **_printed(digits, published), **steps}


def _printed(number: str, published: str) -> LineContent:
    """Return what is printed, where that is not the number as it is dialled."""
    return {} if published == number else {"published_as": published}


def _quantity(digits: str, published: str, countries: Sequence[str]) -> LineContent:
    """Return a line that cannot be used, with the number that its *digits* were, if it is clear."""
    found: LineContent = {
        "unusable": "A spreadsheet seems to have taken the number for a quantity.",
        "published_as": published,
    }
    candidates = without_beginning(digits, countries[0]) if len(countries) == 1 else ()
    if len(candidates) == 1:
        (likely,) = candidates
        lost = {"text": likely.text, "confidence": likely.confidence, "reason": likely.reason}
        found["correction"] = lost
    return found


def _damage(text: str) -> str:
    if is_rounded(text):
        return "A spreadsheet has rounded the number: its last digits are lost."
    if _FORMULA.match(text):
        return "It is a formula of a spreadsheet, and no number."
    return ""


def _read(text: str, countries: Sequence[str], only_in: Sequence[str]) -> _Read:
    is_international = text.lstrip().startswith("+") and not only_in
    places = None if is_international else (list(only_in or countries) or None)
    try:
        return _Read(PhoneNumber.parse(text.strip(), only_in=places), "")
    except (PhoneNumberError, LookupError) as error:
        return _Read(None, sentence(str(error)))


def sentence(text: str) -> str:
    """Return the first line of a message as a sentence of one line.

    >>> sentence('"x" is no number. Write one.')
    '"x" is no number. Write one.'
    """
    return one_line(text.split("\n", 1)[0].strip())
