"""Crossref as a source: it is asked first for any DOI, whichever agency registered it."""

from __future__ import annotations

from refcore.records.source import Client, Source, Surroundings, Trust, is_doi

__all__ = ["CROSSREF"]

# Source: Crossref, "Announcing changes to REST API rate limits" (2025-12): lists, one a
# second, three with an address.
_INTERVAL, _POLITE = 1.0, 0.34


def _connect(around: Surroundings) -> Client:
    from refcore.sources.crossref.client import CrossrefClient
    from refcore.sources.crossref.reader import NAME
    from refcore.sources.service import base_url, connection

    base = base_url(around, "REFCORE_CROSSREF_URL", "https://api.crossref.org")
    return CrossrefClient(connection(around, NAME, base, CROSSREF.pace(around)))


CROSSREF = Source(
    "crossref",
    "Crossref",
    is_doi,
    _connect,
    Trust(maker="publisher", is_whole=False),
    interval=_INTERVAL,
    polite=_POLITE,
)
