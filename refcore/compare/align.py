"""Pairs the people of two lists, and finds which pairs are in order."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence, Set
from itertools import pairwise
from operator import attrgetter
from typing import Final

from refcore.compare.chain import heaviest_chain
from refcore.compare.given import NONE, Kinds
from refcore.compare.keys import family_keys, narrow_keys
from refcore.compare.order import order_of
from refcore.compare.parsed import ParsedName
from refcore.compare.persons import same_person

__all__ = ["FREE", "Alignment", "align"]

Names = Sequence[ParsedName]
# In place of the pair of a name that has none.
FREE: Final = -1
_TEXT: Final = attrgetter("text")
_SPELLING: Final = attrgetter("spelling_key")
# Up to this many pairs of one key are all compared; beyond it, only pairs near the diagonal.
_MOST_IN_BLOCK: Final = 2500
_WINDOW: Final = 8
_WEIGHT: Final = 1_000_000


class Alignment:
    """Pairs of positions in two lists: `left[i]` and `right[j]` point at each other or are -1.

    `chained` holds the left positions whose pairs have the same order in both lists.
    `swaps` holds the left positions whose names have changed places. Any other pair was moved.
    """

    def __init__(self, left: Names, right: Names) -> None:
        self.names = left
        self.others = right
        self.left = [FREE] * len(left)
        self.right = [FREE] * len(right)
        self.chained: set[int] = set()
        self.swaps: dict[int, int] = {}
        self._seen: dict[tuple[int, int], Kinds | None] = {}

    def pair(self, i: int, j: int) -> None:
        """Pair two positions."""
        self.left[i] = j
        self.right[j] = i

    def kinds(self, i: int, j: int) -> Kinds | None:
        """Return how the names at two positions can be one person's, or None."""
        one, other = self.names[i], self.others[j]
        if one.text == other.text and one.filed == other.filed:
            return NONE
        key = (i, j)
        if key not in self._seen:
            self._seen[key] = same_person(one, other)
        return self._seen[key]

    def rechain(self) -> None:
        """Find again which pairs are in order."""
        paired = [i for i, j in enumerate(self.left) if j >= 0]
        places = [self.left[i] for i in paired]
        if all(one < other for one, other in pairwise(places)):
            self.chained, self.swaps = set(paired), {}
            return
        order = order_of(places)
        self.chained = {paired[index] for index in order.kept}
        self.swaps = {paired[one]: paired[other] for one, other in order.swaps.items()}

    def gaps(self) -> list[tuple[list[int], list[int]]]:
        """Return the unpaired positions of both lists between neighbours of the chain."""
        found = []
        i = j = 0
        anchors = sorted(self.chained)
        for anchor in [*anchors, len(self.left)]:
            end = self.left[anchor] if anchor < len(self.left) else len(self.right)
            left = [k for k in range(i, anchor) if self.left[k] < 0]
            right = [k for k in range(j, end) if self.right[k] < 0]
            if left or right:
                found.append((left, right))
            i, j = anchor + 1, end + 1
        return found


def align(left: Names, right: Names, *, truncated: bool = False) -> Alignment:
    """Pair the names of two lists, as a person would who reads them side by side.

    Equal names are paired first, then equal spellings, then names that can be one
    person's. Pairs in order come before pairs out of order. `truncated` says that
    the left list ends before the right one, so its names are looked for at the
    front of the right list.
    """
    found = Alignment(left, right)
    if [name.text for name in left] == [name.text for name in right]:
        found.left = list(range(len(left)))
        found.right = list(found.left)
        found.chained = set(found.left)
        return found
    if _side_by_side(found, truncated):
        return found
    whole = (range(len(left)), range(len(right)))
    _pair_gap_by_key(found, whole, _TEXT)
    if _has_free(found):
        _pair_gap_by_key(found, whole, _SPELLING)
    found.rechain()
    if not _has_free(found):
        return found
    for key in (_TEXT, _SPELLING) if found.chained else ():
        for gap in found.gaps():
            _pair_gap_by_key(found, gap, key)
        found.rechain()
    for gap in found.gaps():
        _pair_gap(found, gap, truncated)
    found.rechain()
    _pair_anywhere(found)
    found.rechain()
    return found


