"""The question: who can I call, at this instant, in what language. Pure.

Reading order: `question` checks the words, `resolution` reads what the directory states,
`candidates` finds the lines, `histories`, `rule_hours` and `language_hours` know when each
language is spoken, `offers` puts that together, `plan` keeps it for the next time, `answering`
adds the instant, `merge` and `order` give the options their shape. `reasons` and `caveats` make
codes and values of what is to be said.
"""

from supportlines.lookup.answer import (
    AnswerData,
    Caller,
    Caveat,
    Opening,
    Option,
    Reason,
    SourceRead,
    Withheld,
)
from supportlines.lookup.answering import answer
from supportlines.lookup.candidates import Index
from supportlines.lookup.errors import (
    InstantError,
    QuestionError,
    UnknownChoiceError,
    WrongArgumentError,
)
from supportlines.lookup.plan import Plan, make_plan
from supportlines.lookup.question import Question, caller_of
from supportlines.lookup.result import Ask, Choice, ComingChange, Elsewhere, Result

__all__ = [
    "AnswerData",
    "Ask",
    "Caller",
    "Caveat",
    "Choice",
    "ComingChange",
    "Elsewhere",
    "Index",
    "InstantError",
    "Opening",
    "Option",
    "Plan",
    "Question",
    "QuestionError",
    "Reason",
    "Result",
    "SourceRead",
    "UnknownChoiceError",
    "Withheld",
    "WrongArgumentError",
    "answer",
    "caller_of",
    "make_plan",
]
