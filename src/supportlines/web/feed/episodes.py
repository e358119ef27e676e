"""An option through time, in episodes: what is told of days to come is the same in all of one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Iterable, Iterator, NamedTuple, Sequence

from supportlines.lookup import Spell, is_in_sight

if TYPE_CHECKING:
    from supportlines.lookup import Ahead
    from supportlines.web.feed.scope import Foreseen


class Episode(NamedTuple):
    """An option in some of the time of a file; in the rest of it it is away."""

    spells: tuple[Spell, ...]
    coming: tuple[Ahead, ...]
    """What is told before it begins."""


class _Stretch(NamedTuple):
    since: int
    until: int
    coming: tuple[Ahead, ...]


def episodes(spells: tuple[Spell, ...], foreseen: Sequence[Foreseen], until: int) -> list[Episode]:
    """Return an option in as few episodes as tell of a day to come whenever it is in sight.

    An option that stands for two lines tells of other days than one that stands for one of them.

    Args:
        spells: What is told of it; they stay the same object if there is one.
        foreseen: What comes, each from its second on.
        until: The second at which the file ends.
    """
    ends = (*(since for since, _ in foreseen[1:]), until)
    found: list[list[_Stretch]] = []
    for (since, coming), end in zip(foreseen, ends):
        one = _Stretch(since, end, coming)
        for episode in found:
            if all(_agree(one, other) for other in episode):
                episode.append(one)
                break
        else:
            found.append([one])
    if len(found) == 1:
        return [Episode(spells, _told(found[0]))]
    return [Episode(_within(spells, one, until), _told(one)) for one in found]


def continued(spells: list[Spell], following: Iterable[Spell]) -> None:
    """Put *following* behind *spells*, as far as something else is told."""
    for one in following:
        if spells[-1].since == one.since:
            spells[-1] = one
        elif spells[-1].told != one.told:
            spells.append(one)


def _agree(one: _Stretch, other: _Stretch) -> bool:
    """Return whether each tells what the other does of what is in sight in both."""
    return _tells(one, other.coming) and _tells(other, one.coming)


def _tells(one: _Stretch, coming: Iterable[Ahead]) -> bool:
    return all(each in one.coming for each in coming if is_in_sight(each, one.since, one.until))


def _told(episode: Sequence[_Stretch]) -> tuple[Ahead, ...]:
    found = dict.fromkeys(each for one in episode for each in one.coming)
    return tuple(sorted(found, key=lambda each: each.change.start))


def _within(spells: Sequence[Spell], episode: Sequence[_Stretch], until: int) -> tuple[Spell, ...]:
    """Return *spells* in the time of *episode*; before, between and behind it nothing is told."""
    found = [Spell(spells[0].since, None)]
    for one in episode:
        continued(found, _cut(spells, one))
        if one.until < until:
            continued(found, [Spell(one.until, None)])
    return tuple(found)


def _cut(spells: Sequence[Spell], one: _Stretch) -> Iterator[Spell]:
    """Yield *spells* from the beginning of *one* to its end."""
    before = [each for each in spells if each.since <= one.since]
    yield Spell(one.since, before[-1].told)
    yield from (each for each in spells if one.since < each.since < one.until)
