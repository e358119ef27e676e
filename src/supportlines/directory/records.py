"""The records of a data file below the directory itself: sources, tiers, rules, lines, regions."""

from __future__ import annotations

from typing import Mapping, Optional, Tuple

from supportlines.directory.days import CLOSED, DayException, Holiday
from supportlines.directory.fields import (
    ALL_NATIVE,
    ANY_LANGUAGE,
    CALLER,
    FOR_ALL,
    LIVE_CHANNELS,
    NOTHING_ACCEPTED,
    Accepted,
    Channel,
    Condition,
    Confidence,
    Cost,
    Countries,
    Day,
    Days,
    Device,
    Email,
    HolidaysOf,
    Hours,
    Id,
    Ids,
    Kind,
    LanguageModes,
    Languages,
    Mode,
    Number,
    Parts,
    Reach,
    RuleZone,
    SomeCountries,
    SomeIds,
    Text,
    Texts,
    Url,
    Via,
    Words,
    WordsList,
    YesOrNo,
    ZoneName,
)
from supportlines.directory.guidance import Request
from supportlines.directory.record import FrozenDict, Record, record
from supportlines.directory.replies import Reply
from supportlines.phones import Step


@record
class Source(Record):
    """A page that the directory was typed from."""

    id: Id
    """Unique among the sources; what `source` refers to."""

    title: Text
    """The title of the page."""

    url: Url
    """Where the page is."""

    read_on: Day
    """The day on which a person last compared the directory with the page."""

    version: Optional[Day] = None
    """The date that the page gives itself."""

    note: Optional[Words] = None
    """What a reader should know about the page."""


@record
class Correction(Record):
    """What a printed number should probably have been; never dialled by itself."""

    _SHOWN = ("text", "confidence")

    text: Text
    """The likely number."""

    confidence: Confidence
    """How likely it is."""

    reason: Text
    """Why it is likely."""


@record
class Tier(Record):
    """What a customer can be entitled to."""

    id: Id
    """The key under which the tier stands in the file."""

    name: Words
    """Names the tier for people; its id if the file says nothing."""

    includes: Optional[Id] = None
    """A tier whose hours this one has as well."""


@record
class Rule(Record):
    """For which languages, severities and desks which hours hold, by whose clock."""

    _SHOWN = ("hours", "time_zone")

    hours: Hours = CLOSED
    """The schedule, in the `opening_hours` notation of OpenStreetMap.

    A rule has hours, `after`, both, or `not_available`.
    """

    after: Optional[Id] = None
    """A line: the hours hold while it is closed; without any, that is all they say."""

    not_available: Optional[Words] = None
    """Why the tier does not serve those whom the rule is for; it has no hours then."""

    languages: Languages = ()
    """Languages for which the hours hold; empty for all languages of the line."""

    severities: Ids = ()
    """Severities for which the hours hold; empty for all."""

    desks: Ids = ()
    """Desks for which the hours hold; empty for all."""

    only_for: Condition = FOR_ALL
    """For whom else the hours hold; for all if nothing is said."""

    time_zone: RuleZone = CALLER
    """IANA name of the zone of the hours, or `caller` for the caller's own."""

    valid_from: Optional[Day] = None
    """First day on which the hours hold; None if they held from the beginning."""

    valid_until: Optional[Day] = None
    """Last day on which they hold, included; on days of no rule the state is unknown."""

    exceptions: Tuple[DayException, ...] = ()
    """Other hours on some days."""

    holidays: HolidaysOf = CALLER
    """Whose public holidays `PH` means: `caller`, `national`, a country, a part of one, a calendar.

    `national` is the caller's country as a whole, whatever some of its parts keep. With
    `not_stated`, it is not known whether the hours hold on public holidays of the caller's place.
    """

    published_as: Optional[Text] = None
    """The hours as printed."""

    confidence: Confidence = "high"
    """How sure the reading is."""

    source: Optional[Id] = None
    """Where the hours were read; by default where the record around them was."""

    notes: WordsList = ()
    """What a caller should know."""

    accept: Accepted = NOTHING_ACCEPTED
    """Doubts of `check` that somebody has looked into: for each code why it is none here."""


Availability = Mapping[str, Tuple[Rule, ...]]
"""The rules of each tier, by its id."""

NO_AVAILABILITY: Availability = FrozenDict()


