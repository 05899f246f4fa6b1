"""Text of UTF-8 that a program once read in another encoding, and letters that were lost."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

from refcore.text.patterns import regex

__all__ = ["has_lost_letters", "lost_put_back", "mended", "without_losable"]

# Bytes after the first one of a letter, as Windows-1252 has them.
_LATER: Final = "\u0080-\u00bf\u2018-\u2122ŒœŠšŸŽžƒˆ˜–—•…‰‹›€"
_BROKEN: Final = regex(
    "[\u00c2-\u00d4][\u0080-\u00bf]|\u00e2\u20ac|[\u00c2-\u00c5][\u2018-\u2122ŒœŠšŸŽžƒˆ˜–—]"
    # Signs of mathematics and arrows: "âˆ—" is an asterisk.
    f"|\u00e2[ˆ†‡‰][{_LATER}]"
    # The first byte of a letter with a mark in sets of Central Europe, of Mac and of DOS.
    "|[ĂÄĹ][ĄŁŚŠŞŤŹŽŻąłśšşťźžż\u02c7\u02d8\u02db\u02dd](?![A-Z])"
    "|(?<=[a-z]{2})√[\u00a0-\u00bf∞≤≥∂∑∏∫ΩÆØ]|[├┼─][\u00a0-\u2593]"
    # Two letters of Chinese or Japanese, and a word in Cyrillic letters.
    f"|(?:[\u00e3-\u00ef][{_LATER}]{{2}}){{2}}"
    r"|(?:[РС]\S){3}"
)
# Each of these has one of them: most letters with marks are sound, and this is quick.
_SIGNS: Final = frozenset(
    "".join(map(chr, (*range(0x80, 0xC0), *range(0x2018, 0x2123))))
    + "ŒœŠšŸŽžƒˆ˜–—•…‰‹›€ĄŁŚŠŞŤŹŽŻąłśšşťźžż\u02c7\u02d8\u02db\u02dd√├┼─РС"
)
_RUN: Final = regex("[^\x00-\x7f\ufffd]{2,}")
_SETS: Final = ("latin-1", "cp1252", "iso8859-2", "mac_roman", "cp850", "cp1251")
# Signs in place of letters that a program did not have: "Schr?dinger".
_LOST: Final = regex("\ufffd|Ã(?=[a-z])|(?<=[^\\W\\d_])\\?(?=[^\\W\\d_])")
_OTHER_LATIN: Final = frozenset("øłđæœßıðþØŁĐÆŒẞÐÞ")


def mended(text: str) -> str:
    """Return a text of UTF-8 that was once read in a set of single bytes, as it was meant.

    >>> mended("MarrÃ£o"), mended("Ã Ardo"), mended("Diracâ€™s – string")
    ('Marrão', 'Ã Ardo', 'Dirac’s – string')
    >>> mended("KalkĂźl"), mended("Marr√£o"), mended("Р’РѕР№РЅР°")
    ('Kalkül', 'Marrão', 'Война')
    """
    if text.isascii():
        return text
    is_broken = not _SIGNS.isdisjoint(text) and _BROKEN.search(text)
    return _RUN.sub(_mended, text) if is_broken else text


def _mended(run: re.Match[str]) -> str:
    for encoding in _SETS:
        try:
            return b"".join(_byte(letter, encoding) for letter in run[0]).decode("utf-8")
        except UnicodeError:
            continue
    return run[0]


def _byte(letter: str, encoding: str) -> bytes:
    """Return the byte of a letter; a set that lacks some bytes leaves them as they are.

    >>> _byte("Ã", "cp1252"), _byte("\x90", "cp1252")
    (b'\\xc3', b'\\x90')
    """
    is_left = "\x80" <= letter <= "\x9f"
    return letter.encode("latin-1" if is_left else encoding)


def has_lost_letters(text: str) -> bool:
    """Return whether a text has a sign in place of letters that a program did not have.

    >>> has_lost_letters("Schr?dinger"), has_lost_letters("Is it Schrdinger?")
    (True, False)
    """
    return _LOST.search(text) is not None


def lost_put_back(text: str, whole: str) -> str:
    """Return a text whose words have the letters that they lost, as the words of another text.

    >>> lost_put_back("G?bel, Karl", "K. Göbel"), lost_put_back("G?bel", "Gabel")
    ('Göbel, Karl', 'G?bel')
    """
    words = _LETTERS.findall(whole)
    return " ".join(_put_back(word, words) for word in text.split())


_LETTERS: Final = regex(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
_LEAST: Final = 2  # letters that are left of a word


def _put_back(word: str, words: list[str]) -> str:
    if not has_lost_letters(word):
        return word
    bare = word.rstrip(".,;")
    parts = _LOST.split(bare)
    if sum(map(len, parts)) < _LEAST:
        return word
    # A question mark can be meant; then nobody lost a plain letter.
    letters = r"[^\W\d_]{1,2}" if "\ufffd" in bare else r"[^\W\d_a-zA-Z]"
    form = letters.join(map(re.escape, parts))
    found = next((other for other in words if re.fullmatch(form, other)), bare)
    return found + word[len(bare) :]


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
