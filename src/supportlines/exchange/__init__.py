"""In and out: other people's formats as data files, and directories in other people's formats."""

from __future__ import annotations

from supportlines.exchange.csv_writing import write_csv
from supportlines.exchange.data_file import Imported, Missing
from supportlines.exchange.errors import ForeignFileError, NoTableError
from supportlines.exchange.hsds_writing import write_hsds
from supportlines.exchange.importing import (
    FORMATS,
    import_text,
    text_of_bytes,
)
from supportlines.exchange.said import Given, Loss, Remark, WrittenFile

__all__ = [
    "FORMATS",
    "ForeignFileError",
    "Given",
    "Imported",
    "Loss",
    "Missing",
    "NoTableError",
    "Remark",
    "WrittenFile",
    "import_text",
    "text_of_bytes",
    "write_csv",
    "write_hsds",
]
