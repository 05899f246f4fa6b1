"""Web addresses: percent notation, and where an address in running text ends."""

from __future__ import annotations

from typing import Final
from urllib.parse import quote

from refcore.text.patterns import regex

__all__ = ["closed_address", "without_end"]

# What no address holds as it is. Source: RFC 3986, section 2.
_OUTSIDE: Final = regex(r"[\s\x00-\x1f\x7f<>\"\\^`{|}]")


def closed_address(address: str) -> str:
    """Return an address with its spaces and other forbidden characters in percent notation.

    >>> closed_address("https://example.org/a b?c={d}"), closed_address(" https://example.org/ü ")
    ('https://example.org/a%20b?c=%7Bd%7D', 'https://example.org/ü')
    """
    return _OUTSIDE.sub(lambda char: quote(char[0], safe=""), address.strip())


_BRACKETS: Final = {")": "(", "]": "[", "}": "{"}


def without_end(address: str, marks: str, brackets: str) -> str:
    """Return an address in a text without what belongs to the text after it.

    These are `marks` at its end, and those of `brackets` that nothing in the address opens.

    >>> without_end("https://example.org/a_(b)).", ".,", ")]")
    'https://example.org/a_(b)'
    """
    spare = {sign: address.count(sign) - address.count(_BRACKETS[sign]) for sign in brackets}
    end = len(address)
    while end:
        last = address[end - 1]
        if spare.get(last, 0) > 0:
            spare[last] -= 1
        elif last not in marks:
            break
        end -= 1
    return address[:end]
