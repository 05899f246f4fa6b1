"""Comparison of author lists, titles and other fields with what a record says."""

from typing import TYPE_CHECKING

from refcore.later import names_of

if TYPE_CHECKING:
    from refcore.compare.agreement import Agreement, FieldComparison
    from refcore.compare.authors import compare_authors
    from refcore.compare.kinds import DifferenceKind, ListVerdict, VariantKind
    from refcore.compare.persons import compare_names
    from refcore.compare.reading import read_authors
    from refcore.compare.result import AuthorComparison, Difference, NameComparison
    from refcore.compare.titles import (
        TitleComparison,
        TitleDifference,
        TitleKind,
        best_title,
        compare_titles,
    )

__all__ = [
    "Agreement",
    "AuthorComparison",
    "Difference",
    "DifferenceKind",
    "FieldComparison",
    "ListVerdict",
    "NameComparison",
    "TitleComparison",
    "TitleDifference",
    "TitleKind",
    "VariantKind",
    "best_title",
    "compare_authors",
    "compare_names",
    "compare_titles",
    "read_authors",
]

__getattr__ = names_of(
    __name__,
    {
        "Agreement": "agreement",
        "AuthorComparison": "result",
        "Difference": "result",
        "DifferenceKind": "kinds",
        "FieldComparison": "agreement",
        "ListVerdict": "kinds",
        "NameComparison": "result",
        "TitleComparison": "titles",
        "TitleDifference": "titles",
        "TitleKind": "titles",
        "VariantKind": "kinds",
        "best_title": "titles",
        "compare_authors": "authors",
        "compare_names": "persons",
        "compare_titles": "titles",
        "read_authors": "reading",
    },
)
