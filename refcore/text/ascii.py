"""Text of any script in plain ASCII."""

from __future__ import annotations

import re
import unicodedata
from typing import Final, Literal

from refcore.text.patterns import regex

__all__ = ["Umlauts", "to_ascii", "with_case"]

Umlauts = Literal["u", "ue"]

_WORD: Final = regex(r"\w+|\W+")
_GERMAN: Final = str.maketrans(
    {"ä": "ae", "ö": "oe", "ü": "ue", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue", "ẞ": "SS"}
)

# Greek letters whose sound depends on the next one. Source: ISO 843, type 2, and ELOT 743.
_GREEK: Final = {"ου": "ou", "αυ": "av", "ευ": "ev", "ηυ": "iv", "χ": "ch", "ψ": "ps"}
_GREEK_PIECE: Final = regex("|".join(_GREEK), re.IGNORECASE)


def to_ascii(text: str, umlauts: Umlauts = "u") -> str:
    """Return a text in ASCII: accents dropped, other scripts transliterated.

    `umlauts` says whether ä, ö, ü lose their dots (``u``) or are written with
    an e, as in German (``ue``). Chinese characters become pinyin, those of
    Japanese names too: no table can tell which they are.

    >>> to_ascii("Müller"), to_ascii("Müller", "ue"), to_ascii("Łukasz Straße Sørensen")
    ('Muller', 'Mueller', 'Lukasz Strasse Sorensen')
    >>> to_ascii("Чебышёв"), to_ascii("Παπαδόπουλος"), to_ascii("王小明")
    ('Chebyshev', 'Papadopoulos', 'WangXiaoMing')

    A word in capitals stays in capitals.

    >>> to_ascii("MÜLLER", "ue"), to_ascii("ÞÓR"), to_ascii("ЩЕРБА")
    ('MUELLER', 'THOR', 'SHCHERBA')
    """
    if text.isascii():
        return text
    whole = unicodedata.normalize("NFC", text)
    return _WORD.sub(lambda word: _ascii_word(word[0], umlauts), whole)


def with_case(text: str) -> str:
    """Return a text with the letters of scripts that have no case in ASCII.

    >>> with_case("王 Müller")
    'Wang Müller'
    """
    if text.isascii():
        return text
    return "".join(_transliterated(c) if unicodedata.category(c) == "Lo" else c for c in text)


def _ascii_word(whole: str, umlauts: Umlauts) -> str:
    if whole.isascii():
        return whole
    capitals = len(whole) > 1 and whole.isupper()
    if umlauts == "ue":
        whole = whole.translate(_GERMAN)
    if max(whole) >= "\u0370" and any("\u0370" <= char <= "\u03ff" for char in whole):
        whole = _GREEK_PIECE.sub(_greek, _without_accents(whole))
    found = _transliterated(whole)
    return found.upper() if capitals else found


def _transliterated(text: str) -> str:
    from anyascii import anyascii  # on first use: most files and keys are in ASCII

    return anyascii(text)


def _without_accents(text: str) -> str:
    plain = unicodedata.normalize("NFD", text)
    return unicodedata.normalize("NFC", plain.replace("\u0301", ""))


def _greek(match: re.Match[str]) -> str:
    found = _GREEK[match[0].lower()]
    if match[0].isupper() and len(match[0]) > 1:
        return found.upper()
    return found.capitalize() if match[0][0].isupper() else found
