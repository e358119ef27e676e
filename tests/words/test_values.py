"""Values never change, and equal ones are equal."""

from __future__ import annotations

import copy
import pickle

import pytest

from supportlines.words import NOTHING, Values


def pickled(one):
    """Return what comes out of a pickle of it."""
    return pickle.loads(pickle.dumps(one))  # noqa: S301 - our own bytes


SOME = Values(country="QA", only=("US", "CA"))


def test_none_is_not_there():
    """What was not said is no value."""
    assert dict(Values(country="QA", desk=None)) == {"country": "QA"}
    assert len(NOTHING) == 0


def test_order_makes_no_difference():
    """Equal values have one hash, so that a sentence is said once."""
    other = Values(only=("US", "CA"), country="QA")

    assert (other, hash(other)) == (SOME, hash(SOME))
    assert Values(country="DE") != SOME


@pytest.mark.parametrize("make", [copy.copy, copy.deepcopy, pickled])
def test_copies_are_equal(make):
    """A pickle and a copy are the values."""
    hash(SOME)

    assert make(SOME) == SOME
    assert hash(make(SOME)) == hash(SOME)


@pytest.mark.parametrize("name", ["country", "_items", "_hash", "anything"])
def test_nothing_can_be_set_or_deleted(name):
    """Neither a value nor what holds it."""
    with pytest.raises(AttributeError):
        setattr(SOME, name, 1)
    with pytest.raises(AttributeError):
        delattr(SOME, name)
    with pytest.raises(TypeError):
        SOME["country"] = "DE"


def test_values_are_compared_with_anything():
    """A dictionary of the same is equal, and nothing else is."""
    assert Values(country="QA") == {"country": "QA"}
    assert Values(country="QA") != {"country": "DE"}
    assert Values(country="QA") not in (None, 5, "QA", ("country", "QA"))
