"""Public holidays that only some parts of a country keep."""

from __future__ import annotations

import pickle
import warnings
from datetime import date, timedelta

import pytest

from supportlines.places.calendars import (
    CountryCalendar,
    HolidayCalendar,
    NationalCalendar,
    PartsCalendar,
    Year,
    YearlyCalendar,
)
from supportlines.places.errors import UnknownSubdivisionError
from supportlines.places.holidays import (
    holidays_of_some,
    national_holidays,
    public_holidays,
)
from supportlines.places.parts import COUNTRIES_BY_THEMSELVES

SHARED, WHOLE, NORTHERN = date(2027, 1, 1), date(2027, 5, 3), date(2027, 7, 5)
OBSERVED = date(2027, 12, 27)


class Written(YearlyCalendar):
    """A calendar of 2027 that is written down here."""

    def __init__(self, subdivision, **names):
        super().__init__("XX", subdivision)
        self._names = {date(2027, int(key[1:3]), int(key[3:])): name for key, name in names.items()}

    def work_out(self, number):
        """Return the days of the one year."""
        if number != 2027:
            return None
        return Year(self._names, {}, tuple(sorted(self._names)))


@pytest.fixture
def country():
    """A country of two parts, whose calendar of the whole country has one day that one drops."""
    return CountryCalendar(
        Written(None, d0101="New Year", d0503="Union Day"),
        [
            Written("N", d0101="New Year", d0503="Union Day", d0705="Midsummer", d1227="Christmas"),
            Written("S", d0101="New Year's Day", d1227="Christmas"),
        ],
    )


def test_a_day_that_every_part_keeps_is_the_country_s(country):
    """Whether the calendar of the whole country has it or not."""
    assert country.name_on(SHARED) == "New Year"
    assert country.name_on(OBSERVED) == "Christmas"
    assert country.parts_on(SHARED) is None
    assert country.parts_on(OBSERVED) is None


@pytest.mark.parametrize(
    ("day", "parts", "others"),
    [
        (NORTHERN, ("XX-N",), ("XX", "XX-S")),  # who lives in neither keeps the country's days
        (WHOLE, ("XX", "XX-N"), ("XX-S",)),  # in the calendar of the country, and not everywhere
    ],
)
def test_a_day_that_some_parts_keep_is_told_with_them(country, day, parts, others):
    """It is no name of the country's, and the code of the country stands for the rest of it."""
    found = country.parts_on(day)

    assert country.name_on(day) is None
    assert (found.parts, found.others) == (parts, others)


def test_a_day_that_no_part_keeps_is_one_of_the_rest():
    """Parts with holidays of their own need not be the whole country."""
    whole = Written(None, d0503="Union Day")
    country = CountryCalendar(whole, [Written("N"), Written("S")])

    assert country.name_on(WHOLE) is None
    assert country.parts_on(WHOLE).parts == ("XX",)
    assert country.parts_on(WHOLE).others == ("XX-N", "XX-S")


def test_a_day_is_named_as_the_country_does_or_most_of_its_parts():
    """One day has one name in an answer, in whatever order the parts are."""
    names = ["Proclamation Day", "Boxing Day", "Boxing Day", "Feast of Stephen", "Feast of Stephen"]
    parts = [Written(f"P{place}", d1228=name) for place, name in enumerate(names)]
    day = date(2027, 12, 28)

    assert CountryCalendar(Written(None), parts).name_on(day) == "Boxing Day"
    assert CountryCalendar(Written(None), parts[::-1]).name_on(day) == "Boxing Day"
    assert CountryCalendar(Written(None, d1228="Second Day"), parts).name_on(day) == "Second Day"


def test_the_next_day_may_be_one_of_a_part(country):
    """Hours that depend on it change there, perhaps."""
    assert country.next_from(date(2027, 5, 4)) == NORTHERN
    assert country.next_from(date(2027, 12, 28)) is None


def test_national_holidays_are_the_country_s_alone(country):
    """Those of the calendar of the whole country, and those of every part."""
    national = NationalCalendar(country)

    assert national.name_on(WHOLE) == "Union Day"
    assert national.name_on(OBSERVED) == "Christmas"
    assert national.name_on(NORTHERN) is None
    assert not hasattr(national, "parts_on")
    assert national.next_from(date(2027, 5, 4)) == OBSERVED


def test_years_that_nobody_knows_stay_unknown(country):
    """An ordinary day of such a year may be a holiday in some part or all."""
    day = date(2028, 1, 1)

    assert not country.knows(day)
    assert not NationalCalendar(country).knows(day)
    assert (country.name_on(day), country.parts_on(day)) == (None, None)


