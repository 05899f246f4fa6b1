"""A client of a service that answers for many identifiers at once."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence

import attrs

from refcore.errors import InvalidAddress
from refcore.model.identifiers import Identifier
from refcore.net.addresses import is_http_address
from refcore.net.clock import Clock, timestamp
from refcore.net.exchange import Exchange, Failure, is_down
from refcore.net.http import Fetcher, Transport
from refcore.net.pace import Pace
from refcore.net.retry import RetryPolicy
from refcore.records.cache import slot_path
from refcore.records.lookup import Lookup, LookupStatus, Origin
from refcore.records.record import Record
from refcore.records.source import Surroundings
from refcore.sources.answers import Answer

__all__ = ["Batches", "Connection", "base_url", "connection", "has_comma", "is_down"]


@attrs.frozen
class Connection:
    """How a service is reached: its address, the exchange, the clock, and the secret key."""

    base_url: str
    exchange: Exchange
    clock: Clock
    secret: str = ""

    def hidden(self, text: str) -> str:
        """Return a text without the key of the service."""
        return text.replace(self.secret, "…") if self.secret else text


def base_url(around: Surroundings, variable: str, usual: str) -> str:
    """Return the address of a service: the usual one, or another that the environment names.

    Raises `InvalidAddress` unless it is an http or https address.
    """
    url = around.environ.get(variable, "").strip() or usual
    if not is_http_address(url):
        raise InvalidAddress(f"{variable} is {url!r}, expected http:// or https:// and a host")
    return url.rstrip("/")


def has_comma(identifier: Identifier) -> bool:
    """Return whether an identifier has the comma that separates the ids of a request.

    >>> from refcore.model.identifiers import Doi
    >>> has_comma(Doi("10.1000/a,b"))
    True
    """
    return "," in str(identifier)


def connection(
    around: Surroundings,
    name: str,
    address: str,
    interval: float,
    *,
    accept: str = "application/json",
    hosts: tuple[str, ...] = (),
    secret: str = "",
    transport: Transport | None = None,
    retries: RetryPolicy = RetryPolicy(first=1.0),  # noqa: B008 - a frozen value
) -> Connection:
    """Connect to a service; all processes of the user share its pace."""
    contact = f"mailto:{around.contact}" if around.contact else ""
    fetcher = Fetcher(transport, around.limits, contact, accept, hosts)
    pace = Pace(slot_path(around.folder, name), interval)
    exchange = Exchange(fetcher, pace, around.clock, retries, name, around.watch, secret)
    return Connection(address, exchange, around.clock, secret)


class Batches:
    """Asks a service for identifiers, at most `most` a request and in a URL of bounded length.

    `address` makes the address for some identifiers, `read` reads an answer. Records are
    matched by identifier, never by position. What is missing from a list is asked for once more
    at the end, as services leave out entries at times. An identifier that is missing then is
    *absent* at this source, which proves nothing.
    """

    def __init__(
        self,
        name: str,
        label: str,
        link: Connection,
        address: Callable[[Sequence[Identifier]], str],
        read: Callable[[bytes, str], Answer],
        most: int,
        alone: Callable[[Identifier], bool] = lambda _: False,
    ) -> None:
        self.name = name
        self.label = label
        self.most = most
        self.link = link
        self._address = address
        self._read = read
        self._alone = alone

    def requests_for(self, ids: Iterable[Identifier]) -> int:
        """Return the number of requests that these ids take where nothing fails."""
        return len(self._split(list(dict.fromkeys(ids))))

    def ask(
        self,
        ids: Iterable[Identifier],
        known: Iterable[Identifier] = (),  # noqa: ARG002 - absence is not proof here
    ) -> Iterator[tuple[Lookup, ...]]:
        """Return the outcome of each id once, as the answers come in."""
        queue = deque(self._split(list(dict.fromkeys(ids))))
        failures: list[Failure] = []
        missing: list[Identifier] = []
        asked_again = False
        while queue or (missing and not asked_again):
            if not queue:
                queue.extend(self._split(missing))
                asked_again = True
            batch = queue.popleft()
            if is_down(failures):
                yield self._given_up(batch, failures[-1])
                continue
            answer = self._answer(batch)
            if not isinstance(answer, Failure):
                failures.clear()
                found = list(self._matched(batch, answer))
                if len(batch) > 1 and not asked_again:
                    missing += [one.id for one in found if one.status is LookupStatus.ABSENT]
                    found = [one for one in found if one.status is not LookupStatus.ABSENT]
                yield tuple(found)
            elif answer.is_refusal and len(batch) > 1:
                middle = len(batch) // 2
                queue.extendleft([batch[middle:], batch[:middle]])
            else:
                failures.append(answer)
                yield self._given_up(batch, answer)

    def _answer(self, batch: Sequence[Identifier]) -> Answer | Failure:
        at = timestamp(self.link.clock.now())
        return self.link.exchange.get(self._address(batch), lambda body: self._read(body, at))

    def _split(self, ids: Sequence[Identifier]) -> list[list[Identifier]]:
        apart = [[one] for one in ids if self._alone(one)]
        together = [one for one in ids if not self._alone(one)]
        batches: list[list[Identifier]] = []
        for one in together:
            last = batches[-1] if batches else []
            fits = len(last) < self.most and len(self._address([*last, one])) <= _LONGEST_URL
            if last and fits:
                last.append(one)
            else:
                batches.append([one])
        return batches + apart

    def _matched(self, batch: Sequence[Identifier], answer: Answer) -> Iterator[Lookup]:
        held: dict[Identifier, Record] = {}
        for record in answer.records:
            for one in (record.work, *record.ids):
                held.setdefault(one.unversioned, record)
        unread = {one.id: one.reason for one in answer.unread if one.id is not None}
        for asked in batch:
            found = held.get(asked.unversioned)
            if found is not None:
                yield Lookup.found(asked, found, Origin.NETWORK)
            elif asked in unread:
                yield Lookup(asked, reason=unread[asked], source=self.name)
            else:
                why = f"{self.label} has no record of it"
                yield Lookup(asked, None, LookupStatus.ABSENT, why, source=self.name)

    def _given_up(self, batch: Iterable[Identifier], failure: Failure) -> tuple[Lookup, ...]:
        reason = f"{self.label} could not be asked: {self.link.hidden(failure.reason)}"
        return tuple(Lookup(asked, reason=reason, source=self.name) for asked in batch)


_LONGEST_URL = 3500
