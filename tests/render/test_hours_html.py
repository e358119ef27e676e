"""Hours on the page of a directory: seasons, days of a month, tiers together, whose closures."""

from __future__ import annotations

import pytest
from render.small_page import directory, of_class, parsed, words_of


def card(lines="", region="", top="", more="", locale="en-GB", country="GB"):
    """Return the card of a directory of one country and two tiers, the one inside the other."""
    shown = directory(lines, region, top, more, country)
    (found,) = of_class(parsed(shown.html(locale)), "sl-card")
    return found


def weeks(card):
    """Return the tables of weeks: caption, then rows of texts."""
    return [
        [words_of(next(table.iter("caption")))]
        + [[words_of(cell) for cell in row] for row in table.iter("tr")]
        for table in of_class(card, "sl-week")
    ]


def remarks(card):
    """Return what is to be known, but that public holidays are not mentioned."""
    return [
        words_of(item)
        for found in of_class(card, "sl-remarks")
        for item in found
        if "do not mention public holidays" not in words_of(item)
    ]


def closures(card):
    """Return the rows of the days on which hours are otherwise, without its head."""
    (table,) = of_class(card, "sl-closures")
    return [[words_of(cell) for cell in row] for row in table.iter("tr")][1:]


def of_basic(hours, **others):
    """Return the hours of both tiers, the same for both."""
    said = "".join(f", {key}: {value}" for key, value in others.items())
    return f'availability: {{basic: {{hours: "{hours}"{said}}}}}'


BOTH = ["", "Basic and Plus"]
WORKING = [["Monday – Friday", "09:00–17:00"], ["Saturday – Sunday", "Closed"]]


def test_each_season_has_a_week_with_its_days():
    """In words, and what is said of public holidays in both."""
    found = weeks(
        card(region=of_basic("Apr-Sep Mo-Fr 09:00-17:00; Oct-Mar Mo-Fr 10:00-16:00; PH off"))
    )

    assert found == [
        ["Hours ⋅ 1 Apr – 30 Sept", BOTH, *WORKING, ["Public holidays", "Closed"]],
        [
            "Hours ⋅ 1 Oct – 31 Mar", BOTH, ["Monday – Friday", "10:00–16:00"],
            ["Saturday – Sunday", "Closed"], ["Public holidays", "Closed"],
        ],
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("hours", "days"),
    [
        ("Jun 01-Aug 31 off", "1 Jun – 31 Aug"),
        ("Dec 24-26 off; Jan 01 off", "1 Jan, 24 Dec – 26 Dec"),
        ("2026 Dec 20-2027 Jan 10 off", "20 Dec 2026 – 10 Jan 2027"),
        ("2029+ off", "First day: 1 Jan 2029"),
        ("2027-2030 Jun off", "1 Jun – 30 Jun (2027 – 2030)"),
    ],
)
def test_what_remains_of_the_year_is_a_week_too(hours, days):
    """Days on which nobody is there are told as a season."""
    found = weeks(card(region=of_basic(f"Mo-Fr 09:00-17:00; {hours}")))

    assert found == [
        [f"Hours ⋅ {days}", BOTH, ["Monday – Sunday", "Closed"]],
        ["Hours ⋅ On all other days", BOTH, *WORKING],
    ]


def test_days_of_a_season_are_in_the_words_of_the_locale():
    """Of the days and of the months."""
    (first, _) = weeks(card(region=of_basic("Mo 09:00-17:00; Jun-Aug off"), locale="de"))

    assert first[0] == "Hours ⋅ 1. Juni – 31. Aug."


@pytest.mark.parametrize(
    ("hours", "friday"),
    [
        ("Fr[-1] 09:00-12:00", "last of the month: 09:00–12:00 ⋅ otherwise: Closed"),
        (
            "Mo-Fr 09:00-17:00; Fr[-1] off",
            "last of the month: Closed ⋅ otherwise: 09:00–17:00",
        ),
        (
            "Mo-Fr 09:00-17:00; Fr[1],Fr[3] 10:00-12:00",
            "first of the month and third of the month: 10:00–12:00 ⋅ otherwise: 09:00–17:00",
        ),
    ],
)
def test_a_weekday_says_what_it_has_at_some_places_of_a_month(hours, friday):
    """Its cell is never a mere "Closed" where it is open once a month."""
    (table,) = weeks(card(region=of_basic(hours)))

    assert ["Friday", friday] in table


