"""What a file may say in several forms has one form in the facts."""

from __future__ import annotations

import datetime as dt

import pytest

from supportlines.directory import (
    Desk,
    Facet,
    Holiday,
    NotFor,
    Within,
    dump,
    load_directory,
    plain_of,
)
from supportlines.hours import Schedule
from supportlines.phones import Step
from supportlines.texts import Translated

HEAD = """
directory:
  {id: a, name: A, sources: [{id: p, title: P, url: "https://a.example", read_on: 2026-11-02}]}
tiers: {standard: {}, premium: {includes: standard}}
severities: [low, high]
"""
DESKS = "desks: [technical, billing, sales]\n"
FACETS = "facets: {brand: {values: [north, south]}, plan: {values: {pro: Pro}}}\n"
LINE = '{id: gb, number: "+44 20 7946 0958", '


def loaded(text):
    """Return the facts of a file with the usual head."""
    return load_directory((HEAD + text).encode(), "a.yaml")


def region_of(said, top=""):
    """Return the region of which this is said."""
    return loaded(f"{top}regions: [{{id: r, countries: [GB, IE, CA], {said}}}]").regions[0]


def line_of(said, top=DESKS + FACETS, start=LINE):
    """Return the line of which this is said."""
    return region_of(f"lines: [{start}{said}}}]", top).lines[0]


def rules_of(said, top=DESKS + FACETS):
    """Return the rules of the standard tier."""
    found = region_of(f"availability: {{standard: {said}}}, lines: [{LINE}kind: unknown}}]", top)
    return found.availability["standard"]


def test_words_in_several_languages_are_the_first_of_them():
    """As a text; its translations stay with it, by canonical tags."""
    label = line_of("label: {en: Sales, zh-hans: 销售}").label

    assert label == Translated({"en": "Sales", "zh-Hans": "销售"})
    assert f"{label}" == "Sales"
    assert line_of("label: {de: Vertrieb}").label == Translated({"de": "Vertrieb"})


def test_words_in_several_languages_alone_are_a_list_of_one():
    """As any text that stands where a list is expected."""
    assert line_of("notes: {en: One, de: Eins}").notes == (Translated({"en": "One", "de": "Eins"}),)
    assert line_of("notes: [One, {en: Two}]").notes == ("One", Translated({"en": "Two"}))


@pytest.mark.parametrize(
    "said",
    ["desk: billing", "desks: billing", "desks: [billing]", "for: {desks: billing}"],
)
def test_one_desk_of_a_line_is_said_in_one_way(said):
    """Whatever the file writes, equal meaning compares equal."""
    line = line_of(said)

    assert (line.desk, line.desks, line.only_for) == ("billing", (), {})


@pytest.mark.parametrize("said", ["desks: [billing, sales]", "for: {desks: [billing, sales]}"])
def test_several_desks_of_a_line(said):
    """A line may be for more than one."""
    line = line_of(said)

    assert (line.desk, line.desks) == (None, ("billing", "sales"))


def test_short_forms_of_a_line_are_its_fields():
    """The phone if it is one, and carriers; the rest is the condition, in canonical form."""
    line = line_of(
        "for: {phone: mobile, carrier: [du, e&], subdivisions: ca-qc, languages: EN, brand: north}"
    )
    both = line_of("for: {phone: [mobile, landline]}")

    assert (line.dialable_by, line.carriers) == ("mobile", ("du", "e&"))
    assert line.only_for == {
        "subdivisions": ("CA-QC",),
        "languages": ("en",),
        "brand": ("north",),
    }
    assert line == line_of(
        "dialable_by: mobile, carriers: [du, e&], "
        "for: {brand: north, languages: en, subdivisions: CA-QC}"
    )
    assert (both.dialable_by, both.only_for) == (None, {"phone": ("mobile", "landline")})


def test_short_forms_of_a_rule_and_a_step_are_their_fields():
    """Languages, severities and desks of a rule, languages of a step."""
    (rule,) = rules_of("{hours: 24/7, for: {languages: de, severities: high, desks: sales}}")
    (step,) = line_of("steps: [{say: hello, for: {languages: [DE], plan: pro}}]").steps

    assert (rule.languages, rule.severities, rule.desks) == (("de",), ("high",), ("sales",))
    assert rule.only_for == {}
    assert step == Step(
        action="say", text="hello", languages=("de",), only_for=(("plan", ("pro",)),)
    )


