"""What is written of facts reads back as the same facts."""

from __future__ import annotations

import datetime as dt
import json

from hypothesis import given, settings
from hypothesis import strategies as st

from supportlines.directory import dump, facts_of_plain, load_directory, plain_of

from strategies.amount import cases

COUNTRIES = ("GB", "DE", "NO", "FR", "US", "CA", "JP", "QA")
LANGUAGES = ("en", "de", "no", "zh-Hant", "pt-BR", "ja")
HOURS = (
    "24/7",
    "24/7 unknown",
    "off",
    "Mo-Fr 09:00-17:00",
    "Mo-Fr 22:00-06:00; PH off",
    "Su 00:00-24:00",
    "12:00-13:00 off",
    "Dec 24-Jan 2 off \"closed: ask 'them'\"",
    "Apr-Oct Mo,We 08:00-12:00,13:00-17:30; Nov-Mar Sa[-1] 10:00-12:00",
    "2026 Dec 24 10:00-14:00 unknown",
)
NUMBERS = (
    {"number": "+44 20 7946 0958"},
    {"number": "+1-202-555-0123"},
    {"number": "0808 157 0123", "only_in": ["GB"]},
    {"number": "988", "only_in": ["US", "CA"]},
    {"number": "00800 100167", "only_in": "qa"},
    {"unusable": "The number is cut off in the source."},
    {"url": "https://support.example/ask"},
    {"url": "https://support.example/talk", "channel": "chat"},
    {"email": "help@support.example", "mode": "live"},
    {"address": {"en": "1 Road", "de": "Weg 1"}},
    {"contact_is": "on the back of your card", "via": "relay"},
    {"number": "+44 20 7946 0959", "channel": "sms", "send": "HELP", "mode": "message"},
    {"number": "+44 20 7946 0960", "channel": "messaging", "service": "Example"},
)
PLACES = ("GB", "DE", "NO", "west", "CA-QC", "us-ny")
HOURS_OF_SOME_TIME = ("off", "24/7", "24/7 unknown")
AMOUNTS = ("30 min", "4 h", "2 days", "1 open min", "4 open hours", "next open day", "3 open days")
UNWRITTEN = ("Cc", "Cs", "Cn", "Co", "Cf", "Zl", "Zp")
"""Categories of characters that a file may not hold, or that no person writes."""

LETTERS = st.characters(exclude_categories=UNWRITTEN, max_codepoint=0x2FFFF)
WORDS = ("NO", "no", "~", "null", "true", "0116", "12:30", "1e3", "2026-11-02", "x " * 90)
MARKS = ("a: b", "- x", "# x", "'", '"', "&a", "[x]", "{", "%", "|", "<<", "two\n\nlines", "a\tb")
TEXTS = st.text(LETTERS, min_size=1, max_size=40).filter(str.strip)
SAID = st.one_of(TEXTS, st.sampled_from(WORDS + MARKS))
TRANSLATED = st.dictionaries(st.sampled_from(["en", "de", "zh-Hant"]), SAID, min_size=1)
FOR_PEOPLE = st.one_of(SAID, SAID, TRANSLATED)
DAYS = st.dates(dt.date(2020, 1, 1), dt.date(2030, 12, 31)).map(str)


def some(values, **limits):
    """Return a strategy for a list of different values."""
    return st.lists(st.sampled_from(values), min_size=1, unique=True, **limits)


@st.composite
def optional(draw, **fields):
    """Return some of the fields."""
    return {key: draw(value) for key, value in fields.items() if draw(st.booleans())}


def conditions(*without):
    """Return a strategy for what stands under `for`."""
    keys = {
        "tiers": some(["standard", "premium"]),
        "desks": some(["technical", "billing"]),
        "severities": st.just("urgent"),
        "languages": some(LANGUAGES),
        "subdivisions": some(["CA-QC", "us-ny"]),
        "phone": some(["landline", "mobile"]),
        "carrier": some(["Example", "du"]),
        "requests": st.just(["error", "other"]),
        "brand": some(["north", "south"]),
    }
    kept = {key: value for key, value in keys.items() if key not in without}
    return optional(**kept).filter(bool)


@st.composite
def rules(draw):
    """Return the rules of a tier, in short or in full, no two of them for the same calls."""
    if draw(st.booleans()):
        return draw(st.sampled_from(HOURS))
    found = []
    for language in draw(some(LANGUAGES, max_size=2)):
        further = draw(
            optional(
                time_zone=st.sampled_from(["caller", "Europe/Berlin", "Asia/Kolkata"]),
                published_as=SAID,
                confidence=st.sampled_from(["high", "medium", "low"]),
                source=st.sampled_from(["page", "article"]),
                notes=st.lists(SAID, min_size=1, max_size=2),
                holidays=st.sampled_from(["caller", "national", "de-by", "FR-national"]),
                severities=some(["normal", "urgent"]),
                valid_from=st.just("2026-01-01"),
                valid_until=st.just("2026-12-31"),
                exceptions=exceptions(),
            )
        )
        limits = draw(optional(**{"for": conditions("tiers", "languages", "severities")}))
        outcome = draw(st.sampled_from(["hours", "hours", "after", "both", "not_available"]))
        if outcome == "not_available":
            further = {key: further[key] for key in ("notes", "source") if key in further}
            further["not_available"] = draw(FOR_PEOPLE)
        if outcome in ("after", "both"):
            further["after"] = "first-line"
        if outcome in ("hours", "both"):
            further["hours"] = draw(st.sampled_from(HOURS))
        found.append({"languages": [language], **further, **limits})
    if draw(st.booleans()):
        found.insert(draw(st.integers(0, len(found))), {"inherit": True})
    return found


