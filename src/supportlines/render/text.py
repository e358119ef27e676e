"""An answer for a person at a terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING, Iterable

from supportlines.languages import language_name
from supportlines.places import country_name
from supportlines.render.beside import BesideText
from supportlines.render.layout import Paint, careful, labelled, padded, plain, width_of, wrapped
from supportlines.render.local_time import LocalTime
from supportlines.render.missing import no_other, nobody
from supportlines.render.shown import IN_THE_FIRST_LINE, Shown, languages_shown, shows_cost
from supportlines.render.steps import steps_text
from supportlines.texts import within
from supportlines.words import CHANNELS, COSTS, STATES

if TYPE_CHECKING:
    from datetime import datetime

    from supportlines.lookup import Caveat, Option, Reason, Result

_MARKS = {"open": "●", "closed": "○", "unknown": "?", "no_line": "–"}
_OPPOSITES = {("open", "closed"), ("closed", "open")}
"""A state and the next one, where "until" says which that is."""

_SERVED = {
    "native": "",
    "interpreter": " (through an interpreter)",
    "best_effort": " (best effort)",
}


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
        self._shown = shown = Shown(answer)
        self._beside = BesideText(answer, shown, self._time, locale, width, self._paint)

    def lines(self, *, explain: bool) -> list[str]:
        answer, shown, beside = self._answer, self._shown, self._beside
        found = [*self._painted(self._question(), "faint"), ""]
        found += beside.self_help()
        if answer.best is None:
            text = f"{_MARKS[answer.state]} {nobody(answer, self._locale)}"
            found += self._painted(text, "unknown")
            found += beside.asks("Say first", shown.asked_first)
            if shown.whole is not None:
                found += ["", *self._best(shown.whole, explain=explain)]
        else:
            found += self._best(answer.best, explain=explain)
            title = "There too" if answer.best.dial is None else "On the same number"
            found += self._others(shown.same_contact, title, explain=explain, is_named=False)
            found += self._others(shown.elsewhere, "If it does not work", explain=explain)
            found += self._others(shown.for_something_else, "For something else", explain=explain)
            if shown.says_that_there_is_no_other:
                found += ["", *wrapped(no_other(answer), "  ", "    ", self._width)]
        found += self._others(shown.other_ways, "Other ways", explain=explain)
        found += self._others(answer.guesses, "Not listed, but perhaps", explain=explain)
        found += beside.asks("It may depend on", shown.asked)
        found += beside.coming()
        found += beside.prepare()
        found += beside.not_for()
        found += beside.withheld()
        found += self._caveats()
        found += ["", *self._painted(self._sources(), "faint")]
        return found

    def _painted(self, text: str, role: str) -> list[str]:
        """Return *text* in the colour of *role*, line by line: a pager may show one alone."""
        return [self._paint(line, role) for line in wrapped(text, "", "  ", self._width)]

    def _question(self) -> str:
        caller = self._answer.caller
        parts = [country_name(caller.country, self._locale)]
        if caller.subdivision is not None:
            parts.append(f"{caller.country}-{caller.subdivision}")
        if caller.calling_from != caller.country:
            parts.append(f"calling from {country_name(caller.calling_from, self._locale)}")
        parts += [language_name(tag, self._locale) for tag in caller.languages]
        parts.append(caller.tier)
        parts += [part for part in (caller.desk, caller.severity) if part]
        parts += [f"{name} {value}" for name, value in caller.facets]
        if caller.channels != ("phone",):
            parts += [CHANNELS[one].label for one in caller.channels]
        parts.append(f"{self._time.full(self._answer.at)} ({self._time.zone})")
        return " · ".join(parts)

    def _best(self, option: Option, *, explain: bool) -> list[str]:
        headline = f"{_MARKS[option.state]} {self._state(option)}"
        if option.state == "unknown":
            headline = f"{_MARKS['unknown']} It is not known whether somebody answers now"
            headline += self._next(option)
        limits = [one.text.rstrip(".") for one in option.caveats if one.code in IN_THE_FIRST_LINE]
        headline += "".join(f" ⋅ {text[:1].lower()}{text[1:]}" for text in limits)
        found = [*self._painted(headline, option.state), ""]
        for label, text in self._facts(option):
            lines = labelled(label, text, self._width)
            if text == self._contact(option):
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
        facts = [self._does(option)]
        if option.channel != "phone":
            facts.append(("Channel", CHANNELS[option.channel].label))
        if option.line.service is not None:
            facts.append(("On", within(option.line.service, self._locale)))
        if option.desks:
            facts.append(("Desk", self._desks(option)))
        facts.append(("Language", self._language(option)))
        if shows_cost(option):
            cost = COSTS[option.cost].label if option.cost != "unknown" else "not known"
            facts.append(("Cost", cost))
        if option.reply_by is not None:
            facts.append(("Answer", f"by {self._moment(option.reply_by)}"))
        if option.published_as not in (self._contact(option), str(option.contact)):
            facts.append(("Printed", option.published_as))
        link = option.uri or option.tel_uri
        if link is not None and link != option.contact:
            facts.append(("Link", link))
        return facts

    def _desks(self, option: Option) -> str:
        return ", ".join(within(name, self._locale) for name in option.desk_names)

    def _does(self, option: Option) -> tuple[str, str]:
        """Return what to do, and with what: to press keys, to open a page."""
        if option.dial is not None:
            return CHANNELS[option.channel].does, option.dial
        does = "Number" if option.line.contact_is is not None else CHANNELS[option.channel].does
        return does, self._contact(option)

    def _contact(self, option: Option) -> str:
        """Return what is used: the keys, the page, the address."""
        return (
            option.dial if option.dial is not None else within(option.contact or "", self._locale)
        )

    def _steps(self, option: Option) -> list[str]:
        """Return what to do after contact, one thing a line."""
        return steps_text(option, self._beside.names, self._locale) if option.steps else []

    def _state(self, option: Option) -> str:
        """Return the state and what follows it: "until" speaks of open and closed alone."""
        word = STATES[option.state].capitalize()
        if option.mode == "message" and option.state == "open":
            word = "Takes messages"
            if option.changes_at is None:
                return "Takes messages at any time"
        if option.changes_at is None:
            return "Open day and night" if option.state == "open" else word
        why = option.next_reason
        if why is not None and why.code == "end_not_known" and option.state == "closed":
            return (
                f"{word} at least until {self._moment(option.changes_at)}, then not known"
                f"{self._why(option)}"
            )
        if (option.state, option.next_state) in _OPPOSITES:
            return f"{word} until {self._moment(option.changes_at)}{self._why(option)}"
        return word + self._next(option)

    def _next(self, option: Option) -> str:
        if option.changes_at is None or option.next_state is None:
            return ""
        following = STATES[option.next_state]
        return f" ⋅ from {self._moment(option.changes_at)} {following}{self._why(option)}"

    def _moment(self, at: datetime) -> str:
        return self._time.moment(at) + ("" if self._time.is_local else " UTC")

    def _why(self, option: Option) -> str:
        why = option.next_why
        return f" ({why.rstrip('.')})" if why is not None else ""

    def _language(self, option: Option) -> str:
        if not option.languages:
            return f"any{_SERVED[option.language_mode]}" if option.language_mode else "not known"
        names = ", ".join(language_name(tag, self._locale) for tag in languages_shown(option))
        if any(caveat.code == "language_assumed" for caveat in option.caveats):
            names += " (assumed)"
        return names + _SERVED.get(option.language_mode or "", "")

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

    def _others(
        self, options: tuple[Option, ...], title: str, *, explain: bool, is_named: bool = True
    ) -> list[str]:
        """Return *options* in short under a *title*, each with what is used if *is_named*."""
        if not options:
            return []
        found = ["", "  " + self._paint(title, "strong")]
        columns = max(width_of(self._contact(option)) for option in options)
        columns = min(columns, max(20, self._width // 2))
        for option in options:
            name = f"{padded(self._contact(option), columns)}  " if is_named else ""
            first = f"  {_MARKS[option.state]} {name}"
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
            for caveat in self._shown.caveats_of(option):
                found += wrapped(caveat.text, rest + "– ", rest + "  ", self._width)
        return found

    def _in_short(self, option: Option) -> str:
        state = self._state(option)
        parts = [f"{state[0].lower()}{state[1:]}"]
        if option.channel != "phone":
            service = within(option.line.service or "", self._locale)
            parts.append(service or CHANNELS[option.channel].label.lower())
        if option.desks:
            parts.append(self._desks(option))
        parts.append(self._language(option))
        if shows_cost(option):
            parts.append(COSTS[option.cost].label)
        if option.reply_by is not None:
            parts.append(f"answer by {self._moment(option.reply_by)}")
        return " · ".join(parts)

    def _caveats(self) -> list[str]:
        """Return what concerns the answer or its best option, each thing once."""
        caveats = self._shown.caveats()
        if not caveats:
            return []
        found = ["", "  " + self._paint("Please note", "strong")]
        for caveat in caveats:
            found += wrapped(caveat.text, "  – ", "    ", self._width)
        return found

    def _sources(self) -> str:
        data = self._answer.data
        parts = [data.directory]
        for source in data.sources[:1]:
            of = "" if source.version is None else f"of {source.version.isoformat()}, "
            parts.append(f"{of}read on {source.read_on.isoformat()}")
        parts.append(f"time zones {data.zone_data_version}")
        return " · ".join(parts)