@pytest.mark.parametrize(
    ("country", "day", "keeping", "others"),
    [
        # Banking and Financial Dealings Act 1971, Schedule 1: Easter Monday is a bank holiday in
        # England and Wales and in Northern Ireland, and is not in Scotland.
        ("GB", date(2027, 3, 29), {"GB-ENG", "GB-NIR", "GB-WLS"}, {"GB-SCT"}),
        # 12 July (Battle of the Boyne) in Northern Ireland: the same Schedule.
        ("GB", date(2027, 7, 12), {"GB-NIR"}, {"GB-ENG", "GB-SCT", "GB-WLS"}),
        # Gesetz über die Sonntage und Feiertage of Baden-Württemberg, § 1, and Bavaria's and
        # Saxony-Anhalt's: Epiphany.
        ("DE", date(2027, 1, 6), {"DE-BW", "DE-BY", "DE-ST"}, {"DE-BE", "DE-NW", "DE-SN"}),
        # Alsace and Moselle keep St Stephen's Day (ordonnance of 16 August 1892); the package
        # has no part for the rest of the country, which does not.
        ("FR", date(2028, 12, 26), set(), {"FR"}),
        # Second Monday in March: Labour Day of Victoria (Public Holidays Act 1993).
        ("AU", date(2027, 3, 8), {"AU-VIC"}, {"AU-NSW", "AU-WA"}),
    ],
)
def test_days_of_parts_are_those_of_the_laws(country, day, keeping, others):
    """The package is asked part by part."""
    calendar = public_holidays(country)
    found = calendar.parts_on(day)

    assert calendar.name_on(day) is None
    assert keeping <= set(found.parts)
    assert others <= set(found.others)


def test_a_day_that_all_parts_of_australia_keep_is_decided():
    """27 December 2027: Christmas Day is a Saturday, and every part has a day for it."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        package = pytest.importorskip("holidays")
    parts = package.AU.subdivisions
    assert all(public_holidays("AU", part).name_on(OBSERVED) for part in parts)

    assert public_holidays("AU").name_on(OBSERVED)
    assert national_holidays("AU").name_on(OBSERVED)
    assert public_holidays("AU").parts_on(OBSERVED) is None


@pytest.mark.parametrize("country", ["US", "IN", "CH", "FR", "MY", "AE"])
def test_a_country_says_what_all_its_parts_say(country):
    """Day by day of a year, whatever the package knows."""
    calendar = public_holidays(country)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        package = pytest.importorskip("holidays")
    left_out = COUNTRIES_BY_THEMSELVES.get(country, ())
    known = getattr(package, country).subdivisions
    parts = [public_holidays(country, part) for part in known if part not in left_out]
    for number in range(365):
        day = date(2026, 1, 1) + timedelta(days=number)
        keeping = {part.subdivision for part in parts if part.name_on(day)}
        found = calendar.parts_on(day) if parts else None
        if found is None:
            assert len(keeping) in (0, len(parts))
            assert not parts or (calendar.name_on(day) is not None) == bool(keeping)
        else:
            assert keeping == {code.partition("-")[2] for code in found.parts if "-" in code}


def test_a_country_without_parts_has_a_plain_calendar():
    """Nothing is asked part by part where there are none."""
    assert isinstance(public_holidays("AE"), HolidayCalendar)
    assert national_holidays("AE") == public_holidays("AE")


def test_a_part_that_has_a_name_and_no_code_is_found_as_the_message_writes_it():
    """The package knows some cities and zones, and the error proposes them as they are spelt."""
    with pytest.raises(UnknownSubdivisionError) as caught:
        public_holidays("FR", "nowhere")

    for part in caught.value.known:
        assert public_holidays("FR", f"fr-{part.lower()}").subdivision == part


@pytest.mark.parametrize("country", ["GB", "AE"])
def test_calendars_are_values(country):
    """Equal if they are of the same place, also after a journey to another process."""
    calendar, national = public_holidays(country), national_holidays(country)
    copied, again = pickle.loads(pickle.dumps((calendar, national)))  # noqa: S301 - our own
    christmas = date(2026, 12, 25)

    assert (copied, hash(copied)) == (calendar, hash(calendar))
    assert (again, hash(again)) == (national, hash(national))
    assert copied.name_on(christmas) == calendar.name_on(christmas)
    assert public_holidays("GB", "ENG") != public_holidays("GB", "SCT")
    assert public_holidays("GB") != national_holidays("GB")
    assert repr(public_holidays("GB", "ENG")) == "HolidayCalendar('GB', 'ENG')"


@pytest.mark.parametrize("again", [("DE-BE", "DE-BY"), ("DE-BY", "DE-BE", "DE-BY")])
def test_who_may_be_in_some_parts_has_one_calendar_however_they_are_listed(again):
    """The order of the parts means nothing, nor that one is listed twice."""
    one, other = holidays_of_some("DE", ("DE-BY", "DE-BE")), holidays_of_some("DE", again)

    assert isinstance(one, PartsCalendar)
    assert (one, hash(one), repr(one)) == (other, hash(other), repr(other))
    assert one != holidays_of_some("DE", ("DE-BY", "DE-HH"))


def test_a_calendar_of_parts_is_equal_to_that_of_the_same_parts_in_another_order():
    """However it was made: a value is equal by what it means."""
    north, south = ("XX-N", Written("N", d0101="New Year")), ("XX-S", Written("S"))
    one, other = PartsCalendar("XX", [north, south]), PartsCalendar("XX", [south, north])

    assert (one, hash(one), repr(one)) == (other, hash(other), repr(other))


def test_a_part_inside_of_another_is_told_once():
    """Rome keeps Saints Peter and Paul; the four other provinces of Lazio do not."""
    day = holidays_of_some("IT", ("IT-62", "IT-RM")).parts_on(date(2027, 6, 29))

    assert day.parts == ("IT-RM",)
    assert day.others == ("IT-FR", "IT-LT", "IT-RI", "IT-VT")
