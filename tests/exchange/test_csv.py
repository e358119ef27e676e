"""Tables as people keep them: any order, any spelling, and nothing guessed."""

from __future__ import annotations

from datetime import datetime, timezone

import pytest

import supportlines
from supportlines.exchange import ForeignFileError, NoTableError, text_of_bytes

TABLE = """\
Country;Telephone;Name;Spoken languages;Opening hours;Time zone;Department;Colour
Germany;+49 30 23125 000;Berlin;"German, English";Mon-Fri 9am-5pm;Europe/Berlin;Support;red
"""


def row(**cells):
    """Return a table of one row."""
    return ",".join(cells) + "\n" + ",".join(f'"{cell}"' for cell in cells.values()) + "\n"


def only(found):
    """Return the one line that there is."""
    (line,) = found.values()
    return line


def test_a_table_becomes_a_directory_that_answers(read):
    """From a file that a spreadsheet wrote to who answers, in German, on a Monday."""
    imported = read(TABLE)
    directory = supportlines.loads(imported.text)

    answer = directory.who_can_i_call(
        "DE", languages=["de"], at=datetime(2026, 11, 23, 10, tzinfo=timezone.utc)
    )

    assert (imported.entries, imported.lines, imported.missing) == (1, 1, ())
    assert (answer.state, answer.best.number) == ("open", "+493023125000")
    assert answer.best.published_as == "+49 30 23125 000"
    assert directory.facts.desk_ids == ("support",)


def test_what_stands_in_a_column_that_is_not_known_is_a_comment_at_its_place(read):
    """Nothing of the table is lost."""
    text = read(TABLE).text

    assert "      # line 2: Colour: red\n      - id: de-berlin\n" in text
    assert 'not read: the column "Colour"' in text


@pytest.mark.parametrize("mark", [",", ";", "\t", "|"])
@pytest.mark.parametrize("head", ["", "\ufeff"])
def test_cells_are_parted_by_what_parts_the_headers(lines, mark, head):
    """Spreadsheets of different countries write different marks."""
    text = head + mark.join(("phone", "country")) + "\r\n" + mark.join(("+1 202 555 0123", "US"))

    assert only(lines(text)).number.e164 == "+12025550123"


def test_a_line_that_names_the_mark_is_heard(lines):
    """Excel writes it above the table."""
    assert len(lines("sep=;\r\ncountry;phone\r\nUS;+1 202 555 0123\r\n")) == 1


def test_a_title_above_the_table_is_kept(read):
    """Rows before the headers are no lines, and comments."""
    imported = read("Our numbers,,\n,,\ncountry,phone,notes\nUS,+1 202 555 0123,\n")

    assert imported.lines == 1
    assert "# line 1: it stands above the table.\n#   Our numbers\n" in imported.text


@pytest.mark.parametrize(
    "header",
    [
        "Phone", "TELEPHONE", "tel", "Phone number", "phone-number", "Hotline", "Telefon",
        "Номер телефона", "téléphone", "Phones", "Support number",
    ],
)  # fmt: skip
def test_headers_are_those_that_people_write(lines, header):
    """In any case, with any marks, in a few languages."""
    assert len(lines(f"{header},country\n+1 202 555 0123,US\n")) == 1


@pytest.mark.parametrize(
    ("written", "countries"),
    [
        ("Germany", ("DE",)),
        ("uk", ("GB",)),
        ("USA", ("US",)),
        ("Österreich", ("AT",)),
        ("DE, AT / CH", ("DE", "AT", "CH")),
        ("Trinidad and Tobago", ("TT",)),
        ("Bosnia and Herzegovina; France & Spain", ("BA", "FR", "ES")),
    ],
)
def test_countries_go_by_names_that_people_use(read, written, countries):
    """Several in a cell, however they are parted."""
    facts = supportlines.loads(read(row(phone="+1 202 555 0123", country=written)).text).facts

    (line, _) = next(facts.lines())
    assert facts.served_by(line) == set(countries)


