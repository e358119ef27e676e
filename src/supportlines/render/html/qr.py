"""QR codes of numbers, for paper: whoever holds a telephone before one calls it."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from markupsafe import Markup

from supportlines.errors import SupportlinesError
from supportlines.render.html.markup import element, is_safe_link, text

if TYPE_CHECKING:
    from supportlines.render.html.contacts import Contact

_PARAMETER = ";"
"""Begins what RFC 3966 adds to digits that exist in one country; who reads codes skips none."""


_DOTS = 3
"""Pixels of one module: the code of a number is some 100 wide, which a telephone reads on paper."""


class NoQrCodesError(SupportlinesError, LookupError):
    """QR codes were asked for, and the package that draws them is not there."""

    def __str__(self) -> str:
        return 'QR codes need the package segno. Install "supportlines[qr]", or leave qr out.'


class QrCodes:
    """Draws the codes of contacts that have a link."""

    def __init__(self) -> None:
        try:
            import segno  # noqa: PLC0415 - an extra
        except ImportError as error:
            raise NoQrCodesError from error
        self._make = segno.make_qr

    def code(self, contact: Contact) -> Markup | None:
        """Return the code of a number or a page; None where there is nothing to link to."""
        uri = (contact.uri or "").partition(_PARAMETER)[0]
        if not contact.is_usable or not is_safe_link(uri):
            return None
        return self._drawn(uri)

    @lru_cache(maxsize=512)  # noqa: B019 - as long as the page is written
    def _drawn(self, uri: str) -> Markup:
        drawn = self._make(uri, error="m").svg_inline(
            scale=_DOTS, svgclass=None, lineclass=None, border=4, light="#fff"
        )
        # The picture is made of numbers alone; what it stands for is the link beside it.
        picture = Markup(drawn)  # noqa: S704
        return element("span", picture, class_="sl-qr", aria_hidden="true", data_uri=text(uri))
