"""Questions to arXiv's API: ids, or a search; the answer is a feed."""

from __future__ import annotations

from collections.abc import Sequence
from urllib.parse import urlencode, urlsplit

import attrs

from refcore.errors import ArxivBadAnswer
from refcore.model.identifiers import ArxivId
from refcore.net.clock import timestamp
from refcore.net.exchange import Exchange, Failure, status_words
from refcore.net.http import Fetcher, HttpAnswer
from refcore.net.pace import Clock, Pace
from refcore.net.retry import Fault, RetryPolicy
from refcore.net.watch import Watch
from refcore.sources.arxiv.atom import Feed, parse_feed

__all__ = ["ArxivExchange", "FeedFailure"]


@attrs.frozen
class FeedFailure(Failure):
    """A failure that arXiv explains in a feed."""

    feed: Feed = Feed()


class ArxivExchange:
    """Asks for ids or a search at the pace that is set, following the policy after a fault."""

    def __init__(
        self,
        base_url: str,
        fetcher: Fetcher,
        pace: Pace,
        clock: Clock,
        retries: RetryPolicy,
        watch: Watch | None = None,
    ) -> None:
        self._base = _Base(base_url)
        self._clock = clock
        self._exchange = Exchange(fetcher, pace, clock, retries, "arxiv", watch)

    def ask(self, ids: Sequence[ArxivId], after_empty: Sequence[ArxivId] = ()) -> Feed | Failure:
        """Ask for all ids in one request, and again after faults.

        `after_empty` are the ids to ask for after an empty page: if papers that
        exist for certain are among them, an empty page is not taken for an answer.
        """
        return self._ask(_id_query(ids), after_empty=_id_query(after_empty or ids))

    def search(self, query: str, most: int) -> Feed | Failure:
        """Search once, for `most` papers at most, and again after faults.

        An empty page is a fault here: put a control into the query.
        """
        asked = urlencode({"search_query": query, "max_results": most}, safe=":")
        return self._ask(asked, after_empty=asked)

    def _ask(self, query: str, after_empty: str) -> Feed | Failure:
        return self._exchange.ask(_FeedQuestion(self._base, self._clock, query, after_empty))


@attrs.define
class _Base:
    """The address of the API, which a redirect changes for the requests that follow too."""

    url: str


@attrs.define
class _FeedQuestion:
    """A query to the API, and the one that replaces it after an empty page."""

    base: _Base
    clock: Clock
    query: str
    after_empty: str
    accept: str | None = None

    @property
    def address(self) -> str:
        url = self.base.url
        return f"{url}{'&' if '?' in url else '?'}{self.query}"

    def redirect(self, address: str) -> None:
        query = urlsplit(self.base.url).query
        self.base.url = urlsplit(address)._replace(query=query, fragment="").geturl()

    def fail(self, failure: Failure) -> None:
        if failure.fault is Fault.EMPTY:
            self.query = self.after_empty

    def read(self, answer: HttpAnswer) -> Feed | Failure | None:
        if answer.status not in (200, 400):
            return None
        retrieved = timestamp(self.clock.now())
        try:
            feed = parse_feed(answer.body, retrieved=retrieved)
        except ArxivBadAnswer as fault:
            if answer.status == 400:
                return Failure(Fault.STATUS, status_words(answer), 400)
            return Failure(Fault.CONTENT, str(fault))
        return _judged(feed, answer.status)


def _judged(feed: Feed, status: int) -> Feed | Failure:
    if feed.errors and not feed.records:
        words = "; ".join(error.message for error in feed.errors)
        return FeedFailure(Fault.STATUS, f"it refuses the request: {words}", 400, feed=feed)
    if status == 400:
        return FeedFailure(Fault.STATUS, "HTTP 400", 400, feed=feed)
    if not feed.records and not feed.unread:
        return Failure(
            Fault.EMPTY,
            "only empty pages came: the id may not exist, or arXiv has a fault",
        )
    return feed


def _id_query(ids: Sequence[ArxivId]) -> str:
    listed = ",".join(str(wanted) for wanted in ids)
    return urlencode({"id_list": listed, "max_results": len(ids)}, safe=",/")
