"""The application: questions in addresses, answers as JSON, kept until something changes.

Reading order: `application` puts it together; `asking` reads a question, `answers` keeps what was
answered, `served` has the directory, `guard` sees every request first, `responses` and `problems`
are what comes out, `open_api` describes it.
"""
