"""Finding papers by title: the same title, else those that share its rarest words."""

from __future__ import annotations

import math
import sqlite3
from collections import Counter
from collections.abc import Iterable

import attrs

from refcore.arxiv.record import ArxivRecord
from refcore.compare.titles import TitleComparison, TitleKind, compare_titles
from refcore.snapshot.titles import search_words, title_key

__all__ = ["TitleMatch", "candidates", "matches"]

_LONGEST = 2000  # letters of a title that count
_MOST_WORDS = 30
_MOST_PLACES = 20_000  # papers looked at in the lists of the rarest words
_MOST_CANDIDATES = 40


@attrs.frozen
class TitleMatch:
    """A record and how its title stands to the one that was asked for."""

    record: ArxivRecord
    comparison: TitleComparison

    @property
    def likeness(self) -> float:
        """How alike the titles are, from 0 to 1."""
        return 1.0 if self.is_exact else self.comparison.likeness

    @property
    def is_variant(self) -> bool:
        """Whether one title is the other in another form, such as without its subtitle."""
        return self.comparison.kind is TitleKind.VARIANT

    @property
    def is_exact(self) -> bool:
        """Whether the titles are the same but for case, punctuation and accents."""
        return self.comparison.kind is TitleKind.SAME


def candidates(db: sqlite3.Connection, title: str) -> list[int]:
    """Give the numbers of papers to compare with a title: those of the same key, else by words."""
    short = title[:_LONGEST]
    same = "SELECT number FROM paper WHERE title_key = ? LIMIT ?"
    found = [row[0] for row in db.execute(same, (title_key(short), _MOST_CANDIDATES))]
    return found or _by_words(db, search_words(short)[:_MOST_WORDS])


def matches(title: str, records: Iterable[ArxivRecord], least: float) -> list[TitleMatch]:
    """Compare a title with those of records, the most alike first; alike ones by id."""
    short = title[:_LONGEST]
    found = [TitleMatch(r, compare_titles(short, r.title_markup)) for r in records]
    found = [match for match in found if match.likeness >= least or match.is_variant]
    return sorted(found, key=lambda match: (-match.likeness, match.record.id.bare))


def _by_words(db: sqlite3.Connection, words: list[str]) -> list[int]:
    counts = _counts(db, words)
    rare = sorted(counts, key=lambda word: (counts[word], word))
    weights: Counter[int] = Counter()
    places = 0
    for word in rare:
        places += counts[word]
        if places > _MOST_PLACES:
            break
        # The rarer a word is, the more it tells.
        weight = round(1000 * math.log(1 + 10_000_000 / counts[word]))
        weights.update(dict.fromkeys(_papers(db, f'"{word}"', _MOST_PLACES), weight))
    if not weights and rare:
        # Every word is common: only papers that have all of them.
        every = " AND ".join(f'"{word}"' for word in rare)
        return _papers(db, every, _MOST_CANDIDATES)
    return [number for number, _ in weights.most_common(_MOST_CANDIDATES)]


def _counts(db: sqlite3.Connection, words: list[str]) -> dict[str, int]:
    query = "SELECT doc FROM word_count WHERE term = ?"
    rows = ((word, db.execute(query, (word,)).fetchone()) for word in words)
    return {word: row[0] for word, row in rows if row and row[0]}


def _papers(db: sqlite3.Connection, match: str, most: int) -> list[int]:
    query = "SELECT rowid FROM word WHERE word MATCH ? LIMIT ?"
    return [row[0] for row in db.execute(query, (match, most))]
