"""How a report looks in a notebook."""

from __future__ import annotations

from html import escape

from refcore.verification.outcome import Outcome
from refcore.verification.text import Line, lines
from refcore.verification.verdict import Tone

__all__ = ["report_html"]

_STYLES = {
    Tone.GOOD: "color:#1a7f37",
    Tone.BAD: "color:#b3261e;font-weight:bold",
    Tone.UNSURE: "color:#8a6100",
    Tone.QUIET: "opacity:.7",
    Tone.STRONG: "font-weight:bold",
}


def report_html(report: Outcome) -> str:
    """Return the report as an HTML fragment; every text is escaped."""
    body = "\n".join(_line(line) for line in lines(report))
    return f'<pre class="refcore-report" style="white-space:pre-wrap">{body}</pre>'


def _line(line: Line) -> str:
    return "".join(
        f'<span style="{_STYLES[span.tone]}">{escape(span.text)}</span>'
        if span.tone in _STYLES
        else escape(span.text)
        for span in line
    )
