"""What changed between two directories, as callers experience it. Pure."""
