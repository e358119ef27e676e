"""What a visitor, the browser and the page say of the caller."""

from __future__ import annotations

import json

import pytest

from browsing.lines import LINES, lines, only, words
from browsing.pages import BODY, FORM, page


def chosen(found):
    """Return what the pickers that can be seen show, by their names."""
    return found.page.evaluate(
        "Object.fromEntries([...document.querySelectorAll('form select')]"
        ".filter((one) => one.offsetParent).map((one) => [one.name, one.value]))"
    )


def with_form(attributes="", country=None):
    """Return a page with pickers, whose element says *country*."""
    body = BODY if country else BODY.replace('country="GB" ', "")
    return page(attributes, body=body, form=FORM)


class TestCountry:
    """Whose lines are shown."""

    def test_the_country_is_that_of_the_visitors_zone(self, opened):
        """If the page lists it; the pickers say what was taken."""
        found = opened(with_form())

        assert found.first == "Open ⋅ Closes 17:00"
        assert chosen(found) == {
            "country": "GB", "languages": "", "calling-from": "GB", "facet-tier": "standard",
        }  # fmt: skip

    def test_without_a_country_nothing_is_asked_for(self, opened):
        """Of a visitor whose zone is of none that the page lists."""
        found = opened(with_form(), zone="Asia/Tokyo")

        assert found.state == "unknown"
        assert [one for one in found.site.requests if "json" in one] == []

    def test_another_country_can_be_chosen(self, opened):
        """By keyboard alone: with the first letter of its name."""
        link = "tel:+493023125000"
        rows = [["030 23125 000", link, None, "DE"], ["+49 30 23125 000", link]]
        german = lines(country="DE", name="Nachtlinie", contacts=[rows] * 3)
        found = opened(with_form(), pages={"/lines/DE.json": json.dumps(german)})

        found.page.press("[name=country]", "G")
        found.until("document.querySelector('support-lines').getAttribute('country') === 'DE'")
        found.says("00 49 30 23125 000", ".sl-number")

        assert found.page.evaluate("document.activeElement.name") == "country"
        assert found.site.asked("/lines/DE.json") == 1

    def test_the_country_that_the_page_says_goes_before_the_zone(self, opened):
        """A visitor in Berlin who reads the page of Britain calls from Germany."""
        found = opened(page(form=FORM), zone="Europe/Berlin")

        assert found.texts(".sl-number")[0] == "00 44 20 7946 0958"
        assert chosen(found)["country"] == "GB"
        assert chosen(found)["calling-from"] == "DE"

    @pytest.mark.parametrize(
        ("zone", "dial"),
        [("Europe/London", "020 7946 0958"), ("Europe/Moscow", "8~10 44 20 7946 0958")],
    )
    def test_what_is_pressed_is_for_where_the_visitor_is(self, opened, zone, dial):
        """Also in a country that has no lines of its own."""
        found = opened(page(form=FORM), zone=zone)

        assert found.texts(".sl-number")[0] == dial

    def test_where_the_phone_stands_can_be_chosen(self, opened):
        """At home, for somebody whose computer has another zone."""
        found = opened(page(form=FORM), zone="Europe/Moscow")

        found.page.select_option("select[name=calling-from]", "GB")
        found.says("020 7946 0958", ".sl-number")

        assert found.page.get_attribute("support-lines", "calling-from") == "GB"


