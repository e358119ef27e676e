"""Pages for people: HTML that is complete without script, with everything escaped.

Reading order: `markup` makes elements, `page` writes texts and names for readers of one locale and
`moments` instants, `options` and `beside` are parts of an answer, `answer` puts them together.
"""
