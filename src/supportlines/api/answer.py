"""The answer, with what can be made of it for people and programs."""

from __future__ import annotations

from dataclasses import dataclass
from operator import index
from typing import TYPE_CHECKING, Any

from supportlines.errors import WrongTypeError, check_text
from supportlines.lookup import Result

if TYPE_CHECKING:
    from typing import Callable, NoReturn

    from markupsafe import Markup


@dataclass(frozen=True, repr=False)
class Answer(Result):
    """Who can be called at `at`: options, best first, with everything that was assumed.

    It never changes, can be compared, hashed and pickled. pydantic takes it as it is: a
    `TypeAdapter(Answer)` and FastAPI's `-> Answer` give the JSON of `to_dict`.

    >>> from datetime import datetime, timezone
    >>> import supportlines
    >>> at = datetime(2026, 11, 24, 16, tzinfo=timezone.utc)
    >>> supportlines.who_can_i_call("MX", languages=["es"], at=at)
    <Answer MX at 2026-11-24T16:00:00Z: unknown, 2 options>
    """

    def text(self, locale: str = "en", *, explain: bool = False, width: int = 80) -> str:
        """Return the answer as `supportlines now` prints it, lines of at most *width* columns.

        Args:
            locale: For the names of languages, countries and days; sentences are English.
            explain: Show the grounds of every option.
            width: Columns of the page or terminal; fewer than 30 count as 30, and no word is
                divided.

        Raises:
            UnknownLocaleError: If there is no such locale.
            WrongTypeError: If *width* is no whole number.
        """
        from supportlines.places import parse_locale
        from supportlines.render.text import answer_text

        check_text("locale", locale, 'a locale such as "pt-BR"')
        if isinstance(width, bool) or not hasattr(width, "__index__"):
            raise WrongTypeError.of("width", width, "columns as a whole number, such as 80")
        return answer_text(self, locale=parse_locale(locale), explain=explain, width=index(width))

    def html(self, locale: str = "en", *, heading_level: int = 2) -> Markup:
        """Return the answer as one element of HTML, for a page in *locale*: a snapshot.

        It says of which instant it is. Nothing in it follows the clock, so do not keep it beyond
        that. Everything is escaped; Jinja2, Flask and Django take it as safe.

        Args:
            locale: For names, times and dates; sentences are English, and marked as that.
            heading_level: Of its first heading, from 1 to 5.

        Raises:
            UnknownLocaleError: If there is no such locale.
            WrongTypeError: If *heading_level* is none of these.
        """
        from supportlines.places import parse_locale
        from supportlines.render.html.answer import answer_html

        check_text("locale", locale, 'a locale such as "pt-BR"')
        if isinstance(heading_level, bool) or heading_level not in (1, 2, 3, 4, 5):
            takes = "the level of a heading from 1 to 5"
            raise WrongTypeError.of("heading_level", heading_level, takes)
        return answer_html(self, locale=parse_locale(locale), heading_level=heading_level)

    def to_dict(self) -> dict[str, Any]:
        """Return the answer as `now --json` has it: dictionaries, lists, texts and None.

        Instants are UTC, `2026-11-23T16:00:00Z`; see docs/reference/json.md.
        """
        from supportlines.render.as_json import answer_data

        return answer_data(self)

    def to_json(self) -> str:
        """Return `to_dict` as one line of JSON (RFC 8259), in ASCII."""
        from supportlines.render.as_json import json_line

        return json_line(self.to_dict())

    @classmethod
    def __get_pydantic_core_schema__(cls, _source: object, _handler: object) -> dict[str, Any]:
        """Tell pydantic that an answer is one already, and how it is written.

        A schema of pydantic's core is a plain dictionary: nothing of pydantic is needed for it.
        """
        refused = {"type": "function-plain", "function": {"type": "no-info", "function": _refuse}}
        return {
            "type": "json-or-python",
            "json_schema": refused,
            "python_schema": {"type": "is-instance", "cls": cls},
            "serialization": {
                "type": "function-plain",
                "function": cls.to_dict,
                "return_schema": {"type": "dict"},
            },
        }

    @classmethod
    def __get_pydantic_json_schema__(
        cls, _core: object, _handler: Callable[..., Any]
    ) -> dict[str, Any]:
        """Return the JSON Schema of `to_dict`."""
        from supportlines.render.answer_schema import answer_schema

        return answer_schema()


def _refuse(_found: object) -> NoReturn:
    raise ValueError("an answer is written as JSON and not read from it; ask the directory again")
