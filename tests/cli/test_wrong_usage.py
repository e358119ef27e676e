"""What is said of words that a command cannot understand: ours, whatever click's version says."""

from __future__ import annotations

import click
import pytest

from supportlines.cli.wording import in_our_words


@pytest.mark.parametrize(
    ("arguments", "told", "usage"),
    [
        (("nwo",), 'there is no command "nwo". Did you mean "now"?', ""),
        (("zzzzz",), 'there is no command "zzzzz".', ""),
        (("--nope",), 'there is no option "--nope".', ""),
        (("now",), "COUNTRY is missing.", "now"),
        (("now", "GB", "FR", "DE"), '"FR DE" is too much: the command takes no more words.', "now"),
        (
            ("now", "GB", "--langauge", "en"),
            'there is no option "--langauge". Did you mean "--language"?',
            "now",
        ),
        (("now", "GB", "--tier"), "--tier has no value. Write --tier T.", "now"),
        (("now", "GB", "--json=1"), "--json takes no value: write --json alone.", "now"),
        (
            ("now", "GB", "--facet", "phone"),
            '--facet "phone" has no value. Write phone=VALUE, as in --facet phone=mobile.',
            "now",
        ),
        (
            ("now", "GB", "--facet", "=x"),
            '--facet "=x" has no value. Write NAME=VALUE, as in --facet phone=mobile.',
            "now",
        ),
        (("check",), "FILE is missing.", "check"),
        (("close", "x", "--for", "1h"), "--reason is missing. Write --reason TEXT.", "close"),
        (("close", "x", "--reason", "x"), "give either --for or --until.", "close"),
        (
            ("completion", "tcsh"),
            'SHELL "tcsh" is not known. Write one of: "bash", "zsh", "fish".',
            "completion",
        ),
        (
            ("export",),
            'FORMAT is missing. Write one of: "csv", "hsds", "jsonld", "site".',
            "export",
        ),
        (
            ("hours", "24/7", "--holidays"),
            '--holidays has no value. Write one of: "parts", "national".',
            "hours",
        ),
        (
            ("coverage", "--year", "x"),
            '--year "x" is no whole number from 1900 to 2999. Write one such as 2026.',
            "coverage",
        ),
    ],
)
def test_what_is_wrong_comes_first_then_how_it_is_written(run, arguments, told, usage):
    """As all our errors say it; where more is to be read comes last."""
    result = run(*arguments)

    first, *more = result.stderr.splitlines()
    command = f"command {usage}".rstrip()  # so click's runner calls the program
    assert (result.exit_code, result.stdout) == (2, "")
    assert first == f"supportlines: {told}"
    assert more[0].startswith(f"Usage: {command} [OPTIONS]")
    assert more[-1] == f'See "{command} --help".'


@pytest.mark.parametrize("days", ["0", "-1", "36501", "9" * 5000, "soon", "1.5", "٣", ""])
def test_days_that_are_none_are_refused_with_the_limits(run, shipped_file, days):
    """A file takes no others either."""
    result = run("check", "--confirm-within", days, str(shipped_file))

    assert (result.exit_code, result.stdout) == (2, "")
    assert "is no whole number from 1 to 36500. Write one such as 90." in result.stderr
    assert len(result.stderr.splitlines()[0]) < 200


@pytest.mark.parametrize("days", ["1", "36500"])
def test_days_at_the_limits_are_taken(run, shipped_file, days):
    """Both of them are included."""
    assert run("check", "--confirm-within", days, str(shipped_file)).exit_code in (0, 1)


def test_facet_that_there_is_not_is_refused_with_an_example(run):
    """A name alone does not say how it is written."""
    result = run("now", "GB", "--facet", "phon=mobile")

    assert result.exit_code == 2
    assert result.stderr == (
        'supportlines: there is no facet "phon". Write one of: "phone", "carrier". '
        "For example: --facet phone=mobile.\n"
    )


@pytest.mark.parametrize(
    ("message", "told"),
    [
        ("Got extra arguments (FR DE)", '"FR DE" is too much: the command takes no more words.'),
        ("Got extra arguments (a (b).).", '"a (b)." is too much: the command takes no more words.'),
        ("These are left over: FR DE", "These are left over: FR DE"),
        ("FR (DE) are left over", "FR (DE) are left over"),
    ],
)
def test_what_click_says_otherwise_stands_as_it_is(message, told):
    """Its sentence may be another one in time; then it is the one that is shown."""
    context = click.Context(click.Command("now"))

    error = in_our_words(click.UsageError(message, context))

    assert error.message == told
