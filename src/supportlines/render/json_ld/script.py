"""JSON that can stand inside of a `<script>` as it is."""

from __future__ import annotations

import json

_ESCAPES = str.maketrans({"<": "\\u003c", ">": "\\u003e", "&": "\\u0026"})


def script_json(data: object, *, indent: int | None = None) -> str:
    r"""Return *data* as JSON in ASCII without any mark that HTML knows.

    No text in it ends the `<script>` that it stands in, opens a comment there or is an entity
    (https://www.w3.org/TR/json-ld11/#restrictions-for-contents-of-json-ld-script-elements, read
    on 2026-11-30), and every reader of JSON gets the same texts.

    >>> print(script_json({"name": "</script>&"}))
    {"name": "\u003c/script\u003e\u0026"}
    """
    return json.dumps(data, indent=indent, ensure_ascii=True).translate(_ESCAPES)
