"""Local records: the stores that are read before the network is asked."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Protocol, runtime_checkable

from refcore.model.identifiers import Identifier
from refcore.records.record import Notice, Record

__all__ = ["NoticeIndex", "RecordStore", "TitleIndex"]


class RecordStore(Protocol):
    """Records by identifier, such as an index made of a dump."""

    def get_all(self, ids: Iterable[Identifier]) -> Mapping[Identifier, Record]:
        """Return the stored records among those asked for."""
        ...


class Match(Protocol):
    """A record found by its title."""

    @property
    def record(self) -> Record:
        """The record."""
        ...


@runtime_checkable
class TitleIndex(Protocol):
    """Records by title."""

    def find(self, title: str, *, most: int) -> Iterable[Match]:
        """Return the works of a title or of one like it, the most alike first."""
        ...


@runtime_checkable
class NoticeIndex(Protocol):
    """Notices about works (retractions, corrections, concerns) by the DOIs of the works."""

    def notices_on(self, dois: Iterable[str]) -> Mapping[str, Sequence[Notice]]:
        """Return the notices about each DOI that has any; all DOIs are in lower case."""
        ...
