"""What a reference says of its paper beside the authors, compared with the record."""

from __future__ import annotations

import enum
from collections.abc import Iterable, Iterator
from typing import Any

import attrs

from refcore.compare import FieldComparison, TitleComparison, TitleKind
from refcore.compare.titles import are_of_two_languages, title_words
from refcore.compare.venues import read_venue
from refcore.compare.years import meeting_years
from refcore.model.identifiers import ArxivId
from refcore.model.reference import Reference
from refcore.records.record import Notice, Record
from refcore.verification.fields import compare_fields, compare_title, year_beside
from refcore.verification.labels import quoted, source_of

__all__ = [
    "NOTES",
    "NOTICES",
    "PaperFinding",
    "PaperKind",
    "check_paper",
    "described",
    "field_finding",
    "is_translated",
    "preprint_years",
]


class PaperKind(enum.StrEnum):
    """The kinds of findings about a paper, apart from its authors.

    >>> PaperKind("order-not-checked")
    <PaperKind.ORDER: 'order-not-checked'>
    """

    OTHER_PAPER = "other-paper"
    TITLE = "title"
    YEAR = "year"
    VENUE = "venue"
    VOLUME = "volume"
    ISSUE = "issue"
    PAGES = "pages"
    PUBLISHER = "publisher"
    EDITOR = "editor"
    TYPE = "type"
    DOI = "doi"
    CATEGORY = "category"
    WITHDRAWN = "withdrawn"
    VERSION = "version"
    FOUND = "found-by-title"
    ORDER = "order-not-checked"
    PLACE = "venue-not-compared"
    LANGUAGE = "title-not-compared"
    CORRECTED = "corrected"
    CONCERN = "concern"
    PUBLISHED = "published"
    RECORD = "record-differs"


# Findings that do not weaken a confirmation.
NOTES = frozenset(
    {
        PaperKind.FOUND,
        PaperKind.ORDER,
        PaperKind.PLACE,
        PaperKind.LANGUAGE,
        PaperKind.CORRECTED,
        PaperKind.PUBLISHED,
        PaperKind.RECORD,
    }
)

# What became of the work: said before anything else.
NOTICES = frozenset({PaperKind.WITHDRAWN, PaperKind.CONCERN, PaperKind.CORRECTED})


@attrs.frozen
class PaperFinding:
    """One finding: its kind, both values, the rule in words, and whether it contradicts.

    >>> from refcore.model import ArxivId
    >>> record = Record(id=ArxivId("2506.13585", version=1), source="arxiv", title="On Moss")
    >>> (found,) = check_paper(Reference("k", title="On Mosses"), record)
    >>> found.kind.value, found.rule, found.is_breaking
    ('title', 'the title differs: "mosses" is written for "moss"', False)
    """

    kind: PaperKind
    claimed: str
    actual: str
    rule: str
    is_breaking: bool = False

    @property
    def words(self) -> str:
        """The rule, after the name of the field where the rule itself does not have it.

        >>> PaperFinding(PaperKind.VOLUME, "7", "8", "7, but the record has 8").words
        'volume: 7, but the record has 8'
        """
        begins_with_value = self.rule.startswith((f"{self.claimed}, but ", "the record has "))
        return f"{self.kind}: {self.rule}" if begins_with_value else self.rule

    def to_dict(self) -> dict[str, Any]:
        """Return the finding as plain JSON values.

        Returns:
            The kind, both values, and the rule.

        >>> PaperFinding(PaperKind.VOLUME, "7", "8", "7, but the record has 8").to_dict()["actual"]
        '8'
        """
        return {
            "kind": str(self.kind),
            "claimed": self.claimed,
            "actual": self.actual,
            "rule": self.rule,
            "is_breaking": self.is_breaking,
        }


def check_paper(
    reference: Reference,
    record: Record,
    *,
    is_label: bool = False,
    authors_agree: bool | None = None,
) -> tuple[PaperFinding, ...]:
    """Compare title, year, category and further fields, and say what became of the paper.

    `authors_agree` is None where the author lists say nothing. Only a title can break a reference:
    one of other words belongs to another paper. It does not if the authors agree, or if the title
    is only the words of a link in a note (`is_label`). A title in another language than the
    record's cannot be compared, unless the authors differ. The year of a paper that was published
    elsewhere, or posted long after, can differ from arXiv's and be right.
    """
    found = [
        *notice_findings(record.notices),
        _title(reference, record, is_label=is_label, authors_agree=authors_agree),
        _year(reference, record),
        _category(reference, record),
        _published(reference, record),
        *(field_finding(one) for one in compare_fields(reference, record)),
    ]
    return tuple(finding for finding in found if finding)


