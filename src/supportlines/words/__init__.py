"""Saying it: a code and its values become a sentence, when somebody reads it.

Reading order: `values` holds what a sentence is made of, `messages` is the table of all
sentences, `kinds` writes the value of a placeholder, `clauses` writes what is made of several
values, `saying` puts them together. Sentences are English. `labels` is the table of the short texts
of a page; `clock`, `days` and `lists` write times, days and lists by CLDR, in any locale.
"""

from supportlines.errors import listed
from supportlines.words.channels import CHANNELS, a_line_of
from supportlines.words.costs import COSTS
from supportlines.words.messages import MESSAGES
from supportlines.words.phrase import Phrase
from supportlines.words.promises import promise_text
from supportlines.words.saying import say, say_in
from supportlines.words.states import STATES
from supportlines.words.values import NOTHING, Item, Values

__all__ = [
    "CHANNELS",
    "COSTS",
    "MESSAGES",
    "NOTHING",
    "STATES",
    "Item",
    "Phrase",
    "Values",
    "a_line_of",
    "listed",
    "promise_text",
    "say",
    "say_in",
]
