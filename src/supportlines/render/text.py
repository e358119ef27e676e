"""An answer for a person at a terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING, Iterable

from supportlines.languages import best_match, language_name
from supportlines.places import country_name
from supportlines.render.layout import Paint, careful, labelled, padded, plain, width_of, wrapped
from supportlines.render.local_time import LocalTime
from supportlines.words import COSTS

if TYPE_CHECKING:
    from datetime import datetime

    from supportlines.lookup import Caveat, Option, Reason, Result

_MARKS = {"open": "●", "closed": "○", "unknown": "?", "no_line": "–"}
_WORDS = {"open": "open", "closed": "closed", "unknown": "not known"}
_OPPOSITES = {("open", "closed"), ("closed", "open")}
"""A state and the next one, where "until" says which that is."""

_DECIDES_A_CALL = frozenset(
    [
        "carrier_prefix",
        "carriers_only",
        "corrected",
        "landline_only",
        "line_ends",
        "line_turns",
        "mobile_only",
        "note",
        "number_doubtful",
        "number_note",
        "trunk_prefix_unknown",
    ]
)
"""Caveats without which a call may fail: every option shows them."""


def answer_text(
    answer: Result,
    *,
    locale: str = "en",
    explain: bool = False,
    width: int = 80,
    paint: Paint = plain,
) -> str:
    """Return *answer* as lines of text: the best option whole, the others in a line each.

    Args:
        answer: What to show.
        locale: For the names of languages, countries and days; sentences are English.
        explain: Show the reasons, caveats and published words of every option.
        width: Columns of the terminal; fewer than 30 count as 30, and no word is divided.
        paint: Colours a text by its role.
    """
    return "\n".join(_Page(answer, locale, width, paint).lines(explain=explain)) + "\n"


class _Page:
    def __init__(self, answer: Result, locale: str, width: int, paint: Paint) -> None:
        self._answer = answer
        self._locale = locale
        self._width = width
        self._paint = careful(paint)
        self._time = LocalTime(answer.caller.local_zones, answer.at, locale)

    def lines(self, *, explain: bool) -> list[str]:
        answer = self._answer
        found = [*self._painted(self._question(), "faint"), ""]
        best = answer.best
        if best is None:
            found += self._nobody()
        else:
            found += self._best(best, explain=explain)
            found += self._others(answer.options[1:], "If it does not work", explain=explain)
            if len(answer.options) == 1:
                found += ["", *wrapped(self._no_other(), "  ", "    ", self._width)]
        found += self._others(answer.guesses, "Not listed, but perhaps", explain=explain)
        found += self._withheld()
        found += self._caveats()
        found += ["", *self._painted(self._sources(), "faint")]
        return found

    def _painted(self, text: str, role: str) -> list[str]:
        """Return *text* in the colour of *role*, line by line: a pager may show one alone."""
        return [self._paint(line, role) for line in wrapped(text, "", "  ", self._width)]

    def _question(self) -> str:
        caller = self._answer.caller
        parts = [country_name(caller.country, self._locale)]
        if caller.calling_from != caller.country:
            parts.append(f"calling from {country_name(caller.calling_from, self._locale)}")
        parts += [language_name(tag, self._locale) for tag in caller.languages]
        parts.append(caller.tier)
        parts += [part for part in (caller.desk, caller.severity) if part]
        parts.append(f"{self._time.full(self._answer.at)} ({self._time.zone})")
        return " · ".join(parts)

    def _nobody(self) -> list[str]:
        caller = self._answer.caller
        country = country_name(caller.country, self._locale)
        desk = f" for desk {caller.desk} in" if caller.desk is not None else " for"
        text = f"{_MARKS['no_line']} No line is listed{desk} {country}."
        if self._answer.withheld:
            desk = f" for desk {caller.desk}" if caller.desk is not None else ""
            text = f"{_MARKS['no_line']} No line of {country}{desk} can be dialled from there."
        return self._painted(text, "unknown")

    def _no_other(self) -> str:
        """Return what follows the only option; lines of other desks were not asked about."""
        desk = self._answer.caller.desk
        what = "no other line" + (f" for desk {desk}" if desk is not None else "")
        return f"If it does not work: {what} {self._is_there()}."

    def _is_there(self) -> str:
        return "can be dialled from there" if self._answer.withheld else "is listed"

    def _best(self, option: Option, *, explain: bool) -> list[str]:
        headline = f"{_MARKS[option.state]} {self._state(option)}"
        if option.state == "unknown":
            headline = f"{_MARKS['unknown']} It is not known whether somebody answers now"
            headline += self._next(option)
        found = [*self._painted(headline, option.state), ""]
        for label, text in self._facts(option):
            lines = labelled(label, text, self._width)
            if label == "Press":
                lines = [line.replace(text, self._paint(text, "strong")) for line in lines]
                lines += [one for step in self._steps(option) for one in self._fact("", step)]
            found += lines
        found += self._reasons(option.reasons, published=explain)
        if explain:
            found += self._notes("Note", option.caveats)
        return found

    def _fact(self, label: str, text: str) -> list[str]:
        return labelled(label, text, self._width)

    def _facts(self, option: Option) -> list[tuple[str, str]]:
        facts = [("Press", option.dial)]
        if option.desk is not None:
            facts.append(("Desk", option.desk))
        facts.append(("Language", self._language(option)))
        facts.append(
            ("Cost", COSTS[option.cost].label if option.cost != "unknown" else "not known")
        )
        if option.published_as != option.dial:
            facts.append(("Printed", option.published_as))
        if option.tel_uri is not None:
            facts.append(("Link", option.tel_uri))
        return facts

    def _steps(self, option: Option) -> list[str]:
        """Return what to press after the call is answered, one thing a line.

        Where several languages have steps of their own, each says for which it is.
        """
        tags = dict.fromkeys(tag for step in option.steps for tag in step.languages)
        found = []
        before: set[str] = set()
        for step in option.steps:
            own = set(step.languages)
            word = "or" if own and before and own.isdisjoint(before) else "then"
            text = f"{word} {step.press}: {step.label}"
            if own and len(tags) > len(own):
                names = ", ".join(language_name(tag, self._locale) for tag in step.languages)
                text += "" if names.lower() == step.label.lower() else f" ({names})"
            found.append(text)
            before = own
        return found

    def _state(self, option: Option) -> str:
        """Return the state and what follows it: "until" speaks of open and closed alone."""
        word = _WORDS[option.state].capitalize()
        if option.changes_at is None:
            return "Open day and night" if option.state == "open" else word
        if (option.state, option.next_state) in _OPPOSITES:
            return f"{word} until {self._moment(option.changes_at)}{self._why(option)}"
        return word + self._next(option)

    def _next(self, option: Option) -> str:
        if option.changes_at is None or option.next_state is None:
            return ""
        following = _WORDS[option.next_state]
        return f" ⋅ from {self._moment(option.changes_at)} {following}{self._why(option)}"

    def _moment(self, at: datetime) -> str:
        return self._time.moment(at) + ("" if self._time.is_local else " UTC")

    def _why(self, option: Option) -> str:
        return f" ({option.next_why})" if option.next_why is not None else ""

    def _language(self, option: Option) -> str:
        if not option.languages:
            return "not known"
        tags = option.languages
        if option.language is not None:
            match = best_match([option.language], option.languages)
            tags = (match.spoken,) if match is not None else option.languages
        names = ", ".join(language_name(tag, self._locale) for tag in tags)
        if any(caveat.code == "language_assumed" for caveat in option.caveats):
            names += " (assumed)"
        return names

    def _reasons(self, reasons: tuple[Reason, ...], *, published: bool) -> list[str]:
        found = []
        for number, reason in enumerate(reasons):
            text = reason.text
            if published and reason.published_as:
                text += f" “{reason.published_as}”"
            found += labelled("Why" if number == 0 else "", text, self._width)
        return found

    def _notes(self, label: str, caveats: Iterable[Caveat]) -> list[str]:
        found = []
        for caveat in caveats:
            found += labelled(label, caveat.text, self._width)
            label = ""
        return found

    def _others(self, options: tuple[Option, ...], title: str, *, explain: bool) -> list[str]:
        if not options:
            return []
        found = ["", "  " + self._paint(title, "strong")]
        columns = max(width_of(option.dial) for option in options)
        for option in options:
            first = f"  {_MARKS[option.state]} {padded(option.dial, columns)}  "
            rest = " " * width_of(first)
            lines = wrapped(self._in_short(option), first, rest, self._width)
            mark = self._paint(_MARKS[option.state], option.state)
            lines[0] = lines[0].replace(_MARKS[option.state], mark, 1)
            found += lines
            for step in self._steps(option):
                found += wrapped(step, rest, rest, self._width)
            if explain:
                found += self._reasons(option.reasons, published=True)
                found += self._notes("Note", option.caveats)
                continue
            for caveat in option.caveats:
                if caveat.code in _DECIDES_A_CALL:
                    found += wrapped(caveat.text, rest + "– ", rest + "  ", self._width)
        return found

    def _in_short(self, option: Option) -> str:
        state = self._state(option)
        parts = [f"{state[0].lower()}{state[1:]}"]
        parts += [option.desk] if option.desk is not None else []
        return " · ".join([*parts, self._language(option), COSTS[option.cost].label])

    def _withheld(self) -> list[str]:
        if not self._answer.withheld:
            return []
        found = ["", "  " + self._paint("Listed, but not for dialling", "strong")]
        for line, reason in self._answer.withheld:
            found += wrapped(f"{line.published_as}: {reason.text}", "  – ", "    ", self._width)
        return found

    def _caveats(self) -> list[str]:
        """Return what concerns the answer or its best option, each thing once."""
        answer = self._answer
        caveats = list(answer.caveats)
        if answer.best is not None:
            caveats += answer.best.caveats
        for guess in answer.guesses:
            caveats += guess.caveats
        if not caveats:
            return []
        found = ["", "  " + self._paint("Please note", "strong")]
        for caveat in dict.fromkeys(caveats):
            found += wrapped(caveat.text, "  – ", "    ", self._width)
        return found

    def _sources(self) -> str:
        data = self._answer.data
        parts = [data.directory]
        parts += [f"read on {source.read_on.isoformat()}" for source in data.sources[:1]]
        parts.append(f"time zones {data.zone_data_version}")
        return " · ".join(parts)
