"""A directory as JSON-LD: what stands there, what is lost, and whether it says anything wrong."""

from __future__ import annotations

import datetime as dt
import json
from functools import partial
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import HealthCheck, assume, given, settings
from jsonschema import Draft202012Validator

import supportlines
from supportlines.directory import DirectoryError
from supportlines.hours import OpeningHours, zone_info
from supportlines.hours.schema_org import from_schema_org
from supportlines.render.json_ld import organization, script_json, write_json_ld

from oracles.schema_org_reader import WAYS, state
from strategies.directories import directory_of, instant_of, randoms, text_of

HERE = Path(__file__).parent
DATA = HERE.parent / "data"
EXAMPLE = DATA / "json_ld_directory.yaml"
SCHEMA = Draft202012Validator(json.loads((HERE / "schema.json").read_bytes()))

WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday"]
EVERY_DAY = [*WEEKDAYS, "Saturday", "Sunday", "PublicHolidays"]


def fresh():
    """Return what the golden file holds now, for `python -m tests.refresh`."""
    return {HERE / "golden" / "example.json": write_json_ld(facts_of(EXAMPLE)).text.encode()}


def facts_of(path):
    """Return the facts of a data file."""
    return supportlines.load(path).facts


@pytest.fixture(scope="module")
def example():
    """Return the facts of the example."""
    return facts_of(EXAMPLE)


def points_of(facts, line):
    """Return the contact points of a line."""
    content, _ = organization(facts)
    return [
        point
        for point in content.get("contactPoint", ())
        if point["@id"].partition("#")[2].split(".")[0] == line
    ]


def losses_of(facts, line):
    """Return what is told of a line as lost: what, and why."""
    _, losses = organization(facts)
    return {(loss.what, loss.why) for loss in losses if loss.where == line}


def spec(days=None, opens="09:00", closes="17:00", since=None, until=None):
    """Return a specification with the keys that are given."""
    found = {"@type": "OpeningHoursSpecification", "dayOfWeek": days, "opens": opens}
    found.update(closes=closes, validFrom=since, validThrough=until)
    return {key: value for key, value in found.items() if value is not None}


def week(since=None, until=None):
    """Return weekdays without public holidays, between two days."""
    days = {"since": since, "until": until}
    return spec(WEEKDAYS, **days), spec(["PublicHolidays"], "00:00", "00:00", **days)


CLOSED_ON_HOLIDAYS = week()[1]
CHRISTMAS_EVE = spec(None, "09:00", "12:00", "2026-12-24", "2026-12-24")
STOCKTAKING = spec(None, "00:00", "00:00", "2026-12-28", "2026-12-31")
DAY_AND_NIGHT = spec(EVERY_DAY, "00:00", "23:59")


def test_the_golden_file_is_what_is_written():
    """The whole, so that a change is seen."""
    ((path, content),) = fresh().items()

    assert path.read_bytes().replace(b"\r\n", b"\n") == content


def test_what_stands_there_of_the_organisation(example):
    """Its names and its page, and one context for all."""
    content, _ = organization(example)
    del content["contactPoint"]

    assert content == {
        "@context": "https://schema.org",
        "@type": "Organization",
        "@id": "https://www.example.example/#example-support",
        "name": "Example",
        "alternateName": "Ex",
        "legalName": "Example Ltd",
        "url": "https://www.example.example/",
        "address": ["1 Example Road, London"],
        "brand": [{"@type": "Brand", "name": "North"}],
        "subOrganization": [{"@type": "Organization", "name": "Example North"}],
    }


