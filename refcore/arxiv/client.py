"""The client of arXiv's API: many ids in few requests, each with its own outcome."""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import attrs

from refcore.arxiv.address import BASE_URL, check_base_url, is_arxiv
from refcore.arxiv.atom import Feed
from refcore.arxiv.exchange import Exchange, Failure
from refcore.arxiv.http import Fetcher, Limits, Transport
from refcore.arxiv.lookup import Lookup, LookupStatus, Origin
from refcore.arxiv.matching import Matched, match
from refcore.arxiv.pace import INTERVAL, Clock, Pace, SystemClock
from refcore.arxiv.record import ArxivRecord
from refcore.arxiv.retry import Fault, RetryPolicy
from refcore.arxiv.search import Search, Sought
from refcore.arxiv.searcher import search_each
from refcore.model.identifiers import ArxivId

__all__ = ["BASE_URL", "ArxivClient"]

# The first paper under the ids of today, so surely there.
_FIRST_PAPER = ArxivId("0704.0001")
# Sound answers without an id before it is believed to be unknown; the second
# figure counts once an id was absent from one answer and present in a later one.
_SIGHTINGS = (3, 6)
# Requests given up, or refused as a whole, in a row before the service is taken to be down.
# Of silence, the second figure counts once the service has answered.
_SILENCES_IN_A_ROW = (2, 3)
_FAILURES_IN_A_ROW = 5
_REFUSALS_IN_A_ROW = 16


