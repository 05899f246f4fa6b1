"""What a local bibliography says of a reference, and what it means if it has no such work.

A bibliography such as dblp lacks most works of the world; but if it has the complete
proceedings of a venue and year, a title that is not in them was not published there.
What is found this way is evidence: short of proof, the verdict is *suspect*.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from functools import cached_property
from typing import Any, Final

import attrs

from refcore.compare import (
    AuthorComparison,
    ListVerdict,
    TitleComparison,
    TitleDifference,
    TitleKind,
)
from refcore.compare.agreement import Agreement, FieldComparison
from refcore.compare.dois import read_doi
from refcore.compare.titles import (
    are_of_two_languages,
    compare_titles,
    may_be_of_two_languages,
    title_words,
)
from refcore.compare.venues import VenueName, best_venue, read_venue
from refcore.compare.years import compare_years, meeting_years
from refcore.index.row import Row
from refcore.index.works import (
    Proceedings,
    fields_of,
    names_of,
    record_from,
    titles_of,
    venues_of,
    years_of,
)
from refcore.latex import to_plain
from refcore.model.identifiers import ArxivId
from refcore.model.identifiers.addressed import identifier_at
from refcore.model.people import Person
from refcore.model.reference import Reference
from refcore.text.patterns import regex
from refcore.text.servers import SERVERS
from refcore.verification.fields import are_two_known, compare_places, compare_title
from refcore.verification.grounds import P_VALID, Ground
from refcore.verification.lists import (
    SORTED_PREFIXES,
    Compared,
    ComparedLists,
    compare_people,
    names_nobody,
    people_of,
)
from refcore.verification.placeholders import placeholder_in
from refcore.verification.verdict import Verdict

__all__ = ["Known", "Weighed", "venue_of", "weigh", "weigh_alone", "weigh_known", "weigh_record"]


@attrs.frozen
class Known:
    """What an index knows about a reference.

    `works` have its title or one like it, `by_doi` have its DOI, `whole` are the complete
    proceedings of its venue and year. `knows_venue` says whether there are proceedings
    of its venue in years around, `knows_prefix` whether any work has a DOI of the same
    registrant.
    """

    works: tuple[Row, ...] = ()
    by_doi: tuple[Row, ...] = ()
    whole: tuple[Proceedings, ...] = ()
    knows_venue: bool = False
    knows_prefix: bool = False


@attrs.frozen
class Weighed:
    """The verdict with its ground, the reason in words, and the work compared, if any.

    >>> Weighed(Verdict.SUSPECT, Ground.PLACEHOLDER, "the title is a placeholder").p_valid < 0.5
    True
    """

    verdict: Verdict
    ground: Ground
    reason: str
    work: Row | None = None
    title: TitleComparison | None = None
    authors: AuthorComparison | None = None
    fields: tuple[FieldComparison, ...] = ()

    @property
    def p_valid(self) -> float:
        """The probability that the reference names a real work as it is."""
        return P_VALID[self.ground]

    def to_dict(self) -> dict[str, Any]:
        """Return the evidence as plain JSON values.

        Returns:
            A dict; parts without a value are None. No call raises an error.

        >>> Weighed(Verdict.UNCHECKED, Ground.NOWHERE, "no work is near").to_dict()["ground"]
        'nowhere'
        """
        work = self.work
        return {
            "ground": str(self.ground),
            "source": work.source if work else None,
            "key": work.key if work else None,
            "title": work.title if work else None,
            "venue": work.venue if work else None,
            "year": work.year if work else None,
            "doi": (work.doi or None) if work else None,
            "differing": [field.field for field in self.fields if field.is_different],
        }


_DEPOSITED: Final = "crossref"
_NOTHING_OPEN: Final = Compared(None)


@attrs.frozen
class _Compared:
    """One work beside the reference; further fields are compared when they are asked for.

    Most works that are found by parts of a title are put aside by the title alone.
    """

    reference: Reference
    work: Row
    title: TitleComparison
    today: int
    lists: ComparedLists
    preprints: Iterable[int] = ()

    @cached_property
    def authors(self) -> AuthorComparison | None:
        """The author lists; they are not evidence if the titles have little in common."""
        if self._names and self.work.source == _DEPOSITED:
            return self.listed.comparison
        return self.lists.beside(self._names) if self._names else None

    @cached_property
    def listed(self) -> Compared:
        """How far the author list that a publisher deposited is evidence, as those can err.

        The lists of bibliographies are made with care: of them, nothing is left open.
        """
        if not self._names or self.work.source != _DEPOSITED:
            return _NOTHING_OPEN
        found = self.lists.beside(self._names)
        if not found.is_wrong and _prefix(self.work.doi) not in SORTED_PREFIXES:
            return Compared(found)
        try:
            record = record_from(self.work)
        except ValueError:
            return Compared(found)  # the text in the dump only looks like a DOI
        return compare_people(self.reference, self.lists.claimed, record, self.lists)

    @cached_property
    def _names(self) -> tuple[str, ...]:
        if self.title.difference is TitleDifference.OTHER or not self.lists.claimed:
            return ()
        return names_of(self.work)

    @cached_property
    def venue(self) -> FieldComparison | None:
        return best_venue(venue_of(self.reference), venues_of(self.work))

    @cached_property
    def year(self) -> FieldComparison | None:
        reference, work = self.reference, self.work
        if reference.year is None:
            return None
        years = years_of(work)
        if years and (meeting := meeting_years(work.venue, work.type)):
            years = {**years, "meeting": meeting}
        # Other versions count only where the year is not the work's.
        is_stated = any(reference.year in some for some in years.values())
        arxiv = None if is_stated else reference.arxiv_from_any
        related = (*self.preprints, *([arxiv.year] if arxiv else []))
        return compare_years(
            reference.year, years, related=related, type=work.type, today=self.today
        )

    @cached_property
    def doi(self) -> FieldComparison | None:
        return _dois(self.reference, self.work)

    @property
    def has_title(self) -> bool:
        return self.title.kind is not TitleKind.DIFFERENT

    @property
    def is_near(self) -> bool:
        """Whether the title differs in one place only, or by a few letters.

        People write several works whose titles have most words in common.
        """
        real = [change for change in self.title.changes if not change.is_variant]
        return self.title.is_near or len(real) == 1

    @property
    def is_misquoted(self) -> bool:
        """Whether the reference most likely means this work, though the title differs.

        People write several works with titles that begin or end alike. One with several other
        words, of another venue and another year, is one of those.
        """
        if not (self.is_near and self.has_authors):
            return False
        real = [change for change in self.title.changes if not change.is_variant]
        several = any(" " in change.claimed or " " in change.actual for change in real)
        is_elsewhere = self.venue is None or self.venue.is_different
        is_of_other_year = self.year is not None and self.year.is_different
        return not (several and is_elsewhere and is_of_other_year)

    @cached_property
    def has_authors(self) -> bool:
        if not self._names or self.work.source != _DEPOSITED:
            return bool(self._names) and self.lists.agrees(self._names)
        return self.authors is not None and self.authors.is_right

    @cached_property
    def fields(self) -> tuple[FieldComparison, ...]:
        return tuple(one for one in (self.venue, self.year, self.doi) if one is not None)

    @cached_property
    def places(self) -> tuple[FieldComparison, ...]:
        """Volume, issue and pages that differ; those of another venue are not compared."""
        venue = self.venue
        if venue is not None and (venue.is_different or venue.difference in _OF_OTHER_PAGES):
            return ()
        compared = compare_places(self.reference.fields, fields_of(self.work))
        return tuple(one for one in compared if one.is_different)

    @property
    def rank(self) -> tuple[float, ...]:
        agreeing = sum(not field.is_different for field in self.fields)
        differing = sum(field.is_different for field in self.fields)
        return (
            self.has_title,
            self.has_authors,
            self.is_telling,
            agreeing - differing,
            self.title.likeness,
        )

    @property
    def is_telling(self) -> bool:
        """Whether the work's list says all that a list can: who, how many, in which order."""
        if self.work.source != _DEPOSITED:
            return bool(self._names)
        return bool(self._names) and not (self.listed.gap or self.listed.order)

    @property
    def has_other_order(self) -> bool:
        """Whether a list that is kept in the paper's order has the same people in another one."""
        return self.has_title and self.is_telling and _is_moved(self.authors)


