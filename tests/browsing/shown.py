"""What an element shows of an answer, as nodes that node gives back."""

from __future__ import annotations

from browsing.lines import second, words


def nodes_of(node, name):
    """Return the texts of all nodes of a class, in order; those without a text are left out."""
    _, own, content, *_ = node
    if not isinstance(content, list):
        return [content] if own == name and content else []
    return [text for child in content for text in nodes_of(child, name)]


def view(ask, feed, at="2026-11-24T10:00:00", **caller):
    """Return what an element shows for one caller."""
    said = caller.get("said", {"tier": "standard"})
    wishes, zone = caller.get("wishes", []), caller.get("zone", "Europe/London")
    came_from, prefix = caller.get("calling_from", "GB"), caller.get("prefix", "00")
    given = [feed, words(), said, wishes, came_from, prefix, zone, second(at)]
    nodes, options = ask("blocks", "viewOf", *given)
    return {
        "nodes": nodes,
        "options": options,
        "state": nodes[0][4]["state"],
        "root": ["div", "now", nodes],
    }
