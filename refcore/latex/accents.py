"""The table of LaTeX commands that stand for characters: accents, letters, symbols.

Source: *LaTeX2e font encodings* (fntguide, encguide) for OT1, T1, TS1 and T5;
`textcommabelow` and the `textsub…` commands from LaTeX's TU encoding and tipa.
BibTeX's own foreign letters: *BibTeXing*, section 4, item on special characters.
"""

from __future__ import annotations

import unicodedata
from typing import Final

__all__ = ["ACCENTS", "ACCENT_OF_MARK", "COMMAND_OF_CHAR", "ESCAPES", "SYMBOLS", "compose"]

# Accent commands and the combining mark that each puts on its argument.
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
    "capitalogonek": "\u0328",
    "capitalcedilla": "\u0327",
}

# Commands without an argument. Where several give one character, the first is written.
SYMBOLS: Final[dict[str, str]] = {
    "ss": "ß",
    "SS": "ẞ",
    "o": "ø",
    "O": "Ø",
    "l": "ł",
    "L": "Ł",
    "ae": "æ",
    "AE": "Æ",
    "oe": "œ",
    "OE": "Œ",
    "i": "ı",
    "j": "ȷ",
    "dh": "ð",
    "DH": "Ð",
    "th": "þ",
    "TH": "Þ",
    "dj": "đ",
    "DJ": "Đ",
    "ng": "ŋ",
    "NG": "Ŋ",
    "ij": "ĳ",
    "IJ": "Ĳ",
    "textschwa": "ə",
    "textbarl": "ƚ",
    "textcrb": "ƀ",
    "texthtd": "ɗ",
    "texthtb": "ɓ",
    "textquoteleft": "‘",
    "textquoteright": "’",
    "textquotedblleft": "“",
    "textquotedblright": "”",
    "quotedblbase": "„",
    "quotesinglbase": "‚",
    "guillemotleft": "«",
    "guillemotright": "»",
    "guilsinglleft": "‹",
    "guilsinglright": "›",
    "textendash": "–",
    "textemdash": "—",
    "textellipsis": "…",
    "textexclamdown": "¡",
    "textquestiondown": "¿",
    "textsection": "§",
    "textparagraph": "¶",
    "textdagger": "†",
    "textdaggerdbl": "‡",
    "textbullet": "•",
    "textperiodcentered": "·",
    "textcopyright": "©",
    "textregistered": "®",
    "texttrademark": "™",
    "textdegree": "°",
    "textordfeminine": "ª",
    "textordmasculine": "º",
    "textmu": "µ",
    "textpm": "±",
    "texttimes": "×",
    "textdiv": "÷",
    "textonehalf": "½",
    "textonequarter": "¼",
    "textthreequarters": "¾",
    "textonesuperior": "¹",
    "texttwosuperior": "²",
    "textthreesuperior": "³",
    "textsterling": "£",
    "texteuro": "€",
    "textyen": "¥",
    "textcent": "¢",
    "textcurrency": "¤",
    "textbrokenbar": "¦",
    "textlnot": "¬",
    "textnumero": "№",
    "textbackslash": "\\",
    "textasciitilde": "~",
    "textasciicircum": "^",
    "textasciigrave": "`",
    "textbraceleft": "{",
    "textbraceright": "}",
    "textless": "<",
    "textgreater": ">",
    "textbar": "|",
    "textdollar": "$",
    "textunderscore": "_",
    "textquotedbl": '"',
    "textquotesingle": "'",
    # Understood, and written by another name.
    "aa": "å",
    "AA": "Å",
    "ohorn": "ơ",
    "OHORN": "Ơ",
    "uhorn": "ư",
    "UHORN": "Ư",
    "S": "§",
    "P": "¶",
    "dag": "†",
    "ddag": "‡",
    "pounds": "£",
    "euro": "€",
    "copyright": "©",
    "dots": "…",
    "ldots": "…",
    "lq": "‘",
    "rq": "’",
    "flqq": "«",
    "frqq": "»",
    "glqq": "„",
    "grqq": "“",
    "glq": "‚",
    "grq": "‘",
    "flq": "‹",
    "frq": "›",
    "guillemetleft": "«",
    "guillemetright": "»",
    "lbrace": "{",
    "rbrace": "}",
    "textvisiblespace": "␣",
    "slash": "/",
    "hyphen": "-",
    "bullet": "•",
    "degree": "°",
    "TeX": "TeX",
    "LaTeX": "LaTeX",
    "LaTeXe": "LaTeX2e",
    "BibTeX": "BibTeX",
    "XeTeX": "XeTeX",
    "LuaTeX": "LuaTeX",
    "ConTeXt": "ConTeXt",
    "thinspace": "\u2009",
    "nobreakspace": "\u00a0",
    "quad": "\u2003",
    "qquad": "\u2003\u2003",
    "enspace": "\u2002",
    "space": " ",
    "newline": " ",
    "linebreak": " ",
    "noopsort": "",
}

# A backslash before a character that is no letter.
ESCAPES: Final[dict[str, str]] = {
    "&": "&",
    "%": "%",
    "$": "$",
    "#": "#",
    "_": "_",
    "{": "{",
    "}": "}",
    " ": " ",
    "\n": " ",
    "\t": " ",
    ",": "\u2009",
    "-": "",
    "/": "",
    "@": "",
    "\\": " ",
    "!": "",
    ";": " ",
    ":": " ",
}

ACCENT_OF_MARK: Final[dict[str, str]] = {mark: command for command, mark in ACCENTS.items()}
ACCENTS.update(_ACCENT_ALIASES)

COMMAND_OF_CHAR: Final[dict[str, str]] = {}
for _command, _char in SYMBOLS.items():
    if len(_char) == 1 and not (_char.isascii() and _char.isalnum()):
        COMMAND_OF_CHAR.setdefault(_char, _command)
# These have an accent command, which sorts as its letter does.
for _char in "åÅơƠưƯ /-":
    del COMMAND_OF_CHAR[_char]

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


def compose(mark: str, base: str) -> str:
    """Put a combining mark on the first letter of a text, in NFC.

    >>> compose("\\u0301", "e"), compose("\\u030c", "ı"), compose("\\u0303", "")
    ('é', 'ǐ', '~')
    """
    if not base.strip():
        return _SPACING.get(mark, mark) + base
    first = _DOTLESS.get(base[0], base[0])
    end = 1
    while end < len(base) and unicodedata.combining(base[end]):
        end += 1
    return unicodedata.normalize("NFC", first + base[1:end] + mark) + base[end:]
