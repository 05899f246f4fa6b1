"""Which letters of two names differ, for a page that marks them."""

from __future__ import annotations

import unicodedata
from collections.abc import Hashable, Iterable, Sequence
from typing import Final, TypeAlias

__all__ = ["Pieces", "marked"]

# Pieces of a text, each with whether it differs.
Pieces: TypeAlias = list[tuple[str, bool]]

_LONGEST: Final = 500
# Words that share less than this are marked whole: single letters would say nothing.
_LEAST_ALIKE: Final = 0.5


def marked(one: str, other: str) -> tuple[Pieces, Pieces]:
    """Return both texts in pieces that differ or not.

    Words are compared first, then the letters of words that are nearly alike. A combining mark
    stays with its letter. Nothing is marked where one text is empty, and texts of more
    than 500 characters are marked whole.

    >>> marked("Binyang Jian", "Binyang Jiang")
    ([('Binyang Jian', False)], [('Binyang Jian', False), ('g', True)])
    >>> marked("Wei Zhang", "Hao Zhang")
    ([('Wei', True), (' Zhang', False)], [('Hao', True), (' Zhang', False)])
    """
    if one == other or not one or not other:
        return _whole(one, differs=False), _whole(other, differs=False)
    if max(len(one), len(other)) > _LONGEST:
        return _whole(one, differs=True), _whole(other, differs=True)
    ours: Pieces = []
    theirs: Pieces = []
    for left, right in _aligned(_words(one), _words(other)):
        if len(left) == len(right) == 1:
            first, second = _letters(left[0], right[0])
            ours += first
            theirs += second
        else:
            ours.append(("".join(left), True))
            theirs.append(("".join(right), True))
    return _merged(ours), _merged(theirs)


def _whole(text: str, *, differs: bool) -> Pieces:
    return [(text, differs)] if text else []


def _aligned(
    one: Sequence[str], other: Sequence[str]
) -> Iterable[tuple[Sequence[str], Sequence[str]]]:
    """Return the words of two texts side by side, one by one where both have a word."""
    for left, right in _blocks(one, other):
        if left.stop - left.start == right.stop - right.start:
            yield from (
                ([one[i]], [other[j]]) for i, j in zip(_all(left), _all(right), strict=True)
            )
        else:
            yield one[left], other[right]


def _letters(one: str, other: str) -> tuple[Pieces, Pieces]:
    from rapidfuzz.distance import Indel

    if one == other:
        return [(one, False)], [(other, False)]
    if Indel.normalized_similarity(one, other) < _LEAST_ALIKE:
        return [(one, True)], [(other, True)]
    ours, theirs = _signs(one), _signs(other)
    left: Pieces = []
    right: Pieces = []
    for here, there in _blocks(ours, theirs):
        differs = ours[here] != theirs[there]
        left.append(("".join(ours[here]), differs))
        right.append(("".join(theirs[there]), differs))
    return left, right


def _blocks(one: Sequence[Hashable], other: Sequence[Hashable]) -> Iterable[tuple[slice, slice]]:
    from rapidfuzz.distance import Levenshtein

    for code in Levenshtein.opcodes(one, other):
        yield slice(code.src_start, code.src_end), slice(code.dest_start, code.dest_end)


def _all(places: slice) -> range:
    return range(places.start, places.stop)


def _words(text: str) -> list[str]:
    """Return words and the spaces between them: together they are the text.

    >>> _words("Bo Fei")
    ['Bo', ' Fei']
    """
    words = text.split(" ")
    return [word if at == 0 else f" {word}" for at, word in enumerate(words)]


def _signs(text: str) -> list[str]:
    """Return the letters of a text, each with its combining marks.

    >>> _signs("José")
    ['J', 'o', 's', 'é']
    """
    found: list[str] = []
    for sign in text:
        if found and unicodedata.combining(sign):
            found[-1] += sign
        else:
            found.append(sign)
    return found


def _merged(pieces: Pieces) -> Pieces:
    """Join neighbours of one kind, and leave the space before a differing word unmarked."""
    found: Pieces = []
    for text, differs in pieces:
        bare = text.lstrip(" ") if differs else text
        for part, differing in ((text[: len(text) - len(bare)], False), (bare, differs)):
            if not part:
                continue
            if found and found[-1][1] == differing:
                found[-1] = (found[-1][0] + part, differing)
            else:
                found.append((part, differing))
    return found
