"""The order of letters in each language, by CLDR's collation charts."""

from __future__ import annotations

__all__ = ["EQUAL", "FILED_BY", "ORDERED", "OWN_SCRIPT", "TAILORED", "alphabet"]

_SCANDINAVIAN = {"đ": "d0", "ð": "d0", "þ": "th", "ü": "y0", "ű": "y0"}
_DANISH = _SCANDINAVIAN | {
    "æ": "z1", "ä": "z1", "ø": "z2", "ö": "z2", "ő": "z2", "å": "z3", "aa": "z3",
}  # fmt: skip
_NORWEGIAN = _DANISH | {"ę": "z1", "œ": "z2"}
_CROATIAN = {
    "č": "c1", "ć": "c2", "dž": "d1", "đ": "d2", "lj": "l1", "nj": "n1", "š": "s1", "ž": "z1",
}  # fmt: skip

# A letter, or two, and the letter it sorts after; "z2" follows "z1". With 0 it sorts
# as that letter. An entry without a number is a spelling.
TAILORED: dict[str, dict[str, str]] = {
    "az": {"ç": "c1", "ə": "e1", "ğ": "g1", "x": "h1", "ı": "h2", "q": "k1", "ö": "o1",
        "ş": "s1", "ü": "u1"},
    "be": {"ў": "у1", "ё": "е1"},
    "cs": {"č": "c1", "ch": "h1", "ř": "r1", "š": "s1", "ž": "z1"},
    "cy": {
        "ch": "c1", "dd": "d1", "ff": "f1", "ng": "g1", "ll": "l1", "ph": "p1", "rh": "r1",
        "th": "t1",
    },
    "da": _DANISH,
    "es": {"ñ": "n1"},
    "et": {"š": "s1", "z": "s2", "ž": "s3", "õ": "w1", "ä": "w2", "ö": "w3", "ü": "w4"},
    "fa": {"ه": "و1"},
    "fi": {"đ": "d0", "ü": "y0", "å": "z1", "ä": "z2", "æ": "z2", "ö": "z3", "ø": "z3"},
    "hr": _CROATIAN,
    "hu": {
        "cs": "c1", "dz": "d1", "dzs": "d2", "gy": "g1", "ly": "l1", "ny": "n1", "ö": "o1",
        "ő": "o1", "sz": "s1", "ty": "t1", "ü": "u1", "ű": "u1", "zs": "z1",
    },
    "is": {
        "á": "a1", "ð": "d1", "é": "e1", "í": "i1", "ó": "o1", "ú": "u1", "ý": "y1",
        "þ": "z1", "æ": "z2", "ä": "z2", "ö": "z3", "ø": "z3", "å": "z4",
    },
    "lt": {"č": "c1", "y": "i0", "ý": "i0", "š": "s1", "ž": "z1"},
    "lv": {
        "č": "c1", "ģ": "g1", "y": "i1", "ý": "i1", "ķ": "k1", "ļ": "l1", "ņ": "n1", "ŗ": "r1",
        "š": "s1", "ž": "z1",
    },
    "mk": {"ѓ": "д1", "й": "и0", "ќ": "т1"},
    "pl": {
        "ą": "a1", "ć": "c1", "ę": "e1", "ł": "l1", "ń": "n1", "ó": "o1", "ś": "s1", "ź": "z1",
        "ż": "z2",
    },
    "ro": {"ă": "a1", "â": "a2", "î": "i1", "ș": "s1", "ş": "s1", "ț": "t1", "ţ": "t1"},
    "sk": {"ä": "a1", "č": "c1", "ch": "h1", "ô": "o1", "ř": "r1", "š": "s1", "ž": "z1"},
    "sl": {"č": "c1", "ć": "c2", "đ": "d1", "š": "s1", "ž": "z1"},
    "sr": {"й": "и0"},
    "sv": _SCANDINAVIAN
    | {"å": "z1", "ä": "z2", "æ": "z2", "ę": "z2", "ö": "z3", "ø": "z3", "ő": "z3", "œ": "z3",
       "ô": "z3"},
    "tl": {"ñ": "n1", "ng": "n2"},
    "tr": {"ç": "c1", "ğ": "g1", "ı": "h1", "ö": "o1", "ş": "s1", "ü": "u1"},
    "uk": {"ґ": "г1", "ї": "і1"},
    "vi": {"ă": "a1", "â": "a2", "đ": "d1", "ê": "e1", "ô": "o1", "ơ": "o2", "ư": "u1"},
}  # fmt: skip
TAILORED |= {"nb": _NORWEGIAN, "nn": _NORWEGIAN, "no": _NORWEGIAN}
TAILORED |= {"bs": _CROATIAN, "sr-latn": _CROATIAN, "gl": TAILORED["es"]}