def _side_by_side(found: Alignment, truncated: bool) -> bool:
    """Pair each name with the one at its place, if every such pair can be one person.

    Nothing is paired if the exact spelling of a name occurs elsewhere in the other list.
    """
    left, right = found.names, found.others
    if len(left) > len(right) or (len(left) < len(right) and not truncated):
        return False
    if found.kinds(0, 0) is None if left else True:
        return False
    texts = {name.text for name in right}
    for i, name in enumerate(left):
        if name.text in texts and name.text != right[i].text:
            return False
        if found.kinds(i, i) is None:
            return False
    for i in range(len(left)):
        found.pair(i, i)
    found.chained = set(range(len(left)))
    return True


def _has_free(found: Alignment) -> bool:
    return FREE in found.left and FREE in found.right


def _by_key(
    found: Alignment,
    key: Callable[[ParsedName], str],
    left: Sequence[int],
    right: Sequence[int],
) -> tuple[dict[str, list[int]], dict[str, list[int]]]:
    lefts: dict[str, list[int]] = defaultdict(list)
    rights: dict[str, list[int]] = defaultdict(list)
    for i in left:
        if found.left[i] < 0:
            lefts[key(found.names[i])].append(i)
    for j in right:
        if found.right[j] < 0:
            rights[key(found.others[j])].append(j)
    return lefts, rights


def _pair_gap_by_key(
    found: Alignment, gap: tuple[Sequence[int], Sequence[int]], key: Callable[[ParsedName], str]
) -> None:
    if not gap[0] or not gap[1]:
        return
    lefts, rights = _by_key(found, key, *gap)
    for value, positions in lefts.items():
        others = rights.get(value)
        if others and len(others) == len(positions):
            for i, j in zip(positions, others, strict=True):
                found.pair(i, j)


def _pair_gap(found: Alignment, gap: tuple[list[int], list[int]], truncated: bool) -> None:
    left, right = gap
    start = 0
    end = min(len(left), len(right))
    while start < end and found.kinds(left[start], right[start]) is not None:
        found.pair(left[start], right[start])
        start += 1
    left, right = left[start:], right[start:]
    while not truncated and left and right and found.kinds(left[-1], right[-1]) is not None:
        found.pair(left.pop(), right.pop())
    if left and right and (len(left) > 1 or len(right) > 1):
        for i, j in heaviest_chain(list(_edges(found, left, right, narrow_keys))):
            found.pair(i, j)


def _edges(
    found: Alignment,
    left: Sequence[int],
    right: Sequence[int],
    keys: Callable[[ParsedName], Set[str]],
) -> Iterable[tuple[int, int, int]]:
    blocks: dict[str, list[int]] = defaultdict(list)
    for place, j in enumerate(right):
        for key in keys(found.others[j]):
            blocks[key].append(place)
    for place, i in enumerate(left):
        seen: set[int] = set()
        for key in keys(found.names[i]):
            block = blocks.get(key, [])
            if len(block) * len(left) > _MOST_IN_BLOCK * 4:
                low = bisect_left(block, place - _WINDOW)
                block = block[low : bisect_right(block, place + _WINDOW)]
            seen.update(block)
        for other in seen:
            kinds = found.kinds(i, right[other])
            if kinds is not None:
                weight = _WEIGHT - 10_000 * len(kinds) - min(abs(other - place), 9_000)
                yield i, right[other], weight


def _pair_anywhere(found: Alignment) -> None:
    for keys in (narrow_keys, family_keys):
        left = [i for i, j in enumerate(found.left) if j < 0]
        right = [j for j, i in enumerate(found.right) if i < 0]
        if not left or not right:
            return
        if len(left) == len(right) == 1 and found.kinds(left[0], right[0]) is None:
            return
        for i, j, _ in sorted(_edges(found, left, right, keys), key=lambda edge: -edge[2]):
            if found.left[i] < 0 and found.right[j] < 0:
                found.pair(i, j)
