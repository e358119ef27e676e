"""Countries that a list does not name one by one: sets of the file, all but some, the rest.

Before anything else is asked of a file, such a list becomes one of codes that remembers where in
the file each of them stands; all others stay as they are, and a file without any is returned.
"""

from __future__ import annotations

from typing import (
    Any,
    Collection,
    Dict,
    FrozenSet,
    Iterator,
    List,
    Optional,
    Sequence,
    Set,
    Tuple,
)

from supportlines.directory.fields import ANYWHERE
from supportlines.directory.finding import Finding, Path, did_you_mean
from supportlines.directory.reading.codes import listed_place_of_text
from supportlines.directory.reading.document import BROKEN, EMPTY
from supportlines.directory.reading.raw import RawRecord, entries, is_read, record, records
from supportlines.directory.reading.wrong import WrongValueError
from supportlines.errors import closest, quoted
from supportlines.places import known_countries
from supportlines.places.parts import parts_besides, widest

REST = "rest"
"""In `countries` of one region: all countries that no other region lists."""

EXCEPT = "except"
_OF_REGIONS = ("countries", "countries_not_named")
_OF_LINES = ("only_in", "serves", "dialable_from")


class Expanded(List[Any]):
    """A list of codes instead of what a file says."""

    __slots__ = ("excepted", "is_rest", "origins")

    origins: List[Path]
    """For each entry the way to it from the value in the file."""

    excepted: FrozenSet[str]
    """The countries that the file says are not meant, where it names those."""

    is_rest: bool
    """Whether it is `rest`, or all countries but some: no country in it is named."""

    def __init__(self) -> None:
        super().__init__()
        self.origins = []
        self.excepted = frozenset()
        self.is_rest = False

    def add(self, codes: Sequence[Any], origin: Path) -> None:
        """Add *codes* that stand at *origin*."""
        self.extend(codes)
        self.origins.extend([origin] * len(codes))


def in_file(content: Any, path: Path) -> Path:
    """Return the path in a file of what *path* leads to in its expanded *content*."""
    here = content
    for depth, part in enumerate(path):
        if isinstance(here, Expanded) and isinstance(part, str):
            return path
        if isinstance(here, Expanded):
            origin = here.origins[part] if isinstance(part, int) and part < len(here) else ()
            return (*path[:depth], *origin)
        if isinstance(here, dict):
            here = here.get(part)
        elif isinstance(here, list) and isinstance(part, int) and part < len(here):
            here = here[part]
        else:
            break
    return path


def expand(content: Any) -> Tuple[Any, List[Finding]]:
    """Return the plain *content* of a file with lists of codes, and what is wrong with them."""
    if not isinstance(content, dict):
        return content, []
    expansion = _Expansion(content)
    return expansion.content(), expansion.findings