# Names of a venue that agree, and may be of another publication with pages of its own.
_OF_OTHER_PAGES: Final = ("preprint", "series")
# Prefixes of DOIs for works to which bibliographies give another DOI or none.
_BESIDE: Final = frozenset(server.prefix for server in SERVERS if server.prefix) | {
    "10.5555",  # ACM's own numbers, which are no DOIs
    "10.52202",  # Curran, who reprints proceedings
}
_JOURNALS: Final = frozenset(
    "jmlr tmlr ml jair aij tacl cl tpami ijcv tnnls tkde tip pvldb tois tog cacm jacm".split()
)


def weigh(reference: Reference, known: Known, today: int) -> Weighed:
    """Weigh the evidence about a reference; `today` is the present year.

    A pure function. What the bibliography does not cover stays *unchecked*.
    """
    return weigh_alone(reference, today) or weigh_known(reference, known, today)


def weigh_known(
    reference: Reference, known: Known, today: int, lists: ComparedLists | None = None
) -> Weighed:
    """Weigh what a bibliography says of a reference that `weigh_alone` finds nothing wrong with.

    `lists` remembers what the author list was compared with. Of a reference without a title,
    as lists in physics are, a bibliography knows no work; its record alone is compared.
    """
    if not reference.title:
        return _not_covered(reference)
    rows = {(row.source, row.key): row for row in (*known.works, *known.by_doi)}
    lists = lists or ComparedLists(people_of(reference))
    compared = [one for row in rows.values() if (one := _compare(reference, row, today, lists))]
    best = _likeliest(compared, known)
    if best is None or not (best.has_title or best.is_misquoted):
        return _without_work(reference, known, compared, best)
    if best.listed.order:
        # Another maker's list shows the order that a sorted one does not.
        best = next((one for one in compared if one.has_other_order), best)
    steps: tuple[_Step, ...] = (_authors, _title, _venue, _year, _doi)
    found = (step(reference, known, best) for step in steps)
    return next((one for one in found if one is not None), None) or _confirmed(best)


