"""A directory as HTML: every fact, no instant, inert, and in the language of the page."""

from __future__ import annotations

import datetime as dt
import random
import re
import subprocess
import sys
from pathlib import Path

import pytest
from render.small_page import directory, of_class, parsed, words_of

import supportlines
from supportlines.directory import DirectoryError
from supportlines.languages import UnknownLocaleError
from supportlines.render.html.directory import directory_html
from supportlines.texts import within

from strategies.directories import directory_of, text_of

HERE = Path(__file__).parent
DATA = HERE.parent / "data"
SMALL = DATA / "small_directory.yaml"
EXAMPLE = DATA / "json_ld_directory.yaml"
PAGES = {
    "directory_en": (EXAMPLE, "en"),
    "directory_ar": (EXAMPLE, "ar"),
    "directory_ru": ("gis-zhkh", "ru"),
    "directory_small": (SMALL, "en-GB"),
}
BLOCKS = "article|section|h[1-6]|p|div|dl|dt|dd|ul|li|table|caption|thead|tbody|tr|th|td|footer"


def page(name):
    """Return a page with each element on a line of its own, so that a diff can be read."""
    path, locale = PAGES[name]
    html = str(supportlines.load(path).html(locale)).replace("\u202f", " ")
    return re.sub(rf"(?=<(?:{BLOCKS})\b)", "\n", html).strip() + "\n"


def fresh():
    """Return what each golden file holds now, for `python -m tests.refresh`."""
    return {HERE / "golden" / f"{name}.html": page(name).encode() for name in PAGES}


def card_of(element, country):
    """Return the first card of a country."""
    return next(
        one for one in of_class(element, "sl-card") if country in one.get("data-countries").split()
    )


def week_of(card):
    """Return the table of hours of a card: rows of texts."""
    (table,) = of_class(card, "sl-week")
    return [[words_of(cell).replace("\u202f", " ") for cell in row] for row in table.iter("tr")]


def said(words):
    """Return a text of a directory as a page in English has it, within a sentence."""
    return " ".join(within(words, "en").split()).rstrip(".")


@pytest.mark.parametrize("name", PAGES)
def test_the_golden_files_are_what_is_written(name):
    """The whole, so that a change is seen."""
    stored = (HERE / "golden" / f"{name}.html").read_bytes().replace(b"\r\n", b"\n")

    assert stored == page(name).encode()


@pytest.mark.parametrize("name", [*supportlines.directories(), SMALL, EXAMPLE])
@pytest.mark.parametrize("locale", ["en", "ar", "de", "ja", "zh-Hant"])
def test_it_is_well_formed_and_says_its_language(name, locale):
    """Nothing that a strict reader of HTML refuses; without ids, styles and scripts."""
    root = parsed(supportlines.load(name).html(locale))

    assert (root.tag, root.get("class")) == ("article", "sl-directory")
    assert root.get("lang") == locale
    assert root.get("dir") == ("rtl" if locale == "ar" else "ltr")
    for one in root.iter():
        assert one.tag not in ("script", "style")
        assert not {"id", "style"} & set(one.attrib)
        assert all(name.startswith("sl-") for name in (one.get("class") or "").split())


@pytest.mark.parametrize("name", [*supportlines.directories(), SMALL, EXAMPLE])
def test_every_fact_of_the_source_is_there(name):
    """Each number, country and language, and each text for people, on the page or as a link."""
    facts = supportlines.load(name).facts
    root = parsed(directory_html(facts))
    text = words_of(root)
    digits = {re.sub(r"[^0-9*#]", "", words_of(one)) for one in root.iter("bdi")}
    links = {one.get("href") for one in root.iter("a")}
    places = {
        one for card in of_class(root, "sl-card") for one in card.get("data-countries").split()
    }

    for line, _ in facts.lines():
        assert said(line.published_as) in text
        assert said(line.label or "") in text
        assert all(said(note) in text for note in line.notes)
        if line.number is not None:
            ends = line.number.digits[-6:]
            assert any(one.endswith(ends) for one in digits), line.id
        assert line.url is None or line.url in links
        assert line.email is None or f"mailto:{line.email}" in links
    for region in facts.every_region():
        assert said(region.name) in text
        listed = {*region.countries, *region.countries_not_named, *region.parts}
        assert listed <= places
        for tag in region.languages:
            assert supportlines.languages.language_name(tag, "en") in text
    for one in facts.sources:
        assert said(one.title) in text
    for thing in (*facts.prepare, *(each for each in facts.promises if each.text)):
        assert said(thing.text) in text
    for rule in facts.rules():
        assert all(said(note) in text for note in rule.notes)
        assert said(rule.published_as or "") in text


