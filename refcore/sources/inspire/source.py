"""INSPIRE-HEP as a source: a second source of author lists for papers on arXiv."""

from __future__ import annotations

from collections.abc import Sequence
from urllib.parse import quote

from refcore.model.identifiers import ArxivId, Doi, Identifier
from refcore.records.source import Client, Source, Surroundings, Trust

__all__ = ["INSPIRE"]

# Source: github.com/inspirehep/rest-api-doc: 15 requests in five seconds.
_INTERVAL = 0.34
_MOST = 40
_FIELDS = (
    "titles,authors.full_name,authors.inspire_roles,dois,arxiv_eprints,publication_info,"
    "collaborations,corporate_author,earliest_date,document_type,author_count,isbns,imprints,"
    "preprint_date,thesis_info,title_translations,withdrawn"
)


def _takes(_: Identifier) -> bool:
    # INSPIRE is never asked first: arXiv and the publishers' agencies state more.
    return False


def _connect(around: Surroundings) -> Client:
    from refcore.sources.inspire.reader import NAME, read_literature
    from refcore.sources.service import Batches, base_url, connection

    base = base_url(around, "REFCORE_INSPIRE_URL", "https://inspirehep.net")
    link = connection(around, NAME, base, _INTERVAL)

    def address(ids: Sequence[Identifier]) -> str:
        terms = [
            f"arxiv:{one.bare}" if isinstance(one, ArxivId) else f'doi:"{one}"'
            for one in ids
            if isinstance(one, ArxivId | Doi)
        ]
        query = quote(" or ".join(terms))
        return f"{base}/api/literature?q={query}&size={len(ids)}&fields={_FIELDS}"

    return Batches(NAME, "INSPIRE", link, address, read_literature, _MOST)


def _is_second(identifier: Identifier) -> bool:
    return isinstance(identifier, ArxivId | Doi)


INSPIRE = Source(
    "inspire",
    "INSPIRE",
    _takes,
    _connect,
    Trust(maker="inspire"),
    interval=_INTERVAL,
    second=_is_second,
)
