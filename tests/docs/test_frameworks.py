"""The how-to of Flask, Django and FastAPI is followed literally, each in a folder of its own."""

from __future__ import annotations

import json
import os
import re
import shlex
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

PAGE = Path(__file__).resolve().parents[2] / "docs" / "how_to" / "frameworks.md"
FILE = re.compile(
    r"^```\{code-block\} \w+\n:caption: (\S+)\n\n(.*?)^```$", re.MULTILINE | re.DOTALL
)
COMMANDS = re.compile(r"^```sh\n(.*?)^```$", re.MULTILINE | re.DOTALL)
NUMBER = '<bdi dir="ltr" class="sl-dial">020 7946 0958</bdi>'

FLASK = """
import json, sys
from flask_app import app
client = app.test_client()
found = [client.get(path) for path in json.loads(sys.argv[1])]
print(json.dumps([[one.status_code, one.get_data(as_text=True)] for one in found]))
"""

DJANGO = """
import json, sys
import django
from django.conf import settings
settings.configure(
    ROOT_URLCONF="urls",
    ALLOWED_HOSTS=["testserver"],
    TEMPLATES=[{"BACKEND": "django.template.backends.django.DjangoTemplates",
                "DIRS": ["templates"]}],
)
django.setup()
from django.test import Client
found = [Client().get(path) for path in json.loads(sys.argv[1])]
print(json.dumps([[one.status_code, one.content.decode()] for one in found]))
"""

FASTAPI = """
import json, sys
from fastapi.testclient import TestClient
from fastapi_app import app
client = TestClient(app)
found = [client.get(path) for path in json.loads(sys.argv[1])]
print(json.dumps([[one.status_code, one.text] for one in found]))
"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """Return a folder in which the page was followed: files written, commands run."""
    folder = tmp_path_factory.mktemp("frameworks")
    page = PAGE.read_text(encoding="utf-8")
    files = FILE.findall(page)
    for name, content in files:
        if "/" not in name:
            (folder / name).write_text(content, encoding="utf-8")
    for line in "".join(COMMANDS.findall(page)).splitlines():
        run(shlex.split(line), folder)
    for name, content in files:  # the folders of some are made by the commands
        (folder / name).write_text(content, encoding="utf-8")
    return folder


def run(words, folder):
    """Run a command as a reader would, and return what it prints."""
    env = {**os.environ, "PYTHONPATH": os.pathsep.join(one for one in sys.path if one)}
    if words[0] == "supportlines":
        words = [sys.executable, "-m", *words]
    done = subprocess.run(
        words, cwd=folder, env=env, capture_output=True, encoding="utf-8", check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def asked(program, folder, *paths):
    """Return what an application answers its own framework's client."""
    return json.loads(run([sys.executable, "-c", program, json.dumps(paths)], folder))


@pytest.mark.parametrize(("framework", "program"), [("flask", FLASK), ("django", DJANGO)])
def test_a_template_shows_answer_directory_and_element(folder, framework, program):
    """As HTML, not as its source; a country that is none is not found."""
    if find_spec(framework) is None:
        pytest.skip(f"{framework} is not installed (pip install -e '.[test]')")

    (status, page), (wrong, _) = asked(program, folder, "/support/GB", "/support/UK")

    assert (status, wrong) == (200, 404)
    assert re.search(r'<section class="sl-answer" data-state="(open|closed|unknown)"', page)
    assert '<article class="sl-directory" data-directory="helpdesk"' in page
    assert page.count(NUMBER) == 2
    assert page.count("<support-lines ") == 1
    assert '<script type="module" src="/static/support/support-lines.min.js" integrity=' in page
    assert "&lt;section" not in page


def test_what_the_snippet_loads_is_there(folder):
    """Below the folder of static files."""
    snippet = (folder / "templates" / "support_lines.html").read_text(encoding="utf-8")
    loaded = re.findall(r'(?:src|href)="/(static/[^"]+)"', snippet)
    element = re.search(r'<support-lines directory="/([^"]+)" locale="en"', snippet)[1]

    assert sorted(loaded) == [
        "static/support/en/index.html",
        "static/support/support-lines-element.css",
        "static/support/support-lines.min.js",
    ]
    assert all((folder / path).is_file() for path in loaded)
    assert (folder / element / "lines" / "GB.json").is_file()
    assert (folder / element / "words" / "en.json").is_file()


def test_fastapi_answers_and_mounts(folder):
    """An answer as JSON, its description, and the application below its path."""
    for name in ("fastapi", "httpx2", "starlette"):
        if find_spec(name) is None:
            pytest.skip(f"{name} is not installed (pip install -e '.[test,web-test]')")
    if sys.version_info < (3, 10):
        pytest.skip("the page writes types as Python 3.10 has them")

    (status, answer), (wrong, problem), (_, described), (mounted, served) = asked(
        FASTAPI,
        folder,
        "/now/GB?tier=premium",
        "/now/UK",
        "/openapi.json",
        "/support/v1/now?country=GB&tier=premium",
    )

    assert (status, wrong, mounted) == (200, 404, 200)
    found = json.loads(answer)
    assert (found["state"], found["options"][0]["dial"]) == ("open", "020 7946 0958")
    assert 'the code of the United Kingdom is "GB"' in json.loads(problem)["detail"]
    operation = json.loads(described)["paths"]["/now/{country}"]["get"]
    schema = operation["responses"]["200"]["content"]["application/json"]["schema"]
    assert "options" in json.dumps(schema)
    assert json.loads(served)["options"] == found["options"]
