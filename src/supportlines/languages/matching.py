"""Which of the languages spoken on a line a caller understands best."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Iterable, Sequence

from supportlines.errors import WrongTypeError, check_text, plain
from supportlines.languages.cldr import table
from supportlines.languages.errors import LanguageTagError
from supportlines.languages.tags import TAKES, subtags

_MACROLANGUAGES = {
    # ISO 639-3 macrolanguages whose name alone is a promise to each of their members.
    "ar": "aao abh abv acm acq acw acx acy adf aeb aec afb apc apd arq ars ary arz auz avl "
    "ayh ayl ayn ayp pga shu ssh",
    "sh": "bs hr sr cnr",
}
_MACROLANGUAGE_OF = {
    member: macro for macro, members in _MACROLANGUAGES.items() for member in members.split()
}
_ONE_SPEECH = {"nb": "no", "nn": "no"}
"""Bokmål and Nynorsk are two ways of writing; Norwegians speak neither."""

_UNDERSTANDS = {"gsw": ("de",), "lb": ("de",)}
"""Speakers who are at home in another language too (CLDR, languageMatching, one way)."""

_CANTONESE_IN_CHINESE = ("yue", "zh")
"""What who says Chinese and means Cantonese understands, the best first."""
_CANTONESE_REGIONS = frozenset({"HK", "MO"})
_OTHER_LANGUAGE = 100  # more than any distance within a language


@dataclass(frozen=True)
class Match:
    """One of the caller's languages with the line's language that serves it."""

    wanted: str
    """The caller's tag."""

    spoken: str
    """The line's tag that comes nearest to it."""

    rank: int
    """Place of *wanted* in the caller's list, 0 for the first."""


def best_match(wanted: Sequence[str], spoken: Sequence[str]) -> Match | None:
    """Return the first of *wanted* that one of *spoken* serves, with the nearest of these.

    It is about ears, not eyes: scripts do not matter unless they hint at the language
    (docs/explanation/languages.md). Among several that serve, the same country comes
    first, then the language without a country, then its nearest relatives, then the
    order of *spoken*.

    Args:
        wanted: Tags of the caller, in order of preference.
        spoken: Tags of the line, in any order.

    Returns:
        None if none of the caller's languages is spoken.

    Raises:
        LanguageTagError: If a tag that is compared is none.
        WrongTypeError: If *wanted* or *spoken* is no list of texts.

    >>> best_match(["es-MX", "en"], ["en", "es"])
    Match(wanted='es-MX', spoken='es', rank=0)
    >>> best_match(["zh-Hant-HK"], ["zh", "yue"])
    Match(wanted='zh-Hant-HK', spoken='yue', rank=0)
    >>> best_match(["zh-CN"], ["yue", "en"]) is None
    True
    """
    try:
        for rank, tag in enumerate(wanted):
            nearest = None
            least = None
            for candidate in spoken:
                distance = _distance(tag, candidate)
                if distance is not None and (least is None or distance < least):
                    nearest, least = candidate, distance
            if nearest is not None:
                return Match(plain(tag), plain(nearest), rank)
    except (TypeError, WrongTypeError, LanguageTagError):
        _refuse_what_is_no_list("wanted", wanted)
        _refuse_what_is_no_list("spoken", spoken)
        raise
    return None


def _refuse_what_is_no_list(name: str, tags: object) -> None:
    """Raise if *tags* are no list of texts: one text would be read letter by letter."""
    if isinstance(tags, (str, bytes)) or not isinstance(tags, Iterable):
        raise WrongTypeError.of(name, tags, 'a list of tags such as ["en", "pt-BR"]')
    for number, tag in enumerate(tags):
        check_text(f"{name}[{number}]", tag, TAKES)


@lru_cache(maxsize=16384)
def _distance(wanted: str, spoken: str) -> tuple[int, int, int] | None:
    """Return how far *spoken* is from what the caller wants; None if it does not serve.

    Less is nearer: first the language, then the steps up to the common ancestor and down
    again, then the steps down.
    """
    language = _language_on_a_line(spoken)
    for place, understood in enumerate(_understood(wanted)):
        if understood == language:
            up, down = _steps(_ancestors(wanted), _ancestors(spoken))
            return place, up + down, down
    macro = _MACROLANGUAGE_OF.get(language)
    if macro is not None and macro in _understood(wanted)[:1]:
        return _OTHER_LANGUAGE, 0, 0
    return None


CANTONESE = "zh-HK"
"""Stands for all tags that say Chinese and mean Cantonese."""


def wishes_served(spoken: str) -> tuple[str, ...]:
    """Return which wishes a line that states *spoken* serves, sorted.

    They are languages without regions and scripts, and `CANTONESE`: `best_match` serves any tag of
    them.

    >>> wishes_served("de"), wishes_served("es-MX"), wishes_served("zh-Hans")
    (('de', 'gsw', 'lb'), ('es',), ('zh', 'zh-HK'))
    """
    language = _language_on_a_line(spoken)
    found = {one for one, speech in _ONE_SPEECH.items() if speech == language}
    found.update(one for one, others in _UNDERSTANDS.items() if language in others)
    found.update(one for one, macro in _MACROLANGUAGE_OF.items() if macro == language)
    found.update({language, _MACROLANGUAGE_OF.get(language, language)})
    if language in _CANTONESE_IN_CHINESE:
        found.add(CANTONESE)
    return tuple(sorted(found))


@lru_cache(maxsize=4096)
def _understood(tag: str) -> tuple[str, ...]:
    """Return the languages that a caller with *tag* understands, the best first."""
    parts = subtags(tag)
    if _hints_at_cantonese(tag):
        return _CANTONESE_IN_CHINESE
    language = _ONE_SPEECH.get(parts.language, parts.language)
    macro = _MACROLANGUAGE_OF.get(language)
    return (language, *_UNDERSTANDS.get(language, ()), *((macro,) if macro else ()))


@lru_cache(maxsize=4096)
def _language_on_a_line(tag: str) -> str:
    """Return the language that is spoken on a line which states *tag*."""
    language = subtags(tag).language
    return "yue" if _hints_at_cantonese(tag) else _ONE_SPEECH.get(language, language)


def _hints_at_cantonese(tag: str) -> bool:
    """Return whether *tag* says Chinese and means Cantonese, as telephones in Hong Kong do.

    Simplified characters are the script of those who speak Mandarin, there too.
    """
    parts = subtags(tag)
    return parts.language == "zh" and parts.region in _CANTONESE_REGIONS and parts.script != "Hans"


@lru_cache(maxsize=4096)
def _ancestors(tag: str) -> tuple[str, ...]:
    """Return the language and region of *tag* and what it inherits from, up to ``""``.

    >>> _ancestors("es-MX"), _ancestors("pt-AO")
    (('MX', '419', ''), ('AO', 'PT', ''))
    """
    parts = subtags(tag)
    chain = []
    region = parts.region
    while region:
        chain.append(region)
        parent = str(table("parent_exceptions").get(f"{parts.language}_{region}", ""))
        region = parent.partition("_")[2]
    return (*chain, "")


def _steps(wanted: tuple[str, ...], spoken: tuple[str, ...]) -> tuple[int, int]:
    """Return the steps from *wanted* up to the first common ancestor, and down to *spoken*."""
    for up, region in enumerate(wanted):
        if region in spoken:
            return up, spoken.index(region)
    return len(wanted), len(spoken)
