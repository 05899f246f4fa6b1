"""Runs the command line: ``python -m refcore``."""

from refcore.cli import main

if __name__ == "__main__":
    main()