def _title(
    reference: Reference, record: Record, *, is_label: bool, authors_agree: bool | None
) -> PaperFinding | None:
    if not reference.title or not record.title:
        return None
    titles = (record.title, *record.titles)
    compared = compare_title(
        reference, titles, type=record.type, source=record.source, is_label=is_label
    )
    if (
        compared is None
        or compared.kind is TitleKind.SAME
        or (is_label and _may_be_called(compared, reference, record))
    ):
        return None
    kind, rule, breaks = PaperKind.TITLE, f"the title differs: {compared.rule}", False
    if compared.kind is TitleKind.VARIANT:
        rule = f"the title is written another way: {compared.rule}"
    elif authors_agree is not False and is_translated(reference, record):
        kind = PaperKind.LANGUAGE
        rule = f"the title was not compared: {source_of(record)} has it in another language"
    elif is_label:
        rule = f"the note calls it {quoted(reference.title)}, which is not its title"
    elif compared.names_another_paper and not authors_agree:
        kind, breaks = PaperKind.OTHER_PAPER, True
        rule = f"{record.id.unversioned} belongs to {quoted(record.title)}"
    else:
        breaks = _is_preprint(reference) and not _is_short_name(reference.title, record.title)
    return PaperFinding(kind, reference.title, record.title, rule, breaks)


def is_translated(reference: Reference, record: Record) -> bool:
    """Return whether each title of a record is in another language than the reference's."""
    titles = [title for title in (record.title, *record.titles) if title]
    return all(are_of_two_languages(reference.title, title) for title in titles)


def _may_be_called(compared: TitleComparison, reference: Reference, record: Record) -> bool:
    """Return whether the words with which a note names a paper are near enough to its title."""
    near = compared.kind is TitleKind.VARIANT
    return near or _is_short_name(reference.title, record.title)


def _is_short_name(claimed: str, actual: str) -> bool:
    """Return whether a title is only the name in the record's title, as MiniMax-M2 or BERT.

    >>> _is_short_name("BERT", "BERT: Pre-training")
    True
    >>> _is_short_name("GPT", "BERT: Pre-training")
    False
    """
    ours, theirs = title_words(claimed), title_words(actual)
    width = len(ours)
    places = range(len(theirs) - width + 1)
    return 0 < width <= 3 and any(theirs[at : at + width] == ours for at in places)


def _is_preprint(reference: Reference) -> bool:
    return reference.type == "article" and "container-title" not in reference.fields


def _year(reference: Reference, record: Record) -> PaperFinding | None:
    known = record.years
    claimed = year_beside(reference, known)
    if claimed is None or not known:
        return None
    source = source_of(record)
    if isinstance(record.id, ArxivId):
        first = known[0]
        last = (record.updated.year if record.updated else None) or known[-1]
        if first <= claimed <= last or (claimed > last and not _is_preprint(reference)):
            return None
        years = str(first) if first == last else f"{first} to {last}"
    elif claimed in known or claimed in _years_of_meeting(record):
        return None
    else:
        years = " or ".join(map(str, known))
    rule = f"{claimed}, but {source} has {years}"
    if claimed in preprint_years(reference, record):
        rule = f"{claimed} is the year of the preprint; {source} has {years}"
    return PaperFinding(PaperKind.YEAR, str(claimed), years, rule)


def _years_of_meeting(record: Record) -> tuple[int, ...]:
    return meeting_years(record.fields.get("container-title", ""), record.type)


def preprint_years(reference: Reference, record: Record) -> tuple[int, ...]:
    """Return the years of the preprints that the reference or the record names.

    An article that is cited by the year of its preprint is the same work.
    """
    named = (one.id for one in record.relations if one.kind == "preprint")
    found = (reference.arxiv_from_any, *named)
    return tuple(one.year for one in found if isinstance(one, ArxivId))


def field_finding(found: FieldComparison) -> PaperFinding:
    """Return the finding that a field of a reference differs from the record's."""
    if found.difference == found.field and found.field != "type":
        rule = f"{found.claimed}, but the record has {found.actual}"
    else:
        verb = "differ" if found.field == "pages" else "differs"
        rule = f"the {found.field} {verb}: {found.rule}"
    return PaperFinding(PaperKind(found.field), found.claimed, found.actual, rule)