@st.composite
def exceptions(draw):
    """Return exceptions on different days."""
    found = []
    for day in draw(st.lists(DAYS, min_size=1, max_size=3, unique=True)):
        further = draw(
            optional(
                hours=st.sampled_from(HOURS),
                adds=st.booleans(),
                priority=st.integers(-3, 3),
                reason=FOR_PEOPLE,
                tiers=st.just("standard"),
            )
        )
        when = {"on": day} if draw(st.booleans()) else {"first_day": day, "last_day": day}
        found.append({**when, **further})
    others = (
        {"first_day": "2031-01-01", "last_day": "unknown"},
        {"from": "2019-12-24T18:00", "until": "2019-12-26T09:00"},
        {"from": "2018-12-24T18:00Z", "until": "2018-12-26T09:00Z"},
        {"each_month": "first Saturday", "last_day": "2017-12-31"},
        {"each_month": "10", "first_day": "2010-01-01", "last_day": "2011-12-31", "priority": 9},
    )
    for when in draw(st.lists(st.sampled_from(others), max_size=3, unique_by=str)):
        hours = st.sampled_from(HOURS_OF_SOME_TIME)
        found.append({**when, **draw(optional(hours=hours, reason=FOR_PEOPLE))})
    return found


@st.composite
def lines(draw, name):
    """Return a line."""
    press = st.fixed_dictionaries(
        {"press": st.sampled_from(["1", "4711#", "1,2"]), "label": FOR_PEOPLE}
    )
    actions = st.sampled_from(["choose", "enter", "say", "send", "wait"])
    other = st.tuples(actions, FOR_PEOPLE).map(lambda one: dict([one]))
    step = st.tuples(
        st.one_of(press, other),
        optional(**{"for": conditions("languages"), "languages": some(LANGUAGES)}),
    ).map(lambda one: {**one[0], **one[1]})
    modes = st.sampled_from(["native", "interpreter", "best_effort"])
    spoken = st.dictionaries(st.sampled_from((*LANGUAGES, "any")), modes, min_size=1)
    further = draw(
        optional(
            label=FOR_PEOPLE,
            kind=st.sampled_from(["toll_free", "mobile", "geographic"]),
            cost=st.sampled_from(["free", "local"]),
            dialable_from=st.one_of(st.just("anywhere"), some(PLACES[:-1])),
            languages=st.one_of(some(LANGUAGES), spoken),
            fallback=st.booleans(),
            availability=availability(),
            exceptions=exceptions(),
            steps=st.lists(step, min_size=1, max_size=2),
            reply=replies(),
            notes=FOR_PEOPLE,
            accept=st.dictionaries(st.just("number-not-of-country"), SAID, min_size=1),
            correction=st.fixed_dictionaries(
                {"text": SAID, "confidence": st.just("low"), "reason": SAID}
            ),
            **{"for": conditions("desks", "phone", "carrier")},
        )
    )
    short = st.sampled_from(
        [
            {},
            {"desk": "billing"},
            {"desks": ["technical", "billing"]},
            {"dialable_by": "mobile"},
            {"carriers": ["Example", "du"]},
        ]
    )
    number = draw(st.sampled_from(NUMBERS))
    published = draw(optional(published_as=SAID))
    if "unusable" in number:
        published = {"published_as": draw(SAID)}
    return {"id": name, **published, **number, **further, **draw(short)}


def replies():
    """Return a strategy for what is promised."""
    one = st.fixed_dictionaries({"within": st.sampled_from(AMOUNTS)})
    limited = st.tuples(one, optional(**{"for": conditions(), "published_as": SAID}))
    return st.lists(limited.map(lambda both: {**both[0], **both[1]}), min_size=1, max_size=2)


def availability():
    """Return the rules of some tiers."""
    return st.dictionaries(st.sampled_from(["standard", "premium"]), rules(), min_size=1)


@st.composite
def regions(draw, name, countries):
    """Return a region of these countries, perhaps with one inside that lists the last of them."""
    further = draw(
        optional(
            name=FOR_PEOPLE,
            languages=some(LANGUAGES),
            availability=availability(),
            reply=replies(),
        )
    )
    region = {"id": name, **further}
    if len(countries) > 1 and draw(st.booleans()):
        region["regions"] = [draw(regions(f"{name}-inner", countries[-1:]))]
        countries = countries[:-1]
    parts = draw(st.sampled_from([(), ("BR-SP",), ("AU-NSW", "AU-VIC")]))
    region["countries"] = [*countries, *(() if "inner" in name else parts)]
    count = draw(st.integers(0, 3))
    region["lines"] = [draw(lines(f"{name}-line-{number}")) for number in range(count)]
    return region


