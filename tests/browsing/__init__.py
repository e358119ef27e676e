"""What the tests of pages share: a site to visit, a browser to visit it with, and what to look for.

`tests/browser/conftest.py` makes fixtures of it.
"""