def test_a_line_has_a_contact_point_for_each_tier_with_hours_of_its_own(example):
    """Day and night is 00:00 to 23:59 there; a closure is midnight to midnight on its days."""
    standard, premium = points_of(example, "gb-free")

    assert standard == {
        "@type": "ContactPoint",
        "@id": "https://www.example.example/#gb-free.standard",
        "name": "Toll free </script><!--",
        "telephone": "+448081570123",
        "contactType": "technical support",
        "areaServed": ["GB"],
        "availableLanguage": ["en"],
        "productSupported": ["Standard"],
        "contactOption": ["TollFree"],
        "hoursAvailable": [
            *week(until="2026-12-23"),
            CHRISTMAS_EVE,
            *week(since="2026-12-25", until="2026-12-27"),
            STOCKTAKING,
            *week(since="2027-01-01"),
        ],
        "description": "Calls are recorded & kept. Hours are local times of Europe/London.",
    }
    assert premium["productSupported"] == ["Premium"]
    assert premium["hoursAvailable"] == [
        {**DAY_AND_NIGHT, "validThrough": "2026-12-23"},
        CHRISTMAS_EVE,
        {**DAY_AND_NIGHT, "validFrom": "2026-12-25", "validThrough": "2026-12-27"},
        STOCKTAKING,
        {**DAY_AND_NIGHT, "validFrom": "2027-01-01"},
    ]


def test_tiers_with_the_same_hours_share_a_contact_point(example):
    """Then it is of all products."""
    (point,) = points_of(example, "gb-textphone")

    assert "productSupported" not in point
    assert point["contactOption"] == ["HearingImpairedSupported"]


@pytest.mark.parametrize(
    ("line", "contact"),
    [
        (
            "gb-form",
            {"url": "https://www.example.example/ask", "contactType": "Orders and returns"},
        ),
        (
            "gb-mail",
            {
                "email": "help@www.example.example",
                "contactType": ["technical support", "Orders and returns"],
            },
        ),
        ("gb-text", {"url": "sms:+447700900123", "contactType": "technical support"}),
    ],
)
def test_other_channels_are_contact_points_too(example, line, contact):
    """A number that one writes to is no telephone."""
    point = points_of(example, line)[0]

    assert {key: point.get(key) for key in contact} == contact
    assert "telephone" not in point


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("gb-inside", "its digits exist in GB alone, so elsewhere they are another number."),
        ("gb-cut", "nothing of what is published can be used."),
        ("gb-card", "where its number is found has no place."),
        ("gb-post", "an address for post has no place beside a contact type."),
        ("gb-messages", "a number for messages of a service has no place."),
    ],
)
def test_what_it_has_no_place_for_is_left_out_and_told(example, line, why):
    """Nothing of such a line is there."""
    assert points_of(example, line) == []
    assert ("line", why) in losses_of(example, line)


def test_languages_with_hours_of_their_own_are_contact_points_of_their_own(example):
    """A night closes at an earlier time than it opens."""
    german, french = points_of(example, "de-berlin")

    assert german["availableLanguage"], german["hoursAvailable"] == (
        ["de"],
        [spec(WEEKDAYS, "08:00", "18:00")],
    )
    assert french["availableLanguage"] == ["fr"]
    assert french["hoursAvailable"] == [spec(WEEKDAYS[:4], "22:00", "06:00")]
    assert french["@id"].endswith("#de-berlin.fr")


def test_hours_that_begin_and_a_line_that_ends_have_dates(example):
    """From the first day of the hours to the last day of the line."""
    (point,) = points_of(example, "de-season")

    assert point["hoursAvailable"] == [
        spec(WEEKDAYS, "10:00", "16:00", "2027-01-01", "2027-06-30"),
    ]
    assert point["description"] == "Only for Team. Hours are local times of the caller."


def test_a_day_on_which_an_hour_is_closed_has_hours_of_its_own(example):
    """The week stops before it and goes on after it."""
    (point,) = points_of(example, "fr-closing")

    assert point["hoursAvailable"] == [
        spec(WEEKDAYS, until="2026-12-09"),
        spec(None, "09:00", "12:00", "2026-12-10", "2026-12-10"),
        spec(None, "13:00", "17:00", "2026-12-10", "2026-12-10"),
        spec(WEEKDAYS, since="2026-12-11"),
    ]
    assert "exceptions" not in {what for what, _ in losses_of(example, "fr-closing")}


