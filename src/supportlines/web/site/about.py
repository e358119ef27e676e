"""`llms.txt`: what there is, for programs that read pages (https://llmstxt.org)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from supportlines.errors import one_line
from supportlines.languages import language_name
from supportlines.texts import within
from supportlines.web.feed.wording import tag_of

if TYPE_CHECKING:
    from supportlines.web.site.plan import SitePlan

_ENGLISH = "en"


def llms_text(plan: SitePlan) -> bytes:
    """Return the text of `llms.txt`: the pages, the files, and how they are to be read."""
    name = one_line(within(plan.directory.name, _ENGLISH))
    base = plan.base_url
    pages = [
        f"- [{language_name(tag_of(one), _ENGLISH)}]({base}{tag_of(one)}/index.html): "
        "every line, its hours and whom it serves"
        for one in plan.locales
    ]
    lines = [
        f"# {name}",
        "",
        "> Whom to call, in which language, at which hours, by country.",
        "",
        "Whether somebody answers now is said by `lines/CC.json` (CC being an ISO 3166-1 code)",
        "and the present instant: a page alone does not say it.",
        "Some numbers can be dialled from some countries only.",
        "",
        "## Pages",
        "",
        *pages,
        "",
        "## Data",
        "",
        f"- [Schema of lines/CC.json]({base}schema/lines.schema.json)",
        f"- [Schema of words/LOCALE.json]({base}schema/words.schema.json)",
        f"- [schema.org, JSON-LD]({base}organization.jsonld)",
        "",
        "## Countries",
        "",
        *(f"- [{one}]({base}lines/{one}.json)" for one in plan.countries),
    ]
    return ("\n".join(lines) + "\n").encode()
