"""Searches by title over the network: one request each, and no fault read as "none"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from refcore.arxiv.atom import Feed
from refcore.arxiv.exchange import Exchange, Failure
from refcore.arxiv.lookup import Origin
from refcore.arxiv.query import controlled, is_control, search_query
from refcore.arxiv.record import ArxivRecord
from refcore.arxiv.retry import Fault
from refcore.arxiv.search import NO_WORDS, Search, SearchStatus, Sought
from refcore.model.identifiers import ArxivId

__all__ = ["MOST_RECORDS", "search_each"]

MOST_RECORDS = 10
_NONE = "arXiv has no paper with these words in its title"
_INCOMPLETE = "arXiv could not be asked: entries are missing in its answers"
# Room for the papers that come with the control.
_MOST_RESULTS = MOST_RECORDS + 5
# Answers with the control and no other paper before it is believed that there is none.
_SIGHTINGS = 2
_MOST_ANSWERS = 4
# Searches given up in a row before the service is taken to be down.
_SILENCES_IN_A_ROW = 2
_FAILURES_IN_A_ROW = 5


def search_each(exchange: Exchange, wanted: Iterable[Sought]) -> Iterator[Search]:
    """Search each title in turn, until the service is taken to be down.

    Nothing is raised for what the network or the service does: such a search
    is `unavailable`, with the reason.
    """
    failures: list[Failure] = []
    for sought in wanted:
        query = search_query(sought)
        if not query:
            yield Search(sought, reason=NO_WORDS)
        elif _is_down(failures):
            yield _given_up(sought, failures[-1])
        else:
            yield _searched(exchange, sought, query, failures)


def _is_down(failures: list[Failure]) -> bool:
    silent = sum(failure.is_silence for failure in failures)
    told_off = any(failure.is_told_off for failure in failures)
    return told_off or silent >= _SILENCES_IN_A_ROW or len(failures) >= _FAILURES_IN_A_ROW


def _given_up(sought: Sought, failure: Failure) -> Search:
    return Search(sought, reason=f"arXiv could not be asked: {failure.reason}")


def _searched(exchange: Exchange, sought: Sought, query: str, failures: list[Failure]) -> Search:
    found: dict[ArxivId, ArxivRecord] = {}
    sightings = 0
    for _ in range(_MOST_ANSWERS):
        answer = exchange.search(controlled(query), _MOST_RESULTS)
        if isinstance(answer, Failure):
            # A service that only has nothing to say is not down.
            failures.extend([answer] if answer.fault is not Fault.EMPTY else [])
            return _found(sought, found) if found else _given_up(sought, answer)
        failures.clear()
        papers = [record for record in answer.records if not is_control(record, sought)]
        found.update((record.id, record) for record in papers)
        if found and _is_whole(answer):
            return _found(sought, found)
        # Only the control tells an answer without a paper from an empty page.
        sightings += _is_whole(answer) and len(answer.records) > len(papers)
        if sightings == _SIGHTINGS:
            return Search(sought, (), SearchStatus.NONE, _NONE, Origin.NETWORK)
    return _found(sought, found) if found else Search(sought, reason=_INCOMPLETE)


def _found(sought: Sought, found: dict[ArxivId, ArxivRecord]) -> Search:
    records = tuple(found.values())[:MOST_RECORDS]
    return Search(sought, records, SearchStatus.FOUND, origin=Origin.NETWORK)


def _is_whole(answer: Feed) -> bool:
    """Tell whether a page holds all that it should; a total is believed only against it."""
    entries = len(answer.records)
    return not answer.unread and (
        entries >= _MOST_RESULTS or answer.total is None or answer.total <= entries
    )