@st.composite
def directories(draw):
    """Return the plain content of a sound data file."""
    source = {"title": draw(SAID), "url": "https://support.example/a?b=c#d", "read_on": draw(DAYS)}
    about = {"id": "example", "name": draw(SAID)}
    about["sources"] = [{"id": "page", **source}, {"id": "article", **source}]
    about.update(draw(optional(assumed_languages=some(LANGUAGES), organisation=organisations())))
    countries = draw(st.permutations(COUNTRIES))
    content = {
        "directory": about,
        "tiers": {"standard": {}, "premium": {"name": draw(SAID), "includes": "standard"}},
        "severities": ["normal", "urgent"],
        "desks": draw(desks()),
        "facets": {"brand": {"values": draw(values())}},
        "places": {"west": ["FR", "IE", "us-nj"], "others": {"except": ["GB", "DE"]}},
        "prepare": draw(things()),
        "regions": [
            draw(regions("north", list(countries[:3]))),
            draw(regions("south", list(countries[3:5]))),
        ],
    }
    # What rules hold after has hours of its own.
    always = dict.fromkeys(("standard", "premium"), "Mo-Fr 09:00-17:00")
    form = {
        "id": "form",
        "url": "https://support.example/ask",
        "requests": [{"id": "error", "wants": ["text"], "helps": ["browser"]}],
    }
    first = {"id": "first-line", "number": "+44 20 7946 0901", "availability": always}
    content["regions"].append({"id": "alone", "countries": ["IS"], "lines": [first, form]})
    day = st.fixed_dictionaries({"on": DAYS, "name": FOR_PEOPLE})
    facts = optional(
        time_zone=st.just("Europe/Oslo"), holidays=st.lists(day, max_size=2), note=SAID
    )
    content.update(
        draw(
            optional(
                countries=st.dictionaries(st.sampled_from(COUNTRIES), facts, min_size=1),
                reply=replies(),
                calendars=st.just({"company": [{"on": "2026-12-24", "name": "Company day"}]}),
                levels=st.sampled_from(
                    [["first", "last"], {"first": {"next": "last"}, "last": {"handles": "All"}}]
                ),
                self_help=st.lists(
                    st.fixed_dictionaries(
                        {"title": FOR_PEOPLE, "url": st.just("https://a.example")}
                    ),
                    max_size=2,
                ),
                promises=st.just([{"kind": "cost", "for": {"brand": "north"}}]),
                guesses=st.just([{"countries": list(countries[5:]), "lines": ["north-line-0"]}]),
            )
        )
    )
    if not content["regions"][0]["lines"]:
        content.pop("guesses", None)
    return content


def organisations():
    """Return a strategy for who publishes a directory."""
    address = st.fixed_dictionaries({"kind": st.just("legal"), "text": FOR_PEOPLE})
    further = optional(
        url=st.just("https://a.example"),
        addresses=st.lists(address, min_size=1, max_size=2),
        affiliates=st.just([{"name": "North", "note": "A branch"}]),
        brands=st.lists(FOR_PEOPLE, min_size=1, max_size=2),
    )
    return st.tuples(FOR_PEOPLE, further).map(lambda one: {"name": one[0], **one[1]})


def desks():
    """Return a strategy for two desks, named by their ids or with more."""
    more = optional(
        name=FOR_PEOPLE,
        purpose=st.sampled_from(["sales", "technical"]),
        not_for=st.just([{"what": "Bills", "desk": "billing"}]),
    )
    keyed = st.fixed_dictionaries({"technical": more, "billing": more})
    return st.one_of(st.just(["technical", "billing"]), keyed)


def values():
    """Return a strategy for the values of a facet."""
    named = st.fixed_dictionaries({"north": FOR_PEOPLE, "south": FOR_PEOPLE})
    return st.one_of(st.just(["north", "south"]), named)


def things():
    """Return a strategy for things to prepare."""
    limited = optional(**{"for": conditions(), "why": FOR_PEOPLE})
    return st.tuples(limited, limited).map(
        lambda both: [
            {"id": "text", "text": "A", **both[0]},
            {"id": "browser", "text": "B", **both[1]},
        ]
    )


@settings(max_examples=cases(60), deadline=None)
@given(directories())
def test_what_we_write_we_can_read(content):
    """Writing and reading are inverse, and so are the plain form and the facts."""
    facts = load_directory(json.dumps(content).encode(), "generated.json")

    text = dump(facts)

    assert load_directory(text.encode(), "written.yaml") == facts
    assert dump(load_directory(text.encode(), "written.yaml")) == text
    assert facts_of_plain(json.loads(json.dumps(plain_of(facts)))) == facts


def test_file_with_every_key_reads_back_equal(small):
    """No field is forgotten by the writer."""
    text = dump(small)

    assert load_directory(text.encode(), "written.yaml") == small
    assert facts_of_plain(plain_of(small)) == small
    assert plain_of(small)["tiers"]["premium"] == {
        "name": "Premium support",
        "includes": "standard",
    }
