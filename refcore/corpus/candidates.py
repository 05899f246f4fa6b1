"""The records that were joined with some references, which answer as a local index does."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from typing import Any, Final, Literal

import pyarrow as pa

from refcore.corpus.folder import Summary
from refcore.corpus.keys import NUMBER, TITLE, keyed
from refcore.corpus.schemas import RECORDS
from refcore.errors import UnreadableInput
from refcore.index.answers import Works
from refcore.index.coverage import Coverage
from refcore.index.row import Notice, Row, key_of
from refcore.index.search import candidates
from refcore.index.works import Proceedings, row_from

__all__ = ["Candidates"]

# The columns of a record that are those of a row, in its order.
_ROW: Final = tuple(name for name in RECORDS.names if name not in ("place", "title_key"))
_MAY_LACK: Final = ("year", "rest")
# Kinds of hits: a work with the key, a likely title, a title that shares less.
_SAME, _LIKELY, _OTHER = range(3)


class Candidates(Works):
    """Works that were found for a batch of references, and what is known of all works.

    `found` has the columns of records with `asked`, the key by which each was found, and
    `level`; a work that was found by several keys is there several times.
    """

    def __init__(self, found: pa.Table, summary: Summary) -> None:
        self.newest = summary.newest
        self._summary = summary
        self._columns: dict[str, list[Any]] = {
            name: found.column(name).to_pylist() for name in _ROW
        }
        for name in _ROW:
            if name not in _MAY_LACK and found.column(name).null_count:
                raise self._damaged(ValueError(f"it has no {name}"))
        self._at: dict[int, int] = {}
        self._by_key: dict[int, list[int]] = defaultdict(list)
        self._near: dict[int, tuple[list[int], list[int]]] = defaultdict(lambda: ([], []))
        seen: set[tuple[int, int, int]] = set()
        hits = (found.column(name).to_pylist() for name in ("place", "asked", "level"))
        for at, (place, key, level) in enumerate(zip(*hits, strict=True)):
            self._at.setdefault(place, at)
            if (place, key, level) in seen:
                continue
            seen.add((place, key, level))
            if level == _SAME:
                self._by_key[key].append(place)
            elif level in (_LIKELY, _OTHER):
                self._near[key][level - 1].append(place)
        self._rows_held: dict[int, Row] = {}

    def _row(self, place: int) -> Row:
        if place not in self._rows_held:
            at = self._at[place]
            try:
                self._rows_held[place] = row_from([self._columns[name][at] for name in _ROW])
            except (ValueError, TypeError) as fault:
                raise self._damaged(fault) from fault
        return self._rows_held[place]

    @cached_property
    def _places(self) -> Mapping[str, Mapping[int, list[int]]]:
        """The places by the index's key of a name, and of a DOI."""
        names: dict[int, list[int]] = defaultdict(list)
        dois: dict[int, list[int]] = defaultdict(list)
        source, key, doi = (self._columns[name] for name in ("source", "key", "doi"))
        for place, at in sorted(self._at.items()):
            if source[at] == "arxiv":
                names[key_of("arxiv", key[at])].append(place)
            if doi[at]:
                dois[key_of(doi[at].casefold())].append(place)
        return {"name_key": names, "doi_key": dois}

    def _rows(self, column: Literal["name_key", "doi_key"], keys: Sequence[int]) -> list[Row]:
        held = self._places[column]
        return [self._row(place) for key in keys for place in held.get(key, ())]

    def _by_id(self, ids: Iterable[int]) -> dict[int, Row]:
        return {place: self._row(place) for place in sorted(ids)}

    def _with_number(self, key: int) -> list[Row]:
        return [self._row(place) for place in self._by_key.get(keyed(NUMBER, key), ())]

    def _candidates(self, titles: Sequence[str], least: float) -> dict[str, list[int]]:
        return candidates(self, titles, least)

    def same(self, key: int, most: int) -> list[int]:
        """Return the first works of a title's key."""
        return sorted(self._by_key.get(keyed(TITLE, key), ()))[:most]

    def likeliest(self, words: list[str]) -> tuple[list[int], list[int]]:
        """Return the works that share the most parts of a title, as they were joined."""
        return self._near.get(keyed(TITLE, key_of("".join(words))), ([], []))

    def titles(self, ids: Iterable[int]) -> dict[int, str]:
        """Return the titles of works that are held."""
        title = self._columns["title"]
        return {place: title[self._at[place]] for place in ids}

    def _said(self, dois: Iterable[str]) -> list[Notice]:
        return [one for doi in dois for one in self._summary.notices.get(doi, ())]

    def _proceedings(self) -> Mapping[int, Sequence[Proceedings]]:
        return self._summary.proceedings

    @cached_property
    def _held(self) -> Coverage:
        return self._summary.coverage  # the object caches its answers

    @property
    def _prefixes(self) -> frozenset[str]:
        return self._summary.prefixes

    def _damaged(self, fault: Exception) -> UnreadableInput:
        return UnreadableInput(f"a record of the corpus is damaged ({fault}): convert it again")