@pytest.mark.parametrize(
    "written", ["Germny", "Korea", "EMEA", "International", "Worldwide but Germny", "49"]
)
def test_no_country_is_guessed(read, written):
    """A row for nobody is a comment with its text; `--country` is for rows that state none."""
    imported = read(row(phone="+1 202 555 0123", country=written), country="US")

    assert imported.lines == 0
    assert f"#   +1 202 555 0123 | {written}\n" in imported.text
    assert [one.what for one in imported.missing] == ["lines"]


def test_a_row_without_a_country_takes_the_one_that_is_given(read, lines):
    """Without it the row is left out, and that is told as missing."""
    text = row(phone="+1 202 555 0123", name="Help")

    assert [one.what for one in read(text).missing] == ["lines", "country"]
    assert list(lines(text, country="US")) == ["us-help"]


@pytest.mark.parametrize(
    ("written", "languages", "told"),
    [
        ("English", ("en",), []),
        ("German, English / français; pt-BR", ("de", "en", "fr", "pt-BR"), []),
        ("English and Spanish", ("en", "es"), []),
        ("Englisch", (), ["Englisch"]),  # a slip, or German for it: it is not guessed
        ("en, jp", ("en",), ["jp"]),
    ],
)
def test_languages_go_by_name_or_tag(read, lines, written, languages, told):
    """What is none is a remark, and the others stay."""
    text = row(phone="+1 202 555 0123", country="US", language=written)

    assert only(lines(text)).languages == languages
    remarks = [one.why for one in read(text).remarks if "language" in one.why]
    assert remarks == [f'"{word}" is not the name or tag of a language.' for word in told]


@pytest.mark.parametrize(
    ("hours", "zone", "expected", "time_zone"),
    [
        ("Mon-Fri 9am-5pm", "Europe/Berlin", "Mo-Fr 09:00-17:00", "Europe/Berlin"),
        ("Mo-Fr 09:00–17:00", "local time", "Mo-Fr 09:00-17:00", "caller"),
        ("24/7", "", "24/7", "caller"),  # the same in every zone
        ("Mo-Fr 09:00-17:00", "", "24/7 unknown", "caller"),
        ("Mo-Fr 09:00-17:00", "EST", "24/7 unknown", "caller"),
        ("Mo-Fr 09:00-17:00", "UTC+1", "24/7 unknown", "caller"),
        ("whenever we are in", "Europe/Berlin", "24/7 unknown", "caller"),
        ("Mo-Fr 9-17", "Europe/Berlin", "24/7 unknown", "caller"),
    ],
)
def test_hours_without_a_clock_are_unknown(lines, hours, zone, expected, time_zone):
    """A wrong "open" wastes a call; what was published stays beside it."""
    found = only(lines(row(phone="+1 202 555 0123", country="US", hours=hours, tz=zone)))

    (rule,) = found.availability["standard"]
    assert (str(rule.hours), rule.time_zone) == (expected, time_zone)
    assert rule.published_as == (None if hours == expected else hours)


def test_a_zone_that_is_given_is_for_hours_that_state_none(lines):
    """What a row says itself wins, and what it says wrongly is not replaced."""
    given = {"time_zone": "America/New_York"}
    rows = {zone: row(phone="+1 202 555 0123", country="US", hours="Mo 09:00-17:00", tz=zone)
            for zone in ("", "Europe/Berlin", "EST")}  # fmt: skip

    zones = {
        zone: only(lines(text, **given)).availability["standard"][0] for zone, text in rows.items()
    }

    assert zones[""].time_zone == "America/New_York"
    assert zones["Europe/Berlin"].time_zone == "Europe/Berlin"
    assert str(zones["EST"].hours) == "24/7 unknown"


