"""The codes of the doubts that `check` reports, each with what it says in a few words."""

from __future__ import annotations

from typing import Mapping

TITLES: Mapping[str, str] = {
    # numbers
    "number-not-in-use": "nobody is known to have the number",
    "digits-missing": "the number has too few digits",
    "digits-too-many": "the number has too many digits",
    "surplus-letters": "letters stand behind the last digit of the number",
    "letters-for-digits": "the number is written with letters",
    "freephone-digits": "+800 is followed by other than eight digits",
    "bare-international-prefix": "the number begins like a call abroad",
    "read-as-another-country": "the number is one of another country only",
    "swapped-rows": "two lines have each other's number",
    "number-not-of-country": "the number is of a country that the line does not serve",
    "grouping-misleads": "the groups of the number hide what it is",
    "number-not-as-printed": "the number has other digits than the printed one",
    "toll-free-abroad": "a toll-free number is printed as if it could be called from anywhere",
    "kind-not-of-number": "the number is of another kind than the line says",
    "trunk-prefix-missing": "what must be pressed before the number is missing",
    "dialable-elsewhere": "the number can be dialled where the line serves nobody",
    # rows
    "listed-twice": "the same number is listed twice for the same callers",
    "same-number-different-hours": "the same number has different hours in one region",
    # hours
    "improbable-span": "the hours are improbable",
    "hours-not-as-printed": "the hours have other times than the printed ones",
    "hours-read-otherwise": "the notation means something else than it seems to",
    "exception-on-other-days": "the weekdays of an exception are none of its days",
    "rule-changes-nothing": "another rule of the tier has all hours of this one",
    "offset-contradicts-zone": "the printed offset is not that of the time zone",
    "zone-is-an-offset": "the time zone is an offset that no country concerned keeps all year",
    "zone-of-another-country": "the time zone is kept in no country that the hours are for",
    "week-unlike-country": "the week is not the usual one of the country",
    # languages
    "official-language-missing": "an official language of a country is offered nowhere in it",
    "language-unusual": "nobody speaks the language where it is offered",
    "language-without-hours": "no hours are stated for a language of the line",
    "hours-for-no-language": "hours are stated for a language that no line speaks",
    # countries
    "country-in-two-regions": "a country is in two regions",
    "country-in-no-region": "a country is in no region",
    # the rest
    "tier-not-reachable": "no hours are stated for a tier",
    "hours-for-no-desk": "hours are stated for a desk that no line is for",
    "fallback-leads-nowhere": "a fallback cannot be called",
    "replaced-not-ended": "a line is listed beside the one that replaces it",
    "past-validity": "the day until which something is valid is over",
    "read-on-old": "the source has not been read for long",
    "read-on-future": "the source is said to be read on a day to come",
    "redacted-address": "an address was hidden from the reader of the source",
    "accept-unused": "a doubt is accepted that there is not",
    "doubt-failed": "a doubt could not be looked for",
}
"""By code. Codes are stable: files name them to accept a doubt."""

NOT_ACCEPTED = frozenset({"accept-unused", "doubt-failed"})
"""Codes that cannot be accepted."""

OF_THE_DAY = frozenset({"read-on-old", "read-on-future", "past-validity"})
"""Codes of doubts that come with time, so that they may be accepted before."""
