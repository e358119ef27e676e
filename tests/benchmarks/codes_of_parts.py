"""Renew the codes of ISO 3166-2 in the package from pycountry: ``pip install pycountry``.

Run ``python tests/benchmarks/codes_of_parts.py > src/supportlines/places/iso_3166_2.py``, read the
difference, and add what was withdrawn and is written still.
"""

from __future__ import annotations

import importlib
import textwrap
from collections import defaultdict

HEAD = '''"""Every part of a country that ISO 3166-2 has a code for, below the part that it lies in.

The codes, with the parts that they are of, are those of the list "iso-codes" as pycountry {version}
has it (https://pypi.org/project/pycountry/): {count:,} of them; and FR-75, as Paris was until 2021
and is written still. CONTRIBUTING.md says how to renew it. Whoever reads it takes `places.parts`.
"""

CODES = """
{lines}
"""
'''
WITHDRAWN = {("FR", "IDF"): ["75"]}


def main() -> None:
    """Print the module."""
    pycountry = importlib.import_module("pycountry")
    found: dict[tuple[str, str], list[str]] = defaultdict(list)
    for each in pycountry.subdivisions:
        country, _, code = each.code.partition("-")
        parent = (getattr(each, "parent_code", None) or "").partition("-")[2]
        found[country, parent].append(code)
    count = sum(map(len, found.values()))
    for key, codes in WITHDRAWN.items():
        found[key] += codes
    lines = []
    for (country, parent), codes in sorted(found.items()):
        head = f"{country}-{parent}" if parent else country
        row = f"{head}: {' '.join(sorted(codes))}"
        lines += textwrap.wrap(row, 96, subsequent_indent=" ", break_on_hyphens=False)
    version = importlib.import_module("importlib.metadata").version("pycountry")
    print(HEAD.format(version=version, count=count, lines="\n".join(lines)), end="")


if __name__ == "__main__":
    main()
