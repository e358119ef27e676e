"""A file is read again when it has changed; a faulty one changes nothing but what is said of it."""

from __future__ import annotations

import asyncio
import logging
import os
from datetime import timedelta

import pytest

import supportlines
from supportlines.web import application
from supportlines.web.http.served import ServedFile

TEXT = """
directory:
  id: acme
  name: Acme
  sources: [{id: page, title: A page, url: "https://support.example", read_on: 2026-11-02}]
tiers: {standard: {}}
regions:
  - id: gb
    countries: [GB]
    lines:
      - {id: phone, number: "+44 20 7946 0958"}
"""
MORE = TEXT + '      - {id: other, number: "+44 20 7946 0100"}\n'
FAULTY = TEXT.replace("0958", "09")


@pytest.fixture
def path(tmp_path):
    """A sound file."""
    file = tmp_path / "acme.yaml"
    file.write_text(TEXT, encoding="utf-8")
    return file


def lines(ask):
    """Return the ids of the lines that are served."""
    return [one["line"] for one in ask("/v1/lines").json["lines"]]


def looks(ask, clock, count=2):
    """Ask after a second, and after another one."""
    for _ in range(count):
        clock.go_on(seconds=1)
        ask("/v1/health")


def test_a_changed_file_is_served_when_it_looked_the_same_twice(serve, clock, path):
    """The first look sees that it is another one, the second that nobody is writing it."""
    ask = serve(path)
    before = ask("/v1/now?country=GB")
    path.write_text(MORE, encoding="utf-8")

    found = []
    for _ in range(3):
        found.append(lines(ask))
        clock.go_on(seconds=1)

    assert found == [["phone"], ["phone"], ["phone", "other"]]
    after = ask("/v1/now?country=GB")
    assert len(after.json["options"]) == 2
    assert after.headers["etag"] != before.headers["etag"]


def test_a_file_that_is_being_written_is_left_alone(serve, clock, path):
    """Half of this file would be a sound one with a line less."""
    ask = serve(path)
    for part in ("", MORE[:-3], MORE[:-2], MORE[:-1]):
        path.write_text(part, encoding="utf-8")
        clock.go_on(seconds=1)
        assert lines(ask) == ["phone"]
        assert ask("/v1/health").json["status"] == "pass"
    path.write_text(MORE, encoding="utf-8")
    looks(ask, clock)

    assert lines(ask) == ["phone", "other"]


@pytest.mark.parametrize(("age", "found"), [(1, ["phone"]), (1.001, ["phone", "other"])])
def test_who_asks_first_gets_what_was_written_before_the_time_of_a_look(
    serve, clock, path, age, found
):
    """Nobody asked meanwhile, so nobody looked; that it was not written since says its time."""
    ask = serve(path)
    path.write_text(MORE, encoding="utf-8")
    clock.go_on(hours=1)
    os.utime(path, times=(0, clock().timestamp() - age))

    assert lines(ask) == found


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes with names")
def test_nobody_waits_for_a_pipe_in_the_place_of_the_file(serve, clock, path):
    """Somebody would have to write into it."""
    ask = serve(path)
    path.unlink()
    os.mkfifo(path)
    looks(ask, clock)
    health = ask("/v1/health").json
    path.unlink()
    path.write_text(MORE, encoding="utf-8")
    looks(ask, clock)

    assert health["problem"] == (
        "acme.yaml: this is no ordinary file. Name a file that can be read again."
    )
    assert lines(ask) == ["phone", "other"]


def test_it_is_looked_at_once_in_the_time_that_was_said(serve, clock, path):
    """A look costs little, and a thousand of them a second something."""
    ask = serve(path, look_every=10)
    path.write_text(MORE, encoding="utf-8")
    looks(ask, clock, 19)
    early = lines(ask)
    looks(ask, clock, 1)

    assert (early, lines(ask)) == (["phone"], ["phone", "other"])


