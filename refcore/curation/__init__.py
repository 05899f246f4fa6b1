"""Keeping a library in order: citation keys, duplicates, merging."""

from refcore.curation.duplicates import DuplicateReason, Duplicates, find_duplicates
from refcore.curation.keys import make_keys
from refcore.curation.merge import Merged, merge
from refcore.curation.templates import KeyTemplate

__all__ = [
    "DuplicateReason",
    "Duplicates",
    "KeyTemplate",
    "Merged",
    "find_duplicates",
    "make_keys",
    "merge",
]
