"""Data files as people and programs spoil them: `mutant(seed, bases())` gives the file of a seed.

What becomes of them is judged by `data_files.py`.
"""

from __future__ import annotations

import copy
import json
import random
import re
from pathlib import Path
from typing import Any, Iterator, NamedTuple, Tuple

import yaml

TESTS = Path(__file__).resolve().parent.parent
SEEDS = (
    "data/small_directory.yaml",
    "data/coverage_directory.yaml",
    "data/diff_new.yaml",
    "data/spanish_helpdesk.yaml",
    "lookup/dated.yaml",
    "lookup/directory.yaml",
)
_LARGEST = 100_000
_PLAIN = re.compile(r"[\w+.(/][^#:\n\x00-\x1f]*[\w.)/]|\w")
"""What may stand without quotation marks."""

CONTROLS = [*"\x00\x07\x1b\x7f\x85\x9b\r\u202e\u2066\u200f\u2028\ufeff\ufdd0\ufffe\U0001ffff"]
CONTROLS += ["\x1b[31m", "\x9b2J", "\x1b]0;x\x07", "\ud83d", "\udc00"]

_WORDS = """
    x - ~ null true false yes NO 0 1 -1 007 0x1F 1e9 1_000 99999999999999999999 .5 nan . .. / \\
    caller anywhere all none unknown TBD toll_free mobile standard premium page gb-local
    GB US XX UK ZZ EU 001 AQ IL IN AU-NSW DE-BE DE-XX CA-QC
    en de zh-Hant zh x-klingon und mul sgn-US en-u-ca-buddhist iw sr-Latn-RS art-lojban qaa-x-a
    Europe/Berlin Asia/Kolkata Antarctica/Troll Pacific/Apia Etc/GMT+12 UTC CET Africa/Casablanca
    America/Scoresbysund Factory localtime Europe/Londn +02:00 ../etc/passwd
    0001-01-01 0002-01-01 9998-12-31 9999-12-31 2024-02-29 2026-02-29 2026-13-01 2026-1-1 26-01-01
    2026-12-24T18:00 https://x.example http:// javascript:alert(1) <b> &amp; %s {} $(id) `id`
    112 988 *2700 #31# 110 999999999999999 +1 +44 +800 020 0900 1-800-FLOWERS O800 ١٢٣ ０１２
"""
TEXTS = _WORDS.split()
TEXTS += ["", " ", "\n", "\t", "a\nb", "x" * 300, "é" * 61, "👩‍💻", "تماس", "שלום", "支持"]
TEXTS += ["+1 202 555 0123", "020 7946 0958", "0491 570 006", "+49 30 23125 000", "+800 1234 5678"]

HOURS = [
    *("24/7", "24/7 unknown", "off", "PH off", "unknown", "Mo-Su 00:00-24:00", "00:00-24:00 off"),
    *("Mo 00:00-23:59", "Mo-Fr 22:00-06:00", "Sa[-1] 00:00-48:00", "Mo-Fr 12:00-14:00 unknown"),
    *("Dec 24-Jan 2 off", "2026 Dec 24-2027 Jan 2 10:00-14:00", "2030+ Mo 09:00-17:00"),
    *("Feb 29 off; Feb 29 09:00-10:00", "PH,SH off", 'Mo "by letter"', 'off "\\u202e"', "9-17"),
    *("Mo-Fr 09:00-25:70", "Mo-Fr 09:00-17:00; ", "Mo-Fr 09:00-17:00 || unknown", "sunrise-sunset"),
    *("Apr-Oct Mo 09:00-17:00, PH Mo-Fr 10:00-12:00; PH off", "Mo-Th,Sa 23:59-24:01"),
]

Path_ = Tuple[Any, ...]


class Likely(NamedTuple):
    """What valid files hold."""

    whole: list[Any]
    values: dict[Any, list[Any]]
    """By the key under which they stand; what is in a list stands under the list's key."""

    records: dict[Any, list[Any]]
    """The pairs of records, by the key under which the record stands."""


def bases() -> Likely:
    """Return the plain content of the valid files, all of it texts, lists and records."""
    found = Likely([], {}, {})
    for name in SEEDS:
        text = Path(TESTS, name).read_text(encoding="utf-8")
        content = yaml.load(text, yaml.BaseLoader)  # noqa: S506 - texts only
        found.whole.append(content)
        for path in paths_of(content):
            value, kind = at(content, path), kind_of(path)
            found.values.setdefault(kind, []).append(value)
            if isinstance(value, dict):
                found.records.setdefault(kind, []).extend(value.items())
    found.values["hours"] += HOURS
    found.values["on"] = ["2026-12-24", "2026-02-28", "0001-01-01", "9999-12-31", "2024-02-29"]
    for key in ("valid_from", "valid_until", "since", "to"):
        found.values[key] = found.values.get(key, []) + found.values["on"]
    return found


