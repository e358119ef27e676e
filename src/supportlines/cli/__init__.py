"""The command line: the only reader of arguments and of the environment."""

try:
    from supportlines.cli.main import main
except KeyboardInterrupt:
    # Ctrl-C while the program still begins: `main` has not been there to end it quietly.
    raise SystemExit(130) from None

__all__ = ["main"]