class _Expansion:
    """Puts codes into the lists of one file."""

    def __init__(self, top: RawRecord) -> None:
        self.findings: List[Finding] = []
        self._top = top
        self._written = record(top.get("places"))
        self._sets: Dict[str, Any] = {}
        self._open: List[str] = []
        self._rest: Optional[Tuple[int, Path]] = None
        self._lists: Dict[int, RawRecord] = {}
        """By the identity of a region its lists that are not as in the file."""

    def content(self) -> Any:
        """Return the content of the whole file."""
        changed: RawRecord = {}
        for name in self._written:
            self._check_name(name)
            self._set(name)
        if self._written:
            changed["places"] = self._sets
        regions = self._top.get("regions")
        every = list(_all_regions(regions, ("regions",)))
        for path, region in every:
            self._lists_of(region, path)
        if self._rest is not None:
            self._put_rest([region for _, region in every])
        made = self._regions(regions, ("regions",))
        if made is not regions:
            changed["regions"] = made
        guesses = self._top.get("guesses")
        made = self._records(guesses, ("guesses",), ("countries",))
        if made is not guesses:
            changed["guesses"] = made
        return {**self._top, **changed} if changed else self._top

    def _add(
        self, path: Path, found: str, remedy: str, value: str = "", *, at_key: bool = False
    ) -> None:
        finding = Finding(path, found, remedy, value, at_key=at_key, is_fatal=True)
        self.findings.append(finding)

    def _check_name(self, name: str) -> None:
        found = ""
        if name in (REST, ANYWHERE):
            found = f"{quoted(name)} has a meaning of its own."
        elif _code_of(name) is not None:
            found = f"{quoted(name)} is the code of a country, or of a part of one."
        if found:
            remedy = "Give the set another name."
            self._add(("places", name), found, remedy, name, at_key=True)

    def _set(self, name: str) -> List[str]:
        """Return the codes in the set called *name*."""
        if name not in self._sets:
            self._open.append(name)
            self._sets[name] = self._list(self._written[name], ("places", name))
            self._open.pop()
        return _codes_in(self._sets[name])

    def _list(self, value: Any, path: Path, around: Optional[Sequence[str]] = ()) -> Any:
        """Return what stands for *value* where it names sets or exceptions, else itself.

        Args:
            value: What a file says where a list of countries is expected.
            path: Where.
            around: The countries and parts that there are, if not all countries; None if a
                list of them is faulty.
        """
        if value.__class__ is dict:
            return self._all_but(value, path, around)
        if not self._written or not isinstance(value, (str, list)):
            return value
        entries_of = [value] if isinstance(value, str) else value
        if all(one.__class__ is str and _code_of(one) is not None for one in entries_of):
            return value
        made = Expanded()
        for index, one in enumerate(entries_of):
            origin: Path = () if isinstance(value, str) else (index,)
            made.add(self._entry(one, (*path, *origin)), origin)
        return made

    def _entry(self, one: Any, path: Path) -> Sequence[Any]:
        """Return what stands for an entry of a list: codes, or itself."""
        if not isinstance(one, str):
            return (one,)
        if one in self._open:
            ring = [*self._open[self._open.index(one) :], one]
            words = ", which holds ".join(map(quoted, ring[1:]))
            found = f"{quoted(one)} holds {words}: a set cannot hold itself."
            self._add(path, found, "Delete one of these.", one)
            return (BROKEN,)
        if one in self._written:
            return self._set(one) or (BROKEN,)
        if _code_of(one) is None and one not in (ANYWHERE, REST) and closest(one, self._written):
            found = f"{quoted(one)} is neither a country nor a set of this file."
            self._add(path, found, did_you_mean(one, self._written), one)
            return (BROKEN,)
        return (one,)

    def _all_but(self, value: RawRecord, path: Path, around: Optional[Sequence[str]]) -> Any:
        """Return all countries, or those *around*, but those that *value* excepts."""
        made = Expanded()
        if EXCEPT not in value:
            remedy = 'Begin each entry with "- ", or write {except: [GB]} for all but some.'
            self._add(path, "a record stands where a list is expected.", remedy)
            made.add((BROKEN,), ())
            return made
        count = len(self.findings)
        for key in value:
            if key != EXCEPT:
                found = f"{quoted(key)} stands beside {quoted(EXCEPT)}."
                self._add((*path, key), found, "Delete it.", key, at_key=True)
        excepted = self._excepted(value[EXCEPT], (*path, EXCEPT), around)
        made.excepted, made.is_rest = frozenset(excepted), True
        left = [
            code
            for code in around or _all_countries()
            if excepted.isdisjoint((code, code.partition("-")[0]))
        ]
        if len(self.findings) == count and not left:
            self._add(path, "no country is left.", "Except fewer.")
        is_sound = len(self.findings) == count and excepted and around is not None
        made.add(left if is_sound else (BROKEN,), ())
        return made

    def _excepted(self, value: Any, path: Path, around: Optional[Sequence[str]]) -> Set[str]:
        if value is EMPTY:
            self._add(
                path, '"except" has no value.', "Write the countries that are meant.", at_key=True
            )
        elif value is not BROKEN and (not isinstance(value, (str, list)) or not value):
            found = (
                "the list is empty." if not value else "a record stands where a list is expected."
            )
            self._add(path, found, "Write the countries that are meant.")
        if not isinstance(value, (str, list)):
            return set()
        excepted: Set[str] = set()
        for index, one in enumerate([value] if isinstance(value, str) else value):
            place = path if isinstance(value, str) else (*path, index)
            for code in self._entry(one, place):
                if code is not BROKEN:
                    self._except(code, place, excepted, around)
        return excepted

    def _except(
        self, one: Any, path: Path, excepted: Set[str], around: Optional[Sequence[str]]
    ) -> None:
        """Put *one* of the places *around* among those that are *excepted*, or say why not."""
        if not isinstance(one, str):
            what = '"" has no value.' if one is EMPTY else "an entry is no text."
            self._add(path, what, "Write a country.")
            return
        try:
            code = listed_place_of_text(one)
        except WrongValueError as error:
            self._add(path, error.found, error.remedy, one)
            return
        country = code.partition("-")[0]
        if code in excepted:
            self._add(path, f"{quoted(code)} stands here twice.", "Delete one of the two.", one)
        elif around and all(country != each.partition("-")[0] for each in around):
            found = f"{quoted(code)} is no {'part' if '-' in code else 'country'} of the region."
            self._add(path, found, "Delete it: there is nothing to except.", one)
        elif around is not None and "-" in code and code not in around:
            found = f"{quoted(code)} is a part of what is listed as a whole: it cannot be excepted."
            remedy = f'Write the list without "except", and of {country} the parts that are meant.'
            self._add(path, found, remedy, one)
        excepted.add(code)

    def _lists_of(self, region: RawRecord, path: Path) -> None:
        """Put codes into the lists of a region."""
        for key in _OF_REGIONS:
            value = region.get(key)
            if key == _OF_REGIONS[0] and value in (REST, [REST]):
                if self._rest is None:
                    self._rest = id(region), (*path, key)
                    continue
                made: Any = Expanded()
                made.add((BROKEN,), ())
                found = 'another region has "rest" already.'
                self._add((*path, key), found, "Only one can have what no other lists.", REST)
            else:
                made = self._list(value, (*path, key))
            if made is not value:
                self._lists.setdefault(id(region), {})[key] = made

    def _put_rest(self, regions: Sequence[RawRecord]) -> None:
        """Put what no region lists into the list of the one that says `rest`."""
        assert self._rest is not None
        number, path = self._rest
        lists = (self._now(region, key) for region in regions for key in _OF_REGIONS)
        taken = {code for one in lists for code in _codes_in(one)}
        made = Expanded()
        made.is_rest = True
        made.add(_rest_of(taken) or (BROKEN,), ())
        if made[0] is BROKEN:
            self._add(path, "no country is left.", 'Delete "rest": all are listed.', REST)
        self._lists.setdefault(number, {})[_OF_REGIONS[0]] = made

    def _now(self, region: RawRecord, key: str) -> Any:
        return self._lists.get(id(region), region).get(key, region.get(key))

    def _regions(self, regions: Any, path: Path) -> Any:
        """Return the *regions* with codes in their lists and in those of their lines."""
        if not isinstance(regions, list):
            return regions
        made = [
            self._region(one, (*path, index)) if isinstance(one, dict) else one
            for index, one in enumerate(regions)
        ]
        return made if any(one is not other for one, other in zip(made, regions)) else regions

    def _region(self, region: RawRecord, path: Path) -> RawRecord:
        changed = dict(self._lists.get(id(region), ()))
        lines = region.get("lines")
        made = self._records(lines, (*path, "lines"), _OF_LINES, region)
        if made is not lines:
            changed["lines"] = made
        inner = region.get("regions")
        made = self._regions(inner, (*path, "regions"))
        if made is not inner:
            changed["regions"] = made
        return {**region, **changed} if changed else region

    def _records(
        self, listed: Any, path: Path, keys: Sequence[str], region: Optional[RawRecord] = None
    ) -> Any:
        """Return the records of a list with codes under these *keys*."""
        if not isinstance(listed, list):
            return listed
        changed: Dict[int, RawRecord] = {}
        for index, one in enumerate(listed):
            if one.__class__ is not dict:
                continue
            for key in keys:
                value = one.get(key)
                # Nearly all lists of a large file are looked at here, and left as they are.
                if value is None or (value.__class__ is not dict and not self._written):
                    continue
                is_narrow = key == "serves" and value.__class__ is dict
                around = self._held(region) if is_narrow and region is not None else ()
                made = self._list(value, (*path, index, key), around)
                if made is not value:
                    changed.setdefault(index, dict(one))[key] = made
        return [changed.get(index, one) for index, one in enumerate(listed)] if changed else listed

    def _held(self, region: RawRecord) -> Optional[List[str]]:
        """Return what *region* and those inside it list, or None where a list is faulty."""
        found: Dict[str, None] = {}
        for _, one in [((), region), *_all_regions(region.get("regions"), ())]:
            for key in _OF_REGIONS:
                listed = self._now(one, key)
                if key in one and not is_read(listed, listed_place_of_text):
                    return None
                found.update(dict.fromkeys(_codes_in(listed)))
        return [code for code in found if "-" not in code or code.partition("-")[0] not in found]


