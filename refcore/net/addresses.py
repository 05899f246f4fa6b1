"""Web addresses: which are valid, which hosts may be asked, and the result of asking one."""

from __future__ import annotations

import enum
import ipaddress
from typing import Any, Final, TypeAlias
from urllib.parse import urlsplit

import attrs

__all__ = ["LinkAnswer", "LinkState", "is_http_address", "is_public"]

_Ip: TypeAlias = ipaddress.IPv4Address | ipaddress.IPv6Address
# Source: RFC 6052, section 2.1: the last 32 bits are an IPv4 address.
_NAT64: Final = ipaddress.IPv6Network("64:ff9b::/96")


class LinkState(enum.StrEnum):
    """What is known of a web address after it was asked.

    >>> [state.value for state in LinkState]
    ['answers', 'moved', 'gone', 'could-not-be-asked']
    """

    ANSWERS = "answers"
    MOVED = "moved"
    GONE = "gone"
    NOT_ASKED = "could-not-be-asked"


@attrs.frozen
class LinkAnswer:
    """The result of asking one web address.

    `status` is the last HTTP status, or None where no answer arrived. `location` is
    where the address has moved to. `reason` says why it could not be asked.

    >>> print(LinkAnswer("http://example.org", LinkState.MOVED, 200, "https://example.org/"))
    http://example.org: moved to https://example.org/
    >>> print(LinkAnswer("https://example.org/a", LinkState.GONE, 404))
    https://example.org/a: gone (404)
    """

    url: str
    state: LinkState
    status: int | None = None
    location: str = ""
    reason: str = ""

    @property
    def words(self) -> str:
        """The answer in words for people."""
        if self.state is LinkState.ANSWERS:
            return "answers"
        if self.state is LinkState.MOVED:
            return f"moved to {self.location}"
        if self.state is LinkState.GONE:
            by_way = f"moved to {self.location}, which is " if self.location else ""
            return f"{by_way}gone ({self.status})"
        return f"could not be asked: {self.reason}"

    def __str__(self) -> str:
        return f"{self.url}: {self.words}"

    def to_dict(self) -> dict[str, Any]:
        """Return the answer as plain JSON values.

        Returns:
            A dict; parts without a value are None. No call raises an error.

        >>> LinkAnswer("https://example.org/a", LinkState.GONE, 404).to_dict()["state"]
        'gone'
        """
        return {
            "url": self.url,
            "state": str(self.state),
            "status": self.status,
            "location": self.location or None,
            "reason": self.reason or None,
        }


def is_http_address(url: str) -> bool:
    """Return whether a text is an http or https address with a host.

    >>> [is_http_address(url) for url in ("https://example.org/api", "ftp://example.org", "http:")]
    [True, False, False]
    """
    try:
        parts = urlsplit(url)
        sound = parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != 0
    except ValueError:
        return False
    return sound and not any(letter.isspace() for letter in url)


def is_public(ip: str, *, allow_loopback: bool = False) -> bool:
    """Return whether an IP address belongs to the public internet.

    Loopback, private, link-local, multicast and reserved addresses do not, nor does an
    IPv6 address that carries such an IPv4 address. `allow_loopback` accepts loopback.

    >>> [is_public(ip) for ip in ("8.8.8.8", "10.0.0.1", "169.254.169.254", "::ffff:127.0.0.1")]
    [True, False, False, False]
    """
    try:
        # A zone, as in fe80::1%eth0, names an interface of this machine.
        found = ipaddress.ip_address(ip.partition("%")[0])
    except ValueError:
        return False
    if allow_loopback and found.is_loopback:
        return True
    return all(one.is_global and not one.is_multicast for one in _carried(found))


def _carried(ip: _Ip) -> list[_Ip]:
    """Return an address with the IPv4 addresses in it, which traffic to it can reach."""
    if not isinstance(ip, ipaddress.IPv6Address):
        return [ip]
    if ip.ipv4_mapped is not None:
        return [ip.ipv4_mapped]
    last = ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF)
    inside = [ip.sixtofour, *(ip.teredo or ()), last if ip in _NAT64 else None]
    return [ip, *(one for one in inside if one is not None)]
