"""Known weeks, clock changes, and the laws of shares."""

from __future__ import annotations

from datetime import datetime, timezone

import pytest

import supportlines
from supportlines.coverage import Gap, Period, gaps_of, measure
from supportlines.coverage.week import WEEK, lay_over_a_week
from supportlines.directory import load_directory
from supportlines.hours import OpeningHours
from supportlines.render.coverage import coverage_text

HOUR = 3600
DAY = 24 * HOUR


def week_of(text, zone, at, *, is_local=True):
    """Return the week in which an instant lies."""
    period = Period.of_week(datetime.fromisoformat(at + "+00:00"), is_local=is_local)
    hours = OpeningHours.parse(text, time_zone=zone)
    return lay_over_a_week(((-(10**12), hours),), period.segments(zone))


def test_ordinary_week_has_forty_hours():
    """Five days of eight hours; nobody answers at night and on the weekend."""
    week = week_of("Mo-Fr 09:00-17:00", "Europe/Berlin", "2026-11-25T12:00")

    assert week.open_seconds == 40 * HOUR
    assert week.total_seconds == WEEK
    assert gaps_of([week]) == (
        Gap(17 * HOUR, 33 * HOUR),
        Gap(DAY + 17 * HOUR, DAY + 33 * HOUR),
        Gap(2 * DAY + 17 * HOUR, 2 * DAY + 33 * HOUR),
        Gap(3 * DAY + 17 * HOUR, 3 * DAY + 33 * HOUR),
        Gap(4 * DAY + 17 * HOUR, WEEK + 9 * HOUR),  # from Friday to Monday
    )


@pytest.mark.parametrize(
    ("at", "total", "sunday"),
    [
        ("2026-03-25T12:00", 167, (3600, 3600, 0, 3600)),  # the hour from 2 to 3 is skipped
        ("2026-10-21T12:00", 169, (3600, 3600, 7200, 3600)),  # it is there twice
        ("2026-11-25T12:00", 168, (3600, 3600, 3600, 3600)),
    ],
)
def test_changes_of_the_clocks_are_in_the_week(at, total, sunday):
    """A skipped hour has no seconds, a repeated one has them twice."""
    week = week_of("24/7", "Europe/Berlin", at)

    cells = week.cells()[6 * 24 : 6 * 24 + 4]
    assert week.open_seconds == week.total_seconds == total * HOUR
    assert tuple(opened for opened, _, _ in cells) == sunday
    assert gaps_of([week]) == ()


def test_day_that_never_was_is_no_gap():
    """Apia skipped a Friday; whoever is always there was there."""
    week = week_of("24/7", "Pacific/Apia", "2011-12-28T12:00")

    assert week.total_seconds == 6 * DAY
    assert gaps_of([week]) == ()


def test_longest_gap_is_in_instants():
    """From Christmas Eve's closing until the next opening, which is in the week after."""
    week = week_of("Mo-Fr 09:00-17:00; Dec 24-26 off", "UTC", "2026-12-23T12:00")

    assert week.longest_gap == (
        datetime(2026, 12, 23, 17, tzinfo=timezone.utc).timestamp(),
        datetime(2026, 12, 28, 9, tzinfo=timezone.utc).timestamp(),
    )


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        # on Monday somebody is there again who left on Friday, a week before
        ("Mo-Fr 09:00-17:00; Dec 14-20 off", (11, 17), (21, 9)),
        # from the Friday after until the first day on which somebody is there again
        ("Mo-Fr 09:00-17:00; Dec 26 - Jan 5 off", (25, 17), (31 + 6, 9)),
        # nobody is there in the whole week: nothing to tell it from for ever
        ("Mo-Fr 09:00-17:00; Dec 20-27 off", (21, 0), (28, 0)),
    ],
)
def test_gap_is_followed_out_of_the_period(text, start, end):
    """A gap at an edge is as long as it is, and not as the part of it that is looked at."""
    week = week_of(text, "UTC", "2026-12-23T12:00")

    first = datetime(2026, 12, 1, tzinfo=timezone.utc).timestamp()
    instants = [first + (day - 1) * DAY + hour * HOUR for day, hour in (start, end)]
    assert week.longest_gap == tuple(instants)


