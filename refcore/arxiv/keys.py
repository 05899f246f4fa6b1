"""Citation keys for records that come without one."""

from __future__ import annotations

import re
import unicodedata

from refcore.model.people import Authors, Group

__all__ = ["citation_key"]

_LETTERS = str.maketrans(
    {
        "ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th",
        "ı": "i", "ħ": "h", "ŋ": "ng", "ĸ": "k", "ŧ": "t",
    }
)  # fmt: skip
_SMALL_WORDS = frozenset(
    "a an and are as at by can do does for from how in into is it its of on or our should the "
    "their to toward towards under using via we what when where why with".split()
)


def _ascii(text: str) -> str:
    folded = unicodedata.normalize("NFKD", text.lower().translate(_LETTERS))
    return "".join(letter for letter in folded if letter.isascii() and letter.isalnum())


def citation_key(authors: Authors, year: int | None, title: str) -> str:
    """Make a key: first group or first family name, year, first word of weight in the title.

    All in lower-case ASCII letters and digits; a name in another script is
    left out, and ``arxiv`` stands where nothing is left before the year.

    >>> citation_key(Authors([Group("MiniMax")]), 2025, "MiniMax-M1: Scaling Test-Time Compute")
    'minimax2025minimaxm1'
    """
    first = next(iter(authors), None)
    name = "" if first is None else first.name if isinstance(first, Group) else first.family
    plain = re.sub(r"</?[a-z][^>]*>", "", title)
    words = (_ascii(word) for word in plain.split())
    word = next((word for word in words if word and word not in _SMALL_WORDS), "")
    return f"{_ascii(name) or 'arxiv'}{'' if year is None else year}{word}"
