"""The feed: what holds when, for every country and caller, in files that any server hands out.

Reading order: `scope` is one directory and one stretch of time; `asking` knows what callers may
say and `from_where` where their phones stand; `options`, `notes`, `numbers`, `tracks` and `spoken`
write the parts; `lines` puts the file of a country together, `wording` that of a locale.
"""

from supportlines.web.feed.lines import LinesFile, lines_file
from supportlines.web.feed.scope import Scope
from supportlines.web.feed.texts import file_bytes
from supportlines.web.feed.wording import words_file

__all__ = ["LinesFile", "Scope", "file_bytes", "lines_file", "words_file"]