_CYRILLIC = "\u0400-\u052f"
_ARABIC = "\u0600-\u06ff"
_DEVANAGARI = "\u0900-\u097f"
# The script that a language sorts before the Latin one.
OWN_SCRIPT: dict[str, str] = {
    "ar": _ARABIC, "fa": _ARABIC,
    "be": _CYRILLIC, "bg": _CYRILLIC, "mk": _CYRILLIC, "mn": _CYRILLIC,
    "ru": _CYRILLIC, "sr": _CYRILLIC, "uk": _CYRILLIC,
    "el": "\u0370-\u03ff", "he": "\u0590-\u05ff", "hy": "\u0530-\u058f",
    "hi": _DEVANAGARI, "mr": _DEVANAGARI, "ne": _DEVANAGARI,
    "pa": f"{_ARABIC}{_DEVANAGARI}\u0a00-\u0a7f",
    "km": "\u1780-\u17ff", "th": "\u0e00-\u0e7f", "ko": "\u1100-\u11ff\u4e00-\u9fff",
}  # fmt: skip

# Letters whose code points are out of order, numbered from the first place of their script.
ORDERED: dict[str, str] = {
    letter: chr(start + place)
    for start, letters in (
        (0x400, "абвгдђеєжзѕиійјклљмнњоөпрстћуүфхцчџшщъыьѣэюя"),
        (0x620, "ءابپتثجچحخدذرزژسشصضطظعغفقكگلمنهوي"),
    )
    for place, letter in enumerate(letters)
}
# Letters that sort as another: forms at the end of a word, and letters of one sound.
EQUAL: dict[str, str] = {
    "ґ": "г", "ς": "σ", "ך": "כ", "ם": "מ", "ן": "נ", "ף": "פ", "ץ": "צ",
    "ک": "ك", "ی": "ي", "ى": "ي", "ة": "ت",
}  # fmt: skip
EQUAL |= dict(zip("ぁぃぅぇぉっゃゅょゎ", "あいうえおつやゆよわ", strict=True))
EQUAL |= {chr(code + 0x60): EQUAL.get(chr(code), chr(code)) for code in range(0x3041, 0x3097)}

# Chinese sorts by sound (GB 2312), Japanese by its character set (JIS X 0208), and Chinese of
# Taiwan by strokes (Big5). The first value places them before or after Latin letters.
FILED_BY: dict[str, tuple[str, str]] = {
    "zh": ("\u001b", "gb2312"),
    "zh-tw": ("\u001b", "big5"),
    "ja": ("\u0250", "euc_jp"),
}


def alphabet(lang: str) -> str:
    """Return the name of the alphabet by which a language sorts.

    >>> [alphabet(lang) for lang in ("de-AT", "sr-Latn-RS", "zh-Hant", "sr")]
    ['de', 'sr-latn', 'zh-tw', 'sr']
    """
    lower = lang.lower()
    if lower.startswith("sr-latn"):
        return "sr-latn"
    if lower.startswith(("zh-tw", "zh-hk", "zh-mo", "zh-hant")):
        return "zh-tw"
    return lower.partition("-")[0]
