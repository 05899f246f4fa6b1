"""Crossref as a source: any DOI is asked of it first, whichever agency registered it."""

from __future__ import annotations

from collections.abc import Sequence
from urllib.parse import quote

from refcore.model.identifiers import Doi, Identifier
from refcore.records.source import Client, Source, Surroundings, Trust

__all__ = ["CROSSREF"]

# Source: Crossref, "Announcing changes to REST API rate limits" (2025-12): lists, one a
# second, three with an address.
_INTERVAL, _POLITE = 1.0, 0.34
_MOST = 50


def _takes(identifier: Identifier) -> bool:
    return isinstance(identifier, Doi)


def _has_comma(identifier: Identifier) -> bool:
    # A comma parts the filters of a list; such a DOI is asked for by its own route.
    return "," in str(identifier)


def _connect(around: Surroundings) -> Client:
    from refcore.sources.crossref.reader import NAME, read_works
    from refcore.sources.service import Batches, base_url, connection

    base = base_url(around, "REFCORE_CROSSREF_URL", "https://api.crossref.org")
    interval = _POLITE if around.contact else _INTERVAL
    link = connection(around, NAME, base, interval)

    def address(ids: Sequence[Identifier]) -> str:
        if len(ids) == 1:
            return f"{base}/works/{quote(str(ids[0]), safe='')}"
        listed = ",".join(f"doi:{quote(str(one), safe='/')}" for one in ids)
        return f"{base}/works?filter={listed}&rows={len(ids)}"

    return Batches(NAME, "Crossref", link, address, read_works, _MOST, _has_comma)


CROSSREF = Source(
    "crossref",
    "Crossref",
    _takes,
    _connect,
    Trust(maker="publisher", is_whole=False),
    interval=_INTERVAL,
)