def test_hours_of_which_a_part_is_unknown_are_left_out(example):
    """There is no unknown: who reads the rest takes Saturday for closed."""
    (point,) = points_of(example, "fr-not-known")

    assert "hoursAvailable" not in point
    why = (
        'the unknown hours "Sa 00:00-24:00 unknown" are left out: schema.org knows none, '
        "so no hours are written."
    )
    assert ("hours", why) in losses_of(example, "fr-not-known")


def test_that_hours_have_no_zone_is_told(example):
    """In words it stands there."""
    why = (
        "they have no zone there; that they are by the clock of Europe/Paris stands in words alone."
    )

    assert ("time_zone", why) in losses_of(example, "de-berlin")


def test_the_page_and_the_first_day_may_be_given(example):
    """The ids hang on the page; of what was over before that day nothing is told."""
    content, _ = organization(
        example, page="https://a.example/help#top", since=dt.date(2026, 12, 29)
    )
    free = content["contactPoint"][0]

    assert free["@id"] == "https://a.example/help#gb-free.standard"
    assert free["hoursAvailable"] == [
        {**STOCKTAKING, "validFrom": "2026-12-29"},
        *week(since="2027-01-01"),
    ]


def test_a_line_that_ended_is_no_contact_point(example):
    """Before the first day of which anything is said."""
    content, _ = organization(example, since=dt.date(2027, 7, 1))

    assert not any("#de-season" in point["@id"] for point in content["contactPoint"])


ONE_LINE = """
directory:
  id: d
  name: D
  sources: [{id: page, title: A page, url: "https://a.example", read_on: 2026-11-02}]
tiers: {basic: {}, plus: {includes: basic}}
regions:
  - id: gb
    countries: [GB]
    languages: [en]
    availability: {basic: {hours: "%s"}, plus: {hours: "%s"}}
    exceptions: [%s]
    lines: [{id: line, number: "+44 20 7946 0100"}]
"""


def hours_of(basic, plus, exceptions=""):
    """Return the hours of the contact points of a line with two tiers."""
    facts = supportlines.loads(ONE_LINE % (basic, plus, exceptions)).facts
    return {
        tuple(point.get("productSupported", ())): point.get("hoursAvailable")
        for point in points_of(facts, "line")
    }


def test_a_tier_has_the_hours_of_the_one_that_it_includes():
    """Whoever has plus is served on weekdays and on Saturdays."""
    assert hours_of("Mo-Fr 09:00-17:00", "Sa 10:00-12:00") == {
        ("basic",): [spec(WEEKDAYS)],
        ("plus",): [spec(WEEKDAYS), spec(["Saturday"], "10:00", "12:00")],
    }


def test_what_two_tiers_together_have_is_left_out_if_no_week_says_it():
    """Holidays of the one are no holidays of the other."""
    assert hours_of("Mo-Fr 09:00-17:00; PH off", "Sa 10:00-12:00") == {
        ("basic",): [spec(WEEKDAYS), CLOSED_ON_HOLIDAYS],
        ("plus",): None,
    }


def test_a_tier_is_not_closed_where_the_one_that_it_includes_is_open():
    """Who has plus has the short day of basic too: day and night with a closure is not all."""
    exceptions = (
        "{on: 2026-12-24}, {on: 2026-12-24, hours: '10:00-12:00', tiers: [basic], priority: 1}"
    )

    assert hours_of("Mo-Fr 09:00-17:00", "24/7", exceptions) == {
        ("basic",): [
            spec(WEEKDAYS, until="2026-12-23"),
            spec(None, "10:00", "12:00", "2026-12-24", "2026-12-24"),
            spec(WEEKDAYS, since="2026-12-25"),
        ],
        ("plus",): None,
    }


