"""LaTeX commands for Latin letters that no accent makes, by the character they print.

Source: LaTeX's T4 encoding (``fcuse``), the tipa and tipx manuals, and the names
that biber reads and writes for the same letters. The first of several names is written.
"""

from __future__ import annotations

from typing import Final

__all__ = ["LETTERS"]

_NAMES: Final[dict[str, str]] = {
    # Latin Extended-A
    "đ": "dj textcrd",
    "Ħ": "textHbar",
    "ħ": "textcrh texthbar",
    "ĸ": "textkra",
    "Ŧ": "textTbar textTstroke",
    "ŧ": "texttbar texttstroke",
    "ſ": "textlongs",
    # Latin Extended-B
    "ƀ": "textcrb",
    "Ɓ": "textBhook texthtB",
    "Ɔ": "textOopen textOpeno",
    "Ƈ": "textChook texthtC",
    "ƈ": "texthtc textchook",
    "Ɖ": "textDafrican",
    "Ɗ": "textDhook texthtD",
    "Ǝ": "textEreversed",
    "Ə": "textSchwa",
    "Ɛ": "textEopen textEpsilon",
    "Ƒ": "textFhook",
    "ƒ": "textflorin",
    "Ɣ": "textGammaafrican",
    "ƕ": "texthvlig hv",
    "Ɩ": "textIotaafrican",
    "Ɨ": "textBari",
    "Ƙ": "textKhook texthtK",
    "ƙ": "texthtk textkhook",
    "ƚ": "textbarl",
    "ƛ": "textcrlambda",
    "Ɲ": "textNhookleft",
    "Ƥ": "textPhook",
    "ƥ": "texthtp textphook",
    "Ʃ": "textEsh ESH",
    "ƪ": "textlooptoprevesh",
    "Ƭ": "textThook",
    "ƭ": "texthtt textthook",
    "Ʈ": "textTretroflexhook",
    "Ʋ": "textVhook",
    "Ƴ": "textYhook",
    "ƴ": "textyhook",
    "Ʒ": "textEzh",
    "ǝ": "texteturned",
    # IPA Extensions, which African alphabets share
    "ɐ": "textturna",
    "ɑ": "textscripta",
    "ɓ": "texthtb textbhook",
    "ɔ": "textopeno textoopen",
    "ɕ": "textctc",
    "ɖ": "textrtaild textdtail",
    "ɗ": "texthtd textdhook",
    "ə": "textschwa",
    "ɛ": "textepsilon texteopen",
    "ɟ": "textbardotlessj",
    "ɠ": "texthtg",
    "ɡ": "textscriptg",
    "ɣ": "textgammalatinsmall",
    "ɥ": "textturnh",
    "ɦ": "texthth",
    "ɨ": "textbari",
    "ɩ": "textiotalatin",
    "ɪ": "textsci",
    "ɫ": "textltilde",
    "ɬ": "textbeltl",
    "ɭ": "textrtaill",
    "ɯ": "textturnm",
    "ɱ": "textltailm",
    "ɲ": "textltailn textnhookleft",
    "ɳ": "textrtailn",
    "ɵ": "textbaro",
    "ɸ": "textipaphi",
    "ɹ": "textturnr",
    "ɽ": "textrtailr",
    "ɾ": "textfishhookr",
    "ʀ": "textscr",
    "ʁ": "textinvscr",
    "ʂ": "textrtails",
    "ʃ": "textesh",
    "ʈ": "textrtailt texttretroflexhook",
    "ʉ": "textbaru",
    "ʊ": "textipaupsilon",
    "ʋ": "textscriptv textvhook",
    "ʌ": "textturnv",
    "ʍ": "textturnw",
    "ʎ": "textturny",
    "ʏ": "textscy",
    "ʐ": "textrtailz",
    "ʑ": "textctz",
    "ʒ": "textyogh textezh",
    "ʔ": "textglotstop",
    "ʕ": "textrevglotstop",
    # Letters of modified use
    "ʾ": "hamza",
    "ʿ": "ain ayn",
    "ˈ": "textprimstress",
    "ː": "textlengthmark",
}

LETTERS: Final[dict[str, str]] = {
    command: letter for letter, names in _NAMES.items() for command in names.split()
}
