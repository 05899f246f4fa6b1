"""PubMed as a source of articles by PMID, and of a second list of authors by DOI."""

from __future__ import annotations

from urllib.parse import quote

from refcore.model.identifiers import Doi, Identifier, Pmid
from refcore.records.source import Client, Source, Surroundings, Trust

__all__ = ["PUBMED"]

# Source: NLM, KA-05317: three requests a second, ten with the user's key.
_INTERVAL, _WITH_KEY = 0.34, 0.11


def _takes(identifier: Identifier) -> bool:
    return isinstance(identifier, Pmid)


def _connect(around: Surroundings) -> Client:
    from refcore.sources.pubmed.client import Articles
    from refcore.sources.pubmed.reader import NAME
    from refcore.sources.service import base_url, connection

    usual = "https://eutils.ncbi.nlm.nih.gov/entrez/eutils"
    base = base_url(around, "REFCORE_PUBMED_URL", usual)
    key = around.environ.get("NCBI_API_KEY", "").strip()
    link = connection(
        around, NAME, base, _WITH_KEY if key else _INTERVAL, accept="text/xml", secret=key
    )
    who = f"&tool=refcore&email={quote(around.contact)}" if around.contact else "&tool=refcore"
    who += f"&api_key={quote(key)}" if key else ""
    return Articles(link, who)


def _is_second(identifier: Identifier) -> bool:
    return isinstance(identifier, Doi) and identifier.arxiv is None


PUBMED = Source(
    "pubmed",
    "PubMed",
    _takes,
    _connect,
    Trust(maker="pubmed"),
    interval=_INTERVAL,
    second=_is_second,
)
