"""The HTML that is served round the element, and the files beside it."""

from __future__ import annotations

import gzip
import json
import re
from pathlib import Path

import html5lib
import pytest
from markupsafe import Markup

import supportlines
from supportlines.lookup import UnknownChoiceError
from supportlines.lookup.caveats import OF_HOURS
from supportlines.web import element
from supportlines.web.element.attributes import PROPERTIES
from supportlines.words.live import FROM_LABELS, OWN, live_words

NAMESPACE = "{http://www.w3.org/1999/xhtml}"
SOURCE = Path(element.__file__).parent / "source"
LIMITS = {"script": 4550, "core_script": 4240, "style": 1400}
"""Bytes that visitors load, compressed."""


@pytest.fixture(scope="module")
def directory():
    """Return the shipped directory."""
    return supportlines.load()


def parsed(markup):
    """Return the element as a browser reads it; anything ill-formed fails."""
    parser = html5lib.HTMLParser(strict=True)
    whole = parser.parse(f"<!doctype html><title>x</title><body>{markup}")
    return whole.find(f".//{NAMESPACE}support-lines")


def options(root, name):
    """Return the options of a picker: name, value and zones."""
    found = root.iterfind(f".//{NAMESPACE}select[@name='{name}']/{NAMESPACE}option")
    return [(one.text, one.get("value"), (one.get("data-zones") or "").split()) for one in found]


class TestMarkup:
    """Pickers that need a script, places for what it says, and what needs none."""

    def test_it_says_what_the_page_says(self, directory):
        """Address, locale, country, and other attributes."""
        found = element.markup(
            directory,
            "pt_BR",
            base_url="/support/",
            country="br",
            when_closed="hide",
            attributes={"tier": "premium", "facet-plan": '"<&'},
        )

        assert parsed(found).attrib == {
            "directory": "/support/",
            "locale": "pt-BR",
            "country": "BR",
            "when-closed": "hide",
            "tier": "premium",
            "facet-plan": '"<&',
            "lang": "pt-BR",
            "dir": "ltr",
        }

    def test_the_pickers_are_hidden_until_a_script_reads_them(self, directory):
        """Native ones, each with its label."""
        root = parsed(element.markup(directory))
        form = root.find(f"{NAMESPACE}form")
        labels = form.findall(f"{NAMESPACE}label")

        assert form.get("hidden") is not None
        assert ["".join(one.find(f"{NAMESPACE}span").itertext()) for one in labels] == [
            "Country",
            "Language",
            "Calling from",
        ]
        assert all(one.find(f"{NAMESPACE}select") is not None for one in labels)

    def test_countries_of_the_directory_can_be_chosen_by_their_names(self, directory):
        """In the order of the names, which is not that of the codes; first that none is said."""
        found = options(parsed(element.markup(directory, "de")), "country")
        listed = sum(directory.facts.lists(code) for code in supportlines.places.known_countries())

        assert found[0][:2] == ("Not said", "")
        assert found[1][:2] == ("Ägypten", "EG")
        assert ("Österreich", "AT", ["Europe/Vienna"]) in found
        assert len(found) == listed + 1

    def test_zones_have_the_names_by_which_browsers_know_them(self, directory):
        """Old ones too."""
        zones = {
            code: names for _, code, names in options(parsed(element.markup(directory)), "country")
        }

        assert {"Asia/Kolkata", "Asia/Calcutta"} <= set(zones["IN"])
        assert {"Europe/Kyiv", "Europe/Kiev"} <= set(zones["UA"])
        assert {"America/Indiana/Indianapolis", "America/Indianapolis"} <= set(zones["US"])

    def test_a_phone_may_stand_in_any_country(self, directory):
        """Each zone stands once: with the country, if it can be chosen, else here."""
        root = parsed(element.markup(directory))
        places = options(root, "calling-from")
        listed = {code for _, code, _ in options(root, "country")}

        assert len(places) == 251
        assert all(not zones for _, code, zones in places if code in listed)
        assert all(zones for _, code, zones in places if code in {"KP", "CU"} - listed)

    def test_a_country_says_what_goes_before_a_number_abroad(self, directory):
        """But where that is the carrier's: there it is written with a plus."""
        root = parsed(element.markup(directory))
        select = root.find(f".//{NAMESPACE}select[@name='calling-from']")
        found = {one.get("value"): one.get("data-prefix") for one in select}

        assert [found[code] for code in ("US", "RU", "DE", "BR")] == ["011", "8~10", "00", None]

    def test_languages_of_the_lines_can_be_chosen(self, directory):
        """By their names."""
        found = options(parsed(element.markup(directory, "fr")), "languages")

        assert ("allemand", "de", []) in found
        assert ("coréen", "ko", []) in found

    def test_what_is_said_has_its_place(self, directory):
        """An empty one, and an empty one that is read aloud."""
        root = parsed(element.markup(directory, content=Markup("<p>Call us</p>")))
        kinds = [(one.tag.replace(NAMESPACE, ""), one.get("role"), one.text) for one in root]

        assert kinds[1:] == [("div", None, None), ("div", "status", None), ("p", None, "Call us")]

    def test_words_in_another_language_say_which(self, directory):
        """Labels are English so far."""
        root = parsed(element.markup(directory, "ar"))

        assert (root.get("lang"), root.get("dir")) == ("ar", "rtl")
        assert root.find(f".//{NAMESPACE}span").attrib == {
            "class": "sl-ask", "lang": "en", "dir": "ltr",
        }  # fmt: skip

    def test_content_that_is_no_markup_is_a_text(self, directory):
        """Nothing is taken for HTML that does not say so."""
        found = element.markup(directory, content="<b>")

        assert found.endswith("&lt;b&gt;</support-lines>")

    @pytest.mark.parametrize(
        ("given", "error"),
        [
            (
                {"country": "UK"},
                'there is no country "UK"; the code of the United Kingdom is "GB".',
            ),
            ({"locale": "xx"}, 'there is no locale "xx"'),
            ({"when_closed": "never"}, "never"),
            ({"attributes": {"onclick": "alert(1)"}}, '"onclick" is no attribute'),
        ],
    )
    def test_what_cannot_be_said_is_refused(self, directory, given, error):
        """With what was found."""
        with pytest.raises((ValueError, LookupError), match=re.escape(error)) as raised:
            element.markup(directory, **given)

        assert isinstance(raised.value, UnknownChoiceError) or error in str(raised.value)


