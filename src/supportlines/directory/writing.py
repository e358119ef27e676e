"""Facts as the text of a data file."""

from __future__ import annotations

from typing import TYPE_CHECKING

import yaml

from supportlines.directory.plain import plain_of

if TYPE_CHECKING:
    from supportlines.directory.model import Facts

_WIDTH = 100


def dump(facts: Facts) -> str:
    """Return the text of a data file that has these *facts*, in YAML.

    What `load_directory` makes of it is equal to *facts*. It is not the file that they were read
    from: comments are lost, what holds by default is left out, and values have their canonical
    form. Whether facts that were not read from a file make a sound one, reading it will say.

    >>> from supportlines.directory import facts_of_plain
    >>> about = {"id": "a", "name": "NO", "sources": []}
    >>> tiers = {"standard": {"name": "Standard"}}
    >>> print(dump(facts_of_plain({"directory": about, "tiers": tiers, "regions": []})), end="")
    directory:
      id: a
      name: 'NO'
      sources: []
    tiers:
      standard:
        name: Standard
    regions: []
    """
    text: str = yaml.safe_dump(plain_of(facts), sort_keys=False, allow_unicode=True, width=_WIDTH)
    return text
