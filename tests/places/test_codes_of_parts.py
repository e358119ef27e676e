"""Parts of countries by any code of ISO 3166-2, also where nobody lists holidays of theirs."""

from __future__ import annotations

import warnings
from datetime import date, timedelta

import pytest

from supportlines.places import known_countries, parse_country
from supportlines.places.calendars import CountryCalendar
from supportlines.places.errors import UnknownSubdivisionError
from supportlines.places.holidays import national_holidays, public_holidays, subdivision_of
from supportlines.places.iso_3166_2 import CODES
from supportlines.places.package import kind_of
from supportlines.places.parts import (
    COUNTRIES_BY_THEMSELVES,
    around,
    is_part,
    is_placed,
    is_whole,
    named_parts,
    parts_besides,
    within,
)

YEAR = [date(2027, 1, 1) + timedelta(days=number) for number in range(365)]
GOOD_FRIDAY = date(2027, 3, 26)


def days(calendar):
    """Return the holidays of 2027."""
    return [day for day in YEAR if calendar.name_on(day)]


def listed(country):
    """Return the parts that the installed version of the package lists."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        package = pytest.importorskip("holidays")
    return getattr(package, country).subdivisions


@pytest.mark.parametrize(
    ("country", "text"),
    [("FR", "FR-IDF"), ("FR", "75c"), ("FR", "FR-75"), ("SE", "SE-AB"), ("IE", "D"),
     ("NL", "nl-nh"), ("FR", "2A"), ("JP", "13")],
)  # fmt: skip
def test_a_part_without_holidays_of_its_own_has_those_of_the_country(country, text):
    """Paris keeps what France keeps: the question is answered."""
    calendar = public_holidays(country, text)

    assert days(calendar) == days(national_holidays(country)) != []
    assert all(calendar.parts_on(day) is None for day in YEAR if hasattr(calendar, "parts_on"))


@pytest.mark.parametrize(
    ("country", "part", "outer"),
    [("GB", "GLG", "SCT"), ("GB", "BIR", "ENG"), ("GB", "BFS", "NIR"), ("GB", "CRF", "WLS"),
     ("ES", "M", "MD"), ("ES", "SE", "AN")],
)  # fmt: skip
def test_a_part_has_the_holidays_of_what_it_lies_in(country, part, outer):
    """Glasgow keeps what Scotland keeps."""
    assert around(country, part) == (outer,)
    assert public_holidays(country, part) == public_holidays(country, outer)
    assert public_holidays(country, f"{country}-{part}".lower()).subdivision == outer


def test_the_nearest_counts():
    """The Bas-Rhin lies in Alsace, where Good Friday is a holiday, and that in the Grand Est."""
    assert around("FR", "67") == ("6AE", "GES")
    outer = next(each for each in ("6AE", "GES") if each in listed("FR"))

    assert public_holidays("FR", "67") == public_holidays("FR", outer)
    assert public_holidays("FR", "67").name_on(GOOD_FRIDAY)


def test_a_part_whose_own_parts_differ_is_undecided_there():
    """The Grand Est has parts that keep Good Friday, and others."""
    if "GES" in listed("FR"):
        assert public_holidays("FR", "GES").name_on(GOOD_FRIDAY)  # as older versions have it
        return
    calendar = public_holidays("FR", "GES")

    assert calendar.name_on(GOOD_FRIDAY) is None
    assert set(calendar.parts_on(GOOD_FRIDAY).parts) <= {"FR-57", "FR-6AE"}
    assert calendar.parts_on(GOOD_FRIDAY).others == ("FR-GES",)
    assert calendar.name_on(date(2027, 7, 14))
    assert calendar != public_holidays("FR")
    assert calendar.subdivision == "GES"


def test_a_part_in_which_two_differ_is_told_by_code():
    """The days of what is in none of the listed parts are those of the whole country."""
    whole, inner = public_holidays("DE", "BE"), public_holidays("DE", "BY")
    calendar = CountryCalendar(whole, (inner,), "X", complete=False)

    found = calendar.parts_on(date(2027, 1, 6))
    assert (found.parts, found.others) == (("DE-BY",), ("DE-X",))
    women = calendar.parts_on(date(2027, 3, 8))
    assert (women.parts, women.others) == (("DE-X",), ("DE-BY",))
    assert calendar.name_on(date(2027, 10, 3))


@pytest.mark.parametrize(
    ("country", "parts", "part", "expected"),
    [
        ("GB", ["ENG", "NIR", "SCT", "WLS"], None, True),
        ("GB", ["ENG", "NIR", "SCT"], None, False),
        ("GB", ["ENG", "NIR", "WLS", *within("GB", "SCT")], None, True),
        ("GB", within("GB", "SCT")[1:], "SCT", False),
        ("GB", within("GB", "SCT"), "SCT", True),
        ("GB", within("GB", "SCT"), "GLG", False),  # nothing lies in Glasgow
        ("FR", ["GES"], None, False),
        ("XX", ["A"], None, False),
    ],
)
def test_whether_parts_are_the_whole(country, parts, part, expected):
    """A day that all listed parts keep is the country's only if they are all there is."""
    assert is_whole(country, parts, part) is expected


