"""The element in a browser: what it says at an instant, and when the instant is another one."""

from __future__ import annotations

import json
from time import sleep

import pytest

from browsing.lines import LINES, lines, only, second, words
from browsing.pages import BODY, FORM, page
from browsing.site import Answer

MISSING = ["404"]
"""What a browser says on its console of a file that is not there."""

HELD = """
  const asked = window.fetch;
  window.fetch = async (...what) => {
    const answer = await asked(...what);
    await new Promise((done) => held.push(done));
    return answer;
  };
  performance.getEntriesByName = () => [{ transferSize: 300 }];
  window.held = [];
"""
"""Holds answers, which came over the network, until they are released."""


def states(found):
    """Return what is said of the lines, the best first."""
    return found.texts(".sl-option .sl-state")


class TestTime:
    """What is said is true when it is read."""

    @pytest.mark.parametrize(
        "script", ["support-lines.min.js", "support-lines-core.min.js", "support-lines.js"]
    )
    def test_the_state_is_that_of_the_instant(self, opened, script):
        """With what follows; the served HTML stays. Small, without pickers, and to read."""
        found = opened(page(script=script))

        assert found.state == "open"
        assert found.first == "Open ⋅ Closes 17:00"
        assert found.is_visible("#served")

    def test_the_edge_is_met_to_the_second_without_a_reload(self, opened):
        """A timer goes off at the edge, and an hour before it."""
        found = opened(at="2026-11-24T15:59:58Z")

        before = found.first
        found.visit.pass_time(seconds=2)
        soon = found.first
        found.visit.pass_time(seconds=3599)
        last = found.first
        found.visit.pass_time(seconds=1)

        assert (before, soon) == ("Open ⋅ Closes 17:00", "Closes soon ⋅ 17:00")
        assert last == "Closes soon ⋅ 17:00"
        assert found.state == "open"
        assert states(found)[:2] == ["Open day and night", "Closed ⋅ Opens Wed 09:00"]
        assert found.site.asked("/") == 1

    def test_the_day_is_that_of_the_reading(self, opened):
        """After midnight "Wed 09:00" is "09:00"."""
        found = opened(at="2026-11-24T23:59:59Z")

        before = states(found)[1]
        found.visit.pass_time(seconds=1)

        assert (before, states(found)[1]) == ("Closed ⋅ Opens Wed 09:00", "Closed ⋅ Opens 09:00")

    def test_where_the_callers_clock_is_not_known_times_are_the_visitors(self, opened):
        """And it is said whose they are: 17:00 in London is 22:45 in Nepal."""
        feed = lines(clocks=[[""]])
        found = opened(zone="Asia/Kathmandu", pages={"/lines/GB.json": json.dumps(feed)})

        assert found.first == "Open ⋅ Closes 22:45"
        assert found.texts(".sl-zone")[0].startswith("Times are those of Asia/Ka")

    def test_after_a_sleep_the_state_is_that_of_the_instant(self, opened):
        """The timer is late, and goes off once."""
        found = opened()

        found.visit.sleep(hours=12)

        assert states(found)[1] == "Closed ⋅ Opens Wed 09:00"

    def test_a_page_that_comes_back_says_what_holds_then(self, opened):
        """From the cache of the browser, without a load."""
        found = opened()

        found.page.goto(found.site.url("/other.html"))
        found.visit.at = None  # the page that is away has no timer
        found.visit.back()
        found.says("Open ⋅ Closes 17:00")

        assert found.site.asked("/") == 1

    @pytest.mark.parametrize(
        "at",
        [
            "2026-11-22T23:59:59Z",  # before the files begin: a clock that is wrong
            "2027-02-22T00:00:00Z",
        ],
    )
    def test_outside_of_its_time_the_page_claims_nothing(self, opened, at):
        """The served HTML stays."""
        found = opened(at=at)

        assert found.state == "stale"
        assert found.texts(".sl-now > *") == ["These hours could not be confirmed"]
        assert found.is_visible("#served")

    def test_when_its_time_is_over_an_open_page_claims_nothing(self, opened):
        """To the second."""
        found = opened(at="2027-02-21T23:59:59Z")

        before = found.state
        found.visit.pass_time(seconds=1)

        assert (before, found.state) == ("open", "stale")

    def test_a_closure_at_short_notice_shows_when_the_file_is_no_longer_fresh(self, opened):
        """An hour after it was read, by what the file says."""
        found = opened()
        closed = lines()
        closed["told"][1] = ["closed", 6, 7, 1, "opens", "Power cut"]
        found.site.pages["/lines/GB.json"] = json.dumps(closed)

        found.visit.pass_time(minutes=59, seconds=59)
        before = found.first
        found.visit.pass_time(seconds=1)
        found.until("document.querySelector('.sl-now').textContent.includes('Power cut')")

        assert before == "Open ⋅ Closes 17:00"
        assert found.site.asked("/lines/GB.json") == 2


