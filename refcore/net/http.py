"""One request over HTTP, bounded in time and size; the only module that imports httpx."""

from __future__ import annotations

import contextlib
import errno
import os
import socket
import ssl
import threading
import time
from collections.abc import Iterator
from functools import lru_cache
from types import TracebackType
from typing import Any, Self
from urllib.parse import urljoin, urlsplit

import attrs

from refcore import __version__
from refcore.net.clock import Now
from refcore.net.imports import absent
from refcore.net.limits import Limits
from refcore.net.retry import Fault
from refcore.net.stop import check
from refcore.net.unpack import PACKED, unpacked
from refcore.text.patterns import regex

# httpx also imports its command line (click, rich, pygments), which takes as long as the rest.
# Without these packages, httpx works too.
with absent("httpx._main"):
    import httpx

__all__ = ["Fetcher", "HttpAnswer", "HttpFault", "Limits", "Prober", "Transport", "user_agent"]

Transport = httpx.BaseTransport
_ERRNO = regex(r"\[Errno -?\d+\] ")  # the system's error number, before its text
_NO_WAY = (errno.ENETUNREACH, errno.EHOSTUNREACH, errno.ENETDOWN)
_MOST_CAUSES = 8
_HTTPS = 443  # the port


@attrs.frozen
class HttpAnswer:
    """A whole answer: status, body, and the headers that matter here.

    `redirect` is an address to follow. `location` is an address that the answer only names.
    """

    status: int
    body: bytes = b""
    retry_after: str | None = None
    redirect: str | None = None
    location: str | None = None


class HttpFault(Exception):
    """No whole answer arrived: the kind of fault, and what happened in words."""

    def __init__(self, fault: Fault, words: str) -> None:
        super().__init__(words)
        self.fault = fault


def user_agent(contact: str = "") -> str:
    """Return the project's name and version, and a contact address if one is set.

    >>> user_agent("ada@example.org").endswith(" (ada@example.org)")
    True
    """
    return f"refcore/{__version__}" + (f" ({contact})" if contact else "")


class Fetcher:
    """Makes single GET requests, each over a connection of its own.

    `accept` is the requested type of answer. A redirect may lead to the same host, or
    over https to one of `hosts`. `now` is a clock that only runs forward, in seconds.
    """

    def __init__(
        self,
        transport: Transport | None = None,
        limits: Limits = Limits(),  # noqa: B008 - a frozen value
        contact: str = "",
        accept: str = "application/atom+xml",
        hosts: tuple[str, ...] = ("arxiv.org",),
        now: Now = time.monotonic,
    ) -> None:
        self.limits = limits
        self._now = now
        self._hosts = hosts
        # The request does not accept packed answers: one could unpack without bound.
        self._headers = {
            "User-Agent": user_agent(contact),
            "Accept": accept,
            "Accept-Encoding": "identity",
        }
        self._transport = transport
        self._clients: dict[bool, httpx.Client] = {}

    def _client(self, url: str) -> httpx.Client:
        """Return the client for an address, made on first use: most sources are never asked.

        Only https needs the certificates to trust, which take longer to read than a request.
        """
        is_plain = url.startswith("http:")
        if is_plain not in self._clients:
            self._clients[is_plain] = self._made(
                _untrusting() if is_plain or self._transport else _trusted()
            )
        return self._clients[is_plain]

    def _made(self, trusted: ssl.SSLContext) -> httpx.Client:
        return httpx.Client(
            transport=self._transport,
            verify=trusted,
            headers=self._headers,
            timeout=httpx.Timeout(self.limits.read, connect=self.limits.connect),
            limits=httpx.Limits(max_connections=1, max_keepalive_connections=0),
            follow_redirects=False,
        )

    def get(self, url: str, accept: str | None = None) -> HttpAnswer:
        """Fetch an address once; raise `HttpFault` if no whole answer arrives.

        `accept` requests another type than the usual one.
        """
        check()
        headers = {"Accept": accept} if accept else None
        with (
            _bounded(self.limits.total, self._now) as deadline,
            self._client(url).stream(
                "GET", url, headers=headers, extensions={"trace": deadline.trace}
            ) as response,
        ):
            body = b"".join(self._pieces(response, deadline))
        location = response.headers.get("location")
        is_redirect = response.status_code in (301, 302, 303, 307, 308) and location
        return HttpAnswer(
            response.status_code,
            body,
            response.headers.get("retry-after"),
            _redirect(url, location, self._hosts) if is_redirect else None,
            location,
        )

    def _pieces(self, response: httpx.Response, deadline: _Deadline) -> Iterator[bytes]:
        encoding = response.headers.get("content-encoding", "identity").casefold()
        if encoding not in ("identity", *PACKED):
            raise HttpFault(
                Fault.CUT, f"an answer in the encoding {encoding!r}, which was not requested"
            )
        size = 0
        pieces = response.iter_bytes()
        if encoding in PACKED:
            pieces = unpacked(response.iter_raw(), self.limits.size)
        for piece in pieces:
            size += len(piece)
            if size > self.limits.size:
                raise HttpFault(Fault.LARGE, f"an answer of more than {self.limits.size} bytes")
            if deadline.passed:
                raise deadline.fault()
            yield piece

    def close(self) -> None:
        """Close open connections."""
        for client in self._clients.values():
            client.close()
        self._clients.clear()


