"""Files made to hurt are refused with a place, quickly and within bounds of memory."""

from __future__ import annotations

import datetime as dt
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st

from supportlines.directory import DirectoryError, load_directory
from supportlines.directory.reading import MAX_BYTES
from supportlines.doubts import examine

from strategies.amount import cases

GOOD = (Path(__file__).parent.parent / "data" / "small_directory.yaml").read_bytes()
SECONDS = 2 if yaml.__with_libyaml__ else 20
"""PyYAML's reader in Python takes some ten times as long as the one in C, for any file."""
TODAY = dt.date(2026, 11, 23)

MEGABYTES = 300

PROGRAM = """
import sys, time
from supportlines.directory import DirectoryError, load_directory
content = sys.stdin.buffer.read()
start = time.process_time()
try:
    load_directory(content, "hostile.yaml")
except DirectoryError as error:
    print(str(error).splitlines()[0][:200])
else:
    print("read")
print(time.process_time() - start)
try:
    # Not getrusage: its maximum begins with the memory of the process that started this one.
    with open("/proc/self/status") as status:
        print(next(int(line.split()[1]) // 1024 for line in status if line.startswith("VmHWM")))
except (OSError, StopIteration):
    print("unknown")
"""


def bomb(levels: int) -> bytes:
    """Return aliases that would grow tenfold per level."""
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"]
    for level in range(1, levels):
        names = ", ".join([f"*a{level - 1}"] * 10)
        lines.append(f"a{level}: &a{level} [{names}]")
    return "\n".join(lines).encode()


LONG_LIST = f"""directory:
  {{id: d, name: D, sources: [{{id: p, title: t, url: "https://a.example", read_on: 2026-11-02}}]}}
tiers: {{standard: {{}}}}
regions:
  - {{id: r, countries: [DE], languages: [{"en, " * 1_001}]}}
"""

HOSTILE = {
    "open_lists": (b"[" * 100_000, "1:33: "),
    "open_records": (b"{a: " * 25_000, "1:129: "),
    "open_block_lists": (b"- " * 50_000, "1:65: "),
    "levels_of_keys": (
        "".join(" " * level + "a:\n" for level in range(3_000)).encode(),
        "33:33: ",
    ),
    "alias_bomb": (bomb(9), "1:1: "),
    "quadratic_aliases": (
        b"a: &a " + b"x" * 15_000 + b"\nb: [" + b"*a, " * 50_000 + b"]",
        "1:4: ",
    ),
    "long_plain_text": (b"directory: " + b"x" * 3_000_000, "1:12: "),
    "long_quoted_text": (b'directory: "' + b"x" * 3_000_000 + b'"', "1:12: "),
    "long_text_in_a_block": (b"directory: |\n" + b"  xxxxxxxxxx\n" * 250_000, "1:12: "),
    "long_key": (b"x" * 3_000_000 + b": y", "1:1: "),
    "long_comment": (b"#" * 3_000_000, "1:1: "),
    "long_tag": (b"!" + b"x" * 3_000_000 + b" y", "1:1: "),
    "long_anchor": (b"&" + b"x" * 3_000_000 + b" y", "1:1: "),
    "many_keys": (b"".join(b"k%d: v\n" % number for number in range(200_000)), "1001:1: "),
    "many_equal_keys": (b"k: v\n" * 200_000, "2:1: "),
    "many_tags": (b"- !!str x\n" * 200_000, "1:3: "),
    "many_wrong_regions": (b"regions:\n" + b"- x\n" * 20_000, "1:1: "),
    "many_wrong_countries": (
        b"regions: [{countries: [" + b"".join(b"c%d, " % n for n in range(100_000)) + b"]}]",
        "1:1: ",
    ),
    "many_documents": (b"---\na\n" * 200_000, "2:1: "),
    "nul": (b"directory: \0", "1:12: "),
    "long_list": (LONG_LIST.encode(), "5:41: "),
    "unsafe_only": ("\u202e".encode() * 100_000, "1:1: "),
    "unsafe_escapes": (b'- "\\e"\n' * 100_000, "1:4: "),
    "wrong_escapes": (b'- "\\e' + b"\\\\" * 500_000 + b'\\q"', "1:1000006: "),
    "nul_only": (b"\0" * 100_000, "1:1: "),
    "no_utf_8": (b"directory: \n\xff\xfe" * 10_000, "2:1: "),
    "empty": (b"", "1:1: "),
    "blank": (b" \n" * 1_000_000, "1:1: "),
    "merge_key": (b"a: &a {b: c}\nd: {<<: *a}", "1:1: "),
    "python_tag": (b"a: !!python/object/apply:os.system [ls]", "1:1: "),
    "directive": (b"%YAML 99999999999999999999.1\n---\na", "1:"),
}


