"""`report_page`: reports as one page that needs nothing beside it."""

from __future__ import annotations

import base64
import datetime
import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import Final

from refcore import __version__
from refcore.diagnostics import Diagnostic
from refcore.text.hypertext import Html, element, joined, page
from refcore.verification.html.parts import SIGNS
from refcore.verification.page.entry import GROUPS, PageEntry, page_entry
from refcore.verification.report import Report, Verdict
from refcore.verification.text import ACCEPTED, summary, tally

__all__ = ["page_of", "report_page"]

# Beyond this a browser lays out only what it shows, and each entry is one line that opens.
_MANY: Final = 300


def report_page(
    reports: Report | Iterable[Report],
    *,
    title: str = "References",
    diagnostics: Iterable[Diagnostic] = (),
    made: datetime.date | None = None,
) -> str:
    """Return reports as an HTML page that can be sent as one file.

    Notices such as retractions come first, then what is wrong, what is open, and what is right.
    The page needs no scripts, has a light and a dark theme, and fits paper and a phone. It escapes
    all texts, links only to http and https addresses, and its policy (CSP) allows only its own
    style and script.

    Args:
        reports: The reports of a run, or one.
        title: The heading of the page.
        diagnostics: What could not be read.
        made: The day that the page names.

    Returns:
        A complete HTML document, which needs no other file. No report raises an error.

    >>> page = report_page([], title="refs.bib")
    >>> page.startswith("<!DOCTYPE html>"), "<h1>refs.bib</h1>" in page
    (True, True)
    """
    shown = [reports] if isinstance(reports, Report) else list(reports)
    entries = [page_entry(report) for report in shown]
    found = [str(one) for one in diagnostics]
    return page_of(entries, tally(shown), title=title, found=found, made=made)


def page_of(
    entries: Sequence[PageEntry],
    counts: Mapping[str, int],
    *,
    title: str,
    found: Sequence[str] = (),
    made: datetime.date | None = None,
) -> str:
    """Return the page of entries that were made before; see `report_page`.

    `counts` are those of `text.tally`, `found` lines on what could not be read.
    """
    body = joined(
        element("header", *_header(entries, counts, title, made)),
        element("main", *_main(entries, found), class_="many" if len(entries) > _MANY else None),
        element("footer", *_footer(counts)),
        element("script", Html(_asset("page.js"))),
    )
    return page(body, title=title, style=_style_text(), head=_head())


def _head() -> list[Html]:
    style, script = _hash(_style_text()), _hash(_asset("page.js"))
    policy = (
        f"default-src 'none'; style-src '{style}'; script-src '{script}'; "
        "base-uri 'none'; form-action 'none'"
    )
    return [
        Html(f'<meta http-equiv="Content-Security-Policy" content="{policy}">'),
        element("meta", name="color-scheme", content="light dark"),
        element("meta", name="generator", content=f"refcore {__version__}"),
    ]


@cache
def _asset(name: str) -> str:
    return files("refcore.verification.page").joinpath(name).read_text("utf-8")


@cache
def _style_text() -> str:
    words = [*map(str, Verdict), "attention", "notice", ACCEPTED]
    rules = (
        f'body:has(#show-{word}:checked) :is(.entry,.group):not([data-v~="{word}"]){{display:none}}'
        for word in words
    )
    return _asset("page.css") + "\n".join(rules)


def _hash(text: str) -> str:
    """Return the source expression of a text. Source: CSP Level 3, section 2.3.1.

    >>> _hash("")
    'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='
    """
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


def _header(
    entries: Sequence[PageEntry],
    counts: Mapping[str, int],
    title: str,
    made: datetime.date | None,
) -> Iterator[Html]:
    day = f" on {made.day} {made:%B %Y}" if made else ""
    said = f"References compared with the records of their sources{day}."
    yield element("p", "Reference report", class_="eyebrow")
    yield element("h1", title)
    yield element("p", said, class_="quiet")
    yield element("p", *(span.text for span in summary(counts)), class_="summary")
    if len(entries) > 1:
        yield _filter(entries)


def _filter(entries: Sequence[PageEntry]) -> Html:
    counts = Counter(word for entry in entries for word in entry.marks)
    choices: list[tuple[str, str, str | None, int]] = [
        ("all", "All", None, len(entries)),
        ("attention", "Needs attention", None, counts["attention"]),
        ("notice", "Notices", None, counts["notice"]),
    ]
    choices += [
        (str(one), one.words.capitalize(), SIGNS[one.row.tone], counts[one]) for one in Verdict
    ]
    choices.append((ACCEPTED, "Accepted", None, counts[ACCEPTED]))
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


def _main(entries: Sequence[PageEntry], found: Sequence[str]) -> Iterator[Html]:
    if found:
        yield element(
            "section",
            element("h2", "What was found while reading"),
            element("ul", *(element("li", one) for one in found)),
        )
    numbered = list(enumerate(entries, 1))
    for at, (heading, _) in enumerate(GROUPS):
        held = [(number, entry) for number, entry in numbered if entry.group == at]
        if not held:
            continue
        words = dict.fromkeys(word for _, entry in held for word in entry.marks)
        yield element(
            "section",
            element("h2", f"{heading} ", element("span", str(len(held)), class_="count")),
            *(joined("\n", _article(number, entry, len(entries))) for number, entry in held),
            class_="group",
            data_v=" ".join(words),
        )


def _article(number: int, entry: PageEntry, count: int) -> Html:
    return element(
        "article",
        element("details", entry.content, open=entry.is_open and count <= _MANY),
        id=f"r{number}",
        class_=f"entry {entry.tone}",
        data_v=" ".join(entry.marks),
    )


def _footer(counts: Mapping[str, int]) -> Iterator[Html]:
    yield element("h2", "What the words mean")
    terms = []
    for verdict in Verdict:
        if counts.get(verdict):
            terms += [element("dt", verdict.words), element("dd", verdict.row.meaning)]
    if terms:
        yield element("dl", *terms)
    yield element(
        "p",
        "A record is what a source states; it can be wrong too. What was not compared is never "
        f"called confirmed. Made by refcore {__version__}.",
        class_="quiet",
    )
