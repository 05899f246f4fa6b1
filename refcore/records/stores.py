"""Local records: the stores that are read before the network is asked."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Protocol, runtime_checkable

from refcore.model.identifiers import Identifier
from refcore.records.record import Record

__all__ = ["RecordStore", "TitleIndex"]


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
