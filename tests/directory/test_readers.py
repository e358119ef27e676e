"""A file is right or wrong whichever reader PyYAML brings: in C, or in Python without it.

Each text is read twice, in processes of their own, of which the second finds no `yaml._yaml`.
"""

from __future__ import annotations

import json
import random
import subprocess
import sys
from pathlib import Path

import pytest

HERE = Path(__file__).parent
GOOD = (HERE.parent / "data" / "small_directory.yaml").read_text(encoding="utf-8")
SEED = 20261125

PROGRAM = """
import dataclasses, json, sys
without_c = sys.argv[1] == "without"
if without_c:
    sys.modules["yaml._yaml"] = None
import yaml
assert not (without_c and yaml.__with_libyaml__)
from supportlines.directory import DirectoryError, load_directory
said = []
for text in json.load(sys.stdin):
    try:
        facts = load_directory(text.encode("utf-8", "surrogatepass"), "any.yaml")
        said.append(repr(dataclasses.asdict(facts)))
    except DirectoryError as error:
        said.append(str(error))
json.dump(said, sys.stdout)
"""


def said_of(texts, reader):
    """Return what is said of each text: of a good one, the directory that it describes."""
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, reader],
        input=json.dumps(texts).encode(),
        stdout=subprocess.PIPE,
        check=True,
        timeout=120,
    )
    return json.loads(done.stdout)


def differences(texts):
    """Return the texts of which the two readers say different things, with both sayings."""
    pairs = zip(texts, said_of(texts, "any"), said_of(texts, "without"))
    return [(text, one, other) for text, one, other in pairs if one != other]


def test_every_wrong_and_every_right_file_reads_the_same():
    """Shapes, places, words: nothing of an answer is the reader's own."""
    paths = [*(HERE.parent / "invalid").glob("*.yaml"), *(HERE.parent / "data").glob("*.yaml")]
    texts = [path.read_text(encoding="utf-8", errors="replace") for path in paths]

    assert len(texts) > 50
    assert differences(texts) == []


@pytest.mark.parametrize(
    "written", ["One\n\n    Two", "One\n\n\n\n    Two", "One  \n\t\n \t   Two"]
)
def test_a_text_over_several_lines_reads_the_same(written):
    """An empty line is a line end in the text; YAML 1.1, section 4.5.2."""
    text = GOOD.replace("name: Example Technical Support", f"name: {written}")

    assert text != GOOD
    assert differences([text]) == []


def test_json_may_be_indented_with_tabs():
    """RFC 8259 knows four blanks, and the tab is one of them."""
    import yaml  # noqa: PLC0415 - to write what the other tests only read

    plain = yaml.load(GOOD, yaml.BaseLoader)  # noqa: S506 - texts only
    tabbed = json.dumps(plain, indent="\t").replace('": ', '":\t')

    first, second = said_of([tabbed], "any"), said_of([tabbed], "without")

    assert first == second == said_of([GOOD], "any")
    assert first[0].startswith("{'directory'")