class TestAsks:
    """What makes a difference is asked."""

    def test_what_makes_a_difference_has_a_picker(self, opened):
        """With the words of the directory; what is meant by default is chosen."""
        found = opened(page(form=FORM))
        label, *choices = found.page.evaluate(
            "(([label]) => [label.firstChild, ...label.querySelectorAll('option')]"
            ".map((one) => one.textContent))(document.querySelector('[name=facet-tier]').labels)"
        )

        assert (label, choices) == ("Tier", ["Standard", "Premium"])

    def test_a_choice_changes_the_answer(self, opened):
        """At once, and the focus stays in the picker."""
        found = opened(page(form=FORM))
        found.page.press("[name=facet-tier]", "ArrowDown")
        found.says("Open day and night")

        assert found.page.evaluate("document.activeElement.name") == "facet-tier"
        assert found.page.get_attribute("support-lines", "facet-tier") == "premium"

    def test_the_page_may_say_it(self, opened):
        """By an attribute, also later; the picker shows it."""
        found = opened(page('tier="premium"', form=FORM))
        first, shown = found.first, chosen(found)["facet-tier"]

        found.page.evaluate(
            "document.querySelector('support-lines').setAttribute('tier', 'standard')"
        )
        found.says("Open ⋅ Closes 17:00")

        assert (first, shown) == ("Open day and night", "premium")
        assert chosen(found)["facet-tier"] == "standard"

    @pytest.mark.parametrize("name", ["brand", "constructor"])
    def test_a_facet_is_said_by_an_attribute(self, opened, name):
        """What must be said first is asked for; whatever it is called."""
        asks = [
            {"name": name, "title": {"en": "Which brand?"}, "required": True,
             "groups": ["north", "south"], "replies": [["north", "North"], ["south", "South"]]},
        ]  # fmt: skip
        feed = lines(
            asks=asks,
            answers=[[0, 0, 0], [1, 0, 0], [1, 0, 1]],  # written as steps
            choices=[
                {"options": [], "waiting": ["waiting", [{"en": "Which brand?"}]]},
                {"options": [0]},
                {"options": [1]},
            ],
        )
        found = opened(page(form=FORM), pages={"/lines/GB.json": json.dumps(feed)})
        waiting = (found.state, found.texts(".sl-state"))

        found.page.select_option(f"[name=facet-{name}]", "south")
        found.wait_for("open")

        assert waiting == ("unknown", ["Say first: Which brand?"])
        assert found.first == "Open day and night"

    @pytest.mark.parametrize(
        ("zone", "state"), [("Europe/Kaliningrad", "open"), ("Asia/Tokyo", "unknown")]
    )
    def test_the_zone_is_the_browsers_where_it_makes_a_difference(self, opened, zone, state):
        """If it is one of the country's."""
        asks = [{"name": "time_zone", "groups": ["Europe/Kaliningrad", "Europe/Moscow"]}]
        feed = lines(
            asks=asks,
            answers=[[0, 0, 0], [0, 1, 1], [0, 1, -1]],
            choices=[{"options": [0]}],
            tracks=[[0, 4], [0, 2]],
            clocks=LINES["clocks"] * 3,
        )
        found = opened(zone=zone, pages={"/lines/GB.json": json.dumps(feed)})

        assert found.state == state
        assert found.texts(".sl-option .sl-notes")[0].startswith(
            "It depends on the time zone" if state == "unknown" else "Only from landlines"
        )

    @pytest.mark.parametrize(
        ("zone", "shown"), [("Europe/Moscow", "Europe/Moscow"), ("Asia/Tokyo", "Not said")]
    )
    def test_a_picker_shows_what_is_listed_or_that_nothing_is_said(self, opened, zone, shown):
        """A zone of another country is none of its replies; that is said in English, and marked."""
        zones = ["Europe/Moscow", "Europe/Kaliningrad"]
        asks = [{"name": "time_zone", "title": "Zone", "groups": zones,
                 "replies": [[one] for one in zones]}]  # fmt: skip
        feed = lines(
            asks=asks,
            answers=[[0, 0, 0]] * 3,
            choices=[{"options": [0]}],
            clocks=LINES["clocks"],
        )
        found = opened(page(form=FORM), zone=zone, pages={"/lines/GB.json": json.dumps(feed)})

        chosen, *marks = found.page.evaluate(
            "(({ options, selectedIndex: i }) => [options[i]?.text, options[0].lang, "
            "options[0].dir])(document.querySelector('[name=facet-time_zone]'))"
        )
        assert chosen == shown
        assert marks == ["en", "ltr"]

    def test_languages_that_are_none_are_not_said(self, opened):
        """Whoever reads the page is served by all."""
        assert opened(page('languages="***"')).state == "open"

    def test_parts_of_the_country_are_listed_by_their_groups(self, opened):
        """In the order of their codes, and one that stands for all others."""
        asks = [{"name": "subdivision", "title": "Part", "groups": ["GB-SCT|GB-ENG", "*"]}]
        feed = lines(
            asks=asks, answers=[[0, 0, 0]] * 3, choices=[{"options": [0]}], clocks=LINES["clocks"]
        )
        pages = {
            "/lines/GB.json": json.dumps(feed),
            "/words/en.json": json.dumps(words(other_part="Another part")),
        }
        found = opened(page(form=FORM), pages=pages)

        listed = found.page.evaluate(
            "[...document.querySelectorAll('[name=facet-subdivision] option')]"
            ".map(({ text, value }) => [text, value])"
        )
        assert listed == [
            ["Not said", ""], ["Another part", "*"], ["GB-ENG", "GB-ENG"], ["GB-SCT", "GB-SCT"],
        ]  # fmt: skip


class TestLanguages:
    """In what."""

    @pytest.mark.parametrize(("locale", "first"), [("fr-CA", "abroad"), ("en-GB", "main")])
    def test_the_languages_are_the_browsers(self, opened, locale, first):
        """The line that speaks them is the best."""
        found = opened(locale=locale)

        assert found.texts(".sl-number")[0] == (
            "+1 202 555 0123" if first == "abroad" else "020 7946 0958"
        )

    def test_the_page_may_say_them(self, opened):
        """Before the browser's."""
        found = opened(page('languages="fr en"'))

        assert found.texts(".sl-fact")[0] == "French"

    def test_another_one_can_be_chosen(self, opened):
        """And the other line is the best."""
        found = opened(page(form=FORM))

        found.page.select_option("[name=languages]", "fr")
        found.says("French", ".sl-fact")


class TestClosed:
    """What a page does while nobody answers."""

    CLOSED = "2026-11-24T20:00:00Z"

    def closed(self, opened, how):
        """Open a page in the evening."""
        feed = only({"options": [0], "other_ways": [2]}, 0, 2)
        return opened(
            page(f'when-closed="{how}"'), at=self.CLOSED, pages={"/lines/GB.json": json.dumps(feed)}
        )

    def test_a_closed_line_is_shown(self, opened):
        """With its number, and when it opens."""
        found = self.closed(opened, "show")

        assert found.state == "closed"
        assert found.texts(".sl-state")[0] == "Closed ⋅ Opens Wed 09:00"
        assert found.texts(".sl-number")[0] == "020 7946 0958"

    def test_a_closed_line_is_hidden(self, opened):
        """What was served stays."""
        found = self.closed(opened, "hide")

        assert found.texts(".sl-state") == []
        assert found.is_visible("#served")

    def test_instead_of_a_closed_line_other_ways_are_shown(self, opened):
        """Its state is still said; its number is not."""
        found = self.closed(opened, "alternatives")

        assert found.texts(".sl-state") == [
            "Closed ⋅ Opens Wed 09:00", "Takes messages at any time",
        ]  # fmt: skip
        assert found.texts(".sl-number") == ["help@support.example"]
