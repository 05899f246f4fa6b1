"""The verdict on a reference whose title no local work has.

A bibliography such as dblp lacks most works of the world. But if it has the complete proceedings of
a venue and year, a title that is not in them was not published there.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from refcore.compare.dois import read_doi
from refcore.compare.venues import read_venue
from refcore.index.works import Proceedings
from refcore.latex import to_plain
from refcore.model.identifiers.addressed import identifier_at
from refcore.model.people import Person
from refcore.model.reference import Reference
from refcore.text.patterns import regex
from refcore.verification.comparedwork import ComparedWork
from refcore.verification.fields import venue_of
from refcore.verification.grounds import Ground
from refcore.verification.labels import quoted
from refcore.verification.verdict import Verdict
from refcore.verification.weighed import Known, Weighed

__all__ = ["not_covered", "said_of_proceedings", "without_work"]


def without_work(
    reference: Reference,
    known: Known,
    compared: Sequence[ComparedWork],
    best: ComparedWork | None,
    today: int,
) -> Weighed:
    """Judge a reference whose title no work has; `today` is the present year."""
    other = next((one for one in compared if one.work in known.by_doi), None)
    if other is not None and other.has_authors and other.is_translated:
        return not_covered(reference, today)
    if other is not None and other.title.names_another_paper:
        reason = f"the DOI belongs to {quoted(other.work.title)}"
        return other.judged(Verdict.OTHER_PAPER, Ground.DOI_OF_ANOTHER, reason)
    if other is not None:
        reason = f"the title is not the DOI's: {other.title.rule}"
        return other.judged(Verdict.SUSPECT, Ground.TITLE_DIFFERS, reason)
    if not known.whole:
        return _by_doi(reference) or not_covered(reference, today)
    reason = f"{said_of_proceedings(known.whole)} has no such title"
    if best is None or not best.title.is_near:
        return Weighed(Verdict.SUSPECT, Ground.SILENCE, reason)
    reason += f"; the nearest is {quoted(best.work.title)}"
    return Weighed(Verdict.SUSPECT, Ground.SILENCE_NEAR, reason, best.work, best.title)


def _by_doi(reference: Reference) -> Weighed | None:
    """Judge a reference by what its DOI says of the venue and the year."""
    hint = read_doi(str(reference.doi)) if reference.doi else None
    keys = read_venue(venue_of(reference)).keys
    if hint is None or not keys:
        return None
    if hint.venue in keys and reference.year in (None, hint.year):
        return None
    where = f"the DOI is one of {hint.venue.upper()} {hint.year}"
    return Weighed(Verdict.CONTRADICTED, Ground.DOI_OF_ELSEWHERE, where)


def not_covered(reference: Reference, today: int) -> Weighed:
    """Say of a reference that nothing local covers how far it can be looked up at all."""
    stated = reference.doi or reference.arxiv_from_any or identifier_at(reference.url)
    has_id = bool(stated or reference.fields.get("ISBN"))
    venue = read_venue(venue_of(reference))
    if not has_id and reference.type in _PLACED:
        if not (venue.words or _says_where(reference) or _is_of_semantic_scholar(reference)):
            reason = "no local source has it, and it names neither a venue nor an identifier"
            return Weighed(Verdict.SUSPECT, Ground.NOWHERE, reason)
        is_on_arxiv = venue.is_preprint and not _ARXIV.isdisjoint(venue.every)
        if is_on_arxiv and _is_bare(reference) and _may_have_appeared(reference, today):
            reason = "no local source has it, and it names arXiv and no id of a preprint"
            return Weighed(Verdict.SUSPECT, Ground.NO_ID, reason)
    return Weighed(Verdict.UNCHECKED, Ground.NOT_COVERED, "no local source covers it")


def _says_where(reference: Reference) -> bool:
    """Whether a reference without a venue names a publisher or a web address.

    It may be a book or a page under a type of its own.
    """
    fields = reference.fields
    return bool(reference.url or fields.get("publisher") or _HOST.search(fields.get("note", "")))


def _is_bare(reference: Reference) -> bool:
    """Whether a reference is a paper of the meeting "arXiv", with no more than names and a year.

    Journals and preprints of arXiv are cited without an id by hand and by programs: "arXiv
    preprint". Of 23 real entries that name arXiv and no id, 15 have a title that a large index
    of proceedings lacks; 5 of these have this form.
    """
    said = {name for name, value in reference.fields.items() if value}
    return (
        reference.type == "paper-conference"
        and said <= {"container-title"}
        and not (reference.url or reference.extra)
    )


def _may_have_appeared(reference: Reference, today: int) -> bool:
    """Whether a preprint is old enough for bibliographies to have it under its later venue."""
    return reference.year is not None and today - reference.year > _YEARS_UNTIL_KNOWN


_YEARS_UNTIL_KNOWN: Final = 2


def _is_of_semantic_scholar(reference: Reference) -> bool:
    """Whether a key is Semantic Scholar's, whose exports name no venue for most preprints.

    It has the first author's family name, the year, the first word of the title, and the first
    letters of the next two: Sun2022ALT for "A Length-Extrapolatable Transformer".
    """
    first = next(iter(reference.authors.names), None)
    words = to_plain(reference.title).split()
    if not isinstance(first, Person) or reference.year is None or len(words) < _WORDS_OF_KEY:
        return False
    initials = "".join(word[:1] for word in words[1:_WORDS_OF_KEY])
    key = f"{first.full_family}{reference.year}{words[0]}{initials}"
    return _NO_LETTERS.sub("", key).casefold() == _COUNTED.sub("", reference.key).casefold()


_WORDS_OF_KEY: Final = 3
_NO_LETTERS: Final = regex(r"[\W_]+")
_COUNTED: Final = regex(r"-\d+\Z|[\W_]+")  # a second entry of one key has a number
_ARXIV: Final = frozenset(("arxiv", "corr"))
_HOST: Final = regex(
    r"\b[a-z][a-z0-9-]+(?:\.[a-z0-9-]+)*\.(?:com|org|net|io|edu|build|dev|gov|ai)\b"
)
# Works of these types appear somewhere: in a journal, in proceedings, in a book.
_PLACED: Final = frozenset(("paper-conference", "article-journal", "chapter"))


def said_of_proceedings(whole: Iterable[Proceedings]) -> str:
    """Return the source, number of papers, venue and year of complete proceedings, for a reason."""
    whole = list(whole)
    first, papers = whole[0], sum(one.papers for one in whole)
    return f"{first.source}, which has all {papers} papers of {first.venue} ({first.year}),"
