"""Doubts about the digits of a number: too few, too many, of a range that nobody has."""

from __future__ import annotations

import re
from string import ascii_letters
from typing import TYPE_CHECKING, Iterator

from supportlines.doubts.doubt import Suspicion
from supportlines.doubts.doubtful import Doubtful
from supportlines.errors import quoted
from supportlines.phones import Kind, Likely, PhoneNumber, is_valid
from supportlines.phones.correcting import likely_abroad, likely_inside, usual_lengths
from supportlines.phones.numbering_plan import (
    calling_code_in,
    possible_lengths,
    without_relay_prefix,
)
from supportlines.phones.readings import (
    behind_way_abroad,
    confirms,
    freephone_digits,
    grouped,
    is_freephone,
    missing_trunk_prefix,
    read_abroad,
    read_inside,
    split_code,
)
from supportlines.phones.wholeness import is_short_inside

if TYPE_CHECKING:
    from supportlines.doubts.ground import Ground, PlacedLine

_COMPARE = "Compare it with the source."
_PLAIN = re.compile(r"\s*\+[0-9 ().\-/]+")


def doubtful_digits(ground: Ground) -> Iterator[Suspicion]:
    """Yield the first thing that is wrong with the digits of each number."""
    inside: dict[str, list[PlacedLine]] = {}
    for placed in ground.lines:
        number = placed.line.number
        for country in number.exists_in if number is not None else ():
            inside.setdefault(country, []).append(placed)
    for placed in ground.lines:
        number = placed.line.number
        if number is None:
            continue
        if number.e164 is not None:
            yield from _abroad(ground, placed, number)
        for country in number.exists_in:
            yield from _inside(ground, placed, number.inside(country), inside[country])


def refused_digits(ground: Ground) -> Iterator[Suspicion]:
    """Yield what was probably meant by numbers of a length that no number has."""
    for path, content in ground.refused.items():
        text = content.get("number")
        if not isinstance(text, str) or _PLAIN.fullmatch(text) is None:
            continue
        digits = re.sub("[^0-9]", "", text)
        code = calling_code_in(digits)
        national = digits[len(str(code)) :]
        if code is None or "only_in" in content or len(national) in possible_lengths(code):
            continue
        kind = content.get("kind") or _usual_kind(content.get("fallback") == "true")
        likely = likely_abroad(code, national, kind) if ground.may_guess() else None
        few = len(national) < min(possible_lengths(code), default=0)
        found = f"{quoted(text)} has {len(national)} digits behind +{code}."
        if likely is None:
            found += " What they were meant to be cannot be told."
        where = (*path, "number")
        yield Suspicion(
            "digits-missing" if few else "digits-too-many",
            where, found, 'Compare it with the source, or say why it is "unusable".', text,
            text, _first_digit(text), likely=likely,
        )  # fmt: skip


def misleading_groups(ground: Ground) -> Iterator[Suspicion]:
    """Yield numbers whose groups cut the code of a service in two: 880 0555 for 8 800 555."""
    for placed in ground.lines:
        number = placed.line.number
        if number is None:
            continue
        for country in number.exists_in:
            reached = read_inside(number.digits, country)
            code = split_code(number.grouped, reached) if reached is not None else None
            if reached is not None and code is not None:
                found = (
                    f"the groups of {quoted(placed.number)} cut {quoted(code)} in two: "
                    f"in {country} it is {grouped(reached)}."
                )
                remedy = f'Write the number with "+", as {grouped(reached)}, without "only_in".'
                yield _at_number("grouping-misleads", placed, found, remedy)


def _abroad(ground: Ground, placed: PlacedLine, number: PhoneNumber) -> Iterator[Suspicion]:
    """Yield what is wrong with a number of the international plan."""
    letters = sum(character.isalpha() for character in placed.number)
    if letters:
        remedy = f"It is read as {number.grouped}: write it in digits."
        surplus = len(number.surplus)
        if surplus:
            found = f"{_last(surplus)} of {quoted(placed.number)} {_are(surplus)} surplus."
            yield _at_number("surplus-letters", placed, found, remedy)
        else:
            found = f"{quoted(placed.number)} has letters, which not every telephone shows."
            yield _at_number("letters-for-digits", placed, found, remedy)
    if confirms(number, placed.line.kind) or is_valid(number) is not False:
        return
    national = number.digits[len(str(number.calling_code)) :]
    likely = None
    if ground.may_guess():
        likely = likely_abroad(number.calling_code, national, _kind(placed))
    lengths = usual_lengths(number.calling_code, placed.line.kind)
    code = "number-not-in-use"
    if len(national) < min(lengths, default=0):
        code = "digits-missing"
    elif len(national) > max(lengths, default=len(national)):
        code = "digits-too-many"
    found = (
        f"no range of +{number.calling_code} that libphonenumber knows holds "
        f"{quoted(placed.number)}, which has {len(national)} digits behind it."
    )
    yield _at_number(code, placed, found, _COMPARE, likely)


