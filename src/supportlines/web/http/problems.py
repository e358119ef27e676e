"""What is wrong with a request, as RFC 9457 has it: a problem with a status and a sentence."""

from __future__ import annotations

import json
from http import HTTPStatus
from typing import TYPE_CHECKING, Sequence

from supportlines.errors import SupportlinesError, one_line
from supportlines.lookup import QuestionError
from supportlines.web.http.responses import Response

if TYPE_CHECKING:
    from supportlines.web.http.responses import Header

MEDIA_TYPE = "application/problem+json"
_TITLES = {413: "Content Too Large", 414: "URI Too Long"}
"""As RFC 9110 calls what older Pythons call otherwise."""
_LONGEST = 500
"""Of a sentence that quotes what was written."""


class RequestError(SupportlinesError, ValueError):
    """A request that cannot be understood, or that there is no room for.

    Attributes:
        status: The status of HTTP that says so.
        sentences: What is wrong, a sentence or two for each thing.
    """

    def __init__(self, status: int, *sentences: str) -> None:
        super().__init__(status, sentences)
        self.status = status
        self.sentences = sentences

    def __str__(self) -> str:
        return "\n".join(self.sentences)


def problem_of(error: SupportlinesError) -> Response:
    """Return the reply to a request that *error* refuses.

    Whatever a question names and nobody knows is not found: a country, a tier, a zone, a tag.
    """
    if isinstance(error, RequestError):
        return problem(error.status, error.sentences)
    if isinstance(error, QuestionError):
        return problem(HTTPStatus.NOT_FOUND, [str(one) for one in error.problems])
    return problem(HTTPStatus.NOT_FOUND, [str(error)])


def problem(status: int, sentences: Sequence[str], headers: Sequence[Header] = ()) -> Response:
    """Return the reply with this *status* that says what is wrong in *sentences*.

    Of one sentence `detail` is all; of several it has them one after the other, and `problems`
    each by itself.
    """
    said = [_short(one) for one in sentences]
    data: dict[str, object] = {
        "type": "about:blank",
        "title": _TITLES.get(status, HTTPStatus(status).phrase),
        "status": int(status),
        "detail": " ".join(said),
    }
    if len(said) > 1:
        data["problems"] = said
    more = [(b"cache-control", b"no-store"), *headers]
    return Response(json.dumps(data).encode(), MEDIA_TYPE, status=int(status), headers=more)


def _short(sentence: str) -> str:
    line = one_line(sentence)
    return line if len(line) <= _LONGEST else f"{line[: _LONGEST - 1]}…"