def _is_moved(authors: AuthorComparison | None) -> bool:
    return authors is not None and authors.verdict is ListVerdict.ORDER_DIFFERS


def _likeliest(compared: Sequence[_Compared], known: Known) -> _Compared | None:
    """Return the work that agrees most, one with the title before all others; None if none is near.

    What the title decides needs no look at the authors and fields. A near title with other authors
    counts only where the proceedings are complete, so that the works are ranked only there.
    """
    titled = [one for one in compared if one.has_title]
    if not titled:
        near = [one for one in compared if one.is_near]
        if not near or not (known.whole or any(one.has_authors for one in near)):
            return None
    among = titled or compared
    return among[0] if len(among) == 1 else max(among, key=lambda one: one.rank)


def weigh_record(
    reference: Reference, work: Row, today: int, preprints: Iterable[int] = ()
) -> Weighed | None:
    """Weigh what one record says of title, venue and year; None where all agree.

    The authors are not compared here. `preprints` are the years of the work's preprints.
    """
    found = _compare(reference, work, today, ComparedLists(people_of(reference)), preprints)
    if found is None or not reference.title:
        return None
    if _is_translated(found):
        return None
    if found.title.difference is TitleDifference.OTHER:
        if may_be_of_two_languages(reference.title, work.title) or _is_name(found.title):
            return None
        reason = f'{_named(work)} is "{work.title}"'
        return _weighed(Verdict.SUSPECT, Ground.DOI_OF_ANOTHER, reason, found)
    steps: tuple[_Step, ...] = (_title, _venue, _year)
    return next((w for step in steps if (w := step(reference, Known(), found))), None)


