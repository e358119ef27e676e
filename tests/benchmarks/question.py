"""Speed and memory of a question, as ratios to something in the same run.

    python tests/benchmarks/question.py
    python tests/benchmarks/question.py --memory

Prints one line a figure: what, its value, the target, and what it is compared with.
Times are the best of several rounds that alternate between the two sides.
"""

from __future__ import annotations

import itertools
import random
import resource
import subprocess
import sys
import tempfile
import time
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import Callable, Sequence

import phonenumbers

import supportlines
from supportlines.places import known_countries, zones_of
from supportlines.render.text import answer_text

AT = datetime(2026, 11, 24, 16, tzinfo=timezone.utc)
INSTANTS = [AT + timedelta(minutes=97 * step) for step in range(200)]
ROUNDS = 15
TEN_THOUSAND = 10_000


def best_of(*works: Callable[[], object], number: int = 200) -> list[float]:
    """Return the best time of each work, in seconds a call; the works take turns."""
    best = [float("inf")] * len(works)
    for _ in range(ROUNDS):
        for index, work in enumerate(works):
            start = time.perf_counter()
            for _ in range(number):
                work()
            best[index] = min(best[index], (time.perf_counter() - start) / number)
    return best


def process(code: str) -> float:
    """Return the seconds of one whole process that runs *code*."""
    start = time.perf_counter()
    subprocess.run([sys.executable, "-c", code], check=False, stdout=subprocess.DEVNULL)
    return time.perf_counter() - start


def processes(*codes: str, rounds: int = 12) -> list[float]:
    """Return the best seconds of each process; they take turns."""
    best = [float("inf")] * len(codes)
    for _ in range(rounds):
        for index, code in enumerate(codes):
            best[index] = min(best[index], process(code))
    return best


def question(
    directory: supportlines.Directory, country: str, **words: object
) -> Callable[[], None]:
    """Return a work that asks for the next of many instants."""
    state = {"index": 0}

    def ask() -> None:
        state["index"] = (state["index"] + 1) % len(INSTANTS)
        directory.who_can_i_call(country, at=INSTANTS[state["index"]], **words)

    return ask


def new_question(
    directory: supportlines.Directory, country: str, **words: object
) -> Callable[[], None]:
    """Return a work that asks at an instant at which nobody has asked before."""
    instants = (AT + timedelta(minutes=97 * step) for step in itertools.count())
    return lambda: directory.who_can_i_call(country, at=next(instants), **words)


_COUNTRIES = ("DE", "AE", "US", "BR", "JP", "IN", "CH", "CA", "EG", "FR")


def first_answers(directory: supportlines.Directory) -> Callable[[], None]:
    """Return a work that asks for ten countries where nothing is remembered of the directory."""

    def ask() -> None:
        fresh = supportlines.Directory(directory.facts)
        for country in _COUNTRIES:
            fresh.who_can_i_call(country, at=AT)

    return ask


def in_turn(work: Callable[..., object], values: Sequence[object]) -> Callable[[], None]:
    """Return a work that does *work* to the next of *values*."""
    following = itertools.cycle(values)
    return lambda: work(next(following))