class ArxivClient:
    """Asks arXiv for records, at most `batch` ids a request.

    `base_url` is that of the query API, `transport` one of httpx's (None for
    the network), `clock` tells the time and waits. `pace` keeps the interval.
    Without it, requests over the network to arXiv itself share the pace of all
    processes of the user, and others lie `interval` seconds apart.
    `contact` is added to the User-Agent.
    Source: arXiv API User's Manual, and its Terms of Use for the pace.

    Raises `ValueError` for a base URL that is none, or a batch below 1.
    """

    def __init__(
        self,
        base_url: str = BASE_URL,
        transport: Transport | None = None,
        clock: Clock | None = None,
        interval: float = INTERVAL,
        retries: RetryPolicy = RetryPolicy(),  # noqa: B008 - a frozen value
        batch: int = 100,
        pace: Pace | None = None,
        limits: Limits = Limits(),  # noqa: B008 - a frozen value
        contact: str = "",
    ) -> None:
        if batch < 1:
            raise ValueError(f"a batch holds 1 id or more, not {batch}")
        self.base_url = check_base_url(base_url)
        self.batch = batch
        self._fetcher = Fetcher(transport, limits, contact)
        if pace is None:
            is_shared = transport is None and is_arxiv(base_url)
            pace = Pace(_shared_slot() if is_shared else None, interval)
        self._exchange = Exchange(base_url, self._fetcher, pace, clock or SystemClock(), retries)

    def requests_for(self, ids: Iterable[ArxivId]) -> int:
        """Give the number of requests that these ids take where nothing fails."""
        return -(-len(set(ids)) // self.batch)

    def ask(
        self, ids: Iterable[ArxivId], known: Iterable[ArxivId] = ()
    ) -> Iterator[tuple[Lookup, ...]]:
        """Give the outcome of each id once, as the answers come in.

        Nothing is raised for what the network or the service does: an id of
        which nothing could be learnt is `unavailable`, with the reason.
        `known` are ids that surely exist; they help to tell an unknown id
        from an empty page.
        """
        wanted = list(dict.fromkeys(ids))
        yield from _Run(self._exchange, self.batch, [*known][:1]).outcomes(wanted)

    def fetch(self, ids: Iterable[ArxivId]) -> dict[ArxivId, Lookup]:
        """Give the outcomes of all ids, in the order asked."""
        wanted = list(dict.fromkeys(ids))
        outcomes = {lookup.id: lookup for answer in self.ask(wanted) for lookup in answer}
        return {asked: outcomes[asked] for asked in wanted}

    def search(self, wanted: Iterable[Sought]) -> Iterator[Search]:
        """Search papers by title and first author, one request each, as the answers come in.

        Faults are dealt with as for ids: what the network or the service does
        makes a search `unavailable` and never `none`.
        """
        return search_each(self._exchange, wanted)

    def close(self) -> None:
        """Close what is open."""
        self._fetcher.close()

    def __repr__(self) -> str:
        return f"ArxivClient({self.base_url!r}, batch={self.batch})"


def _shared_slot() -> Path:
    from refcore.arxiv.cache import default_folder, slot_path

    return slot_path(default_folder())


class _Run:
    """The ids of one call on their way: to ask, to ask again, and what was seen so far."""

    def __init__(self, exchange: Exchange, batch: int, known: Sequence[ArxivId]) -> None:
        self._exchange = exchange
        self._batch = batch
        self._controls = [*known, _FIRST_PAPER]
        self._queue: deque[list[ArxivId]] = deque()
        self._absences: Counter[ArxivId] = Counter()
        self._strange: Counter[ArxivId] = Counter()
        self._absent: list[ArxivId] = []
        self._drops = False
        self._answered = False
        self._failures: list[Failure] = []

    def outcomes(self, wanted: Sequence[ArxivId]) -> Iterator[tuple[Lookup, ...]]:
        self._queue.extend(self._split(wanted, self._batch))
        while self._queue or self._absent:
            if not self._queue:
                self._queue.extend(self._split(self._absent, self._batch))
                self._absent = []
            batch = self._queue.popleft()
            if len(batch) > self._batch:
                self._queue.extendleft(reversed(self._split(batch, self._batch)))
            elif known := tuple(self._give_up(batch) if self._is_down else self._ask(batch)):
                yield known

    @staticmethod
    def _split(ids: Sequence[ArxivId], size: int) -> list[list[ArxivId]]:
        return [list(ids[start : start + size]) for start in range(0, len(ids), size)]

    @property
    def _is_down(self) -> bool:
        unreached = any(failure.fault is Fault.CONNECT for failure in self._failures)
        silent = sum(failure.is_silence for failure in self._failures)
        refused = sum(failure.status == 400 for failure in self._failures)
        return (
            (unreached and not self._answered)
            or any(failure.is_told_off for failure in self._failures)
            or silent >= _SILENCES_IN_A_ROW[self._answered]
            or refused >= _REFUSALS_IN_A_ROW
            or len(self._failures) - refused >= _FAILURES_IN_A_ROW
        )

    def _ask(self, batch: list[ArxivId]) -> Iterator[Lookup]:
        seen_absent = any(self._absences[asked] for asked in batch)
        # A control of a paper that is asked could be taken for its latest version.
        papers = {asked.bare for asked in batch}
        controls = [control for control in self._controls if control.bare not in papers]
        answer = self._exchange.ask(batch, controls, always=seen_absent)
        if isinstance(answer, Feed):
            self._failures.clear()
            self._answered = True
            yield from self._take(self._believed(match(batch, answer), answer, controls))
        else:
            yield from self._part(batch, answer)

    def _believed(self, matched: Matched, answer: Feed, controls: Sequence[ArxivId]) -> Matched:
        """Leave out absences where the answer has nothing that it should have.

        Such an answer belongs to another question, or is no answer at all.
        """
        expected = {control.bare for control in controls}
        if not matched.absent or matched.found:
            return matched
        if any(record.id.bare in expected for record in answer.records):
            return matched
        strange = {}
        for asked in matched.absent:
            self._strange[asked] += 1
            if self._strange[asked] < _SIGHTINGS[0]:
                self._queue.append([asked])
            else:
                strange[asked] = "its answers hold other papers or versions than asked"
        return attrs.evolve(matched, absent=(), strange=strange)

    def _take(self, matched: Matched) -> Iterator[Lookup]:
        for asked, record in matched.found.items():
            self._drops = self._drops or self._absences[asked] > 0
            yield Lookup.found(asked, record, Origin.NETWORK)
        for asked, reason in matched.unread.items():
            yield Lookup(asked, reason=f"arXiv's entry cannot be read: {reason}")
        for asked, reason in matched.strange.items():
            yield Lookup(asked, reason=f"arXiv could not be asked: {reason}")
        for asked, reason in matched.refused.items():
            yield _refused(asked, reason)
        self._queue.extend([asked] for asked in matched.unclear)
        self._remember(matched.found.values())
        for asked in matched.absent:
            self._absences[asked] += 1
            if self._absences[asked] < _SIGHTINGS[self._drops]:
                self._absent.append(asked)
            else:
                yield _not_found(asked)

    def _remember(self, records: Iterable[ArxivRecord]) -> None:
        # What was found in this run is the best control for what follows.
        found = [record.id.unversioned for record in list(records)[:2]]
        if found:
            self._controls = [*dict.fromkeys([*found, _FIRST_PAPER])]

    def _part(self, batch: list[ArxivId], failure: Failure) -> Iterator[Lookup]:
        """Take a request that failed apart, until the id at fault is alone."""
        refused = match(batch, failure.feed).refused
        for asked, reason in refused.items():
            yield _refused(asked, reason)
        rest = [asked for asked in batch if asked not in refused]
        if refused:
            self._queue.extend([rest] if rest else [])
            return
        if failure.is_too_long and len(batch) > 1:
            self._batch = max(1, len(batch) // 2)
        else:
            self._failures.append(failure)
        if len(batch) == 1 and any(error.id for error in failure.feed.errors):
            yield _refused(batch[0], "; ".join(error.message for error in failure.feed.errors))
        elif len(batch) == 1 or self._is_down:
            yield from self._give_up(batch)
        else:
            middle = len(batch) // 2
            self._queue.extend([batch[:middle], batch[middle:]])

    def _give_up(self, batch: Iterable[ArxivId]) -> Iterator[Lookup]:
        reason = f"arXiv could not be asked: {self._failures[-1].reason}"
        for asked in batch:
            yield Lookup(asked, reason=reason)


def _refused(asked: ArxivId, reason: str) -> Lookup:
    return Lookup(asked, None, LookupStatus.INVALID, f"arXiv refuses it: {reason}")


def _not_found(asked: ArxivId) -> Lookup:
    what = "such paper" if asked.version is None else f"version {asked.version} of this paper"
    return Lookup(asked, None, LookupStatus.NOT_FOUND, f"arXiv has no {what}")
