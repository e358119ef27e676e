"""Which subtags exist, and what replaced the deprecated ones."""

from __future__ import annotations

import re
from functools import lru_cache

from supportlines.errors import closest
from supportlines.languages.cldr import WIDELY_READ, locale_data, table

_SIGN_LANGUAGES = """
    ads aed aen afg ase asf asp asq asw bfi bfk bog bqn bqy bvl bzs cds csc csd cse csf csg csl
    csn csq csr doq dse dsl ecs esl esn eso eth fcs fse fsl fss gds gse gsg gsm gss gus hab haf
    hds hks hos hps hsh hsl icl iks ils inl ins ise isg isr jcs jhs jls jos jsl jus kgi kvk lbs
    lls lsg lsl lso lsp lst lsy ltg lws mdl mfs mre msd msr mzc mzg mzy nbs ncs nsi nsl nsp nsr
    nzs okl pgz pks prl prz psc psd psg psl pso psp psr pys rib rms rnb rsi rsl rsm sdl sfb sfs
    sgg sgx shu slf sls sqk sqs sqx ssp ssr svk swl syy szs tse tsm tsq tss tsy tza ugn ugy ukl
    uks vgt vsi vsl vsv wbs xki xml xms yds ygs yhs ysl ysm zib zsl
"""
"""Extended languages of ``sgn`` in the IANA registry: CLDR leaves most of them out."""

_NO_LANGUAGE = frozenset({"und", "mul", "mis", "zxx", "root"})
_KEPT = frozenset({"sh", "cnr"})
"""CLDR makes Serbian of both; who says Serbo-Croatian or Montenegrin has not said Serbian."""

_EXTLANG_PREFIXES = frozenset({"ar", "kok", "lv", "ms", "sgn", "sw", "uz", "zh"})

_GRANDFATHERED = {
    "art-lojban": "jbo",
    "en-gb-oed": "en-GB-oxendict",
    "i-ami": "ami",
    "i-bnn": "bnn",
    "i-hak": "hak",
    "i-klingon": "tlh",
    "i-lux": "lb",
    "i-navajo": "nv",
    "i-pwn": "pwn",
    "i-tao": "tao",
    "i-tay": "tay",
    "i-tsu": "tsu",
    "no-bok": "nb",
    "no-nyn": "nn",
    "sgn-be-fr": "sfb",
    "sgn-be-nl": "vgt",
    "sgn-ch-de": "sgg",
    "zh-guoyu": "zh",
    "zh-hakka": "hak",
    "zh-min-nan": "nan",
    "zh-xiang": "hsn",
}
"""RFC 5646, section 2.2.8: tags from before its grammar that have a successor."""


def successor_of_old_tag(lower: str) -> str | None:
    """Return the tag that replaced the grandfathered tag *lower*, None if it is none."""
    return _GRANDFATHERED.get(lower)


def is_known_language(subtag: str) -> bool:
    """Return whether *subtag* (lower case) names a language in CLDR or the IANA registry."""
    if subtag in _NO_LANGUAGE:
        return False
    return (
        subtag in table("likely_subtags")
        or subtag in table("language_aliases")
        or subtag in _KEPT
        or (len(subtag) == 3 and subtag in _SIGN_LANGUAGES)  # noqa: PLR2004
        or subtag == "sgn"
        or subtag in _names_in_english()
    )


def alias_of_language(subtag: str) -> str | None:
    """Return the Babel identifier that replaced *subtag* (lower case), None if it is current.

    >>> alias_of_language("iw"), alias_of_language("prs"), alias_of_language("en")
    ('he', 'fa_AF', None)
    """
    if subtag in _KEPT:
        return None
    if subtag == "hbs":
        return "sh"
    alias = table("language_aliases").get(subtag)
    return None if alias is None else str(alias)


def is_extended_language(prefix: str, subtag: str) -> bool:
    """Return whether *subtag* may follow *prefix* as in ``zh-yue``, RFC 5646, section 2.2.2."""
    return prefix in _EXTLANG_PREFIXES and is_known_language(subtag)


def is_known_region(subtag: str) -> bool:
    """Return whether *subtag* (upper case) is a country of today or an area code of UN M49."""
    return (
        subtag.isdigit()
        or subtag in table("territory_languages")
        or subtag in table("territory_zones")
        or subtag in table("territory_aliases")
    )


def region_of_today(subtag: str) -> str:
    """Return what replaced the region *subtag* if that is one region, else *subtag*.

    >>> region_of_today("UK"), region_of_today("SU")
    ('GB', 'SU')
    """
    successors = table("territory_aliases").get(subtag, ())
    return str(successors[0]) if len(successors) == 1 else subtag


@lru_cache(maxsize=1)
def _names_in_english() -> dict[str, str]:
    return dict(locale_data("en").languages)


def tag_named(text: str) -> str | None:
    """Return the tag of the language that *text* names in English or in its own words, or None.

    Unlike `suggestions_for` it takes nothing for a slip.

    >>> tag_named("Spanish"), tag_named("Deutsch"), tag_named("portugese") is None
    ('es', 'de', True)
    """
    word = " ".join(text.split()).lower()
    return _tags_by_english_name().get(word) or _tags_by_own_name().get(word)


def suggestions_for(text: str) -> tuple[str, ...]:
    """Return the tags that *text* may have meant: a name, a country's code, a slip.

    >>> suggestions_for("english"), suggestions_for("jp"), suggestions_for("cn-TW")
    (('en',), ('ja',), ('zh',))
    >>> suggestions_for("Deutsch"), suggestions_for("portugese")
    (('de',), ('pt',))
    """
    word = " ".join(text.split()).lower()
    by_name = _tags_by_english_name()
    if word in by_name:
        return (by_name[word],)
    own = _tags_by_own_name().get(word)
    if own:
        return (own,)
    first = re.split(r"[^a-z]", word)[0]
    if first in by_name:
        return (by_name[first],)
    longest_subtag = 3
    if len(first) <= longest_subtag:
        if is_known_language(first):
            return (first,) if first != word else ()
        spoken = table("territory_languages").get(region_of_today(first.upper()))
        return (_main_language(spoken),) if spoken else ()
    return tuple(by_name[name] for name in closest(word, by_name, 2, 0.8))


@lru_cache(maxsize=1)
def _tags_by_english_name() -> dict[str, str]:
    """Return tags by what English calls the language, CLDR's name or an everyday one."""
    everyday = {"mandarin": "zh", "castilian": "es", "farsi": "fa", "flemish": "nl"}
    named = {
        name.lower(): alias_of_language(code) or code.replace("_", "-")
        for code, name in sorted(_names_in_english().items(), key=lambda item: -len(item[0]))
    }
    return {**named, **everyday}


@lru_cache(maxsize=1)
def _tags_by_own_name() -> dict[str, str]:
    """Return widely read languages by what their own speakers call them."""
    return {str(locale_data(code).languages[code]).lower(): code for code in WIDELY_READ}


def _main_language(spoken: dict[str, dict[str, object]]) -> str:
    """Return the official language most people of a country speak, as a language alone."""

    def weight(item: tuple[str, dict[str, object]]) -> tuple[bool, float]:
        facts = item[1]
        return facts["official_status"] is not None, float(str(facts["population_percent"]))

    return max(spoken.items(), key=weight)[0].split("_")[0]
