"""Finding works by title: the same title, else those that have most parts of it."""

from __future__ import annotations

import math
import sqlite3
from array import array
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Final

from refcore.compare.titles import title_words
from refcore.index.row import key_of
from refcore.index.titles import signatures

__all__ = ["candidates"]

_LONGEST: Final = 2000  # letters of a title that count
_MOST_COMPARED: Final = 25
_MOST_READ: Final = 6
_LEAST_ALIKE: Final = 0.5
_BEGINNING: Final = 0.9


def candidates(db: sqlite3.Connection, title: str, bits: int, source: str = "") -> list[int]:
    """Return the ids of works to compare with a title, the likeliest first.

    They are those of the same letters; where there is none, those that share signatures
    and whose titles are nearest to it. With `source`, only works of that source.
    """
    words = title_words(title[:_LONGEST])
    condition, values = (" AND source = ?", (source,)) if source else ("", ())
    same = f"SELECT id FROM work WHERE title_key = ?{condition} LIMIT ?"  # noqa: S608
    found = db.execute(same, (key_of("".join(words)), *values, _MOST_COMPARED))
    return [row[0] for row in found] or _near(db, words, bits, source)


def _near(db: sqlite3.Connection, words: list[str], bits: int, source: str) -> list[int]:
    weights = _votes(db, signatures(words), bits)
    ids = [one for one, _ in weights.most_common(_MOST_COMPARED)]
    return _nearest(words, _titles(db, ids, source))[:_MOST_READ]


def _votes(db: sqlite3.Connection, parts: Iterable[int], bits: int) -> Counter[int]:
    """Count for each work the parts that it shares, a rare one for more than a common one."""
    weights: Counter[int] = Counter()
    query = "SELECT signatures FROM part WHERE bucket = ?"
    for part in parts:
        held = db.execute(query, (part >> (32 - bits),)).fetchone()
        if held is not None:
            ids = [one & 0xFFFFFFFF for one in array("Q", held[0]) if one >> 32 == part]
            if ids:
                weight = round(100 / (1 + math.log(len(ids))))
                weights.update(dict.fromkeys(ids, weight))
    return weights


def _titles(db: sqlite3.Connection, ids: Sequence[int], source: str) -> list[tuple[int, str]]:
    marks = ", ".join("?" * len(ids))
    condition, values = (" AND source = ?", (source,)) if source else ("", ())
    query = f"SELECT id, title FROM work WHERE id IN ({marks}){condition}"  # noqa: S608
    return db.execute(query, (*ids, *values)).fetchall()


def _nearest(words: list[str], titles: Iterable[tuple[int, str]]) -> list[int]:
    """Return the ids of the titles that are near enough, the nearest first."""
    from rapidfuzz.distance import Indel

    ours = " ".join(words)
    ranked = []
    for one, title in titles:
        theirs = title_words(title)
        alike = Indel.normalized_similarity(ours, " ".join(theirs), score_cutoff=_LEAST_ALIKE)
        if _begins(words, theirs) or _begins(theirs, words):
            # A title without its subtitle shares the beginning only.
            alike = max(alike, _BEGINNING)
        if alike:
            ranked.append((-alike, one))
    return [one for _, one in sorted(ranked)]


def _begins(short: list[str], long: list[str]) -> bool:
    return len(short) > 1 and long[: len(short)] == short
