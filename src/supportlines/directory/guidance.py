"""What helps a caller beside a line: desks, who picks up, what to have ready, what to ask."""

from __future__ import annotations

from typing import Optional, Tuple

from supportlines.directory.fields import (
    FOR_ALL,
    AddressKind,
    Condition,
    Country,
    Id,
    Ids,
    PromiseKind,
    Purpose,
    Url,
    Words,
    WordsList,
)
from supportlines.directory.record import Record, record


@record
class NotFor(Record):
    """What a desk is not for, and who is."""

    _SHOWN = ("what",)

    what: Words
    """The matter, such as "How-to questions"."""

    desk: Optional[Id] = None
    """The desk that it is for."""

    line: Optional[Id] = None
    """The line that it is for."""

    url: Optional[Url] = None
    """A page that helps with it."""


@record
class Desk(Record):
    """What a line can be for."""

    id: Id
    """The key under which the desk stands in the file."""

    name: Words
    """Names the desk for people; its id if the file says nothing."""

    purpose: Optional[Purpose] = None
    """What sort of desk it is; by default its id, if that is one of the words."""

    not_for: Tuple[NotFor, ...] = ()
    """What it is not for, and where to go with that."""

    levels: Ids = ()
    """Who picks up, first to last: ids of levels."""


@record
class Level(Record):
    """Who in the organisation picks up: a call centre, a first line, specialists."""

    id: Id
    """The key under which the level stands in the file."""

    name: Words
    """Names the level for people; its id if the file says nothing."""

    handles: WordsList = ()
    """What is dealt with here."""

    next: Optional[Id] = None
    """The level that gets what is not dealt with here."""


@record
class Preparation(Record):
    """Something to have ready before contact."""

    id: Id
    """Unique among them; what `wants` and `helps` of a kind of request refer to."""

    text: Words
    """What it is."""

    why: Optional[Words] = None
    """What it is good for."""

    only_for: Condition = FOR_ALL
    """For whom or what it is; for all if nothing is said."""


@record
class SelfHelp(Record):
    """A page to read first."""

    _SHOWN = ("title",)

    title: Words
    """What the page is called."""

    url: Url
    """Where it is."""

    only_for: Condition = FOR_ALL
    """For whom or what it is; for all if nothing is said."""


@record
class Promise(Record):
    """What a caller may ask to be told."""

    _SHOWN = ("kind",)

    kind: PromiseKind
    """The cost, what is being done, what is done next, or when it will be done."""

    text: Optional[Words] = None
    """The promise in the words of the directory."""

    only_for: Condition = FOR_ALL
    """For whom or what it is; for all if nothing is said."""


@record
class Request(Record):
    """A kind of request that a line takes, and what it wants to know."""

    id: Id
    """Unique on its line; on another line it is the same kind. Conditions name it in `requests`."""

    name: Words
    """What the form calls it; its id if the file says nothing."""

    when: Optional[Words] = None
    """When to choose it."""

    desk: Optional[Id] = None
    """The desk that it is passed to."""

    level: Optional[Id] = None
    """The level that picks it up."""

    wants: Ids = ()
    """What must be given: ids of things to have ready."""

    helps: Ids = ()
    """What need not be given and helps: ids of things to have ready."""

    only_for: Condition = FOR_ALL
    """For whom it is; for all if nothing is said."""


@record
class Address(Record):
    """Where an organisation is, or takes its post."""

    _SHOWN = ("kind", "text")

    kind: AddressKind
    """Its seat by law, where post goes, or where one may come."""

    text: Words
    """The address as it is written on an envelope."""

    country: Optional[Country] = None
    """ISO 3166-1 code of its country."""


@record
class Affiliate(Record):
    """A company that belongs to the organisation."""

    _SHOWN = ("name",)

    name: Words
    """What it is called."""

    note: Optional[Words] = None
    """How it belongs to it."""


@record
class Organisation(Record):
    """Who publishes the directory."""

    _SHOWN = ("name",)

    name: Words
    """What people call it."""

    short_name: Optional[Words] = None
    """The same in short."""

    legal_name: Optional[Words] = None
    """What it is called before the law."""

    url: Optional[Url] = None
    """Its page."""

    addresses: Tuple[Address, ...] = ()
    """Where it is, and where it takes its post."""

    affiliates: Tuple[Affiliate, ...] = ()
    """Companies that belong to it."""

    brands: WordsList = ()
    """The names under which it sells."""
