"""Addresses of the web as formats with rules for them hold them."""

from __future__ import annotations

import re
from typing import Final
from urllib.parse import quote

__all__ = ["closed_address"]

# What no address holds as it is. Source: RFC 3986, section 2.
_OUTSIDE: Final = re.compile(r"[\s\x00-\x1f\x7f<>\"\\^`{|}]")


def closed_address(address: str) -> str:
    """Return an address with spaces and what else it may not hold in percent notation.

    >>> closed_address("https://example.org/a b?c={d}"), closed_address(" https://example.org/ü ")
    ('https://example.org/a%20b?c=%7Bd%7D', 'https://example.org/ü')
    """
    return _OUTSIDE.sub(lambda char: quote(char[0], safe=""), address.strip())
