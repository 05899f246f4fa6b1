"""Words that a program puts in the place of a name or a title that it does not have."""

from __future__ import annotations

import re
from typing import Final

from refcore.text.patterns import regex

__all__ = ["is_of_program"]

_WORDS: Final = regex(r"\W*(?:(?:undefined|null|none|n/a|object object)\b\W*)+", re.IGNORECASE)
_SIGNS: Final = regex(r"[.…*?_-]{2,}|[…*?_-]")


def is_of_program(text: str) -> bool:
    """Return whether a name or a title was made by a program that had none.

    Each part may say so: "undefined undefined". Null is a family name beside a given one.

    >>> [is_of_program(name) for name in ("undefined", "null, null", "[object Object]", "...")]
    [True, True, True, True]
    >>> [is_of_program(name) for name in ("Jan Null", "None Taken", ":", "", "Li")]
    [False, False, False, False, False]
    """
    if _WORDS.fullmatch(text):
        return True
    words = text.replace(",", " ").split()
    return bool(words) and all(map(_SIGNS.fullmatch, words))
