r"""Converts mathematics from TeX to Typst, for formulas in which every command is known.

Source: the Typst documentation, "Math" and the symbols of its functions `frac`, `sqrt`,
`root` and `upright`. Spaces separate letters, because Typst reads several as one name.
"""

from __future__ import annotations

import re
from typing import Final

from refcore.latex.mathematics import is_sound, readable
from refcore.latex.mathsymbols import (
    ALPHABETS,
    FUNCTIONS,
    LAYOUTS,
    MARKS,
    OPERATORS,
    SIGNS,
    TEXTS,
)
from refcore.text.patterns import regex

__all__ = ["to_typst"]

_TOKEN: Final = regex(r"\\([A-Za-z]+)|\\(.)|(\s+)|(.)", re.DOTALL)
_FRACTIONS: Final = frozenset("frac tfrac dfrac nicefrac sfrac case".split())
_STYLES: Final = {"mathrm": "upright", "mathbf": "bold", "boldsymbol": "bold", "mathsf": "sans"}


def to_typst(tex: str) -> str:
    r"""Return the inside of a formula for Typst, or "" if a command of it is unknown.

    >>> to_typst(r"\frac{a+b}{2}"), to_typst("x^{2^n}"), to_typst(r"\foo")
    ('frac(a + b, 2)', 'x^(2^(n))', '')
    """
    if not is_sound(tex):
        return ""
    return _Writer(tex).sequence().strip()


class _Writer:
    def __init__(self, tex: str) -> None:
        self.tokens = list(_TOKEN.finditer(tex))
        self.position = 0

    def sequence(self) -> str:
        found: list[str] = []
        while self.position < len(self.tokens) and self.tokens[self.position][0] != "}":
            found.append(self.piece())
        joined = " ".join(piece for piece in found if piece)
        return re.sub(r" (?=[\^_]\()", "", joined)

    def piece(self) -> str:
        token = self.tokens[self.position]
        self.position += 1
        word, sign, space, char = token[1], token[2], token[3], token[4]
        if word:
            return self.command(word)
        if sign or space:
            return f'"{sign}"' if sign and sign in "%&#_${}" else ""
        if char == "{":
            self.position -= 1
            return self.argument()
        if char in "^_":
            return f"{char}({self.argument()})"
        return char if char.isalnum() or char in "+-=<>" else _quoted(char)

    def argument(self) -> str:
        while self.position < len(self.tokens) and self.tokens[self.position][3]:
            self.position += 1
        if self.position >= len(self.tokens):
            return ""
        if self.tokens[self.position][0] != "{":
            return self.piece()
        self.position += 1
        content = self.sequence()
        self.position += 1
        return content

    def command(self, word: str) -> str:
        if word in _FRACTIONS:
            return f"frac({self.argument()}, {self.argument()})"
        if word == "sqrt":
            index = self.index()
            return f"root({index}, {self.argument()})" if index else f"sqrt({self.argument()})"
        if word in LAYOUTS:
            self.index()
            layout = LAYOUTS[word]
            return layout.typst.format(*(self.argument() for _ in range(layout.arguments)))
        if word in FUNCTIONS:
            return f'op("{word}")'
        if word in MARKS:
            return f'accent({self.argument()}, "{MARKS[word]}")'
        if word in ALPHABETS:
            letters = self.argument().replace(" ", "")
            return " ".join(ALPHABETS[word].get(letter, letter) for letter in letters)
        if word in TEXTS:
            return _quoted(readable(f"\\{word}{{{self.raw()}}}"))
        if word in _STYLES:
            return f"{_STYLES[word]}({self.argument()})"
        char = {**OPERATORS, **SIGNS}.get(word, "")
        return char if not char.isascii() else _quoted(char) if char else ""

    def index(self) -> str:
        """Read the optional index of a root."""
        if self.position >= len(self.tokens) or self.tokens[self.position][0] != "[":
            return ""
        return "".join(filter(str.isalnum, self._up_to("]")))

    def raw(self) -> str:
        """Read a group without converting it."""
        return self._up_to("}")

    def _up_to(self, mark: str) -> str:
        """Return the text from behind the opening mark here to the closing one, unconverted."""
        found: list[str] = []
        self.position += 1
        while self.position < len(self.tokens) and self.tokens[self.position][0] != mark:
            found.append(self.tokens[self.position][0])
            self.position += 1
        self.position += 1
        return "".join(found)


def _quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'