class TestClock:
    """A visitor's clock may be wrong."""

    def test_a_slow_clock_is_corrected_by_the_servers(self, opened):
        """It cannot be earlier than the header Date says."""
        found = opened(at="2026-11-24T03:00:00Z", site_at="2026-11-24T10:00:00Z")

        assert found.page.get_attribute("support-lines", "data-clock") == "corrected"
        assert found.first == "Open ⋅ Closes 17:00"

    def test_a_fast_clock_is_corrected_by_the_servers(self, opened):
        """By an answer that came over the network: today's visitors are late by days or years."""
        found = opened(at=None, site_at="2026-11-24T10:00:00Z")

        assert found.page.get_attribute("support-lines", "data-clock") == "corrected"
        assert found.first == "Open ⋅ Closes 17:00"

    @pytest.mark.engines("chromium", "firefox", why="WebKitGTK says that it came over the network")
    def test_an_old_answer_makes_no_clock_slow(self, opened):
        """Where nobody knows that it came over the network, it may be a cache's.

        A browser whose clock is a test's says nothing of where answers came from.
        """
        found = opened(at="2026-11-24T20:00:00Z", site_at="2026-11-24T10:00:00Z")

        assert found.page.get_attribute("support-lines", "data-clock") == "own"
        assert states(found)[1] == "Closed ⋅ Opens Wed 09:00"

    @pytest.mark.parametrize("site_at", ["2026-11-24T09:58:01Z", "2026-11-24T10:01:59Z"])
    def test_two_minutes_are_no_difference(self, opened, site_at):
        """Answers take their time, and servers are not exact."""
        found = opened(site_at=site_at)

        assert found.page.get_attribute("support-lines", "data-clock") == "own"

    def test_what_a_cache_kept_for_an_hour_makes_no_clock_fast(self, opened):
        """The header Age says how old the Date is."""
        pages = {
            path: Answer(json.dumps(content), headers={"Age": "3600"})
            for path, content in {"/lines/GB.json": LINES, "/words/en.json": words()}.items()
        }
        found = opened(site_at="2026-11-24T09:00:00Z", pages=pages)

        assert found.page.get_attribute("support-lines", "data-clock") == "own"

    def test_an_answer_that_was_under_way_while_the_machine_slept_makes_no_clock_slow(self, opened):
        """It says what time it was when it was sent; what it says is old, and is asked for anew."""
        found = opened(at="2026-11-24T10:00:00Z")
        found.page.evaluate(HELD)
        found.visit.pass_time(seconds=LINES["fresh_for"] + 1)
        found.until("held.length === 2")
        found.visit.sleep(hours=9)
        found.page.evaluate("for (const release of held.splice(0)) release()")
        found.until("held.length === 2")  # what is asked for anew is under way

        assert found.page.get_attribute("support-lines", "data-clock") == "own"
        assert states(found)[1] == "Closed ⋅ Opens Wed 09:00"

    def test_a_corrected_clock_goes_on(self, opened):
        """The edge is met to the second of the server's clock."""
        found = opened(at="2026-11-24T10:00:00Z", site_at="2026-11-24T16:59:59Z")

        before = states(found)[0]
        found.visit.pass_time(seconds=1)

        assert (before, states(found)[1]) == ("Closes soon ⋅ 17:00", "Closed ⋅ Opens Wed 09:00")