def test_day_and_night_that_became_a_day_of_july_is_noticed(read):
    """As spreadsheets make of it where days come before months."""
    imported = read(row(phone="+1 202 555 0123", country="US", hours="24-Jul"))

    assert "line 2: a spreadsheet makes a day of July of 24/7: was that meant?" in map(
        str, imported.remarks
    )


def test_hours_that_are_not_stated_are_left_out(read, lines):
    """Nothing says when somebody answers, and a comment says so."""
    text = row(phone="+1 202 555 0123", country="US")

    assert only(lines(text)).availability == {}
    assert "# line 2: hours are not stated.\n" in read(text).text


def test_columns_of_tiers_make_tiers(read):
    """One of them may include another, as the header says."""
    text = row(phone="+1 202 555 0123", country="US", hours="Mo-Fr 09:00-17:00", time_zone="caller")
    text = text.replace("\n", ',"Hours (premium, includes standard)"\n', 1)
    facts = supportlines.loads(read(text[:-1] + ',"24/7"\n').text).facts

    assert [(tier.id, tier.includes) for tier in facts.tiers] == [
        ("standard", None),
        ("premium", "standard"),
    ]
    assert set(next(facts.lines())[0].availability) == {"standard", "premium"}


@pytest.mark.parametrize(
    ("number", "country", "expected"),
    [
        ("+44 20 7946 0958", "GB", {"e164": "+442079460958"}),
        ("020 7946 0958", "GB", {"digits": "02079460958", "only_in": ("GB",)}),
        ("tel:+44-20-7946-0958", "GB", {"e164": "+442079460958"}),
        ("+44 20 7946 0958 ext. 12", "GB", {"e164": "+442079460958", "press": ("12",)}),
        ("4.42079E+11", "GB", {"unusable": "rounded"}),
        ("442079460958", "GB", {"unusable": "spreadsheet", "meant": "+44 20 7946 0958"}),
        ("2079460958", "GB", {"unusable": "spreadsheet", "meant": "+44 20 7946 0958"}),
        ("2025550123", "US", {"digits": "2025550123", "only_in": ("US",)}),  # ten digits are whole
        ("12025550123", "US", {"digits": "12025550123", "only_in": ("US",)}),
        ("442079460958.0", "GB", {"unusable": "spreadsheet", "meant": "+44 20 7946 0958"}),
        ("23125000.0", "GB", {"unusable": "spreadsheet"}),
        ("442079460958", "DE", {"unusable": "spreadsheet"}),  # it may be a German one without 0
        ("020.7946.0958", "GB", {"digits": "02079460958", "only_in": ("GB",)}),
        ("=A1+B1", "GB", {"unusable": "formula"}),
        ("@SUM(1)", "GB", {"unusable": "formula"}),
        ("+cmd|' /C calc'!A0", "GB", {"unusable": "formula"}),
        ("TBD", "GB", {"unusable": "TBD"}),
        ("+44 20 7946", "GB", {"unusable": "digits"}),
    ],
)
def test_numbers_are_never_repaired(lines, number, country, expected):
    """What a spreadsheet damaged is kept as it stands, with what was probably meant."""
    found = only(lines(row(phone=number, country=country)))

    assert found.published_as in (number, number.replace("tel:", ""))
    if "unusable" in expected:
        assert found.number is None
        assert expected["unusable"] in found.unusable
        meant = None if found.correction is None else found.correction.text
        assert meant == expected.get("meant")
        return
    assert found.number.e164 == expected.get("e164")
    assert found.only_in == expected.get("only_in", ())
    assert found.number.digits == expected.get("digits", found.number.digits)
    assert tuple(step.press for step in found.steps) == expected.get("press", ())


@pytest.mark.parametrize(
    ("published", "number"),
    [
        ("+49 30 23125 000", "+49 30 23125 000"),  # the groups by which people know it
        ("+49 (30) 23125-000", "+49 30 23125000"),
        ("+44 020 7946 0958", "+44 20 7946 0958"),  # the zero is not dialled there
    ],
)
def test_a_number_keeps_its_groups_if_they_are_all_that_is_there(read, published, number):
    """What was published stands beside it, if that is anything else."""
    text = read(row(phone=published, country="DE")).text

    assert f'number: "{number}"\n' in text
    assert (f'published_as: "{published}"\n' in text) is (published != number)


