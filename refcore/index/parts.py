"""Signatures of titles, sorted and cut into the buckets in which the index keeps them."""

from __future__ import annotations

import functools
import sys
from array import array
from bisect import bisect_left
from itertools import groupby
from typing import Final

__all__ = ["MOST_ALIKE", "buckets", "moved"]

# A part that more titles share distinguishes too little and is left out.
MOST_ALIKE: Final = 400
_PLACE: Final = 0xFFFFFFFF  # the bits of a signature that number its work
_SIZE: Final = 8  # bytes of a signature


def moved(signatures: bytes, base: int) -> bytes:
    """Return signatures with a number added to the place of each.

    All are added to as one large number, which takes a fifth of the time of adding to each: a
    place and the number together stay below 2 ** 32, so that nothing is carried.

    >>> list(array("Q", moved(array("Q", [7 << 32 | 1, 9 << 32 | 2]).tobytes(), 10)))
    [30064771083, 38654705676]
    """
    ones = (1).to_bytes(_SIZE, sys.byteorder) * (len(signatures) // _SIZE)
    add = base * int.from_bytes(ones, sys.byteorder)
    total = int.from_bytes(signatures, sys.byteorder) + add
    return total.to_bytes(len(signatures), sys.byteorder)


def buckets(content: bytes, gone: bytes, bits: int) -> list[tuple[int, bytes]]:
    """Return each bucket with its signatures in ascending order.

    `content` holds the signatures and `gone` the places of works that are left out, as numbers
    of 64 bits; `bits` is how many of the highest bits of a signature number its bucket.

    >>> some = array("Q", [3 << 62, 1 << 62 | 5, 1 << 62 | 4]).tobytes()
    >>> [(bucket, len(held)) for bucket, held in buckets(some, array("Q", [5]).tobytes(), 2)]
    [(1, 8), (3, 8)]
    """
    ordered = sorted(array("Q", content))
    if gone:
        places = _numbers(gone)
        ordered = [one for one in ordered if one & _PLACE not in places]
    packed, shift = array("Q", ordered).tobytes(), 64 - bits
    found: list[tuple[int, bytes]] = []
    start = 0
    while start < len(ordered):
        bucket = ordered[start] >> shift
        end = bisect_left(ordered, (bucket + 1) << shift, start)
        if end - start <= MOST_ALIKE:
            found.append((bucket, packed[_SIZE * start : _SIZE * end]))
        elif part := _rare(ordered[start:end]):
            found.append((bucket, array("Q", part).tobytes()))
        start = end
    return found


@functools.lru_cache(maxsize=1)  # the places are the same for all signatures of an index
def _numbers(content: bytes) -> frozenset[int]:
    return frozenset(array("Q", content))


def _rare(part: list[int]) -> list[int]:
    """Return the signatures without those that too many titles have."""
    runs = (list(run) for _, run in groupby(part, key=lambda one: one >> 32))
    return [one for run in runs if len(run) <= MOST_ALIKE for one in run]