@pytest.mark.parametrize("name", [*supportlines.directories(), SMALL, EXAMPLE])
def test_every_telephone_of_the_json_ld_is_visible_on_the_page(name):
    """As a link whose text is the number, as search engines ask."""
    shown = supportlines.load(name)
    links = {
        one.get("href"): re.sub("[^0-9]", "", words_of(one))
        for one in parsed(shown.html()).iter("a")
        if (one.get("href") or "").startswith("tel:")
    }

    for point in shown.json_ld().get("contactPoint", ()):
        number = point.get("telephone")
        if number is not None:
            assert links[f"tel:{number}"][-6:] == number[-6:]


def test_it_is_timeless():
    """No word of it is about an instant, and the same directory gives the same bytes."""
    shown = supportlines.load()
    text = words_of(parsed(shown.html()))

    for word in ("Open until", "Closes", "Opens", "Closes soon", "Tomorrow", "Today", "As of"):
        assert word not in text
    assert shown.html() == supportlines.loads(SOURCE.read_bytes()).html()


SOURCE = HERE.parents[1] / "data" / "regions.yaml"


def test_countries_with_the_same_lines_share_a_card():
    """Each is named in it; those of their own come first."""
    root = parsed(supportlines.load().html())
    (africa,) = [one for one in root.iter("section") if one.get("data-region") == "africa"]
    cards = of_class(africa, "sl-card")

    assert [one.get("data-countries") for one in cards[:1]] == ["ZA"]
    assert len(cards) == 2
    assert words_of(next(cards[1].iter("h5"))) == "53 countries"
    assert len(list(of_class(cards[1], "sl-countries")[0])) == 53


def test_a_number_of_the_country_is_shown_as_it_is_pressed_there():
    """One of another country with its plus sign: no two cards differ by a prefix alone."""
    root = parsed(supportlines.load(EXAMPLE).html())
    (line,) = [one for one in root.iter("li") if one.get("data-line") == "fr-closing"]
    call = next(line.iter("a"))
    abroad = next(
        one for one in card_of(root, "FR").iter("li") if one.get("data-line") == "de-berlin"
    )

    assert (call.get("href"), words_of(call)) == ("tel:+33199001234", "01 99 00 12 34")
    assert call.get("aria-label") == "Call 01 99 00 12 34"
    assert words_of(next(abroad.iter("a"))) == "+49 30 23125000"


def test_a_week_has_a_row_for_days_that_are_alike():
    """In the order of the locale's week; Saturday first in Arabic."""
    shown = directory(
        region='availability: {basic: {hours: "Mo-Fr 09:00-17:00; PH off"}, plus: 24/7}'
    )

    assert week_of(card_of(parsed(shown.html("en-GB")), "GB")) == [
        ["", "Basic", "Plus"],
        ["Monday – Friday", "09:00–17:00", "Open all day"],
        ["Saturday – Sunday", "Closed", "Open all day"],
        ["Public holidays", "Closed", "Open all day"],
    ]
    assert [row[0] for row in week_of(card_of(parsed(shown.html("en")), "GB"))[1:4]] == [
        "Sunday",
        "Monday – Friday",
        "Saturday",
    ]
    assert week_of(card_of(parsed(shown.html("de")), "GB"))[1][:2] == [
        "Montag – Freitag",
        "09:00–17:00 Uhr",
    ]


