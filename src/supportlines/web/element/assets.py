"""The files of the element as bytes: what a page loads."""

from __future__ import annotations

import pkgutil
import re
from functools import lru_cache

_PARTS = ("answering", "wording", "coming", "blocks", "page", "core")
"""The modules of the script without pickers, each after those that it uses."""

_WIRING = re.compile(
    r"^(?:import|export) (?:\{[^}]*\})?(?: ?from )?(?:\"[^\"]*\")?;\n", re.MULTILINE
)
"""How the modules name each other; in one module there is no need of it."""


@lru_cache(maxsize=16)
def _stored(name: str) -> bytes:
    content = pkgutil.get_data(__package__, name)
    if content is None:
        raise FileNotFoundError(name)
    return content.replace(b"\r\n", b"\n")


def script() -> bytes:
    """Return the element with its pickers as one small module, `support-lines.min.js`.

    >>> b"support-lines" in script()
    True
    """
    return _stored("support-lines.min.js")


def core_script() -> bytes:
    """Return the element without pickers, for pages that say all by attributes.

    >>> len(core_script()) < len(script())
    True
    """
    return _stored("support-lines-core.min.js")


@lru_cache(maxsize=1)
def style() -> bytes:
    """Return the style sheet of element, answers and directories, `support-lines.css`.

    What only its writers read is left out.

    >>> style()[:35]
    b'@layer supportlines{:where(support-'
    """
    return element_style() + _small("pages.css")


@lru_cache(maxsize=1)
def element_style() -> bytes:
    """Return the style sheet of the element alone, `support-lines-element.css`.

    >>> style().startswith(element_style())
    True
    """
    return _small("support-lines.css")


def _small(name: str) -> bytes:
    text = _COMMENT.sub("", _stored(name).decode("utf-8"))
    text = _AROUND.sub(r"\1", _BLANK.sub(" ", text)).replace(": ", ":").replace(";}", "}")
    return f"{text.strip()}\n".encode()


_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_BLANK = re.compile(r"\s+")
_AROUND = re.compile(r" ?([{};,>]) ?")
"""What needs no space around it; a colon needs none behind it, and one before it in a selector."""


def module(*, has_pickers: bool = True) -> bytes:
    """Return the element as one module to read, `support-lines.js`; the small ones are made of it.

    >>> module().startswith(b"/**")
    True
    """
    last = ("pickers", "support-lines") if has_pickers else ("support-lines-core",)
    parts = (_stored(f"source/{name}.js").decode("utf-8") for name in (*_PARTS, *last))
    return "\n".join(_WIRING.sub("", part).strip("\n") + "\n" for part in parts).encode("utf-8")
