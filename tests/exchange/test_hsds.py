"""Open Referral's HSDS 3, both ways; what is written is judged by the published schemas."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator, FormatChecker
from referencing import Registry, Resource
from referencing.jsonschema import DRAFT202012

import supportlines
from supportlines.exchange import write_hsds

DATA = Path(__file__).parent.parent / "data"
SCHEMAS = DATA / "hsds"

SCHEDULE = {
    "id": "1",
    "freq": "WEEKLY",
    "byday": "MO,TU",
    "opens_at": "09:00",
    "closes_at": "17:00",
}


def validator():
    """Return what judges a service by the schemas of HSDS 3.0."""
    schemas = {path.name: json.loads(path.read_bytes()) for path in SCHEMAS.glob("*.json")}
    registry = Registry().with_resources(
        (name, Resource(schema, DRAFT202012))
        for name, schema in schemas.items()
        if name != "service_full.json"
    )
    return Draft202012Validator(
        {"$ref": "service.json"}, registry=registry, format_checker=FormatChecker()
    )


def service(**more):
    """Return a page with one service."""
    found = {
        "id": "s",
        "name": "Help",
        "status": "active",
        "phones": [{"id": "p", "number": "+44 20 7946 0958", "type": "voice"}],
        "service_areas": [{"id": "a", "name": "United Kingdom"}],
        "organization": {"id": "o", "name": "Example", "website": "https://a.example"},
    }
    return json.dumps({"contents": [{**found, **more}]})


def only(found):
    """Return the one line that there is."""
    (line,) = found.values()
    return line


@pytest.mark.parametrize(
    "name",
    [
        "small_directory.yaml", "spanish_helpdesk.yaml", "coverage_directory.yaml",
        "stress/directory.yaml",
    ],
)  # fmt: skip
def test_what_is_written_is_valid_by_the_published_schema(name):
    """Every service of every page, ids and dates too."""
    page = json.loads(write_hsds(supportlines.load(DATA / name).facts).text)

    wrong = [error.message for one in page["contents"] for error in validator().iter_errors(one)]

    assert page["total_items"] == page["size"] == len(page["contents"]) > 0
    assert wrong == []


def test_the_shipped_directory_is_valid_too():
    """All of its lines that have a number."""
    page = json.loads(write_hsds(supportlines.load().facts).text)

    wrong = [error for one in page["contents"] for error in validator().iter_errors(one)]

    assert len(page["contents"]) > 50
    assert wrong == []


def test_the_judge_would_see_what_is_wrong():
    """An id that is none, a service without a status."""
    found = {error.message for error in validator().iter_errors({"id": "1", "name": "x"})}

    assert found == {"'1' is not a 'uuid'", "'status' is a required property"}


def test_ids_are_the_same_at_every_writing():
    """Whoever follows a service finds it again."""
    facts = supportlines.load(DATA / "small_directory.yaml").facts

    assert write_hsds(facts) == write_hsds(facts)


@pytest.mark.parametrize(
    "wrap",
    [
        lambda one: one,
        lambda one: {"contents": [one]},
        lambda one: [one],
        lambda one: {"services": [one]},
        lambda one: {**one["organization"], "services": [one]},
    ],
)
def test_services_stand_alone_in_lists_and_pages(lines, wrap):
    """As APIs hand them over."""
    (one,) = json.loads(service())["contents"]

    assert only(lines(json.dumps(wrap(one)))).number.e164 == "+442079460958"


def test_a_service_becomes_a_line(read):
    """With its organisation as the directory, its languages and its desk."""
    text = service(
        languages=[{"id": "l", "code": "deu"}, {"id": "m", "name": "Polish"}],
        contacts=[{"id": "c", "department": "Sales"}],
        assured_date="2026-10-01",
        alert="Closed for repair in May.",
    )
    imported = read(text, name="", source_url="")
    facts = supportlines.loads(imported.text).facts
    (line, _) = next(facts.lines())

    assert (facts.name, facts.sources[0].url) == ("Example", "https://a.example")
    assert (line.id, line.label, line.languages, line.desk) == (
        "gb-help",
        "Help",
        ("de", "pl"),
        "sales",
    )
    assert line.notes == ("Closed for repair in May.",)
    assert str(facts.read_on(line.source)) == "2026-10-01"


@pytest.mark.parametrize(
    ("schedules", "hours"),
    [
        ([SCHEDULE], "Mo,Tu 09:00-17:00"),
        ([{**SCHEDULE, "opens_at": "09:00:00"}], "Mo,Tu 09:00-17:00"),
        ([{**SCHEDULE, "opens_at": "22:00", "closes_at": "06:00"}], "Mo,Tu 22:00-06:00"),
        ([SCHEDULE, {**SCHEDULE, "byday": "SA", "closes_at": "12:00"}],
         "Mo,Tu 09:00-17:00; Sa 09:00-12:00"),
        ([{**SCHEDULE, "interval": 2}], "24/7 unknown"),
        ([{**SCHEDULE, "freq": "MONTHLY", "byday": "1MO"}], "24/7 unknown"),
        ([{**SCHEDULE, "count": 3}], "24/7 unknown"),
        ([{**SCHEDULE, "bymonthday": "1"}], "24/7 unknown"),
        ([{**SCHEDULE, "opens_at": "soon"}], "24/7 unknown"),
        ([{**SCHEDULE, "byday": ""}], "24/7 unknown"),
    ],
)  # fmt: skip
def test_recurrences_become_hours(lines, schedules, hours):
    """Weeks are read; what returns otherwise is unknown, never left out."""
    found = only(lines(service(schedules=schedules), time_zone="Europe/London"))

    (rule,) = found.availability["standard"]
    assert str(rule.hours) == hours


@pytest.mark.parametrize(
    "more", [{"timezone": 1}, {"opens_at": "09:00+01:00", "closes_at": "17:00+01:00"}]
)
def test_an_offset_is_no_zone(read, lines, more):
    """It is right for half of the year."""
    text = service(schedules=[{**SCHEDULE, **more}])

    assert str(only(lines(text)).availability["standard"][0].hours) == "24/7 unknown"
    assert any("the offset from UTC is stated (+" in one.why for one in read(text).remarks)


@pytest.mark.parametrize("status", ["inactive", "defunct", "temporarily closed"])
def test_a_service_that_is_not_there_is_a_comment(read, status):
    """Nobody should be sent to it."""
    imported = read(service(status=status))

    assert imported.lines == 0
    assert [one.why for one in imported.remarks] == [
        f'its status is "{status}", so it is left out.'
    ]
    assert "+44 20 7946 0958" in imported.remarks[0].text


def test_telephones_stand_in_many_places_and_count_once(lines):
    """At the service, a contact, a place; the same number twice is one."""
    phone = {"id": "p", "number": "+44 20 7946 0958"}
    other = {"id": "q", "number": "+44 20 7946 0959", "extension": 12, "type": "cell"}
    place = {
        "id": "x",
        "phones": [phone],
        "location": {"id": "y", "location_type": "physical", "phones": [other]},
    }
    found = lines(
        service(
            contacts=[{"id": "c", "department": "Sales", "phones": [other]}],
            service_at_locations=[place],
        )
    )

    assert [line.number.e164 for line in found.values()] == ["+442079460958", "+442079460959"]
    second = list(found.values())[1]
    assert (second.kind, second.desk, second.steps[0].press) == ("mobile", "sales", "12")


def test_an_area_inside_a_country_names_none(read, lines):
    """The country that is given is for it."""
    text = service(service_areas=[{"id": "a", "name": "MyCity", "extent": "{}"}])

    assert [one.what for one in read(text).missing] == ["lines", "country"]
    assert only(lines(text, country="GB")).number.e164 == "+442079460958"
    assert "#   MyCity\n" in read(text).text


def test_the_place_of_an_office_is_not_whom_it_serves(read):
    """It is told."""
    address = {"id": "d", "country": "FR", "address_1": "1 Main Street"}
    location = {"id": "y", "location_type": "physical", "addresses": [address]}
    imported = read(service(service_areas=[], service_at_locations=[{"location": location}]))

    assert imported.lines == 0
    assert any("it has a place in FR" in one.why for one in imported.remarks)


def test_the_published_example_is_read(read):
    """Each of its keys is read or a comment."""
    content = json.loads((SCHEMAS / "service_full.json").read_text(encoding="utf-8"))
    del content["email"]  # a line of its own
    imported = read(json.dumps(content), country="GB", name="", source_url="")
    directory = supportlines.loads(imported.text)

    (line, _) = next(directory.facts.lines())
    assert (line.published_as, line.languages) == ("+44 1234 234567 ext. 100", ("ur",))
    told = {one.text for one in imported.remarks} | {imported.text}
    texts = {key: text for key, text in content.items() if isinstance(text, str)}
    lost = [key for key, text in texts.items() if not any(text in one for one in told)]
    assert lost == ["id", "status"]


def test_words_beside_recurrences_count_while_they_say_the_same(lines, read):
    """Whoever changes a time and not the words has changed the hours."""
    words = {
        "description": "opening_hours: Mo,Tu 09:00-17:00; PH off",
        "notes": "time_zone: caller",
    }
    changed = service(schedules=[{**SCHEDULE, **words, "closes_at": "18:00"}])
    wrong = service(schedules=[{**SCHEDULE, **words, "description": "opening_hours: Mo 9-17"}])

    hours = [
        str(only(lines(one)).availability["standard"][0].hours)
        for one in (service(schedules=[{**SCHEDULE, **words}]), changed, wrong)
    ]

    assert hours == ["Mo,Tu 09:00-17:00; PH off", "Mo,Tu 09:00-18:00", "Mo,Tu 09:00-17:00"]
    said = f"the schedule says: {words['description']}"
    assert said in [one.why for one in read(changed).remarks]


@pytest.mark.parametrize(
    ("schedules", "hours"),
    [
        ([SCHEDULE, {"id": "2", "description": "Saturdays by appointment"}], "24/7 unknown"),
        ([{"id": "2", "description": "By appointment"}], "24/7 unknown"),
        ([SCHEDULE, {"id": "2"}], "Mo,Tu 09:00-17:00"),
        ([{"id": "2"}], None),
        ([SCHEDULE] * 10_001, "24/7 unknown"),
    ],
)
def test_hours_in_words_alone_are_unknown(lines, schedules, hours):
    """They may be hours on a day of which the others say nothing."""
    found = only(lines(service(schedules=schedules), time_zone="Europe/London"))

    rules = found.availability.get("standard", ())
    assert [str(rule.hours) for rule in rules] == ([] if hours is None else [hours])


def facts_of(hours, **more):
    """Return a directory with one line that has these hours."""
    rule = {"hours": hours, "time_zone": "Europe/London"}
    line = {
        "id": "help",
        "number": "+44 20 7946 0958",
        "published_as": "020 7946 0958",
        "languages": ["pt-BR"],
        "availability": {"standard": rule},
    }
    content = json.loads((DATA / "round_trip.json").read_text(encoding="utf-8"))
    content["regions"][0]["lines"] = [{**line, **more}]
    return supportlines.loads(json.dumps(content)).facts


@pytest.mark.parametrize(
    ("hours", "lost"),
    [
        ("Mo-Fr 09:00-17:00", set()),
        ("Mo-Fr 09:00-17:00; PH off", {"HSDS has no public holidays"}),
        ("PH 10:00-12:00", {"HSDS has no public holidays"}),
        ("Mo-Fr 09:00-17:00; 2026 Dec 24-26 off", {"HSDS has no public holidays and no days"}),
        ("Mo-Fr 09:00-17:00; 2026 Dec 24 09:00-12:00", {"HSDS does not say that hours of some"}),
        ("off", {"HSDS says when something is open"}),
        ("Mo 09:00-17:00 unknown", {"HSDS says when something is open"}),
        ("24/7", set()),
    ],
)
def test_hours_are_written_as_recurrences_and_come_back(hours, lost, lines):
    """What recurrences cannot say stands in words, and is told."""
    written = write_hsds(facts_of(hours))
    (one,) = json.loads(written.text)["contents"]
    (found,) = lines(written.text).values()

    told = [loss.why for loss in written.losses if loss.what == "hours"]
    assert list(validator().iter_errors(one)) == []
    assert all(any(why.startswith(start) for why in told) for start in lost)
    assert str(found.availability["standard"][0].hours) == hours
    assert found.languages == ("pt-BR",)


@pytest.mark.parametrize(
    ("press", "label", "extension"),
    [("12", "extension", 12), ("012", "extension", None), ("1", "sales", None)],
)
def test_an_extension_is_a_number_of_hsds(press, label, extension):
    """One with a zero before it is none, and other steps have no place."""
    written = write_hsds(facts_of("24/7", steps=[{"press": press, "label": label}]))
    (one,) = json.loads(written.text)["contents"]

    assert one["phones"][0].get("extension") == extension
    assert ("steps" in {loss.what for loss in written.losses}) is (extension is None)


def test_people_are_told_from_when_until_when_a_line_is_there():
    """HSDS has no dates of a service."""
    more = {"valid_from": "2026-01-01", "valid_until": "2026-12-31", "notes": "Ask for Ann."}
    (one,) = json.loads(write_hsds(facts_of("24/7", **more)).text)["contents"]

    assert one["alert"] == "From 2026-01-01. Until 2026-12-31."
    assert one["phones"][0]["description"] == "Ask for Ann."


def test_hours_of_a_first_tier_that_includes_another_are_unknown(lines):
    """What is open for either is open; one schedule says that of none."""
    content = json.loads((DATA / "round_trip.json").read_text(encoding="utf-8"))
    content["tiers"] = {"premium": {"includes": "standard"}, "standard": {}}
    (line,) = content["regions"][0]["lines"]
    line["availability"] = {"standard": "Mo-Fr 09:00-17:00", "premium": "Sa 09:00-12:00"}
    written = write_hsds(supportlines.loads(json.dumps(content)).facts)

    (found,) = lines(written.text).values()

    assert str(found.availability["standard"][0].hours) == "24/7 unknown"
    assert "premium has the hours of standard as well" in " ".join(map(str, written.losses))


@pytest.mark.parametrize(
    ("written", "kind"),
    [("voice", "unknown"), ("hotline", "unknown"), ("Toll-free", "toll_free"), ("cell", "mobile")],
)
def test_types_of_telephones_are_words_of_vcard_and_of_people(lines, written, kind):
    """What it is, or what sort of number."""
    phone = {"id": "p", "number": "+44 20 7946 0958", "type": written}

    assert only(lines(service(phones=[phone]))).kind == kind


def test_other_telephones_and_organisations_are_told(read):
    """A pager, and who else is in the file."""
    first = json.loads(service(phones=[{"id": "p", "number": "1", "type": "pager"}]))["contents"]
    second = json.loads(service(organization={"id": "q", "name": "Other"}))["contents"]

    remarks = [str(one) for one in read(json.dumps([*first, *second])).remarks]

    assert any('a telephone of the type "pager" is not read.' in one for one in remarks)
    assert 'organisation "Other" is another one of the same file.' in remarks


def test_what_is_no_service_is_told(read):
    """With its text."""
    imported = read(json.dumps({"services": [{"colour": "red"}]}), "hsds")

    assert "# entry 1: it is neither a service nor an organisation.\n" in imported.text


@pytest.mark.parametrize(
    ("content", "remarks"),
    [
        ({"contents": "x"}, ['"contents" is not read: an object belongs there.']),
        ({"contents": ["x", 3]}, ['"contents" is not read: an object belongs there.']),
        (["x", {"contents": []}], ["an entry is no object, so it is not read."]),
        (
            {"name": "Example", "phones": "020 7946 0958"},
            ['organisation "Example": "phones" is not read: an object belongs there.'],
        ),
    ],
)
def test_what_is_no_object_is_told_at_the_top(read, content, remarks):
    """A page of texts would give nothing, and nobody would know why."""
    imported = read(json.dumps(content), "hsds")

    assert [str(one) for one in imported.remarks] == remarks


def test_what_is_no_object_is_told_inside_of_a_service(read):
    """Each key once, with what stands there."""
    place = {"id": "l", "location": {"id": "1", "schedules": "Mo-Fr"}}
    text = service(languages="en", service_areas=["GB"], service_at_locations=[place])

    imported = read(text, country="GB")

    told = [(one.why, one.text) for one in imported.remarks if "an object belongs" in one.why]
    assert told == [
        ('"languages" is not read: an object belongs there.', "en"),
        ('"service_areas" is not read: an object belongs there.', "GB"),
        ('"schedules" is not read: an object belongs there.', "Mo-Fr"),
    ]
    assert "#   Mo-Fr" in imported.text
