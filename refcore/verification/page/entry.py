"""One reference on the page: what it says, where it is, and whether it is open."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final

import attrs

from refcore.model.reference import Reference
from refcore.net.addresses import LinkState
from refcore.text.hypertext import Html, element, joined
from refcore.verification.html.evidence import evidence
from refcore.verification.html.parts import findings, heading, opening
from refcore.verification.page.corrected import entry_as_right
from refcore.verification.paper import PaperKind
from refcore.verification.report import Report
from refcore.verification.spans import Tone
from refcore.verification.text import ACCEPTED, is_sound
from refcore.verification.verdict import Bearing

__all__ = ["GROUPS", "PageEntry", "page_entry"]


def _is_gone(report: Report) -> bool:
    return any(found.kind is not PaperKind.CORRECTED for found in report.notices)


def _has(*bearings: Bearing) -> Callable[[Report], bool]:
    return lambda report: report.outcome in {bearing.value for bearing in bearings}


# The headings of the page, in order; a report is under the first that holds it.
GROUPS: Final[tuple[tuple[str, Callable[[Report], bool]], ...]] = (
    (
        "Retracted, withdrawn or of concern",
        lambda report: report.accepted is None and _is_gone(report),
    ),
    ("To correct", _has(Bearing.WRONG, Bearing.SUSPECT)),
    ("Open", _has(Bearing.OPEN)),
    ("Accepted", lambda report: report.accepted is not None),
    ("Confirmed", _has(Bearing.RIGHT)),
    ("Not covered by any source", lambda _: True),
)


def tone_of(report: Report) -> Tone:
    """Return the tone of a report as a whole: a false claim is bad, whatever the verdict."""
    return (
        Tone.BAD
        if report.outcome == Bearing.WRONG.value or _is_gone(report)
        else report.verdict.row.tone
    )


def marks_of(report: Report) -> tuple[str, ...]:
    """Return the words by which the page's filter finds a report."""
    links_answer = all(answer.state is LinkState.ANSWERS for answer in report.links)
    is_outside = report.outcome == Bearing.OUTSIDE.value and links_answer
    found = [str(report.verdict)]
    found.append("attention" if not (is_outside or is_sound(report)) else "")
    found.append("notice" if report.notices else "")
    found.append(ACCEPTED if report.accepted is not None else "")
    return tuple(filter(None, found))


def group_of(report: Report) -> int:
    """Return the place of the first of `GROUPS` that holds a report."""
    return next(at for at, (_, holds) in enumerate(GROUPS) if holds(report))


@attrs.frozen
class PageEntry:
    """A reference on the page as plain values, which a process can send.

    `marks` are the words by which the filter finds it; the first is the verdict. `is_open` says
    that a person needs to read it.
    """

    content: Html
    group: int
    tone: Tone
    marks: tuple[str, ...]
    is_open: bool


def page_entry(report: Report) -> PageEntry:
    """Return the entry of a report."""
    marks = marks_of(report)
    head = element(
        "summary",
        element("h3", *heading(report)),
        element("p", *_place(report.reference), class_="place"),
    )
    content = joined(head, element("div", *_body(report), class_="body"))
    is_open = "attention" in marks or "notice" in marks
    return PageEntry(content, group_of(report), tone_of(report), marks, is_open)


def _place(reference: Reference) -> Iterator[Html]:
    yield element("code", reference.key)
    if reference.location:
        yield joined(" in ", str(reference.location))


def _body(report: Report) -> Iterator[Html]:
    yield from opening(report)
    yield from findings(report)
    if items := evidence(report):
        yield element("h4", "Evidence")
        yield element("ul", *items, class_="evidence")
    if (right := entry_as_right(report)) is not None:
        yield element("h4", "Corrected entry")
        yield element("p", right.words, class_="quiet")
        yield element("div", element("pre", element("code", right.bibtex)), class_="bibtex")
