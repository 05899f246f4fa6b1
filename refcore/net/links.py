"""Asks web addresses whether they still answer: public hosts only, bounded in time and size."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import TypeAlias
from urllib.parse import urljoin, urlsplit

import attrs

from refcore.net.addresses import LinkAnswer, LinkState, is_public
from refcore.net.clock import Now
from refcore.net.http import HttpAnswer, HttpFault, Prober
from refcore.net.stop import in_context

__all__ = ["LinkClient", "LinkLimits", "Resolve"]

Resolve: TypeAlias = Callable[[str, int], Sequence[str]]

_GONE = (404, 410)
_REDIRECTS = (301, 302, 303, 307, 308)
# RFC 9110, section 15.4: only after these is the new address the right one.
_PERMANENT = (301, 308)


@attrs.frozen
class LinkLimits:
    """Seconds for one address with all its redirects, and how much else is accepted.

    `hosts` are asked at the same time; after `faults` addresses of a host in a row
    without an answer its other addresses are not asked.
    """

    seconds: float = 15.0
    redirects: int = 5
    length: int = 2000
    hosts: int = 8
    faults: int = 3


class _Refused(Exception):
    """An address that is not asked, and why."""


@attrs.frozen
class _Target:
    """An address that may be asked, and the IP addresses of its host."""

    url: str
    ips: tuple[str, ...]


class LinkClient:
    """Asks addresses with HEAD, and with GET where HEAD does not settle it.

    Only http and https addresses without a password are asked, and only hosts of the
    public internet; each redirect is judged alike. `allow_loopback` accepts this
    machine too, for tests. `resolve` finds the IP addresses of a host; `now` is a clock
    that only runs forward, in seconds.
    """

    def __init__(
        self,
        limits: LinkLimits = LinkLimits(),
        contact: str = "",
        *,
        allow_loopback: bool = False,
        resolve: Resolve | None = None,
        now: Now = time.monotonic,
    ) -> None:
        self.limits = limits
        self._now = now
        self._allow_loopback = allow_loopback
        self._resolve = resolve or _resolve
        self._prober = Prober(contact, now)

    def ask_all(
        self, urls: Iterable[str], progress: Callable[[int, int], None] | None = None
    ) -> dict[str, LinkAnswer]:
        """Ask several addresses, each once, and those of one host one after the other."""
        wanted = list(dict.fromkeys(urls))
        by_host: dict[str, list[str]] = {}
        for url in wanted:
            by_host.setdefault(_host(url), []).append(url)
        found: dict[str, LinkAnswer] = {}
        with ThreadPoolExecutor(self.limits.hosts) as pool:
            for answers in pool.map(in_context(self._ask_host), by_host.values()):
                found.update((answer.url, answer) for answer in answers)
                if progress is not None:
                    progress(len(found), len(wanted))
        return found

    def _ask_host(self, urls: Sequence[str]) -> list[LinkAnswer]:
        answers: list[LinkAnswer] = []
        faults = 0
        for url in urls:
            if faults >= self.limits.faults:
                reason = f"its host did not answer for {faults} other addresses"
                answers.append(LinkAnswer(url, LinkState.NOT_ASKED, reason=reason))
                continue
            answers.append(self.ask(url))
            silent = answers[-1].state is LinkState.NOT_ASKED and answers[-1].status is None
            faults = faults + 1 if silent else 0
        return answers

    def ask(self, url: str) -> LinkAnswer:
        """Ask one address; a fault is an answer in words, never an exception."""
        end = self._now() + self.limits.seconds
        here, moved, is_permanent = url, "", True
        try:
            for _ in range(self.limits.redirects + 1):
                answer = self._answer(self._target(here, end), end)
                if answer.status not in _REDIRECTS or not answer.location:
                    return _settled(url, answer.status, moved)
                here = _joined(here, answer.location)
                is_permanent = is_permanent and answer.status in _PERMANENT
                moved = here if is_permanent else moved
            raise _Refused(f"it redirects more than {self.limits.redirects} times")
        except _Refused as refused:
            on_way = f"it leads to {here[:200]}: " if here != url else ""
            return LinkAnswer(url, LinkState.NOT_ASKED, reason=on_way + str(refused))

    def _answer(self, target: _Target, end: float) -> HttpAnswer:
        """Return the answer to HEAD if it is a clear one, else that to GET."""
        try:
            answer = self._request("HEAD", target, end)
            if answer.status in _REDIRECTS or 200 <= answer.status < 300:
                return answer
        except HttpFault as fault:
            if fault.fault.is_unreached:
                raise _Refused(str(fault)) from fault
        try:
            return self._request("GET", target, end)
        except HttpFault as fault:
            raise _Refused(str(fault)) from fault

    def _request(self, method: str, target: _Target, end: float) -> HttpAnswer:
        # A host that is silent to HEAD leaves half of the time for GET.
        part = 0.5 if method == "HEAD" else 1.0
        for place, ip in enumerate(target.ips, start=1):
            try:
                return self._prober.ask(method, target.url, ip, self._left(end) * part)
            except HttpFault as fault:
                if not fault.fault.is_unreached or place == len(target.ips):
                    raise
        raise _Refused("its host has no IP address")

    def _left(self, end: float) -> float:
        left = end - self._now()
        if left <= 0:
            raise _Refused(f"no answer within {self.limits.seconds:g} s")
        return left

    def _target(self, url: str, end: float) -> _Target:
        """Return what to connect to, or raise `_Refused` for what is never asked."""
        if len(url) > self.limits.length:
            raise _Refused(f"it is longer than {self.limits.length} characters")
        try:
            parts = urlsplit(url)
            port = parts.port or (443 if parts.scheme == "https" else 80)
        except ValueError:
            raise _Refused("it is not a web address") from None
        if parts.scheme not in ("http", "https"):
            raise _Refused("only http and https addresses are asked")
        if not parts.hostname:
            raise _Refused("it names no host")
        if parts.username is not None or parts.password is not None:
            raise _Refused("it holds a user name or a password, which is not sent")
        return _Target(url, self._public_ips(parts.hostname, port, end))

    def _public_ips(self, host: str, port: int, end: float) -> tuple[str, ...]:
        ips = _in_time(lambda: tuple(self._resolve(host, port)), self._left(end))
        if not ips:
            raise _Refused("its host has no IP address")
        for ip in ips:
            if not is_public(ip, allow_loopback=self._allow_loopback):
                raise _Refused(f"its host is not on the public internet ({ip})")
        return ips[:3]

    def close(self) -> None:
        """Close open connections."""
        self._prober.close()


def _settled(url: str, status: int, moved: str) -> LinkAnswer:
    if status in _GONE:
        return LinkAnswer(url, LinkState.GONE, status, moved)
    if not 200 <= status < 300:
        reason = f"its host answers with the status {status}"
        return LinkAnswer(url, LinkState.NOT_ASKED, status, reason=reason)
    state = LinkState.MOVED if moved else LinkState.ANSWERS
    return LinkAnswer(url, state, status, moved)


def _joined(here: str, location: str) -> str:
    try:
        return urljoin(here, location)
    except ValueError:
        raise _Refused("it leads to what is not a web address") from None


def _host(url: str) -> str:
    try:
        return urlsplit(url).hostname or ""
    except ValueError:
        return ""


def _resolve(host: str, port: int) -> list[str]:
    """Return the IP addresses of a host as the system resolves it."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(address[0]) for *_, address in found))


def _in_time(find: Callable[[], tuple[str, ...]], seconds: float) -> tuple[str, ...]:
    """Return what `find` finds, or raise `_Refused` if that fails or takes too long."""
    found: list[tuple[str, ...]] = []
    faults: list[Exception] = []

    def work() -> None:
        try:
            found.append(find())
        except (OSError, ValueError) as fault:  # UnicodeError is a ValueError
            faults.append(fault)

    # The system's resolver takes no limit of time, so a thread waits for it.
    worker = threading.Thread(target=work, daemon=True)
    worker.start()
    worker.join(seconds)
    if found:
        return found[0]
    raise _Refused("its host is not known" if faults else "its host was not found in time")
