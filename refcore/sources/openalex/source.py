"""OpenAlex as a source, with the user's key: it repeats Crossref and adds no second source."""

from __future__ import annotations

from collections.abc import Sequence
from urllib.parse import quote

from refcore.model.identifiers import Identifier
from refcore.records.source import Client, Source, Surroundings, Trust, is_doi

__all__ = ["OPENALEX"]

_INTERVAL = 0.1
_MOST = 50


def _has_bar(identifier: Identifier) -> bool:
    return any(sign in str(identifier) for sign in ",|")


def _connect(around: Surroundings) -> Client | None:
    from refcore.sources.openalex.reader import NAME, read_openalex
    from refcore.sources.service import Batches, base_url, connection

    key = around.environ.get("REFCORE_OPENALEX_KEY", "").strip()
    if not key:
        return None
    base = base_url(around, "REFCORE_OPENALEX_URL", "https://api.openalex.org")
    link = connection(around, NAME, base, _INTERVAL, secret=key)

    def address(ids: Sequence[Identifier]) -> str:
        listed = "|".join(quote(str(one), safe="/") for one in ids)
        return f"{base}/works?filter=doi:{listed}&per_page={len(ids)}&api_key={quote(key)}"

    return Batches(NAME, "OpenAlex", link, address, read_openalex, _MOST, _has_bar)


OPENALEX = Source(
    "openalex",
    "OpenAlex",
    is_doi,
    _connect,
    Trust(maker="publisher", is_whole=False),
    interval=_INTERVAL,
)
