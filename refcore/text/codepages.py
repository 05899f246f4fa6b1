"""Encodings of text files: the byte order marks, and the likeliest one-byte encoding."""

from __future__ import annotations

import codecs
import re
from collections import Counter
from typing import Final

__all__ = ["BYTE_ORDER_MARKS", "likely_codepage"]

# The mark of UTF-32 begins with that of UTF-16, so it comes first.
BYTE_ORDER_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

# Encodings beside Windows-1252, with the names that messages have.
_OTHERS: Final = {"mac_roman": "Mac Roman", "cp850": "the DOS code page 850"}
# Bytes beyond ASCII beside small letters: in a word, and at its beginning.
_BESIDE: Final = rb"(?<=[a-z])[\x80-\xff]|(?<![\x80-\xff])[\x80-\xff](?=[a-z])"
_SMALL: Final = frozenset("àáâãäåæçèéêëìíîïñòóôõöøùúûüýÿßœšž")
_LARGE: Final = frozenset("ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÑÒÓÔÕÖØÙÚÛÜÝŒŠŽ")
_QUOTES: Final = frozenset("’‘“”")
_MARKS: Final = frozenset("–—·…µ°×±²³¹½ªº§\u00ad\u00a0")


def likely_codepage(data: bytes) -> tuple[str, str]:
    """Return an encoding of one byte a letter, and its name to show.

    That is Windows-1252, or Latin-1 where that has no character; but Mac Roman or code page 850
    where these have letters inside the words and Windows-1252 has other signs there.

    >>> likely_codepage("Müller, Gál".encode("mac-roman")), likely_codepage("é".encode("cp1252"))
    (('mac_roman', 'Mac Roman'), ('cp1252', 'Windows-1252'))
    """
    beside = _beside_letters(data)
    windows = _likelihood(beside, "cp1252")
    best, name = max((_likelihood(beside, name), name) for name in _OTHERS)
    if best > 0 > windows or best > windows + 2 * max(windows, 1):
        return name, _OTHERS[name]
    try:
        data.decode("cp1252")
    except UnicodeDecodeError:
        return "latin-1", "Latin-1"
    return "cp1252", "Windows-1252"


def _beside_letters(data: bytes) -> Counter[tuple[bytes, bool]]:
    """Count the bytes beyond ASCII beside small letters, and whether each begins a word."""
    found = re.finditer(_BESIDE, data)
    return Counter((one[0], not data[one.start() - 1 : one.start()].isalpha()) for one in found)


def _likelihood(beside: Counter[tuple[bytes, bool]], name: str) -> int:
    """Return how many of the bytes are letters or quotes in an encoding, less other signs."""
    score = 0
    for (sign, begins), count in beside.items():
        letter = sign.decode(name, "replace")
        if letter in _SMALL or letter in _QUOTES or (begins and letter in _LARGE):
            score += count
        elif letter not in _MARKS:
            score -= count
    return score