@pytest.mark.parametrize("text", ["FR-XX", "", "FR-", "DE-BY", "IDF2", "FR-FR-IDF", "-"])
def test_what_is_no_part_is_refused(text):
    """A typing error is one, and the message says what to write."""
    with pytest.raises(UnknownSubdivisionError) as caught:
        public_holidays("FR", text)

    assert str(caught.value).startswith(f'FR has no part "{text}"; write its code of ISO 3166-2')


@pytest.mark.parametrize("country", ["FR", "US"])
def test_countries_by_themselves_are_no_part_of_another(country):
    """Whoever is in Puerto Rico is in PR: its days make none of the United States unknown."""
    calendar = public_holidays(country)
    told = {code for day in YEAR for code in (calendar.parts_on(day) or ((), (), ()))[1]}

    assert not {f"{country}-{part}" for part in COUNTRIES_BY_THEMSELVES[country]} & told
    # Who gives one by its code gets its days all the same.
    for part in set(COUNTRIES_BY_THEMSELVES[country]) & set(listed(country)):
        assert public_holidays(country, part).subdivision == part


def test_the_table_is_one_of_codes():
    """Every country is one of ISO 3166-1, every part stands once, what it lies in stands too."""
    heads = [line.partition(":")[0] for line in CODES.splitlines() if ":" in line]
    countries = {head.partition("-")[0] for head in heads}
    for head in heads:
        country, hyphen, part = head.partition("-")
        assert parse_country(country) == country
        assert not hyphen or is_part(country, part)
    assert len(heads) == len(set(heads))
    codes = [code for line in CODES.splitlines() for code in line.rpartition(":")[2].split()]
    assert all(code.isascii() and code.isalnum() and code == code.upper() for code in codes)
    # 5,046 of the list, and FR-75.
    assert len(codes) == 5_047
    assert len(countries) == 200
    total = sum(
        len(set(within(country, head)) | {head}) for country, head in [("GB", "ENG"), ("GB", "SCT")]
    )
    assert total == len(within("GB", "ENG")) + len(within("GB", "SCT")) + 2
    assert "67" in within("FR", "GES")


def test_every_part_that_the_package_lists_is_found():
    """Whether it has a code of the list, one that is newer, or a name."""
    for country in ("DE", "GB", "US", "IT", "NO", "ES", "CH", "BE"):
        for part in listed(country):
            assert subdivision_of(country, f"{country}-{part}") == part


ACROSS = {
    "BE": {"Flemish", "French"},
    "FR": {"Zone A", "Zone B", "Zone C"},
    "MO": {"I", "M"},  # of which no part is on the list
    "NL": {"Midden", "Noord", "Zuid"},
}
"""Regions of school holidays, which lie across several parts."""


def test_of_every_part_that_the_package_names_it_is_known_where_it_lies():
    """Or that it lies in no part of the list."""
    package = pytest.importorskip("holidays")
    for country in sorted(known_countries()):
        kind = kind_of(country)
        names = () if kind is None else kind.subdivisions
        left_out = {*ACROSS.get(country, ()), *COUNTRIES_BY_THEMSELVES.get(country, ())}
        unknown = [one for one in names if not is_placed(country, one) and one not in left_out]
        assert unknown == [], (country, package.__version__)


@pytest.mark.parametrize(
    ("country", "name", "outer"),
    [
        ("DE", "augsburg", ("BY",)),
        ("ES", "Barcelona", ("B", "CT")),
        ("IT", "Trani", ("BT", "75")),
        ("IT", "Urbino", ("PU", "57")),
        ("CH", "Stadt Zurich", ("ZH",)),
        ("BE", "German", ("WLG", "WAL")),
    ],
)
def test_a_city_lies_in_a_part(country, name, outer):
    """It is a part whatever version of the package is there, and has the holidays of the outer."""
    part = subdivision_of(country, f"{country}-{name}")

    assert part in named_parts(country)
    assert around(country, part) == outer
    if part not in listed(country):
        assert public_holidays(country, part) == public_holidays(country, outer[0])


def test_what_cities_lie_in_is_on_the_list():
    """Where it stands for more than its cities."""
    for country in known_countries():
        for name in named_parts(country):
            assert not is_part(country, name)
            assert all(is_part(country, outer) for outer in around(country, name))


@pytest.mark.parametrize(
    ("country", "parts", "part", "left"),
    [
        ("BE", ["BE-VLG"], None, "BRU WAL WBR WHT WLG WLX WNA"),
        ("BE", ["BE-VLG", "BE-WAL", "BE-BRU"], None, ""),
        ("BE", ["BE-WBR", "BE-WHT"], "WAL", "WLG WLX WNA"),
        ("BE", ["BE-WAL"], "VLG", "VAN VBR VLI VOV VWV"),
        ("CA", ["CA-QC", "US-ON"], None, "AB BC MB NB NL NS NT NU ON PE SK YT"),
    ],
)
def test_what_is_left_beside_some_parts(country, parts, part, left):
    """What neither is one of them, nor lies in one or around one."""
    assert parts_besides(country, parts, part) == tuple(f"{country}-{one}" for one in left.split())


def test_beside_a_city_the_part_around_it_is_left():
    """Bavaria is more than Augsburg, and no list says what else it is."""
    left = parts_besides("DE", ["DE-Augsburg"])

    assert "DE-BY" in left
    assert len(left) == 16
