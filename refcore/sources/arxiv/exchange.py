"""One request to arXiv's API, asked again until it is answered or given up."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from urllib.parse import urlencode, urlsplit

import attrs

from refcore.errors import ArxivBadAnswer
from refcore.model.identifiers import ArxivId
from refcore.net.http import Fetcher, HttpAnswer, HttpFault
from refcore.net.pace import Clock, Pace, TurnKept
from refcore.net.retry import BudgetSpent, Fault, RetryPolicy, Waits, retry_after
from refcore.sources.arxiv.atom import Feed, parse_feed

__all__ = ["Exchange", "Failure"]

_MOST_REDIRECTS = 3


@attrs.frozen
class Failure:
    """Why a request has no usable answer after all attempts.

    `is_told_off` says that more requests make no sense now: the service asks for a long
    pause, the time to wait is spent, or another process keeps the turn.
    """

    fault: Fault
    reason: str
    status: int | None = None
    asked_wait: float | None = None
    feed: Feed = Feed()
    is_told_off: bool = False

    @property
    def is_too_long(self) -> bool:
        """Whether the address was too long for the service."""
        return self.status in (413, 414, 431)

    @property
    def is_silence(self) -> bool:
        """Whether the service could not be reached or did not answer in time."""
        return self.fault in (Fault.CONNECT, Fault.SLOW)


class Exchange:
    """Asks for ids or a search at the pace that is set, following the policy after a fault."""

    def __init__(
        self, base_url: str, fetcher: Fetcher, pace: Pace, clock: Clock, retries: RetryPolicy
    ) -> None:
        self._url = base_url
        self._fetcher = fetcher
        self._pace = pace
        self._clock = clock
        self._retries = retries
        self._waits = Waits(retries)

    def ask(self, ids: Sequence[ArxivId], after_empty: Sequence[ArxivId] = ()) -> Feed | Failure:
        """Ask for all ids in one request, and again after faults.

        `after_empty` are the ids to ask for after an empty page: if papers that
        exist for certain are among them, an empty page is not taken for an answer.
        """
        return self._until_answered(_id_query(ids), after_empty=_id_query(after_empty or ids))

    def search(self, query: str, most: int) -> Feed | Failure:
        """Search once, for `most` papers at most, and again after faults.

        An empty page is a fault here: put a control into the query.
        """
        asked = urlencode({"search_query": query, "max_results": most}, safe=":")
        return self._until_answered(asked, after_empty=asked)

    def _until_answered(self, query: str, after_empty: str) -> Feed | Failure:
        attempt, redirects = 1, 0
        while True:
            outcome = self._once(query)
            if isinstance(outcome, str):
                redirects += 1
                if redirects > _MOST_REDIRECTS:
                    return Failure(Fault.STATUS, "it redirects without an end", 310)
                self._url = outcome
                continue
            if isinstance(outcome, Feed):
                self._waits.end()
                return outcome
            try:
                wait = self._wait(outcome, attempt)
            except BudgetSpent as spent:
                words = f"{outcome.reason}; {spent}"
                return attrs.evolve(outcome, reason=words, is_told_off=True)
            if wait is None:
                return outcome
            if outcome.fault is Fault.EMPTY:
                query = after_empty
            # The wait is no part of the turn: other processes may ask meanwhile.
            self._clock.sleep(wait)
            attempt += 1

    def _wait(self, failure: Failure, attempt: int) -> float | None:
        return self._waits.after(attempt, failure.fault, failure.status, failure.asked_wait)

    def _once(self, query: str) -> Feed | Failure | str:
        try:
            with self._pace.turn(self._clock):
                answer = self._fetcher.get(self._address(query))
        except HttpFault as fault:
            return Failure(fault.fault, str(fault))
        except TurnKept as kept:
            return Failure(Fault.TURN, str(kept), is_told_off=True)
        return self._judge(answer)

    def _address(self, query: str) -> str:
        return f"{self._url}{'&' if '?' in self._url else '?'}{query}"

    def _judge(self, answer: HttpAnswer) -> Feed | Failure | str:
        if answer.redirect is not None:
            # The requests that follow begin where this one led.
            query = urlsplit(self._url).query
            return urlsplit(answer.redirect)._replace(query=query, fragment="").geturl()
        now = self._clock.now()
        if answer.status not in (200, 400):
            asked = retry_after(answer.retry_after, now)
            is_long = asked is not None and asked > self._retries.longest
            words = f"HTTP {answer.status}{_said(answer.body)}"
            if is_long:
                words += f"; it asks to be left alone for {asked:.0f} s"
            if 300 <= answer.status < 400 and answer.location:
                words += f"; it leads to {answer.location[:100]!r}, which is not followed"
            return Failure(Fault.STATUS, words, answer.status, asked, is_told_off=is_long)
        retrieved = datetime.fromtimestamp(now, UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
        try:
            feed = parse_feed(answer.body, retrieved=retrieved)
        except ArxivBadAnswer as fault:
            if answer.status == 400:
                return Failure(Fault.STATUS, f"HTTP 400{_said(answer.body)}", 400)
            return Failure(Fault.CONTENT, str(fault))
        if feed.errors and not feed.records:
            words = "; ".join(error.message for error in feed.errors)
            return Failure(Fault.STATUS, f"it refuses the request: {words}", 400, feed=feed)
        if answer.status == 400:
            return Failure(Fault.STATUS, "HTTP 400", 400, feed=feed)
        if not feed.records and not feed.unread:
            return Failure(
                Fault.EMPTY,
                "only empty pages came, by a fault of the service or as nothing asked exists",
            )
        return feed


def _id_query(ids: Sequence[ArxivId]) -> str:
    listed = ",".join(str(wanted) for wanted in ids)
    return urlencode({"id_list": listed, "max_results": len(ids)}, safe=",/")


def _said(body: bytes) -> str:
    text = " ".join(body[:200].decode("utf-8", "replace").split())
    return f": {text[:80]}" if text and not text.startswith("<") else ""