@pytest.mark.parametrize(
    "hours",
    [
        "Mo-Fr 09:00-17:00; Fr[-1] off; Fr[4] 10:00-12:00",
        "Mo 09:00-10:00; Jan Mo 10:00-11:00; Feb Mo 11:00-12:00; Mar Mo 12:00-13:00; Apr off",
    ],
)
def test_what_no_few_weeks_say_stands_as_it_is_written(hours):
    """With no day that is "Closed"."""
    assert weeks(card(region=of_basic(hours))) == [
        ["Hours", BOTH, ["Monday – Sunday", f"Hours differ; as written: {hours}"]]
    ]


def test_public_holidays_whose_hours_depend_on_the_weekday_are_told_by_weekday():
    """In their row."""
    (table,) = weeks(card(region=of_basic("Mo-Sa 09:00-17:00; PH Mo-Fr 10:00-12:00")))

    assert table[-1] == [
        "Public holidays",
        "Mon – Fri: 10:00–12:00 ⋅ Sat: 09:00–17:00 ⋅ Sun: Closed",
    ]


OVERFLOW = '- {id: over, number: "+44 20 7946 0959", label: Overflow, availability: {basic: %s}}'


def test_hours_after_another_line_are_not_open_all_day():
    """Somebody answers while the other is closed, and no week says when."""
    found = weeks(card(region=of_basic("Mo-Fr 09:00-17:00"), more=OVERFLOW % "{after: line}"))

    assert found == [
        ["Hours ⋅ London", BOTH, *WORKING],
        ["Hours ⋅ Overflow", BOTH, ["Monday – Sunday", "While this line is closed: London"]],
    ]


def test_hours_of_their_own_after_another_line_say_so_over_their_week():
    """They hold within these hours alone, and while the other is closed."""
    rule = '{after: line, hours: "Mo-Su 07:00-22:00"}'

    (_, found) = weeks(card(region=of_basic("Mo-Fr 09:00-17:00"), more=OVERFLOW % rule))

    assert found == [
        "Hours ⋅ Overflow ⋅ While this line is closed: London",
        BOTH,
        ["Monday – Sunday", "07:00–22:00"],
    ]


TWO_TIERS = """{basic: {hours: "Mo-Fr 09:00-17:00; PH off", notes: [Of basic]},
      plus: {hours: "Fr-Sa 16:00-20:00", notes: [Of plus]}}"""


def test_a_tier_has_the_hours_of_the_one_that_it_includes():
    """Friday from nine to twenty; on public holidays its own alone."""
    found = card(region=f"availability: {TWO_TIERS}")

    assert weeks(found) == [
        [
            "Hours",
            ["", "Basic", "Plus"],
            ["Monday – Thursday", "09:00–17:00", "09:00–17:00"],
            ["Friday", "09:00–17:00", "09:00–20:00"],
            ["Saturday", "Closed", "16:00–20:00"],
            ["Sunday", "Closed", "Closed"],
            [
                "Public holidays",
                "Closed",
                "Mon – Thu: Closed ⋅ Fri – Sat: 16:00–20:00 ⋅ Sun: Closed",
            ],
        ]
    ]
    # The note of Basic is for those who have Plus as well, and so for all.
    assert remarks(found) == ["Of basic"]
    assert any("Plus: The hours do not mention" in words_of(one) for one in found.iter("li"))


def test_seasons_of_two_tiers_are_joined_season_by_season():
    """Plus is open on Saturdays of summer."""
    rules = """{basic: {hours: "Mo-Fr 09:00-17:00; Aug off"},
      plus: {hours: "Jul-Aug Sa 10:00-12:00"}}"""

    found = {table[0]: table[1:] for table in weeks(card(region=f"availability: {rules}"))}

    assert found["Hours ⋅ 1 Jul – 31 Jul"] == [
        ["", "Plus"],
        ["Monday – Friday", "09:00–17:00"],
        ["Saturday", "10:00–12:00"],
        ["Sunday", "Closed"],
    ]
    assert list(found) == [
        "Hours ⋅ 1 Aug – 31 Aug",
        "Hours ⋅ On all other days",
        "Hours ⋅ 1 Jul – 31 Jul",
    ]


