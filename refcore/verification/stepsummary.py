"""A run as Markdown for the summary page of a GitHub job.

Source: GitHub Docs, "Workflow commands for GitHub Actions", "Adding a job summary": one step may
add 1 MiB, so a long table ends with how many rows are left out.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from refcore.text.patterns import regex
from refcore.text.visible import visible_line
from refcore.verification.report import Report
from refcore.verification.text import has_nothing_to_check, is_sound, summary

__all__ = ["step_rows", "step_summary"]

_MOST_ROWS: Final = 500
_LONGEST: Final = 400  # characters of a cell
# What Markdown, tables and HTML read as more than text.
_MARKS: Final = regex(r"[\\`*_{}\[\]()#+!|~<>&@:]")


def step_rows(reports: Iterable[Report]) -> list[tuple[str, ...]]:
    """Return place, key, verdict and reason of each reference that needs a look."""
    return [
        (str(report.reference.location or ""), report.reference.key, report.verdict.words, said)
        for report in reports
        if report.accepted is None and not is_sound(report) and not has_nothing_to_check(report)
        for said in ["; ".join(filter(None, [report.headline, *_false(report)]))]
    ]


def _false(report: Report) -> list[str]:
    return [f'false: "{one.claim.text}": {one.reason}' for one in report.false_claims]


def step_summary(
    rows: Sequence[tuple[str, ...]], counts: Mapping[str, int], failures: Sequence[str] = ()
) -> str:
    """Return the summary: the counts, the files that could not be read, the table.

    >>> print(step_summary([("a.bib:1", "m1", "contradicted", "a|b")], {"contradicted": 1}))
    ### refcore
    <BLANKLINE>
    1 reference\\: 1 contradicted
    <BLANKLINE>
    | place | key | verdict | why |
    |---|---|---|---|
    | a.bib\\:1 | m1 | contradicted | a\\|b |
    <BLANKLINE>
    """
    found = ["### refcore", "", _cell("".join(span.text for span in summary(counts))), ""]
    found += [f"- {_cell(failure)}" for failure in failures]
    if failures:
        found.append("")
    if rows:
        found += ["| place | key | verdict | why |", "|---|---|---|---|"]
        found += [f"| {' | '.join(map(_cell, row))} |" for row in rows[:_MOST_ROWS]]
        found.append("")
    if len(rows) > _MOST_ROWS:
        found += [f"{len(rows) - _MOST_ROWS} more references need a look.", ""]
    return "\n".join(found)


def _cell(text: str) -> str:
    r"""Return a text as Markdown that shows it, whatever it holds.

    >>> _cell("a|b")
    'a\\|b'
    """
    text = visible_line(text)
    if len(text) > _LONGEST:
        text = f"{text[:_LONGEST]}…"
    return _MARKS.sub(r"\\\g<0>", text)
