"""The client of Crossref: works by DOI in batches, and by title, one request each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from urllib.parse import quote, urlencode

from refcore.compare.titles import title_words
from refcore.model.identifiers import Identifier
from refcore.net.clock import timestamp
from refcore.net.exchange import Failure
from refcore.records.lookup import Origin
from refcore.records.search import NO_WORDS, Search, SearchStatus, Sought
from refcore.records.searching import is_like
from refcore.sources.crossref.reader import NAME, read_works
from refcore.sources.service import Batches, Connection, has_comma, is_down

__all__ = ["CrossrefClient"]

_MOST = 50
_ROWS = 5
_LONGEST = 300  # letters of a title that are sent


class CrossrefClient(Batches):
    """Asks Crossref for DOIs, and searches it by title and first author."""

    def __init__(self, link: Connection) -> None:
        self._base = link.base_url
        super().__init__(NAME, "Crossref", link, self._works, read_works, _MOST, has_comma)

    def _works(self, ids: Sequence[Identifier]) -> str:
        if len(ids) == 1:
            return f"{self._base}/works/{quote(str(ids[0]), safe='')}"
        listed = ",".join(f"doi:{quote(str(one), safe='/')}" for one in ids)
        return f"{self._base}/works?filter={listed}&rows={len(ids)}"

    def search_key(self, sought: Sought) -> str:
        """Return the words of a search, "" if the title has none."""
        words = title_words(sought.title[:_LONGEST])
        return " ".join([*words, sought.first_author.casefold()]).strip() if words else ""

    def search(self, wanted: Iterable[Sought]) -> Iterator[Search]:
        """Return the outcome of each search; a title that is not found proves nothing.

        Crossref always finds something: only works with the title or one like it are kept.
        """
        failures: list[Failure] = []
        for sought in wanted:
            if not self.search_key(sought):
                yield Search(sought, reason=NO_WORDS)
            elif is_down(failures):
                yield _given_up(sought, failures[-1])
            else:
                yield self._searched(sought, failures)

    def _searched(self, sought: Sought, failures: list[Failure]) -> Search:
        words = f"{sought.title[:_LONGEST]} {sought.first_author}".strip()
        query = urlencode({"query.bibliographic": words, "rows": _ROWS})
        at = timestamp(self.link.clock.now())
        answer = self.link.exchange.get(
            f"{self._base}/works?{query}", lambda body: read_works(body, at)
        )
        if isinstance(answer, Failure):
            failures.append(answer)
            return _given_up(sought, answer)
        failures.clear()
        found = [record for record in answer.records if is_like(record, sought)]
        status = SearchStatus.FOUND if found else SearchStatus.NONE
        reason = "" if found else "nothing of this title was found at Crossref"
        return Search(sought, found, status, reason, Origin.NETWORK)


def _given_up(sought: Sought, failure: Failure) -> Search:
    return Search(sought, reason=f"Crossref could not be asked: {failure.reason}")