def _inside(
    ground: Ground, placed: PlacedLine, number: PhoneNumber, others: list[PlacedLine]
) -> Iterator[Suspicion]:
    """Yield what is wrong with digits that exist in one country only."""
    country = str(number.only_in)
    if any(character.isalpha() for character in placed.number):
        yield from _letters(placed, number)
        return
    reached = read_inside(number.digits, country)
    if reached is not None:
        yield from _without_trunk_prefix(placed, number, reached)
        return
    if number.form == "short" or not number.digits.isdigit():
        return
    if _is_relayed(number.digits, country):
        return
    abroad = behind_way_abroad(number.digits, country)
    if abroad is not None:
        likely = None
        if is_valid(number) is not True and ground.may_guess():
            likely = likely_inside(number.digits, country, _kind(placed))
        yield _like_a_call_abroad(placed, number, abroad[0], abroad[1], likely)
        return
    if is_valid(number) is True:
        return
    foreign = read_abroad(number.digits)
    if foreign is not None:
        found = f"{quoted(placed.number)} is no number of {country}, but {grouped(foreign)} is one."
        likely = Likely(grouped(foreign), "medium", 'A "+" was lost.')
        yield _at_number("read-as-another-country", placed, found, _COMPARE, likely)
        return
    yield _unknown(ground, placed, number, others)


def _is_relayed(digits: str, country: str) -> bool:
    """Return whether *digits* call a sound number of *country* through a text relay."""
    called = without_relay_prefix(digits, country)
    if called == digits:
        return False
    reached = read_inside(called, country)
    if reached is None:
        return is_short_inside(called, country)
    return not missing_trunk_prefix(called, reached)


def _without_trunk_prefix(
    placed: PlacedLine, number: PhoneNumber, reached: str
) -> Iterator[Suspicion]:
    """Yield that digits which would reach *reached* lack what must be pressed before them."""
    country = str(number.only_in)
    prefix = missing_trunk_prefix(number.digits, reached)
    if prefix:
        written = quoted(placed.number)
        found = f'{written} lacks the "{prefix}" that is pressed before it inside {country}.'
        likely = Likely(grouped(reached), "high", "It is a sound number of that country.")
        remedy = f'Write it so, without "only_in", or with the "{prefix}" in front of it.'
        yield _at_number("trunk-prefix-missing", placed, found, remedy, likely)


def _unknown(
    ground: Ground, placed: PlacedLine, number: PhoneNumber, others: list[PlacedLine]
) -> Suspicion:
    country = str(number.only_in)
    found = f"libphonenumber knows no number {quoted(placed.number)} in {country}"
    likely = _one_digit_more(number, others)
    if likely is not None:
        return _at_number("digits-missing", placed, f"{found}.", _COMPARE, likely)
    if ground.may_guess():
        likely = likely_inside(number.digits, country, _kind(placed))
    code = "number-not-in-use"
    if likely is not None and likely.reason.startswith(("Behind", "Without")):
        code = "digits-too-many"
    return _at_number(code, placed, f"{found}.", _COMPARE, likely)


def _one_digit_more(number: PhoneNumber, others: list[PlacedLine]) -> Likely | None:
    """Return the number with a digit more that begins like a longer one of the same country."""
    digits = number.digits
    for other in others:
        longer = other.line.number
        if longer is None or len(longer.digits) != len(digits) + 1:
            continue
        common = _common(digits, longer.digits)
        if common >= 4:  # noqa: PLR2004 - as long as a prefix
            text = _inserted(number.grouped, common, longer.digits[common])
            reason = f"{other.line.id} beside it has one digit more, after the same {common}."
            return Likely(text, "low", reason)
    return None


def _inserted(grouped_digits: str, place: int, digit: str) -> str:
    """Return *grouped_digits* with *digit* behind the first *place* digits, groups kept."""
    seen = 0
    for offset, character in enumerate(grouped_digits):
        seen += character.isdigit()
        if seen == place:
            return grouped_digits[: offset + 1] + digit + grouped_digits[offset + 1 :]
    return grouped_digits + digit


def _common(one: str, other: str) -> int:
    length = 0
    while length < len(one) and one[length] == other[length]:
        length += 1
    return length


