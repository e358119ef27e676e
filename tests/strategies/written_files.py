"""Data files in styles that nobody would think of: the same sort of content, written at random."""

from __future__ import annotations

from random import Random

from hypothesis import strategies as st

_WORDS = [
    "x",
    "'it''s'",
    '"a: b # c"',
    "+44 20 7946 0958",
    "two words",
    '"\\u00e9\\n"',
    "é 😀",
    "''",
]
_SCROLLS = ["|", ">", "|-", ">+", "|+", "|2-"]
_COMMENTS = ["# lines:", "# - id: gb", "#", "#\texceptions: []", "# 😀 {[,"]


class _Writer:
    def __init__(self, random) -> None:
        self._random = random
        self._choice = random.choice
        self._count = 0

    def file(self) -> bytes:
        regions = self._list("regions", [self._region(2), self._region(1)], 0)
        around = ["directory: {id: a}", *self._comments(0)]
        lines = [*around, *regions] if self._maybe() else [*regions, *around]
        text = self._choice(["\n", "\n", "\r\n", "\r"]).join(lines)
        end = self._choice(["", "\n", "\n\n", "\n# end", "\n...\n"])
        if "\r\n" in text:
            end = end.replace("\n", "\r\n")
        elif "\r" in text:
            end = end.replace("\n", "\r")
        return self._choice([b"", b"\xef\xbb\xbf"]) + (text + end).encode()

    def _maybe(self, one_of: int = 2) -> bool:
        return self._random.randrange(one_of) == 0

    def _region(self, depth: int) -> dict:
        region = {"id": f"r{depth}"}
        region["lines"] = [self._line() for _ in range(self._choice([1, 2, 3]))]
        if depth > 1 and self._maybe():
            region["regions"] = [self._region(depth - 1)]
        return region

    def _line(self) -> dict:
        self._count += 1
        line = {
            "id": f"l{self._count}",
            "number": None,
            "languages": [None] * self._choice([0, 1, 2]),
            "availability": {"standard": None, "premium": [{"hours": None}]},
            "notes": None,
            "exceptions": [{"on": None, "reason": None}] * self._choice([0, 1, 2]),
        }
        keys = list(line)
        self._random.shuffle(keys)
        return {key: line[key] for key in keys if key == "id" or not self._maybe(3)}

    def _comments(self, column: int) -> list:
        found = []
        while self._maybe(4):
            blanks = " " * self._choice([0, column, column, column + 3])
            found.append(self._choice(["", blanks + self._choice(_COMMENTS)]))
        return found

    def _behind(self) -> str:
        return self._choice(["", "", "", " ", "  " + self._choice(_COMMENTS)])

    def _record(self, record: dict, column: int) -> list:
        lines = []
        for key, value in record.items():
            lines += self._comments(column) if lines else []
            lines += self._entry(key, value, column)
        return lines

    def _entry(self, key: str, value: object, column: int) -> list:
        head = " " * column + self._choice([key, key, f'"{key}"']) + self._choice([":", ":", " :"])
        if isinstance(value, str):
            return [f"{head} {value}{self._behind()}"]
        if value is None:
            if self._maybe(4):
                return self._scroll(head, column)
            return [f"{head} {self._choice(_WORDS)}{self._behind()}"]
        if not value or self._maybe(3):
            return f"{head} {self._flow(value, column + 1)}{self._behind()}".split("\n")
        if isinstance(value, list):
            return self._list(head.strip(), value, column)
        inner = self._record(value, column + self._choice([1, 2, 4]))
        return [head + self._behind(), *self._comments(column + 1), *inner]

    def _scroll(self, head: str, column: int) -> list:
        margin = " " * (column + 2)
        body = [margin + self._choice(["text", "# text", "exceptions: []"])]
        body += [self._choice(["", margin + "  more", margin])] * self._choice([0, 0, 1, 2])
        return [f"{head} {self._choice(_SCROLLS)}", *body]

    def _list(self, head: str, entries: list, column: int) -> list:
        lines = [" " * column + head.rstrip(":") + ":" + self._behind()]
        column += self._choice([0, 2, 4])
        for one in entries:
            lines += self._comments(column)
            gap = self._choice([1, 1, 3])
            dash = " " * column + "-" + " " * gap
            if one is None or self._maybe(4):
                written = self._choice(_WORDS) if one is None else self._flow(one, column + 2)
                lines += f"{dash}{written}{self._behind()}".split("\n")
                continue
            inner = self._record(one, column + 1 + gap)
            if self._maybe(6):
                lines += [dash.rstrip(), *inner]
            else:
                lines += [dash + inner[0].lstrip(), *inner[1:]]
        return lines

    def _flow(self, value: object, column: int) -> str:
        if value is None:
            return self._choice(['"a, b"', "'x'", "x", '"[{"', "é"])
        if isinstance(value, str):
            return value
        wide = self._maybe(3)
        margin = " " * (column + self._choice([1, 2]))
        if isinstance(value, dict):
            parts = [f"{key}: {self._flow(one, column + 2)}" for key, one in value.items()]
        else:
            parts = [self._flow(one, column + 2) for one in value]
        opened, closed = "{}" if isinstance(value, dict) else "[]"
        text = opened
        for number, part in enumerate(parts):
            is_last = number == len(parts) - 1
            text += ("\n" + margin if wide else "") + part
            comma = "," if not is_last or self._maybe(3) else ""
            text += self._choice(["", "", " "]) + comma if comma else ""
            if wide:
                text += self._choice(["", " ", "  # , ]"])
            elif comma:
                text += " "
        if wide:
            text += "\n" + margin[:-1] + self._choice(["", " "])
        return text + closed


def written_files() -> st.SearchStrategy:
    """Return a strategy of data files, as bytes; what they hold makes no directory.

    Each is made of one number: of choices one by one the smallest file would be a large example.
    """
    return st.integers(0, 2**32).map(lambda seed: _Writer(Random(seed)).file())  # noqa: S311
