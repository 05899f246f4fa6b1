"""doi.org as a source: whether there is such a DOI, and records of the other agencies."""

from __future__ import annotations

from refcore.records.source import Client, Source, Surroundings, Trust, is_doi
from refcore.sources.prefixes import agency_of

__all__ = ["DOI_ORG"]

_INTERVAL = 1.0
# Where content negotiation leads to.
_AGENCIES = tuple(
    "doi.org crossref.org datacite.org crosscite.org medra.org japanlinkcenter.org "
    "op.europa.eu istic.ac.cn kisti.re.kr".split()
)


def _connect(around: Surroundings) -> Client:
    from refcore.sources.doiorg.client import DoiOrgClient
    from refcore.sources.doiorg.reader import NAME
    from refcore.sources.service import base_url, connection

    base = base_url(around, "REFCORE_DOI_URL", "https://doi.org")
    return DoiOrgClient(connection(around, NAME, base, _INTERVAL, hosts=_AGENCIES))


DOI_ORG = Source(
    "doi.org",
    "doi.org",
    is_doi,
    _connect,
    Trust(maker="publisher", is_whole=False),
    interval=_INTERVAL,
    registers=lambda identifier: agency_of(identifier) == "doi.org",
)
