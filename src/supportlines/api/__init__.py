"""The public door: load a directory, ask it; "now" is added here, and by no room below.

Reading order: `answer` is what comes out, `directory` is what is asked, `shipped` finds the
directories that come with the package, `checking` looks a data file through.
"""

from supportlines.api.answer import Answer
from supportlines.api.checking import check
from supportlines.api.directory import Directory
from supportlines.api.shipped import SHIPPED, directories, load, loads, who_can_i_call

__all__ = [
    "SHIPPED",
    "Answer",
    "Directory",
    "check",
    "directories",
    "load",
    "loads",
    "who_can_i_call",
]
