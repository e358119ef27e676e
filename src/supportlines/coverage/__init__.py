"""Coverage: who is served when, over a week or a whole year. Pure.

Reading order: `period` says which instants count and by whose clock, `served` finds the hours
of each country, language and tier, `week` lays a year over one week, `measure` puts it together.
"""

from supportlines.coverage.measure import Coverage, Picture, Row, measure
from supportlines.coverage.period import Period
from supportlines.coverage.week import Gap, Week, gaps_of

__all__ = ["Coverage", "Gap", "Period", "Picture", "Row", "Week", "gaps_of", "measure"]
