"""Finding works by title: the same title, else those that have most parts of it."""

from __future__ import annotations

import math
import sqlite3
from array import array
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from heapq import nlargest
from typing import Final

from refcore.compare.titles import title_words
from refcore.index.row import key_of
from refcore.index.titles import signatures

__all__ = ["candidates"]

_LONGEST: Final = 2000  # letters of a title that count
_MOST_SAME: Final = 25
_MOST_COMPARED: Final = 25
_MOST_READ: Final = 6
# Whoever has less than this part of the best one's weight is not looked at.
_LEAST_WEIGHT: Final = 0.25
# Whoever has less than this part of it is looked at only where no title is near.
_LIKELY_WEIGHT: Final = 0.5
_NEAR: Final = 0.9
_PLACE: Final = 0xFFFFFFFF
_AT_ONCE: Final = 500  # ids in one query, well below SQLite's limit


def candidates(
    db: sqlite3.Connection, titles: Sequence[str], bits: int, least: float
) -> dict[str, list[int]]:
    """Return for each title the ids of works to compare with it, the likeliest first.

    They are those of the same letters; where there is none, those that share signatures
    and whose titles are nearest to it: at least so alike as `least` says, or one the
    beginning or the end of the other.
    """
    words = {title: title_words(title[:_LONGEST]) for title in titles}
    keys = {title: key_of("".join(found)) for title, found in words.items()}
    found: dict[str, list[int]] = {}
    likely: dict[str, list[int]] = {}
    others: dict[str, list[int]] = {}
    same = "SELECT id FROM work WHERE title_key = ? LIMIT ?"
    # In the order of the keys, so that each page of the index is read once.
    for title in sorted(titles, key=keys.__getitem__):
        found[title] = [row[0] for row in db.execute(same, (keys[title], _MOST_SAME))]
        if not found[title]:
            likely[title], others[title] = _likeliest(db, words[title], bits)
    ranked = _compared(db, words, likely, least)
    # Most reading is of titles that share little, which a near one makes needless.
    lonely = [title for title, near in ranked.items() if not near or near[0][0] < _NEAR]
    further = _compared(db, words, {title: others[title] for title in lonely}, least)
    for title, near in ranked.items():
        best = sorted(near + further.get(title, []), key=lambda one: (-one[0], one[1]))
        found[title] = [one for _, one in best[:_MOST_READ]]
    return found


_Ranked = list[tuple[float, int]]  # how alike a title is, and the work that has it


def _compared(
    db: sqlite3.Connection,
    words: Mapping[str, list[str]],
    ids: Mapping[str, list[int]],
    least: float,
) -> dict[str, _Ranked]:
    """Return for each title the works whose title is near enough, the nearest first."""
    held = _titles(db, {one for several in ids.values() for one in several})
    return {
        title: _nearest(words[title], ((one, held[one]) for one in several if one in held), least)
        for title, several in ids.items()
    }


def _likeliest(db: sqlite3.Connection, words: list[str], bits: int) -> tuple[list[int], list[int]]:
    """Return the works that share the most parts, and those that share fewer.

    A rare part counts more than a common one.

    The rare parts come first: once a work that has none of them cannot have enough, the common
    ones are only counted for the works that are known.
    """
    weights: dict[int, int] = {}
    found = sorted(_postings(db, signatures(words), bits), key=len)
    rated = [(ids, round(100 / (1 + math.log(len(ids))))) for ids in found]
    left, most = sum(weight for _, weight in rated), 0
    for ids, weight in rated:
        if left < _LEAST_WEIGHT * most:
            for one in weights.keys() & ids:
                weights[one] += weight
        else:
            for one in ids:
                weights[one] = weights.get(one, 0) + weight
        left, most = left - weight, max(weights.values())
    best = nlargest(_MOST_COMPARED, weights, key=weights.__getitem__)
    likely = [one for one in best if weights[one] >= _LIKELY_WEIGHT * most]
    others = [one for one in best[len(likely) :] if weights[one] >= _LEAST_WEIGHT * most]
    return likely, others


def _postings(db: sqlite3.Connection, parts: Iterable[int], bits: int) -> Iterator[list[int]]:
    """Return for each part of a title the works that have it."""
    query = "SELECT signatures FROM part WHERE bucket = ?"
    for part in set(parts):
        held = db.execute(query, (part >> (32 - bits),)).fetchone()
        if held is not None:
            bucket = _numbers(held[0])
            start = bisect_left(bucket, part << 32)
            end = bisect_left(bucket, (part + 1) << 32, start)
            if end > start:
                yield [one & _PLACE for one in bucket[start:end]]


def _numbers(content: object) -> array[int]:
    if not isinstance(content, bytes) or len(content) % 8:
        raise sqlite3.DatabaseError("signatures of titles are no numbers of 64 bits")
    return array("Q", content)


def _titles(db: sqlite3.Connection, ids: Iterable[int]) -> dict[int, str]:
    wanted = sorted(ids)
    found: dict[int, str] = {}
    for start in range(0, len(wanted), _AT_ONCE):
        part = wanted[start : start + _AT_ONCE]
        marks = ", ".join("?" * len(part))
        query = f"SELECT id, title FROM work WHERE id IN ({marks})"  # noqa: S608
        found.update(db.execute(query, part).fetchall())
    if not all(isinstance(title, str) for title in found.values()):
        raise sqlite3.DatabaseError("a title is no text")
    return found


def _nearest(words: list[str], titles: Iterable[tuple[int, str]], least: float) -> _Ranked:
    """Return the works whose titles are near enough, the nearest first."""
    from rapidfuzz.distance import Indel

    ours = " ".join(words)
    ranked = []
    for one, title in titles:
        theirs = title_words(title)
        alike = Indel.normalized_similarity(ours, " ".join(theirs), score_cutoff=least)
        if alike < _NEAR and (_is_end(words, theirs) or _is_end(theirs, words)):
            # A title without its subtitle shares the beginning only.
            alike = _NEAR
        if alike:
            ranked.append((-alike, one))
    return [(-alike, one) for alike, one in sorted(ranked)]


def _is_end(short: list[str], long: list[str]) -> bool:
    """Whether a title is the beginning or the end of a longer one."""
    size = len(short)
    return 1 < size < len(long) and (long[:size] == short or (size > 2 and long[-size:] == short))
