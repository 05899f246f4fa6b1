"""Titles of which the end is left out."""

from __future__ import annotations

from typing import Final

from refcore.compare.titles.changes import agree
from refcore.compare.titles.words import title_words
from refcore.text.patterns import regex

__all__ = ["JOINTS", "is_beginning", "is_case", "is_cut_short"]

_ELLIPSIS: Final = regex(r"\s*(?:\.\.\.|…)\s*$")
# Words that begin an attribute at the end of a title, such as "of Language Models".
JOINTS: Final = frozenset(
    "across among at between by during for from in of on over through under using via "
    "with within".split()
)
_LINKED: Final = frozenset((("and", "its"), ("and", "their"), ("or", "the")))
_LEAST_BEGUN: Final = 6


def is_beginning(ours: list[str], theirs: list[str]) -> bool:
    """Return whether a claim is most of a title, up to a word that joins what it is about.

    A few words are the beginning of many titles, and a title may be all of another's beginning.

    >>> whole = title_words("Moss and its many uses in the far north of Norway")
    >>> is_beginning(whole[:9], whole), is_beginning(whole[:1], whole)
    (True, False)
    """
    width = len(ours)
    if not max(_LEAST_BEGUN, len(theirs) / 2) <= width < len(theirs):
        return False
    joins = theirs[width] in JOINTS or tuple(theirs[width : width + 2]) in _LINKED
    return joins and agree(ours, theirs[:width])


def is_case(ours: list[str], theirs: list[str]) -> bool:
    """Return whether a claim is the beginning of the name of a case of law.

    >>> whole = title_words("Quill v. Board of Boats of Bergen")
    >>> is_case(whole[:5], whole), is_case(whole[:3], whole)
    (True, False)
    """
    width = len(ours)
    if not _LEAST_OF_CASE <= width < len(theirs) or ours[1] != "v" or theirs[width] not in JOINTS:
        return False
    return ours == theirs[:width]


_LEAST_OF_CASE: Final = 4


def is_cut_short(claimed: str, theirs: list[str]) -> bool:
    """Return whether a claim ends with an ellipsis in place of the end of a title.

    >>> is_cut_short("Moss in bogs ...", ["moss", "in", "bogs", "of", "bergen"])
    True
    >>> is_cut_short("Moss in bogs", ["moss", "in", "bogs", "of", "bergen"])
    False
    """
    if not _ELLIPSIS.search(claimed):
        return False
    ours = title_words(_ELLIPSIS.sub("", claimed))
    return len(ours) > 2 and " ".join(theirs).startswith(" ".join(ours))