def _is_translated(found: _Compared) -> bool:
    """Return whether a work has titles in other languages than the claimed one only."""
    if found.has_title:
        return False
    claimed = found.title.claimed
    return all(are_of_two_languages(claimed, title) for title in titles_of(found.work) if title)


def _is_name(title: TitleComparison) -> bool:
    """Return whether a claimed title is only the name of what the work is about, such as BERT."""
    ours, theirs = title_words(title.claimed), title_words(title.actual)
    return len(ours) < 4 and " ".join(ours) in " ".join(theirs)


_Step = Callable[[Reference, Known, _Compared], Weighed | None]


def weigh_alone(reference: Reference, today: int) -> Weighed | None:
    """Judge what needs no source: a placeholder, a year ahead, or before the preprint's id.

    Returns None where nothing of the kind is wrong.
    """
    words = placeholder_in(reference)
    if words:
        reason = f'"{words}" is a placeholder'
        return Weighed(Verdict.SUSPECT, Ground.PLACEHOLDER, reason)
    year = reference.year
    if year is None:
        return None
    if year > today + 1:
        reason = f"the year {year} lies ahead"
        return Weighed(Verdict.CONTRADICTED, Ground.YEAR_AHEAD, reason)
    arxiv = reference.arxiv_from_any
    if arxiv is not None and arxiv.year - year > _years_before(reference, arxiv):
        reason = f"arXiv:{arxiv.bare} was given in {arxiv.year}, the reference says {year}"
        return Weighed(Verdict.SUSPECT, Ground.BEFORE_PREPRINT, reason)
    return None


def _years_before(reference: Reference, arxiv: ArxivId) -> int:
    """Return how many years before its preprint a paper may be published.

    Hardly any in computer science; physicists and mathematicians post old papers, too.
    """
    archive = arxiv.bare.rpartition("/")[0] or reference.extra.get("primaryclass", "")
    is_old_field = bool(archive and venue_of(reference)) and not archive.startswith(_QUICK)
    return _ANY if is_old_field else 1


_QUICK: Final = ("cs", "stat", "eess", "cmp-lg")
_ANY: Final = 100


def _compare(
    reference: Reference,
    work: Row,
    today: int,
    lists: ComparedLists,
    preprints: Iterable[int] = (),
) -> _Compared | None:
    title = compare_title(reference, titles_of(work), type=work.type)
    return _Compared(reference, work, title, today, lists, preprints) if title else None


def venue_of(reference: Reference) -> str:
    """Return the journal or the proceedings that a reference names."""
    fields = reference.fields
    return fields.get("container-title") or fields.get("event-title") or ""


def _dois(reference: Reference, work: Row) -> FieldComparison | None:
    if work.type == "article":
        return None  # a preprint may have the DOI of the article, of another version, or none
    claimed = str(reference.doi).casefold() if reference.doi else ""
    actual = work.doi.casefold()
    if not claimed or not actual or {_prefix(claimed), _prefix(actual)} & _BESIDE:
        return None
    if claimed == actual:
        rule = "the DOI is the work's"
        return FieldComparison("doi", Agreement.SAME, "none", claimed, actual, rule)
    rule = f"the work has the DOI {actual}"
    return FieldComparison("doi", Agreement.DIFFERENT, "doi", claimed, actual, rule)


def _prefix(doi: str) -> str:
    return doi.casefold().partition("/")[0]


def _weighed(verdict: Verdict, ground: Ground, reason: str, found: _Compared) -> Weighed:
    return Weighed(verdict, ground, reason, found.work, found.title, found.authors, found.fields)