def test_a_faulty_file_leaves_the_last_good_one(serve, clock, path, caplog):
    """`/v1/health` and the log say what is wrong with it, and where; nothing else does."""
    ask = serve(path)
    good = ask("/v1/now?country=GB").body
    path.write_text(FAULTY, encoding="utf-8")
    with caplog.at_level(logging.INFO, logger="supportlines.web"):
        looks(ask, clock, 5)

    health = ask("/v1/health").json
    with pytest.raises(supportlines.DirectoryError) as caught:
        supportlines.loads(FAULTY, "acme.yaml")
    assert health["status"] == "warn"
    assert health["problem"] == str(caught.value)
    assert health["problem"].startswith("acme.yaml:11:31: ")
    assert health["read_at"] == "2026-11-24T12:00:00Z"
    assert ask("/v1/now?country=GB").body == good
    assert [record.levelname for record in caplog.records] == ["WARNING"]  # once for each change
    assert health["problem"] in caplog.text
    assert str(path.parent) not in str(health)  # where it lies is nobody's business


def test_a_mended_file_is_served_again(serve, clock, path, caplog):
    """The problem is gone then, and the log says that it was read."""
    ask = serve(path)
    path.write_text(FAULTY, encoding="utf-8")
    looks(ask, clock)
    path.write_text(MORE, encoding="utf-8")
    with caplog.at_level(logging.INFO, logger="supportlines.web"):
        looks(ask, clock)

    health = ask("/v1/health").json
    assert (health["status"], health["problem"]) == ("pass", None)
    assert health["read_at"] == "2026-11-24T12:00:04Z"
    assert lines(ask) == ["phone", "other"]
    assert caplog.records[-1].getMessage() == "acme.yaml was read again."


def test_a_file_that_is_gone_is_told_and_its_content_served(serve, clock, path):
    """A link that is turned to another file has no file for a moment; that is not told."""
    ask = serve(path)
    path.rename(path.with_name("away"))
    looks(ask, clock, 1)
    for_a_moment = ask("/v1/health").json["status"]
    looks(ask, clock, 1)
    gone = ask("/v1/health").json
    path.with_name("away").rename(path)
    looks(ask, clock)

    assert for_a_moment == "pass"
    assert (gone["status"], lines(ask)) == ("warn", ["phone"])
    assert gone["problem"].endswith("there is no such file. Compare the name and the folder.")
    assert str(path.parent) not in gone["problem"]
    assert ask("/v1/health").json["status"] == "pass"


def test_another_file_under_the_same_name_is_seen_though_it_is_as_old_and_large(serve, clock, path):
    """So does who deploys by renaming, and keeps the times of files."""
    ask = serve(path)
    other = path.with_name("other.yaml")
    other.write_text(TEXT.replace("phone", "fones"), encoding="utf-8")
    status = path.stat()
    os.utime(other, ns=(status.st_atime_ns, status.st_mtime_ns))
    other.replace(path)
    looks(ask, clock)

    assert lines(ask) == ["fones"]


def test_whatever_reading_does_the_last_good_one_is_served(path, clock, caplog):
    """A fault of ours is no reason to go down."""

    class Broken(ServedFile):
        """Fails when it reads again."""

        count = 0

        def _read(self):
            Broken.count += 1
            if Broken.count > 1:
                raise RecursionError("too deep")
            return super()._read()

    source = Broken(path, timedelta(seconds=1), clock())
    source.read_again(clock())

    assert source.problem == "acme.yaml cannot be read."
    assert source.directory.id == "acme"
    assert "RecursionError: too deep" in caplog.text


def test_others_are_answered_while_a_file_is_read(path, clock):
    """Who finds it changed waits for it, and nobody else does."""
    app = application(path, now=clock)
    path.write_text(MORE, encoding="utf-8")

    order = []

    async def ask(name):
        sent = []

        async def send(message):
            sent.append(message)

        scope = {
            "type": "http",
            "method": "GET",
            "path": "/v1/lines",
            "raw_path": b"/v1/lines",
            "root_path": "",
            "query_string": b"",
            "headers": [],
        }
        await app(scope, None, send)
        order.append((name, sent[1]["body"].count(b'"line":')))

    async def all_of_them():
        clock.go_on(seconds=1)
        await ask("first look")
        clock.go_on(seconds=1)
        await asyncio.gather(ask("reads"), ask("beside it"))

    asyncio.run(all_of_them())

    assert order == [("first look", 1), ("beside it", 1), ("reads", 2)]


def test_a_faulty_file_is_refused_at_the_start(path):
    """There is nothing good to serve yet."""
    path.write_text(FAULTY, encoding="utf-8")

    with pytest.raises(supportlines.DirectoryError):
        application(path)
    with pytest.raises(supportlines.SupportlinesError, match="there is no such file"):
        application(path.with_name("nothing.yaml"))
