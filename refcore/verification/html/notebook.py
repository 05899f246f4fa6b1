"""How reports look in a notebook."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from refcore.text.hypertext import Html, element, joined, titled
from refcore.text.notebook import in_notebook, table
from refcore.verification.html.evidence import evidence
from refcore.verification.html.parts import badges, findings, heading, opening, reason
from refcore.verification.outcome import Outcome
from refcore.verification.text import summary, tally

__all__ = ["report_html", "reports_html"]


def report_html(report: Outcome) -> str:
    """Return a report as HTML for a notebook; every text is escaped."""
    return in_notebook("report", *_parts(report))


def _parts(report: Outcome) -> Iterator[Html]:
    yield element("p", *heading(report))
    yield from opening(report)
    yield from findings(report)
    if items := evidence(report):
        yield element("h4", "Evidence")
        yield element("ul", *items)


def reports_html(reports: Sequence[Outcome]) -> str:
    """Return several reports as a table with their counts, each on one row."""
    said = element("p", *(span.text for span in summary(tally(reports))))
    rows = (
        (
            joined(*badges(report)),
            element("code", report.reference.key),
            element("bdi", titled(report.reference.title)),
            _why(report),
        )
        for report in reports
    )
    heads = ("verdict", "key", "title", "why")
    return in_notebook("reports", said, table(heads, rows, len(reports)) if reports else None)


def _why(report: Outcome) -> Html:
    claims = (f"{found.claim.text}: {found.reason}" for found in report.false_claims)
    return joined("; ".join([reason(report), *claims]))
