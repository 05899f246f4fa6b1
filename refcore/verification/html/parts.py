"""What a report says of one reference, part by part, as HTML."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from refcore.compare.marks import Pieces, marked
from refcore.compare.table import comparison_table
from refcore.model.people import Authors
from refcore.model.reference import Reference
from refcore.text.hypertext import Html, address, element, joined, titled
from refcore.verification.case import identifiers_of
from refcore.verification.labels import source_of
from refcore.verification.lists import people_of
from refcore.verification.outcome import ClaimFinding, Outcome, Verdict
from refcore.verification.paper import NOTICES, PaperFinding, PaperKind
from refcore.verification.spans import Tone
from refcore.verification.text import counts_words, is_sound, short_notes

__all__ = ["SIGNS", "badges", "findings", "heading", "opening", "reason"]

# A sign beside each colour, because many people cannot tell the colours apart.
SIGNS: Final = {Tone.GOOD: "✓", Tone.BAD: "✗", Tone.UNSURE: "?", Tone.QUIET: "–"}
_LOWER_NAMES: Final = frozenset({"dblp"})
# Names of a long list that are shown.
_MOST_NAMES: Final = 8


def heading(report: Outcome) -> Iterator[Html]:
    """Return the badges and the title."""
    yield from badges(report)
    title = report.reference.title
    yield element("bdi", titled(title) if title else report.reference.key, class_="title")


def badges(report: Outcome) -> Iterator[Html]:
    """Return the verdict, what became of the work, and false claims, each with its sign."""
    yield _badge(report.verdict.words, report.verdict.row.tone)
    for found in report.notices:
        word = "retracted" if "retracted" in found.rule else str(found.kind)
        yield _badge(word, Tone.UNSURE if found.kind is PaperKind.CORRECTED else Tone.BAD)
    if report.false_claims:
        count = len(report.false_claims)
        yield _badge(f"{count} claim{'s' if count > 1 else ''} false", Tone.BAD)


def _badge(words: str, tone: Tone) -> Html:
    sign = element("span", SIGNS[tone], aria_hidden="true")
    return joined(element("span", sign, " ", words, class_=f"badge {tone}"), " ")


def opening(report: Outcome) -> Iterator[Html]:
    """Return the paragraphs that come first: what became of the work, what is cited, the reason."""
    for found in report.notices:
        tone = Tone.UNSURE if found.kind is PaperKind.CORRECTED else Tone.BAD
        yield element("p", f"{_sentence(found.rule)}.", class_=f"notice {tone}")
    yield element("p", *_cited(report.reference), class_="cited")
    yield element("p", f"{_sentence(reason(report))}.", class_="why")
    if report.accepted is not None:
        yield element("p", f"Accepted: {report.accepted}", class_="accepted")


def findings(report: Outcome) -> Iterator[Html]:
    """Return the sections on authors, other fields and claims."""
    parts = [*_authors(report), *_fields(report)]
    claims = list(_claims(report.claims))
    # Where only a claim is wrong, it comes first.
    claims_first = report.false_claims and report.verdict.row.tone is not Tone.BAD
    yield from [*claims, *parts] if claims_first else [*parts, *claims]


def _cited(reference: Reference) -> Iterator[Html]:
    """Return what the reference says of its work, in one paragraph."""
    facts = [reference.fields.get("container-title"), str(reference.year or "")]
    ids = identifiers_of(reference)
    parts = [
        joined(*_names(people_of(reference))),
        joined(", ".join(fact for fact in facts if fact)),
        *(address(one.url, one.tagged) for one in ids),
        address(reference.url) if reference.url and not ids else joined(),
    ]
    for at, part in enumerate(part for part in parts if part):
        yield joined(" · " if at else None, part)


def _names(authors: Authors) -> Iterator[Html]:
    for at, name in enumerate(authors[:_MOST_NAMES]):
        yield joined(", " if at else None, element("bdi", name.name))
    unlisted = 0 if isinstance(authors.others, bool) else authors.others
    if more := max(len(authors) - _MOST_NAMES, 0) + unlisted:
        yield joined(f" and {more} more")
    elif authors.others:
        yield joined(" and others")


def reason(report: Outcome) -> str:
    """Return why the verdict is what it is, in words; never empty."""
    if report.reason:
        return report.reason
    notes = "; ".join(short_notes(report)) if is_sound(report) else ""
    return notes or report.verdict.row.meaning


def _sentence(text: str) -> str:
    """Return words with a capital in front, unless they begin with a name such as arXiv.

    >>> _sentence("the title differs."), _sentence("arXiv has 2025")
    ('The title differs', 'arXiv has 2025')
    """
    text = text.removesuffix(".")
    first = text.partition(" ")[0]
    is_name = not first.isalpha() or not first.islower() or first in _LOWER_NAMES
    return text if is_name else text[:1].upper() + text[1:]


def _authors(report: Outcome) -> Iterator[Html]:
    comparison, record = report.comparison, report.record
    source = source_of(record) if record else ""
    if report.verdict is Verdict.OTHER_PAPER or record is None:
        comparison = report.evidence.authors if report.evidence else None
        work = report.evidence.work if report.evidence else None
        source = work.source if work else ""
    if comparison is None or not comparison.pairs or not source:
        return
    yield element("h4", "Authors")
    if record is not None and report.comparison is comparison:
        yield element("p", f"{counts_words(report.reference, comparison, record)}.", class_="why")
    yield comparison_table(comparison.pairs, "In the reference", f"On {source}")


def _fields(report: Outcome) -> Iterator[Html]:
    shown = [one for one in report.findings if one.kind not in NOTICES]
    if not shown:
        return
    source = source_of(report.record) if report.record else "the record"
    heads = ("In the reference", f"On {source}", "What differs")
    head = element("tr", *(element("th", text, scope="col") for text in heads))
    compared = [one for one in shown if one.claimed and one.actual]
    plain = [one for one in shown if one not in compared]
    yield element("h4", "Other fields")
    if compared:
        rows = element("tbody", *(_field(one) for one in compared))
        yield element("table", element("thead", head), rows, class_="rc-names")
    if plain:
        yield element("ul", *(element("li", one.words) for one in plain))


def _field(finding: PaperFinding) -> Html:
    ours, theirs = marked(finding.claimed, finding.actual)
    return element(
        "tr",
        element("td", _pieces(ours)),
        element("td", _pieces(theirs)),
        element("td", finding.words, class_="rc-rule"),
        class_="rc-bad" if finding.is_breaking else "rc-unsure",
    )


def _pieces(pieces: Pieces) -> Html:
    found = (element("mark", text) if differs else text for text, differs in pieces)
    return element("bdi", *found)


def _claims(claims: tuple[ClaimFinding, ...]) -> Iterator[Html]:
    if not claims:
        return
    yield element("h4", "Claims in the text")
    yield element("ul", *(element("li", *_claim(one)) for one in claims), class_="claims")


def _claim(finding: ClaimFinding) -> Iterator[Html]:
    tone, line = finding.verdict.tone, finding.claim.location.line
    yield _badge(str(finding.verdict), tone)
    yield element("q", element("bdi", finding.claim.text))
    yield element("span", f" line {line}" if line else None, class_="quiet")
    yield element("p", finding.reason)
