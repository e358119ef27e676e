"""Each sort of change in its words, and what is no change for callers."""

from __future__ import annotations

import pytest

EUROPE = "      standard: Mo-Fr 09:00-17:00\n"
PREMIUM = "      premium: [{languages: [en], hours: 24/7}]\n    lines:\n      - id: europe-line"
AMERICA = "      standard: Mo-Fr 09:00-18:00\n      premium"
BRAZIL = "          standard: Mo-Fr 09:00-18:00\n"
TURKEY = '        number: "+1 202 555 0104"\n'
BEFORE_EUROPE = "  - id: europe\n"


def europe(hours):
    """Return the edit that gives Europe other standard hours."""
    return (EUROPE, f"      standard: {hours}\n")


def brazil(hours):
    """Return the edit that gives Brazil's own line other standard hours."""
    return (BRAZIL, f'          standard: "{hours}"\n')


@pytest.mark.parametrize(
    "edit",
    [
        europe("Mo,Tu,We,Th,Fr 09:00-17:00"),
        europe("Mo-Fr 09:00-12:00,12:00-17:00"),
        europe("Mo-Sa 09:00-17:00; Sa off"),
        (EUROPE, f"{EUROPE}      # A comment.\n"),
        ("title: Contact us", "title: Call us"),
        ("read_on: 2026-10-02", "read_on: 2026-11-02"),
        ("id: br-line", "id: brazil-line"),
        (
            "          standard: Mo-Fr 09:00-18:00\n",
            "          standard: {hours: Mo-Fr 09:00-18:00, confidence: high}\n",
        ),
        (
            "        published_as: +1 202 555 0104\n",
            "        published_as: +1 202 555 0104\n        source: page\n",
        ),
        # Nobody calls in a year that is over, or is served by a line that is gone.
        (BRAZIL, BRAZIL + "        exceptions: [{on: 2025-12-24}]\n"),
        (
            BEFORE_EUROPE,
            "      - id: old\n        number: +1 202 555 0199\n        published_as: old\n"
            "        serves: [AR]\n        valid_until: 2024-12-31\n" + BEFORE_EUROPE,
        ),
    ],
)
def test_same_answers_are_no_change(sentences, edit):
    """Other notation, comments, sources, ids and the past make no difference for callers."""
    assert sentences(edit) == []


def test_one_zone_for_all_of_a_country_is_its_local_time(sentences):
    """Germany has one clock: naming its zone changes nothing there, but elsewhere."""
    zone = ("hours: Mo-Fr 08:00-16:00", "hours: Mo-Fr 08:00-16:00, time_zone: Europe/Berlin")
    own = (
        "        languages: [de]\n",
        (
            "        languages: [de]\n        availability:\n"
            "          standard: {hours: Mo-Fr 08:00-16:00}\n"
        ),
    )

    assert sentences(zone, both=[own]) == []


HOURS = [
    ("Mo-Th 09:00-18:00; Fr 09:00-17:00", "closes at 17:00 instead of 18:00 on Fridays"),
    ("Mo-Fr 08:00-18:00", "opens at 08:00 instead of 09:00 on Mondays to Fridays"),
    ("Mo-Th 09:00-18:00", "is closed instead of 09:00–18:00 on Fridays"),
    ("Mo-Sa 09:00-18:00", "answers 09:00–18:00, until now closed on Saturdays"),
    (
        "Mo-Fr 09:00-12:00,13:00-18:00",
        "answers 09:00–12:00, 13:00–18:00 instead of 09:00–18:00 on Mondays to Fridays",
    ),
    (
        "Mo,Th 09:00-19:00; Tu,We,Fr 09:00-18:00",
        "closes at 19:00 instead of 18:00 on Mondays and Thursdays",
    ),
    ("Mo-Fr 09:00-24:00", "closes at 24:00 instead of 18:00 on Mondays to Fridays"),
    ("Mo-Fr 09:00-02:00", "closes at 02:00 instead of 18:00 on Mondays to Fridays"),
    ("24/7", "answers day and night, until now Mon–Fri 09:00–18:00"),
    ("off", "answers never, until now Mon–Fri 09:00–18:00"),
    ("24/7 unknown", "answers at hours that are not known, until now Mon–Fri 09:00–18:00"),
    (
        "Mo-Fr 09:00-17:00, Mo-Fr 17:00-18:00 unknown",
        "answers 09:00–17:00, perhaps 17:00–18:00 instead of 09:00–18:00 on Mondays to Fridays",
    ),
    (
        "Mo 10:00-18:00; Tu 11:00-18:00; We 12:00-18:00; Th 13:00-18:00; Fr 09:00-18:00",
        (
            "answers Mon 10:00–18:00; Tue 11:00–18:00; Wed 12:00–18:00; Thu 13:00–18:00; "
            "Fri 09:00–18:00, until now Mon–Fri 09:00–18:00"
        ),
    ),
    (
        "Mo-Fr 09:00-18:00; 2026 Dec 24 09:00-12:00",
        "closes at 12:00 instead of 18:00 on 24 December 2026",
    ),
    (
        "Mo-Fr 09:00-18:00; 2026 Dec 28-31 off",
        "is closed instead of 09:00–18:00 from 28 to 31 December 2026",
    ),
    (
        "Mo-Fr 09:00-18:00; 2027 Jul 01-Aug 31 Fr 09:00-15:00",
        "closes at 15:00 instead of 18:00 from 2 July to 27 August 2027 on Fridays",
    ),
    (
        "Mo-Fr 09:00-18:00; Mo[1] 10:00-18:00",
        (
            "opens at 10:00 instead of 09:00 on 24 days, the first of them 5 January 2026, "
            "2 February 2026 and 2 March 2026"
        ),
    ),
]