def test_the_table_has_scopes_and_a_name():
    """Who hears a cell hears whose hours and which days it is of."""
    shown = directory(region="availability: {basic: Mo-Fr 09:00-17:00, plus: 24/7}")
    (table,) = of_class(parsed(shown.html()), "sl-week")

    assert words_of(next(table.iter("caption"))) == "Hours"
    assert [one.get("scope") for one in table.iter("th")] == ["col", "col", "row", "row", "row"]


def test_a_table_has_few_columns():
    """Those of other lines or languages are tables of their own, named in the caption."""
    tables = of_class(card_of(parsed(supportlines.load().html()), "DE"), "sl-week")

    assert [words_of(next(table.iter("caption"))) for table in tables] == [
        "Hours ⋅ Other, English and Toll-free international number ⋅ English",
        (
            "Hours ⋅ Other, French, Other, German, Other, Italian, Other, Spanish, and Toll-free"
            " international number ⋅ French, German, Italian, Spanish, and Russian"
        ),
    ]
    assert [[words_of(one) for one in next(table.iter("tr"))] for table in tables] == [
        ["", "Standard", "Premium"],
        ["", "Standard and Premium"],
    ]


def test_tiers_with_the_same_hours_share_a_column():
    """And no more is said where all have them."""
    shown = directory(region="availability: {basic: Mo-Fr 09:00-17:00, plus: Mo-Fr 09:00-17:00}")

    assert week_of(card_of(parsed(shown.html()), "GB"))[0] == ["", "Basic and Plus"]


@pytest.mark.parametrize(
    ("zones", "said", "heads"),
    [
        (("Europe/London", "Europe/London"), "Times are those of Europe/London", ["Basic", "Plus"]),
        (("caller", "caller"), "Times are by the caller's clock", ["Basic", "Plus"]),
        (
            ("Europe/London", "Asia/Tokyo"),
            None,
            ["Basic and Plus ⋅ Europe/London", "Plus ⋅ Asia/Tokyo"],
        ),
    ],
)
def test_whose_clock_it_is_is_said_once_where_there_is_one(zones, said, heads):
    """Else each column says its own."""
    rules = ", ".join(
        f'{tier}: {{hours: "Mo-Fr {opens}:00-17:00", time_zone: {zone}}}'
        for tier, opens, zone in zip(("basic", "plus"), ("09", "08"), zones)
    )
    card = card_of(parsed(directory(region=f"availability: {{{rules}}}").html()), "GB")

    assert [words_of(one) for one in of_class(card, "sl-zone")] == ([said] if said else [])
    assert week_of(card)[0][1:] == heads


CLOSURES = """exceptions:
      - {on: 2026-10-30, reason: Over}
      - {on: 2026-12-24, hours: "09:00-12:00", reason: Christmas Eve, tiers: [basic]}
      - {first_day: 2026-12-28, last_day: 2026-12-31, reason: Stocktaking}
      - {from: 2027-01-04T18:00, until: 2027-01-05T09:00}
      - {on: 2027-01-11, hours: "12:00-13:00 off", adds: true, reason: Fire drill}
      - {each_month: first Saturday, first_day: 2027-02-01, hours: "10:00-12:00"}
    availability: {basic: Mo-Fr 09:00-17:00, plus: 24/7}"""


def closures(element):
    """Return the rows of the first table of days, without its head."""
    table = of_class(element, "sl-closures")[0]
    rows = [[words_of(cell) for cell in row] for row in table.iter("tr")]
    return [[cell.replace("\u202f", " ") for cell in row] for row in rows[1:]]


def test_closures_that_are_not_over_are_told_with_their_days_and_reasons():
    """Over is what ended before the newest source was read."""
    found = closures(parsed(directory(region=CLOSURES).html("en-GB")))

    assert found == [
        ["Thu, 24 Dec 2026", "09:00–12:00", "Christmas Eve ⋅ Basic"],
        ["Mon, 28 Dec 2026 – Thu, 31 Dec 2026", "Closed", "Stocktaking"],
        ["Mon, 4 Jan 2027, 18:00 – Tue, 5 Jan 2027, 09:00", "Closed", ""],
        ["Mon, 11 Jan 2027", "Closed: 12:00–13:00", "Fire drill"],
        [
            "Each month: Saturday (first of the month) ⋅ First day: Mon, 1 Feb 2027",
            "10:00–12:00",
            "",
        ],
    ]


