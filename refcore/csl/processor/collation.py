"""Sort keys for text, without ICU.

Text sorts as the Unicode Collation Algorithm has it, by letters alone: accents,
capitals and punctuation tell nothing apart, so that the next sort key decides.
White space comes before signs, these before numbers, which sort by value,
these before letters. Languages that file letters elsewhere (ä behind z in
Swedish) have a small table, from CLDR's collation charts; Chinese files by
sound and Japanese by the order of its character set, as GB 2312 and JIS X 0208
have them.
"""

from __future__ import annotations

import functools
import re
import unicodedata

__all__ = ["collation_key"]

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


def collation_key(text: str, lang: str = "en") -> str:
    """Give a key by which texts sort in a language's order; equal where letters are.

    >>> sorted(["Zoe", "ångström", "Angel", "élan", "a10", "a9", "2b", "(x)"], key=collation_key)
    ['2b', 'a9', 'a10', 'Angel', 'ångström', 'élan', '(x)', 'Zoe']
    >>> sorted(["Zoe", "Ångström", "Öst"], key=lambda text: collation_key(text, "sv-SE"))
    ['Zoe', 'Ångström', 'Öst']
    """
    # Beyond some length texts hardly ever tie, and no cache should hold them.
    return _key(text[:2000], lang[:2].lower())


@functools.lru_cache(maxsize=65536)
def _key(text: str, language: str) -> str:
    table = _TAILORED.get(language)
    if table is None and text.isascii():
        return _numbered(text.lower().translate(_ASCII))
    lower = unicodedata.normalize("NFC", text)
    if language in ("tr", "az"):
        lower = lower.replace("I", "ı")
    lower = lower.replace("İ", "i").lower()
    letters: list[str] = []
    for unit in _pattern(language).findall(lower) if table else lower:
        if table and unit in table:
            filed = table[unit]
            # U+F8F0 and on file behind all that begins with the letter.
            letters.append(filed[0] + chr(0xF8F0 + int(filed[1])))
        else:
            letters.append(_base(unit, language))
    return _numbered("".join(letters))


@functools.lru_cache(maxsize=32)
def _pattern(language: str) -> re.Pattern[str]:
    units = sorted(_TAILORED[language], key=len, reverse=True)
    return re.compile("|".join([*map(re.escape, units), "."]), re.DOTALL)


@functools.lru_cache(maxsize=8192)
def _base(char: str, language: str) -> str:
    """Give a character's letters as they sort, without its accents."""
    if char in _ONE_LETTER:
        return char
    if char in _SPELLED:
        return _SPELLED[char]
    if char > "\u2e7f" and language in _FILED_BY and (found := _filed(char, language)):
        return found
    apart = unicodedata.normalize("NFKD", char)
    kept = (c for c in apart if not unicodedata.combining(c))
    return "".join(_SPELLED.get(c) or _sign(c) for c in kept)


def _filed(char: str, language: str) -> str:
    """Give where a Chinese character files, Chinese ones before Latin letters."""
    before, codec = _FILED_BY[language]
    try:
        code = char.encode(codec)
    except UnicodeEncodeError:
        return ""
    return before + code.decode("latin-1") if len(code) == 2 else ""


def _sign(char: str) -> str:
    kind = unicodedata.category(char)
    if kind == "Nd":
        return str(unicodedata.digit(char))
    if kind[0] == "Z" or char.isspace():
        return "\u0001"
    if kind[0] in "PC":
        return "\0"  # Taken out when numbers have been told apart.
    return f"\u0019{char}" if kind[0] == "S" else char


def _numbered(text: str) -> str:
    """Set numbers so that they sort by value, before letters."""
    return _DIGITS.sub(_by_value, text).replace("\0", "")


def _by_value(match: re.Match[str]) -> str:
    digits = match[0].lstrip("0")
    return f"\u001a{chr(1 + len(digits))}{digits}"


_DIGITS = re.compile("[0-9]+")
_FILED_BY = {"zh": ("\u001b", "gb2312"), "ja": ("\u4e00", "euc_jp")}
_ASCII = {code: _sign(chr(code)) for code in range(128) if not chr(code).isdigit()}