def _category(reference: Reference, record: Record) -> PaperFinding | None:
    claimed = reference.extra.get("primaryclass") or reference.extra.get("eprintclass") or ""
    actual = record.details.get("primary_category", "")
    archive = actual.partition(".")[0]
    # Zotero writes the archive alone.
    if not claimed or not actual or claimed.casefold() in (actual.casefold(), archive.casefold()):
        return None
    listed = claimed.casefold() in {
        category.casefold() for category in record.details.get("categories", "").split()
    }
    rule = "it is a cross-list, not the primary category" if listed else "the category differs"
    return PaperFinding(
        PaperKind.CATEGORY, claimed, actual, f"{rule}: {source_of(record)} has {actual}"
    )


def _published(reference: Reference, record: Record) -> PaperFinding | None:
    """Say where a preprint was published that is cited as a preprint."""
    article = next((one.id for one in record.relations if one.kind == "article"), None)
    if article is None or not _is_cited_as_preprint(reference) or reference.doi == article:
        return None
    rule = f"the preprint was published as {article.tagged}"
    return PaperFinding(PaperKind.PUBLISHED, "", article.tagged, rule)


def _is_cited_as_preprint(reference: Reference) -> bool:
    """Return whether a reference names no place of publication, or a server of preprints."""
    fields = reference.fields
    venue = fields.get("container-title") or fields.get("event-title") or ""
    return reference.type in _UNPLACED and (not venue or read_venue(venue).is_preprint)


# Types with which preprints are cited.
_UNPLACED = frozenset(("article", "article-journal", "document", "manuscript", "report", "webpage"))


def described(
    reference: Reference, findings: tuple[PaperFinding, ...], article: Record
) -> tuple[PaperFinding, ...]:
    """Return the findings on a preprint, with what its article's record says of its place.

    The report says of a preprint that is cited as such where it was published; of one that is cited
    as published, which fields differ from the article's. The year can be the article's.
    """
    if any(one.kind is PaperKind.PUBLISHED for one in findings):
        place = _place(article)
        return tuple(
            attrs.evolve(one, rule=f"{one.rule}: {place}")
            if one.kind is PaperKind.PUBLISHED and place
            else one
            for one in findings
        )
    years = set(map(str, article.years))
    kept = [one for one in findings if one.kind is not PaperKind.YEAR or one.claimed not in years]
    said = {one.kind for one in kept}
    differing = (field_finding(one) for one in compare_fields(reference, article))
    kept += [one for one in differing if one.kind not in said]
    own = reference.doi
    if own is not None and own.arxiv is None and own != article.id and article.id.scheme == "doi":
        rule = f"the DOI is the preprint's; the article is {article.id.tagged}"
        kept.append(PaperFinding(PaperKind.PUBLISHED, "", article.id.tagged, rule))
    return tuple(kept)


def _place(article: Record) -> str:
    """Return where an article appeared: the journal, volume, issue, pages, year."""
    fields = article.fields
    volume, issue = fields.get("volume", ""), fields.get("issue", "")
    number = f"{volume}({issue})" if volume and issue else volume
    pages = fields.get("page") or fields.get("number", "")
    where = " ".join(filter(None, [fields.get("container-title", ""), number]))
    parts = [where, pages, str(article.year or "")]
    return ", ".join(filter(None, parts)) if where else ""


_WORDS = {
    "retracted": (PaperKind.WITHDRAWN, "the paper is retracted"),
    "withdrawn": (PaperKind.WITHDRAWN, "the paper is withdrawn"),
    "concern": (PaperKind.CONCERN, "the publisher has expressed concern about it"),
    "corrected": (PaperKind.CORRECTED, "there is a correction of it"),
}


def notice_findings(notices: Iterable[Notice]) -> Iterator[PaperFinding]:
    """Yield what became of a work, each with date and address: a retraction before the rest."""
    known = (notice for notice in notices if notice.kind in _WORDS)
    for notice in sorted(known, key=lambda one: list(_WORDS).index(one.kind)):
        kind, words = _WORDS[notice.kind]
        when = f" ({notice.date.iso})" if notice.date else ""
        where = f", see {notice.id.tagged}" if notice.id else ""
        said = f": {notice.text}" if notice.text and not notice.id else ""
        yield PaperFinding(kind, "", notice.text, f"{words}{when}{where}{said}")