def _named(work: Row) -> str:
    return f"{work.source}:{work.key}"


def _without_work(
    reference: Reference, known: Known, compared: Sequence[_Compared], best: _Compared | None
) -> Weighed:
    """Judge a reference whose title no work has."""
    other = next((one for one in compared if one.work in known.by_doi), None)
    if other is not None and other.has_authors and _is_translated(other):
        return _not_covered(reference)
    if other is not None and other.title.names_another_paper:
        reason = f'the DOI belongs to "{other.work.title}"'
        return _weighed(Verdict.OTHER_PAPER, Ground.DOI_OF_ANOTHER, reason, other)
    if other is not None:
        reason = f"the title is not the DOI's: {other.title.rule}"
        return _weighed(Verdict.SUSPECT, Ground.TITLE_DIFFERS, reason, other)
    if not known.whole:
        return _by_doi(reference) or _not_covered(reference)
    reason = f"{_said(known.whole)} has no such title"
    if best is None or not best.title.is_near:
        return Weighed(Verdict.SUSPECT, Ground.SILENCE, reason)
    reason += f'; the nearest is "{best.work.title}"'
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


def _not_covered(reference: Reference) -> Weighed:
    """Say of a reference that nothing local covers how far it can be looked up at all."""
    stated = reference.doi or reference.arxiv_from_any or identifier_at(reference.url)
    has_id = bool(stated or reference.fields.get("ISBN"))
    venue = read_venue(venue_of(reference))
    if not has_id and reference.type in _PLACED:
        if not (venue.words or _says_where(reference) or _is_of_semantic_scholar(reference)):
            reason = "no local source has it, and it names neither a venue nor an identifier"
            return Weighed(Verdict.SUSPECT, Ground.NOWHERE, reason)
        # Bibliographies of a field know arXiv's preprints; those of other servers often lack ids.
        is_on_arxiv = venue.is_preprint and not _ARXIV.isdisjoint(venue.every)
        if is_on_arxiv and not _is_of_scholar(reference):
            reason = "no local source has it, and it names arXiv and no id of a preprint"
            return Weighed(Verdict.SUSPECT, Ground.NO_ID, reason)
    return Weighed(Verdict.UNCHECKED, Ground.NOT_COVERED, "no local source covers it")


def _says_where(reference: Reference) -> bool:
    """Whether a reference without a venue names a publisher or a web address.

    It may be a book or a page under a type of its own.
    """
    fields = reference.fields
    return bool(reference.url or fields.get("publisher") or _HOST.search(fields.get("note", "")))


def _is_of_scholar(reference: Reference) -> bool:
    """Whether the pages are the first half of an id, as Google Scholar exports arXiv e-prints."""
    return bool(_HALF_OF_ID.match(reference.fields.get("page", "")))


_HALF_OF_ID: Final = regex(r"arXiv\W*[0-9]{4}$", re.IGNORECASE)


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


def _said(whole: Iterable[Proceedings]) -> str:
    whole = list(whole)
    first, papers = whole[0], sum(one.papers for one in whole)
    return f"{first.source}, which has all {papers} papers of {first.venue} ({first.year}),"


def _authors(reference: Reference, known: Known, best: _Compared) -> Weighed | None:
    if best.authors is None or not best.authors.is_wrong or _is_of_version(reference, best):
        return None
    if names_nobody(reference):
        reason = f"{_named(best.work)} has the title, and authors in place of 'Anonymous'"
        return _weighed(Verdict.INCOMPLETE, Ground.OTHER_VERSION, reason, best)
    if best.listed.gap:
        return None
    said = _LISTS.get(best.authors.verdict, "other authors")
    reason = f"{_named(best.work)} has {said}"
    # A short title may be that of several works.
    placed = any(not field.is_different for field in best.fields)
    least = 4 if placed else 7
    long = len(title_words(reference.title)) >= least
    same = best.title.kind is TitleKind.SAME
    if not long and not (same and (placed or known.whole)):
        return _weighed(Verdict.UNCHECKED, Ground.NAMESAKE, f"{reason} (uncertain)", best)
    is_proof = same and long and placed and not _cites_preprint(reference, best)
    verdict = Verdict.CONTRADICTED if is_proof else Verdict.SUSPECT
    other = best.authors.verdict is ListVerdict.WRONG
    ground = Ground.AUTHORS_OTHER if other else Ground.AUTHORS_DIFFER
    return _weighed(verdict, ground, reason, best)


