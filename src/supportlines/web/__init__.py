"""On a website: what a directory says, in files that are true at the moment of reading.

Reading order: `feed` writes what holds when, `element` shows it, `site` puts files together,
`application` answers requests.
"""
