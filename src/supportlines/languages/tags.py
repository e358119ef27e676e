"""A language tag in its one canonical spelling, BCP 47 (RFC 5646)."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple, NoReturn

from supportlines.errors import check_text, listed, quoted
from supportlines.languages.errors import LanguageTagError
from supportlines.languages.subtags import (
    alias_of_language,
    is_extended_language,
    is_known_language,
    is_known_region,
    region_of_today,
    successor_of_old_tag,
    suggestions_for,
    tag_named,
)

_TAG = re.compile(
    r"(?P<language>[a-z]{2,8})"
    r"(?P<extlang>-[a-z]{3}(?![a-z0-9]))?"
    r"(?:-(?P<script>[a-z]{4})(?![a-z0-9]))?"
    r"(?:-(?P<region>[a-z]{2}|[0-9]{3})(?![a-z0-9]))?"
    r"(?P<variants>(?:-(?:[a-z0-9]{5,8}|[0-9][a-z0-9]{3})(?![a-z0-9]))*)"
    r"(?P<extensions>(?:-[a-wyz0-9](?:-[a-z0-9]{2,8})+)*)"
    r"(?P<private>-x(?:-[a-z0-9]{1,8})+)?"
)  # RFC 5646, section 2.1, in lower case; one extended language, as none has more
_LONGEST = 100
_LONGEST_CODE = 3
TAKES = 'a language tag such as "pt-BR"'


class Subtags(NamedTuple):
    """The parts of a canonical tag; an empty string for a part that is not there."""

    language: str
    script: str
    region: str
    variants: tuple[str, ...]
    rest: str

    def __str__(self) -> str:
        parts = [self.language, self.script, self.region, *self.variants, self.rest]
        return "-".join(part for part in parts if part)


def parse_tag(text: str) -> str:
    """Return the canonical form of the language tag *text*.

    Case, order of extensions and deprecated codes are put right (RFC 5646, section 4.5;
    aliases of CLDR, through Babel). An extended language becomes a language of its own.

    Raises:
        LanguageTagError: If *text* is ill-formed, or its language or region does not
            exist. What may have been meant is suggested, never taken.
        WrongTypeError: If *text* is no text.

    >>> parse_tag("ES-mx"), parse_tag("iw"), parse_tag("zh-yue"), parse_tag("cmn-hans")
    ('es-MX', 'he', 'yue', 'zh-Hans')
    >>> parse_tag("english")
    Traceback (most recent call last):
    ...
    supportlines.languages.errors.LanguageTagError: "english" is no language tag. \
Did you mean "en"?
    """
    try:
        return str(subtags(text))
    except TypeError:  # of a value that cannot be remembered
        check_text("text", text, TAKES)
        raise


@lru_cache(maxsize=4096)
def subtags(text: str) -> Subtags:
    """Return the canonical parts of *text*; what `parse_tag` says holds here too."""
    check_text("text", text, TAKES)
    stripped = text.strip()
    if not stripped:
        raise LanguageTagError(text, "names no language", _EXAMPLE)
    if len(stripped) > _LONGEST:
        raise LanguageTagError(text, "is too long for a language tag", _EXAMPLE)
    if not stripped.isascii():
        _refuse(text, "is no language tag")
    lower = stripped.lower()
    found = _TAG.fullmatch((successor_of_old_tag(lower) or lower).lower())
    if found is None:
        _refuse(text, "is no language tag")
    language, script, region = _language(text, found)
    script = (found["script"] or "").title() or script
    region = _region(text, (found["region"] or "").upper()) or region
    return Subtags(
        language,
        script,
        region,
        _variants(text, found["variants"]),
        "-".join(
            part
            for part in (_extensions(text, found["extensions"]), (found["private"] or "")[1:])
            if part
        ),
    )


_EXAMPLE = 'Write a tag of BCP 47, for example "en", "pt-BR" or "yue".'


def _refuse(text: str, problem: str) -> NoReturn:
    """Raise the error for *text*, with what may have been meant."""
    repaired = text.strip().replace("_", "-")
    if repaired != text.strip():
        try:
            suggested: tuple[str, ...] = (parse_tag(repaired),)
        except LanguageTagError as error:
            suggested = error.suggestions
    else:
        suggested = suggestions_for(text)[:3] if len(text) <= _LONGEST else ()
    if not suggested:
        raise LanguageTagError(text, problem, _EXAMPLE)
    meant = listed(map(quoted, suggested), "or")
    raise LanguageTagError(text, problem, f"Did you mean {meant}?", suggested)


def _language(text: str, found: re.Match[str]) -> tuple[str, str, str]:
    """Return the language of today with the script and region that its alias implies."""
    language: str = found["language"]
    if not is_known_language(language):
        _refuse(text, "is no language tag" if len(language) > 3 else "names no known language")  # noqa: PLR2004
    if found["extlang"]:
        extended = found["extlang"][1:]
        if not is_extended_language(language, extended):
            _refuse_extended(text, language, extended)
        language = extended
    alias = alias_of_language(language)
    if alias is None:
        return language, "", ""
    parts = alias.split("_")
    script = next((part for part in parts[1:] if len(part) == 4), "")  # noqa: PLR2004
    region = next((part for part in parts[1:] if len(part) in (2, 3)), "")
    return parts[0], script, region


def _refuse_extended(text: str, language: str, extended: str) -> NoReturn:
    region = region_of_today(extended.upper())
    suggested = (f"{language}-{region}",) if region != extended.upper() else (language,)
    raise LanguageTagError(
        text,
        f'has "{extended}" where a region has two letters',
        f'Did you mean "{suggested[0]}"?',
        suggested,
    )


def _region(text: str, region: str) -> str:
    if region and not is_known_region(region):
        raise LanguageTagError(
            text,
            f'names the region "{region}", which does not exist',
            "Write the language alone, or with a country's code of ISO 3166-1.",
        )
    return region_of_today(region) if region else ""


def _variants(text: str, written: str) -> tuple[str, ...]:
    variants = tuple(written.split("-")[1:])
    if len(set(variants)) != len(variants):
        raise LanguageTagError(text, "repeats a variant", "Write each subtag once.")
    return variants


def _extensions(text: str, written: str) -> str:
    """Return the extensions in the order of their singletons, RFC 5646, section 4.5."""
    extensions = re.findall(r"-([a-z0-9](?:-[a-z0-9]{2,8})+)", written)
    if len({extension[0] for extension in extensions}) != len(extensions):
        raise LanguageTagError(text, "repeats an extension", "Write each extension once.")
    return "-".join(sorted(extensions))


def language_named(text: str) -> str | None:
    """Return the tag of the one language that *text* names, or None; slips are not guessed.

    Two or three letters are a tag, unless they are written as a name is: `ga` is Irish, and Ga
    is spoken in Ghana.

    Args:
        text: A language tag, or what the language is called in English or by its speakers.

    >>> language_named("Brazilian Portuguese"), language_named("Français"), language_named("EN-gb")
    ('pt-BR', 'fr', 'en-GB')
    >>> language_named("Englisch") is None
    True
    """
    check_text("text", text, TAKES)
    word = text.strip()
    is_code = len(word) <= _LONGEST_CODE and word in (word.lower(), word.upper())
    found = None if is_code or "-" in word else tag_named(word)
    try:
        return parse_tag(found or word)
    except LanguageTagError:
        return tag_named(word)
