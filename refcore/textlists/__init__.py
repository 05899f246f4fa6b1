"""Lists of references as plain text: split, read, and compared with records."""

from refcore.textlists.against import TextComparison, compare_text
from refcore.textlists.reader import read, read_reference
from refcore.textlists.split import split_list

__all__ = ["TextComparison", "compare_text", "read", "read_reference", "split_list"]
