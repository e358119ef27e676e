"""Print how long a table of 10,000 rows takes to become a directory, beside `csv.reader` alone.

`python tests/benchmarks/exchange.py`. The exit status is 1 if it takes longer than 5 s, checked
and all, as `supportlines import` does it.
"""

from __future__ import annotations

import csv
import datetime as dt
import io
import json
import sys
import time

from supportlines.directory import load_directory
from supportlines.exchange import Given, import_text, write_csv, write_hsds

ROWS = 10_000
MOST_SECONDS = 5.0
COUNTRIES = ("Germany", "FR", "uk", "Austria", "CH", "NL", "BE, LU", "Poland")
HOURS = ("Mon-Fri 9am-5pm", "Mo-Fr 08:00-20:00; Sa 10:00-14:00", "24/7", "")
LANGUAGES = ("English", "German, English", "fr; nl", "Polish / English")


def table() -> str:
    """Return a table as people keep them, with a fault in every tenth row."""
    stream = io.StringIO()
    writer = csv.writer(stream)
    header = ("Country", "Phone", "Label", "Language", "Opening hours", "Time zone", "Colour")
    writer.writerow(header)
    for number in range(ROWS):
        phone = f"+44 20 7946 {number:04}" if number % 10 else f"4.42079E+{number % 90}"
        writer.writerow(
            (
                COUNTRIES[number % len(COUNTRIES)],
                phone,
                f"Office {number}",
                LANGUAGES[number % len(LANGUAGES)],
                HOURS[number % len(HOURS)],
                "Europe/Berlin" if number % 3 else "CET",
                "red" if number % 50 == 0 else "",
            )
        )
    return stream.getvalue()


def main() -> int:
    """Print the figures and return the exit status."""
    text = table()
    given = Given(dt.date(2026, 11, 2), "table.csv", "large", "Large", "", "", "https://a.example")
    begun = time.perf_counter()
    plain = list(csv.reader(io.StringIO(text)))
    read = time.perf_counter() - begun
    begun = time.perf_counter()
    imported = import_text(text, given)
    made = time.perf_counter() - begun
    begun = time.perf_counter()
    facts = load_directory(imported.text.encode(), "large")
    checked = time.perf_counter() - begun
    total = made + checked
    print(f"Python {sys.version.split()[0]}; {len(plain) - 1:,} rows, {imported.lines:,} lines")
    print(f"csv.reader alone      {read:7.3f} s")
    print(f"import                {made:7.3f} s   {made / read:6.0f}x csv.reader")
    print(f"its check             {checked:7.3f} s")
    print(f"together              {total:7.3f} s   target <= {MOST_SECONDS} s")
    for name, write in (("csv", write_csv), ("hsds", write_hsds)):
        begun = time.perf_counter()
        written = write(facts)
        seconds = time.perf_counter() - begun
        print(f"export {name:<14} {seconds:7.3f} s   {len(written.losses):,} losses")
    begun = time.perf_counter()
    json.loads(written.text)
    print(f"json.loads of it      {time.perf_counter() - begun:7.3f} s")
    begun = time.perf_counter()
    again = import_text(written.text, given)
    print(f"import of the hsds    {time.perf_counter() - begun:7.3f} s   {again.lines:,} lines")
    return 0 if total <= MOST_SECONDS else 1


if __name__ == "__main__":
    sys.exit(main())
