"""The address of arXiv's query API."""

from __future__ import annotations

from urllib.parse import urlsplit

from refcore.errors import InvalidAddress
from refcore.net.addresses import is_http_address

__all__ = ["BASE_URL", "check_base_url", "is_arxiv"]

BASE_URL = "https://export.arxiv.org/api/query"


def check_base_url(url: str) -> str:
    """Return the address back; raises `InvalidAddress` unless it is an http or https address.

    >>> check_base_url("ftp://example.org")
    Traceback (most recent call last):
    refcore.errors.InvalidAddress: 'ftp://example.org' is not a base URL for arXiv: expected ...
    """
    if not is_http_address(url):
        raise InvalidAddress(
            f"{url!r} is not a base URL for arXiv: expected http:// or https:// and a host"
        )
    return url


def is_arxiv(url: str) -> bool:
    """Return whether an address is one of arXiv itself, not of a mirror or a test.

    >>> is_arxiv("https://export.arxiv.org/api/query"), is_arxiv("http://localhost:8000")
    (True, False)
    """
    host = urlsplit(url).hostname or ""
    return host == "arxiv.org" or host.endswith(".arxiv.org")
