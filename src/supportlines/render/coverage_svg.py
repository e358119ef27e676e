"""Coverage as a picture for a page: SVG without script, for light and dark, with words in it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Iterator, Sequence
from xml.sax.saxutils import escape

from supportlines.render.coverage import tongue
from supportlines.render.week_words import (
    DAYS,
    clock_words,
    gaps_words,
    level,
    percent,
    period_words,
    whom_words,
)

if TYPE_CHECKING:
    from supportlines.coverage import Coverage, Picture
    from supportlines.coverage.measure import HourShare

_WIDE, _HIGH = 26, 22
_LEFT, _TOP = 48, 62
_BELOW = 18
_RIGHT = 12
_LEGEND = 34
_LISTED = 8
"""So many countries fit beside the title."""

_STYLE = """
  text { font-family: system-ui, sans-serif; font-size: 11px; fill: #1b1f24 }
  .page { fill: #fff } .head { font-size: 14px; font-weight: 600 }
  .n { font-size: 8px; text-anchor: middle }
  .hour { text-anchor: middle } .l3n, .l4n { fill: #fff }
  rect { stroke: #8a949e; stroke-width: .5 } .page { stroke: none }
  .l0 { fill: #fff } .l1 { fill: #cfe3f7 } .l2 { fill: #8fbfe8 } .l3 { fill: #2f73ad }
  .l4 { fill: #0b3d66 } .lu { fill: #f3dcae }
  @media (prefers-color-scheme: dark) {
    text { fill: #e6edf3 } .page { fill: #0d1117 } rect { stroke: #57606a }
    .l0 { fill: #0d1117 } .l1 { fill: #12304a } .l2 { fill: #1f5f93 } .l3 { fill: #6fb1e6 }
    .l4 { fill: #d6ecff } .lu { fill: #5c4413 } .l3n, .l4n { fill: #0d1117 }
  }
"""


def coverage_svg(coverage: Coverage) -> str:
    """Return the pictures of *coverage*, one below the other, as an SVG document.

    Title and description say in words what is to be seen; every hour has a title of its own.
    Shades are not told by colour alone: an hour served in part has its percentage in it.
    """
    height = (_TOP + 7 * _HIGH + _BELOW) * len(coverage.pictures) + _LEGEND
    width = _LEFT + 24 * _WIDE + _RIGHT
    title = f"Who is served when: {coverage.directory}, {_period(coverage)}"
    size = f'viewBox="0 0 {width} {height}" width="{width}" height="{height}"'
    role = 'role="img" aria-labelledby="title desc"'
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" {size} {role}>',
        f'<title id="title">{escape(title)}</title>',
        f'<desc id="desc">{escape(_description(coverage))}</desc>',
        f"<style>{_STYLE}</style>",
        f'<rect class="page" width="{width}" height="{height}"/>',
    ]
    for number, picture in enumerate(coverage.pictures):
        parts += _drawn(coverage, picture, number * (_TOP + 7 * _HIGH + _BELOW))
    parts += [*_legend(height - _LEGEND), "</svg>"]
    return "\n".join(parts) + "\n"


def _period(coverage: Coverage) -> str:
    return ", ".join([*whom_words(coverage), period_words(coverage), clock_words(coverage)])


def _name(picture: Picture) -> str:
    return f"{tongue(picture.language)}, {picture.tier}"


def _description(coverage: Coverage) -> str:
    """Return what a person sees in the pictures."""
    sentences = [
        "Seven rows, Monday to Sunday, of 24 hours; the stronger the shade, the more are served.",
        "A question mark stands for what is not known.",
    ]
    for picture in coverage.pictures:
        number = len(picture.countries)
        where = "1 country" if number == 1 else f"{number} countries"
        served = sum(cell.open_share for cell in picture.cells) / len(picture.cells)
        unknown = sum(cell.unknown_share for cell in picture.cells) / len(picture.cells)
        shares = f"{percent(served)} of the hours of the week are served"
        if unknown > 0:
            shares += f", of {percent(unknown)} it is not known"
        sentences += [f"{_name(picture)}, {where}: {shares}.", *_gaps(picture)]
    return " ".join(sentences)


def _gaps(picture: Picture) -> Iterator[str]:
    """Yield when nobody answers, and when that is not known."""
    if picture.gaps:
        yield f"Nobody answers: {gaps_words(picture.gaps)}."
    if picture.unknown_gaps:
        yield f"Not known whether somebody answers: {gaps_words(picture.unknown_gaps)}."
    if not (picture.gaps or picture.unknown_gaps):
        yield "There is no hour of the week in which nobody ever answers."


def _drawn(coverage: Coverage, picture: Picture, top: int) -> Iterator[str]:
    yield f'<g transform="translate(0 {top})">'
    yield f'<text class="head" x="8" y="24">{escape(_name(picture))}</text>'
    about = f"{_where(picture.countries)} · {_period(coverage)}"
    yield f'<text x="8" y="42">{escape(about)}</text>'
    for hour in range(0, 24, 2):
        x = _LEFT + hour * _WIDE
        yield f'<text class="hour" x="{x}" y="{_TOP - 5}">{hour}</text>'
    for day, name in enumerate(DAYS):
        y = _TOP + day * _HIGH
        yield f'<text x="8" y="{y + 15}">{name}</text>'
        for hour in range(24):
            yield _cell(picture.cells[day * 24 + hour], name, hour, y)
    yield "</g>"


def _where(countries: Sequence[str]) -> str:
    return " ".join(countries) if len(countries) <= _LISTED else f"{len(countries)} countries"


def _cell(cell: HourShare, day: str, hour: int, y: int) -> str:
    step, words = _step(cell)
    x = _LEFT + hour * _WIDE
    said = f"{day} {hour:02}:00–{hour + 1:02}:00: {percent(cell.open_share)} served"
    if cell.unknown_share > 0:
        said += f", {percent(cell.unknown_share)} not known"
    text = ""
    if words:
        text = f'<text class="n l{step}n" x="{x + _WIDE // 2}" y="{y + 14}">{escape(words)}</text>'
    return (
        f'<g><title>{escape(said)}</title><rect class="l{step}" x="{x}" y="{y}" '
        f'width="{_WIDE}" height="{_HIGH}"/>{text}</g>'
    )


def _step(cell: HourShare) -> tuple[str, str]:
    """Return the class of an hour and what stands in it."""
    step = level(cell.open_share)
    if step == 0:
        return ("u", "?") if cell.unknown_share > 0 else ("0", "")
    partly = "" if cell.open_share >= 1 else percent(cell.open_share).replace(" %", "")
    return str(step), partly


def _legend(y: int) -> Iterator[str]:
    entries = (
        ("0", "", "nobody"),
        ("1", "17", "% of the time or of the countries"),
        ("4", "", "always"),
        ("u", "?", "not known"),
    )
    x = _LEFT
    yield f'<g transform="translate(0 {y})">'
    for step, inside, words in entries:
        yield f'<rect class="l{step}" x="{x}" y="4" width="{_WIDE}" height="{_HIGH}"/>'
        if inside:
            yield f'<text class="n" x="{x + _WIDE // 2}" y="18">{inside}</text>'
        yield f'<text x="{x + _WIDE + 5}" y="19">{escape(words)}</text>'
        x += _WIDE + 24 + 6 * len(words)
    yield "</g>"
