"""The support of GIS ZhKH says what its page says: each fact of the page is a row here.

A row is the fact in words, and where it is found: in the model, in an answer, on a screen. What
is known of the page is a list of facts in English; what that list does not say is tested too.
"""

from __future__ import annotations

from datetime import date, datetime, timezone

import pytest

import supportlines
from supportlines.lookup.preparing import guidance
from supportlines.render.prepare import prepare_text
from supportlines.texts import Translated

AT = datetime(2026, 12, 1, 9, tzinfo=timezone.utc)
SITE = "https://dom.gosuslugi.ru"


@pytest.fixture(scope="module")
def directory():
    """The directory as users get it."""
    return supportlines.load("gis-zhkh")


def english(text):
    """Return a text of the file in English."""
    return text.within("en")


def request(directory, name):
    """Return a kind of request, by its id."""
    return directory.facts.requests[name]


def things(directory, *names):
    """Return things to prepare by their ids, in English, with what they are good for."""
    known = {one.id: one for one in directory.facts.prepare}
    found = [known[name] for name in names]
    return [(english(one.text), one.why and english(one.why)) for one in found]


def screen(directory, *, locale="en", **asked):
    """Return what `supportlines prepare` shows, on one long line for each thing."""
    facts = directory.facts
    return prepare_text(facts, guidance(facts, **asked), locale=locale, width=500).splitlines()


def told(directory, **said):
    """Return the answer to a caller in Russia."""
    return directory.who_can_i_call("RU", at=AT, **said)


def prepared(directory, **facets):
    """Return the ids of what an answer says to have ready."""
    return [one.id for one in told(directory, facets=facets).prepare]


LEVELS = [
    ("call-centre", ["Records the request and passes it on"], "first-line"),
    ("first-line", ["Most requests"], "specialists"),
    ("specialists", ["Errors of the system", "Hard legal questions"], None),
]

FACTS = [
    # The way of a call
    (
        "an operator records and routes, the first line handles most, specialists the hard ones",
        lambda one: [
            (level.id, list(map(english, level.handles)), level.next) for level in one.facts.levels
        ],
        LEVELS,
    ),
    (
        "they pick up for support, in this order",
        lambda one: one.facts.desk("technical").levels,
        ("call-centre", "first-line", "specialists"),
    ),
    (
        "that is shown to who prepares a request",
        lambda one: screen(one)[-3:],
        [
            "  – Call-centre operator: Records the request and passes it on → First line",
            "  – First line: Most requests → Specialists",
            "  – Specialists: Errors of the system; Hard legal questions",
        ],
    ),
    # The form
    ("the form is at dom.gosuslugi.ru", lambda one: one.line("form").url, SITE),
    ("that is what is printed", lambda one: one.line("form").published_as, "dom.gosuslugi.ru"),
    (
        "it is a form",
        lambda one: (one.line("form").channel, one.line("form").is_live),
        ("web_form", False),
    ),
    (
        "it knows three kinds of request",
        lambda one: [english(each.name) for each in one.line("form").requests],
        ["Question about the system", "System error", "Suggestion"],
    ),
    (
        "a question may have the check-box",
        lambda one: things(one, "integration")[0][0],
        "The check-box “Integration, template loading”",
    ),
    (
        "that is for questions alone",
        lambda one: [each.id for each in one.line("form").requests if "integration" in each.helps],
        ["question"],
    ),
    (
        "a system error is a red pop-up or a long code; errors of importing templates are some too",
        lambda one: english(request(one, "error").when),
        "A red pop-up window or a long code; also errors when templates are imported.",
    ),
    (
        "the type decides how fast it is routed",
        lambda one: english(one.line("form").notes[0]),
        "The type that you choose decides how fast the request reaches who answers it.",
    ),
    (
        "a topic and a text are fields of the form",
        lambda one: [each.wants[:2] for each in one.line("form").requests],
        [("topic", "text")] * 3,
    ),
    (
        "browser and version are optional, and decisive for errors",
        lambda one: ("browser" in request(one, "error").helps, things(one, "browser")),
        (
            True,
            [("The browser and its version", "It need not be given, and is decisive for errors.")],
        ),
    ),
    (
        "they are a field of the form, whatever the request is",
        lambda one: ["browser" in each.helps for each in one.line("form").requests],
        [True, True, True],
    ),
    (
        "date and time of reproduction are a field",
        lambda one: things(one, "reproduced-at"),
        [("Date and time at which the error was reproduced", None)],
    ),
    (
        "files are a field",
        lambda one: ["files" in each.helps for each in one.line("form").requests],
        [True, True, True],
    ),
    # What to prepare
    (
        "the exact text of an error is copied in full, what was done is told in numbered steps",
        lambda one: things(one, "error-text", "steps"),
        [
            ("The exact text of the error, copied in full", None),
            ("What you did, in numbered steps", None),
        ],
    ),
    (
        "both are wanted of who reports an error",
        lambda one: {"error-text", "steps"} <= set(request(one, "error").wants),
        True,
    ),
    (
        "a legal question names number, date, name and clause of the document",
        lambda one: things(one, "legal-document"),
        [("Number, date and name of the document, and the clause", "For legal questions.")],
    ),
    (
        "screenshots are wanted always",
        lambda one: things(one, "screenshots"),
        [("Screenshots", "Always.")],
    ),
    (
        "whatever the request is",
        lambda one: ["screenshots" in each.wants for each in one.line("form").requests],
        [True, True, True],
    ),
    ("a video is best", lambda one: things(one, "video"), [("A video", "It is best of all.")]),
    (
        "an answer says what to have ready for an error",
        lambda one: prepared(one, request="error"),
        [
            "topic",
            "text",
            "error-text",
            "steps",
            "reproduced-at",
            "browser",
            "files",
            "screenshots",
            "video",
        ],
    ),
    (
        "and for a question",
        lambda one: prepared(one, request="question"),
        [
            "topic",
            "text",
            "integration",
            "browser",
            "legal-document",
            "files",
            "screenshots",
            "video",
        ],
    ),
    # Help without anybody
    (
        "the FAQ is to be looked at first",
        lambda one: [(english(each.title)[:26], each.url) for each in one.facts.self_help],
        [("Frequently asked questions", SITE)],
    ),
    (
        "so it stands before everything else",
        lambda one: screen(one)[2][:39],
        "Read first: Frequently asked questions ",
    ),
    (
        "in an answer too",
        lambda one: told(one).text().splitlines()[2][:38],
        "Read first: Frequently asked questions",
    ),
]


