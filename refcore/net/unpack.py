"""Packed answers, unpacked no further than is asked for."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator

__all__ = ["PACKED", "unpacked"]

# Asked not to, some proxies pack all the same. Source: RFC 9110, section 8.4.1.
PACKED = ("gzip", "x-gzip", "deflate")
_EITHER = zlib.MAX_WBITS | 32  # tells gzip from zlib by its head


def unpacked(pieces: Iterable[bytes], most: int) -> Iterator[bytes]:
    """Give the bytes of a gzip or zlib stream as it comes, a little over `most` at the utmost.

    Raises `ValueError` where it is spoilt or cut off.

    >>> b"".join(unpacked([zlib.compress(b"abc")], 100))
    b'abc'
    """
    stream, size = zlib.decompressobj(_EITHER), 0
    for piece in pieces:
        waiting = piece
        while waiting:
            try:
                made = stream.decompress(waiting, 65536)
            except zlib.error as fault:
                raise ValueError(f"a packed answer is spoilt: {fault}") from fault
            waiting = stream.unconsumed_tail
            size += len(made)
            yield made
            if size > most:
                return
    if not stream.eof:
        raise ValueError("a packed answer is cut off")