@lru_cache(maxsize=1)
def _untrusting() -> ssl.SSLContext:
    """Return a context that trusts no certificate, so every connection over TLS fails."""
    return ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)


def _trusted() -> ssl.SSLContext:
    """Return a context with the certificates that httpx trusts, read once for all sources."""
    named = {name: os.environ.get(name) for name in ("SSL_CERT_FILE", "SSL_CERT_DIR")}
    try:
        return _trusted_of(*named.values())
    except OSError as fault:
        places = ", ".join(f"{name}={value}" for name, value in named.items() if value)
        raise HttpFault(
            Fault.CUT, f"the certificates to trust cannot be read ({places or 'certifi'}): {fault}"
        ) from fault


@lru_cache(maxsize=2)
def _trusted_of(_file: str | None, _folder: str | None) -> ssl.SSLContext:
    return httpx.create_ssl_context()


class Prober:
    """Asks web addresses for their status only, each over a connection of its own.

    The caller names the IP address to connect to, so that no second resolution of the
    host name can lead elsewhere. Proxies, stored passwords and cookies are not used.
    """

    def __init__(self, contact: str = "", now: Now = time.monotonic) -> None:
        self._now = now
        self._headers = {
            "User-Agent": user_agent(contact),
            "Accept": "*/*",
            "Accept-Encoding": "identity",
            "Connection": "close",
        }
        self._transport = httpx.HTTPTransport(
            trust_env=False, limits=httpx.Limits(max_keepalive_connections=0)
        )

    def ask(self, method: str, url: str, ip: str, seconds: float) -> HttpAnswer:
        """Return status and location of one answer; the body is never read.

        Raises `HttpFault` if no answer arrives within `seconds`, or if `url` is not valid.
        """
        check()
        with _bounded(seconds, self._now) as deadline:
            response = self._transport.handle_request(self._request(method, url, ip, deadline))
            response.close()
        return HttpAnswer(response.status_code, location=response.headers.get("location"))

    def _request(self, method: str, url: str, ip: str, deadline: _Deadline) -> httpx.Request:
        named = httpx.URL(url)
        extensions = {
            "trace": deadline.trace,
            "timeout": httpx.Timeout(deadline.seconds).as_dict(),
            # The certificate must be that of the host, not of its IP address.
            "sni_hostname": named.raw_host.decode("ascii"),
        }
        headers = {"Host": named.netloc.decode("ascii"), **self._headers}
        target = named.copy_with(host=ip, fragment=None)
        return httpx.Request(method, target, headers=headers, extensions=extensions)

    def close(self) -> None:
        """Close open connections."""
        self._transport.close()


@contextlib.contextmanager
def _bounded(seconds: float, now: Now) -> Iterator[_Deadline]:
    """Bound a request in time, and raise each of its faults as `HttpFault`."""
    with _Deadline(seconds, now) as deadline:
        try:
            yield deadline
        except httpx.HTTPError as fault:
            if deadline.passed:
                raise deadline.fault() from fault
            raise HttpFault(_kind(fault), _words(fault)) from fault
        except (httpx.InvalidURL, httpx.StreamError, OSError, ValueError) as fault:
            raise HttpFault(Fault.CUT, _words(fault)) from fault


