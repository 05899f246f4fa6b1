"""Sort keys for text, without ICU.

Text sorts as the Unicode Collation Algorithm has it, in three levels: letters,
then accents, then capitals. White space comes before punctuation, that before
digits, these before letters. Languages that file letters elsewhere (ä behind
z in Swedish) have a small table, from CLDR's collation charts.
"""

from __future__ import annotations

import functools
import re
import unicodedata

__all__ = ["collation_key"]

_PUNCTUATION = "_-‐‑‒–—―,;:!?.…'‘’\"“”«»()[]{}@*/\\&#%`´^+<=>|~$€£"
_SPELLED = {
    "ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ł": "l", "ħ": "h", "ı": "i", "ŧ": "t",
    "ð": "d", "þ": "z\uf8ee", "ŋ": "n",
}  # fmt: skip
_ONE_LETTER = frozenset("йўїѓќ")
# A letter and the one it files behind; "z" is followed by what stands behind z.
_TAILORED: dict[str, dict[str, str]] = {
    "sv": {"å": "z1", "ä": "z2", "æ": "z2", "ö": "z3", "ø": "z3"},
    "fi": {"å": "z1", "ä": "z2", "æ": "z2", "ö": "z3", "ø": "z3"},
    "da": {"æ": "z1", "ä": "z1", "ø": "z2", "ö": "z2", "å": "z3"},
    "et": {"š": "s1", "z": "s2", "ž": "s3", "õ": "w1", "ä": "w2", "ö": "w3", "ü": "w4"},
    "es": {"ñ": "n1"},
    "cs": {"č": "c1", "ch": "h1", "ř": "r1", "š": "s1", "ž": "z1"},
    "sk": {"ä": "a1", "č": "c1", "ch": "h1", "ô": "o1", "š": "s1", "ž": "z1"},
    "pl": {
        "ą": "a1", "ć": "c1", "ę": "e1", "ł": "l1", "ń": "n1", "ó": "o1", "ś": "s1", "ź": "z1",
        "ż": "z2",
    },
    "hr": {"č": "c1", "ć": "c2", "dž": "d1", "đ": "d2", "lj": "l1", "nj": "n1", "š": "s1",
        "ž": "z1"},
    "sl": {"č": "c1", "ć": "c2", "đ": "d1", "š": "s1", "ž": "z1"},
    "hu": {
        "cs": "c1", "dz": "d1", "dzs": "d2", "gy": "g1", "ly": "l1", "ny": "n1", "ö": "o1",
        "ő": "o1", "sz": "s1", "ty": "t1", "ü": "u1", "ű": "u1", "zs": "z1",
    },
    "tr": {"ç": "c1", "ğ": "g1", "ı": "h1", "ö": "o1", "ş": "s1", "ü": "u1"},
    "ro": {"ă": "a1", "â": "a2", "î": "i1", "ș": "s1", "ş": "s1", "ț": "t1", "ţ": "t1"},
    "lv": {"č": "c1", "ģ": "g1", "ķ": "k1", "ļ": "l1", "ņ": "n1", "š": "s1", "ž": "z1"},
    "lt": {"č": "c1", "š": "s1", "ž": "z1"},
    "is": {"á": "a1", "ð": "d1", "é": "e1", "í": "i1", "ó": "o1", "ú": "u1", "ý": "y1",
        "þ": "z1", "æ": "z2", "ö": "z3", "å": "z4"},
    "cy": {"ch": "c1", "dd": "d1", "ff": "f1", "ng": "g1", "ll": "l1", "ph": "p1", "rh": "r1",
        "th": "t1"},
}  # fmt: skip
_TAILORED |= {"nb": _TAILORED["da"], "nn": _TAILORED["da"], "no": _TAILORED["da"]}
_TAILORED |= {"az": _TAILORED["tr"], "bs": _TAILORED["hr"]}


def collation_key(text: str, lang: str = "en") -> tuple[str, str, str]:
    """Give a key by which texts sort in a language's order.

    >>> sorted(["Zoe", "ångström", "Angel", "angel", "élan", "2b", "(a)"], key=collation_key)
    ['(a)', '2b', 'angel', 'Angel', 'ångström', 'élan', 'Zoe']
    >>> sorted(["Zoe", "Ångström", "Öst"], key=lambda text: collation_key(text, "sv-SE"))
    ['Zoe', 'Ångström', 'Öst']
    """
    # Beyond some length texts hardly ever tie, and no cache should hold them.
    return _key(text[:2000], lang[:2].lower())


@functools.lru_cache(maxsize=65536)
def _key(text: str, language: str) -> tuple[str, str, str]:
    table = _TAILORED.get(language)
    if table is None and text.isascii():
        return text.lower().translate(_ORDER), "", text.swapcase()
    composed = unicodedata.normalize("NFC", text)
    lower = composed.replace("İ", "i").lower()
    if language in ("tr", "az"):
        lower = composed.replace("I", "ı").replace("İ", "i").lower()
    letters: list[str] = []
    accents: list[str] = []
    for unit in _pattern(language).findall(lower) if table else lower:
        if table and unit in table:
            filed = table[unit]
            # U+F8F0 and on file behind all that begins with the letter.
            letters.append(filed[0].translate(_ORDER) + chr(0xF8F0 + int(filed[1])))
            accents.append(unit if len(unit) == 1 else "")
            continue
        base, accent = _taken_apart(unit)
        letters.append(base)
        accents.append(accent)
    return "".join(letters), "\u0001".join(accents).rstrip("\u0001"), composed.swapcase()


@functools.lru_cache(maxsize=32)
def _pattern(language: str) -> re.Pattern[str]:
    units = sorted(_TAILORED[language], key=len, reverse=True)
    return re.compile("|".join([*map(re.escape, units), "."]), re.DOTALL)


@functools.lru_cache(maxsize=4096)
def _taken_apart(char: str) -> tuple[str, str]:
    """Give a character's letters as they sort, and its accents."""
    if char in _ONE_LETTER:
        return char, ""
    if char in _SPELLED:
        return _SPELLED[char], char
    apart = unicodedata.normalize("NFKD", char)
    base = "".join(c for c in apart if not unicodedata.combining(c))
    accent = "".join(c for c in apart if unicodedata.combining(c))
    spelled = "".join(_SPELLED.get(c, c) for c in base)
    return _ordered(spelled), accent


def _ordered(base: str) -> str:
    found = base.translate(_ORDER)
    if found != base or not base:
        return found
    first = unicodedata.category(base[0])[0]
    return f"\u0019{base}" if first in "PS" else "\u0001" if first == "Z" else base


_ORDER = {
    **{ord(space): "\u0001" for space in " \t\n\r\u00a0\u2009\u202f"},
    **{ord(sign): chr(2) + chr(place + 1) for place, sign in enumerate(_PUNCTUATION)},
    # Straight or curly, a quote files alike.
    **{ord(sign): chr(2) + chr(_PUNCTUATION.index("'") + 1) for sign in "‘’"},
    **{ord(sign): chr(2) + chr(_PUNCTUATION.index('"') + 1) for sign in "“”"},
}