@pytest.mark.parametrize(("fact", "find", "expected"), FACTS, ids=[fact for fact, _, _ in FACTS])
def test_fact_of_the_page(directory, fact, find, expected):
    """Nothing that is known of the page is lost."""
    assert find(directory) == expected, fact


def test_the_form_is_what_is_offered(directory):
    """It takes messages at any time; when somebody answers is not known."""
    answer = told(directory)

    assert (answer.state, answer.best) == ("no_line", None)
    (form,) = answer.other_ways
    assert (form.line.id, form.uri, form.state, form.changes_at) == ("form", SITE, "open", None)
    assert form.reply_by is None


def test_who_asks_for_a_form_gets_it(directory):
    """It is the best way then."""
    answer = told(directory, channels=("web_form",))

    assert (answer.state, answer.best.line.id, answer.best.mode) == ("open", "form", "message")


def test_the_number_of_the_call_centre_is_not_known(directory):
    """The page speaks of calls; no number was invented."""
    ((line, reason),) = told(directory).withheld

    assert (line.id, line.number, line.contact_is) == ("call-centre", None, None)
    assert reason.text.startswith("The number of the call centre is not known:")


def test_what_is_not_known_is_not_said(directory):
    """Languages, hours, answers and the date of the page: nobody stated them."""
    facts = directory.facts

    assert [line.languages for line, _ in facts.lines()] == [(), ()]
    assert told(directory).other_ways[0].languages == ("ru",)
    assert "language_assumed" in [one.code for one in told(directory).other_ways[0].caveats]
    ((rule,),) = facts.regions[0].availability.values()
    assert str(rule.hours) == "24/7 unknown"
    assert (facts.reply, facts.promises, facts.severities) == ((), (), ())
    assert (facts.sources[0].url, facts.sources[0].version) == (SITE, None)
    assert "The address of the page itself is not known" in english(facts.sources[0].note)
    assert not facts.is_named("RU")
    assert facts.sources[0].read_on == date(2026, 11, 30)


def test_every_text_is_in_russian_and_in_english(directory):
    """Russian stands first: it is what is shown to who reads neither."""
    facts = directory.facts
    form = directory.line("form")
    texts = [
        facts.name,
        facts.directory.organisation.name,
        facts.sources[0].note,
        *(one.name for one in (*facts.tiers, *facts.desks, *facts.levels, *facts.regions)),
        *(text for one in facts.levels for text in one.handles),
        *(one.text for one in facts.prepare),
        *(one.why for one in facts.prepare if one.why),
        *(one.title for one in facts.self_help),
        *(one.label for one, _ in facts.lines()),
        *(note for one, _ in facts.lines() for note in one.notes),
        *(one.name for one in form.requests),
        form.requests[1].when,
        directory.line("call-centre").unusable,
    ]

    assert [text for text in texts if not isinstance(text, Translated)] == []
    assert {tuple(text.texts) for text in texts} == {("ru", "en")}


def test_a_russian_reader_is_told_in_russian(directory):
    """The texts of the directory are; the words around them are English so far."""
    shown = screen(directory, locale="ru", request="suggestion")

    assert shown[0] == "Поддержка ГИС ЖКХ · Поддержка системы"
    assert shown[4:10] == [
        "  For Предложение",
        "  Needed    Тема",
        "            Текст обращения",
        "            Снимки экрана: Всегда.",
        "  Helps     Файлы",
        "            Видеозапись: Лучше всего.",
    ]


def test_check_has_nothing_to_say_of_it():
    """Neither a problem nor a doubt."""
    content = supportlines.files.shipped_directory("gis-zhkh")

    found = supportlines.check(content, "gis-zhkh.yaml", at=AT)

    assert (found.problems, found.doubts, found.accepted) == ((), (), 0)
