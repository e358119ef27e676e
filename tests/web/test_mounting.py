"""It is an application among others: mounted under a path, it knows where it is."""

from __future__ import annotations

import asyncio
import re
from pathlib import Path

import jsonschema
import pytest
from starlette.applications import Starlette
from starlette.responses import PlainTextResponse
from starlette.routing import Mount, Route

from supportlines.web import application

ROOT = Path(__file__).resolve().parents[2]
SIMPLE = ROOT / "tests" / "data" / "spanish_helpdesk.yaml"
GUIDE = ROOT / "docs" / "how_to" / "serve.md"


@pytest.fixture
def ask(serve):
    """Return a function that asks an application of somebody else."""
    kind = type(serve())

    def made(app):
        return kind(app)

    return made


def mounted():
    """Return an application of Starlette with ours inside."""

    async def home(_request):
        return PlainTextResponse("home")

    inner = application("insales")
    return Starlette(routes=[Route("/", home), Mount("/a/support", app=inner)])


def test_addresses_are_under_the_path(ask):
    """And the rest is the other application's."""
    asked = ask(mounted())

    assert asked("/a/support/v1/now?country=RU").json["caller"]["country"] == "RU"
    assert asked("/").body == b"home"
    assert asked("/v1/now?country=RU").status == 404


def test_the_description_knows_the_path(ask):
    """A program that reads it asks where it is."""
    asked = ask(mounted())

    assert asked("/a/support/openapi.json").json["servers"] == [{"url": "/a/support"}]
    assert ask(application("insales"))("/openapi.json").json["servers"] == [{"url": "/"}]


def test_problems_and_limits_hold_inside_too(ask):
    """The guard is ours, and sees what is for us alone."""
    asked = ask(mounted())

    assert asked("/a/support/v1/now?country=XX").json["status"] == 404
    assert asked("/a/support/v1/now?" + "x" * 5000).status == 414
    assert asked("/?" + "x" * 5000).body == b"home"


def test_the_how_to_of_fastapi_is_followed(ask, tmp_path, monkeypatch):
    """The block of the page, as it stands there."""
    pytest.importorskip("fastapi", reason="fastapi is not installed")
    page = GUIDE.read_text(encoding="utf-8")
    (code,) = re.findall(r":caption: main\.py\n\n(.*?)^```", page, re.DOTALL | re.MULTILINE)
    (tmp_path / "helpdesk.yaml").write_bytes(SIMPLE.read_bytes())
    monkeypatch.chdir(tmp_path)
    names = {}

    exec(code, names)  # noqa: S102 - a page of this repository
    asked = ask(names["app"])
    found = asked("/support/v1/now?country=ES&at=2026-11-24T12:00Z")

    assert found.json["options"][0]["line"] == "es-madrid"
    document = asked("/support/openapi.json").json
    assert document["servers"] == [{"url": "/support"}]
    schema = {"$ref": "#/components/schemas/Answer", "components": document["components"]}
    jsonschema.Draft202012Validator(schema).validate(found.json)


def test_a_server_that_is_mounted_nowhere_may_say_where_it_is_seen():
    """A proxy that strips a path tells the server so (`uvicorn --root-path`)."""
    sent = []

    async def send(message):
        sent.append(message)

    scope = {
        "type": "http",
        "method": "GET",
        "path": "/shown/openapi.json",
        "raw_path": b"/openapi.json",
        "root_path": "/shown",
        "query_string": b"",
        "headers": [],
    }
    asyncio.run(application("insales")(scope, None, send))

    assert b'"servers":[{"url":"/shown"}]' in sent[1]["body"]