def test_shares_are_one_together(measured):
    """Open, unknown and closed time make the whole of the year."""
    for rows in measured.values():
        for row in rows.values():
            week = row.week
            assert 0 <= week.open_seconds + week.unknown_seconds <= week.total_seconds
            assert week.total_seconds == 365 * DAY
            cells = week.cells()
            assert sum(cell[0] for cell in cells) == week.open_seconds
            assert sum(cell[1] for cell in cells) == week.unknown_seconds
            assert sum(cell[2] for cell in cells) == week.total_seconds


def test_premium_is_never_less_than_standard(measured):
    """A tier that includes another is open whenever that is."""
    rows = measured[True]
    for (country, zone, tier, language), row in rows.items():
        other = rows.get((country, zone, "premium", language))
        if tier == "standard" and other is not None:
            assert other.week.open_seconds >= row.week.open_seconds


def test_any_language_is_never_less_than_one(measured):
    """Whoever speaks one of them is somebody."""
    rows = measured[True]
    for (country, zone, tier, _), row in rows.items():
        assert rows[country, zone, tier, None].week.open_seconds >= row.week.open_seconds


def test_zones_with_one_clock_are_one_row(measured):
    """Berlin and Büsingen show the same time, New York and Honolulu do not."""
    clocks = {
        country: {row.time_zones for row in measured[True].values() if row.country == country}
        for country in ("DE", "US")
    }

    assert clocks["DE"] == {("Europe/Berlin", "Europe/Busingen")}
    assert [zones for zones in clocks["US"] if "America/New_York" in zones] == [
        zones for zones in clocks["US"] if "America/Detroit" in zones
    ]
    assert [zones for zones in clocks["US"] if "Pacific/Honolulu" in zones] == [
        ("Pacific/Honolulu",)
    ]


def test_assumed_and_unspoken_languages_are_marked(world):
    """Nepal's line states no language; nobody there speaks French."""
    period = Period.of_year(2026, is_local=True)

    rows = measure(
        world.facts, period, countries=["NP"], tiers=["standard"], languages=["en", "fr"]
    ).rows

    assert [(row.language, row.is_spoken, row.is_assumed) for row in rows] == [
        ("en", True, True),
        ("fr", False, False),
    ]
    assert rows[1].gaps == (Gap(0, WEEK),)


def test_picture_is_the_mean_of_countries(world):
    """Each country counts once, however many clocks it has."""
    period = Period.of_year(2026, is_local=True)

    found = measure(
        world.facts, period, countries=["MX", "DE"], tiers=["standard"], languages=["es"]
    )

    (picture,) = found.pictures
    noon, evening = picture.cells[24 + 12], picture.cells[24 + 17]
    # Tuesdays: Mexico all 52; Germany all but 29 December.
    assert noon.open_share == pytest.approx((1 + 51 / 52) / 2)
    assert evening.open_share == pytest.approx(1 / 2)
    assert picture.countries == ("MX", "DE")
    assert picture.gaps[0] == Gap(18 * HOUR, 33 * HOUR)


def test_the_same_question_has_the_same_answer(world):
    """Nothing depends on the order of countries or on what was asked before."""
    period = Period.of_year(2026, is_local=False)

    both = measure(world.facts, period, countries=["GB", "NP"]).rows
    one = measure(world.facts, period, countries=["NP"]).rows

    key = ("NP", "Asia/Kathmandu")
    assert [row for row in both if (row.country, row.time_zones[0]) == key] == list(one)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ({"countries": ["UK"]}, 'there is no country "UK"'),
        ({"languages": ["english"]}, '"english"'),
        ({"tiers": ["gold"]}, '"gold"'),
        ({"countries": ["DE", "XX"]}, '"XX"'),
    ],
)
def test_unknown_words_are_refused(world, words, expected):
    """With the error of every other question."""
    with pytest.raises(supportlines.SupportlinesError, match=expected):
        measure(world.facts, Period.of_year(2026, is_local=True), **words)


