"""Explanations for names without a pair: merged, split, misspelt, or someone else's."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from typing import Final

import attrs

from refcore.compare.align import Alignment
from refcore.compare.chain import heaviest_chain
from refcore.compare.contradiction import MISSPELT, likeness
from refcore.compare.parsed import ParsedName, parse
from refcore.compare.persons import same_person

__all__ = ["Leftovers", "explain"]

_MOST_PAIRS: Final = 2500
# A merged name is sought at most this many places from its own.
_NEAR: Final = 20
# A string with three names or more has at least and at most this many words.
_SHORTEST_LIST: Final = 6
_LONGEST_LIST: Final = 60
# Each name in such a list has at most this many words.
_MOST_IN_PART: Final = 6
# Two names run together have at most this many words.
_MOST_WORDS: Final = 14


@attrs.define
class Leftovers:
    """Positions that contradict each other, and names that were merged or split.

    `merged` maps a left position to the first and last right position that it runs
    together. `split` maps the first of two left positions to the second and to the
    right position of the name that both make up.
    """

    contradicting: dict[int, int] = attrs.Factory(dict)
    merged: dict[int, tuple[int, int]] = attrs.Factory(dict)
    split: dict[int, tuple[int, int]] = attrs.Factory(dict)
    _alike: dict[tuple[int, int], int] = attrs.Factory(dict)

    def alike(self, found: Alignment, i: int, j: int) -> int:
        """Return how much two names have in common, computed once; see `likeness`."""
        key = (i, j)
        if key not in self._alike:
            self._alike[key] = likeness(found.names[i], found.others[j])
        return self._alike[key]


def explain(found: Alignment, *, truncated: bool = False) -> Leftovers:
    """Explain the names that an alignment left without a pair, and pair them."""
    left = Leftovers()
    if -1 in found.right:
        _find_merged(found, left)
        _find_lists(found, left)
    if -1 in found.left:
        _find_split(found, left)
    if -1 in found.left and -1 in found.right:
        twins = _twins(found)
        for gap in found.gaps():
            _pair_gap(found, left, ([i for i in gap[0] if i not in twins], gap[1]), truncated)
        _pair_misspelt(found, left)
    return left


def _twins(found: Alignment) -> set[int]:
    """Return the unpaired positions whose name repeats a paired one."""
    paired = {found.names[i].text for i, j in enumerate(found.left) if j >= 0}
    return {i for i, j in enumerate(found.left) if j < 0 and found.names[i].text in paired}


def _find_merged(found: Alignment, left: Leftovers) -> None:
    adjacent = {
        found.others[j].letters + found.others[j + 1].letters: j
        for j in range(len(found.right) - 1)
        if found.right[j] < 0 or found.right[j + 1] < 0
    }
    starts = set(adjacent.values())
    for i, name in enumerate(found.names):
        if len(name.words) < 3 and found.left[i] >= 0:
            continue
        j = adjacent.get(name.letters, -1)
        if j < 0 and 3 < len(name.words) <= _MOST_WORDS:
            j = _merged_near(found, i, starts)
        if j < 0 and name.known:
            j = _listed_by_comma(found, i, starts)
        if j >= 0 and {found.right[j], found.right[j + 1]} <= {-1, i}:
            _release(found, i)
            left.merged[i] = (j, j + 1)
            found.left[i] = j
            found.right[j] = found.right[j + 1] = i


def _find_lists(found: Alignment, left: Leftovers) -> None:
    """Find whole lists in one name, as when commas replace "and"."""
    for i, name in enumerate(found.names):
        if found.left[i] >= 0 or not _SHORTEST_LIST <= len(name.words) <= _LONGEST_LIST:
            continue
        first = set(name.words[:_MOST_IN_PART])
        for j in range(max(0, i - _NEAR), min(len(found.others), i + _NEAR + 1)):
            if first.isdisjoint(found.others[j].words):
                continue
            last = _list_end(found, name.words, j)
            if last > j + 1:
                left.merged[i] = (j, last)
                found.left[i] = j
                found.right[j : last + 1] = [i] * (last + 1 - j)
                break


def _list_end(found: Alignment, words: Sequence[str], j: int) -> int:
    """Return the last of the right names, from j on, that these words make up, or -1."""
    start = 0
    while start < len(words):
        if j >= len(found.others) or found.right[j] >= 0:
            return -1
        ends = range(start + 2, min(start + _MOST_IN_PART, len(words)) + 1)
        parts = ((end, parse(" ".join(words[start:end]))) for end in ends)
        start = next((end for end, part in parts if _are(part, found.others[j])), len(words) + 1)
        j += 1
    return j - 1 if start == len(words) else -1


def _merged_near(found: Alignment, i: int, starts: Set[int]) -> int:
    paired = found.left[i]
    if paired >= 0 and found.names[i].text == found.others[paired].text:
        return -1
    places = set(range(i - _NEAR, i + _NEAR + 1)) | {paired - 1, paired}
    near = sorted(places & starts)
    for one, other in _halves(found.names[i]):
        for j in near:
            if _are(one, found.others[j]) and _are(other, found.others[j + 1]):
                return j
    return -1


def _listed_by_comma(found: Alignment, i: int, starts: Set[int]) -> int:
    """Return where a family name and a whole name, with a comma between, are two names.

    "Gong, Bo Fey" is Bangwei Gong without his given name, and Bo Fei misspelt.
    """
    name = found.names[i]
    start = name.family_start
    family, rest = name.words[start:], name.words[:start]
    if len(family) != 1 or len(rest) != 2:
        return -1
    whole = parse(" ".join(rest))
    for j in sorted(set(range(i - _NEAR, i + _NEAR + 1)) & starts):
        one, other = found.others[j], found.others[j + 1]
        if one.words[-1:] != family or one.words[:1] == rest[:1]:
            continue
        if _are(whole, other) or likeness(whole, other) == MISSPELT:
            return j
    return -1


def _halves(name: ParsedName) -> Iterator[tuple[ParsedName, ParsedName]]:
    """Yield every two names that may have been run together into this one."""
    words = name.words
    if name.known:
        # The comma may have separated the two.
        start = name.family_start
        yield parse(" ".join(words[start:])), parse(" ".join(words[:start]))
    for end in range(1, len(words)):
        yield parse(" ".join(words[:end])), parse(" ".join(words[end:]))


def _are(one: ParsedName, other: ParsedName) -> bool:
    if len(one.words) == 1 and len(other.words) > 1:
        return False
    return same_person(one, other) is not None


def _release(found: Alignment, i: int) -> None:
    j = found.left[i]
    if j >= 0:
        found.left[i] = found.right[j] = -1


def _find_split(found: Alignment, left: Leftovers) -> None:
    wholes: dict[str, int] = {}
    for j, name in enumerate(found.others):
        i = found.right[j]
        if len(name.words) > 1 and (i < 0 or name.text != found.names[i].text):
            wholes.setdefault(name.letters, j)
    for i in range(len(found.names) - 1):
        if found.left[i] >= 0 and found.left[i + 1] >= 0:
            continue
        one, other = found.names[i].letters, found.names[i + 1].letters
        j = wholes.get(one + other, wholes.get(other + one, -1))
        if j < 0:
            j = max(_split_initials(found, i), _split_words(found, i))
        if j >= 0 and {found.left[i], found.left[i + 1]} <= {-1, j}:
            _release(found, i)
            _release(found, i + 1)
            left.split[i] = (i + 1, j)
            found.left[i] = found.left[i + 1] = j
            found.right[j] = i


def _split_words(found: Alignment, i: int) -> int:
    # "Diederik", "Kingma": one of the two is paired with the author that both make up.
    left, right = found.names[i], found.names[i + 1]
    j = max(found.left[i], found.left[i + 1])
    if j < 0 or len(left.words) != 1 or len(right.words) != 1:
        return -1
    for whole in (f"{left.text} {right.text}", f"{right.text} {left.text}"):
        if same_person(parse(whole), found.others[j]) is not None:
            return j
    return -1


def _split_initials(found: Alignment, i: int) -> int:
    # "Vaswani", "A.": the family name has a pair, the initials have none.
    j, left, right = found.left[i], found.names[i], found.names[i + 1]
    if j < 0 or found.left[i + 1] >= 0 or len(left.words) != 1:
        return -1
    if not all(token.abbreviated for word in right.tokens for token in word):
        return -1
    whole = parse(f"{right.text} {left.text}")
    return j if same_person(whole, found.others[j]) is not None else -1


def _pair_gap(
    found: Alignment, left: Leftovers, gap: tuple[list[int], list[int]], truncated: bool
) -> None:
    one, other = gap
    if truncated and len(other) > len(one):
        other = other[: len(one)]
    if not one or not other:
        return
    if len(one) == len(other) == 1:
        # Between two pairs, the only name of each list is paired, however different the two are.
        _contradict(found, left, one[0], other[0])
        return
    if len(one) * len(other) <= _MOST_PAIRS:
        edges = []
        for i in one:
            for j in other:
                alike = left.alike(found, i, j)
                if alike:
                    edges.append((i, j, alike * 100 - min(abs(i - j), 50)))
        for i, j in heaviest_chain(edges):
            _contradict(found, left, i, j)
    _pair_positions(found, left, one, other)


def _pair_positions(
    found: Alignment, left: Leftovers, one: Sequence[int], other: Sequence[int]
) -> None:
    # Between two pairs, equal numbers of unpaired names on both sides are paired by place.
    bounds = [(i, found.left[i]) for i in one if found.left[i] >= 0]
    last = (one[0] - 1, other[0] - 1)
    for bound in [*bounds, (one[-1] + 1, other[-1] + 1)]:
        lefts = [i for i in one if last[0] < i < bound[0] and found.left[i] < 0]
        rights = [j for j in other if last[1] < j < bound[1] and found.right[j] < 0]
        if len(lefts) == len(rights):
            for i, j in zip(lefts, rights, strict=True):
                _contradict(found, left, i, j)
        last = bound


def _contradict(found: Alignment, left: Leftovers, i: int, j: int) -> None:
    found.pair(i, j)
    left.contradicting[i] = j


def _pair_misspelt(found: Alignment, left: Leftovers) -> None:
    free = [i for i, j in enumerate(found.left) if j < 0]
    others = [j for j, i in enumerate(found.right) if i < 0]
    if len(free) * len(others) > _MOST_PAIRS:
        return
    for i in free:
        for j in others:
            if found.right[j] < 0 and left.alike(found, i, j) == MISSPELT:
                _contradict(found, left, i, j)
                break
