r"""Names whose accents lost the backslash of their command: Velivckovi'c for Veličković.

Semantic Scholar writes names so in BibTeX: of ``\v{c}`` the letters stay, and of ``\'c`` the
sign. A sign alone is punctuation, which `refcore.compare` disregards; a letter is one too many.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Final

from refcore.text.patterns import regex

__all__ = ["letters_put_back"]

# The letters of commands by the mark that they set.
_COMMANDS: Final = {"\u030c": "v", "\u0327": "c", "\u030b": "H"}
_HINT: Final = regex(r"v[cszrntdlCSZRNTDe]|c[cst]|H[ou]")
# A caron's letter and an acute's sign, where the record has neither mark.
_PLAIN: Final = regex(r"v(?=[cszrCSZR])|c(?=c)|['`^\"~]")


def letters_put_back(claimed: str, actual: str) -> str:
    """Return a claimed name with its accents as in the actual name, where commands were lost.

    Args:
        claimed: The claimed name, given names first.
        actual: The record's name.

    Returns:
        The claimed name; unchanged where it shows no such loss.

    >>> letters_put_back("Petar Velivckovi'c", "Petar Veličković")
    'Petar Veličković'
    >>> letters_put_back("Franccois Fei", "François Fei"), letters_put_back("Eve Novak", "Ěe Novak")
    ('François Fei', 'Eve Novak')
    """
    if not _HINT.search(claimed):
        return claimed
    words = actual.split()
    return " ".join(_put_back(word, words) for word in claimed.split())


def _put_back(word: str, words: list[str]) -> str:
    if _HINT.search(word):
        for other in words:
            form = _lossy(other)
            if form and re.fullmatch(form, word):
                return other
            if other.isascii() and "'" in word and _PLAIN.sub("", word) == other:
                return other
    return word


@lru_cache(maxsize=4096)
def _lossy(word: str) -> str:
    """Return the pattern of a name's spellings without backslashes; nothing without such letters.

    >>> _lossy("Lučić"), _lossy("Novák")
    ('Lu(?:č|vc)i(?:ć|.?c)', '')
    """
    found: list[str] = []
    has_letter = False
    for letter in unicodedata.normalize("NFC", word):
        base, *marks = list(unicodedata.normalize("NFD", letter))
        if not marks:
            found.append(re.escape(letter))
        elif command := _COMMANDS.get(marks[0]):
            has_letter = True
            found.append(f"(?:{letter}|{command}{base})")
        else:
            found.append(f"(?:{letter}|.?{base})")
    return "".join(found) if has_letter else ""