def _like_a_call_abroad(
    placed: PlacedLine, number: PhoneNumber, prefix: str, rest: str, likely: Likely | None
) -> Suspicion:
    written = quoted(placed.number)
    country = number.only_in
    begin = f'{written} begins with "{prefix}", the way abroad from {country}'
    have, due = freephone_digits(rest)
    known = ""
    if is_valid(number) is True:
        known = f" libphonenumber knows these digits in {country} as they stand."
    if is_freephone(rest) and have != due:
        found = f"{begin}, and +800 behind it is followed by {have} digits instead of {due}.{known}"
        remedy = f"If people in {country} press it as it stands, accept this with the reason."
        return _at_number("freephone-digits", placed, found, remedy, likely)
    sound = read_abroad(rest)
    if sound is not None:
        likely = Likely(grouped(sound), "high", "It is a sound number when read so.")
        code = "bare-international-prefix" if is_freephone(rest) else "read-as-another-country"
        found = f"{begin}, so that it is {grouped(sound)} and no number of {country} alone."
        return _at_number(code, placed, found, 'Write it with "+".', likely)
    abroad = calling_code_in(rest)
    found = f"{begin}, so that parsers read a number of +{abroad}.{known}"
    remedy = f"If people in {country} press it as it stands, accept this with the reason."
    return _at_number("bare-international-prefix", placed, found, remedy, likely)


def _letters(placed: PlacedLine, number: PhoneNumber) -> Iterator[Suspicion]:
    """Yield that letters at the end of a number are too many, if without them it is sound."""
    country = str(number.only_in)
    reached = read_inside(number.digits, country)
    if reached is not None:
        found = f"{quoted(placed.number)} has letters, which not every telephone shows."
        remedy = f"It is read as {grouped(reached)}: write it in digits."
        yield _at_number("letters-for-digits", placed, found, remedy)
        return
    written = placed.number.rstrip()
    for surplus in range(1, len(written) - len(written.rstrip(ascii_letters))):
        reached = read_inside(number.digits[:-surplus], country)
        if reached is not None:
            found = f"{_last(surplus)} of {quoted(placed.number)} {_are(surplus)} surplus."
            likely = Likely(grouped(reached), "high", "It is a sound number without.")
            remedy = "Write the number in digits."
            yield _at_number("surplus-letters", placed, found, remedy, likely)
            return
    found = f"the letters of {quoted(placed.number)} make no number of {country}."
    yield _at_number("number-not-in-use", placed, found, "Write the number in digits.")


def _at_number(
    code: str, placed: PlacedLine, found: str, remedy: str, likely: Likely | None = None
) -> Suspicion:
    """Return a doubt that points at the first digit of the number of a line."""
    path = (*placed.path, "number")
    text = placed.number
    return Suspicion(code, path, found, remedy, text, text, _first_digit(text), likely=likely)


def _kind(placed: PlacedLine) -> Kind:
    return placed.line.kind if placed.line.kind != "unknown" else _usual_kind(placed.line.fallback)


def _usual_kind(fallback: bool) -> Kind:  # noqa: FBT001 - what the file says
    """Return the kind that a line probably has: who cannot dial toll free is sent to a place."""
    return "geographic" if fallback else "unknown"


def _last(count: int) -> str:
    return "the last letter" if count == 1 else f"the last {count} letters"


def _are(count: int) -> str:
    return "is" if count == 1 else "are"


def _first_digit(text: str) -> int:
    found = re.search("[+0-9A-Za-z]", text)
    return found.start() if found is not None else 0


DOUBTS = (
    Doubtful("number-not-in-use", "nobody is known to have the number", doubtful_digits),
    Doubtful(
        "digits-missing", "the number has too few digits", doubtful_digits, also=(refused_digits,)
    ),
    Doubtful(
        "digits-too-many", "the number has too many digits", doubtful_digits, also=(refused_digits,)
    ),
    Doubtful(
        "surplus-letters", "letters stand behind the last digit of the number", doubtful_digits
    ),
    Doubtful("letters-for-digits", "the number is written with letters", doubtful_digits),
    Doubtful("freephone-digits", "+800 is followed by other than eight digits", doubtful_digits),
    Doubtful("bare-international-prefix", "the number begins like a call abroad", doubtful_digits),
    Doubtful(
        "read-as-another-country", "the number is one of another country only", doubtful_digits
    ),
    Doubtful(
        "trunk-prefix-missing", "what must be pressed before the number is missing", doubtful_digits
    ),
    Doubtful("grouping-misleads", "the groups of the number hide what it is", misleading_groups),
)
