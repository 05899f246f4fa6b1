"""The heaviest increasing chain: which of the paired names are in order."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

__all__ = ["heaviest_chain", "longest_increasing"]


def longest_increasing(values: Sequence[int]) -> list[int]:
    """Return the indices of a longest strictly increasing subsequence.

    >>> longest_increasing([0, 1, 5, 2, 3])
    [0, 1, 3, 4]
    """
    tails: list[int] = []
    ends: list[int] = []
    before = [-1] * len(values)
    for index, value in enumerate(values):
        place = bisect_left(tails, value)
        before[index] = ends[place - 1] if place else -1
        if place == len(tails):
            tails.append(value)
            ends.append(index)
        else:
            tails[place] = value
            ends[place] = index
    found: list[int] = []
    index = ends[-1] if ends else -1
    while index >= 0:
        found.append(index)
        index = before[index]
    return found[::-1]


def heaviest_chain(edges: Sequence[tuple[int, int, int]]) -> list[tuple[int, int]]:
    """Return the pairs of the heaviest chain of edges (left, right, weight).

    Both positions rise strictly along the chain. A Fenwick tree holds the best
    weight up to each right position, so the time is n log n.

    >>> heaviest_chain([(0, 1, 5), (1, 0, 9), (1, 2, 5)])
    [(0, 1), (1, 2)]
    """
    rights = sorted({right for _, right, _ in edges})
    rank = {right: index + 1 for index, right in enumerate(rights)}
    tree: list[tuple[int, int]] = [(0, -1)] * (len(rights) + 1)
    order = sorted(range(len(edges)), key=lambda index: (edges[index][0], -edges[index][1]))
    before = [-1] * len(edges)
    for index in order:
        _, right, weight = edges[index]
        best = (0, -1)
        place = rank[right] - 1
        while place:
            best = max(best, tree[place])
            place &= place - 1
        before[index] = best[1]
        total = (best[0] + weight, index)
        place = rank[right]
        while place < len(tree):
            tree[place] = max(tree[place], total)
            place += place & -place
    best = (0, -1)
    place = len(rights)
    while place:
        best = max(best, tree[place])
        place &= place - 1
    found: list[tuple[int, int]] = []
    index = best[1]
    while index >= 0:
        found.append((edges[index][0], edges[index][1]))
        index = before[index]
    return found[::-1]
