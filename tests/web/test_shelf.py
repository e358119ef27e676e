"""What is kept is bounded, whatever is asked."""

from __future__ import annotations

import random

import pytest

import supportlines
from supportlines.web.http.answers import Answers
from supportlines.web.http.shelf import Shelf


def test_it_is_what_a_list_in_the_order_of_use_would_keep():
    """The oracle keeps pairs in a list, and drops from its head."""
    pick = random.Random(1)  # noqa: S311 - the same in every run
    kept, oracle = Shelf(50), []
    for _ in range(5_000):
        key = pick.randrange(20)
        known = [pair for pair in oracle if pair[0] == key]
        if pick.random() < 0.5:
            assert kept.find(key) == (known[0][1] if known else None)
            oracle = [pair for pair in oracle if pair[0] != key] + known
        else:
            size = pick.randrange(60)
            kept.keep(key, size, size)
            oracle = [pair for pair in oracle if pair[0] != key]
            if size <= 50:
                oracle.append((key, size))
            while sum(one for _, one in oracle) > 50:
                del oracle[0]
        assert (len(kept), kept.size) == (len(oracle), sum(one for _, one in oracle))


def test_answers_of_a_flood_of_questions_stay_within_their_bytes(clock):
    """Instants are without number; each is a question of its own."""
    answers = Answers(supportlines.load(), keep_bytes=200_000)

    for second in range(300):
        query = f"country=MX&at=2026-11-24T12:{second // 60:02}:{second % 60:02}Z".encode()
        answers.find(query, clock())

    assert 100_000 < answers.kept_bytes <= 250_000


def test_what_is_wrong_is_not_kept(clock):
    """Nonsense takes no room."""
    answers = Answers(supportlines.load(), keep_bytes=200_000)

    for number in range(100):
        with pytest.raises(supportlines.SupportlinesError):
            answers.find(f"country=X{number}".encode(), clock())

    assert answers.kept_bytes == 0


def test_an_answer_that_is_too_large_to_keep_is_given_all_the_same(clock):
    """It is worked out at every request."""
    answers = Answers(supportlines.load(), keep_bytes=3_000)

    found, _ = answers.find(b"country=DE", clock())

    assert len(found.representation.body) > 3_000
    assert answers.find(b"country=DE", clock())[0] == found