@pytest.fixture(scope="module")
def two_desks(tmp_path_factory):
    """Return a directory whose desks keep different weeks."""
    path = tmp_path_factory.mktemp("data") / "desks.yaml"
    path.write_text(
        """
directory:
  id: desks
  name: Desks
  sources: [{id: page, title: A page, url: https://support.example, read_on: 2026-11-22}]
tiers: {standard: {}}
desks: [technical, billing, sales]
regions:
  - id: kingdom
    countries: [GB]
    languages: [en]
    availability:
      standard: [{desks: [technical], hours: 24/7}, {desks: [billing], hours: Mo-Fr 09:00-17:00}]
    lines:
      - {id: tech, number: +44 20 7946 0958, published_as: 020 7946 0958}
      - {id: bill, number: +44 20 7946 0959, published_as: 020 7946 0959, desk: billing}
""",
        encoding="utf-8",
    )
    return path


@pytest.mark.parametrize(
    ("desk", "share", "is_spoken"),
    [
        (None, 1.0, True),  # whichever desk answers
        ("technical", 1.0, True),
        ("billing", 40 / 168, True),
        ("sales", 0.0, False),
    ],
)
def test_a_desk_is_measured_by_its_lines_alone(two_desks, desk, share, is_spoken):
    """That somebody answers about technical matters is no coverage of billing."""
    week = Period.of_week(datetime(2026, 11, 23, tzinfo=timezone.utc), is_local=True)

    found = measure(supportlines.load(two_desks).facts, week, desk=desk)

    row = next(row for row in found.rows if row.language is None)
    assert found.desk == desk
    assert (row.week.open_share, row.is_spoken) == (pytest.approx(share), is_spoken)


@pytest.mark.parametrize(
    ("holidays", "opened", "unknown"),
    [
        ("caller", 32, 8),  # nobody said which part of the kingdom: Monday is not known
        ("national", 40, 0),  # Easter Monday is none of the whole kingdom's
        ("GB-ENG", 32, 0),
    ],
)
def test_a_holiday_of_some_parts_is_a_time_that_is_not_known(holidays, opened, unknown):
    """The week of Easter Monday 2027, a holiday everywhere in the kingdom but in Scotland.

    Banking and Financial Dealings Act 1971, Schedule 1.
    """
    pytest.importorskip("holidays")
    text = f"""
directory:
  id: kingdom
  name: Kingdom
  assumed_languages: [en]
  sources: [{{id: page, title: A page, url: "https://support.example", read_on: 2026-11-22}}]
tiers: {{standard: {{}}}}
regions:
  - id: gb
    countries: [GB]
    availability: {{standard: {{hours: "Mo-Fr 09:00-17:00; PH off", holidays: {holidays}}}}}
    lines: [{{id: gb, number: "+44 20 7946 0958", published_as: 020 7946 0958}}]
"""
    period = Period.of_week(datetime(2027, 3, 31, tzinfo=timezone.utc), is_local=True)

    week = measure(load_directory(text.encode(), "gb.yaml"), period).rows[0].week

    assert (week.open_seconds, week.unknown_seconds) == (opened * HOUR, unknown * HOUR)


