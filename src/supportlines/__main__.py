"""`python -m supportlines` is the command line."""

from supportlines.cli import main

if __name__ == "__main__":
    main()
