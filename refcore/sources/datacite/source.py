"""DataCite as a source of DOIs that Crossref does not have."""

from __future__ import annotations

from collections.abc import Sequence
from urllib.parse import quote

from refcore.model.identifiers import Identifier
from refcore.records.source import Client, Source, Surroundings, Trust, is_doi
from refcore.sources.prefixes import agency_of

__all__ = ["DATACITE"]

# Source: support.datacite.org, "Rate limit": 500 requests in five minutes, 1000 with an address.
_INTERVAL, _POLITE = 0.6, 0.3
_MOST = 50


def _connect(around: Surroundings) -> Client:
    from refcore.sources.datacite.reader import NAME, read_dois
    from refcore.sources.service import Batches, base_url, connection, has_comma

    base = base_url(around, "REFCORE_DATACITE_URL", "https://api.datacite.org")
    link = connection(around, NAME, base, DATACITE.pace(around), accept="application/vnd.api+json")

    def address(ids: Sequence[Identifier]) -> str:
        if len(ids) == 1:
            return f"{base}/dois/{quote(str(ids[0]), safe='')}"
        listed = ",".join(quote(str(one), safe="/") for one in ids)
        return f"{base}/dois?ids={listed}&page[size]={len(ids)}&disable-facets=true"

    return Batches(NAME, "DataCite", link, address, read_dois, _MOST, has_comma)


# Uploaders list creators, often in another order than a paper of the same name.
DATACITE = Source(
    "datacite",
    "DataCite",
    is_doi,
    _connect,
    Trust(maker="publisher", is_whole=False),
    interval=_INTERVAL,
    polite=_POLITE,
    registers=lambda identifier: agency_of(identifier) == "datacite",
)