CALLED = """
directory:
  id: called
  name: Called
  sources: [{id: page, title: A page, url: "https://support.example", read_on: 2026-11-02}]
tiers: {standard: {}}
desks: [technical, billing]
facets:
  brand: {values: [north, south], required: true}
  plan: {values: [home, team]}
regions:
  - id: flanders
    countries: [BE-VLG]
    languages: [nl]
    availability: {standard: 24/7}
    lines: [{id: vlg, number: "+44 20 7946 0450"}]
  - id: kingdom
    countries: [GB]
    languages: [en]
    availability: {standard: "Mo-Fr 09:00-17:00"}
    lines:
      - id: all
        number: "+44 20 7946 0100"
        desks: [technical, billing]
        languages: {en: native, any: interpreter}
      - {id: team, number: "+44 20 7946 0101", for: {plan: team}, availability: {standard: 24/7}}
      - id: chat
        channel: chat
        url: https://support.example/chat
        availability: {standard: "Mo-Fr 09:00-21:00"}
      - {id: form, url: "https://support.example/form"}
  - id: ireland
    countries: [IE]
    languages: [en]
    availability:
      standard:
        - {hours: 24/7, for: {plan: team}}
        - {not_available: Ask your shop., for: {plan: home}}
    lines:
      - {id: ie, number: "+44 20 7946 0102"}
      - {id: north, number: "+44 20 7946 0103", for: {brand: north}}
"""


def row_of(**whom):
    """Return the one row of a week without clock changes."""
    at = datetime(2026, 11, 25, 12, tzinfo=timezone.utc)
    found = supportlines.loads(CALLED, name="called.yaml").coverage(week_of=at, **whom).rows
    assert len(found) == 1
    return found[0]


def hours_of(row):
    """Return open and unknown hours of the week."""
    return row.week.open_seconds // HOUR, row.week.unknown_seconds // HOUR


@pytest.mark.parametrize(
    ("whom", "expected"),
    [
        # Whether the line of a plan is for the caller was not said.
        ({}, (40, 128)),
        ({"facets": {"plan": "team"}}, (168, 0)),
        ({"facets": {"plan": "home"}}, (40, 0)),
        # A chat is another channel, and a form is answered later.
        ({"channels": ["chat"]}, (60, 0)),
        ({"channels": ["chat", "web_form"]}, (60, 0)),
        ({"channels": ["web_form"]}, (0, 0)),
        # The line of two desks is for the second of them, too.
        ({"desk": "billing"}, (40, 0)),
    ],
)
def test_lines_count_that_are_for_the_caller(whom, expected):
    """Channel, desk, and what was said of the caller."""
    row = row_of(countries=["GB"], languages=["en"], **whom)

    assert hours_of(row) == expected


def test_messages_are_told_and_not_counted():
    """Nobody answers while one waits."""
    row = row_of(countries=["GB"], languages=["en"], channels=["web_form"])

    assert (row.is_spoken, row.takes_messages) == (False, True)


def test_any_language_counts_for_who_asks_for_it():
    """Marked as through an interpreter; who asks for English gets it natively."""
    rows = [
        row_of(countries=["GB"], languages=[tag], facets={"plan": "home"}) for tag in ("tr", "en")
    ]

    assert [hours_of(row) for row in rows] == [(40, 0), (40, 0)]
    assert [row.language_mode for row in rows] == ["interpreter", "native"]


INTERPRETED = """
directory:
  id: d
  name: D
  sources: [{id: page, title: A page, url: "https://support.example", read_on: 2026-11-02}]
tiers: {standard: {}}
regions:
  - id: r
    countries: [GB, IE]
    lines:
      - id: all
        number: "+44 20 7946 0100"
        languages: {any: interpreter}
        availability: {standard: "Mo-Fr 09:00-17:00"}
      - id: german
        number: "+44 20 7946 0101"
        serves: [GB]
        languages: {de: native, any: best_effort}
        availability: {standard: [{hours: 24/7, languages: [de]}, {hours: "Mo-Fr 09:00-19:00"}]}
      - id: french
        number: "+44 20 7946 0102"
        serves: [GB]
        languages: [fr]
        availability: {standard: "Mo-Fr 08:00-10:00"}
"""