class TestFiles:
    """What is read, and what if it cannot be read."""

    def test_many_elements_ask_for_each_file_once(self, opened):
        """Two hundred, in one page."""
        found = opened(page(body=BODY * 200))

        assert found.count('support-lines[state="open"]') == 200
        assert found.site.asked("/lines/GB.json") == 1
        assert found.site.asked("/words/en.json") == 1

    @pytest.mark.parametrize("path", ["/lines/GB.json", "/words/en.json"])
    @pytest.mark.parametrize(
        "answer",
        [
            Answer(status=404),
            Answer("{", 200),
            Answer('{"version": 2}'),
            Answer('{"version": 1}'),
            Answer("null"),
            Answer("[]", 500),
        ],
    )
    def test_without_a_file_the_page_claims_nothing(self, opened, path, answer):
        """It is not there, no JSON, of a later version, or not what it should be."""
        found = opened(pages={path: answer}, expecting=["404", "500"])

        assert found.state == "unknown"
        assert found.texts(".sl-now > *") == []
        assert found.is_visible("#served")
        assert found.announced() == ""

    @pytest.mark.parametrize(
        ("path", "told"), [("/lines/GB.json", LINES), ("/words/en.json", words())]
    )
    def test_what_comes_with_an_error_is_not_believed(self, opened, path, told):
        """Whatever it says."""
        found = opened(pages={path: Answer(json.dumps(told), 500)}, expecting=["500"])

        assert found.state == "unknown"

    def test_new_files_of_lines_are_read_with_new_words(self, opened):
        """They may need other sentences."""
        found = opened()
        found.site.pages["/words/en.json"] = json.dumps(words(open="Somebody is there"))

        found.visit.pass_time(seconds=LINES["fresh_for"] - 1)
        before = found.first
        found.visit.pass_time(seconds=1)
        found.says("Somebody is there ⋅ Closes 17:00", ".sl-option .sl-state")

        assert before == "Open ⋅ Closes 17:00"
        assert found.site.asked("/words/en.json") == 2

    def test_the_words_of_a_site_have_no_end(self, opened):
        """Who began with a copy of ours has the end that these had then."""
        own = {"version": 1, "until": 0, "open": "Somebody is there"}
        found = opened(page('words="own.json"'), pages={"/own.json": json.dumps(own)})

        assert found.first == "Somebody is there ⋅ Closes 17:00"

    def test_words_hold_until_the_end_of_their_time_too(self, opened):
        """As files of lines do; behind it the page says so, to the second."""
        over = second("2026-11-24T10:00:01")
        found = opened(pages={"/words/en.json": json.dumps(words(until=over))})

        before = found.state
        found.visit.pass_time(seconds=1)

        assert (before, found.state) == ("open", "stale")

    @pytest.mark.parametrize("fresh_for", [-1, 0, None])
    def test_no_server_is_asked_more_than_once_a_minute(self, opened, fresh_for):
        """Whatever a file says of itself."""
        pages = {"/lines/GB.json": json.dumps(lines(fresh_for=fresh_for))}
        found = opened(pages=pages)

        for _ in range(59):
            found.visit.pass_time(seconds=1)
        sleep(0.05)

        assert found.site.asked("/lines/GB.json") == 1

    def test_a_file_that_was_not_to_be_had_is_asked_for_again(self, opened):
        """After a minute; what holds then is no news to be read aloud."""
        found = opened(pages={"/lines/GB.json": Answer(status=404)}, expecting=MISSING)
        found.site.pages["/lines/GB.json"] = json.dumps(LINES)

        found.visit.pass_time(seconds=60)
        found.wait_for("open")

        assert found.site.asked("/lines/GB.json") == 2
        assert found.announced() == ""

    def test_when_the_network_is_back_it_is_asked_for_at_once(self, opened):
        """The browser says so."""
        found = opened(pages={"/lines/GB.json": Answer(status=404)}, expecting=MISSING)
        found.site.pages["/lines/GB.json"] = json.dumps(LINES)

        found.page.evaluate("dispatchEvent(new Event('online'))")
        found.wait_for("open")

    def test_a_file_that_cannot_be_renewed_is_used_on(self, opened):
        """Until its time is over."""
        found = opened()
        found.site.pages["/lines/GB.json"] = Answer(status=404)
        found.visit.expecting = tuple(MISSING)

        found.visit.pass_time(hours=2)
        sleep(0.05)

        assert found.first == "Open ⋅ Closes 17:00"
        assert found.site.asked("/lines/GB.json") > 1

    def test_files_within_the_page_are_not_asked_for(self, opened):
        """For pages without a server; anywhere in the page, by the address that is asked for."""
        islands = "".join(
            f'<script type="application/json" data-support-lines="{name}">{text}</script>'
            for name, text in (
                ("/lines/GB.json", json.dumps(LINES)),
                ("/words/en.json", json.dumps(words())),
            )
        )
        found = opened(page(head=islands.replace("{", "{{").replace("}", "}}").format()))

        assert found.first == "Open ⋅ Closes 17:00"
        assert found.site.asked("/lines/GB.json") == 0
        assert found.site.asked("/words/en.json") == 0

    @pytest.mark.engines(
        "chromium", "firefox", why="WebKitGTK's driver waits for such pages for ever"
    )
    def test_a_local_file_needs_no_server(self, opened, tmp_path):
        """As a script that is no module: browsers load no modules from files."""
        islands = (
            f'<script type="application/json" data-support-lines="lines/GB.json">'
            f"{json.dumps(LINES)}</script>"
            f'<script type="application/json" data-support-lines="words/en.json">'
            f"{json.dumps(words())}</script>"
        )
        text = page().replace('type="module" src="/', 'defer src="').replace('href="/', 'href="')
        text = text.replace("</head>", f"{islands}</head>").replace('directory="/"', "")
        (tmp_path / "index.html").write_text(text, encoding="utf-8")
        found = opened(settle=False)
        for path in ("support-lines.min.js", "support-lines.css", "page.css"):
            content = found.site.pages[f"/{path}"]
            content = content.encode() if isinstance(content, str) else content
            (tmp_path / path).write_bytes(content)

        found.page.goto((tmp_path / "index.html").as_uri())
        found.settle()

        assert found.first == "Open ⋅ Closes 17:00"

    def test_the_words_of_a_site_go_before(self, opened):
        """Any of them may be another one."""
        own = {
            "version": 1, "open": "Somebody is there", "closes": "Closes {h} {ap}",
            "halves": ["am", "pm"],
        }  # fmt: skip
        found = opened(page('words="own.json"'), pages={"/own.json": json.dumps(own)})

        assert found.first == "Somebody is there ⋅ Closes 5 pm"

    def test_a_site_may_have_two_directories(self, opened):
        """Each element reads from its own folder."""
        other = only({"options": [0]}, 1, name="Day line")
        body = BODY + BODY.replace('directory="/"', 'directory="/day"')
        found = opened(
            page(body=body),
            pages={
                "/day/lines/GB.json": json.dumps(other),
                "/day/words/en.json": json.dumps(words()),
            },
        )

        assert found.texts(".sl-now .sl-option:first-child .sl-state") == [
            "Open ⋅ Closes 17:00", "Open day and night",
        ]  # fmt: skip

    def test_without_script_the_page_stands_as_it_was_served(self, opened):
        """No picker, no state."""
        found = opened(page(form=FORM), script=False, settle=False)

        assert found.is_visible("#served")
        assert found.state is None
        assert not found.is_visible("form")


