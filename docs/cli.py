"""Write docs/cli.md from the commands: `python docs/cli.py`."""

from __future__ import annotations

from pathlib import Path

from refcore.cli.commands import cli
from refcore.cli.configuration import KEYS
from refcore.cli.manual import markdown, pages

if __name__ == "__main__":
    Path(__file__).with_name("cli.md").write_text(markdown(pages(cli), KEYS), encoding="utf-8")