@pytest.mark.parametrize(("hours", "expected"), HOURS, ids=[hours for hours, _ in HOURS])
def test_hours_in_words(sentences, hours, expected):
    """What callers in Brazil notice who call its own line in Portuguese."""
    found = sentences(brazil(hours))

    assert f"Brazil, Portuguese: {expected}." in found
    assert all(sentence.startswith("Brazil, ") for sentence in found)


def test_rule_of_a_region_is_told_once(sentences):
    """Not once for each country, line and language; premium English is day and night anyway."""
    assert sentences(europe("Mo-Th 09:00-17:00; Fr 09:00-16:00")) == [
        "Europe, standard: closes at 16:00 instead of 17:00 on Fridays.",
        "Europe, German, French, premium: closes at 16:00 instead of 17:00 on Fridays.",
    ]


def test_hours_of_a_zone_say_whose_clock(sentences):
    """The change is the same for all, so it is told on the clock on which it is written."""
    rule = "{{hours: Mo-Fr 09:00-{}:00, time_zone: Europe/Berlin}}"

    found = sentences((rule.format(17), rule.format(16)), both=[europe(rule.format(17))])

    assert found[0] == (
        "Europe, standard: closes at 16:00 instead of 17:00 on Mondays to Fridays "
        "(time of Europe/Berlin)."
    )


def test_other_zone_differs_where_the_clocks_do(sentences):
    """Hours of Berlin instead of one's own: nothing for Germany and France."""
    found = sentences(europe("{hours: Mo-Fr 09:00-17:00, time_zone: Europe/Berlin}"))

    assert (
        "United Kingdom, standard: answers 08:00–16:00 instead of 09:00–17:00 "
        "on Mondays to Fridays."
    ) in found
    assert not [one for one in found if one.startswith(("Europe", "Germany", "France"))]


def test_clock_of_a_country_matters_where_hours_are_of_two(sentences):
    """Santiago's clock is that of only a part of Chile: there, nothing changed."""
    own = europe("Mo-Fr 09:00-17:00")
    found = sentences(
        (
            "        serves: [CL]\n",
            (
                "        serves: [CL]\n        availability:\n"
                "          standard: {hours: Mo-Fr 09:00-18:00, time_zone: America/Santiago}\n"
            ),
        ),
        both=[own],
    )

    assert found
    assert {one.partition(", ")[0] for one in found} == {"Chile"}
    clocks = {one.rpartition("on the clock of ")[2] for one in found}
    assert "Pacific/Easter)." in clocks
    # The south keeps no daylight saving time; a part of it has had a zone of its own since 2025.
    assert len(clocks - {"America/Coyhaique).", "America/Punta_Arenas)."}) == 1


