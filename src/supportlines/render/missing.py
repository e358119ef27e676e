"""What an answer says where it has no line of a wanted channel, or no other one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from supportlines.directory import CALLED_CHANNELS
from supportlines.places import country_name
from supportlines.words import a_line_of

if TYPE_CHECKING:
    from supportlines.lookup import Reason, Result


def nobody(answer: Result, locale: str) -> str:
    """Return why there is no option, as one sentence."""
    country = country_name(answer.caller.country, locale)
    if answer.caller.subdivision is not None:  # elsewhere in the country lines may be
        country += f" ({answer.caller.country}-{answer.caller.subdivision})"
    desk = f" for desk {answer.caller.desk}" if answer.caller.desk is not None else ""
    refused = [one for one in answer.caveats if one.code == "not_available"]
    if answer.state == "unknown":
        return "It depends on what was not said."
    if refused:
        return refused[0].text
    if _is_there(answer) != "is listed":
        return f"No {_a_line(answer)} of {country}{desk} {_is_there(answer)}."
    return f"No {_a_line(answer)} is listed{desk} {'in' if desk else 'for'} {country}."


def no_other(answer: Result) -> str:
    """Return what follows the only option; lines of other desks were not asked about."""
    desk = answer.caller.desk
    what = f"no other {_a_line(answer)}" + (f" for desk {desk}" if desk is not None else "")
    return f"If it does not work: {what} {_is_there(answer)}."


def _a_line(answer: Result) -> str:
    """Return what was asked for, where lines of other channels are named too."""
    wanted = answer.caller.channels
    named = [one.channel for one in answer.other_ways]
    named += [line.channel for line, _ in answer.withheld]
    return "line" if set(named) <= set(wanted) else a_line_of(wanted)


def _kept_away(answer: Result) -> list[Reason]:
    """Return why lines of the wanted channels are none of the options."""
    return [reason for line, reason in answer.withheld if line.channel in answer.caller.channels]


def _is_there(answer: Result) -> str:
    """Return what is not so of any further line of the wanted channels."""
    reasons = _kept_away(answer)
    told = {one.code for one in answer.caveats}
    if not reasons and "nothing_dialable" not in told:
        return "can be used" if "nothing_usable" in told else "is listed"
    if reasons and all(one.code == "number_unusable" for one in reasons):
        return "can be used"
    is_dialled = CALLED_CHANNELS.issuperset(answer.caller.channels)
    return "can be dialled from there" if is_dialled else "can be used from there"