def test_another_first_day_may_be_named():
    """For a page that is made anew each night."""
    shown = directory(region=CLOSURES)

    assert closures(parsed(shown.html(since=dt.date(2026, 10, 1))))[0][2] == "Over"
    assert [row[2] for row in closures(parsed(shown.html(since=dt.date(2027, 1, 11))))] == [
        "Fire drill",
        "",
    ]


def test_cards_of_some_countries_may_be_wanted():
    """Regions without them are not there."""
    root = parsed(supportlines.load().html(countries=["AT", "NZ"]))

    assert [one.get("data-countries") for one in of_class(root, "sl-card")] == ["AT", "NZ"]
    assert [one.get("data-region") for one in of_class(root, "sl-region")] == [
        "emea",
        "europe",
        "asia-pacific",
    ]


def test_countries_are_named_in_any_case():
    """As elsewhere: an empty page would say nothing of what is wrong."""
    small = supportlines.load(SMALL)

    assert small.html(countries=["pt"]) == small.html(countries=["PT"])
    assert "No line" in small.html(countries=["pt"])


def test_a_country_without_a_line_says_so():
    """Portugal is in a region of the file, and no line is for it."""
    card = card_of(parsed(supportlines.load(SMALL).html()), "PT")

    assert "No line" in words_of(card)


@pytest.mark.parametrize(("first", "titled"), [("", True), (", fallback: true", False)])
def test_what_is_called_if_another_does_not_work_is_under_a_heading_if_there_is_another(
    first, titled
):
    """The only number of a country is the first one to call, whatever its name."""
    other = '- {id: other, number: "+44 20 7946 0959", fallback: true}'
    html = directory(first, more=other).html()

    card = card_of(parsed(html), "GB")
    assert ("If it does not work" in words_of(card)) == titled
    assert {one.get("data-line") for one in card.iter("li")} >= {"line", "other"}


def test_a_number_that_cannot_be_dialled_there_is_no_link():
    """It says from where it can be."""
    root = parsed(supportlines.load().html(countries=["KE"]))
    (line,) = [one for one in root.iter("li") if one.get("data-line") == "emea-800"]

    assert list(line.iter("a")) == []
    assert "Can be used from: Belgium, Czechia" in words_of(line)


def test_long_lists_of_countries_name_the_others():
    """Where it cannot be used from, if that is shorter."""
    (line,) = {
        words_of(one)
        for one in parsed(supportlines.load(SMALL).html(countries=["BE"])).iter("li")
        if one.get("data-line") == "north-text"
    }

    assert "Cannot be used fromDenmark, Finland, United Kingdom" in line


SVG = "{http://www.w3.org/2000/svg}svg"


def test_numbers_have_qr_codes_if_wanted():
    """Of what is pressed; the picture is for eyes alone."""
    pytest.importorskip("segno")
    root = parsed(supportlines.load(EXAMPLE).html(countries=["GB"], qr=True))

    codes = {one.get("data-uri"): one for one in of_class(root, "sl-qr")}

    assert {"tel:+448081570123", "tel:08081570456"} <= set(codes)
    assert {one.get("aria-hidden") for one in codes.values()} == {"true"}
    for one in codes.values():
        (drawn,) = one.iter(SVG)
        assert 80 <= int(drawn.get("width")) <= 130