def _is_of_version(reference: Reference, best: _Compared) -> bool:
    """Return whether the list may be that of the preprint that is cited, which was not fetched.

    One record alone does not contradict a list that agrees otherwise.
    """
    if reference.arxiv_from_any is None or best.work.source == "arxiv" or best.authors is None:
        return False
    wrong = sum(difference.is_breaking for difference in best.authors.differences)
    least = max(1, len(reference.authors.names) // 5)
    if _is_moved(best.authors) and _cites_preprint(reference, best):
        least = max(least, 2)  # two names change places between a preprint and its paper
    return best.title.kind is TitleKind.SAME and wrong <= least


def _cites_preprint(reference: Reference, best: _Compared) -> bool:
    """Return whether a reference cites arXiv's version alone, and the work is the paper's.

    People join a paper, and change its title, after its first version: the paper is no proof.
    """
    if reference.arxiv_from_any is None or best.work.source == "arxiv":
        return False
    venue = read_venue(venue_of(reference))
    return venue.is_preprint or not venue.words


_LISTS: Final = {
    ListVerdict.ORDER_DIFFERS: "the authors in another order",
    ListVerdict.MISSING_AUTHORS: "further authors",
    ListVerdict.EXTRA_AUTHORS: "fewer authors",
}


def _title(reference: Reference, _: Known, best: _Compared) -> Weighed | None:
    if best.has_title or _is_titled_before(reference, best) or _is_headed(best):
        return None
    reason = f"the title differs from that of {_named(best.work)}: {best.title.rule}"
    return _weighed(Verdict.SUSPECT, Ground.TITLE_DIFFERS, reason, best)


def _is_headed(best: _Compared) -> bool:
    """Return whether one title is the other under "Commentary:", and the authors are the same.

    It is a section of journals; what others say of a work has this head, too.
    """
    bare = (_HEAD.sub("", title) for title in (best.title.claimed, best.title.actual))
    return best.has_authors and compare_titles(*bare).kind is not TitleKind.DIFFERENT


_HEAD: Final = regex(r"^\s*(?:invited\s+)?commentary\s*[:.–—]\s+", re.IGNORECASE)


def _is_titled_before(reference: Reference, best: _Compared) -> bool:
    """Whether the title may be that of the preprint that is cited, which was not fetched.

    Many a paper gains, loses or changes a word before it is published.
    """
    return best.is_near and best.has_authors and _cites_preprint(reference, best)


def _venue(reference: Reference, known: Known, best: _Compared) -> Weighed | None:
    if best.venue is None or not best.venue.is_different:
        return None
    where = f"{_named(best.work)} is of {best.work.venue}"
    if known.whole:
        reason = f"{_said(known.whole)} has no such title; {where}"
        return _weighed(Verdict.CONTRADICTED, Ground.ELSEWHERE, reason, best)
    if best.work.type == "article-journal" and are_two_known(best.venue):
        return _weighed(Verdict.SUSPECT, Ground.VENUE_DIFFERS, where, best)
    name = read_venue(venue_of(reference))
    # What was published in proceedings may appear in a journal again.
    if best.work.type != "paper-conference" or _is_journal(reference, name):
        return None
    if _is_workshop_before(reference, best):
        return None
    if known.knows_venue or name.keys:
        return _weighed(Verdict.SUSPECT, Ground.VENUE_DIFFERS, where, best)
    reason = f"no local source knows {name.text!r}; {where}"
    return _weighed(Verdict.SUSPECT, Ground.VENUE_UNKNOWN, reason, best)


def _is_workshop_before(reference: Reference, best: _Compared) -> bool:
    """Return whether a reference names a workshop of a known meeting, not later than the work.

    What was shown at a workshop is often published by another meeting: GLUE at BlackboxNLP of
    EMNLP 2018 and at ICLR 2019.
    """
    name = read_venue(venue_of(reference))
    if best.venue is None or not best.venue.is_different or not (name.is_workshop and name.keys):
        return False
    if not (reference.year and best.work.year):
        return False
    return reference.year <= best.work.year


def _is_journal(reference: Reference, name: VenueName) -> bool:
    """Return whether a reference names a journal: by its type, a known name, or an abbreviation."""
    by_type = reference.type in ("article-journal", "article-magazine")
    return by_type or bool(name.keys & _JOURNALS) or ". " in f"{name.text} "


def _year(reference: Reference, _: Known, best: _Compared) -> Weighed | None:
    if best.year is None or not best.year.is_different:
        return None
    if _is_of_the_book(reference, best) or _has_year_in_venue(reference, best):
        return None
    venue = best.venue
    # Without the venue, the year may be that of a preprint or of a journal's version.
    if venue is None or venue.is_different or venue.difference in ("preprint", "series"):
        return None
    slip = best.doi is not None and not best.doi.is_different
    ground = Ground.YEAR_SLIP if slip else Ground.YEAR_DIFFERS
    reason = f"year: {best.year.claimed}, but {best.year.rule}"
    return _weighed(Verdict.CONTRADICTED, ground, reason, best)


def _is_of_the_book(reference: Reference, best: _Compared) -> bool:
    """Whether a year is that of proceedings which a press printed the year after the meeting.

    Those of NIPS are numbered, and a press printed them until 2009: volume 14, of 2001, in 2002.
    A reference with another number means another volume.
    """
    year, venue = reference.year, best.work.venue
    if year is None or not best.work.year or year != best.work.year + 1 or year > _LAST_PRINTED:
        return False
    if "neurips" not in read_venue(venue).keys:
        return False
    stated = _VOLUME.findall(f"{venue_of(reference)} {reference.fields.get('volume', '')}")
    return not stated or not set(stated).isdisjoint(_VOLUME.findall(venue))


def _has_year_in_venue(reference: Reference, best: _Compared) -> bool:
    """Whether the venue's name has the work's year, and the year is that before, of a preprint.

    Semantic Scholar writes "2023 IEEE/CVF Conference on …" with the year 2022.
    """
    year = best.work.year
    if not year or reference.year != year - 1:
        return False
    return str(year) in _YEARS.findall(venue_of(reference))


_YEARS: Final = regex(r"(?<![0-9-])(?:19|20)[0-9]{2}(?![0-9-])")
_LAST_PRINTED: Final = 2009
_VOLUME: Final = regex(r"(?<![0-9-])[0-9]{1,2}(?![0-9-])")


def _doi(reference: Reference, known: Known, best: _Compared) -> Weighed | None:
    if reference.doi is None or _prefix(str(reference.doi)) in _BESIDE:
        return None
    if best.work.type == "article":
        return None
    if _is_workshop_before(reference, best):
        return None  # the DOI is that of the workshop's paper
    if best.doi is not None and best.doi.is_different:
        near = _prefix(best.doi.claimed) == _prefix(best.doi.actual)
        ground = Ground.DOI_SLIP if near else Ground.DOI_UNKNOWN
        reason = f"the DOI differs: {best.doi.rule}"
        return _weighed(Verdict.CONTRADICTED, ground, reason, best)
    if known.knows_prefix or best.work.doi or known.by_doi:
        return None
    reason = f"{_named(best.work)} has no DOI, and no local work has one of this registrant"
    return _weighed(Verdict.SUSPECT, Ground.DOI_UNKNOWN, reason, best)


# What a report can become, whose title and authors it has, and not its number and institution.
_APPEARED: Final = frozenset(("article-journal", "paper-conference", "chapter"))


def _confirmed(best: _Compared) -> Weighed:
    if gap := _gap(best):
        reason = f"{_named(best.work)} {gap}"
        return _weighed(Verdict.INCOMPLETE, Ground.OTHER_VERSION, reason, best)
    if best.authors is not None and best.authors.is_wrong:
        reason = f"{_named(best.work)} has other authors; the preprint's list was not compared"
        return _weighed(Verdict.INCOMPLETE, Ground.OTHER_VERSION, reason, best)
    if not best.has_title:
        reason = f"{_named(best.work)} has another title: {best.title.rule}"
        reason += "; the preprint's title was not compared"
        return _weighed(Verdict.INCOMPLETE, Ground.OTHER_VERSION, reason, best)
    if best.venue is not None and best.venue.is_different:
        # What was published in proceedings may appear in a journal again.
        reason = f"{_named(best.work)} is of {best.work.venue}; "
        reason += f"what appeared in {best.venue.claimed!r} is not known"
        return _weighed(Verdict.INCOMPLETE, Ground.VARIES, reason, best)
    if best.reference.type == "report" and best.work.type in _APPEARED:
        reason = f"{_named(best.work)} is of {best.work.venue}; the report itself is not known"
        return _weighed(Verdict.INCOMPLETE, Ground.OTHER_VERSION, reason, best)
    if _is_companion(best):
        pages = next(one.actual for one in best.places if one.field == "pages")
        reason = f"{_named(best.work)} has other pages, {pages}, and another title: "
        return _weighed(Verdict.SUSPECT, Ground.TITLE_DIFFERS, f"{reason}{best.title.rule}", best)
    varies = best.title.kind is TitleKind.VARIANT or (
        best.authors is not None and bool(best.authors.differences)
    )
    varies = varies or _is_of_the_book(best.reference, best)
    varies = varies or _has_year_in_venue(best.reference, best)
    says = "is the same work" if best.places else "says the same"
    reason = f"{_named(best.work)} {says}"
    if best.listed.order:
        reason += f"; order not checked: {best.listed.order}"
    if best.places:
        said = _weighed(Verdict.CONFIRMED_WITH_VARIANTS, Ground.VARIES, reason, best)
        return attrs.evolve(said, fields=(*best.fields, *best.places))
    if varies:
        return _weighed(Verdict.CONFIRMED_WITH_VARIANTS, Ground.VARIES, reason, best)
    return _weighed(Verdict.CONFIRMED, Ground.AGREES, reason, best)


def _is_companion(best: _Compared) -> bool:
    """Return whether the work may be another one of the same people: its title and pages differ.

    One meeting has a paper and its demonstration or abstract, with a subtitle or a note. Pages
    that a paper counts from 1 are no sign.
    """
    if best.title.difference not in _OF_COMPANIONS:
        return False
    pages = next((one for one in best.places if one.field == "pages"), None)
    return pages is not None and not _OWN_PAGES.match(pages.claimed)


_OF_COMPANIONS: Final = (
    TitleDifference.SUBTITLE,
    TitleDifference.EDITION,
    TitleDifference.CUT_SHORT,
)
_OWN_PAGES: Final = regex(r"1(?![0-9])")


def _gap(best: _Compared) -> str:
    """Say what a work leaves open about the names that are claimed."""
    if best.listed.gap:
        return best.listed.gap
    if best.authors is not None and best.authors.verdict is ListVerdict.NOT_COMPARED:
        return "writes names in another script"
    return "names no authors" if best.lists.claimed and not names_of(best.work) else ""