def test_a_closure_cuts_nights_in_two():
    """The night before ends at midnight, and of the one after the morning has its own hours."""
    night = spec([*EVERY_DAY[:7]], "22:00", "06:00")

    assert hours_of("22:00-06:00", "22:00-06:00", "{on: 2026-12-25}") == {
        (): [
            {**night, "validThrough": "2026-12-23"},
            spec(None, "22:00", "00:00", "2026-12-24", "2026-12-24"),
            spec(None, "00:00", "00:00", "2026-12-25", "2026-12-25"),
            spec(None, "00:00", "06:00", "2026-12-26", "2026-12-26"),
            spec(None, "22:00", "06:00", "2026-12-26", "2026-12-26"),
            {**night, "validFrom": "2026-12-27"},
        ]
    }


def test_hours_that_follow_one_another_have_their_days():
    """New ones from New Year on; of the days between two nothing is said."""
    rules = (
        "[{hours: 'Mo-Fr 09:00-17:00', valid_until: 2026-12-31},"
        " {hours: '22:00-06:00', valid_from: 2027-01-01, valid_until: 2027-01-31},"
        " {hours: 'Sa 10:00-12:00', valid_from: 2027-03-01}]"
    )
    text = ONE_LINE.replace('{basic: {hours: "%s"}, plus: {hours: "%s"}}', "{basic: %s}")
    facts = supportlines.loads(text % (rules, "")).facts
    (point,) = points_of(facts, "line")

    assert point["hoursAvailable"] == [
        spec(WEEKDAYS, until="2026-12-31"),
        spec(EVERY_DAY[:7], "22:00", "06:00", "2027-01-01", "2027-01-30"),
        spec(None, "22:00", "00:00", "2027-01-31", "2027-01-31"),
        spec(["Saturday"], "10:00", "12:00", "2027-03-01"),
    ]


def test_rules_that_hold_on_one_day_are_no_sequence():
    """Their hours add up, which nothing here says."""
    rules = (
        "[{hours: 'Mo-Fr 09:00-17:00', valid_until: 2026-12-31},"
        " {hours: 'Sa 10:00-12:00', valid_from: 2026-12-01, desks: [technical]}]"
    )
    text = ONE_LINE.replace('{basic: {hours: "%s"}, plus: {hours: "%s"}}', "{basic: %s}")
    text = text.replace("regions:", "desks: [technical, billing]\nregions:", 1)
    facts = supportlines.loads(text % (rules, "")).facts
    (point,) = points_of(facts, "line")

    assert "hoursAvailable" not in point
    why = "they are stated by several rules, so here they are unknown."
    assert ("availability of basic", why) in losses_of(facts, "line")


def test_a_closure_without_a_known_end_is_written_as_far_as_it_is_sure():
    """Of the days after that on which it was read nothing is said."""
    exception = "{first_day: 2026-10-30, last_day: unknown}"

    assert hours_of("Mo-Fr 09:00-17:00", "Mo-Fr 09:00-17:00", exception) == {
        (): [spec(None, "00:00", "00:00", "2026-11-02", "2026-11-02")]
    }


@pytest.mark.parametrize(
    ("hours", "zone", "is_there"),
    [
        ("Mo-Fr 09:00-17:00", "caller", True),
        ("Mo-Fr 09:00-17:00", "Europe/London", True),  # all callers have that clock
        ("Mo-Fr 09:00-17:00", "Asia/Tokyo", False),  # where it is tomorrow already
        ("Mo-Fr 20:00-04:00", "caller", True),  # the first morning has hours of its own
    ],
)
def test_a_line_begins_between_two_days_of_its_hours(hours, zone, is_there):
    """Else the hours of its first or last day are others than those of the week."""
    text = ONE_LINE % (hours, hours, "")
    text = text.replace('0100"}', '0100", valid_from: 2027-01-01}')
    text = text.replace('"}, plus: {', f'", time_zone: {zone}}}, plus: {{time_zone: {zone}, ')
    (point,) = points_of(supportlines.loads(text).facts, "line")

    assert ("hoursAvailable" in point) == is_there