LINES = [
    (
        (TURKEY, TURKEY.replace("0104", "0114")),
        ["Türkiye: number changed from +1 202 555 0104 to +1 202 555 0114."],
    ),
    (
        ("published_as: 030 23125 000", "published_as: 030 23 125 000"),
        ['Germany, +49 30 23125000: is printed as "030 23 125 000" instead of "030 23125 000".'],
    ),
    (
        (
            f"{TURKEY}        published_as: +1 202 555 0104\n        kind: toll_free",
            f"{TURKEY}        published_as: +1 202 555 0104\n        kind: geographic",
        ),
        [
            (
                "Türkiye, +1 202 555 0104: a call is at international rate instead of at a cost "
                "that is not known."
            ),
            "Türkiye, +1 202 555 0104: the kind is geographic instead of toll free.",
            (
                "Türkiye, +1 202 555 0104: can be used from anywhere instead of from the "
                "countries that it serves."
            ),
        ],
    ),
    (
        ("        serves: [DE]\n", "        serves: [DE]\n        cost: local\n"),
        ["Germany, +49 30 23125000: a call is at local rate instead of at national rate."],
    ),
    (
        ("        languages: [pt, en]\n", "        languages: [pt, en, es]\n"),
        ["Brazil, +1 202 555 0101: Spanish is spoken now."],
    ),
    (
        ("        languages: [pt, en]\n", "        languages: [pt]\n"),
        ["Brazil, +1 202 555 0101: English is not spoken any more."],
    ),
    (
        ("        serves: [DE]\n", "        serves: [DE]\n        dialable_from: [AT]\n"),
        [
            (
                "Germany: +49 30 23125000 cannot be called any more: it cannot be dialled from "
                "Germany, only from Austria."
            )
        ],
    ),
    (
        ("        serves: [DE]\n", "        serves: [DE]\n        fallback: true\n"),
        ["Germany, +49 30 23125000: is now a line to fall back on."],
    ),
    (
        ("        serves: [DE]\n", "        serves: [DE]\n        notes: Let it ring.\n"),
        ['Germany, +49 30 23125000: has the note "Let it ring.".'],
    ),
    (
        (
            "        serves: [DE]\n",
            '        serves: [DE]\n        steps: [{press: "1", label: help}]\n',
        ),
        ["Germany, +49 30 23125000: what to press is 1 for help instead of nothing."],
    ),
    (
        ("        serves: [DE]\n", "        serves: [DE]\n        valid_until: 2026-12-31\n"),
        ["Germany, +49 30 23125000: the last day is 2026-12-31, until now there was none."],
    ),
    (
        ("        serves: [DE]\n", "        serves: [DE]\n        number_confidence: low\n"),
        ["Germany, +49 30 23125000: confidence in the number is low instead of high."],
    ),
    (
        ("countries: [AR, BR, CL]", "countries: [AR, BR, CL, UY]"),
        ["Uruguay: is served now: +1 202 555 0103."],
    ),
    (
        ("countries: [DE, FR, GB, TR]", "countries: [DE, FR, TR]"),
        ["United Kingdom: is not served any more."],
    ),
    (
        ("  premium: {includes: standard}\n", "  premium: {includes: standard}\n  gold: {}\n"),
        ['Everywhere: tier "gold" (gold) is new.'],
    ),
    (
        (
            "  standard: {}\n  premium: {includes: standard}\n",
            "  premium: {includes: standard}\n  standard: {}\n",
        ),
        ['Everywhere: who names no tier has "premium", until now "standard".'],
    ),
    (
        (
            "        fallback: true\n",
            (
                "        fallback: true\n      - {id: ar-other, number: +1 202 555 0106, "
                "published_as: +1 202 555 0106, serves: [AR], fallback: true}\n"
            ),
        ),
        [
            "Argentina: +1 202 555 0106 (Spanish, English, to fall back on) is new.",
            "Argentina: +1 202 555 0103 is no longer there to fall back on.",
        ],
    ),
]


@pytest.mark.parametrize(
    ("edit", "expected"), LINES, ids=[one[0].split(":")[0] for _, one in LINES]
)
def test_lines_in_words(sentences, edit, expected):
    """Whatever else an answer shows."""
    assert sentences(edit) == expected


def test_change_of_what_local_time_means(sentences):
    """A country's zone in the directory decides for all who call from there."""
    before = "regions:\n"
    zone = "countries: {BR: {time_zone: America/Sao_Paulo}}\nregions:\n"

    found = sentences((before, zone))

    assert found[0].startswith("Brazil: local time means America/Sao_Paulo instead of ")


OVER = "[{hours: 24/7, valid_until: 2026-11-30}%s]"
NEXT = ", {hours: 'Mo-Fr 09:00-17:00', valid_from: 2026-12-01}"
NOT_KNOWN = "{hours: 24/7, exceptions: [{first_day: 2026-12-24, last_day: unknown}]}"
STRETCHES = [
    (
        "24/7",
        OVER % "",
        ("answers at hours that are not known, until now day and night (from 1 December 2026 on)"),
    ),
    (
        OVER % NEXT,
        "24/7",
        "answers day and night, until now Mon–Fri 09:00–17:00 (from 1 December 2026 on)",
    ),
    (
        "24/7",
        "'24/7; 2026 Jan 01-2027 Feb 28 off'",
        "answers never, until now day and night (until 28 February 2027)",
    ),
    (
        "Mo-Sa 10:00-17:00",
        "'Mo-Sa 10:00-17:00; 2026 Mar 01-2027 Apr 30 Sa 10:00-12:00'",
        "closes at 12:00 instead of 17:00 on Saturdays (from 7 March 2026 to 24 April 2027)",
    ),
    # A single such day is told by its date, and begins nothing.
    (
        "24/7",
        "'24/7; 2026 Feb 03 off; 2026 Jul 01-2027 Dec 31 off'",
        (
            "answers never, until now day and night (from 1 July 2026 on); "
            "is closed instead of all day on 3 February 2026"
        ),
    ),
    (
        "24/7",
        NOT_KNOWN,
        (
            "answers at hours that are not known, until now day and night "
            "(from 25 December 2026 on); is closed instead of all day on 24 December 2026"
        ),
    ),
]


