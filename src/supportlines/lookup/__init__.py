"""The question: who can I call, at this instant, in what language. Pure.

Reading order: `question` checks the words, `candidates` finds the lines,
`spoken_hours` knows when each language is spoken, `plan` keeps all of that for the next
time, `answering` adds the instant, `merge` and `order` give the options their shape.
"""

from supportlines.lookup.answer import (
    Answer,
    AnswerData,
    Caller,
    Caveat,
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
from supportlines.lookup.question import check_question

__all__ = [
    "Answer",
    "AnswerData",
    "Caller",
    "Caveat",
    "Index",
    "InstantError",
    "Option",
    "Plan",
    "QuestionError",
    "Reason",
    "SourceRead",
    "UnknownChoiceError",
    "Withheld",
    "WrongArgumentError",
    "answer",
    "check_question",
    "make_plan",
]
