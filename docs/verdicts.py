"""Write the table in docs/verdicts.md from the rows of the verdicts: `python docs/verdicts.py`."""

from __future__ import annotations

import re
from pathlib import Path

from refcore.cli.exit import exit_of
from refcore.model import Reference
from refcore.verification.report import Report
from refcore.verification.verdict import Bearing, Verdict

PAGE = Path(__file__).with_name("verdicts.md")


def row(verdict: Verdict) -> str:
    """Return the line of the table for a verdict."""
    code = str(int(exit_of([Report(Reference("m1", "article"), verdict, "")])))
    if verdict.row.bearing is Bearing.OUTSIDE:
        code = f"{code}; 3 with `--strict`"
    link = f"[{verdict.words}](verdicts/{verdict}.md)"
    return f"| {link} | {verdict.row.meaning} | {code} | {verdict.row.level or '–'} |\n"


def page() -> str:
    """Return the whole page with the table as it is right."""
    rows = "".join(map(row, Verdict))
    text = PAGE.read_text(encoding="utf-8")
    return re.sub(r"(\|---\|.*\n)(?:\|.*\n)*", lambda found: found[1] + rows, text, count=1)


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
