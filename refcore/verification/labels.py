"""How a report names a record and its source."""

from __future__ import annotations

from refcore.index.row import Row
from refcore.latex import to_plain
from refcore.records.record import Record
from refcore.sources.registry import label_of

__all__ = ["is_of_record", "name_of", "quoted", "source_of"]


def source_of(record: Record) -> str:
    """Return the name of a record's source as people know it."""
    return label_of(record.source)


def name_of(record: Record) -> str:
    """Return how a record is named: the identifier with its scheme.

    >>> from refcore.model.identifiers import Doi
    >>> name_of(Record(id=Doi("10.1000/182"), source="crossref"))
    'doi:10.1000/182'
    """
    return record.id.tagged


def quoted(title: str) -> str:
    """Return a title in quotation marks, as a report quotes it: without markup.

    >>> quoted('On H<sub>2</sub>O and <span class="nocase">Moss</span>')
    '"On H2O and Moss"'
    """
    return f'"{to_plain(title)}"'


def is_of_record(work: Row, record: Record) -> bool:
    """Return whether a local bibliography's work is that of a record of the same source."""
    return work.source == record.source and work.key == str(record.id.unversioned)