def at(content: Any, path: Path_) -> Any:
    """Return the value at *path*."""
    for part in path:
        content = content[part]
    return content


def kind_of(path: Path_) -> Any:
    """Return the last key of *path* that is a name; None outside all."""
    return next((part for part in reversed(path) if isinstance(part, str)), None)


# --- changing ------------------------------------------------------------------------------------


def paths_of(content: Any, path: Path_ = ()) -> Iterator[Path_]:
    """Yield the paths of all values, the outermost first."""
    yield path
    inner = ()
    if isinstance(content, dict):
        inner = content.items()
    elif isinstance(content, list):
        inner = enumerate(content)
    for key, value in inner:
        yield from paths_of(value, (*path, key))


def changed(content: Any, dice: random.Random) -> Any:
    """Return a copy of *content* with one change in it, and keep *content*."""
    whole = [copy.deepcopy(content)]
    path = (0, *dice.choice(list(paths_of(content))))
    around = whole
    for part in path[:-1]:
        around = around[part]
    key = path[-1]
    change = dice.choice(_CHANGES)
    if len(path) > 1 or change in (_other_value, _nested):
        change(around, key, dice, content)
    return whole[0]


def suited(content: Any, dice: random.Random, likely: Likely) -> Any:
    """Return a copy of *content* with one change that somebody may well make."""
    content = copy.deepcopy(content)
    paths = [path for path in paths_of(content) if path]
    path = dice.choice(paths)
    around, key, kind = at(content, path[:-1]), path[-1], kind_of(path)
    here, sort = around[key], dice.random()
    if isinstance(here, dict) and sort < 0.6:
        name, value = dice.choice(likely.records.get(kind) or [("x", "x")])
        here[name] = copy.deepcopy(value)
    elif isinstance(around, list) and sort < 0.3:
        around.insert(dice.randrange(len(around) + 1), copy.deepcopy(around[key]))
    elif isinstance(around, dict) and sort < 0.2:
        del around[key]
    else:
        around[key] = copy.deepcopy(dice.choice(likely.values.get(kind) or [here]))
    return content


def _text(dice: random.Random, key: Any) -> str:
    """Return a text that may stand under a key, or may not."""
    likely = HOURS if key in ("hours", "standard", "premium") else TEXTS
    return dice.choice(likely if dice.random() < 0.8 else HOURS + TEXTS)


def _other_value(around: Any, key: Any, dice: random.Random, whole: Any) -> None:
    del whole
    around[key] = dice.choice(
        [_text(dice, key), _text(dice, key), [_text(dice, key)], {_text(dice, key): "x"}, [], {}]
    )


def _tweaked(around: Any, key: Any, dice: random.Random, whole: Any) -> None:
    """Put something into a text, or in place of a part of it."""
    value = around[key]
    if not isinstance(value, str):
        _other_value(around, key, dice, whole)
        return
    place = dice.randrange(len(value) + 1)
    bit = dice.choice([*CONTROLS, *"0123456789-+*# :;,[]\"'\\\n\tOl", "", _text(dice, key)])
    around[key] = value[:place] + bit + value[place + dice.choice((0, 0, 1, 2)) :]


def _taken_elsewhere(around: Any, key: Any, dice: random.Random, whole: Any) -> None:
    """Put there what stands at another place."""
    value = whole
    for part in dice.choice(list(paths_of(whole))):
        value = value[part]
    around[key] = copy.deepcopy(value)


def _deleted(around: Any, key: Any, dice: random.Random, whole: Any) -> None:
    del around[key], dice, whole


def _doubled(around: Any, key: Any, dice: random.Random, whole: Any) -> None:
    del whole
    if isinstance(around, list):
        times = dice.choice((1, 1, 2, 30))
        around[key:key] = [copy.deepcopy(around[key]) for _ in range(times)]
    else:
        around[f"{key}{dice.choice(['', '2', ' ', CONTROLS[2], 's'])}"] = around.pop(key)


def _renamed(around: Any, key: Any, dice: random.Random, whole: Any) -> None:
    if isinstance(around, list):
        dice.shuffle(around)
        return
    names = [path[-1] for path in paths_of(whole) if path and isinstance(path[-1], str)]
    around[dice.choice([*names, *TEXTS, *CONTROLS])] = around.pop(key)


def _nested(around: Any, key: Any, dice: random.Random, whole: Any) -> None:
    del whole
    for _ in range(dice.choice((1, 1, 2, 31, 60))):
        around[key] = [around[key]] if dice.random() < 0.5 else {"regions": around[key]}


