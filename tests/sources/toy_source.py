"""A source in one file: what it takes, how it is asked, what its records are."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from refcore.model.dates import Date
from refcore.model.identifiers import Doi, Identifier
from refcore.records.lookup import Lookup, LookupStatus, Origin
from refcore.records.record import Record, RecordAuthor
from refcore.records.source import Client, Source, Surroundings, Trust

NAME = "toy"
BOATS = Record(
    id=Doi("10.9999/boats"),
    source=NAME,
    type="article-journal",
    title="Boats of Paper",
    authors=[
        RecordAuthor("Ada Byron", given="Ada", family="Byron"),
        RecordAuthor("Bo Fei", given="Bo", family="Fei"),
    ],
    dates={"issued": Date.of(2020)},
    fields={"container-title": "Journal of Toys", "volume": "7"},
    via="the toy's shelf",
    retrieved="2026-11-28",
)
SHELF = {BOATS.id: BOATS}


def takes(identifier: Identifier) -> bool:
    """Return whether the toy knows the work of an identifier."""
    return isinstance(identifier, Doi) and identifier.name.startswith("10.9999/")


class ToyClient:
    """Takes records from the shelf, ten at a time."""

    def requests_for(self, ids: Iterable[Identifier]) -> int:
        """Return one request for ten ids."""
        return -(-len(set(ids)) // 10)

    def ask(
        self, ids: Iterable[Identifier], known: Iterable[Identifier] = ()
    ) -> Iterator[tuple[Lookup, ...]]:
        """Return what is on the shelf; what is not does not exist."""
        yield tuple(self._one(asked) for asked in ids)

    @staticmethod
    def _one(asked: Identifier) -> Lookup:
        if asked in SHELF:
            return Lookup.found(asked, SHELF[asked], Origin.NETWORK)
        why = f"there is no toy {asked}"
        return Lookup(asked, None, LookupStatus.NOT_FOUND, why, source=NAME)


def connect(around: Surroundings) -> Client:
    """Return the client."""
    return ToyClient()


TOY = Source(NAME, "Toyland", takes, connect, Trust(maker=NAME), interval=0.5)