def test_modes_stand_beside_the_languages():
    """What is spoken natively needs no mode; any is none of the languages."""
    line = line_of("languages: {en: native, es: best_effort, any: interpreter}")

    assert line.languages == ("en", "es")
    assert line.language_modes == {"es": "best_effort", "any": "interpreter"}
    assert line.speaks_any
    assert line_of("languages: {en: native}") == line_of("languages: en")


def test_languages_of_the_region_stay_where_only_any_is_said():
    """A line with an interpreter for all others speaks what its region does."""
    line = line_of("languages: {any: interpreter}")

    assert (line.languages, line.language_modes) == ((), {"any": "interpreter"})


@pytest.mark.parametrize(
    ("said", "channel", "published", "is_live"),
    [
        ('number: "+44 20 7946 0958"', "phone", "+44 20 7946 0958", True),
        ("contact_is: on your card", "phone", "on your card", True),
        ("url: https://a.example", "web_form", "https://a.example", False),
        ("url: https://a.example, channel: chat", "chat", "https://a.example", True),
        ("email: a@b.example", "email", "a@b.example", False),
        ("address: {en: 1 Road, de: Weg 1}", "post", "1 Road", False),
        ("url: https://a.example, mode: live", "web_form", "https://a.example", True),
        ('number: "+44 20 7946 0958", channel: sms, mode: message', "sms", None, False),
        ("unusable: It is cut off., published_as: +44 20", "phone", "+44 20", True),
    ],
)
def test_contact_says_the_usual_channel(said, channel, published, is_live):
    """And how it is published, where the file says nothing else."""
    line = line_of(said, start="{id: a, ")

    assert (line.channel, line.is_live) == (channel, is_live)
    assert line.published_as == (published or "+44 20 7946 0958")


def test_inherit_is_no_rule():
    """It says of its tier that the level around decides what no rule is for."""
    region = region_of(
        "availability: {standard: [{inherit: true}, {hours: 24/7, languages: en}], premium: off}"
    )

    assert region.inherits == ("standard",)
    assert [len(rules) for rules in region.availability.values()] == [1, 1]


def test_rule_after_a_line_holds_day_and_night():
    """Unless it says hours beside it; where a tier is not available there are none."""
    facts = loaded(
        "regions: [{id: r, countries: GB, lines: ["
        "LINE availability: {standard: Mo-Fr 09:00-17:00}}, "
        '{id: b, number: "+44 20 7946 0959", availability: {standard: ['
        "{after: gb, languages: de}, {after: gb, hours: Mo-Fr 18:00-22:00, languages: fr},"
        " {not_available: Ask your reseller., languages: it}]}}]}]".replace("LINE ", LINE)
    )

    plain, within, none = facts.line("b")[0].availability["standard"]
    assert (plain.after, str(plain.hours)) == ("gb", "24/7")
    assert (within.after, str(within.hours)) == ("gb", "Mo-Fr 18:00-22:00")
    assert (none.not_available, str(none.hours)) == ("Ask your reseller.", "off")


def test_exception_says_its_end_or_that_nobody_knows_it():
    """The end is no field then."""
    days, moments, instants, monthly = region_of(
        "exceptions: [{first_day: 2026-12-24, last_day: unknown}, "
        "{from: 2026-12-20T18:00, until: unknown, priority: 1}, "
        "{from: 2026-12-01T18:00Z, until: 2026-12-02T09:00Z}, "
        "{each_month: first Saturday, priority: 2}]"
    ).exceptions

    assert (days.last_day, days.end_unknown) == (None, True)
    assert days.days == (dt.date(2026, 12, 24), dt.date.max)
    assert (moments.begins, moments.ends) == (dt.datetime.fromisoformat("2026-12-20T18:00"), None)
    assert moments.end_unknown
    assert instants.ends == dt.datetime(2026, 12, 2, 9, tzinfo=dt.timezone.utc)
    assert not instants.end_unknown
    assert (monthly.each_month, monthly.hours) == ("Sa[1]", Schedule.parse("off"))


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("10", "10"),
        ("10th", "10"),
        ("1st", "1"),
        ("first Saturday", "Sa[1]"),
        ("LAST friday", "Fr[-1]"),
        ("2nd tue", "Tu[2]"),
        ('"Sa[1]"', "Sa[1]"),
        ('"su[-2]"', "Su[-2]"),
    ],
)
def test_days_of_each_month_have_one_form(written, read):
    """A number, or a weekday with its place."""
    (exception,) = region_of(f"exceptions: [{{each_month: {written}}}]").exceptions

    assert exception.each_month == read


