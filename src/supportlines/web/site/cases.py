"""Countries that show something on the demonstration page, chosen from what a directory has."""

from __future__ import annotations

from typing import TYPE_CHECKING, Callable, Iterator, NamedTuple

from supportlines.hours import second_to_instant

if TYPE_CHECKING:
    from supportlines.api.answer import Answer
    from supportlines.web.site.plan import SitePlan

    Holds = Callable[[Answer], bool]

_ASKED = 40
"""Countries that are looked at, from all over the list: a large directory repeats itself."""


class Case(NamedTuple):
    """An element for one country, and what it shows."""

    title: str
    country: str
    when_closed: str = "show"
    tier: str | None = None


def cases_of(plan: SitePlan) -> Iterator[Case]:
    """Yield a case for each kind of answer that there is when the site begins to hold."""
    countries = _Countries(plan)
    for title, holds in (
        ("The state and what follows it go with the clock", _turns),
        ("Somebody answers day and night", _never_closes),
        ("The directory does not say whether somebody answers", _is_unknown),
        ("No line is listed", _is_none),
    ):
        found = countries.first(holds)
        if found is not None:
            yield Case(title, found)
    found = countries.first(_is_tiered)
    if found is not None:
        tier = _other_tier(countries.answers[found])
        yield Case("A page for customers of one tier", found, tier=tier)
    found = countries.first(_has_other_ways)
    if found is not None:
        yield Case("While it is closed: no numbers, but other ways", found, "alternatives")
    found = countries.first(_turns)
    if found is not None:
        yield Case("While it is closed: nothing", found, "hide")


class _Countries:
    """The answers of some countries, and which of these were shown already."""

    def __init__(self, plan: SitePlan) -> None:
        at = second_to_instant(plan.since)
        some = plan.countries[:: max(1, len(plan.countries) // _ASKED)]
        answers = {one: plan.directory.who_can_i_call(one, at=at) for one in some}
        # A page says a zone, that of its visitor, and where that matters the state is another one.
        self.answers = {country: one for country, one in answers.items() if not _turns_by_zone(one)}
        self._shown: set[str] = set()

    def first(self, holds: Holds) -> str | None:
        """Return the first country of which something holds, rather one that was not shown."""
        found = [country for country, one in self.answers.items() if holds(one)]
        country = next((one for one in found if one not in self._shown), next(iter(found), None))
        self._shown.update([country] if country else ())
        return country


def _turns_by_zone(answer: Answer) -> bool:
    return any(ask.code == "time_zone" for ask in answer.asks)


def _turns(answer: Answer) -> bool:
    """Return whether somebody answers now and not later, or the other way round."""
    best = answer.best
    return answer.state in ("open", "closed") and best is not None and best.changes_at is not None


def _has_other_ways(answer: Answer) -> bool:
    return _turns(answer) and bool(answer.other_ways)


def _never_closes(answer: Answer) -> bool:
    return answer.state == "open" and not _turns(answer)


def _is_unknown(answer: Answer) -> bool:
    return answer.state == "unknown"


def _is_none(answer: Answer) -> bool:
    return answer.state == "no_line"


def _is_tiered(answer: Answer) -> bool:
    return _other_tier(answer) is not None


def _other_tier(answer: Answer) -> str | None:
    """Return a tier for which the state is another one."""
    choices = (one for ask in answer.asks if ask.code == "tier" for one in ask.choices)
    return next((one.value for one in choices if one.state != answer.state), None)
