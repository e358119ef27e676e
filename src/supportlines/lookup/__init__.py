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
from supportlines.lookup.asking import replies_open_to, said
from supportlines.lookup.candidates import Index
from supportlines.lookup.coming import Ahead, is_in_sight
from supportlines.lookup.conditions import question_of, words_of
from supportlines.lookup.course import Course, OptionCourse, courses
from supportlines.lookup.errors import (
    InstantError,
    QuestionError,
    UnknownChoiceError,
    WrongArgumentError,
)
from supportlines.lookup.plan import Plan, make_plan
from supportlines.lookup.question import Question, caller_of
from supportlines.lookup.reaching import Way, reach
from supportlines.lookup.resolution import languages_of, lines_for
from supportlines.lookup.result import Ask, Choice, ComingChange, Elsewhere, Result
from supportlines.lookup.tellings import Spell, Telling, Tellings

__all__ = [
    "Ahead",
    "AnswerData",
    "Ask",
    "Caller",
    "Caveat",
    "Choice",
    "ComingChange",
    "Course",
    "Elsewhere",
    "Index",
    "InstantError",
    "Opening",
    "Option",
    "OptionCourse",
    "Plan",
    "Question",
    "QuestionError",
    "Reason",
    "Result",
    "SourceRead",
    "Spell",
    "Telling",
    "Tellings",
    "UnknownChoiceError",
    "Way",
    "Withheld",
    "WrongArgumentError",
    "answer",
    "caller_of",
    "courses",
    "is_in_sight",
    "languages_of",
    "lines_for",
    "make_plan",
    "question_of",
    "reach",
    "replies_open_to",
    "said",
    "words_of",
]
