"""Which languages are spoken in a country, and which are official there, as CLDR says."""

from __future__ import annotations

from functools import lru_cache
from typing import Any, Mapping

from supportlines.languages.cldr import table

_OFFICIAL = frozenset({"official", "de_facto_official"})


@lru_cache(maxsize=512)
def official_languages(country: str, at_least: float = 0.0) -> tuple[str, ...]:
    """Return the official languages of *country*, the most spoken first, without scripts.

    Args:
        country: A code of ISO 3166-1.
        at_least: Per cent of the people who speak it; fewer do not count.

    >>> official_languages("CA"), official_languages("BO", at_least=30)
    (('en', 'fr'), ('es', 'qu'))
    """
    found = [
        (-float(facts["population_percent"]), tag.partition("_")[0])
        for tag, facts in _spoken(country).items()
        if facts["official_status"] in _OFFICIAL and facts["population_percent"] >= at_least
    ]
    return tuple(dict.fromkeys(tag for _, tag in sorted(found)))


@lru_cache(maxsize=512)
def spoken_languages(country: str) -> frozenset[str]:
    """Return the languages that CLDR counts speakers of in *country*, without scripts.

    >>> "pt" in spoken_languages("BR"), "ff" in spoken_languages("BR")
    (True, False)
    """
    return frozenset(tag.partition("_")[0] for tag in _spoken(country))


@lru_cache(maxsize=1)
def counted_languages() -> frozenset[str]:
    """Return the languages of which CLDR counts speakers somewhere: no sign language is one.

    >>> "et" in counted_languages(), "bfi" in counted_languages()
    (True, False)
    """
    return frozenset().union(*map(spoken_languages, table("territory_languages")))


def _spoken(country: str) -> Mapping[str, Any]:
    found: Mapping[str, Any] = table("territory_languages").get(country, {})
    return found
