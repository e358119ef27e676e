"""The element `<support-lines>`: its script, its style sheet, and the HTML round it.

Reading order: `source/` holds the script, a module for each thing it does; `assets` returns it as
one module, to read or to load, and the style sheet; `attributes` is the table of what a page may
say to the element, of which `manifest` makes the file that editors read; `markup` makes the HTML
that is served round it.
"""

from supportlines.web.element.assets import (
    core_script,
    element_style,
    module,
    script,
    style,
)
from supportlines.web.element.attributes import ATTRIBUTES, Attribute
from supportlines.web.element.manifest import manifest
from supportlines.web.element.markup import markup

__all__ = [
    "ATTRIBUTES",
    "Attribute",
    "core_script",
    "element_style",
    "manifest",
    "markup",
    "module",
    "script",
    "style",
]