def test_qr_codes_without_their_package_are_refused():
    """With what to install."""
    code = (
        "import sys; sys.modules['segno'] = None; import supportlines;"
        "supportlines.load().html(qr=True)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)

    assert done.stderr.strip().splitlines()[-1] == (
        "supportlines.render.html.qr.NoQrCodesError: QR codes need the package segno."
        ' Install "supportlines[qr]", or leave qr out.'
    )


def test_headings_begin_at_a_level_and_leave_none_out():
    """Those of a page around it stay in order."""
    for level in (1, 2, 4):
        shown = supportlines.load().html(heading_level=level)
        levels = [int(tag) for tag in re.findall(r"<h([1-6])", shown)]

        assert levels[0] == level
        assert all(after - before <= 1 for before, after in zip(levels, levels[1:]))


@pytest.mark.parametrize(
    ("wrong", "error"),
    [
        ({"locale": "xx"}, UnknownLocaleError),
        ({"locale": None}, supportlines.SupportlinesError),
        ({"countries": ["UK"]}, supportlines.UnknownCountryError),
        (
            {"since": dt.datetime(2026, 11, 2, tzinfo=dt.timezone.utc)},
            supportlines.SupportlinesError,
        ),
        ({"heading_level": 5}, supportlines.SupportlinesError),
        ({"heading_level": True}, supportlines.SupportlinesError),
    ],
)
def test_wrong_arguments_are_refused(wrong, error):
    """With an error of ours."""
    with pytest.raises(error):
        supportlines.load().html(**wrong)


TAGS = {
    "article", "section", "h2", "h3", "h4", "h5", "p", "div", "dl", "dt", "dd", "ul", "li", "table",
    "caption", "thead", "tbody", "tr", "th", "td", "footer", "a", "span", "bdi", "time",
}  # fmt: skip
WORDS = [
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "' onmouseover=alert(1) '",
    "&lt;b&gt; &amp;amp;",
    "{name} {0} %s",
    "</article></section></table>",
    "ש\u05dcום <b>",
]


@pytest.mark.parametrize("words", WORDS)
def test_hostile_texts_are_inert_and_come_back_equal(words):
    """Wherever the directory takes a text for people."""
    quoted = "'" + words.replace("'", "''") + "'"
    shown = directory(
        lines=f", notes: [{quoted}], steps: [{{press: '1', label: {quoted}}}, {{say: {quoted}}}],"
        f" published_as: {quoted}, fallback: true, fallback_when: {quoted}",
        more=f"- {{id: form, url: 'https://a.example/f', label: {quoted}, requests:"
        f" [{{id: r, name: {quoted}, when: {quoted}, wants: [thing]}}]}}\n"
        f"      - {{id: sms, channel: sms, number: '+44 20 7946 0959', send: {quoted}}}",
        region=f"name: {quoted}\n    name_note: {quoted}\n    published_as: {quoted}\n"
        f"    availability: {{basic: {{hours: 'Mo 09:00-17:00', notes: [{quoted}],"
        f" published_as: {quoted}}}, plus: {{not_available: {quoted}}}}}\n"
        f"    exceptions: [{{on: 2026-12-24, reason: {quoted}}}]",
        top=f"prepare: [{{id: thing, text: {quoted}, why: {quoted}}}]\n"
        f"self_help: [{{title: {quoted}, url: 'https://a.example/x'}}]\n"
        f"promises: [{{kind: cost, text: {quoted}}}]\n"
        f"levels: {{one: {{name: {quoted}, handles: [{quoted}]}}}}\n"
        f"facets: {{plan: {{name: {quoted}, values: {{a: {quoted}, b: B}}}}}}\n"
        f"desks: {{desk: {{name: {quoted}, levels: [one], not_for: [{{what: {quoted},"
        " desk: other}]}, other: {}}",
    )
    root = parsed(shown.html())

    tags = {one.tag for one in root.iter()}
    assert tags <= TAGS
    assert not any(name.startswith("on") for one in root.iter() for name in one.attrib)
    assert words_of(root).count(" ".join(words.split())) >= 20


def test_random_directories_are_well_formed():
    """With every line of theirs on the page."""
    made = 0
    for seed in range(60):
        try:
            shown = supportlines.loads(text_of(directory_of(random.Random(seed))))  # noqa: S311 - it may be known
        except DirectoryError:
            continue
        made += 1
        root = parsed(shown.html(since=dt.date(2026, 1, 1)))
        lines = {one.get("data-line") for one in of_class(root, "sl-line")}
        served = {line.id for line, _ in shown.lines() if shown.facts.served_by(line)}
        assert served <= lines
    assert made > 20
