"""Searches by title over the network: one request each, and no fault read as "none"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Protocol

from refcore.compare.titles import TitleKind, compare_titles, title_words
from refcore.model.identifiers import Identifier
from refcore.net.exchange import Failure, is_down
from refcore.net.retry import Fault
from refcore.records.lookup import Origin
from refcore.records.proof import NO_PROOF, Absences, Controls
from refcore.records.record import Record
from refcore.records.search import NO_WORDS, Search, SearchStatus, Sought
from refcore.sources.arxiv.atom import Feed
from refcore.sources.arxiv.query import (
    CONTROLS,
    control_of,
    controlled,
    search_query,
    titles_query,
)

__all__ = ["MOST_RECORDS", "glance", "search_each"]

MOST_RECORDS = 10
_NONE = "arXiv has no paper with these words in its title"
_INCOMPLETE = "arXiv could not be asked: entries are missing in its answers"
# Results of one search, with room for the controls and the papers that match their query.
_MOST_RESULTS = MOST_RECORDS + len(CONTROLS) + 5
# How many answers may lack the paper before a search is given up: those in which entries are
# missing, and all.
_MOST_ANSWERS = (4, 30)
# Titles that are sought in one request where nothing has to be proved.
_GLANCED = 10


class Searches(Protocol):
    """What searches once, such as `ArxivExchange`."""

    def search(self, query: str, most: int) -> Feed | Failure:
        """Search once, for `most` papers at most."""
        ...


def search_each(exchange: Searches, wanted: Iterable[Sought]) -> Iterator[Search]:
    """Search each title in turn, until the service is taken to be down.

    Nothing is raised for what the network or the service does: such a search
    is `unavailable`, with the reason.
    """
    run = _Run(exchange)
    for sought in wanted:
        query = search_query(sought)
        if not query:
            yield Search(sought, reason=NO_WORDS)
        elif run.is_down:
            yield _given_up(sought, run.failures[-1])
        else:
            yield run.searched(sought, query)


def glance(exchange: Searches, wanted: Sequence[Sought]) -> Iterator[Record]:
    """Return papers that may have one of some titles, with ten titles a request.

    A fault ends it: what is not there proves nothing.
    """
    for start in range(0, len(wanted), _GLANCED):
        batch = wanted[start : start + _GLANCED]
        query = titles_query([sought.title for sought in batch])
        if not query:
            continue
        answer = exchange.search(controlled(query, 1, 0), 2 * _GLANCED + _MOST_RESULTS)
        if isinstance(answer, Failure):
            return
        yield from answer.records


def _given_up(sought: Sought, failure: Failure) -> Search:
    return Search(sought, reason=f"arXiv could not be asked: {failure.reason}")


class _Run:
    """The searches of one call, and what was seen of the service so far."""

    def __init__(self, exchange: Searches) -> None:
        self.failures: list[Failure] = []
        self._exchange = exchange
        self._absences = Absences[Sought]()
        # The controls that the service has shown.
        self._seen: set[int] = set()

    @property
    def is_down(self) -> bool:
        """Whether the service failed so often that it is not asked again."""
        return is_down(self.failures)

    def searched(self, sought: Sought, query: str) -> Search:
        """Search until a paper of the title is there, or it is proved that none is."""
        found: dict[Identifier, Record] = {}
        for turn in range(_MOST_ANSWERS[1]):
            if turn >= _MOST_ANSWERS[0] and self._absences.is_unproven(sought):
                break
            asked = 1 if turn == 0 else len(CONTROLS)
            answer = self._exchange.search(controlled(query, asked, turn), _MOST_RESULTS)
            if isinstance(answer, Failure):
                # A service that only has nothing to say is not down.
                self.failures.extend([answer] if answer.fault is not Fault.EMPTY else [])
                return _found(sought, found) if found else _given_up(sought, answer)
            self.failures.clear()
            papers = [r for r in answer.records if control_of(r, sought) is None]
            found.update((record.id, record) for record in papers)
            is_whole = _is_whole(answer)
            if is_whole and any(_is_like(record, sought) for record in papers):
                return _found(sought, found)
            proof = self._proof(answer, sought, range(asked))
            if self._absences.add(sought, proof if is_whole else NO_PROOF):
                return _found(sought, found) if found else _none(sought)
        is_like = any(_is_like(record, sought) for record in found.values())
        if is_like:
            return _found(sought, found)
        return Search(sought, tuple(found.values())[:MOST_RECORDS], reason=_INCOMPLETE)

    def _proof(self, answer: Feed, sought: Sought, asked: Iterable[int]) -> Controls:
        """Return how many of the controls shown before an answer shows."""
        shown = {control_of(record, sought) for record in answer.records} - {None}
        expected = self._seen & set(asked)
        found = Controls(len(expected & shown), len(expected - shown))
        if found.hidden:
            self._absences.drops = True
        self._seen |= {place for place in shown if place is not None}
        return found


def _none(sought: Sought) -> Search:
    return Search(sought, (), SearchStatus.NONE, _NONE, Origin.NETWORK)


def _is_like(record: Record, sought: Sought) -> bool:
    if compare_titles(sought.title, record.title).kind is not TitleKind.DIFFERENT:
        return True
    return set(title_words(sought.title)) <= set(title_words(record.title))


def _found(sought: Sought, found: dict[Identifier, Record]) -> Search:
    records = tuple(found.values())[:MOST_RECORDS]
    return Search(sought, records, SearchStatus.FOUND, origin=Origin.NETWORK)


def _is_whole(answer: Feed) -> bool:
    """Return whether a page is complete; a total is believed only if it fits the page."""
    entries = len({record.id for record in answer.records})
    return (
        not answer.unread
        and not answer.errors
        and (len(answer.records) >= _MOST_RESULTS or (answer.total or 0) <= entries)
    )