@pytest.mark.parametrize(
    ("written", "within", "shown"),
    [
        ("30 min", Within(30, "minutes"), "30 minutes"),
        ("4 h", Within(4, "hours"), "4 hours"),
        ("1 hour", Within(1, "hours"), "1 hour"),
        ("2 days", Within(2, "days"), "2 days"),
        ("30 open min", Within(30, "open minutes"), "30 open minutes"),
        ("4 open hours", Within(4, "open hours"), "4 open hours"),
        ("next open day", Within(1, "open days"), "next open day"),
        ("1 open day", Within(1, "open days"), "next open day"),
        ("2 Open  Days", Within(2, "open days"), "2 open days"),
    ],
)
def test_amounts_of_time_have_one_form(written, within, shown):
    """Of the clock, of open time, or of days with hours."""
    (reply,) = region_of(f"reply: [{{within: {written}}}]").reply

    assert (reply.within, str(reply.within)) == (within, shown)


def test_desks_are_named_by_their_ids_or_by_themselves():
    """An id that is a word for what desks do says it, with - or _."""
    facts = loaded(
        "desks: {customer-service: {}, sales: {name: Sales team, purpose: orders},"
        " help: {not_for: [{what: Sales, desk: sales}]}}\nregions: [{id: r, countries: GB}]"
    )

    assert facts.desks == (
        Desk(id="customer-service", name="customer-service", purpose="customer_service"),
        Desk(id="sales", name="Sales team", purpose="orders"),
        Desk(id="help", name="help", not_for=(NotFor(what="Sales", desk="sales"),)),
    )
    assert plain_of(facts)["desks"] == {
        "customer-service": {},
        "sales": {"name": "Sales team", "purpose": "orders"},
        "help": {"not_for": [{"what": "Sales", "desk": "sales"}]},
    }


def test_desks_without_further_facts_stay_a_list():
    """As older files have them."""
    facts = loaded(DESKS + "regions: [{id: r, countries: GB}]")

    assert plain_of(facts)["desks"] == ["technical", "billing", "sales"]
    assert facts == loaded(
        "desks: {technical: {}, billing: {}, sales: {}}\n" + "regions: [{id: r, countries: GB}]"
    )


def test_facets_name_their_values():
    """By a mapping, or by their ids."""
    facts = loaded(FACETS + "regions: [{id: r, countries: GB}]")

    assert facts.facets == (
        Facet(id="brand", name="brand", values={"north": "north", "south": "south"}),
        Facet(id="plan", name="plan", values={"pro": "Pro"}),
    )
    assert plain_of(facts)["facets"] == {
        "brand": {"values": ["north", "south"]},
        "plan": {"values": {"pro": "Pro"}},
    }


def test_calendars_are_named_for_holidays_of_rules():
    """A rule may also say that nobody states whether holidays count."""
    top = "calendars: {company: [{on: 2026-12-24, name: Company day}]}\n"
    facts = loaded(
        top + "regions: [{id: r, countries: GB, availability: {standard: "
        "[{hours: 24/7, holidays: company, languages: en},"
        " {hours: 24/7, holidays: not_stated, languages: de}]}}]"
    )

    assert facts.calendars == {"company": (Holiday(on=dt.date(2026, 12, 24), name="Company day"),)}
    rules = facts.regions[0].availability["standard"]
    assert [rule.holidays for rule in rules] == ["company", "not_stated"]
    assert load_directory(dump(facts).encode(), "b.yaml") == facts
