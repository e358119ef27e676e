"""Count the weekdays of a year that are not known while the part of a country is not.

    python tests/benchmarks/parts.py --year 2027 US IN DE

Asks "Mo-Fr 00:00-24:00; PH off" at noon of every weekday, with the holidays of the country's
parts and with those of the country as a whole. Prints one line a country: the weekdays of the
year, those on which it is closed, those on which it is not known, and those closed nationally.
"""

from __future__ import annotations

import argparse
from collections import Counter
from datetime import datetime, timedelta, timezone

from supportlines.hours import OpeningHours
from supportlines.places.holidays import national_holidays, public_holidays
from supportlines.places.package import calendar_version

COUNTRIES = ["US", "IN", "DE", "GB", "AU", "BR", "CA", "CH", "ES", "FR", "IT", "MY"]


def states(country: str, year: int, *, national: bool) -> Counter[str]:
    """Return how many weekdays of *year* have which state."""
    calendar = national_holidays(country) if national else public_holidays(country)
    hours = OpeningHours.parse("Mo-Fr 00:00-24:00; PH off", time_zone="UTC", holidays=calendar)
    found: Counter[str] = Counter()
    noon = datetime(year, 1, 1, 12, tzinfo=timezone.utc)
    while noon.year == year:
        if noon.weekday() < 5:
            found[hours.state(noon)] += 1
        noon += timedelta(days=1)
    return found


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--year", type=int, default=2027)
    parser.add_argument("countries", nargs="*", default=COUNTRIES)
    given = parser.parse_args()
    print("country  weekdays  closed  not known  closed nationally")
    for country in given.countries:
        found = states(country, given.year, national=False)
        national = states(country, given.year, national=True)
        row = (sum(found.values()), found["closed"], found["unknown"], national["closed"])
        print(f"{country:7}  {row[0]:8}  {row[1]:6}  {row[2]:9}  {row[3]:17}")
    print(f"{given.year}, holidays {calendar_version()}")


if __name__ == "__main__":
    main()
