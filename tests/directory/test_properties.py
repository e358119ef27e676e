"""Properties of reading: one content is one directory, and a problem has its place in the text."""

from __future__ import annotations

import copy
import pickle

import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from supportlines.directory import DirectoryError, load_directory

from strategies.amount import cases
from strategies.directories import directories, randoms, text_of

SLOW = [HealthCheck.too_slow, HealthCheck.filter_too_much]
WORDS = (
    "",
    "no",
    "22:00",
    "24/7",
    "GB",
    "en",
    "2026-13-01",
    "anywhere",
    "l0",
    "é\u2028x",
    "+44 20",
)


def read(text):
    """Return the directory of a text, or its problems."""
    try:
        return load_directory(text.encode("utf-8"), "made.yaml"), ()
    except DirectoryError as error:
        return None, error.problems


def places_in(value, path=()):
    """Yield where the values of a content stand."""
    entries = value.items() if isinstance(value, dict) else enumerate(value)
    for key, inner in entries:
        yield (*path, key)
        if isinstance(inner, (dict, list)):
            yield from places_in(inner, (*path, key))


def damaged(content, draw):
    """Return a content with up to three values that are missing, doubled or others."""
    content = copy.deepcopy(content)
    for _ in range(draw.randint(1, 3)):
        path = draw.choice(list(places_in(content)))
        around = content
        for key in path[:-1]:
            around = around[key]
        what = draw.choice(["delete", "word", "list", "record", "rename"])
        if what == "delete":
            del around[path[-1]]
        elif what == "rename" and isinstance(around, dict):
            around["colour"] = around.pop(path[-1])
        else:
            around[path[-1]] = {
                "word": draw.choice(WORDS),
                "list": [draw.choice(WORDS)],
                "record": {"id": draw.choice(WORDS)},
            }.get(what, "")
    return content


@settings(max_examples=cases(60), deadline=None, suppress_health_check=SLOW)
@given(directories())
def test_a_content_is_one_directory_however_it_is_written(content):
    """As JSON or in blocks of YAML: equal values, equal hashes, and equal after a copy."""
    as_json, refused = read(text_of(content))
    in_blocks, refused_too = read(yaml.safe_dump(content, allow_unicode=True, sort_keys=False))

    assert [one.message for one in refused] == [one.message for one in refused_too]
    if as_json is not None:
        assert as_json == in_blocks
        assert pickle.loads(pickle.dumps(as_json)) == in_blocks  # noqa: S301 - our own


@settings(max_examples=cases(150), deadline=None, suppress_health_check=SLOW)
@given(directories(), randoms(), st.booleans())
def test_a_damaged_file_is_a_directory_or_has_problems_with_places_in_it(content, draw, in_blocks):
    """Lines and columns count from 1; the problems are in the order of the file."""
    content = damaged(content, draw)
    text = yaml.safe_dump(content, sort_keys=False) if in_blocks else text_of(content)

    directory, problems = read(text)

    lines = text.split("\n")
    assert (directory is None) is bool(problems)
    for problem in problems:
        assert 1 <= problem.line <= len(lines)
        assert 1 <= problem.column <= len(lines[problem.line - 1]) + 1
        assert problem.message
        assert str(problem).startswith(f"made.yaml:{problem.line}:{problem.column}: ")
    assert [one.line for one in problems] == sorted(one.line for one in problems)
