"""The client of doi.org: the agencies of many DOIs at once, then their own records."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TypeVar
from urllib.parse import quote

from refcore.model.identifiers import Doi, Identifier
from refcore.net.clock import timestamp
from refcore.net.exchange import Failure, is_down
from refcore.records.lookup import Lookup, LookupStatus, Origin
from refcore.sources.doiorg.reader import NAME, Agency, read_agencies, read_csl
from refcore.sources.service import Connection

__all__ = ["DoiOrgClient"]

_MOST = 20
_CSL = "application/vnd.citationstyles.csl+json"
# These agencies are asked directly; an answer by doi.org would say the same.
_ASKED_DIRECTLY = frozenset({"crossref", "datacite"})


# Statuses by which an agency says that it has no record, or none in this form.
_OF_ONE_AGENCY = frozenset({204, 404, 406})
_T = TypeVar("_T")


class DoiOrgClient:
    """Asks doi.org whether DOIs exist, and for the records of other agencies.

    That a DOI does not exist is believed if doi.org says so twice.
    """

    def __init__(self, link: Connection) -> None:
        self._link = link

    def requests_for(self, ids: Iterable[Identifier]) -> int:
        """Return the number of requests for the agencies of these ids, and for a record each."""
        wanted = set(ids)
        return -(-len(wanted) // _MOST) + len(wanted)

    def ask(
        self,
        ids: Iterable[Identifier],
        known: Iterable[Identifier] = (),  # noqa: ARG002 - its word is proof
    ) -> Iterator[tuple[Lookup, ...]]:
        """Return the outcome of each id once, as the answers come in."""
        dois = [one for one in dict.fromkeys(ids) if isinstance(one, Doi)]
        asking = _Asking(self._link)
        for start in range(0, len(dois), _MOST):
            yield from asking.outcomes(dois[start : start + _MOST])


class _Asking:
    """One call: doi.org is not asked again once it fails too often in a row."""

    def __init__(self, link: Connection) -> None:
        self._link = link
        self._failures: list[Failure] = []

    def outcomes(self, batch: Sequence[Doi]) -> Iterator[tuple[Lookup, ...]]:
        first = self._agencies(batch)
        if isinstance(first, Failure):
            yield tuple(self._failed(doi, first) for doi in batch)
            return
        missing = [doi for doi in batch if _of(doi, first).is_absent]
        again = self._agencies(missing[::-1]) if missing else {}
        # One at a time, so that an interrupted run keeps its records.
        for doi in batch:
            yield (self._one(doi, first, again),)

    def _get(
        self, path: str, read: Callable[[bytes], _T], accept: str | None = None
    ) -> _T | Failure:
        if is_down(self._failures):
            return self._failures[-1]
        address = f"{self._link.base_url}/{path}"
        answer = self._link.exchange.get(address, read, accept)
        if not isinstance(answer, Failure):
            self._failures.clear()
        elif answer.status not in _OF_ONE_AGENCY:
            self._failures.append(answer)
        return answer

    def _agencies(self, dois: Sequence[Doi]) -> dict[str, Agency] | Failure:
        listed = ",".join(quote(doi.name, safe="/") for doi in dois)
        return self._get(f"doiRA/{listed}", read_agencies)

    def _one(
        self, doi: Doi, first: dict[str, Agency], again: dict[str, Agency] | Failure
    ) -> Lookup:
        agency = _of(doi, first)
        if agency.is_absent:
            if not isinstance(again, Failure) and _of(doi, again).is_absent:
                why = f"there is no DOI {doi}: doi.org does not know it"
                return Lookup(doi, None, LookupStatus.NOT_FOUND, why, source=NAME)
            return Lookup(doi, reason=f"doi.org is not sure whether {doi} exists", source=NAME)
        if not agency.name:
            return Lookup(doi, reason=f"doi.org says nothing of {doi}", source=NAME)
        if agency.name.casefold() in _ASKED_DIRECTLY:
            why = (
                f"the DOI exists, registered with {agency.name}, whose record could not be fetched"
            )
            return Lookup(doi, None, LookupStatus.ABSENT, why, source=NAME)
        return self._record(doi, agency)

    def _record(self, doi: Doi, agency: Agency) -> Lookup:
        at = timestamp(self._link.clock.now())
        answer = self._get(quote(doi.name, safe="/"), lambda body: read_csl(body, at), _CSL)
        if isinstance(answer, Failure):
            return self._failed(doi, answer)
        if not answer.records:
            why = f"the DOI exists, registered with {agency.name}, which gives no record"
            return Lookup(doi, reason=why, source=NAME)
        return Lookup.found(doi, answer.records[0], Origin.NETWORK)

    def _failed(self, doi: Doi, failure: Failure) -> Lookup:
        return Lookup(doi, reason=f"doi.org could not be asked: {failure.reason}", source=NAME)


def _of(doi: Doi, agencies: dict[str, Agency]) -> Agency:
    return agencies.get(doi.name.casefold(), Agency())
