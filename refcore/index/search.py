"""Finds works by title: the same title first, else the titles that share most of its parts."""

from __future__ import annotations

import math
import sqlite3
from array import array
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from heapq import nsmallest
from typing import Final, Protocol

from refcore.compare.titles import title_words
from refcore.index.row import key_of
from refcore.index.titles import signatures

__all__ = ["MOST_SAME", "Titles", "TitlesOfFile", "candidates", "likeliest", "words_of"]

_LONGEST: Final = 2000  # letters of a title that count
MOST_SAME: Final = 25
_MOST_COMPARED: Final = 25
_MOST_READ: Final = 6
# Candidates with less than this share of the best one's weight are not compared.
_LEAST_WEIGHT: Final = 0.25
# Candidates with less than this share are compared only if no title is near.
_LIKELY_WEIGHT: Final = 0.5
_NEAR: Final = 0.9
_PLACE: Final = 0xFFFFFFFF
_AT_ONCE: Final = 500  # ids in one query, well below SQLite's limit


class Titles(Protocol):
    """Where titles are looked up: a file of an index, or what was joined for some references."""

    def same(self, key: int, most: int) -> list[int]:
        """Return the first works of a title's key."""
        ...

    def likeliest(self, words: list[str]) -> tuple[list[int], list[int]]:
        """Return the works that share the most parts of a title, as `likeliest` does."""
        ...

    def titles(self, ids: Iterable[int]) -> dict[int, str]:
        """Return the titles of works that are held."""
        ...


def candidates(held: Titles, titles: Sequence[str], least: float) -> dict[str, list[int]]:
    """Return for each title the ids of works to compare with it, the likeliest first.

    These are the works whose title has the same letters. If there is none, they are those that
    share signatures and have the nearest titles: at least `least` alike, or one title is the
    beginning or the end of the other.
    """
    words = {title: words_of(title) for title in titles}
    keys = {title: key_of("".join(found)) for title, found in words.items()}
    found: dict[str, list[int]] = {}
    likely: dict[str, list[int]] = {}
    others: dict[str, list[int]] = {}
    # In the order of the keys, so that each page of the index is read once.
    for title in sorted(titles, key=keys.__getitem__):
        found[title] = held.same(keys[title], MOST_SAME)
        if not found[title]:
            likely[title], others[title] = held.likeliest(words[title])
    ranked = _compared(held, words, likely, least)
    # Most titles share little; once a near one is found, they need not be read.
    lonely = [title for title, near in ranked.items() if not near or near[0][0] < _NEAR]
    further = _compared(held, words, {title: others[title] for title in lonely}, least)
    for title, near in ranked.items():
        best = sorted(near + further.get(title, []), key=lambda one: (-one[0], one[1]))
        found[title] = [one for _, one in best[:_MOST_READ]]
    return found


def words_of(title: str) -> list[str]:
    """Return the words by which a title is looked up; of a very long one those of its beginning.

    >>> words_of("Attention Is All You Need")
    ['attention', 'is', 'all', 'you', 'need']
    """
    return title_words(title[:_LONGEST])


_Ranked = list[tuple[float, int]]  # how alike a title is, and the work that has it


def _compared(
    held: Titles, words: Mapping[str, list[str]], ids: Mapping[str, list[int]], least: float
) -> dict[str, _Ranked]:
    """Return for each title the works whose title is near enough, the nearest first."""
    texts = held.titles({one for several in ids.values() for one in several})
    return {
        title: _nearest(words[title], ((one, texts[one]) for one in several if one in texts), least)
        for title, several in ids.items()
    }


def likeliest(postings: Iterable[list[int]]) -> tuple[list[int], list[int]]:
    """Return the works that share the most parts of a title, and those that share fewer.

    `postings` holds for each part of the title the works that have it. A rare part counts more
    than a common one; of works that share as much, the first come first.

    The rare parts come first: once a work that has none of them cannot have enough, the common
    ones are only counted for the works that are known.

    >>> likeliest([[7, 8], [8], [8, 9, 9]])
    ([8], [9, 7])
    """
    weights: dict[int, int] = {}
    found = sorted(postings, key=lambda ids: (len(ids), ids))
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
    enough, likely = _LEAST_WEIGHT * most, _LIKELY_WEIGHT * most
    able = [(-weight, one) for one, weight in weights.items() if weight >= enough]
    best = nsmallest(_MOST_COMPARED, able)
    return (
        [one for weight, one in best if -weight >= likely],
        [one for weight, one in best if -weight < likely],
    )


class TitlesOfFile:
    """The titles of an index file."""

    def __init__(self, db: sqlite3.Connection, bits: int) -> None:
        self._db = db
        self._bits = bits

    def same(self, key: int, most: int) -> list[int]:
        """Return the first works of a title's key."""
        query = "SELECT id FROM work WHERE title_key = ? LIMIT ?"
        return [row[0] for row in self._db.execute(query, (key, most))]

    def likeliest(self, words: list[str]) -> tuple[list[int], list[int]]:
        """Return the works that share the most parts of a title, as `likeliest` does."""
        return likeliest(_postings(self._db, signatures(words), self._bits))

    def titles(self, ids: Iterable[int]) -> dict[int, str]:
        """Return the titles of works that are held."""
        return _titles(self._db, ids)


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
        raise sqlite3.DatabaseError("signatures of titles are not numbers of 64 bits")
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
        raise sqlite3.DatabaseError("a title is not text")
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
    """Return whether a title is the beginning or the end of a longer one.

    >>> _is_end("of the moss".split(), "on the form of the moss".split())
    True
    >>> _is_end("form moss fern".split(), "on the form of the moss".split())
    False
    """
    size = len(short)
    return 1 < size < len(long) and (long[:size] == short or (size > 2 and long[-size:] == short))
