"""All files of a site, one by one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Iterator

from supportlines.render.json_ld import organization, script_json
from supportlines.web import element
from supportlines.web.feed import file_bytes, words_file
from supportlines.web.feed.schema import LINES_SCHEMA, WORDS_SCHEMA
from supportlines.web.feed.wording import tag_of
from supportlines.web.site.about import llms_text
from supportlines.web.site.hashes import hashes_of
from supportlines.web.site.pages import demonstration, directory_page, snippet, start_page
from supportlines.web.site.plan import SCRIPT, SMALL_STYLE, STYLE, SiteFile, SitePlan
from supportlines.web.site.working import lines_of

if TYPE_CHECKING:
    from supportlines.web.site.working import Hears

CORE, READABLE = "support-lines-core.min.js", "support-lines.js"
ICON = (
    b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16"><circle cx="8" cy="8" r="7" '
    b'fill="#0b6e4f"/><path d="M4 8h5l-2-2 1-1 4 3-4 3-1-1 2-2H4z" fill="#fff"/></svg>\n'
)


def site_files(
    plan: SitePlan, *, processes: int = 1, told: Hears | None = None
) -> Iterator[SiteFile | str]:
    """Yield each file of a site, and texts that tell what could not be told apart.

    Args:
        plan: What it is to hold.
        processes: How many of them work at once.
        told: Hears of the progress.
    """
    found: list[SiteFile] = []
    lines: list[dict[str, Any]] = []
    for one in lines_of(plan, processes, told or _nobody):
        country = one.record["country"]
        lines.append(one.record)
        found.append(SiteFile(f"lines/{country}.json", file_bytes(one.record)))
        if one.left_out:
            yield f"not told apart in {country}: {', '.join(one.left_out)}"
    for locale in plan.locales:
        words = file_bytes(words_file(locale, lines))
        found.append(SiteFile(f"words/{tag_of(locale)}.json", words))
    found += _element_files()
    facts = plan.directory.facts
    json_ld = script_json(organization(facts)[0])
    found.append(SiteFile("icon.svg", ICON))
    found.append(SiteFile("organization.jsonld", f"{json_ld}\n".encode()))
    found.append(SiteFile("schema/lines.schema.json", file_bytes(LINES_SCHEMA)))
    found.append(SiteFile("schema/words.schema.json", file_bytes(WORDS_SCHEMA)))
    hashes = hashes_of(found)
    for locale in plan.locales:
        page = directory_page(plan, locale, hashes, json_ld)
        found.append(SiteFile(f"{tag_of(locale)}/index.html", page))
        found.append(SiteFile(f"{tag_of(locale)}/snippet.html", snippet(plan, locale, hashes)))
    found.append(SiteFile("index.html", start_page(plan, hashes)))
    found.append(SiteFile("demo.html", demonstration(plan, hashes)))
    found.append(SiteFile("llms.txt", llms_text(plan)))
    found.append(SiteFile("integrity.json", file_bytes(hashes_of(found))))
    yield from found


def _nobody(_done: int, _of: int) -> None:
    """Hear of the progress and tell nobody."""


def _element_files() -> list[SiteFile]:
    return [
        SiteFile(SCRIPT, element.script()),
        SiteFile(CORE, element.core_script()),
        SiteFile(READABLE, element.module()),
        SiteFile(STYLE, element.style()),
        SiteFile(SMALL_STYLE, element.element_style()),
        SiteFile("custom-elements.json", element.manifest()),
    ]