class TestFiles:
    """What visitors load."""

    @pytest.mark.parametrize(("name", "limit"), LIMITS.items())
    def test_files_are_small(self, name, limit):
        """Compressed, as servers send them."""
        assert len(gzip.compress(getattr(element, name)(), 9)) <= limit

    def test_the_module_to_read_needs_no_other(self):
        """One file, without what named its parts."""
        text = element.module().decode("utf-8")

        assert "import " not in text
        assert "export " not in text
        assert text.count("customElements.define") == 1
        assert "class SupportLines extends HTMLElement" in text

    def test_scripts_make_no_html_of_texts(self):
        """Nor styles within elements: what a strict policy refuses."""
        text = element.module().decode("utf-8")

        assert not re.search(r"innerHTML|outerHTML|insertAdjacentHTML|\beval\b|\.style\b", text)

    @pytest.mark.parametrize("path", sorted(SOURCE.glob("*.js")), ids=lambda path: path.stem)
    def test_modules_are_small_and_say_what_they_are(self, path):
        """As those in Python."""
        lines = path.read_text(encoding="utf-8").splitlines()

        assert len(lines) < 400
        assert max(map(len, lines)) <= 100


class TestManifest:
    """What editors read."""

    def test_every_attribute_that_is_read_is_in_it(self):
        """And none that is not."""
        text = "".join(
            re.sub(r"^ *(?:\*|//).*$", "", path.read_text(encoding="utf-8"), flags=re.MULTILINE)
            for path in SOURCE.glob("*.js")
        )
        said = re.findall(r'this\.said\("([^"]+)"\)', text)
        names = {one.replace("_", "-") for one in said} | {"state", "data-clock"}
        whole = json.loads(element.manifest())
        (declared,) = whole["modules"][0]["declarations"]
        known = {one["name"] for one in declared["attributes"]}

        assert names - known == set()
        # By the names of what a feed asks; the style sheet reads the last.
        asked = {"tier", "desk", "severity", "subdivision", "facet-NAME", "when-closed"}
        assert known - names == asked

    def test_every_property_is_in_the_style_sheet(self):
        """And none is there that is not in it."""
        style = element.style().decode("utf-8")
        (declared,) = json.loads(element.manifest())["modules"][0]["declarations"]

        assert set(re.findall(r"(--sl-[a-z]+):", style)) == {
            one["name"] for one in declared["cssProperties"]
        }

    def test_the_reference_says_the_same(self):
        """Of every attribute that a page sets, and every property."""
        page = (Path(__file__).parents[3] / "docs" / "reference" / "element.md").read_text("utf-8")
        rows = [(one.name, one.text) for one in element.ATTRIBUTES if one.is_set_by_page]
        rows += [(one.name, one.text) for one in PROPERTIES]

        assert [name for name, text in rows if f"| `{name}` | {text} |" not in page] == []


class TestWords:
    """The sentences that the script fills."""

    def test_every_sentence_that_is_used_is_there(self):
        """By its key in the modules."""
        said = live_words("en").texts
        text = "".join(path.read_text(encoding="utf-8") for path in SOURCE.glob("*.js"))
        used = set(re.findall(r"say\.([a-z_]+)", text))

        assert used - set(said) == set()
        assert {"opens_1", "closes_on_7", "changes_on_3", "cost_unknown", "step_press"} <= set(said)

    def test_what_is_not_sure_of_hours_is_said(self):
        """Why a state is not known, by its code; that nobody looked for long concerns no state."""
        codes = (OF_HOURS | {"time_zone_matters", "severity_not_given"}) - {"not_confirmed"}

        assert [code for code in sorted(codes) if f"because_{code}" not in OWN] == []

    def test_no_key_stands_twice(self):
        """Of a text that others have, and of one of its own."""
        assert set(FROM_LABELS) & set(OWN) == set()

    def test_no_name_is_glued_into_a_sentence(self):
        """What the directory says stands behind a colon or by itself."""
        glued = [
            key
            for key, one in OWN.items()
            if "{items}" in one.text and not re.search(r"(^|: )\{items\}$", one.text)
        ]

        assert glued == []
