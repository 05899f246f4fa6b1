"""Open Library as a source of books by ISBN."""

from __future__ import annotations

from collections.abc import Sequence

from refcore.model.identifiers import Identifier, Isbn
from refcore.records.source import Client, Source, Surroundings, Trust

__all__ = ["OPEN_LIBRARY"]

# Source: openlibrary.org/developers/api: one request a second, three with a contact.
_INTERVAL, _POLITE = 1.0, 0.34
_MOST = 25


def _takes(identifier: Identifier) -> bool:
    return isinstance(identifier, Isbn)


def _connect(around: Surroundings) -> Client:
    from refcore.sources.openlibrary.reader import NAME, read_books
    from refcore.sources.service import Batches, base_url, connection

    base = base_url(around, "REFCORE_OPENLIBRARY_URL", "https://openlibrary.org")
    link = connection(around, NAME, base, OPEN_LIBRARY.pace(around))

    def address(ids: Sequence[Identifier]) -> str:
        listed = ",".join(f"ISBN:{one}" for one in ids)
        return f"{base}/api/books?bibkeys={listed}&jscmd=data&format=json"

    return Batches(NAME, "Open Library", link, address, read_books, _MOST)


# Authors are those of the work; editors and translators are mixed in or missing.
OPEN_LIBRARY = Source(
    "openlibrary",
    "Open Library",
    _takes,
    _connect,
    Trust(maker="openlibrary", keeps_order=False, is_whole=False, mixes_roles=True),
    interval=_INTERVAL,
    polite=_POLITE,
)
