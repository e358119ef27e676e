"""Texts that would do harm on a page that took them for markup, for links or for code."""

# ruff: noqa: E501 - a row of a table stands on one line
from __future__ import annotations

import itertools

HEADS = (
    "", "x", '"', "'", "`", "-->", "]]>", "</", "<!--", "&quot;", "\\", "{{", "%}", "Ünï ", "*/", "\\u003c",
)  # fmt: skip
BODIES = (
    "<script>alert(1)</script>", "</script><script>alert(1)</script>", "<img src=x onerror=alert(1)>",
    "<svg/onload=alert(1)>", "<a href=javascript:alert(1)>x</a>", " onmouseover=alert(1) autofocus ",
    "><iframe src=//evil.example>", "<style>*{x:expression(1)}</style>", "<base href=//evil.example>",
    "<form action=//evil.example><button>", "<meta http-equiv=refresh content=0;url=//evil.example>",
    '<math><mi//xlink:href="data:x,<script>alert(1)</script>">', "&lt;script&gt;", "&#60;b&#62;",
    "&copy &amp;amp;", "<textarea>", "<title>", "<noscript>", "<plaintext>", "</main></body></html>",
    "<template shadowrootmode=open>", "<link rel=stylesheet href=//evil.example>",
    "javascript:alert(1)", "data:text/html,<script>alert(1)</script>", "{{7*7}}", "{0.__class__} {time}",
    "%(name)s %s", "${alert(1)}", "$& $1 $` $'", "__proto__", "constructor",
)  # fmt: skip
TAILS = ("", '"', "'", ">", "//", "=")

HOSTILE = [f"{head}{body}{tail}" for head, body, tail in itertools.product(HEADS, BODIES, TAILS)]
"""Some 3,000 texts, all different, of characters that HTML can carry."""
