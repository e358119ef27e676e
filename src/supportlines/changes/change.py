"""One difference for callers, as data and as a sentence."""

from __future__ import annotations

from dataclasses import dataclass

from supportlines.directory import OTHER
from supportlines.values import BriefRecord


@dataclass(frozen=True, repr=False)
class Change(BriefRecord):
    """What is different for whom."""

    code: str
    """Stable, for programs: `hours`. See docs/reference/json.md."""

    countries: tuple[str, ...]
    """ISO 3166-1 codes of those concerned, sorted; none if it is about the whole directory."""

    where: str
    """The same in words: a country, a region, a list."""

    line: str | None
    """Id of the line in the newer directory (or in the older, if it is gone), or None for all."""

    number: str | None
    """The number of the line as people write it, where the sentence needs it."""

    tiers: tuple[str, ...]
    """Ids of the tiers concerned; none for all."""

    languages: tuple[str, ...]
    """BCP 47 tags of the languages concerned, `any` for those that a line serves without naming
    them; none for all."""

    severities: tuple[str, ...]
    """Ids of the severities concerned; none for all."""

    text: str
    """What is different, without a full stop: "closes at 17:00 instead of 18:00 on Fridays"."""

    language_names: tuple[str, ...] = ()
    """`languages` in words."""

    only_for: tuple[tuple[str, tuple[str, ...]], ...] = ()
    """What else it is limited to: pairs such as ("brand", ("north",)) or ("desk", ("billing",))."""

    @property
    def sentence(self) -> str:
        """The whole: "Brazil, premium: closes at 17:00 instead of 18:00 on Fridays."."""
        subject = [self.where, *self.language_names, *self.tiers, *self.severities]
        subject += [_said(name, values) for name, values in self.only_for]
        if self.number is not None:
            subject.append(self.number)
        return f"{', '.join(part for part in subject if part)}: {self.text}."


def _said(name: str, values: tuple[str, ...]) -> str:
    if name == "subdivision":
        return " or ".join("other parts" if one == OTHER else one for one in values)
    return f"{name} {' or '.join(values)}"
