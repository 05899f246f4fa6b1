"""Unpacks compressed answers, up to a limit."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator

__all__ = ["PACKED", "unpacked"]

# Some proxies compress although the request does not accept it. Source: RFC 9110, section 8.4.1.
PACKED = ("gzip", "x-gzip", "deflate")
_EITHER = zlib.MAX_WBITS | 32  # detects gzip or zlib by the header


def unpacked(pieces: Iterable[bytes], most: int) -> Iterator[bytes]:
    """Yield the bytes of a gzip or zlib stream as they arrive, at most a little over `most`.

    The end of the stream ends the reading, whatever bytes follow it.
    Raises `ValueError` if the stream is damaged or cut off.

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
            # What follows the end of the stream is not part of it.
            if size > most or stream.eof:
                return
    if not stream.eof:
        raise ValueError("a packed answer is cut off")
