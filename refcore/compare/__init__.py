"""Author lists and titles compared: what is the same, what is a variant, what is wrong."""

from refcore.compare.authors import compare_authors
from refcore.compare.kinds import DifferenceKind, ListVerdict, VariantKind
from refcore.compare.persons import compare_names
from refcore.compare.reading import read_authors
from refcore.compare.result import AuthorComparison, Difference, NameComparison
from refcore.compare.titles import TitleComparison, TitleKind, compare_titles

__all__ = [
    "AuthorComparison",
    "Difference",
    "DifferenceKind",
    "ListVerdict",
    "NameComparison",
    "TitleComparison",
    "TitleKind",
    "VariantKind",
    "compare_authors",
    "compare_names",
    "compare_titles",
    "read_authors",
]
