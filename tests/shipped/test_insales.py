"""The personal-data desk of InSales says what the agreement says: each fact of it is a row here.

A row is the fact in words, and where it is found: in the model, in an answer, on a screen. What
is known of the agreement is a list of facts in English; what it does not say is tested too.
"""

from __future__ import annotations

from datetime import date, datetime, timezone

import pytest

import supportlines
from supportlines.lookup.preparing import guidance
from supportlines.render.prepare import prepare_text
from supportlines.texts import Translated

AT = datetime(2026, 12, 1, 9, tzinfo=timezone.utc)
SITE = "https://www.ekam.ru"


@pytest.fixture(scope="module")
def directory():
    """The directory as users get it."""
    return supportlines.load("insales")


def english(text):
    """Return a text of the file in English."""
    return text.within("en")


def told(directory, **said):
    """Return the answer to a caller in Russia."""
    return directory.who_can_i_call("RU", at=AT, **said)


def withheld(directory):
    """Return why each line that cannot be used cannot be, by its id."""
    return {line.id: reason.text for line, reason in told(directory).withheld}


def screen(directory):
    """Return what `supportlines prepare` shows."""
    return prepare_text(directory.facts, guidance(directory.facts)).splitlines()


NOTE = (
    "It was published on 1 December 2016, and whether it still holds is not known. Its legal and"
    " its postal address differ; neither was carried over. Several companies belong to InSales;"
    " their names were not carried over either."
)
WHY_NO_EMAIL = (
    "The address is published, but a protection of addresses hides it in the copy that was read;"
    " what it is, is not known."
)
WHY_NO_ADDRESS = (
    "The agreement has a postal address, which differs from the legal one; neither was carried"
    " over."
)
AGE = "The number is that of the agreement of 1 December 2016; whether it still holds is not known."
WHO_ASKS = (
    "Questions and opt-outs go to the channels that the agreement names; which to which is not"
    " known."
)

FACTS = [
    ("the company is InSales", lambda one: one.facts.directory.organisation.name, "InSales"),
    (
        "it is an agreement on personal data",
        lambda one: one.sources[0].title,
        "Personal-data agreement of InSales",
    ),
    # The telephone
    ("a telephone is printed", lambda one: one.line("phone").published_as, "+7(495)133-20-43"),
    ("that is this number", lambda one: one.line("phone").number.e164, "+74951332043"),
    (
        "it is what a caller in Russia presses",
        lambda one: (told(one).best.dial, told(one).best.published_as),
        ("8 495 133 20 43", "+7(495)133-20-43"),
    ),
    # The e-mail address
    (
        "an e-mail address is hidden",
        lambda one: one.line("email").published_as,
        "[email protected]",
    ),
    (
        "so there is none",
        lambda one: (one.line("email").channel, one.line("email").email),
        ("email", None),
    ),
    (
        "an answer says why",
        lambda one: withheld(one)["email"],
        WHY_NO_EMAIL,
    ),
    # The addresses
    (
        "the legal and the postal address differ",
        lambda one: withheld(one)["post"],
        WHY_NO_ADDRESS,
    ),
    (
        "a postal address is printed, so one may write a letter",
        lambda one: one.line("post").channel,
        "post",
    ),
    # What else it says
    (
        "the support site is www.ekam.ru",
        lambda one: [(english(each.title), each.url) for each in one.facts.self_help],
        [("Support site", SITE)],
    ),
    (
        "that is shown first",
        lambda one: told(one).text().splitlines()[2],
        f"Read first: Support site: {SITE}",
    ),
    ("to who prepares too", lambda one: screen(one)[2], f"Read first: Support site: {SITE}"),
    ("it was published on 01.12.2016", lambda one: one.sources[0].version, date(2016, 12, 1)),
    (
        "that is long ago, and whoever calls is told",
        lambda one: [each.text for each in told(one).best.caveats][1],
        AGE,
    ),
    ("several companies belong to it", lambda one: NOTE in english(one.sources[0].note), True),
    (
        "opt-out and questions go to named channels",
        lambda one: english(one.line("phone").notes[0]),
        WHO_ASKS,
    ),
    (
        "that is a desk for privacy",
        lambda one: [(each.id, each.purpose) for each in one.facts.desks],
        [("privacy", "privacy")],
    ),
    (
        "all its ways lead there",
        lambda one: [(line.id, one.facts.desks_of(line)) for line, _ in one.lines()],
        [("phone", ("privacy",)), ("email", ("privacy",)), ("post", ("privacy",))],
    ),
]


@pytest.mark.parametrize(("fact", "find", "expected"), FACTS, ids=[fact for fact, _, _ in FACTS])
def test_fact_of_the_agreement(directory, fact, find, expected):
    """Nothing that is known of the agreement is lost."""
    assert find(directory) == expected, fact


def test_whether_somebody_answers_is_not_known(directory):
    """No hours are stated, at whatever time one asks."""
    answer = told(directory)

    assert (answer.state, answer.best.changes_at) == ("unknown", None)
    assert "It is not stated when somebody answers." in [one.text for one in answer.best.caveats]


def test_no_address_is_invented(directory):
    """Neither for e-mail nor for post, nor for the organisation; nor are its companies named."""
    organisation = directory.facts.directory.organisation

    assert (organisation.addresses, organisation.affiliates) == ((), ())
    assert (organisation.legal_name, organisation.url) == (None, None)
    assert [(line.email, line.address) for line, _ in directory.lines()] == [(None, None)] * 3
    assert set(withheld(directory)) == {"email", "post"}
    for channel in ("email", "post"):
        asked = told(directory, channels=(channel,))
        assert (asked.options, [one.line.id for one in asked.other_ways]) == ((), ["phone"])


def test_what_is_not_known_is_not_said(directory):
    """Languages, answers and the address of the agreement: nobody stated them."""
    facts = directory.facts

    assert told(directory).best.languages == ("ru",)
    assert "language_assumed" in [one.code for one in told(directory).best.caveats]
    assert (facts.reply, facts.promises, facts.prepare, facts.levels) == ((), (), (), ())
    assert facts.sources[0].url == SITE
    assert "The address of the agreement itself is not known" in english(facts.sources[0].note)
    assert not facts.is_named("RU")


def test_texts_are_in_russian_and_in_english(directory):
    """But for the names of the company and of the agreement."""
    facts = directory.facts
    ((rule,),) = facts.regions[0].availability.values()
    texts = [
        facts.name,
        facts.sources[0].note,
        facts.desks[0].name,
        facts.tiers[0].name,
        facts.self_help[0].title,
        *rule.notes,
        *directory.line("phone").notes,
        directory.line("email").unusable,
        directory.line("post").unusable,
    ]

    assert [text for text in texts if not isinstance(text, Translated)] == []
    assert {tuple(text.texts) for text in texts} == {("ru", "en")}


def test_check_knows_of_the_age_of_the_page():
    """That no newer one is known has its reason there; of the hidden address nothing is said."""
    content = supportlines.files.shipped_directory("insales")

    found = supportlines.check(content, "insales.yaml", at=AT)

    assert (found.problems, found.doubts, found.accepted) == ((), (), 1)