def test_a_formula_that_is_a_text_is_told(read):
    """How people keep a plus sign in a spreadsheet."""
    imported = read('country,phone\nGB,"=""+44 20 7946 0958"""\n')

    assert 'number: "+44 20 7946 0958"' in imported.text
    assert any("formula" in one.why for one in imported.remarks)


def test_several_numbers_in_a_cell_are_several_lines(lines):
    """Only if each of them is one."""
    both = lines(row(phone="+44 20 7946 0958; +49 30 23125 000", country="GB"))
    neither = lines(row(phone="+44 20 7946 0958; or ask", country="GB"))

    assert [line.number.e164 for line in both.values()] == ["+442079460958", "+493023125000"]
    assert only(neither).number is None


def test_ids_are_of_country_and_label_and_stay_when_rows_are_added(lines):
    """A row that somebody adds above changes no id of another label."""
    rows = ["GB,+44 20 7946 0958,Help", "GB,+44 20 7946 0959,Help", "DE,+49 30 23125 000,"]
    head = "country,phone,name\n"

    before = lines(head + "\n".join(rows))
    after = lines(head + "\n".join(["FR,+33 1 99 00 12 34,Help", *rows]))

    assert list(before) == ["gb-help", "gb-help-0959", "de-number"]
    assert set(before) < set(after)


def test_given_ids_are_kept_and_each_is_there_once(lines):
    """As a table of our own has them."""
    text = "id,country,phone\nmine,GB,+44 20 7946 0958\nmine,GB,+44 20 7946 0959\n"

    assert list(lines(text)) == ["mine", "mine-0959"]


def test_a_row_that_says_the_same_is_told_and_left_out(read):
    """By whatever mistake it stands twice."""
    rows = ("GB,+44 20 7946 0958", "FR,+33 1 99 00 12 34", "UK,+44 20 7946 0958")
    imported = read("\n".join(("country,phone", *rows)))

    assert imported.lines == 2
    assert "# line 4: it says the same as line 2.\n" in imported.text


def test_desks_lines_and_those_that_name_none_stay_apart(read):
    """A line without a desk would be of the first one."""
    text = "country,phone,department\nGB,+44 20 7946 0958,Sales\nGB,+44 20 7946 0959,\n"
    facts = supportlines.loads(read(text).text).facts

    assert facts.desk_ids == ("general", "sales")
    assert [facts.desks_of(line) for line, _ in facts.lines()] == [("sales",), ("general",)]


def test_rows_of_a_region_stand_in_it(read):
    """Under the heading, those of one country in a region inside it."""
    text = (
        "region,country,phone\nEurope,GB,+44 20 7946 0958\n"
        'Europe,"DE, AT",+800 1234 5678\nAsia,JP,+81 3 1234 5678\n'
    )
    facts = supportlines.loads(read(text).text).facts

    assert [(one.id, one.name) for one in facts.regions] == [("europe", "Europe"), ("asia", "Asia")]
    assert facts.countries_of("europe") == {"GB", "DE", "AT"}
    assert [one.id for one in facts.regions[0].regions] == ["gb"]


def test_sources_are_those_of_the_rows(read):
    """With the day on which each was read."""
    text = (
        "country,phone,source,last checked\n"
        "GB,+44 20 7946 0958,https://a.example/1,2026-10-01\n"
        "GB,+44 20 7946 0959,https://a.example/2,2026-10-02\n"
        "GB,+44 20 7946 0960,https://a.example/1,2026-10-01\n"
        "GB,+44 20 7946 0961,,1.10.2026\n"
    )
    facts = supportlines.loads(read(text).text).facts

    days = [facts.read_on(line.source).isoformat() for line, _ in facts.lines()]
    assert days == ["2026-10-01", "2026-10-02", "2026-10-01", "2026-11-02"]
    assert [source.url for source in facts.sources][1:] == [
        "https://a.example/2",
        "https://a.example",
    ]


