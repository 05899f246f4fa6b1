"""The verdict on a reference from what a local bibliography says of it.

What is found this way is evidence: short of proof, the verdict is *suspect*.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from typing import Final

import attrs

from refcore.compare import ListVerdict, TitleComparison, TitleDifference, TitleKind
from refcore.compare.titles import compare_titles, may_be_of_two_languages, title_words
from refcore.compare.venues import VenueName, read_venue
from refcore.index.row import Row
from refcore.index.works import names_of, titles_of
from refcore.model.identifiers import ArxivId
from refcore.model.reference import Reference
from refcore.text.patterns import regex
from refcore.verification.comparedwork import (
    UNCOMPARED_DOIS,
    ComparedWork,
    compare_work,
    registrant_of,
)
from refcore.verification.fields import are_two_known, venue_of, which_corrects
from refcore.verification.grounds import Ground
from refcore.verification.labels import quoted
from refcore.verification.lists import ComparedLists, names_nobody, people_of
from refcore.verification.placeholders import placeholder_in
from refcore.verification.uncovered import not_covered, said_of_proceedings, without_work
from refcore.verification.verdict import Verdict
from refcore.verification.weighed import Known, Weighed

__all__ = ["weigh", "weigh_alone", "weigh_known", "weigh_record"]

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
        return not_covered(reference, today)
    rows = {(row.source, row.key): row for row in (*known.works, *known.by_doi)}
    lists = lists or ComparedLists(people_of(reference))
    compared = [one for row in rows.values() if (one := compare_work(reference, row, today, lists))]
    best = _likeliest(compared, known)
    if best is None or not (best.has_title or best.is_misquoted):
        return without_work(reference, known, compared, best, today)
    if best.listed.order:
        # Another maker's list shows the order that a sorted one does not.
        best = next((one for one in compared if one.has_other_order), best)
    steps: tuple[_Step, ...] = (_authors, _title, _venue, _year, _doi)
    found = (step(reference, known, best) for step in steps)
    return next((one for one in found if one is not None), None) or _confirmed(best)


def _likeliest(compared: Sequence[ComparedWork], known: Known) -> ComparedWork | None:
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
    found = compare_work(reference, work, today, ComparedLists(people_of(reference)), preprints)
    if found is None or not reference.title:
        return None
    if found.is_translated:
        return None
    if found.title.difference is TitleDifference.OTHER:
        if may_be_of_two_languages(reference.title, work.title) or _is_name(found.title):
            return None
        reason = f"{found.label} is {quoted(work.title)}"
        return found.judged(Verdict.SUSPECT, Ground.DOI_OF_ANOTHER, reason)
    steps: tuple[_Step, ...] = (_title, _venue, _year)
    weighed = next((w for step in steps if (w := step(reference, Known(), found))), None)
    return None if weighed and _is_of_meeting_before(weighed, reference, found) else weighed


def _is_of_meeting_before(weighed: Weighed, reference: Reference, found: ComparedWork) -> bool:
    """Return whether only a year differs, and it can be that of a meeting.

    Proceedings are often printed in the year after the meeting. The work itself is known by its
    identifier.
    """
    if weighed.ground not in (Ground.YEAR_SLIP, Ground.YEAR_DIFFERS):
        return False
    is_of_meeting = found.work.type in ("paper-conference", "chapter")
    return is_of_meeting and bool(reference.year) and found.work.year == (reference.year or 0) + 1


def _is_name(title: TitleComparison) -> bool:
    """Return whether a claimed title is only the name of what the work is about, such as BERT."""
    ours, theirs = title_words(title.claimed), title_words(title.actual)
    return len(ours) < 4 and " ".join(ours) in " ".join(theirs)


_Step = Callable[[Reference, Known, ComparedWork], Weighed | None]


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


def _authors(reference: Reference, known: Known, best: ComparedWork) -> Weighed | None:
    if best.authors is None or not best.authors.is_wrong or _is_of_version(reference, best):
        return None
    if names_nobody(reference):
        reason = f"{best.label} has the title, and authors in place of 'Anonymous'"
        return best.judged(Verdict.INCOMPLETE, Ground.OTHER_VERSION, reason)
    if best.listed.gap:
        return None
    said = _LISTS.get(best.authors.verdict, "other authors")
    reason = f"{best.label} has {said}"
    # A short title may be that of several works.
    placed = any(not field.is_different for field in best.fields)
    least = 4 if placed else 7
    long = len(title_words(reference.title)) >= least
    same = best.title.kind is TitleKind.SAME
    if not long and not (same and (placed or known.whole)):
        return best.judged(Verdict.UNCHECKED, Ground.NAMESAKE, f"{reason} (uncertain)")
    is_proof = same and long and placed and not _cites_preprint(reference, best)
    verdict = Verdict.CONTRADICTED if is_proof else Verdict.SUSPECT
    other = best.authors.verdict is ListVerdict.WRONG
    ground = Ground.AUTHORS_OTHER if other else Ground.AUTHORS_DIFFER
    return best.judged(verdict, ground, reason)


def _is_of_version(reference: Reference, best: ComparedWork) -> bool:
    """Return whether the list may be that of the preprint that is cited, which was not fetched.

    One record alone does not contradict a list that agrees otherwise.
    """
    if reference.arxiv_from_any is None or best.work.source == "arxiv" or best.authors is None:
        return False
    wrong = sum(difference.is_breaking for difference in best.authors.differences)
    least = max(1, len(reference.authors.names) // 5)
    if best.is_reordered and _cites_preprint(reference, best):
        least = max(least, 2)  # two names change places between a preprint and its paper
    return best.title.kind is TitleKind.SAME and wrong <= least


def _cites_preprint(reference: Reference, best: ComparedWork) -> bool:
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


def _title(reference: Reference, _: Known, best: ComparedWork) -> Weighed | None:
    if best.has_title or _is_titled_before(reference, best) or _is_headed(best):
        return None
    reason = f"the title differs from that of {best.label}: {best.title.rule}"
    return best.judged(Verdict.SUSPECT, Ground.TITLE_DIFFERS, reason)


def _is_headed(best: ComparedWork) -> bool:
    """Return whether one title is the other under "Commentary:", and the authors are the same.

    It is a section of journals; what others say of a work has this head, too.
    """
    bare = (_HEAD.sub("", title) for title in (best.title.claimed, best.title.actual))
    return best.has_authors and compare_titles(*bare).kind is not TitleKind.DIFFERENT


_HEAD: Final = regex(r"^\s*(?:invited\s+)?commentary\s*[:.–—]\s+", re.IGNORECASE)


def _is_titled_before(reference: Reference, best: ComparedWork) -> bool:
    """Whether the title may be that of the preprint that is cited, which was not fetched.

    The reference has the id of the preprint, or names the server alone. Many a paper gains,
    loses or changes a word before it is published.
    """
    if not (best.is_near and best.has_authors):
        return False
    names_server = read_venue(venue_of(reference)).is_preprint and best.work.source != "arxiv"
    return names_server or _cites_preprint(reference, best)


def _venue(reference: Reference, known: Known, best: ComparedWork) -> Weighed | None:
    if best.venue is None or not best.venue.is_different:
        return None
    where = f"{best.label} is of {best.work.venue}"
    if known.whole:
        reason = f"{said_of_proceedings(known.whole)} has no such title; {where}"
        return best.judged(Verdict.CONTRADICTED, Ground.ELSEWHERE, reason)
    if best.work.type == "article-journal" and are_two_known(best.venue):
        return best.judged(Verdict.SUSPECT, Ground.VENUE_DIFFERS, where)
    name = read_venue(venue_of(reference))
    # What was published in proceedings may appear in a journal again.
    if best.work.type != "paper-conference" or _is_journal(reference, name):
        return None
    if _is_workshop_before(reference, best):
        return None
    if known.knows_venue or name.keys:
        return best.judged(Verdict.SUSPECT, Ground.VENUE_DIFFERS, where)
    reason = f"no local source knows {name.text!r}; {where}"
    return best.judged(Verdict.SUSPECT, Ground.VENUE_UNKNOWN, reason)


def _is_workshop_before(reference: Reference, best: ComparedWork) -> bool:
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


def _year(reference: Reference, _: Known, best: ComparedWork) -> Weighed | None:
    if best.year is None or not best.year.is_different:
        return None
    if _is_of_the_book(reference, best) or _has_year_in_venue(reference, best):
        return None
    venue = best.venue
    if _is_of_later_journal(reference, best):
        return _beside_journal(best)
    # Without the venue, the year may be that of a preprint or of a journal's version.
    if venue is None or venue.is_different or venue.difference in ("preprint", "series"):
        return None
    slip = best.doi is not None and not best.doi.is_different
    ground = Ground.YEAR_SLIP if slip else Ground.YEAR_DIFFERS
    reason = f"year: {best.year.claimed}, but {best.year.rule}"
    return best.judged(Verdict.CONTRADICTED, ground, reason)


def _is_of_the_book(reference: Reference, best: ComparedWork) -> bool:
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


def _has_year_in_venue(reference: Reference, best: ComparedWork) -> bool:
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


def _doi(reference: Reference, known: Known, best: ComparedWork) -> Weighed | None:
    if reference.doi is None or registrant_of(str(reference.doi)) in UNCOMPARED_DOIS:
        return None
    if best.work.type == "article":
        return None
    if _is_workshop_before(reference, best):
        return None  # the DOI is that of the workshop's paper
    if best.doi is not None and best.doi.is_different:
        if _is_of_later_journal(reference, best):
            return _beside_journal(best)
        near = registrant_of(best.doi.claimed) == registrant_of(best.doi.actual)
        ground = Ground.DOI_SLIP if near else Ground.DOI_UNKNOWN
        reason = f"the DOI differs: {best.doi.rule}"
        return best.judged(Verdict.CONTRADICTED, ground, reason)
    if known.knows_prefix or best.work.doi or known.by_doi:
        return None
    reason = f"{best.label} has no DOI, and no local work has one of this registrant"
    return best.judged(Verdict.SUSPECT, Ground.DOI_UNKNOWN, reason)


def _is_of_later_journal(reference: Reference, best: ComparedWork) -> bool:
    """Whether a reference can be a journal's article, after a meeting's paper with its title.

    A journal has another registrant than the meeting, and prints the paper within a few years.
    """
    years = reference.year, best.work.year
    if reference.type != "article-journal" or best.work.type != "paper-conference":
        return False
    is_there = best.venue is not None and not best.venue.is_different
    if not all(years) or (is_there and not _is_named_after_subject(reference)):
        return False
    later = (reference.year or 0) - (best.work.year or 0)
    if not 0 <= later <= _YEARS_TO_JOURNAL:
        return False
    if reference.doi is None:
        return is_there
    return registrant_of(str(reference.doi)) != registrant_of(best.work.doi)


def _is_named_after_subject(reference: Reference) -> bool:
    """Whether a journal with a volume has no more than a subject for its name.

    A meeting has it in its own name: *Theory of Computing*, and the Symposium on it.
    """
    name = read_venue(venue_of(reference))
    is_subject = not (name.keys or name.shorts or name.is_workshop or name.is_series)
    return bool(is_subject and reference.fields.get("volume") and _MEETS.isdisjoint(name.every))


_MEETS: Final = frozenset(
    "colloquium conf conference congress meeting proc proceedings symp symposium workshop".split()
)


def _beside_journal(best: ComparedWork) -> Weighed:
    reason = f"{best.label} is a meeting's paper with this title; the journal's was not compared"
    return best.judged(Verdict.INCOMPLETE, Ground.OTHER_VERSION, reason)


_YEARS_TO_JOURNAL: Final = 5
# What a report can become, whose title and authors it has, and not its number and institution.
_APPEARED: Final = frozenset(("article-journal", "paper-conference", "chapter"))


def _confirmed(best: ComparedWork) -> Weighed:
    if gap := _gap(best):
        reason = f"{best.label} {gap}"
        return best.judged(Verdict.INCOMPLETE, Ground.OTHER_VERSION, reason)
    if best.authors is not None and best.authors.is_wrong:
        reason = f"{best.label} has other authors; the preprint's list was not compared"
        return best.judged(Verdict.INCOMPLETE, Ground.OTHER_VERSION, reason)
    if not best.has_title:
        reason = f"{best.label} has another title: {best.title.rule}"
        reason += "; the preprint's title was not compared"
        return best.judged(Verdict.INCOMPLETE, Ground.OTHER_VERSION, reason)
    if best.venue is not None and best.venue.is_different:
        # What was published in proceedings may appear in a journal again.
        reason = f"{best.label} is of {best.work.venue}; "
        reason += f"what appeared in {best.venue.claimed!r} is not known"
        return best.judged(Verdict.INCOMPLETE, Ground.VARIES, reason)
    if best.reference.type == "report" and best.work.type in _APPEARED:
        reason = f"{best.label} is of {best.work.venue}; the report itself is not known"
        return best.judged(Verdict.INCOMPLETE, Ground.OTHER_VERSION, reason)
    if _is_companion(best):
        pages = next(one.actual for one in best.places if one.field == "pages")
        reason = f"{best.label} has other pages, {pages}, and another title: "
        return best.judged(Verdict.SUSPECT, Ground.TITLE_DIFFERS, f"{reason}{best.title.rule}")
    varies = best.title.kind is TitleKind.VARIANT or (
        best.authors is not None and bool(best.authors.differences)
    )
    varies = varies or _is_of_the_book(best.reference, best)
    varies = varies or _has_year_in_venue(best.reference, best)
    says = "is the same work" if best.places else "says the same"
    reason = f"{best.label} {says}"
    if best.listed.order:
        reason += f"; order not checked: {best.listed.order}"
    if best.places:
        said = best.judged(Verdict.CONFIRMED_WITH_VARIANTS, Ground.VARIES, reason)
        return attrs.evolve(said, fields=(*best.fields, *best.places))
    if varies:
        return best.judged(Verdict.CONFIRMED_WITH_VARIANTS, Ground.VARIES, reason)
    return best.judged(Verdict.CONFIRMED, Ground.AGREES, reason)


def _is_companion(best: ComparedWork) -> bool:
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


def _gap(best: ComparedWork) -> str:
    """Say what a work leaves open about the names that are claimed."""
    if best.listed.gap:
        return best.listed.gap
    if corrects := which_corrects(best.reference.title, titles_of(best.work)):
        return corrects
    if best.authors is not None and best.authors.verdict is ListVerdict.NOT_COMPARED:
        return "writes names in another script"
    return "names no authors" if best.lists.claimed and not names_of(best.work) else ""