def _all_countries() -> List[str]:
    return sorted(known_countries())


def _all_regions(regions: Any, path: Path) -> Iterator[Tuple[Path, RawRecord]]:
    """Yield each of *regions*, and those inside it, with its path."""
    for index, region in records(regions):
        here = (*path, index)
        yield here, region
        yield from _all_regions(region.get("regions"), (*here, "regions"))


def _code_of(text: str) -> Optional[str]:
    """Return the country that *text* writes, or the part of one; None if it is neither."""
    try:
        return listed_place_of_text(text)
    except WrongValueError:
        return None


def _rest_of(taken: Collection[str]) -> List[str]:
    """Return what is left of the world: whole countries, and of one that is cut up its parts."""
    countries = [code for code in _all_countries() if code not in taken]
    listed = sorted(code for code in taken if "-" in code)
    cut = {code.partition("-")[0] for code in listed}
    found: List[str] = []
    for country in countries:
        if country not in cut:
            found.append(country)
            continue
        found += widest(parts_besides(country, listed))
    return found


def _codes_in(value: Any) -> List[str]:
    """Return the codes of a list, those that are some; a text alone is a list of one."""
    listed = [value] if isinstance(value, str) else value
    found = (_code_of(one) for _, one in entries(listed) if isinstance(one, str))
    return [code for code in found if code is not None]
