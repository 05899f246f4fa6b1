"""Text of UTF-8 that a program once read in another encoding, and letters that were lost."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

from refcore.text.patterns import regex

__all__ = ["has_lost_letters", "mended", "without_losable"]

_BROKEN: Final = regex(
    "[\u00c2-\u00d4][\u0080-\u00bf]|\u00e2\u20ac|[\u00c2-\u00c5][\u2018-\u2122ŒœŠšŸŽžƒˆ˜–—]"
)
_RUN: Final = regex("[^\x00-\x7f]{2,}")
# Signs in place of letters that a program did not have: "Schr?dinger".
_LOST: Final = regex("\ufffd|Ã(?=[a-z])|(?<=[^\\W\\d_])\\?(?=[^\\W\\d_])")
_OTHER_LATIN: Final = frozenset("øłđæœßıðþØŁĐÆŒẞÐÞ")


def mended(text: str) -> str:
    """Return a text of UTF-8 that was once read as Latin-1 or Windows-1252, as it was meant.

    >>> mended("MarrÃ£o"), mended("Ã Ardo"), mended("Diracâ€™s – string")
    ('Marrão', 'Ã Ardo', 'Dirac’s – string')
    """
    return _RUN.sub(_mended, text) if _BROKEN.search(text) else text


def _mended(run: re.Match[str]) -> str:
    for encoding in ("latin-1", "cp1252"):
        try:
            return run[0].encode(encoding).decode("utf-8")
        except UnicodeError:
            continue
    return run[0]


def has_lost_letters(text: str) -> bool:
    """Return whether a text has a sign in place of letters that a program did not have.

    >>> has_lost_letters("Schr?dinger"), has_lost_letters("Is it Schrdinger?")
    (True, False)
    """
    return _LOST.search(text) is not None


def without_losable(text: str) -> str:
    """Return a text without Latin letters with marks, which programs lose, and the signs for them.

    >>> without_losable("Schrödinger"), without_losable("Schr?dinger"), without_losable("α ∈ ℝ")
    ('Schrdinger', 'Schrdinger', 'α ∈ ℝ')
    """
    whole = unicodedata.normalize("NFC", _LOST.sub("", text))
    return "".join(letter for letter in whole if not _is_marked(letter))


def _is_marked(letter: str) -> bool:
    if letter.isascii() or not letter.isalpha():
        return False
    return letter in _OTHER_LATIN or unicodedata.normalize("NFD", letter)[0].isascii()