class _Deadline:
    """Ends a request that takes too long in all, however slowly its bytes arrive.

    httpx limits only the time between two pieces. So a timer shuts the socket from
    outside when the time is over.
    """

    def __init__(self, seconds: float, now: Now) -> None:
        self.seconds = seconds
        self._now = now
        self._end = now() + seconds
        self._timer = threading.Timer(seconds, self._shut)
        self._timer.daemon = True
        self._sockets: list[socket.socket] = []

    @property
    def passed(self) -> bool:
        return self._now() >= self._end

    def fault(self) -> HttpFault:
        return HttpFault(Fault.SLOW, f"no whole answer within {self.seconds:g} s")

    def trace(self, event: str, info: dict[str, Any]) -> None:
        if event == "connection.connect_tcp.complete":
            held = info["return_value"].get_extra_info("socket")
            if isinstance(held, socket.socket):
                # A duplicate still reaches the connection after TLS has taken over the socket.
                self._sockets.append(held.dup())

    def _shut(self) -> None:
        for held in self._sockets:
            with contextlib.suppress(OSError):
                held.shutdown(socket.SHUT_RDWR)

    def __enter__(self) -> Self:
        self._timer.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._timer.cancel()
        self._timer.join()
        for held in self._sockets:
            held.close()


def _kind(fault: httpx.HTTPError) -> Fault:
    if isinstance(fault, httpx.ConnectError | httpx.ConnectTimeout | httpx.ProxyError):
        return Fault.NOWHERE if _is_without_network(fault) else Fault.CONNECT
    return Fault.SLOW if isinstance(fault, httpx.TimeoutException) else Fault.CUT


def _is_without_network(fault: BaseException) -> bool:
    """Return whether there is no way to a host: no address for its name, or no network."""
    cause: BaseException | None = fault
    for _ in range(_MOST_CAUSES):
        if isinstance(cause, socket.gaierror):
            return True
        if isinstance(cause, OSError) and cause.errno in _NO_WAY:
            return True
        cause = None if cause is None else cause.__cause__ or cause.__context__
    return False


def _words(fault: Exception) -> str:
    said = _ERRNO.sub("", " ".join(str(fault).split())[:200])
    names: dict[type[Exception], str] = {
        httpx.ConnectTimeout: "no connection in time",
        httpx.ReadTimeout: "no answer in time",
        httpx.ConnectError: "no connection",
        httpx.RemoteProtocolError: "the answer was cut off or is not HTTP",
        httpx.ReadError: "the connection was cut",
    }
    if _is_without_network(fault):
        return f"no network ({said})"
    if type(fault) is ValueError:
        return said
    name = names.get(type(fault), type(fault).__name__)
    return f"{name} ({said})" if said and "timed out" not in said else name


def _redirect(url: str, location: str, hosts: tuple[str, ...]) -> str | None:
    """Return where a redirect leads, or None if it may not be followed: to other hosts or from TLS.

    >>> _redirect("http://a.org/x", "/y", ())
    'http://a.org/y'
    >>> _redirect("https://a.org/x", "http://a.org/x", ()) is None
    True
    >>> tos = ("https://me:pw@b.org", "https://b.org:22", "https://b.org")
    >>> [_redirect("https://a.org", to, ("b.org",)) for to in tos]
    [None, None, 'https://b.org']
    """
    try:
        target = urljoin(url, location)
        old, new = urlsplit(url), urlsplit(target)
        port = new.port
    except ValueError:
        return None
    host = new.hostname or ""
    same = (new.hostname, port) == (old.hostname, old.port) and new.scheme in ("http", "https")
    is_known = any(host == known or host.endswith(f".{known}") for known in hosts)
    to_known = new.scheme == "https" and is_known and port in (None, _HTTPS)
    # A redirect never leads from a secure address to an insecure one.
    downgrade = old.scheme == "https" and new.scheme == "http"
    # One with a name and a password would make us send them.
    is_safe = not downgrade and "@" not in new.netloc
    return target if (same or to_known) and is_safe else None
