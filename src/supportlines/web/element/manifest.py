"""The custom elements manifest: what editors and documentation tools read of the element."""

from __future__ import annotations

import json

from supportlines.web.element.attributes import ATTRIBUTES, EVENT, PROPERTIES

_SCHEMA = "1.0.0"
_FILE = "support-lines.min.js"
_TAG = "support-lines"
_CLASS = "SupportLines"

_DETAIL = (
    "CustomEvent<{state: string, "
    "options: {line: string, state: string, dial: string, uri: string}[]}>"
)


def manifest() -> bytes:
    """Return `custom-elements.json`.

    >>> json.loads(manifest())["modules"][0]["declarations"][0]["tagName"]
    'support-lines'
    """
    declaration = {
        "kind": "class",
        "name": _CLASS,
        "customElement": True,
        "tagName": _TAG,
        "description": "Support lines that say whether somebody answers now, and what to press.",
        "superclass": {"name": "HTMLElement"},
        "attributes": [
            {"name": one.name, "type": {"text": one.type}, "description": one.text}
            for one in ATTRIBUTES
        ],
        "events": [
            {
                "name": EVENT,
                "type": {"text": _DETAIL},
                "description": "The state, or an option, is another one than before.",
            }
        ],
        "cssProperties": [{"name": one.name, "description": one.text} for one in PROPERTIES],
        "slots": [{"name": "", "description": "What is served: complete without script."}],
    }
    whole = {
        "schemaVersion": _SCHEMA,
        "modules": [
            {
                "kind": "javascript-module",
                "path": _FILE,
                "declarations": [declaration],
                "exports": [
                    {
                        "kind": "custom-element-definition",
                        "name": _TAG,
                        "declaration": {"name": _CLASS, "module": _FILE},
                    }
                ],
            }
        ],
    }
    return f"{json.dumps(whole, indent=2)}\n".encode()
