"""An answer for a person at a terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from supportlines.languages import best_match, language_name
from supportlines.places import country_name
from supportlines.render.layout import Paint, careful, labelled, padded, plain, width_of, wrapped
from supportlines.render.local_time import LocalTime

if TYPE_CHECKING:
    from supportlines.lookup import Answer, Option, Reason

_MARKS = {"open": "●", "closed": "○", "unknown": "?", "no_line": "–"}

_COSTS = {
    "free": "free",
    "local": "local call",
    "national": "national call",
    "international": "international call",
    "unknown": "cost not known",
}


def answer_text(
    answer: Answer,
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
        width: Columns of the terminal.
        paint: Colours a text by its role.
    """
    return "\n".join(_Page(answer, locale, width, paint).lines(explain=explain)) + "\n"


class _Page:
    def __init__(self, answer: Answer, locale: str, width: int, paint: Paint) -> None:
        self._answer = answer
        self._locale = locale
        self._width = width
        self._paint = careful(paint)
        self._time = LocalTime(answer.caller.local_zones, answer.at, locale)

    def lines(self, *, explain: bool) -> list[str]:
        answer = self._answer
        found = [self._paint(self._question(), "faint"), ""]
        best = answer.best
        if best is None:
            found += self._nobody()
        else:
            found += self._best(best, explain=explain)
            found += self._others(answer.options[1:], "If it does not work", explain=explain)
            if len(answer.options) == 1:
                found += ["", "  If it does not work: no other line is listed."]
        found += self._others(answer.guesses, "Not listed, but perhaps", explain=explain)
        found += self._withheld()
        found += self._caveats()
        found += ["", self._paint(self._sources(), "faint")]
        return found

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
        country = country_name(self._answer.caller.country, self._locale)
        text = f"{_MARKS['no_line']} No line is listed for {country}."
        if self._answer.withheld:
            text = f"{_MARKS['no_line']} No line of {country} can be dialled from there."
        return [self._paint(text, "unknown")]

    def _best(self, option: Option, *, explain: bool) -> list[str]:
        headline = f"{_MARKS[option.state]} {self._state(option)}"
        if option.state == "unknown":
            headline = f"{_MARKS['unknown']} It is not known whether somebody answers now"
            if option.changes_at is not None:
                headline += f" (next change: {self._time.moment(option.changes_at)})"
        found = [self._paint(headline, option.state), ""]
        for label, text in self._facts(option):
            lines = labelled(label, text, self._width)
            if label == "Press":
                lines = [line.replace(text, self._paint(text, "strong")) for line in lines]
            found += lines
        for step in option.line.steps:
            found += labelled("", f"then {step.press}: {step.label}", self._width)
        found += self._reasons(option.reasons, published=explain)
        if explain:
            found += self._notes(option)
        return found

    def _facts(self, option: Option) -> list[tuple[str, str]]:
        facts = [("Press", option.dial)]
        facts.append(("Language", self._language(option)))
        facts.append(("Cost", _COSTS[option.cost]))
        if option.published_as != option.dial:
            facts.append(("Printed", option.published_as))
        if option.tel_uri is not None:
            facts.append(("Link", option.tel_uri))
        return facts

    def _state(self, option: Option) -> str:
        word = {"open": "Open", "closed": "Closed", "unknown": "Not known"}[option.state]
        if option.changes_at is None:
            return {"open": "Open day and night", "closed": "Closed"}.get(option.state, word)
        moment = self._time.moment(option.changes_at)
        return f"{word} until {moment}" + ("" if self._time.is_local else " UTC")

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

    def _notes(self, option: Option) -> list[str]:
        found = []
        for number, caveat in enumerate(option.caveats):
            found += labelled("Note" if number == 0 else "", caveat.text, self._width)
        return found

    def _others(self, options: tuple[Option, ...], title: str, *, explain: bool) -> list[str]:
        if not options:
            return []
        found = ["", "  " + self._paint(title, "strong")]
        columns = max(width_of(option.dial) for option in options)
        for option in options:
            state = self._state(option)
            text = f"{state[0].lower()}{state[1:]} · {self._language(option)} · "
            text += _COSTS[option.cost]
            first = f"  {_MARKS[option.state]} {padded(option.dial, columns)}  "
            lines = wrapped(text, first, " " * width_of(first), self._width)
            mark = self._paint(_MARKS[option.state], option.state)
            lines[0] = lines[0].replace(_MARKS[option.state], mark, 1)
            found += lines
            if explain:
                found += self._reasons(option.reasons, published=True)
                found += self._notes(option)
        return found

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