def test_a_week_of_its_own_says_which_of_its_days_are_closed():
    """Days that the exception does not name are closed, not as usual."""
    exception = "{first_day: 2026-12-28, last_day: 2027-01-03, hours: Mo-Tu 10:00-12:00}"

    assert hours_of("Mo-Fr 09:00-17:00", "Mo-Fr 09:00-17:00", exception) == {
        (): [
            spec(WEEKDAYS, until="2026-12-27"),
            spec(None, "10:00", "12:00", "2026-12-28", "2026-12-29"),
            spec(None, "00:00", "00:00", "2026-12-30", "2027-01-03"),
            spec(WEEKDAYS, since="2027-01-04"),
        ]
    }


def test_of_exceptions_that_meet_on_a_day_the_higher_one_is_written():
    """No two specifications with dates speak of one day: nobody says which of them holds."""
    exceptions = (
        "{on: 2026-12-29, hours: '11:00-12:00', priority: 1},"
        "{first_day: 2026-12-28, last_day: 2027-01-05},"
        "{first_day: 2027-01-02, last_day: 2027-01-03, hours: '10:00-12:00', priority: 2}"
    )

    assert hours_of("Mo-Fr 09:00-17:00", "Mo-Fr 09:00-17:00", exceptions) == {
        (): [
            spec(WEEKDAYS, until="2026-12-27"),
            spec(None, "00:00", "00:00", "2026-12-28", "2026-12-28"),
            spec(None, "11:00", "12:00", "2026-12-29", "2026-12-29"),
            spec(None, "00:00", "00:00", "2026-12-30", "2027-01-01"),
            spec(None, "10:00", "12:00", "2027-01-02", "2027-01-03"),
            spec(None, "00:00", "00:00", "2027-01-04", "2027-01-05"),
            spec(WEEKDAYS, since="2027-01-06"),
        ]
    }


def test_a_week_with_dates_leaves_out_days_of_other_hours():
    """Its days before them, between two of them, and after."""
    exceptions = (
        "{on: 2026-12-10, hours: '12:00-13:00 off', adds: true},"
        "{first_day: 2026-12-12, last_day: 2026-12-20}"
    )

    assert hours_of("Mo-Fr 09:00-17:00", "Mo-Fr 09:00-17:00", exceptions) == {
        (): [
            spec(WEEKDAYS, until="2026-12-09"),
            spec(None, "09:00", "12:00", "2026-12-10", "2026-12-10"),
            spec(None, "13:00", "17:00", "2026-12-10", "2026-12-10"),
            spec(WEEKDAYS, since="2026-12-11", until="2026-12-11"),
            spec(None, "00:00", "00:00", "2026-12-12", "2026-12-20"),
            spec(WEEKDAYS, since="2026-12-21"),
        ]
    }


@pytest.mark.parametrize(
    "path", [EXAMPLE, DATA / "small_directory.yaml", *supportlines.directories()]
)
def test_what_is_written_is_valid(path):
    """By a schema of the part of the vocabulary that is used."""
    content, _ = organization(facts_of(path))

    assert list(SCHEMA.iter_errors(content)) == []


def test_the_schema_refuses_what_must_not_be_written(example):
    """So that the test above can fail."""
    content, _ = organization(example)
    wrong = json.loads(json.dumps(content))
    wrong["contactPoint"][0]["hoursAvailable"][0].update(closes="24:00")
    wrong["contactPoint"][1]["telephone"] = "0800 123"
    wrong["contactPoint"][2]["timeZone"] = "Europe/London"

    assert len(list(SCHEMA.iter_errors(wrong))) == 3


class Scripts(HTMLParser):
    """Collects what stands in the scripts of a page, and its other tags."""

    def __init__(self):
        super().__init__()
        self.tags, self.texts = [], []

    def handle_starttag(self, tag, attrs):  # noqa: ARG002 - HTMLParser hands them over
        """Note a tag."""
        self.tags.append(tag)

    def handle_data(self, data):
        """Note a text."""
        self.texts.append(data)