def test_a_cell_of_words_for_a_kind_cost_or_channel_is_understood(lines):
    """What is none of them goes where it can be read."""
    text = (
        "country,phone,type,cost,notes\n"
        "GB,0808 157 0123,Freephone,free of charge,Ask for Ann\n"
        "GB,+44 20 7946 0958,Sales,0.20 a minute,\n"
        "GB,+44 20 7946 0959,Fax,,\n"
    )

    free, sales = lines(text).values()

    assert (free.kind, free.cost, free.notes) == ("toll_free", "free", ("Ask for Ann",))
    assert (sales.desk, sales.cost, sales.notes) == ("sales", None, ("Cost: 0.20 a minute",))


def test_addresses_are_lines_of_their_own(read):
    """One contact a line: the number, the mail, the form."""
    text = read(
        "country,phone,email,contact form,website\n"
        "GB,+44 20 7946 0958,help@a.example,https://a.example/ask,https://a.example\n"
    ).text

    assert 'number: "+44 20 7946 0958"' in text
    assert "- id: gb-email\n" in text
    assert 'email: "help@a.example"' in text
    assert 'url: "https://a.example/ask"' in text
    assert "whether it has a form is not stated.\n" in text


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "the file is empty"),
        ("hello\n", '"hello"'),
        ("Colour,Size\nred,1\n", '"Colour", "Size"'),
    ],
)
def test_what_has_no_headers_is_refused(read, text, said):
    """With what a header should be called."""
    with pytest.raises(NoTableError, match=said):
        read(text)


def test_a_quotation_mark_that_is_never_closed_swallows_nothing(read):
    """The rows behind it would be one cell."""
    with pytest.raises(ForeignFileError, match="line 2: a quotation mark is never closed"):
        read('country,phone\nGB,"+44 20 7946 0958\nDE,+49 30 23125 000\n')


def test_another_encoding_is_refused_and_not_guessed():
    """Which one it is, nobody can know."""
    assert text_of_bytes("ä".encode("utf-16")) == text_of_bytes("\ufeffä".encode()) == "ä"
    with pytest.raises(ForeignFileError, match="CSV UTF-8"):
        text_of_bytes("Köln".encode("windows-1252"))


def test_what_is_missing_is_told_and_stands_in_the_file(read):
    """The name, the page and the id, as comments where they belong."""
    imported = read(row(phone="+1 202 555 0123", country="US"), name="", source_url="")

    assert [one.what for one in imported.missing] == ["name", "id", "source_url"]
    assert imported.text.startswith(
        "directory:\n  # id: is missing\n  # name: is missing: who publishes these lines\n"
    )


def test_columns_that_stand_twice_and_several_organisations_are_told(read):
    """The first of them counts; phones may be in several columns."""
    text = (
        "country,phone 1,phone,label,label,organisation,extension,\n"
        "GB,+44 20 7946 0958,+44 20 7946 0959,A,B,One,12,\n"
        "GB,+44 20 7946 0960,,C,,Two,,what is this\n"
    )
    imported = read(text, name="")
    remarks = [str(one) for one in imported.remarks]

    assert imported.lines == 3
    assert 'press: "12"' in imported.text
    assert 'line 1: the column "label" repeats another, and is not read.' in remarks
    assert "line 3: column 8: what is this" in remarks
    assert "the directory is named after the first of 2 organisations." in remarks


def test_headers_are_looked_for_at_the_beginning_alone(read):
    """A table whose twentieth row names no column is none."""
    with pytest.raises(NoTableError, match="Title"):
        read("Title,x\n" * 30 + "country,phone\nGB,+44 20 7946 0958\n")


