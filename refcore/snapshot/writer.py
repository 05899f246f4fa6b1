"""Rows put into an index, each paper once."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence

from refcore.snapshot.parse import IndexRow
from refcore.snapshot.schema import INSERT, INSERT_WORDS
from refcore.snapshot.titles import search_words

__all__ = ["Writer"]


class Writer:
    """Puts rows into an index that is being built.

    Of a paper that comes more than once the highest version stays, of equal
    ones the last. Rows in the order of their numbers, as the snapshot has
    them, go straight in.
    """

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db
        self._highest = -1
        self.papers = 0

    def add(self, rows: Sequence[IndexRow]) -> None:
        """Put the rows in."""
        once: dict[int, IndexRow] = {}
        for row in rows:
            number = _number(row)
            held = once.get(number)
            if held is None or _version(row) >= _version(held):
                once[number] = row
        fresh = [row for row in once.values() if self._make_room(row)]
        fresh.sort(key=_number)
        self._db.executemany(INSERT, (row[:-1] for row in fresh))
        self._db.executemany(INSERT_WORDS, ((row[0], row[-1]) for row in fresh))
        self.papers += len(fresh)
        self._highest = max([self._highest, *once])

    def _make_room(self, row: IndexRow) -> bool:
        """Tell whether a row is to be put in; one of a lower version that is held goes out."""
        number = _number(row)
        if number > self._highest:
            return True
        query = "SELECT version, title FROM paper WHERE number = ?"
        held = self._db.execute(query, (number,)).fetchone()
        if held is None:
            return True
        version, title = held
        if version > _version(row):
            return False
        self._db.execute("DELETE FROM paper WHERE number = ?", (number,))
        self._db.execute(
            "INSERT INTO word (word, rowid, words) VALUES ('delete', ?, ?)",
            (number, " ".join(search_words(title))),
        )
        self.papers -= 1
        return True


def _number(row: IndexRow) -> int:
    return row[0]  # type: ignore[return-value]


def _version(row: IndexRow) -> int:
    return row[1]  # type: ignore[return-value]
