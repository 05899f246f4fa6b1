"""Unpacks compressed answers, up to a limit."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator

__all__ = ["PACKED", "unpacked"]

# Some proxies compress although the request does not accept it. Source: RFC 9110, section 8.4.1.
PACKED = ("gzip", "x-gzip", "deflate")
_MEMBER = b"\x1f\x8b"  # how a member of gzip begins
_MOST_MEMBERS = 1_000  # empty members could go on forever
_EITHER = zlib.MAX_WBITS | 32  # detects gzip or zlib by the header


def unpacked(pieces: Iterable[bytes], most: int) -> Iterator[bytes]:
    """Yield the bytes of a gzip or zlib stream as they arrive, at most a little over `most`.

    Several gzip members are one stream (RFC 1952, section 2.2). Reading ends at
    other bytes behind it. Raises `ValueError` if the stream is damaged or cut off.

    >>> b"".join(unpacked([zlib.compress(b"abc")], 100))
    b'abc'
    """
    stream, size, members = zlib.decompressobj(_EITHER), 0, 1
    for piece in pieces:
        waiting = piece
        while waiting:
            if stream.eof:
                members += 1
                if not _MEMBER.startswith(waiting[:2]) or members > _MOST_MEMBERS:
                    return
                stream = zlib.decompressobj(_EITHER)
            try:
                made = stream.decompress(waiting, 65536)
            except zlib.error as fault:
                raise ValueError(f"the compressed answer is damaged: {fault}") from fault
            waiting = stream.unused_data if stream.eof else stream.unconsumed_tail
            size += len(made)
            yield made
            if size > most:
                return
    if not stream.eof:
        raise ValueError("the compressed answer is cut off")