def _put_at(around: Any, key: Any, dice: random.Random, whole: Any) -> None:
    """Give a record a further key that files have, with a value that suits it or does not."""
    here = around[key]
    if not isinstance(here, dict):
        _tweaked(around, key, dice, whole)
        return
    paths = [path for path in paths_of(whole) if path and isinstance(path[-1], str)]
    path = dice.choice(paths)
    value = whole
    for part in path:
        value = value[part]
    here[path[-1]] = copy.deepcopy(value) if dice.random() < 0.7 else _text(dice, path[-1])


_CHANGES = (
    _other_value, _other_value, _tweaked, _tweaked, _tweaked, _taken_elsewhere, _deleted,
    _doubled, _renamed, _nested, _put_at, _put_at,
)  # fmt: skip


# --- writing -------------------------------------------------------------------------------------


def as_json(content: Any, dice: random.Random) -> str:
    """Return *content* as JSON of one of the usual kinds."""
    indent = dice.choice((None, 2, "\t"))
    return json.dumps(content, indent=indent, ensure_ascii=dice.random() < 0.5)


def as_yaml(content: Any, dice: random.Random, columns: int = 0) -> str:
    """Return *content* in blocks, its texts as people write them: plain, quoted or in a block."""
    margin = " " * columns
    if isinstance(content, dict) and content:
        return "".join(
            f"{margin}{_scalar(key, dice)}:{_below(value, dice, columns + 2)}"
            for key, value in content.items()
        )
    if isinstance(content, list) and content:
        return "".join(f"{margin}-{_below(value, dice, columns + 2)}" for value in content)
    return margin + _scalar(content, dice) + "\n"


def _below(value: Any, dice: random.Random, columns: int) -> str:
    if isinstance(value, (dict, list)) and value:
        if columns > 60 or dice.random() < 0.1:  # deep ones in one line, some others too
            return " " + json.dumps(value, ensure_ascii=False) + "\n"
        return "\n" + as_yaml(value, dice, columns)
    return f" {_scalar(value, dice, columns)}\n"


def _scalar(value: Any, dice: random.Random, columns: int = 0) -> str:
    if not isinstance(value, str):
        return json.dumps(value)
    kind = dice.random()
    if kind < (0.4 if _PLAIN.fullmatch(value) else 0.01):
        return value
    if kind < 0.6:
        return "'" + value.replace("'", "''") + "'"
    if kind < 0.65 and columns and _PLAIN.fullmatch(value):
        return "|-\n" + "\n".join(" " * columns + line for line in value.split("\n"))
    return json.dumps(value, ensure_ascii=kind < 0.8)


def mutant(seed: int, likely: Likely) -> bytes:
    """Return the file of a seed: one of the valid ones with one to four changes."""
    dice = random.Random(seed)  # noqa: S311 - the same files at every run
    content = dice.choice(likely.whole)
    suits = dice.random() < 0.7
    for _ in range(dice.choice((1, 1, 1, 2, 4))):
        content = suited(content, dice, likely) if suits else changed(content, dice)
    text = as_json(content, dice) if dice.random() < 0.4 else as_yaml(content, dice)
    if dice.random() < 0.1:
        text = _written_otherwise(text, dice)
    return _encoded(text[:_LARGEST], dice)


def _written_otherwise(text: str, dice: random.Random) -> str:
    """Return *text* with what only YAML has, or with a line at another place."""
    lines = text.split("\n")
    number = dice.randrange(len(lines))
    what = dice.choice(("line", "line twice", "cut", "indented", "mark"))
    if what == "line":
        lines[number] = lines[dice.randrange(len(lines))]
    elif what == "line twice":
        lines.insert(number, lines[number])
    elif what == "cut":
        del lines[number + 1 :]
    elif what == "indented":
        lines[number] = dice.choice((" ", "\t", "  ")) + lines[number]
    else:
        marks = ("&a ", "*a ", "<<: ", "!!str ", "!!python/name:os.system ", "? ", "--- ", "... ")
        marks += ("%YAML 1.1\n", "# ", "| ", "> ", "- ", "{", "]", "@", "`")
        place = dice.randrange(len(lines[number]) + 1)
        lines[number] = lines[number][:place] + dice.choice(marks) + lines[number][place:]
    return "\n".join(lines)


def _encoded(text: str, dice: random.Random) -> bytes:
    """Return the bytes of a file, in UTF-8 nearly always."""
    if dice.random() < 0.1:
        text = text.replace("\n", dice.choice(("\r\n", "\r", "\u2028")))
    kind = dice.random()
    if kind < 0.03:
        return text.encode(dice.choice(("utf-16", "utf-8-sig", "utf-32-le")), "replace")
    if kind < 0.05:
        content = bytearray(text.encode("utf-8", "replace"))
        place = dice.randrange(len(content))
        content[place : place + 1] = dice.choice((b"\0", b"\xff", b"\xe2\x80"))
        return bytes(content)
    return text.encode("utf-8", "surrogatepass" if kind < 0.5 else "replace")