def test_lines_that_take_any_language_have_a_row_and_count_in_the_others():
    """A row of a language is what one gets who asks for it, and nothing of it is unknown."""
    at = datetime(2026, 11, 25, 12, tzinfo=timezone.utc)
    directory = supportlines.loads(INTERPRETED)

    rows = directory.coverage(week_of=at).rows

    told = [(row.language, row.country, *hours_of(row), row.language_mode) for row in rows]
    assert told == [
        (None, "GB", 168, 0, "native"),
        (None, "IE", 40, 0, "interpreter"),
        ("de", "GB", 168, 0, "native"),
        ("fr", "GB", 55, 0, "native"),
        ("any", "GB", 50, 0, "interpreter"),
        ("any", "IE", 40, 0, "interpreter"),
    ]
    for tag in ("de", "fr", "any"):
        (row,) = directory.coverage(week_of=at, countries=["GB"], languages=[tag]).rows
        assert row in rows


def test_the_table_tells_any_other_language_from_whatever_language():
    """The one is served through an interpreter; of the other one does not know which it is."""
    at = datetime(2026, 11, 25, 12, tzinfo=timezone.utc)
    text = coverage_text(supportlines.loads(INTERPRETED).coverage(week_of=at, countries=["GB"]))

    assert "Whatever language, German, standard\n  100 %, 168 h a week: United Kingdom" in text
    assert "Any other language, standard\n  30 %, 50 h a week: United Kingdom\n" in text


def test_what_must_be_said_first_is_named_and_not_known():
    """Nobody says that there is nobody."""
    row = row_of(countries=["IE"], languages=["en"], facets={"plan": "home"})

    assert (row.waiting, hours_of(row)) == (("brand",), (0, 168))


def test_what_is_not_available_has_its_reason():
    """It is neither closed nor missing."""
    facets = {"plan": "home", "brand": "south"}
    row = row_of(countries=["IE"], languages=["en"], facets=facets)

    assert (row.not_available, row.is_spoken) == (("Ask your shop.",), False)


def test_parts_of_a_country_have_rows_of_their_own():
    """Those that regions list, and what is left of the country."""
    at = datetime(2026, 11, 25, 12, tzinfo=timezone.utc)
    directory = supportlines.loads(CALLED, name="called.yaml")

    rows = directory.coverage(week_of=at, countries=["BE"], languages=["nl"]).rows

    assert [(row.subdivision, *hours_of(row)) for row in rows] == [
        ("BE-VLG", 168, 0),
        ("other", 0, 0),
    ]


def test_a_country_of_which_a_part_is_a_region_has_the_holidays_of_all_parts():
    """Outside of Bavaria: 1 May is one everywhere, Corpus Christi on 4 June in some parts."""
    directory = load_directory(
        b"""
directory: {id: d, name: D, sources: [
  {id: page, title: t, url: "https://a.example/", read_on: 2026-11-02}]}
tiers: {standard: {}}
regions:
  - {id: bavaria, countries: [DE-BY], languages: [de],
     availability: {standard: "Mo-Fr 09:00-17:00; PH off"},
     lines: [{id: by, number: "+49 89 23125000"}]}
  - {id: germany, countries: [DE], languages: [de],
     availability: {standard: "Mo-Fr 09:00-17:00; PH off"},
     lines: [{id: de, number: "+49 30 23125000"}]}
""",
        "parts.yaml",
    )

    def hours(at):
        period = Period.of_week(datetime.fromisoformat(at + "+00:00"), is_local=True)
        rows = measure(directory, period).rows
        return {
            row.subdivision: (row.week.open_seconds / HOUR, row.week.unknown_seconds / HOUR)
            for row in rows
        }

    assert hours("2026-11-25T12:00") == {"DE-BY": (40, 0), "other": (40, 0)}
    assert hours("2026-04-29T12:00") == {"DE-BY": (32, 0), "other": (32, 0)}
    assert hours("2026-06-03T12:00") == {"DE-BY": (32, 0), "other": (32, 8)}
