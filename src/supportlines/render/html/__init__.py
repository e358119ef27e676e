"""Pages for people: HTML that is complete without script, with everything escaped.

Reading order: `markup` makes elements, `page` writes texts, names and moments for one locale,
`answer` is what an answer shows.
"""