@record
class Line(Record):
    """One way to reach one desk, as published."""

    _SHOWN = ("id", "number")

    id: Id
    """Unique in the file, never given to another line later."""

    only_in: Countries = ()
    """The countries in which the digits of the number exist, for those without E.164 form."""

    number: Number = None
    """The number to dial or to write to; None for a line that has another contact or none."""

    url: Optional[Url] = None
    """The page of a form, or of a chat."""

    email: Optional[Email] = None
    """The address to write to."""

    address: Optional[Words] = None
    """The address for post, as it is written on an envelope."""

    contact_is: Optional[Words] = None
    """Where the caller finds the number, which nobody else knows: "on the back of your card"."""

    unusable: Optional[Words] = None
    """Why nothing of what is published can be used; such a line is never offered."""

    published_as: Text
    """The contact as printed; by default as it is written in the file."""

    published_lines: Optional[Text] = None
    """Where it stands in the source, for example `L96-99`."""

    correction: Optional[Correction] = None
    """What the printed number should probably have been."""

    number_confidence: Confidence = "high"
    """How sure the number is."""

    label: Optional[Words] = None
    """What the source calls the line, in the language of the file."""

    label_published_as: Optional[Text] = None
    """What the source calls the line, as printed."""

    channel: Channel = "phone"
    """How the desk is reached; by default as its contact is: `web_form` for a page."""

    mode: Optional[Mode] = None
    """Whether somebody answers while one waits; by default as is usual for the channel."""

    via: Optional[Via] = None
    """Who answers first and puts one through; nobody if nothing is said."""

    service: Optional[Words] = None
    """The name of the messaging service, such as WhatsApp."""

    send: Optional[Words] = None
    """What to write first to a number for messages."""

    desk: Optional[Id] = None
    """What the line is for; by default the first desk of the directory."""

    desks: Ids = ()
    """What the line is for, where that is more than one desk."""

    only_for: Condition = FOR_ALL
    """For whom else the line is; for all if nothing is said."""

    kind: Kind = "unknown"
    """What sort of number it is."""

    cost: Optional[Cost] = None
    """What a call costs, where that is known better than by the kind."""

    serves: Countries = ()
    """Countries that the line is for; empty for all countries of its region."""

    serves_parts: Parts = ()
    """Parts of further countries that the line is for."""

    dialable_from: Optional[Reach] = None
    """Countries in which the number can be dialled, or `anywhere`; None for what the kind says."""

    dialable_from_parts: Parts = ()
    """Parts of further countries in which the number can be dialled."""

    dialable_by: Optional[Device] = None
    """The sort of phone that the number can be dialled with; None for any."""

    carriers: Texts = ()
    """Carriers through which the number can be dialled; empty for all."""

    languages: Languages = ()
    """What is spoken; empty for the languages of the caller's region."""

    language_modes: LanguageModes = ALL_NATIVE
    """How well a language is served, where it is not spoken natively."""

    languages_confidence: Confidence = "high"
    """How sure the languages are."""

    fallback: YesOrNo = False
    """Whether the line is for those who cannot reach the first choice ("Other")."""

    fallback_when: Optional[Words] = None
    """When the source says to use the fallback."""

    availability: Availability = NO_AVAILABILITY
    """Rules by tier; a tier that is absent is decided by the caller's regions."""

    inherits: Ids = ()
    """Tiers whose rules here leave to the caller's regions what none of them is for."""

    exceptions: Tuple[DayException, ...] = ()
    """Other hours on some days, whatever the rule."""

    valid_from: Optional[Day] = None
    """First day on which the line can be called, on the caller's calendar; None for always."""

    valid_until: Optional[Day] = None
    """Last day on which it can be called, on the caller's calendar; None if no end is known."""

    replaces: Optional[Id] = None
    """Id of the line that this one stands for since it is valid."""

    steps: Tuple[Step, ...] = ()
    """What to press, choose, enter or say after contact, in order."""

    requests: Tuple[Request, ...] = ()
    """The kinds of request that the line takes."""

    reply: Tuple[Reply, ...] = ()
    """Until when a first answer comes; the first entry that is for the caller counts."""

    source: Optional[Id] = None
    """Where the line was read; by default the first source of the directory."""

    notes: WordsList = ()
    """What a caller should know."""

    accept: Accepted = NOTHING_ACCEPTED
    """Doubts of `check` that somebody has looked into: for each code why it is none here."""

    @property
    def is_live(self) -> bool:
        """Whether somebody answers while one waits."""
        return self.channel in LIVE_CHANNELS if self.mode is None else self.mode == "live"

    @property
    def speaks_any(self) -> bool:
        """Whether every language is served, those that are not named by way of a mode."""
        return ANY_LANGUAGE in self.language_modes


@record
class Region(Record):
    """A named group of countries, possibly inside another, as the source makes it."""

    id: Id
    """Unique in the file."""

    name: Words
    """Names the region for people; its id if the file says nothing."""

    published_as: Optional[Text] = None
    """Its heading as printed."""

    name_note: Optional[Words] = None
    """What is to be said about the name."""

    countries: Countries = ()
    """Countries that the source names here."""

    countries_not_named: Countries = ()
    """Countries that belong here by the sense of the source, which does not name them."""

    parts: Parts = ()
    """Parts of further countries that the source names here."""

    languages: Languages = ()
    """What lines speak that say nothing themselves; empty for what the region around it says."""

    availability: Availability = NO_AVAILABILITY
    """Rules by tier; a tier that is absent is decided by the region around it."""

    inherits: Ids = ()
    """Tiers whose rules here leave to the region around what none of them is for."""

    exceptions: Tuple[DayException, ...] = ()
    """Other hours on some days, whatever the rule."""

    reply: Tuple[Reply, ...] = ()
    """Until when a message is answered, for lines here that say nothing of it."""

    notes: WordsList = ()
    """What a reader of the file should know; answers do not show it."""

    accept: Accepted = NOTHING_ACCEPTED
    """Doubts of `check` that somebody has looked into: for each code why it is none here."""

    lines: Tuple[Line, ...] = ()
    """Lines of the region itself."""

    regions: Tuple[Region, ...] = ()
    """Regions inside it."""


@record
class CountryFacts(Record):
    """What holds in a country whatever the caller says."""

    _SHOWN = ("time_zone", "note")

    time_zone: Optional[ZoneName] = None
    """IANA name of the zone that "local time" means there; None for the caller's own."""

    holidays: Tuple[Holiday, ...] = ()
    """Public holidays that the calendar of the country does not have."""

    working_days: Days = ()
    """Days that are no public holiday here, whatever the calendar says."""

    note: Optional[Words] = None
    """Why."""


@record
class Guess(Record):
    """What to name, marked as a guess, to callers from countries in no region."""

    _SHOWN = ("countries", "lines")

    countries: SomeCountries
    """Countries in no region."""

    lines: SomeIds
    """Ids of lines."""

    note: Optional[Words] = None
    """Why."""
