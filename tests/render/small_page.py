"""The page of a small directory, parsed: what tests of directories as HTML ask it."""

from __future__ import annotations

import html5lib

import supportlines


def directory(lines="", region="", top="", more="", country="GB"):
    """Return a directory of one country with these lines, and more in its region and at the top.

    Of its two tiers one is inside the other.
    """
    return supportlines.loads(
        f"""
directory:
  id: d
  name: D
  sources: [{{id: page, title: A page, url: "https://a.example", read_on: 2026-11-02}}]
tiers: {{basic: {{name: Basic}}, plus: {{name: Plus, includes: basic}}}}
{top}
regions:
  - id: gb
    countries: [{country}]
    languages: [en]
    {region}
    lines:
      - {{id: line, number: "+44 20 7946 0958", label: London{lines}}}
      {more}
"""
    )


def parsed(markup):
    """Return the one element of a directory; what is wrong with its HTML is an error."""
    parser = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False)
    (found,) = list(parser.parseFragment(str(markup)))
    return found


def words_of(element):
    """Return the text of an element, with single blanks."""
    return " ".join("".join(element.itertext()).split())


def of_class(element, name):
    """Return the elements of a class, in order."""
    return [one for one in element.iter() if name in (one.get("class") or "").split()]
