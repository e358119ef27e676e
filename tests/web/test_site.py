"""A site is whole, says the same wherever it is made, and is put in its place at once."""

from __future__ import annotations

import gzip
import hashlib
import json
import os
import subprocess
import sys
from base64 import b64encode
from datetime import datetime, timezone
from pathlib import Path

import jsonschema
import pytest

import supportlines
from supportlines.errors import SupportlinesError
from supportlines.folders import replace_folder
from supportlines.web.feed.schema import LINES_SCHEMA, WORDS_SCHEMA
from supportlines.web.site import plan_site, site_files

AT = datetime(2026, 11, 30, 7, 30, 20, tzinfo=timezone.utc)
STARTS = datetime(2026, 11, 30, 7, 30, tzinfo=timezone.utc)
DAY = 86_400
SEVERAL_COUNTRIES = Path(__file__).resolve().parents[1] / "data" / "spanish_helpdesk.yaml"


def made(name="insales", *, locales=("en", "ar"), days=14, processes=1):
    """Return the files of a site by their paths, and what else was told."""
    plan = plan_site(supportlines.load(name), locales=locales, days=days, at=AT)
    found, notes = {}, []
    for one in site_files(plan, processes=processes):
        if isinstance(one, str):
            notes.append(one)
        else:
            assert one.path not in found
            found[one.path] = one.content
    return found, notes


@pytest.fixture(scope="module")
def site():
    """Return the files of a small site."""
    return made()[0]


def test_a_site_has_a_file_of_each_country_and_locale(site):
    """Beside them there are pages, the element, schemas, and what programs read."""
    countries = {path[6:8] for path in site if path.startswith("lines/")}

    assert "RU" in countries
    assert {path for path in site if not path.startswith("lines/")} == {
        "ar/index.html",
        "ar/snippet.html",
        "custom-elements.json",
        "demo.html",
        "en/index.html",
        "en/snippet.html",
        "icon.svg",
        "index.html",
        "integrity.json",
        "llms.txt",
        "organization.jsonld",
        "schema/lines.schema.json",
        "schema/words.schema.json",
        "support-lines-core.min.js",
        "support-lines-element.css",
        "support-lines.css",
        "support-lines.js",
        "support-lines.min.js",
        "words/ar.json",
        "words/en.json",
    }


@pytest.mark.parametrize("name", ["insales", "gis-zhkh", "redhat-support"])
def test_files_are_as_their_schemas_say(name):
    """Whoever reads the feed with another script can rely on the schemas beside it."""
    lines = jsonschema.Draft202012Validator(LINES_SCHEMA)
    words = jsonschema.Draft202012Validator(WORDS_SCHEMA)
    whole = supportlines.load(name)
    plan = plan_site(whole, locales=["en", "ja"], days=5, at=AT)
    if name == "redhat-support":  # some countries stand for all
        plan = Some(plan)

    for one in site_files(plan):
        if isinstance(one, str):
            continue
        if one.path.startswith("lines/"):
            assert list(lines.iter_errors(json.loads(one.content))) == []
        if one.path.startswith("words/"):
            assert list(words.iter_errors(json.loads(one.content))) == []


class Some:
    """A plan of some countries."""

    def __init__(self, plan, countries=("AE", "BR", "DE", "IT", "MX", "QA", "US")):
        self._plan = plan
        self.countries = countries

    def __getattr__(self, name):
        return getattr(self._plan, name)


def test_schemas_are_schemas():
    """They are of the dialect that they name."""
    jsonschema.Draft202012Validator.check_schema(LINES_SCHEMA)
    jsonschema.Draft202012Validator.check_schema(WORDS_SCHEMA)


