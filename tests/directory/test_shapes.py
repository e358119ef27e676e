"""A list or a record where one value belongs is told in our words, whichever key it is."""

from __future__ import annotations

import copy
import json
import random
from pathlib import Path

import pytest
import yaml

from supportlines.directory import DirectoryError, load_directory

from strategies.amount import at_least, cases

DATA = Path(__file__).parent.parent / "data"
SHAPES = [["x"], [["x"]], {"a": "b"}, [{"a": "b"}], [], {}, True, 1, 1.5, None, [None], "x"]
NOT_OURS = ("something else", "Input should", "pydantic", "validation error")


def places(value, path=()):
    """Yield the path of every value inside *value*."""
    inner = value.items() if isinstance(value, dict) else enumerate(value)
    for key, one in inner:
        yield (*path, key)
        if isinstance(one, (dict, list)):
            yield from places(one, (*path, key))


def one_of_each(value):
    """Yield one path for each kind of place, known by its last three keys."""
    kinds = {}
    for path in places(value):
        kind = tuple("#" if isinstance(key, int) else key for key in path)[-3:]
        kinds.setdefault(kind, path)
    return kinds.values()


def put(content, path, value):
    """Return a copy with another value at a place."""
    changed = here = copy.deepcopy(content)
    for key in path[:-1]:
        here = here[key]
    here[path[-1]] = value
    return json.dumps(changed).encode()


def problems(content):
    """Return what is said of a file."""
    try:
        load_directory(content, "any.json")
    except DirectoryError as error:
        return [str(problem) for problem in error.problems]
    return []


@pytest.mark.parametrize("name", ["small_directory.yaml", "coverage_directory.yaml"])
def test_what_is_said_of_a_shape_is_ours(name):
    """Every key of a file, in every wrong shape: no word of the library that validates."""
    text = (DATA / name).read_text(encoding="utf-8")
    content = yaml.load(text, yaml.BaseLoader)  # noqa: S506 - texts only
    every = [(path, shape) for path in one_of_each(content) for shape in SHAPES]
    tried = random.Random(1).sample(every, cases(len(every)))  # noqa: S311 - the same in each run
    said = [problem for path, shape in tried for problem in problems(put(content, path, shape))]

    assert len(said) > at_least(300)
    assert [one for one in said if any(word in one for word in NOT_OURS)] == []
