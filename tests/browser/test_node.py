"""Node runs our modules, and TypeScript finds what the vocabulary does not know."""

from __future__ import annotations

import json

import pytest

ORGANIZATION = {
    "@context": "https://schema.org",
    "@type": "Organization",
    "name": "Night line",
    "contactPoint": [{"@type": "ContactPoint", "telephone": "+1 202 555 0123"}],
}


def test_a_module_reads_what_it_is_given_and_prints(run_module):
    """It gets texts as they are, whatever is in them."""
    script = """
    import {readFileSync} from "node:fs";
    const given = JSON.parse(readFileSync(0, "utf8"));
    console.log(JSON.stringify([given, process.argv[2], typeof require]));
    """

    printed = run_module(script, "--first", given=json.dumps("٣ \"'<>"))

    assert json.loads(printed) == ["٣ \"'<>", "--first", "undefined"]


def test_a_module_that_fails_fails_the_test(run_module):
    """With what node says of it."""
    with pytest.raises(AssertionError, match="nothing to say"):
        run_module("throw new Error('nothing to say')")


def test_what_the_vocabulary_knows_has_the_type_that_it_says(type_errors):
    """A page's data are an Organization of schema.org."""
    assert type_errors(ORGANIZATION, "Organization") == []


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"telefone": "+1 202 555 0123"}, "telefone"),
        ({"contactOption": "Free"}, "contactOption"),
        ({"hoursAvailable": {"@type": "OpeningHoursSpecification", "dayOfWeek": "Mo"}}, '"Mo"'),
    ],
)
def test_what_it_does_not_know_is_found(type_errors, wrong, said):
    """A misspelt property, and a value that is not one of the few."""
    point = {"@type": "ContactPoint", **wrong}

    errors = type_errors({**ORGANIZATION, "contactPoint": [point]}, "Organization")

    assert len(errors) > 0
    assert said in "\n".join(errors)
