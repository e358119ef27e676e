"""What is different for all callers, wherever they are: what they may say, and what helps them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Callable, Iterator, Mapping, NamedTuple, Sequence, Tuple

from supportlines.changes.line_facts import instead
from supportlines.errors import listed
from supportlines.words import promise_text

if TYPE_CHECKING:
    from supportlines.changes.wordings import Say, Wordings
    from supportlines.directory import Facts, NotFor

Told = Tuple[str, str]
"""A code, and what is different."""


def everywhere(old: Facts, new: Facts, wordings: Wordings) -> Iterator[Told]:
    """Yield all of it in the order of the reference."""
    yield from _organisation(old, new, wordings)
    yield from _versions(old, new)
    yield from _of_sort(_TIERS, old, new, wordings)
    if old.tiers[0].id != new.tiers[0].id:
        first = old.tiers[0].id
        yield "tiers", f'who names no tier has "{new.tiers[0].id}", until now "{first}"'
    for one in new.severities:
        if one not in old.severities:
            yield "severities", f'severity "{one}" is new'
    for one in old.severities:
        if one not in new.severities:
            yield "severities", f'severity "{one}" is gone'
    for sort in (_FACETS, _DESKS, _LEVELS, _PREPARE, _SELF_HELP, _PROMISES):
        yield from _of_sort(sort, old, new, wordings)


ReadRecord = Callable[[Any, "Say"], str]


class _Part(NamedTuple):
    """Something of a record that may differ."""

    words: str
    """With {} for what the record is called: "the name of {}"."""
    read: ReadRecord
    verb: str = "is"
    quotes: bool = False
    none: str = ""


class _Sort(NamedTuple):
    """Records of a directory that are known by a key."""

    code: str
    records: Callable[[Facts], Mapping[object, Any]]
    name: Callable[[Any], str]
    """What a record is called in a sentence: `desk "sales" (Sales)`."""
    parts: Sequence[_Part]
    """What of it may differ."""
    called: Callable[[Any], str] | None = None
    """What a new one is called, where that tells more."""


def _of_sort(sort: _Sort, old: Facts, new: Facts, wordings: Wordings) -> Iterator[Told]:
    before, after = sort.records(old), sort.records(new)
    for key, one in after.items():
        if key not in before:
            whom = getattr(one, "only_for", None)
            only = f", for {wordings.plain.whom(whom)}" if whom else ""
            name = sort.name(one) if sort.called is None else sort.called(one)
            yield sort.code, f"{name} is new{only}"
    for key, one in before.items():
        if key not in after:
            yield sort.code, f"{sort.name(one)} is gone"
            continue
        for part in sort.parts:
            what = part.words.format(sort.name(one))
            words = instead(what, part.verb, part.none, quotes=part.quotes)
            for each in wordings.differing(one, after[key], part.read):
                yield sort.code, each.said(words)


def _by_id(records: Sequence[Any]) -> Mapping[object, Any]:
    return {one.id: one for one in records}


def _by(records: Sequence[Any], key: Callable[[Any], object]) -> Mapping[object, Any]:
    """Return *records* by a key that may come again: the second of them is another one."""
    found: dict[object, Any] = {}
    for one in records:
        count = sum(known[0] == key(one) for known in found if isinstance(known, tuple))
        found[key(one), count] = one
    return found


def _named(word: str) -> Callable[[Any], str]:
    def name(one: Any) -> str:
        return f'{word} "{one.id}" ({one.name})'

    return name


def _name(one: Any, say: Say) -> str:
    return say(one.name)


def _whom(one: Any, say: Say) -> str:
    return say.whom(one.only_for)


def _values(one: Any, say: Say) -> str:
    return listed([say(name) for name in one.values.values()], "or")


def _required(one: Any, say: Say) -> str:
    del say
    return "must be answered" if one.required else "may be answered"


def _not_for(one: Any, say: Say) -> str:
    return ", ".join(_instead_of(each, say) for each in one.not_for)


def _instead_of(one: NotFor, say: Say) -> str:
    where = one.desk or one.line or one.url
    return f"{say(one.what)} ({where})" if where else say(one.what)


def _levels(one: Any, say: Say) -> str:
    del say
    return ", ".join(one.levels)


def _handles(one: Any, say: Say) -> str:
    return ", ".join(say(each) for each in one.handles)


_NAME = _Part("the name of {}", _name, quotes=True)
_WHOM = _Part("{}", _whom, "is for")
_TIERS = _Sort(
    "tiers",
    lambda facts: _by_id(facts.tiers),
    _named("tier"),
    [_NAME, _Part("what {} includes", lambda one, _: one.includes or "", none="nothing")],
)
_FACETS = _Sort(
    "facets",
    lambda facts: _by_id(facts.facets),
    lambda one: f'the question "{one.name}"',
    [
        _Part("{}", _name, "reads", quotes=True),
        _Part("{}", _values, "takes"),
        _Part("{}", _required, ""),
    ],
    called=lambda one: f'the question "{one.name}" ({", ".join(one.values.values())})',
)
_DESKS = _Sort(
    "desks",
    lambda facts: _by_id(facts.desks),
    _named("desk"),
    [
        _NAME,
        _Part("the purpose of {}", lambda one, _: (one.purpose or "").replace("_", " ")),
        _Part("{}", _not_for, "is not for"),
        _Part("who picks up at {}", _levels),
    ],
)
_LEVELS = _Sort(
    "levels",
    lambda facts: _by_id(facts.levels),
    _named("level"),
    [
        _NAME,
        _Part("{}", _handles, "deals with"),
        _Part("{}", lambda one, _: one.next or "", "hands on to", none="nobody"),
    ],
)
_PREPARE = _Sort(
    "prepare",
    lambda facts: _by_id(facts.prepare),
    lambda one: f'what to have ready, "{one.text}",',
    [
        _Part("{}", lambda one, say: say(one.text), "reads", quotes=True),
        _Part("the reason for {}", lambda one, say: say(one.why), quotes=True),
        _WHOM,
    ],
)
_SELF_HELP = _Sort(
    "self_help",
    lambda facts: _by(facts.self_help, lambda one: one.url),
    lambda one: f"the page to read first, {one.url},",
    [_Part("the title of {}", lambda one, say: say(one.title), quotes=True), _WHOM],
    called=lambda one: f'the page to read first, "{one.title}" ({one.url}),',
)
_PROMISES = _Sort(
    "promises",
    lambda facts: _by(facts.promises, lambda one: one.kind),
    lambda one: f'what a caller may ask, "{promise_text(one.kind, one.text)}",',
    [
        _Part("{}", lambda one, say: promise_text(one.kind, say(one.text)), "reads", quotes=True),
        _WHOM,
    ],
)


def _organisation(old: Facts, new: Facts, wordings: Wordings) -> Iterator[Told]:
    """Yield what is different about who publishes the directory."""
    names = [("name of the directory", lambda one, say: say(one.directory.name)), *_OF_ORGANISATION]
    for what, read in names:
        for one in wordings.differing(old, new, read):
            yield "organisation", one.said(instead(f"the {what}", quotes=True))


def _of_organisation(name: str) -> ReadRecord:
    def read(facts: Facts, say: Say) -> str:
        found = facts.directory.organisation
        value = None if found is None else getattr(found, name)
        return ", ".join(say(one) for one in value) if isinstance(value, tuple) else say(value)

    return read


def _addresses(kind: str) -> ReadRecord:
    def read(facts: Facts, say: Say) -> str:
        found = facts.directory.organisation
        known = () if found is None else found.addresses
        return "; ".join(say(one.text) for one in known if one.kind == kind)

    return read


def _affiliates(facts: Facts, say: Say) -> str:
    found = facts.directory.organisation
    known = () if found is None else found.affiliates
    return ", ".join(
        f"{say(one.name)} ({say(one.note)})" if one.note else say(one.name) for one in known
    )


_OF_ORGANISATION: Sequence[tuple[str, ReadRecord]] = (
    ("name of the organisation", _of_organisation("name")),
    ("short name of the organisation", _of_organisation("short_name")),
    ("legal name of the organisation", _of_organisation("legal_name")),
    ("page of the organisation", _of_organisation("url")),
    ("legal address", _addresses("legal")),
    ("postal address", _addresses("postal")),
    ("address to visit", _addresses("visiting")),
    ("list of affiliates", _affiliates),
    ("list of brands", _of_organisation("brands")),
)


def _versions(old: Facts, new: Facts) -> Iterator[Told]:
    """Yield pages that are newer now by their own words."""
    before = {one.id: one for one in old.sources}
    for one in new.sources:
        if one.id in before and one.version != before[one.id].version:
            words = instead(f'the date of the page "{one.title}"')
            yield "source", words(str(before[one.id].version or ""), str(one.version or ""))