class TestFlip:
    """Nothing is disturbed when the state is another one."""

    def test_the_focus_stays_where_it_is(self, opened):
        """On the link of a line that is no longer the best."""
        found = opened(at="2026-11-24T16:59:59Z")
        found.run(
            "document.querySelector('a.sl-contact').focus();"
            " window.moved = 0; for (const type of ['focusin', 'focusout'])"
            " addEventListener(type, () => { window.moved += 1; }, true)"
        )

        found.visit.pass_time(seconds=1)

        assert states(found)[0] == "Open day and night"
        assert found.page.evaluate("document.activeElement.textContent") == "020 7946 0958"
        assert found.page.evaluate("window.moved") == 0

    def test_a_flip_is_announced_once_and_a_load_is_not(self, opened):
        """Nor are minutes; politely, in a region that was there from the start."""
        only_main = only({"options": [0]}, 0)
        found = opened(at="2026-11-24T15:59:00Z", pages={"/lines/GB.json": json.dumps(only_main)})
        found.run(
            "window.news = []; new MutationObserver(() => window.news.push("
            "document.querySelector('[role=status]').textContent))"
            ".observe(document.querySelector('[role=status]'), {childList: true})"
        )

        at_load = found.announced()
        found.visit.pass_time(hours=1)
        before = found.page.evaluate("window.news")
        found.visit.pass_time(minutes=10)

        assert (at_load, before) == ("", [])
        assert found.page.evaluate("window.news") == ["Main lineClosed ⋅ Opens Wed 09:00"]

    def test_nothing_is_written_where_nothing_changed(self, opened):
        """A quarter of an hour later the same nodes say the same."""
        found = opened()
        found.run(
            "window.count = 0; new MutationObserver((all) => { window.count += all.length; })"
            ".observe(document.querySelector('support-lines'),"
            " {childList: true, subtree: true, attributes: true, characterData: true})"
        )

        found.visit.pass_time(minutes=30)

        assert found.page.evaluate("window.count") == 0

    def test_programs_are_told(self, opened):
        """With the state and the options."""
        found = opened(at="2026-11-24T16:59:59Z")
        found.run(
            "window.told = []; addEventListener('support-lines-change',"
            " (event) => window.told.push(event.detail))"
        )

        found.visit.pass_time(seconds=2)
        (told,) = found.page.evaluate("window.told")

        assert told["state"] == "open"
        assert [one["line"] for one in told["options"]] == ["abroad", "main"]
        assert told["options"][1] == {
            "line": "main", "dial": "020 7946 0958", "uri": "tel:+442079460958,1",
            "state": "closed",
        }  # fmt: skip

    def test_an_element_that_leaves_the_page_is_left_alone(self, opened):
        """And goes on when it is back."""
        found = opened(at="2026-11-24T16:59:59Z")
        found.run("window.gone = document.querySelector('support-lines'); gone.remove()")

        found.visit.pass_time(seconds=5)
        away = found.page.evaluate("gone.querySelector('.sl-state').textContent")
        found.run("document.querySelector('main').append(gone)")
        sleep(0.05)

        assert away == "Closes soon ⋅ 17:00"
        assert states(found)[0] == "Open day and night"

    def test_an_element_may_be_made_by_a_script(self, opened):
        """It makes its own places for what it says, and is one of all the others."""
        found = opened()
        found.run(
            "const made = document.createElement('support-lines');"
            " made.setAttribute('country', 'GB'); made.setAttribute('directory', '/');"
            " document.querySelector('main').replaceChildren(made);"
        )
        found.settle()

        assert states(found)[0] == "Open ⋅ Closes 17:00"
        assert found.count("[role=status]") == 1
        assert found.site.asked("/lines/GB.json") == 1
