"""What to prepare before contact, for people and for programs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Iterator, Sequence

from supportlines.lookup import caveats
from supportlines.render.layout import Paint, careful, labelled, plain, wrapped
from supportlines.texts import within
from supportlines.words import promise_text

if TYPE_CHECKING:
    from supportlines.directory import Desk, Facts, Level, Line, NotFor, Preparation, Promise
    from supportlines.lookup.preparing import ForRequest, ForSome, Guidance

_NOTHING = "Nothing to have ready is listed."


def prepare_text(
    facts: Facts,
    found: Guidance,
    *,
    locale: str = "en",
    width: int = 80,
    paint: Paint = plain,
) -> str:
    """Return what the directory says to prepare, as lines of text.

    Args:
        facts: The directory.
        found: What of it is to be shown.
        locale: In which language texts of the directory are shown that have several.
        width: Columns of the terminal.
        paint: Colours a text by its role.
    """
    return "\n".join(_Page(facts, locale, width, paint).lines(found)) + "\n"


class _Page:
    def __init__(self, facts: Facts, locale: str, width: int, paint: Paint) -> None:
        self._facts = facts
        self._locale = locale
        self._width = width
        self._paint = careful(paint)

    def lines(self, found: Guidance) -> list[str]:
        names = [self._said(self._facts.name), *(self._said(one.name) for one in found.desks)]
        shown = wrapped(" · ".join(names), "", "  ", self._width)
        blocks = [
            [self._paint(line, "faint") for line in shown],
            list(self._self_help(found)),
            *(list(self._request(one)) for one in found.requests),
            *self._prepare(found),
            list(self._levels(found.levels)),
            list(self._promises(found.promises)),
            list(self._not_for(found.desks)),
        ]
        return "\n\n".join("\n".join(block) for block in blocks if block).split("\n")

    def _said(self, text: str) -> str:
        return within(text, self._locale)

    def _heading(self, text: str) -> list[str]:
        lines = wrapped(text, "  ", "    ", self._width)
        return [self._paint(line, "strong") for line in lines]

    def _listed(self, text: str) -> list[str]:
        return wrapped(text, "  – ", "    ", self._width)

    def _limited(self, text: str, one: ForSome[Any]) -> str:
        """Return *text* with for whom it is, where that is not everybody."""
        limits = [caveats.only_for(self._facts, name, values) for name, values in one.limits]
        if not limits:
            return text
        ended = text if text.endswith((".", "!", "?")) else f"{text}."
        return " ".join([ended, *(limit.text for limit in limits)])

    def _thing(self, one: ForSome[Preparation]) -> str:
        text = self._said(one.what.text)
        if one.what.why is not None:
            text += f": {self._said(one.what.why)}"
        return self._limited(text, one)

    def _self_help(self, found: Guidance) -> Iterator[str]:
        for one in found.self_help:
            text = f"{self._said(one.what.title)}: {one.what.url}"
            yield from wrapped(self._limited(text, one), "Read first: ", "  ", self._width)

    def _request(self, found: ForRequest) -> Iterator[str]:
        request = found.kind.what
        when = "" if request.when is None else f": {self._said(request.when)}"
        yield from self._heading(self._limited(f"For {self._said(request.name)}{when}", found.kind))
        for label, things in (
            ("Needed", found.wants),
            ("Helps", found.helps),
            ("Also", found.also),
        ):
            shown = label
            for one in things:
                yield from labelled(shown, self._thing(one), self._width)
                shown = ""
        contact = _contact(found.line)
        if contact is not None:
            yield from labelled("Where", self._said(contact), self._width)
        for level in self._facts.levels:
            if level.id == request.level:
                yield from labelled("Goes to", self._said(level.name), self._width)

    def _prepare(self, found: Guidance) -> Iterator[list[str]]:
        """Yield what no kind of request names: what everybody has ready, and what some have."""
        if not found.prepare and not any(one.named for one in found.requests):
            yield wrapped(_NOTHING, "  ", "  ", self._width)
        blocks = {"Have ready": found.prepare}
        if found.requests:
            blocks = {
                "In any case": tuple(one for one in found.prepare if not one.limits),
                "Besides": tuple(one for one in found.prepare if one.limits),
            }
        for title, things in blocks.items():
            listed = [line for one in things for line in self._listed(self._thing(one))]
            yield [*self._heading(title), *listed] if things else []

    def _levels(self, levels: Sequence[Level]) -> Iterator[str]:
        if not levels:
            return
        names = {one.id: self._said(one.name) for one in self._facts.levels}
        yield from self._heading("Who picks up")
        for one in levels:
            text = names[one.id]
            if one.handles:
                text += f": {'; '.join(map(self._said, one.handles))}"
            if one.next is not None:
                text += f" → {names[one.next]}"
            yield from self._listed(text)

    def _promises(self, promises: Sequence[ForSome[Promise]]) -> Iterator[str]:
        if not promises:
            return
        yield from self._heading("Ask to be told")
        for one in promises:
            text = self._said(promise_text(one.what.kind, one.what.text))
            yield from self._listed(self._limited(text, one))

    def _not_for(self, desks: Sequence[Desk]) -> Iterator[str]:
        rows = [(desk, one) for desk in desks for one in desk.not_for]
        if not rows:
            return
        yield from self._heading("Somebody else helps")
        for desk, one in rows:
            instead = f"not {self._said(desk.name)} but {self._instead(one)}"
            yield from self._listed(f"{self._said(one.what)}: {instead}")

    def _instead(self, one: NotFor) -> str:
        """Return who helps with it: another desk, a line, a page."""
        if one.desk is not None:
            desk = self._facts.desk(one.desk)
            return one.desk if desk is None else self._said(desk.name)
        if one.line is not None:
            line, _ = self._facts.line(one.line)
            return self._said(line.label or line.published_as)
        return one.url or "somebody else"


def prepare_data(facts: Facts, found: Guidance, *, locale: str = "en") -> dict[str, Any]:
    """Return the same as dictionaries and lists, ready for `json.dumps`."""

    def said(text: str | None) -> str | None:
        return None if text is None else within(text, locale)

    def things(listed: Sequence[ForSome[Preparation]]) -> list[dict[str, Any]]:
        return [
            {
                "id": one.what.id,
                "text": said(one.what.text),
                "why": said(one.what.why),
                "only_for": _limits(one),
            }
            for one in listed
        ]

    return {
        "directory": facts.id,
        "desks": [
            {
                "id": one.id,
                "name": said(one.name),
                "purpose": one.purpose,
                "levels": list(one.levels),
                "not_for": [
                    {"what": said(each.what), "desk": each.desk, "line": each.line, "url": each.url}
                    for each in one.not_for
                ],
            }
            for one in found.desks
        ],
        "requests": [
            {
                "id": one.id,
                "name": said(one.kind.what.name),
                "when": said(one.kind.what.when),
                "line": one.line.id,
                "desks": list(one.desks),
                "level": one.kind.what.level,
                "only_for": _limits(one.kind),
                "wants": things(one.wants),
                "helps": things(one.helps),
                "also": things(one.also),
            }
            for one in found.requests
        ],
        "prepare": things(found.prepare),
        "levels": [
            {
                "id": one.id,
                "name": said(one.name),
                "handles": [said(each) for each in one.handles],
                "next": one.next,
            }
            for one in found.levels
        ],
        "self_help": [
            {"title": said(one.what.title), "url": one.what.url, "only_for": _limits(one)}
            for one in found.self_help
        ],
        "promises": [
            {"kind": one.what.kind, "text": said(one.what.text), "only_for": _limits(one)}
            for one in found.promises
        ],
    }


def _limits(one: ForSome[Any]) -> dict[str, list[str]]:
    return {name: list(values) for name, values in one.limits}


def _contact(line: Line) -> str | None:
    """Return what a line is written to, where that is a text."""
    number = line.number.grouped if line.number is not None else None
    return line.url or line.email or line.address or number
