"""Crossref's own words for types, dates, fields, notices and relations, in those of a record."""

from __future__ import annotations

from typing import Final

__all__ = ["DATES", "FIELDS", "NOTICES", "RELATIONS", "TYPES"]

# Types as those of CSL. Source: Crossref, "/types"; CSL 1.0.2, Appendix III.
TYPES: Final = {
    "journal-article": "article-journal",
    "proceedings-article": "paper-conference",
    "book-chapter": "chapter",
    "book-part": "chapter",
    "book-section": "chapter",
    "book-track": "chapter",
    "book": "book",
    "monograph": "book",
    "edited-book": "book",
    "reference-book": "book",
    "book-set": "book",
    "book-series": "book",
    "proceedings": "book",
    "reference-entry": "entry",
    "report": "report",
    "report-component": "report",
    "dissertation": "thesis",
    "posted-content": "article",
    "dataset": "dataset",
    "database": "dataset",
    "peer-review": "review",
    "standard": "standard",
    "journal": "periodical",
    "journal-issue": "periodical",
    "journal-volume": "periodical",
}
# Fields as variables of CSL.
FIELDS: Final = {
    "container-title": "container-title",
    "short-container-title": "container-title-short",
    "volume": "volume",
    "issue": "issue",
    "page": "page",
    "article-number": "number",
    "publisher": "publisher",
    "publisher-location": "publisher-place",
    "ISSN": "ISSN",
    "ISBN": "ISBN",
    "language": "language",
    "edition-number": "edition",
}
DATES: Final = {
    "issued": "issued",
    "published-print": "print",
    "published-online": "online",
    "posted": "posted",
    "published-other": "other",
    "accepted": "accepted",
    "approved": "approved",
}
# What a notice does to the work: Crossref, "Crossmark", types of updates.
NOTICES: Final = {
    "retraction": "retracted",
    "withdrawal": "withdrawn",
    "removal": "withdrawn",
    "correction": "corrected",
    "corrigendum": "corrected",
    "erratum": "corrected",
    "addendum": "corrected",
    "partial_retraction": "corrected",
    "clarification": "corrected",
    "expression_of_concern": "concern",
}
RELATIONS: Final = {
    "is-preprint-of": "article",
    "has-preprint": "preprint",
    "is-version-of": "version",
    "has-version": "version",
    "is-identical-to": "version",
    "is-replaced-by": "version",
    "replaces": "version",
    "is-translation-of": "original",
    "is-review-of": "reviews",
}