def test_hours_by_two_clocks_add_up_and_the_page_says_so():
    """No one week says when any of them is open."""
    rules = """{basic: {hours: "Mo-Fr 09:00-17:00", time_zone: Europe/London},
      plus: {hours: "Mo-Fr 08:00-17:00", time_zone: Asia/Tokyo}}"""

    found = card(region=f"availability: {rules}")

    assert weeks(found)[0][1] == ["", "Basic and Plus ⋅ Europe/London", "Plus ⋅ Asia/Tokyo"]
    assert remarks(found) == ["Hours of the same line for the same caller add up"]


def test_a_rule_for_some_has_the_hours_of_all_as_well():
    """Who has a severe problem may call in ordinary hours too."""
    rules = (
        """{basic: [{hours: "Mo-Fr 09:00-17:00"}, {hours: "Sa 09:00-17:00", severities: [high]}]}"""
    )

    found = weeks(card(region=f"availability: {rules}", top="severities: [low, high]"))

    assert found == [
        ["Hours", BOTH, *WORKING],
        [
            "Hours ⋅ if: high",
            BOTH,
            ["Monday – Saturday", "09:00–17:00"],
            ["Sunday", "Closed"],
        ],
    ]


def test_who_is_named_nearer_is_not_everybody_else():
    """A line serves some of its callers not at all, and the others in the hours around it."""
    line = "[{inherit: true}, {not_available: Use the form, severities: [low]}]"

    found = card(
        lines=f", availability: {{basic: {line}}}",
        region=of_basic("Mo-Fr 09:00-17:00"),
        top="severities: [low, high]",
    )

    assert weeks(found) == [["Hours ⋅ unless: low", BOTH, *WORKING]]
    assert remarks(found) == ["Basic and Plus ⋅ if: low: Not available: Use the form"]


def test_who_is_not_served_is_so_whatever_else_is_said_of_some_of_them():
    """One rule that nobody is served ends what others of its list say."""
    rules = """{basic: [{hours: "Mo-Fr 09:00-17:00", severities: [high]},
      {not_available: Use the form, languages: [en]}]}"""

    found = card(region=f"availability: {rules}", top="severities: [low, high]")

    assert (weeks(found), remarks(found)) == ([], ["Not available: Use the form"])


def test_every_remark_says_whose_it_is():
    """Of which line and tier; of all of a card nothing is said."""
    other = """- {id: other, number: "+44 20 7946 0959", label: Leeds, availability:
          {basic: {hours: "24/7", notes: [Of Leeds]}}}"""

    one = card(region=of_basic("24/7", notes="[Of all]"))
    two = card(region=of_basic("24/7 unknown", notes="[Of London]"), more=other)

    assert remarks(one) == ["Of all"]
    assert remarks(two) == [
        "Basic and Plus ⋅ London: Of London",
        "Basic and Plus ⋅ Leeds: Of Leeds",
    ]


def test_a_closure_of_a_tier_leaves_the_hours_that_it_includes():
    """Who has Plus is still served in the hours of Basic, and the other way round."""
    found = card(
        region=f"""availability: {TWO_TIERS}
    exceptions:
      - {{on: 2026-12-24, reason: Eve, tiers: [plus]}}
      - {{on: 2026-12-28, tiers: [basic]}}
      - {{on: 2026-12-29}}"""
    )

    assert closures(found) == [
        ["Thu, 24 Dec 2026", "Closed", "Eve ⋅ Plus ⋅ Hours that stay: Basic"],
        ["Mon, 28 Dec 2026", "Closed", "Basic"],
        ["Mon, 28 Dec 2026", "Closed", "Plus ⋅ Hours that stay: Plus"],
        ["Tue, 29 Dec 2026", "Closed", ""],
    ]


