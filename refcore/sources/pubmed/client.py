"""A client of PubMed: articles by PMID, and by DOI after a search for their PMIDs."""

from __future__ import annotations

from collections.abc import Sequence
from urllib.parse import quote

from refcore.model.identifiers import Doi, Identifier
from refcore.net.exchange import Failure
from refcore.sources.answers import Answer
from refcore.sources.pubmed.reader import NAME, read_articles, read_pmids
from refcore.sources.service import Batches, Connection

__all__ = ["Articles"]

_MOST = 200


class Articles(Batches):
    """Asks PubMed for PMIDs, with one request a batch, and for DOIs with two.

    `who` names refcore and its user in every request, as a part of the query.
    """

    def __init__(self, link: Connection, who: str) -> None:
        self._who = who
        super().__init__(
            NAME, "PubMed", link, self._asking, read_articles, _MOST, lambda one: '"' in str(one)
        )

    def _asking(self, ids: Sequence[Identifier]) -> str:
        """Return the address of the first request for a batch.

        Source: NLM, "The E-utilities In-Depth": the field of a DOI is ``[doi]``.
        """
        base, dois = self.link.base_url, [one for one in ids if isinstance(one, Doi)]
        if dois:
            term = quote(" OR ".join(f'"{doi}"[doi]' for doi in dois))
            return f"{base}/esearch.fcgi?db=pubmed&term={term}&retmax={_MOST}{self._who}"
        listed = ",".join(map(str, ids))
        return f"{base}/efetch.fcgi?db=pubmed&id={listed}&retmode=xml{self._who}"

    def _answer(self, batch: Sequence[Identifier]) -> Answer | Failure:
        if not any(isinstance(one, Doi) for one in batch):
            return super()._answer(batch)
        pmids = self.link.exchange.get(self._asking(batch), read_pmids)
        if isinstance(pmids, Failure):
            return pmids
        # An unknown DOI is left out of the search at times, so that far too much is found.
        return super()._answer(pmids) if 0 < len(pmids) <= 2 * len(batch) else Answer()
