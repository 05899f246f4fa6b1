"""The variables of CSL-JSON, and the names that other programs give them."""

from __future__ import annotations

from functools import lru_cache

from refcore.model.reference import CSL_TYPES, DATE_ROLES, NAME_ROLES

__all__ = ["TEXT_VARIABLES", "WITH_ENTITIES", "canonical_type", "canonical_variable"]

# Source: CSL 1.0.2, Appendix IV, standard and number variables; `event` is the
# name of `event-title` in 1.0.1, `citation-key` and `language` are of csl-data.json.
TEXT_VARIABLES = frozenset(
    "abstract annote archive archive_collection archive_location archive-place authority "
    "call-number chapter-number citation-key citation-label citation-number collection-number "
    "collection-title container-title container-title-short dimensions division edition event "
    "event-place event-title first-reference-note-number genre ISBN ISSN issue jurisdiction "
    "keyword language license locator medium note number number-of-pages number-of-volumes "
    "original-publisher original-publisher-place original-title page page-first part-number "
    "part-title PMCID PMID printing-number publisher publisher-place references reviewed-genre "
    "reviewed-title scale section source status supplement-number title-short version volume "
    "volume-title year-suffix".split()
)
_OWN = frozenset({"id", "type", "title", "DOI", "URL", "custom"})
_ALIASES = {
    "article-number": "number",  # Crossref
    "journalabbreviation": "container-title-short",
    "shorttitle": "title-short",
    "archive-location": "archive_location",
    "archive-collection": "archive_collection",
    "short-title": "title-short",
    "short-container-title": "container-title-short",
}
# Texts in which Crossref and others write entities: "Salt &amp; light".
WITH_ENTITIES = frozenset(
    {name for name in TEXT_VARIABLES if "title" in name}
    | {"abstract", "event-place", "genre", "keyword", "publisher", "publisher-place", "title"}
)
_BY_FOLDED = {
    **{
        name.casefold().replace("_", "-"): name
        for name in TEXT_VARIABLES | NAME_ROLES | DATE_ROLES | _OWN
    },
    **_ALIASES,
}

# Names of work types in Crossref's and in older programs' JSON.
_TYPES = {
    "journal-article": "article-journal",
    "magazine-article": "article-magazine",
    "newspaper-article": "article-newspaper",
    "posted-content": "article",
    "preprint": "article",
    "proceedings-article": "paper-conference",
    "conference-paper": "paper-conference",
    "book-chapter": "chapter",
    "book-section": "chapter",
    "book-part": "chapter",
    "edited-book": "book",
    "monograph": "book",
    "reference-book": "book",
    "proceedings": "book",
    "dissertation": "thesis",
    "computer-program": "software",
    "peer-review": "review",
    "report-component": "report",
    "website": "webpage",
    "other": "document",
}


@lru_cache(maxsize=1024)  # a file has the same names in each item
def canonical_variable(name: str) -> str | None:
    """Return the CSL variable that a name means, or None.

    >>> [canonical_variable(name) for name in ("page", "doi", "shortTitle", "pagetotal")]
    ['page', 'DOI', 'title-short', None]
    """
    return _BY_FOLDED.get(name.casefold().replace("_", "-"))


def canonical_type(name: str) -> str | None:
    """Return the CSL type that a name means, or None.

    >>> [canonical_type(name) for name in ("book", "journal-article", "scroll")]
    ['book', 'article-journal', None]
    """
    folded = name.strip().casefold()
    if folded in CSL_TYPES:
        return folded
    return next((known for known in (folded.replace("-", "_"),) if known in CSL_TYPES), None) or (
        _TYPES.get(folded.replace("_", "-"))
    )
