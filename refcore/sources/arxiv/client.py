"""The client of arXiv's API: many ids in few requests, each with its own outcome."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Protocol

from refcore.model.identifiers import ArxivId, Identifier
from refcore.net.exchange import Failure, is_down
from refcore.net.http import Fetcher, Limits, Transport
from refcore.net.pace import INTERVAL, Clock, Pace, SystemClock
from refcore.net.retry import RetryPolicy
from refcore.net.watch import Watch
from refcore.records.lookup import Lookup, LookupStatus, Origin
from refcore.records.proof import MOST_CONTROLS, NO_PROOF, Absences, Controls, arranged
from refcore.records.record import Record
from refcore.records.search import Search, Sought
from refcore.sources.arxiv.address import BASE_URL, check_base_url, is_arxiv
from refcore.sources.arxiv.atom import Feed
from refcore.sources.arxiv.exchange import ArxivExchange, FeedFailure
from refcore.sources.arxiv.matching import Matched, match
from refcore.sources.arxiv.query import search_query
from refcore.sources.arxiv.room import Room
from refcore.sources.arxiv.searcher import glance, search_each

__all__ = ["BASE_URL", "ArxivClient"]

# The first papers with ids in today's form, so they exist for certain.
_FIRST_PAPERS = tuple(ArxivId(f"0704.{number:04}") for number in range(1, MOST_CONTROLS + 1))
# How many answers may lack an id before it is given up: if the service has shown no paper that
# was asked for, if nothing proves the absence so far, and if some proof is there.
_MOST_TRIES = (4, 10, 30)
# Requests in a row without an answer after which the service counts as down: before its first
# answer, and after it. Below: requests in a row that it refuses as a whole.
_SILENCES_IN_A_ROW = (2, 3)
_REFUSALS_IN_A_ROW = 16
_REFUSED = 400
_TOO_MANY = 429


class ArxivClient:
    """Asks arXiv for records, at most `batch` ids a request.

    Args:
        base_url: The address of the query API.
        transport: A transport of httpx. Default: the network.
        clock: Reads the time and waits.
        pace: Keeps the interval between requests. Default: requests to arXiv itself share the pace
            of all processes of the user; others are `interval` seconds apart.
        contact: Added to the User-Agent.
        watch: Sees what happens.

    Raises:
        ValueError: The base URL is invalid, or `batch` is below 1.

    Source: arXiv API User's Manual, and its Terms of Use for the pace.

    >>> client = ArxivClient()
    >>> client.requests_for([ArxivId("2506.13585"), ArxivId("1706.03762")])
    1
    """

    def __init__(
        self,
        base_url: str = BASE_URL,
        *,
        transport: Transport | None = None,
        clock: Clock | None = None,
        interval: float = INTERVAL,
        retries: RetryPolicy = RetryPolicy(),  # noqa: B008 - a frozen value
        batch: int = 100,
        pace: Pace | None = None,
        limits: Limits = Limits(),  # noqa: B008 - a frozen value
        contact: str = "",
        watch: Watch | None = None,
    ) -> None:
        if batch < 1:
            raise ValueError(f"a batch holds 1 id or more, not {batch}")
        self.base_url = check_base_url(base_url)
        self.batch = batch
        self._fetcher = Fetcher(transport, limits, contact)
        if pace is None:
            is_shared = transport is None and is_arxiv(base_url)
            pace = Pace(_shared_slot() if is_shared else None, interval)
        self._exchange = ArxivExchange(
            base_url, self._fetcher, pace, clock or SystemClock(), retries, watch
        )

    def requests_for(self, ids: Iterable[Identifier]) -> int:
        """Return the number of requests that these ids take where nothing fails.

        Args:
            ids: The identifiers.

        Returns:
            The number of requests: each takes `batch` ids.

        >>> ArxivClient(batch=1).requests_for([ArxivId("2506.13585"), ArxivId("1706.03762")])
        2
        """
        return -(-len(set(ids)) // self.batch)

    def ask(
        self, ids: Iterable[Identifier], known: Iterable[Identifier] = ()
    ) -> Iterator[tuple[Lookup, ...]]:
        """Return the outcome of each id once, as the answers come in.

        Nothing is raised for what the network or the service does: an id
        without a result is `unavailable`, with the reason.

        Args:
            ids: The identifiers; those of other sources are passed over.
            known: Ids that exist for certain. They help to tell an unknown id from an empty page.

        Returns:
            The outcomes, those of one answer together.
        """
        wanted = [asked for asked in dict.fromkeys(ids) if isinstance(asked, ArxivId)]
        papers = [paper for paper in known if isinstance(paper, ArxivId)]
        yield from Run(self._exchange, self.batch, papers).outcomes(wanted)

    def fetch(self, ids: Iterable[ArxivId]) -> dict[ArxivId, Lookup]:
        """Return the outcomes of all ids, in the order asked; see `ask`.

        Args:
            ids: The identifiers.

        Returns:
            The outcome of each id.
        """
        wanted = list(dict.fromkeys(ids))
        outcomes = {lookup.id: lookup for answer in self.ask(wanted) for lookup in answer}
        return {asked: outcomes[asked] for asked in wanted}

    def search(self, wanted: Iterable[Sought]) -> Iterator[Search]:
        """Search papers by title and first author, one request each, as the answers come in.

        Faults are dealt with as for ids: what the network or the service does
        makes a search `unavailable` and never `none`.

        Args:
            wanted: The titles and first authors.

        Returns:
            What each search found, in the order of the answers.
        """
        return search_each(self._exchange, wanted)

    def glance(self, wanted: Iterable[Sought]) -> Iterator[Record]:
        """Return papers that may have one of some titles, with few requests; raise nothing.

        Args:
            wanted: The titles and first authors.

        Returns:
            The papers, in no order; none where arXiv does not answer.
        """
        return glance(self._exchange, list(wanted))

    def search_key(self, sought: Sought) -> str:
        """Return the query of a search, without the controls; "" where it has no words.

        Args:
            sought: The title and the first author.

        Returns:
            The value of the query's `search_query`.

        >>> ArxivClient().search_key(Sought("", "Vaswani"))
        ''
        """
        return search_query(sought)

    def close(self) -> None:
        """Close open connections.

        >>> ArxivClient().close()
        """
        self._fetcher.close()

    def __repr__(self) -> str:
        return f"ArxivClient({self.base_url!r}, batch={self.batch})"


def _shared_slot() -> Path:
    from refcore.records.cache import default_folder, slot_path

    return slot_path(default_folder())


class Asks(Protocol):
    """What asks for some ids in one request, such as `ArxivExchange`."""

    def ask(self, ids: Sequence[ArxivId], after_empty: Sequence[ArxivId] = ()) -> Feed | Failure:
        """Ask for the ids; after an empty page, for those of the second list."""
        ...


class Run:
    """The state of one call: the ids to ask for, or to ask for again, and what was seen so far."""

    def __init__(self, exchange: Asks, batch: int, known: Iterable[ArxivId] = ()) -> None:
        self._exchange = exchange
        self._room = Room(batch)
        self._controls = dict.fromkeys([*[*known][:MOST_CONTROLS], *_FIRST_PAPERS])
        self._seen: set[str] = set()
        self._queue: deque[list[ArxivId]] = deque()
        self._absences = Absences[ArxivId]()
        self._absent: list[ArxivId] = []
        self._answered = False
        self._failures: list[Failure] = []
        # Ids that the service refused for now; they are asked for again at the end if it answers.
        self._told_off: list[list[ArxivId]] = []
        self._is_last_round = False

    def outcomes(self, wanted: Sequence[ArxivId]) -> Iterator[tuple[Lookup, ...]]:
        self._queue.extend(self._split(wanted, self._room.batch))
        while self._queue or self._absent or self._told_off:
            if not self._queue and self._absent:
                self._queue.extend(self._split(self._absent, self._room.absent))
                self._absent = []
            elif not self._queue:
                self._queue.extend(self._told_off)
                self._told_off, self._is_last_round = [], True
            batch = self._queue.popleft()
            if len(batch) > self._room.batch:
                self._queue.extendleft(reversed(self._split(batch, self._room.batch)))
            elif known := tuple(self._give_up(batch) if self._is_over else self._ask(batch)):
                yield known

    @staticmethod
    def _split(ids: Sequence[ArxivId], size: int) -> list[list[ArxivId]]:
        return [list(ids[start : start + size]) for start in range(0, len(ids), size)]

    @property
    def _is_down(self) -> bool:
        unreached = any(failure.fault.is_unreached for failure in self._failures)
        faults = [failure for failure in self._failures if failure.status != _REFUSED]
        return (
            (unreached and not self._answered)
            or len(self._failures) - len(faults) >= _REFUSALS_IN_A_ROW
            or is_down(faults, _SILENCES_IN_A_ROW[self._answered])
        )

    @property
    def _is_over(self) -> bool:
        return self._is_down or (self._is_last_round and bool(self._failures))

    @property
    def _may_answer(self) -> bool:
        return not self._is_down and bool(self._queue or self._absent)

    def _ask(self, batch: list[ArxivId]) -> Iterator[Lookup]:
        controls = self._controls_beside(batch)
        # The turn is the number of tries, so that each id is at another place each time.
        turn = max(self._absences.tries(asked) for asked in batch)
        among = arranged(batch, controls, turn)
        answer = self._exchange.ask(among if turn else batch, after_empty=among)
        if isinstance(answer, Feed):
            self._failures.clear()
            self._answered = True
            yield from self._take(batch, answer, controls)
        else:
            yield from self._part(batch, answer)

    def _controls_beside(self, batch: Sequence[ArxivId]) -> list[ArxivId]:
        """Return papers to ask for as well, first those that this service has shown."""
        # A control that is a version of an asked paper could be taken for its latest version.
        papers = {asked.bare for asked in batch}
        free = [control for control in self._controls if control.bare not in papers]
        proven = [control for control in free if control.bare in self._seen]
        others = [control for control in free if control.bare not in self._seen]
        return [*proven, *others][: self._room.controls(len(batch))]

    def _take(
        self, batch: Sequence[ArxivId], answer: Feed, controls: Sequence[ArxivId]
    ) -> Iterator[Lookup]:
        matched = match(batch, answer)
        for asked, record in matched.found.items():
            if self._absences.tries(asked):
                self._absences.drops = True
            yield Lookup.found(asked, record, Origin.NETWORK)
        for asked, reason in matched.unread.items():
            yield Lookup(asked, reason=f"arXiv's entry cannot be read: {reason}")
        for asked, reason in matched.refused.items():
            yield _refused(asked, reason)
        self._queue.extend([asked] for asked in matched.unclear)
        proof = self._proof(matched, batch, answer, controls) if matched.absent else NO_PROOF
        self._remember(answer, matched.found.values())
        for asked in matched.absent:
            if self._absences.add(asked, proof):
                yield _not_found(asked)
            elif self._is_hopeless(asked):
                yield Lookup(asked, reason=f"arXiv could not be asked: {self._why}")
            else:
                self._absent.append(asked)

    def _proof(
        self,
        matched: Matched,
        batch: Sequence[ArxivId],
        answer: Feed,
        controls: Sequence[ArxivId],
    ) -> Controls:
        """Return what an answer shows of the controls, and ask for less if it leaves out entries.

        Only an answer that is complete proves something, and only controls that the service has
        shown before count.
        """
        papers = {record.id.bare for record in answer.records}
        repeated = len(batch) - len({asked.bare for asked in batch})
        entries = len({record.id for record in answer.records}) + repeated
        self._room.show(entries)
        missing = (answer.total or 0) - entries
        expected = {control.bare for control in controls} & self._seen
        shown = len(expected & papers)
        if not papers & {control.bare for control in controls}:
            # The answer to a request without controls, or to another question.
            if missing > 0 or answer.errors:
                self._room.cut(entries, len(batch))
            return NO_PROOF
        if shown < len(expected):
            self._absences.drops = True
            self._room.lose(entries)
        if answer.errors or any(entry.id is None for entry in answer.unread):
            self._room.fail(len(batch))
            return NO_PROOF
        # arXiv counts ids that it does not have: if one id is asked alone, it may be the entry
        # that is missing from the total.
        if missing > 0 and not (len(batch) == 1 and missing == 1 and matched.absent):
            self._room.fail(len(batch))
            if len(batch) == 1:
                self._room.lose(entries)
            return NO_PROOF
        if shown == len(expected):
            self._room.hold()
        return Controls(shown, len(expected) - shown)

    def _remember(self, answer: Feed, found: Iterable[Record]) -> None:
        # The papers found in this run are good controls for the next requests.
        works = [record.work for record in [*found][:MOST_CONTROLS]]
        latest = [work for work in works if isinstance(work, ArxivId)]
        fresh = [paper for paper in latest if paper not in self._controls]
        if fresh and len(self._seen) < MOST_CONTROLS:
            self._controls.update(dict.fromkeys(fresh))
        shown = {record.id.bare for record in answer.records}
        self._seen |= shown & {control.bare for control in self._controls}

    def _is_hopeless(self, asked: ArxivId) -> bool:
        sort = 0 if self._is_strange else 1 if self._absences.is_unproven(asked) else 2
        return self._absences.tries(asked) >= _MOST_TRIES[sort]

    @property
    def _is_strange(self) -> bool:
        return not self._seen and not self._absences.drops

    @property
    def _why(self) -> str:
        if self._is_strange:
            return "its answers hold other papers or versions than asked"
        return "entries are missing in its answers, so nothing is proved"

    def _part(self, batch: list[ArxivId], failure: Failure) -> Iterator[Lookup]:
        """Split a failed request until the id at fault is alone."""
        feed = failure.feed if isinstance(failure, FeedFailure) else Feed()
        refused = match(batch, feed).refused
        for asked, reason in refused.items():
            yield _refused(asked, reason)
        rest = [asked for asked in batch if asked not in refused]
        if refused:
            self._queue.extend([rest] if rest else [])
            return
        if failure.is_too_long and len(batch) > 1:
            self._room.refuse(len(batch))
        else:
            self._failures.append(failure)
        if len(batch) == 1 and any(error.id for error in feed.errors):
            yield _refused(batch[0], "; ".join(error.message for error in feed.errors))
        elif failure.status == _TOO_MANY and not self._is_last_round and self._may_answer:
            # After "too many requests", halving the batch would only send more.
            self._told_off.append(batch)
        elif len(batch) == 1 or self._is_down or failure.status == _TOO_MANY:
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