def test_a_page_alone_is_a_way_to_reach_somebody(read):
    """Beside a number it is not."""
    text = read("country,url\nGB,https://a.example/ask\nFR,a.example\n").text

    assert 'url: "https://a.example/ask"' in text
    assert '"a.example" is no address of a page.\n' in text


@pytest.mark.parametrize(
    ("cells", "why"),
    [
        ({"channel": "pigeon"}, '"pigeon" is no channel.'),
        ({"channel": "email"}, 'a line of the channel "email" has no number.'),
        ({"only_in": "Narnia"}, '"Narnia" is not the name or code of one country.'),
        ({"email": "nobody"}, '"nobody" is no address of mail.'),
        ({"fallback": "perhaps"}, '"perhaps" is neither "yes" nor "no" to being a fallback.'),
        ({"valid_from": "1.2.2026"}, '"1.2.2026" is no day such as 2026-11-02.'),
        ({"valid_from": "2026-02-30"}, '"2026-02-30" is no day such as 2026-11-02.'),
        ({"steps": "wait"}, '"wait" does not say what to press.'),
        ({"steps": ",: wait"}, '",: wait" does not say what to press.'),
        ({"department": "Продажи"}, '"Продажи" has no letters for the id of a desk.'),
        ({"tz": "Europe/Londn", "hours": "Mo 09:00-17:00"}, '"Europe/Londn" is no time zone'),
        ({"source": "our page"}, "the source is no address of a page."),
        ({"fax": "+44 20 7946 0999"}, "a fax is no way to ask for support."),
        ({"kind": "tty", "phone_2": ""}, "not read"),
    ],
)
def test_what_is_not_understood_is_remarked(read, cells, why):
    """And the rest of the row is read."""
    imported = read(row(country="GB", phone="+44 20 7946 0958", label="Help", **cells))

    assert any(why in one.why for one in imported.remarks)


@pytest.mark.parametrize(
    ("written", "steps"),
    [
        ("1: sales", [("1", "sales", ())]),
        ("1 = sales | 2# : ventas (es)", [("1", "sales", ()), ("2#", "ventas", ("es",))]),
        ("1: sales (first line)", [("1", "sales (first line)", ())]),  # no language
        ("1=sales (first line)", [("1", "sales (first line)", ())]),
    ],
)
def test_steps_are_read(lines, written, steps):
    """Keys, what they are for, and in which language."""
    found = only(lines(row(country="GB", phone="+44 20 7946 0958", steps=written)))

    assert [(one.press, one.label, one.languages) for one in found.steps] == steps


def test_a_line_that_is_no_fallback_says_nothing(read):
    """As is so by default."""
    text = read("country,phone,fallback\nGB,+44 20 7946 0958,no\nGB,+44 20 7946 0959,yes\n").text

    assert text.count("fallback:") == 1


def test_what_is_to_be_found_elsewhere_has_words(read):
    """A number on a card, or one that cannot be used."""
    text = read(
        "country,contact is,unusable,channel\nGB,on your card,,sms\nFR,,cut off in print,\n"
    ).text

    assert "contact_is: on your card\n" in text
    assert "channel: sms\n" in text
    assert "unusable: cut off in print\n" in text


@pytest.mark.parametrize("word", ["null", "no", "true", "1-2"])
def test_words_that_yaml_takes_for_something_else_are_ids(read, word):
    """Of a line, a region, a desk, a tier, a facet."""
    head = f'region,id,country,phone,desk,hours,hours ({word}),"for {word} (no, yes)"'
    text = f"{head}\n{word},{word},GB,+44 20 7946 0958,{word},24/7,24/7,no\n"
    facts = supportlines.loads(read(text).text).facts

    (line, (region,)) = next(facts.lines())
    assert (line.id, region.id, line.desk) == (word, word, word)
    assert word in [tier.id for tier in facts.tiers]
    assert line.only_for == {word: ("no",)}
