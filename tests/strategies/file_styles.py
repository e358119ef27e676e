"""Data files as people write them; between « and » stands what a closure adds to them.

Rows of STYLES: a name that says what is special, and the file with what is added.
"""

from __future__ import annotations

import re

FIELDS = {"from": "2026-11-30T14:00Z", "until": "2026-11-30T14:30Z", "reason": "Fire drill"}
ONE = "{from: 2026-11-30T14:00Z, until: 2026-11-30T14:30Z, reason: Fire drill}"
JSON = '{"from": "2026-11-30T14:00Z", "until": "2026-11-30T14:30Z", "reason": "Fire drill"}'
TIGHT = JSON.replace(": ", ":").replace(", ", ",")

STYLES = [
    (
        "dashes stand to the right of their key",
        f"""regions:
  - id: uk
    lines:
      - id: gb
        number: "+44 20 7946 0958"
«        exceptions:
          - {ONE}
»      - id: gb-two
""",
    ),
    (
        "dashes stand below their key",
        f"""regions:
- id: uk
  lines:
  - id: gb
    number: "+44 20 7946 0958"
«    exceptions:
    - {ONE}
»  - id: gb-two
""",
    ),
    (
        "four blanks, and a dash of four",
        f"""regions:
    -   id: uk
        lines:
            -   id: gb
                number: "+44 20 7946 0958"
«                exceptions:
                    - {ONE}
»""",
    ),
    (
        "a list of the record itself shows how its lists stand",
        f"""regions:
  - id: uk
    lines:
      - id: gb
        languages:
        - en
«        exceptions:
        - {ONE}
»""",
    ),
    (
        "the dash has a line of its own",
        f"""regions:
- lines:
  -
    id: gb
    number: x
«    exceptions:
    - {ONE}
»  -
    id: gb-two
""",
    ),
    (
        "comments behind, below, and blank lines stay with what they speak of",
        f"""regions:  # all
- lines:
  # London
  - id: gb  # the old office
    number: x  # as printed
«    exceptions:
    - {ONE}
»    # end of London

  # Leeds
  - id: gb-two
""",
    ),
    (
        "a comment ends the file, which has no line end",
        f"""regions:
- lines:
  - id: gb
    number: x # as printed«
    exceptions:
    - {ONE}»""",
    ),
    (
        "the only key",
        f"""regions: [{{lines: [{{id: gb«, exceptions: [{ONE}]»}}]}}]""",
    ),
    (
        "a text of several lines",
        f"""regions:
- lines:
  - id: gb
    notes: Try the number
      of your country first.
«    exceptions:
    - {ONE}
»    # end
""",
    ),
    (
        "a quotation of several lines with what looks like YAML",
        f"""regions:
- lines:
  - id: gb
    notes: "Try
      exceptions: [] # not
      first."
«    exceptions:
    - {ONE}
»""",
    ),
    (
        "a scroll",
        f"""regions:
- lines:
  - id: gb
    notes: |
      Try first
        exceptions: []
      # no comment
«    exceptions:
    - {ONE}
»

  # Leeds
  - id: gb-two
""",
    ),
    (
        "a scroll whose blank lines count",
        f"""regions:
- lines:
  - id: gb
    notes: |+
      Try first

«    exceptions:
    - {ONE}
»  - id: gb-two
""",
    ),
    (
        "a folded scroll with more blanks than it needs",
        f"""regions:
- lines:
  - id: gb
    notes: >2-
        Try first
«    exceptions:
    - {ONE}
»""",
    ),
    (
        "a scroll that ends with the file and would get a line end",
        f"""regions:
- lines:
  - id: gb
«    exceptions:
    - {ONE}
»    notes: |
      Try first""",
    ),
    (
        "a record in the middle of the line's is its last value",
        f"""regions:
- lines:
  - id: gb
    availability:
      standard:
        - hours: 24/7
          languages: [en]
«    exceptions:
    - {ONE}
»  regions:
  - id: inner
""",
    ),
    (
        "exceptions in the middle of the record, each in braces",
        f"""regions:
- lines:
  - id: gb
    exceptions:  # of the year
      - {{on: 2026-12-24}}  # a short day
«      - {ONE}
»      # that is all
    number: x
""",
    ),
    (
        "exceptions with a key on each line",
        """regions:
- lines:
  - id: gb
    exceptions:
    - on: 2026-12-24
      reason: Christmas Eve
«    - from: 2026-11-30T14:00Z
      until: 2026-11-30T14:30Z
      reason: Fire drill
»
    number: x
""",
    ),
    (
        "exceptions with a key on each line, four blanks",
        """regions:
- lines:
  - id: gb
    exceptions:
        -   on: 2026-12-24
            reason: Christmas Eve
«        -   from: 2026-11-30T14:00Z
            until: 2026-11-30T14:30Z
            reason: Fire drill
»""",
    ),
    (
        "exceptions with their dash alone",
        """regions:
- lines:
  - id: gb
    exceptions:
    -
      on: 2026-12-24
«    - from: 2026-11-30T14:00Z
      until: 2026-11-30T14:30Z
      reason: Fire drill
»""",
    ),
    (
        "exceptions whose last text ends with the file",
        """regions:
- lines:
  - id: gb
    exceptions:
«    - from: 2026-11-30T14:00Z
      until: 2026-11-30T14:30Z
      reason: Fire drill
»    - on: 2026-12-24
      reason: |
        Christmas Eve""",
    ),
    (
        "an empty list",
        f"""regions:
- lines:
  - id: gb
    exceptions: [«{ONE}»]  # none
""",
    ),
    (
        "an empty list with room",
        f"""regions:
- lines:
  - id: gb
    exceptions: [  # none so far
«      {ONE}
»    ]
    number: x
""",
    ),
    (
        "a list between brackets",
        f"""regions:
- lines:
  - id: gb
    exceptions: [{{on: 2026-12-24}}«, {ONE}»]  # two
""",
    ),
    (
        "a list between brackets with a comma at its end",
        f"""regions:
- lines:
  - id: gb
    exceptions: [{{on: 2026-12-24}},« {ONE}»]
""",
    ),
    (
        "a list between brackets, an entry on each line",
        f"""regions:
- lines:
  - id: gb
    exceptions: [
      {{on: 2026-12-24}},  # a short day
      {{on: 2026-12-31}}«,»  # another
«      {ONE}
»    ]
""",
    ),
    (
        "a list between brackets, a comma behind each entry",
        f"""regions:
- lines:
  - id: gb
    exceptions: [
      {{on: 2026-12-24}},  # a short day
«      {ONE},
»    ]
""",
    ),
    (
        "a list between brackets, a comma on a line of its own",
        f"""regions:
- lines:
  - id: gb
    exceptions: [
      {{on: 2026-12-24}}  # a short day
      ,
«      {ONE},
»    ]
""",
    ),
    (
        "a line on one line",
        f"""regions:
- lines:
  - {{id: gb, number: "+44 20 7946 0958"«, exceptions: [{ONE}]»}}  # London
  - {{id: gb-two, number: x}}
""",
    ),
    (
        "a line on one line with exceptions in the middle",
        f"""regions:
- lines:
  - {{id: gb, exceptions: [«{ONE}»], number: x}}
""",
    ),
    (
        "a line between brackets on several lines",
        f"""regions:
- lines:
  - {{id: gb,
     number: x«,
     exceptions: [{ONE}]»}}  # London
""",
    ),
    (
        "nested regions, of which one has a line of a similar name",
        f"""regions:
- id: world
  lines:
  - id: gb-two
  regions:
  - id: emea
    regions:
    - id: uk
      lines:
      - id: other
      - id: gb
        number: x
«        exceptions:
        - {ONE}
»  lines_of_others: []
""",
    ),
    (
        "a region of the same id is none of the lines",
        f"""regions:
- id: gb
  lines:
  - id: 'gb'
«    exceptions:
    - {ONE}
»""",
    ),
    (
        "a document between its marks",
        f"""---
regions:
- lines:
  - id: gb
«    exceptions:
    - {ONE}
»...
""",
    ),
    (
        "keys behind question marks",
        f"""regions:
- lines:
  - ? id
    : gb
«    exceptions:
    - {ONE}
»""",
    ),
    (
        "keys in quotation marks",
        f"""regions:
- lines:
  - "id": gb
    'exceptions':
      - {{on: 2026-12-24}}
«      - {ONE}
»""",
    ),
    (
        "JSON on one line",
        f"""{{"regions": [{{"lines": [{{"id": "gb"«, "exceptions": [{JSON}]»}}]}}]}}""",
    ),
    (
        "JSON without a blank",
        f"""{{"regions":[{{"lines":[{{"id":"gb"«,"exceptions":[{TIGHT}]»}}]}}]}}""",
    ),
    (
        "JSON with two blanks",
        """{
  "regions": [
    {
      "lines": [
        {
          "id": "gb",
          "notes": "\\ud83d\\ude00"«,
          "exceptions": [
            {
              "from": "2026-11-30T14:00Z",
              "until": "2026-11-30T14:30Z",
              "reason": "Fire drill"
            }
          ]»
        }
      ]
    }
  ]
}
""",
    ),
    (
        "JSON with tabs and exceptions",
        """{
\t"regions": [
\t\t{
\t\t\t"lines": [
\t\t\t\t{
\t\t\t\t\t"id": "gb",
\t\t\t\t\t"exceptions": [
\t\t\t\t\t\t{
\t\t\t\t\t\t\t"on": "2026-12-24"
\t\t\t\t\t\t}«,
\t\t\t\t\t\t{
\t\t\t\t\t\t\t"from": "2026-11-30T14:00Z",
\t\t\t\t\t\t\t"until": "2026-11-30T14:30Z",
\t\t\t\t\t\t\t"reason": "Fire drill"
\t\t\t\t\t\t}»
\t\t\t\t\t]
\t\t\t\t}
\t\t\t]
\t\t}
\t]
}
""",
    ),
    (
        "JSON with two characters of one pair on the line",
        f"""{{"x": "\\ud83d\\ude00", "regions": [{{"lines": [
{{"x": "\\ud83d\\ude00", "id": "gb"«, "exceptions": [{JSON}]»}}]}}]}}
""",
    ),
]

_ADDED = re.compile("«[^»]*»")


def before(style: str) -> str:
    """Return the file without what is added."""
    return _ADDED.sub("", style)


def after(style: str) -> str:
    """Return the file with it."""
    return style.replace("«", "").replace("»", "")
