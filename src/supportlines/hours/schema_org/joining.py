"""What many specifications say together, as rules."""

from __future__ import annotations

from functools import reduce
from operator import or_
from typing import TYPE_CHECKING, Dict, List, Sequence, Tuple

from supportlines.hours.dates_parser import normal_dates
from supportlines.hours.parser import merge_spans
from supportlines.hours.rules import EVERY_WEEKDAY, WHOLE_DAY, Dates, Rule, Span, State
from supportlines.hours.schema_org.values import MINUTES_OF_DAY, Days, Lost

if TYPE_CHECKING:
    from supportlines.hours.schema_org.parts import Part


def joined(ordinary: Sequence[Part], special: Sequence[Part], lost: Lost) -> tuple[Rule, ...]:
    """Return the rules that say what *ordinary* parts do, and on its days each *special* one."""
    # Special hours of which no day was read may be on any; that days are closed is only told.
    anywhere = [part for part in special if part.spans and not part.placed]
    ordinary, special = _merged([*ordinary, *anywhere]), _merged(special)
    opens = [part for part in ordinary if part.spans and part.certain]
    closures = [part for part in ordinary if not part.spans and part.placed]
    if opens:
        doubts = [part for part in ordinary if part.spans and not part.certain]
        rules = [*_open_rules(opens, doubts, closures), *_closing_rules(closures)]
    else:
        rules = _without_hours([part for part in closures if part.certain], lost)
    return (*rules, *_special_rules([part for part in special if part.placed]))


def _merged(parts: Sequence[Part]) -> List[Part]:
    """Return *parts* with those for the same days made one, in the order of the first of each."""
    found: Dict[Part, List[Span]] = {}
    for part in parts:
        key = part._replace(spans=WHOLE_DAY if part.spans else ())
        found.setdefault(key, []).extend(part.spans)
    return [part._replace(spans=merge_spans(tuple(spans))) for part, spans in found.items()]


def _open_rules(
    opens: Sequence[Part], doubts: Sequence[Part], closures: Sequence[Part]
) -> List[Rule]:
    """Return rules for the union of hours; what may be open lies below what is."""
    rules = [_rule(part, "unknown", added=True) for part in doubts]
    if all(part.dates for part in opens):
        # Nothing is said of the days on which none of them is valid, but what is closed there.
        always_closed = [_rule(part, "closed") for part in closures if _is_of_the_week(part)]
        dates = normal_dates([each for part in opens for each in part.dates])
        spoken_of = Rule(state="closed", dates=dates)
        rules = [Rule(state="unknown", always=True), *always_closed, spoken_of, *rules]
    for part in sorted(opens, key=lambda part: bool(part.dates)):
        rules.append(_rule(part, "open", added=True))
    return rules


def _closing_rules(closures: Sequence[Part]) -> List[Rule]:
    """Return rules for closed days that are hours of others; of a week's they are not."""
    closed = [part for part in closures if part.certain and not _is_of_the_week(part)]
    doubts = [part for part in closures if not part.certain]
    return [
        *(_rule(part, "closed") for part in closed),
        *(_rule(part, "unknown", added=True) for part in doubts),
    ]


def _without_hours(closures: Sequence[Part], lost: Lost) -> List[Rule]:
    """Return rules where no hours were read: unknown, but for days that are said to be closed."""
    week = reduce(or_, (part.days.weekdays for part in closures if not part.dates), 0)
    if week == EVERY_WEEKDAY:
        return [Rule(state="closed", always=True)]
    lost.append("no opening hours were read: what is not said to be closed is unknown.")
    return [Rule(state="unknown", always=True), *(_rule(part, "closed") for part in closures)]


def _special_rules(parts: Sequence[Part]) -> List[Rule]:
    """Return rules that replace the days of *parts*; of those for the same days, a union."""
    rules: List[Rule] = []
    taken: set[Tuple[Tuple[Dates, ...], Days]] = set()
    for part in sorted(parts, key=lambda part: part.certain):
        days = (part.dates, part.days)
        if not part.certain:
            # Not even whether the ordinary hours hold on these days is known.
            end = max([MINUTES_OF_DAY, *(end for _, end in part.spans)])
            rules.append(_rule(part._replace(spans=((0, end),)), "unknown"))
        elif part.spans:
            rules.append(_rule(part, "open", added=days in taken))
        elif days not in taken:
            rules.append(_rule(part, "closed"))
        taken.add(days)
    return rules


def _is_of_the_week(part: Part) -> bool:
    return part.certain and not part.dates and not part.days.holidays


def _rule(part: Part, state: State, *, added: bool = False) -> Rule:
    weekdays, holidays = part.days
    spans = part.spans or WHOLE_DAY
    is_all = weekdays == EVERY_WEEKDAY and holidays and not part.dates and spans == WHOLE_DAY
    if is_all and state == "open":
        return Rule(always=True, added=added)
    return Rule(
        spans,
        state,
        dates=normal_dates(list(part.dates)),
        weekdays=weekdays,
        holidays="also" if holidays else "",
        added=added,
    )
