"""`report_page`: reports as one page that needs nothing beside it."""

from __future__ import annotations

import base64
import datetime
import hashlib
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from importlib.resources import files
from typing import Final

import attrs

from refcore import __version__
from refcore.diagnostics import Diagnostic
from refcore.text.hypertext import Html, element, joined
from refcore.verification.page.entry import SIGNS, entry, marks_of
from refcore.verification.paper import PaperKind
from refcore.verification.report import Report, Verdict
from refcore.verification.text import summary, tally

__all__ = ["report_page"]

# From here on a browser lays out only what it shows.
_MANY: Final = 300


@attrs.frozen
class _Group:
    """Reports under one heading."""

    heading: str
    holds: Callable[[Report], bool]


def _is_gone(report: Report) -> bool:
    return any(found.kind is not PaperKind.CORRECTED for found in report.notices)


# A report is in the first group that holds it.
_GROUPS = (
    _Group("Retracted, withdrawn or of concern", _is_gone),
    _Group("To correct", lambda report: report.is_contradicted or report.is_suspect),
    _Group("Open", lambda report: report.is_unchecked),
    _Group("Confirmed", lambda report: report.is_confirmed),
    _Group("Not covered by any source", lambda _: True),
)


def report_page(
    reports: Iterable[Report],
    *,
    title: str = "References",
    diagnostics: Iterable[Diagnostic] = (),
    made: datetime.date | None = None,
) -> str:
    """Return reports as an HTML page that can be sent as one file.

    The page reads without scripts, in light and dark, on paper and on a phone. What became of a
    work comes first, then what is wrong, what is open, and what is right. `title` is its heading,
    `diagnostics` say what could not be read, `made` is the day that the page names.

    All texts are escaped, links lead to http and https addresses only, and the page's own
    policy (CSP) allows nothing but its style and its script.

    >>> page = report_page([], title="refs.bib")
    >>> page.startswith("<!DOCTYPE html>"), "<h1>refs.bib</h1>" in page
    (True, True)
    """
    shown = list(reports)
    body = element(
        "body",
        element("header", *_header(shown, title, made)),
        element(
            "main",
            *_main(shown, list(diagnostics)),
            class_="many" if len(shown) > _MANY else None,
        ),
        element("footer", *_footer(shown)),
        _script(),
    )
    return f'<!DOCTYPE html>\n<html lang="en">\n{_head(title)}\n{body}\n</html>\n'


def _head(title: str) -> Html:
    script, style = _asset("page.js"), _style_text()
    policy = (
        f"default-src 'none'; style-src '{_hash(style)}'; script-src '{_hash(script)}'; "
        "base-uri 'none'; form-action 'none'"
    )
    return element(
        "head",
        element("meta", charset="utf-8"),
        Html(f'<meta http-equiv="Content-Security-Policy" content="{policy}">'),
        element("meta", name="viewport", content="width=device-width, initial-scale=1"),
        element("meta", name="color-scheme", content="light dark"),
        element("meta", name="generator", content=f"refcore {__version__}"),
        element("title", title),
        element("style", Html(style)),
    )


def _script() -> Html:
    return element("script", Html(_asset("page.js")))


@cache
def _asset(name: str) -> str:
    return files("refcore.verification.page").joinpath(name).read_text("utf-8")


@cache
def _style_text() -> str:
    words = [str(verdict) for verdict in Verdict] + ["attention", "notice"]
    rules = (
        f'body:has(#show-{word}:checked) :is(.entry,.group):not([data-v~="{word}"]){{display:none}}'
        for word in words
    )
    return _asset("page.css") + "\n".join(rules)


def _hash(text: str) -> str:
    """Return the source expression of a text. Source: CSP Level 3, section 2.3.1."""
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


def _header(reports: Sequence[Report], title: str, made: datetime.date | None) -> Iterator[Html]:
    day = f" on {made.day} {made:%B %Y}" if made else ""
    yield element("p", "Reference report", class_="eyebrow")
    yield element("h1", title)
    yield element(
        "p", f"References compared with the records of their sources{day}.", class_="quiet"
    )
    yield element("p", *(span.text for span in summary(tally(reports))), class_="summary")
    if len(reports) > 1:
        yield _filter(reports)


def _filter(reports: Sequence[Report]) -> Html:
    counts = Counter(word for report in reports for word in marks_of(report).split())
    choices: list[tuple[str, str, str | None, int]] = [
        ("all", "All", None, len(reports)),
        ("attention", "Needs attention", None, counts["attention"]),
        ("notice", "Notices", None, counts["notice"]),
    ]
    choices += [
        (str(one), one.words.capitalize(), SIGNS[one.row.tone], counts[one]) for one in Verdict
    ]
    chips = (_chip(*choice) for choice in choices if choice[3])
    find = element(
        "p",
        element("label", "Find ", element("input", type="search", id="words", autocomplete="off")),
        " ",
        element("button", "Open all", type="button", id="open-all"),
        " ",
        element("span", role="status", id="found"),
        class_="tools",
        hidden=True,
    )
    return element(
        "section",
        element("fieldset", element("legend", "Show"), *chips, class_="filter"),
        find,
        role="search",
        aria_label="Choose references",
    )


def _chip(word: str, words: str, sign: str | None, count: int) -> Html:
    mark = element("span", f"{sign} ", aria_hidden="true") if sign else None
    box = element(
        "input", type="radio", name="show", id=f"show-{word}", value=word, checked=word == "all"
    )
    return element("label", box, " ", mark, f"{words} ", element("b", str(count)), class_="chip")


def _main(reports: Sequence[Report], diagnostics: Sequence[Diagnostic]) -> Iterator[Html]:
    if diagnostics:
        yield element(
            "section",
            element("h2", "What was found while reading"),
            element("ul", *(element("li", str(one)) for one in diagnostics)),
        )
    numbers = {id(report): number for number, report in enumerate(reports, 1)}
    for group, held in _grouped(reports):
        words = sorted({word for report in held for word in marks_of(report).split()})
        yield element(
            "section",
            element("h2", f"{group.heading} ", element("span", str(len(held)), class_="count")),
            *(joined("\n", entry(report, numbers[id(report)])) for report in held),
            class_="group",
            data_v=" ".join(words),
        )


def _grouped(reports: Sequence[Report]) -> Iterator[tuple[_Group, list[Report]]]:
    left = list(reports)
    for group in _GROUPS:
        held = [report for report in left if group.holds(report)]
        left = [report for report in left if not group.holds(report)]
        if held:
            yield group, held


def _footer(reports: Sequence[Report]) -> Iterator[Html]:
    seen = {report.verdict for report in reports}
    yield element("h2", "What the words mean")
    terms = []
    for verdict in Verdict:
        if verdict in seen:
            terms += [element("dt", verdict.words), element("dd", verdict.row.meaning)]
    if terms:
        yield element("dl", *terms)
    yield element(
        "p",
        "A record is what a source states; it can be wrong too. What was not compared is never "
        f"called confirmed. Made by refcore {__version__}.",
        class_="quiet",
    )