def test_files_speak_from_the_hour_on_for_as_many_days(site):
    """The day until which a file may be trusted stands in it, counted from the minute."""
    since = int(STARTS.timestamp())

    read = json.loads(site["lines/RU.json"])

    assert (read["from"], read["until"]) == (since // 3600 * 3600, since + 14 * DAY)
    assert json.loads(site["words/en.json"])["until"] == since + 14 * DAY


def test_every_file_has_its_digest(site):
    """They are those of Subresource Integrity, and pages load nothing without one."""
    digests = json.loads(site["integrity.json"])

    assert set(digests) == set(site) - {"integrity.json"}
    for path, digest in digests.items():
        expected = b64encode(hashlib.sha384(site[path]).digest()).decode()
        assert digest == f"sha384-{expected}"
    pages = {
        "en/index.html": "support-lines.css",
        "demo.html": "support-lines.css",
        "en/snippet.html": "support-lines-element.css",
    }
    for page, style in pages.items():
        text = site[page].decode()
        assert digests["support-lines.min.js"] in text
        assert digests[style] in text


def test_processes_make_no_difference():
    """One makes the same bytes as two."""
    assert made(processes=2)[0] == made(processes=1)[0]


PROGRAM = """
import hashlib, sys
from datetime import datetime, timezone
import supportlines
from supportlines.web.site import plan_site, site_files
plan = plan_site(
    supportlines.load(sys.argv[1]), locales=["en", "ar", "ja"], days=14,
    at=datetime(2026, 11, 30, tzinfo=timezone.utc),
)
total = hashlib.sha256()
for one in site_files(plan):
    if not isinstance(one, str):
        total.update(one.path.encode() + one.content)
sys.stdout.write(total.hexdigest())
"""


@pytest.mark.parametrize("name", ["insales", SEVERAL_COUNTRIES])
def test_bytes_are_the_same_wherever_they_are_made(name):
    """Neither zone nor locale nor hash seed of a machine is in them."""
    found = set()
    for seed, zone, locale in (("0", "UTC", "C"), ("7", "Asia/Kathmandu", "de_DE.UTF-8")):
        env = {"PYTHONHASHSEED": seed, "TZ": zone, "LANG": locale, "LC_ALL": locale}
        env["PYTHONPATH"] = os.pathsep.join(sys.path)
        done = subprocess.run(
            [sys.executable, "-c", PROGRAM, str(name)],
            env=env, capture_output=True, check=True, text=True,
        )  # fmt: skip
        found.add(done.stdout)

    assert len(found) == 1


LARGE = ("BR", "IN", "IT", "US")
USUAL = ("AE", "AL", "BG", "CO", "EG", "FI", "GG", "JP", "KE", "QA", "TH")


def test_budgets_are_kept():
    """A visitor loads a country, the words of a locale, the element and its style sheet.

    All countries are weighed by `tests/benchmarks/site.py`.
    """
    plan = plan_site(supportlines.load(), locales=["en", "es", "ar"], days=93, at=AT)
    found = dict(one for one in site_files(Some(plan, LARGE + USUAL)) if not isinstance(one, str))
    sizes = {path: len(gzip.compress(content, 9)) for path, content in found.items()}
    usual = [sizes[f"lines/{country}.json"] for country in USUAL]

    heaviest = {
        kind: max(size for path, size in sizes.items() if path.startswith(kind))
        for kind in ("lines/", "words/", "support-lines.min.js", "support-lines-element.css")
    }

    shared = sum(heaviest.values()) - heaviest["lines/"]

    assert shared + max(usual) <= 8_000
    # Of some countries, most with holidays or clocks of their parts, it is more: of Italy most.
    assert sum(heaviest.values()) <= 9_200
    assert sorted(usual)[len(usual) // 2] <= 1_000
    assert max(size for path, size in sizes.items() if path.startswith("lines/")) <= 2_500
    assert max(size for path, size in sizes.items() if path.startswith("words/")) <= 2_000


def test_a_folder_is_replaced_whole(tmp_path):
    """What the old site had and the new one has not is gone."""
    out = tmp_path / "public"
    replace_folder(
        out, [("a.txt", b"1"), ("b/c.txt", b"2"), ("list", b'{"a.txt": 1, "b/c.txt": 1}')], "list"
    )

    replace_folder(out, [("d.txt", b"3"), ("list", b'{"d.txt": 1}')], "list")

    assert sorted(path.name for path in out.rglob("*")) == ["d.txt", "list"]
    assert [path.name for path in tmp_path.iterdir()] == ["public"]


def test_an_interrupted_run_leaves_the_old_site(tmp_path):
    """Nothing of a site that is not whole is seen."""
    out = tmp_path / "public"
    replace_folder(out, [("a.txt", b"1"), ("list", b'{"a.txt": 1}')], "list")

    def half():
        yield "a.txt", b"2"
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        replace_folder(out, half(), "list")

    assert (out / "a.txt").read_bytes() == b"1"
    assert [path.name for path in tmp_path.iterdir()] == ["public"]


def test_files_of_others_are_not_lost(tmp_path):
    """A folder in which something else stands stays as it is."""
    out = tmp_path / "public"
    replace_folder(out, [("a.txt", b"1"), ("list", b'{"a.txt": 1}')], "list")
    (out / "CNAME").write_text("a.example")

    with pytest.raises(SupportlinesError) as error:
        replace_folder(out, [("a.txt", b"2"), ("list", b'{"a.txt": 1}')], "list")

    assert str(error.value) == (
        f'{out}: the folder holds what was not written by this command: "CNAME". '
        "Give a folder of its own."
    )
    assert (out / "a.txt").read_bytes() == b"1"