CASES = [
    # One parser gives up at the thousandth bracket, another never: the limit is ours.
    ("[" * 100_000, "any.yaml:1:33: more than 32 levels inside each other are not read."),
    ("[" * 40, "any.yaml:1:33: more than 32 levels inside each other are not read."),
    ("a: " + "{b: " * 5_000, "any.yaml:1:128: more than 32 levels inside each other"),
    ("[[" * 400 + "\n" + "[" * 700, "any.yaml:1:33: more than 32 levels inside each other"),
    # A mistake before the depth comes first, one behind it does not matter.
    ('a: "x\\q"\nb: ' + "[" * 2_000, 'any.yaml:1:6: "\\q" stands for no character.'),
    ("a: b: c\nd: " + "[" * 2_000, 'any.yaml:1:5: from here on this is no YAML: a second ": "'),
    # The reader in Python lets halves of pairs pass, and fails on numbers beyond Unicode.
    ('{"a": "x\\ud800"}', 'any.yaml:1:9: "\\ud800" stands for no character.'),
    ('{"a": "\\udc00\\ud83d"}', 'any.yaml:1:8: "\\udc00" stands for no character.'),
    ('a: "\\UFFFFFFFF"', 'any.yaml:1:5: "\\UFFFFFFFF" stands for no character.'),
    ('a: "\\ud83d\\ude00"', 'any.yaml:1:5: "\\ud83d" stands for no character.'),
    ('a: "\\x4"', 'any.yaml:1:5: "\\x4" stands for no character.'),
    # It stops at tabs and question marks that YAML allows.
    ("a: {b?: c, d: e?}\n", 'any.yaml:1:1: "directory" is missing.'),
    ("a:\tb\tc\t# d\n", 'any.yaml:1:1: "directory" is missing.'),
    ("a: |\t\n  b\n", 'any.yaml:1:1: "directory" is missing.'),
    ("a:\n\t- b\n", "any.yaml:2:1: from here on this is no YAML: a tab stands where"),
    ("a: @b\n", "any.yaml:1:4: from here on this is no YAML: no value begins with @."),
    ("a: {b: c\n", "any.yaml:1:4: the record that opens here is not closed."),
    ("a: {b: c", "any.yaml:1:4: the record that opens here is not closed."),
    ("a: 'b\n---\nc: d\n", "any.yaml:1:4: the quotation that opens here is not closed."),
    ('a: "b\n...\nc: d\n', "any.yaml:1:4: the quotation that opens here is not closed."),
    ("a: 'b\n", "any.yaml:1:4: the quotation that opens here is not closed."),
    ("a\nb: c\n", 'any.yaml:2:2: from here on this is no YAML: a second ": "'),
    ("- a\nb: c\n", 'any.yaml:2:1: from here on this is no YAML: a "- " is missing.'),
    ("a: b\n c\nd\n", "any.yaml:4:1: from here on this is no YAML: a key has no colon."),
    ("%YAML x\n---\na: b\n", "any.yaml:1:7: from here on this is no YAML: a directive"),
]
"""A text, and how what is said of it begins."""


@pytest.fixture(scope="module")
def said():
    """Return what each reader says of each case; two processes for all of them."""
    texts = [text for text, _ in CASES]
    return dict(zip(texts, zip(said_of(texts, "any"), said_of(texts, "without"))))


@pytest.mark.parametrize(("text", "message"), CASES, ids=lambda value: repr(value)[:30])
def test_both_readers_stop_at_the_same_place_with_the_same_words(text, message, said):
    """The words are ours: PyYAML's own differ between its two readers and its versions."""
    first, second = said[text]

    assert first.startswith(message)
    assert first == second


def test_both_readers_say_the_same_of_damaged_files():
    """Some hundred, always the same: something put into a good file or in place of a part."""
    dice = random.Random(SEED)  # noqa: S311 - the same texts at every run
    bits = [*"\t \n[]{},\"'#@`?|x\r\\", ": ", "- ", "? ", ":", "\n\t", "\n  - ", "\r\n", "é", "😀"]
    texts = []
    for _ in range(400):
        text = GOOD[:700]
        for _ in range(dice.choice((1, 1, 2, 3))):
            place = dice.randrange(len(text) + 1)
            text = text[:place] + dice.choice(bits) + text[place + dice.choice((0, 0, 1, 3)) :]
        texts.append(text)

    assert differences(texts) == []


@pytest.mark.sampled
@pytest.mark.parametrize(
    "sign", ["|", "|-", ">", ">-", "|+", "|4", "|4-", "|-4", ">+4", "|- \t", "|4  # note"]
)
def test_a_text_in_a_block_reads_the_same(sign):
    """With or without its last line end and an indentation of its own; YAML 1.1, section 9.1."""
    lines = f"label: {sign}\n          One\n          Two\n        number: "
    text = GOOD.replace("number: ", lines, 1)

    assert text != GOOD
    assert differences([text]) == []
