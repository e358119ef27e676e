"""How a line is reached from where the phone stands, or why it cannot be: channel by channel.

A channel is added to `REACHES`; CONTRIBUTING says where else it shows.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Callable, Mapping, NamedTuple, Sequence

from supportlines.directory import ANYWHERE, CALLED_CHANNELS
from supportlines.lookup import caveats
from supportlines.lookup.answer import Reason
from supportlines.lookup.conditions import left_open
from supportlines.lookup.reasons import not_by_phone, not_dialable, unusable
from supportlines.lookup.resolution import dialable_from
from supportlines.phones import Dial, cost_for, dial_string, post_dial, sms_uri, tel_uri

if TYPE_CHECKING:
    from supportlines.directory import Facts, Line, Region
    from supportlines.lookup.answer import Caller, Caveat
    from supportlines.lookup.conditions import Limits
    from supportlines.phones import Cost, PhoneNumber, Step


class Way(NamedTuple):
    """What a caller does to reach a line."""

    key: object
    """Equal for lines at whose other end there is the same telephone, or the same desk."""
    number: str | None = None
    """E.164 with its plus sign, or None for digits that exist only inside a country, and none."""
    dial: str | None = None
    """The keys to press, in groups; None where there are no digits."""
    tel_uri: str | None = None
    """A link that calls it, or None."""
    uri: str | None = None
    """A link that opens it, or None."""
    contact: str | None = None
    """A page, an address, or where the caller finds the number; None where there are digits."""
    cost: Cost = "unknown"
    """What it costs this caller."""
    caveats: tuple[Caveat, ...] = ()
    """What to know of the contact before relying on it."""
    limits: Limits = ()
    """From where, with which phone and carrier it is reached, as far as that is left open."""


def by_number(facts: Facts, line: Line, region: Region, caller: Caller) -> Way | Reason:
    """Return how the number of *line* of *region* is called or written to, or why it cannot be."""
    if line.unusable is not None:
        return unusable(line)
    number, standing = line.number, caller.calling_from
    allowed = dialable_from(facts, line, region)
    some = line.dialable_from_parts
    some = some and tuple(part for part in some if part.startswith(f"{standing}-"))
    parts: tuple[str, ...] = ()
    limits: Limits = ()
    if allowed is not None and standing not in allowed:
        of_parts = _in_part(facts, some, caller) if some else None
        if of_parts is None:
            return not_dialable(line, standing, (*allowed, *line.dialable_from_parts))
        parts = () if of_parts or standing == caller.country else some
        limits = of_parts
    if number is None:
        way = _without_number(line, is_home=standing == caller.country)
        return way._replace(limits=limits, caveats=(*way.caveats, *_said_of_parts(parts)))
    dial = _dial(line, number, standing)
    if dial is None:
        return not_dialable(line, standing, number.exists_in)
    cost = cost_for(line.kind, number, standing)
    home = caller.country
    allowed_from = line.dialable_from or (ANYWHERE,)
    if ANYWHERE not in allowed_from and home not in allowed_from:
        home = standing  # a number for callers from abroad says what they pay
    if line.cost is not None and standing == home:
        cost = line.cost
    elif line.channel != "phone":
        cost = "unknown"  # the plan says what a call costs, and nothing of messages
    uri = tel_uri(number, standing)
    return Way(
        # where the phone stands they ring one telephone
        key=_key(line, number.e164 or number.digits),
        number=number.e164,
        dial=dial.text,
        tel_uri=uri if line.channel in CALLED_CHANNELS else None,
        uri=_link(line, number, standing, uri),
        cost=cost,
        caveats=tuple(_said_of(line, dial, standing, parts)),
        limits=limits,
    )


_PLAIN = frozenset("0123456789,")


def _dial(line: Line, number: PhoneNumber, standing: str) -> Dial | None:
    """Return what is entered for *number*, or None if its digits do not exist there."""
    if line.channel == "messaging" and number.e164 is not None:
        return Dial(number.grouped)  # such services know people by it, wherever a phone stands
    return dial_string(number, standing)


def _key(line: Line, end: object) -> object:
    return end if line.channel == "phone" else (line.channel, line.service, end)


def _link(line: Line, number: PhoneNumber, standing: str, call: str | None) -> str | None:
    if line.channel == "sms":
        return sms_uri(number, standing, line.send)
    return call if line.channel in CALLED_CHANNELS else line.url


def _said_of(line: Line, dial: Dial, standing: str, parts: tuple[str, ...]) -> list[Caveat]:
    said = caveats.of_number(line)
    if dial.carrier_prefix:
        said.append(caveats.carrier_prefix(dial.text))
    if dial.trunk_prefix_unknown:
        said.append(caveats.trunk_prefix_unknown(standing))
    return [*said, *_said_of_parts(parts)]


def _said_of_parts(parts: tuple[str, ...]) -> list[Caveat]:
    return [caveats.only_from_parts(parts)] if parts else []


def _by_phone(facts: Facts, line: Line, caller: Caller) -> Limits | None:
    """Return what the caller's words leave open of phone and carrier; None if they do not do."""
    limits: Limits = (("phone", (line.dialable_by,)),) if line.dialable_by is not None else ()
    if line.carriers:
        limits = (*limits, ("carrier", line.carriers))
    return left_open(facts, limits, caller)