def test_no_text_ends_the_script_that_it_stands_in(example):
    """And each comes back as it was."""
    text = write_json_ld(example).text
    page = Scripts()
    page.feed(f'<script type="application/ld+json">{text}</script><p>')

    assert page.tags == ["script", "p"]
    assert json.loads(page.texts[0]) == organization(example)[0]
    assert text.isascii()
    assert not set("<>&") & set(text)


@pytest.mark.parametrize("text", ["</script>", "<!--", "\u2028", "&lt;", "]]>", "é", "\\u003c"])
def test_hostile_texts_come_back_equal(text):
    """Whatever marks they are made of."""
    written = script_json({"name": text})

    assert json.loads(written) == {"name": text}
    assert not set("<>&\u2028") & set(written)


QUIET = settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))


def loaded(content):
    """Return the directory of random content, where that is sound."""
    try:
        return supportlines.loads(text_of(content))
    except DirectoryError:
        assume(False)  # noqa: FBT003 - hypothesis has no other name for it


@given(randoms())
@QUIET
def test_random_directories_are_valid(chances):
    """Whatever stands in them; and no id is there twice."""
    content = loaded(directory_of(chances)).json_ld()

    names = [point["@id"] for point in content.get("contactPoint", ())]
    assert list(SCHEMA.iter_errors(content)) == []
    assert len(set(names)) == len(names)


@given(randoms())
@QUIET
def test_no_hours_are_said_wrongly(chances):
    """Read back and asked near the edges of hours and days, they are the answer's, or unknown.

    Our own reader reads them, and one that is too simple to be wrong.
    """
    made = directory_of(chances)
    directory = loaded(made)
    numbers = [line.number.digits for line, _ in directory.lines() if line.number]
    assume(len(set(numbers)) == len(numbers))
    content = directory.json_ld(since=dt.date(2026, 1, 1))
    tiers = {str(tier.name): tier.id for tier in directory.tiers}

    for point in content.get("contactPoint", ()):
        if "hoursAvailable" in point:
            assert_right(directory, point, tiers, partial(instant_of, chances, made), chances)


def assert_right(directory, point, tiers, instant, chances):
    """Compare the hours of a contact point with answers to those whom it is for."""
    schedule = from_schema_org({"hoursAvailable": point["hoursAvailable"]}).schedule
    said = point.get("description", "")
    zone = said.rpartition("Hours are local times of ")[2].rstrip(".")
    zone = "Europe/Paris" if zone in ("", "the caller") else zone
    hours = OpeningHours.parse(str(schedule), time_zone=zone)
    language = chances.choice(point.get("availableLanguage", ["xx"]))
    tier = tiers[chances.choice(point.get("productSupported", list(tiers)))]
    country = chances.choice(point["areaServed"])
    for _ in range(20):
        at = instant(country)
        local = at.astimezone(zone_info(zone))
        minute = local.hour * 60 + local.minute
        said_there = point["hoursAvailable"]
        reads = {state(said_there, local.date(), minute, lambda _: False, way) for way in WAYS}
        reads.add(hours.state(at))
        for option in options(directory, point, country, tier, language, at, zone):
            assert reads <= {option.state, "unknown"}, (point, at, option.state)


def options(directory, point, country, tier, language, at, zone):
    """Return the options that the contact point tells of, whose own clock is *zone*."""
    answer = directory.who_can_i_call(
        country,
        languages=[] if language == "xx" else [language],
        tier=tier,
        time_zone=zone,
        at=at,
    )
    line = point["@id"].partition("#")[2].split(".")[0]
    return [
        option
        for option in answer.options
        if option.line.id == line
        and (language in option.languages if language != "xx" else not option.languages)
        and not any(caveat.code.startswith("holiday") for caveat in option.caveats)
    ]
