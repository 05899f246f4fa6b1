"""The summary of a corpus as one page of HTML, with plots and without scripts."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Mapping, Sequence
from typing import Final

from refcore.corpus.summary import Counted, Summary
from refcore.text.hypertext import Html, element, joined
from refcore.verification.verdict import Bearing, Verdict

__all__ = ["corpus_page"]

_WIDTH: Final = 640
_BAR: Final = 16
# The colour of what a verdict means. Without colours, the place of each distinguishes it.
_COLOURS: Final = {
    Bearing.RIGHT: "#2f7d4f",
    Bearing.WRONG: "#b3261e",
    Bearing.SUSPECT: "#c77700",
    Bearing.OPEN: "#7a7f87",
    Bearing.OUTSIDE: "#c3c7cc",
}
_STYLE: Final = Html(
    "body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;"
    "color:#1c1f23;background:#fff}table{border-collapse:collapse;margin:1rem 0;width:100%}"
    "th,td{text-align:left;padding:.2rem .6rem;border-bottom:1px solid #d9dce0;"
    "vertical-align:top}td.n,th.n{text-align:right;font-variant-numeric:tabular-nums}"
    "td.n{white-space:nowrap}"
    "svg{display:block;max-width:100%;height:auto}h2{margin-top:2.5rem}"
    ".key{display:inline-block;width:.8rem;height:.8rem;margin:0 .3rem 0 1rem}"
)
_HASH: Final = base64.b64encode(hashlib.sha256(_STYLE.encode()).digest()).decode()
# Should markup get in nevertheless, it could neither run nor load anything.
_POLICY: Final = f"default-src 'none'; style-src 'sha256-{_HASH}'"
_VERDICTS: Final = {str(one): one for one in Verdict}
_TITLES: Final = {"venue": "By venue", "year": "By year", "source": "By source"}
_NONE: Final = {"venue": "no venue", "year": "no year", "source": "no source has it"}


def corpus_page(summary: Summary, title: str = "References of a corpus") -> str:
    """Return the page: the verdicts of all references, then by venue, year and source.

    Args:
        summary: The counted verdicts.
        title: The heading of the page.

    Returns:
        A complete HTML document, which needs no other file.

    >>> page = corpus_page(Summary({"confirmed": 2}, {}, {}), "A <corpus>")
    >>> "A &lt;corpus&gt;" in page, "<script" in page
    (True, False)
    """
    head = joined(
        element("meta", charset="utf-8"),
        element("meta", http_equiv="Content-Security-Policy", content=_POLICY),
        element("meta", name="viewport", content="width=device-width"),
        element("title", title),
        element("style", _STYLE),
    )
    sections = (_section(by, found, summary.left[by]) for by, found in summary.tables.items())
    body = joined(
        element("h1", title),
        element("p", f"{summary.total:,} references."),
        _bar_of(summary.verdicts, summary.total),
        _legend(),
        _verdicts(summary),
        *sections,
    )
    whole = element("html", element("head", head), element("body", body), lang="en")
    return f"<!doctype html>\n{whole}\n"


def _verdicts(summary: Summary) -> Html:
    rows = [
        element(
            "tr",
            element("th", _VERDICTS[name].words, scope="row"),
            _number(f"{count:,}"),
            _number(f"{100 * count / summary.total:.1f} %"),
            element("td", _VERDICTS[name].row.meaning),
        )
        for name, count in summary.verdicts.items()
    ]
    names = (("verdict", None), ("references", "n"), ("share", "n"), ("meaning", None))
    head = [element("th", name, scope="col", class_=kind) for name, kind in names]
    return element("table", element("thead", element("tr", *head)), element("tbody", *rows))


def _section(by: str, found: Sequence[Counted], left: int) -> Html:
    most = max((one.total for one in found), default=0)
    rows = [
        element(
            "tr",
            element("th", one.name or _NONE[by], scope="row"),
            _number(f"{one.total:,}"),
            _number(f"{_share(one.verdicts, one.total):.1f} %"),
            element("td", _bar_of(one.verdicts, most)),
        )
        for one in found
    ]
    names = ((by, None), ("references", "n"), ("wrong or suspect", "n"), ("verdicts", None))
    head = [element("th", name, scope="col", class_=kind) for name, kind in names]
    return joined(
        element("h2", _TITLES[by]),
        element("table", element("thead", element("tr", *head)), element("tbody", *rows)),
        element("p", f"{left:,} references are of others.") if left else None,
    )


def _number(text: str) -> Html:
    return element("td", text, class_="n")


def _share(verdicts: Mapping[str, int], total: int) -> float:
    bad = (Bearing.WRONG, Bearing.SUSPECT)
    count = sum(n for name, n in verdicts.items() if _VERDICTS[name].row.bearing in bad)
    return 100 * count / total if total else 0.0


def _by_bearing(verdicts: Mapping[str, int]) -> dict[Bearing, int]:
    counts = dict.fromkeys(_COLOURS, 0)
    for name, count in verdicts.items():
        counts[_VERDICTS[name].row.bearing] += count
    return counts


def _bar_of(verdicts: Mapping[str, int], most: int) -> Html:
    """Return a bar whose parts are what the verdicts mean; the longest has `most` references."""
    parts, left = [], 0.0
    for bearing, count in _by_bearing(verdicts).items():
        width = _WIDTH * count / most if most else 0.0
        if count:
            box = {"x": f"{left:.2f}", "y": "0", "width": f"{width:.2f}", "height": str(_BAR)}
            words = element("title", f"{bearing.value}: {count:,}")
            parts.append(element("rect", words, fill=_COLOURS[bearing], **box))
        left += width
    said = ", ".join(f"{b.value} {n:,}" for b, n in _by_bearing(verdicts).items() if n)
    size = f"0 0 {_WIDTH} {_BAR}"
    return element(
        "svg", *parts, viewBox=size, width=_WIDTH, height=_BAR, role="img", aria_label=said
    )


def _legend() -> Html:
    keys = [
        joined(
            element(
                "svg",
                element("rect", width="10", height="10", fill=colour),
                class_="key",
                viewBox="0 0 10 10",
                aria_hidden="true",
            ),
            bearing.value,
        )
        for bearing, colour in _COLOURS.items()
    ]
    return element("p", *keys)