def _in_part(facts: Facts, parts: tuple[str, ...], caller: Caller) -> Limits | None:
    """Return what is left open of whether the phone stands in one of *parts*; None if it does not.

    Of a phone that is away from home nobody asks in which part of the country it is.
    """
    if caller.calling_from != caller.country:
        return ()
    return left_open(facts, (("subdivision", parts),), caller)


def _without_number(line: Line, *, is_home: bool) -> Way:
    """Return how a page is opened, or where the caller finds the contact.

    What a call costs is said of a phone at home.
    """
    if line.contact_is is None:
        return _by_page(line)
    said = tuple(caveats.note(text) for text in line.notes)
    cost: Cost = "free" if line.kind == "toll_free" and line.channel == "phone" else "unknown"
    cost = (line.cost or cost) if is_home else "unknown"
    if line.kind == "toll_free_international" and line.channel == "phone":
        cost = line.cost or "free"
    key = _key(line, ("contact_is", line.id))
    return Way(key, contact=line.contact_is, cost=cost, caveats=said)


def with_keys(way: Way, line: Line, steps: Sequence[Step]) -> str | None:
    """Return the link of *way*, that of a call with the keys of *steps* behind it.

    A comma is a pause of two seconds to a telephone. RFC 3966 has no place for it, so the link
    that follows it to the letter stays as it is: `tel_uri`.
    """
    if way.tel_uri is None or ";" in way.tel_uri or line.via is not None:
        return way.uri
    if any(step.action != "press" or not _PLAIN.issuperset(step.press) for step in steps):
        return way.uri  # a telephone may refuse a link with other keys, or with a wait
    return way.tel_uri + post_dial(steps)


def by_page(_facts: Facts, line: Line, _region: Region, caller: Caller) -> Way | Reason:
    """Return how the page of *line* is opened, or why it cannot be."""
    is_home = caller.calling_from == caller.country
    return unusable(line) if line.unusable is not None else _without_number(line, is_home=is_home)


def _by_page(line: Line) -> Way:
    said = tuple(caveats.note(text) for text in line.notes)
    url = line.url
    return Way(_key(line, url), uri=url, contact=url, cost=line.cost or "unknown", caveats=said)


def by_email(_facts: Facts, line: Line, _region: Region, _caller: Caller) -> Way | Reason:
    """Return how *line* is written to, or why it cannot be."""
    if line.email is None:
        return unusable(line)
    said = tuple(caveats.note(text) for text in line.notes)
    uri = f"mailto:{line.email}"
    return Way((line.channel, line.email.lower()), uri=uri, contact=line.email, caveats=said)


def by_post(_facts: Facts, line: Line, _region: Region, _caller: Caller) -> Way | Reason:
    """Return where post for *line* goes, or why none can be sent."""
    if line.address is None:
        return unusable(line)
    said = tuple(caveats.note(text) for text in line.notes)
    return Way((line.channel, line.address), contact=line.address, caveats=said)


REACHES: Mapping[str, Callable[[Facts, Line, Region, Caller], Way | Reason]] = {
    "phone": by_number,
    "sms": by_number,
    "textphone": by_number,
    "messaging": by_number,
    "chat": by_page,
    "web_form": by_page,
    "email": by_email,
    "post": by_post,
}
"""By the channel of a line."""


def reach(facts: Facts, line: Line, region: Region, caller: Caller) -> Way | Reason:
    """Return how *caller* reaches *line* of *region*, or the reason why that cannot be."""
    way = REACHES[line.channel](facts, line, region, caller)
    if isinstance(way, Reason) or not (line.dialable_by or line.carriers):
        return way
    limits = _by_phone(facts, line, caller)
    return not_by_phone(line) if limits is None else way._replace(limits=(*limits, *way.limits))
