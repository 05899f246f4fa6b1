"""The comparison of the type of a work with the record's."""

from __future__ import annotations

from typing import Final

from refcore.compare.agreement import Agreement, FieldComparison
from refcore.text.letters import VOWELS

__all__ = ["compare_types"]

# CSL types that say little about a work, such as that of @misc.
_VAGUE: Final = frozenset(("document", "entry", "post", "webpage", "manuscript", "post-weblog"))
# Pairs of types that people and sources use for one work, each with its reason.
_KINDRED: Final[dict[frozenset[str], str]] = {
    frozenset(pair): reason
    for pair, reason in (
        (("article", "article-journal"), "a preprint, or the article that it became"),
        (("article", "paper-conference"), "a preprint, or the paper that it became"),
        (("article", "report"), "a preprint is also called a report"),
        (("article", "chapter"), "a preprint, or the chapter that it became"),
        (("paper-conference", "chapter"), "proceedings are also registered as books"),
        (("paper-conference", "article-journal"), "some proceedings appear as a journal"),
        (("article-journal", "article-magazine"), "a magazine is also called a journal"),
        (("article-journal", "article-newspaper"), "a newspaper is also called a journal"),
        (("article-journal", "review"), "a review in a journal is an article of it"),
        (("article-journal", "review-book"), "a review in a journal is an article of it"),
        (("chapter", "entry-encyclopedia"), "an entry is a part of a book"),
        (("chapter", "entry-dictionary"), "an entry is a part of a book"),
        (("chapter", "article-journal"), "some series are books and journals at once"),
        (("book", "software"), "a manual, or the program that it describes"),
        (("book", "standard"), "a standard is printed as a book"),
        (("book", "report"), "a report may be printed as a book"),
        (("book", "collection"), "a collection is a book"),
        (("book", "classic"), "a classic is printed as a book"),
        (("book", "thesis"), "a thesis may be printed as a book"),
        (("report", "standard"), "a standard is also called a report"),
        (("speech", "paper-conference"), "a talk, or its paper"),
        (("dataset", "software"), "an archive holds both"),
    )
}

# What people cite by something else that is registered: the type cited, the record's, the reason.
_CITED_BY: Final[dict[tuple[str, str], str]] = {
    ("software", "article-journal"): "a program is cited by the article about it",
    ("dataset", "article-journal"): "data are cited by the article about them",
}


def compare_types(claimed: str, actual: str) -> FieldComparison | None:
    """Compare two CSL types.

    Returns None if one of them says nothing, as ``document`` does.

    >>> compare_types("paper-conference", "chapter").kind.value
    'variant'
    >>> compare_types("article-journal", "standard").rule
    'the record is a standard, not an article-journal'
    """
    if not claimed or not actual or {claimed, actual} & _VAGUE:
        return None
    if claimed == actual:
        rule = "the record has the type"
        return FieldComparison("type", Agreement.SAME, "none", claimed, actual, rule)
    reason = _KINDRED.get(frozenset((claimed, actual))) or _CITED_BY.get((claimed, actual))
    if reason:
        return FieldComparison("type", Agreement.VARIANT, "kindred", claimed, actual, reason)
    rule = f"the record is {_with_article(actual)}, not {_with_article(claimed)}"
    return FieldComparison("type", Agreement.DIFFERENT, "type", claimed, actual, rule)


def _with_article(kind: str) -> str:
    return f"{'an' if kind[0] in VOWELS else 'a'} {kind}"