def large_directory(lines: int) -> str:
    """Return a directory of *lines* lines: as many for each country as the shipped one has."""
    countries = sorted(known_countries())[:240]
    text = [
        "directory:",
        "  id: large",
        "  name: Large",
        "  assumed_languages: [en]",
        "  sources: [{id: page, title: A page, url: https://support.example, read_on: 2026-11-22}]",
        "tiers: {standard: {name: Standard}, premium: {name: Premium, includes: standard}}",
        "regions:",
    ]
    number = 0
    for region, country in enumerate(countries):
        text += [
            f"  - id: region-{region}",
            f"    name: Region {region}",
            f"    countries: [{country}]",
            "    availability: {standard: Mo-Fr 09:00-17:00, premium: 24/7}",
            "    lines:",
        ]
        # The first country has two lines whatever the size, the others share the rest.
        for _ in range(2 if region == 0 else max(1, (lines - 2) // (len(countries) - 1))):
            text += [
                f"      - id: line-{number}",
                f'        number: "+1 202 555 {number % 10000:04d}"',
                f'        published_as: "(202) 555-{number % 10000:04d}"',
                "        kind: geographic",
                f"        serves: [{country}]",
                "        languages: [en, es]",
            ]
            number += 1
    return "\n".join(text) + "\n"


def report(what: str, value: str, target: str, against: str) -> None:
    """Print one figure."""
    print(f"{what:<52} {value:>12}   target {target:<10} {against}")


def questions() -> None:
    """Compare a question with one phonenumbers.parse."""
    shipped = supportlines.load()
    asks = {
        "MX, Spanish": question(shipped, "MX", languages=("es",)),
        "AE, English": question(shipped, "AE", languages=("en",)),
        "FR, French then English, premium": question(
            shipped, "FR", languages=("fr", "en"), tier="premium"
        ),
        "US, English, Los Angeles": question(
            shipped, "US", languages=("en",), time_zone="America/Los_Angeles"
        ),
        "US, English, no zone (29 zones)": question(shipped, "US", languages=("en",)),
        "MX, Spanish, new instants": new_question(shipped, "MX", languages=("es",)),
        "AE, English, new instants": new_question(shipped, "AE", languages=("en",)),
    }
    parse = lambda: phonenumbers.parse("+52 55 1234 5678", None)  # noqa: E731
    for what, ask in asks.items():
        ask_time, parse_time = best_of(ask, parse)
        ratio = f"{ask_time / parse_time:.2f}x"
        against = f"{ask_time * 1e6:.1f} us / phonenumbers.parse {parse_time * 1e6:.1f} us"
        report(f"who_can_i_call, {what}", ratio, "<= 4x", against)
    first_time, parse_time = best_of(first_answers(shipped), parse, number=10)
    each = first_time / len(_COUNTRIES)
    against = f"{each * 1e6:.0f} us / phonenumbers.parse {parse_time * 1e6:.1f} us"
    report(
        "first answers of a fresh directory, each", f"{each / parse_time:.0f}x", "<= 200x", against
    )
    answers = [shipped.who_can_i_call("US", languages=("en",), at=at) for at in INSTANTS]
    text_time, parse_time = best_of(in_turn(answer_text, answers), parse)
    ratio = f"{text_time / parse_time:.2f}x"
    against = f"{text_time * 1e6:.1f} us / phonenumbers.parse {parse_time * 1e6:.1f} us"
    report("an answer as text, US, no zone (29 zones)", ratio, "<= 20x", against)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "large.yaml"
        path.write_text(large_directory(TEN_THOUSAND), encoding="utf-8")
        large = supportlines.load(path)
        path.write_text(large_directory(200), encoding="utf-8")
        small = supportlines.load(path)
    country = next(chain[0].countries[0] for _, chain in small.lines())
    large_time, small_time = best_of(question(large, country), question(small, country))
    report(
        "who_can_i_call, 10,000 lines",
        f"{large_time / small_time:.2f}x",
        "<= 1.5x",
        f"{large_time * 1e6:.1f} us / 200 lines {small_time * 1e6:.1f} us",
    )


def memory(count: int = 30_000) -> None:
    """Print the memory of this process while distinct questions at random instants are asked."""
    shipped = supportlines.load()
    dice = random.Random(1)  # noqa: S311 - the same questions at every run
    countries = sorted({country for line, _ in shipped.lines() for country in line.serves})
    tongues = ["en", "es", "fr", "de", "it", "ru", "pt", "ja", "ko", "zh"]
    for number in range(1, count + 1):
        country = dice.choice(countries)
        shipped.who_can_i_call(
            country,
            languages=dice.sample(tongues, dice.randint(0, 3)),
            tier=dice.choice(["standard", "premium"]),
            calling_from=dice.choice([None, None, None, *countries]),
            time_zone=dice.choice([None, *zones_of(country)]),
            at=AT + timedelta(seconds=dice.randrange(10 * 365 * 86_400)),
        )
        if number % (count // 5) == 0:
            peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
            report(f"{number} distinct questions", f"{peak} MB", "<= 150 MB", "")


def start_up() -> None:
    """Compare whole processes."""
    bare, ours = processes("import datetime", "import datetime, supportlines", rounds=30)
    report(
        "import supportlines",
        f"{(ours - bare) * 1e3:+.1f} ms",
        "about 0",
        f"{ours * 1e3:.1f} ms / import datetime {bare * 1e3:.1f} ms",
    )
    peers = "from pydantic import BaseModel; import babel.dates, phonenumbers, yaml"
    command = "from supportlines.cli import main; main()"
    prepare = "import sys; sys.argv = ['supportlines', 'now', 'AE'];"
    without = prepare + "sys.modules['holidays'] = None;" + command
    theirs, plain, full = processes(peers, without, prepare + command)
    against = f"ms / the four imports {theirs * 1e3:.0f} ms"
    report(
        "supportlines now AE, whole process",
        f"{plain / theirs:.2f}x",
        "<= 2x",
        f"{plain * 1e3:.0f} {against}",
    )
    report(
        "the same with the extra `holidays`",
        f"{full / theirs:.2f}x",
        "",
        f"{full * 1e3:.0f} {against}",
    )


_LOADING = """
import time
import babel.dates, phonenumbers, pydantic, yaml
import supportlines.api, supportlines.directory.reading, supportlines.lookup
start = time.perf_counter()
supportlines.load({path})
seconds = time.perf_counter() - start
try:
    # What getrusage tells begins with the memory of the process that started this one.
    with open("/proc/self/status", encoding="ascii") as status:
        peak = next(int(line.split()[1]) for line in status if line.startswith("VmHWM"))
except OSError:
    import resource
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
print(seconds, peak / 1024)
"""


def loading() -> None:
    """Measure loading in processes of their own: time, and the process's peak memory."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "large.yaml"
        path.write_text(large_directory(TEN_THOUSAND), encoding="utf-8")
        for what, argument, target in (
            ("loading the shipped directory", "", "< 100 ms"),
            ("loading 10,000 lines", repr(str(path)), "< 3 s"),
        ):
            runs = [
                subprocess.run(
                    [sys.executable, "-c", _LOADING.format(path=argument)],
                    check=True,
                    capture_output=True,
                    text=True,
                ).stdout.split()
                for _ in range(5)
            ]
            seconds = min(float(run[0]) for run in runs)
            peak = max(float(run[1]) for run in runs)
            report(what, f"{seconds * 1e3:.0f} ms", target, f"peak {peak:.0f} MB (< 200 MB)")


if __name__ == "__main__":
    print(f"Python {sys.version.split()[0]}")
    if "--memory" in sys.argv:
        memory()
    else:
        questions()
        start_up()
        loading()