@pytest.mark.parametrize("name", sorted(HOSTILE))
def test_hostile_file_is_refused_with_its_place(name):
    """FILE:LINE:COLUMN first, in under two seconds and 300 MB."""
    content, place = HOSTILE[name]

    done = subprocess.run(
        [sys.executable, "-c", PROGRAM],
        input=content,
        stdout=subprocess.PIPE,
        check=True,
        timeout=60,
    )

    message, seconds, megabytes = done.stdout.decode().splitlines()
    assert message.startswith(f"hostile.yaml:{place}")
    assert float(seconds) < SECONDS
    assert megabytes == "unknown" or int(megabytes) < MEGABYTES  # only Linux tells


def test_file_that_is_too_large_is_not_looked_at():
    """The limit is named."""
    with pytest.raises(DirectoryError, match="at most 33,554,432 are read"):
        load_directory(b" " * (MAX_BYTES + 1), "large.yaml")


def outcome(content):
    """Return the directory, or the problems; nothing but `DirectoryError` may happen."""
    try:
        return load_directory(content, "any.yaml"), ()
    except DirectoryError as error:
        return None, error.problems


def has_places(content, problems):
    """Return whether each problem has a place in the file, and they are in its order."""
    lines = content.replace(b"\r\n", b"\n").replace(b"\r", b"\n").count(b"\n") + 1
    places = [(problem.line, problem.column) for problem in problems]
    return (
        places == sorted(places)
        and all(1 <= line <= lines + 1 and column >= 1 for line, column in places)
        and all(
            str(problem).startswith(f"any.yaml:{problem.line}:{problem.column}: ")
            for problem in problems
        )
    )


@settings(max_examples=cases(300), deadline=None)
@given(st.binary(max_size=200))
@example(b"%")
@example(b"? a")
@example(b"\xef\xbb\xbf")
@example(b"[]: x")
@example(b"*a : x")
def test_any_bytes_are_a_directory_or_refused(content):
    """So few bytes say too little for a directory: each is refused, with its place."""
    directory, problems = outcome(content)

    assert directory is None
    assert problems
    assert has_places(content, problems)


@settings(max_examples=cases(300), deadline=None)
@given(st.text(alphabet="ab:-[]{}&*!|>'\"%@`#,? \n\t<~0", max_size=60))
def test_any_yaml_is_a_directory_or_refused(text):
    """The same for text that looks like YAML."""
    directory, problems = outcome(text.encode())

    assert directory is None
    assert problems
    assert has_places(text.encode(), problems)


def plain(words):
    """Return a strategy for anything that YAML can hold, with *words* as keys and texts."""
    texts = st.sampled_from(words)
    return st.recursive(
        texts | st.none(),
        lambda inner: st.lists(inner, max_size=3) | st.dictionaries(texts, inner, max_size=4),
        max_leaves=12,
    )


WORDS = [
    *("directory", "tiers", "regions", "lines", "countries", "guesses", "availability", "id"),
    *("standard", "includes", "languages", "number", "hours", "severities", "steps", "en", "GB"),
    *("24/7", "caller", "", "null", "+44 20 7946 0958", "2026-11-02"),
]


def written(value):
    """Return *value* as YAML in one line."""
    if isinstance(value, dict):
        inside = ", ".join(f'"{key}": {written(inner)}' for key, inner in value.items())
        return "{" + inside + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(written, value)) + "]"
    return "~" if value is None else f'"{value}"'


@settings(max_examples=cases(300), deadline=None)
@given(plain(WORDS))
def test_any_shape_is_a_directory_or_refused(value):
    """The right words in the wrong places are problems, and `check` finds the same ones."""
    content = written(value).encode()
    directory, problems = outcome(content)

    assert directory is None
    assert problems
    assert has_places(content, problems)
    assert examine(content, "any.yaml", today=TODAY).problems == problems


@settings(max_examples=cases(200), deadline=None)
@given(
    start=st.integers(0, len(GOOD)),
    length=st.integers(0, 30),
    instead=st.sampled_from([b"", b"x", b"\n", b": ", b"[", b'"', b"\n  - ", b"0"]),
)
def test_any_damage_to_a_good_file_is_refused_or_harmless(start, length, instead):
    """A part cut out or replaced: a directory that reads the same again, or problems in place."""
    content = GOOD[:start] + instead + GOOD[start + length :]
    directory, problems = outcome(content)

    assert (directory is None) is bool(problems)
    assert has_places(content, problems)
    assert directory is None or outcome(content) == (directory, ())