@pytest.mark.parametrize(("before", "after", "expected"), STRETCHES)
def test_a_change_that_begins_or_ends_within_the_days_compared_says_when(
    sentences, before, after, expected
):
    """Before and behind nothing is different."""
    found = sentences((f"standard: {before}\n", f"standard: {after}\n"), both=[europe(before)])

    assert f"Europe, standard: {expected}." in found


def test_public_holidays_are_told_in_a_word(sentences):
    """Not date by date, which are others in each country."""
    pytest.importorskip("holidays")

    found = sentences(europe('"Mo-Fr 09:00-17:00; PH off"'))

    assert "Europe, standard: is closed on public holidays." in found


ORDINARY = '"Mo-Fr 09:00-17:00"'
CLOSED = '"Mo-Fr 09:00-17:00; PH off"'
HOLIDAYS = [
    (ORDINARY, CLOSED, "is closed on public holidays"),
    (CLOSED, ORDINARY, "answers on public holidays, too"),
    (
        ORDINARY,
        '"Mo-Fr 09:00-17:00; PH 00:00-24:00 unknown"',
        "answers perhaps all day on public holidays",
    ),
    (ORDINARY, '"Mo-Fr 09:00-17:00; PH 10:00-12:00"', "answers 10:00–12:00 on public holidays"),
    (
        '"Mo-Fr 09:00-17:00; PH 10:00-12:00"',
        ORDINARY,
        "answers on public holidays as on other days, until now 10:00–12:00",
    ),
    # A day that is no holiday is not hidden behind those that are.
    (
        ORDINARY,
        '"Mo-Fr 09:00-17:00; PH off; 2026 Dec 23 off"',
        ("is closed on public holidays; is closed instead of 09:00–17:00 on 23 December 2026"),
    ),
    # Nor is a holiday on which it is open.
    (
        ORDINARY,
        '"Mo-Fr 09:00-17:00; PH off; 2026 Dec 25 10:00-12:00"',
        (
            "is closed on public holidays; "
            "answers 10:00–12:00 instead of 09:00–17:00 on 25 December 2026"
        ),
    ),
    # What is not known now is not told as open.
    (
        CLOSED,
        "24/7 unknown",
        (
            "answers at hours that are not known, until now Mon–Fri 09:00–17:00; "
            "perhaps answers on public holidays, too"
        ),
    ),
    (
        ORDINARY,
        '{hours: "Mo-Fr 09:00-17:00; PH off", holidays: GB-SCT}',
        "is closed on the public holidays of GB-SCT",
    ),
    (
        ORDINARY,
        '{hours: "Mo-Fr 09:00-17:00; PH off", holidays: days}',
        'is closed on the days of the calendar "days"',
    ),
    (
        CLOSED,
        '"Mo-Fr 09:00-17:00; PH 10:00-12:00"',
        "answers 10:00–12:00, until now closed on public holidays",
    ),
]


@pytest.mark.parametrize(("before", "after", "expected"), HOLIDAYS)
def test_public_holidays_are_told_as_such(sentences, before, after, expected):
    """In one sentence that is true of each of them."""
    pytest.importorskip("holidays")
    calendar = "calendars: {days: [{on: 2026-12-28, name: Inventory}]}\nregions:\n"
    both = [europe(before), ("regions:\n", calendar)]

    found = sentences((f"standard: {before}\n", f"standard: {after}\n"), both=both)

    assert f"Europe, standard: {expected}." in found


def test_whose_holidays_count_is_told_day_by_day(sentences):
    """Both speak of holidays; the days that only some parts of France keep are certain now."""
    pytest.importorskip("holidays")
    before = '{hours: "Mo-Fr 09:00-17:00; PH off"}'
    after = '{hours: "Mo-Fr 09:00-17:00; PH off", holidays: national}'

    found = sentences((before, after), both=[europe(before)])
    french = [one for one in found if one.startswith("France")]

    assert french
    assert all("answers 09:00–17:00 instead of perhaps 09:00–17:00 on" in one for one in french)
    assert not any("closed" in one for one in found)