def test_a_closure_of_a_rule_leaves_other_rules():
    """Those of the same callers; who is closed is named by what the rule is for."""
    rules = """{basic: [{hours: "Mo-Fr 09:00-17:00", exceptions: [{on: 2026-12-24}]},
      {hours: "Th 16:00-20:00", severities: [high]}]}"""

    found = card(region=f"availability: {rules}", top="severities: [low, high]")

    assert closures(found) == [
        ["Thu, 24 Dec 2026", "Closed", "Basic and Plus ⋅ Hours that stay: Basic"],
    ]


def test_a_closure_changes_nothing_where_somebody_is_always_there():
    """Who has Plus, day and night, does not miss Basic."""
    rules = '{basic: {hours: "Mo-Fr 09:00-17:00", exceptions: [{on: 2026-12-24}]}, plus: 24/7}'

    assert closures(card(region=f"availability: {rules}")) == [
        ["Thu, 24 Dec 2026", "Closed", "Basic"]
    ]


def test_days_of_hours_without_a_clock_say_by_whose_they_are():
    """Day and night asks no clock, and a day on which nobody is there does."""
    rules = "{basic: {hours: 24/7, time_zone: Asia/Tokyo}}"

    found = card(region=f"availability: {rules}\n    exceptions: [{{on: 2026-12-24}}]")

    assert closures(found) == [["Thu, 24 Dec 2026", "Closed", "Times are those of Asia/Tokyo"]]


INSTANTS = ', exceptions: [{from: "2026-12-01T22:00Z", until: "2026-12-02T22:00Z"}]'


@pytest.mark.parametrize(
    ("zone", "said"),
    [
        (
            "Europe/Kyiv",
            "Wed, 2 Dec 2026, 00:00 (Europe/Kyiv) – Thu, 3 Dec 2026, 00:00 (Europe/Kyiv)",
        ),
        # Of who calls from the one country of the card, which has one zone.
        (
            "caller",
            "Tue, 1 Dec 2026, 22:00 (Europe/London) – Wed, 2 Dec 2026, 22:00 (Europe/London)",
        ),
    ],
)
def test_a_closure_of_instants_is_told_by_the_clock_of_the_hours(zone, said):
    """As `supportlines close` writes it, in UTC."""
    found = card(lines=INSTANTS, region=of_basic("Mo-Fr 09:00-17:00", time_zone=zone))

    assert closures(found) == [[said, "Closed", ""]]


def test_a_closure_of_instants_is_in_utc_where_each_caller_has_a_clock():
    """And it says that it is; Portugal has three zones."""
    found = card(
        lines=INSTANTS,
        region=f"""name: R
    {of_basic("Mo-Fr 09:00-17:00")}""",
        country="PT",
    )

    assert closures(found)[0][0] == ("Tue, 1 Dec 2026, 22:00 (UTC) – Wed, 2 Dec 2026, 22:00 (UTC)")


def test_a_closure_of_instants_is_told_where_no_hours_are():
    """The line is closed then, whatever its hours; of a day nobody knows by whose clock it is."""
    days = INSTANTS.replace("exceptions: [", "exceptions: [{on: 2026-12-24}, ")

    assert [row[1:] for row in closures(card(lines=days))] == [["Closed", ""]]


def test_conditions_of_steps_are_in_the_words_of_what_is_asked():
    """As those of lines and of hours are: by the name of a desk, and not by its id."""
    found = card(
        top="desks: {lost: {name: Lost cards}, other: {}}",
        lines=", desks: [lost, other], steps: [{press: 1, label: Cards, for: {desks: [lost]}}]",
        region=of_basic("Mo-Fr 09:00-17:00", desks="[lost]"),
    )

    assert [words_of(one) for one in of_class(found, "sl-steps")] == [
        "then: if: Lost cards: press 1 (Cards)"
    ]
    assert weeks(found)[0][0] == "Hours ⋅ if: Lost cards"


def test_hours_with_a_first_day_and_those_of_a_tier_around_add_up():
    """Who has plus is answered on Saturdays too, whatever the week of basic says of them."""
    found = card(
        region="availability: {"
        'basic: {hours: "Mo-Fr 09:00-17:00", time_zone: Europe/London, valid_from: 2026-01-01},'
        ' plus: {hours: "Sa 10:00-12:00", time_zone: Europe/London}}'
    )

    assert len(weeks(found)) == 2
    assert "Hours of the same line for the same caller add up" in remarks(found)
