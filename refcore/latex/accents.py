"""LaTeX's accent commands and the combining marks they produce.

Source: *LaTeX2e font encodings* (fntguide, encguide) for OT1, T1, T4 and T5;
`textcommabelow` and the `textsub…` commands from LaTeX's TU encoding and tipa; the macros
for letters of names that MathSciNet's exports use and its preamble defines.
"""

from __future__ import annotations

import unicodedata
from typing import Final

from refcore.text.patterns import regex

__all__ = ["ACCENTS", "ACCENT_OF_MARK", "compose", "stands_alone"]

# Accent commands, each with the combining mark that it puts on its argument.
ACCENTS: Final[dict[str, str]] = {
    "`": "\u0300",
    "'": "\u0301",
    "^": "\u0302",
    "~": "\u0303",
    "=": "\u0304",
    "u": "\u0306",
    ".": "\u0307",
    '"': "\u0308",
    "h": "\u0309",
    "r": "\u030a",
    "H": "\u030b",
    "v": "\u030c",
    "|": "\u030d",
    "U": "\u030e",
    "G": "\u030f",
    "f": "\u0311",
    "textcommaabove": "\u0313",
    "horn": "\u031b",
    "d": "\u0323",
    "textsubumlaut": "\u0324",
    "textsubring": "\u0325",
    "textcommabelow": "\u0326",
    "c": "\u0327",
    "k": "\u0328",
    "textsubcircum": "\u032d",
    "textsubbreve": "\u032e",
    "textsubtilde": "\u0330",
    "b": "\u0331",
    "t": "\u0361",
}

# Other names for the same accents, understood but never written.
_ACCENT_ALIASES: Final[dict[str, str]] = {
    "C": "\u030f",
    "textdoublegrave": "\u030f",
    "newtie": "\u0311",
    "textinvbreve": "\u0311",
    "textroundcap": "\u0311",
    "textogonekcentered": "\u0328",
    "textsubdot": "\u0323",
    "textsubbar": "\u0331",
    "textbrevebelow": "\u032e",
    "textdotbelow": "\u0323",
    "textmacronbelow": "\u0331",
    "textringbelow": "\u0325",
    "textcircumbelow": "\u032d",
    "texttildebelow": "\u0330",
    "texthookabove": "\u0309",
    "textcedilla": "\u0327",
    "textogonek": "\u0328",
    "textcaron": "\u030c",
    "textgrave": "\u0300",
    "textacute": "\u0301",
    "textcircumflex": "\u0302",
    "textdieresis": "\u0308",
    "capitalgrave": "\u0300",
    "capitalacute": "\u0301",
    "capitalcircumflex": "\u0302",
    "capitaltilde": "\u0303",
    "capitalmacron": "\u0304",
    "capitalbreve": "\u0306",
    "capitaldotaccent": "\u0307",
    "capitaldieresis": "\u0308",
    "capitalring": "\u030a",
    "capitalhungarumlaut": "\u030b",
    "capitalcaron": "\u030c",
    "capitalcedilla": "\u0327",
    "capitalogonek": "\u0328",
    # MathSciNet's macros.
    "polhk": "\u0328",
    "ocirc": "\u030a",
    "soft": "\u030c",
    "udot": "\u0323",
    "dudot": "\u0324",
    "lfhook": "\u0326",
    "uarc": "\u0311",
    "cftil": "\u0302\u0303",
    "cfudot": "\u0323\u0302",
}

ACCENT_OF_MARK: Final[dict[str, str]] = {mark: command for command, mark in ACCENTS.items()}
ACCENTS.update(_ACCENT_ALIASES)

_FAR: Final = 3
_WORD_BEFORE: Final = regex(r"[^\W\d_]{1,3}\Z")
# What an accent without a letter prints.
_SPACING: Final[dict[str, str]] = {
    "\u0300": "`",
    "\u0301": "´",
    "\u0302": "^",
    "\u0303": "~",
    "\u0304": "¯",
    "\u0306": "˘",
    "\u0307": "˙",
    "\u0308": "¨",
    "\u030a": "˚",
    "\u030b": "˝",
    "\u030c": "ˇ",
    "\u0327": "¸",
    "\u0328": "˛",
}
_DOTLESS: Final[dict[str, str]] = {"ı": "i", "ȷ": "j"}
_DOT_ABOVE: Final = "\u0307"


def stands_alone(sign: str, text: str, start: int, end: int) -> str:
    """Return the apostrophe or sign that an accent in braces of its own means, or nothing.

    It means the accent of the letter after it in most places: ``M{\"}uller``.

    Args:
        sign: The command of the accent, without its backslash.
        text: The whole text.
        start: Where the accent begins.
        end: Where the letter after it begins.

    Returns:
        The character to print before the letter; nothing where the accent goes on the letter.

    >>> stands_alone("'", "O Neill", 1, 2), stands_alone("'", "Caf e", 3, 4)
    ("'", '')
    """
    before = _WORD_BEFORE.search(text, max(0, start - _FAR), start)
    word = before[0] if before else ""
    letter = text[end : end + 1]
    if sign != "'":
        return {"~": "~", "`": "‘", "=": "=", ".": "."}.get(sign, "") if not word else ""
    if len(word) == 1:
        is_elided = letter.isupper() if word.isupper() else letter.lower() in "aeiouyh"
    else:
        ends_word = not text[end + 1 : end + 2].isalpha()
        is_elided = letter in "tdlrmv" or (letter == "s" and ends_word)
        is_elided = is_elided and bool(word)
    return "'" if is_elided else ""


_TAGS: Final = regex(r"(?:<[a-z][^<>]{0,60}>)+")


def compose(mark: str, base: str) -> str:
    """Put a combining mark on the first letter of a text, in NFC; markup before it stays.

    >>> compose("\\u0301", "e"), compose("\\u030c", "ı"), compose("\\u0303", "")
    ('é', 'ǐ', '~')
    >>> compose("\\u0301", "<i>e</i>")
    '<i>é</i>'
    """
    text = base.lstrip()
    if tags := _TAGS.match(text):
        inside = text[tags.end() :]
        return text if inside.startswith("<") else tags[0] + compose(mark, inside)
    if not text:
        return _SPACING.get(mark, mark) + base
    first = _DOTLESS.get(text[0], text[0])
    if mark == _DOT_ABOVE and first in "ij":
        return first + text[1:]  # the letter has its own dot
    end = 1
    while end < len(text) and unicodedata.combining(text[end]):
        end += 1
    return unicodedata.normalize("NFC", first + text[1:end] + mark) + text[end:]
